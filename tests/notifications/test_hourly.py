"""A chat's share of an hour, and what is no alarm any more (NTF-7, NTF-10)."""

from collections import Counter
from datetime import timedelta

import pytest

from core.storage.gateways import folding
from notifications import Notifications, Pace
from notifications.policy import FAMILY_KINDS
from tests.notifications.conftest import WORDS, Office
from tests.notifications.queue import accounts_of, crash, write_letters

SHARE = Pace(per_second=1000, chat_gap=0.0, per_hour=3)


async def test_beyond_the_hourly_share_the_rest_is_one_message(office: Office) -> None:
    accounts = await accounts_of(office, 1)
    await write_letters(office, accounts, 5)
    async with office.running(SHARE) as notifications:
        await office.post.until(lambda post: len(post.texts(90_000)) >= 4)
        await write_letters(office, accounts, 2)
        await write_letters(office, accounts, 1, urgent=True)
        notifications.ring()
        await office.post.until(lambda post: len(post.texts(90_000)) >= 5)
        await office.told()
        assert len(office.post.texts(90_000)) == 5
        assert office.post.texts(90_000)[3].endswith("Ещё 2 новости: 2 комментария учителей. Всё это – в дневнике.")
        assert office.post.labels(90_000, last=2)[0] == "📖 Открыть дневник"
        office.world.clock.shift(hours=1)
        await office.told()
    assert len(office.post.texts(90_000)) == 7
    assert Counter(await office.outcomes())["folded"] == 1


async def test_after_a_restart_the_share_of_the_hour_is_the_same(office: Office) -> None:
    accounts = await accounts_of(office, 1)
    await write_letters(office, accounts, 3)
    first = Notifications(office.world.works, WORDS, office.post, SHARE, "one:1:a")
    await first.start()
    await first.idle()
    await crash(first)
    await write_letters(office, accounts, 1)
    office.world.clock.shift(minutes=1)
    async with office.running(SHARE, owner="two:2:b"):
        await office.told()
        assert len(office.post.texts(90_000)) == 3
        office.world.clock.shift(hours=1)
        await office.told()
    assert len(office.post.texts(90_000)) == 4


async def test_an_alarm_of_yesterday_is_no_alarm(office: Office) -> None:
    accounts = await accounts_of(office, 1)
    await write_letters(office, accounts, 1, urgent=True)
    await write_letters(office, accounts, 1)
    office.world.clock.shift(hours=11)
    async with office.world.works.changing() as work:
        await work.run(folding.fold, ["remark"], work.now - timedelta(hours=1), work.now)
    assert await office.outcomes() == ["", ""]
    office.world.clock.shift(hours=13)
    async with office.running():
        await office.told()
    assert await office.outcomes() == ["sent", "folded"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_rest_can_be_counted_of_every_kind_that_is_rolled_up(language: str) -> None:
    words = [WORDS[language](f"rollup-part-{kind.value.replace('_', '-')}", count=2) for kind in FAMILY_KINDS]
    assert all("2" in word for word in words)
