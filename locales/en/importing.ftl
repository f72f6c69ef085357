### The school from a workbook: what is wrong, what will change, what was done

## The file as a whole cannot be read

error-file-missing = The file was not found. Check the name and try again.
error-file-empty = The file is empty. It was probably not saved to the end: save the workbook again and send it once more.
error-file-too-big = The file is larger than { $limit } MB. A school workbook never is: remove pictures and empty rows and save it again.
error-file-not-workbook = This is not an Excel workbook. Save the table as “Excel Workbook (.xlsx)” and send it again.
error-file-old-format = This is a workbook of an old or binary format (.xls, .xlsb). Save it as “Excel Workbook (.xlsx)” and send it again.
error-file-encrypted = The workbook is locked with a password. Remove the password and send it again.
error-file-macros = The workbook has macros or embedded objects; such files are not read. Save it as “Excel Workbook (.xlsx)” without macros.
error-file-external-links = The workbook links to other files. In Excel choose “Data” → “Edit Links” → “Break Link”, then save and send it again.
error-file-entities = The file holds definitions that Excel never writes. It is not read: make the workbook anew from the template.
error-file-bomb = Unpacked, the workbook is far too large. Delete needless sheets and the empty rows below the tables, then save it again.
error-file-damaged = The file is damaged and cannot be read. Open it in Excel, save it as “Excel Workbook (.xlsx)” and send it again.
error-file-too-heavy = The workbook takes too much memory. Delete needless sheets and empty rows, then save it again.
error-file-too-slow = The workbook takes too long to read. Delete needless sheets, formulas and empty rows, then save it again.
error-import-has-errors = { $count ->
    [one] The workbook has { $count } error, so nothing was written. Mend it and send the workbook again.
   *[other] The workbook has { $count } errors, so nothing was written. Mend them and send the workbook again.
}

## Where exactly

import-place-sheet = Sheet “{ $sheet }”
import-place-row = Sheet “{ $sheet }”, row { $row }
import-place-column = Sheet “{ $sheet }”, column “{ $column }”
import-place-cell = Sheet “{ $sheet }”, row { $row }, column “{ $column }”
import-problem-line = { $place }: { $text }
import-problem-near = Perhaps “{ $near }” is meant.

## Cells

import-problem-value-missing = empty, but needed. Fill in the cell.
import-problem-cell-error = the cell holds the formula error { $value }. Mend the formula or write the value.
import-problem-formula-without-value = the cell holds a formula whose value is not in the file. Open the workbook in Excel and save it, or write the value.
import-problem-too-long = too long: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, while { $limit } are allowed. Shorten it.
import-problem-not-a-number = “{ $value }” is not a number. Write a number.
import-problem-not-whole = “{ $value }” is not a whole number. Write a whole one.
import-problem-out-of-range = “{ $value }” does not fit: a number from { $least } to { $most } is needed.
import-problem-not-a-date = “{ $value }” is not a date. Write a date like 01.09.2026.
import-problem-no-such-date = “{ $value }”: there is no such day. Check day, month and year.
import-problem-not-a-time = “{ $value }” is not a time. Write a time like 08:30.
import-problem-not-a-flag = “{ $value }” is not clear. Write yes or no.
import-problem-not-a-word = “{ $value }” is not clear. Possible words: { $words }.
import-problem-not-codes = “{ $value }” is not a list of codes. List student codes separated by semicolons.
import-problem-not-hours = “{ $value }” is not hours a week. Write a number, such as 2 or 0,5.
import-problem-not-grades = “{ $value }” is not a list of parallels. Write for instance 1-9 or 10, 11.
import-problem-not-a-weekday = “{ $value }” is not a weekday. Write it as the template’s drop-down list has it.
import-problem-not-a-year = “{ $value }” is not a school year. Write the first and the last day: 01.09.2026–31.05.2027.
import-problem-not-a-zone = “{ $value }” is not a time zone. Write for instance Europe/Moscow or Asia/Yekaterinburg.
import-problem-not-rounding = “{ $value }” does not fit. Write a fraction from 0,01 to 0,99, such as 0,6, or the word from the template’s note.
import-problem-not-a-window = “{ $value }”: the beginning must come before the end. Write for instance 16:30–19:00.
import-problem-date-in-text = Excel made the date { $value } of it. If it is no date, set the cell’s format to Text and write it again.
import-problem-grades-guessed = Excel spoilt the list of parallels; it was read as { $value }. Please check.

## Sheets and columns

import-problem-sheet-missing = the workbook has no such sheet, but it is required. Add it; the template shows how.
import-problem-sheet-empty = there is not a single row under the headings. Fill in the sheet.
import-problem-sheet-unknown = no such sheet is needed; it was skipped.
import-problem-sheet-twice = the workbook has this sheet already. Keep one.
import-problem-heading-missing = the row of headings was not found. The first row must have: { $columns }.
import-problem-column-missing = there is no such column, but it is required. Add it.
import-problem-column-twice = the sheet has this column already. Keep one.
import-problem-column-unknown = no such column is needed; it was skipped.
import-problem-rows-after-gap = a long gap comes before this row, so it and those below were not read. Delete the empty rows.
import-problem-too-many-rows = the sheet has more than { $limit } rows, which is more than is read. Delete the needless ones.
import-problem-parameter-missing = the parameter “{ $parameter }” is missing, but required. Write it into the first column and its value into the second.
import-problem-parameter-unknown = the parameter “{ $parameter }” is not needed; it was skipped.
import-problem-parameter-twice = the parameter “{ $parameter }” stands above already. Keep one.

## References between sheets

import-problem-key-twice = “{ $value }” stands in row { $other_row } already. Remove the repetition or mend the code.
import-problem-klass-latin = “{ $value }” is written with Latin letters and was read as “{ $taken }”. Please check.
import-problem-klass-unclear = “{ $value }” is written with Latin letters: is it “{ $one }” or “{ $other }”? Write it with Russian letters.
import-problem-klass-unknown = there is no class “{ $value }” on the sheet “{ $listed }”. Add the class or mend the letter.
import-problem-subject-unknown = there is no subject “{ $value }” on the sheet “{ $listed }”. Add the subject or mend its name.
import-problem-staff-unknown = there is no member of staff with the code “{ $value }” on the sheet “{ $listed }”. Add the person or mend the code.
import-problem-student-unknown = there is no student with the code “{ $value }” on the sheet “{ $listed }”. Add the student or mend the code.
import-problem-bell-set-unknown = there is no bell set “{ $value }” on the sheet “{ $listed }”. Add the set or mend its name.
import-problem-room-unknown = there is no room “{ $value }” on the sheet “{ $listed }”. Add it, unless it is a slip.
import-problem-group-unknown = there is no group “{ $value }” ({ $what }) on the sheet of groups. Add the group or mend its name.
import-problem-group-without-students = the group “{ $value }” ({ $what }) has no students. The class teacher will enter them, or write them on the sheet of groups.

## Periods, calendar, bells

import-problem-end-before-start = the end comes before the beginning. Mend one of them.
import-problem-outside-year = “{ $value }” goes beyond the school year. Mend the days or the year of the school.
import-problem-periods-overlap = “{ $value }” overlaps with “{ $other }” (row { $other_row }). Mend the days.
import-problem-grades-without-periods = there is no period for the parallels { $value }. Add quarters, trimesters or half-years.
import-problem-moved-without-day = the moved day “{ $value }” does not say which day’s timetable is taught. Write a weekday or a date.
import-problem-bells-overlap = the bells of lesson { $value } overlap with row { $other_row }. Mend the time or the number.

## People and classes

import-problem-no-administrator = nobody has the role of administrator: there will be no one to confirm the entry of staff. Give the role to at least one person.
import-problem-own-roles = you do not have this role, and nobody gives it to themselves. Ask another administrator or remove the role.
import-problem-grade-differs = the class is { $klass }, but the parallel { $value }. Please check.
import-problem-klass-without-teacher = class { $klass } has no class teacher. Write the code of a member of staff.
import-problem-klass-empty = class { $klass } has no students. Check the sheet of students.
import-problem-namesakes = { $value }: class { $klass } has this name in row { $other_row } already. If these are two people, all is well.
import-problem-guardian-twice = { $value } with the same child stands in row { $other_row } already. Remove the repetition; if these are two people, give them codes.
import-problem-paper-without-application = the electronic diary is declined without a date of application. Write the date.
import-problem-students-without-guardians = { $count ->
    [one] { $count } student has no parent in the workbook. Nobody will get messages about this child.
   *[other] { $count } students have no parent in the workbook. Nobody will get messages about them.
}
import-problem-group-other-klass = “{ $value }” is not in this class but in { $klass } ({ $what }). Please check.
import-problem-group-two = “{ $value }” is in the group “{ $group }” already (row { $other_row }) and cannot be in two of one subject ({ $what }).
import-problem-group-none = { $what }: { $count ->
    [one] { $count } student of the class is in none of the groups.
   *[other] { $count } students of the class are in none of the groups.
} Please check.

## Load, timetable, plans

import-problem-load-twice = { $what }: the same load stands in row { $other_row } already. Remove the repetition.
import-problem-not-a-teacher = the member of staff with the code “{ $value }” does not have the role of a teacher. Add the role, or the lesson cannot be opened.
import-problem-bell-set-unclear = more than one bell set fits class { $klass }. Write which one it is.
import-problem-weekday-off = { $days ->
    [one] the school week has { $days } day
   *[other] the school week has { $days } days
}, there will be no lessons on this one. Please check.
import-problem-outside-bells = lesson { $value } is not in the bell set “{ $bell_set }” (sheet “{ $other }”, row { $other_row }). Add the bell or mend the number.
import-problem-group-needed = { $what }: the load divides this subject into groups. Write the group.
import-problem-lesson-without-teacher = { $what }: there is no teacher, neither here nor in the load. Write the teacher’s code or add the load.
import-problem-load-missing = { $what }: the load of the class has no such subject. Add a row of load or remove the lesson.
import-problem-teacher-unclear = { $what }: the load has several teachers (rows { $rows }). Write who gives this lesson.
import-problem-teacher-differs = { $what }: the teacher here is “{ $value }”, but “{ $other }” in the load (row { $other_row }). Please check.
import-problem-teacher-twice = the teacher “{ $value }” is taken at this time: { $other } (row { $other_row }), and here { $what }. Move one of the lessons.
import-problem-room-twice = the room “{ $value }” is taken at this time: { $other } (row { $other_row }), and here { $what }. Change the room or the time.
import-problem-klass-twice = the class “{ $value }” has a lesson at this time already: { $other } (row { $other_row }), and here { $what }. Move one of the lessons.
import-problem-hours-differ = { $what }: { $planned } h a week by the load, { $given } h in the timetable (from row { $other_row } of its sheet on). Please check.
import-problem-hours-none = { $what }: { $planned } h a week by the load, but no lessons in the timetable. Please check.
import-problem-plan-without-klass = it is not said whose plan it is. Write a parallel or a class.
import-problem-topic-twice = topic no. { $value } stands in row { $other_row } already. Mend the number.

## The workbook as a whole

import-problem-school-renamed = the school loaded here is { $stored }, the one in the workbook is { $value }. Is it the right workbook?
import-problem-year-changed = the school year { $stored } is loaded, but the workbook has { $value }. Is it the right workbook?
import-problem-and-more = { $count ->
    [one] and { $count } more of the kind.
   *[other] and { $count } more of the kind.
}

## What will change and what was done

import-kind-school = Settings of the school
import-kind-periods = Periods
import-kind-calendar = Calendar
import-kind-bells = Bells
import-kind-rooms = Rooms
import-kind-subjects = Subjects
import-kind-staff = Staff
import-kind-roles = Roles
import-kind-klasses = Classes
import-kind-students = Students
import-kind-enrolments = Enrolments and transfers
import-kind-guardians = Parents
import-kind-guardianships = Parents and children
import-kind-groups = Groups
import-kind-members = Members of groups
import-kind-loads = Load
import-kind-events = Events
import-kind-timetable = Timetable
import-kind-plans = Topics of plans
import-kind-lessons = Lessons of the year
import-fate-created = new: { $count }
import-fate-changed = changed: { $count }
import-fate-ended = ended: { $count }
import-fate-missing = not in the workbook, kept: { $count }
import-change-line = { $kind }: { $fates }
import-preview-title = { $name }: what will change
import-preview-nothing = The workbook agrees with what is loaded: there is nothing to change.
import-done-title = { $name }: the school is loaded
import-errors-title = { $count ->
    [one] { $count } error: until it is mended, the workbook cannot be loaded
   *[other] { $count } errors: until they are mended, the workbook cannot be loaded
}
import-warnings-title = { $count ->
    [one] { $count } remark: please check, it does not hinder the import
   *[other] { $count } remarks: please check, they do not hinder the import
}

## Command line

import-cli-about = a school from a workbook: template, check, import
import-cli-template = write an empty workbook
import-cli-import = import a school from a workbook
import-cli-file = file .xlsx
import-cli-dry-run = only check, and show what would change
import-cli-school = number of the school, if the workbook changes its name
import-cli-language = language of the template’s notes: ru or en
import-cli-written = The template is written: { $file }. Fill it in and run “diary school import { $file } --dry-run”.
import-cli-exists = The file { $file } exists. Name another one, so that nothing filled in is lost.
import-cli-not-writable = The file { $file } cannot be written: no such folder or no right to. Name another place.
import-cli-dry = This was a check: nothing was written.
