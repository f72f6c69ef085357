### The timetable as a file for the calendar of a phone.

calendar-button = 📅 To calendar
calendar-button-lessons = ‹ Lessons
calendar-file-name = timetable
calendar-name-child = School: { $name }, { $klass }
calendar-name-own = My lessons
calendar-lesson = Lesson { $number }, { $teacher }
calendar-substituted = Substitution: by the timetable { $teacher }
calendar-own-lesson = { $klass } · { $subject }
calendar-own-number = Lesson { $number }
calendar-own-substitution = Substitution: by the timetable { $teacher }
calendar-room = room { $room }
calendar-cancelled = Cancelled: { $title }
calendar-event = 🎪 { $name }
calendar-day-off = 🏖 { $name }
calendar-moved-day = 🔁 { $name }
calendar-done = 📅 Timetable, events and holidays: { $span }.

    Open the file on the phone, and its calendar will offer to take it in. When the timetable changes, take the file again: entries are updated, not doubled.
calendar-own-done = 📅 <b>My lessons</b>: { $span }.

    Open the file on the phone, and its calendar will offer to take it in. When the timetable changes, take the file again: entries are updated, not doubled.
