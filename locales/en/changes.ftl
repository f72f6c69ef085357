### Substitutions and changes of the timetable: screens of the deputy and the administrator, letters, the card.

changes-klass = { $klass } ({ $subgroup })
changes-place = { $day }, lesson { $number }

## The school's day

changes-title = 🔁 <b>Substitutions and changes</b> · { $day }
changes-none = Nothing is changed on this day.
changes-how = What is to be changed? Choose a class first, or the teacher who will be away.
changes-line = • { $klass } · { $subject }, lesson { $number }: { $what }
changes-away-line = • { $klass } · { $subject }, lesson { $number }: moved to { $day }, lesson { $to }
changes-what-cancelled = cancelled
changes-what-substituted = { $substitute } instead of { $teacher }
changes-what-moved = moved from { $day }, lesson { $number }
changes-what-room = room { $room }
changes-what-as-planned = as in the timetable
changes-home-button = 🔁 Substitutions and changes
changes-button-klass = 🏫 Class
changes-button-away = 🤒 Teacher away
changes-button-back = ‹ The day’s changes
changes-button-previous = ◀ { $day }
changes-button-next = { $day } ▶
changes-choose-klass = 🏫 <b>Which class?</b> · { $day }
changes-choose-teacher = 🤒 <b>Who will be away?</b> · { $day }
changes-nobody = There are no teachers on this day.
changes-no-klasses = There are no classes yet: load the school’s file first.

## A class and a teacher

changes-klass-day = <b>{ $klass }</b> · { $day }
changes-choose-lesson = Which lesson is to be changed?
changes-no-lessons = No lessons.
changes-lesson-button = { $number } · { $subject }
changes-lesson-button-changed = 🔁 { $number } · { $subject }
changes-lesson-button-cancelled = 🚫 { $number } · { $subject }
changes-away-day = 🤒 <b>{ $teacher }</b> · { $day }
changes-away-how = Press who gives the lesson: families and teachers are told at once. “…” has other people, cancelling, moving.
changes-away-none = No lessons on this day.
changes-away-all = All lessons of this day are provided for. Thank you!
changes-away-open = { $number }. { $klass } · { $subject } – <b>nobody to give it</b>
changes-away-given = { $number }. { $klass } · { $subject } – { $substitute } gives it ✅
changes-away-cancelled = { $number }. { $klass } · { $subject } – cancelled
changes-away-lent = { $number }. { $klass } · { $subject } – a substitution that needs somebody else, too
changes-away-button = { $number } · { $klass } → { $name }
changes-away-other-button = { $number } · …

## A lesson

changes-lesson-title = <b>{ $klass } · { $subject }</b> · { $place }
changes-lesson-teacher = 👩‍🏫 { $teacher }
changes-lesson-substituted = 🔁 { $substitute } gives it, { $teacher } in the timetable
changes-lesson-room = 🚪 room { $room }
changes-lesson-no-room = 🚪 no room is named
changes-lesson-cancelled = 🚫 The lesson is cancelled
changes-lesson-moved = ↪️ Moved: { $day }, lesson { $number } in the timetable
changes-lesson-over = The lesson is over: nobody will be told of a change.
changes-lesson-held = ✍️ It has records already ({ $part ->
    [attendance] attendance
    [homework] homework
   *[marks] marks or comments
}): it can’t be cancelled or moved, so that nothing is lost.
changes-history = <b>What was changed</b>
changes-history-line = { $at }, { $by }: { $what }
changes-did-substituted = substitution
changes-did-cancelled = cancelled
changes-did-returned = takes place again
changes-did-moved = moved to { $day }, lesson { $number }
changes-did-room = room { $room }
changes-done = Saved
changes-done-homework = Saved. Homework is now due { $day }
changes-button-substitute = 🔁 Substitute
changes-button-cancel = 🚫 Cancel the lesson
changes-button-return = ✅ Let it take place
changes-button-move = ↪️ Move
changes-button-room = 🚪 Room
changes-button-lesson = ‹ The lesson
changes-button-other-day = ‹ Other day
changes-button-klass-day = ‹ { $klass }
changes-button-teacher-day = ‹ { $teacher }
changes-cancel-ask = Cancel this lesson? Students, parents and the teacher are told at once, and nothing needs to be recorded in it.
changes-cancel-yes = Yes, cancel it

## Choosing

changes-substitutes = Who gives the lesson? Free teachers come first.
changes-substitutes-subject = ★ – teaches this subject
changes-substitutes-klass = • – teaches another subject in this class
changes-substitutes-busy = ⛔ – has another lesson at that time
changes-substitutes-away = 🤒 – is away that day
changes-substitutes-nobody = There are no other teachers that day. Move the lesson or cancel it.
changes-substitute-button = { $mark ->
    [subject] ★ { $name }
    [klass] • { $name }
   *[none] { $name }
}
changes-substitute-busy-button = ⛔ { $name } · { $klass }
changes-substitute-away-button = 🤒 { $name }
changes-substitute-own-button = ↩️ No substitute: { $name }
changes-move-days = To which day?
changes-move-numbers = { $day }: as which lesson?
changes-move-none = There is no free lesson on that day. Choose another day.
changes-move-button = Lesson { $number }
changes-move-busy-button = { $number } · ⛔ { $why }
changes-clash-students = class is busy
changes-clash-teacher = teacher is busy
changes-clash-room = room is taken
changes-rooms = Where to? Choose a room or type its number.
changes-rooms-type = Type the number or the name of the room.
changes-room-button = { $room }
changes-room-busy-button = ⛔ { $room } · { $klass }
changes-room-again = If it is meant so, type the same room once more.

## What is in the way

changes-conflicts = ⚠️ <b>Something would be in two places</b>
changes-conflict-students = { $klass } has { $subject } at that time, lesson { $number }.
changes-conflict-teacher = { $teacher } is teaching then: { $klass } · { $subject }, lesson { $number }.
changes-conflict-room = Room { $room } is taken: { $klass } · { $subject }, lesson { $number }.
changes-conflict-no = Students can’t be in two lessons at once. Choose another place.
changes-conflict-ask = Confirm if it is meant so.
changes-conflict-sure = Save all the same

## The substitute’s card

substitution-title = 🔁 <b>Substitution: { $klass } · { $subject }</b> · { $place }
substitution-for = { $teacher } in the timetable
substitution-time = ⏰ { $time }
substitution-time-room = ⏰ { $time }, room { $room }
substitution-topic = 📝 By the plan: { $topic }
substitution-topic-set = 📝 The topic is written: { $topic }
substitution-no-topic = 📝 The plan has no topic – write it in the journal.
substitution-task = 🎒 Homework by the plan: { $task }
substitution-due = 🎒 <b>Homework to collect</b>
substitution-due-line = • { $text }
substitution-due-personal = • { $name }: { $text }
substitution-due-none = 🎒 Nothing was set for this lesson.
substitution-missing = 🤒 <b>Not there today</b>: { $names }
substitution-missing-one = { $name } ({ $sign })
substitution-missing-none = 🤒 Nobody is known to be absent so far.
substitution-list = <b>The list ({ $count })</b>
substitution-list-line = { $number }. { $name }
substitution-rights = The record of this lesson is open to you: attendance, topic, marks, homework. The group’s other lessons stay with its teacher.
substitution-fill-button = ✏️ Fill the lesson
substitution-button = 🔁 Substitution card

## Letters

changes-letter-title = 🔁 <b>Changes in the timetable</b>
changes-letter-line = 🔁 { $subject }, { $day }, lesson { $number }: { $what }
changes-letter-staff-line = • { $klass } · { $subject }, { $day }, lesson { $number }: { $what }
changes-letter-give = • { $klass } · { $subject }, { $day }, lesson { $number }: <b>you give it</b> – { $teacher } in the timetable
changes-letter-freed = • { $klass } · { $subject }, { $day }, lesson { $number }: no substitution any more, you need not give it
changes-said-cancelled = the lesson is cancelled
changes-said-returned = the lesson takes place
changes-said-moved = moved to { $day }, lesson { $number }
changes-said-substituted = substitution, { $teacher } gives it
changes-said-own-teacher = { $teacher } gives it, no substitution
changes-said-room = room { $room }
changes-said-homework = homework is due then, { $day }
changes-said-homework-next = homework is due at the next lesson, { $day }
changes-button-card = 🔁 { $number } · { $klass } { $subject }

## Refusals

error-lesson-held = This lesson has records already ({ $part ->
    [attendance] attendance
    [homework] homework
   *[marks] marks or comments
}), so it can’t be cancelled or moved: they would be lost. If it was not given indeed, let its teacher take them back first.
error-lesson-day-off = The class has no lessons on that day: a day off or vacation. Choose a school day.
error-lesson-no-bell = The bells of that day have no such lesson. Choose another number.
error-lesson-place-taken = The group has a lesson of this subject there already (perhaps a cancelled one). Let that one take place or choose another place.
