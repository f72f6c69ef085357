"""Killed in the middle of an import, the database holds all of it or nothing (G5)."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.intake.workbooks import big_book, write_book

# More with IMPORT_KILLS=200.
ROUNDS = int(os.environ.get("IMPORT_KILLS", "2"))
IMPORTER = """
import asyncio, sys
from pathlib import Path
from core.intake.reading import read_here
from core.model.clock import SystemClock
from core.storage.engine import open_engines
from core.storage.work import Works
from core.usecases.importing import apply_import

async def main():
    book = read_here(Path(sys.argv[2]))
    engines = open_engines(sys.argv[1])
    print("reading is over", flush=True)
    async with Works(engines, SystemClock()).changing() as work:
        await apply_import(work, book)
    await engines.dispose()

asyncio.run(main())
"""


@pytest.mark.slow
def test_a_killed_import_leaves_all_or_nothing(database_url: str, tmp_path: Path) -> None:
    file = write_book(big_book(klasses=4), tmp_path / "book.xlsx")
    chance = random.Random(5)
    for _ in range(ROUNDS):
        command = [sys.executable, "-c", IMPORTER, database_url, str(file)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as importer:
            assert importer.stdout is not None
            importer.stdout.readline()
            time.sleep(chance.uniform(0.02, 0.3))
            importer.kill()
        base = sqlite3.connect(database_url.partition("///")[2])
        held = {table: base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("person", "lesson")}
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        base.close()
        assert held["person"] in (0, 4 * 25 * 2 + 9)
        assert (held["lesson"] == 0) == (held["person"] == 0)
