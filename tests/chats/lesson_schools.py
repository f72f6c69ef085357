"""Schools whose lessons are about to change."""

from datetime import timedelta

from core.model.homework import HomeworkKind
from core.model.people import Role, Sex
from core.storage.rows import HomeworkRow
from tests.world import TODAY, World, local

TOMORROW = TODAY.replace(day=16)


async def teacher_away(world: World) -> dict[str, int]:
    """7Б on a Thursday morning: Зимина has two lessons and will not come; Гусева teaches algebra, too, in 8А."""
    zimina = await world.staff("Зимина Анна Петровна", sex=Sex.FEMALE)
    guseva = await world.staff("Гусева Дарья Ильинична", sex=Sex.FEMALE)
    belova = await world.staff("Белова Ирина Николаевна", sex=Sex.FEMALE)
    deputy = await world.staff("Тихонова Мария Олеговна", Role.DEPUTY, sex=Sex.FEMALE)
    seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера", "Ракитин Лев"], class_teacher=belova)
    eight = await world.klass("8А", ["Ершова Яна"])
    algebra = await world.group(seven, "Алгебра", zimina)
    eights = await world.group(eight, "Алгебра", guseva)
    russian = await world.group(seven, "Русский язык", belova)
    await world.topic("Алгебра", seven, 1, "Линейная функция", "§15 № 101, 102")
    await world.topic("Алгебра", seven, 2, "График линейной функции", "§16 № 110")
    await world.lesson(seven, russian, belova, TODAY, 1)
    monday = await world.lesson(seven, algebra, zimina, TODAY - timedelta(days=3), 2)
    await world.lesson(seven, algebra, zimina, TODAY, 2)
    await world.lesson(seven, algebra, zimina, TODAY, 4)
    await world.lesson(eight, eights, guseva, TODAY, 4, room="34")
    await world.lesson(seven, algebra, zimina, TOMORROW, 2)
    await world.insert(
        HomeworkRow,
        school_id=world.school,
        lesson_id=monday,
        group_id=algebra,
        due_on=TODAY,
        kind=HomeworkKind.WRITTEN,
        text="§14 № 95",
        set_at=world.clock.now(),
        set_by=zimina,
    )
    mother = await world.guardian("Орлова Екатерина Павловна", seven.students[0], sex=Sex.FEMALE)
    world.clock.instant = local(TODAY, 7, 40)
    return {
        "Зимина": await world.enter(zimina),
        "Гусева": await world.enter(guseva),
        "Белова": await world.enter(belova),
        "Тихонова": await world.enter(deputy),
        "Орлова": await world.enter(mother),
    }


async def plan_to_load(world: World) -> dict[str, int]:
    """7Б has algebra today and on five days more; its plan is still in the teacher's file; an administrator is in."""
    zimina = await world.staff("Зимина Анна Петровна", sex=Sex.FEMALE)
    office = await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR, sex=Sex.MALE)
    seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера"])
    algebra = await world.group(seven, "Алгебра", zimina)
    for days, number in ((0, 1), (1, 2), (4, 3), (5, 1), (7, 2)):
        await world.lesson(seven, algebra, zimina, TODAY + timedelta(days=days), number)
    mother = await world.guardian("Орлова Екатерина Павловна", seven.students[0], sex=Sex.FEMALE)
    world.clock.instant = local(TODAY, 9, 20)
    return {
        "Зимина": await world.enter(zimina),
        "Тихонов": await world.enter(office),
        "Орлова": await world.enter(mother),
    }
