"""Files that people of the transcripts send, by name."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.intake.workbooks import Book, careless_book, small_book, write_book


def _written(book: Book) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write_book(book, Path(folder) / "book.xlsx").read_bytes()


def _faulty() -> bytes:
    """The small school with a class that is not there, a day that never was, a teacher nobody knows, and no bells."""
    book = small_book()
    heads = book["Ученики"][0]
    book["Ученики"][1][heads.index("Класс")] = "9Ж"
    book["Ученики"][2][heads.index("Зачислен")] = "31.02.2026"
    book["Нагрузка"][1][book["Нагрузка"][0].index("Учитель")] = "С99"
    del book["Звонки"]
    return _written(book)


def _plan(hours: str) -> Book:
    """Four topics of algebra, as a teacher keeps them, one of them of so many hours."""
    heads = ["№ урока", "Тема урока", "Часы", "Домашнее задание"]
    rows = [
        [1, "Линейная функция", 1, "§15 № 101, 102"],
        [2, "График линейной функции", hours, "§16 № 110"],
        [3, "Прямая пропорциональность", 1, "§17 № 120"],
        [4, "Контрольная работа", 1, ""],
    ]
    return {"КТП алгебра": [heads, *rows]}


FILES: Final[dict[str, Callable[[], bytes]]] = {
    "report.pdf": lambda: b"%PDF-1.4 a report",
    "faulty.xlsx": _faulty,
    "careless.xlsx": lambda: _written(careless_book()),
    "plan.xlsx": lambda: _written(_plan("2")),
    "faulty plan.xlsx": lambda: _written(_plan("два")),
}
