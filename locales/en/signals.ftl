### Signals to the teacher, the class today, a colleague's gaps told to the deputy head.
### To the family without labels: what happened and what may help.

signals-button = ⚠️ Signals
signals-title = ⚠️ <b>{ $klass } · { $subject }</b> · who needs help
signals-none = Nothing to worry about in the last four weeks.
signals-hint = The last four weeks count: three twos in a row or a mean below three; a third of the lessons missed, or three in a row.
signals-line = <b>{ $name }</b>: { $what }
signals-failing = marks { $marks } (mean { $mean })
signals-absent = lessons missed: { $missed } of { $lessons }
signals-student = { $name }
signals-back-day = ‹ Lessons of the day
signals-name = <b>{ $name }</b>
signals-told-parents = ✉️ The parents were told on { $day }.
signals-told-teacher = ✉️ The class teacher was told on { $day }.
signals-tell-parents = ✉️ Tell the parents
signals-tell-teacher = ✉️ Tell the class teacher
signals-back = ‹ Signals
signals-send = ✅ Send
signals-sent = Sent
signals-preview-parents =
    ✉️ <b>The parents will get</b>

    <b>{ $name }</b> · { $klass }
    { $text }
signals-preview-teacher =
    ✉️ <b>The class teacher will get</b>

    <b>{ $name }</b> · { $klass }
    { $text }

signal-letter-failing-parents = { $subject }: in the last weeks – marks { $marks }. It is still easy to catch up: { $teacher } will say what to go over. Ask at the next lesson.
signal-letter-absent-parents = { $subject }: in the last weeks { $missed } of { $lessons } lessons were missed. { $teacher } will say what was done and where to begin.
signal-letter-failing-teacher = { $subject }, { $teacher }: in four weeks – marks { $marks }. Help is needed, please talk to the student and the family.
signal-letter-absent-teacher = { $subject }, { $teacher }: in four weeks { $missed } of { $lessons } lessons were missed. Please find out why.
signal-letter-marks-button = ✏️ Marks

error-signal-told = This was told already; again in two weeks at the earliest.
error-signal-nobody = The class has no other class teacher to tell.

## The class today

klass-today-button = 📅 The class today
klass-today-named-button = 📅 { $klass } today
klass-today-no-lessons = No lessons today.
klass-today-lesson-taken = ✅ <b>{ $number }.</b> { $subject }
klass-today-lesson-untaken = ❔ <b>{ $number }.</b> { $subject }: not taken ({ $keeper })
klass-today-lesson-ahead = ▫️ <b>{ $number }.</b> { $subject }, { $time }
klass-today-lesson-cancelled = 🚫 <b>{ $number }.</b> { $subject }: does not take place
klass-today-absent = <b>Not at lessons</b>
klass-today-absentee = { $name }: { $lessons }
klass-today-absence = lesson { $number } – { $what }
klass-today-absence-why = lesson { $number } – { $what } ({ $reason })
klass-today-everybody = Everybody is there.
klass-today-refresh = 🔄 Refresh
klass-today-board = 📊 Teachers' records

## A colleague's gaps

gap-button = 📨 Tell the deputy head: { $name }
gap-sent = { $count ->
    [one] The deputy head will know: { $count } lesson lacks records.
   *[other] The deputy head will know: { $count } lessons lack records.
}
gap-letter =
    📨 <b>{ $klass }</b> · from { $teller }

    { $teacher }: { $count ->
        [one] records of { $count } lesson of the class are overdue.
       *[other] records of { $count } lessons of the class are overdue.
    }
gap-letter-button = 📊 The teacher's duties
error-gap-told = The deputy head knows of this since today.
error-gap-nobody = No deputy head is named for these grades. Tell the school's administrator.
