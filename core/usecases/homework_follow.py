"""Homework for a lesson that leaves its day goes with it, or to the next one (JRN-6, ADM-4) [000 §6, §10]."""

from collections.abc import Collection, Iterable
from datetime import date

from core.model.access import Permit
from core.model.audit import AuditEntry, AuditKind
from core.model.ids import HomeworkId
from core.model.journal import LessonFacts
from core.model.lesson import Lesson, LessonState
from core.rules.lesson_changes import collected_on
from core.storage.gateways import homework
from core.storage.gateways.homework import Task
from core.storage.queries import homework_due as query
from core.storage.queries.homework_due import FOLLOWS, DueHomework
from core.storage.work import Work
from core.usecases.homework import canonical, task_of

_Shifts = dict[HomeworkId, tuple[DueHomework, date]]


async def follow(work: Work, permit: Permit, facts: LessonFacts, after: Lesson) -> date | None:
    """Let homework follow a lesson that was cancelled, moved or came back; give its new day, None where it stayed.

    `facts` are the lesson as it was. What is over stays as it is.
    """
    before, today = facts.lesson, facts.local_day(work.now)
    first = min(before.day, after.day)
    found = await work.run(query.due_from, before, first) if first >= today else ()
    if not found:
        return None
    shifts = await _put_off(work, before, after, found, today) | await _put_back(work, after, found)
    for each, day in shifts.values():
        await _move(work, permit, before, each, day)
    return min((day for _, day in shifts.values()), default=None)


async def _put_off(work: Work, before: Lesson, after: Lesson, found: Iterable[DueHomework], today: date) -> _Shifts:
    if before.state is LessonState.CANCELLED or (before.day == after.day and after.state is before.state):
        return {}
    others = await work.run(query.other_days, before, before.day)
    waiting = [each for each in found if each.due_on == before.day and each.given_on < before.day]
    days = ((each, collected_on(before, after, each.given_on, others, today)) for each in waiting)
    return {each.id: (each, day) for each, day in days if day is not None}


async def _put_back(work: Work, after: Lesson, found: Collection[DueHomework]) -> _Shifts:
    """What a cancellation or a move put off comes back with the lesson, as long as nobody changed it since."""
    if after.state is LessonState.CANCELLED:
        return {}
    was = await work.run(query.put_off, after, found)
    return {
        each.id: (each, after.day)
        for each in found
        if each.id in was and each.due_on != after.day and task_of(was[each.id]).due_on == after.day
    }


async def _move(work: Work, permit: Permit, lesson: Lesson, each: DueHomework, day: date) -> None:
    before = Task(each.text, each.due_on, each.kind, each.student)
    after = Task(each.text, day, each.kind, each.student)
    await work.run(homework.change, each.id, after)
    entry = AuditEntry(
        AuditKind.HOMEWORK_CHANGED,
        each.id,
        before=canonical(before),
        after=canonical(after),
        lesson=each.lesson,
        student=each.student,
        extra={FOLLOWS: lesson.id},
    )
    await work.audit(permit, entry)
