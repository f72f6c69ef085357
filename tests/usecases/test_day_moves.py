"""A school day moves: its lessons, the homework for it, the calendar; and back again (ADM-2) [002 VII]."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from core.model.calendar import CalendarKind
from core.model.errors import Forbidden, Refusal
from core.model.ids import PersonId, SchoolId
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.school import Preset
from core.storage.rows import AuditRow, CalendarRow, HomeworkRow, LessonRow
from core.usecases.day_moves import ChooseDays, MoveDay, choose_days, move_day, preview_day_move
from core.usecases.diary import ShowDay, show_day
from core.usecases.homework import SetHomework, set_homework
from core.usecases.marks import SetMark, set_mark
from tests.classroom import NEXT_WEEK, Classroom, classroom
from tests.world import TODAY, World, local

SATURDAY = date(2026, 10, 24)
NAMES = ("Выходной", "Учебный день за 22 октября")


@dataclass(frozen=True, slots=True)
class Office:
    """7Б at algebra, today and on the Thursday after; a deputy and a mother."""

    room: Classroom
    deputy: int
    mother: int

    @property
    def world(self) -> World:
        return self.room.world

    def command(self, source: date = NEXT_WEEK, target: date = SATURDAY) -> MoveDay:
        return MoveDay(SchoolId(self.world.school), source, target, NAMES)

    async def move(self, source: date = NEXT_WEEK, target: date = SATURDAY) -> Any:
        return await self.world.do(move_day, self.command(source, target), self.deputy)

    async def lesson(self) -> Any:
        columns = (LessonRow.day, LessonRow.number, LessonRow.starts_at, LessonRow.planned_day)
        rows = await self.world.rows(select(*columns).where(LessonRow.id != self.room.lesson))
        return rows[0]


@pytest.fixture
async def office(world: World) -> Office:
    await world.change_school(preset=Preset.ANTSIR)
    room = await classroom(world)
    deputy = await world.enter(await world.staff("Седова Ольга Игоревна", Role.DEPUTY))
    mother = await world.enter(await world.guardian("Волкова Ирина Львовна", room.students[0]))
    return Office(room, deputy, mother)


async def test_lessons_homework_and_calendar_go_along(office: Office) -> None:
    room, world = office.room, office.world
    await room.do(set_homework, SetHomework(room.lesson, "§15", due_on=NEXT_WEEK))
    seen = await world.see(preview_day_move, office.command(), office.deputy)
    assert (seen.lessons, seen.klasses, seen.late, seen.back) == (1, 1, False, False)
    assert seen.term is not None
    assert seen.term.clause == "002 VII"
    assert (await office.lesson()).day == NEXT_WEEK
    await office.move()
    lesson = await office.lesson()
    assert (lesson.day, lesson.number, lesson.starts_at) == (SATURDAY, 3, local(SATURDAY, 10, 20))
    assert lesson.planned_day is None
    assert (await world.rows(select(HomeworkRow.due_on)))[0][0] == SATURDAY
    child = PersonId(room.students[0])
    day = (await world.see(show_day, ShowDay(child, SATURDAY), office.mother)).page
    assert [entry.lesson.subject for entry in day.entries] == ["Алгебра"]
    assert [holiday.name for holiday in day.holidays] == [NAMES[1]]
    free = (await world.see(show_day, ShowDay(child, NEXT_WEEK), office.mother)).page
    assert (free.entries, [holiday.name for holiday in free.holidays]) == ((), [NAMES[0]])
    assert (await world.rows(select(AuditRow.kind).order_by(AuditRow.id.desc())))[0][0] == "day.moved"


async def test_it_goes_back_as_if_nothing_had_been(office: Office) -> None:
    world, before = office.world, await office.lesson()
    await office.move()
    back = await office.move(SATURDAY, NEXT_WEEK)
    assert back.back
    assert await office.lesson() == before
    kinds = {row[0] for row in await world.rows(select(CalendarRow.kind))}
    assert kinds == {CalendarKind.VACATION}


async def test_later_than_three_working_days_ahead_is_late(office: Office) -> None:
    world = office.world
    await world.lesson(office.room.klass, office.room.group, office.room.teacher, date(2026, 10, 20), 1)
    for target, late in ((date(2026, 10, 18), True), (date(2026, 10, 24), False)):
        found = await world.see(preview_day_move, office.command(date(2026, 10, 20), target), office.deputy)
        assert found.late is late


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ((TODAY, SATURDAY), "day-move-past"),
        ((NEXT_WEEK, TODAY - timedelta(days=1)), "day-move-past"),
        ((NEXT_WEEK, NEXT_WEEK), "day-move-same"),
        ((SATURDAY, SATURDAY + timedelta(days=1)), "day-move-empty"),
    ],
)
async def test_impossible_moves_are_refused(office: Office, days: tuple[date, date], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        await office.move(*days)


async def test_a_day_with_lessons_or_records_stays(office: Office) -> None:
    world, room = office.world, office.room
    friday = NEXT_WEEK + timedelta(days=1)
    await world.lesson(room.klass, room.group, room.teacher, friday, 1)
    with pytest.raises(Refusal, match="day-move-taken"):
        await office.move(NEXT_WEEK, friday)
    work = await room.work()
    await room.do(set_mark, SetMark(work, PersonId(room.students[0]), MarkValue.FIVE))
    world.clock.to(TODAY - timedelta(days=2), 9)
    with pytest.raises(Refusal, match="day-move-held"):
        await office.move(TODAY, SATURDAY)


async def test_only_the_office_moves_days(office: Office) -> None:
    for who in (office.room.telegram, office.mother):
        with pytest.raises(Forbidden):
            await office.world.do(move_day, office.command(), who)
        with pytest.raises(Forbidden):
            await office.world.see(choose_days, ChooseDays(SchoolId(office.world.school)), who)
