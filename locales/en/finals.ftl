### Final marks: of a period, the year, an examination; and the deputy head's leave to write late.
### $term – "1st quarter", "year"; $mean – a mean with two decimals; $mark – a mark as it stands in the journal.

final-term-period = { $name }
final-term-year = year
final-term-exam = examination
final-term-overall = course

## Groups

final-title = 🏁 <b>Final marks</b>
final-title-klass = 🏁 <b>Final marks · { $klass }</b>
final-list-term = { $term }: { $late ->
    [yes] 🔴 was due by { $due }, that day included
   *[no] due by { $due }, that day included
}; groups done: { $done } of { $groups }
final-list-term-done = ✅ { $term }: done
final-list-none = No final marks are due now.
final-list-next = The next ones open on { $day }.
final-list-button = { $group } · { $done }/{ $students }
final-list-button-done = ✓ { $group }
final-button-list = ‹ Final marks
final-button-klass = 🏁 Final marks of the class
final-button-klass-named = 🏁 Final marks of { $klass }
final-button-home = 🏁 Final marks

## A group's sheet

final-heading = <b>{ $group }</b> · 🏁 { $term }
final-sheet-count = { $done } of { $students } have a mark. { $late ->
    [yes] 🔴 Was due by { $due }, that day included
   *[no] Due by { $due }, that day included
} ({ $clause }).
final-sheet-opens = Marks can be set from { $day }.
final-sheet-how = Tap a student to see what the mark is made of.
final-sheet-complete = ✅ Everybody has a mark.
final-sheet-look = Please look yourself (“?” on the buttons):
final-sheet-empty = There are no students in this group now.
final-attention = ⚠️ { $name }: { $what }
final-attention-line = ⚠️ { $what }
final-attention-more = { $count ->
    [one] …and { $count } more student
   *[other] …and { $count } more students
}
final-label-set = { $mark } ✓ { $name }
final-label-clear = { $mean }→{ $mark } { $name }
final-label-word = →{ $mark } { $name }
final-label-look = { $mean }? { $name }
final-label-none = ? { $name }
final-accept = ✅ Accept the proposals: { $count }
final-accepted = { $count ->
    [one] { $count } mark set
   *[other] { $count } marks set
}
final-accept-nothing = No proposals without questions are left
final-undo = ↩️ Undo the last ones: { $count }
final-undone = Undone

## One student

final-card-name = <b>{ $name }</b>
final-card-stands = The mark is <b>{ $mark }</b>
final-card-stands-other = The mark is <b>{ $mark }</b>, the mean proposed { $proposed }
final-card-reason = Reason: { $reason }
final-card-withdrawn = The mark was taken back and can be set again.
final-card-proposal = Proposed: <b>{ $mark }</b>, { $kind ->
    [period] weighted mean
   *[other] mean
} { $mean }
final-card-mean = { $kind ->
    [period] Weighted mean
   *[other] Mean
} { $mean }
final-card-proposal-word = Proposed: <b>{ $mark }</b>
final-card-proposal-none = These marks propose nothing.
final-card-no-marks = No marks yet.
final-card-mark = { $day } · <b>{ $mark }</b> – { $work }
final-card-term = { $term }: <b>{ $mark }</b>
final-card-cut = …the rest is in the journal
final-need-marks = { $have } of { $least } marks
final-need-written = { $have } of { $least } written works
final-need-labs = { $have } of { $least } laboratory works
final-need-practicals = { $have } of { $least } practical works
final-doubt-control-works = the control works tell something else: { $marks }
final-doubt-not-assessed = many "n/a": the proposal rests on little
final-doubt-incomplete = not all marks are set
final-doubt-none = no proposal
final-value-proposed = → { $mark }
final-withdraw = 🗑 Take { $mark } back (retake)
final-to-sheet = ‹ To the group
final-set = { $name }: { $mark }
final-changed = { $name }: { $before } → { $mark }
final-withdrawn = { $name }: mark taken back, this student's journal is open
final-same = It is { $mark } already

## The reason

final-reason-ask = { $name }: the mean proposes { $proposed }, you set <b>{ $mark }</b>. Why? The reason stays in the journal.
final-reason-withdraw = Take mark { $before } back – { $name }? This student's journal of the period opens. Why? The reason stays in the journal.
final-reason-change = { $name }: { $before } → <b>{ $mark }</b>. Why? The reason stays in the journal.
final-reason-control-works = by the control works
final-reason-progress = by the progress made
final-reason-retake = retake
final-reason-typo = slip of the finger
final-reason-own = ✍️ Something else…
final-reason-how = Write the reason in a few words.

## To the family

final-letter-title = 🏁 Final marks: { $term }
final-letter-line = { $subject }: <b>{ $new }</b>
final-letter-corrected = { $subject }: was <b>{ $old }</b> → now <b>{ $new }</b>
final-letter-withdrawn = { $subject }: mark <b>{ $old }</b> taken back, it will be set anew
final-button-results = 🏁 All final marks
final-results-title = 🏁 Final marks of the school year { $first }/{ $last }
final-results-subject = <b>{ $subject }</b>: { $marks }
final-results-mark = { $term } – <b>{ $mark }</b>
final-results-none = There are no final marks of this school year yet.
final-results-cut = …the rest did not fit
final-results-previous = ◀ { $first }/{ $last }
final-results-next = { $first }/{ $last } ▶
final-progress-stands = 🏁 Mark of the period: <b>{ $mark }</b>
final-progress-mark = 🏁 <b>{ $mark }</b>

## The deputy head's leave

late-ask-button = 🙋 Ask the deputy head
late-ask-lesson = Ask the deputy head to open the lesson of { $day }? It opens until the end of the day after the answer. Choose a reason – the request goes out at once.
late-ask-student = Ask the deputy head for a change: { $student }, lesson of { $day }? For one change, until the end of the day after the answer. Choose a reason – the request goes out at once.
late-ask-final = Ask the deputy head to open the final marks ({ $term })? They open until the end of the day after the answer. Choose a reason – the request goes out at once.
late-reason-illness = illness
late-reason-outage = no power or no network
late-reason-retake = retake
late-reason-mistake = mistake in the journal
late-reason-other = { $reason }
late-asked = The deputy head has your request. The answer comes here.
late-already = The deputy head has this request already.
late-letter-asked = 🙋 <b>{ $teacher }</b> asks to open the journal.
late-letter-place-lesson = { $group }, lesson of { $day }
late-letter-place-final = { $group }, final marks: { $term }
late-letter-place-student = { $place } – { $student }
late-letter-reason = Reason: { $reason }
late-letter-until = If you allow it, the record opens until { $until }, that day included. The leave stays in the record of changes.
late-button-yes = ✅ Allow
late-button-no = ⛔ Refuse
late-answer-place = <b>{ $group }</b> · { $teacher }
late-answer-yes = Allowed until { $until }, that day included. The teacher will be told.
late-answer-no = Refused. The teacher will be told.
late-letter-granted = ✅ The deputy head allows the record until { $until }, that day included.
late-letter-refused = ⛔ The deputy head does not allow the record. Please talk it over.
late-button-open = ✏️ Open

## Refusals

error-final-unassessed = This subject has no final marks.
error-final-early = Final marks can be set from { $opens }.
error-final-late = Final marks could be set until { $until }, that day included; back-dating is forbidden ({ $clause }). The deputy head can allow it.
error-final-forbidden = The school's rules do not let marks be corrected ({ $clause }). If the mark is wrong, the deputy head can allow it.
error-final-closed = This mark could be changed until { $until }, that day included ({ $clause }). The deputy head can allow it.
error-final-reason = { $student }: a reason is needed. Open the student and choose one.
error-period-closed = Lesson of { $day }: everybody has the mark of the period, its journal is closed ({ $clause }). The deputy head can open the lesson.
error-late-answered = This request has been answered.
error-period-settled = { $student }: the mark of the period is set, nothing below it is changed ({ $clause }). Take it back in "Final marks" for a retake, or ask the deputy head.
error-late-no-deputy = There is no deputy head in the system yet: please ask the school's administrator.
