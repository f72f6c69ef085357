"""A clock that runs on at real pace and can be moved by hand: days of school in minutes of looking."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Moved = Callable[[datetime], None]


class MovableClock:
    """What time it is in the sandbox. Fits `core.model.clock.Clock`."""

    def __init__(self, start: datetime) -> None:
        """`start`: an aware instant; from there the clock runs on at once."""
        self._listeners: list[Moved] = []
        self._origin = _utc(start)
        self._since = time.monotonic()

    def now(self) -> datetime:
        """Give the present instant of the sandbox, aware, in UTC."""
        return self._origin + timedelta(seconds=time.monotonic() - self._since)

    def set(self, instant: datetime) -> None:
        """Jump to an aware instant (backwards too) and tell everybody who asked by `on_move`."""
        self._origin = _utc(instant)
        self._since = time.monotonic()
        for listener in tuple(self._listeners):
            listener(self._origin)

    def shift(self, delta: timedelta) -> None:
        """Jump by a span of time, negative ones included."""
        self.set(self.now() + delta)

    def on_move(self, listener: Moved) -> None:
        """Call `listener` with the new instant after every jump (not while the clock just runs on)."""
        self._listeners.append(listener)


def _utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("the clock takes aware instants only")
    return instant.astimezone(UTC)
