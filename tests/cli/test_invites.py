"""`diary invites` prints for a class or the staff, and never loses a code."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.cli import main
from bot.settings import Settings
from core.model.people import Role
from core.storage.rows import InvitationRow
from tests.world import World, migrated_copy, open_world


@pytest.fixture(autouse=True)
def deployment(tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A deployment in a folder of its own, with a school of one class."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    url = migrated_copy(tmp_path, template)
    monkeypatch.setenv("DATABASE_URL", url)
    return url


def in_world(url: str, build: object) -> object:
    async def go() -> object:
        world = open_world(url)
        try:
            return await build(world)  # type: ignore[operator]
        finally:
            await world.engines.dispose()

    return asyncio.run(go())


async def _school(world: World) -> None:
    await world.found()
    await world.staff("Громова Нина Олеговна", Role.ADMINISTRATOR)
    await world.klass("7Б", ["Орлов Илья", "Панина Вера"])


async def _codes(world: World) -> int:
    return len(await world.rows(select(InvitationRow.id).where(InvitationRow.revoked_at.is_(None))))


def test_a_class_is_printed_once_and_again_only_when_asked(
    deployment: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_world(deployment, _school)
    assert main(["invites", "--class", "7б", "one.pdf", "--bot", "school_diary_bot"]) == 0
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")
    assert main(["invites", "--class", "7Б", "two.pdf"]) == 1
    assert not (tmp_path / "two.pdf").exists()
    assert main(["invites", "--class", "7Б", "two.pdf", "--reissue"]) == 0
    assert in_world(deployment, _codes) == 2
    assert "Орлов" not in capsys.readouterr().out


def test_a_printed_file_is_never_overwritten(deployment: str, tmp_path: Path) -> None:
    in_world(deployment, _school)
    (tmp_path / "one.pdf").write_text("printed before")
    assert main(["invites", "--staff", "one.pdf"]) == 1
    assert (tmp_path / "one.pdf").read_text() == "printed before"
    assert in_world(deployment, _codes) == 0


def test_staff_are_printed(deployment: str, tmp_path: Path) -> None:
    in_world(deployment, _school)
    assert main(["invites", "--staff", "staff.pdf"]) == 0
    assert in_world(deployment, _codes) == 1


def test_what_is_wrong_is_told(deployment: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["invites", "--staff", "staff.pdf"]) == 1
    assert "diary school import" in capsys.readouterr().err
    in_world(deployment, _school)
    assert main(["invites", "--class", "9Ж", "nine.pdf"]) == 1
    assert "7Б" in capsys.readouterr().err
    assert list(tmp_path.glob("*.pdf")) == []
