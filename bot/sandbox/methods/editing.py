"""Methods that change messages in place, take them away, or pin them."""

from typing import Any, Final

from bot.sandbox import keyboards
from bot.sandbox.call import Call
from bot.sandbox.chats import Chat, Entry
from bot.sandbox.errors import bad_request
from bot.sandbox.methods import content
from bot.sandbox.world import World

Wire = dict[str, Any]

_DELETABLE_SECONDS: Final = 48 * 3600
_MEDIA: Final = frozenset({"photo", "document", "voice", "video"})
_BODY: Final = frozenset(
    {
        *_MEDIA,
        "text",
        "entities",
        "caption",
        "caption_entities",
        "link_preview_options",
        "show_caption_above_media",
        "has_media_spoiler",
    }
)


def edit_message_text(world: World, call: Call) -> Wire:
    """Carry out editMessageText."""
    chat, entry = _target(world, call)
    body = content.text(call)
    if "text" not in entry.wire:
        raise bad_request("there is no text in the message to edit")
    return _change(world, call, chat, entry, body)


def edit_message_caption(world: World, call: Call) -> Wire:
    """Carry out editMessageCaption."""
    chat, entry = _target(world, call)
    kept = {key: value for key, value in entry.wire.items() if key in _MEDIA}
    if not kept:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, call, chat, entry, kept | content.caption(call.values))


def edit_message_media(world: World, call: Call) -> Wire:
    """Carry out editMessageMedia, for photos, documents, voices and videos."""
    chat, entry = _target(world, call)
    media = call.mapping("media") or {}
    if media.get("type") not in _MEDIA:
        raise bad_request("media not found")
    body = content.media(world, call, media["type"], media.get("media")) | content.caption(media)
    return _change(world, call, chat, entry, body)


def edit_message_reply_markup(world: World, call: Call) -> Wire:
    """Carry out editMessageReplyMarkup."""
    chat, entry = _target(world, call)
    return _change(world, call, chat, entry, {key: value for key, value in entry.wire.items() if key in _BODY})


def delete_message(world: World, call: Call) -> bool:
    """Carry out deleteMessage: within 48 hours of the sandbox's clock."""
    chat = world.chats.find(call.values.get("chat_id"))
    entry = world.chats.message(chat, call.number("message_id"), bad_request("message to delete not found"))
    if world.unix_now - entry.wire["date"] > _DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    world.chats.remove(chat, call.number("message_id"))
    return True


def delete_messages(world: World, call: Call) -> bool:
    """Carry out deleteMessages: those that can't be found are passed over."""
    chat = world.chats.find(call.values.get("chat_id"))
    for number in call.sequence("message_ids") or []:
        entry = chat.entries.get(number)
        if entry is not None and world.unix_now - entry.wire["date"] <= _DELETABLE_SECONDS:
            world.chats.remove(chat, number)
    return True


def pin_chat_message(world: World, call: Call) -> bool:
    """Carry out pinChatMessage."""
    chat = world.chats.reachable(call.values.get("chat_id"))
    world.chats.message(chat, call.number("message_id"), bad_request("message to pin not found"))
    chat.pinned = call.number("message_id")
    world.chats.touch(chat)
    return True


def unpin_chat_message(world: World, call: Call) -> bool:
    """Carry out unpinChatMessage and unpinAllChatMessages: one message is pinned at a time here."""
    chat = world.chats.find(call.values.get("chat_id"))
    if call.number("message_id", chat.pinned or 0) != chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned = None
    world.chats.touch(chat)
    return True


def _target(world: World, call: Call) -> tuple[Chat, Entry]:
    chat = world.chats.reachable(call.values.get("chat_id"))
    if not call.number("message_id"):
        raise bad_request("message identifier is not specified")
    entry = world.chats.message(chat, call.number("message_id"), bad_request("message to edit not found"))
    if not entry.wire["from"]["is_bot"] or entry.fixed or "forward_origin" in entry.wire:
        raise bad_request("message can't be edited")
    return chat, entry


def _change(world: World, call: Call, chat: Chat, entry: Entry, body: Wire) -> Wire:
    """Give the message its new body and keyboard. Raises ApiError 400 when nothing changes."""
    markup = keyboards.read(call.values.get("reply_markup"), inline_only=True).wire
    if _body(entry.wire) == _body(body) and entry.wire.get("reply_markup") == markup:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a current"
            " content and reply markup of the message",
        )
    frame = {key: value for key, value in entry.wire.items() if key not in _BODY and key != "reply_markup"}
    wire = frame | {"edit_date": world.unix_now} | body
    world.chats.replace(chat, entry, wire | {"reply_markup": markup} if markup else wire)
    return entry.wire


def _body(wire: Wire) -> Wire:
    return {key: value for key, value in wire.items() if key in _BODY and key != "link_preview_options"}
