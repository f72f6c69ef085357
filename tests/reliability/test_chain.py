"""`diary audit verify`: a sound trail has a seal, a changed one is named."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import main
from bot.settings import Settings
from core.model.mark import MarkValue
from core.usecases.marks import SetMark, set_mark
from tests.classroom import classroom
from tests.reliability.tampering import TAMPERS, tampered
from tests.world import World, open_world

Audit = Callable[..., tuple[int, str]]


@pytest.fixture
def audit(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Audit:
    """Run `diary audit verify` over a school in which three marks were set; gives the code and what was said."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATABASE_URL", database_url)
    asyncio.run(_lived(open_world(database_url)))

    def run(*options: str) -> tuple[int, str]:
        code = main(["audit", "verify", *options])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


async def _lived(world: World) -> None:
    room = await classroom(await world.found())
    work = await room.work()
    for student in room.students[:3]:
        await room.do(set_mark, SetMark(work, student, MarkValue.FOUR))
    await world.engines.dispose()


def _without_triggers(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as db, db:
        for trigger in ("audit_no_update", "audit_no_delete"):
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute(statement)


def _seal(said: str) -> str:
    return said.split("--noted ")[1].strip()


def test_a_sound_trail_has_a_seal_that_goes_on_fitting(audit: Audit) -> None:
    code, said = audit()
    assert (code, said.count("4 записи")) == (0, 1)
    assert audit("--noted", _seal(said))[0] == 0


def test_a_changed_entry_is_named(audit: Audit, tmp_path: Path) -> None:
    _without_triggers(tmp_path / "school.db", "UPDATE audit SET after = '5' WHERE seq = 3")
    code, said = audit()
    assert code == 1
    assert "№ 3" in said


def test_a_cut_end_is_found_by_the_seal(audit: Audit, tmp_path: Path) -> None:
    seal = _seal(audit()[1])
    _without_triggers(tmp_path / "school.db", "DELETE FROM audit WHERE seq = 4")
    assert audit()[0] == 0
    code, said = audit("--noted", seal)
    assert code == 1
    assert "№ 4" in said


def test_an_empty_trail_is_no_fault(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert main(["audit", "verify"]) == 0
    assert "пуст" in capsys.readouterr().out


@pytest.mark.parametrize("noted", ["x", "1:2", "1:2:zz", "1:2:00"])
def test_a_mistyped_seal_is_refused(noted: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["audit", "verify", "--noted", noted])
    assert "--noted" in capsys.readouterr().err


def test_every_way_of_tampering_is_found(tmp_path: Path) -> None:
    proof = tampered(len(TAMPERS) * 5, tmp_path)
    assert proof.holds, proof.counted
