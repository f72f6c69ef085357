"""One lesson that has begun, with its teacher, class and topics: where tests of the journal start."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from core.model.ids import LessonId, PersonId, WorkId
from core.model.lesson import WorkKind
from core.usecases.works import DeclareWork, declare_work
from tests.world import TODAY, KlassOf, World

NEXT_WEEK = date(2026, 10, 22)
NAMES = ("Волкова Дарья", "Ёлкин Пётр", "Жуков Лев", "Орлов Илья", "Панина Вера")


@dataclass(frozen=True, slots=True)
class Classroom:
    """7Б at algebra: the third lesson of today, which begins at 10:20."""

    world: World
    klass: KlassOf
    teacher: int
    telegram: int
    group: int
    lesson: LessonId

    @property
    def students(self) -> tuple[PersonId, ...]:
        return tuple(PersonId(student) for student in self.klass.students)

    async def work(self, kind: WorkKind = WorkKind.ANSWER, **more: Any) -> WorkId:
        declared = await self.world.do(declare_work, DeclareWork(self.lesson, kind, **more), self.telegram)
        return declared.work.id

    async def do(self, usecase: Any, command: Any) -> Any:
        return await self.world.do(usecase, command, self.telegram)

    async def see(self, usecase: Any, command: Any) -> Any:
        return await self.world.see(usecase, command, self.telegram)


async def classroom(world: World, klass: str = "7Б", names: tuple[str, ...] = NAMES) -> Classroom:
    """Build the class, its teacher and lessons today and in a week; it is 10:30 and the lesson goes on."""
    taught = await world.klass(klass, names)
    teacher = await world.staff("Зимина Анна Петровна")
    group = await world.group(taught, "Алгебра", teacher)
    lesson = await world.lesson(taught, group, teacher, TODAY, 3)
    await world.lesson(taught, group, teacher, NEXT_WEEK, 3)
    world.clock.to(TODAY, 10, 30)
    return Classroom(world, taught, teacher, await world.enter(teacher), group, LessonId(lesson))
