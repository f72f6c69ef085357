"""Every refusal becomes a sentence with a next step, over the button or as a message."""

from datetime import date

import pytest
from aiogram.types import CallbackQuery, User

from bot.errors import explain, stale
from bot.outlet import ALERT_LIMIT, Outlet
from bot.screen import Alert, Screen
from bot.services import Services
from bot.turn import Turn
from core.model.errors import ConsentNeeded, Forbidden, NotFound, Refusal, Stale, Stranger
from core.model.school import EditWindow
from locales import LANGUAGES, Translators
from tests.fakes.telegram import Telegram
from tests.house.texts import language
from tests.world import World

each_language = pytest.mark.parametrize("code", LANGUAGES)


@pytest.fixture
async def services(world: World) -> Services:
    return Services(world.works, Translators.load(strict=True), b"p" * 32)


def turn_of(services: Services, code: str, *, pressed: bool) -> Turn:
    user = User(id=1, is_bot=False, first_name="X")
    query = CallbackQuery(id="1", from_user=user, chat_instance="1", data="x") if pressed else None
    outlet = Outlet(Telegram().bot(), 1, query)
    return Turn(services, outlet, 1, 1, services.works.clock.now(), code)


@each_language
@pytest.mark.parametrize("pressed", [True, False])
def test_every_refusal_speaks(services: Services, code: str, pressed: bool) -> None:
    turn = turn_of(services, code, pressed=pressed)
    texts = [text.name.removeprefix("error-") for text in language(code).texts if text.name.startswith("error-")]
    assert len(texts) > 10
    for name in texts:
        wanted = language(code).arguments(f"error-{name}")
        known = {"day": date(2026, 10, 15), "until": date(2026, 10, 15), "clause": "003 §4.13; 000 §13"}
        values = {value: known.get(value, 3) for value in wanted}
        answer = explain(turn, Refusal(name, **values))
        assert answer.text
        if isinstance(answer, Alert):
            assert len(answer.text) <= ALERT_LIMIT
            assert "<" not in answer.text
        else:
            assert isinstance(answer, Screen)
            assert answer.anew


@each_language
def test_nobody_is_told_what_was_refused(services: Services, code: str) -> None:
    turn = turn_of(services, code, pressed=True)
    assert explain(turn, Forbidden()) == explain(turn, NotFound())
    assert isinstance(explain(turn, Stale()), Alert)
    assert stale(turn).text


def test_an_unknown_code_still_gets_a_sentence(services: Services) -> None:
    turn = turn_of(services, "ru", pressed=False)
    assert "/menu" in explain(turn, Refusal("never-heard-of", window=EditWindow.WEEK)).text


def test_those_who_are_not_in_are_shown_the_way(services: Services) -> None:
    turn = turn_of(services, "ru", pressed=True)
    assert "код приглашения" in explain(turn, Stranger()).text
    assert "администратора" in explain(turn, Stranger("pending")).text
    asked = explain(turn, ConsentNeeded())
    assert isinstance(asked, Screen)
    assert asked.anew
    assert "Согласие" in asked.text
