"""The menu, settings, help, and what is typed without having been asked for."""

from dataclasses import replace

from bot.callbacks.home import HelpPress, HomePress, LanguagePress, SettingsPress
from bot.desk import Answer, Desk
from bot.routers import importing
from bot.routers.entry import looks_like_code, resembles_code, take_code
from bot.routers.menu import menu_of, show_menu
from bot.screen import Screen
from bot.screens import home as screens
from bot.screens.entry import code_unread
from bot.turn import Form, Turn, Typed
from core.model.access import Actor
from core.model.homework import FileKind
from core.model.ids import PersonId
from core.model.people import Role
from core.usecases import account, entry
from core.usecases.family_home import OnlyFirstGraders, only_first_graders
from locales import LANGUAGES

desk = Desk()


@desk.command("start")
async def start(turn: Turn, argument: str) -> Answer:
    """Open the chat: with a code from a deep link, or without (ACC-1)."""
    if looks_like_code(argument):
        return await take_code(turn, argument)
    here = await turn.change(entry.arrive, entry.Arrive(returning=True))
    if argument and not here.actor.capacities:
        return code_unread(turn.tr)
    return await menu_of(turn, here)


@desk.command("menu")
async def menu(turn: Turn, _argument: str) -> Answer:
    """Show the menu."""
    return await show_menu(turn)


@desk.press(HomePress)
async def to_menu(turn: Turn, press: HomePress) -> Answer:
    """Show the menu, or the tab of a role."""
    return await show_menu(turn, press.role, PersonId(press.person) if press.person else None)


@desk.command("settings")
async def settings(turn: Turn, _argument: str) -> Answer:
    """Show the settings."""
    return await _settings(turn)


@desk.press(SettingsPress)
async def to_settings(turn: Turn, _press: SettingsPress) -> Answer:
    """Show the settings."""
    return await _settings(turn)


async def _settings(turn: Turn) -> Screen:
    here = await turn.read(entry.arrive, entry.Arrive())
    if here.actor.account is None:
        return screens.welcome(turn.tr)
    return _settings_of(turn, here.actor)


def _settings_of(turn: Turn, actor: Actor) -> Screen:
    names = {code: turn.services.translators[code].plain("account-language-own") for code in LANGUAGES}
    return screens.settings(actor, names, turn.tr)


@desk.press(LanguagePress)
async def choose_language(turn: Turn, press: LanguagePress) -> Answer:
    """Speak another language from now on."""
    turn.actor = await turn.change(account.choose, account.Choose(language=press.language))
    return _settings_of(turn, turn.actor)


@desk.command("help")
async def help_command(turn: Turn, _argument: str) -> Answer:
    """Tell what the bot can do."""
    return await _help(turn)


@desk.press(HelpPress)
async def to_help(turn: Turn, _press: HelpPress) -> Answer:
    """Tell what the bot can do."""
    return await _help(turn)


async def _help(turn: Turn) -> Screen:
    here = await turn.read(entry.arrive, entry.Arrive())
    first_grade = await turn.read(only_first_graders, OnlyFirstGraders())
    return screens.help_page(here.actor, turn.tr, first_grade=first_grade)


@desk.form("nothing-expected")
async def unasked(turn: Turn, _form: Form, typed: Typed) -> Answer:
    """Take what nobody asked for: a code, an administrator's workbook; anything else gets the menu with a hint."""
    if typed.file is None and looks_like_code(typed.text):
        return await take_code(turn, typed.text)
    here = await turn.read(entry.arrive, entry.Arrive())
    if typed.file is None and resembles_code(typed.text):
        return code_unread(turn.tr)
    roles = here.actor.roles()
    if typed.file is not None and typed.file.kind is FileKind.DOCUMENT and Role.ADMINISTRATOR in roles:
        return await importing.take_workbook(turn, typed.file)
    shown = await menu_of(turn, here)
    if not roles:
        return shown
    teaches = bool(roles & {Role.TEACHER, Role.PSYCHOLOGIST})
    hint = screens.not_understood(typed.text, teaches=teaches, tr=turn.tr)
    return replace(shown, text=f"{hint}\n\n{shown.text}")
