### Пятничное письмо родителям: неделя ребёнка не длиннее двенадцати строк, сначала хорошее.
### Предметы, виды работ и темы стоят только в именительном падеже.

friday-title = 🗓 <b>Неделя { $span }</b>
friday-best = 🌟 Хорошие отметки: { $marks }
friday-mark = <b>{ $subject }</b> – { $mark }
friday-mark-work = <b>{ $subject }</b> – { $mark } ({ $work })
friday-rises = 📈 Средний балл вырос: { $subjects }
friday-rise = <b>{ $subject }</b> { $before } → { $after }
friday-present = ✅ За неделю – ни пропусков, ни опозданий
friday-absences = 🚪 С начала года: { $missed ->
    [0] пропусков нет
    [one] пропущен { $missed } урок
    [few] пропущено { $missed } урока
   *[many] пропущено { $missed } уроков
}{ $unexplained ->
    [0] {""}
   *[other] , причина неизвестна – { $unexplained }
}{ $late ->
    [0] {""}
    [one] ; { $late } опоздание
    [few] ; { $late } опоздания
   *[many] ; { $late } опозданий
}
friday-lacking = ✍️ Ещё нет отметки: { $works }
friday-work = <b>{ $subject }</b>, { $work }
friday-work-refused = <b>{ $subject }</b>, { $work } – н/а
friday-below = 🎯 Ниже желаемого: { $subjects }
friday-low = <b>{ $subject }</b> – выходит { $mark }, нужно { $wanted }
friday-ahead = 📝 Впереди: { $works }
friday-work-ahead = { $day } <b>{ $subject }</b>, { $work }
friday-question = 💬 Вопрос за ужином: что было самым интересным в теме «{ $topic }» ({ $subject })?
friday-more = и ещё { $count }
