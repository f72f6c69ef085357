"""What Telegram is told of the bot at its start, in every language."""

from typing import Any

from aiogram.methods import SetChatMenuButton, SetMyCommands, SetMyDescription, SetMyShortDescription, TelegramMethod

from bot.commands import COMMANDS, announce
from bot.desks import all_desks
from locales import Translators
from tests.fakes.telegram import Telegram


class Listening(Telegram):
    """Telegram that remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Any] = []

    async def make_request(self, bot: Any, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 - aiogram's signature
        self.told.append(method)
        return await super().make_request(bot, method, timeout)


async def test_commands_menu_and_words_in_both_languages() -> None:
    telegram = Listening()
    await announce(telegram.bot(), Translators.load(strict=True))
    commands = {one.language_code: one for one in telegram.told if isinstance(one, SetMyCommands)}
    assert set(commands) == {None, "ru", "en"}
    assert commands[None].commands == commands["ru"].commands != commands["en"].commands
    assert any(isinstance(one, SetChatMenuButton) for one in telegram.told)
    for one in telegram.told:
        if isinstance(one, SetMyShortDescription):
            assert len(one.short_description or "") <= 120
        if isinstance(one, SetMyDescription):
            assert len(one.description or "") <= 512


def test_every_command_is_answered() -> None:
    assert {"start", *COMMANDS} <= set(all_desks().commands)
