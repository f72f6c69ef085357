### How the journals were kept in a week and a month: draft, letter to the staff, the month's report. Nobody is named.

analysis-button = 🧾 The week's analysis
analysis-title-week = 🧾 <b>How the journals were kept</b> · { $school } · { $days }
analysis-title-month = 🧾 <b>Report of the month</b> · { $school } · { $days }
analysis-text = { $text }
analysis-unfinished-week = ⚠️ The week is not over ({ $days }): only what is recorded so far goes in. It can be sent once.
analysis-unfinished-month = ⚠️ The month is not over ({ $days }): only what is recorded so far goes in. It can be sent once.
analysis-posted = ✉️ Sent to the staff: { $moment }.
analysis-no-records = No records were due in these days yet.
analysis-in-time = 📚 Records in time: { $percent } %{ $late ->
    [0] { "" }
   *[other] , late { $late }
}{ $overdue ->
    [0] , none overdue
   *[other] , overdue { $overdue }
}.
analysis-complete = Classes with nothing overdue: { $complete } of { $klasses }.
analysis-late = Missing most often:
analysis-late-rule = • { $rule }: { $overdue ->
    [0] late { $late }
   *[other] overdue { $overdue }{ $late ->
        [0] { "" }
       *[other] , late { $late }
    }
}
analysis-fill = 📈 Lessons given: { $lessons }. Attendance was taken in { $attendance } %, topics were recorded in { $topics } %, homework in { $homework } %.
analysis-marks = Marks per student and subject: { $each }.
analysis-missed = 👥 Lessons missed: { $lessons }{ $ill ->
    [0] { "" }
   *[other] , { $ill } of them by illness
}. { $students ->
    [one] { $students } student was absent
   *[other] { $students } students were absent
}.
analysis-nobody-missed = 👥 Nobody missed a lesson.
analysis-remarks = 🗂 Remarks: new { $written }, closed { $confirmed }, open { $open }.
analysis-post-button = 📨 To the staff
analysis-words-button = ✍️ Own words
analysis-xlsx-button = 📥 XLSX
analysis-pdf-button = 🖨 PDF
analysis-span-week = Week
analysis-span-month = Month
analysis-before = ◀ earlier
analysis-after = later ▶
analysis-preview = ✉️ <b>All staff will get it like this</b>
analysis-send-button = ✅ Send to all staff
analysis-ask =
    Send the whole text of the analysis. The figures can be copied from here:

    <code>{ $text }</code>
analysis-sent = Sent to the staff
analysis-xlsx-file = Report on the journals, { $month }.xlsx
analysis-pdf-file = Report on the journals, { $month }.pdf
analysis-paper-title = Report on the journals · { $school } · { $month }
analysis-paper-about = Records of lessons in time: { $percent } %, late { $late }, overdue { $overdue }.
analysis-sheet-teacher = Duties, teachers
analysis-sheet-klass = Duties, classes
analysis-sheet-rule = Duties, rules
analysis-sheet-remarks = Open remarks
analysis-head-teacher = Teacher
analysis-head-klass = Class
analysis-head-rule = Rule
analysis-head-percent = In time, %
analysis-head-done = In time
analysis-head-late = Late
analysis-head-overdue = Overdue
analysis-head-open = Still in time
analysis-head-paused = Paused
analysis-head-remark = Remark
analysis-head-due = Due
analysis-head-writer = Written by

error-analysis-posted = The analysis of these days was sent to the staff already.
