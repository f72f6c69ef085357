# `diary duties`: every duty of the school at an instant.

duty-sheet-about = the school's duties at an instant: who, what, by when, done or not
duty-sheet-at = the instant: 2026-10-15T18:00 in the school's time, or with an offset; now if left out
duty-sheet-preset = by which regulation; the school's own if left out
duty-sheet-person = only those of whoever has this code
duty-sheet-klass = only those of this class
duty-sheet-rule = only by this row of the regulation; may be repeated
duty-sheet-state = only in this state; may be repeated
duty-sheet-from = the first day; from the preparation of the school year if left out
duty-sheet-to = the last day; the instant's day if left out
duty-sheet-unknown = Not found: { $wanted }. Please check the code or the name of the class.
duty-sheet-heading =
    { $count ->
        [one] { $school }, { $at }: { $count } duty
       *[other] { $school }, { $at }: { $count } duties
    }
duty-sheet-line = – { $state }, due { $due }: { $title }. { $subject }. { $holders } [{ $clause }]
duty-sheet-state-open = open
duty-sheet-state-overdue = overdue
duty-sheet-state-done = done
duty-sheet-state-done-late = done late
duty-sheet-state-paused = put off
duty-sheet-school = the whole school
duty-sheet-exam = examination
duty-sheet-lesson = { $day }, lesson { $number }
duty-sheet-year = school year { $first }/{ $second }
