### A class's group chat: how it is bound, what the bot writes there.

group-button = 💬 Class chat
group-title = 💬 <b>Class chat</b> · { $klass }
group-none = No group is connected yet.
group-what = A group gets what concerns the whole class: changes of the timetable, homework for everybody, events. There are never marks, absences or names of children.
group-line-bound = ✅ { $title }
group-line-asked = ⏳ { $title } – waits for your confirmation
group-add-button = ➕ Connect a group
group-bind-button = ✅ Connect “{ $title }”
group-release-button = 🚪 Leave “{ $title }”
group-back-button = ‹ Class chat
group-choose-button = 💬 Choose a group
group-code = 💬 <b>Class chat</b> · { $klass }

    Press “Choose a group” and add the bot to the class chat. If it is there already, write in the group under your own name:

    <code>{ $command }</code>

    The code works for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } and from you alone. Then you will be asked here whether it is the right group.
group-ask-bind = 💬 Connect the group “{ $title }” to { $klass }?

    Make sure that only those are in it who may know of the class's timetable and homework.
group-yes-button = ✅ Yes, connect it
group-no-button = 🚪 No, leave the group
group-ask-release = Leave the group “{ $title }”? It will get no more messages of { $klass }.
group-release-sure-button = 🚪 Yes, leave
group-bound-toast = The group is connected
group-released-toast = The bot has left the group

group-hello = Hello! I will tell here of changes of the timetable, homework and events of the class – without names and marks. I wait for the class teacher to connect the group: in the private chat with me, “My class” → “Events” → “Class chat”. If this does not happen within 10 minutes, I leave.
group-asked = The code is right. The class teacher will confirm the group in the private chat.
group-bound = The group is connected: { $klass }. Changes of the timetable, homework for everybody and events will be here.
group-wrong-code = The code is wrong or too old. I leave the group: the class teacher gets a new code in the private chat.
group-anonymous = The code has to be written under your own name, not anonymously.
group-in-private = What is personal is in the private chat only.
group-private-button = 💬 Open the private chat

## A post in the group

group-post-title = 📣 <b>{ $klass }</b>
group-post-more = <i>More is in the diary, in the private chat with the bot.</i>
group-post-change = 🔁 { $subject }{ $group }, { $day }, lesson { $number }: { $what }
group-post-subgroup = { " " }({ $name })
group-post-substituted = another teacher
group-post-own-teacher = no substitution after all
group-post-room = another room
group-post-no-day = for the next lesson
group-post-homework = 🎒 { $subject } ({ $until }): { $text }
group-post-homework-files = 🎒 { $subject } ({ $until }): { $text } 📎 files are in the diary
group-post-homework-in-diary = 🎒 { $subject } ({ $until }): the task is in the diary
group-post-homework-withdrawn = 🎒 { $subject } ({ $until }): the task is taken back
group-post-event = 🎪 { $name } – { $when }{ $place }{ $bring }
group-post-event-moved = ✏️ { $name } – another time: { $when }{ $place }{ $bring }
group-post-event-cancelled = 🚫 { $name } ({ $when }) – cancelled
group-post-event-in-diary = 🎪 An event: { $when }, more in the diary

error-group-code = The code is wrong or too old. Take a new one: “My class” → “Events” → “Class chat”.
