### Письма: что приходит само – семьям об отметках и посещаемости, учителям об обязанностях, администратору о доступе.
### $sex – male, female или unknown; $of_day – пусто или «за 14 октября» с запятой впереди.

## Первая строка: чей дневник

notice-head = <b>{ $name }</b> · { $klass }
notice-head-no-class = <b>{ $name }</b>
notice-of-day = , за { $day }
notice-more = { $count ->
    [one] …и ещё { $count } запись – в дневнике.
    [few] …и ещё { $count } записи – в дневнике.
   *[many] …и ещё { $count } записей – в дневнике.
}
notice-reserved = { $name }: есть новое в дневнике.
notice-returned = С возвращением! Пока бот был остановлен, сообщения не приходили. Всё новое – внутри: /menu
notice-taken-back = Это сообщение отозвано.
notice-files-refused = 📎 Вложение показать не удалось: попросите прислать его ещё раз.

## Отметки

notice-mark = { $subject }: <b>{ $new }</b> – { $work }{ $of_day }
notice-mark-corrected = { $subject }: было <b>{ $old }</b> → стало <b>{ $new }</b> – { $work }{ $of_day }
notice-mark-withdrawn = { $subject }: отметка <b>{ $old }</b> снята – { $work }{ $of_day }
notice-work-titled = { $work } «{ $title }»
notice-work-weighed = { $work }, вес { $weight }
notice-comment = 💬 { $text }

## Посещаемость

notice-attendance = { $number }-й урок, { $subject }, { $day }: { $what }.
notice-attendance-corrected = Исправлено. { $number }-й урок, { $subject }, { $day }: { $what }.
notice-presence-present = { $sex ->
    [male] был на уроке
    [female] была на уроке
   *[unknown] присутствие на уроке
}
notice-presence-absent = { $sex ->
    [male] отмечен отсутствующим
    [female] отмечена отсутствующей
   *[unknown] отмечено отсутствие
}
notice-presence-ill = пропуск по болезни
notice-presence-excused = пропуск по уважительной причине
notice-presence-late = { $sex ->
    [male] опоздал на { $minutes } мин
    [female] опоздала на { $minutes } мин
   *[unknown] опоздание на { $minutes } мин
}
notice-absence-advice = Почему? Ответьте одной кнопкой – классный руководитель узнает сразу.

## Домашнее задание

notice-homework = 🎒 { $subject }{ $until }{ $personal ->
    [yes] , личное задание
   *[no] {""}
}: { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎 { $files }
}
notice-homework-changed = 🎒 { $subject }{ $until }, изменено{ $personal ->
    [yes] , личное задание
   *[no] {""}
}: { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎 { $files }
}
notice-homework-withdrawn = 🎒 { $subject }{ $until }: задание отменено.
notice-homework-until = , срок – { $day }

## Замечания учителя

notice-remark = { $subject }, { $day }. Пишет учитель: { $text }

## Доступ

notice-entry = Новый доступ к дневнику: <b>{ $name }</b> ({ $kind ->
    [guardian] родитель
    [student] ученик
   *[staff] сотрудник
}). Если так быть не должно, закройте доступ.
notice-klass-entries = 🚪 <b>За день вошли: { $count }</b>
notice-klass-entry = { $name } ({ $kind ->
    [guardian] родитель
   *[student] ученик
}) · { $child }, { $klass }
notice-klass-entries-hint = Кого-то здесь быть не должно? Закройте доступ и напечатайте новый код.
notice-button-cut-one = ⛔ { $name }
notice-button-entries = ✉️ Кто вошёл, коды · { $klass }
notice-entry-to-confirm = Ждёт подтверждения: <b>{ $name }</b>{ $has_position ->
    [yes] , { $position }
   *[no] {""}
}. Без вашего согласия доступа к журналу не будет.
notice-entry-confirmed = Администратор подтвердил ваш доступ. Журнал открыт.
notice-access-cut = Доступ закрыт: <b>{ $name }</b> ({ $kind ->
    [guardian] родитель
    [student] ученик
   *[staff] сотрудник
}). Чтобы открыть его снова, выдайте новое приглашение.
notice-access-reported = 🔒 Доступ закрыт по просьбе владельца, он мог попасть в чужие руки: <b>{ $name }</b> ({ $kind ->
    [guardian] родитель
    [student] ученик
   *[staff] сотрудник
}). Поговорите лично и, если всё в порядке, выдайте новое приглашение.
notice-own-access-cut = Ваш доступ закрыт. Если это ошибка, попросите в школе новое приглашение.

## Напоминания учителю

notice-subgroup = { $klass }, { $name }
notice-lesson = <b>{ $klass } · { $subject } · { $number }-й урок</b>
notice-lesson-lacks = Урок закончился. Ещё не записано: { $parts }.
notice-homework-missing = <b>{ $klass } · { $subject } · { $number }-й урок: нет ДЗ, { $left }</b>
notice-homework-due = Срок для ДЗ – { $until }.
notice-minutes-left = { $minutes ->
    [one] осталась { $minutes } минута
    [few] осталось { $minutes } минуты
   *[many] осталось { $minutes } минут
}
notice-time-left = осталось { $time }
notice-clause = <i>Регламент: { $clause }</i>
notice-until-time = { $day } в { $time }
notice-until-day-end = { $day }, до конца дня
notice-part-lesson-homework = домашнее задание
notice-part-lesson-marks = отметки
notice-part-lesson-attendance = посещаемость
notice-part-lesson-topic = тема
notice-part-work-marks = отметки за проверенную работу
notice-duties = <b>Журнал ждёт записей</b>
notice-soon = { $count ->
    [one] Скоро срок – { $count } запись:
    [few] Скоро срок – { $count } записи:
   *[many] Скоро срок – { $count } записей:
}
notice-overdue = { $count ->
    [one] Просрочена { $count } запись:
    [few] Просрочены { $count } записи:
   *[many] Просрочено { $count } записей:
}
notice-duty-line = • { $klass } · { $subject } · { $day }, { $number }-й урок: { $parts }
notice-lessons-more = { $count ->
    [one] …и ещё { $count } урок – в журнале.
    [few] …и ещё { $count } урока – в журнале.
   *[many] …и ещё { $count } уроков – в журнале.
}
notice-duty-parts = { $parts } (срок – { $until })

## Кнопки

notice-button-marks = 📈 Все отметки
notice-button-day = 📖 Открыть день
notice-button-homework = 🎒 Все задания
notice-button-cut = ⛔ Закрыть доступ
notice-button-confirm = ✅ Подтвердить
notice-button-refuse = ⛔ Отказать
notice-button-open = 📖 Открыть журнал
notice-button-today = 📋 Мои уроки сегодня
notice-button-lesson = { $klass } · { $subject } · { $day }
notice-button-no-homework = Не задано
notice-button-write-homework = ✏️ Написать
notice-button-homework-none = ДЗ: не задано
notice-button-homework-write = ДЗ: написать
notice-button-plan = По плану: { $task }
notice-button-attendance = 👥 Посещаемость
notice-button-all-present = ✅ Все на месте
notice-button-topic = 📝 Тема урока
notice-button-set-marks = ✏️ Отметки
notice-button-no-marks = Без отметок
