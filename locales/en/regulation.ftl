# `diary regulation`.

regulation-about = the regulations: who does what by when
regulation-show = show all rows of a regulation
regulation-diff = compare two regulations
regulation-json = print JSON for other programs
regulation-name-moscow-region = Moscow region
regulation-name-school-14 = Order of School 14
regulation-name-antsir = Provision and orders of a village school
regulation-name-sgo = Provision on the journal
regulation-heading = { $name }: duties – { $duties }, permissions and prohibitions – { $permissions }, rights of families – { $rights }
regulation-duty = – { $title }: { $term } [{ $clause }]
regulation-aim = rather { $aim }, the limit is { $limit }
regulation-also = Or { $others }
regulation-each = Each on their own: { $holders }
regulation-recommended = Recommended
regulation-exempt = Not needed if the school used Dnevnik.ru before
regulation-allowed = Allowed
regulation-forbidden = Forbidden
regulation-rights = What families are told
regulation-line = – { $title }: { $holders } [{ $clause }]
regulation-conventions = How terms are reckoned
regulation-convention-days = “N days” are calendar days: the day of the lesson or event is not counted, the last one lasts till midnight.
regulation-convention-working = Working days are the staff’s: weekdays without public holidays; vacations and a moved Saturday count.
regulation-convention-ahead = “N days before” lasts to the end of the N-th day before it; “by a date” includes that day.
regulation-convention-cycles = A week ends on Sunday; “every month” lasts to the month’s last day; a month from a date ends on the same day of the next month.
regulation-convention-earlier = Where a text has two terms for one thing, the earlier binds.
regulation-convention-holidays = A term never moves for weekends or holidays unless the text says so.
regulation-convention-done = Done is what the journal’s records show; what they can’t show, the holder confirms.
regulation-same = No differences.
regulation-only = Only here: { $name }
regulation-differs = Terms and holders differ
regulation-side = { $name }: { $term }; { $holders } [{ $clause }]

## Who

regulation-holder-teacher = teacher
regulation-holder-class-teacher = class teacher
regulation-holder-deputy = deputy head
regulation-holder-head = head
regulation-holder-administrator = administrator
regulation-holder-psychologist = psychologist, social teacher
regulation-holder-student = student
regulation-holder-guardian = parent
regulation-holder-working-group = working group
regulation-holder-secretary = secretary
regulation-holder-inspector = inspector
regulation-holder-system = system

## Terms

regulation-days = { $days } { $days ->
    [one] day
   *[other] days
}
regulation-days-ahead = { $days } { $days ->
    [one] day
   *[other] days
}
regulation-working-days = { $days } { $days ->
    [one] working day
   *[other] working days
}
regulation-working-days-ahead = { $days } { $days ->
    [one] working day
   *[other] working days
}
regulation-hours = { $hours } { $hours ->
    [one] hour
   *[other] hours
}

regulation-term-lesson-day-at = on the day of the lesson, by { $at }
regulation-term-lesson-day-end = by the end of the lesson’s day
regulation-term-hours-after-classes = within { regulation-hours } after the class’s last lesson
regulation-term-days-after-lesson = within { regulation-days } after the lesson
regulation-term-working-days-after-lesson = within { regulation-working-days } after the lesson
regulation-term-days-before-lesson = { regulation-days-ahead } before the lesson
regulation-term-check-day-end = on the day the work has been checked
regulation-term-days-after-period-end = within { regulation-days } after the end of the period
regulation-term-days-before-period-end = { regulation-days-ahead } before the end of the period
regulation-term-on-period-end = on the last day of the period
regulation-term-days-before-period-start = { regulation-days-ahead } before the start of the period
regulation-term-once-per-period = once in each period
regulation-term-days-before-year-start = { $days ->
    [1] before the school year starts
   *[other] { regulation-days-ahead } before the school year starts
}
regulation-term-days-after-year-start = { $days ->
    [0] on the first day of the school year
   *[other] within { regulation-days } after the school year starts
}
regulation-term-days-before-year-end = { regulation-days-ahead } before the school year ends
regulation-term-days-after-year-end = within { regulation-days } after the school year ends
regulation-term-on-year-end = on the last day of the school year
regulation-term-fixed-date = by { $date }, that day included
regulation-term-daily = every day
regulation-term-weekly = every week
regulation-term-weekly-ahead = every week for the week ahead
regulation-term-monthly = every month
regulation-term-yearly = every year
regulation-term-hours-after-event = within { regulation-hours } after { $event }
regulation-term-days-after-event = within { regulation-days } after { $event }
regulation-term-working-days-after-event = within { regulation-working-days } after { $event }
regulation-term-on-event-day = on the day of { $event }
regulation-term-before-event = before { $event }
regulation-term-days-before-event = { regulation-days-ahead } before { $event }
regulation-term-working-days-before-event = { regulation-working-days-ahead } before { $event }
regulation-term-days-after-launch = within { regulation-days } after the system’s launch
regulation-term-working-days-after-launch = within { regulation-working-days } after the system’s launch
regulation-term-by-order = by the date of the school’s order
regulation-term-as-needed = as the need arises
regulation-term-standing = at all times

regulation-event-absence-document = the document on the absence comes
regulation-event-access-data = the access data come
regulation-event-breach = the breach of access becomes known
regulation-event-class-event = the class event
regulation-event-data-entered = the data are entered
regulation-event-discovery = the mistake is found
regulation-event-employment = the order of employment
regulation-event-enrolment = the order of enrolment
regulation-event-exam = the examination
regulation-event-holidays = the vacation or holiday begins
regulation-event-moved-day = the moved school day
regulation-event-request = the request
regulation-event-result = the results come
regulation-event-school-event = the school event

## Duties

rule-homework = Enter the homework
rule-homework-day = Enter the homework on the day of the lesson
rule-homework-hour = Enter the homework after the class’s lessons
rule-marks = Enter the marks of the lesson
rule-attendance = Enter who is missing from the lesson
rule-topic = Enter the lesson’s topic and kind of work
rule-long-check = Enter the marks of a written work
rule-lesson-plan = Enter the plan of the lesson
rule-week-plan = Enter the lesson plans of one’s class for the week ahead
rule-daily-record = Keep the journal every day, truly and exactly
rule-daily-topics = Enter topics by the plan, and the kinds of work
rule-class-daily = Keep the journal of one’s class every day
rule-homework-daily = Enter homework every day
rule-systematic = Assess knowledge and take attendance regularly
rule-clear-records = Keep the records clear, complete and timely
rule-russian = Keep the records in Russian, with the topics of practical, laboratory and test works
rule-plan = Enter the thematic plan
rule-plan-passed = Teach the thematic plan in time and in full
rule-curriculum = Draw up the curriculum
rule-period-marks = Set the period marks
rule-period-marks-order = Set the period marks by the date the school’s order names
rule-year-marks = Set the year and overall marks
rule-exam-marks = Set the examination marks
rule-diagnostics = Enter the results of an external diagnostic work
rule-final-results = Show families the final and examination results
rule-marks-grounded = Set final marks that have their grounds
rule-written-works = Take written, laboratory and practical works into account in the final mark
rule-objectivity = Check that marks are objective and tests were held
rule-wrong-mark = Tell the teacher of a mistaken mark
rule-absences = Keep the daily account of missed lessons
rule-absence-page = Show absences on the attendance page
rule-absences-week = Review the class’s attendance for the week
rule-absences-verified = Check the records of absences with the teachers
rule-absence-reasons = Correct the reason of an absence by its document
rule-weekly-notice = Tell the parents of progress and behaviour in the week
rule-period-notice = Tell the parents about the diary and its messages
rule-class-notices = Keep the parents informed of progress and attendance
rule-families-told = Tell families about the electronic diary
rule-failing-told = Report students who fail or miss lessons
rule-forecast = Tell families the forecast of the period marks
rule-paper-summary = Hand out the printed summary of the week
rule-paper-copy = Print the journals of the period
rule-paper-signed = Check and sign the copies of the journals, hand them to the archive
rule-certified-print = Print the journal’s data and certify them
rule-timetable = Make the timetable
rule-timetable-own = Make the timetable of one’s class
rule-timetable-changes = Enter changes of the timetable
rule-substitution = Enter a substitution
rule-substitution-noted = Keep the record of a substituted lesson and note the substitution
rule-bells = Enter the bell schedule
rule-periods = Enter the school periods
rule-new-year = Complete the change to the new school year
rule-classes = Create classes and divide them into groups
rule-classes-own = Set up one’s class and divide it into groups
rule-class-groups = Divide the class into groups
rule-class-groups-deputy = Set up classes, subjects and groups
rule-subgroups = Divide classes into groups together with the class teacher
rule-groups-launch = Assign students to classes and groups
rule-year-transfer-launch = Move students to the new school year, place the newcomers
rule-directories = Keep the directories and settings of the school up to date
rule-directories-fill = Fill in the directories of buildings, rooms and subjects
rule-places = Fill in the directories of buildings, rooms and subjects
rule-links = Link subjects to teachers, rooms and classes
rule-profile = Update the school’s profile
rule-settings-launch = Set the main parameters of the school
rule-setup = Enter the school’s initial data
rule-setup-classes = Enter classes, class teachers, teachers, working hours and timetable
rule-school-card = Fill in the school’s card, licence and accreditation
rule-sections = Fill in the sections about teaching
rule-school-events = Enter a school event
rule-class-events = Enter a class event
rule-moved-days = Enter a moved school day
rule-holidays = Enter vacations and holidays
rule-people-launch = Enter the data of students, parents and staff
rule-staff-launch = Enter the data of the staff
rule-staff-cards = Create the records of the staff
rule-family-cards = Fill in the records of students and parents
rule-newcomers = Enter the data of newcomers
rule-movement = Check the orders on students’ movement
rule-movement-told = Tell the administrator that a student has come or left
rule-consent = Collect consents to the processing of personal data
rule-consent-staff = Collect the staff’s consents to the processing of personal data
rule-personal-data = See that the law on personal data is kept
rule-accounts = Hand out access to students, parents and staff
rule-accounts-all = Hand out access to all users
rule-accounts-print = Print and hand out access to the families of one’s class
rule-accounts-class = Hand out access to one’s class
rule-accounts-families = Hand out access to students and parents
rule-accounts-staff = Hand out access to the staff
rule-staff-accounts = Print and hand out access to the staff
rule-staff-access = Give access to teachers and the working group
rule-access-rights = Assign access rights
rule-access-data = Get the access data of the staff and pass them on
rule-access-request = Give access at a staff member’s request
rule-account-own = Get access and register in the system
rule-secrecy = Keep one’s access secret and pass it to nobody
rule-own-login = Keep students from the journal under one’s own name
rule-breach = Tell the administrator of a breach of access
rule-breach-void = Declare void what was done after a breach of access
rule-truth = Answer for the data being timely and true
rule-data-current = Keep the data up to date
rule-data-corrections = Correct data when they have changed
rule-data-check = Check and correct the data
rule-data-checked = See that the data are checked
rule-data-check-month = Check the personal details of students and parents
rule-class-data = Keep the class list and the parents’ data true
rule-archive-week = Archive the week
rule-archive-period = Archive the period
rule-archive-year = Archive the year
rule-archive-journals = Keep paper journals for 5 years
rule-archive-summaries = Keep the summary sheets for 25 years
rule-paper-archive = Keep the students’ results in the archive
rule-backup = Make backups and be able to restore them
rule-summary-live = Keep the summary sheet of results
rule-year-summary = Draw up the summary sheet of the year
rule-report-month = Report on the teachers’ work with the journal
rule-period-reports = Report on progress for the period
rule-year-reports = Report on progress for the year
rule-class-report = Hand in the class report for the period
rule-class-report-draft = Draw up the preliminary class report for the period
rule-class-report-month = Report on the class’s attendance for the month
rule-attendance-report-month = Report on attendance for the month
rule-teacher-report = Draw up the teacher’s report for the period
rule-teacher-report-draft = Draw up the teacher’s preliminary report for the period
rule-quality-reports = Prepare the reports on the quality of teaching
rule-activity-report = Report on the users’ activity
rule-analysis-week = Analyse the journals of the week and show it to the teachers
rule-analysis-month = Analyse the journals of the month and pass it to the deputy head
rule-remarks = Settle the remarks on the journal
rule-check-results = Tell the teachers what the check of the journal has shown
rule-control-daily = Check how the journal is kept
rule-control-week = Check how the journal was kept in the week
rule-control-month = Check how the journal was kept in the month
rule-control-periodic = Check the journal from time to time and report
rule-control-record = Check that the records are complete, timely and right
rule-control-year = Watch over the journal all the school year
rule-group-control = Watch over the journal’s work and contents
rule-journals-daily = Check that the teachers fill in the journals
rule-order-daily-deputy = Check that the teachers keep to the order of the journal
rule-deputies-daily = Check the deputy head’s and the administrator’s work with the journal
rule-class-watch = Follow the class’s results in all subjects
rule-class-marks-watch = Check the marks of the class and report faults to the deputy head
rule-usage-watch = Follow how the staff uses the journal
rule-families-usage = Follow how families use the diary
rule-quality = Watch over the quality of teaching
rule-rating = Keep the school active in the system
rule-help-launch = Advise the staff on working with the system
rule-help-request = Help at a user’s request
rule-support = Contact the support service
rule-training-own = Take part in the training
rule-training-attendance = See that the staff attends the training
rule-training-point = Organise training in the use of the journal
rule-software = Install and update software and keep it working
rule-software-launch = Install the software needed
rule-software-update = Update the software needed
rule-functioning = Keep the system working
rule-functioning-daily = Check that the system works
rule-reliable-work = Keep the system working without breaks
rule-agreement = Conclude the agreement on the system
rule-appointment = Appoint those responsible
rule-workplaces = Provide workplaces with access to the system
rule-conditions = Provide what is needed to work with the journal
rule-launch-order = Issue the order to introduce the electronic journal
rule-documents = Prepare the documents for the launch
rule-order-plan-control = Watch over the schedule of the launch
rule-order-filling = See that the journal is filled in and parents are informed
rule-order-technical = Watch over the technical side
rule-order-help = Advise the teachers
rule-order-training = Organise the training of the staff
rule-order-control = Check that the order on the launch is carried out
rule-regulation = Draw up and approve the documents on the journal
rule-regulation-admin = Draw up the documents on the journal with the administration
rule-regulation-deputy = Prepare the documents on the journal for the school’s site
rule-site-link = Publish the documents and instructions on the school’s site
rule-group-appointed = Approve the members and the plan of the working group
rule-adopted = Adopt the regulation by the school’s order
rule-paper-request = Apply in writing if a paper summary is needed
rule-contact-data = Hand in contact details in writing or with an electronic signature
rule-class-summaries = Draw up the class’s summary sheets for the period

## What may be done and what may not

permission-view-all = view all journals without changing them
permission-print = print pages of journals and diaries
permission-view-class = view the journal of one’s class in all subjects
permission-own-journals = view and fill in the journals of the classes one teaches
permission-edit-after-period = change the journal after the period marks are set
permission-later-marks = enter marks later where a work takes long to check
permission-retake = change a mark after a retake while the edit window is open
permission-edit-window = set the edit window of marks
permission-change-report = see the report of mark changes all the school year
permission-no-attestation = set “no attestation” for a subject
permission-any-summary = draw up a summary for any span within the period
permission-inspect = view journals and diaries at any time
permission-pass-login = pass on one’s login and password
permission-no-launch-rows = skip the launch items if the school used Dnevnik.ru before
permission-class-period-marks = set period marks in all subjects of one’s class
permission-class-year-marks = set year, examination and overall marks for one’s class
permission-access-always = use the journal every day, round the clock
permission-help = get advice in time
permission-class-reports = inform parents by reports from the journal
permission-measures = reward and sanction under this provision
permission-correct-marks = correct marks
permission-backdate = enter marks with an earlier date
permission-student-access = let students work with the journal
permission-reports-school = see the reports of the school
permission-reports-class = see the reports of one’s classes and subjects
permission-fill-anywhere = fill in the journal in the lesson or at a place set aside
permission-proposals = propose improvements
permission-first-grade = enter marks and homework in grade 1

## What families are told

right-marks = current marks
right-control-works = results of tests
right-period-results = period results
right-final-results = final results
right-timetable = the timetable
right-timetable-changes = changes of the timetable
right-attendance = attendance
right-topics-homework = topics and homework
right-own-marks = one’s own marks
right-own-homework = one’s own homework
right-child-marks = the marks of one’s child
right-homework-advice = homework, topics and the teachers’ advice
right-services = messages about marks
right-paper = a printed summary in place of the diary
right-diary = access to the diary
right-own-child-only = data of one’s own child alone
right-automatic = information without asking the school’s staff
right-forecast = the forecast of the period marks
right-agreed-form = messages in the agreed way
right-reports = reports on the student
right-events = events of the school and the class
