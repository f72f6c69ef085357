### Subgroups: a class divided for a subject.

subgroups-home-button = 🧩 Subgroups
subgroups-home-named-button = 🧩 { $klass }: groups
subgroup-klass = { $klass }
subgroup-klasses = 🧩 <b>Subgroups</b>

    Choose a class.
subgroup-klasses-none = 🧩 <b>Subgroups</b>

    No class is divided. Subgroups and their teachers come with the school's workbook, from its sheet of groups.
subgroup-back-klasses = ‹ Classes
subgroup-list-title = 🧩 <b>{ $klass } · subgroups</b>
subgroup-list-none = The class is not divided for any subject. Subgroups are added by the administrator: they come with the school's workbook, from its sheet of groups.
subgroup-line = { $nowhere ->
        [0] { $several ->
            [0] ✅
           *[other] ⚠️
        }
       *[other] ⚠️
    } <b>{ $subject }</b> · { $groups ->
        [one] { $groups } group
       *[other] { $groups } groups
    }{ $nowhere ->
        [0] {""}
       *[other] {" "}· in none: { $nowhere }
    }{ $several ->
        [0] {""}
       *[other] {" "}· in several at once: { $several }
    }
subgroup-subject = { $subject }
subgroup-back-list = ‹ Subjects
subgroup-title = 🧩 <b>{ $klass } · { $subject }</b>
subgroup-on = As of { $day }
subgroup-ahead = ⏳ This changes on { $day }: choose that day to see it.
subgroup-sign = { $number ->
        [0] { $several ->
            [0] –
           *[other] ⚠️
        }
        [1] ①
        [2] ②
        [3] ③
        [4] ④
       *[other] ({ $number })
    }
subgroup-group = { $sign } <b>{ $name }</b>{ $teachers ->
        [none] {""}
       *[other] {" "}· { $teachers }
    } · { $count ->
        [one] { $count } student
       *[other] { $count } students
    }
subgroup-nowhere = ⚠️ In no group: { $names }
subgroup-several = ⚠️ In several at once: { $names }
subgroup-moves = ✍️ Not saved yet – { $count ->
        [one] { $count } move
       *[other] { $count } moves
    }:
subgroup-move = { $name } → { $sign } { $group }
subgroup-moves-more = … and { $count } more
subgroup-how = Tap a name to move the student to the next group. Moves hold from { $day }, earlier lessons stay in the journal as they were. The groups' teachers are told.
subgroup-pupil = { $sign } { $name }
subgroup-pupil-moved = • { $sign } { $name }
subgroup-day = 📅 Holds from: { $day }
subgroup-save = 💾 Save: { $count }
subgroup-drop = ✖️ Don't change
subgroup-saved = Saved, the teachers are told
subgroup-days = From which day on do the moves hold?
subgroup-today = Today
subgroup-monday = Monday { $day }

subgroup-letter = 🧩 <b>Subgroups have changed</b>
subgroup-letter-joins = { $klass } · { $subject }, { $group }: { $name } joins from { $day }
subgroup-letter-leaves = { $klass } · { $subject }, { $group }: { $name } leaves from { $day }
subgroup-letter-called-off = { $klass } · { $subject }, { $group }: the move from { $day } is called off – { $name }
subgroup-letter-open = 🧩 Who is where

error-subgroup-none = The class learns this subject together. Subgroups are added by the administrator: they come with the school's workbook, from its sheet of groups.
error-subgroup-day = Moves may hold from today on, till the end of the school year.
error-subgroup-recorded = A lesson of one of these groups is already recorded on { $day }. Choose a later day, so that marks and absences stay in place.
error-subgroup-unchanged = There are no moves: nobody changes groups.
