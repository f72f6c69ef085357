"""Methods that put messages into a chat."""

import secrets
from typing import Any, Final

from bot.sandbox import keyboards
from bot.sandbox.call import Call, Upload
from bot.sandbox.chats import Chat, Entry
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.methods import content
from bot.sandbox.world import World

Wire = dict[str, Any]

_ACTIONS: Final = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
_CONTENT: Final = (
    "text",
    "entities",
    "photo",
    "document",
    "voice",
    "video",
    "caption_entities",
    "link_preview_options",
)


def send_message(world: World, call: Call) -> Wire:
    """Carry out sendMessage."""
    chat = world.chats.reachable(call.values.get("chat_id"))
    return _put(world, call, chat, content.text(call)).wire


def send_photo(world: World, call: Call) -> Wire:
    """Carry out sendPhoto."""
    return _send_file(world, call, "photo")


def send_document(world: World, call: Call) -> Wire:
    """Carry out sendDocument."""
    return _send_file(world, call, "document")


def send_voice(world: World, call: Call) -> Wire:
    """Carry out sendVoice."""
    return _send_file(world, call, "voice")


def send_video(world: World, call: Call) -> Wire:
    """Carry out sendVideo."""
    return _send_file(world, call, "video")


def send_media_group(world: World, call: Call) -> list[Wire]:
    """Carry out sendMediaGroup: 2 to 10 photos and videos, or documents, in one album."""
    chat = world.chats.reachable(call.values.get("chat_id"))
    items = call.sequence("media") or []
    if not 2 <= len(items) <= 10:
        raise bad_request("wrong number of items: an album has 2-10 of them")
    kinds = {item.get("type") for item in items if isinstance(item, dict)}
    if kinds != {"document"} and not kinds <= {"photo", "video"}:
        raise bad_request("can't use the media of the specified type in the album")
    bodies = [content.media(world, call, i["type"], _media_source(call, i)) | content.caption(i) for i in items]
    group = str(secrets.randbits(60))
    return [_put(world, call, chat, body | {"media_group_id": group}).wire for body in bodies]


def send_chat_action(world: World, call: Call) -> bool:
    """Carry out sendChatAction: the page shows it for some seconds."""
    chat = world.chats.reachable(call.values.get("chat_id"))
    if call.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.hub.send({"type": "action", "chat": chat.id, "action": call.text("action")})
    return True


def forward_message(world: World, call: Call) -> Wire:
    """Carry out forwardMessage."""
    source = _original(world, call, bad_request("message to forward not found"))
    chat = world.chats.reachable(call.values.get("chat_id"))
    if source.wire.get("has_protected_content"):
        raise bad_request("message has protected content and can't be forwarded")
    origin = {"type": "user", "sender_user": source.wire["from"], "date": source.wire["date"]}
    return _put(world, call, chat, _copied(source) | {"forward_origin": origin}).wire


def copy_message(world: World, call: Call) -> Wire:
    """Carry out copyMessage; a new caption takes the place of the old one."""
    source = _original(world, call, bad_request("message to copy not found"))
    chat = world.chats.reachable(call.values.get("chat_id"))
    if source.wire.get("has_protected_content"):
        raise bad_request("message has protected content and can't be copied")
    body = _copied(source)
    if "caption" in call.values:
        body = {k: v for k, v in body.items() if k not in {"caption", "caption_entities"}} | content.caption(
            call.values
        )
    return {"message_id": _put(world, call, chat, body).wire["message_id"]}


def _send_file(world: World, call: Call, kind: str) -> Wire:
    chat = world.chats.reachable(call.values.get("chat_id"))
    keyboards.read(call.values.get("reply_markup"))
    source = call.uploads.get(kind) or call.values.get(kind)
    words = content.caption(call.values)
    return _put(world, call, chat, content.media(world, call, kind, source) | words).wire


def _media_source(call: Call, item: Wire) -> Upload | str | None:
    media = item.get("media")
    return call.uploads.get(media, media) if isinstance(media, str) else None


def _original(world: World, call: Call, missing: ApiError) -> Entry:
    chat = world.chats.find(call.values.get("from_chat_id"))
    return world.chats.message(chat, call.number("message_id"), missing)


def _copied(source: Entry) -> Wire:
    return {key: value for key, value in source.wire.items() if key in {*_CONTENT, "caption"}}


def _put(world: World, call: Call, chat: Chat, body: Wire) -> Entry:
    """Add a message of the bot with its keyboard and flags."""
    markup = keyboards.read(call.values.get("reply_markup"))
    wire = world.frame(chat, by_bot=True) | content.reply(world, call, chat) | body
    if markup.kind == "inline" and markup.wire:
        wire["reply_markup"] = markup.wire
    if call.flag("protect_content"):
        wire["has_protected_content"] = True
    if markup.kind in {"reply", "force"}:
        chat.keyboard = markup.wire
    elif markup.kind == "remove":
        chat.keyboard = None
    fixed = markup.kind in {"reply", "remove", "force"}
    return world.chats.add(chat, wire, silent=call.flag("disable_notification"), fixed=fixed)
