"""What `/check` answers: whether a record is the one that was written (BEY-4)."""

from datetime import datetime

from bot.screen import Screen
from bot.screens.home import back
from core.model.scrutiny import CheckState, LessonName, RecordCheck
from core.rules.receipts import kind_code
from locales import Markup, Translator
from locales.dates import day_short, moment

_MARKS = ("mark.set", "mark.corrected", "mark.withdrawn")


def check_how(tr: Translator) -> Screen:
    """Tell how a code is checked."""
    return Screen(tr("check-how"), (back(tr),))


def checked(tr: Translator, found: RecordCheck, now: datetime) -> Screen:
    """Give the answer with what the record says."""
    lines = [tr(f"check-{found.state}")]
    if found.state in (CheckState.SAME, CheckState.SUPERSEDED) and found.at is not None and found.zone is not None:
        lines.append(_record(tr, found, moment(tr, found.at, found.zone, now.astimezone(found.zone).date())))
    return Screen("\n\n".join(lines), (back(tr),))


def _record(tr: Translator, found: RecordCheck, at: str) -> Markup:
    lines = [lesson_line(tr, found.lesson)] if found.lesson else []
    if found.student is not None:
        lines.append(tr("diary-text", text=found.student.short))
    deed = deed_text(tr, found.kind)
    if found.kind in _MARKS:
        values = {"before": value_text(tr, found.before), "after": value_text(tr, found.after)}
        lines.append(tr("check-record", moment=at, **values))
    else:
        lines.append(tr("check-record-other", deed=deed, moment=at))
    return Markup("\n".join(lines))


def deed_text(tr: Translator, kind: str) -> Markup:
    """Give what was done, by the kind of an entry."""
    return tr("trail-deed", kind=kind_code(kind))


def value_text(tr: Translator, value: str | None) -> Markup:
    """Give a mark of the trail, – where nothing stood."""
    return tr(f"mark-{value}") if value else tr("grading-nothing")


def lesson_line(tr: Translator, lesson: LessonName) -> Markup:
    """«7Б · Алгебра · 3-й урок, чт 15.10»."""
    klass = (
        tr("teacher-klass-subgroup", klass=lesson.klass, subgroup=lesson.subgroup) if lesson.subgroup else lesson.klass
    )
    return tr(
        "teacher-heading", klass=klass, subject=lesson.subject, number=lesson.number, day=day_short(tr, lesson.day)
    )
