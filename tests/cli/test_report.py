"""`diary report mark-changes`, and `diary audit verify` with the anchors that the database keeps."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from bot.cli import main
from core.model.mark import MarkValue
from core.usecases.marks import CorrectMark, SetMark, correct_mark, set_mark
from notifications.watch import watch
from tests.classroom import classroom
from tests.world import TODAY, migrated_copy, open_world


@pytest.fixture
def database(tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A school with one corrected mark, sealed in the evening."""
    monkeypatch.chdir(tmp_path)
    url = migrated_copy(tmp_path, template)
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("INVITE_PEPPER", "p" * 32)
    asyncio.run(_live(url))
    return tmp_path / "school.db"


async def _live(url: str) -> None:
    world = await open_world(url).found()
    room = await classroom(world)
    given = await room.do(set_mark, SetMark(await room.work(), room.students[0], MarkValue.FOUR))
    world.clock.shift(days=1)
    mark = given.corrections[0].mark.id
    await room.do(correct_mark, CorrectMark(mark, MarkValue.FIVE, reason="=1+1"))
    world.clock.to(TODAY.replace(day=16), 20)
    await watch(world.works)
    await world.engines.dispose()


def test_a_report_is_written_as_the_name_ends(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("changes.xlsx", "changes.pdf"):
        assert main(["report", "mark-changes", str(tmp_path / name)]) == 0
    assert "изменений – 1" in capsys.readouterr().out
    sheet = openpyxl.load_workbook(tmp_path / "changes.xlsx").active
    assert sheet is not None
    row = [cell.value for cell in sheet[5]]
    assert row[1:5] == ["Зимина Анна Петровна", "7Б", "Алгебра", "Волкова Дарья"]
    assert row[6:9] == ["4", "5", "=1+1"]
    assert (tmp_path / "changes.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["changes.csv", "changes", "nowhere/changes.pdf"])
def test_another_place_is_refused(
    database: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "mark-changes", str(tmp_path / name)]) == 1
    assert name in capsys.readouterr().err


def test_the_kept_anchors_are_verified_too(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "verify"]) == 0
    with closing(sqlite3.connect(database)) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {trigger}")
        sealed = db.execute("SELECT seq FROM chain_anchor").fetchone()[0]
        db.execute("DELETE FROM audit WHERE seq >= ?", (sealed,))
        db.commit()
    # Without the anchor a trail that lost its end looks whole.
    assert main(["audit", "verify"]) == 1
    assert str(sealed) in capsys.readouterr().err
