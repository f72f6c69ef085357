"""Whom no letter reaches: a class, a family, a school, the week's paper (NTF-9) [000 §14]."""

from collections.abc import Sequence
from datetime import timedelta

from bot.callbacks.admin import PersonEntryPress
from bot.callbacks.reach import FamilyReachPress, PaperPress, ReachStepPress, SchoolReachPress, UnreachedPress
from bot.screen import Button, Screen
from bot.screens.home import Row, back
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.ids import SchoolId
from core.model.people import Role
from core.model.reach import (
    Family,
    Hindered,
    Hindrance,
    KlassCount,
    KlassReach,
    PaperBatch,
    ReachStepKind,
    Rung,
    Step,
)
from locales import Markup, Translator, dates

ON_PAGE = 6
KLASSES_ON_PAGE = 12
NAME_LIMIT = 40
CLIPS = (120, 40, 20)


def klass(value: KlassReach, page: int, tr: Translator) -> Screen:
    """Show the families of a class that aren't reached, those first who must be looked after."""
    shown = page_of(value.on(Rung.LISTED), page, ON_PAGE)
    text, _ = fitted(lambda limit: _klass_lines(value, shown.items, tr, limit), tr("reach-more"), CLIPS, gap="\n")
    rows: list[Row] = [
        (Button(tr.plain("reach-family-button", name=clip(one.name.short, NAME_LIMIT)), _open(one)),)
        for one in shown.items
    ]
    rows.append(pager_row(tr, shown, lambda number: UnreachedPress(klass=value.klass, page=number)))
    rows.append((Button(tr.plain("reach-paper-button"), PaperPress(klass=value.klass)),))
    return Screen(text, (*(row for row in rows if row), back(tr, Role.CLASS_TEACHER)))


def _open(family: Family) -> FamilyReachPress:
    return FamilyReachPress(student=family.student)


def _klass_lines(value: KlassReach, shown: Sequence[Family], tr: Translator, limit: int) -> list[Markup]:
    listed, paper, second = (value.on(each) for each in (Rung.LISTED, Rung.PAPER, Rung.SECOND))
    lines = [tr("reach-title", klass=value.name)]
    lines.append(tr("reach-listed", count=len(listed)) if listed else tr("reach-everybody"))
    for one in shown:
        lines += [tr("reach-family", name=clip(one.name.short, limit)), *_reasons(one, tr, limit)]
    for rung, some in (("paper", paper), ("second", second)):
        if some:
            names = ", ".join(clip(one.name.short, limit) for one in some)
            lines.append(tr(f"reach-{rung}", names=names, count=len(some)))
    return lines


def _reasons(one: Family, tr: Translator, limit: int) -> list[Markup]:
    if not one.hindered:
        return [tr("reach-no-guardian")]
    return [_reason(each, tr, limit) for each in one.hindered]


def _reason(one: Hindered, tr: Translator, limit: int) -> Markup:
    return tr(
        f"reach-why-{one.why.value}",
        guardian=clip(one.contact.name.full, limit),
        relation=one.contact.relation or "none",
        day=dates.day_and_month(tr, one.since),
    )


def family(value: KlassReach, tr: Translator, *, noted: bool = False) -> Screen:
    """Show one family: why nothing arrives and since when, what was done, what can be done now."""
    one = value.families[0]
    lines: list[str] = [tr("reach-card", name=one.name.spoken, klass=value.name)]
    lines += _reasons(one, tr, CLIPS[0]) if one.hindered or one.rung is Rung.LISTED else [tr("reach-reached")]
    if one.rung is Rung.SECOND:
        lines.append(tr("reach-second-reads"))
    if one.steps:
        lines += ["", tr("reach-done"), *(_step(each, tr) for each in one.steps)]
    if value.may_act and one.rung is Rung.LISTED:
        lines += ["", tr("reach-what-to-do")]
    toast = tr.plain("reach-noted") if noted else ""
    rows = (*_acts(one, value, tr), (Button(tr.plain("reach-back"), UnreachedPress(klass=value.klass)),))
    return Screen("\n".join(lines), rows, toast=toast)


def _step(one: Step, tr: Translator) -> Markup:
    if one.kind is ReachStepKind.CALLED:
        return tr("reach-done-called", day=dates.day_and_month(tr, one.day))
    return tr("reach-done-paper", days=dates.day_range(tr, one.day, one.day + timedelta(days=6)))


def _acts(one: Family, value: KlassReach, tr: Translator) -> tuple[Row, ...]:
    """Give what can be done and is not done yet; who never came, or is gone, may get a new invitation."""
    if not value.may_act or one.rung is Rung.REACHED:
        return ()
    called = Step(ReachStepKind.CALLED, value.today) in one.steps
    handed = Step(ReachStepKind.PAPER, value.week) in one.steps
    rows: list[Row] = []
    if not called:
        rows.append((Button(tr.plain("reach-called-button"), ReachStepPress(student=one.student)),))
    if not handed:
        rows.append((Button(tr.plain("reach-handed-button"), ReachStepPress(student=one.student, paper=True)),))
    for each in one.hindered:
        if each.why in (Hindrance.NEVER, Hindrance.BLOCKED):
            label = tr.plain("reach-invite-button", name=clip(each.contact.name.initials, NAME_LIMIT))
            rows.append((Button(label, PersonEntryPress(person=each.contact.guardian)),))
    return tuple(rows)


def school(key: SchoolId, counts: Sequence[KlassCount], page: int, tr: Translator) -> Screen:
    """Show how many families of each class aren't reached; a class opens its list."""
    troubled = [one for one in counts if one.counts.get(Rung.LISTED, 0) or one.counts.get(Rung.PAPER, 0)]
    shown = page_of(troubled, page, KLASSES_ON_PAGE)
    totals = {rung: sum(one.counts.get(rung, 0) for one in counts) for rung in Rung}
    lines = [
        tr("reach-school-title"),
        tr("reach-school-total", **{rung.value: totals[rung] for rung in Rung}),
        *(_count(one, tr) for one in shown.items),
    ]
    buttons = [Button(one.name, UnreachedPress(klass=one.klass)) for one in shown.items]
    turn = pager_row(tr, shown, lambda number: SchoolReachPress(school=key, page=number))
    return Screen("\n".join(lines), (*in_rows(buttons, 4), *((turn,) if turn else ()), back(tr)))


def _count(one: KlassCount, tr: Translator) -> Markup:
    listed, paper = one.counts.get(Rung.LISTED, 0), one.counts.get(Rung.PAPER, 0)
    return tr("reach-school-line", klass=one.name, listed=listed, paper=paper)


def paper(value: PaperBatch, tr: Translator) -> Screen:
    """Show who of a class gets the week on paper, and who has got it."""
    week = dates.day_range(tr, value.week, value.week + timedelta(days=6))
    text, _ = fitted(lambda limit: _paper_lines(value, week, tr, limit), tr("reach-more"), CLIPS, gap="\n")
    return Screen(text, ((Button(tr.plain("reach-back"), UnreachedPress(klass=value.klass)),),))


def _paper_lines(value: PaperBatch, week: str, tr: Translator, limit: int) -> list[Markup]:
    head = tr("reach-paper-title", klass=value.name, days=week)
    if not value.students:
        return [head, tr("reach-paper-nobody")]
    lines = [
        tr("reach-paper-line", name=clip(name.short, limit), handed="yes" if student in value.handed else "no")
        for student, name in value.students
    ]
    left = len(value.students) - len(value.handed)
    return [head, *lines, tr("reach-paper-left", count=left) if left else tr("reach-paper-all")]
