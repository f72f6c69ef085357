"""An event loop whose seconds pass many times as fast: waiting an hour takes a while, not an hour."""

import asyncio
import selectors

SPEED = 15
"""So many of its seconds pass in one of the wall's; more, and a busy machine would seem to sleep over its leases."""


class _Impatient(selectors.DefaultSelector):
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return super().select(timeout if timeout is None else timeout / SPEED)


class HurriedLoop(asyncio.SelectorEventLoop):
    """Timers, timeouts and `time` of this loop run fast; threads and the disk don't."""

    def __init__(self) -> None:
        super().__init__(_Impatient())

    def time(self) -> float:
        """Give the seconds of a fast clock."""
        return super().time() * SPEED
