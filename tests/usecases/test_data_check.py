"""The monthly check of a class's data: child by child, errors to the administrator, the duty closed (CLS-7)."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from core.model.errors import Forbidden, Refusal
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import Role
from core.model.school import Preset
from core.storage.rows import AuditRow, DataFaultRow, DutyConfirmationRow, EventRow
from core.usecases.data_check import (
    CheckPupil,
    ListFaults,
    OpenCheck,
    SettleFault,
    check_pupil,
    close_check,
    list_faults,
    open_check,
    settle_fault,
)
from core.usecases.own_duties import MyList, my_list
from tests.world import TODAY, World

OCTOBER = date(2026, 10, 1)
WORDS = "Родился 3 мая, а не 5 марта"


class School:
    """7Б of Белова with two children, one with a mother, and a school's administrator."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def build(self) -> "School":
        world = self.world
        belova = await world.staff("Белова Ирина Николаевна")
        master = await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR)
        klass = await world.klass("7Б", ["Орлов Михаил", "Панина Вера"], class_teacher=belova)
        other = await world.klass("7А", ["Седов Илья"])
        await world.guardian("Орлова Инна Львовна", klass.students[0])
        self.klass, self.stranger = KlassId(klass.id), PersonId(other.students[0])
        self.orlov, self.panina = (PersonId(student) for student in klass.students)
        self.master = master
        self.mine, self.office = await world.enter(belova), await world.enter(master)
        return self

    async def look(self, student: PersonId, fault: str = "") -> None:
        await self.world.do(check_pupil, CheckPupil(self.klass, TODAY, student, fault), self.mine)

    async def owed(self) -> set[str]:
        found = await self.world.see(my_list, MyList(), self.mine)
        return {owed.duty.subject.key for owed in found if owed.duty.rule.id.endswith("data-check-month")}


@pytest.fixture
async def school(world: World) -> School:
    await world.found(preset=Preset.SGO)
    return await School(world).build()


async def test_it_goes_on_where_it_stopped(world: World, school: School) -> None:
    first = await world.see(open_check, OpenCheck(school.klass), school.mine)
    assert first.next is not None
    assert (first.month, first.next.student) == (OCTOBER, school.orlov)
    assert [guardian.name.short for guardian in first.next.guardians] == ["Орлова Инна"]
    await school.look(school.orlov)
    world.clock.shift(days=2)
    again = await world.see(open_check, OpenCheck(school.klass), school.mine)
    assert again.next is not None
    assert again.next.student == school.panina
    november = await world.see(open_check, OpenCheck(school.klass, TODAY + timedelta(days=30)), school.mine)
    assert not november.looked


async def test_the_month_s_duty_closes_with_it(world: World, school: School) -> None:
    key = f"klass:{school.klass}/month:{OCTOBER.isoformat()}"
    world.clock.to(date(2026, 10, 30), 12)
    assert key in await school.owed()
    with pytest.raises(Refusal) as refused:
        await world.do(close_check, OpenCheck(school.klass, TODAY), school.mine)
    assert refused.value.code == "data-check-unfinished"
    for student in (school.orlov, school.panina):
        await school.look(student)
    for _ in range(2):
        assert (await world.do(close_check, OpenCheck(school.klass, TODAY), school.mine)).done
    assert key not in await school.owed()
    assert [row[0] for row in await world.rows(select(DutyConfirmationRow.subject_key))] == [key]
    kept = await world.rows(select(AuditRow.after).where(AuditRow.kind == "data.checked"))
    assert kept == [(f"{OCTOBER.isoformat()} 2 0",)]


async def test_an_error_is_the_administrator_s_until_it_is_put_right(world: World, school: School) -> None:
    await school.look(school.orlov, WORDS)
    told = await world.rows(select(EventRow.person_id).where(EventRow.kind == "data_fault"))
    assert told == [(school.master,)]
    place = ListFaults(SchoolId(world.school))
    (fault,) = (await world.see(list_faults, place, school.office)).faults
    assert (fault.words, fault.student.short, fault.klass_name) == (WORDS, "Орлов Михаил", "7Б")
    for _ in range(2):
        after = await world.do(settle_fault, SettleFault(fault.id), school.office)
        assert not after.faults
    kept = await world.rows(select(AuditRow.kind, AuditRow.before, AuditRow.after, AuditRow.reason))
    assert [row.kind for row in kept] == ["data_fault.told", "data_fault.settled"]
    assert all(WORDS not in str(row) for row in kept)


async def test_only_one_s_own_class_and_children(world: World, school: School) -> None:
    with pytest.raises(Forbidden):
        await school.look(school.stranger)
    await school.look(school.orlov, WORDS)
    key = (await world.rows(select(DataFaultRow.id)))[0][0]
    with pytest.raises(Forbidden):
        await world.do(settle_fault, SettleFault(key), school.mine)
    with pytest.raises(Refusal) as refused:
        await school.look(school.orlov, "ы" * 301)
    assert refused.value.code == "text-long"
