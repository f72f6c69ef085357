### A mistake in a mark: the family tells, the teacher corrects or explains, the deputy permits.
### $mark – what stands in the cell; $until – «18 October»; $clause – the regulation's paragraph in words.

appeal-button-ask = ❓ Is { $mark } a mistake?
appeal-button-choose = ❓ A mistake in a mark?
appeal-choose = <b>{ $subject }</b>. Which mark do you ask about?
appeal-choice = { $day } · { $mark }
appeal-choose-of-day = Marks of { $day }. Which one do you ask about?
appeal-choice-of-day = { $subject } · { $mark }
appeal-back-to-marks = ‹ To the marks
appeal-lesson = { $subject } · { $day }, lesson { $number } · { $teacher }
appeal-mark = ✏️ <b>{ $mark }</b> – { $kind }
appeal-written = Recorded { $moment }. To check the record: <code>/check { $code }</code>
appeal-written-only = Recorded { $moment }.
appeal-what-is-wrong = What is wrong? Choose below or type a message: the teacher will get your question and answer it. You can tell until the end of { $until } ({ $clause }).
appeal-note-open = The teacher already has a question about this mark.
appeal-note-explained = The teacher has answered a question about this mark. If the answer does not convince you, ask the deputy head.
appeal-note-corrected = The mark has been corrected after your question.
appeal-note-late = A mistake could be reported until { $until } ({ $clause }). If there is one all the same, ask the deputy head.

appeal-reason-another-value = It should be another mark
appeal-reason-not-mine = The mark is somebody else's
appeal-reason-was-absent = The lesson was missed that day
appeal-reason-handed-in = The work was handed in, the mark says it was not
appeal-reason-other = Something else
appeal-button-words = ✍️ In my own words
appeal-button-open = 📨 Question and answer
appeal-button-lesson = ‹ To the lesson
appeal-words-how = Write what is wrong with the mark <b>{ $mark }</b> (up to 300 characters). The teacher will read your words.
appeal-filed = Sent to the teacher

appeal-given = { $student } · mark <b>{ $mark }</b> – { $kind }
appeal-said = { $by ->
    [student] The student writes: “{ $words }”
    [own] Your question: “{ $words }”
   *[guardian] The parent writes: “{ $words }”
}
appeal-teacher-how = If there is a mistake, correct the mark: the family is told at once. If the mark is right, explain in a few words.
appeal-state-open = ⏳ Waits for the teacher's answer until the end of { $until }.
appeal-state-forwarded = ⏳ The deputy head decides. The answer is due until the end of { $until }.
appeal-state-permitted = ⏳ The deputy head has permitted the correction, the teacher makes it.
appeal-state-corrected = ✅ The mark has been corrected, now it is <b>{ $mark }</b>.
appeal-state-explained = ✅ The mark stays. Answer: “{ $words }”

appeal-button-correct = ✏️ Correct
appeal-button-explain = 💬 Explain
appeal-button-forward = 🙋 Ask the deputy head
appeal-button-permit = ✅ Permit the correction
appeal-explain-how = Write why the mark is right (up to 300 characters). The family gets the answer at once.
appeal-explained = The family has the answer
appeal-forwarded = Sent to the deputy head
appeal-permitted = Permitted, the teacher will know

appeal-list = ❓ <b>Questions about marks</b>: { $count ->
    [one] { $count } waits
   *[other] { $count } wait
}. The most urgent first.
appeal-list-none = There are no questions about marks.
appeal-list-button = { $klass } · { $subject } · { $student } · until { $until }
appeal-button-list = ❓ Questions about marks

error-appeal-open = The teacher already has a question about this mark. The answer will come here.
error-appeal-explained = The teacher has answered a question about this mark. If the answer does not convince you, ask the deputy head.
error-appeal-corrected = The mark has been corrected after your question. See it in the diary: /menu
error-appeal-late = A mistake could be reported until { $until } ({ $clause }). If there is one all the same, ask the deputy head.
error-appeal-answered = This question has been answered already. Open the menu: /menu

## Letters

notice-appeal-new = ❓ A question about the mark <b>{ $mark }</b>: { $student }, { $kind }.
notice-appeal-due = Answer until the end of { $until }.
notice-appeal-closed-window = The time for changing this mark is over: it can be corrected with the deputy head's permission.
notice-appeal-forwarded = 🙋 The teacher ({ $teacher }) asks you to decide about the mark <b>{ $mark }</b>: { $student }, { $kind }.
notice-appeal-overdue = ⏰ The time for an answer is over: the mark <b>{ $mark }</b>, { $student }, { $kind }. Teacher: { $teacher }.
notice-appeal-no-deputy = A deputy head decides such questions, and the school has none now. Name one on the staff sheet of the school’s file, or talk to the teacher.
notice-appeal-permitted = ✅ The deputy head has permitted you to correct the mark <b>{ $mark }</b>: { $student }, { $kind }.
notice-appeal-decided = The deputy head has answered the family: the mark <b>{ $mark }</b> stays. { $student }, { $kind }.
notice-appeal-reminder = ⏰ Today is the last day: answer the question about the mark <b>{ $mark }</b>. { $student }, { $kind }.
notice-appeal-corrected = ✅ { $subject }, { $day }: you reported a mistake, and it has been corrected. It was <b>{ $old }</b>, now it is <b>{ $new }</b>.
notice-appeal-withdrawn = ✅ { $subject }, { $day }: you reported a mistake, the mark <b>{ $old }</b> has been withdrawn.
notice-appeal-explained = 💬 { $subject }, { $day }: the mark <b>{ $old }</b> stays. Answer: “{ $words }”
notice-button-correct = ✏️ Correct
notice-button-explain = 💬 Explain
notice-button-forward = 🙋 Ask the deputy head
notice-button-permit = ✅ Permit
notice-button-appeal = 📨 Open the question
