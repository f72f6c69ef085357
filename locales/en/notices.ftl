### Letters: what comes by itself – to families about marks and attendance, to teachers about duties, to the administrator about access.
### $sex – male, female or unknown; $of_day – empty, or «for 14 October» with a comma before it.

## First line: whose diary

notice-head = <b>{ $name }</b> · { $klass }
notice-head-no-class = <b>{ $name }</b>
notice-of-day = , for { $day }
notice-more = { $count ->
    [one] …and { $count } more entry in the diary.
   *[other] …and { $count } more entries in the diary.
}
notice-reserved = { $name }: there is something new in the diary.
notice-returned = Welcome back! While the bot was stopped no messages arrived. All that is new is inside: /menu
notice-taken-back = This message was taken back.
notice-files-refused = 📎 An attachment could not be shown: ask for it to be sent once more.

## Marks

notice-mark = { $subject }: <b>{ $new }</b> – { $work }{ $of_day }
notice-mark-corrected = { $subject }: was <b>{ $old }</b> → now <b>{ $new }</b> – { $work }{ $of_day }
notice-mark-withdrawn = { $subject }: mark <b>{ $old }</b> withdrawn – { $work }{ $of_day }
notice-work-titled = { $work } “{ $title }”
notice-work-weighed = { $work }, weight { $weight }
notice-comment = 💬 { $text }

## Attendance

notice-attendance = Lesson { $number }, { $subject }, { $day }: { $what }.
notice-attendance-corrected = Corrected. Lesson { $number }, { $subject }, { $day }: { $what }.
notice-presence-present = { $sex ->
    [male] he was there
    [female] she was there
   *[unknown] present
}
notice-presence-absent = { $sex ->
    [male] he was marked absent
    [female] she was marked absent
   *[unknown] marked absent
}
notice-presence-ill = missed through illness
notice-presence-excused = missed with a good reason
notice-presence-late = { $sex ->
    [male] he was { $minutes } min late
    [female] she was { $minutes } min late
   *[unknown] { $minutes } min late
}
notice-absence-advice = Why? Answer by one button – the class teacher will know at once.

## Homework

notice-homework = 🎒 { $subject }{ $until }{ $personal ->
    [yes] , individual task
   *[no] {""}
}: { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎 { $files }
}
notice-homework-changed = 🎒 { $subject }{ $until }, changed{ $personal ->
    [yes] , individual task
   *[no] {""}
}: { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎 { $files }
}
notice-homework-withdrawn = 🎒 { $subject }{ $until }: the task was withdrawn.
notice-homework-until = , due { $day }

## Teachers' comments

notice-remark = { $subject }, { $day }. The teacher writes: { $text }

## Access

notice-entry = New access to the diary: <b>{ $name }</b> ({ $kind ->
    [guardian] parent
    [student] student
   *[staff] staff
}). If this should not be, close the access.
notice-klass-entries = 🚪 <b>Entered today: { $count }</b>
notice-klass-entry = { $name } ({ $kind ->
    [guardian] parent
   *[student] student
}) · { $child }, { $klass }
notice-klass-entries-hint = Somebody should not be here? Cut the access and print a new code.
notice-button-cut-one = ⛔ { $name }
notice-button-entries = ✉️ Who is in, codes · { $klass }
notice-entry-to-confirm = Waiting for confirmation: <b>{ $name }</b>{ $has_position ->
    [yes] , { $position }
   *[no] {""}
}. Without your consent there is no access to the journal.
notice-entry-confirmed = The administrator has confirmed your access. The journal is open.
notice-access-cut = Access closed: <b>{ $name }</b> ({ $kind ->
    [guardian] parent
    [student] student
   *[staff] staff
}). To open it again, issue a new invitation.
notice-access-reported = 🔒 Access closed at its owner's request, it may be in somebody else's hands: <b>{ $name }</b> ({ $kind ->
    [guardian] parent
    [student] student
   *[staff] staff
}). Talk to them in person and, if all is well, issue a new invitation.
notice-own-access-cut = Your access is closed. If this is a mistake, ask the school for a new invitation.

## Teachers' reminders

notice-subgroup = { $klass }, { $name }
notice-lesson = <b>{ $klass } · { $subject } · lesson { $number }</b>
notice-lesson-lacks = The lesson is over. Still to be recorded: { $parts }.
notice-homework-missing = <b>{ $klass } · { $subject } · lesson { $number }: no homework, { $left }</b>
notice-homework-due = Homework is due { $until }.
notice-minutes-left = { $minutes ->
    [one] { $minutes } minute left
   *[other] { $minutes } minutes left
}
notice-time-left = { $time } left
notice-clause = <i>Regulation: { $clause }</i>
notice-until-time = { $day } at { $time }
notice-until-day-end = { $day }, end of day
notice-part-lesson-homework = homework
notice-part-lesson-marks = marks
notice-part-lesson-attendance = attendance
notice-part-lesson-topic = topic
notice-part-work-marks = marks for the checked work
notice-duties = <b>The journal is waiting</b>
notice-soon = { $count ->
    [one] Due soon – { $count } entry:
   *[other] Due soon – { $count } entries:
}
notice-overdue = { $count ->
    [one] Overdue – { $count } entry:
   *[other] Overdue – { $count } entries:
}
notice-duty-line = • { $klass } · { $subject } · { $day }, lesson { $number }: { $parts }
notice-lessons-more = { $count ->
    [one] …and { $count } more lesson in the journal.
   *[other] …and { $count } more lessons in the journal.
}
notice-duty-parts = { $parts } (due { $until })

## Buttons

notice-button-marks = 📈 All marks
notice-button-day = 📖 Open the day
notice-button-homework = 🎒 All homework
notice-button-cut = ⛔ Close the access
notice-button-confirm = ✅ Confirm
notice-button-refuse = ⛔ Refuse
notice-button-open = 📖 Open the journal
notice-button-today = 📋 My lessons today
notice-button-lesson = { $klass } · { $subject } · { $day }
notice-button-no-homework = Nothing set
notice-button-write-homework = ✏️ Write it
notice-button-homework-none = Homework: nothing set
notice-button-homework-write = Homework: write
notice-button-plan = By the plan: { $task }
notice-button-attendance = 👥 Attendance
notice-button-all-present = ✅ All present
notice-button-topic = 📝 Topic
notice-button-set-marks = ✏️ Marks
notice-button-no-marks = No marks
