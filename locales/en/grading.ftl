### Marks by buttons and by text on the teacher's side.

grading-nothing = –
grading-work-titled = { $kind } “{ $title }”
grading-work-weighted = { $work }, weight { $weight }
grading-work-line = ✏️ { $work }
grading-works = What are the marks for? Choose a work or begin a new one.
grading-work-button = ✏️ { $work } · { $marked } of { $students }
grading-new-work = ➕ New work
grading-kinds = What are the marks for?
grading-kinds-closed = Recorded: a lesson without marks. If there is one after all, what is it for?
grading-kind-weight = { $kind } ×{ $weight }
grading-no-marks = 🚫 No marks
grading-no-marks-done = Recorded: no marks
grading-no-marks-back = ↩️ Take back: there are marks
grading-no-marks-undone = “No marks” is taken back
grading-withdraw-work = ↩️ Take back: there was no such work
grading-work-withdrawn = The work is taken out

grading-how-give = Tap students: each gets <b>{ $mark }</b> at once. Choose another mark above. A typed list works as well: “Ivanov 5, Petrova 4”.
grading-how-open = Tap a student to see their marks. Choose a mark above to give it to one after another.
grading-left =
    { $count ->
        [one] { $count } entry left: { $names }
       *[other] { $count } entries left: { $names }
    }
grading-complete = ✅ Everybody has a mark, an absence or an exemption.
grading-label = { $name } · { $marks }
grading-label-absent = { $sign } { $name }
grading-value-chosen = • { $mark } •
grading-more = more…
grading-by-student = 👤 By student
grading-by-mark = ✏️ One after another
grading-by-text = ⌨️ As a list
grading-settings = ⚙️ Weight { $weight }, title, check
grading-to-works = ‹ Works
grading-to-list = ‹ To the list
grading-undo = ↩️ Undo · { $done }
grading-undone = Undone
grading-same = { $mark } stands there already
grading-done = { $name }: { $mark }
grading-done-changed = { $name }: { $before } → { $mark }
grading-done-withdrawn = { $name }: mark withdrawn
grading-changed = ⚠️ The record changed while this screen was open. Here it is now: please tap again.

grading-absent-ask = { $name }: marked “{ $sign }” in this lesson. Give <b>{ $mark }</b> all the same?
grading-absent-yes = Yes, give { $mark }

## One student

grading-pupil-name = <b>{ $name }</b>
grading-pupil-none = No marks for this work.
grading-pupil-absent = Marked “{ $sign }” in this lesson.
grading-pupil-mark = Stands: <b>{ $mark }</b>
grading-pupil-mark-comment = Stands: <b>{ $mark }</b>: { $comment }
grading-pupil-set = Which mark?
grading-pupil-correct = Another mark corrects the last one.
grading-pupil-another = Which mark to add?
grading-another = ➕ One more
grading-withdraw = 🗑 Withdraw { $mark }
grading-comment = 💬 Comment on the mark
grading-comment-how = Write a comment on the mark: only this family will see it. Up to 500 characters.
grading-previous = ◀ { $name }
grading-next = { $name } ▶

grading-reason = { $name }: { $before } → { $mark }. A reason is needed: it stays in the journal.
grading-reason-own = ✍️ Another one…
grading-reason-how = Write the reason of the correction in a few words.

## A work

grading-weight = Weight of these marks: { $weight }
grading-weight-button = { $weight }
grading-weight-chosen = • { $weight } •
grading-check-until = Check until { $day }, that day included.
grading-check-how = Long check: how many days after the lesson?
grading-check-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
grading-check-none = No long check
grading-title = ✍️ Title
grading-title-how = Write a title for the work, such as “Powers”. Up to 200 characters.
grading-results-how = An external work: say when its results come; they are entered within a day.
grading-results-button = 📬 Results have come
grading-results-came = Results came on { $day } at { $time }. Enter them within a day.
error-not-diagnostic = Only a diagnostic work has results to wait for.
grading-saved = Saved

## As a list

list-how =
    Send the marks in one message, whichever way suits you:
    • <code>Ivanov 5, Petrova 4 4, Sidorov 3</code>
    • <code>5: Ivanov, Petrova; 4: Sidorov</code>

    You will see how it was understood first; it is saved after your “Yes”.
list-clear = Understood:
list-line = { $name } – <b>{ $said }</b>
list-line-changes = { $name } – { $before } → <b>{ $said }</b>
list-late = { $sign } { $minutes } min
list-unknown = Not understood, will not be saved:
list-unknown-name = “{ $written }” – no such student here
list-no-value = “{ $written }” – without a mark
list-unread = “{ $written }” – unclear: { $words }
list-question = ❓ “{ $written }” <b>{ $said }</b> – who is it?
list-nothing = Nothing to save. Correct the text and send it again.
list-nobody = None of them – leave out
list-store = ✅ Save: { $what }
list-count-marks =
    { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
list-count-noted = 👥 { $count }
list-drop = ✖️ Do not save
list-dropped = The list was not saved
list-absent-ask = { $name }: absent in this lesson. Save this mark as well?
list-absent-yes = Yes, save everything
list-stored =
    { $marks ->
        [0] Saved
        [one] { $marks } mark saved
       *[other] { $marks } marks saved
    }

## Refusals

error-absent-student = { $student }: absent in this lesson. Correct the attendance first, or confirm the mark.
error-reason-needed = A correction needs a reason. Open the student's mark and choose one.
error-undo-late = Too late to undo: the family may have been told. Correct it: “By student” → the student.
error-weight-range = The weight is a whole number from 1 to { $limit }.
error-check-range = The check may take 1 to { $limit } days after the lesson.
error-declared-work = This lesson has a work that asks a mark of everybody: give marks or exemptions, or note who was absent.
error-list-unclear = Some names of the list are unclear: say who they are first.
error-window-closed = The mark of { $day } can not be changed: the time for corrections{ $window ->
    [week] , a week,
    [two_weeks] , 2 weeks,
    [three_weeks] , 3 weeks,
    [month] , a month,
   *[unlimited] {""}
} ended on { $until } ({ $clause }). The deputy head can help.
error-correction-forbidden = The school's rules do not let marks be corrected ({ $clause }). If the mark is wrong, the deputy head can allow a change.
error-backdating-forbidden = Lesson of { $day }: a mark could be set until { $until }, that day included; back-dating is forbidden ({ $clause }). The deputy head can allow it.
error-record-window-closed = The record of the lesson of { $day } can't be taken back any more: the time for changes ended on { $until } ({ $clause }). The deputy head can help.
error-work-has-marks = Marks were given for this work, and their history stays. Withdraw the marks that stand, or give the work another title.
