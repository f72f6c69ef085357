### The evening message: what is needed for tomorrow.

evening-day = 🌙 <b>{ $day }</b>
evening-day-near = 🌙 <b>{ $day }</b> ({ $near })
evening-first = 🔔 First lesson at { $time }: { $subject }
evening-first-room = 🔔 First lesson at { $time }: { $subject }, { $room }
evening-cancelled = 🔀 <s>{ $number }. { $subject }</s> – cancelled
evening-moved-away = 🔀 <s>{ $number }. { $subject }</s> – moved to { $day }, lesson { $other }
evening-moved-here = 🔀 { $number }. { $subject } – moved from { $day }, lesson { $other }
evening-substitute = 🔁 { $number }. { $subject } – substitute: { $teacher }
evening-work = 📝 { $number }. <b>{ $subject }</b> – { $kind }
evening-work-titled = 📝 { $number }. <b>{ $subject }</b> – { $kind } “{ $title }”
evening-bring = 👜 Bring: { $things }
evening-homework = 🎒 <b>Homework</b>
evening-task = { $number }. <b>{ $subject }</b>{ $personal ->
    [yes] , for you alone
   *[no] {""}
}: { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎 { $files }
}
evening-task-done = ✅ { $number }. <b>{ $subject }</b>{ $personal ->
    [yes] , for you alone
   *[no] {""}
}: { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎 { $files }
}
evening-hint = <i>Press a task when it is done.</i>
evening-all-done = 🎉 Everything is ticked as done.
