### Administrator and class teacher: the school at a glance, invitations, sheets of codes.

admin-card =
    🏫 <b>{ $name }</b>
    School year { $year }

    Classes: { $klasses } · students: { $students } · staff: { $staff }

    <b>Have come in</b>
    families: { $guardians_entered } of { $guardians }
    students: { $students_entered } of { $students }
    staff: { $staff_entered } of { $staff }
admin-empty = The school is still empty. Send an XLSX file with the school here – the bot checks it and shows what would be loaded.
admin-dead-letters = ⚠️ Messages not delivered: { $count }. Send them once more or close them.
admin-dead-updates = ⚠️ Actions not handled: { $count }. Please tell whoever runs the bot.

admin-klasses-button = ✉️ Classes: who has come in
admin-staff-button = ✉️ Staff: who has come in
admin-waiting-button = ⏳ Waiting to be confirmed: { $count }
admin-import-button = 📥 Load the school from a file

## Waiting to be confirmed

admin-waiting-title = ⏳ <b>Waiting to be confirmed</b>
admin-waiting-line = <b>{ $name }</b>{ $position ->
        [none] { "" }
       *[other] , { $position }
    } – { $moment }
admin-waiting-hint = Let in only those to whom you gave a code yourself. In doubt, ask in person.
admin-waiting-none = Nobody is waiting to be confirmed.
admin-waiting-confirm = ✅ { $name }
admin-waiting-refuse = ✖️ Turn away

## Invitations

admin-klasses-title =
    ✉️ <b>Who has come in</b>

    Beside each class: how many have come in, students and families together. Press a class to see names and to print codes.
admin-klass-short = { $klass } · { $entered }/{ $all }
admin-klass-title = ✉️ <b>{ $klass }</b> · who has come in
admin-staff-title = ✉️ <b>Staff</b> · who has come in
admin-counts = Come in: { $entered } of { $all }.
admin-counts-klass = Come in: students { $students_entered } of { $students }, families { $guardians_entered } of { $guardians }.
admin-counts-codes = With a code: { $invited }. Without one, or with an expired one: { $needing }.
admin-legend = ✅ has come in · ⏳ waits to be confirmed · ✉️ has a code · ⌛ code expired · ▫️ no code

admin-person-entered = ✅ { $name }
admin-person-waiting = ⏳ { $name }
admin-person-invited = ✉️ { $name }
admin-person-expired = ⌛ { $name }
admin-person-uninvited = ▫️ { $name }
admin-person-guardian = ↳ { $name }

admin-print-new = 🖨 Print codes: { $count }
admin-print-again = 🖨 Anew for all not in yet: { $count }
admin-klasses-back = ‹ Classes
admin-show-missing = 🚪 Not in yet: { $count }
admin-show-all = 👥 Show all
admin-klass-back = ‹ { $klass }
admin-person-back = ‹ Back
admin-staff-back = ‹ Staff

## One person

admin-card-name = <b>{ $name }</b>
admin-card-staff = { $position }
admin-card-student = { $klass }
admin-card-guardian = Family of: { $children }
admin-card-entered = ✅ Has come in.
admin-card-waiting = ⏳ Waits for the administrator.
admin-card-invited = ✉️ Has a code that works until { $day }.
admin-card-expired = ⌛ The code expired on { $day }. Print a new one.
admin-card-uninvited = ▫️ No code yet. Print one and hand it over in person.
admin-card-issued = 🖨 Handed out on { $day }.
admin-card-paper = 📄 By written request the diary is kept on paper, no code is needed.
admin-card-code = 🖨 New code
admin-card-revoke = Revoke the code
admin-card-cut = 🔒 Close access (entered { $day })
admin-revoked = The code is revoked: nobody can come in with it any more.
admin-revoked-none = There is no unused code.

## Printing

admin-issued =
    🖨 Done: { $count ->
        [one] a code for { $count } person
       *[other] codes for { $count } people
    }.

    Print the file, cut along the lines and hand the slips over in person. The codes work until { $day }; earlier unused ones no longer do.
admin-sheet-file = Invitations { $klass }.pdf
admin-sheet-file-staff = Invitations staff.pdf

sheet-title = { $school } · { $klass }
sheet-title-staff = { $school } · staff
sheet-guardian = For the family of: { $children }
sheet-student = Student's diary · { $klass }
sheet-staff = For a member of staff
sheet-step-scan = 1. Point your phone's camera at the QR code, or find @{ $bot } in Telegram and send it the code.
sheet-step-send = 1. Open the school's bot in Telegram and send it the code.
sheet-step-consent = 2. Read the consent and press “I agree”.
sheet-step-until = 3. The code works once, until { $day }. Do not show it to anybody.

## Class teacher

klass-title = 👥 <b>{ $klass }</b> · { $day }
klass-absent = Missing from lessons today: { $names }.
klass-nobody-absent = Nobody has been marked absent today so far.
klass-unreached = { $count ->
    [one] ⚠️ Letters don't reach { $count } family: it needs a code, a call or a sheet of paper.
   *[other] ⚠️ Letters don't reach { $count } families: they need a code, a call or a sheet of paper.
}
klass-list-button = 📋 Class list
klass-list-named-button = 📋 { $klass }: list
klass-invitations-button = ✉️ Who has come in, codes
klass-invitations-named-button = ✉️ { $klass }: codes
klass-list-title = 📋 <b>{ $klass }</b> · { $count ->
        [one] { $count } student
       *[other] { $count } students
    }
klass-list-line = { $number }. { $name }

## Loading the school from a file

load-how =
    📥 <b>The school from a file</b>

    Send an XLSX file here: the bot checks it, shows mistakes with their places or what would change, and loads it only after you press “Load”. Loading again updates the school; marks and students are never lost by it.

    An empty template with notes is in the file below.
load-template-file = School template.xlsx
load-reading = ⏳ Reading “{ $name }”: this usually takes a few seconds.
load-writing = ⏳ Loading the school. A large one takes up to a minute.
load-title = 📄 <b>{ $name }</b>
load-more = … and { $count } more. The whole list is in the file below.
load-problems-file = Notes on the file.txt
load-fix = Correct these and send the file again. Nothing has been written.
load-ask = Load it?
load-yes = ✅ Load
load-no = Cancel
load-cancelled = All right, nothing has been written. You can send a corrected file here at any time.
load-next = Next come the codes: hand out invitations to staff and families.

## Command line

invites-cli-about = print invitations: sheets with codes and QR for a class or for staff
invites-cli-klass = a class, such as 7B
invites-cli-staff = all staff, the first administrator among them
invites-cli-file = a .pdf file that does not exist yet
invites-cli-reissue = new codes also for those who hold a working one: the older ones stop working
invites-cli-school = the school's number, where there are several
invites-cli-bot = the bot's name without @ for the QR codes; without it Telegram is asked
invites-cli-done = { $count ->
    [one] { $count } code written
   *[other] { $count } codes written
}: { $file }. Print the file and delete it: a code lets in without a password.
invites-cli-no-bot = The bot's name is unknown, so the QR codes hold only the code, no link. You can give it: --bot NAME
invites-cli-no-school = There is no school in the database yet. First: diary school import FILE.xlsx
invites-cli-which-school = There are several schools, choose a number: --school N
invites-cli-school-line = { $number } – { $name }
invites-cli-no-klass = There is no class “{ $klass }”. There are: { $known }.
invites-cli-exists = The file { $file } exists already. Name another one, so that nothing printed is lost.
invites-cli-not-writable = The file { $file } cannot be written: no folder or no right. Name another place.
