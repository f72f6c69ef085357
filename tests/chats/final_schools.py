"""A quarter comes to its end: where stories of final marks play."""

from datetime import date

from sqlalchemy import update

from core.model.ids import LessonId, PersonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Role, Sex
from core.storage.rows import LessonRow
from core.usecases.marks import SetMark, set_mark
from core.usecases.works import DeclareWork, declare_work
from tests.world import World, local

EARLIER, CONTROL = date(2026, 10, 13), date(2026, 10, 15)
LAST = date(2026, 10, 22)


async def quarter_s_end(world: World) -> dict[str, int]:
    """7Б at algebra on the last Thursday of the quarter; the mother of Михаил; the deputy. Marks are old and told."""
    zimina = await world.staff("Зимина Анна Петровна", sex=Sex.FEMALE)
    deputy = await world.staff("Сафонова Нина Игоревна", Role.DEPUTY, sex=Sex.FEMALE)
    seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера", "Ракитин Лев"])
    algebra = await world.group(seven, "Алгебра", zimina)
    lessons = {day: LessonId(await world.lesson(seven, algebra, zimina, day, 1)) for day in (EARLIER, CONTROL, LAST)}
    teacher = await world.enter(zimina)
    given: dict[tuple[date, WorkKind], tuple[str, ...]] = {
        (EARLIER, WorkKind.ANSWER): ("5", "4", "5"),
        (CONTROL, WorkKind.CONTROL): ("5", "4", "3"),
        (CONTROL, WorkKind.PROJECT): ("", "", "5"),
        (CONTROL, WorkKind.INDEPENDENT): ("", "", "5"),
        (CONTROL, WorkKind.TEST): ("", "", "5"),
        (CONTROL, WorkKind.ESSAY): ("", "", "5"),
    }
    for (day, kind), values in given.items():
        world.clock.to(day, 9)
        work = (await world.do(declare_work, DeclareWork(lessons[day], kind), teacher)).work.id
        for student, value in zip(seven.students, values, strict=True):
            if value:
                await world.do(set_mark, SetMark(work, PersonId(student), MarkValue(value)), teacher)
    await _recorded(world)
    world.clock.instant = local(LAST, 8, 35)
    mother = await world.guardian("Орлова Екатерина Павловна", seven.students[0], sex=Sex.FEMALE)
    return {"Зимина": teacher, "Сафонова": await world.enter(deputy), "Орлова": await world.enter(mother)}


async def _recorded(world: World) -> None:
    """Nothing else is owed, so that the story is of marks alone."""
    at = world.clock.now()
    done = {"attendance_at": at, "topic_at": at, "homework_at": at, "marks_at": at}
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(LessonRow).where(LessonRow.day <= LAST).values(done)))
