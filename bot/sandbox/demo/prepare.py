"""Making the demo school once, and finding it again at every later start."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import SecretStr

from bot.app import App, open_app
from bot.sandbox.cast import CastMember
from bot.sandbox.demo.absence import tell_of_absence, teller
from bot.sandbox.demo.ahead import declare_ahead, declarer
from bot.sandbox.demo.data import TODAY, ZONE, school
from bot.sandbox.demo.life import DemoClock, Life, Teacher, habits
from bot.sandbox.demo.notice import write_to_families, writer
from bot.sandbox.demo.people import populate
from bot.sandbox.demo.registry import Registry
from bot.sandbox.demo.talk import talk_it_over, talkers
from bot.sandbox.demo.workbook import write_workbook
from bot.settings import Settings
from core.intake.workbook import read_workbook
from core.usecases.importing import apply_import
from locales import Translators
from notifications.publisher import publish

FIRST_DAY = date(2026, 9, 1)
MADE = datetime(2026, 8, 28, 12, 0, tzinfo=ZONE).astimezone(UTC)


async def prepare(settings: Settings, translators: Translators) -> Sequence[CastMember]:
    """Give the people whose chats can be opened; the school is made where it is not there yet.

    It is made beside and moved into its place at the end: a start that was broken off leaves nothing half made.
    """
    database = settings.database_file
    if database is None:
        raise ValueError("the sandbox keeps its school in a file")
    cast_file = database.with_name("cast.json")
    if not _all_there(database, cast_file):
        cast = await _make(settings, translators, database)
        _keep(cast_file, cast)
    return _kept(cast_file)


def _all_there(*files: Path) -> bool:
    return all(file.is_file() for file in files)


def _keep(file: Path, cast: Sequence[CastMember]) -> None:
    file.write_text(json.dumps([asdict(member) for member in cast], ensure_ascii=False), "utf-8")


def _kept(file: Path) -> list[CastMember]:
    return [CastMember(**member) for member in json.loads(file.read_text("utf-8"))]


async def _make(settings: Settings, translators: Translators, database: Path) -> list[CastMember]:
    beside = database.with_name("making.db")
    _clear(beside, database)
    clock = DemoClock(MADE)
    made = settings.model_copy(update={"database_url": SecretStr(f"sqlite+aiosqlite:///{beside}")})
    app = await open_app(made, clock, translators)
    try:
        cast = await _found(app, clock, _workbook(beside.with_name("school.xlsx")))
    finally:
        await app.close()
    _move(beside, database)
    return cast


def _workbook(file: Path) -> Path:
    file.write_bytes(write_workbook(populate()))
    return file


def _move(made: Path, database: Path) -> None:
    made.rename(database)


def _clear(*files: Path) -> None:
    for file in files:
        for side in ("", "-wal", "-shm"):
            file.with_name(file.name + side).unlink(missing_ok=True)


async def _found(app: App, clock: DemoClock, file: Path) -> list[CastMember]:
    workbook = await read_workbook(file)
    async with app.works.changing() as work:
        done = await apply_import(work, workbook)
    registry = Registry(app, populate(), done.school)
    await registry.admit_staff()
    forgetful, late = habits()
    teachers = [
        Teacher(registry.telegram(code), code in forgetful, code in late)
        for code, *_, roles, _grades in school()["staff"]["people"]
        if roles == school()["staff"]["teacher"]
    ]
    await Life(app.works, clock, teachers).live(FIRST_DAY, TODAY)
    # What was lived before the curtain rises is nobody's news, and that the families came in is none either.
    await publish(app.works)
    clock.instant = MADE
    await registry.admit_families()
    await tell_of_absence(app.works, clock, registry.telegram(teller()))
    mother, teacher = talkers()
    await talk_it_over(app.works, clock, registry.telegram(mother), registry.telegram(teacher))
    await declare_ahead(app.works, clock, registry.telegram(declarer()))
    await write_to_families(app.works, clock, registry.telegram(writer()))
    clock.instant = TODAY
    return await registry.cast()
