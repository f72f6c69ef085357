"""Groups of Telegram that belong to a class (NTF-0)."""

from dataclasses import dataclass

from core.model.ids import GroupChatId, KlassId

CODE_MINUTES = 30
"""How long a class's code works."""


@dataclass(frozen=True, slots=True)
class GroupChat:
    """A group: Telegram's id, its title; `asked`: a code was given there, the class teacher has to confirm."""

    id: GroupChatId
    chat: int
    title: str
    klass: KlassId | None = None
    klass_name: str = ""
    asked: bool = False
    bound: bool = False


@dataclass(frozen=True, slots=True)
class KlassChats:
    """The groups of a class."""

    klass: KlassId
    name: str
    chats: tuple[GroupChat, ...]


@dataclass(frozen=True, slots=True)
class GroupCode:
    """A class's code, to be given once in the group; kept as a hash only."""

    klass: KlassId
    name: str
    code: str
