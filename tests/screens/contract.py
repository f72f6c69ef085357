"""What holds for every screen: one message that Telegram takes, and buttons that fit and say exactly what they hold."""

import re
from html.parser import HTMLParser

from bot.callbacks import Press
from bot.screen import Button, Screen
from bot.widgets.fitting import MESSAGE_LIMIT, units

TAGS = frozenset({"b", "i", "s", "u", "code"})
BUTTONS, ROW, DATA_BYTES = 100, 8, 64


class Tags(HTMLParser):
    """Reads Telegram's HTML as Telegram does: every tag is known and closed in order."""

    def __init__(self, known: frozenset[str] = TAGS) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags = 0
        self.said = ""
        self._known = known

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in self._known
        self.open.append(tag)
        self.tags += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.tags += 1

    def handle_data(self, data: str) -> None:
        self.said += data


def buttons(screen: Screen) -> list[Button]:
    """Give the buttons of all rows."""
    return [button for row in screen.keyboard for button in row]


def check_message(screen: Screen, more: frozenset[str] = frozenset()) -> str:
    """Hold a screen's text against Telegram's limits; gives it as it is read. `more` tags are known besides."""
    assert 0 < units(screen.text) <= MESSAGE_LIMIT
    reader = Tags(TAGS | more)
    reader.feed(screen.text)
    reader.close()
    assert not reader.open
    assert screen.text.count("<") == reader.tags, "a sign that opens no tag"
    assert not re.search(r"&(?!(amp|lt|gt|quot);)", screen.text)
    return reader.said


def check_buttons(screen: Screen) -> list[str]:
    """Hold a screen's buttons against Telegram's limits, and what they carry against what is read; gives that."""
    assert 0 < len(buttons(screen)) <= BUTTONS
    assert all(len(row) <= ROW for row in screen.keyboard)
    carried = []
    for button in buttons(screen):
        assert button.label.strip()
        assert isinstance(button.press, Press)
        packed = button.press.pack()
        assert len(packed.encode()) <= DATA_BYTES
        assert type(button.press).read(packed) == button.press
        carried.append(packed)
    return carried
