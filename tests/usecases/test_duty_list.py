"""Who reads which duties, at which instants, at what cost (REG-2, CTL-1, ACC-3)."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from core.model.duty import Cycle, Duty, DutyState
from core.model.errors import Forbidden
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import PersonKind, Role
from core.model.school import Preset
from core.storage.rows import StaffRoleRow
from core.usecases.duties import MyDuties, my_duties
from core.usecases.duty_list import DutiesAt, duties_at
from tests.regulation.journal import Journal, write
from tests.regulation.journal_lessons import at
from tests.world import World

NOW = "22.10 12:00"


@pytest.fixture
async def journal(world: World) -> Journal:
    """The written journal, at noon of a Thursday."""
    world.clock.instant = at(NOW)
    return await write(world)


async def read(journal: Journal, telegram: int, **asked: object) -> set[str]:
    """The keys of duties with their rows, as an account reads them."""
    command = DutiesAt(SchoolId(journal.world.school), **asked)  # type: ignore[arg-type]
    found = await journal.world.see(duties_at, command, telegram)
    return {f"{duty.rule.id} {duty.subject.key}" for duty in found}


async def test_ones_own_are_ones_own(journal: Journal) -> None:
    teacher = journal.people["Алгебров"]
    me = await journal.world.enter(teacher)
    mine = await journal.world.see(duties_at, DutiesAt(SchoolId(journal.world.school), person=PersonId(teacher)), me)
    assert {duty.holders[0] for duty in mine} == {teacher}
    for other in (None, PersonId(journal.people["Седова"])):
        with pytest.raises(Forbidden):
            await journal.world.see(duties_at, DutiesAt(SchoolId(journal.world.school), person=other), me)


async def test_somebodys_own_are_those_of_the_whole_list(journal: Journal) -> None:
    """What is loaded for one alone gives the same duties as what is loaded for all."""
    for which in Preset:
        command = DutiesAt(SchoolId(journal.world.school), preset=which)
        every = await journal.world.see(duties_at, command)
        for name, person in journal.people.items():
            own = await journal.world.see(
                duties_at, DutiesAt(SchoolId(journal.world.school), preset=which, person=PersonId(person))
            )
            assert own == tuple(duty for duty in every if person in duty.holders), name


async def test_a_class_teacher_reads_the_own_class(journal: Journal) -> None:
    me = await journal.world.enter(journal.people["Седова"])
    own, other = (KlassId(journal.klasses[name].id) for name in ("7Б", "1А"))
    found = await read(journal, me, klass=own)
    assert any(key.endswith("lesson:1") for key in found)
    with pytest.raises(Forbidden):
        await read(journal, me, klass=other)


async def test_a_deputy_of_some_parallels_reads_these(journal: Journal) -> None:
    """[001 §5]"""
    world = journal.world
    deputy = await world.person("Средняя Имя", PersonKind.STAFF)
    await world.insert(StaffRoleRow, person_id=deputy, role=Role.DEPUTY, grades=frozenset({5, 6, 7}))
    me = await world.enter(deputy)
    found = await read(journal, me, preset=Preset.SGO)
    klasses = {journal.klasses[name].id for name in ("1А", "10А")}
    assert any("lesson:1" in key for key in found)
    assert not [key for key in found if any(f"klass:{klass}/" in key for klass in klasses)]
    with pytest.raises(Forbidden):
        await read(journal, me, klass=KlassId(journal.klasses["10А"].id))


async def test_a_lessons_duties_are_those_of_reminders_and_lists(journal: Journal) -> None:
    """CTL-1: never another computation."""
    for name in ("Алгебров", "Седова", "Первова"):
        person = PersonId(journal.people[name])
        me = await journal.world.enter(person)
        listed = await journal.world.see(my_duties, MyDuties(SchoolId(journal.world.school), person), me)
        every = await journal.world.see(duties_at, DutiesAt(SchoolId(journal.world.school), person=person), me)
        of_lessons = {duty.rule.id for lesson in listed for duty in lesson.duties}
        assert of_lessons
        known = {(duty.rule.id, duty.subject.key): duty for duty in every}
        for lesson in listed:
            for duty in lesson.duties:
                assert known[duty.rule.id, duty.subject.key] == duty


async def test_days_bound_what_is_given(journal: Journal) -> None:
    school = SchoolId(journal.world.school)
    first, last = date(2026, 10, 12), date(2026, 10, 18)
    some = await journal.world.see(duties_at, DutiesAt(school, first=first, last=last))
    every = await journal.world.see(duties_at, DutiesAt(school))
    starts, ends = at("12.10 00:00"), at("19.10 00:00")
    wanted = [duty for duty in every if duty.due_at > starts and duty.opened_at < ends]
    assert [(duty.rule.id, duty.subject.key) for duty in some] == [(duty.rule.id, duty.subject.key) for duty in wanted]


async def test_an_instant_in_the_past_knows_nothing_of_what_came_after(journal: Journal) -> None:
    school = SchoolId(journal.world.school)
    then = at("16.10 17:00")
    for duty in await journal.world.see(duties_at, DutiesAt(school, at=then)):
        assert duty.opened_at <= then
        assert duty.done_at is None or duty.done_at <= then


async def test_statements_do_not_grow_with_rows_or_years(journal: Journal) -> None:
    counted: list[str] = []
    engine = journal.world.engines.reader.sync_engine

    def count(*arguments: object) -> None:
        counted.append(str(arguments[2]))

    event.listen(engine, "before_cursor_execute", count)
    command = DutiesAt(SchoolId(journal.world.school), preset=Preset.MOSCOW_REGION)
    await journal.world.see(duties_at, command)
    event.remove(engine, "before_cursor_execute", count)
    assert len(counted) <= 34


@pytest.mark.parametrize("which", Preset)
async def test_nobody_owes_lessons_from_before_the_launch(journal: Journal, which: Preset) -> None:
    """NTF-10, for what is asked of lessons, of their days, and of their plans."""
    await journal.world.change_school(launched_on=date(2026, 10, 20))
    found = await journal.world.see(duties_at, DutiesAt(SchoolId(journal.world.school), preset=which))
    early = {journal.lessons[name] for name in "ABCGH"}
    assert found
    assert not [duty for duty in found if duty.subject.lesson in early and duty.subject.number is None]
    assert not [duty for duty in found if duty.subject.cycle is Cycle.DAY and duty.subject.day < date(2026, 10, 20)]  # type: ignore[operator]


STAGES = {DutyState.OPEN: 0, DutyState.PAUSED: 0, DutyState.OVERDUE: 1, DutyState.DONE: 2, DutyState.DONE_LATE: 2}


@pytest.mark.parametrize("which", Preset)
async def test_over_a_year_no_duty_goes_back_or_vanishes(journal: Journal, which: Preset) -> None:
    """Each has one key; its opening stays, its term, too, but for a pardon; it only goes on."""
    before: dict[tuple[str, str], Duty] = {}
    instant = at("01.08 00:00")
    while instant < at("15.07 00:00"):
        duties = await journal.world.see(duties_at, DutiesAt(SchoolId(journal.world.school), instant, which))
        now = {(duty.rule.id, duty.subject.key): duty for duty in duties}
        assert len(now) == len(duties)
        assert before.keys() <= now.keys()
        for key, earlier in before.items():
            later = now[key]
            assert later.opened_at == earlier.opened_at
            assert later.due_at == earlier.due_at or later.pardon != earlier.pardon
            assert STAGES[earlier.state] <= STAGES[later.state]
        before, instant = now, instant + timedelta(days=17, hours=7)
