"""A message that counts by itself stops when it is done, is left for something else, or can't be changed."""

import asyncio

from bot.following import Following
from bot.screen import Screen


class Seen:
    """What was looked at, and what was shown."""

    def __init__(self, *screens: str) -> None:
        self.coming, self.shown = list(screens), list[str]()
        self.done = asyncio.Event()

    async def look(self) -> tuple[Screen, bool]:
        text = self.coming.pop(0)
        if not self.coming:
            self.done.set()
        return Screen(text), not self.coming

    async def show(self, screen: Screen) -> None:
        if screen.text == "broken":
            self.done.set()
            raise ValueError
        self.shown.append(screen.text)


async def test_it_is_redrawn_when_something_changed_until_it_is_done() -> None:
    seen = Seen("1", "1", "2", "3")
    Following((0.001,) * 9).follow(1, seen.look, seen.show)
    await asyncio.wait_for(seen.done.wait(), 5)
    await asyncio.sleep(0.01)
    assert seen.shown == ["1", "2", "3"]


async def test_it_is_left_alone_once_something_else_is_wanted() -> None:
    seen, following = Seen("1", "2"), Following((0.01,) * 9)
    following.follow(1, seen.look, seen.show)
    following.leave(1)
    await asyncio.sleep(0.05)
    assert seen.shown == []


async def test_what_can_not_be_changed_is_given_up() -> None:
    seen = Seen("broken", "2")
    Following((0.001,) * 9).follow(1, seen.look, seen.show)
    await asyncio.wait_for(seen.done.wait(), 5)
    await asyncio.sleep(0.01)
    assert seen.coming == ["2"]


async def test_without_pauses_nothing_is_followed() -> None:
    seen = Seen("1")
    Following().follow(1, seen.look, seen.show)
    await asyncio.sleep(0.01)
    assert seen.shown == []
