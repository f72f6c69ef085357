"""Methods about the bot itself: who it is, its commands, menu button, descriptions; chats and files as it sees them."""

from typing import Any, Final

from bot.sandbox.call import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.files import MAX_DOWN
from bot.sandbox.world import World

Wire = dict[str, Any]

_TEXTS: Final = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}


def get_me(world: World, _call: Call) -> Wire:
    """Carry out getMe."""
    return world.bot_user() | {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, call: Call) -> bool:
    """Carry out setMyCommands."""
    world.profile.set_commands(call.mapping("scope"), call.text("language_code"), call.sequence("commands") or [])
    world.publish({"type": "profile"})
    return True


def get_my_commands(world: World, call: Call) -> list[Wire]:
    """Carry out getMyCommands."""
    return world.profile.commands(call.mapping("scope"), call.text("language_code"))


def delete_my_commands(world: World, call: Call) -> bool:
    """Carry out deleteMyCommands."""
    world.profile.delete_commands(call.mapping("scope"), call.text("language_code"))
    world.publish({"type": "profile"})
    return True


def set_chat_menu_button(world: World, call: Call) -> bool:
    """Carry out setChatMenuButton."""
    world.profile.set_menu(call.number("chat_id") or None, call.mapping("menu_button"))
    world.publish({"type": "profile"})
    return True


def get_chat_menu_button(world: World, call: Call) -> Wire:
    """Carry out getChatMenuButton."""
    return world.profile.menu(call.number("chat_id") or None)


def set_my_text(world: World, call: Call) -> bool:
    """Carry out setMyName, setMyDescription and setMyShortDescription."""
    what = _TEXTS[call.method.removeprefix("setMy")]
    world.profile.set_text(what, call.text("language_code"), call.text(what))
    world.publish({"type": "profile"})
    return True


def get_my_text(world: World, call: Call) -> Wire:
    """Carry out getMyName, getMyDescription and getMyShortDescription."""
    what = _TEXTS[call.method.removeprefix("getMy")]
    return {what: world.profile.text(what, call.text("language_code"))}


def get_chat(world: World, call: Call) -> Wire:
    """Carry out getChat."""
    chat = world.chats.find(call.values.get("chat_id"))
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    full = chat.described() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if chat.pinned:
        full["pinned_message"] = chat.entries[chat.pinned].wire
    return full


def leave_chat(world: World, call: Call) -> bool:
    """Carry out leaveChat: there are private chats only, and those can't be left."""
    world.chats.find(call.values.get("chat_id"))
    raise bad_request("chat member status can't be changed in private chats")


def get_file(world: World, call: Call) -> Wire:
    """Carry out getFile."""
    stored = world.files.get(call.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > MAX_DOWN:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }
