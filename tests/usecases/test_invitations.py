"""Codes on paper: who gets one, who may give one, and what a new one does to the old (ACC-1, CLS-5, DIA-14)."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, select

from core.model.access import Action, Subject
from core.model.calendar import CalendarKind
from core.model.entry import EntranceKind, EntryState, Sheet
from core.model.errors import ConsentNeeded, Forbidden, Refusal, Stranger
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import Role
from core.model.school import ALL_GRADES
from core.rules.access import allowed
from core.rules.invitations import hash_code
from core.storage.rows import AuditRow, CalendarRow, EnrolmentRow, InvitationRow
from core.usecases.entry import Redeem, redeem
from core.usecases.invitations import (
    IssueInvitations,
    KlassBoard,
    ListSchools,
    ReadEntry,
    RevokeInvitation,
    SchoolBoard,
    StaffBoard,
    issue_invitations,
    klass_board,
    list_schools,
    read_entry,
    revoke_invitation,
    school_board,
    staff_board,
)
from tests.world import KlassOf, World

PEPPER = b"p" * 32


@pytest.fixture
async def teacher(world: World) -> int:
    return await world.staff("Зимина Анна Петровна")


@pytest.fixture
async def klass(world: World, teacher: int) -> KlassOf:
    return await world.klass("7Б", ["Орлов Илья", "Панина Вера"], teacher)


@pytest.fixture
async def office(world: World) -> int:
    return await world.enter(await world.staff("Громова Нина Олеговна", Role.ADMINISTRATOR))


def names(sheet: Sheet) -> list[str]:
    return [one.invitee.name.short for one in sheet.issued]


async def of_klass(world: World, klass: KlassOf, telegram: int | None, *, again: bool = False) -> Sheet:
    return await world.do(issue_invitations, IssueInvitations(PEPPER, KlassId(klass.id), again=again), telegram)


async def test_a_class_teacher_prints_for_students_and_their_guardians(
    world: World, klass: KlassOf, teacher: int
) -> None:
    await world.guardian("Орлова Инна", klass.students[0])
    await world.guardian("Панина Ольга", klass.students[1])
    sheet = await of_klass(world, klass, await world.enter(teacher))
    assert names(sheet) == ["Орлов Илья", "Орлова Инна", "Панина Вера", "Панина Ольга"]
    assert sheet.klass_name == "7Б"
    audited = await world.rows(select(AuditRow.kind, AuditRow.person_id))
    assert audited == [("invitation.issued", teacher)] * 4


async def test_who_declined_gets_no_code(world: World, klass: KlassOf, office: int) -> None:
    father = await world.guardian("Орлов Пётр", klass.students[0], electronic=False)
    assert "Орлов Пётр" not in names(await of_klass(world, klass, office))
    with pytest.raises(Refusal, match="invitation-paper"):
        await world.do(issue_invitations, IssueInvitations(PEPPER, person=PersonId(father)), office)


async def test_printing_again_is_for_those_without_a_working_code(world: World, klass: KlassOf, office: int) -> None:
    await of_klass(world, klass, office)
    with pytest.raises(Refusal, match="nobody-to-invite"):
        await of_klass(world, klass, office)
    await world.guardian("Орлова Инна", klass.students[0])
    assert names(await of_klass(world, klass, office)) == ["Орлова Инна"]


async def test_a_new_code_revokes_the_old_one(world: World, klass: KlassOf, office: int) -> None:
    old = (await of_klass(world, klass, office)).issued[0].code
    new = (await of_klass(world, klass, office, again=True)).issued[0].code
    telegram = await world.enter(await world.guardian("Панина Ольга", klass.students[1]))
    assert (await world.do(redeem, Redeem(hash_code(old, PEPPER)), telegram)).kind is EntranceKind.WRONG
    assert (await world.do(redeem, Redeem(hash_code(new, PEPPER)), telegram)).kind is EntranceKind.ENTERED


async def test_who_entered_is_passed_over_but_may_get_another_code(world: World, klass: KlassOf, office: int) -> None:
    await world.enter(klass.students[0])
    assert names(await of_klass(world, klass, office, again=True)) == ["Панина Вера"]
    single = IssueInvitations(PEPPER, person=PersonId(klass.students[0]))
    assert names(await world.do(issue_invitations, single, office)) == ["Орлов Илья"]


async def test_a_code_lives_ten_working_days(world: World, klass: KlassOf, office: int) -> None:
    sheet = await of_klass(world, klass, office)
    assert sheet.last_day(sheet.issued[0]) == date(2026, 10, 29)
    assert sheet.zone == ZoneInfo("Europe/Moscow")


async def test_a_public_holiday_is_no_working_day_of_a_code(world: World, klass: KlassOf, office: int) -> None:
    day = date(2026, 11, 4)
    kind = CalendarKind.PUBLIC_HOLIDAY
    await world.insert(
        CalendarRow, school_id=world.school, name="4 ноября", kind=kind, starts_on=day, ends_on=day, grades=ALL_GRADES
    )
    world.clock.to(date(2026, 10, 28), 12)
    sheet = await of_klass(world, klass, office)
    assert sheet.last_day(sheet.issued[0]) == date(2026, 11, 12)


async def test_those_who_left_get_none(world: World, klass: KlassOf, office: int) -> None:
    gone = await world.person("Ушаков Лев", until=date(2026, 10, 1))
    await world.insert(EnrolmentRow, student_id=gone, klass_id=klass.id, since=date(2026, 9, 1))
    assert "Ушаков Лев" not in names(await of_klass(world, klass, office))
    with pytest.raises(Refusal, match="person-left"):
        await world.do(issue_invitations, IssueInvitations(PEPPER, person=PersonId(gone)), office)


async def test_nobody_prints_for_others(world: World, klass: KlassOf, office: int) -> None:
    other = await world.enter(await world.staff("Лапин Пётр"))
    mother = await world.enter(await world.guardian("Орлова Инна", klass.students[0]))
    student = await world.enter(klass.students[0])
    head = await world.enter(await world.staff("Львов Глеб", Role.HEAD))
    for telegram in (other, mother, student, head):
        for command in (
            IssueInvitations(PEPPER, klass=KlassId(klass.id)),
            IssueInvitations(PEPPER, staff_of=SchoolId(world.school)),
            IssueInvitations(PEPPER, person=PersonId(klass.students[1])),
            IssueInvitations(PEPPER, klass=KlassId(999)),
            IssueInvitations(PEPPER, person=PersonId(999)),
        ):
            with pytest.raises(Forbidden):
                await world.do(issue_invitations, command, telegram)
    assert await world.rows(select(InvitationRow.id)) == []


async def test_a_class_teacher_does_not_print_for_staff(world: World, klass: KlassOf, teacher: int) -> None:
    colleague = await world.staff("Лапин Пётр")
    telegram = await world.enter(teacher)
    for command in (
        IssueInvitations(PEPPER, staff_of=SchoolId(world.school)),
        IssueInvitations(PEPPER, person=PersonId(colleague)),
    ):
        with pytest.raises(Forbidden):
            await world.do(issue_invitations, command, telegram)


async def test_a_guardian_is_reached_through_any_child(world: World, klass: KlassOf, teacher: int) -> None:
    other = await world.klass("5А", ["Орлов Егор"])
    mother = await world.guardian("Орлова Инна", other.students[0], klass.students[0])
    command = IssueInvitations(PEPPER, person=PersonId(mother))
    assert names(await world.do(issue_invitations, command, await world.enter(teacher))) == ["Орлова Инна"]


async def test_another_school_s_administrator_is_nobody_here(world: World, klass: KlassOf) -> None:
    here = world.school
    await world.found(name="Школа № 6", short_name="Школа № 6")
    stranger = await world.enter(await world.staff("Чужова Алла", Role.ADMINISTRATOR))
    assert here != world.school
    for command in (
        IssueInvitations(PEPPER, klass=KlassId(klass.id)),
        IssueInvitations(PEPPER, staff_of=SchoolId(here)),
    ):
        with pytest.raises(Forbidden):
            await world.do(issue_invitations, command, stranger)
    assert [one.name for one in await world.see(list_schools, ListSchools(), stranger)] == ["Школа № 6"]


async def test_a_revoked_code_is_dead(world: World, klass: KlassOf, office: int) -> None:
    await of_klass(world, klass, office)
    command = RevokeInvitation(PersonId(klass.students[0]))
    assert await world.do(revoke_invitation, command, office) == 1
    assert await world.do(revoke_invitation, command, office) == 0
    board = await world.see(klass_board, KlassBoard(KlassId(klass.id)), office)
    assert [one.state for one in board.people] == [EntryState.UNINVITED, EntryState.INVITED]


async def test_the_board_tells_how_far_each_has_come(world: World, klass: KlassOf, office: int) -> None:
    await of_klass(world, klass, office)
    await world.enter(klass.students[0])
    world.clock.shift(days=40)
    await world.guardian("Панина Ольга", klass.students[1])
    board = await world.see(klass_board, KlassBoard(KlassId(klass.id)), office)
    assert [(one.name.short, one.state) for one in board.people] == [
        ("Орлов Илья", EntryState.ENTERED),
        ("Панина Вера", EntryState.EXPIRED),
        ("Панина Ольга", EntryState.UNINVITED),
    ]
    assert board.may_issue
    (counted,) = await world.see(school_board, SchoolBoard(SchoolId(world.school)), office)
    assert (counted.students, counted.students_entered, counted.guardians, counted.guardians_entered) == (2, 1, 1, 0)


async def test_a_deputy_sees_the_board_but_prints_nothing(world: World, klass: KlassOf) -> None:
    deputy = await world.enter(await world.staff("Дёмин Олег", Role.DEPUTY))
    board = await world.see(klass_board, KlassBoard(KlassId(klass.id)), deputy)
    assert board.whole_school
    assert not board.may_issue
    assert not (await world.see(read_entry, ReadEntry(PersonId(klass.students[0])), deputy)).may_act


async def test_the_staff_board_shows_who_waits(world: World, office: int, teacher: int) -> None:
    await world.enter(teacher, confirmed=False)
    board = await world.see(staff_board, StaffBoard(SchoolId(world.school)), office)
    assert [one.state for one in board.people] == [EntryState.ENTERED, EntryState.WAITING]


async def test_boards_cost_the_same_for_one_and_for_forty(world: World, teacher: int) -> None:
    office = await world.enter(await world.staff("Громова Нина", Role.ADMINISTRATOR))
    small = await world.klass("1А", ["Орлов Илья"], teacher)
    letters = "АБВГДЕЖИКЛ"
    big = await world.klass("2А", [f"Ученик{one} {two}лья" for one in letters[:4] for two in letters])
    costs = []
    for klass in (small, big):
        said: list[str] = []

        def noted(*arguments: object, said: list[str] = said) -> None:
            said.append(str(arguments[2]))

        engine = world.engines.reader.sync_engine
        event.listen(engine, "before_cursor_execute", noted)
        await world.see(klass_board, KlassBoard(KlassId(klass.id)), office)
        event.remove(engine, "before_cursor_execute", noted)
        costs.append(len([line for line in said if line != "BEGIN"]))
    assert costs[0] == costs[1]
    assert costs[0] <= 5


@pytest.mark.parametrize("consented", [False, None])
async def test_nothing_personal_before_consent(world: World, klass: KlassOf, consented: bool | None) -> None:
    admin = await world.staff("Громова Нина", Role.ADMINISTRATOR)
    telegram = 99 if consented is None else await world.enter(admin, consented=False)
    refused = Stranger if consented is None else ConsentNeeded
    school, person = SchoolId(world.school), PersonId(klass.students[0])
    for call in (
        world.see(klass_board, KlassBoard(KlassId(klass.id)), telegram),
        world.see(staff_board, StaffBoard(school), telegram),
        world.see(school_board, SchoolBoard(school), telegram),
        world.see(read_entry, ReadEntry(person), telegram),
        world.see(read_entry, ReadEntry(PersonId(999)), telegram),
        world.do(issue_invitations, IssueInvitations(PEPPER, person=person), telegram),
        world.do(revoke_invitation, RevokeInvitation(person), telegram),
    ):
        with pytest.raises(refused):
            await call


async def test_the_system_actor_may_print(world: World, klass: KlassOf) -> None:
    async with world.works.reading() as work:
        assert allowed(work.actor, Action.INVITATION_ISSUE, Subject(school=SchoolId(world.school)))
    sheet = await of_klass(world, klass, None)
    assert len({one.code for one in sheet.issued}) == 2
    assert sheet.issued[0].expires_at > world.clock.now() + timedelta(days=14)
    audited = await world.rows(select(AuditRow.role, AuditRow.person_id))
    assert audited == [("system", None)] * 2
