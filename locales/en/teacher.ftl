### The teacher's side: the day, a lesson's card, refusals.

teacher-heading = <b>{ $klass } · { $subject }</b> · lesson { $number }, { $day }
teacher-klass-subgroup = { $klass } ({ $subgroup })

## The day

teacher-day-title = 📚 <b>{ $day }</b>
teacher-day-line = <b>{ $number }.</b> { $time } { $klass } · { $subject }
teacher-day-line-cancelled = <s>{ $number }. { $time } { $klass } · { $subject }</s> – cancelled
teacher-day-line-room = { $line }, room { $room }
teacher-day-line-handed-over = { $line } – given by { $substitute }
teacher-day-line-substitution = { $line } – instead of { $teacher }
teacher-day-line-missing = { $line } · lacks { $parts }
teacher-day-line-done = { $line } ✓
teacher-day-empty = No lessons.
teacher-day-legend = { $parts } – not recorded yet.
teacher-day-overdue =
    ⚠️ { $count ->
        [one] { $count } lesson of earlier days is still open.
       *[other] { $count } lessons of earlier days are still open.
    }
teacher-day-overdue-button = ⚠️ Still open: { $count }
teacher-day-lesson-button = { $number } · { $klass } { $subject }
teacher-day-previous = ◀ { $day }
teacher-day-next = { $day } ▶
teacher-day-today = Today
teacher-day-week-back = ⏪ { $day }
teacher-day-week-on = { $day } ⏩

teacher-now-attendance = 👥 Attendance · { $number }. { $klass }
teacher-now-marks = ✏️ Marks

teacher-part-attendance = 👥
teacher-part-topic = 📝
teacher-part-homework = 🎒
teacher-part-marks = ✏️
teacher-part-attendance-word = attendance
teacher-part-topic-word = topic
teacher-part-homework-word = homework
teacher-part-marks-word = marks

## What is still open

teacher-overdue-title = ⚠️ <b>Still open</b>
teacher-overdue-none = Everything is recorded. Thank you!
teacher-overdue-line = <b>{ $day }</b>, { $klass } · { $subject }, lesson { $number }
teacher-overdue-duty = { $what } – by { $until } ({ $clause })
teacher-overdue-duty-paused = ⏸ { $what } – put off to { $until }: { $reason }
teacher-overdue-duty-late = ❗ { $what } – was due { $until } ({ $clause })
teacher-overdue-more = … and { $count } more.
teacher-overdue-button = { $day } · { $klass } { $subject }

## A lesson's card

teacher-lesson-time = { $time }
teacher-lesson-time-room = { $time }, room { $room }
teacher-lesson-cancelled = 🚫 The lesson is cancelled: nothing to record.
teacher-lesson-substitution = 🔁 Substitution: { $substitute } instead of { $teacher }
teacher-lesson-read-only = 👁 { $keeper } keeps this lesson's journal. You can only read it.
teacher-lesson-topic = 📝 { $topic }
teacher-lesson-topic-none = 📝 No topic recorded
teacher-lesson-attendance-none = 👥 Attendance not taken
teacher-lesson-attendance-all = 👥 Everybody is here: { $students }
teacher-lesson-attendance = 👥 { $absent } of { $students } not here: { $names }
teacher-lesson-attendance-late = 👥 { $students } here, late: { $names }
teacher-lesson-absentee = { $name } ({ $sign })
teacher-lesson-absentee-late = { $name } ({ $sign } { $minutes } min)
teacher-lesson-homework-none = 🎒 No homework recorded
teacher-lesson-homework-nothing = 🎒 Nothing given
teacher-lesson-homework = 🎒 { $text }
teacher-lesson-homework-due = 🎒 For { $day }: { $text }
teacher-lesson-homework-files = { $line } 📎{ $count }
teacher-lesson-homework-personal = { $line } (individual: { $name })
teacher-lesson-marks-none = ✏️ No marks yet
teacher-lesson-marks-nothing = ✏️ Without marks
teacher-lesson-work = ✏️ { $work }: { $marked } of { $students }
teacher-lesson-remark = 💬 { $name }: { $text }

teacher-button-attendance = 👥 Attendance
teacher-button-attendance-done = 👥 Attendance ✓
teacher-button-topic = 📝 Topic
teacher-button-topic-done = 📝 Topic ✓
teacher-button-homework = 🎒 Homework
teacher-button-homework-done = 🎒 Homework ✓
teacher-button-marks = ✏️ Marks
teacher-button-marks-done = ✏️ Marks ✓
teacher-button-remark = 💬 Comment on a student
teacher-button-day = ‹ Lessons of the day
teacher-button-lesson = ‹ To the lesson
teacher-button-cancel = ‹ Never mind

teacher-fitting-more = … not everything fits.

## Refusals

error-no-lessons = You have no lessons here. If that is wrong, write to the school's administrator.
error-lesson-cancelled = The lesson is cancelled: there is nothing to record in it.
error-lesson-ahead = The lesson has not begun yet. Recording starts 15 minutes before the bell.
error-grade-one = Grade 1 has neither marks nor homework. Record the topic and the attendance.
error-text-empty = The text is empty. Write a word at least.
error-text-long = Too long: { $length } characters, { $limit } at most. Please shorten it and send it again.
error-plan-topic-gone = This topic is no longer in the class's plan. Open “Topic” again and choose another one.
