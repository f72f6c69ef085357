"""Messages of the bot: what people get, and what Telegram refuses in its own words."""

from typing import Any

import pytest

from bot.sandbox import Sandbox
from tests.sandbox.conftest import MOTHER, STRANGER, Bot

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a"
    " current content and reply markup of the message"
)


def keys(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def key(text: str, data: str) -> dict[str, Any]:
    return {"text": text, "callback_data": data}


async def test_a_sent_message_comes_back_and_is_unread(sandbox: Sandbox, bot: Bot) -> None:
    sent = await bot.do("sendMessage", chat_id=MOTHER, text="<b>5</b> по алгебре", parse_mode="HTML")
    assert (sent["text"], sent["entities"]) == ("5 по алгебре", [{"offset": 0, "length": 1, "type": "bold"}])
    assert sent["from"]["id"] == 1000001
    assert sandbox.person(MOTHER).messages == [sent]
    assert sandbox.person(MOTHER).chat.unread == 1


async def test_message_ids_rise_over_all_chats(sandbox: Sandbox, bot: Bot) -> None:
    first = await bot.do("sendMessage", chat_id=MOTHER, text="1")
    second = sandbox.person(STRANGER).say("2")
    third = await bot.do("sendMessage", chat_id=STRANGER, text="3")
    assert first["message_id"] < second["message_id"] < third["message_id"]


async def test_a_person_who_never_came_can_not_be_written_to(sandbox: Sandbox, bot: Bot) -> None:
    refused = (403, "Forbidden: bot can't initiate conversation with a user")
    assert await bot.refused("sendMessage", chat_id=STRANGER, text="hello") == refused
    sandbox.person(STRANGER).start("K7Q2-MPX4")
    assert await bot.do("sendMessage", chat_id=STRANGER, text="hello")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"chat_id": 77}, "chat not found"),
        ({"chat_id": ""}, "chat_id is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"reply_markup": [1]}, "object expected as reply markup"),
        ({"reply_markup": keys([key("long", "я" * 33)])}, "BUTTON_DATA_INVALID"),
        (
            {"reply_markup": keys([key("nothing", "")])},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"reply_markup": keys([key("", "x")])}, "inline keyboard button text must be non-empty"),
        ({"reply_markup": keys([key(str(n), "x") for n in range(101)])}, "reply markup is too long"),
    ],
)
async def test_send_message_refusals(bot: Bot, values: dict[str, Any], words: str) -> None:
    refused = await bot.refused("sendMessage", **{"chat_id": MOTHER, "text": "x"} | values)
    assert refused == (400, f"Bad Request: {words}")


async def test_limits_are_reached_without_refusal(bot: Bot) -> None:
    assert await bot.do("sendMessage", chat_id=MOTHER, text=f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    assert await bot.do("sendMessage", chat_id=MOTHER, text="x", reply_markup=keys([key("я", "я" * 32)]))


async def test_edits_in_place(sandbox: Sandbox, bot: Bot) -> None:
    markup = keys([key("a", "a")])
    sent = await bot.do("sendMessage", chat_id=MOTHER, text="old", reply_markup=markup)
    where = {"chat_id": MOTHER, "message_id": sent["message_id"]}
    edited = await bot.do("editMessageText", **where, text="<i>new</i>", parse_mode="HTML", reply_markup=markup)
    assert (edited["text"], edited["reply_markup"]) == ("new", markup)
    assert edited["edit_date"] >= sent["date"]
    again = await bot.refused("editMessageText", **where, text="<i>new</i>", parse_mode="HTML", reply_markup=markup)
    assert again == (400, NOT_MODIFIED)
    assert "reply_markup" not in await bot.do("editMessageReplyMarkup", **where)
    assert await bot.refused("editMessageReplyMarkup", **where) == (400, NOT_MODIFIED)
    assert sandbox.person(MOTHER).messages[0]["text"] == "new"


async def test_what_can_not_be_edited(sandbox: Sandbox, bot: Bot) -> None:
    theirs = sandbox.person(MOTHER).say("mine")["message_id"]
    keyboard = {"keyboard": [[{"text": "Да"}]], "resize_keyboard": True}
    fixed = (await bot.do("sendMessage", chat_id=MOTHER, text="x", reply_markup=keyboard))["message_id"]
    for number, words in ((theirs, "message can't be edited"), (fixed, "message can't be edited")):
        refused = await bot.refused("editMessageText", chat_id=MOTHER, message_id=number, text="y")
        assert refused == (400, f"Bad Request: {words}")
    missing = await bot.refused("editMessageText", chat_id=MOTHER, message_id=9999, text="y")
    assert missing == (400, "Bad Request: message to edit not found")
    caption = await bot.refused("editMessageCaption", chat_id=MOTHER, message_id=fixed, caption="y")
    assert caption == (400, "Bad Request: message can't be edited")


async def test_deleting_ends_after_48_hours(sandbox: Sandbox, bot: Bot) -> None:
    young = await bot.do("sendMessage", chat_id=MOTHER, text="young")
    assert await bot.do("deleteMessage", chat_id=MOTHER, message_id=young["message_id"]) is True
    gone = await bot.refused("deleteMessage", chat_id=MOTHER, message_id=young["message_id"])
    assert gone == (400, "Bad Request: message to delete not found")
    old = await bot.do("sendMessage", chat_id=MOTHER, text="old")
    sandbox.clock.set(sandbox.clock.now().replace(day=18))
    refused = await bot.refused("deleteMessage", chat_id=MOTHER, message_id=old["message_id"])
    assert refused == (400, "Bad Request: message can't be deleted for everyone")


async def test_reply_keyboards_come_and_go(sandbox: Sandbox, bot: Bot) -> None:
    once = {"keyboard": [["Да", {"text": "Нет"}]], "one_time_keyboard": True}
    sent = await bot.do("sendMessage", chat_id=MOTHER, text="?", reply_markup=once)
    chat = sandbox.person(MOTHER).chat
    assert "reply_markup" not in sent
    assert chat.keyboard is not None
    assert chat.keyboard["keyboard"] == [[{"text": "Да"}, {"text": "Нет"}]]
    sandbox.person(MOTHER).say("Да")
    assert sandbox.person(MOTHER).chat.keyboard is None
    await bot.do("sendMessage", chat_id=MOTHER, text="?", reply_markup={"keyboard": [["Да"]]})
    assert sandbox.person(MOTHER).chat.keyboard is not None
    await bot.do("sendMessage", chat_id=MOTHER, text="!", reply_markup={"remove_keyboard": True})
    assert sandbox.person(MOTHER).chat.keyboard is None


async def test_forward_copy_and_protection(sandbox: Sandbox, bot: Bot) -> None:
    source = sandbox.person(MOTHER).say("Миша заболел")["message_id"]
    where = {"chat_id": MOTHER, "from_chat_id": MOTHER}
    forwarded = await bot.do("forwardMessage", **where, message_id=source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == MOTHER
    copied = await bot.do("copyMessage", **where, message_id=source)
    assert set(copied) == {"message_id"}
    secret = await bot.do("sendMessage", chat_id=MOTHER, text="x", protect_content=True)
    code, _ = await bot.refused("forwardMessage", **where, message_id=secret["message_id"])
    assert (code, secret["has_protected_content"]) == (400, True)


async def test_pins_replies_and_silence(sandbox: Sandbox, bot: Bot) -> None:
    first = await bot.do("sendMessage", chat_id=MOTHER, text="first", disable_notification=True)
    answer = await bot.do(
        "sendMessage", chat_id=MOTHER, text="re", reply_parameters={"message_id": first["message_id"]}
    )
    assert answer["reply_to_message"]["text"] == "first"
    lenient = {"message_id": 999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await bot.do("sendMessage", chat_id=MOTHER, text="re", reply_parameters=lenient)
    await bot.do("pinChatMessage", chat_id=MOTHER, message_id=first["message_id"])
    assert (await bot.do("getChat", chat_id=MOTHER))["pinned_message"]["text"] == "first"
    await bot.do("unpinAllChatMessages", chat_id=MOTHER)
    assert sandbox.person(MOTHER).chat.pinned is None
    assert [entry.silent for entry in sandbox.person(MOTHER).chat.entries.values()] == [True, False, False]
