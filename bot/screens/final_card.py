"""One student's final mark: every mark behind it, what speaks against it, and the values to set (JRN-11, BEY-13)."""

from collections.abc import Iterator

from bot.callbacks import Press
from bot.callbacks.finals import (
    CorrectFinalPress,
    FinalCardPress,
    FinalReasonPress,
    FinalSheetPress,
    OwnFinalReasonPress,
    SetFinalPress,
    TypeReasonPress,
    choice_of,
    code_of,
    grounds_for,
)
from bot.screen import Button, Screen
from bot.screens.final_words import NAME_LIMIT, concerns, heading, mean_text, reason_text, term_name
from bot.screens.teacher_marks import RARE, USUAL
from bot.screens.teacher_words import mark_text, work_name
from bot.widgets.fitting import clip, fitted
from core.model.diary import GivenMark
from core.model.final_mark import FinalKind, FinalMark, FinalReason, TermKey
from core.model.final_sheet import FinalCard, FinalSheet
from core.model.ids import WorkId
from core.model.lesson import Work
from core.model.mark import MarkValue
from locales import Markup, Translator, dates

Row = tuple[Button, ...]

_TAKEN_BACK = (FinalReason.RETAKE, FinalReason.TYPO)
# The latest marks are shown where all of them would not fit.
_MARKS = (60, 40, 25, 12)


def card_screen(card: FinalCard, tr: Translator, *, toast: str = "") -> Screen:
    """Show a student with the evidence; the buttons set a mark, or change the one that stands."""
    text, _ = fitted(lambda limit: tuple(_blocks(card, tr, limit)), tr("final-card-cut"), _MARKS)
    rows: list[Row] = []
    if card.sheet.sets and card.sheet.today >= card.sheet.opens:
        rows += [tuple(_value(card, value, tr) for value in values) for values in (USUAL, RARE)]
        if card.line.record is not None and card.line.value is not None:
            label = tr.plain("final-withdraw", mark=mark_text(card.line.value, tr))
            rows.append((Button(label, CorrectFinalPress(final=card.line.record.id)),))
    rows.append(_neighbours(card, tr))
    rows.append(_to_sheet(card.sheet, tr))
    return Screen(text, tuple(row for row in rows if row), toast)


def _blocks(card: FinalCard, tr: Translator, limit: int) -> Iterator[str]:
    name = tr("final-card-name", name=clip(card.line.name.full, NAME_LIMIT))
    yield f"{heading(card.sheet.facts, card.sheet.term, tr)}\n{name}"
    stands = (*_stands(card, tr), *_proposed(card, tr))
    if stands:
        yield "\n".join(stands)
    worries = [tr("final-attention-line", what=what) for what in concerns(card.line.proposal, tr)]
    if worries and card.line.value is None:
        yield "\n".join(worries)
    lines = [_mark_line(mark, tr) for mark in card.marks[-limit:]] or [*_term_lines(card, tr)]
    yield "\n".join(lines) if lines else tr("final-card-no-marks")


def _stands(card: FinalCard, tr: Translator) -> Iterator[Markup]:
    record = card.line.record
    if record is None:
        return
    if record.value is None:
        yield tr("final-card-withdrawn")
        return
    mark = mark_text(record.value, tr)
    if record.proposed in (None, record.value):
        yield tr("final-card-stands", mark=mark)
    else:
        yield tr("final-card-stands-other", mark=mark, proposed=mark_text(record.proposed, tr))
    if record.reason:
        yield tr("final-card-reason", reason=reason_text(record.reason, tr))


def _proposed(card: FinalCard, tr: Translator) -> Iterator[Markup]:
    proposal, record, kind = card.line.proposal, card.line.record, card.sheet.term.kind.value
    said = (record.value, record.proposed) if record is not None and record.value is not None else ()
    if said and proposal.value in said:
        # The lines above name it: the mean is all there is to add.
        yield from [tr("final-card-mean", mean=mean_text(proposal), kind=kind)] if proposal.exact is not None else []
    elif proposal.value is None:
        # Where there are no marks at all, that is said below.
        yield from [tr("final-card-proposal-none")] if card.marks or [*_term_lines(card, tr)] else []
    elif proposal.exact is None:
        yield tr("final-card-proposal-word", mark=mark_text(proposal.value, tr))
    else:
        yield tr("final-card-proposal", mark=mark_text(proposal.value, tr), mean=mean_text(proposal), kind=kind)


def _mark_line(mark: GivenMark, tr: Translator) -> Markup:
    work = work_name(Work(WorkId(0), mark.lesson, mark.kind, mark.weight, mark.title), tr)
    return tr("final-card-mark", day=dates.day_short(tr, mark.day), mark=mark_text(mark.value, tr), work=work)


def _term_lines(card: FinalCard, tr: Translator) -> Iterator[Markup]:
    """What the year, or the course, is summed up from."""
    if card.sheet.term.kind is FinalKind.PERIOD:
        return
    known = {(each.kind, each.period): each.value for each in card.line.others}
    for term in card.sheet.facts.terms:
        value = known.get((term.kind, term.period))
        if value is not None:
            yield tr("final-card-term", term=term_name(term, tr), mark=mark_text(value, tr))


def _value(card: FinalCard, value: MarkValue, tr: Translator) -> Button:
    label = mark_text(value, tr)
    if card.line.value is value:
        label = tr.plain("grading-value-chosen", mark=label)
    elif card.line.value is None and card.line.proposal.value is value:
        label = tr.plain("final-value-proposed", mark=label)
    return Button(label, _set(card, value))


def _set(card: FinalCard, value: MarkValue) -> Press:
    if card.line.record is not None and card.line.value is not None:
        return CorrectFinalPress(final=card.line.record.id, value=value)
    sheet = card.sheet
    return SetFinalPress(group=sheet.facts.group, student=card.line.student, term=_code(sheet), choice=choice_of(value))


def _code(sheet: FinalSheet) -> str:
    return code_of(TermKey(sheet.term.kind, sheet.term.period))


def _neighbours(card: FinalCard, tr: Translator) -> Row:
    lines = card.sheet.lines
    at = next(at for at, line in enumerate(lines) if line.student == card.line.student)

    def button(key: str, place: int) -> Button:
        name = clip(lines[place].name.initials, NAME_LIMIT)
        press = FinalCardPress(group=card.sheet.facts.group, student=lines[place].student, term=_code(card.sheet))
        return Button(tr.plain(key, name=name), press)

    row = [button("grading-previous", at - 1)] if at else []
    return (*row, button("grading-next", at + 1)) if at + 1 < len(lines) else tuple(row)


def _to_sheet(sheet: FinalSheet, tr: Translator) -> Row:
    return (Button(tr.plain("final-to-sheet"), FinalSheetPress(group=sheet.facts.group, term=_code(sheet))),)


def why_set(card: FinalCard, value: MarkValue, tr: Translator) -> Screen:
    """Ask why a mark is not the one proposed; the answer sets it [004 §3]."""
    sheet, line = card.sheet, card.line
    text = tr(
        "final-reason-ask",
        name=line.name.short,
        proposed=mark_text(line.proposal.value, tr),
        mark=mark_text(value, tr),
    )
    place = {"group": sheet.facts.group, "student": line.student, "term": _code(sheet)}
    rows: list[Row] = [
        (Button(reason_text(each, tr), FinalReasonPress(**place, grounds=grounds_for(value, each))),)
        for each in FinalReason
        if each is not FinalReason.TYPO
    ]
    rows.append((Button(tr.plain("final-reason-own"), TypeReasonPress(**place, choice=choice_of(value))),))
    return Screen(f"{heading(sheet.facts, sheet.term, tr)}\n\n{text}", (*rows, _cancel(card, tr)))


def why_changed(card: FinalCard, mark: FinalMark, value: MarkValue | None, tr: Translator) -> Screen:
    """Ask why a mark is changed or taken back; the answer does it (JRN-9)."""
    asked = {"name": card.line.name.short, "before": mark_text(mark.value, tr)}
    if value is None:
        text = tr("final-reason-withdraw", **asked)
    else:
        text = tr("final-reason-change", mark=mark_text(value, tr), **asked)
    rows: list[Row] = [
        (Button(reason_text(each, tr), CorrectFinalPress(final=mark.id, value=value, reason=each)),)
        for each in (_TAKEN_BACK if value is None else FinalReason)
    ]
    rows.append((Button(tr.plain("final-reason-own"), OwnFinalReasonPress(final=mark.id, value=value)),))
    return Screen(f"{heading(card.sheet.facts, card.sheet.term, tr)}\n\n{text}", (*rows, _cancel(card, tr)))


def type_reason(card: FinalCard, tr: Translator) -> Screen:
    """Ask for the reason in words."""
    return Screen(f"{heading(card.sheet.facts, card.sheet.term, tr)}\n\n{tr('final-reason-how')}", (_cancel(card, tr),))


def _cancel(card: FinalCard, tr: Translator) -> Row:
    press = FinalCardPress(group=card.sheet.facts.group, student=card.line.student, term=_code(card.sheet))
    return (Button(tr.plain("teacher-button-cancel"), press),)


def said(mark: FinalMark, before: MarkValue | None, card: FinalCard, tr: Translator) -> str:
    """«Орлов И.: 4 → 5»: what was done, for a toast; plain."""
    name = clip(card.line.name.initials, NAME_LIMIT)
    if mark.value is None:
        return tr.plain("final-withdrawn", name=name)
    if before is None:
        return tr.plain("final-set", name=name, mark=mark_text(mark.value, tr))
    return tr.plain("final-changed", name=name, before=mark_text(before, tr), mark=mark_text(mark.value, tr))
