"""What a message of the bot is made of: text, captions, files, what it answers to."""

from typing import Any, Final

from bot.sandbox.call import Call, Upload
from bot.sandbox.chats import Chat
from bot.sandbox.entities import parse, units
from bot.sandbox.errors import bad_request
from bot.sandbox.files import Stored
from bot.sandbox.world import World

Wire = dict[str, Any]

TEXT_UNITS: Final = 4096
CAPTION_UNITS: Final = 1024


def text(call: Call) -> Wire:
    """Give text and entities of a text message. Raises ApiError 400: empty, too long, markup that can't be parsed."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    words, entities = parse(call.text("text"), call.text("parse_mode"), call.sequence("entities"))
    if not words:
        raise bad_request("message text is empty")
    if units(words) > TEXT_UNITS:
        raise bad_request("message is too long")
    content: Wire = {"text": words}
    if entities:
        content["entities"] = entities
    if preview := call.mapping("link_preview_options"):
        content["link_preview_options"] = preview
    return content


def caption(source: Wire) -> Wire:
    """Give caption and entities of a media message (a call's values, or an InputMedia). Raises ApiError 400."""
    words, entities = parse(source.get("caption") or "", source.get("parse_mode") or "", source.get("caption_entities"))
    if units(words) > CAPTION_UNITS:
        raise bad_request("message caption is too long")
    content: Wire = {"caption": words} if words else {}
    if entities:
        content["caption_entities"] = entities
    if source.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    if source.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


def media(world: World, call: Call, kind: str, source: object) -> Wire:
    """Give the file part of a message: an upload, `attach://name`, or the id of a known one. Raises ApiError 400."""
    stored = _stored(world, call, kind, source)
    described = stored.described()
    return {kind: [described] if kind == "photo" else described}


def _stored(world: World, call: Call, kind: str, source: object) -> Stored:
    if isinstance(source, str) and source.startswith("attach://"):
        source = call.uploads.get(source.removeprefix("attach://"))
    if isinstance(source, Upload):
        return world.files.put(kind, source)
    if not isinstance(source, str) or not source:
        raise bad_request(f"there is no {kind} in the request")
    if source.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = world.files.get(source)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored


def reply(world: World, call: Call, chat: Chat) -> Wire:
    """Give the message that this one answers to. Raises ApiError 400 when it is gone and the bot insists."""
    wanted = call.mapping("reply_parameters") or {}
    number = wanted.get("message_id") or call.number("reply_to_message_id")
    lenient = wanted.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply")
    if not number or (lenient and number not in chat.entries):
        return {}
    entry = world.chats.message(chat, number, bad_request("message to be replied not found"))
    return {"reply_to_message": {key: value for key, value in entry.wire.items() if key != "reply_to_message"}}
