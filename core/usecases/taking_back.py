"""What was recorded of a lesson by a slip: «nothing to record», and a work nobody has a mark for (JRN-17, JRN-9)."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.model.access import Action
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal, Stale
from core.model.ids import LessonId, WorkId
from core.model.journal import LessonFacts, LessonPart, MarkSheet
from core.regulation.overlay import effective
from core.rules.calendar import day_end
from core.rules.windows import mark_window
from core.storage.gateways import lessons, marks
from core.storage.queries import journal, lesson_plan
from core.storage.work import Work
from core.usecases.journal import Visit, enter, enter_by_work
from core.usecases.settling import asks_everybody, is_filled, settle_marks
from core.usecases.works import canonical

NOTHING = {LessonPart.HOMEWORK: "no-homework", LessonPart.MARKS: "no-marks"}


@dataclass(frozen=True, slots=True)
class TakeBackNothing:
    """The part of a lesson's record (homework or marks) of which it was said that there is none."""

    lesson: LessonId
    part: LessonPart


async def take_back_nothing(work: Work, command: TakeBackNothing) -> LessonFacts:
    """Let a part be owed again that was recorded as empty.

    Raises Forbidden, Stale where it is not recorded as empty, Refusal "record-window-closed" and as `enter` does.
    """
    visit = await enter(work, command.lesson, Action.NOTHING_RECORD)
    facts = visit.facts
    if command.part not in NOTHING or command.part in facts.missing or await _holds(work, facts, command.part):
        raise Stale
    _stays_open(facts, work.sent_at)
    await work.run(lessons.reopen, facts.lesson.id, command.part)
    await work.audit(visit.permit, _entry(visit, NOTHING[command.part]))
    return facts


async def _holds(work: Work, facts: LessonFacts, part: LessonPart) -> bool:
    if part is LessonPart.HOMEWORK:
        return bool(await work.run(lesson_plan.homework, facts.lesson.id))
    return is_filled(await work.run(journal.mark_sheet, facts))


def _entry(visit: Visit, before: str) -> AuditEntry:
    lesson = visit.facts.lesson.id
    return AuditEntry(AuditKind.LESSON_RECORD, lesson, before=before, lesson=lesson)


def _stays_open(facts: LessonFacts, at: datetime) -> None:
    """Nothing is said of a student here: the lesson's own day is always open, even where marks are never corrected.

    Raises Refusal "record-window-closed" (`day` of the lesson, `until` = the last day, `clause`).
    """
    rules, day = facts.rules, facts.lesson.day
    window = mark_window(rules.edit_window, day, rules.year_end, rules.zone)
    last_day = max(day, window.last_day or day)
    if at >= day_end(last_day, rules.zone):
        clause = effective(rules.preset, rules.overrides).window_clause(window.kind)
        raise Refusal("record-window-closed", day=day, until=last_day, clause=clause)


@dataclass(frozen=True, slots=True)
class WithdrawWork:
    """A work that was declared by a slip."""

    work: WorkId


async def withdraw_work(work: Work, command: WithdrawWork) -> MarkSheet:
    """Take a work out of a lesson; give what is left there.

    Raises Forbidden, Refusal "work-has-marks" where a mark ever stood: its history stays; "record-window-closed".
    """
    visit = await enter_by_work(work, command.work, Action.WORK_DECLARE)
    sheet = await work.run(journal.mark_sheet, visit.facts)
    known = sheet.work(command.work)
    if known is None:
        raise Forbidden(Action.WORK_DECLARE)
    if any(mark.work == known.id for mark in sheet.marks):
        raise Refusal("work-has-marks")
    _stays_open(visit.facts, work.sent_at)
    await work.run(marks.remove_work, known.id)
    lesson = visit.facts.lesson.id
    await work.audit(
        visit.permit, AuditEntry(AuditKind.WORK_DECLARED, known.id, before=canonical(known), lesson=lesson)
    )
    sheet = replace(sheet, works=tuple(each for each in sheet.works if each.id != known.id))
    if asks_everybody(known):
        await settle_marks(work, sheet)
    return sheet
