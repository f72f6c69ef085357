### Homework, topics and comments on the teacher's side.

giving-ask = 🎒 What is the homework?
giving-due-default = Due at the group's next lesson, { $day }, unless you say otherwise.
giving-none = 🚫 Nothing given
giving-none-done = Recorded: nothing given
giving-none-back = ↩️ Take back: there is homework
giving-none-undone = “Nothing given” is taken back
giving-plan = 📖 By the plan: { $task }
giving-write = ✍️ Write it or send a file
giving-personal = 👤 For one student
giving-task = 🎒 { $text }
giving-files-only = see the attachment
giving-how = ✍️ Send the homework as a message: text, photo, document or voice. Day and kind can be changed afterwards.
giving-how-personal = ✍️ A task for one student only: { $name }. Send text, photo, document or voice.
giving-for-whom = 👤 Whom is the task for?
giving-kind = Kind: { $kind }
giving-kind-chosen = • { $kind }
giving-more-files = 📎 Send more photos or documents and they will be added here. Text is added as well.
giving-due = 📅 For { $day }
giving-no-day = no day
giving-which-day = 📅 For which lesson?
giving-no-lessons = The timetable has no further lessons of this group.
giving-rewrite = ✏️ Replace the text
giving-how-rewrite = ✏️ Send the new text of the homework.
giving-now = Now: { $text }
giving-withdraw = 🗑 Withdraw
giving-withdraw-ask = Take this homework out of the diaries?
giving-withdraw-yes = Yes, withdraw it
giving-withdrawn = Homework withdrawn
giving-done = ✅ Done
giving-saved = Recorded

## Topic

topic-now = 📝 Now: <b>{ $topic }</b>
topic-next = Next in the plan, no. { $number }: <b>{ $topic }</b>
topic-how = Choose a topic or send your own as a message.
topic-how-no-plan = 📝 Send the topic of the lesson as a message: this class has no thematic plan yet.
topic-button = { $number }. { $topic }
topic-saved = Topic recorded

## Comments

remarking-for-whom = 💬 On whom? Only this family will see the text.
remarking-how = 💬 { $name }: write about work or behaviour in the lesson. Only this family will see it. Up to 1000 characters.
remarking-withdraw = 🗑 { $name }: { $text }
remarking-withdrawn = Comment withdrawn

## Refusals

error-homework-exists = Homework is recorded already. To record “nothing given”, withdraw it first.
error-due-day = The day must be after the lesson and within the school year. Choose another one.
error-too-many-files = No more than { $limit } files can be attached to a homework.
error-plan-has-no-task = The plan has no homework for this lesson. Write it as a message.
