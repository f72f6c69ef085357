"""Methods by which the bot gets its updates and answers button presses."""

import re
from typing import Any, Final

from bot.sandbox.call import Call
from bot.sandbox.entities import units
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.updates import CONFLICT_HOOK, CONFLICT_HOOK_SET
from bot.sandbox.world import World

Wire = dict[str, Any]

_ANSWER_UNITS: Final = 200


async def get_updates(world: World, call: Call) -> list[Wire]:
    """Carry out getUpdates. Raises ApiError 409 while a webhook is set or when another one takes its place."""
    if world.webhook.url:
        raise ApiError(409, CONFLICT_HOOK)
    world.updates.allow(call.sequence("allowed_updates"))
    world.wake()
    return await world.updates.poll(call.number("offset"), call.number("limit", 100), call.number("timeout"))


def set_webhook(world: World, call: Call) -> bool:
    """Carry out setWebhook; plain http is fine here, as with a local Bot API server."""
    url, secret = call.text("url"), call.text("secret_token")
    if url and not re.match(r"https?://[^/\s]+", url):
        raise bad_request("invalid webhook URL specified")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    if call.flag("drop_pending_updates"):
        world.updates.confirm(world.updates.next_id)
    world.updates.allow(call.sequence("allowed_updates"))
    world.updates.interrupt(CONFLICT_HOOK_SET)
    world.webhook.set(url, secret)
    if url:
        world.wake()
    return True


def delete_webhook(world: World, call: Call) -> bool:
    """Carry out deleteWebhook."""
    if call.flag("drop_pending_updates"):
        world.updates.confirm(world.updates.next_id)
    world.webhook.set("", "")
    return True


def get_webhook_info(world: World, _call: Call) -> Wire:
    """Carry out getWebhookInfo."""
    info: Wire = {
        "url": world.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending()),
    }
    if world.webhook.last_error:
        info |= {"last_error_date": world.unix_now, "last_error_message": world.webhook.last_error}
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info


def answer_callback_query(world: World, call: Call) -> bool:
    """Carry out answerCallbackQuery: the page ends the button's spinner and shows toast or alert."""
    if units(call.text("text")) > _ANSWER_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")
    query = call.text("callback_query_id")
    chat = world.presses.answer(query)
    answer = {"text": call.text("text"), "alert": call.flag("show_alert"), "url": call.text("url")}
    world.hub.send({"type": "answer", "chat": chat, "query": query, **answer})
    return True
