"""A school of 1,500 students from its workbook: how long, and how long the event loop stands still meanwhile."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import quantiles

from benchmarks import school
from benchmarks.measure import Figure
from core.intake.workbook import read_workbook
from core.storage.engine import open_engines
from core.storage.work import Works
from core.usecases.importing import apply_import
from tests.intake.workbooks import big_book, write_book
from tests.world import MovingClock, migrated_copy

KLASSES, STUDENTS = 60, 25
TICK = 0.002


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """Read and import 60 classes with load, timetable, plans and lessons of the whole year."""
    place = folder / "importing"
    place.mkdir()
    url = await asyncio.to_thread(migrated_copy, place, folder / "template.db")
    file = await asyncio.to_thread(write_book, big_book(KLASSES, STUDENTS), place / "school.xlsx")
    engines = open_engines(url)
    lags: list[float] = []
    watching = asyncio.create_task(_watch(lags))
    began = time.perf_counter()
    book = await read_workbook(file)
    read = time.perf_counter() - began
    async with Works(engines, MovingClock(school.NOW)).changing() as work:
        await apply_import(work, book)
    took = time.perf_counter() - began
    watching.cancel()
    await engines.dispose()
    yield Figure("1,500 students imported", f"{took:.1f} s", f"of it reading {read:.1f} s", took, 30, " s")
    p95 = quantiles(lags, n=20)[-1] * 1e3
    yield Figure("event loop late, p95", f"{p95:.1f} ms", "", p95, 10, " ms")
    yield Figure("event loop late, at worst", f"{max(lags) * 1e3:.0f} ms", "", max(lags) * 1e3, None, " ms")


async def _watch(lags: list[float]) -> None:
    while True:
        asked = time.perf_counter() + TICK
        await asyncio.sleep(TICK)
        lags.append(max(time.perf_counter() - asked, 0.0))
