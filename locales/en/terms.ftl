### Words of the journal, common to teachers, families and notices.
### mark-*: what stands in the cell; mark-*-full: in words. presence-*: the letter; presence-*-full: in words.
### work-kind-*: the name; *-short: for buttons and lines; *-for: after "for".

## Marks

mark-1 = 1
mark-2 = 2
mark-3 = 3
mark-4 = 4
mark-5 = 5
mark-passed = pass
mark-failed = fail
mark-na = n/a
mark-exempt = exempt

mark-1-full = 1
mark-2-full = 2
mark-3-full = 3
mark-4-full = 4
mark-5-full = 5
mark-passed-full = passed
mark-failed-full = not passed
mark-na-full = not assessed
mark-exempt-full = exempt

# The weight beside a mark: "5 (weight 3)".
mark-weight = weight { $weight }

## Attendance

presence-present = ✓
presence-absent = A
presence-ill = I
presence-excused = E
presence-late = L

presence-present-full = present
presence-absent-full = absent
presence-ill-full = ill
presence-excused-full = excused
presence-late-full = { $minutes ->
    [0] late
   *[other] { $minutes } min late
}

## Kinds of works

work-kind-answer = answer in class
work-kind-homework = homework
work-kind-independent = independent work
work-kind-control = control work
work-kind-test = test
work-kind-dictation = dictation
work-kind-essay = essay
work-kind-lab = laboratory work
work-kind-practical = practical work
work-kind-project = project
work-kind-diagnostic = diagnostic work

work-kind-answer-short = answer
work-kind-homework-short = homework
work-kind-independent-short = indep.
work-kind-control-short = control
work-kind-test-short = test
work-kind-dictation-short = dictation
work-kind-essay-short = essay
work-kind-lab-short = lab
work-kind-practical-short = practical
work-kind-project-short = project
work-kind-diagnostic-short = diagn.

work-kind-answer-for = an answer in class
work-kind-homework-for = homework
work-kind-independent-for = an independent work
work-kind-control-for = a control work
work-kind-test-for = a test
work-kind-dictation-for = a dictation
work-kind-essay-for = an essay
work-kind-lab-for = a laboratory work
work-kind-practical-for = a practical work
work-kind-project-for = a project
work-kind-diagnostic-for = a diagnostic work

## Homework

homework-kind-unspecified = not said
homework-kind-written = written
homework-kind-oral = oral
homework-kind-practical = practical
homework-kind-reading = reading
homework-kind-creative = creative


## Reasons of corrections

correction-reason-typo = typing error
correction-reason-retake = retake
correction-reason-appeal = after an appeal
correction-reason-comment = comment

## Where a rule comes from: the texts of the regulation and places in them

clause-text-000 = Order of keeping
clause-text-001 = School’s order
clause-text-002 = School’s provision
clause-text-003 = Order of use
clause-text-004 = Provision on the journal
clause-paragraph = § { $numbers }
clause-chapter = ch. { $numbers }
clause-annex = annex { $annex } item { $numbers }
clause-named = { $numbers }
clause-none = the school’s own rule
