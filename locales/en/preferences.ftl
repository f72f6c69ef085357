### Notifications as each person chooses them: topics about a child, quiet hours, the evening digest.
### $topic – the topic; $telling – now (at once), digest (in the evening), off (not at all); $at – a time.

preferences-button = 🔔 Notifications
preferences-title = 🔔 <b>Notifications</b>
preferences-back-settings = ‹ Settings
preferences-back = ‹ Notifications
preferences-back-topics = ‹ All topics
preferences-child = { $name } · { $klass }
preferences-whom = About whom?
preferences-button-quiet = 🌙 Quiet hours
preferences-button-digest = 🌆 Digest

## Quiet hours

preferences-quiet-line = 🌙 Quiet hours: <b>{ $hours }</b>. The bot is silent then, what is new comes in the morning. Only what is urgent does not wait: a missed lesson while school is on, an urgent notice of the school, a warning about your access.
preferences-quiet-none = 🌙 No quiet hours: messages come at night too.
preferences-quiet-ask = Choose when they begin and end:
preferences-hour = { $chosen ->
    [yes] ✓ { $side ->
        [from] from { $at }
        [until] until { $at }
       *[at] { $at }
    }
   *[no] { $side ->
        [from] from { $at }
        [until] until { $at }
       *[at] { $at }
    }
}
preferences-button-no-quiet = { $chosen ->
    [yes] ✓ No quiet hours
   *[no] No quiet hours
}
preferences-quiet-kept = Quiet hours: { $hours }
preferences-no-quiet-kept = No quiet hours any more
preferences-quiet-and-digest = Done. The digest now comes at { $at }: before the quiet hours.

## Evening digest

preferences-digest-line = 🌆 Evening digest: <b>at { $at }</b> – one message about a child instead of many. Choose below which topics go into it.
preferences-digest-title = 🌆 <b>Evening digest</b>
preferences-digest-ask = At what hour?
preferences-digest-later = Later hours are quiet ones. If you want those, move the quiet hours first.
preferences-digest-kept = Digest at { $at }

## Topics

preferences-topic = { $topic ->
    [attendance] attendance
    [marks] marks
    [results] results
    [homework] homework
    [remarks] comments
    [timetable] timetable
    [events] events
    [notices] notices
    [messages] messages
    [forecast] forecast
    [evening] “For tomorrow”
   *[friday] the week
}
preferences-topic-name = { $topic ->
    [attendance] Attendance
    [marks] Marks
    [results] Results
    [homework] Homework
    [remarks] Comments
    [timetable] Timetable
    [events] Events
    [notices] Notices
    [messages] Messages
    [forecast] Forecast
    [evening] For tomorrow
   *[friday] The week
}
preferences-icon = { $telling ->
    [now] 🔔
    [digest] 🌆
   *[off] 🔕
}
preferences-topic-button = { preferences-icon } { preferences-topic-name }
preferences-told = { $telling ->
    [now] 🔔 <b>At once:</b> { $topics }.
    [digest] 🌆 <b>In the evening, at { $at }:</b> { $topics }.
   *[off] 🔕 <b>Not sent:</b> { $topics }.
}
preferences-publication = ✏️ The school sends new marks on school days from { $opens } to { $closes }.
preferences-alone = These settings are yours alone: other adults and the child choose for themselves.
preferences-own = These settings are yours alone: your parents choose for themselves.
preferences-button-copy = { $others ->
    [single] 👯 The same for the other child
   *[several] 👯 The same for the other children
}
preferences-copied = { $others ->
    [single] Done: the same for the other child
   *[several] Done: the same for the other children
}

## One topic

preferences-topic-title = <b>{ preferences-topic-name }</b>
preferences-about = { $topic ->
    [attendance] Missed lessons and lateness.
    [marks] New, corrected and withdrawn marks.
    [results] Marks of periods, the year and examinations.
    [homework] New, changed and cancelled homework.
    [remarks] Teachers’ comments on lessons.
    [timetable] Substitutions, cancelled and moved lessons.
    [events] Events of school and class.
    [notices] Notices of school and class, and what teachers let parents know.
    [messages] Answers of teachers and school in your talks.
    [forecast] A forecast three weeks before the period’s end – if there is something to mend.
    [evening] In the evening before a school day: homework for tomorrow and what to bring.
   *[friday] On Fridays: the child’s week in a few lines.
}
preferences-mandatory = 🔒 It cannot be switched off: { $topic ->
    [messages] these are answers to you
   *[other] the school has to tell families of it
} ({ $clause }). It can go into the evening digest.
preferences-choice = { $chosen ->
    [yes] ✓ { preferences-icon } { preferences-manner }
   *[no] { preferences-icon } { preferences-manner }
}
preferences-manner = { $letter ->
    [yes] { $telling ->
        [now] Send it
       *[off] Do not send
    }
   *[no] { $telling ->
        [now] At once
        [digest] In the evening, at { $at }
       *[off] Do not send
    }
}
preferences-kept = { preferences-topic-name } – { $telling ->
    [now] at once
    [digest] in the evening
    [letter] will be sent
   *[off] will not be sent
}

error-telling-mandatory = This cannot be switched off: the school has to tell families of it ({ $clause }). Choose “In the evening” to hear of it less often.
error-quiet-hours = Quiet hours begin in the evening (19 to midnight) and end in the morning (5 to 10). Choose them by the buttons.
error-digest-hour = The digest cannot come at this hour: it is by day, or within the quiet hours. Choose another hour or move the quiet hours first.
