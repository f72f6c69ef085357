"""Two families of one class with a little of everything in the journal: where tests of the diary start."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import update

from core.model.attendance import Presence
from core.model.homework import FileKind, HomeworkKind
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.storage.rows import (
    AttachmentRow,
    AttendanceRow,
    EnrolmentRow,
    HomeworkRow,
    MarkRow,
    RemarkRow,
    WorkRow,
)
from tests.world import TODAY, KlassOf, World

TOMORROW = TODAY + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Families:
    """7Б: Ilya with a mother and an own account, Vera with a father; algebra together, English in two halves."""

    world: World
    klass: KlassOf
    teacher: int
    algebra: int
    english: int
    other_english: int
    mother: int
    father: int
    student: int

    @property
    def ilya(self) -> Any:
        return self.klass.students[0]

    @property
    def vera(self) -> Any:
        return self.klass.students[1]

    async def see(self, usecase: Any, command: Any, reader: int | None = None) -> Any:
        return await self.world.see(usecase, command, reader or self.mother)

    async def lesson(self, day: date = TODAY, number: int = 1, group: int | None = None, **more: Any) -> int:
        return await self.world.lesson(self.klass, group or self.algebra, self.teacher, day, number, **more)

    async def mark(self, lesson: int, value: MarkValue | None = MarkValue.FIVE, **more: Any) -> int:
        weight, kind = more.pop("weight", 1), more.pop("kind", WorkKind.ANSWER)
        work = more.pop("work", None) or await self.world.insert(WorkRow, lesson_id=lesson, kind=kind, weight=weight)
        values = {"student_id": self.ilya, "recorded_at": self.world.clock.now()} | more
        return await self.world.insert(
            MarkRow, school_id=self.world.school, lesson_id=lesson, work_id=work, value=value,
            recorded_by=self.teacher, **values,
        )  # fmt: skip

    async def presence(self, lesson: int, presence: Presence, minutes: int = 0, **more: Any) -> int:
        values = {"student_id": self.ilya} | more
        return await self.world.insert(
            AttendanceRow, school_id=self.world.school, lesson_id=lesson, presence=presence, minutes=minutes,
            recorded_at=self.world.clock.now(), recorded_by=self.teacher, **values,
        )  # fmt: skip

    async def remark(self, lesson: int, text: str, **more: Any) -> int:
        values = {"student_id": self.ilya} | more
        return await self.world.insert(
            RemarkRow, school_id=self.world.school, lesson_id=lesson, text=text,
            written_at=self.world.clock.now(), written_by=self.teacher, **values,
        )  # fmt: skip

    async def homework(self, lesson: int, due_on: date | None = TOMORROW, text: str = "§ 14", **more: Any) -> Any:
        values = {"group_id": self.algebra, "kind": HomeworkKind.WRITTEN} | more
        return await self.world.insert(
            HomeworkRow, school_id=self.world.school, lesson_id=lesson, due_on=due_on, text=text,
            set_at=self.world.clock.now(), set_by=self.teacher, **values,
        )  # fmt: skip

    async def attach(self, homework: int, name: str = "задача.jpg") -> int:
        return await self.world.insert(
            AttachmentRow, homework_id=homework, kind=FileKind.PHOTO, file_id=f"file-{homework}", name=name
        )

    async def transfer(self, student: int, klass: KlassOf, day: date) -> None:
        """Move a student into another class; `day` is the first one there."""
        async with self.world.works.changing() as work:
            ended = update(EnrolmentRow).where(EnrolmentRow.student_id == student, EnrolmentRow.until.is_(None))
            await work.run(lambda db: db.execute(ended.values(until=day - timedelta(days=1))))
        await self.world.insert(EnrolmentRow, student_id=student, klass_id=klass.id, since=day)


async def families(world: World) -> Families:
    """Build the class, its two families and groups; it is 10:00 on a Thursday."""
    klass = await world.klass("7Б", ["Орлов Илья", "Панина Вера"])
    teacher = await world.staff("Зимина Анна Петровна")
    ilya, vera = klass.students
    return Families(
        world,
        klass,
        teacher,
        algebra=await world.group(klass, "Алгебра", teacher),
        english=await world.group(klass, "Английский язык", teacher, "1 группа", [ilya]),
        other_english=await world.group(klass, "Английский язык", teacher, "2 группа", [vera]),
        mother=await world.enter(await world.guardian("Орлова Ольга", ilya)),
        father=await world.enter(await world.guardian("Панин Олег", vera)),
        student=await world.enter(ilya),
    )
