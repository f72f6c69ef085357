"""Changes and plans pressed in the chat: typed rooms, stale files, cards, buttons of yesterday."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from core.storage.rows import LessonRow, PlanTopicRow
from tests.chats.files import FILES
from tests.chats.lesson_schools import plan_to_load, teacher_away
from tests.chats.stage import Stage, staged
from tests.fakes.telegram import Said
from tests.world import TODAY, World


@dataclass(frozen=True, slots=True)
class Talk:
    """A school over the whole bot, its people by name."""

    stage: Stage
    people: dict[str, int]

    async def press(self, who: str, *labels: str) -> list[Said]:
        said: list[Said] = []
        for label in labels:
            said = await self.stage.press(self.people[who], label)
        return said

    async def say(self, who: str, text: str) -> list[Said]:
        return await self.stage.say(self.people[who], text)

    async def send(self, who: str, file: str) -> list[Said]:
        """Send a file of the transcripts."""
        self.stage.telegram.held = await asyncio.to_thread(FILES[file])
        document = {"file_id": file, "file_unique_id": "u", "file_name": file, "file_size": 10_000}
        return await self.stage.say(self.people[who], "", document=document)

    def text(self, who: str) -> str:
        return self.stage.last(self.people[who]).text


@pytest.fixture
async def away(world: World) -> AsyncIterator[Talk]:
    people = await teacher_away(world)
    async with staged(world) as stage:
        yield Talk(stage, people)


@pytest.fixture
async def plan(world: World) -> AsyncIterator[Talk]:
    people = await plan_to_load(world)
    async with staged(world) as stage:
        yield Talk(stage, people)


async def _rooms(world: World) -> list[str]:
    query = select(LessonRow.room).where(LessonRow.day == TODAY, LessonRow.number == 4).order_by(LessonRow.id)
    return [room for (room,) in await world.rows(query)]


async def _open_fourth(talk: Talk) -> None:
    await talk.say("Тихонова", "/start")
    await talk.press("Тихонова", "Замены", "Класс", "7Б", "4 · Алгебра")


async def test_a_typed_room_that_is_taken_is_meant_when_typed_again(away: Talk, world: World) -> None:
    await _open_fourth(away)
    await away.press("Тихонова", "Кабинет")
    await away.say("Тихонова", "34")
    assert "Кабинет 34 занят: 8А · Алгебра" in away.text("Тихонова")
    assert await _rooms(world) == ["21", "34"]
    await away.say("Тихонова", "34")
    assert "каб. 34" in away.text("Тихонова")
    assert await _rooms(world) == ["34", "34"]


async def test_leaving_the_room_alone_stops_waiting_for_it(away: Talk, world: World) -> None:
    await _open_fourth(away)
    await away.press("Тихонова", "Кабинет", "К уроку")
    await away.say("Тихонова", "9")
    assert await _rooms(world) == ["21", "34"]


async def test_a_cards_button_opens_below_and_not_for_who_no_longer_substitutes(away: Talk) -> None:
    await away.say("Тихонова", "/start")
    await away.press("Тихонова", "Замены", "Нет учителя", "Зимина", "2 · 7Б →")
    away.stage.world.clock.shift(minutes=2)
    await away.stage.deliver()
    letter = away.stage.last(away.people["Гусева"])
    await away.press("Гусева", "2 · 7Б Алгебра")
    assert away.stage.last(away.people["Гусева"]) is not letter
    await away.press("Тихонова", "2 · …", "Замена учителя", "Без замены")
    said = await away.stage.press_data(away.people["Гусева"], letter.data_of("2 · 7Б Алгебра") or "", letter)
    assert [one.how for one in said] == ["alert"]


async def test_words_are_no_plan_and_a_better_file_replaces_the_first(plan: Talk, world: World) -> None:
    await plan.say("Зимина", "/start")
    await plan.press("Зимина", "7Б Алгебра", "План", "Файлом")
    await plan.say("Зимина", "вот план")
    assert "Пришлите его как документ" in plan.text("Зимина")
    await plan.send("Зимина", "report.pdf")
    await plan.send("Зимина", "plan.xlsx")
    shown = plan.stage.last(plan.people["Зимина"])
    yes = shown.data_of("Загрузить план") or ""
    await plan.press("Зимина", "Загрузить план")
    assert len(await world.rows(select(PlanTopicRow.id))) == 4
    said = await plan.stage.press_data(plan.people["Зимина"], yes, shown)
    assert "Пришлите его ещё раз" in " ".join(one.text for one in said)
    assert len(await world.rows(select(PlanTopicRow.id))) == 4


async def test_a_topic_is_typed_changed_moved_and_deleted(plan: Talk, world: World) -> None:
    await plan.say("Зимина", "/start")
    await plan.press("Зимина", "7Б Алгебра", "План", "Тема")
    await plan.say("Зимина", "Степени\n§5")
    await plan.press("Зимина", "➕ час", "К плану", "➕ Тема")
    await plan.say("Зимина", "Корни")
    await plan.press("Зимина", "Раньше", "Изменить")
    await plan.say("Зимина", "Корни и степени")
    query = select(PlanTopicRow.topic, PlanTopicRow.hours, PlanTopicRow.task).order_by(PlanTopicRow.number)
    assert [tuple(row) for row in await world.rows(query)] == [("Корни и степени", 1, ""), ("Степени", 2, "§5")]
    await plan.press("Зимина", "Удалить", "Да, удалить")
    assert [row.topic for row in await world.rows(query)] == ["Степени"]


async def test_the_plan_opened_in_a_lesson_has_its_topic_and_leads_back_to_it(plan: Talk, world: World) -> None:
    await plan.say("Зимина", "/start")
    await plan.press("Зимина", "7Б Алгебра", "План", "Файлом")
    await plan.send("Зимина", "plan.xlsx")
    await plan.press("Зимина", "Загрузить план", "Меню", "7Б Алгебра", "План")
    assert "На этот урок: <b>1. Линейная функция</b>" in plan.text("Зимина")
    await plan.press("Зимина", "К уроку")
    assert "Тема не записана" in plan.text("Зимина")
    await plan.press("Зимина", "План", "Записать: 1. Линейная функция")
    assert "📝 Линейная функция" in plan.text("Зимина")
    await plan.press("Зимина", "План")
    assert "На этот урок: <b>1. Линейная функция</b>" in plan.text("Зимина")
