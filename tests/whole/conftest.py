"""A school imported and invited by the commands once; every test gets a copy, a Bot API server and telephones."""

import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import CastMember, MovableClock, Sandbox
from core.model.clock import SystemClock
from locales import Translators
from tests.intake.workbooks import write_book
from tests.whole.deployment import TOKEN, Deployment
from tests.whole.paper import slips
from tests.whole.phone import Phone
from tests.whole.schoolbook import book_around, noon_zone

MOSCOW = ZoneInfo("Europe/Moscow")
THURSDAY = datetime(2026, 10, 15, 12, 10, tzinfo=MOSCOW)
PEOPLE = range(701, 710)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A folder with a database and a workbook, and the codes as they are printed there."""

    folder: Path
    codes: dict[str, str]
    zone: ZoneInfo
    now: datetime


@dataclass(slots=True)
class Place:
    """A deployment, the messenger it talks to, the codes on paper."""

    deployment: Deployment
    sandbox: Sandbox
    codes: dict[str, str]

    def phone(self, number: int) -> Phone:
        """Give the telephone of the n-th person."""
        return Phone(self.sandbox, PEOPLE[number])


def _prepare(folder: Path, now: datetime, zone: ZoneInfo, grace: int) -> Prepared:
    write_book(book_around(now, zone, grace), folder / "school.xlsx")
    deployment = Deployment(folder)
    assert "загружена" in deployment.command("school", "import", "school.xlsx")
    deployment.command("invites", "--staff", "staff.pdf", "--bot", "school_diary_sandbox_bot")
    deployment.command("invites", "--class", "7а", "family.pdf")
    return Prepared(folder, slips(folder / "staff.pdf") | slips(folder / "family.pdf"), zone, now)


@pytest.fixture(scope="session")
def on_thursday(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A school on an October Thursday after the fourth lesson; marks wait for a minute. Its clock is moved by tests."""
    return _prepare(tmp_path_factory.mktemp("thursday"), THURSDAY, MOSCOW, grace=1)


@pytest.fixture(scope="session")
def today(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A school of today, on the machine's own clock, where it is noon; marks are told at once."""
    now = SystemClock().now()
    return _prepare(tmp_path_factory.mktemp("today"), now, noon_zone(now), grace=0)


MakePlace = Callable[[Prepared, bool], Place]


@pytest.fixture
async def settle(tmp_path: Path) -> AsyncIterator[Callable[..., object]]:
    """A maker of places; what it started is stopped in the end."""
    opened: list[Sandbox] = []

    async def make(prepared: Prepared, *, moved: bool) -> Place:
        shutil.copytree(prepared.folder, tmp_path / "home")
        clock_file = tmp_path / "clock" if moved else None
        clock = MovableClock(prepared.now if moved else SystemClock().now())
        sandbox = Sandbox(clock=clock, token=TOKEN, timezone=prepared.zone, translators=Translators.load(strict=True))
        opened.append(sandbox)
        await sandbox.start("127.0.0.1", 0)
        sandbox.open([CastMember(number, f"Гость {number}", "", "", start="") for number in PEOPLE])
        if clock_file is not None:
            follow(clock, clock_file)
        return Place(Deployment(tmp_path / "home", sandbox.api_base, clock_file=clock_file), sandbox, prepared.codes)

    yield make
    for sandbox in opened:
        await sandbox.stop()


def follow(clock: MovableClock, file: Path) -> None:
    """Let the program's clock stand as the messenger's does."""

    def write(instant: datetime) -> None:
        beside = file.with_suffix(".new")
        beside.write_text(str((instant - datetime.now(UTC)) / timedelta(seconds=1)))  # noqa: TID251 - as the clock does
        beside.replace(file)

    clock.on_move(write)
    write(clock.now())
