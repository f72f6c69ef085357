"""Threads in lists, and whom to write to (DIA-12)."""

from collections.abc import Sequence
from datetime import date, tzinfo

from bot.callbacks.messages import (
    ComplaintsPress,
    ContactsPress,
    FamilyPress,
    KlassesPress,
    PupilsPress,
    StaffTalksPress,
    TalkPress,
    TalksPress,
    WriteFamilyPress,
)
from bot.screen import Button, Screen
from bot.screens.family_frame import heading
from bot.screens.home import back
from bot.screens.messages import contact_rows, post_of, relation_of, words_of
from bot.widgets.fitting import clip
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.ids import SchoolId
from core.model.thread import Directory, FamilyOf, FamilyTalks, KlassChoice, PupilList, StaffTalks, TalkLine
from locales import Markup, Translator
from locales.dates import moment

_TALKS, _CONTACTS, _PUPILS = 5, 6, 12
_LABEL, _QUOTED = 30, 60


def talks(tr: Translator, value: FamilyTalks, number: int) -> Screen:
    """Give a family its threads about a child."""
    child = value.child
    page = page_of(value.lines, number, _TALKS)
    lines = [_line(tr, each, child.zone, value.today, family=True) for each in page.items]
    rows = [
        *(_talk_button(tr, each, each.talk.staff.initials) for each in page.items),
        (Button(tr.plain("message-button-write"), ContactsPress(child=child.id)),),
        pager_row(tr, page, lambda at: TalksPress(child=child.id, page=at)),
        back(tr),
    ]
    top = f"{heading(tr, child, value.today)}\n{tr('message-title')}"
    text = "\n\n".join((top, *(lines or [tr("message-none-family")])))
    return Screen(text, tuple(row for row in rows if row))


def _talk_button(tr: Translator, line: TalkLine, name: str) -> tuple[Button, ...]:
    label = "message-button-talk-fresh" if line.unread else "message-button-talk"
    shown = tr.plain(label, name=clip(name, _LABEL), **({"count": line.unread} if line.unread else {}))
    return (Button(shown, TalkPress(thread=line.talk.thread.id)),)


def _line(tr: Translator, line: TalkLine, zone: tzinfo, today: date, *, family: bool) -> Markup:
    talk = line.talk
    mine = talk.thread.family if family else talk.thread.staff
    words = _short(tr, line)
    if line.newest.author == mine:
        words = tr("message-own-words", words=words)
    values = {"words": words, "moment": moment(tr, line.newest.at, zone, today)}
    fresh = "-fresh" if line.unread else ""
    if family:
        return tr(f"message-line{fresh}", name=talk.staff.initials, post=post_of(tr, talk), **values)
    relation = relation_of(tr, talk.relative)
    return tr(f"message-line-staff{fresh}", student=talk.student.short, klass=talk.klass, post=relation, **values)


def _short(tr: Translator, line: TalkLine) -> Markup:
    """One line: what is longer is read in the thread."""
    words = words_of(tr, line.newest, _QUOTED)
    return Markup(" ".join(words.split()))


def staff_talks(tr: Translator, value: StaffTalks, number: int) -> Screen:
    """Give somebody of the staff their threads, and to whom it is given, the complaints."""
    page = page_of(value.lines, number, _TALKS)
    lines = [_line(tr, each, value.zone, value.today, family=False) for each in page.items]
    rows = [_talk_button(tr, each, each.talk.student.short) for each in page.items]
    rows.append((Button(tr.plain("message-button-write-family"), KlassesPress(school=value.school)),))
    if value.complaints is not None:
        rows.append((_complaints(tr, value.school, value.complaints),))
    rows += [pager_row(tr, page, lambda at: StaffTalksPress(school=value.school, page=at)), back(tr)]
    text = "\n\n".join((tr("message-title"), *(lines or [tr("message-none-staff")])))
    return Screen(text, tuple(row for row in rows if row))


def _complaints(tr: Translator, school: SchoolId, count: int) -> Button:
    label = tr.plain("complaint-list-button-fresh", count=count) if count else tr.plain("complaint-list-button")
    return Button(label, ComplaintsPress(school=school))


def contacts(tr: Translator, value: Directory, number: int) -> Screen:
    """Give a family whom it may write to; who has not come in is named, not offered."""
    child = value.child
    entered = [each for each in value.contacts if each.entered]
    away = [each.name.initials for each in value.contacts if not each.entered]
    page = page_of(entered, number, _CONTACTS)
    rows = [
        *contact_rows(tr, child.id, page.items),
        pager_row(tr, page, lambda at: ContactsPress(child=child.id, page=at)),
        (Button(tr.plain("message-button-back-to-talks"), TalksPress(child=child.id)), *back(tr)),
    ]
    lines = [tr("message-to-whom" if entered else "message-to-whom-none")]
    if away:
        lines.append(tr("message-not-entered-yet", names=", ".join(away)))
    text = "\n\n".join((heading(tr, child, value.today), *lines))
    return Screen(text, tuple(row for row in rows if row))


def klasses(tr: Translator, value: KlassChoice) -> Screen:
    """Give the classes whose families somebody may write to."""
    buttons = [Button(name, PupilsPress(klass=key)) for key, name in value.klasses]
    leave = Button(tr.plain("message-button-back-to-talks"), StaffTalksPress(school=value.school))
    return Screen(tr("message-which-klass"), (*in_rows(buttons, 5), (leave,)))


def pupils(tr: Translator, value: PupilList, number: int) -> Screen:
    """Give the students of a class, to choose whose family to write to."""
    page = page_of(value.pupils, number, _PUPILS)
    buttons = [Button(clip(name.initials, _LABEL), FamilyPress(student=key)) for key, name in page.items]
    turning = pager_row(tr, page, lambda at: PupilsPress(klass=value.klass, page=at))
    leave = Button(tr.plain("message-button-back-to-talks"), StaffTalksPress(school=value.school))
    rows = (*in_rows(buttons, 2), turning, (leave, *back(tr)))
    return Screen(tr("message-which-pupil", klass=value.name), tuple(row for row in rows if row))


def family(tr: Translator, value: FamilyOf) -> Screen:
    """Give whom of a family one may write to."""
    child = value.child
    rows = [(_relative(tr, value, place),) for place, each in enumerate(value.relatives) if each.entered]
    away = [each.name.initials for each in value.relatives if not each.entered]
    lines = [tr("message-which-relative" if rows else "message-no-relative")]
    if away and rows:
        lines.append(tr("message-not-entered-yet", names=", ".join(away)))
    text = "\n\n".join((heading(tr, child, value.today), *lines))
    return Screen(text, (*rows, (_to_pupils(tr, value), *back(tr))))


def _relative(tr: Translator, value: FamilyOf, place: int) -> Button:
    each = value.relatives[place]
    words = relation_of(tr, each)
    label = tr.plain("message-contact-button", name=each.name.initials, post=words.plain)
    return Button(clip(label, _LABEL), WriteFamilyPress(student=value.child.id, person=each.person))


def _to_pupils(tr: Translator, value: FamilyOf) -> Button:
    leave = StaffTalksPress(school=value.child.school)
    return Button(tr.plain("message-button-back-to-talks"), leave)


def with_button(screen: Screen, tr: Translator, school: SchoolId, unread: int) -> Screen:
    """Add to a home of the staff the way to its messages."""
    shown: Sequence[tuple[Button, ...]] = screen.keyboard
    row = (Button(home_label(tr, unread), StaffTalksPress(school=school)),)
    return Screen(screen.text, (*shown, row), screen.toast, screen.media, screen.anew)


def home_label(tr: Translator, unread: int) -> str:
    """Give what the way to the messages is called, with what is unread."""
    return tr.plain("message-home-button-fresh", count=unread) if unread else tr.plain("message-home-button")
