### Вечернее сообщение: что нужно к завтрашнему дню. Имена предметов и учителей стоят только в именительном падеже.

evening-day = 🌙 <b>{ $day }</b>
evening-day-near = 🌙 <b>{ $day }</b> ({ $near })
evening-first = 🔔 Первый урок – в { $time }, { $subject }
evening-first-room = 🔔 Первый урок – в { $time }, { $subject }, { $room }
evening-cancelled = 🔀 <s>{ $number }. { $subject }</s> – урок отменён
evening-moved-away = 🔀 <s>{ $number }. { $subject }</s> – перенесён на { $day }, { $other }-й урок
evening-moved-here = 🔀 { $number }. { $subject } – перенесён с { $day }, { $other }-й урок
evening-substitute = 🔁 { $number }. { $subject } – замена: { $teacher }
evening-work = 📝 { $number }. <b>{ $subject }</b> – { $kind }
evening-work-titled = 📝 { $number }. <b>{ $subject }</b> – { $kind } «{ $title }»
evening-bring = 👜 Взять с собой: { $things }
evening-homework = 🎒 <b>Домашнее задание</b>
evening-task = { $number }. <b>{ $subject }</b>{ $personal ->
    [yes] , лично
   *[no] {""}
}: { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎 { $files }
}
evening-task-done = ✅ { $number }. <b>{ $subject }</b>{ $personal ->
    [yes] , лично
   *[no] {""}
}: { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎 { $files }
}
evening-hint = <i>Нажмите на задание, когда оно сделано.</i>
evening-all-done = 🎉 Всё отмечено как сделанное.
