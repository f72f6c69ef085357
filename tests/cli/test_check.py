"""`diary check` tells what is wrong in plain words, and makes nothing."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.cli import deployment, main
from bot.cli.finding import Finding, Level
from bot.cli.online import telegram
from bot.settings import Settings, load_settings, pepper
from core.storage.schema import migrate_url

NOW = datetime(2026, 10, 15, 12, 0, tzinfo=UTC)
TOKEN = "123456789:" + "A" * 35


class Standing:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOW


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def _told(findings: Iterator[Finding] | list[Finding]) -> list[tuple[Level, str]]:
    return [(finding.level, finding.text) for finding in findings]


def test_a_fresh_folder_is_ready_to_try_out_and_stays_empty(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    assert "Всё готово для учебной школы" in capsys.readouterr().out
    assert not list(elsewhere.iterdir())


def test_with_a_token_everything_is_ready(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert main(["check"]) == 0
    assert "Всё готово к работе." in capsys.readouterr().out


def test_unusable_settings_are_said_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "x")
    assert main(["check"]) == 2
    assert "@BotFather" in capsys.readouterr().err


def test_run_without_a_token_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 2
    assert "diary sandbox" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("token", "api", "told"),
    [
        (None, "https://api.telegram.org", (Level.NOTE, "check-token-none")),
        (TOKEN, "https://api.telegram.org", (Level.GOOD, "check-token-shape-good")),
        ("1:a", "https://api.telegram.org", (Level.BAD, "check-token-shape")),
        ("1:a", "http://localhost:1", (Level.GOOD, "check-token-shape-good")),
    ],
)
def test_the_token(token: str | None, api: str, told: tuple[Level, str]) -> None:
    assert _told(deployment.token(load_settings(bot_token=token, bot_api_url=api))) == [told]


def test_a_clock_behind_the_database_is_wrong(elsewhere: Path) -> None:
    file = elsewhere / "diary.db"
    file.touch()
    written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    behind = deployment.wall_clock(written - timedelta(minutes=5), file)
    assert _told(behind) == [(Level.BAD, "check-clock-behind")]
    assert _told(deployment.wall_clock(written, file)) == [(Level.GOOD, "check-clock-good")]


def test_a_clock_of_the_last_century_is_wrong() -> None:
    assert _told(deployment.wall_clock(datetime(1970, 1, 1, tzinfo=UTC), None)) == [(Level.BAD, "check-clock-behind")]


def test_a_pepper_that_others_can_read_is_wrong() -> None:
    settings = load_settings()
    assert _told(deployment.pepper_file(settings)) == [(Level.NOTE, "check-pepper-later")]
    pepper(settings)
    assert _told(deployment.pepper_file(settings)) == [(Level.GOOD, "check-pepper-good")]
    settings.pepper_file.chmod(0o644)
    assert _told(deployment.pepper_file(settings)) == [(Level.BAD, "check-pepper-open")]


async def _database(file: Path) -> list[tuple[Level, str]]:
    return _told(list(await deployment.database(load_settings(database_url=f"sqlite:///{file}"))))


async def test_a_database_of_this_program_is_in_order(elsewhere: Path) -> None:
    file = elsewhere / "diary.db"
    assert await _database(file) == [(Level.NOTE, "check-database-later")]
    await migrate_url(f"sqlite+aiosqlite:///{file}")
    assert await _database(file) == [(Level.GOOD, "check-database-good")]


async def test_databases_of_other_programs(elsewhere: Path) -> None:
    file = elsewhere / "diary.db"
    sqlite3.connect(file).close()
    file.touch()
    assert await _database(file) == [(Level.NOTE, "check-database-older")]
    await migrate_url(f"sqlite+aiosqlite:///{file}")
    with sqlite3.connect(file) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    assert await _database(file) == [(Level.BAD, "check-database-newer")]


async def test_what_is_no_database_is_said(elsewhere: Path) -> None:
    file = elsewhere / "diary.db"
    file.write_bytes(b"no database " * 1000)
    assert await _database(file) == [(Level.BAD, "check-database-closed")]


def test_a_database_server_that_is_not_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://u:s3cret@127.0.0.1:1/diary")
    assert main(["check"]) == 1
    told = capsys.readouterr()
    assert "База не открывается" in told.out
    assert "s3cret" not in told.out + told.err


@asynccontextmanager
async def _server(status: int, date: datetime) -> AsyncIterator[str]:
    async def answer(request: web.Request) -> web.Response:
        assert request.path == f"/bot{TOKEN}/getMe"
        body = {"ok": status == 200, "result": {"id": 1, "is_bot": True, "first_name": "D", "username": "diary_bot"}}
        return web.json_response(body, status=status, headers={"Date": format_datetime(date, usegmt=True)})

    app = web.Application()
    app.router.add_get("/{any:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert runner.addresses
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.mark.parametrize(
    ("status", "date", "told"),
    [
        (200, NOW, [(Level.GOOD, "check-online-good")]),
        (200, NOW + timedelta(minutes=2), [(Level.GOOD, "check-online-good"), (Level.BAD, "check-clock-off")]),
        (401, NOW, [(Level.BAD, "check-online-refused")]),
        (502, NOW, [(Level.BAD, "check-online-unreachable")]),
    ],
)
async def test_telegram_is_asked(status: int, date: datetime, told: list[tuple[Level, str]]) -> None:
    async with _server(status, date) as base:
        assert _told(await telegram(load_settings(bot_api_url=base), TOKEN, Standing())) == told


async def test_an_unreachable_telegram_does_not_tell_the_token() -> None:
    (finding,) = await telegram(load_settings(bot_api_url="http://127.0.0.1:1"), TOKEN, Standing())
    assert (finding.level, finding.text) == (Level.BAD, "check-online-unreachable")
    assert TOKEN not in repr(finding)


def test_the_command_line_speaks_english_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIARY_LANGUAGE", "en")
    assert main(["check"]) == 0
    assert "Everything is ready" in capsys.readouterr().out
