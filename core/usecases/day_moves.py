"""Moving a school day: the lessons of one day are held on another, whose they become (ADM-2, DIA-8) [002 VII]."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.calendar import CalendarKind
from core.model.day_move import DayChoice, DayMove
from core.model.errors import Refusal
from core.model.events import Event, EventKind
from core.model.ids import SchoolId
from core.model.term import Happening
from core.rules import day_moves as rules
from core.rules.access import require
from core.rules.calendar import at_local
from core.rules.school_events import earliest, is_late
from core.storage.gateways import day_moves as gateway
from core.storage.gateways.day_moves import DayLesson, Entry
from core.storage.work import Work
from core.usecases.duties import SchoolYear, school_years


@dataclass(frozen=True, slots=True)
class ChooseDays:
    """Choose which day is moved, and where to."""

    school: SchoolId


@dataclass(frozen=True, slots=True)
class MoveDay:
    """The lessons of `source` on `target`. `names` are what the calendar calls the two days from then on."""

    school: SchoolId
    source: date
    target: date
    names: tuple[str, str] = ("", "")


async def choose_days(work: Work, command: ChooseDays) -> DayChoice:
    """Give between which days may be chosen. Raises Forbidden."""
    require(work.actor, Action.CALENDAR_EDIT, Subject(school=command.school))
    year = (await school_years(work, [command.school]))[command.school]
    return DayChoice(command.school, year.school.short_name, year.today(work.now), year.school.year_end)


async def preview_day_move(work: Work, command: MoveDay) -> DayMove:
    """Give what would change. Raises Forbidden, Refusal "day-move-past", "day-move-same", "day-move-empty" for a day
    without lessons, "day-move-taken" where lessons are held already, "day-move-held" for a day with records.
    """
    require(work.actor, Action.CALENDAR_EDIT, Subject(school=command.school))
    return (await _checked(work, command))[0]


async def move_day(work: Work, command: MoveDay) -> DayMove:
    """Move a day; families and staff are told once. The homework for it goes along.

    A day that was moved to `source` from `target` goes back: both are again as the timetable has them. Later than the
    regulation wants is recorded as late, not refused. Raises as `preview_day_move`.
    """
    permit = require(work.actor, Action.CALENDAR_EDIT, Subject(school=command.school))
    found, year, lessons = await _checked(work, command)
    bells = await work.run(gateway.bells_of, command.school)
    zone, days = year.school.zone, (command.source, command.target)

    def placed(lesson: DayLesson) -> tuple[int, datetime, datetime]:
        rings = rules.ringing(bells, lesson.bell_set, lesson.grade, days, lesson.number)
        starts, ends = rings or (
            lesson.starts_at.astimezone(zone).time(),
            lesson.ends_at.astimezone(zone).time(),
        )
        return lesson.id, at_local(command.target, starts, zone), at_local(command.target, ends, zone)

    await work.run(gateway.place, command.target, [placed(lesson) for lesson in lessons])
    await work.run(gateway.take_homework_along, command.school, *days)
    if found.back:
        await work.run(gateway.withdraw, command.school, command.target, command.source)
    else:
        free, moved = command.names
        entries = [
            Entry(free, CalendarKind.DAY_OFF, command.source, command.target),
            Entry(moved, CalendarKind.MOVED, command.target, command.source),
        ]
        await work.run(gateway.enter, command.school, entries, work.now)
    await _record(work, permit, found, lessons)
    return found


async def _checked(work: Work, command: MoveDay) -> tuple[DayMove, SchoolYear, tuple[DayLesson, ...]]:
    school, source, target = command.school, command.source, command.target
    year = (await school_years(work, [school]))[school]
    today = year.today(work.now)
    if source <= today or target <= today:
        raise Refusal("day-move-past")
    if source == target:
        raise Refusal("day-move-same")
    lessons = await work.run(gateway.lessons_of, school, source)
    if not lessons:
        raise Refusal("day-move-empty")
    if await work.run(gateway.count_on, school, target):
        raise Refusal("day-move-taken")
    if any(lesson.held for lesson in lessons):
        raise Refusal("day-move-held")
    back = await work.run(gateway.is_moved, school, target, source)
    term = earliest(Happening.MOVED_DAY, target, year.regulation.rows, year.calendar, year.school.zone)
    found = DayMove(
        school=school,
        school_name=year.school.short_name,
        zone=year.school.zone,
        today=today,
        source=source,
        target=target,
        lessons=len(lessons),
        klasses=len({lesson.klass for lesson in lessons}),
        back=back,
        term=None if back else term,
        late=not back and is_late(term, work.now),
    )
    return found, year, lessons


async def _record(work: Work, permit: Permit, found: DayMove, lessons: tuple[DayLesson, ...]) -> None:
    days = (found.target, found.source) if found.back else (found.source, found.target)
    number, me = rules.number_of(*days), permit.capacity.person
    before, after = found.source.isoformat(), found.target.isoformat()
    await work.audit(permit, AuditEntry(AuditKind.DAY_MOVED, number, before, after, extra={"lessons": found.lessons}))
    happened = Event(EventKind.DAY_MOVED, found.school, number, work.now, actor=me)
    people = {person for lesson in lessons for person in lesson.people} - {me}
    told = (replace(happened, kind=EventKind.DAY_MOVED_STAFF, person=person) for person in sorted(people))
    await work.tell(happened, *told)
