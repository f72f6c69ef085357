"""Talk as its two sides see it: whom to write to, what was written, what comes of it (DIA-12)."""

from collections.abc import Iterator, Sequence

from bot.callbacks import Press
from bot.callbacks.messages import (
    AnswerPress,
    ComplainPress,
    ContactsPress,
    EndPress,
    MutePress,
    SendHeldPress,
    StaffTalksPress,
    TalkFilesPress,
    TalkPress,
    TalksPress,
    WritePress,
)
from bot.screen import Button, Media, Screen
from bot.screens.family_frame import heading
from bot.screens.home import back
from bot.widgets.fitting import clip, fitted
from core.model.thread import (
    Addressee,
    ComplaintReason,
    Contact,
    Message,
    Relative,
    Talk,
    TalkPage,
    ThreadSide,
)
from locales import Markup, Translator
from locales.dates import moment
from locales.posts import post, post_short, relation, said

Row = tuple[Button, ...]

_OTHERS = 3
_LABEL = 34
_QUOTED = 600


def post_of(tr: Translator, talk: Talk) -> Markup:
    """Give what the staff's side of a thread is to the child."""
    return post(tr, talk.role.value, talk.contact.subjects if talk.contact else ())


def relation_of(tr: Translator, relative: Relative) -> Markup:
    """Give what somebody of a family is."""
    return relation(tr, relative.relation, relative.sex.value, own=relative.own)


def contact_words(tr: Translator, contact: Contact) -> Markup:
    """Give somebody of the staff by name and post."""
    words = post(tr, contact.role.value, contact.subjects)
    return tr("message-person", name=contact.name.full, post=words)


def staff_words(tr: Translator, talk: Talk) -> Markup:
    """Give the staff's side of a thread by name and post."""
    return tr("message-person", name=talk.staff.full, post=post_of(tr, talk))


def relative_words(tr: Translator, relative: Relative) -> Markup:
    """Give somebody of a family by name and relation."""
    return tr("message-person", name=relative.name.full, post=relation_of(tr, relative))


def other_side(tr: Translator, page: TalkPage) -> Markup:
    """Give who is on the other side of a thread."""
    talk = page.talk
    return staff_words(tr, talk) if page.side is ThreadSide.FAMILY else relative_words(tr, talk.relative)


def words_of(tr: Translator, message: Message, limit: int) -> Markup:
    """Give what a message says, its file first."""
    file = message.file
    named = (file.kind.value, clip(file.name, _LABEL)) if file else None
    return said(tr, clip(message.text, limit), named)


def talk(tr: Translator, page: TalkPage, *, answering: bool = False, toast: str = "") -> Screen:
    """Give a part of a thread, the newest message last; `answering`: what is typed now goes there."""
    text, _ = fitted(lambda limit: tuple(_blocks(tr, page, limit, answering=answering)), tr("diary-cut"))
    if answering:
        leave = TalkPress(thread=page.talk.thread.id)
        return Screen(text, ((Button(tr.plain("message-button-cancel"), leave),),), toast)
    return Screen(text, tuple(row for row in _rows(tr, page) if row), toast)


def _blocks(tr: Translator, page: TalkPage, limit: int, *, answering: bool) -> Iterator[str]:
    title = tr("message-talk-title", person=other_side(tr, page))
    yield f"{heading(tr, page.child, page.today)}\n{title}"
    for message in page.messages:
        yield f"{_author(tr, page, message)}\n{words_of(tr, message, limit)}"
    if not page.messages:
        yield tr("message-empty")
    notes = tuple(_notes(tr, page))
    if notes:
        yield "\n".join(notes)
    if answering:
        yield tr("message-how-answer")


def _author(tr: Translator, page: TalkPage, message: Message) -> Markup:
    at = moment(tr, message.at, page.child.zone, page.today)
    thread = page.talk.thread
    if message.author != thread.person(page.side):
        name = page.talk.staff if page.side is ThreadSide.FAMILY else page.talk.relative.name
        return tr("message-other", name=name.polite or name.full, moment=at)
    away = ThreadSide.STAFF if page.side is ThreadSide.FAMILY else ThreadSide.FAMILY
    read = message.id <= thread.read_by(away)
    return tr("message-own-read" if read else "message-own", moment=at)


def _notes(tr: Translator, page: TalkPage) -> Iterator[Markup]:
    thread, staff = page.talk.thread, page.side is ThreadSide.STAFF
    complaint = page.complaint
    if complaint is not None and complaint.decided_at is None:
        filed = moment(tr, complaint.filed_at, page.child.zone, page.today)
        yield tr("complaint-open-banner", moment=filed)
    elif complaint is not None:
        yield tr("complaint-decided-banner", words=complaint.decision)
    if page.talk.closed:
        yield _closed(tr, page)
    elif thread.ended:
        yield tr("message-ended-staff" if staff else "message-ended-family")
    if thread.muted and staff:
        yield tr("message-muted")


def _closed(tr: Translator, page: TalkPage) -> Markup:
    if page.side is ThreadSide.STAFF:
        return tr("message-closed-staff")
    if not page.others:
        return tr("message-closed-alone")
    return tr("message-closed-family", name=page.talk.staff.full)


def _rows(tr: Translator, page: TalkPage) -> Iterator[Row]:
    thread = page.talk.thread
    if page.open:
        yield (Button(tr.plain("message-button-answer"), AnswerPress(thread=thread.id)),)
    elif page.side is ThreadSide.FAMILY:
        yield from contact_rows(tr, page.child.id, page.others[:_OTHERS])
    yield tuple(_turning(tr, page))
    files = sum(message.file is not None for message in page.messages)
    if files:
        press = TalkFilesPress(thread=thread.id, before=page.messages[-1].id + 1)
        yield (Button(tr.plain("message-button-files", count=files), press),)
    if page.side is ThreadSide.STAFF and page.may_mute:
        yield tuple(_quieting(tr, page))
    if page.complaint is None or page.complaint.decided_at is not None:
        yield (Button(tr.plain("message-button-complain"), ComplainPress(thread=thread.id)),)
    yield _back(tr, page)


def _turning(tr: Translator, page: TalkPage) -> Iterator[Button]:
    thread = page.talk.thread.id
    if page.earlier:
        press = TalkPress(thread=thread, before=page.messages[0].id)
        yield Button(tr.plain("message-button-earlier"), press)
    if page.later:
        yield Button(tr.plain("message-button-later"), TalkPress(thread=thread))


def _quieting(tr: Translator, page: TalkPage) -> Iterator[Button]:
    thread = page.talk.thread
    label = "message-button-unmute" if thread.muted else "message-button-mute"
    yield Button(tr.plain(label), MutePress(thread=thread.id, muted=not thread.muted))
    if not thread.ended:
        yield Button(tr.plain("message-button-end"), EndPress(thread=thread.id))


def _back(tr: Translator, page: TalkPage) -> Row:
    if page.side is ThreadSide.FAMILY:
        leave = Button(tr.plain("message-button-back-to-talks"), TalksPress(child=page.child.id))
    else:
        leave = Button(tr.plain("message-button-back-to-talks"), StaffTalksPress(school=page.talk.thread.school))
    return (leave, *back(tr))


def contact_rows(tr: Translator, child: int, contacts: Sequence[Contact]) -> Iterator[Row]:
    """Give a button for everybody of the staff who may be written to."""
    for each in contacts:
        words = post_short(tr, each.role.value, each.subjects)
        label = tr.plain("message-contact-button", name=each.name.initials, post=words)
        yield (Button(clip(label, _LABEL), WritePress(child=child, person=each.person)),)


def sent(tr: Translator, page: TalkPage) -> Screen:
    """Say that a message is on its way, to whom, and when an answer may come."""
    lines = [heading(tr, page.child, page.today), tr("message-sent", person=other_side(tr, page))]
    if page.answer_at is not None:
        at = moment(tr, page.answer_at, page.child.zone, page.today)
        lines.append(tr("message-answer-at", moment=at))
    lines.append(tr("message-sent-more"))
    open_it = Button(tr.plain("message-button-open"), TalkPress(thread=page.talk.thread.id))
    return Screen("\n".join(lines), ((open_it, *back(tr)),))


def addressed(tr: Translator, found: Addressee) -> tuple[Markup, Markup]:
    """Give the first line, and whom a first message would go to."""
    head = heading(tr, found.child, found.today)
    if found.contact is not None:
        return head, contact_words(tr, found.contact)
    assert found.relative is not None  # noqa: S101 - one of the two is found, or the use case refuses
    return head, relative_words(tr, found.relative)


def first(tr: Translator, found: Addressee) -> Screen:
    """Ask for the first message."""
    head, person = addressed(tr, found)
    child = found.child
    cancel = ContactsPress(child=child.id) if found.contact else StaffTalksPress(school=child.school)
    return prompt(tr, f"{head}\n{tr('message-first', person=person)}", tr("message-how"), cancel)


def held(tr: Translator, whom: tuple[str, str], words: str) -> Screen:
    """Ask whether what came long after a question was an answer to it; `whom` is the first line and the other side."""
    quoted = clip(words, _QUOTED) or tr.plain("message-held-file")
    ask = tr("message-held", person=whom[1], words=quoted)
    rows = (
        (Button(tr.plain("message-button-send"), SendHeldPress(sure=True)),),
        (Button(tr.plain("message-button-drop"), SendHeldPress(sure=False)),),
    )
    return Screen(f"{whom[0]}\n{ask}", rows)


def end_ask(tr: Translator, page: TalkPage) -> Screen:
    """Ask before a thread is ended."""
    thread = page.talk.thread.id
    rows = (
        (Button(tr.plain("message-button-end-sure"), EndPress(thread=thread, sure=True)),),
        (Button(tr.plain("message-button-cancel"), TalkPress(thread=thread)),),
    )
    top = f"{heading(tr, page.child, page.today)}\n{tr('message-talk-title', person=other_side(tr, page))}"
    return Screen(f"{top}\n\n{tr('message-end-ask')}", rows)


def complain_ask(tr: Translator, page: TalkPage) -> Screen:
    """Ask what a complaint is about."""
    thread = page.talk.thread.id
    ready = (reason for reason in ComplaintReason if reason is not ComplaintReason.OTHER)
    rows = [
        (Button(tr.plain("complaint-reason", reason=each.value), ComplainPress(thread=thread, reason=each)),)
        for each in ready
    ]
    other = ComplainPress(thread=thread, reason=ComplaintReason.OTHER)
    rows.append((Button(tr.plain("complaint-button-other"), other),))
    rows.append((Button(tr.plain("message-button-cancel"), TalkPress(thread=thread)),))
    top = f"{heading(tr, page.child, page.today)}\n{tr('message-talk-title', person=other_side(tr, page))}"
    return Screen(f"{top}\n\n{tr('complaint-ask')}", tuple(rows))


def prompt(tr: Translator, top: str, how: Markup, cancel: Press) -> Screen:
    """Ask for something typed."""
    return Screen(f"{top}\n\n{how}", ((Button(tr.plain("message-button-cancel"), cancel),),))


def files(messages: Sequence[Message]) -> tuple[Media, ...]:
    """Give the files of messages, in the order in which they came."""
    found = (message.file for message in messages)
    return tuple(Media(file.kind, file.file_id) for file in found if file is not None)
