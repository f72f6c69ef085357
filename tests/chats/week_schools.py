"""A class on a Friday morning, for stories of the week's letter, of control works and of homework's load."""

from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Role, Sex
from core.storage.rows import MarkRow, WorkRow
from tests.world import TODAY, World, local

FRIDAY = TODAY.replace(day=16)
_GIVEN = (
    (1, WorkKind.ANSWER, MarkValue.THREE),
    (8, WorkKind.ANSWER, MarkValue.FOUR),
    (13, WorkKind.INDEPENDENT, MarkValue.FIVE),
)


async def week_ends(world: World) -> dict[str, int]:
    """7Б: algebra and history; Орлов had a five for a written work; the next week has lessons. Friday, 9:30."""
    zimina = await world.staff("Зимина Анна Петровна", sex=Sex.FEMALE)
    belova = await world.staff("Белова Ирина Николаевна", sex=Sex.FEMALE)
    deputy = await world.staff("Сафонова Нина Игоревна", Role.DEPUTY, sex=Sex.FEMALE)
    seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера"], class_teacher=belova)
    algebra = await world.group(seven, "Алгебра", zimina)
    history = await world.group(seven, "История", belova)
    for day, kind, value in _GIVEN:
        done = local(TODAY.replace(day=day), 12)
        records = dict.fromkeys(("attendance_at", "topic_at", "homework_at", "marks_at"), done)
        lesson = await world.lesson(
            seven, algebra, zimina, TODAY.replace(day=day), 3, topic="Линейная функция", **records
        )
        work = await world.insert(WorkRow, lesson_id=lesson, kind=kind, weight=kind.weight, done_at=done)
        await world.insert(
            MarkRow, school_id=world.school, lesson_id=lesson, work_id=work, student_id=seven.students[0],
            value=value, recorded_at=done, recorded_by=zimina,
        )  # fmt: skip
    for day, number in ((16, 1), (19, 2), (20, 1), (20, 3), (21, 2), (22, 4)):
        await world.lesson(seven, algebra, zimina, TODAY.replace(day=day), number)
    for day, number in ((16, 2), (19, 3), (20, 2), (21, 1), (21, 3), (22, 3), (22, 5)):
        await world.lesson(seven, history, belova, TODAY.replace(day=day), number)
    mother = await world.guardian("Орлова Екатерина Павловна", seven.students[0], sex=Sex.FEMALE)
    world.clock.instant = local(FRIDAY, 9, 30)
    return {
        "Зимина": await world.enter(zimina),
        "Белова": await world.enter(belova),
        "Сафонова": await world.enter(deputy),
        "Орлова": await world.enter(mother),
        "Михаил": await world.enter(seven.students[0]),
    }
