### Forecast of period marks and what leads to better ones; the teacher's radar before a period's end.
### $mark is the mark as it stands in its cell; $mean is the weighted mean.

## All subjects

forecast-title = 🔮 <b>Forecast</b> · { $period }, until { $until }
forecast-line = <b>{ $subject }</b> · { $mean } → <b>{ $mark }</b>
forecast-line-set = <b>{ $subject }</b> · <b>{ $mark }</b> was set
forecast-line-none = <b>{ $subject }</b> · no marks yet
forecast-to = ↳ to get { $mark }: { $ways }
forecast-or = {" "}or{" "}
forecast-lacks = Still needed for a period mark: { $needs }
forecast-lacks-urgent = ❗️ Still needed for a period mark: { $needs }
forecast-note = <i>The forecast is what the marks set so far come to. Press a subject to see what leads to 3, 4 or 5.</i>
forecast-none = There are no subjects with marks yet, so no forecast either.

forecast-button = 🔮 Forecast
forecast-button-all = ‹ Forecast
forecast-button-wish = for { $mark }
forecast-button-chosen = • for { $mark }
forecast-button-subject = 🎯 The way to 5

## One subject

forecast-subject-title = 🔮 <b>{ $subject }</b> · { $period }
forecast-stands = Weighted mean <b>{ $mean }</b>, which comes to <b>{ $mark }</b>.
forecast-no-marks = No marks yet.
forecast-set = The period's mark is set: <b>{ $mark }</b>.
forecast-lessons-left = { $count ->
    [0] No lessons are left in this period.
    [one] { $count } lesson is left in this period.
   *[other] { $count } lessons are left in this period.
}
forecast-open = 🎯 Any one of these leads to <b>{ $mark }</b>:
forecast-held = ✅ <b>{ $mark }</b> is coming already. Any one of these would lose it:
forecast-safe = ✅ <b>{ $mark }</b> is coming already, and nothing in this period can change that.
forecast-late = { $count ->
    [0] It was not enough for <b>{ $mark }</b> in this period: no lessons are left.
    [one] { $count } lesson is left – too few for <b>{ $mark }</b>.
   *[other] { $count } lessons are left – too few for <b>{ $mark }</b>.
}
forecast-item = • { $way }
forecast-way = { $marks } { $work }
forecast-way-weighted = { $marks } { $work } (weight { $weight })
forecast-marks-2 = { $count ->
    [one] { $count } two
   *[other] { $count } twos
}
forecast-marks-3 = { $count ->
    [one] { $count } three
   *[other] { $count } threes
}
forecast-marks-4 = { $count ->
    [one] { $count } four
   *[other] { $count } fours
}
forecast-marks-5 = { $count ->
    [one] { $count } five
   *[other] { $count } fives
}
forecast-for-answer = { $count ->
    [1] for an answer
   *[other] for answers
}
forecast-for-independent = { $count ->
    [1] for an independent work
   *[other] for independent works
}
forecast-for-control = { $count ->
    [1] for a control work
   *[other] for control works
}
forecast-year = 📅 The year comes to <b>{ $mark }</b> so far ({ $marks }).
forecast-year-mark = { $period } – { $mark }
forecast-year-set = 📅 The year's mark is set: <b>{ $mark }</b>.
forecast-goal = 🔔 You watch for <b>{ $mark }</b>: if it is not coming three weeks before the period's end but can still be reached, you will get a message.
forecast-goal-set = Watching
forecast-goal-gone = Not watching any more
forecast-button-watch = 🔔 Watch for { $mark }
forecast-button-unwatch = 🔕 Stop watching for { $mark }
forecast-note-lessons = <i>At most one mark a lesson is reckoned with. Works and their weights are the teacher's to decide.</i>

## A letter three weeks before the period's end

forecast-letter-title = 🔮 { $period } ends on { $until }. There is still time for this:
forecast-letter-short = ❗️ Still missing for a period mark: { $subjects }.
forecast-letter-lacks = <b>{ $subject }</b> – { $needs }
forecast-letter-hint = Talk it over together, and with the teacher if need be: there is still time.

## What a period mark still asks for

needs-marks = { $count ->
    [one] { $count } mark
   *[other] { $count } marks
}
needs-written = { $count ->
    [one] { $count } written work
   *[other] { $count } written works
}
needs-labs = { $count ->
    [one] { $count } laboratory work
   *[other] { $count } laboratory works
}
needs-practicals = { $count ->
    [one] { $count } practical work
   *[other] { $count } practical works
}

## Before the period's end

radar-heading = 📡 <b>{ $klass } · { $subject }</b>
radar-subgroup = { $klass } ({ $subgroup })
radar-period = { $count ->
    [0] { $period }, until { $until }: no lessons left.
    [one] { $period }, until { $until }: { $count } lesson left.
   *[other] { $period }, until { $until }: { $count } lessons left.
}
radar-least = A period mark asks for: { $needs }.
radar-least-marks = marks – { $count }
radar-least-written = written works – { $count }
radar-least-labs = laboratory works – { $count }
radar-least-practicals = practical works – { $count }
radar-short = { $count ->
    [one] <b>{ $count }</b> student needs attention.
   *[other] <b>{ $count }</b> students need attention.
}
radar-nobody-short = ✅ Everybody has marks enough, and no two is coming.
radar-nobody = There is nobody in this group.
radar-unassessed = No period marks are set here.
radar-line = { $sign } <b>{ $name }</b> · { $stands }
radar-line-set = { $sign } <b>{ $name }</b> · { $mark } was set
radar-count-marks = marks { $missing ->
    [0] { $have }
   *[other] { $have }/{ $least }
}
radar-count-written = written { $missing ->
    [0] { $have }
   *[other] { $have }/{ $least }
}
radar-count-labs = lab. { $missing ->
    [0] { $have }
   *[other] { $have }/{ $least }
}
radar-count-practicals = pract. { $missing ->
    [0] { $have }
   *[other] { $have }/{ $least }
}
radar-stands = { $mean } → { $mark }
radar-no-marks = no marks
radar-sign-set = ☑️
radar-sign-none = 🟢
radar-sign-short = 🟡
radar-sign-urgent = 🔴
radar-sign-lost = ⛔️
radar-sign-failing = 🟠
radar-legend = <i>🟡 few marks, 🔴 few marks and few lessons, ⛔️ too few lessons left, 🟠 a two is coming.</i>

radar-button = 📡 Marks needed
radar-button-ask = 🙋 Whom to ask

## Whom to ask

radar-ask-title = 🙋 <b>Whom to ask</b>
radar-ask-one = { $number }. <b>{ $name }</b> – { $why }
radar-ask-nobody = Everybody has marks enough and no two is coming. Ask whom you like.
radar-why-no-marks = no marks in this period yet
radar-why-few-marks = { $have } of { $least } marks
radar-why-failing = { $mark } is coming
radar-why-long-ago = last marked on { $day }
radar-why-one-mark-lifts = one five lifts the result
