"""Consent first; withdrawn at any time, with everything that hangs on it (ACC-4)."""

import pytest
from sqlalchemy import select

from core.model.access import Action, Subject
from core.model.errors import ConsentNeeded, Forbidden, Refusal, Stale, Stranger
from core.model.ids import PersonId, SchoolId
from core.rules.access import require
from core.rules.consent import CONSENT_VERSION, text_hash
from core.storage.rows import AccountRow, AuditRow, ConsentRow, LetterRow
from core.usecases.account import Choose, choose
from core.usecases.consent import (
    AcceptConsent,
    ReadConsent,
    WithdrawConsent,
    accept_consent,
    read_consent,
    withdraw_consent,
)
from tests.world import KlassOf, World


@pytest.fixture
async def klass(world: World) -> KlassOf:
    return await world.klass("7Б", ["Орлов Илья", "Панина Вера"])


async def test_what_was_accepted_is_on_record(world: World) -> None:
    shown = text_hash("the words that were shown")
    await world.do(accept_consent, AcceptConsent(CONSENT_VERSION, shown, "en"), 70)
    await world.do(accept_consent, AcceptConsent(CONSENT_VERSION, shown, "en"), 70)
    assert await world.rows(select(ConsentRow.version, ConsentRow.text_hash, ConsentRow.given_at)) == [
        (CONSENT_VERSION, shown, world.clock.now())
    ]
    assert await world.rows(select(AccountRow.telegram_id, AccountRow.language)) == [(70, "en")]


async def test_an_old_text_cannot_be_accepted(world: World) -> None:
    with pytest.raises(Stale, match="consent-changed"):
        await world.do(accept_consent, AcceptConsent(CONSENT_VERSION + 1, "0" * 64), 70)
    assert await world.rows(select(AccountRow.id)) == []


async def test_withdrawal_ends_everything_at_once(world: World, klass: KlassOf) -> None:
    mother = await world.guardian("Орлова Инна", *klass.students)
    telegram = await world.enter(mother, klass.students[0])
    account = (await world.rows(select(AccountRow.id)))[0][0]
    for key, person in (("a", mother), ("b", None)):
        await world.insert(
            LetterRow,
            account_id=account,
            person_id=person,
            kind="mark",
            unique_key=key,
            created_at=world.clock.now(),
            due_at=world.clock.now(),
        )

    assert await world.do(withdraw_consent, WithdrawConsent(), telegram) == 2

    async with world.works.reading(telegram) as work:
        assert work.actor.capacities == ()
        assert not work.actor.consented
        with pytest.raises(Refusal):
            require(work.actor, Action.DIARY_READ, Subject(SchoolId(world.school), PersonId(klass.students[0])))
    assert await world.rows(select(LetterRow.outcome).distinct()) == [("withdrawn",)]
    assert [row[0] for row in await world.rows(select(AuditRow.kind))] == ["consent.withdrawn"]
    assert (await world.rows(select(ConsentRow.withdrawn_at)))[0][0] == world.clock.now()
    assert await world.see(read_consent, ReadConsent(), telegram) is None


async def test_a_stranger_has_nothing_to_withdraw(world: World) -> None:
    with pytest.raises(Stranger):
        await world.do(withdraw_consent, WithdrawConsent(), 70)
    assert await world.see(read_consent, ReadConsent(), 70) is None


async def test_an_account_focuses_on_its_own_people_only(world: World, klass: KlassOf) -> None:
    mother, teacher = await world.guardian("Орлова Инна", klass.students[0]), await world.staff("Орлова Инна")
    telegram = await world.enter(mother, teacher)
    assert (await world.do(choose, Choose(focus=PersonId(teacher)), telegram)).focus == teacher
    for other in (klass.students[1], 999):
        with pytest.raises(Forbidden):
            await world.do(choose, Choose(focus=PersonId(other)), telegram)
    unsigned = await world.enter(klass.students[1], consented=False)
    with pytest.raises(ConsentNeeded):
        await world.do(choose, Choose(focus=PersonId(klass.students[1])), unsigned)


async def test_a_language_is_kept(world: World, klass: KlassOf) -> None:
    telegram = await world.enter(klass.students[0])
    assert (await world.do(choose, Choose(language="en"), telegram)).language == "en"
    async with world.works.reading(telegram) as work:
        assert work.actor.language == "en"
    with pytest.raises(Stranger):
        await world.do(choose, Choose(language="en"), 70)
