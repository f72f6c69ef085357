"""Complaints about threads, for who decides them (DIA-12)."""

from collections.abc import Iterator

from bot.callbacks.messages import ComplaintFilesPress, ComplaintPress, ComplaintsPress, DecidePress
from bot.screen import Button, Screen
from bot.screens.home import back
from bot.screens.messages import relative_words, staff_words, words_of
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import page_of, pager_row
from core.model.thread import Complaint, ComplaintCase, ComplaintList, ComplaintPage, Message, Thread
from locales import Markup, Translator
from locales.dates import moment

Row = tuple[Button, ...]

_CASES = 6
_NAME = 16


def complaints(tr: Translator, value: ComplaintList, number: int) -> Screen:
    """Give the complaints of a school, those that wait first."""
    page = page_of(value.cases, number, _CASES)
    rows = [
        *((_entry(tr, case, value),) for case in page.items),
        pager_row(tr, page, lambda at: ComplaintsPress(school=value.school, page=at)),
        back(tr),
    ]
    text = tr("complaint-list" if value.cases else "complaint-list-none")
    return Screen(text, tuple(row for row in rows if row))


def _entry(tr: Translator, case: ComplaintCase, value: ComplaintList) -> Button:
    filed = moment(tr, case.complaint.filed_at, case.zone, value.today)
    waits = "" if case.complaint.decided_at else "-open"
    student = clip(case.talk.student.initials, _NAME)
    label = tr.plain(f"complaint-list-entry{waits}", klass=case.talk.klass, student=student, moment=filed)
    return Button(label, ComplaintPress(complaint=case.complaint.id))


def complaint(tr: Translator, page: ComplaintPage, *, toast: str = "") -> Screen:
    """Give a complaint with the part of the thread that it opens."""
    text, _ = fitted(lambda limit: tuple(_blocks(tr, page, limit)), tr("diary-cut"))
    return Screen(text, tuple(row for row in _rows(tr, page) if row), toast)


def _blocks(tr: Translator, page: ComplaintPage, limit: int) -> Iterator[str]:
    case = page.case
    yield "\n".join(head(tr, page))
    for message in page.messages:
        yield f"{_author(tr, page, message)}\n{words_of(tr, message, limit)}"
    if case.complaint.decided_at is None:
        yield tr("complaint-read-note")
    else:
        decided = moment(tr, case.complaint.decided_at, case.zone, page.today)
        yield tr("complaint-decided", moment=decided, words=case.complaint.decision)


def head(tr: Translator, page: ComplaintPage) -> Iterator[Markup]:
    """Give when a complaint was filed, about whom, by which side and why."""
    case = page.case
    yield tr("complaint-title", moment=moment(tr, case.complaint.filed_at, case.zone, page.today))
    yield sides(tr, case)
    yield said(tr, case.complaint, case.talk.thread)


def sides(tr: Translator, case: ComplaintCase) -> Markup:
    """Give the child and the two sides of the thread."""
    talk = case.talk
    return tr(
        "complaint-sides",
        student=talk.student.short,
        klass=talk.klass,
        family=relative_words(tr, talk.relative),
        staff=staff_words(tr, talk),
    )


def said(tr: Translator, complaint: Complaint, thread: Thread) -> Markup:
    """Give which side complained, and what about."""
    side = "family" if complaint.filed_by == thread.family else "staff"
    reason = tr("complaint-reason", reason=complaint.reason.value)
    if not complaint.words:
        return tr("complaint-said", side=side, reason=reason)
    return tr("complaint-said-words", side=side, reason=reason, words=complaint.words)


def _author(tr: Translator, page: ComplaintPage, message: Message) -> Markup:
    talk = page.case.talk
    name = talk.staff if message.author == talk.thread.staff else talk.relative.name
    return tr("message-other", name=name.full, moment=moment(tr, message.at, page.case.zone, page.today))


def _rows(tr: Translator, page: ComplaintPage) -> Iterator[Row]:
    key = page.case.complaint.id
    if page.case.complaint.decided_at is None:
        yield (Button(tr.plain("complaint-button-decide"), DecidePress(complaint=key)),)
    turning = []
    if page.earlier:
        turning.append(
            Button(tr.plain("message-button-earlier"), ComplaintPress(complaint=key, before=page.messages[0].id))
        )
    if page.later:
        turning.append(Button(tr.plain("message-button-later"), ComplaintPress(complaint=key)))
    yield tuple(turning)
    files = sum(message.file is not None for message in page.messages)
    if files:
        press = ComplaintFilesPress(complaint=key, before=page.messages[-1].id + 1)
        yield (Button(tr.plain("message-button-files", count=files), press),)
    yield (Button(tr.plain("complaint-button-back"), ComplaintsPress(school=page.case.complaint.school)), *back(tr))


def decide_ask(tr: Translator, case: ComplaintCase) -> Screen:
    """Ask for the decision."""
    text = f"{sides(tr, case)}\n\n{tr('complaint-decide-how')}"
    cancel = ComplaintPress(complaint=case.complaint.id)
    return Screen(text, ((Button(tr.plain("message-button-cancel"), cancel),),))
