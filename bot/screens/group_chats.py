"""A class's group chats: what is said in private to the class teacher, and in the group to everybody."""

from bot.callbacks.events import EventsPress
from bot.callbacks.group_chats import BindGroupPress, GroupCodePress, KlassChatsPress, ReleaseGroupPress
from bot.screen import Button, Screen
from bot.screens.home import Row, back
from bot.widgets.fitting import clip
from core.model.group_chat import CODE_MINUTES, GroupChat, GroupCode, KlassChats
from core.model.people import Role
from locales import Translator

_TITLE = 40
_LABEL = 22


def klass_chats(value: KlassChats, tr: Translator, toast: str = "") -> Screen:
    """Show the groups of a class, and how one is bound."""
    lines = [_line(chat, tr) for chat in value.chats]
    parts = [tr("group-title", klass=value.name), "\n".join(lines) if lines else tr("group-none"), tr("group-what")]
    rows: list[Row] = [row for chat in value.chats for row in _rows(chat, tr)]
    rows.append((Button(tr.plain("group-add-button"), GroupCodePress(klass=value.klass)),))
    events = Button(tr.plain("events-back-button"), EventsPress(klass=value.klass))
    return Screen("\n\n".join(parts), (*rows, (events,), back(tr, Role.CLASS_TEACHER)), toast)


def _line(chat: GroupChat, tr: Translator) -> str:
    return tr("group-line-bound" if chat.bound else "group-line-asked", title=clip(chat.title, _TITLE))


def _rows(chat: GroupChat, tr: Translator) -> list[Row]:
    release = Button(tr.plain("group-release-button", title=clip(chat.title, _LABEL)), ReleaseGroupPress(group=chat.id))
    if chat.bound:
        return [(release,)]
    bind = Button(tr.plain("group-bind-button", title=clip(chat.title, _LABEL)), BindGroupPress(group=chat.id))
    return [(bind,), (release,)]


def code(value: GroupCode, bot_name: str, tr: Translator) -> Screen:
    """Show a code once: a link that adds the bot to a group, or a command to write there."""
    command = f"/start@{bot_name} {value.code}" if bot_name else f"/start {value.code}"
    text = tr("group-code", klass=value.name, command=command, minutes=CODE_MINUTES)
    rows: list[Row] = []
    if bot_name:
        url = f"https://t.me/{bot_name}?startgroup={value.code}"
        rows.append((Button(tr.plain("group-choose-button"), url=url),))
    return Screen(text, (*rows, (Button(tr.plain("group-back-button"), KlassChatsPress(klass=value.klass)),)))


def ask_bind(group: GroupChat, tr: Translator) -> Screen:
    """Ask the class teacher, in private, whether this is the group."""
    text = tr("group-ask-bind", title=clip(group.title, _TITLE), klass=group.klass_name)
    yes = Button(tr.plain("group-yes-button"), BindGroupPress(group=group.id))
    no = Button(tr.plain("group-no-button"), ReleaseGroupPress(group=group.id, sure=True))
    return Screen(text, ((yes,), (no,)), anew=True)


def ask_release(group: GroupChat, tr: Translator) -> Screen:
    """Ask once more before the bot leaves a group."""
    text = tr("group-ask-release", title=clip(group.title, _TITLE), klass=group.klass_name)
    yes = Button(tr.plain("group-release-sure-button"), ReleaseGroupPress(group=group.id, sure=True))
    keep = Button(tr.plain("group-back-button"), KlassChatsPress(klass=group.klass or 0))
    return Screen(text, ((yes,), (keep,)))


def hello(bot_name: str, tr: Translator) -> Screen:
    """Say in a group what the bot does there, and what it waits for."""
    return Screen(tr("group-hello"), _private(bot_name, tr))


def bound(group: GroupChat, tr: Translator) -> Screen:
    """Say in a group that it is a class's now."""
    return Screen(tr("group-bound", klass=group.klass_name))


def wrong_code(tr: Translator) -> Screen:
    """Say in a group that the bot leaves."""
    return Screen(tr("group-wrong-code"))


def wait_for_answer(tr: Translator) -> Screen:
    """Say in a group that the class teacher has been asked in private."""
    return Screen(tr("group-asked"))


def anonymous(tr: Translator) -> Screen:
    """Say that a code counts from a person's own account only."""
    return Screen(tr("group-anonymous"))


def in_private(bot_name: str, tr: Translator) -> Screen:
    """Answer a command in a group with the way to the private chat, and nothing else."""
    return Screen(tr("group-in-private"), _private(bot_name, tr))


def _private(bot_name: str, tr: Translator) -> tuple[Row, ...]:
    if not bot_name:
        return ()
    return ((Button(tr.plain("group-private-button"), url=f"https://t.me/{bot_name}"),),)
