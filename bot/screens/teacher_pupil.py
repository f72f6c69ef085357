"""One student's marks in a work, corrections with their reasons, and the settings of a work (JRN-3, JRN-8, JRN-9)."""

from bot.callbacks.marks import (
    AddPress,
    CheckPress,
    CommentPress,
    CorrectPress,
    GivePress,
    OwnReasonPress,
    PupilPress,
    ResultsPress,
    WeightPress,
    WorkPress,
    WorkSettingsPress,
    WorkTitlePress,
)
from bot.screen import Button, Screen
from bot.screens.teacher_marks import RARE, USUAL
from bot.screens.teacher_words import heading, mark_text, presence_text, work_name
from core.model.ids import MarkId, PersonId
from core.model.journal import CorrectionReason, MarkSheet, Pupil, trace
from core.model.lesson import Work, WorkKind
from core.model.mark import Mark, MarkValue
from locales import Markup, Translator, dates

Row = tuple[Button, ...]

WEIGHTS = (1, 2, 3, 4, 5)
CHECKS = (3, 7, 10)


def pupil_marks(
    sheet: MarkSheet, known: Work, pupil: Pupil, tr: Translator, *, another: bool = False, toast: str = ""
) -> Screen:
    """Show a student's marks in a work with the values to set, to correct, or to add one more."""
    standing = sheet.standing(known.id, pupil.id)
    lines = [_mark_line(mark, tr) for mark in standing] or [tr("grading-pupil-none")]
    if pupil.presence.missed:
        lines.append(tr("grading-pupil-absent", sign=presence_text(pupil.presence, tr)))
    how = "grading-pupil-another" if another else "grading-pupil-correct" if standing else "grading-pupil-set"
    head = (heading(sheet.facts, tr), tr("grading-work-line", work=work_name(known, tr)))
    blocks = ("\n".join(head), tr("grading-pupil-name", name=pupil.name.short), "\n".join(lines), tr(how))
    rows = [*_values(known, pupil, standing, another=another, tr=tr)]
    if standing and not another:
        rows += _more(known, pupil, standing[-1], tr)
    rows += [_neighbours(sheet, known, pupil, tr), (Button(tr.plain("grading-to-list"), WorkPress(work=known.id)),)]
    return Screen("\n\n".join(blocks), tuple(row for row in rows if row), toast)


def _mark_line(mark: Mark, tr: Translator) -> Markup:
    value = mark_text(mark.value, tr)
    if mark.comment:
        return tr("grading-pupil-mark-comment", mark=value, comment=mark.comment)
    return tr("grading-pupil-mark", mark=value)


def _values(known: Work, pupil: Pupil, standing: tuple[Mark, ...], tr: Translator, *, another: bool) -> list[Row]:
    seen = trace(standing[-1] if standing else None)

    def button(value: MarkValue) -> Button:
        label = mark_text(value, tr)
        if another:
            return Button(label, AddPress(work=known.id, student=pupil.id, value=value, standing=len(standing)))
        if standing and standing[-1].value is value:
            label = tr.plain("grading-value-chosen", mark=label)
        return Button(label, GivePress(work=known.id, student=pupil.id, value=value, seen=seen, alone=True))

    return [tuple(map(button, USUAL)), tuple(map(button, RARE))]


def _more(known: Work, pupil: Pupil, last: Mark, tr: Translator) -> list[Row]:
    return [
        (
            Button(tr.plain("grading-another"), PupilPress(work=known.id, student=pupil.id, another=True)),
            Button(tr.plain("grading-withdraw", mark=mark_text(last.value, tr)), CorrectPress(mark=last.id)),
        ),
        (Button(tr.plain("grading-comment"), CommentPress(mark=last.id)),),
    ]


def _neighbours(sheet: MarkSheet, known: Work, pupil: Pupil, tr: Translator) -> Row:
    order = [each.id for each in sheet.pupils]
    at = order.index(pupil.id)
    names = {each.id: each.name.initials for each in sheet.pupils}

    def button(key: str, student: PersonId) -> Button:
        return Button(tr.plain(key, name=names[student]), PupilPress(work=known.id, student=student))

    row = []
    if at > 0:
        row.append(button("grading-previous", order[at - 1]))
    if at + 1 < len(order):
        row.append(button("grading-next", order[at + 1]))
    return tuple(row)


def reason(sheet: MarkSheet, mark: MarkId, value: MarkValue | None, tr: Translator) -> Screen:
    """Ask why a mark of an earlier day is changed (JRN-9)."""
    record = next(each for each in sheet.marks if each.id == mark)
    pupil = sheet.pupil(record.student)
    name = pupil.name.short if pupil else ""
    text = tr("grading-reason", name=name, before=mark_text(record.value, tr), mark=mark_text(value, tr))
    rows = [
        (Button(tr.plain(f"correction-reason-{each.value}"), CorrectPress(mark=mark, value=value, reason=each)),)
        for each in CorrectionReason
    ]
    rows.append((Button(tr.plain("grading-reason-own"), OwnReasonPress(mark=mark, value=value)),))
    rows.append((Button(tr.plain("teacher-button-cancel"), PupilPress(work=record.work, student=record.student)),))
    return Screen("\n\n".join((heading(sheet.facts, tr), text)), tuple(rows))


def prompt(sheet: MarkSheet, key: str, back: PupilPress | WorkSettingsPress | WorkPress, tr: Translator) -> Screen:
    """Ask for something typed about a work or a mark."""
    rows = ((Button(tr.plain("teacher-button-cancel"), back),),)
    return Screen("\n\n".join((heading(sheet.facts, tr), tr(key))), rows)


def work_settings(sheet: MarkSheet, known: Work, tr: Translator, *, toast: str = "") -> Screen:
    """Show weight, title and long check of a work (JRN-3, JRN-8)."""
    lines = [tr("grading-work-line", work=work_name(known, tr)), tr("grading-weight", weight=known.weight)]
    if known.check_until is not None:
        lines.append(tr("grading-check-until", day=dates.day_short(tr, known.check_until)))
    rows: list[Row] = [tuple(_weight(known, weight, tr) for weight in WEIGHTS)]
    if known.kind.long_check:
        lines.append(tr("grading-check-how"))
        rows.append(tuple(_check(known, days, tr) for days in CHECKS))
        if known.check_until is not None:
            rows.append((Button(tr.plain("grading-check-none"), CheckPress(work=known.id, days=0)),))
    if known.kind is WorkKind.DIAGNOSTIC:
        lines.append(_results_line(sheet, known, tr))
        if known.received_at is None:
            rows.append((Button(tr.plain("grading-results-button"), ResultsPress(work=known.id)),))
    rows.append((Button(tr.plain("grading-title"), WorkTitlePress(work=known.id)),))
    rows.append((Button(tr.plain("grading-to-list"), WorkPress(work=known.id, value=USUAL[0])),))
    return Screen("\n\n".join((heading(sheet.facts, tr), "\n".join(lines))), tuple(rows), toast)


def _results_line(sheet: MarkSheet, known: Work, tr: Translator) -> Markup:
    if known.received_at is None:
        return tr("grading-results-how")
    came = known.received_at.astimezone(sheet.facts.rules.zone)
    return tr("grading-results-came", day=dates.day_short(tr, came.date()), time=dates.clock_time(tr, came))


def _weight(known: Work, weight: int, tr: Translator) -> Button:
    key = "grading-weight-chosen" if weight == known.weight else "grading-weight-button"
    return Button(tr.plain(key, weight=weight), WeightPress(work=known.id, weight=weight))


def _check(known: Work, days: int, tr: Translator) -> Button:
    return Button(tr.plain("grading-check-days", days=days), CheckPress(work=known.id, days=days))
