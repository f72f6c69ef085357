"""The studio: a process of its own where charts are drawn, so that nobody waits for a picture of somebody else's.

Drawing takes 100–300 ms of a processor; a thread would hold up the event loop, a process does not (DIA-5). It is
started with the first chart, keeps its Figure, draws one chart at a time, and ends with us, however we end: its pipe
breaks. (A pool's workers hold both ends of their queues and outlive a killed parent.)
"""

import asyncio
import logging
import multiprocessing
import signal
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from core.documents.charts import Chart, key_of

log = logging.getLogger(__name__)

KEPT = 64
"""Pictures kept in memory, some 60 KB each: a class asks for the same ones, and readers go to and fro."""
SECONDS = 30.0
"""So long the first chart may take on a slow machine, the import included."""
_END_SECONDS = 1.0


class NotDrawn(Exception):
    """A chart could not be drawn now; the next one is drawn by a new process."""


@dataclass(frozen=True, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection


class Studio:
    """Draws charts elsewhere and keeps the latest ones by their content."""

    def __init__(self, seconds: float = SECONDS) -> None:
        """`seconds` is how long one chart may take."""
        self._seconds = seconds
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = asyncio.Lock()
        self._guard = threading.Lock()
        self._worker: _Worker | None = None
        self._closed = False

    async def draw(self, chart: Chart) -> bytes:
        """Give the PNG of a chart. Raises NotDrawn."""
        key = key_of(chart)
        if key not in self._kept:
            async with self._lock:
                if key not in self._kept:
                    self._kept[key] = await asyncio.to_thread(self._ask, chart)
        self._kept.move_to_end(key)
        picture = self._kept[key]
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return picture

    def _ask(self, chart: Chart) -> bytes:
        # Whoever waits for a picture may be cancelled, and the next one asks while this thread still has the pipe.
        with self._guard:
            return self._answer(chart)

    def _answer(self, chart: Chart) -> bytes:
        if self._closed:
            raise NotDrawn("closed")
        worker = self._worker = self._worker or _hire()
        try:
            worker.pipe.send(chart)
            if not worker.pipe.poll(self._seconds):
                raise TimeoutError
            answer: bytes | str = worker.pipe.recv()
        except (OSError, EOFError) as error:
            log.warning("the studio's process is gone: %s", type(error).__name__)
            self._dismiss()
            raise NotDrawn(type(error).__name__) from error
        if isinstance(answer, str):
            raise NotDrawn(answer)
        return answer

    def _dismiss(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.process.kill()
            worker.process.join(_END_SECONDS)
            worker.pipe.close()

    async def close(self) -> None:
        """End the process; what it draws just now is given up."""
        self._closed = True
        if self._worker is not None:
            self._worker.process.kill()
        await asyncio.to_thread(self._leave)

    def _leave(self) -> None:
        with self._guard:
            self._dismiss()


def _hire() -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), name="studio", daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _work(pipe: Connection) -> None:
    """Draw what comes until nobody asks any more."""
    # Ctrl-C reaches the whole group of processes; ours ends when the other side of the pipe does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from core.documents.chart_drawing import draw

    with suppress(EOFError, OSError):
        while True:
            pipe.send(_drawn(draw, pipe.recv()))


def _drawn(draw: Callable[[Chart], bytes], chart: Chart) -> bytes | str:
    try:
        return draw(chart)
    except Exception as error:  # noqa: BLE001 - one chart's fault must not end the process; values stay out of logs
        return type(error).__name__
