"""Charts: readable pictures of anything a school may hold, drawn elsewhere, kept by their content (DIA-5)."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from core.documents import charts
from core.documents.chart_drawing import draw
from core.documents.charts import AttendanceChart, Bar, Chart, Dot, Missing, Overview, Trend, key_of, level
from core.documents.studio import KEPT, NotDrawn, Studio
from tests.house.sources import ROOT

ODD = "«Ёлки» $a_b^$ \\frac 漢字 🎉 \u202e_{x} " + "Щ" * 80


def trend(marks: int, title: str = "Алгебра") -> Trend:
    dots = tuple(Dot("15.10", 1 + at % 5, 1 + at % 10, Decimal(1 + at % 5)) for at in range(marks))
    return Trend(title, "средний", "отметки", dots, "4,33", "Отметок пока нет")


def overview(bars: int, title: str = "Все предметы", mark: str = "5") -> Overview:
    made = (Bar(title, Decimal("4.33"), "4,33", mark if at % 2 else "") for at in range(bars))
    return Overview(title, "В рамке – отметка за период", tuple(made), "Отметок пока нет")


def missed(weeks: int, subjects: int, title: str = "Пропуски") -> AttendanceChart:
    kinds = ("болезнь", "уважительная", "без причины", "опоздания")
    rows = [Missing(title, (at % 3, 0, at % 2, 1)) for at in range(max(weeks, subjects))]
    return AttendanceChart(
        title, "По неделям", "По предметам", kinds, tuple(rows[:weeks]), tuple(rows[:subjects]), "Нет"
    )


CHARTS: dict[str, Chart] = {
    **{f"trend of {count}": trend(count) for count in (0, 1, 2, 22, 23, 200)},
    **{f"overview of {count}": overview(count) for count in (0, 1, 20)},
    **{f"missed in {weeks}": missed(weeks, subjects) for weeks, subjects in ((0, 0), (1, 1), (9, 8), (40, 8))},
    "missed nothing": missed(0, 3),
    "odd trend": trend(3, ODD),
    "odd overview": overview(3, ODD, "незач"),
    "odd missed": missed(3, 3, ODD),
}


@pytest.mark.parametrize("name", CHARTS)
def test_anything_is_drawn(name: str) -> None:
    picture = Image.open(BytesIO(draw(CHARTS[name])))
    width, height = picture.size
    assert width == 1080
    assert 380 <= height <= 2000
    ground = tuple(int(charts.GROUND[at : at + 2], 16) for at in (1, 3, 5))
    shades = picture.convert("RGB").getcolors(maxcolors=2**20) or []
    ink = 1 - sum(count for count, shade in shades if shade == ground) / (width * height)
    assert 0.003 < ink < 0.6


def test_the_same_values_are_the_same_picture() -> None:
    first = draw(trend(5))
    draw(overview(20))  # the figure is kept; nothing of it is
    assert draw(trend(5)) == first
    assert key_of(trend(5)) == key_of(trend(5))
    assert len({key_of(chart) for chart in CHARTS.values()}) == len(CHARTS)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_everything_stands_out_from_the_ground() -> None:
    for words in (charts.INK, charts.MEAN_LINE):
        assert _contrast(words, charts.GROUND) >= 7
    for shape in (*charts.LEVELS, *charts.ABSENCES):
        assert _contrast(shape, charts.GROUND) >= 4.5
        assert _contrast(shape, charts.WHITE) >= 4.5  # figures stand on them in white


def test_the_page_stands_out_in_a_dark_chat_without_glaring() -> None:
    assert _contrast(charts.GROUND, "#17212B") >= 7
    assert _luminance(charts.GROUND) < 0.9


@pytest.mark.parametrize(
    ("mean", "rank"), [("5", 0), ("4.50", 0), ("4.49", 1), ("3.5", 1), ("3.49", 2), ("2.5", 2), ("2.49", 3), ("1", 3)]
)
def test_a_mean_has_the_colour_of_its_mark(mean: str, rank: int) -> None:
    assert level(Decimal(mean)) == charts.LEVELS[rank]


@pytest.fixture
async def studio() -> AsyncIterator[Studio]:
    studio = Studio()
    yield studio
    await studio.close()


async def test_it_is_drawn_in_another_process_and_kept(studio: Studio) -> None:
    first, again, other = await asyncio.gather(studio.draw(trend(2)), studio.draw(trend(2)), studio.draw(overview(1)))
    assert first == again == draw(trend(2))
    assert first != other
    worker = studio._worker
    assert worker is not None
    assert worker.process.pid != os.getpid()
    worker.process.kill()
    worker.process.join(5)
    assert await studio.draw(trend(2)) == first  # what is kept needs nobody
    with pytest.raises(NotDrawn):
        await studio.draw(trend(3))
    assert (await studio.draw(trend(3))).startswith(b"\x89PNG")  # by a new one


async def test_only_so_many_are_kept(studio: Studio) -> None:
    studio._ask = lambda chart: chart.title.encode()  # type: ignore[method-assign]
    for number in range(KEPT + 20):
        await studio.draw(trend(0, str(number)))
    assert len(studio._kept) == KEPT
    assert await studio.draw(trend(0, "1")) == b"1"


async def test_a_chart_that_fails_ends_nothing(studio: Studio) -> None:
    with pytest.raises(NotDrawn, match="AttributeError"):
        await studio.draw(replace(trend(1), dots=("no dot",)))  # type: ignore[arg-type]
    assert (await studio.draw(trend(1))).startswith(b"\x89PNG")


async def test_what_takes_too_long_is_given_up() -> None:
    slow = Studio(seconds=0.001)
    with pytest.raises(NotDrawn, match="TimeoutError"):
        await slow.draw(trend(1))
    assert slow._worker is None
    await slow.close()


async def test_closing_ends_the_process_at_once(studio: Studio) -> None:
    await studio.draw(trend(1))
    worker = studio._worker
    assert worker is not None
    os.kill(worker.process.pid or 0, signal.SIGINT)  # Ctrl-C reaches it, too; it waits for us
    assert (await studio.draw(trend(2))).startswith(b"\x89PNG")
    await studio.close()
    assert worker.process.exitcode is not None
    with pytest.raises(NotDrawn, match="closed"):
        await studio.draw(trend(4))


async def test_closing_gives_up_what_is_being_drawn(studio: Studio) -> None:
    await studio.draw(trend(1))
    under_way = asyncio.create_task(studio.draw(trend(200)))
    await asyncio.sleep(0.02)
    await asyncio.wait_for(studio.close(), 5)
    with pytest.raises(NotDrawn):
        await under_way


async def test_a_reader_who_leaves_does_not_mix_up_the_pictures(studio: Studio) -> None:
    await studio.draw(trend(1))
    left = asyncio.create_task(studio.draw(trend(60)))
    await asyncio.sleep(0.02)
    left.cancel()
    assert await studio.draw(overview(2)) == draw(overview(2))


KILLED = """
import asyncio, os, sys
sys.path.insert(0, sys.argv[1])
from core.documents.charts import Overview
from core.documents.studio import Studio

async def draw():
    studio = Studio()
    await studio.draw(Overview("", "", (), ""))
    print(studio._worker.process.pid, flush=True)
    os.kill(os.getpid(), 9)

if __name__ == "__main__":
    asyncio.run(draw())
"""


def test_the_process_ends_when_ours_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    run = subprocess.run([sys.executable, script, ROOT], capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == -signal.SIGKILL
    worker = int(run.stdout)
    for _ in range(100):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError(f"process {worker} draws for nobody")
