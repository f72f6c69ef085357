"""Coming in by a code: once, by its own person, after the consent; staff through the administrator."""

import asyncio
import secrets
from datetime import timedelta

import pytest
from sqlalchemy import select

from core.model.entry import Entrance, EntranceKind
from core.model.errors import ConsentNeeded, Forbidden, Refusal, Stale
from core.model.events import EventKind
from core.model.ids import BindingId, InvitationId, KlassId, PersonId, SchoolId
from core.model.people import Role
from core.rules.consent import CONSENT_VERSION
from core.rules.invitations import hash_code
from core.storage.rows import AccountRow, BindingRow, CodeAttemptRow, EventRow, InvitationRow
from core.usecases.access import CutAccess, cut_access
from core.usecases.consent import AcceptConsent, accept_consent
from core.usecases.entry import (
    Arrive,
    Blocked,
    ClaimStaff,
    ConfirmStaff,
    Redeem,
    RefuseStaff,
    WaitingStaff,
    arrive,
    claim_staff,
    confirm_staff,
    note_blocked,
    redeem,
    refuse_staff,
    waiting_staff,
)
from core.usecases.invitations import IssueInvitations, RevokeInvitation, issue_invitations, revoke_invitation
from tests.world import KlassOf, World

PEPPER = b"p" * 32


async def agreed(world: World, telegram: int) -> int:
    """Let a newcomer accept the consent text."""
    await world.do(accept_consent, AcceptConsent(CONSENT_VERSION, "0" * 64), telegram)
    return telegram


async def enter_by(world: World, telegram: int, code: str) -> Entrance:
    return await world.do(redeem, Redeem(hash_code(code, PEPPER)), telegram)


async def code_for(world: World, person: int) -> str:
    """Let the command line print a code."""
    sheet = await world.do(issue_invitations, IssueInvitations(PEPPER, person=PersonId(person)))
    return sheet.issued[0].code


@pytest.fixture
async def klass(world: World) -> KlassOf:
    teacher = await world.staff("Зимина Анна Петровна")
    return await world.klass("7Б", ["Орлов Илья", "Панина Вера"], teacher)


async def test_a_guardian_is_in_at_once(world: World, klass: KlassOf) -> None:
    mother = await world.guardian("Орлова Инна Львовна", klass.students[0])
    telegram = await agreed(world, 70)

    entrance = await enter_by(world, telegram, await code_for(world, mother))

    assert entrance.kind is EntranceKind.ENTERED
    assert [child.short for child in entrance.children] == ["Орлов Илья"]
    async with world.works.reading(telegram) as work:
        assert work.actor.roles() == {Role.GUARDIAN}
        assert work.actor.focus == mother
    events = await world.rows(select(EventRow.kind, EventRow.student_id, EventRow.person_id, EventRow.actor_id))
    around = [(kind, klass.students[0], mother, mother) for kind in (EventKind.ENTRY, EventKind.KLASS_ENTRY)]
    assert events == around


async def test_a_code_typed_carelessly_is_the_same_code(world: World, klass: KlassOf) -> None:
    code = await code_for(world, klass.students[0])
    careless = code.lower().replace("-", " ")
    assert (await enter_by(world, await agreed(world, 70), careless)).kind is EntranceKind.ENTERED


async def test_one_of_a_hundred_rivals_gets_in(world: World, klass: KlassOf) -> None:
    code = await code_for(world, klass.students[0])
    rivals = [await agreed(world, 100 + number) for number in range(100)]

    entrances = await asyncio.gather(*(enter_by(world, rival, code) for rival in rivals))

    kinds = [entrance.kind for entrance in entrances]
    assert kinds.count(EntranceKind.ENTERED) == 1
    assert set(kinds) == {EntranceKind.ENTERED, EntranceKind.WRONG}
    assert len(await world.rows(select(BindingRow.id))) == 1


async def test_guesses_hit_nothing_and_are_slowed(world: World, klass: KlassOf) -> None:
    await code_for(world, klass.students[0])
    telegram = await agreed(world, 70)

    kinds = [(await world.do(redeem, Redeem(secrets.token_hex(32)), telegram)).kind for _ in range(8)]

    assert kinds == [EntranceKind.WRONG] * 5 + [EntranceKind.SLOW_DOWN] * 3
    assert len(await world.rows(select(CodeAttemptRow.id))) == 5


async def test_even_the_right_code_waits_out_the_pause(world: World, klass: KlassOf) -> None:
    code = await code_for(world, klass.students[0])
    telegram = await agreed(world, 70)
    for _ in range(5):
        await enter_by(world, telegram, "wrong")

    paused = await enter_by(world, telegram, code)
    assert paused.kind is EntranceKind.SLOW_DOWN
    assert paused.retry_at == world.clock.now() + timedelta(hours=1)
    world.clock.shift(hours=1, seconds=1)
    assert (await enter_by(world, telegram, code)).kind is EntranceKind.ENTERED


async def test_many_accounts_guessing_leave_one_try_to_others(world: World, klass: KlassOf) -> None:
    code = await code_for(world, klass.students[0])
    for number in range(100):
        await world.insert(CodeAttemptRow, telegram_id=1000 + number, at=world.clock.now())
    assert (await enter_by(world, await agreed(world, 70), code)).kind is EntranceKind.ENTERED
    clumsy = await agreed(world, 71)
    assert (await enter_by(world, clumsy, "wrong")).kind is EntranceKind.WRONG
    assert (await enter_by(world, clumsy, "wrong")).kind is EntranceKind.SLOW_DOWN


@pytest.mark.parametrize("fault", ["wrong", "used", "expired", "revoked"])
async def test_every_bad_code_gets_the_same_answer_by_the_same_statements(
    world: World, klass: KlassOf, fault: str
) -> None:
    code = await code_for(world, klass.students[0])
    if fault == "used":
        await enter_by(world, await agreed(world, 60), code)
    if fault == "expired":
        world.clock.shift(days=60)
    if fault == "revoked":
        await world.do(revoke_invitation, RevokeInvitation(PersonId(klass.students[0])))
    telegram = await agreed(world, 70)

    async with world.works.changing(telegram) as work:
        said: list[str] = []
        run = work.run

        async def noted(query, *args, **kwargs):  # type: ignore[no-untyped-def]
            said.append(query.__name__)
            return await run(query, *args, **kwargs)

        work.run = noted  # type: ignore[method-assign]
        entrance = await redeem(work, Redeem(hash_code("XXXX" if fault == "wrong" else code, PEPPER)))

    assert entrance == Entrance(EntranceKind.WRONG)
    assert said == ["wrong_since", "use", "used_by", "note_wrong"]


async def test_one_s_own_used_code_is_no_fault(world: World, klass: KlassOf) -> None:
    code = await code_for(world, klass.students[0])
    telegram = await agreed(world, 70)
    await enter_by(world, telegram, code)
    assert (await enter_by(world, telegram, code)).kind is EntranceKind.ALREADY
    assert await world.rows(select(CodeAttemptRow.id)) == []


async def test_only_the_hash_is_stored(world: World, klass: KlassOf) -> None:
    code = await code_for(world, klass.students[0])
    stored = await world.rows(select(InvitationRow.code_hash))
    assert stored == [(hash_code(code, PEPPER),)]
    assert code not in str(stored)


async def test_no_code_without_consent(world: World, klass: KlassOf) -> None:
    code = await code_for(world, klass.students[0])
    with pytest.raises(ConsentNeeded):
        await enter_by(world, 70, code)
    assert await world.rows(select(AccountRow.id)) == []


async def test_the_first_administrator_is_in_by_the_command_line_s_code(world: World) -> None:
    admin = await world.staff("Громова Нина Олеговна", Role.ADMINISTRATOR)
    telegram = await agreed(world, 70)
    asked = await enter_by(world, telegram, await code_for(world, admin))
    assert asked.kind is EntranceKind.TO_CLAIM
    assert asked.claim is not None
    assert asked.claim.name.full == "Громова Нина Олеговна"

    entrance = await world.do(claim_staff, ClaimStaff(asked.claim.invitation, mine=True), telegram)

    assert entrance.kind is EntranceKind.ENTERED
    async with world.works.reading(telegram) as work:
        assert work.actor.roles() == {Role.ADMINISTRATOR}


@pytest.fixture
async def office(world: World) -> int:
    """The Telegram id of an administrator who is in."""
    return await world.enter(await world.staff("Громова Нина Олеговна", Role.ADMINISTRATOR))


async def claimed(world: World, person: int, telegram: int) -> Entrance:
    asked = await enter_by(world, await agreed(world, telegram), await code_for(world, person))
    assert asked.claim is not None
    return await world.do(claim_staff, ClaimStaff(asked.claim.invitation, mine=True), telegram)


async def test_a_second_administrator_waits_for_the_first(world: World, office: int) -> None:
    second = await world.staff("Дёмин Олег Ильич", Role.ADMINISTRATOR)
    assert (await claimed(world, second, 70)).kind is EntranceKind.WAITING


async def test_an_administrator_s_code_from_a_person_never_lets_in_at_once(world: World, office: int) -> None:
    second = await world.staff("Дёмин Олег Ильич", Role.ADMINISTRATOR)
    sheet = await world.do(issue_invitations, IssueInvitations(PEPPER, person=PersonId(second)), office)
    (mine,) = await world.rows(select(BindingRow.id))
    await world.do(cut_access, CutAccess(mine[0]))
    asked = await enter_by(world, await agreed(world, 70), sheet.issued[0].code)
    assert asked.claim is not None
    entrance = await world.do(claim_staff, ClaimStaff(asked.claim.invitation, mine=True), 70)
    assert entrance.kind is EntranceKind.WAITING


async def test_staff_wait_until_the_administrator_confirms(world: World, office: int) -> None:
    teacher = await world.staff("Зимина Анна Петровна")
    assert (await claimed(world, teacher, 70)).kind is EntranceKind.WAITING
    (waiting,) = (await world.see(waiting_staff, WaitingStaff(SchoolId(world.school)), office)).entries
    assert waiting.name.full == "Зимина Анна Петровна"
    async with world.works.reading(70) as work:
        assert work.actor.pending
        assert work.actor.capacities == ()

    await world.do(confirm_staff, ConfirmStaff(waiting.binding), office)

    async with world.works.reading(70) as work:
        assert work.actor.roles() == {Role.TEACHER}
    kinds = [row[0] for row in await world.rows(select(EventRow.kind).order_by(EventRow.id))]
    assert kinds == [EventKind.ENTRY_TO_CONFIRM, EventKind.ENTRY_CONFIRMED]
    with pytest.raises(Stale):
        await world.do(confirm_staff, ConfirmStaff(waiting.binding), office)


async def test_a_refused_entry_is_over_and_its_code_too(world: World, office: int) -> None:
    teacher = await world.staff("Зимина Анна Петровна")
    await claimed(world, teacher, 70)
    (waiting,) = (await world.see(waiting_staff, WaitingStaff(SchoolId(world.school)), office)).entries
    await world.do(refuse_staff, RefuseStaff(waiting.binding), office)
    async with world.works.reading(70) as work:
        assert not work.actor.pending
    (invitation,) = await world.rows(select(InvitationRow.id))
    with pytest.raises(Stale):
        await world.do(claim_staff, ClaimStaff(InvitationId(invitation[0]), mine=True), 70)


async def test_who_finds_a_teacher_s_code_disowns_it(world: World, office: int) -> None:
    teacher = await world.staff("Зимина Анна Петровна")
    code = await code_for(world, teacher)
    asked = await enter_by(world, await agreed(world, 70), code)
    assert asked.claim is not None
    entrance = await world.do(claim_staff, ClaimStaff(asked.claim.invitation, mine=False), 70)
    assert entrance.kind is EntranceKind.DISOWNED
    assert (await world.see(waiting_staff, WaitingStaff(SchoolId(world.school)), office)).entries == ()
    assert (await enter_by(world, 70, code)).kind is EntranceKind.WRONG


async def test_a_claim_is_asked_again_until_it_is_answered(world: World) -> None:
    teacher = await world.staff("Зимина Анна Петровна")
    code = await code_for(world, teacher)
    await enter_by(world, await agreed(world, 70), code)
    here = await world.do(arrive, Arrive(returning=True), 70)
    assert here.claim is not None
    assert (await enter_by(world, 70, code)).kind is EntranceKind.TO_CLAIM


async def test_nobody_answers_for_another_account(world: World) -> None:
    teacher = await world.staff("Зимина Анна Петровна")
    asked = await enter_by(world, await agreed(world, 70), await code_for(world, teacher))
    assert asked.claim is not None
    await agreed(world, 71)
    with pytest.raises(Forbidden):
        await world.do(claim_staff, ClaimStaff(asked.claim.invitation, mine=True), 71)


async def test_only_the_administrator_lets_staff_in(world: World, klass: KlassOf, office: int) -> None:
    await claimed(world, await world.staff("Лапин Пётр Львович"), 70)
    (waiting,) = (await world.see(waiting_staff, WaitingStaff(SchoolId(world.school)), office)).entries
    mother = await world.enter(await world.guardian("Орлова Инна", klass.students[0]))
    for telegram in (mother, 70):
        with pytest.raises(Refusal, match=r"not-found|pending"):
            await world.do(confirm_staff, ConfirmStaff(waiting.binding), telegram)
        with pytest.raises(Refusal, match=r"not-found|pending"):
            await world.do(refuse_staff, RefuseStaff(waiting.binding), telegram)
    with pytest.raises(Forbidden):
        await world.do(confirm_staff, ConfirmStaff(BindingId(999)), office)


async def test_a_blocked_bot_is_noted_until_start(world: World, klass: KlassOf) -> None:
    telegram = await world.enter(klass.students[0])
    await world.do(note_blocked, Blocked(telegram, blocked=True))
    assert await world.rows(select(AccountRow.blocked_at)) == [(world.clock.now(),)]
    await world.do(arrive, Arrive(returning=True), telegram)
    assert await world.rows(select(AccountRow.blocked_at)) == [(None,)]


async def test_two_children_one_code(world: World, klass: KlassOf) -> None:
    mother = await world.guardian("Орлова Инна", *klass.students)
    sheet = await world.do(issue_invitations, IssueInvitations(PEPPER, klass=KlassId(klass.id)))
    mine = [one for one in sheet.issued if one.invitee.person == mother]
    assert len(mine) == 1
    entrance = await enter_by(world, await agreed(world, 70), mine[0].code)
    assert len(entrance.children) == 2
    assert await world.rows(select(EventRow.student_id).distinct()) == [(None,)]
