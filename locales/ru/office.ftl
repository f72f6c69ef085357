### Домашний экран завуча, директора, рабочей группы, проверяющего: школа сегодня.

office-title = 🏫 <b>{ $school }</b> · { $day }
office-no-lessons = Сегодня уроков нет.
office-lessons = Уроков сегодня: { $count }{ $cancelled ->
    [0] { "" }
   *[other] , отменено { $cancelled }
}{ $substituted ->
    [0] { "" }
   *[other] , с заменой { $substituted }
}.
office-absent = Отсутствуют: { $count ->
    [one] { $count } ученик
    [few] { $count } ученика
   *[many] { $count } учеников
}{ $ill ->
    [0] { "" }
   *[other] , из них по болезни { $ill }
}.
office-nobody-absent = Отсутствующих пока не отмечено.
office-records = Записи в журнале: 🔴 просрочено { $overdue } · ⏳ в сроке { $open }.
office-records-complete = ✅ Журнал заполнен: незаписанного нет.
office-period = { $period }: { $days ->
    [0] последний день.
    [one] остался { $days } день, до { $day }.
    [few] осталось { $days } дня, до { $day }.
   *[many] осталось { $days } дней, до { $day }.
}
office-remarks = 🗂 Замечания: у учителей { $open }, ждут проверки { $resolved }.
office-board-button = 📊 Доска
office-button = 📊 Контроль
