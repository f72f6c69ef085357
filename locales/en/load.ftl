### Works declared ahead, the calendar of control works, how much homework there is.

## A work ahead

ahead-button = 📝 Declare a work
ahead-declared = 📝 Declared: <b>{ $work }</b>. Families see it in the diary.
ahead-ask = Which work is it? Families see it in the diary, on the evening before and in the Friday letter.
ahead-ask-anyway = If it is to be in this lesson all the same, choose the kind of work.
ahead-caution-second = ⚠️ { $klass } has one on that day: lesson { $number }, { $subject } – { $work }
ahead-caution-often = ⚠️ Less than 2.5 weeks between works in the subject: { $day } – { $work }
ahead-caution-first = ⚠️ This is the first lesson of the day
ahead-caution-last = ⚠️ This is the last lesson of the day
ahead-source = <i>Recommendations of the ministry of education, 6 August 2021: one work a day, in a subject once in 2.5 weeks at the most, in neither the first nor the last lesson.</i>
ahead-free = Free lessons nearby are the buttons below.
ahead-none-free = No lesson is free three weeks before and after.
ahead-place = { $day }, lesson { $number }
ahead-kind-control = Control work
ahead-kind-diagnostic = Diagnostic work
ahead-kind-dictation = Dictation
ahead-kind-essay = Essay
ahead-kind-test = Test
ahead-drop = ↩️ Take back: { $work }
ahead-done = Declared
ahead-dropped = Taken back
error-lesson-begun = The lesson has begun: works are recorded under “✏️ Marks” now.
error-not-declared = Only works that everybody writes are declared ahead: control work, test, dictation, essay, diagnostic work.

## How much is given: for the teacher who gives it

giving-load-before = ⏱ For { $day }, { $klass } has { $minutes } of { $norm } already.
giving-load-over-before = 🔺 For { $day }, { $klass } has { $minutes } already, the norm is { $norm }. You may choose another day.
giving-load-with = ⏱ With this, { $klass } has { $minutes } of { $norm } for { $day }.
giving-load-over-with = 🔺 With this, { $klass } has { $minutes } for { $day }, the norm is { $norm }. Keep it, shorten it, or choose another day.
giving-minutes-ask = How many minutes will this take? For now we reckon with about { $minutes }.
giving-minutes-button = { $minutes } min
giving-minutes-chosen = • { $minutes } min
giving-minutes-other = ⌨️ Other
giving-minutes-typed = • { $minutes } min
giving-minutes-how = ⏱ Write how many minutes it will take: a number from 1 to { $limit }.
giving-day-load = { $day } · { $minutes } given
error-minutes-range = It is a number from 1 to { $limit }: the minutes that the homework takes. Please write it again.

## A class's week and a parallel

load-klass-button = 📝 Works, homework
load-klass-named-button = 📝 Works of { $klass }
load-home-button = 📝 Control works
load-week-title = 📝 <b>{ $klass }</b> · works and homework, { $span }
load-week-off = No lessons this week.
load-day = <b>{ $day }</b>
load-work = 📝 lesson { $number }, { $subject } – { $work }
load-homework = ⏱ Homework: { $minutes } of { $norm }
load-homework-over = 🔺 Homework: { $minutes }, the norm is { $norm }
load-none = no homework
load-tasks = <i>{ $tasks }</i>
load-task = { $subject } { $minutes }
load-task-estimated = { $subject } ≈{ $minutes }
load-estimates = <i>≈ – an estimate: the teacher did not say how long it takes. The norm of a day: SanPiN 1.2.3685-21.</i>
load-parallel-title = 📝 <b>Grade { $grade }</b> · works, { $span }
load-klass = <b>{ $klass }</b>
load-no-works = no works declared
load-week-works = • { $works }
load-work-short = { $day } { $subject }
load-grade = { $grade }
load-grade-chosen = • { $grade } •
