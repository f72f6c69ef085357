"""What may be changed about a lesson, what stands in its way, who could give it (ADM-4) [000 §6; 003 А-28, §4.11]."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from core.model.calendar import Bell
from core.model.ids import PersonId
from core.model.journal import LessonFacts
from core.model.lesson import Lesson, LessonState
from core.model.lesson_change import (
    Assigned,
    BusyLesson,
    Candidate,
    ChangeKind,
    Clash,
    Conflict,
    Placement,
    Teacher,
)
from core.rules.calendar import at_local
from core.rules.letters import without_yo
from core.rules.timetable import BellSetUnclear, bell_for, bell_set_of


def placement(lesson: Lesson) -> Placement:
    """Give everything changeable about a lesson as it stands."""
    return Placement(lesson.state, lesson.day, lesson.number, lesson.room, lesson.substitute)


def pack(placed: Placement) -> str:
    """Give a placement as a short canonical text, for the history, the audit trail and what was told."""
    day = placed.day.isoformat()
    values = [placed.state.value, day, placed.number, placed.room, placed.substitute]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Placement:
    """Give back what `pack` packed. Raises ValueError for anything else."""
    state, day, number, room, substitute = json.loads(text)
    giver = PersonId(substitute) if substitute else None
    return Placement(LessonState(state), date.fromisoformat(day), number, room, giver)


def differences(before: Placement, after: Placement) -> tuple[ChangeKind, ...]:
    """Give what differs, the weightiest first; of a cancelled lesson nothing else matters."""
    if before == after:
        return ()
    if after.state is LessonState.CANCELLED:
        return (ChangeKind.CANCELLED,) if before.state is not after.state else ()
    found = []
    if before.state is LessonState.CANCELLED:
        found.append(ChangeKind.RETURNED)
    if (before.day, before.number) != (after.day, after.number):
        found.append(ChangeKind.MOVED)
    if before.substitute != after.substitute:
        found.append(ChangeKind.SUBSTITUTED)
    if before.room != after.room:
        found.append(ChangeKind.ROOM)
    return tuple(found)


def conflicts(moved: BusyLesson, others: Iterable[BusyLesson]) -> tuple[Conflict, ...]:
    """Give the lessons that would be at the same time with the same students, teacher or room.

    Subgroups of a class are taught at the same time unless they are the same one; a cancelled lesson takes no place.
    """
    found: list[Conflict] = []
    for other in others:
        if other.id == moved.id or other.state is LessonState.CANCELLED or not _meet(moved, other):
            continue
        if moved.klass == other.klass and _share_students(moved, other):
            found.append(Conflict(Clash.STUDENTS, other))
        if moved.keeper == other.keeper:
            found.append(Conflict(Clash.TEACHER, other))
        if moved.room and moved.room == other.room:
            found.append(Conflict(Clash.ROOM, other))
    return tuple(found)


def _meet(one: BusyLesson, other: BusyLesson) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def _share_students(one: BusyLesson, other: BusyLesson) -> bool:
    return one.group == other.group or not (one.subgroup and other.subgroup)


def candidates(lesson: BusyLesson, teachers: Iterable[Teacher], day: Sequence[BusyLesson]) -> tuple[Candidate, ...]:
    """Give who could give a lesson: the free ones first, of these whoever teaches the subject or the class, by name.

    The lesson's own teacher is not among them.
    """
    found = (_candidate(lesson, teacher, day) for teacher in teachers if teacher.id != lesson.teacher)
    return tuple(sorted(found, key=_rank))


def _candidate(lesson: BusyLesson, teacher: Teacher, day: Sequence[BusyLesson]) -> Candidate:
    given = (other for other in day if other.keeper == teacher.id and other.state is not LessonState.CANCELLED)
    return Candidate(
        teacher,
        busy=next((other for other in given if other.id != lesson.id and _meet(other, lesson)), None),
        away=_is_away(teacher, day),
        same_subject=lesson.subject_id in teacher.subjects,
        knows_klass=lesson.klass in teacher.klasses,
    )


def _is_away(teacher: Teacher, day: Sequence[BusyLesson]) -> bool:
    """Somebody whose lessons are all given by others is not at school."""
    own = [other for other in day if other.teacher == teacher.id and other.state is not LessonState.CANCELLED]
    return bool(own) and all(other.keeper != teacher.id for other in own)


def _rank(candidate: Candidate) -> tuple[int, int, str, str]:
    name = candidate.teacher.name
    fits = 0 if candidate.same_subject else 1 if candidate.knows_klass else 2
    ready = 0 if candidate.free else 1
    return ready, fits if candidate.free else 0, without_yo(name.family.casefold()), name.given.casefold()


def numbers_of_day(bells: Sequence[Bell], bell_set: str, grade: int, weekday: int) -> tuple[Bell, ...]:
    """Give the bells of a class on a weekday by number; none where it is unclear which set rings."""
    try:
        named = bell_set_of(bells, bell_set, grade)
    except BellSetUnclear:
        return ()
    numbers = sorted({bell.number for bell in bells if bell.bell_set == named})
    found = (bell_for(bells, named, grade, weekday, number) for number in numbers)
    return tuple(bell for bell in found if bell is not None)


def moved_to(facts: LessonFacts, day: date, bell: Bell) -> LessonFacts:
    """Give a lesson as it is on another day at another bell; it remembers its own place until it is there again."""
    lesson, zone = facts.lesson, facts.rules.zone
    first = lesson.planned or (lesson.day, lesson.number)
    placed = replace(
        lesson,
        day=day,
        number=bell.number,
        starts_at=at_local(day, bell.starts, zone),
        ends_at=at_local(day, bell.ends, zone),
        planned=None if first == (day, bell.number) else first,
    )
    return replace(facts, lesson=placed)


def busy(facts: LessonFacts) -> BusyLesson:
    """Give a lesson as it can stand in the way of others."""
    lesson = facts.lesson
    return BusyLesson(
        id=lesson.id,
        klass=lesson.klass,
        klass_name=facts.klass,
        grade=lesson.grade,
        group=lesson.group,
        subgroup=facts.subgroup,
        subject_id=lesson.subject,
        subject=facts.subject,
        number=lesson.number,
        starts_at=lesson.starts_at,
        ends_at=lesson.ends_at,
        teacher=lesson.teacher,
        keeper=lesson.keeper,
        keeper_name=facts.substitute or facts.teacher,
        room=lesson.room,
        state=lesson.state,
    )


def is_taken(moved: Lesson, day: Iterable[BusyLesson]) -> bool:
    """Tell whether the group has a lesson of that number on the day, if only a cancelled one: it would be lost."""
    return any(other.group == moved.group and other.number == moved.number for other in day)


def takes_room(facts: LessonFacts, room: str, day: Iterable[BusyLesson]) -> BusyLesson | None:
    """Give the lesson that takes a room at a lesson's time."""
    there = busy(replace(facts, lesson=replace(facts.lesson, room=room)))
    found = (conflict.other for conflict in conflicts(there, day) if conflict.clash is Clash.ROOM)
    return next(found, None)


def is_over(lesson: Lesson, now: datetime) -> bool:
    """Tell whether nobody needs to be told any more: the lesson has ended."""
    return lesson.ends_at <= now


def collected_on(before: Lesson, after: Lesson, given_on: date, others: Collection[date], today: date) -> date | None:
    """Give the day to which homework for a changed lesson goes, None where it stays (JRN-6) [000 §10].

    It follows the lesson, or waits for the group's next one where that comes first; it never comes upon anybody
    overnight, and stays where another lesson of the group collects it. `others` are the days of these.
    """
    if before.day in others or before.day < today:
        return None
    moved = after.day if after.state is LessonState.PLANNED else None
    if moved is not None and moved < before.day and moved > max(today, given_on):
        return moved
    return min((day for day in (*others, moved) if day is not None and day > before.day), default=None)


def told_due(
    before: Placement, after: Placement, due: Iterable[Assigned], days: Collection[date], student: PersonId | None
) -> date | None:
    """Give the day for which homework is that was for a lesson which left its day, or came back; None: nothing to say.

    `days` are those of the group's lessons as they are now.
    """
    given = after.state is LessonState.PLANNED
    if before.day == after.day and given and before.state is after.state:
        return None
    mine = {each.due_on for each in due if each.given_on < before.day and each.student in (None, student)}
    if given and after.day in mine:
        return after.day
    following = min((day for day in days if day > before.day), default=None)
    return following if before.day not in mine and following in mine else None
