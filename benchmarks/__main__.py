"""`python -m benchmarks [NAME…]`: measure, and print each figure beside its anchor and its goal.

Only ratios within one run mean something; absolute times belong to the machine and to what else runs on it.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from benchmarks import boards, drawing, flooding, importing, presses, reading, routing, saving, sending, statements
from benchmarks.measure import HEAD, Figure
from tests.world import migrated_copy

Measure = Callable[[Path], AsyncIterator[Figure]]
MEASURES: dict[str, Measure] = {
    "presses": presses.measure,
    "routing": routing.measure,
    "statements": statements.measure,
    "reading": reading.measure,
    "boards": boards.measure,
    "saving": saving.measure,
    "sending": sending.measure,
    "flooding": flooding.measure,
    "importing": importing.measure,
    "drawing": drawing.measure,
}
# Memory: what is measured is the work, not the disk's mood.
FAST = Path("/dev/shm")


async def _run(names: list[str], folder: Path) -> bool:
    met = True
    for name in names:
        began = time.perf_counter()
        async for figure in MEASURES[name](folder):
            print(figure.line(), flush=True)
            met = met and figure.met
        print(f"    ({name}: {time.perf_counter() - began:.0f} s)", flush=True)
    return met


def main() -> int:
    """Measure what is asked for, or everything. Missed goals are printed, they are no failure."""
    names = sys.argv[1:] or list(MEASURES)
    print(HEAD)
    with tempfile.TemporaryDirectory(dir=FAST if FAST.is_dir() else None) as made:
        folder = Path(made)
        (folder / "first").mkdir()
        migrated_copy(folder / "first", folder / "template.db")
        met = asyncio.run(_run(names, folder))
    print("every goal is met" if met else "some goals are missed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
