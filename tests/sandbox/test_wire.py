"""The entrance: tokens, methods, all ways to pass arguments, what the description doesn't know, faults, settings."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import ClientConnectionError

from bot.sandbox import ApiError, Fault, Sandbox, too_many_requests
from tests.sandbox.conftest import MOTHER, TEACHER, Bot


async def test_wrong_tokens_and_methods(bot: Bot) -> None:
    assert await bot.refused("sendPigeon") == (404, "Not Found")
    bot.token = "1000001:wrong"
    assert await bot.refused("getMe") == (401, "Unauthorized")
    bot.token = "nonsense"
    assert await bot.refused("getMe") == (404, "Not Found")


async def test_all_ways_to_pass_arguments_are_one(sandbox: Sandbox, bot: Bot) -> None:
    url = f"{bot.base}/bot{bot.token}/SENDmessage"
    markup = json.dumps({"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]})
    form = {"chat_id": str(MOTHER), "text": "same", "protect_content": "true", "reply_markup": markup}
    async with bot.http.get(url, params=form) as by_query, bot.http.post(url, data=form) as by_form:
        results = [(await by_query.json())["result"], (await by_form.json())["result"]]
    results.append((await bot.send_form("sendMessage", {}, **form))["result"])
    typed = form | {"chat_id": MOTHER, "protect_content": True, "reply_markup": json.loads(markup)}
    results.append(await bot.do("sendMessage", **typed))
    shapes = [{k: v for k, v in result.items() if k not in {"message_id", "date"}} for result in results]
    assert shapes == [shapes[0]] * 4
    assert sandbox.violations == []


@pytest.mark.parametrize(
    ("method", "values", "words"),
    [
        ("sendMessage", {"chat_id": MOTHER, "text": "x", "colour": "red"}, "unknown parameter colour"),
        ("sendMessage", {"chat_id": MOTHER}, "text is missing"),
        (
            "sendMessage",
            {"chat_id": MOTHER, "text": "x", "protect_content": "maybe"},
            "protect_content: boolean expected",
        ),
        ("sendMessage", {"chat_id": MOTHER, "text": 5}, "text: string expected"),
        ("getUpdates", {"offset": "soon"}, "offset: integer expected"),
        (
            "sendMessage",
            {"chat_id": MOTHER, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback": "a"}]]}},
            "reply_markup.inline_keyboard[0][0].callback: unknown field of InlineKeyboardButton",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "day"}]},
            "commands[0].description: missing in BotCommand",
        ),
    ],
)
async def test_what_the_description_does_not_know_is_listed(
    sandbox: Sandbox, bot: Bot, method: str, values: dict[str, Any], words: str
) -> None:
    await bot.ask(method, **values)
    assert f"{method}: {words}" in sandbox.violations


async def test_valid_calls_leave_no_violations(sandbox: Sandbox, bot: Bot) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "url": "https://example.org"}, {"text": "b", "callback_data": "b"}]]}
    await bot.do(
        "sendMessage", chat_id=MOTHER, text="x", reply_markup=markup, link_preview_options={"is_disabled": True}
    )
    await bot.do("sendMessage", chat_id=MOTHER, text="x", reply_markup={"force_reply": True})
    await bot.do("sendMessage", chat_id=MOTHER, text="x", reply_markup={"remove_keyboard": True})
    await bot.do("sendChatAction", chat_id=MOTHER, action="typing")
    await bot.do("setMyCommands", commands=[{"command": "day", "description": "День"}], scope={"type": "default"})
    await bot.do("setChatMenuButton", menu_button={"type": "commands"})
    assert sandbox.violations == []
    assert [call.method for call in sandbox.calls][:2] == ["sendMessage", "sendMessage"]


async def test_too_many_requests_names_its_pause(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.faults.add(Fault("sendMessage", error=too_many_requests(7), times=1))
    body = await bot.ask("sendMessage", chat_id=MOTHER, text="x")
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert await bot.do("sendMessage", chat_id=MOTHER, text="x")


async def test_faults_befall_whom_they_name(sandbox: Sandbox, bot: Bot) -> None:
    fault = sandbox.faults.add(Fault(error=ApiError(500, "Internal Server Error"), times=None, chat_id=TEACHER))
    assert await bot.do("sendMessage", chat_id=MOTHER, text="x")
    assert (await bot.refused("sendMessage", chat_id=TEACHER, text="x"))[0] == 500
    assert (await bot.refused("sendChatAction", chat_id=TEACHER, action="typing"))[0] == 500
    assert fault.times is None
    sandbox.faults.clear()
    assert await bot.do("sendMessage", chat_id=TEACHER, text="x")


@pytest.mark.parametrize(("cut", "arrived"), [("before", 0), ("after", 1)])
async def test_a_cut_connection_before_or_after_the_deed(sandbox: Sandbox, bot: Bot, cut: Any, arrived: int) -> None:
    sandbox.faults.add(Fault("sendMessage", cut=cut))
    with pytest.raises(ClientConnectionError):
        await bot.ask("sendMessage", chat_id=MOTHER, text="x")
    assert len(sandbox.person(MOTHER).messages) == arrived


async def test_delay_holds_only_the_call_it_befalls(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.faults.add(Fault("sendMessage", delay=5, chat_id=MOTHER))
    slow = asyncio.create_task(bot.ask("sendMessage", chat_id=MOTHER, text="slow"))
    await asyncio.wait_for(bot.do("sendMessage", chat_id=TEACHER, text="quick"), 4)
    assert not slow.done()
    slow.cancel()


async def test_flood_limit(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.faults.flood_limit(per_second=5)
    answers = [await bot.ask("sendMessage", chat_id=MOTHER, text=str(n)) for n in range(8)]
    assert [body["ok"] for body in answers[:5]] == [True] * 5
    assert answers[5]["error_code"] == 429
    assert await bot.do("getMe")


async def test_commands_by_scope_and_language(sandbox: Sandbox, bot: Bot) -> None:
    day = [{"command": "day", "description": "День"}]
    english = [{"command": "day", "description": "Day"}]
    own = [{"command": "board", "description": "Сводка"}]
    await bot.do("setMyCommands", commands=day)
    await bot.do("setMyCommands", commands=english, language_code="en")
    await bot.do("setMyCommands", commands=own, scope={"type": "chat", "chat_id": TEACHER})
    assert await bot.do("getMyCommands") == day
    assert await bot.do("getMyCommands", language_code="en") == english
    assert await bot.do("getMyCommands", scope={"type": "chat", "chat_id": TEACHER}) == own
    await bot.do("deleteMyCommands", language_code="en")
    assert await bot.do("getMyCommands", language_code="en") == []
    wrong = await bot.refused("setMyCommands", commands=[{"command": "День", "description": "x"}])
    assert wrong == (400, "Bad Request: BOT_COMMAND_INVALID")


async def test_texts_about_the_bot(bot: Bot) -> None:
    await bot.do("setMyDescription", description="Дневник")
    await bot.do("setMyDescription", description="Diary", language_code="en")
    await bot.do("setMyName", name="Дневник школы")
    assert await bot.do("getMyDescription", language_code="en") == {"description": "Diary"}
    assert (await bot.do("getMe"))["first_name"] == "Дневник школы"
    assert (await bot.refused("setMyShortDescription", short_description="x" * 121))[0] == 400
