### My duties: lines, card, pardons. $about is class, subject, day; $until “today, 18:00”; $clause the clause in words.

duties-button = { $count ->
    [0] 📌 My duties
   *[other] 📌 My duties · { $count }
}
duties-button-reckoned = 📌 My duties · counting…
duties-block = 📌 <b>Your duties: { $count }</b>{ $late ->
    [0] { "" }
   *[other] , overdue: { $late }
}
duties-title = 📌 <b>Your duties: { $count }</b>{ $late ->
    [0] { "" }
   *[other] , overdue: { $late }
}
duties-none = 📌 <b>Your duties</b>

    All done: nothing is overdue, and nothing waits for a week ahead.
duties-more = … The rest did not fit into the message.
duties-line-overdue =
    { $number }. 🔴 { $title }: { $about }
    { $binding ->
        [yes] Was due { $until }
       *[no] Recommended by { $until }
    } ({ $clause })
duties-line-open =
    { $number }. ⏳ { $title }: { $about }
    { $binding ->
        [yes] Due { $until }
       *[no] Recommended by { $until }
    } ({ $clause })
duties-line-paused =
    { $number }. ⏸ { $title }: { $about }
    Put off: { $reason }. Now due { $until } ({ $clause })
duties-line-done = { $number }. ✅ { $title }: { $about } ({ $clause })
duties-line-done-late = { $number }. 🟡 { $title }: { $about } ({ $clause })
duties-label = { $number }. { $mark } { $about }: { $title }
duties-brief = { $mark } { $title }: { $about } · { $late ->
    [yes] was due
   *[no] due
} { $until }
duties-mark-overdue = 🔴
duties-mark-open = ⏳
duties-mark-paused = ⏸
duties-mark-done = ✅
duties-mark-done-late = 🟡
duties-until-day = { $day }
duties-until-time = { $day }, { $time }
duties-card =
    📌 <b>{ $title }</b>
    { $about }

    { $state ->
        [overdue] 🔴 Overdue: it was due { $until }
        [paused] ⏸ Put off, now due { $until }
        [done] ✅ Done in time, it was due { $until }
        [done_late] 🟡 Done late, it was due { $until }
       *[open] ⏳ Due { $until }
    }
    Source: { $clause }
duties-card-recommended = This is a recommendation: leaving it out is no breach.
duties-card-aim = Better sooner: { $until }.
duties-card-done = Done { $moment }.
duties-card-holders = Who: { $names }
duties-card-nobody = Nobody at the school has this duty yet.
duties-card-pardon = 🤝 Pardoned through { $until }: { $reason }
duties-card-pardoned = 🤝 Was pardoned: { $reason }
duties-card-pardon-open = 🤝 Pardoned: { $reason }
duties-card-by-word = The journal can’t see this. Press “Done” when you have done it.
duties-card-by-notice = It closes by itself once a notice goes to the parents of the whole class. Told otherwise? Tap “Done”.
duties-do = ✏️ Do it
duties-look = 👁 Look
duties-done = ✅ Done
duties-undone = ↩ Not done yet
duties-pardon = 🤝 Pardon
duties-remark = 🗂 Remark
duties-end-pardon = ▶ End the pardon
duties-back = ‹ My duties
duties-board-back = ‹ To the board

## Pardons

duties-named =
    🤝 <b>{ $title }</b>
    { $about }
duties-deals = Why put it off? The teacher and the reports will show the reason.
duties-deal-i = 🤒 Sick leave: all duties, { $name }
duties-deal-l = ⏳ Long check: only this
duties-deal-p = 🔌 Power or network down: only this
duties-deal-k = 🔌 Power or network down: { $name }
duties-deal-r = 🔌 The same: this duty of everybody
duties-deal-w = ✍️ Own reason: only this
duties-until-reason = Reason: { $reason }.
duties-covers-i = Everything that { $person } owes will wait.
duties-covers-l = Only this duty will wait.
duties-covers-p = Only this duty will wait.
duties-covers-k = All duties of class { $klass } will wait.
duties-covers-r = This duty will wait for everybody.
duties-until = Through which day?
duties-until-word = until
duties-words = Write the reason and the last day, such as “Business trip until 25.10”.
duties-words-again = It takes a reason and a day. For example: “Business trip until 25.10”.
duties-reason-i = sick leave
duties-reason-l = a long check of works
duties-reason-p = power or network down
duties-reason-k = power or network down
duties-reason-r = power or network down
duties-reason-own = { $words }

## The list of pardons

pardons-home-button = 🤝 Pardons
pardons-title = 🤝 <b>Pardons</b> · { $school }{ $count ->
    [0] { "" }
   *[other] { " " }· { $count }
}
pardons-none = Nothing is put off now. Pardon from the board of duties: choose a teacher and a duty.
pardons-person = All duties: { $name }
pardons-klass = All duties of class { $klass }
pardons-rule = { $title }: everybody’s
pardons-duty = { $title }: { $about }
pardons-other = A duty of an earlier regulation
pardons-line =
    { $number }. <b>{ $what }</b>
    Reason: { $reason }
    { $until }. Decided by { $by }, { $since }
pardons-until = Through { $day }
pardons-open = Without end
pardons-end-button = ▶ End { $number }. { $what }
pardons-end-title = ▶ <b>End the pardon?</b>
pardons-end-ask = The former terms run again: what should have been done by now becomes overdue.
pardons-end-sure = ▶ Yes, end the pardon
pardons-ended = The pardon is over

notice-pardon = 🤝 <b>Duties put off</b> through { $until }: { $reason }. Decided by { $by }
notice-pardon-what = { $title } ({ $clause })
notice-pardon-all = It is about everything you owe: no reminders for now.
notice-pardon-ended = ▶ <b>The pardon is over</b>: terms run again. Decided by { $by }
notice-button-my-duties = 📌 My duties

## Other duties, and what the deputy hears of

notice-own-duties = <b>Your duties</b>
notice-about = { $about }
notice-own-line = • { $title }: { $about } (due { $until }). { $clause }
notice-others-soon = { $count ->
    [one] Due soon – { $count } duty:
   *[other] Due soon – { $count } duties:
}
notice-others-overdue = { $count ->
    [one] { $count } duty is overdue:
   *[other] { $count } duties are overdue:
}
notice-others-more = …and { $count } more in “My duties”.
notice-late-of-others = 🔴 { $days ->
    [one] <b>Overdue for more than { $days } working day</b>
   *[other] <b>Overdue for more than { $days } working days</b>
} · { $count }
notice-late-line = • <b>{ $name }</b> · { $about }: { $titles } (was due { $until }). { $clause }
notice-late-more = …and { $count } more on the board “Control”.
notice-late-nobody = nobody appointed
notice-button-late-open = 👁 { $name }: { $about }
notice-button-late-pardon = 🤝 Pardon

error-duty-by-record = The journal shows this by itself: make the record, and the duty is closed ({ $clause }).
error-duty-not-today = “Done” can only be taken back on the same day.
error-pardon-until = It can be put off until { $last } at the latest, and not into the past.
error-pardon-done = It is done already: there is nothing to pardon.
