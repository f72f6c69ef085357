"""Who an account is, from one statement."""

from datetime import date

from core.model.people import PersonKind, Role
from tests.world import TODAY, World


async def test_a_teacher_with_a_child_has_both_capacities(world: World) -> None:
    klass = await world.klass("7Б", ["Орлов Илья", "Панина Вера"])
    teacher = await world.staff("Зимина Анна Петровна", Role.TEACHER, Role.DEPUTY)
    group = await world.group(klass, "Алгебра", teacher)
    parent = await world.guardian("Зимина Анна", klass.students[0])
    telegram = await world.enter(teacher, parent)

    async with world.works.reading(telegram) as work:
        actor = work.actor

    assert actor.consented
    by_role = {capacity.role: capacity for capacity in actor.capacities}
    assert set(by_role) == {Role.TEACHER, Role.DEPUTY, Role.GUARDIAN}
    assert by_role[Role.TEACHER].groups == {group}
    assert by_role[Role.GUARDIAN].children == {klass.students[0]}
    assert by_role[Role.TEACHER].name == "Зимина Анна Петровна"


async def test_access_ends_with_the_employment_the_day_after(world: World) -> None:
    teacher = await world.staff("Зимина Анна Петровна", until=TODAY)
    telegram = await world.enter(teacher)

    async with world.works.reading(telegram) as work:
        assert work.actor.roles() == {Role.TEACHER}
    world.clock.to(date(2026, 10, 16), 0)
    async with world.works.reading(telegram) as work:
        assert work.actor.capacities == ()


async def test_an_unconfirmed_staff_entry_only_waits(world: World) -> None:
    teacher = await world.staff("Зимина Анна Петровна")
    telegram = await world.enter(teacher, confirmed=False)

    async with world.works.reading(telegram) as work:
        assert work.actor.pending
        assert work.actor.capacities == ()


async def test_a_class_teacher_is_known_by_the_class(world: World) -> None:
    teacher = await world.staff("Зимина Анна Петровна")
    klass = await world.klass("7Б", class_teacher=teacher)
    telegram = await world.enter(teacher)

    async with world.works.reading(telegram) as work:
        klasses = {capacity.role: capacity.klasses for capacity in work.actor.capacities}
    assert klasses[Role.CLASS_TEACHER] == {klass.id}


async def test_strangers_have_nothing(world: World) -> None:
    await world.person("Орлов Илья", PersonKind.STUDENT)
    async with world.works.reading(77) as work:
        assert work.actor.account is None
        assert work.actor.capacities == ()
