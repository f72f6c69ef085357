### Когда писем за час слишком много: остаток – одним сообщением о ребёнке.

rollup-news = Ещё { $count ->
    [one] { $count } новость
    [few] { $count } новости
   *[many] { $count } новостей
}: { $parts }. Всё это – в дневнике.
rollup-part-attendance = { $count ->
    [one] { $count } запись о посещаемости
    [few] { $count } записи о посещаемости
   *[many] { $count } записей о посещаемости
}
rollup-part-mark = { $count ->
    [one] { $count } отметка
    [few] { $count } отметки
   *[many] { $count } отметок
}
rollup-part-message = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
}
rollup-part-remark = { $count ->
    [one] { $count } комментарий учителя
    [few] { $count } комментария учителей
   *[many] { $count } комментариев учителей
}
rollup-part-homework = { $count ->
    [one] { $count } домашнее задание
    [few] { $count } домашних задания
   *[many] { $count } домашних заданий
}
rollup-part-signal = { $count ->
    [one] { $count } просьба обратить внимание
    [few] { $count } просьбы обратить внимание
   *[many] { $count } просьб обратить внимание
}
rollup-part-lesson-change = { $count ->
    [one] { $count } изменение в расписании
    [few] { $count } изменения в расписании
   *[many] { $count } изменений в расписании
}
rollup-part-period-mark = { $count ->
    [one] { $count } итоговая отметка
    [few] { $count } итоговые отметки
   *[many] { $count } итоговых отметок
}
rollup-part-school-event = { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[many] { $count } событий
}
rollup-part-notice = { $count ->
    [one] { $count } объявление
    [few] { $count } объявления
   *[many] { $count } объявлений
}
rollup-part-day-moved = { $count ->
    [one] { $count } перенос учебного дня
    [few] { $count } переноса учебных дней
   *[many] { $count } переносов учебных дней
}
rollup-button-diary = 📖 Открыть дневник
