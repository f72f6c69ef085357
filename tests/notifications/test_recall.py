"""Letters that have left: edited, taken back, replaced where Telegram deletes no more – at least once (CLS-3)."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from core.model.ids import AccountId
from core.storage.gateways import outbox, recalls
from core.storage.gateways.outbox import NewLetter
from core.storage.rows import AccountRow, LetterFileRow, LetterRecallRow, LetterRow, RemarkRow
from core.usecases.remarks import WriteRemark, write_remark
from notifications.letter import LetterKind
from notifications.parcels import units
from notifications.post import Broken, ChatGone, Down, Outgoing, TooFast, Unclear
from notifications.recall import captioned
from tests.notifications.conftest import Office

KIND = LetterKind.REMARK.value
STUB = "Это сообщение отозвано."


async def _told(office: Office) -> int:
    """Let a remark reach mother, father and student; gives its id."""
    await office.do(write_remark, WriteRemark(office.lesson, office.child, "Забыла тетрадь"))
    await office.later(minutes=6)
    assert len(office.post.arrived) == 3
    return int((await office.world.rows(select(RemarkRow.id)))[0].id)


async def _change(office: Office, remark: int, text: str | None) -> None:
    """Change the remark's words, or take it away, and ask for what was told of it to follow."""
    row = RemarkRow.id == remark
    statement = delete(RemarkRow).where(row) if text is None else update(RemarkRow).where(row).values(text=text)
    async with office.world.works.changing() as work:
        await work.run(lambda db: db.execute(statement))
        await work.run(recalls.edit_sent, KIND, remark, work.now)


async def _take_back(office: Office, remark: int) -> int:
    async with office.world.works.changing() as work:
        return await work.run(recalls.take_back, KIND, remark, work.now)


async def _outcomes(office: Office) -> list[str]:
    rows = await office.world.rows(select(LetterRecallRow.outcome).order_by(LetterRecallRow.id))
    return [row.outcome for row in rows]


def _edits(office: Office) -> list[tuple[int, str]]:
    return [(message.chat, message.text.rsplit("\n", 1)[-1]) for _, message, _ in office.post.edited]


async def test_what_was_told_is_edited_in_every_chat(office: Office) -> None:
    async with office.running():
        remark = await _told(office)
        await _change(office, remark, "Забыла дневник")
        await office.told()
    chats = {delivery.message_id: delivery.message.chat for delivery in office.post.arrived}
    assert {key: message.chat for key, message, _ in office.post.edited} == chats
    assert all("Забыла дневник" in message.text for _, message, _ in office.post.edited)
    assert await _outcomes(office) == ["edited"] * 3
    assert len(office.post.arrived) == 3


async def test_what_has_nothing_to_say_any_more_is_taken_back(office: Office) -> None:
    async with office.running():
        remark = await _told(office)
        await _change(office, remark, None)
        await office.told()
    assert {chat for chat, _ in office.post.deleted} == {office.mother, office.father, office.student}
    assert await _outcomes(office) == ["deleted"] * 3


async def test_what_waits_is_withdrawn_and_nobody_hears_of_it(office: Office) -> None:
    async with office.running():
        await office.do(write_remark, WriteRemark(office.lesson, office.child, "Забыла тетрадь"))
        await office.told()
        remark = int((await office.world.rows(select(RemarkRow.id)))[0].id)
        assert await _take_back(office, remark) == 0
        await office.later(minutes=6)
    assert office.post.arrived == []
    assert await office.outcomes() == ["withdrawn"] * 3


async def test_after_two_days_the_words_are_replaced(office: Office) -> None:
    async with office.running():
        remark = await _told(office)
        office.world.clock.shift(hours=48)
        assert await _take_back(office, remark) == 3
        await office.told()
    assert office.post.deleted == []
    assert {text for _, text in _edits(office)} == {STUB}
    assert await _outcomes(office) == ["replaced"] * 3


async def test_what_telegram_refuses_to_delete_is_replaced(office: Office) -> None:
    async with office.running():
        remark = await _told(office)
        office.post.always = lambda message: None if message.text else Broken("message can't be deleted")
        await _take_back(office, remark)
        await office.told()
    assert {text for _, text in _edits(office)} == {STUB}


async def test_a_caption_is_edited_as_one_and_every_file_is_taken_back(office: Office) -> None:
    async with office.running():
        remark = await _told(office)
        letters = await office.world.rows(select(LetterRow.id, LetterRow.message_id).order_by(LetterRow.id))
        files = [
            {"letter_id": letters[0].id, "message_id": letters[0].message_id},
            {"letter_id": letters[1].id, "message_id": 900},
        ]
        async with office.world.works.changing() as work:
            await work.run(lambda db: db.execute(insert(LetterFileRow), files))
        await _change(office, remark, "Забыла дневник")
        await office.told()
        await _take_back(office, remark)
        await office.told()
    captions = {key for key, _, caption in office.post.edited if caption}
    assert captions == {letters[0].message_id}
    assert {key for _, key in office.post.deleted} == {900, *(row.message_id for row in letters)}


async def test_who_may_not_read_any_more_is_told_nothing_new_but_loses_what_is_taken_back(office: Office) -> None:
    async with office.running():
        remark = await _told(office)
        unread = update(LetterRow).values(person_id=office.room.teacher)
        async with office.world.works.changing() as work:
            await work.run(lambda db: db.execute(unread))
        await _change(office, remark, "Забыла дневник")
        await office.told()
        assert office.post.edited == []
        await _take_back(office, remark)
        await office.told()
    assert len(office.post.deleted) == 3


async def test_out_of_reach_it_waits_and_is_done_later(office: Office) -> None:
    async with office.running() as notifications:
        remark = await _told(office)
        office.post.always = lambda _message: Down("no route")
        await _change(office, remark, "Забыла дневник")
        for _ in range(8):
            await notifications._sender.recall()
        assert await _outcomes(office) == [""] * 3
        office.post.always = lambda _message: None
        await office.told()
    assert await _outcomes(office) == ["edited"] * 3


async def test_a_ban_holds_everybody_and_costs_no_attempt(office: Office) -> None:
    async with office.running() as notifications:
        remark = await _told(office)
        office.post.script = [TooFast(0.2)]
        await _change(office, remark, "Забыла дневник")
        await notifications._sender.recall()
        await asyncio.sleep(0.3)
        await office.told()
    assert await _outcomes(office) == ["edited"] * 3
    attempts = await office.world.rows(select(LetterRecallRow.attempts))
    assert {row.attempts for row in attempts} == {0}


@pytest.mark.parametrize(
    ("answer", "outcome", "rounds"),
    [(ChatGone("blocked"), "nothing", 1), (Broken("no"), "failed", 1), (Unclear("?"), "failed", 5)],
)
async def test_what_cannot_be_done_ends(office: Office, answer: object, outcome: str, rounds: int) -> None:
    async with office.running() as notifications:
        remark = await _told(office)
        office.post.always = lambda _message: answer
        await _change(office, remark, "Забыла дневник")
        for _ in range(rounds):
            assert await _outcomes(office) == [""] * 3
            await notifications._sender.recall()
    assert await _outcomes(office) == [outcome] * 3
    async with office.world.works.reading() as work:
        assert await work.run(recalls.progress, KIND, remark) == {outcome: 3}


async def test_a_letter_under_way_is_followed_by_its_edit(office: Office) -> None:
    async with office.running() as notifications:
        await office.do(write_remark, WriteRemark(office.lesson, office.child, "Забыла тетрадь"))
        await office.told()
        remark = int((await office.world.rows(select(RemarkRow.id)))[0].id)
        office.post.latency = 0.2
        office.world.clock.shift(minutes=6)
        notifications.ring()
        await office.post.until(lambda post: len(post.tried) == 3)
        await _change(office, remark, "Забыла дневник")
        await notifications._sender.recall()
        assert office.post.edited == []
        await office.told()
    assert len(office.post.arrived) == len(office.post.edited) == 3


async def test_a_file_that_arrived_is_remembered_with_its_letter(office: Office) -> None:
    world, now = office.world, office.world.clock.now()
    key = await world.insert(AccountRow, telegram_id=90_000, created_at=now)
    letter = NewLetter("one", KIND, AccountId(key), world.school, due_at=now, created_at=now)
    async with world.works.changing() as work:
        await work.run(outbox.write, [letter])
        [draft] = await work.run(outbox.claim, outbox.Claim(1, now + timedelta(minutes=2)), now)
        settled = outbox.Settlement(draft.id, draft.token, "sent", 7, files=(5, 6))
        await work.run(outbox.settle, [settled], now)
    rows = await world.rows(select(LetterFileRow.message_id).order_by(LetterFileRow.message_id))
    assert [row.message_id for row in rows] == [5, 6]
    assert isinstance(office.post.accept(Outgoing(1, "")).message_id, int)


async def test_what_was_asked_for_while_nobody_ran_is_done_at_the_next_start(office: Office) -> None:
    async with office.running():
        remark = await _told(office)
    await _change(office, remark, "Забыла дневник")
    async with office.running(owner="two:2:b"):
        await office.told()
        # Nothing is done twice that was settled.
        await office.told()
    assert len(office.post.edited) == 3


def test_a_caption_that_grew_too_long_is_cut_without_its_tags() -> None:
    short = Outgoing(1, "<b>5</b> &amp; 4")
    assert captioned(short) == short
    cut = captioned(Outgoing(1, f"<b>{'😀' * 600}</b>"))
    assert (units(cut.text), cut.text[-1], cut.html) == (1023, "…", False)
