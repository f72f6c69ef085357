"""Changing a lesson: substitution, cancellation, move, room; those concerned are told at once (ADM-4) [000 §6]."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.model.access import Action
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.events import Event, EventKind
from core.model.ids import LessonId, PersonId
from core.model.journal import LessonFacts
from core.model.lesson import LessonState
from core.model.lesson_change import ROOM_LIMIT, BusyLesson, ChangeKind, ChangeReason, Clash, Conflict, Outcome
from core.rules import lesson_changes as rules
from core.rules.texts import clean_text
from core.storage.gateways import lesson_changes as gateway
from core.storage.gateways.lesson_changes import NewChange
from core.storage.queries import lesson_changes as query
from core.storage.work import Work
from core.usecases.duties import school_years
from core.usecases.homework_follow import follow
from core.usecases.journal import Visit, enter, takes_place
from core.usecases.lesson_changes import known_teacher
from core.usecases.plan_shift import plan_of, shift_plan

_SHIFTING = frozenset({ChangeKind.CANCELLED, ChangeKind.RETURNED, ChangeKind.MOVED})


@dataclass(frozen=True, slots=True)
class Substitute:
    """Who gives a lesson instead; None: its own teacher again. `sure`: also where they are busy."""

    lesson: LessonId
    teacher: PersonId | None
    sure: bool = False
    reason: ChangeReason | None = None


@dataclass(frozen=True, slots=True)
class CancelLesson:
    """A lesson that does not take place."""

    lesson: LessonId


@dataclass(frozen=True, slots=True)
class ReturnLesson:
    """A cancelled lesson that takes place after all."""

    lesson: LessonId
    sure: bool = False


@dataclass(frozen=True, slots=True)
class MoveLesson:
    """A lesson that is given on another day or as another one of the day."""

    lesson: LessonId
    day: date
    number: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class ChangeRoom:
    """Where a lesson is given: a room of the school by its id, or as it was typed."""

    lesson: LessonId
    room: int | None = None
    typed: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class _Change:
    """A lesson as it is to be, by what kind of change; `minds` are the clashes that matter for it."""

    kind: ChangeKind
    after: LessonFacts
    minds: frozenset[Clash]
    sure: bool
    reason: str = ""


async def substitute(work: Work, command: Substitute) -> Outcome:
    """Give a lesson to a substitute, or back to its teacher; of a past lesson, too: it shows who gave it [003 §4.11].

    Raises Forbidden for somebody who does not teach here, Refusal "lesson-cancelled".
    """
    visit = await enter(work, command.lesson, Action.LESSON_CHANGE)
    takes_place(visit.facts)
    lesson = visit.facts.lesson
    giver = None if command.teacher == lesson.teacher else command.teacher
    name = None
    if giver is not None:
        name = known_teacher(await work.run(query.teachers, lesson.school, lesson.day), giver).name
    after = replace(visit.facts, lesson=replace(lesson, substitute=giver), substitute=name)
    minds = frozenset({Clash.TEACHER})
    reason = command.reason.value if command.reason else ""
    return await _apply(work, visit, _Change(ChangeKind.SUBSTITUTED, after, minds, command.sure, reason))


async def cancel_lesson(work: Work, command: CancelLesson) -> Outcome:
    """Cancel a lesson; nobody owes its record then. Raises Forbidden, Refusal "lesson-held" where a record exists."""
    visit = await enter(work, command.lesson, Action.LESSON_CHANGE)
    await _holds_nothing(work, visit.facts)
    after = replace(visit.facts, lesson=replace(visit.facts.lesson, state=LessonState.CANCELLED))
    return await _apply(work, visit, _Change(ChangeKind.CANCELLED, after, frozenset(), sure=True))


async def return_lesson(work: Work, command: ReturnLesson) -> Outcome:
    """Let a cancelled lesson take place. Raises Forbidden."""
    visit = await enter(work, command.lesson, Action.LESSON_CHANGE)
    after = replace(visit.facts, lesson=replace(visit.facts.lesson, state=LessonState.PLANNED))
    return await _apply(work, visit, _Change(ChangeKind.RETURNED, after, frozenset(Clash), command.sure))


async def move_lesson(work: Work, command: MoveLesson) -> Outcome:
    """Move a lesson to another place.

    Raises Forbidden, Refusal "lesson-cancelled", "lesson-held", "lesson-day-off" where no lessons are held that day,
    "lesson-no-bell" for a number that does not ring, "lesson-place-taken" where the group has a lesson already.
    """
    visit = await enter(work, command.lesson, Action.LESSON_CHANGE)
    takes_place(visit.facts)
    lesson = visit.facts.lesson
    if (command.day, command.number) == (lesson.day, lesson.number):
        return Outcome(visit.facts, lesson.keeper)
    await _holds_nothing(work, visit.facts)
    after = await _placed(work, visit.facts, command)
    return await _apply(work, visit, _Change(ChangeKind.MOVED, after, frozenset(Clash), command.sure))


async def _placed(work: Work, facts: LessonFacts, command: MoveLesson) -> LessonFacts:
    lesson, day = facts.lesson, command.day
    calendar = (await school_years(work, [lesson.school]))[lesson.school].calendar
    if not calendar.is_school_day(day, lesson.grade):
        raise Refusal("lesson-day-off")
    named, bells = await work.run(query.bells, lesson.klass)
    ringing = rules.numbers_of_day(bells, named, lesson.grade, day.weekday())
    bell = next((bell for bell in ringing if bell.number == command.number), None)
    if bell is None:
        raise Refusal("lesson-no-bell")
    after = rules.moved_to(facts, day, bell)
    if rules.is_taken(after.lesson, await work.run(query.day_of_school, lesson.school, day)):
        raise Refusal("lesson-place-taken")
    return after


async def change_room(work: Work, command: ChangeRoom) -> Outcome:
    """Give a lesson another room. Raises Forbidden for a room of another school, Refusal "text-…"."""
    visit = await enter(work, command.lesson, Action.LESSON_CHANGE)
    takes_place(visit.facts)
    lesson = visit.facts.lesson
    if command.room is None:
        room = clean_text(command.typed, ROOM_LIMIT, one_line=True)
    else:
        room = dict(await work.run(query.rooms, lesson.school)).get(command.room, "")
        if not room:
            raise Forbidden(Action.LESSON_CHANGE)
    after = replace(visit.facts, lesson=replace(lesson, room=room))
    return await _apply(work, visit, _Change(ChangeKind.ROOM, after, frozenset({Clash.ROOM}), command.sure))


async def _holds_nothing(work: Work, facts: LessonFacts) -> None:
    """What was recorded stays where it is: such a lesson was given, then and there."""
    held = await work.run(query.held, facts.lesson.id)
    if held:
        raise Refusal("lesson-held", part=held[0].value)


async def _apply(work: Work, visit: Visit, change: _Change) -> Outcome:
    """Write a change unless something stands in its way. Students are never in two lessons at a time."""
    before, after = visit.facts.lesson, change.after.lesson
    if rules.placement(before) == rules.placement(after):
        return Outcome(change.after, before.keeper)
    standing = await _conflicts(work, change) if change.minds else ()
    outcome = Outcome(change.after, before.keeper, standing)
    if standing and not (change.sure and outcome.may_insist):
        return outcome
    packed = rules.pack(rules.placement(before)), rules.pack(rules.placement(after))
    plan = await plan_of(work, before) if change.kind in _SHIFTING else None
    await work.run(gateway.write, after, NewChange(change.kind, *packed, change.reason, work.now, visit.me))
    extra: dict[str, str | int | None] = {"change": change.kind.value}
    entry = AuditEntry(
        AuditKind.LESSON_CHANGED, before.id, *packed, reason=change.reason or None, lesson=before.id, extra=extra
    )
    await work.audit(visit.permit, entry)
    if plan is not None and before.starts_at > work.now:
        await shift_plan(work, visit.permit, plan, after)
    homework_on = await follow(work, visit.permit, visit.facts, after) if change.kind in _SHIFTING else None
    await work.tell(*await _events(work, visit, change.after))
    return Outcome(change.after, before.keeper, homework_on=homework_on)


async def _conflicts(work: Work, change: _Change) -> tuple[Conflict, ...]:
    lesson = change.after.lesson
    day: Iterable[BusyLesson] = await work.run(query.day_of_school, lesson.school, lesson.day)
    found = rules.conflicts(rules.busy(change.after), day)
    return tuple(conflict for conflict in found if conflict.clash in change.minds)


async def _events(work: Work, visit: Visit, after: LessonFacts) -> tuple[Event, ...]:
    """Give what is told to the group's families and to each of the staff concerned; nothing of the past."""
    before = visit.facts.lesson
    if rules.is_over(before, work.now) and rules.is_over(after.lesson, work.now):
        return ()
    people = {
        before.teacher,
        before.substitute,
        after.lesson.substitute,
        await work.run(query.class_teacher, before.klass),
    }
    families = visit.event(work, EventKind.LESSON_CHANGE, before.id)
    staff = visit.event(work, EventKind.LESSON_CHANGE_STAFF, before.id)
    return families, *(replace(staff, person=person) for person in sorted(filter(None, people)))
