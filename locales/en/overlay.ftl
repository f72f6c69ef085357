# A school's deviations from its regulation, and its settings.

error-overlay-row = The school’s regulation has no row “{ $row }”. “diary regulation show” lists all of them.
error-overlay-field = “{ $field }” of the row “{ $row }” can’t be changed.
error-overlay-term = “{ $value }” is no due time. For example: “days-after-lesson days=2”.
error-overlay-kind = The due time “{ $value }” is reckoned from something else than this row’s is.
error-overlay-holders = “{ $value }” is no list of holders. For example: “class_teacher,teacher”.
error-overlay-yes-no = It can only be “yes” or “no” here, not “{ $value }”.
error-overlay-number = “{ $value }” won’t do: it takes a whole number, { $limit } at the most.
error-setting-value = “{ $value }” won’t do for the setting “{ $setting }”.
error-setting-window = The school’s regulation doesn’t know this edit window: “{ $value }”.

## The school's regulation

overlay-button = ⚖️ School regulation
overlay-back = ‹ School regulation
overlay-out = ‹ Settings
overlay-glance =
    ⚖️ <b>School regulation</b>

    Based on: { $name }
    Duties: { $duties }{ $changed ->
        [0] , nothing changed by the school
       *[other] , changed by the school: { $changed }
    }
    Correcting a mark: { $window } ({ $clause })
    Back-dating a mark: { $backdating ->
        [yes] allowed
       *[no] not allowed
    }

    Whose duties shall I show?
overlay-who-edits = <i>This is to be read. Terms, what binds and what is allowed are changed by the school’s administrator.</i>
overlay-holder = { $holder } · { $count }
overlay-permissions-button = May and may not
overlay-conventions-button = How terms count
overlay-changes-button = 🕘 Who changed what
overlay-settings-button = ⚙️ School settings
overlay-rows-title = ⚖️ <b>{ $holder }</b> · duties: { $count }
overlay-row-line = <b>{ $number }.</b> { $title }: { $term } ({ $clause }){ $state ->
    [off] { " " }· ⏸ switched off by the school
    [changed] { " " }· ✏️ changed by the school
   *[text] { "" }
}
overlay-more = … The rest did not fit into the message.
overlay-rows-back = ‹ To the list
overlay-row-back = ‹ Back

overlay-card-title = ⚖️ <b>{ $title }</b>
overlay-card-holders = Who: { $holders }{ $each ->
    [each] { " " }– everybody for themselves
    [any] { " " }– one is enough, the first named is reminded first
   *[alone] { "" }
}
overlay-card-term = Due: { $term }
overlay-card-binding = { $binding ->
    [yes] Binding
   *[no] A recommendation: leaving it out is no breach
}
overlay-card-proof = { $proof ->
    [record] Done when the record is in the journal
   *[word] Done when the holder presses “Done”
}
overlay-card-clause = Source: { $clause }
overlay-card-off = ⏸ The school switched this row off: nobody is reminded, nothing is overdue.
overlay-card-changed = ✏️ <b>The school changed this row.</b>
overlay-text-term = Due by the text: { $term }.
overlay-text-holders = Holders by the text: { $holders }.
overlay-text-binding = { $binding ->
    [yes] By the text it is binding.
   *[no] By the text it is a recommendation.
}
overlay-restored = ↩ As in the text now, the change was undone: { $by }
overlay-changed-by = <i>{ $day } at { $time }, { $name }</i>
overlay-operator = the operator, by command

overlay-permissions-title = ⚖️ <b>May and may not</b>
overlay-permission-line = { $allowed ->
    [yes] ✅
   *[no] 🚫
} <b>{ $number }.</b> { $title } – { $holders } ({ $clause }){ $state ->
    [changed] { " " }· ✏️ changed by the school
   *[text] { "" }
}
overlay-backdating = { $allowed ->
    [yes] ✅ A mark may be entered after the lesson’s day ({ $clause })
   *[no] 🚫 A mark may not be back-dated ({ $clause })
}{ $state ->
    [changed] { " " }· ✏️ changed by the school
   *[text] { "" }
}
overlay-backdating-button = Back-dating a mark
overlay-backdating-title = enter a mark after the lesson’s day
overlay-invitation-title = how long an invitation lives
overlay-permission-card =
    ⚖️ <b>{ $allowed ->
        [yes] May
       *[no] May not
    }</b>: { $title }

    { $holders }
    Source: { $clause }
overlay-permission-all = For everybody who keeps the journal
overlay-permission-holders = Who: { $holders }
overlay-permissions-back = ‹ May and may not
overlay-conventions-title = ⚖️ <b>How terms are reckoned</b>

## Changing a row

overlay-other-term = ⏱ Another term
overlay-make-recommended = Make it a recommendation
overlay-make-binding = Make it binding
overlay-switch-off = ⏸ Switch off
overlay-switch-on = ▶ Switch on
overlay-allow = ✅ Allow
overlay-forbid = 🚫 Forbid
overlay-reset = ↩ As the text has it
overlay-kinds =
    ⏱ <b>{ $title }</b>

    Now: { $term }.
    Which term shall it be?
overlay-kinds-back = ‹ Another kind of term
overlay-numbers =
    ⏱ <b>{ $title }</b>

    { $kind }

    { $asked ->
        [date] Write day and month, such as 15.09.
        [time] Choose a time or write your own, such as 18:30.
        [hours] How many hours? Choose or write a number.
       *[days] How many days? Choose or write a number.
    }
overlay-not-read = “{ $text }” can’t be read.
overlay-proposal = Please check: <b>{ $title }</b>
overlay-proposal-line =
    { $what }
    was: { $before }
    will be: <b>{ $after }</b>
overlay-proposal-hint = It takes effect at once: on reminders, lists and control. You can take it back at any time; the history keeps who changed it and when.
overlay-nothing-changes = It is so already – nothing to change.
overlay-sure = ✅ Change
overlay-not = ‹ Leave it
overlay-no-aim = no separate aim

overlay-field-due = Due
overlay-field-aim = Aim
overlay-field-holders = Holders
overlay-field-binding = Binding
overlay-field-active = In force
overlay-field-allowed = Permission
overlay-field-days = Days
overlay-field-working-days = Working days, at least
overlay-binding-yes = binding
overlay-binding-no = a recommendation
overlay-active-yes = in force
overlay-active-no = switched off
overlay-allowed-yes = allowed
overlay-allowed-no = not allowed

overlay-kind-lesson-day-at = On the lesson’s day, by the hour…
overlay-kind-lesson-day-end = By the end of the lesson’s day
overlay-kind-hours-after-classes = Hours after the class’s lessons…
overlay-kind-days-after-lesson = Days after the lesson…
overlay-kind-working-days-after-lesson = Working days after the lesson…
overlay-kind-days-before-lesson = Days before the lesson…
overlay-kind-check-day-end = On the day the check ends
overlay-kind-days-after-period-end = Days after the period’s end…
overlay-kind-days-before-period-end = Days before the period’s end…
overlay-kind-on-period-end = On the period’s last day
overlay-kind-days-before-period-start = Days before the period’s start…
overlay-kind-once-per-period = Once a period
overlay-kind-days-before-year-start = Days before the year’s start…
overlay-kind-days-after-year-start = Days after the year’s start…
overlay-kind-days-before-year-end = Days before the year’s end…
overlay-kind-days-after-year-end = Days after the year’s end…
overlay-kind-on-year-end = On the year’s last day
overlay-kind-fixed-date = By a day of the calendar…
overlay-kind-daily = Every day
overlay-kind-weekly = Every week
overlay-kind-weekly-ahead = Every week for the next
overlay-kind-monthly = Every month
overlay-kind-yearly = Every year
overlay-kind-hours-after-event = Hours after the event…
overlay-kind-days-after-event = Days after the event…
overlay-kind-working-days-after-event = Working days after the event…
overlay-kind-on-event-day = On the event’s day
overlay-kind-before-event = Before the event
overlay-kind-days-before-event = Days before the event…
overlay-kind-working-days-before-event = Working days before the event…
overlay-kind-days-after-launch = Days after the launch…
overlay-kind-working-days-after-launch = Working days after the launch…
overlay-kind-by-order = By the school’s order
overlay-kind-as-needed = As the need arises
overlay-kind-standing = Standing, without a term

## School settings

overlay-settings-title = ⚙️ <b>School settings</b>
overlay-settings-back = ‹ School settings
overlay-setting-line = { $name }: <b>{ $value }</b>
overlay-setting-preset = Regulation
overlay-setting-edit-window = Correcting marks
overlay-setting-rounding = Rounding
overlay-setting-escalation = When the deputy hears
overlay-setting-publication = When marks are sent
overlay-setting-title = ⚙️ <b>{ $name }</b>
overlay-ask-preset = Which regulation does the school live by? What was changed for another one is not lost: it waits until that one is chosen again.
overlay-ask-edit-window = How long after the lesson may a teacher correct a mark?
overlay-ask-rounding = From which fraction on is a mean rounded up?
overlay-ask-escalation = After how many working days overdue shall the deputy be told?
overlay-ask-publication = At which hours of school days are new marks sent to families? At other times they wait; the diary shows them at once. Absences and results never wait.
overlay-publication-hint = Takes effect at once. It can be taken back at any time; the history keeps who changed it and when.
overlay-publication = { $hours }
overlay-publication-none = at any hour
overlay-chosen = ✓ { $value }
overlay-rounding = up from { $threshold }
overlay-decimal-sign = .
overlay-escalation = { $days ->
    [0] don’t tell
    [one] after { $days } working day
   *[other] after { $days } working days
}
overlay-window-unlimited = without end, till the end of the school year
overlay-window-week = a week after the lesson
overlay-window-two-weeks = 2 weeks after the lesson
overlay-window-three-weeks = 3 weeks after the lesson
overlay-window-month = a month after the lesson
overlay-window-forbidden = no corrections
overlay-switch-rows = Duties: gone – { $gone }, new – { $fresh }, with other terms or holders – { $changed }. The command “diary regulation try” shows what would become overdue.

## Who changed what

overlay-changes-title = 🕘 <b>Who changed what in the school’s regulation</b>
overlay-changes-none = The school lives by the text: nothing was changed.
overlay-back-to-text = as the text has it
overlay-change-row =
    { $title }. { $what }: <b>{ $value }</b>
    { $who }
overlay-change-setting =
    { $name }: <b>{ $value }</b>
    { $who }

## Commands

overlay-cli-set = change a row of the school’s regulation
overlay-cli-unset = take a row back to the text, all of it or one field
overlay-cli-choose = change a setting of the school
overlay-cli-try = show what would be overdue under another regulation
overlay-cli-row = the row as “show --json” names it: moscow-region.marks
overlay-cli-field = what to change
overlay-cli-value = the new value: “days-after-lesson days=3”, “yes”, “class_teacher,teacher”, “0.65”
overlay-cli-school = number of the school, where there are several
overlay-cli-date = at the end of which day, YYYY-MM-DD; now without it
overlay-cli-which = Name a school: --school NUMBER. There are: { $schools }
overlay-cli-now = { $row }: { $changes }
overlay-cli-text = { $row }: as the text has it
overlay-cli-chosen = { $setting }: { $value }
overlay-cli-tried =
    { $at }
    { $own }: { $before } overdue
    { $other }: { $after } would be overdue
overlay-cli-tried-line = – { $count }: { $title }, { $term }; { $holders } [{ $clause }]
overlay-cli-changed = Changed by the school: { $changes }
overlay-cli-off = Switched off by the school
overlay-cli-heading = { $school }: { $window }; back-dating marks: { $backdating ->
    [yes] allowed
   *[no] not allowed
}; { $rounding }
