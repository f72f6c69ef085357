"""The school and a class at a glance; a blocked bot is seen by the class teacher (NTF-4)."""

import pytest

from core.model.attendance import Presence
from core.model.errors import ConsentNeeded, Forbidden
from core.model.ids import KlassId, SchoolId
from core.model.people import Role
from core.storage.rows import AttendanceRow, InboxRow, LetterRow
from core.usecases.administration import ListKlass, ReadKlasses, ReadSchool, list_klass, read_klasses, read_school
from core.usecases.entry import Blocked, note_blocked
from tests.world import TODAY, KlassOf, World


@pytest.fixture
async def teacher(world: World) -> int:
    return await world.staff("Зимина Анна Петровна")


@pytest.fixture
async def klass(world: World, teacher: int) -> KlassOf:
    return await world.klass("7Б", ["Орлов Илья", "Панина Вера"], teacher)


async def test_the_card_counts_people_and_what_went_wrong(world: World, klass: KlassOf, teacher: int) -> None:
    admin = await world.enter(await world.staff("Громова Нина", Role.ADMINISTRATOR))
    await world.enter(await world.guardian("Орлова Инна", *klass.students))
    await world.enter(teacher, confirmed=False)
    await world.insert(
        LetterRow,
        account_id=1,
        school_id=world.school,
        kind="mark",
        unique_key="a",
        outcome="dead",
        created_at=world.clock.now(),
        due_at=world.clock.now(),
        settled_at=world.clock.now(),
    )
    await world.insert(InboxRow, update_id=1, body="{}", received_at=world.clock.now(), dead_at=world.clock.now())

    card = await world.see(read_school, ReadSchool(SchoolId(world.school)), admin)

    assert (card.klasses, card.students, card.guardians, card.staff) == (1, 2, 1, 2)
    assert (card.students_entered, card.guardians_entered, card.staff_entered, card.waiting) == (0, 1, 1, 1)
    assert (card.dead_letters, card.dead_updates) == (1, 1)


async def test_only_staff_of_the_school_see_its_card(world: World, klass: KlassOf) -> None:
    mother = await world.enter(await world.guardian("Орлова Инна", *klass.students))
    student = await world.enter(klass.students[0])
    inspector = await world.enter(await world.staff("Строгов Ян", Role.INSPECTOR))
    for telegram in (mother, student):
        with pytest.raises(Forbidden):
            await world.see(read_school, ReadSchool(SchoolId(world.school)), telegram)
    assert (await world.see(read_school, ReadSchool(SchoolId(world.school)), inspector)).klasses == 1
    with pytest.raises(Forbidden):
        await world.see(read_school, ReadSchool(SchoolId(999)), inspector)


async def test_a_class_teacher_sees_who_is_missing_and_who_is_out_of_reach(
    world: World, klass: KlassOf, teacher: int
) -> None:
    group = await world.group(klass, "Алгебра", teacher)
    lesson = await world.lesson(klass, group, teacher, TODAY, 1)
    first = await _noted(world, lesson, klass.students[0], Presence.ABSENT)
    await _noted(world, lesson, klass.students[1], Presence.ABSENT)
    await _noted(world, lesson, klass.students[0], Presence.PRESENT, first)
    mother = await world.enter(await world.guardian("Орлова Инна", klass.students[0]))
    await world.do(note_blocked, Blocked(mother, blocked=True))
    telegram = await world.enter(teacher)

    (own,) = await world.see(read_klasses, ReadKlasses((KlassId(klass.id),)), telegram)

    assert (own.name, own.day) == ("7Б", TODAY)
    assert [name.short for name in own.absent] == ["Панина Вера"]
    # One family has stopped the bot, of the other nobody has ever entered.
    assert own.unreached == 2
    assert own.entries.guardians_entered == 1
    name, students = await world.see(list_klass, ListKlass(KlassId(klass.id)), telegram)
    assert (name, [one.short for one in students]) == ("7Б", ["Орлов Илья", "Панина Вера"])


async def _noted(world: World, lesson: int, student: int, presence: Presence, replaces: int | None = None) -> int:
    return await world.insert(
        AttendanceRow,
        school_id=world.school,
        lesson_id=lesson,
        student_id=student,
        presence=presence,
        replaces=replaces,
        recorded_at=world.clock.now(),
        recorded_by=1,
    )


async def test_another_s_class_is_not_there(world: World, klass: KlassOf) -> None:
    other = await world.staff("Лапин Пётр")
    await world.klass("5А", class_teacher=other)
    telegram = await world.enter(other)
    for key in (KlassId(klass.id), KlassId(999)):
        with pytest.raises(Forbidden):
            await world.see(list_klass, ListKlass(key), telegram)
        with pytest.raises(Forbidden):
            await world.see(read_klasses, ReadKlasses((key,)), telegram)


async def test_nothing_before_consent(world: World, klass: KlassOf, teacher: int) -> None:
    telegram = await world.enter(teacher, consented=False)
    for call in (
        world.see(list_klass, ListKlass(KlassId(klass.id)), telegram),
        world.see(read_klasses, ReadKlasses((KlassId(klass.id),)), telegram),
        world.see(read_school, ReadSchool(SchoolId(world.school)), telegram),
    ):
        with pytest.raises(ConsentNeeded):
            await call
