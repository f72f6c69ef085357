"""Access cut off by those who may, at once, with what was about to be sent (ACC-1, ACC-5)."""

import pytest
from sqlalchemy import select

from core.model.errors import Forbidden, Refusal, Stranger
from core.model.events import EventKind
from core.model.ids import BindingId, PersonId
from core.model.people import Role
from core.storage.rows import AuditRow, BindingRow, EventRow, InvitationRow, LetterRow
from core.usecases.access import CutAccess, ReportOwnLost, cut_access, report_own_lost
from core.usecases.invitations import IssueInvitations, issue_invitations
from tests.world import KlassOf, World

PEPPER = b"p" * 32


@pytest.fixture
async def klass(world: World) -> KlassOf:
    return await world.klass("7Б", ["Орлов Илья", "Панина Вера"], await world.staff("Зимина Анна Петровна"))


async def binding_of(world: World, person: int) -> BindingId:
    rows = await world.rows(select(BindingRow.id).where(BindingRow.person_id == person))
    return BindingId(rows[-1][0])


async def letter_for(world: World, person: int, key: str) -> None:
    account = (await world.rows(select(BindingRow.account_id).where(BindingRow.person_id == person)))[0][0]
    await world.insert(
        LetterRow,
        account_id=account,
        person_id=person,
        kind="mark",
        unique_key=key,
        created_at=world.clock.now(),
        due_at=world.clock.now(),
    )


async def is_in(world: World, telegram: int) -> bool:
    async with world.works.reading(telegram) as work:
        return bool(work.actor.capacities)


async def test_a_guardian_cuts_who_came_later(world: World, klass: KlassOf) -> None:
    mother = await world.enter(await world.guardian("Орлова Инна", klass.students[0]))
    world.clock.shift(hours=1)
    intruder = await world.guardian("Орлов Пётр", klass.students[0])
    his = await world.enter(intruder)
    await letter_for(world, intruder, "to him")

    who = await world.do(cut_access, CutAccess(await binding_of(world, intruder)), mother)

    assert who.name.short == "Орлов Пётр"
    assert not await is_in(world, his)
    assert await world.rows(select(LetterRow.outcome)) == [("withdrawn",)]
    assert await world.rows(select(EventRow.kind, EventRow.person_id)) == [(EventKind.ACCESS_CUT, intruder)]
    assert [row[0] for row in await world.rows(select(AuditRow.kind))] == ["access.cut"]


async def test_a_newcomer_cannot_lock_the_family_out(world: World, klass: KlassOf) -> None:
    mother = await world.guardian("Орлова Инна", klass.students[0])
    hers = await world.enter(mother)
    world.clock.shift(hours=1)
    newcomer = await world.enter(await world.guardian("Орлов Пётр", klass.students[0]))
    with pytest.raises(Refusal, match="entered-before-you"):
        await world.do(cut_access, CutAccess(await binding_of(world, mother)), newcomer)
    assert await is_in(world, hers)


async def test_the_class_teacher_cuts_anyone_of_the_class(world: World, klass: KlassOf) -> None:
    mother = await world.guardian("Орлова Инна", klass.students[0])
    hers = await world.enter(mother)
    teacher = (await world.rows(select(BindingRow.person_id)))[0][0]
    assert teacher == mother
    chief = await world.enter(1)
    await world.do(cut_access, CutAccess(await binding_of(world, mother)), chief)
    assert not await is_in(world, hers)
    await world.do(cut_access, CutAccess(await binding_of(world, mother)), chief)
    assert len(await world.rows(select(AuditRow.id))) == 1


async def test_others_cannot_cut(world: World, klass: KlassOf) -> None:
    mother = await world.guardian("Орлова Инна", klass.students[0])
    hers = await world.enter(mother)
    another = await world.enter(await world.guardian("Панина Ольга", klass.students[1]))
    teacher = await world.enter(await world.staff("Лапин Пётр"))
    student = await world.enter(klass.students[0])
    head = await world.enter(await world.staff("Львов Глеб", Role.HEAD))
    for telegram in (another, teacher, student, head):
        for binding in (await binding_of(world, mother), BindingId(999)):
            with pytest.raises(Forbidden):
                await world.do(cut_access, CutAccess(binding), telegram)
    assert await is_in(world, hers)


async def test_lost_cuts_every_person_of_the_account_everywhere(world: World, klass: KlassOf) -> None:
    teacher = await world.staff("Лапин Пётр")
    parent = await world.guardian("Лапин Пётр", klass.students[0])
    telegram = await world.enter(teacher, parent)
    second_phone = await world.enter(parent)
    await world.do(issue_invitations, IssueInvitations(PEPPER, person=PersonId(parent)))

    assert await world.do(report_own_lost, ReportOwnLost(), telegram) == 3

    assert not await is_in(world, telegram)
    assert not await is_in(world, second_phone)
    assert (await world.rows(select(InvitationRow.revoked_at)))[0][0] is not None
    kinds = [row[0] for row in await world.rows(select(EventRow.kind))]
    assert kinds == [EventKind.ACCESS_CUT] * 3
    with pytest.raises(Stranger):
        await world.do(report_own_lost, ReportOwnLost(), telegram)


async def test_lost_does_not_wait_for_a_signature(world: World, klass: KlassOf) -> None:
    telegram = await world.enter(klass.students[0], consented=False)
    assert await world.do(report_own_lost, ReportOwnLost(), telegram) == 1
