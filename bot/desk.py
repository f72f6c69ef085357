"""The reception: which handler answers which button, command or typed text. One look-up, no chain of filters."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.callbacks import Press, prefix_of
from bot.screen import Alert, Screen
from bot.turn import Form, Turn, Typed

Answer = Screen | Alert | None
K = TypeVar("K", bound=Press)
PressHandler = Callable[[Turn, K], Awaitable[Answer]]
CommandHandler = Callable[[Turn, str], Awaitable[Answer]]
FormHandler = Callable[[Turn, Form, Typed], Awaitable[Answer]]


class Taken(Exception):
    """Two handlers want the same button, command or form."""


@dataclass(slots=True)
class Desk:
    """Handlers of one screen family; families are joined into the bot's one desk by `include`."""

    presses: dict[str, tuple[type[Press], PressHandler[Any]]] = field(default_factory=dict)
    commands: dict[str, CommandHandler] = field(default_factory=dict)
    forms: dict[str, FormHandler] = field(default_factory=dict)

    def press(self, kind: type[K]) -> Callable[[PressHandler[K]], PressHandler[K]]:
        """Register the handler of a kind of button."""

        def register(handler: PressHandler[K]) -> PressHandler[K]:
            entry: tuple[type[Press], PressHandler[Any]] = (kind, handler)
            _put(self.presses, prefix_of(kind), entry)
            return handler

        return register

    def command(self, *names: str) -> Callable[[CommandHandler], CommandHandler]:
        """Register the handler of commands; it gets what was typed behind the command."""

        def register(handler: CommandHandler) -> CommandHandler:
            for name in names:
                _put(self.commands, name, handler)
            return handler

        return register

    def form(self, name: str) -> Callable[[FormHandler], FormHandler]:
        """Register the handler of what is typed into a form opened by `turn.expect(name, …)`."""

        def register(handler: FormHandler) -> FormHandler:
            _put(self.forms, name, handler)
            return handler

        return register

    def include(self, *families: "Desk") -> None:
        """Take over the handlers of other desks. Raises Taken where two want the same."""
        for family in families:
            for prefix, press in family.presses.items():
                _put(self.presses, prefix, press)
            for name, command in family.commands.items():
                _put(self.commands, name, command)
            for name, form in family.forms.items():
                _put(self.forms, name, form)


V = TypeVar("V")


def _put(shelf: dict[str, V], key: str, value: V) -> None:
    if key in shelf:
        raise Taken(key)
    shelf[key] = value
