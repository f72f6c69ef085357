"""The report of changed marks in the chat: a page, what to narrow it by, the months (CTL-5)."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.callbacks import number_of
from bot.callbacks.family import NOW
from bot.callbacks.mark_changes import ChangesFilePress, ChangesMonthsPress, ChooseChangesPress, MarkChangesPress
from bot.screen import Button, Media, Screen
from bot.screens.change_table import lesson_text, reason_text, value
from bot.screens.home import back
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import Page, in_rows, page_of, pager_row
from core.model.homework import FileKind
from core.model.mark_changes import ChangesBy, ChangesChoices, ChangesOf, ChangesPage, MarkChange
from locales import Markup, Translator
from locales.dates import moment, month_title

_CHOICES = 14
_CLIPS = (200, 60, 30)
_LABEL = 28


def changes(tr: Translator, page: ChangesPage, number: int, size: int) -> Screen:
    """Give a page of the report with the ways to narrow it and the files."""
    asked = page.asked
    pages = max(1, -(-page.total // size))
    here = Page(page.changes, min(number, pages - 1), pages)
    month = _month_of(page)
    text, _ = fitted(lambda limit: tuple(_blocks(tr, page, limit)), tr("diary-cut"), _CLIPS)
    narrow = [
        Button(tr.plain(f"edits-by-{by.name.lower()}"), ChooseChangesPress(school=asked.school, by=by, month=month))
        for by in ChangesBy
        if page.total
    ]
    months = ChangesMonthsPress(school=asked.school, by=asked.by, key=asked.key)
    rows = [
        pager_row(tr, here, lambda at: _press(asked, month, at)),
        *in_rows(narrow, 2),
        (Button(tr.plain("edits-months"), months),) if page.total or _whole(tr, page) else (),
        _whole(tr, page),
        _files(tr, page, month),
        back(tr),
    ]
    return Screen(text, tuple(row for row in rows if row))


def _press(asked: ChangesOf, month: int, page: int = 0) -> MarkChangesPress:
    return MarkChangesPress(school=asked.school, month=month, by=asked.by, key=asked.key, page=page)


def _month_of(page: ChangesPage) -> int:
    """The number by which a button names the month; «now» stands for the whole year."""
    asked = page.asked
    return NOW if (asked.first, asked.last) == page.year else number_of(asked.first)


def _whole(tr: Translator, page: ChangesPage) -> tuple[Button, ...]:
    if page.asked.by is None and _month_of(page) == NOW:
        return ()
    return (Button(tr.plain("edits-all"), MarkChangesPress(school=page.asked.school)),)


def _files(tr: Translator, page: ChangesPage, month: int) -> tuple[Button, ...]:
    if not page.total:
        return ()
    asked = page.asked
    where = {"school": asked.school, "month": month, "by": asked.by, "key": asked.key}
    return (
        Button(tr.plain("edits-xlsx"), ChangesFilePress(sheet="xlsx", **where)),
        Button(tr.plain("edits-pdf"), ChangesFilePress(sheet="pdf", **where)),
    )


def _blocks(tr: Translator, page: ChangesPage, limit: int) -> Iterator[str]:
    span = tr("edits-year") if _month_of(page) == NOW else month_title(tr, page.asked.first)
    title = tr("edits-title", school=page.school, span=span, chosen=page.chosen or "all")
    counted = tr("edits-count", count=page.total) if page.total else tr("edits-none")
    yield f"{title}\n{counted}"
    for each in page.changes:
        yield _change(tr, page, each, limit)


def _change(tr: Translator, page: ChangesPage, each: MarkChange, limit: int) -> Markup:
    student = clip(each.student.short, limit) if each.student else ""
    at = moment(tr, each.at, page.zone, page.today)
    lines = [
        tr("edits-mark", student=student, before=value(tr, each.before), after=value(tr, each.after)),
        tr("edits-where", klass=each.klass, subject=clip(each.subject, limit), lesson=lesson_text(tr, each, each.day)),
        tr("edits-who", who=each.by.initials if each.by else tr("edits-nobody"), moment=at, code=each.code),
    ]
    if each.reason:
        lines.append(tr("edits-why", reason=clip(reason_text(tr, each.reason), limit)))
    return Markup("\n".join(lines))


def choose(tr: Translator, found: ChangesChoices, month: int, number: int) -> Screen:
    """Give the classes, teachers, subjects or students that have changes."""
    school, by = found.asked.school, found.by
    page = page_of(found.choices, number, _CHOICES)
    buttons = [
        Button(
            tr.plain("edits-choice", name=clip(each.name, _LABEL), count=each.count),
            MarkChangesPress(school=school, month=month, by=by, key=each.key),
        )
        for each in page.items
    ]
    turning = pager_row(tr, page, lambda at: ChooseChangesPress(school=school, by=by, month=month, page=at))
    leave = (Button(tr.plain("edits-back"), MarkChangesPress(school=school, month=month)),)
    text = tr("edits-choose", school=found.school, by=by.name.lower())
    return Screen(text, tuple(row for row in (*in_rows(buttons, 2), turning, leave) if row))


def months(tr: Translator, page: ChangesPage) -> Screen:
    """Give the months of the school year that have begun."""
    asked = page.asked
    first, last = page.year
    begun = _months(first, min(last, max(page.today, first)))
    buttons = [Button(month_title(tr, day), _press(asked, number_of(day))) for day in begun]
    whole = (Button(tr.plain("edits-year-button"), _press(asked, NOW)),)
    return Screen(tr("edits-choose-month", school=page.school), (*in_rows(buttons, 3), whole, back(tr)))


def _months(first: date, last: date) -> Iterator[date]:
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(days=31)).replace(day=1)


def file_sent(tr: Translator, page: ChangesPage, month: int, sheet: str, content: bytes) -> Screen:
    """Give the report as a file, with the way back."""
    name = tr.plain("edits-file-name", day=page.today.isoformat())
    media = Media(FileKind.DOCUMENT, data=content, name=f"{name}.{sheet}")
    leave = (Button(tr.plain("edits-back"), _press(page.asked, month)),)
    return Screen(tr("edits-file-done", count=page.total), (leave,), media=(media,))
