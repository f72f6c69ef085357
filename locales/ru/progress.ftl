### Отметки и пропуски за период.

progress-title = ✏️ <b>Отметки</b> · { $period }, { $span }
progress-subject-title = ✏️ <b>{ $subject }</b> · { $period }
progress-fresh = { $count ->
    [one] { $count } новая отметка, она подчёркнута.
    [few] { $count } новые отметки, они подчёркнуты.
   *[many] { $count } новых отметок, они подчёркнуты.
}
progress-subject = <b>{ $subject }</b> · { $mean }
progress-subject-weighted = <b>{ $subject }</b> · { $mean } (с учётом веса { $weighted })
progress-subject-words = <b>{ $subject }</b>
progress-means = Средний балл: <b>{ $mean }</b>
progress-means-weighted = Средний балл: <b>{ $mean }</b>, с учётом веса: <b>{ $weighted }</b>
progress-marks-more = … { $marks }
progress-mark = { $mark }
progress-mark-fresh = <u>{ $mark }</u>
progress-mark-line = { $day } · <b>{ $mark }</b> · { $kind }
progress-weights = <i>Цифра сверху – вес работы.</i>
progress-unmarked = Пока без отметок: { $subjects }
progress-none = За этот период отметок нет.
progress-no-periods = Учебные периоды ещё не заведены.
progress-button-subject = { $subject }
progress-button-subject-fresh = { $subject } +{ $count }
progress-button-subjects = ‹ Все предметы
progress-button-previous = ◀ { $period }
progress-button-next = { $period } ▶

absences-title = 🚪 <b>Пропуски и опоздания</b> · { $period }, { $span }
absences-lessons = Пропущено уроков: <b>{ $count }</b>
absences-reasons = ({ $reasons })
absences-reason-ill = болезнь – { $count }
absences-reason-excused = уважительная причина – { $count }
absences-reason-absent = причина не указана – { $count }
absences-days = Дней целиком: <b>{ $count }</b>
absences-late = Опозданий: <b>{ $count }</b>, всего { $minutes } мин
absences-by-subject = <b>По предметам</b>
absences-subject-missed = { $subject } – { $missed }
absences-subject-late = { $subject } – опозданий { $late }
absences-subject-both = { $subject } – { $missed }, опозданий { $late }
absences-by-day = <b>По дням</b>
absences-day = <b>{ $day }</b>
absences-record = { $number }. { $subject } – { $presence }
absences-none = Пропусков и опозданий за этот период нет.
