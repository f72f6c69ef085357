### Объявления классного руководителя и школы: как пишутся, кому идут, что с ними стало, как их читают.
### $kind – families, students или staff; $state – draft, scheduled, sent, stopped, recalled, cancelled.

## Как это видит семья

announce-author = { $role ->
    [class_teacher] классный руководитель
    [deputy] завуч
   *[administrator] администратор школы
} { $name }
announce-title = { $look ->
    [urgent] ❗️ <b>Срочное объявление</b>
    [week] 🗓 <b>Итоги недели</b>, { $days }
   *[plain] 📣 <b>Объявление</b>
} · { $author }
announce-words = { $text }
announce-files = 📎 { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
announce-edited = <i>Изменено { $moment }.</i>
announce-also = Это же – для: { $names }.
announce-child = { $klass ->
    [none] { $name }
   *[other] { $name } · { $klass }
}
announce-head-staff = <b>{ $school }</b> · сотрудникам
announce-head-office = <b>Сотрудникам школы</b>
announce-reminder =
    🔔 Напоминаем: объявление пришло { $moment } и ждёт отметки «Прочитано».

    { $title }

    { $text }
announce-week-marks = ✏️ <b>Отметки</b>
announce-week-marks-line = { $subject }: { $marks }
announce-week-no-marks = ✏️ Новых отметок на этой неделе нет.
announce-week-missed = 🚪 <b>Пропуски и опоздания</b>
announce-week-missed-line = { $day }: { $count ->
    [one] урок
    [few] уроки
   *[many] уроки
} { $numbers } – { $presence ->
    [ill] по болезни
    [excused] по уважительной причине
    [late] опоздание
   *[absent] причина не указана
}
announce-week-none-missed = 🚪 Пропусков и опозданий нет.
announce-week-remarks = 💬 <b>Комментарии учителей</b>
announce-week-remark = { $subject }: { $text }
announce-week-word = 👤 { $text }
announce-button-read = 👍 Прочитано
announce-button-open = 📣 Открыть объявление
announce-button-diary = 📖 Дневник
announce-read-at = ✓ Прочитано { $moment }.
announce-read-toast = Спасибо! Отмечено: прочитано.

## Список

announce-home-button = 📣 Объявления
announce-home-named-button = 📣 Объявления { $klass }
announce-list-title = 📣 <b>{ $name }</b> · объявления
announce-list-none = Объявлений пока не было. Напишите первое – перед отправкой будет видно, как его получит семья.
announce-line = { $state ->
    [draft] 📝 «{ $name }» – черновик
    [scheduled] 🕕 «{ $name }» – уйдёт { $moment }
    [sent] ✅ «{ $name }» – { $moment }, прочитали { $read } из { $households }
    [stopped] ⏹ «{ $name }» – остановлено { $moment }, прочитали { $read } из { $households }
   *[recalled] ↩️ «{ $name }» – отозвано { $moment }
}
announce-label = { $state ->
    [draft] 📝
    [scheduled] 🕕
    [sent] ✅
    [stopped] ⏹
   *[recalled] ↩️
} { $day } · { $name }
announce-name-week = Итоги недели
announce-name-files = файлы
announce-button-new = 📣 Написать
announce-button-new-week = 🗓 Итоги недели
announce-back-list = ‹ Объявления
announce-back = ‹ К объявлению
announce-back-days = ‹ Другой день

## Черновик

announce-screen-title = <b>{ $klass }</b> · { $look ->
    [urgent] срочное объявление
    [week] итоги недели
   *[plain] объявление
}{ $state ->
    [draft] , черновик
    [scheduled] , уйдёт { $moment }
    [sent] , отправлено { $moment }
    [stopped] , остановлено { $moment }
    [recalled] , отозвано { $moment }
   *[cancelled] , не отправлено
}
announce-to = Кому: { $readers ->
    [guardians] родители
    [students] ученики
   *[both] родители и ученики
}, { $whom }
announce-to-staff = Кому: { $whom }
announce-whom = { $aim ->
    [klass] весь { $klass }
    [group] { $klass }, группа «{ $group }»
    [families] { $names ->
        [none] { $count ->
            [0] семьи пока не выбраны
            [one] { $count } семья на выбор
            [few] { $count } семьи на выбор
           *[many] { $count } семей на выбор
        }
       *[other] только { $names }
    }
    [grades] { $names ->
        [none] параллели пока не выбраны
       *[other] параллели: { $names }
    }
    [klasses] { $names ->
        [none] { $count ->
            [0] классы пока не выбраны
            [one] { $count } класс
            [few] { $count } класса
           *[many] { $count } классов
        }
       *[other] классы: { $names }
    }
    [staff] все сотрудники
   *[school] вся школа
}
announce-households = { $kind ->
    [staff] { $count ->
        [one] { $count } сотрудник
        [few] { $count } сотрудника
       *[many] { $count } сотрудников
    }
    [students] { $count ->
        [one] { $count } ученик
        [few] { $count } ученика
       *[many] { $count } учеников
    }
   *[families] { $count ->
        [one] { $count } семья
        [few] { $count } семьи
       *[many] { $count } семей
    }
}
announce-chats = { $count ->
    [one] { $count } чат
    [few] { $count } чата
   *[many] { $count } чатов
}
announce-reach = { $households }, { $chats }.
announce-unreached = { $kind ->
    [staff] { $count ->
        [one] { $count } сотрудник
        [few] { $count } сотрудника
       *[many] { $count } сотрудников
    } без бота: передайте лично.
    [students] { $count ->
        [one] { $count } ученик
        [few] { $count } ученика
       *[many] { $count } учеников
    } без бота: передайте в классе.
   *[families] { $count ->
        [one] { $count } семья
        [few] { $count } семьи
       *[many] { $count } семей
    } без бота: передайте на бумаге.
}
announce-ask =
    Напишите текст или пришлите фото, альбом, документ. Новый текст заменит прежний, файлы добавятся.

    Прежде чем уйти, объявление покажется таким, каким его увидят.
announce-ask-week = Напишите общие слова для всех семей – они встанут над итогами каждого ребёнка. Можно и без них.
announce-file-added = 📎 Файл добавлен, всего { $count }. Пришлите ещё или посмотрите, что получилось.
announce-button-show = 👀 Посмотреть
announce-preview =
    Так это увидят:
    <blockquote>{ $reader }
    { $text }</blockquote>
announce-preview-cut =
    Так это увидят (здесь – начало, уйдёт целиком):
    <blockquote>{ $reader }
    { $text }</blockquote>
announce-nobody = Пока некому: выберите, кому отправить.
announce-button-aim = 👪 Кому
announce-button-text = ✏️ Текст и файлы
announce-button-no-files = 🗑 Убрать файлы
announce-button-urgent = { $chosen ->
    [yes] ✓ Срочно
   *[no] ❗️ Срочно
}
announce-button-send = 🚀 Отправить сейчас
announce-button-evening = { $day ->
    [today] 🕕 В 18:00
   *[tomorrow] 🕕 Завтра в 18
}
announce-button-when = 📅 Другое время
announce-button-drop = 🗑 Удалить
announce-button-drop-yes = 🗑 Да, удалить
announce-button-change = ✏️ Изменить
announce-button-done = Готово
announce-child-place = { $place } / { $count }
announce-button-word = { $said ->
    [yes] 👤 Другое слово
   *[no] 👤 Слово семье
}
announce-button-week = { $week ->
    [earlier] 🗓 За прошлую
   *[this] 🗓 За эту неделю
}
announce-ask-word = Напишите слово о ребёнке: { $name }. Его увидит только эта семья.
announce-button-drop-word = 🗑 Убрать слово
announce-drop-ask = Удалить это объявление? Вернуть его будет нельзя.
announce-confirm = Уйдёт сразу в <b>{ $chats }</b>. Отправить?
announce-button-confirm = 🚀 Да, чатов: { $count }
announce-scheduled = Объявление ждёт своего часа
announce-unscheduled = Снова черновик: измените и отправьте

## Кому и когда

announce-ask-aim = Кто получит объявление?
announce-readers = { $chosen ->
    [yes] ✓ { $readers ->
        [guardians] Родители
        [students] Ученики
       *[both] И те, и другие
    }
   *[no] { $readers ->
        [guardians] Родители
        [students] Ученики
       *[both] И те, и другие
    }
}
announce-aim = { $chosen ->
    [yes] ✓{" "}
   *[no] {""}
}{ $aim ->
    [klass] Весь класс
    [families] Выбрать семьи
    [school] Вся школа
    [staff] Сотрудники
    [grades] Параллели
    [klasses] Классы
   *[group] Группа
}
announce-group = { $chosen ->
    [yes] ✓ { $name }
   *[no] { $name }
}
announce-target = { $chosen ->
    [yes] ✓{" "}
   *[no] {""}
}{ $aim ->
    [grades] { $name }-е классы
   *[name] { $name }
}
announce-ask-targets = { $aim ->
    [grades] Отметьте параллели.
    [klasses] Отметьте классы.
   *[families] Отметьте семьи по ученикам.
}
announce-ask-day = В какой день отправить?
announce-ask-hour = Во сколько отправить { $day }?
announce-no-hours = На этот день времени уже не осталось. Выберите другой.

## Что стало

announce-quote = <blockquote>{ $text }</blockquote>
announce-leaving = 📤 Отправляется…
announce-delivered = 📬 Доставлено { $delivered } из { $chats }.
announce-later = 🌙 Придут позже, как выбрали семьи: { $count }.
announce-lost = ✖️ Не доставлено: { $count }.
announce-changing = ✏️ Текст изменён; в чатах ещё меняется: { $left }.
announce-changed = ✏️ Текст изменён.
announce-recalled = { $left ->
    [0] ↩️ Объявление отозвано.
   *[other] ↩️ Объявление отозвано; из чатов ещё убирается: { $left }.
}
announce-read = 👍 Прочитали: { $read } из { $households }.
announce-unread = Не прочитали: { $names }.
announce-without-chat = Без бота, передать иначе: { $names }.
announce-names-more = { $names } и ещё { $count }
announce-more = …
announce-button-refresh = 🔄 Обновить
announce-button-unread = 👀 Не прочитали
announce-button-stop = ⏹ Остановить
announce-button-remind = 🔔 Напомнить не прочитавшим
announce-button-edit = ✏️ Изменить
announce-button-recall = ↩️ Отозвать
announce-button-recall-yes = ↩️ Да, отозвать
announce-button-reach = 📵 Кому не доходит
announce-unread-line = { $why ->
    [no-chat] 📵
   *[unread] ⚪️
} { $name }{ $klass ->
    [none] {""}
   *[other] {" "}· { $klass }
}
announce-all-read = Прочитали все.
announce-ask-edit = Пришлите новый текст. Он заменит прежний и в чатах, куда объявление уже пришло; там появится «изменено».
announce-recall-ask = { $count ->
    [one] Объявление пришло в { $count } чат.
    [few] Объявление пришло в { $count } чата.
   *[many] Объявление пришло в { $count } чатов.
} Сообщения моложе 48 часов исчезнут, в более старых текст сменится словами «Это сообщение отозвано». Отозвать?
announce-stopped = Остановлено: остальным не уйдёт
announce-reminded = Напоминание ушло

## Отказы

error-notice-empty = Объявление пустое. Напишите текст или пришлите файл.
error-notice-nobody = Пока некому отправлять. Выберите, кому.
error-notice-own-grades = Вы отвечаете не за все параллели. Выберите свои параллели или классы.
error-notice-time = Это время уже прошло или слишком далеко. Выберите другое, не дальше двух месяцев.
error-notice-reminded = Напомнить можно раз в день и не в день отправки. Попробуйте завтра.
error-notice-recalled = Это объявление отозвано: читать его уже не нужно.
