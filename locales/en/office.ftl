### Home of the deputy head, the head, the working group, the inspector: the school today.

office-title = 🏫 <b>{ $school }</b> · { $day }
office-no-lessons = No lessons today.
office-lessons = Lessons today: { $count }{ $cancelled ->
    [0] { "" }
   *[other] , cancelled { $cancelled }
}{ $substituted ->
    [0] { "" }
   *[other] , substituted { $substituted }
}.
office-absent = Absent: { $count ->
    [one] { $count } student
   *[other] { $count } students
}{ $ill ->
    [0] { "" }
   *[other] , { $ill } of them ill
}.
office-nobody-absent = Nobody has been marked absent so far.
office-records = Records of lessons: 🔴 { $overdue } overdue · ⏳ { $open } still in time.
office-records-complete = ✅ The journal is complete: nothing is missing.
office-period = { $period }: { $days ->
    [0] the last day.
    [one] { $days } day left, until { $day }.
   *[other] { $days } days left, until { $day }.
}
office-remarks = 🗂 Remarks: { $open } with teachers, { $resolved } to be looked at.
office-board-button = 📊 Board
office-button = 📊 Control
