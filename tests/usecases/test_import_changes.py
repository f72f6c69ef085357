"""What was changed about single lessons outlives the next import of the school's file (ADM-1, ADM-4)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from core.intake.reading import read_here
from core.model.ids import LessonId
from core.model.lesson import LessonState
from core.model.people import Role
from core.model.workbook import Workbook
from core.storage.rows import KlassRow, LessonRow, StaffRoleRow
from core.usecases.importing import apply_import
from core.usecases.lesson_changing import CancelLesson, ChangeRoom, MoveLesson, cancel_lesson, change_room, move_lesson
from tests.intake.workbooks import Book, small_book, write_book
from tests.world import World, local, open_world

TODAY = date(2026, 10, 15)


@pytest.fixture
async def empty(database_url: str) -> Any:
    """A migrated database without any school."""
    world = open_world(database_url)
    yield world
    await world.engines.dispose()


@pytest.fixture
def load(empty: World, tmp_path: Path) -> Callable[[Book], Any]:
    """Import a book as the command line does."""

    async def import_it(book: Book) -> None:
        read: Workbook = read_here(write_book(book, tmp_path / "book.xlsx"))
        async with empty.works.changing() as work:
            await apply_import(work, read)

    return import_it


async def _coming(world: World) -> list[Any]:
    query = (
        select(LessonRow.__table__)
        .join(KlassRow, KlassRow.id == LessonRow.klass_id)
        .where(KlassRow.name == "7А", LessonRow.starts_at > local(TODAY, 18))
        .order_by(LessonRow.starts_at, LessonRow.id)
    )
    return await world.rows(query)


async def test_changes_outlive_another_file(empty: World, load: Callable[[Book], Any]) -> None:
    await load(small_book())
    office = (await empty.rows(select(StaffRoleRow.person_id).where(StaffRoleRow.role == Role.ADMINISTRATOR)))[0][0]
    telegram = await empty.enter(office)
    lessons = await _coming(empty)
    moved, cancelled, elsewhere = (LessonId(row.id) for row in (lessons[0], lessons[-1], lessons[-2]))
    numbers = {row.number for row in lessons if row.day == lessons[-3].day}
    free = next(number for number in range(1, 7) if number not in numbers)
    await empty.do(move_lesson, MoveLesson(moved, lessons[-3].day, free, sure=True), telegram)
    await empty.do(cancel_lesson, CancelLesson(cancelled), telegram)
    await empty.do(change_room, ChangeRoom(elsewhere, typed="Актовый"), telegram)
    before = {row.id: row for row in await _coming(empty)}
    assert before[moved].planned_day == lessons[0].day

    again = small_book()
    again["Расписание"][2][1] = "чт"
    await load(again)

    after = {row.id: row for row in await _coming(empty)}
    assert len(after.keys() - before.keys()) > 1, "the file changed something else"
    assert (after[moved].day, after[moved].number) == (lessons[-3].day, free)
    assert after[cancelled].state is LessonState.CANCELLED
    assert after[elsewhere].room == "Актовый"

    without = small_book()
    without["Расписание"] = [row for row in without["Расписание"] if row[0] != "7А"]
    await load(without)
    left = {row.id for row in await _coming(empty)}
    assert {moved, cancelled, elsewhere} <= left
