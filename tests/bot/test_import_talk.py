"""The administrator sends a workbook to the chat: mistakes with their places, or a preview, a yes, and a school."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from core.model.people import Role
from core.storage.rows import KlassRow, StaffRoleRow
from tests.chats.stage import Stage, staged
from tests.intake.workbooks import Book, small_book, write_book
from tests.world import World

DOCUMENT: dict[str, Any] = {
    "document": {"file_id": "f1", "file_unique_id": "u1", "file_name": "school.xlsx", "file_size": 1000}
}


@pytest.fixture
async def stage(world: World) -> AsyncIterator[Stage]:
    async with staged(world) as opened:
        yield opened


@pytest.fixture
async def office(world: World) -> int:
    return await world.enter(await world.staff("Громова Нина Олеговна", Role.ADMINISTRATOR))


def hand_over(stage: Stage, content: bytes) -> None:
    """Let Telegram hold a file."""
    stage.telegram.held = content


def book_of(tmp_path: Path, book: Book) -> bytes:
    return write_book(book, tmp_path / "book.xlsx").read_bytes()


async def klasses(world: World) -> int:
    return int((await world.rows(select(func.count()).select_from(KlassRow)))[0][0])


async def test_a_school_is_loaded_after_a_yes(stage: Stage, world: World, office: int, tmp_path: Path) -> None:
    hand_over(stage, book_of(tmp_path, small_book()))
    said = await stage.say(office, "", **DOCUMENT)
    assert "Читаю файл" in said[0].text
    assert "Загрузить?" in said[1].text
    assert await klasses(world) == 0

    said = await stage.press(office, "✅ Загрузить")
    assert "Загружаю" in said[0].text
    assert "школа загружена" in said[-1].text
    assert await klasses(world) > 0
    assert await world.rows(select(StaffRoleRow.id).where(StaffRoleRow.role == Role.ADMINISTRATOR))


async def test_the_same_book_again_asks_nothing(stage: Stage, world: World, office: int, tmp_path: Path) -> None:
    hand_over(stage, book_of(tmp_path, small_book()))
    await stage.say(office, "", **DOCUMENT)
    await stage.press(office, "✅ Загрузить")
    said = await stage.say(office, "", **DOCUMENT)
    assert "менять нечего" in said[-1].text
    assert "нет в книге, оставлено: 1" in said[-1].text
    assert stage.last(office).labels == ["‹ Меню"]


async def test_mistakes_are_shown_with_their_places(stage: Stage, world: World, office: int, tmp_path: Path) -> None:
    book = small_book()
    for row in book["Ученики"][1:]:
        row[book["Ученики"][0].index("Класс")] = "99Ж"
    hand_over(stage, book_of(tmp_path, book))
    said = await stage.say(office, "", **DOCUMENT)
    assert "строка 2" in said[1].text
    assert "Загрузить" not in " ".join(said[1].message.labels if said[1].message else [])
    assert await klasses(world) == 0


async def test_what_is_no_workbook_is_told_so(stage: Stage, office: int) -> None:
    hand_over(stage, b"%PDF-1.4 not a workbook")
    said = await stage.say(office, "", **DOCUMENT)
    assert "Excel" in said[-1].text


async def test_an_older_preview_does_not_load_a_newer_file(
    stage: Stage, world: World, office: int, tmp_path: Path
) -> None:
    hand_over(stage, book_of(tmp_path, small_book()))
    await stage.say(office, "", **DOCUMENT)
    older = stage.last(office).data_of("✅ Загрузить")
    changed = small_book()
    changed["Школа"][1][1] = "Другая школа"
    hand_over(stage, book_of(tmp_path, changed))
    await stage.say(office, "", **DOCUMENT)
    assert older is not None
    said = await stage.press_data(office, older)
    assert [one.how for one in said] == ["alert"]
    assert await klasses(world) == 0


async def test_a_no_leaves_everything_as_it_was(stage: Stage, world: World, office: int, tmp_path: Path) -> None:
    hand_over(stage, book_of(tmp_path, small_book()))
    await stage.say(office, "", **DOCUMENT)
    await stage.press(office, "Отмена")
    assert await klasses(world) == 0


async def test_others_files_load_nothing(stage: Stage, world: World, tmp_path: Path) -> None:
    hand_over(stage, book_of(tmp_path, small_book()))
    teacher = await world.enter(await world.staff("Зимина Анна"))
    said = await stage.say(teacher, "", **DOCUMENT)
    assert "Файл пришёл" in said[-1].text
    assert await klasses(world) == 0


async def test_the_template_comes_with_the_explanation(stage: Stage, office: int) -> None:
    await stage.say(office, "/menu")
    said = await stage.press(office, "Загрузить школу")
    assert [one.how for one in said] == ["edited", "file"]
