"""What Telegram itself shows of the bot: commands, menu button, descriptions, in every language there is."""

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, MenuButtonCommands

from locales import LANGUAGES, Translator, Translators

COMMANDS = ("menu", "settings", "check", "lost", "help")


async def announce(bot: Bot, translators: Translators) -> None:
    """Set the commands, the menu button and the descriptions. Languages without texts get the first one's.

    Raises TelegramAPIError when Telegram cannot be reached.
    """
    for code in (None, *LANGUAGES):
        await _speak(bot, translators[code or LANGUAGES[0]], code)
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())


async def _speak(bot: Bot, tr: Translator, code: str | None) -> None:
    commands = [BotCommand(command=name, description=tr.plain(f"command-{name}")) for name in COMMANDS]
    await bot.set_my_commands(commands, BotCommandScopeAllPrivateChats(), language_code=code)
    await bot.set_my_short_description(tr.plain("bot-short"), language_code=code)
    await bot.set_my_description(tr.plain("bot-about"), language_code=code)
