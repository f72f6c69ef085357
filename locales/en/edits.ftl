### The report of changed marks: in the chat, as a file, by command.
### $chosen – the name of a class, teacher, subject or student, all – not narrowed.

edits-title = ✏️ <b>Changed marks</b> · { $school }
    { $span }{ $chosen ->
        [all] {""}
       *[other] {" · "}<b>{ $chosen }</b>
    }
edits-year = since the school year began
edits-count = { $count ->
    [one] { $count } change, the newest first.
   *[other] { $count } changes, the newest first.
}
edits-none = There are no changes.
edits-mark = <b>{ $student }</b>: { $before } → <b>{ $after }</b>
edits-where = { $klass } · { $subject } · { $lesson }
edits-who = { $who }, { $moment } · <code>{ $code }</code>
edits-why = Reason: { $reason }
edits-nobody = the program
edits-lesson = { $day }, lesson { $number }
edits-final = final: { $term ->
    [year] year
    [exam] examination
    [overall] certificate
   *[other] { $term }
}
edits-by-klass = 🏫 Class
edits-by-teacher = 👤 Teacher
edits-by-subject = 📘 Subject
edits-by-student = 🎒 Student
edits-months = 🗓 Month
edits-all = ✖️ Everything
edits-xlsx = 📄 XLSX sheet
edits-pdf = 🖨 PDF
edits-back = ‹ To the report
edits-choice = { $name } · { $count }
edits-choose = ✏️ <b>Changed marks</b> · { $school }
    { $by ->
        [klass] Choose a class. The number of changes stands beside it.
        [teacher] Choose who made the changes. Their number stands beside.
        [subject] Choose a subject. The number of changes stands beside it.
       *[student] Choose a student. The number of changes stands beside.
    }
edits-choose-month = ✏️ <b>Changed marks</b> · { $school }
    Choose a month.
edits-year-button = The whole school year
edits-home-button = ✏️ Changed marks

edits-file-name = changed-marks-{ $day }
edits-file-done = { $count ->
    [one] Done: { $count } change in the file.
   *[other] Done: { $count } changes in the file.
}
edits-file-title = Changed marks · { $school }
edits-file-about = { $first } – { $last }{ $chosen ->
    [all] {""}
   *[other] {" · "}{ $chosen }
}. Changes in all: { $count }.
edits-file-foot = { $school } · page { $page }
edits-file-moment = { $day } { $time }
edits-column-at = When
edits-column-who = Who
edits-column-class = Class
edits-column-subject = Subject
edits-column-student = Student
edits-column-lesson = Lesson
edits-column-before = Before
edits-column-after = After
edits-column-why = Reason
edits-column-code = Record code

report-about = reports as files
report-mark-changes = all marks changed in the school year: who, when, lesson, before, after, reason
report-file = where to write; the kind of file follows from the name's ending
report-suffix = { $file }: a .xlsx or .pdf file is needed
report-not-writable = { $file }: cannot be written
report-done = { $file }: { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
