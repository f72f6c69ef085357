"""Updates as the bot gets them: offsets, waiting, conflicts, webhook, presses."""

import asyncio
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox import Sandbox
from tests.sandbox.conftest import MOTHER, TEACHER, Bot


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_come_again_until_a_higher_offset_confirms_them(sandbox: Sandbox, bot: Bot) -> None:
    for text in ("one", "two", "three"):
        sandbox.person(MOTHER).say(text)
    first = await bot.do("getUpdates")
    again = await bot.do("getUpdates", limit=2)
    ids = [update["update_id"] for update in first]
    assert texts(first) == ["one", "two", "three"]
    assert texts(again) == ["one", "two"]
    assert ids == list(range(ids[0], ids[0] + 3))
    assert texts(await bot.do("getUpdates", offset=ids[1])) == ["two", "three"]
    assert texts(await bot.do("getUpdates", offset=ids[1])) == ["two", "three"]
    assert await bot.do("getUpdates", offset=ids[2] + 1) == []


async def test_negative_offset_keeps_the_newest_only(sandbox: Sandbox, bot: Bot) -> None:
    for text in ("one", "two", "three"):
        sandbox.person(MOTHER).say(text)
    assert texts(await bot.do("getUpdates", offset=-1)) == ["three"]
    assert texts(await bot.do("getUpdates")) == ["three"]


async def test_a_waiting_poll_is_answered_by_the_first_message(sandbox: Sandbox, bot: Bot) -> None:
    poll = asyncio.create_task(bot.do("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    assert not poll.done()
    sandbox.person(TEACHER).say("hello")
    assert texts(await asyncio.wait_for(poll, 5)) == ["hello"]


async def test_the_older_of_two_polls_gets_409(sandbox: Sandbox, bot: Bot) -> None:
    older = asyncio.create_task(bot.refused("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(bot.do("getUpdates", timeout=20))
    code, words = await asyncio.wait_for(older, 5)
    assert code == 409
    assert words == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    sandbox.person(MOTHER).say("for the newer")
    assert texts(await asyncio.wait_for(newer, 5)) == ["for the newer"]


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot) -> None:
    await bot.do("setWebhook", url="http://127.0.0.1:9/hook", secret_token="abc")
    assert await bot.refused("getUpdates") == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    assert (await bot.do("getWebhookInfo"))["url"] == "http://127.0.0.1:9/hook"
    await bot.do("deleteWebhook")
    assert await bot.do("getUpdates") == []


async def test_only_kinds_asked_for_are_queued(sandbox: Sandbox, bot: Bot) -> None:
    await bot.do("getUpdates", allowed_updates=["callback_query"])
    sandbox.person(MOTHER).say("not asked for")
    assert await bot.do("getUpdates") == []
    await bot.do("getUpdates", allowed_updates=[])
    sandbox.person(MOTHER).say("asked for")
    assert texts(await bot.do("getUpdates")) == ["asked for"]


async def test_a_message_looks_like_telegrams(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.person(MOTHER).start("K7Q2")
    [update] = await bot.do("getUpdates")
    message = update["message"]
    person = {"id": MOTHER, "is_bot": False, "first_name": "Анна", "last_name": "Лугова", "language_code": "ru"}
    assert message["from"] == person
    assert message["chat"] == {"id": MOTHER, "first_name": "Анна", "last_name": "Лугова", "type": "private"}
    assert message["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]
    assert abs(message["date"] - sandbox.clock.now().timestamp()) < 30


async def test_blocking_tells_the_bot_and_closes_the_chat(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.person(MOTHER).block()
    [update] = await bot.do("getUpdates")
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    blocked = (403, "Forbidden: bot was blocked by the user")
    assert await bot.refused("sendMessage", chat_id=MOTHER, text="hello") == blocked
    sandbox.person(MOTHER).unblock()
    assert await bot.do("sendMessage", chat_id=MOTHER, text="hello")


async def test_webhook_delivers_in_order_with_the_secret_until_taken(sandbox: Sandbox, bot: Bot) -> None:
    seen: list[tuple[str | None, str]] = []
    refusals = [500]
    done = asyncio.Event()

    async def hook(request: web.Request) -> web.Response:
        if refusals:
            return web.Response(status=refusals.pop())
        seen.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), (await request.json())["message"]["text"]))
        if len(seen) == 2:
            done.set()
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    await bot.do("setWebhook", url=f"http://127.0.0.1:{port}/hook", secret_token="s-1")
    sandbox.person(MOTHER).say("one")
    sandbox.person(MOTHER).say("two")
    await asyncio.wait_for(done.wait(), 10)
    assert seen == [("s-1", "one"), ("s-1", "two")]
    await bot.do("deleteWebhook")
    await runner.cleanup()


@pytest.mark.parametrize("secret", ["with space", "ключ", "x" * 257])
async def test_webhook_secret_is_checked(bot: Bot, secret: str) -> None:
    code, words = await bot.refused("setWebhook", url="https://example.org/hook", secret_token=secret)
    assert code == 400
    assert "secret token" in words


async def test_a_press_is_answered_once(sandbox: Sandbox, bot: Bot) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sent = await bot.do("sendMessage", chat_id=MOTHER, text="?", reply_markup=keyboard)
    query = sandbox.person(MOTHER).press(sent["message_id"], 0, 0)
    [update] = await bot.do("getUpdates")
    press = update["callback_query"]
    assert (press["id"], press["data"], press["message"]["message_id"]) == (query, "y", sent["message_id"])
    assert await bot.do("answerCallbackQuery", callback_query_id=query, text="Saved", show_alert=True)
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await bot.refused("answerCallbackQuery", callback_query_id=query) == (400, too_old)
    assert sandbox.unanswered == 0


async def test_a_press_dies_after_its_time(sandbox: Sandbox, bot: Bot) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sent = await bot.do("sendMessage", chat_id=MOTHER, text="?", reply_markup=keyboard)
    sandbox.presses_live(0)
    query = sandbox.person(MOTHER).press(sent["message_id"], 0, 0)
    code, words = await bot.refused("answerCallbackQuery", callback_query_id=query)
    assert (code, words.startswith("Bad Request: query is too old")) == (400, True)
    assert await bot.do("getUpdates") == []
