### Access in other hands: close it, ask since when, look through what was done.
### $kind – guardian, student or staff; $moment – “today at 10:25”.

lost-card-button = 🔒 Access in other hands
lost-ask-of = 🔒 <b>{ $name }</b>
    Close every access of this person? The administrator is told at once and looks through what was done. To come back, a new invitation is needed.
lost-button-report = 🔒 Yes, close it
lost-reported = 🔒 Every access is closed: <b>{ $name }</b>. The administrator has been told and will look through what was done under this name.
lost-button-person = ‹ Card
lost-list = 🔒 <b>Access in other hands</b>: { $count ->
    [one] { $count } review is open
   *[other] { $count } reviews are open
}. Choose whose to go on with.
lost-list-none = There are no open reviews.
lost-menu-button = 🔒 Review of actions

notice-lost = 🔒 This access may be in other hands: <b>{ $name }</b> ({ $kind ->
    [guardian] parent
    [student] student
   *[staff] member of staff
}). Every access was closed { $moment }, actions after that are invalid ({ $clause }).
    Since when may it have been in other hands?
lost-head = 🔒 <b>{ $name }</b> ({ $kind ->
    [guardian] parent
    [student] student
   *[staff] member of staff
}), access closed { $moment }.
lost-since-ask = Since when may the access have been in other hands? Everything done under this name since then will be listed.
lost-button-now = Just now
lost-button-today = Today
lost-button-yesterday = Yesterday
lost-button-other = 🗓 Another day
lost-button-back = ‹ Back
lost-nothing = Nothing was done under this name since then. The review is closed, a new invitation can be given.
lost-operations = Since { $day } under this name: { $count ->
    [one] { $count } action
   *[other] { $count } actions
}, undecided: { $pending }.
lost-line = <b>{ $number }.</b> { $deed }, { $moment }
lost-mark = { $name }: { $before } → { $after }
lost-state-pending = ⏳ undecided
lost-state-invalid = ⛔ invalid: done after the report
lost-state-kept = ✅ kept
lost-state-reversed = ↩️ taken back, what was before stands
lost-state-superseded = ℹ️ somebody has corrected it since
lost-button-undo = ↩️ Take back { $number }
lost-button-keep = ✅ Keep { $number }
lost-button-undo-all = ↩️ Take everything back ({ $count })
lost-button-keep-all = ✅ Keep everything ({ $count })
lost-button-invite = ✉️ New invitation
lost-button-list = ‹ All reviews
lost-button-sure = Yes, all at once
lost-undo-all-ask = { $count ->
    [one] Take back { $count } action? Families will hear of the correction.
   *[other] Take back { $count } actions? Families will hear of the corrections.
}
lost-keep-all-ask = { $count ->
    [one] Keep { $count } action as it is?
   *[other] Keep { $count } actions as they are?
}
lost-decided = Done

error-lost-since-ahead = That day is yet to come. Choose another one.
