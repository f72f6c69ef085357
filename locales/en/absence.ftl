### Absences: the family tells, the class teacher accepts, the reasons of the lessons follow.
### $days – "15 October" or "15–17 October"; $reason – ill, doctor, family, unknown; $words – what somebody typed.

absence-home-button = 🤒 Absent
absence-answer-ill = 🤒 Ill
absence-answer-doctor = 🩺 At the doctor
absence-answer-family = 🏠 Family matters
absence-answer-unknown = ❓ Don't know
absence-found-ill = 🤒 Illness
absence-found-doctor = 🩺 Doctor
absence-found-family = 🏠 Family matters
absence-found-unknown = 🚫 No reason

absence-note = { $reason ->
    [ill] 🤒 Ill: <b>{ $days }</b>
    [doctor] 🩺 At the doctor: <b>{ $days }</b>
    [family] 🏠 Family matters: <b>{ $days }</b>
   *[unknown] ❓ Reason unknown: <b>{ $days }</b>
}
absence-words = 💬 "{ $words }"
absence-files = 📎 { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
absence-said-by = Told by { $author }
absence-other = ➕ { $author } about the same days: { $note }

## The family's form

absence-form = Absent: <b>{ $days }</b>
absence-form-why = Choose the days and the reason, or write one message: "ill till Friday". Send the paper (photo, PDF) here too.
absence-button-chosen = • { $label }
absence-button-until = till { $day }
absence-button-other-days = 📅 Other days
absence-back = ‹ Change
absence-pick-first = From which day? A past one is fine too.
absence-pick-last = From { $first } – to which day, included?
absence-preview-how = All right? The class teacher gets it at once. Send a photo of the paper, a PDF or a few words here as a message to add them.
absence-button-send = ✅ Tell
absence-sent = The class teacher will know at once
absence-guardians-only = A parent tells why a lesson was missed. Ask them to press this button in their own chat.

## The family's note and what became of it

absence-state-waiting = ⏳ Waits for the class teacher's answer. The bot won't alarm you of these days.
absence-waits = ⏳ Waits for the class teacher's answer.
absence-state-urgent = ❗ The class teacher finds out where the child is. As soon as you know the reason, press it below.
absence-state-accepted = ✅ Accepted by the class teacher.
absence-state-refused = ✋ Not accepted. Answer: "{ $words }"
absence-state-withdrawn = ↩️ Taken back.
absence-state-joined = ✅ Taken into account with another note about the same days.
absence-button-add-paper = 📎 Document
absence-button-papers = 📄 Show · { $count }
absence-button-last = 📅 Change days
absence-button-again = ✏️ Tell anew
absence-button-withdraw = ↩️ Take back
absence-button-withdraw-sure = ↩️ Yes, take back
absence-button-open = 📄 Open
absence-back-to-note = ‹ To the note
absence-pick-other-last = To which day, included? If the child came back earlier, choose the last day missed.
absence-paper-how = Send a photo of the paper or a PDF. Only the class teacher and the school's heads will see the file.
absence-withdraw-sure = Take this note back? The class teacher will hear of it.
absence-changed = Days changed
absence-withdrawn = Taken back
absence-papers = <b>{ $klass }</b> · { $student }
    { $note }
    The documents are below. They are for the school alone: please don't forward them.
absence-list-title = 📨 <b>Notes about absences</b>
absence-list-line = { $note } – { $state ->
    [waiting] waits for an answer
    [accepted] accepted
    [refused] not accepted
   *[joined] taken into account
}

## The class teacher

absence-letter-head = <b>{ $klass }</b> · { $student }
absence-letter-changed = ✏️ Changed. { $note }
absence-letter-withdrawn = ↩️ Taken back. { $note }
absence-letter-how = Press "Accept": the reason goes into the lessons missed on these days, and following ones are prefilled with it.
absence-letter-urgent = ❗ The family doesn't know why the child is not at school. Call them, and note what you find out.
absence-button-accept = ✅ Accept
absence-button-refuse = 💬 Not accept
absence-refuse-how = Tell the family why the note can't be accepted and what to do (up to 300 characters).
absence-accepted = { $lessons ->
    [0] Accepted. Lessons ahead are prefilled with the reason
    [one] Accepted. The reason stands in { $lessons } lesson
   *[other] Accepted. The reason stands in { $lessons } lessons
}
absence-accepted-closed = Accepted. The reason stands in lessons: { $lessons }. Another { $closed } lie in a closed period and stay as they were
absence-to-klass = 📅 Class today
absence-missing = Reason unknown: <b>{ $days }</b>. Ask the family or note it yourself – it goes to all of these days.
absence-nothing-missing = No lessons missed without a reason in the last month.
absence-asked-today = ✉️ The family was asked today.
absence-button-ask = ✉️ Ask the family
absence-asking = The family gets the question with buttons
absence-button-answer = 📨 { $note }
absence-button-urgent = ❗ { $note }
absence-button-missing = ❓ { $name }
absence-label = { $reason ->
    [ill] ill
    [doctor] at the doctor
    [family] family matters
   *[unknown] reason unknown
}, { $days }
absence-label-named = { $name } · { $reason ->
    [ill] ill
    [doctor] at the doctor
    [family] family
   *[unknown] looked for
}
absence-klass-notes = <b>Notes of families</b>
absence-klass-note = { $name }: { $note }{ $state ->
    [accepted] {""}
   *[waiting] {" "}– waits for an answer
}
absence-klass-urgent = ❗ <b>{ $name }</b>: the family doesn't know where the child is. Call them.
absence-klass-open = <b>Without a reason</b>
absence-klass-unanswered = Today, no answer of the family yet: { $names }
absence-klass-unexplained = { $name }: { $days }
absence-reason-short = { $reason ->
    [ill] illness
    [doctor] at the doctor
    [family] family matters
   *[unknown] no reason
}

## The teacher in the lesson

absence-roll = The family told: { $names }. It is filled in already – check and save.
absence-roll-name = { $name } ({ $reason ->
    [ill] ill
    [doctor] at the doctor
    [family] family matters
   *[unknown] reason unknown
}{ $accepted ->
    [yes] , accepted
   *[no] {""}
})

## Letters

absence-asked = The class teacher asks: why not at school today? Answer by one button.
absence-answer-letter-accepted = ✅ Accepted. { $note }
absence-answer-letter-joined = ✅ Taken into account with another note about the same days. { $note }
absence-answer-letter-refused = ✋ Not accepted. { $note }
    The class teacher's answer: "{ $words }"

error-note-order = The last day is before the first one. Choose the days again.
error-note-past = Days from { $since } on can be told of. Of earlier ones please write to the class teacher.
error-note-ahead = That is too far ahead: choose days up to { $until } included.
error-note-length = At most { $days } days in one note. If it takes longer, please write to the class teacher.
error-note-nowhere = The child is in no class on these days. Choose others.
error-note-files = A note takes at most { $limit } files. Please show the others to the class teacher.
error-note-paper = A photo of the paper or a PDF will do. Voice and video can't be added.
error-note-withdrawn = The family has taken this note back.
error-note-answered = This note has been answered. If something has changed, please tell of the absence anew: /menu
error-note-asked = This family was asked today. Call them, or ask again tomorrow.
