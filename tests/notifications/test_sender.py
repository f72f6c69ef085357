"""The sender under faults: nothing lost, nothing doubled beyond what was under way, order kept (NTF-1, NTF-4)."""

import asyncio
import itertools
import random
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import event, select, update

from core.model.attendance import Presence
from core.storage.gateways import outbox
from core.storage.gateways.outbox import Claim, Settlement
from core.storage.rows import AccountRow, LetterRow
from core.usecases.attendance import TakeAttendance, take_attendance
from notifications import Notifications, Pace
from notifications.compose import compose
from notifications.leadership import is_dead, this_process
from notifications.post import Broken, ChatGone, Down, Outcome, Outgoing, TooFast, Unclear
from tests.fakes.post import FakePost
from tests.notifications.conftest import HURRY, WORDS, Office
from tests.notifications.queue import accounts_of, crash, write_letters


def _numbers(texts: list[str]) -> list[int]:
    return [int(text.rsplit("#", 1)[1]) for text in texts]


async def test_every_letter_arrives_once_and_in_order(office: Office) -> None:
    accounts = await accounts_of(office, 20)
    await write_letters(office, accounts, 5)
    async with office.running():
        await office.told()
    assert all(_numbers(texts) == [1, 2, 3, 4, 5] for texts in office.post.by_chat().values())
    assert len(office.post.by_chat()) == 20
    assert Counter(await office.outcomes()) == {"sent": 100}


async def test_order_survives_a_mix_of_faults_and_only_unclear_answers_may_double(office: Office) -> None:
    dice = random.Random(7)
    unclear = 0

    def faulty(message: Outgoing) -> Outcome | None:
        nonlocal unclear
        match dice.randrange(10):
            case 0:
                return Down("reset")
            case 1:
                unclear += 1
                if dice.random() < 0.5:
                    office.post.accept(message)
                return Unclear("timeout")
            case 2:
                return TooFast(0.01)
        return None

    office.post.always = faulty
    accounts = await accounts_of(office, 10)
    await write_letters(office, accounts, 4)
    async with office.running() as notifications:
        _impatient(notifications)
        async with asyncio.timeout(60):
            await notifications.idle()
    copies = 0
    for texts in office.post.by_chat().values():
        told = _numbers(texts)
        assert list(dict.fromkeys(told)) == [1, 2, 3, 4]
        assert told == sorted(told)
        copies += len(told) - 4
    assert copies <= unclear


def _impatient(notifications: Notifications) -> None:
    """Shorten rests after failures: a test can't wait for minutes."""
    carrier = notifications._sender._carrier
    chats = carrier._chats
    chats.failed = lambda account: chats.banned(account, 0.01)
    pause = carrier._pause
    carrier._pause = lambda seconds: pause(min(seconds, 0.02))


async def test_a_ban_stops_everybody_for_as_long_as_it_says(office: Office) -> None:
    accounts = await accounts_of(office, 6)
    await write_letters(office, accounts, 1)
    office.post.script = [TooFast(0.4)]
    async with office.running(Pace(per_second=2000, chat_gap=0.0, workers=1)):
        await office.told()
    first, *others = [at for at, _ in office.post.tried]
    assert min(others) - first >= 0.4
    assert Counter(row.attempts for row in await office.letters()) == {0: 6}


async def test_a_chat_banned_twice_running_does_not_hold_up_the_others(office: Office) -> None:
    accounts = await accounts_of(office, 5)
    await write_letters(office, accounts, 1)
    hasty = accounts[0][1]
    bans = [TooFast(0.1), TooFast(600.0)]
    office.post.always = lambda message: bans.pop(0) if message.chat == hasty and bans else None
    async with office.running(Pace(per_second=2000, chat_gap=0.0, workers=1)):
        await office.post.until(lambda post: len(post.by_chat()) == 4 and not bans)
    assert hasty not in office.post.by_chat()


async def test_a_blocked_chat_is_closed_and_tried_no_more(office: Office) -> None:
    accounts = await accounts_of(office, 2)
    await write_letters(office, accounts, 3)
    gone = accounts[0][1]
    office.post.always = lambda message: ChatGone("blocked") if message.chat == gone else None
    async with office.running():
        await office.told()
        await office.later(minutes=10)
    assert sum(message.chat == gone for _, message in office.post.tried) == 1
    assert Counter(await office.outcomes()) == {"chat_gone": 3, "sent": 3}
    blocked = await office.world.rows(select(AccountRow.blocked_at).where(AccountRow.telegram_id == gone))
    assert blocked[0][0] is not None


async def test_a_refused_message_is_tried_plain_and_else_kept_as_dead(office: Office) -> None:
    accounts = await accounts_of(office, 2)
    await write_letters(office, accounts, 1)
    never = accounts[0][1]

    def picky(message: Outgoing) -> Outcome | None:
        return Broken("can't parse entities") if message.html or message.chat == never else None

    office.post.always = picky
    async with office.running():
        await office.told()
    assert Counter(await office.outcomes()) == {"dead": 1, "sent": 1}
    plain = office.post.messages(accounts[1][1])[0]
    assert "<b>" not in plain.text
    assert plain.buttons == ()
    async with office.world.works.reading() as work:
        assert (await work.run(outbox.counts)).dead == 1


async def test_a_crash_between_sending_and_settling_doubles_no_more_than_was_under_way(office: Office) -> None:
    accounts = await accounts_of(office, 40)
    await write_letters(office, accounts, 1)
    pace = Pace(per_second=2000, chat_gap=0.0, workers=8)
    first = Notifications(office.world.works, WORDS, office.post, pace, "one:1:a")
    await first.start()
    first._sender._settler._write = _never
    await office.post.until(lambda post: len(post.arrived) >= 8)
    await crash(first)
    under_way = len(office.post.arrived)
    assert under_way == 8

    office.world.clock.shift(seconds=31)
    async with office.running(pace, "two:2:b"):
        await office.told()
    copies = Counter(message.chat for message in (delivery.message for delivery in office.post.arrived))
    assert len(copies) == 40
    assert sum(count - 1 for count in copies.values()) == under_way


async def _never(_batch: object) -> None:
    await asyncio.Event().wait()


async def test_only_one_process_sends(office: Office) -> None:
    accounts = await accounts_of(office, 10)
    other_post = FakePost()
    first = Notifications(office.world.works, WORDS, office.post, HURRY, "one:1:a")
    second = Notifications(office.world.works, WORDS, other_post, HURRY, "two:2:b")
    await first.start()
    await second.start()
    await write_letters(office, accounts, 1)
    second.ring()
    await first.idle()
    assert other_post.tried == []
    assert len(office.post.arrived) == 10

    await crash(first)
    await write_letters(office, accounts, 2)
    second.ring()
    office.world.clock.shift(seconds=31)
    await other_post.until(lambda post: len(post.arrived) >= 20)
    await second.stop(1.0)
    assert len(office.post.arrived) == 10


async def test_a_lease_given_back_is_taken_at_once(office: Office) -> None:
    accounts = await accounts_of(office, 3)
    async with office.running(owner="one:1:a"):
        pass
    await write_letters(office, accounts, 1)
    async with office.running(owner="two:2:b"):
        await office.told()
    assert len(office.post.arrived) == 3


async def test_a_late_settlement_is_refused(office: Office) -> None:
    world = office.world
    await write_letters(office, await accounts_of(office, 1), 1)
    lease = timedelta(minutes=2)
    async with world.works.changing() as work:
        old = (await work.run(outbox.claim, Claim(1, work.now + lease), work.now))[0]
    world.clock.shift(minutes=3)
    async with world.works.changing() as work:
        new = (await work.run(outbox.claim, Claim(1, work.now + lease), work.now))[0]
        await work.run(outbox.settle, [Settlement(old.id, old.token, "sent", 7)], work.now)
    assert await office.outcomes() == [""]
    async with world.works.changing() as work:
        await work.run(outbox.settle, [Settlement(new.id, new.token, "sent", 8)], work.now)
    assert await office.outcomes() == ["sent"]


async def test_urgent_letters_overtake_a_long_queue(office: Office) -> None:
    accounts = await accounts_of(office, 120)
    await write_letters(office, accounts[:100], 1)
    async with office.running(Pace(per_second=100, chat_gap=0.0)) as notifications:
        await office.post.until(lambda post: len(post.arrived) >= 5)
        await write_letters(office, accounts[100:], 1, urgent=True)
        began = len(office.post.arrived)
        notifications.ring()
        async with asyncio.timeout(20):
            await notifications.idle()
    chats = [delivery.message.chat for delivery in office.post.arrived]
    last_urgent = max(chats.index(chat) for _, chat in accounts[100:])
    assert last_urgent - began < 60


async def test_the_pace_holds_in_every_second(office: Office) -> None:
    await write_letters(office, await accounts_of(office, 150), 1)
    office.post.latency = 0.05
    pace = Pace(per_second=60, chat_gap=0.0)
    async with office.running(pace):
        await office.told()
    times = [at for at, _ in office.post.tried]
    for first, later in zip(times, times[60:], strict=False):
        assert later - first >= 1.0
    assert office.post.most_under_way <= pace.workers


async def test_one_chat_gets_no_two_messages_within_its_gap(office: Office) -> None:
    await write_letters(office, await accounts_of(office, 1), 3)
    async with office.running(Pace(per_second=1000, chat_gap=0.3)):
        await office.told()
    times = [at for at, _ in office.post.tried]
    assert [later - first >= 0.3 for first, later in itertools.pairwise(times)] == [True, True]


async def test_out_of_reach_one_letter_at_a_time_tries_the_way(office: Office) -> None:
    await write_letters(office, await accounts_of(office, 50), 1)
    office.post.always = lambda _message: Down("no route")
    async with office.running():
        await asyncio.sleep(1.5)
        assert len(office.post.tried) <= 12
        office.post.always = lambda _message: None
        async with asyncio.timeout(20):
            await office.notifications.idle()
    assert Counter(await office.outcomes()) == {"sent": 50}


async def test_stopping_lets_what_is_under_way_arrive_and_puts_the_rest_back(office: Office) -> None:
    await write_letters(office, await accounts_of(office, 30), 1)
    office.post.latency = 0.2
    async with office.running():
        await office.post.until(lambda post: bool(post.tried))
    sent = len(office.post.arrived)
    assert 0 < sent < 30
    open_leases = await office.world.rows(
        select(LetterRow.id).where(LetterRow.settled_at.is_(None), LetterRow.lease_until.is_not(None))
    )
    assert open_leases == []
    assert Counter(await office.outcomes())["sent"] == sent
    async with office.running():
        await office.told()
    assert len(office.post.arrived) == 30


async def test_what_a_post_did_not_foresee_counts_as_unclear(office: Office) -> None:
    await write_letters(office, await accounts_of(office, 1), 1)
    office.post.script = [RuntimeError("half a JSON")]
    async with office.running():
        await office.told()
    assert len(office.post.arrived) == 1


async def test_a_letter_whose_time_is_over_is_dropped(office: Office) -> None:
    await write_letters(office, await accounts_of(office, 2), 1)
    now = office.world.clock.now()
    async with office.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(LetterRow).values(expires_at=now + timedelta(hours=1))))
    office.world.clock.shift(hours=2)
    async with office.running():
        await office.told()
    assert await office.outcomes() == ["stale", "stale"]
    assert office.post.tried == []


@pytest.mark.parametrize("count", [1, 40])
async def test_statements_do_not_grow_with_the_batch(office: Office, count: int) -> None:
    await write_letters(office, await accounts_of(office, count), 1)
    statements: list[str] = []
    world = office.world
    async with world.works.changing() as work:
        drafts = await work.run(outbox.claim, Claim(50, work.now + timedelta(minutes=2)), work.now)
    event.listen(world.engines.reader.sync_engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    async with world.works.reading() as work:
        letters = await compose(work, WORDS, drafts)
    assert len(letters) == count
    assert len(statements) <= 6


async def test_a_dead_process_of_this_machine_is_waited_for_no_longer() -> None:
    host = this_process().split(":")[0]
    gone = await asyncio.create_subprocess_exec("true")
    await gone.wait()
    assert is_dead(f"{host}:{gone.pid}:abc")
    assert is_dead(this_process())
    assert not is_dead(f"{host}:1:abc")
    assert not is_dead(f"another-{host}:{gone.pid}:abc")
    assert not is_dead("unreadable")


async def test_a_told_event_wakes_the_publisher_by_itself(office: Office) -> None:
    async with office.running():
        await office.told()
        absent = TakeAttendance(office.lesson, ((office.child, Presence.ABSENT, 0),))
        await office.do(take_attendance, absent)
        await office.post.until(lambda post: len(post.by_chat()) == 3, seconds=2.0)


async def test_moving_the_clock_needs_one_ring(office: Office) -> None:
    async with office.running() as notifications:
        await office.told()
        office.world.clock.shift(hours=6, minutes=30)
        notifications.ring()
        await office.post.until(lambda post: bool(post.texts(office.room.telegram)), seconds=2.0)
