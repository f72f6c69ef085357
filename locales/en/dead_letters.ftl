### Letters that nobody got: the administrator's list.

dead-title = { $count ->
    [0] ✉️ <b>Every message was delivered</b>
    [one] ✉️ <b>{ $count } message was not delivered</b>
   *[other] ✉️ <b>{ $count } messages were not delivered</b>
}
dead-line = <b>{ $number }.</b> { $kind ->
    [mark] Marks
    [attendance] Attendance
    [homework] Homework
    [remark] A teacher's comment
    [lesson_change] A change of the timetable
    [lesson_change_staff] A change of the timetable
    [period_mark] Final marks
    [forecast] Forecast
    [signal] A request to take note
    [digest] The evening's digest
    [notice] A notice
    [message] A message
    [duty_list] A list of duties
    [lesson_form] A reminder of a lesson
    [homework_form] A reminder of homework
   *[other] A service message
} · { $moment }
    { $reader ->
        [none] To: an account without access
       *[other] To: { $reader }
    }. { $reason ->
        [refused] Telegram did not take the message.
        [spoilt] The message could not be composed: a fault of the program.
       *[unknown] The reason was not noted.
    }
dead-hint = A message is composed anew of what is true now. If the fault comes again, tell whoever runs the bot.
dead-revive-button = 🔁 { $number } · Send
dead-close-button = ✖️ { $number } · Close
dead-revived = Sending once more
dead-closed = Closed
dead-home-button = ✉️ Not delivered: { $count }
