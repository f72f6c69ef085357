### The evening's digest: one message about a child, what is new by topic.

digest-title = 🌆 New today, { $day }
digest-section-attendance = <b>Attendance</b>
digest-section-mark = <b>Marks</b>
digest-section-period-mark = <b>Results</b>
digest-section-homework = <b>Homework</b>
digest-section-remark = <b>Teachers’ comments</b>
digest-section-lesson-change = <b>Changes of the timetable</b>
digest-section-signal = <b>Please take note</b>
