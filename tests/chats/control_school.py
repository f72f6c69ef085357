"""A school under control: a deputy, a class teacher, a teacher behind with the records, a child in trouble."""

from datetime import date, timedelta

from core.model.attendance import Presence
from core.model.ids import LessonId, PersonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Role, Sex
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.marks import SetMark, set_mark
from core.usecases.works import DeclareWork, declare_work
from tests.world import TODAY, World, local

MONDAY = TODAY - timedelta(days=3)


async def controlled(world: World) -> dict[str, int]:
    """7Б at algebra from Monday to Thursday: attendance and marks are recorded, neither topics nor homework.

    Вера has twos on three days and missed the fourth. It is three in the afternoon of the Thursday.
    """
    deputy = await world.staff("Седова Ольга Игоревна", Role.DEPUTY, sex=Sex.FEMALE)
    zimina = await world.staff("Зимина Анна Петровна", sex=Sex.FEMALE)
    belova = await world.staff("Белова Ирина Николаевна", sex=Sex.FEMALE)
    seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера", "Ракитин Лев"], class_teacher=belova)
    algebra = await world.group(seven, "Алгебра", zimina)
    mother = await world.guardian("Панина Мария Олеговна", seven.students[1], sex=Sex.FEMALE)
    people = {
        "Седова": await world.enter(deputy),
        "Зимина": await world.enter(zimina),
        "Белова": await world.enter(belova),
        "Панина": await world.enter(mother),
        "Вера": await world.enter(seven.students[1]),
    }
    vera = PersonId(seven.students[1])
    for days in range(4):
        day = MONDAY + timedelta(days=days)
        lesson = LessonId(await world.lesson(seven, algebra, zimina, day, 1))
        await _give(world, lesson, day, vera, people["Зимина"], absent=days == 3)
    world.clock.to(TODAY, 15)
    return people


async def _give(world: World, lesson: LessonId, day: date, vera: PersonId, teacher: int, *, absent: bool) -> None:
    world.clock.instant = local(day, 9)
    missed = ((vera, Presence.ABSENT, 0),) if absent else ()
    await world.do(take_attendance, TakeAttendance(lesson, missed), teacher)
    if not absent:
        work = (await world.do(declare_work, DeclareWork(lesson, WorkKind.ANSWER), teacher)).work.id
        await world.do(set_mark, SetMark(work, vera, MarkValue.TWO), teacher)
