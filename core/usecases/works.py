"""Works of a lesson: what marks are given for, with weight, title and the end of a long check (JRN-5, JRN-8)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.model.access import Action
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.ids import LessonId, WorkId
from core.model.journal import TITLE_LIMIT, MarkSheet
from core.model.lesson import WEIGHT_LIMIT, WorkKind
from core.model.lesson import Work as LessonWork
from core.rules.texts import clean_text
from core.storage.gateways import marks
from core.storage.queries import journal
from core.storage.work import Work
from core.usecases.journal import Visit, enter, enter_by_work, has_begun, has_marks
from core.usecases.late_opening import marks_stay_open
from core.usecases.settling import asks_everybody, settle_marks

CHECK_DAYS_LIMIT = 30
RESULT_DAYS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DeclareWork:
    """A work for a lesson; `weight` None takes the kind's own."""

    lesson: LessonId
    kind: WorkKind
    weight: int | None = None
    title: str = ""
    check_until: date | None = None


@dataclass(frozen=True, slots=True)
class ChangeWork:
    """Another weight, title or check time of a work; None leaves what is there. `check_days` count from the lesson."""

    work: WorkId
    weight: int | None = None
    title: str | None = None
    check_days: int | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """A work and the sheet it stands in now."""

    work: LessonWork
    sheet: MarkSheet


async def declare_work(work: Work, command: DeclareWork) -> Declared:
    """Declare a work; an untitled one of the same kind that is there already and lacks marks is given instead.

    Raises Forbidden, Refusal "weight-range", "text-long", "check-range", or that of a lesson not given.
    """
    visit = await enter(work, command.lesson, Action.WORK_DECLARE)
    has_marks(visit.facts)
    has_begun(visit.facts, work.sent_at)
    sheet = await work.run(journal.mark_sheet, visit.facts)
    title = clean_text(command.title, TITLE_LIMIT, one_line=True) if command.title else ""
    known = _blank(sheet, command.kind, title)
    if known is not None:
        return Declared(known, sheet)
    weight = _weight(command.kind.weight if command.weight is None else command.weight)
    until = _check_until(visit, command.check_until)
    made = await work.run(marks.add_work, command.lesson, command.kind, weight, title, until)
    await work.audit(visit.permit, _entry(made, None))
    sheet = replace(sheet, works=(*sheet.works, made))
    if asks_everybody(made):
        await settle_marks(work, sheet)
    return Declared(made, sheet)


def _blank(sheet: MarkSheet, kind: WorkKind, title: str) -> LessonWork | None:
    """Two taps on «new work» must not make two works."""
    used = {mark.work for mark in sheet.marks}
    same = (known for known in sheet.works if known.kind is kind and known.title == title and known.id not in used)
    return next(same, None)


async def change_work(work: Work, command: ChangeWork) -> Declared:
    """Change weight, title or the end of the check [000 §8].

    Raises as `declare_work` does, Refusal "period-settled" for a weight on which a period mark rests.
    """
    visit = await enter_by_work(work, command.work, Action.WORK_DECLARE)
    has_begun(visit.facts, work.sent_at)
    sheet = await work.run(journal.mark_sheet, visit.facts)
    before = sheet.work(command.work)
    if before is None:
        raise Forbidden(Action.WORK_DECLARE)
    after = _changed(visit, before, command)
    if after == before:
        return Declared(before, sheet)
    if after.weight != before.weight:
        for pupil in sheet.pupils:
            if sheet.standing(before.id, pupil.id):
                marks_stay_open(work, visit.facts, pupil)
    await work.run(marks.change_work, after)
    await work.audit(visit.permit, _entry(after, before))
    sheet = replace(sheet, works=tuple(after if known.id == after.id else known for known in sheet.works))
    if asks_everybody(after):
        await settle_marks(work, sheet)
    return Declared(after, sheet)


@dataclass(frozen=True, slots=True)
class ReceiveResults:
    """An external diagnostic work whose results have come."""

    work: WorkId


async def receive_results(work: Work, command: ReceiveResults) -> Declared:
    """Note that the results of an external work came: they are entered within a day [004 §2] (JRN-14).

    Noted twice the first instant stays. Raises Forbidden, Refusal "not-diagnostic" for other kinds of works.
    """
    visit = await enter_by_work(work, command.work, Action.DIAGNOSTIC_ENTER)
    has_begun(visit.facts, work.sent_at)
    sheet = await work.run(journal.mark_sheet, visit.facts)
    before = sheet.work(command.work)
    if before is None or before.kind is not WorkKind.DIAGNOSTIC:
        raise Refusal("not-diagnostic")
    if before.received_at is not None:
        return Declared(before, sheet)
    until = visit.facts.local_day(work.sent_at) + RESULT_DAYS
    after = replace(before, received_at=work.sent_at, check_until=max(until, before.check_until or until))
    await work.run(marks.change_work, after)
    await work.audit(visit.permit, _entry(after, before))
    sheet = replace(sheet, works=tuple(after if known.id == after.id else known for known in sheet.works))
    await settle_marks(work, sheet)
    return Declared(after, sheet)


def _changed(visit: Visit, before: LessonWork, command: ChangeWork) -> LessonWork:
    after = before
    if command.weight is not None:
        after = replace(after, weight=_weight(command.weight))
    if command.title is not None:
        after = replace(after, title=clean_text(command.title, TITLE_LIMIT, one_line=True))
    if command.check_days is not None:
        after = replace(after, check_until=_check_after(visit, command.check_days))
    return after


def _weight(weight: int) -> int:
    if not 1 <= weight <= WEIGHT_LIMIT:
        raise Refusal("weight-range", limit=WEIGHT_LIMIT)
    return weight


def _check_after(visit: Visit, days: int) -> date | None:
    """Give the last day of the check, None for 0 days: no long check."""
    return _check_until(visit, visit.facts.lesson.day + timedelta(days=days) if days else None)


def _check_until(visit: Visit, until: date | None) -> date | None:
    if until is not None and not 1 <= (until - visit.facts.lesson.day).days <= CHECK_DAYS_LIMIT:
        raise Refusal("check-range", limit=CHECK_DAYS_LIMIT)
    return until


def _entry(after: LessonWork, before: LessonWork | None) -> AuditEntry:
    return AuditEntry(
        AuditKind.WORK_DECLARED,
        after.id,
        before=canonical(before) if before else None,
        after=canonical(after),
        lesson=after.lesson,
    )


def canonical(known: LessonWork) -> str:
    """Give a work as the trail keeps it."""
    until = known.check_until.isoformat() if known.check_until else ""
    return f"{known.kind.value}:{known.weight}:{until}:{known.title}"
