"""The last week of a quarter: a class with marks of every sort, where tests of final marks start."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, update

from core.model.final_mark import FinalKind, TermKey
from core.model.ids import GroupId, PeriodId, PersonId, WorkId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.storage.rows import PeriodRow, SubjectRow
from core.usecases.final_sheets import OpenFinals
from core.usecases.marks import SetMark, set_mark
from tests.classroom import Classroom, classroom
from tests.world import World, local

# Volkova 5, Yolkin 4.66 against control works of 3, Zhukov one mark, Orlov 4.50, Panina none.
CONTROL_DAY = date(2026, 10, 8)
LAST_WEEK = date(2026, 10, 22)
AFTER = date(2026, 10, 26)
ANSWERS = ("5", "5", "", "4", ""), ("5", "5", "", "5", ""), ("5", "5", "4", "4", "")


@dataclass(frozen=True, slots=True)
class Quarter:
    """7Б at algebra, two days before the end of the first quarter."""

    room: Classroom
    period: PeriodId
    second: PeriodId

    @property
    def world(self) -> World:
        return self.room.world

    @property
    def group(self) -> GroupId:
        return GroupId(self.room.group)

    @property
    def term(self) -> TermKey:
        return TermKey(FinalKind.PERIOD, self.period)

    @property
    def sheet(self) -> OpenFinals:
        return OpenFinals(self.group, self.term)

    @property
    def students(self) -> tuple[PersonId, ...]:
        return self.room.students

    async def do(self, usecase: Any, command: Any) -> Any:
        return await self.room.do(usecase, command)

    async def see(self, usecase: Any, command: Any) -> Any:
        return await self.room.see(usecase, command)


async def quarter(world: World, **school: Any) -> Quarter:
    """Build the class and its marks; it is Thursday, 22 October, 10:30, the algebra lesson goes on."""
    room = await classroom(world)
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(SubjectRow).values(marks_least=2)))
    await _answers(room)
    await _control(room)
    if school:
        await world.change_school(**school)
    periods = [row[0] for row in await world.rows(select(PeriodRow.id).order_by(PeriodRow.starts_on))]
    world.clock.instant = local(LAST_WEEK, 10, 30)
    return Quarter(room, PeriodId(periods[0]), PeriodId(periods[1]))


async def _answers(room: Classroom) -> None:
    for values in ANSWERS:
        work = await room.work(WorkKind.ANSWER, title=str(values))
        for student, value in zip(room.students, values, strict=True):
            if value:
                await room.do(set_mark, SetMark(work, student, MarkValue(value)))


async def _control(room: Classroom) -> None:
    """Yolkin's control works are threes: light ones, so that the mean stays a five."""
    for title in ("Дроби", "Степени"):
        work: WorkId = await room.work(WorkKind.CONTROL, title=title, weight=1)
        await room.do(set_mark, SetMark(work, room.students[0], MarkValue.FIVE))
    more = await room.work(WorkKind.ANSWER, title="устный счёт", weight=10)
    await room.do(set_mark, SetMark(more, room.students[1], MarkValue.FIVE))
    three = await room.work(WorkKind.CONTROL, title="Уравнения", weight=1)
    await room.do(set_mark, SetMark(three, room.students[1], MarkValue.THREE))
