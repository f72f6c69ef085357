"""A class shortly before the end of the quarter, for stories of forecasts and of the radar."""

from sqlalchemy import update

from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Sex
from core.storage.rows import MarkRow, SubjectRow, WorkRow
from tests.world import TODAY, World, local

_GIVEN = (("Орлов", 1, "4"), ("Орлов", 1, "3"), ("Панина", 1, "5"), ("Орлов", 3, "4"), ("Ракитин", 3, "2"))

_PARTS = ("attendance_at", "topic_at", "homework_at", "marks_at")


async def before_the_end(world: World) -> dict[str, int]:
    """7Б, nine days before the quarter's end: Орлов has marks enough in algebra, the others too few."""
    zimina = await world.staff("Зимина Анна Петровна", sex=Sex.FEMALE)
    seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера", "Ракитин Лев"])
    algebra = await world.group(seven, "Алгебра", zimina)
    async with world.works.changing() as work:
        asked = update(SubjectRow).values(marks_least=3, written_least=1)
        await work.run(lambda db: db.execute(asked))
    for day in (16, 19, 20, 21, 22, 23):
        await world.lesson(seven, algebra, zimina, TODAY.replace(day=day), 2)
    done = local(TODAY.replace(day=1), 12)
    students = dict(zip(("Орлов", "Панина", "Ракитин"), seven.students, strict=True))
    for day, (family, weight, value) in enumerate(_GIVEN, 1):
        lesson = await world.lesson(seven, algebra, zimina, TODAY.replace(day=day), 3, **dict.fromkeys(_PARTS, done))
        kind = WorkKind.CONTROL if weight > 1 else WorkKind.ANSWER
        made = await world.insert(WorkRow, lesson_id=lesson, kind=kind, weight=weight)
        await world.insert(
            MarkRow, school_id=world.school, lesson_id=lesson, work_id=made, student_id=students[family],
            value=MarkValue(value), recorded_at=world.clock.now(), recorded_by=zimina,
        )  # fmt: skip
    mother = await world.guardian("Орлова Екатерина Павловна", students["Орлов"], sex=Sex.FEMALE)
    father = await world.guardian("Ракитин Олег Ильич", students["Ракитин"], sex=Sex.MALE)
    world.clock.instant = local(TODAY, 9, 10)
    return {
        "Зимина": await world.enter(zimina),
        "Орлова": await world.enter(mother),
        "Ракитин": await world.enter(father),
    }
