### When there are too many letters within an hour: the rest as one message about a child.

rollup-news = { $count ->
    [one] { $count } more piece of news
   *[other] { $count } more pieces of news
}: { $parts }. All of it is in the diary.
rollup-part-attendance = { $count ->
    [one] { $count } attendance record
   *[other] { $count } attendance records
}
rollup-part-mark = { $count ->
    [one] { $count } mark
   *[other] { $count } marks
}
rollup-part-message = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
rollup-part-remark = { $count ->
    [one] { $count } teacher's comment
   *[other] { $count } teachers' comments
}
rollup-part-homework = { $count ->
    [one] { $count } homework
   *[other] { $count } homework tasks
}
rollup-part-signal = { $count ->
    [one] { $count } request to take note
   *[other] { $count } requests to take note
}
rollup-part-lesson-change = { $count ->
    [one] { $count } change of the timetable
   *[other] { $count } changes of the timetable
}
rollup-part-period-mark = { $count ->
    [one] { $count } final mark
   *[other] { $count } final marks
}
rollup-part-school-event = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
rollup-part-notice = { $count ->
    [one] { $count } notice
   *[other] { $count } notices
}
rollup-part-day-moved = { $count ->
    [one] { $count } moved school day
   *[other] { $count } moved school days
}
rollup-button-diary = 📖 Open the diary
