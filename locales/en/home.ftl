### Menu, settings, help, commands.

home-back = ‹ Menu
home-settings = ⚙️ Settings
home-cancel = ‹ Never mind

home-tab-guardian = 👪 Children
home-tab-student = 🎓 My diary
home-tab-teacher = 📚 Lessons
home-tab-class-teacher = 👥 My class
home-tab-psychologist = 📚 Sessions
home-tab-deputy = 🗂 Deputy head
home-tab-head = 🏫 Head
home-tab-administrator = 🛠 Administrator
home-tab-inspector = 🔎 Inspection
home-tab-secretary = 🗂 Secretary
home-tab-working-group = 🗂 Working group
home-tab-chosen = • { $tab }
home-tab-numbered = { $tab } { $number }

## Settings

account-title = ⚙️ <b>Settings</b>
account-names = You are here as: { $names }.
account-language-own = English
account-language-chosen = ✓ { $language }
account-consent = 📄 Consent
account-lost = 🔒 Close my access

## Help

help-stranger =
    <b>The school's electronic diary</b>

    Families see the timetable, homework, marks and attendance, and hear of news at once. Teachers keep the journal: attendance, topic, homework, marks.

    To come in, send the invitation code from your slip.
help-title = <b>What you can do here</b>
help-guardian = 👪 <b>Parents.</b> Your child's diary: day, week, homework, marks, attendance. The bot writes to you about absences and marks; what comes at once, what in the evening and when it is silent is chosen in the settings, “🔔 Notifications”. To write to a teacher: “✉️ Messages”.
help-guardian-first = 👪 <b>Parents.</b> Your child's diary: day, week, topics of the lessons, attendance, the teacher's comments. The bot writes to you about absences. There are no marks and no homework in the first grade.
help-student = 🎓 <b>Students.</b> Your own diary: timetable, homework to tick off, marks and means. To write to a teacher: “✉️ Messages”.
help-student-first = 🎓 <b>Students.</b> Your own diary: timetable, topics of the lessons, the teacher's comments. There are no marks and no homework in the first grade.
help-teacher = 📚 <b>Teachers.</b> The day's lessons. In a lesson: attendance, topic, homework, marks – by buttons or as a list “Ivanov 5, Petrova 4”. Talk with families: “✉️ Messages”.
help-class-teacher = 👥 <b>Class teachers.</b> Who is missing today, who has come in, invitations to print for families.
help-administrator = 🛠 <b>Administrators.</b> Load the school from an XLSX file – just send it here; invitations; confirming the entry of staff.
help-office = 🗂 <b>School office.</b> The school at a glance: how many classes, who has come in.
help-commands =
    /menu – the menu
    /settings – notifications, language
    /lost – close access when a phone is lost
    /check – check a record by its code
    /help – this page

## Typed without being asked

typed-lost-teacher =
    I cannot tell which lesson this belongs to:
    <code>{ $text }</code>

    Open the lesson, press “Marks”, “Homework” or “Topic” and send the text again: tap it above to copy it.
typed-lost =
    I do not know what to do with this. Here is the menu – choose what you need.
typed-file = The file has arrived, but I cannot tell what it is for. Open the lesson, press “Homework” and send the file again.

## Commands in Telegram's menu

command-menu = Menu
command-settings = Settings: notifications, language
command-lost = Close my access
command-help = What the bot can do
bot-short = The school's electronic diary: lessons, homework, marks, attendance.
bot-about =
    The school's electronic diary and journal.

    For families: timetable, homework, marks and attendance. For teachers: the journal on the phone.

    To come in you need an invitation code from the school.
