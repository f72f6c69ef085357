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
lost-line = <b>{ $number }.</b> { $kind ->
    [mark-set] Mark
    [mark-corrected] Mark corrected
    [mark-withdrawn] Mark withdrawn
    [attendance-set] A student's attendance
    [attendance-corrected] Attendance corrected
    [record-topic] Topic of the lesson
    [record-attendance] Attendance of the lesson taken
    [record-no-homework] Recorded: no homework
    [record-no-marks] Recorded: no marks
    [lesson-record] Change of the lesson's record
    [work-declared] Work in the lesson
    [homework-set] Homework
    [homework-changed] Homework changed
    [remark-written] Comment on a student
    [invitation-issued] Invitation code
    [invitation-revoked] Invitation code revoked
    [entry-confirmed] Entry confirmed
    [school-imported] School file loaded
    [lesson-changed] Substitution or change of a lesson
    [plan-changed] Change of the thematic plan
    [final-set] Final mark
    [final-corrected] Final mark corrected
    [final-withdrawn] Final mark withdrawn
   *[other] Something else
}, { $moment }
lost-mark = { $name }: { $before } → { $after }
lost-present = present
lost-text-written = “{ $after }”
lost-text-removed = removed: “{ $before }”
lost-text-changed = “{ $before }” → “{ $after }”
lost-state-pending = ⏳ to be decided
lost-state-manual = ⏳ to be decided. No tap can take it back: look at it and mend it yourself if need be
lost-state-invalid = ⛔ invalid: done after the report
lost-state-kept = ✅ kept
lost-state-reversed = ↩️ taken back, what was before stands
lost-state-superseded = ℹ️ somebody has corrected it since
lost-button-undo = ↩️ { $number } · { $kind ->
    [mark-set] mark
    [mark-corrected] mark
    [mark-withdrawn] mark
    [attendance-set] presence
    [attendance-corrected] presence
    [record-topic] topic
    [record-attendance] roll call
    [record-no-homework] no homework
    [record-no-marks] no marks
    [homework-set] homework
    [homework-changed] homework
    [remark-written] comment
    [invitation-issued] code
    [entry-confirmed] entry
    [final-set] final
    [final-corrected] final
    [final-withdrawn] final
   *[other] take back
}
lost-button-undo-sure = ↩️ Yes, take back
lost-undo-ask = <b>Take this back?</b> What stood before it returns. A family that saw it will hear of the correction.
lost-undo-later = { $count ->
    [one] { $count } later change of the same record goes with it.
   *[other] { $count } later changes of the same record go with it.
}
lost-button-keep = ✅ Keep { $number }
lost-button-undo-all = ↩️ Take everything back ({ $count } of { $pending })
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
