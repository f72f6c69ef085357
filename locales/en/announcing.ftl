### Notices of the class teacher and the school: how they are written, to whom they go, what became of them.
### $kind – families, students or staff; $state – draft, scheduled, sent, stopped, recalled, cancelled.

## As a family sees it

announce-author = { $role ->
    [class_teacher] class teacher
    [deputy] deputy head
   *[administrator] school administrator
} { $name }
announce-title = { $look ->
    [urgent] ❗️ <b>Urgent notice</b>
    [week] 🗓 <b>The week</b>, { $days }
   *[plain] 📣 <b>Notice</b>
} · { $author }
announce-words = { $text }
announce-files = 📎 { $count ->
    [one] { $count } file
   *[other] { $count } files
}
announce-edited = <i>Changed { $moment }.</i>
announce-also = The same for: { $names }.
announce-child = { $klass ->
    [none] { $name }
   *[other] { $name } · { $klass }
}
announce-head-staff = <b>{ $school }</b> · to the staff
announce-head-office = <b>To the school’s staff</b>
announce-reminder =
    🔔 A reminder: this notice came { $moment } and waits for “Read”.

    { $title }

    { $text }
announce-week-marks = ✏️ <b>Marks</b>
announce-week-marks-line = { $subject }: { $marks }
announce-week-no-marks = ✏️ No new marks this week.
announce-week-missed = 🚪 <b>Missed or late</b>
announce-week-missed-line = { $day }: { $count ->
    [one] lesson
   *[other] lessons
} { $numbers } – { $presence ->
    [ill] ill
    [excused] excused
    [late] late
   *[absent] no reason given
}
announce-week-none-missed = 🚪 Nothing missed, never late.
announce-week-remarks = 💬 <b>Teachers’ comments</b>
announce-week-remark = { $subject }: { $text }
announce-week-word = 👤 { $text }
announce-button-read = 👍 Read
announce-button-open = 📣 Open the notice
announce-button-diary = 📖 Diary
announce-read-at = ✓ Read { $moment }.
announce-read-toast = Thank you! Noted as read.

## List

announce-home-button = 📣 Notices
announce-home-named-button = 📣 Notices { $klass }
announce-list-title = 📣 <b>{ $name }</b> · notices
announce-list-none = No notices yet. Write the first one: before it goes you will see what a family gets.
announce-line = { $state ->
    [draft] 📝 “{ $name }” – draft
    [scheduled] 🕕 “{ $name }” – goes { $moment }
    [sent] ✅ “{ $name }” – { $moment }, read by { $read } of { $households }
    [stopped] ⏹ “{ $name }” – stopped { $moment }, read by { $read } of { $households }
   *[recalled] ↩️ “{ $name }” – recalled { $moment }
}
announce-label = { $state ->
    [draft] 📝
    [scheduled] 🕕
    [sent] ✅
    [stopped] ⏹
   *[recalled] ↩️
} { $day } · { $name }
announce-name-week = The week
announce-name-files = files
announce-button-new = 📣 Write
announce-button-new-week = 🗓 The week
announce-back-list = ‹ Notices
announce-back = ‹ To the notice
announce-back-days = ‹ Another day

## Draft

announce-screen-title = <b>{ $klass }</b> · { $look ->
    [urgent] urgent notice
    [week] the week
   *[plain] notice
}{ $state ->
    [draft] , draft
    [scheduled] , goes { $moment }
    [sent] , sent { $moment }
    [stopped] , stopped { $moment }
    [recalled] , recalled { $moment }
   *[cancelled] , not sent
}
announce-to = To: { $readers ->
    [guardians] parents
    [students] students
   *[both] parents and students
}, { $whom }
announce-to-staff = To: { $whom }
announce-whom = { $aim ->
    [klass] all of { $klass }
    [group] { $klass }, group “{ $group }”
    [families] { $names ->
        [none] { $count ->
            [0] no families chosen yet
            [one] { $count } chosen family
           *[other] { $count } chosen families
        }
       *[other] only { $names }
    }
    [grades] { $names ->
        [none] no grades chosen yet
       *[other] grades: { $names }
    }
    [klasses] { $names ->
        [none] { $count ->
            [0] no classes chosen yet
            [one] { $count } class
           *[other] { $count } classes
        }
       *[other] classes: { $names }
    }
    [staff] all staff
   *[school] the whole school
}
announce-households = { $kind ->
    [staff] { $count ->
        [one] { $count } member of staff
       *[other] { $count } members of staff
    }
    [students] { $count ->
        [one] { $count } student
       *[other] { $count } students
    }
   *[families] { $count ->
        [one] { $count } family
       *[other] { $count } families
    }
}
announce-chats = { $count ->
    [one] { $count } chat
   *[other] { $count } chats
}
announce-reach = { $households }, { $chats }.
announce-unreached = { $kind ->
    [staff] { $count ->
        [one] { $count } member of staff
       *[other] { $count } members of staff
    } without the bot: tell them in person.
    [students] { $count ->
        [one] { $count } student
       *[other] { $count } students
    } without the bot: tell them in class.
   *[families] { $count ->
        [one] { $count } family
       *[other] { $count } families
    } without the bot: hand it over on paper.
}
announce-ask =
    Type the text, or send a photo, an album, a document. Another text replaces the first, files add up.

    Before the notice goes you will see it as they will.
announce-ask-week = Type common words for all families; they stand above each child’s week. It goes without them too.
announce-file-added = 📎 A file has come, { $count } in all. Send more, or look at what you have.
announce-button-show = 👀 Look
announce-preview =
    This is what they will see:
    <blockquote>{ $reader }
    { $text }</blockquote>
announce-preview-cut =
    This is what they will see (only the beginning here, all of it goes):
    <blockquote>{ $reader }
    { $text }</blockquote>
announce-nobody = Nobody yet: choose to whom it goes.
announce-button-aim = 👪 To whom
announce-button-text = ✏️ Text and files
announce-button-no-files = 🗑 No files
announce-button-urgent = { $chosen ->
    [yes] ✓ Urgent
   *[no] ❗️ Urgent
}
announce-button-send = 🚀 Send now
announce-button-evening = { $day ->
    [today] 🕕 At 18:00
   *[tomorrow] 🕕 Tomorrow 18:00
}
announce-button-when = 📅 Another time
announce-button-drop = 🗑 Delete
announce-button-drop-yes = 🗑 Yes, delete
announce-button-change = ✏️ Change
announce-button-done = Done
announce-child-place = { $place } / { $count }
announce-button-word = { $said ->
    [yes] 👤 Other word
   *[no] 👤 Add a word
}
announce-button-week = { $week ->
    [earlier] 🗓 Last week
   *[this] 🗓 This week
}
announce-ask-word = Type a word about the child: { $name }. Only this family will see it.
announce-button-drop-word = 🗑 No word
announce-drop-ask = Delete this notice? It cannot be brought back.
announce-confirm = It goes to <b>{ $chats }</b> at once. Send?
announce-button-confirm = 🚀 Yes, chats: { $count }
announce-scheduled = The notice waits for its hour
announce-unscheduled = A draft again: change it and send

## To whom and when

announce-ask-aim = Who gets the notice?
announce-readers = { $chosen ->
    [yes] ✓ { $readers ->
        [guardians] Parents
        [students] Students
       *[both] Both
    }
   *[no] { $readers ->
        [guardians] Parents
        [students] Students
       *[both] Both
    }
}
announce-aim = { $chosen ->
    [yes] ✓{" "}
   *[no] {""}
}{ $aim ->
    [klass] Whole class
    [families] Choose families
    [school] Whole school
    [staff] Staff
    [grades] Grades
    [klasses] Classes
   *[group] Group
}
announce-group = { $chosen ->
    [yes] ✓ { $name }
   *[no] { $name }
}
announce-target = { $chosen ->
    [yes] ✓{" "}
   *[no] {""}
}{ $aim ->
    [grades] Grade { $name }
   *[name] { $name }
}
announce-ask-targets = { $aim ->
    [grades] Tick grades.
    [klasses] Tick classes.
   *[families] Tick families by their students.
}
announce-ask-day = On which day?
announce-ask-hour = At what time { $day }?
announce-no-hours = No time is left on that day. Choose another one.

## What became of it

announce-quote = <blockquote>{ $text }</blockquote>
announce-leaving = 📤 On its way…
announce-delivered = 📬 Delivered to { $delivered } of { $chats }.
announce-later = 🌙 Will come later, as families chose: { $count }.
announce-lost = ✖️ Not delivered: { $count }.
announce-changing = ✏️ The text was changed; still to be changed in chats: { $left }.
announce-changed = ✏️ The text was changed.
announce-recalled = { $left ->
    [0] ↩️ The notice was recalled.
   *[other] ↩️ The notice was recalled; still to be removed from chats: { $left }.
}
announce-read = 👍 Read by { $read } of { $households }.
announce-unread = Not read by: { $names }.
announce-without-chat = Without the bot, to be told otherwise: { $names }.
announce-names-more = { $names } and { $count } more
announce-more = …
announce-button-refresh = 🔄 Refresh
announce-button-unread = 👀 Who has not
announce-button-stop = ⏹ Stop
announce-button-remind = 🔔 Remind those who have not
announce-button-edit = ✏️ Change
announce-button-recall = ↩️ Recall
announce-button-recall-yes = ↩️ Yes, recall
announce-button-reach = 📵 Not reached
announce-unread-line = { $why ->
    [no-chat] 📵
   *[unread] ⚪️
} { $name }{ $klass ->
    [none] {""}
   *[other] {" "}· { $klass }
}
announce-all-read = All have read it.
announce-ask-edit = Send the new text. It also replaces the old one in the chats where the notice has arrived; “changed” will stand there.
announce-recall-ask = { $count ->
    [one] The notice came to { $count } chat.
   *[other] The notice came to { $count } chats.
} Messages younger than 48 hours disappear; in older ones the text gives way to “This message was taken back”. Recall?
announce-stopped = Stopped: nobody else gets it
announce-reminded = The reminder is on its way

## Refusals

error-notice-empty = The notice is empty. Type a text or send a file.
error-notice-nobody = There is nobody to send it to yet. Choose to whom.
error-notice-own-grades = You answer for some grades only. Choose your own grades or classes.
error-notice-time = That time is over or too far away. Choose another one within two months.
error-notice-reminded = A reminder goes once a day, and not on the day of sending. Try tomorrow.
error-notice-recalled = This notice was recalled: there is no need to read it.
