"""What a chart costs beside matplotlib drawing into a kept Figure, and what others wait meanwhile."""

import asyncio
import time
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path
from statistics import median, quantiles

from benchmarks.measure import Figure, shown
from core.documents.chart_drawing import draw
from core.documents.charts import Dot, Trend
from core.documents.studio import Studio

ROUNDS = 12
TICK = 0.002


def _chart(number: int) -> Trend:
    """A subject's quarter; no two are the same."""
    dots = tuple(Dot(f"{1 + at:02}.10", 3 + at % 3, 1 + at % 2, Decimal("4.10")) for at in range(20))
    return Trend(f"Алгебра {number}", "средний балл", "отметки", dots, "4,10", "отметок нет")


async def measure(_folder: Path) -> AsyncIterator[Figure]:
    """A second and later chart by the clock, one that was drawn before, and the event loop's lag while some are."""
    studio = Studio()
    try:
        await studio.draw(_chart(-1))
        draw(_chart(-1))
        ours, anchors = [], []
        for number in range(ROUNDS):
            anchors.append(_timed(number))
            began = time.perf_counter()
            await studio.draw(_chart(number))
            ours.append(time.perf_counter() - began)
        ratio = median(one / other for one, other in zip(ours, anchors, strict=True))
        yield Figure("chart, second and later", shown(median(ours)), f"kept {shown(median(anchors))}", ratio, 1.2)
        began = time.perf_counter()
        await studio.draw(_chart(0))
        again = time.perf_counter() - began
        yield Figure("chart that was drawn before", shown(again), "", again * 1e3, 1, unit=" ms")
        lag = await _lag(studio)
        yield Figure("event loop lag p95 while charts are drawn", shown(lag), "", lag * 1e3, 10, unit=" ms")
    finally:
        await studio.close()


def _timed(number: int) -> float:
    began = time.perf_counter()
    draw(_chart(number))
    return time.perf_counter() - began


async def _lag(studio: Studio) -> float:
    drawing = asyncio.gather(*(studio.draw(_chart(1000 + number)) for number in range(ROUNDS)))
    late = []
    while not drawing.done():
        began = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(time.perf_counter() - began - TICK)
    await drawing
    return quantiles(late, n=20)[-1]
