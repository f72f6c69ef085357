"""Forecasts, charts and the radar, pressed through the whole bot; what is drawn once is uploaded once (DIA-5)."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram.types import PhotoSize
from sqlalchemy import select

from bot.callbacks.forecast import (
    AskPress,
    AttendanceChartPress,
    ForecastPress,
    GoalPress,
    OverviewPress,
    RadarPress,
    TrendPress,
    WishPress,
)
from core.model.attendance import Presence
from core.model.mark import MarkValue
from core.storage.rows import KeyValueRow
from tests.chats.stage import Stage, staged
from tests.usecases.family import TOMORROW, Families, families
from tests.world import World


@pytest.fixture
async def stage(world: World) -> AsyncIterator[Stage]:
    async with staged(world) as stage:
        yield stage


async def lived(world: World) -> tuple[Families, int, int]:
    school = await families(world)
    lesson = await school.lesson()
    for value in (MarkValue.FOUR, MarkValue.TWO, MarkValue.THREE):
        await school.mark(lesson, value)
    await school.presence(lesson, Presence.LATE, 5)
    coming = await school.lesson(TOMORROW)
    return school, await world.subject("Алгебра"), coming


async def test_each_button_answers_its_readers_and_nobody_else(world: World, stage: Stage) -> None:
    school, algebra, coming = await lived(world)
    teacher = await world.enter(school.teacher)
    child = school.ilya
    of_family = [
        ForecastPress(child=child),
        WishPress(child=child, subject=algebra),
        WishPress(child=child, subject=algebra, wanted=5),
        GoalPress(child=child, subject=algebra, wanted=5),
        GoalPress(child=child, subject=algebra, wanted=0),
        TrendPress(child=child, subject=algebra),
        OverviewPress(child=child),
        AttendanceChartPress(child=child),
    ]
    for press in of_family:
        for reader in (school.mother, school.student):
            said = await stage.press_data(reader, press.pack(), _shown(stage, reader))
            assert "Илья Орлов" in said[-1].text
            assert said[-1].message is not None
            assert said[-1].message.buttons
        refused = await stage.press_data(school.father, press.pack(), _shown(stage, school.father))
        assert [one.how for one in refused] == ["alert"]
    for each in (RadarPress(group=school.algebra), AskPress(lesson=coming)):
        said = await stage.press_data(teacher, each.pack(), _shown(stage, teacher))
        assert "7Б · Алгебра" in said[-1].text
        refused = await stage.press_data(school.mother, each.pack(), _shown(stage, school.mother))
        assert [one.how for one in refused] == ["alert"]


async def test_who_stops_watching_goes_on_looking_at_the_same_mark(world: World, stage: Stage) -> None:
    school, algebra, _ = await lived(world)
    for wanted in (5, 0):
        press = GoalPress(child=school.ilya, subject=algebra, wanted=wanted)
        said = await stage.press_data(school.mother, press.pack(), _shown(stage, school.mother))
    assert said[-1].message is not None
    assert "🔔 Следить за 5" in [label for row in said[-1].message.buttons for label, _ in row]


def _shown(stage: Stage, who: int) -> Any:
    stage.telegram.chats.setdefault(who, [])
    if not stage.telegram.chats[who]:
        stage.telegram._sent(who, "sent", "…", None)
    return stage.telegram.chats[who][-1]


@pytest.fixture
def photos(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was sent as a photo, in order: bytes of ours or an id of Telegram's, which keeps what it gets."""
    sent: list[Any] = []
    plain = stage.telegram.make_request

    async def keeping(bot: Any, method: Any, timeout: int | None = None) -> Any:  # noqa: ASYNC109 - aiogram's signature
        answer = await plain(bot, method, timeout)
        if type(method).__name__ != "SendPhoto":
            return answer
        sent.append(method.photo)
        size = PhotoSize(file_id=f"photo-{len(sent)}", file_unique_id="u", width=1080, height=800)
        return answer.model_copy(update={"photo": [size]})

    monkeypatch.setattr(stage.telegram, "make_request", keeping)
    return sent


async def test_the_same_chart_is_drawn_and_uploaded_once(world: World, stage: Stage, photos: list[Any]) -> None:
    school, algebra, _ = await lived(world)
    press = TrendPress(child=school.ilya, subject=algebra).pack()
    for reader in (school.mother, school.student):
        await stage.press_data(reader, press, _shown(stage, reader))
    assert photos[0].data.startswith(b"\x89PNG")
    assert photos[1:] == ["photo-1"]
    kept = await world.rows(select(KeyValueRow.key).where(KeyValueRow.key.startswith("picture:")))
    await school.mark(await school.lesson(number=2), MarkValue.FIVE)
    await stage.press_data(school.mother, press, _shown(stage, school.mother))
    assert photos[2].data != photos[0].data
    assert await world.rows(select(KeyValueRow.key).where(KeyValueRow.key.startswith("picture:"))) == kept


async def test_nothing_to_draw_is_said_at_once(world: World, stage: Stage, photos: list[Any]) -> None:
    school = await families(world)
    await school.lesson()
    algebra = await world.subject("Алгебра")
    for press in (
        TrendPress(child=school.ilya, subject=algebra),
        OverviewPress(child=school.ilya),
        AttendanceChartPress(child=school.ilya),
    ):
        said = await stage.press_data(school.mother, press.pack(), _shown(stage, school.mother))
        assert [one.how for one in said] == ["alert"]
    assert photos == []
