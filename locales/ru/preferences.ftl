### Уведомления, как их выбирает каждый для себя: темы о ребёнке, тихие часы, вечерняя сводка.
### $topic – тема; $telling – now (сразу), digest (вечером), off (не присылать); $at – время.

preferences-button = 🔔 Уведомления
preferences-title = 🔔 <b>Уведомления</b>
preferences-back-settings = ‹ Настройки
preferences-back = ‹ Уведомления
preferences-back-topics = ‹ Все темы
preferences-child = { $name } · { $klass }
preferences-whom = О ком настроить?
preferences-button-quiet = 🌙 Тихие часы
preferences-button-digest = 🌆 Сводка

## Тихие часы

preferences-quiet-line = 🌙 Тихие часы: <b>{ $hours }</b>. В это время бот молчит, новое придёт утром. Не ждёт только срочное: пропуск урока, пока идут занятия, срочное объявление школы, предупреждение о вашем доступе.
preferences-quiet-none = 🌙 Тихих часов нет: сообщения приходят и ночью.
preferences-quiet-ask = Выберите начало и конец:
preferences-hour = { $chosen ->
    [yes] ✓ { $side ->
        [from] с { $at }
        [until] до { $at }
       *[at] { $at }
    }
   *[no] { $side ->
        [from] с { $at }
        [until] до { $at }
       *[at] { $at }
    }
}
preferences-button-no-quiet = { $chosen ->
    [yes] ✓ Без тихих часов
   *[no] Без тихих часов
}
preferences-quiet-kept = Тихие часы: { $hours }
preferences-no-quiet-kept = Тихих часов больше нет
preferences-quiet-and-digest = Готово. Вечерняя сводка теперь в { $at }: до начала тихих часов.

## Вечерняя сводка

preferences-digest-line = 🌆 Вечерняя сводка: <b>в { $at }</b> – одно сообщение о ребёнке вместо многих. Какие темы в неё собирать, выберите ниже.
preferences-digest-title = 🌆 <b>Вечерняя сводка</b>
preferences-digest-ask = Во сколько её присылать?
preferences-digest-later = Более поздние часы – тихие. Если нужны они, сначала сдвиньте тихие часы.
preferences-digest-kept = Сводка – в { $at }

## Темы

preferences-topic = { $topic ->
    [attendance] посещаемость
    [marks] отметки
    [results] итоги
    [homework] задания
    [remarks] комментарии
    [timetable] расписание
    [events] события
    [notices] объявления
    [messages] сообщения
    [forecast] прогноз
    [evening] письмо «На завтра»
   *[friday] итоги недели
}
preferences-topic-name = { $topic ->
    [attendance] Посещаемость
    [marks] Отметки
    [results] Итоги
    [homework] Задания
    [remarks] Комментарии
    [timetable] Расписание
    [events] События
    [notices] Объявления
    [messages] Сообщения
    [forecast] Прогноз
    [evening] На завтра
   *[friday] Итоги недели
}
preferences-icon = { $telling ->
    [now] 🔔
    [digest] 🌆
   *[off] 🔕
}
preferences-topic-button = { preferences-icon } { preferences-topic-name }
preferences-told = { $telling ->
    [now] 🔔 <b>Сразу:</b> { $topics }.
    [digest] 🌆 <b>Вечером, в { $at }:</b> { $topics }.
   *[off] 🔕 <b>Не присылать:</b> { $topics }.
}
preferences-publication = ✏️ Новые отметки школа присылает по учебным дням с { $opens } до { $closes }.
preferences-alone = Это только ваши настройки: другие взрослые и сам ребёнок выбирают для себя.
preferences-own = Это только ваши настройки: родители выбирают для себя.
preferences-button-copy = { $others ->
    [single] 👯 Так же для второго ребёнка
   *[several] 👯 Так же для остальных детей
}
preferences-copied = { $others ->
    [single] Готово: для второго ребёнка – так же
   *[several] Готово: для остальных детей – так же
}

## Одна тема

preferences-topic-title = <b>{ preferences-topic-name }</b>
preferences-about = { $topic ->
    [attendance] Пропуски и опоздания.
    [marks] Новые, исправленные и снятые отметки.
    [results] Отметки за четверти и другие периоды, за год и экзамены.
    [homework] Новые, изменённые и отменённые задания.
    [remarks] Комментарии учителей к урокам.
    [timetable] Замены, отмены и переносы уроков.
    [events] События школы и класса.
    [notices] Объявления школы и класса, обращения учителей к родителям.
    [messages] Ответы учителей и администрации в вашей переписке.
    [forecast] За три недели до конца четверти или другого периода – если есть что исправить.
    [evening] Вечером перед учебным днём: задания на завтра и что взять с собой.
   *[friday] В пятницу: неделя ребёнка в нескольких строках.
}
preferences-mandatory = 🔒 Совсем выключить нельзя: { $topic ->
    [messages] это ответы лично вам
   *[other] об этом школа обязана сообщать семье
} ({ $clause }). Можно собирать в вечернюю сводку.
preferences-choice = { $chosen ->
    [yes] ✓ { preferences-icon } { preferences-manner }
   *[no] { preferences-icon } { preferences-manner }
}
preferences-manner = { $letter ->
    [yes] { $telling ->
        [now] Присылать
       *[off] Не присылать
    }
   *[no] { $telling ->
        [now] Сразу
        [digest] Вечером, в { $at }
       *[off] Не присылать
    }
}
preferences-kept = { preferences-topic-name } – { $telling ->
    [now] сразу
    [digest] вечером
    [letter] буду присылать
   *[off] присылать не буду
}

error-telling-mandatory = Это выключить нельзя: об этом школа обязана сообщать семье ({ $clause }). Выберите «Вечером», чтобы приходило реже.
error-quiet-hours = Тихие часы начинаются вечером (с 19 до полуночи) и кончаются утром (с 5 до 10). Выберите их на кнопках.
error-digest-hour = В этот час сводка прийти не может: он днём или попадает в тихие часы. Выберите другой час или сначала сдвиньте тихие часы.
