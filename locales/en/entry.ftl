### Coming in: greeting, consent, invitation code, confirmation of staff, cutting access.

entry-welcome =
    Hello! This is the school's electronic diary.

    To come in you need an <b>invitation code</b>. Families get it from the class teacher, staff from the school's administrator.

    Send the code as a message. It looks like this: <code>7KQM-2XRD-9PWT-4HNB</code>
entry-help-button = ❓ What the bot can do

entry-pending =
    ⏳ Your entry waits for the school's administrator.

    A message will appear here as soon as there is an answer. If it takes long, speak to the administrator in person.

## Consent

consent-title = <b>Consent to the processing of personal data</b> · version { $version }
consent-text =
    Your school keeps the diary. To show it in this chat, the school processes:
    • the number of your Telegram account and your language – neither phone nor user name;
    • your name and role at school; for families the child's name and class, timetable, attendance, homework, marks and remarks;
    • the time and content of what you do in the diary.

    <b>What for.</b> To keep the journal and the diary, to tell you of it in time, and to know who changed what.
    <b>Who sees it.</b> You, the teachers and the school's administration – each within their duties.
    <b>Where.</b> The database is at the school or where the school has placed it. Messages pass through Telegram's servers, some of them abroad. If that does not suit you, the school keeps your diary on paper.
    <b>How long.</b> The journal is kept for 5 years, summary sheets for 25 years, the link to your account until you withdraw.
    <b>How to withdraw.</b> At any time: /settings → “Consent”. Access ends at once and messages stop.
consent-ask = Press “I agree” to go on.
consent-accept = ✅ I agree
consent-decline = I do not agree
consent-declined =
    All right. Without consent nothing of the diary will appear here.

    You can ask the class teacher for a diary on paper. If you change your mind, send /start.
consent-given = Consent given on { $day }, version { $version }.
consent-withdraw = Withdraw consent
consent-withdraw-ask =
    <b>Withdraw your consent?</b>

    Access to the diary ends at once and messages stop. To come back you will need a new invitation code.
consent-withdraw-sure = Yes, withdraw
consent-withdrawn =
    Consent withdrawn. Access is closed, there will be no more messages.

    To come back, ask the class teacher or the school's administrator for a new code.

## Code

entry-code-wrong =
    This code does not fit: it has a mistake, was used before, or has expired.

    Check the code on your slip and send it again. If it does not work, ask for a new one: families ask the class teacher, staff the administrator.
entry-code-unread =
    This code cannot be read. It has 16 signs: four groups of four, no digits 0 and 1, no letters O and I.

    Check your slip and send the whole code.
entry-code-slow =
    Too many wrong codes. Please try again in { $wait }.

    If the code is lost, ask the class teacher or the administrator for a new one.
entry-code-already = You have already come in with this code.
entry-entered-family =
    ✅ <b>Done!</b> { $school }

    { $name }, the diary is here now: { $children }.
    The bot will write to you about marks and absences.
entry-entered-student =
    ✅ <b>Done!</b> { $school }

    { $name }, your diary is always at hand now.
entry-entered-staff =
    ✅ <b>Done!</b> { $school }

    { $name }, access is open.

## Staff

entry-claim =
    { $school }

    Are you <b>{ $name }</b>?
entry-claim-yes = ✅ Yes, that is me
entry-claim-no = No, not my code
entry-claim-waiting =
    Thank you, { $name }. The school's administrator has been told and will confirm your entry.

    The menu will appear here as soon as that is done.
entry-claim-disowned =
    Thank you for telling us. The code is closed, nobody can come in with it any more.

    Please give the slip to the school's administrator or the class teacher and ask for your own code.

entry-staff-confirmed = ✅ Access is open: { $name }.
entry-staff-refused = Entry turned away: { $name }. The code no longer works; print a new one under “Invitations”.

## Cutting access

entry-cut =
    🔒 Access is closed: { $name }.

    Nothing is sent there any more. If this was a mistake, ask the class teacher to print a new code.
lost-ask =
    <b>May somebody else have your access?</b>

    The bot will at once close access to the diary under your name on all devices and tell the administrator. To come back you will need a new invitation code.
lost-sure = 🔒 Yes, close access
lost-elsewhere =
    No diary is bound to this account, so there is nothing to close here.

    If another phone is lost, tell the class teacher or the school's administrator at once: they will close the access.
lost-done =
    🔒 Access is closed, and the school's administrator will hear of it.

    The class teacher or the administrator gives out a new code. If your phone is lost, end its Telegram session too: Settings → Devices.
