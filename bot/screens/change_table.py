"""The words in the file of changed marks; knows no chat, so that the command line may write one too (CTL-5)."""

from datetime import date

from core.documents.mark_changes import ChangesTable, Column
from core.model.mark_changes import ChangesPage, MarkChange
from locales import Translator
from locales.dates import clock_time, day_numbers_year

_SHARES = {
    "at": 16,
    "who": 24,
    "class": 8,
    "subject": 18,
    "student": 22,
    "lesson": 16,
    "before": 9,
    "after": 9,
    "why": 20,
}
_CODE = 15


def change_table(tr: Translator, page: ChangesPage) -> ChangesTable:
    """Give the report in words."""
    columns = (*(Column(tr.plain(f"edits-column-{key}"), share) for key, share in _SHARES.items()),)
    return ChangesTable(
        title=tr.plain("edits-file-title", school=page.school),
        about=_about(tr, page),
        columns=(*columns, Column(tr.plain("edits-column-code"), _CODE)),
        rows=tuple(_row(tr, page, each) for each in page.changes),
        foot=tr.plain("edits-file-foot", school=page.school, page="{page}"),
    )


def _about(tr: Translator, page: ChangesPage) -> str:
    span = {"first": day_numbers_year(tr, page.asked.first), "last": day_numbers_year(tr, page.asked.last)}
    return tr.plain("edits-file-about", chosen=page.chosen or "all", count=page.total, **span)


def _row(tr: Translator, page: ChangesPage, each: MarkChange) -> tuple[str, ...]:
    at = each.at.astimezone(page.zone)
    return (
        tr.plain("edits-file-moment", day=day_numbers_year(tr, at.date()), time=clock_time(tr, at)),
        each.by.full if each.by else tr.plain("edits-nobody"),
        each.klass,
        each.subject,
        each.student.full if each.student else "",
        lesson_text(tr, each, each.day),
        value(tr, each.before),
        value(tr, each.after),
        reason_text(tr, each.reason),
        each.code,
    )


def lesson_text(tr: Translator, each: MarkChange, day: date | None) -> str:
    """«15.10.2026, 3-й урок», or what a final mark sums up; plain."""
    if day is None:
        return tr.plain("edits-final", term=each.term)
    return tr.plain("edits-lesson", day=day_numbers_year(tr, day), number=each.number or 0)


def value(tr: Translator, mark: str | None) -> str:
    """A mark as it stands in the journal, – for none; plain."""
    return tr.plain(f"mark-{mark}") if mark else tr.plain("grading-nothing")


def reason_text(tr: Translator, reason: str) -> str:
    """Why: a ready reason in words, or what was typed; plain."""
    known = f"correction-reason-{reason}"
    return tr.plain(known) if reason and known in tr else reason
