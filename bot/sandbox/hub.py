"""News for the open pages: every event goes to every page that listens."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Wire = dict[str, Any]
_BACKLOG = 2000


class Hub:
    """Who listens. A page that falls too far behind is cut off: it comes back and reads everything afresh."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[Wire | None]] = set()

    def send(self, event: Wire) -> None:
        """Tell all pages."""
        for queue in tuple(self._queues):
            if queue.qsize() >= _BACKLOG:
                self._queues.discard(queue)
                _close(queue)
            else:
                queue.put_nowait(event)

    def close(self) -> None:
        """End all listening."""
        for queue in self._queues:
            _close(queue)

    @contextmanager
    def listen(self) -> Iterator["asyncio.Queue[Wire | None]"]:
        """Give a queue of events as long as the block lasts; None in it means the end."""
        queue: asyncio.Queue[Wire | None] = asyncio.Queue()
        self._queues.add(queue)
        try:
            yield queue
        finally:
            self._queues.discard(queue)


def _close(queue: "asyncio.Queue[Wire | None]") -> None:
    while not queue.empty():
        queue.get_nowait()
    queue.put_nowait(None)
