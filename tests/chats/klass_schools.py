"""Schools of a class's own affairs: its subgroups, the data of its families."""

from core.model.people import Role, Sex
from core.model.school import Preset
from tests.world import TODAY, World, local


async def divided(world: World) -> dict[str, int]:
    """7Б learns English in two groups, one student in none; a lesson of both on Monday; ten past nine on Thursday."""
    belova = await world.staff("Белова Ирина Николаевна", sex=Sex.FEMALE)
    zimina = await world.staff("Зимина Анна Петровна", sex=Sex.FEMALE)
    frost = await world.staff("Морозова Дарья Ильинична", sex=Sex.FEMALE)
    deputy = await world.staff("Сафонова Нина Игоревна", Role.DEPUTY, sex=Sex.FEMALE)
    klass = await world.klass("7Б", ["Орлов Михаил", "Панина Вера", "Ракитин Лев"], class_teacher=belova)
    orlov, panina, _ = klass.students
    one = await world.group(klass, "Английский язык", zimina, "1 группа", [orlov])
    two = await world.group(klass, "Английский язык", frost, "2 группа", [panina])
    for group, teacher in ((one, zimina), (two, frost)):
        await world.lesson(klass, group, teacher, TODAY.replace(day=19), 2)
    world.clock.instant = local(TODAY, 9, 10)
    people = {"Белова": belova, "Зимина": zimina, "Морозова": frost, "Сафонова": deputy}
    return {name: await world.enter(person) for name, person in people.items()}


async def to_be_checked(world: World) -> dict[str, int]:
    """7Б of a school that checks its data monthly: two children, one with a mother; an administrator; noon."""
    await world.change_school(preset=Preset.SGO)
    belova = await world.staff("Белова Ирина Николаевна", sex=Sex.FEMALE)
    master = await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR, sex=Sex.MALE)
    klass = await world.klass("7Б", ["Орлов Михаил Андреевич", "Панина Вера Олеговна"], class_teacher=belova)
    await world.guardian("Орлова Екатерина Павловна", klass.students[0], sex=Sex.FEMALE)
    world.clock.instant = local(TODAY.replace(day=30), 12)
    return {"Белова": await world.enter(belova), "Тихонов": await world.enter(master)}
