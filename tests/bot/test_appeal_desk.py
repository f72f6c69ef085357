"""A mark called wrong by just typing, and what the help tells a family, through the whole bot (DIA-11, DIA-13)."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select, update

from bot.callbacks.appeals import MarkCardPress
from core.model.mark import MarkValue
from core.storage.rows import AppealRow, KlassRow
from tests.chats.stage import Stage, staged
from tests.usecases.family import Families, families
from tests.world import World


@pytest.fixture
async def stage(world: World) -> AsyncIterator[Stage]:
    async with staged(world) as stage:
        yield stage


async def _card(world: World, stage: Stage) -> tuple[Families, int]:
    school = await families(world)
    mark = await school.mark(await school.lesson(), MarkValue.THREE)
    await stage.say(school.mother, "/menu")
    await stage.press_data(school.mother, MarkCardPress(child=school.ilya, mark=mark).pack())
    return school, mark


async def test_what_is_typed_below_the_card_is_the_question(world: World, stage: Stage) -> None:
    school, _ = await _card(world, stage)
    await stage.say(school.mother, "Работа сдана в срок")
    assert [row.words for row in await world.rows(select(AppealRow.words))] == ["Работа сдана в срок"]
    # It was taken once.
    await stage.say(school.mother, "Спасибо")
    assert len(await world.rows(select(AppealRow.id))) == 1


async def test_what_is_typed_much_later_is_about_something_else(world: World, stage: Stage) -> None:
    school, _ = await _card(world, stage)
    world.clock.shift(minutes=11)
    await stage.say(school.mother, "Спасибо")
    assert await world.rows(select(AppealRow.id)) == []


async def test_a_family_of_first_graders_is_not_told_of_marks(world: World, stage: Stage) -> None:
    school = await families(world)
    assert any("пропусках и отметках" in str(said) for said in await stage.say(school.mother, "/help"))
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(grade=1)) and None)
    assert any("в 1-м классе нет" in str(said) for said in await stage.say(school.mother, "/help"))
