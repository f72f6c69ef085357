### The Friday letter to parents: a child's week in twelve lines at the most, good things first.

friday-title = 🗓 <b>Week { $span }</b>
friday-best = 🌟 Good marks: { $marks }
friday-mark = <b>{ $subject }</b> – { $mark }
friday-mark-work = <b>{ $subject }</b> – { $mark } ({ $work })
friday-rises = 📈 The mean has risen: { $subjects }
friday-rise = <b>{ $subject }</b> { $before } → { $after }
friday-present = ✅ This week: never absent, never late
friday-absences = 🚪 Since the year began: { $missed ->
    [0] no lessons missed
    [one] { $missed } lesson missed
   *[other] { $missed } lessons missed
}{ $unexplained ->
    [0] {""}
   *[other] , reason unknown: { $unexplained }
}{ $late ->
    [0] {""}
    [one] ; late once
   *[other] ; late { $late } times
}
friday-lacking = ✍️ No mark yet: { $works }
friday-work = <b>{ $subject }</b>, { $work }
friday-work-refused = <b>{ $subject }</b>, { $work } – not assessed
friday-below = 🎯 Below what you want: { $subjects }
friday-low = <b>{ $subject }</b> – { $mark } is coming, { $wanted } is wanted
friday-ahead = 📝 Ahead: { $works }
friday-work-ahead = { $day } <b>{ $subject }</b>, { $work }
friday-question = 💬 To ask at dinner: what was most interesting about “{ $topic }” ({ $subject })?
friday-more = and { $count } more
