"""Schools that transcripts play in: each gives the people's Telegram ids by the names that the script uses."""

# ruff: noqa: F401 - schools of other files are looked up here by their names
from datetime import timedelta

from sqlalchemy import select

from core.model.ids import LessonId, PersonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Role, Sex
from core.model.school import EditWindow
from core.rules.invitations import hash_code
from core.storage.rows import InvitationRow, LessonRow, PersonRow
from core.usecases.marks import SetMark, set_mark
from core.usecases.works import DeclareWork, declare_work
from tests.chats.control_school import controlled
from tests.chats.final_schools import quarter_s_end
from tests.chats.forecast_school import before_the_end
from tests.chats.klass_schools import divided, to_be_checked
from tests.chats.lesson_schools import plan_to_load, teacher_away
from tests.chats.stage import PEPPER
from tests.chats.talk_school import talking
from tests.chats.week_schools import week_ends
from tests.world import MOSCOW, TODAY, World, local

ZONE = MOSCOW
TOMORROW = TODAY.replace(day=16)


async def grade_seven(world: World) -> dict[str, int]:
    """7Б with three students; algebra on Thursday and Friday; a mother of two; ten past nine on a Thursday."""
    zimina = await world.staff("Зимина Анна Петровна", sex=Sex.FEMALE)
    belova = await world.staff("Белова Ирина Николаевна", sex=Sex.FEMALE)
    head = await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR, sex=Sex.MALE)
    seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера", "Ракитин Лев"], class_teacher=belova)
    four = await world.klass("4А", ["Орлова Анна"])
    algebra = await world.group(seven, "Алгебра", zimina)
    maths = await world.group(four, "Математика", belova)
    await world.topic("Алгебра", seven, 1, "Линейная функция", "§15 № 101, 102")
    await world.lesson(seven, algebra, zimina, TODAY, 1)
    await world.lesson(seven, algebra, zimina, TOMORROW, 2)
    await world.lesson(four, maths, belova, TODAY, 2)
    mother = await world.guardian("Орлова Екатерина Павловна", seven.students[0], four.students[0], sex=Sex.FEMALE)
    world.clock.instant = local(TODAY, 9, 10)
    return {
        "Зимина": await world.enter(zimina),
        "Белова": await world.enter(belova),
        "Тихонов": await world.enter(head),
        "Орлова": await world.enter(mother),
        "Михаил": await world.enter(seven.students[0]),
    }


async def grade_seven_invites(world: World) -> dict[str, int]:
    """The same class; the father of Вера has not come in yet, the code on his slip is 234A-BCDE-FGHJ-KLMN."""
    people = await grade_seven(world)
    child = (await world.rows(select(PersonRow.id).where(PersonRow.family == "Панина")))[0][0]
    father = await world.guardian("Панин Олег Игоревич", child, sex=Sex.MALE)
    now = world.clock.now()
    await world.insert(
        InvitationRow,
        school_id=world.school,
        person_id=father,
        code_hash=hash_code("234A-BCDE-FGHJ-KLMN", PEPPER),
        issued_at=now,
        expires_at=now + timedelta(days=14),
    )
    return people | {"Панин": 900}


async def grade_seven_namesakes(world: World) -> dict[str, int]:
    """7Б where two have the name Орлов and a third is Орлова."""
    zimina = await world.staff("Зимина Анна Петровна", sex=Sex.FEMALE)
    students = ["Орлов Михаил", "Орлов Глеб", "Орлова Яна", "Панина Вера", "Ракитин Лев"]
    seven = await world.klass("7Б", students)
    algebra = await world.group(seven, "Алгебра", zimina)
    await world.lesson(seven, algebra, zimina, TODAY, 1)
    mother = await world.guardian("Орлова Екатерина Павловна", seven.students[0], sex=Sex.FEMALE)
    world.clock.instant = local(TODAY, 9, 10)
    return {"Зимина": await world.enter(zimina), "Орлова": await world.enter(mother)}


async def empty_office(world: World) -> dict[str, int]:
    """A school that nothing is known of yet but its administrator."""
    head = await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR, sex=Sex.MALE)
    return {"Тихонов": await world.enter(head)}


async def grade_seven_marked(world: World) -> dict[str, int]:
    """7Б with a deputy and a head; Михаил was just given a 3 for an answer, which nobody has been told of yet."""
    people = await grade_seven(world)
    deputy = await world.staff("Сафонова Нина Игоревна", Role.DEPUTY, sex=Sex.FEMALE)
    head = await world.staff("Громов Пётр Андреевич", Role.HEAD, sex=Sex.MALE)
    lesson = LessonId((await world.rows(select(LessonRow.id).order_by(LessonRow.id)))[0][0])
    michael = PersonId((await world.rows(select(PersonRow.id).where(PersonRow.given == "Михаил")))[0][0])
    teacher = people["Зимина"]
    declared = await world.do(declare_work, DeclareWork(lesson, WorkKind.ANSWER), teacher)
    await world.do(set_mark, SetMark(declared.work.id, michael, MarkValue.THREE), teacher)
    return people | {"Сафонова": await world.enter(deputy), "Громов": await world.enter(head)}


async def grade_seven_marked_long_ago(world: World) -> dict[str, int]:
    """The same, where the school lets marks be changed for no time at all."""
    people = await grade_seven_marked(world)
    await world.change_school(edit_window=EditWindow.FORBIDDEN)
    return people
