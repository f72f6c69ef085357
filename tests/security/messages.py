"""Hostile messages and updates of every kind the Bot API knows."""

from collections.abc import Iterator
from random import Random
from typing import Any

from tests.security.scene import user

ORIGIN = {"type": "hidden_user", "sender_user_name": "Кто-то", "date": 1_760_000_000}
SIGNS = "А\u200f\u202e\u200b\u200d<>&\"'`*_[]()~#+-=|{}.!/@\u00ad\u2060\ufeff\x00\x07😀👨\u200d👩é\u0301\u0301𝕏"
TEXTS = (
    *(
        "/",
        "/ ",
        "//start",
        "/start@school_diary_bot",
        "/start@other_bot x",
        "/START",
        "/старт",
        "/start\x00",
        "/menu " * 500,
    ),
    *(
        "/start ABCD-EFGH-JKLM-NPQR",
        "ABCD-EFGH-JKLM-NPQR",
        "АВСD ЕFGН JКLМ NРQR",
        "abcdefghjklmnpqr",
        "/start " + "A" * 64,
    ),
    *(
        "/start ' OR 1=1 --",
        "' OR 1=1; DROP TABLE mark; --",
        "/start ../../etc/passwd",
        "{0.__class__}",
        "{ $name }",
        "%s%n%d",
    ),
    *(
        "<b>",
        "</b></i>",
        "<a href='tg://user?id=1'>x</a>",
        "&lt;&#0;&amp",
        "<script>alert(1)</script>",
        "]]>",
        "`" * 4096,
    ),
    *("\u202eнавыворот", "\u200b", "\u2060\u2061\u2062\u2063\u2064", "\u00ad" * 4096, "А\u0301" * 2048, "😀" * 2048),
    *(
        "я" * 4096,
        "\n" * 4096,
        "1 " * 2048,
        "5, 4, 3",
        "Орлов 5",
        "все 5",
        "5" * 4096,
        "fd:1",
        "tg:1:1:5:0:1:0",
        "=1+1",
    ),
    *("\ud83d", "a\udc00b", "\x00", "\t", " ", "null", "NaN", "-1", "9" * 400, "٣", "１", "①", "0x41", "1e9"),
)


def random_text(random: Random) -> str:
    """Give a text of few or many signs, chosen to be trouble."""
    return "".join(random.choice(SIGNS) for _ in range(random.choice((1, 3, 20, 300, 4096))))


def contents() -> Iterator[dict[str, Any]]:
    """Every kind of content a private message can have, without a text."""
    file = {"file_id": "f" * 60, "file_unique_id": "u", "file_size": 10}
    photo = [file | {"width": 9, "height": 9}]
    timed = file | {"duration": 1}
    place = {"latitude": 1.0, "longitude": 1.0}
    yield {"photo": photo}
    yield {"photo": photo, "caption": "<b>" * 300, "media_group_id": "1"}
    yield {"photo": photo, "has_media_spoiler": True, "caption": "/start ABCD-EFGH-JKLM-NPQR"}
    yield {"document": file}
    yield {"document": file | {"file_name": "../../../" + "x" * 300 + ".xlsx", "file_size": 2**40}}
    yield {"document": file | {"file_name": "<b>\u202excod.xlsx\x00", "mime_type": "text/html"}, "caption": "\u200b"}
    yield {"voice": timed}
    yield {"audio": timed | {"title": "<i>"}}
    yield {"video": timed | {"width": 1, "height": 1}}
    yield {"video_note": timed | {"length": 1}}
    yield {"animation": timed | {"width": 1, "height": 1}, "document": file}
    sticker = {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
    yield {"sticker": file | sticker}
    yield {"contact": {"phone_number": "+70000000000", "first_name": "<b>", "user_id": 1}}
    yield {"location": place}
    yield {"location": place | {"live_period": 60}}
    yield {"venue": {"location": place, "title": "<b>", "address": "'"}}
    yield {"dice": {"emoji": "🎲", "value": 6}}
    yield {"poll": {
        "id": "1", "question": "<b>?", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
        "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
    }}  # fmt: skip
    yield {"new_chat_title": "<b>"}
    yield {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}}
    yield {"users_shared": {"request_id": 1, "users": [{"user_id": 1}]}}
    yield {"chat_shared": {"request_id": 1, "chat_id": -5}}
    yield {"web_app_data": {"data": "fd:1", "button_text": "x"}}
    yield {"write_access_allowed": {}}
    yield {"message_auto_delete_timer_changed": {"message_auto_delete_time": 5}}
    yield {"unheard_of_content": {"of": ["a", "later", "API"]}}


def wrappings() -> Iterator[dict[str, Any]]:
    """What may stand around a content: forwarded, answered to, by a bot, as somebody else."""
    yield {"forward_origin": ORIGIN}
    yield {"reply_to_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "/start"}}
    yield {"via_bot": {"id": 9, "is_bot": True, "first_name": "b"}}
    yield {"quote": {"text": "<b>", "position": 0}}
    yield {"entities": [{"type": "bot_command", "offset": 0, "length": 4000}]}
    yield {"message_thread_id": 7, "is_topic_message": True}
    yield {"edit_date": 1}


def foreign_updates(who: int, at: int) -> Iterator[dict[str, Any]]:
    """Updates of every kind that is none of a private chat's messages and presses; they may have no effect."""
    private = {"id": who, "type": "private"}
    message = {"message_id": 5, "date": at, "chat": private, "from": user(who), "text": "/start"}
    group = {"id": -100500, "type": "supergroup", "title": "7Ю"}
    channel = {"id": -100600, "type": "channel", "title": "c"}
    for kind in (
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_message",
        "edited_business_message",
    ):
        yield {kind: message}
    yield {"message": message | {"chat": group}}
    yield {"message": message | {"chat": group, "from": None, "sender_chat": channel}}
    yield {"message": message | {"chat": {"id": -9, "type": "group", "title": "g"}, "text": "/marks"}}
    yield {"channel_post": message | {"chat": channel, "from": None, "sender_chat": channel}}
    yield {"business_connection": {
        "id": "b", "user": user(who), "user_chat_id": who, "date": at, "is_enabled": True,
    }}  # fmt: skip
    yield {"deleted_business_messages": {"business_connection_id": "b", "chat": private, "message_ids": [1]}}
    yield {"inline_query": {"id": "1", "from": user(who), "query": "7Ю", "offset": ""}}
    yield {"chosen_inline_result": {"result_id": "1", "from": user(who), "query": "x"}}
    yield {"shipping_query": {"id": "1", "from": user(who), "invoice_payload": "x", "shipping_address": {
        "country_code": "RU", "state": "", "city": "", "street_line1": "", "street_line2": "", "post_code": "",
    }}}  # fmt: skip
    yield {"pre_checkout_query": {
        "id": "1", "from": user(who), "currency": "RUB", "total_amount": 1, "invoice_payload": "x",
    }}  # fmt: skip
    yield {"poll_answer": {"poll_id": "1", "user": user(who), "option_ids": [], "option_persistent_ids": []}}
    yield {"message_reaction": {"chat": private, "message_id": 1, "user": user(who), "date": at, "old_reaction": [],
                                "new_reaction": [{"type": "emoji", "emoji": "👍"}]}}  # fmt: skip
    yield {"message_reaction_count": {"chat": channel, "message_id": 1, "date": at, "reactions": []}}
    member = {"status": "member", "user": user(who)}
    yield {
        "chat_member": {
            "chat": group,
            "from": user(who),
            "date": at,
            "old_chat_member": member,
            "new_chat_member": member,
        }
    }
    yield {"chat_join_request": {"chat": group, "from": user(who), "user_chat_id": who, "date": at}}
    yield {
        "my_chat_member": {
            "chat": group,
            "from": user(who),
            "date": at,
            "old_chat_member": member,
            "new_chat_member": member,
        }
    }
    yield {"an_update_of_a_later_api": {"from": user(who), "text": "/start"}}
    yield {}
