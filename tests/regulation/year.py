"""A school year that people live through by use cases, while a moved clock goes from deed to deed (REG-2)."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from core.intake.reading import read_here
from core.model.errors import Refusal
from core.model.final_mark import FinalKind, TermKey
from core.model.ids import GroupId, LessonId, PeriodId, PersonId, SchoolId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.storage.rows import (
    CalendarRow,
    EnrolmentRow,
    GroupRow,
    KlassRow,
    LessonRow,
    PeriodRow,
    PersonRow,
    SubjectRow,
)
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.final_marks import SetFinal, set_final
from core.usecases.homework import NoHomework, no_homework
from core.usecases.importing import apply_import
from core.usecases.lesson_changing import CancelLesson, Substitute, cancel_lesson, substitute
from core.usecases.marks import NoMarks, SetMark, no_marks, set_mark
from core.usecases.topics import SetTopic, set_topic
from core.usecases.works import DeclareWork, declare_work
from tests.intake.workbooks import write_book
from tests.regulation.year_school import TEACHERS, year_book
from tests.world import World

FOUNDED = date(2026, 8, 20)
SUBSTITUTED, CANCELLED = date(2026, 10, 14), date(2026, 11, 16)
_FORGOTTEN = {10, 2}
# Who sets a group's period marks: how many days after the period's last day, at what hour; None: never.
_CLOSING = {
    ("Алг", "1 четверть"): (-2, 15),
    ("Алг", "2 четверть"): (-2, 15),
    ("Алг", "3 четверть"): (-2, 15),
    ("Алг", "4 четверть"): (0, 15),
    **{("Рус", f"{number} четверть"): (3, 12) for number in range(1, 5)},
    ("Ист", "2 полугодие"): (7, 12),
}

Deed = tuple[datetime, Callable[[], Awaitable[None]]]


@dataclass(frozen=True, slots=True)
class Given:
    """A lesson of the year by the short name of its subject; instants are the school's local ones."""

    id: LessonId
    subject: str
    day: date
    ends: datetime

    @property
    def substituted(self) -> bool:
        return self.subject == "Рус" and self.day == SUBSTITUTED


@dataclass(slots=True)
class Year:
    """The school with its names, and what was refused: the codes by subject."""

    world: World
    zone: ZoneInfo
    school: SchoolId
    accounts: dict[str, int] = field(default_factory=dict)
    people: dict[str, PersonId] = field(default_factory=dict)
    lessons: list[Given] = field(default_factory=list)
    groups: dict[str, GroupId] = field(default_factory=dict)
    klasses: dict[str, int] = field(default_factory=dict)
    periods: dict[str, tuple[PeriodId, date]] = field(default_factory=dict)
    calendar: dict[str, int] = field(default_factory=dict)
    pupils: dict[str, list[PersonId]] = field(default_factory=dict)
    refused: set[tuple[str, str]] = field(default_factory=set)

    def deeds(self) -> list[Deed]:
        """Give everything that is done in the year, in order."""
        return sorted(self._deeds(), key=lambda deed: deed[0])

    def _deeds(self) -> Iterator[Deed]:
        for lesson in self.lessons:
            if lesson.substituted:
                yield self._at(lesson.day, 8), partial(self._substitute, lesson)
            if lesson.subject == "Алг" and lesson.day == CANCELLED:
                yield self._at(lesson.day - timedelta(days=1), 20), partial(self._cancel, lesson)
            else:
                yield self._when(lesson), partial(self._record, lesson)
        for (subject, period), (days, hour) in _CLOSING.items():
            key, last = self.periods[period]
            yield self._at(last + timedelta(days=days), hour), partial(self._close, subject, key)

    def _when(self, lesson: Given) -> datetime:
        if lesson.subject == "Чт":
            return self._at(lesson.day + timedelta(days=6), 20)
        if lesson.subject == "Рус" and not lesson.substituted:
            return self._at(lesson.day + timedelta(days=1), 12)
        return lesson.ends

    def _at(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour), self.zone)

    async def _do(self, subject: str, usecase: Any, command: Any, who: str = "") -> Any:
        try:
            return await self.world.do(usecase, command, self.accounts[who or TEACHERS[subject]])
        except Refusal as refusal:
            self.refused.add((subject, refusal.code))
            return None

    async def _record(self, lesson: Given) -> None:
        who = TEACHERS["Алг" if lesson.substituted else lesson.subject]
        do = partial(self._do, lesson.subject, who=who)
        await do(take_attendance, TakeAttendance(lesson.id))
        await do(set_topic, SetTopic(lesson.id, "Тема урока"))
        if lesson.subject == "Чт":
            return
        await do(no_homework, NoHomework(lesson.id))
        if lesson.subject == "Ист" and lesson.day.month in _FORGOTTEN:
            return
        if lesson.subject == "Алг":
            await do(no_marks, NoMarks(lesson.id))
            return
        declared = await do(declare_work, DeclareWork(lesson.id, WorkKind.ANSWER))
        if declared is not None:
            await do(set_mark, SetMark(declared.work.id, self.pupils[lesson.subject][0], MarkValue.FOUR))

    async def _substitute(self, lesson: Given) -> None:
        await self._do("Рус", substitute, Substitute(lesson.id, self.people["Алгебров"], sure=True), "Админов")

    async def _cancel(self, lesson: Given) -> None:
        await self._do("Алг", cancel_lesson, CancelLesson(lesson.id), "Админов")

    async def _close(self, subject: str, period: PeriodId) -> None:
        for student in self.pupils[subject]:
            term = TermKey(FinalKind.PERIOD, period)
            command = SetFinal(self.groups[subject], student, term, MarkValue.FOUR, "Так решено")
            await self._do(subject, set_final, command)


async def begin(world: World, preset: str, zone: str, folder: Path) -> Year:
    """Found the school of a preset in August; everybody of the staff has come in."""
    place = ZoneInfo(zone)
    world.clock.instant = datetime.combine(FOUNDED, time(10), place)
    book = read_here(write_book(year_book(preset, zone), folder / "year.xlsx"))
    async with world.works.changing() as work:
        done = await apply_import(work, book)
    world.school = done.school
    year = Year(world, place, done.school)
    for family, key in await world.rows(select(PersonRow.family, PersonRow.id).where(PersonRow.kind == "staff")):
        year.people[family] = PersonId(key)
        year.accounts[family] = await world.enter(key)
    await _name(year)
    return year


async def _name(year: Year) -> None:
    world = year.world
    year.klasses = dict(await world.rows(select(KlassRow.name, KlassRow.id)))
    year.calendar = dict(await world.rows(select(CalendarRow.name, CalendarRow.id)))
    for name, key, last in await world.rows(select(PeriodRow.name, PeriodRow.id, PeriodRow.ends_on)):
        year.periods[name] = (PeriodId(key), last)
    groups = select(SubjectRow.short, GroupRow.id, GroupRow.klass_id)
    groups = groups.join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    for short, group, klass in await world.rows(groups):
        year.groups[short] = GroupId(group)
        seated = select(EnrolmentRow.student_id).where(EnrolmentRow.klass_id == klass)
        year.pupils[short] = [PersonId(row[0]) for row in await world.rows(seated)]
    names = {group: short for short, group in year.groups.items()}
    columns = (LessonRow.id, LessonRow.group_id, LessonRow.day, LessonRow.ends_at)
    for key, group, day, ends in await world.rows(select(*columns)):
        year.lessons.append(Given(LessonId(key), names[group], day, ends.astimezone(year.zone)))
