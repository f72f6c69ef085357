### Control: the deputy's remarks to teachers.

## Remarks

control-remark-ask =
    🗂 <b>{ $teacher }</b>

    Write the remark: what in the journal has to be put right. I will ask for the date next.
control-remark-preview =
    🗂 <b>{ $teacher }</b>

    <blockquote>{ $text }</blockquote>

    By which day? Once you choose, the remark goes to the teacher. To change the text, send it again.
control-remark-until = By { $day }
control-remark-title = 🗂 <b>Remark</b> · { $teacher }
control-remark-quote = <blockquote>{ $text }</blockquote>
control-remark-writer = { $writer }, { $moment }
control-remark-answer = The teacher's answer: { $answer }
control-remark-state-open = To be put right by { $day }.
control-remark-state-overdue = 🔴 The time was up on { $day }, it is not put right.
control-remark-state-returned = ↩️ Given back: to be put right by { $day }.
control-remark-state-resolved = ✅ Put right, the deputy head has yet to look. Due on { $day }.
control-remark-state-confirmed = ✅ The remark is closed.
control-remark-resolve-button = ✅ Put right
control-remark-answer-button = ✍️ Answer
control-remark-confirm-button = ✅ Close
control-remark-return-button = ↩️ Give back
control-remark-ask-answer =
    ✍️ <b>Answer to a remark</b>

    <blockquote>{ $text }</blockquote>

    Write your answer – the deputy head will see it.
control-remark-ask-return =
    ↩️ <b>{ $teacher }</b>

    <blockquote>{ $text }</blockquote>

    Not put right yet. Give it back until which day?
control-remark-sent = The remark is sent
control-remark-resolved = Noted: put right
control-remark-answered = The answer is sent
control-remark-confirmed = The remark is closed
control-remark-returned = The remark is given back

control-remarks-title = 🗂 <b>Remarks to teachers</b>
control-remarks-none = No open remarks. To write one, open the board of duties and choose a teacher.
control-remarks-line = { $sign } <b>{ $teacher }</b> · by { $day }
    { $text }
control-remarks-label = { $sign } { $teacher }
control-remarks-button = 🗂 Remarks
control-remarks-back = ‹ Remarks

control-sign-open = ⏳
control-sign-overdue = 🔴
control-sign-resolved = 🟢
control-sign-confirmed = ✅

error-remark-due = A remark is due today at the earliest and within three months. Choose another day.

## Letters

control-letter-remark =
    🗂 <b>Remark</b> · to be put right by { $day }

    <blockquote>{ $text }</blockquote>

    { $writer }
control-letter-returned =
    ↩️ <b>The remark came back</b> · to be put right by { $day }

    <blockquote>{ $text }</blockquote>

    { $writer }
control-letter-confirmed =
    ✅ <b>The remark is closed</b>

    <blockquote>{ $text }</blockquote>
control-letter-resolved =
    ✅ <b>{ $teacher }</b>: the remark is put right

    <blockquote>{ $text }</blockquote>
control-letter-answered =
    ✍️ <b>{ $teacher }</b> answers a remark

    <blockquote>{ $text }</blockquote>

    { $answer }
control-letter-open-button = Open
