### Moving a school day.

day-move-button = 🔁 Move a day
day-move-source = 🔁 <b>Moving a school day</b> · { $school }
    Which day is moved? It will be free.
day-move-target = 🔁 <b>{ $source }</b> · { $school }
    On which day shall its lessons be held?
day-move-preview = 🔁 <b>{ $school }</b>

    { $source } will be free.
    { $target } will be a school day: { $lessons ->
        [one] { $lessons } lesson
       *[other] { $lessons } lessons
    }, { $klasses ->
        [one] { $klasses } class
       *[other] { $klasses } classes
    }. Homework goes along with the lessons.
day-move-preview-back = 🔁 <b>{ $school }</b>

    The move is taken back: { $lessons ->
        [one] { $lessons } lesson
       *[other] { $lessons } lessons
    } ({ $klasses ->
        [one] { $klasses } class
       *[other] { $klasses } classes
    }) again on { $target }, and { $source } is as the calendar has it.
day-move-term = ℹ️ The term for entering it is { $moment } [{ $clause }].
day-move-late = ⚠️ By the regulation a moved day is entered until { $moment } [{ $clause }]. You may enter it now: reports will show that it was entered late.
day-move-sure = ✅ Move it and tell
day-move-done = Done: the lessons of { $source } will be held on { $target }. Families and teachers will get a message.
day-move-name-free = Day off: lessons moved to { $day }
day-move-name-moved = School day in place of { $day }
day-move-letter = 🔁 <b>A school day is moved</b>
    { $source } is free, its lessons: { $target }.
day-move-letter-back = 🔁 <b>The move of a school day is taken back</b>
    { $source } is a school day again, { $target } is not.

error-day-move-past = Only days that are ahead can be moved.
error-day-move-same = This is the same day. Choose another one.
error-day-move-empty = There are no lessons on this day: nothing to move.
error-day-move-taken = There are lessons on this day already. Choose a day without lessons.
error-day-move-held = Lessons of this day have records already: such a day cannot be moved.
