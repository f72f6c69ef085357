### Talk between a family and the school: whom to write to, the messages, letters about them, complaints.
### $name – a full name; $post – what somebody is to the child («algebra», «deputy head», «mother»); $words – what was written.

## Who is who

message-post = { $role ->
    [class_teacher] class teacher
    [deputy] deputy head
    [administrator] administrator
   *[teacher] teacher
}
message-post-short = { $role ->
    [class_teacher] class teacher
   *[other] { message-post }
}
message-post-subjects = { message-post }, { $subjects }
message-relative = { $kind ->
    [student] { $sex ->
        [female] student
       *[other] student
    }
   *[guardian] guardian
}
message-person = <b>{ $name }</b> – { $post }

## Lists

message-home-button = ✉️ Messages
message-home-button-fresh = ✉️ Messages +{ $count }
message-title = ✉️ <b>Messages</b>
message-none-family = Nothing has been written yet. Write to a teacher, the answer will come here.
message-none-staff = Nothing has been written yet. What a family writes will come here.
message-line = <b>{ $name }</b> – { $post } <i>({ $moment })</i>
    { $words }
message-line-fresh = 🔹 <b>{ $name }</b> – { $post } <i>({ $moment })</i>
    { $words }
message-line-staff = <b>{ $student }</b>, { $klass } – { $post } <i>({ $moment })</i>
    { $words }
message-line-staff-fresh = 🔹 <b>{ $student }</b>, { $klass } – { $post } <i>({ $moment })</i>
    { $words }
message-own-words = you: { $words }
message-button-talk = { $name }
message-button-talk-fresh = 🔹 { $name } ({ $count })
message-button-write = ✍️ Write
message-button-write-teacher = ✍️ To a teacher
message-button-write-family = ✍️ Write to a family
message-button-back-to-talks = ‹ Messages
message-to-whom = Whom do you want to write to?
message-to-whom-none = There is nobody to write to yet: no teacher has come in to the bot.
message-not-entered-yet = Not in the bot yet: { $names }.
message-contact-button = { $name } – { $post }
message-which-klass = A family of which class?
message-which-pupil = <b>{ $klass }</b>
    Whose family do you want to write to?
message-which-relative = Whom do you want to write to?
message-no-relative = Nobody of this family is in the bot yet. The class teacher hands out invitation codes.

## Before it is written

message-first = A new thread: { $person }.
message-how = Type a message below (up to 1500 characters), or send a photo, a document, a voice message or a video.
message-how-answer = ✍️ Type an answer below, or send a photo, a document, a voice message or a video.
message-button-cancel = ‹ Never mind
message-sent = ✅ Sent: { $person }.
message-sent-more = What you send within the next two minutes goes there too.
message-answer-at = 🌙 These are not working hours. Expect an answer { $moment }.
message-held = Is this for the thread? Send it to: { $person }?

    «{ $words }»
message-held-file = 📎 a file
message-button-send = ✅ Send
message-button-drop = ✖️ Don't send
message-dropped = Not sent

## A thread

message-talk-title = 💬 { $person }
message-own = <b>You</b> · { $moment }
message-own-read = <b>You</b> · { $moment } · read
message-other = <b>{ $name }</b> · { $moment }
message-file = { $kind ->
    [photo] 📷 a photo
    [voice] 🎤 a voice message
    [video] 🎬 a video
   *[document] 📎 a document
}
message-file-named = 📎 { $name }
message-words = { $words }
message-empty = No messages yet.
message-button-answer = ↩️ Answer
message-button-open = 💬 Open the thread
message-button-earlier = ◀ Earlier
message-button-later = To the newest ▶
message-button-files = 📎 Open files: { $count }
message-button-mute = 🔕 Mute
message-button-unmute = 🔔 Unmute
message-button-end = 🏁 End
message-button-end-sure = 🏁 Yes, end it
message-button-complain = ⚠️ Complain
message-muted = 🔕 This thread is muted. The family does not know; messages stay in the list.
message-muted-toast = No letters from now on
message-unmuted-toast = Letters will come
message-ended-toast = The thread is ended
message-end-ask = End the thread? The family cannot write here until you write yourself.
message-ended-family = 🏁 The school has ended this thread. If a question is left, write to:
message-ended-staff = 🏁 The thread is ended. If you write, it opens again.
message-closed-family = 🔒 Nothing more can be written here: { $name } does not work with the child now. Write to:
message-closed-staff = 🔒 Nothing more can be written here: this person's access to the diary is closed.
message-closed-alone = 🔒 Nothing more can be written here. Ask at the school.

## Letters

message-letter = ✉️ { $person }:
message-letter-many = ✉️ { $person }, { $count ->
    [one] { $count } message
   *[other] { $count } messages
}:
message-letter-how = <i>Answer by the button, or by replying to this letter.</i>

## Complaints

complaint-ask = ⚠️ What is the complaint about? The deputy head or the head will decide it; until then they can read this thread. Both sides will know.
complaint-reason = { $reason ->
    [rude] Rudeness, insults
    [pressure] Pressure, threats
    [money] Asking for money or data
    [unanswered] No answers
   *[other] Something else
}
complaint-button-other = ✍️ In my own words
complaint-words-how = Write what the complaint is about (up to 300 characters). The deputy head or the head will read it.
complaint-filed = The complaint is filed
complaint-open-banner = ⚠️ A complaint was filed { $moment }: the school reads this thread until it is decided.
complaint-decided-banner = ⚖️ The decision on the complaint: «{ $words }»
complaint-list-button = ⚠️ Complaints
complaint-list-button-fresh = ⚠️ Complaints: { $count }
complaint-list = ⚠️ <b>Complaints about threads</b>
    Those that wait come first.
complaint-list-none = ⚠️ <b>Complaints about threads</b>
    There are none. Without a complaint nobody but the two sides reads a thread.
complaint-list-entry = { $klass } · { $student } · { $moment }
complaint-list-entry-open = ❗ { $klass } · { $student } · { $moment }
complaint-title = ⚠️ <b>Complaint</b>, filed { $moment }
complaint-sides = { $student }, { $klass }
    { $family }
    { $staff }
complaint-said = Filed by { $side ->
    [family] the family
   *[staff] the school
}: «{ $reason }».
complaint-said-words = { complaint-said } In words: «{ $words }»
complaint-read-note = <i>Every reading is recorded.</i>
complaint-decided = ⚖️ Decided { $moment }: «{ $words }»
    Only the two sides see the thread again.
complaint-button-decide = ⚖️ Record a decision
complaint-decide-how = Write the decision (up to 300 characters). Both sides will read it, and the thread closes to the school again.
complaint-decision-saved = The decision is recorded
complaint-button-back = ‹ Complaints
complaint-letter-office = ⚠️ <b>A complaint about a thread</b>
    { $student }, { $klass }
    { $said }
complaint-letter-open = ⚠️ A complaint was filed about the thread: { $person }. The school reads it until it is decided.
complaint-letter-decided = ⚖️ The complaint about the thread is decided: { $person }.
    The decision: «{ $words }»
complaint-button-open = ⚠️ Open the complaint

## Refusals

error-message-not-entered = { $name } is not in the bot yet, nobody would read it. Write to the class teacher or the school's administrator.
error-message-kind = Text, photos, documents, voice messages and videos can be sent here. Stickers, contacts and places are not passed on: write it in words.
error-message-file-large = The file is larger than 20 MB. Send a smaller one, or a photo.
error-messages-many = One thread takes up to { $limit } messages an hour. Yours was not sent: send it a little later.
error-thread-closed = Nothing more can be written here: one side's access is closed. Your message was not sent. Whom to write to now: /menu → «Messages».
error-thread-ended = The school has ended this thread, your message was not sent. Write to the class teacher or the deputy head: /menu → «Messages».
error-complaint-open = A complaint about this thread is being looked into already.
