"""From duties to nudges (NTF-5, NTF-6, NTF-7): each stage once for each reader, or never when its time is over.

Nothing is retroactive: only stages after the moment since which the school is known here, of lessons from that day on,
are reminded of, and to each reader only stages after the own entry.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from core.model.duty import Duty, NudgeStage, NudgeTime
from core.model.ids import PersonId, SchoolId
from core.model.regulation import Matter
from core.rules.calendar import at_local
from core.rules.duties import LATEST_EVENING, MORNING, nudge_stages
from core.rules.duty_reminding import is_overdue, is_reminded
from core.storage.gateways import glances, outbox
from core.storage.gateways.outbox import NewLetter
from core.storage.queries import audience, duty_places
from core.storage.queries import duties as query
from core.storage.queries.audience import Reader
from core.storage.queries.duties import OpenLessons
from core.storage.work import Work, Works
from core.usecases.duties import LessonDuties, SchoolYear, owed, school_years, unpardoned
from notifications.acquaintance import get_to_know, known_since
from notifications.letter import LetterKind

_ON_LESSON_DAY = frozenset({NudgeStage.LESSON_END, NudgeStage.BEFORE_DUE})


@dataclass(frozen=True, slots=True)
class _Nudge:
    """A letter that is to be written for a person: now is within [`at`, `until`)."""

    key: str
    kind: LetterKind
    person: PersonId
    at: datetime
    until: datetime
    payload: dict[str, Any]
    lesson: int | None = None
    silent: bool = False


async def remind(works: Works) -> int:
    """Write the nudges whose time has come; gives how many letters are new."""
    fresh: list[NewLetter] = []
    unseen: list[SchoolId] = []
    async with works.reading() as work:
        years = await school_years(work)
        for year in years.values():
            since = await known_since(work, year.school.id)
            if since is None:
                unseen.append(year.school.id)
            fresh += await _of_school(work, year, since or work.now)
        known = await work.run(outbox.known_keys, [letter.key for letter in fresh]) if fresh else frozenset()
    fresh = [letter for letter in fresh if letter.key not in known]
    return await _write(works, fresh, unseen) if fresh or unseen else 0


async def _write(works: Works, fresh: Sequence[NewLetter], unseen: Iterable[SchoolId]) -> int:
    async with works.changing() as work:
        await get_to_know(work, unseen)
        return await work.run(outbox.write, fresh) if fresh else 0


async def _of_school(work: Work, year: SchoolYear, since: datetime) -> list[NewLetter]:
    nudges = [*await _of_today(work, year), *await _of_morning(work, year, since)]
    due = {nudge.key: nudge for nudge in nudges if since <= nudge.at <= work.now < nudge.until}
    nudges = list(due.values())
    if not nudges:
        return []
    people = {nudge.person for nudge in nudges}
    readers = await work.run(audience.holders, people, year.today(work.now))
    return [letter for nudge in _one_sound(nudges) for letter in _letters(nudge, year, readers.get(nudge.person, ()))]


def _one_sound(nudges: Sequence[_Nudge]) -> Iterable[_Nudge]:
    """Several forms of one hour come as several messages, one tap each; the phone rings for the first."""
    rung: set[tuple[PersonId, datetime]] = set()
    for nudge in nudges:
        place = (nudge.person, nudge.at)
        yield replace(nudge, silent=True) if place in rung else nudge
        rung.add(place)


def _letters(nudge: _Nudge, year: SchoolYear, readers: Iterable[Reader]) -> Iterable[NewLetter]:
    for reader in readers:
        if reader.since > nudge.at:
            continue
        yield NewLetter(
            key=f"{nudge.key}:{reader.account}",
            kind=nudge.kind.value,
            account=reader.account,
            school=year.school.id,
            person=nudge.person,
            created_at=nudge.at,
            due_at=nudge.at,
            expires_at=nudge.until,
            silent=nudge.silent,
            payload=nudge.payload,
            items=(("lesson", nudge.lesson),) if nudge.lesson else (),
        )


async def _of_today(work: Work, year: SchoolYear) -> list[_Nudge]:
    """Forms at a lesson's end and an hour before homework is due: both belong to the lesson's own day."""
    today = year.today(work.now)
    asked = OpenLessons(year.school.id, today, work.now)
    pardons = await work.run(duty_places.current_pardons, year.school.id, work.now)
    lessons = unpardoned(owed(year, await work.run(query.open_lessons, asked), work.now), pardons, work.now)
    return [nudge for lesson in lessons for duty in lesson.duties for nudge in _stages(year, lesson, duty)]


def _stages(year: SchoolYear, lesson: LessonDuties, duty: Duty) -> Iterable[_Nudge]:
    stages = [each for each in nudge_stages(duty, year.school.zone, year.calendar) if each.stage in _ON_LESSON_DAY]
    # A duty may have no stage on the lesson's own day.
    ends = [*(each.at for each in stages[1:]), duty.due_at][: len(stages)]
    for stage, until in zip(stages, ends, strict=True):
        yield _form(lesson, duty, stage, until) if _has_form(duty) else _evening_list(year, lesson, duty, stage)


def _has_form(duty: Duty) -> bool:
    return duty.rule.about is Matter.HOMEWORK


def _form(lesson: LessonDuties, duty: Duty, stage: NudgeTime, until: datetime) -> _Nudge:
    at_end = stage.stage is NudgeStage.LESSON_END
    key = lesson.facts.lesson.id
    return _Nudge(
        key=f"nudge:{duty.rule.id}:{key}:{stage.stage.value}:{duty.holders[0]}",
        kind=LetterKind.LESSON_FORM if at_end else LetterKind.HOMEWORK_FORM,
        person=duty.holders[0],
        at=stage.at,
        until=until,
        payload={"stage": stage.stage.value},
        lesson=key,
        silent=at_end,
    )


def _evening_list(year: SchoolYear, lesson: LessonDuties, duty: Duty, stage: NudgeTime) -> _Nudge:
    """Before days off: all that falls due within them, in one message in the afternoon before."""
    return _list(year, duty.holders[0], lesson.facts.lesson.day, stage.at, duty.due_at, NudgeStage.BEFORE_DUE)


async def _of_morning(work: Work, year: SchoolYear, since: datetime) -> list[_Nudge]:
    """One list a morning: what falls due today and all that is overdue; the deputy hears of what others let lie.

    In holidays nobody hears of anything but what falls due on that day (NTF-6, REG-6).
    """
    today = year.today(work.now)
    zone = year.school.zone
    begins, ends = at_local(today, MORNING, zone), at_local(today, LATEST_EVENING, zone)
    if not begins <= work.now < ends or not year.calendar.is_working_day(today) or today > year.calendar.year_end:
        return []
    first = max(year.today(since), year.school.kept_from)
    people: set[PersonId] = set()
    teaching = year.calendar.is_reminding_day(today)
    if teaching:
        people |= set(await work.run(query.owing, OpenLessons(year.school.id, first, begins)))
    people |= await _owing_others(work, year, since)
    lists = [_list(year, person, first, begins, ends, NudgeStage.LAST_DAY) for person in sorted(people)]
    return [*lists, *(await _of_deputies(work, year, begins, ends) if teaching else ())]


async def _owing_others(work: Work, year: SchoolYear, since: datetime) -> set[PersonId]:
    """Who owes something besides lessons' records that is reminded of this morning, by what was reckoned last."""
    today, calendar = year.today(work.now), year.calendar
    teaching = calendar.is_reminding_day(today)
    return {
        person
        for person, lines in (await work.run(glances.of_school, year.school.id)).items()
        for line in lines
        if line.due_at >= since
        and (is_reminded(line, today, work.now, calendar) or (teaching and is_overdue(line, work.now)))
    }


async def _of_deputies(work: Work, year: SchoolYear, at: datetime, until: datetime) -> list[_Nudge]:
    """A letter a day for each deputy; it is dropped where nothing has newly been overdue for too long."""
    if not year.school.escalation_days:
        return []
    return [
        _Nudge(
            key=f"nudge:escalation:{at.isoformat()}:{person}",
            kind=LetterKind.OVERDUE_OF_OTHERS,
            person=person,
            at=at,
            until=until,
            payload={},
        )
        for person in await work.run(duty_places.deputies, year.school.id)
    ]


def _list(year: SchoolYear, person: PersonId, since: date, at: datetime, until: datetime, stage: NudgeStage) -> _Nudge:
    return _Nudge(
        key=f"nudge:list:{at.isoformat()}:{stage.value}:{person}",
        kind=LetterKind.DUTY_LIST,
        person=person,
        at=at,
        until=until,
        payload={"stage": stage.value, "since": since.isoformat()},
    )
