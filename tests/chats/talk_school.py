"""A class whose families and teachers write to each other, with those who decide complaints."""

from core.model.people import Role, Sex
from core.storage.rows import GuardianshipRow
from tests.world import TODAY, World, local


async def talking(world: World) -> dict[str, int]:
    """7Б on a Thursday: algebra by Зимина, Белова's class; Михаил with his mother and his father, who live apart."""
    zimina = await world.staff("Зимина Анна Петровна", sex=Sex.FEMALE)
    belova = await world.staff("Белова Ирина Николаевна", sex=Sex.FEMALE)
    deputy = await world.staff("Кравцова Нина Львовна", Role.DEPUTY, sex=Sex.FEMALE)
    head = await world.staff("Соболев Павел Ильич", Role.HEAD, sex=Sex.MALE)
    seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера", "Ракитин Лев"], class_teacher=belova)
    algebra = await world.group(seven, "Алгебра", zimina)
    await world.lesson(seven, algebra, zimina, TODAY, 1)
    await world.lesson(seven, algebra, zimina, TODAY.replace(day=16), 2)
    mother = await world.guardian("Орлова Екатерина Павловна", seven.students[0], sex=Sex.FEMALE)
    father = await world.guardian("Орлов Степан Ильич", sex=Sex.MALE)
    await world.insert(GuardianshipRow, guardian_id=father, student_id=seven.students[0], relation="отец")
    world.clock.instant = local(TODAY, 9, 30)
    return {
        "Зимина": await world.enter(zimina),
        "Белова": await world.enter(belova),
        "Кравцова": await world.enter(deputy),
        "Соболев": await world.enter(head),
        "Орлова": await world.enter(mother),
        "Орлов": await world.enter(father),
        "Михаил": await world.enter(seven.students[0]),
    }
