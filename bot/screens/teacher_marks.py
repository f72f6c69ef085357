"""Marks by keyboard: works of a lesson, a work's list to tap on, one student's marks (JRN-3)."""

from dataclasses import dataclass

from bot.callbacks.marks import (
    AddPress,
    DictatePress,
    GivePress,
    MarksPress,
    NewWorkPress,
    NoMarksBackPress,
    NoMarksPress,
    PupilPress,
    UndoPress,
    WithdrawWorkPress,
    WorkKindsPress,
    WorkPress,
    WorkSettingsPress,
)
from bot.screen import Button, Screen
from bot.screens.teacher_lesson import to_lesson
from bot.screens.teacher_words import heading, labels, mark_text, presence_text, some_names, work_name, work_short
from bot.widgets.fitting import clip
from bot.widgets.pager import in_rows
from bot.widgets.toggle import class_grid
from core.model.ids import PersonId
from core.model.journal import Correction, MarkSheet, Pupil, trace
from core.model.lesson import Work, WorkKind
from core.model.mark import MarkValue
from locales import Markup, Translator

Row = tuple[Button, ...]

USUAL = (MarkValue.FIVE, MarkValue.FOUR, MarkValue.THREE, MarkValue.TWO)
RARE = (MarkValue.ONE, MarkValue.PASSED, MarkValue.FAILED, MarkValue.NOT_ASSESSED, MarkValue.EXEMPT)
LABEL = 40


def works(sheet: MarkSheet, tr: Translator, *, toast: str = "") -> Screen:
    """Show the works of a lesson; without any, the kinds to begin with."""
    if not sheet.works:
        return kinds(sheet, tr, toast=toast)
    rows = [(Button(_work_label(sheet, known, tr), WorkPress(work=known.id, value=USUAL[0])),) for known in sheet.works]
    lesson = sheet.facts.lesson.id
    rows.append((Button(tr.plain("grading-new-work"), WorkKindsPress(lesson=lesson)),))
    text = "\n\n".join((heading(sheet.facts, tr), tr("grading-works")))
    return Screen(text, (*rows, to_lesson(lesson, tr)), toast)


def _work_label(sheet: MarkSheet, known: Work, tr: Translator) -> str:
    marked = {mark.student for mark in sheet.marks if mark.work == known.id and mark.value is not None}
    name = clip(work_short(known, tr), LABEL)
    return tr.plain("grading-work-button", work=name, marked=len(marked), students=len(sheet.pupils))


def kinds(sheet: MarkSheet, tr: Translator, *, toast: str = "") -> Screen:
    """Show what marks may be given for."""
    facts = sheet.facts
    buttons = [Button(_kind_label(kind, tr), NewWorkPress(lesson=facts.lesson.id, kind=kind)) for kind in WorkKind]
    rows = list(in_rows(buttons, 2))
    key = "grading-kinds"
    if not sheet.works and not sheet.marks:
        closed = facts.lesson.marks_at is not None
        key = "grading-kinds-closed" if closed else key
        if not closed:
            rows.append((Button(tr.plain("grading-no-marks"), NoMarksPress(lesson=facts.lesson.id)),))
        else:
            rows.append((Button(tr.plain("grading-no-marks-back"), NoMarksBackPress(lesson=facts.lesson.id)),))
    text = "\n\n".join((heading(facts, tr), tr(key)))
    return Screen(text, (*rows, to_lesson(facts.lesson.id, tr)), toast)


def _kind_label(kind: WorkKind, tr: Translator) -> str:
    name = tr.plain(f"work-kind-{kind.value}")
    return name if kind.weight == 1 else tr.plain("grading-kind-weight", kind=name, weight=kind.weight)


@dataclass(frozen=True, slots=True)
class ListView:
    """How a work's list is looked at: the value that taps give (None: a tap opens the student), whether the rarer
    values are shown, and what was just done, to be undone by a button.
    """

    work: Work
    value: MarkValue | None
    more: bool = False
    done: Correction | None = None


def work_list(sheet: MarkSheet, view: ListView, tr: Translator, *, toast: str = "") -> Screen:
    """Show the class to tap on."""
    known, value = view.work, view.value
    short = labels(sheet.pupils)
    grid = class_grid(
        sheet.pupils,
        lambda pupil: _pupil_label(sheet, known, pupil, short[pupil.id], tr),
        lambda student: _tap(sheet, view, student),
    )
    rows: list[Row] = [*_value_rows(known, value, tr, more=view.more), *grid]
    if view.done is not None:
        rows.append((_undo(view.done, value, short, tr),))
    rows += _mode_rows(known, value, tr)
    if not any(mark.work == known.id for mark in sheet.marks):
        rows.append((Button(tr.plain("grading-withdraw-work"), WithdrawWorkPress(work=known.id)),))
    lesson = sheet.facts.lesson.id
    rows.append((Button(tr.plain("grading-to-works"), MarksPress(lesson=lesson)), *to_lesson(lesson, tr, leave=True)))
    said = taken(view.done, short, tr) if view.done else ""
    return Screen("\n\n".join(_list_text(sheet, known, value, tr)), tuple(rows), toast or said)


def _tap(sheet: MarkSheet, view: ListView, student: PersonId) -> GivePress | PupilPress:
    if view.value is None:
        return PupilPress(work=view.work.id, student=student)
    standing = sheet.standing(view.work.id, student)
    seen = trace(standing[-1] if standing else None)
    return GivePress(work=view.work.id, student=student, value=view.value, seen=seen)


def _list_text(sheet: MarkSheet, known: Work, value: MarkValue | None, tr: Translator) -> list[Markup]:
    head = Markup("\n".join((heading(sheet.facts, tr), tr("grading-work-line", work=work_name(known, tr)))))
    how = tr("grading-how-give", mark=mark_text(value, tr)) if value else tr("grading-how-open")
    blocks = [head, how]
    left = sheet.left(known.id)
    if known.kind.declared and left:
        blocks.append(tr("grading-left", count=len(left), names=some_names([pupil.name for pupil in left])))
    elif known.kind.declared:
        blocks.append(tr("grading-complete"))
    return blocks


def _pupil_label(sheet: MarkSheet, known: Work, pupil: Pupil, name: str, tr: Translator) -> str:
    standing = sheet.standing(known.id, pupil.id)
    shown = " ".join(mark_text(mark.value, tr) for mark in standing if mark.value)
    if pupil.presence.missed:
        name = tr.plain("grading-label-absent", sign=presence_text(pupil.presence, tr), name=name)
    return tr.plain("grading-label", name=name, marks=shown) if shown else name


def _value_rows(known: Work, chosen: MarkValue | None, tr: Translator, *, more: bool) -> list[Row]:
    def button(value: MarkValue) -> Button:
        label = mark_text(value, tr)
        if value is chosen:
            label = tr.plain("grading-value-chosen", mark=label)
        return Button(label, WorkPress(work=known.id, value=value, more=value in RARE))

    rows = [(*map(button, USUAL), Button(tr.plain("grading-more"), WorkPress(work=known.id, value=chosen, more=True)))]
    if more or chosen in RARE:
        rows.append(tuple(map(button, RARE)))
    return list(rows)


def _mode_rows(known: Work, value: MarkValue | None, tr: Translator) -> list[Row]:
    by_student = (
        Button(tr.plain("grading-by-student"), WorkPress(work=known.id))
        if value is not None
        else Button(tr.plain("grading-by-mark"), WorkPress(work=known.id, value=USUAL[0]))
    )
    return [
        (by_student, Button(tr.plain("grading-by-text"), DictatePress(work=known.id))),
        (Button(tr.plain("grading-settings", weight=known.weight), WorkSettingsPress(work=known.id)),),
    ]


def _undo(done: Correction, value: MarkValue | None, short: dict[PersonId, str], tr: Translator) -> Button:
    return Button(tr.plain("grading-undo", done=taken(done, short, tr)), UndoPress(mark=done.id, value=value))


def taken(done: Correction, short: dict[PersonId, str], tr: Translator) -> str:
    """«Орлов И.: 4 → 5»: what was done, for a toast and for undo; plain."""
    name = short.get(done.student, "")
    if done.mark.value is None:
        return tr.plain("grading-done-withdrawn", name=name)
    after = mark_text(done.mark.value, tr)
    if done.before is None:
        return tr.plain("grading-done", name=name, mark=after)
    return tr.plain("grading-done-changed", name=name, before=mark_text(done.before, tr), mark=after)


def absent_question(sheet: MarkSheet, press: GivePress | AddPress, tr: Translator) -> Screen:
    """Ask before a mark is given to somebody who was not there (H12)."""
    pupil = next(pupil for pupil in sheet.pupils if pupil.id == press.student)
    value = mark_text(press.value, tr)
    text = tr("grading-absent-ask", name=pupil.name.short, sign=presence_text(pupil.presence, tr), mark=value)
    alone = isinstance(press, AddPress) or press.alone
    back = (
        PupilPress(work=press.work, student=press.student) if alone else WorkPress(work=press.work, value=press.value)
    )
    rows = (
        (Button(tr.plain("grading-absent-yes", mark=value), press.model_copy(update={"sure": True})),),
        (Button(tr.plain("teacher-button-cancel"), back),),
    )
    return Screen(f"{heading(sheet.facts, tr)}\n\n{text}", rows)
