### The board of duties: by teacher, class, rule; from a line to the lessons.
### 🔴 overdue, ⏳ still time, 🟡 done late, ⏸ paused by the deputy head, ✅ in time.

board-title = 📊 <b>Board of duties</b> · { $school }
board-days = { $span }: { $days }
board-span-day = Day
board-span-week = Week
board-span-month = Month
board-span-period = Period
board-span-day-words = Today
board-span-week-words = Week
board-span-month-words = Month
board-span-period-words = Reporting period
board-by-teacher = Teachers
board-by-klass = Classes
board-by-rule = Rules
board-of-lessons = Lessons
board-of-others = The rest
board-of-all = All
board-counted-lessons = <i>Records of lessons are counted.</i>
board-counted-others = <i>Everything but records of lessons is counted.</i>
board-counted-all = <i>All duties are counted.</i>
board-total = In time { $percent } %: { $counts }
board-total-none = { $open ->
    [0] No duties in these days yet.
   *[other] Nothing is due yet: ⏳ { $open }
}
board-empty = Nothing here so far.
board-count-overdue = 🔴 { $count }
board-count-open = ⏳ { $count }
board-count-late = 🟡 { $count }
board-count-paused = ⏸ { $count }
board-count-done = ✅ { $count }
board-line = <b>{ $name }</b> { $counts }
board-legend = 🔴 overdue · ⏳ still time · 🟡 done late · ⏸ paused · ✅ in time
board-label-overdue = 🔴 { $count } · { $name }
board-label-open = ⏳ { $count } · { $name }
board-label-done = ✅ { $name }
board-part-title = 📊 <b>{ $name }</b>
board-rule-title =
    📜 <b>{ $rule }</b> · { $school }
    <i>{ $clause }</i>
board-rule-of = { $rule } · { $holder }
board-people = <b>By teacher</b>
board-remarks = { $count ->
    [one] 🗂 { $count } open remark.
   *[other] 🗂 { $count } open remarks.
}
board-remark-button = ✍️ Remark
board-back = ‹ Board
board-part-back = ‹ { $name }
board-duties-rule =
    { $rule }
    <i>{ $clause }</i>
board-lesson = { $day } · lesson { $number } · { $klass } { $subject }
board-lesson-button = { $day } { $klass } { $subject }
board-pardon-button = 🤝 Pardon
board-duty-button = { $what }
board-duty-overdue = 🔴 { $what }: was due { $moment }
board-duty-open = ⏳ { $what }: due { $moment }
board-duty-paused = ⏸ { $what }: paused, due { $moment }
board-duty-done-late = 🟡 { $what }: recorded late, { $moment }
board-duty-done = ✅ { $what }: in time, due { $moment }
