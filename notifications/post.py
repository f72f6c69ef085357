"""The messenger, as the sender sees it: letters in, outcomes out. Behind it is Telegram, or a fake in tests."""

from dataclasses import dataclass
from typing import Protocol

from notifications.letter import Act, LetterFile


@dataclass(frozen=True, slots=True)
class OutgoingButton:
    """A button with its label as it is shown (plain text), and what a press does."""

    label: str
    act: Act
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to a chat. `text` is HTML, or plain text where `html` is false; `silent` makes no sound.

    `reply_to` is the id of a message in the same chat; one that was deleted must not hinder the sending.
    `files`: one is sent with the text as its caption, two to ten as an album, which has neither text nor buttons.
    `without_files` is put below the text where files were refused.
    """

    chat: int
    text: str
    buttons: tuple[tuple[OutgoingButton, ...], ...] = ()
    silent: bool = False
    reply_to: int | None = None
    html: bool = True
    files: tuple[LetterFile, ...] = ()
    without_files: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived, under this id; `files` are the ids of those messages of it that hold files."""

    message_id: int
    files: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TooFast:
    """Nothing may be sent for so many seconds (429)."""

    retry_after: float


@dataclass(frozen=True, slots=True)
class ChatGone:
    """The person blocked the bot or deleted the account: nothing will arrive until /start (403, chat not found)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The message itself is refused, and will be every time (400)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """The request left, the answer did not come: it may have arrived or not."""

    reason: str


@dataclass(frozen=True, slots=True)
class Down:
    """It certainly did not arrive, through no fault of the message: no connection, 5xx."""

    reason: str


Outcome = Sent | TooFast | ChatGone | Broken | Unclear | Down


class Post(Protocol):
    """Whoever carries messages. No method raises for what the messenger answers: each answer is an outcome."""

    async def send(self, message: Outgoing) -> Outcome:
        """Send a message."""
        ...

    async def edit(self, message_id: int, message: Outgoing, caption: bool = False) -> Outcome:
        """Put a message in the place of one sent before; one that says the same already counts as sent.

        `caption`: the words are below a file, which stays.
        """
        ...

    async def leave(self, chat: int) -> Outcome:
        """Leave a group; one that the bot is not in counts as left."""
        ...

    async def delete(self, chat: int, message_id: int) -> Outcome:
        """Take a message back; one that is gone already counts as sent."""
        ...
