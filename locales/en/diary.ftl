### The diary: day, week, lesson, timetable, homework, the family's first screen.
### $child is the child's name, $klass the class.

## Heading

diary-heading = <b>{ $child }</b> · { $klass }
diary-heading-plain = <b>{ $child }</b>
diary-day = 📅 <b>{ $day }</b>
diary-day-near = 📅 <b>{ $day }</b> ({ $near })
diary-text = { $text }

## Lesson

diary-lesson = <b>{ $number }. { $subject }</b> · { $time }
diary-lesson-cancelled = <s>{ $number }. { $subject }</s> · { $time } – cancelled
diary-lesson-away = <s>{ $number }. { $subject }</s> – { $to }
diary-lesson-moved = ↪️ { $place }
diary-moved-to = moved to { $day }, lesson { $number }
diary-moved-from = moved from { $day }, lesson { $number }
diary-subject-group = { $subject } ({ $group })
diary-lesson-place = { $teacher } · { $room }
diary-room = room { $room }
diary-lesson-substitute = 🔁 substitute: { $teacher }
diary-lesson-topic = 📝 { $topic }
diary-lesson-work = 📝 <b>{ $work }</b>
diary-lesson-work-titled = 📝 <b>{ $work }</b> “{ $title }”
diary-lesson-homework = 🎒 { $text }
diary-lesson-homework-individual = 🎒 for this student: { $text }
diary-lesson-homework-undated = 🎒 no date: { $text }
diary-lesson-mark = ✏️ <b>{ $mark }</b> { $kind }
diary-mark-title = “{ $title }”
diary-mark-comment = – { $comment }
diary-lesson-missed = 🚪 { $presence }
diary-lesson-late = ⏰ { $presence }
diary-lesson-remark = 💬 { $text }
diary-files = 📎 { $count }
diary-with-files = { $text } 📎 { $count }
diary-done = ✅ { $text }

## Day

diary-no-lessons = No lessons.
diary-holiday = 🏖 { $name }
diary-holiday-span = 🏖 { $name }: { $span }
diary-moved = 🔀 { $name }
diary-event = 📌 { $name }
diary-event-at = 📌 { $time } · { $name }
diary-event-place = { $event } ({ $place })
diary-next-school-day = The next school day is { $day }.
diary-homework-loose = 🎒 Also due this day: <b>{ $subject }</b> – { $text }
diary-legend-homework = <i>🎒 – what is due on this day</i>
diary-shortened = <i>Long texts are shortened. Press a lesson's number to read it in full.</i>
diary-cut = <i>Not everything fitted in here.</i>

diary-button-today = Today
diary-button-diary = 📅 Today
diary-button-week = 📆 Week
diary-button-pick = 🗓 Date
diary-button-day = 📅 Day
diary-button-previous = ◀ { $day }
diary-button-next = { $day } ▶
diary-button-earlier = ◀ Earlier
diary-button-this-week = This week
diary-button-later = Later ▶
diary-button-lesson = { $number }
diary-button-files = 📎 { $name }
diary-button-homework = 🎒 Homework
diary-button-marks = ✏️ Marks
diary-back-to-day = ‹ { $day }
diary-pick-title = 🗓 Which day?

## Week

diary-week-title = 📆 <b>Week { $span }</b>
diary-week-day = <b>{ $day }</b>
diary-week-lesson = { $number }. { $subject }
diary-week-lesson-cancelled = <s>{ $number }. { $subject }</s>
diary-week-work = 📝 <b>{ $work }</b>
diary-week-homework = 🎒 { $text }
diary-week-mark = <b>{ $mark }</b>
diary-week-substitute = 🔁
diary-week-moved = ↪️ { $place }
diary-week-empty = There are no lessons this week.

## Timetable

diary-timetable-title = 🕘 <b>Timetable</b> · { $day }
diary-timetable-line = { $number }. { $time } <b>{ $subject }</b>
diary-timetable-line-cancelled = { $number }. <s>{ $time } { $subject }</s> – cancelled
diary-timetable-ahead = <b>Ahead</b>
diary-timetable-holiday = 🏖 { $span } · { $name }
diary-timetable-moved = 🔀 { $span } · { $name }
diary-timetable-event = 📌 { $day } · { $name }
diary-timetable-event-at = 📌 { $day } { $time } · { $name }
diary-button-timetable-week = Whole week
diary-button-timetable-day = One day

## Homework

diary-homework-title = 🎒 <b>Homework</b> · { $day }
diary-homework-near = { $day } ({ $near })
diary-homework-subject-title = 🎒 <b>{ $subject }</b>
diary-homework-kind = { " " }· { $kind }
diary-homework-item = { $number }. <b>{ $subject }</b>{ $kind }
diary-homework-item-done = ✅ { $number }. <b>{ $subject }</b>{ $kind }
diary-homework-dated = <b>{ $day }</b>{ $kind }
diary-homework-dated-done = ✅ <b>{ $day }</b>{ $kind }
diary-homework-undated = no date
diary-homework-individual = for this student
diary-homework-none = Nothing is due on this day.
diary-homework-none-week = Nothing is due this week.
diary-homework-none-subject = There is no homework of the last four weeks or ahead.
diary-homework-ticking = <i>Press an item when it is done.</i>
diary-homework-ticks = <i>✅ – ticked as done</i>
diary-homework-choose = 🎒 Homework of which subject?
diary-button-tick = ☐ { $number }. { $subject }
diary-button-ticked = ✅ { $number }. { $subject }
diary-button-homework-week = Whole week
diary-button-homework-day = One day
diary-button-homework-subjects = By subject
diary-back-to-homework = ‹ Homework
diary-files-title = 📎 <b>{ $subject }</b> · { $day }
diary-files-none = This homework has no files any more.

## First grade

diary-unmarked = The first grade has no marks and no homework: so it is in all schools. Here are the topics, the attendance and the teachers' words.

## First screen

diary-home-coming = 🔔 Next: { $time } – { $subject }
diary-home-coming-day = 🔔 Next: { $day }, { $time } – { $subject }
diary-home-lessons = { $count ->
    [0] 📚 No lessons today
    [one] 📚 { $count } lesson today
   *[other] 📚 { $count } lessons today
}
diary-home-homework = { $count ->
    [0] 🎒 { $day }: no homework
    [one] 🎒 { $day }: { $count } piece of homework
   *[other] 🎒 { $day }: { $count } pieces of homework
}
diary-home-fresh = { $count ->
    [one] ✏️ { $count } new mark
   *[other] ✏️ { $count } new marks
}
diary-home-nobody = There is no student at school now whose diary you may read. If this is a mistake, write to the class teacher.
diary-button-child = { $name }, { $klass }
diary-button-child-chosen = • { $name }, { $klass }
diary-button-marks-fresh = ✏️ Marks: { $count } new
diary-button-absences = 🚪 Absences
diary-button-timetable = 🕘 Timetable
