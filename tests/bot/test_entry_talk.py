"""Conversations of those who come in, and of those who let them in, over the whole bot."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from core.model.ids import PersonId
from core.model.people import Role
from core.rules.consent import text_hash
from core.storage.rows import BindingRow, ConsentRow, KeyValueRow
from core.usecases.invitations import IssueInvitations, issue_invitations
from locales import Translators
from tests.chats.stage import PEPPER, Stage, staged
from tests.world import KlassOf, World

NEWCOMER = 900


@pytest.fixture
async def stage(world: World) -> AsyncIterator[Stage]:
    async with staged(world) as opened:
        yield opened


@pytest.fixture
async def klass(world: World) -> KlassOf:
    return await world.klass("7Б", ["Орлов Илья", "Панина Вера"], await world.staff("Зимина Анна Петровна"))


async def code_for(world: World, person: int) -> str:
    sheet = await world.do(issue_invitations, IssueInvitations(PEPPER, person=PersonId(person)))
    return sheet.issued[0].code


def shown(stage: Stage, who: int) -> str:
    return " ".join(message.text for message in stage.telegram.chats[who])


async def test_a_deep_link_asks_for_consent_before_any_name(stage: Stage, world: World, klass: KlassOf) -> None:
    mother = await world.guardian("Орлова Инна Львовна", klass.students[0])
    code = await code_for(world, mother)

    await stage.say(NEWCOMER, f"/start {code}")
    assert "Согласие" in stage.last(NEWCOMER).text
    assert "Орлов" not in shown(stage, NEWCOMER)
    assert code not in str(await world.rows(select(KeyValueRow.value)))

    await stage.press(NEWCOMER, "Принимаю")
    assert "Инна Львовна" in stage.last(NEWCOMER).text
    assert "Орлов Илья" in stage.last(NEWCOMER).text
    accepted = Translators.load()["ru"]("consent-text")
    assert await world.rows(select(ConsentRow.text_hash)) == [(text_hash(accepted),)]
    assert await world.rows(select(KeyValueRow.key).where(KeyValueRow.key.like("form:%"))) == []


async def test_a_typed_code_does_the_same(stage: Stage, world: World, klass: KlassOf) -> None:
    code = await code_for(world, klass.students[0])
    await stage.say(NEWCOMER, "/start")
    assert "код приглашения" in stage.last(NEWCOMER).text
    await stage.say(NEWCOMER, code.lower().replace("-", " "))
    await stage.press(NEWCOMER, "Принимаю")
    assert "Готово" in stage.last(NEWCOMER).text
    await stage.press(NEWCOMER, "Меню")
    assert "Илья Орлов" in stage.last(NEWCOMER).text


async def test_a_no_is_a_no(stage: Stage, world: World, klass: KlassOf) -> None:
    await stage.say(NEWCOMER, f"/start {await code_for(world, klass.students[0])}")
    await stage.press(NEWCOMER, "Не принимаю")
    assert await world.rows(select(BindingRow.id)) == []
    assert await world.rows(select(KeyValueRow.key).where(KeyValueRow.key.like("form:%"))) == []


async def test_a_forwarded_start_does_nothing(stage: Stage, world: World, klass: KlassOf) -> None:
    code = await code_for(world, klass.students[0])
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "X"}
    await stage.say(NEWCOMER, f"/start {code}", forward_origin=origin)
    assert "Согласие" not in shown(stage, NEWCOMER)
    assert await world.rows(select(BindingRow.id)) == []


async def test_a_wrong_code_gets_a_way_on(stage: Stage, world: World, klass: KlassOf) -> None:
    await stage.say(NEWCOMER, "2222-3333-4444-5555")
    await stage.press(NEWCOMER, "Принимаю")
    assert "не подходит" in stage.last(NEWCOMER).text
    for _ in range(5):
        await stage.say(NEWCOMER, "2222-3333-4444-5555")
    assert "Слишком много" in stage.last(NEWCOMER).text


async def test_staff_say_who_they_are_and_the_administrator_lets_them_in(stage: Stage, world: World) -> None:
    admin = await world.enter(await world.staff("Громова Нина Олеговна", Role.ADMINISTRATOR))
    code = await code_for(world, await world.staff("Лапин Пётр Львович"))
    await stage.say(NEWCOMER, f"/start {code}")
    await stage.press(NEWCOMER, "Принимаю")
    assert "Лапин Пётр Львович" in stage.last(NEWCOMER).text
    await stage.say(NEWCOMER, "/start")
    await stage.press(NEWCOMER, "Да, это я")
    await stage.say(NEWCOMER, "/menu")
    assert "ждёт подтверждения" in stage.last(NEWCOMER).text

    await stage.say(admin, "/menu")
    await stage.press(admin, "Ждут подтверждения: 1")
    assert "Лапин" in stage.last(admin).text
    await stage.press(admin, "Лапин")
    assert "Доступ открыт" in stage.last(admin).text
    await stage.say(NEWCOMER, "/menu")
    assert "ждёт" not in stage.last(NEWCOMER).text


async def test_the_administrator_prints_a_class(stage: Stage, world: World, klass: KlassOf) -> None:
    admin = await world.enter(await world.staff("Громова Нина Олеговна", Role.ADMINISTRATOR))
    await stage.say(admin, "/menu")
    await stage.press(admin, "Классы")
    await stage.press(admin, "7Б")
    said = await stage.press(admin, "Напечатать коды: 2")
    assert [one.how for one in said] == ["edited", "file"]
    assert "коды для 2 человек" in said[0].text
    await stage.press(admin, "Меню")
    await stage.press(admin, "Классы")
    await stage.press(admin, "7Б")
    (card,) = await stage.press(admin, "Орлов Илья")
    assert "действует до 29 октября" in card.text
    (done,) = await stage.press(admin, "Отозвать")
    assert "отозван" in done.text


async def test_somebody_who_is_several_has_tabs(stage: Stage, world: World, klass: KlassOf) -> None:
    telegram = await world.enter(1, await world.guardian("Зимина Анна", klass.students[0]))
    await stage.say(telegram, "/menu")
    labels = stage.last(telegram).labels
    assert {"👥 Мой класс", "👪 Дети"} <= set(labels)
    assert "• 📚 Уроки" in labels
    await stage.press(telegram, "Дети")
    assert "Илья Орлов" in stage.last(telegram).text
    await stage.say(telegram, "/menu")
    assert "Илья Орлов" in stage.last(telegram).text
    await stage.press(telegram, "Мой класс")
    assert "7Б" in stage.last(telegram).text


async def test_one_role_has_no_tabs(stage: Stage, world: World, klass: KlassOf) -> None:
    telegram = await world.enter(klass.students[0])
    await stage.say(telegram, "/menu")
    assert not [label for label in stage.last(telegram).labels if label.startswith("•")]


async def test_language_consent_and_the_way_out(stage: Stage, world: World, klass: KlassOf) -> None:
    telegram = await world.enter(klass.students[0])
    await stage.say(telegram, "/settings")
    await stage.press(telegram, "English")
    assert "Settings" in stage.last(telegram).text
    await stage.press(telegram, "Consent")
    assert "15 October 2026" in stage.last(telegram).text
    await stage.press(telegram, "Withdraw")
    await stage.press(telegram, "Yes, withdraw")
    await stage.say(telegram, "/menu")
    assert "Орлов" not in stage.last(telegram).text
    assert "invitation code" in stage.last(telegram).text


async def test_lost_takes_two_taps(stage: Stage, world: World, klass: KlassOf) -> None:
    telegram = await world.enter(klass.students[0])
    await stage.say(telegram, "/lost")
    assert (await world.rows(select(BindingRow.ended_at)))[0][0] is None
    await stage.press(telegram, "Да, закрыть")
    assert (await world.rows(select(BindingRow.ended_at)))[0][0] is not None
    assert "закрыт" in stage.last(telegram).text


async def test_a_new_consent_text_stands_before_everything(stage: Stage, world: World, klass: KlassOf) -> None:
    telegram = await world.enter(klass.students[0], consented=False)
    await stage.say(telegram, "/menu")
    assert "Согласие" in stage.last(telegram).text
    assert "Орлов" not in shown(stage, telegram)
    await stage.press(telegram, "Принимаю")
    assert "Илья Орлов" in stage.last(telegram).text


async def test_typed_words_are_not_lost(stage: Stage, world: World) -> None:
    teacher = await world.enter(await world.staff("Зимина Анна Петровна"))
    await stage.say(teacher, "Иванов <b>5, Петрова 4")
    assert "<code>Иванов &lt;b&gt;5, Петрова 4</code>" in stage.last(teacher).text
    await stage.say(teacher, "/help")
    assert "Учителям" in stage.last(teacher).text
    await stage.say(NEWCOMER, "здравствуйте")
    assert "код приглашения" in stage.last(NEWCOMER).text


async def test_forged_buttons_of_others_are_alerts(stage: Stage, world: World, klass: KlassOf) -> None:
    mother = await world.enter(await world.guardian("Орлова Инна", klass.students[0]))
    await stage.say(mother, "/menu")
    before = shown(stage, mother)
    for data in (
        f"eg:{klass.id}:0",
        f"ek:{world.school}:0",
        f"es:{world.school}:0",
        f"eq:{klass.id}:1",
        f"et:{world.school}:0",
        f"ep:{klass.students[1]}",
        f"eu:{klass.students[1]}",
        f"ev:{klass.students[1]}",
        "ex:999",
        "en:1",
        "er:1",
        f"eo:{world.school}",
        f"ea:{world.school}",
        f"ej:{klass.id}",
        "eb:77",
        "ey:1:1",
        "h:administrator:1",
        "zz:1",
    ):
        said = await stage.press_data(mother, data)
        assert [one.how for one in said] == ["alert"] or data.startswith("h:"), data
    assert shown(stage, mother) == before


@pytest.mark.parametrize(
    "typed", ["7KQM-2XRD-9PWT-4HN", "7KQM-2XRD-9PWT-4HNBB", "7KQM-2XRD-9PWT-4HN0", "/start 7KQM-2XRD"]
)
async def test_a_mistyped_code_is_called_one(stage: Stage, typed: str) -> None:
    await stage.say(NEWCOMER, typed)
    assert "16 знаков" in stage.last(NEWCOMER).text


async def test_what_is_no_code_gets_the_welcome(stage: Stage) -> None:
    await stage.say(NEWCOMER, "Здравствуйте, это школа 12?")
    assert "код приглашения" in stage.last(NEWCOMER).text


async def test_lost_without_any_access_says_whom_to_turn_to(stage: Stage) -> None:
    await stage.say(NEWCOMER, "/lost")
    assert "администратору школы" in stage.last(NEWCOMER).text
    assert stage.last(NEWCOMER).buttons == []
