### Marks and absences of a period.

progress-title = ✏️ <b>Marks</b> · { $period }, { $span }
progress-subject-title = ✏️ <b>{ $subject }</b> · { $period }
progress-fresh = { $count ->
    [one] { $count } new mark, it is underlined.
   *[other] { $count } new marks, they are underlined.
}
progress-subject = <b>{ $subject }</b> · { $mean }
progress-subject-weighted = <b>{ $subject }</b> · { $mean } (weighted { $weighted })
progress-subject-words = <b>{ $subject }</b>
progress-means = Mean: <b>{ $mean }</b>
progress-means-weighted = Mean: <b>{ $mean }</b>, weighted: <b>{ $weighted }</b>
progress-marks-more = … { $marks }
progress-mark = { $mark }
progress-mark-fresh = <u>{ $mark }</u>
progress-mark-line = { $day } · <b>{ $mark }</b> · { $kind }
progress-weights = <i>The small figure is the weight of the work.</i>
progress-unmarked = No marks yet: { $subjects }
progress-none = There are no marks in this period.
progress-no-periods = No school periods have been entered yet.
progress-button-subject = { $subject }
progress-button-subject-fresh = { $subject } +{ $count }
progress-button-subjects = ‹ All subjects
progress-button-previous = ◀ { $period }
progress-button-next = { $period } ▶

absences-title = 🚪 <b>Absences and lateness</b> · { $period }, { $span }
absences-lessons = Lessons missed: <b>{ $count }</b>
absences-reasons = ({ $reasons })
absences-reason-ill = ill – { $count }
absences-reason-excused = excused – { $count }
absences-reason-absent = no reason given – { $count }
absences-days = Whole days: <b>{ $count }</b>
absences-late = Late: <b>{ $count }</b>, { $minutes } min in all
absences-by-subject = <b>By subject</b>
absences-subject-missed = { $subject } – { $missed }
absences-subject-late = { $subject } – late { $late }
absences-subject-both = { $subject } – { $missed }, late { $late }
absences-by-day = <b>By day</b>
absences-day = <b>{ $day }</b>
absences-record = { $number }. { $subject } – { $presence }
absences-none = No absences and no lateness in this period.
