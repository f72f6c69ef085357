"""What a handler gives back: a screen or an alert, as values. How it reaches the chat is `bot.turn`'s business."""

from dataclasses import dataclass

from bot.callbacks import Press
from core.documents.charts import Chart
from core.model.homework import FileKind


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: a press of ours, or an address to open. `label` is plain text, not HTML.

    `below`: what it opens comes as a message of its own, the one with the button stays.
    """

    label: str
    press: Press | None = None
    url: str | None = None
    below: bool = False


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Media:
    """A file to send: one Telegram has (`file_id`) or bytes of ours with a name."""

    kind: FileKind
    file_id: str | None = None
    data: bytes | None = None
    name: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """A message: HTML text and buttons. It is edited in place where a button was pressed, sent anew otherwise.

    `toast` is the short word above the chat that answers a press; `media` follow as messages of their own.
    """

    text: str
    keyboard: Keyboard = ()
    toast: str = ""
    media: tuple[Media, ...] = ()
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart that comes as a photo of its own, with HTML words and buttons below it.

    `place` names what it is a chart of, and in which language: while it looks the same there, it is not sent twice.
    """

    place: str
    chart: Chart
    caption: str
    keyboard: Keyboard = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """An answer to a press that leaves the screen as it is; `modal` must be closed by the reader."""

    text: str
    modal: bool = False
