### A group's thematic plan: topics, hours, the file, the week ahead.

plan-title = 📚 <b>{ $klass } · { $subject }</b> · thematic plan
plan-teachers = 👩‍🏫 { $names }
plan-level-group = The group’s own plan.
plan-level-klass = The plan of class { $klass }, shared by its groups. A change makes a copy for this group.
plan-level-grade = The plan of grade { $grade }, shared. A change makes a copy for this group.
plan-none = There is no plan yet. Send it as a file, or add topics one by one.

## Progress

plan-hours = Hours in the plan: { $hours }. The load is not known, there is nothing to compare with.
plan-hours-fit = Hours in the plan: { $hours }, as in the curriculum ✅
plan-hours-less = Hours in the plan: { $hours }, in the curriculum { $curriculum } ⚠️ { $count ->
    [one] { $count } hour is missing
   *[other] { $count } hours are missing
}
plan-hours-more = Hours in the plan: { $hours }, in the curriculum { $curriculum } ⚠️ { $count ->
    [one] { $count } hour too many
   *[other] { $count } hours too many
}
plan-progress = Lessons given: { $given } of { $hours } · lessons ahead: { $left }
plan-lacking = { $count ->
    [one] ⚠️ { $count } lesson has no topic. Open it and write the topic down.
   *[other] ⚠️ { $count } lessons have no topic. Open them and write the topics down.
}
plan-here = 📝 For this lesson: <b>{ $number }. { $topic }</b>
plan-left-over = { $count ->
    [one] ⚠️ { $count } hour has no lesson left. Join topics or take something out.
   *[other] ⚠️ { $count } hours have no lesson left. Join topics or take something out.
}
plan-week = 🗓 Week of { $day }: topics are written in { $filled } of { $lessons }
plan-week-done = 🗓 Week of { $day }: all lessons have their topics ✅
plan-week-written = { $count ->
    [one] { $count } topic written
   *[other] { $count } topics written
}
plan-line-given = ✅ { $number }. { $topic } – { $days }
plan-line-lacking = { $hours ->
    [1] ⚠️ { $number }. { $topic } – not written down: { $days }
   *[other] ⚠️ { $number }. { $topic } ({ $hours } h) – not written down: { $days }
}
plan-line-coming = { $hours ->
    [1] ▫️ { $number }. { $topic } – { $days }
   *[other] ▫️ { $number }. { $topic } ({ $hours } h) – { $days }
}
plan-line-open = { $hours ->
    [1] ⏳ { $number }. { $topic } – no lesson
   *[other] ⏳ { $number }. { $topic } ({ $hours } h) – no lesson
}

## A topic

plan-topic = <b>{ $number }. { $topic }</b>
plan-topic-hours = { $count ->
    [one] ⏱ { $count } hour
   *[other] ⏱ { $count } hours
}
plan-topic-kind = ✏️ { $kind }
plan-topic-task = 🎒 { $task }
plan-topic-given = ✅ Given: { $days }
plan-topic-lacking = ⚠️ The topic is not written down: { $days }
plan-topic-coming = ▫️ Ahead: { $days }
plan-topic-left = { $count ->
    [one] ⏳ Without a lesson: { $count } hour
   *[other] ⏳ Without a lesson: { $count } hours
}
plan-write-how = Send the topic as a message. From the second line on you may write the homework.
plan-write-now = Now: <code>{ $text }</code>
plan-delete-ask = Delete topic { $number } “{ $topic }”? The topics after it move up to its lessons.
plan-delete-yes = Yes, delete it
plan-deleted = Topic deleted

## Buttons

plan-button = 📚 Plan
plan-button-klass = ‹ Plans of { $klass }
plan-button-plan = ‹ The plan
plan-button-write = 📝 Write down: { $number }. { $topic }
plan-button-add = ➕ Topic
plan-button-file = 📤 As a file
plan-button-own = 🖋 A plan of its own
plan-button-week = 🗓 Write the topics for the week of { $day }
plan-button-edit = ✏️ Change
plan-button-delete = 🗑 Delete
plan-button-hour-less = ➖ hour
plan-button-hour-more = ➕ hour
plan-button-up = ⬆️ Earlier
plan-button-down = ⬇️ Later

## The plans of a class

plan-klasses-button = 📚 Plans
plan-klasses-named-button = 📚 Plans of { $klass }
plan-klass-title = 📚 <b>{ $klass }</b> · thematic plans
plan-klass-how = Choose a subject. The number says how many topics its plan has, 🗓 how many lessons of the next week have theirs, ⚠️ that there is no plan.
plan-klass-none = There are no groups yet: they come with the teaching load in the school’s file.
plan-klass-button = { $subject } · { $count }
plan-klass-week-button = 🗓 { $subject } · { $planned }/{ $lessons }
plan-klass-empty-button = ⚠️ { $subject }

## The file

plan-file-name = thematic-plan.xlsx
plan-file-how = Fill the file and send it here: only the topics are required; numbers, hours, kinds of work and homework may be left out. Your own plan as XLSX is fine, too, if its columns are headed as in the template. The bot checks it first and shows what would change.
plan-file-topics = { $count ->
    [one] The file has { $count } topic.
   *[other] The file has { $count } topics.
}
plan-file-changes = New: { $created }, changed: { $changed }, removed: { $removed }
plan-file-kept = { $count ->
    [one] { $count } topic that a lesson was given by is not in the file: it stays.
   *[other] { $count } topics that lessons were given by are not in the file: they stay.
}
plan-file-ask = Load it?
plan-file-same = This plan is loaded already, nothing would change.
plan-file-yes = ✅ Load the plan
plan-file-done = The plan is loaded

import-problem-plan-of-others = the file has no topics of this subject and class. Check the columns of subject and class or take them out.
import-problem-plan-other-lines = { $count ->
    [one] { $count } line is of another subject or class, it is passed over.
   *[other] { $count } lines are of another subject or class, they are passed over.
}
import-problem-plan-too-long = there are more than { $limit } topics. Split the plan or join topics.

## Refusals

error-plan-topic-given = This topic is written in a lesson, it can’t be deleted. You may change it.
error-plan-full = The plan has { $limit } topics, it takes no more. Join topics.
error-plan-has-errors = The file has mistakes, the plan was not loaded. Mend them and send the file again.
error-plan-file-wanted = An XLSX file with the plan is needed. Send it as a document.
