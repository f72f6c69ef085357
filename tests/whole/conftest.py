"""A school imported and invited by the commands once; every test gets a copy, a Bot API server and telephones."""

import shutil
from collections.abc import AsyncIterator
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
from tests.whole.outbox import untold
from tests.whole.paper import slips
from tests.whole.phone import Phone, until
from tests.whole.schoolbook import book_around, noon_zone

PEOPLE = range(701, 710)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A folder with a database and a workbook, and the codes as they are printed there."""

    folder: Path
    codes: dict[str, str]
    zone: ZoneInfo


@dataclass(slots=True)
class Place:
    """A deployment, the messenger it talks to, the codes on paper."""

    deployment: Deployment
    sandbox: Sandbox
    codes: dict[str, str]
    zone: ZoneInfo

    def phone(self, number: int) -> Phone:
        """Give the telephone of the n-th person."""
        return Phone(self.sandbox, PEOPLE[number])

    def at(self, hour: int, minute: int = 0) -> None:
        """Let it be so late today at the school."""
        day = self.sandbox.clock.now().astimezone(self.zone)
        self.sandbox.clock_set(day.replace(hour=hour, minute=minute, second=1))

    async def all_told(self) -> None:
        """Wait until everything that has happened has its letters, and those that are due are sent and settled."""
        database = self.deployment.folder / "var/diary.db"
        await until(lambda: not untold(database, self.sandbox.clock.now()), "everything told")


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A school of today where it is noon; marks wait for a minute."""
    folder, now = tmp_path_factory.mktemp("school"), SystemClock().now()
    zone = noon_zone(now)
    write_book(book_around(now, zone), folder / "school.xlsx")
    deployment = Deployment(folder)
    assert "загружена" in deployment.command("school", "import", "school.xlsx")
    deployment.command("invites", "--staff", "staff.pdf", "--bot", "school_diary_sandbox_bot")
    deployment.command("invites", "--class", "7а", "family.pdf")
    return Prepared(folder, slips(folder / "staff.pdf") | slips(folder / "family.pdf"), zone)


@pytest.fixture
async def place(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Place]:
    """That school, a messenger, people who have not entered yet; program and messenger share a movable clock."""
    home, clock = tmp_path / "home", MovableClock(SystemClock().now())
    shutil.copytree(prepared.folder, home)
    follow(clock, tmp_path / "clock")
    sandbox = Sandbox(clock=clock, token=TOKEN, timezone=prepared.zone, translators=Translators.load(strict=True))
    await sandbox.start("127.0.0.1", 0)
    sandbox.open([CastMember(number, f"Гость {number}", "", "", start="") for number in PEOPLE])
    deployment = Deployment(home, sandbox.api_base, clock_file=tmp_path / "clock")
    yield Place(deployment, sandbox, prepared.codes, prepared.zone)
    await deployment.end()
    await sandbox.stop()


def follow(clock: MovableClock, file: Path) -> None:
    """Let the program's clock stand as the messenger's does."""

    def write(instant: datetime) -> None:
        beside = file.with_suffix(".new")
        beside.write_text(str((instant - datetime.now(UTC)) / timedelta(seconds=1)))  # noqa: TID251 - as the clock does
        beside.replace(file)

    clock.on_move(write)
    write(clock.now())
