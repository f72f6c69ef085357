"""A whole workbook: careless writing reads as the same school, and every fault is told with its place."""

import os
import random
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.intake.reading import read_here
from core.intake.wire import Unpacker, pack
from core.intake.workbook import read_workbook
from core.model.workbook import Place, Severity, Workbook
from tests.intake.workbooks import Book, big_book, careless_book, small_book, write_book

NOWHERE = Place("", 0)


def read(book: Book, folder: Path, **options: Any) -> Workbook:
    return read_here(write_book(book, folder / "book.xlsx", **options))


def without_places(book: Workbook) -> dict[str, Any]:
    parts = {field.name: getattr(book, field.name) for field in fields(book) if field.name != "problems"}
    lines = {
        name: [replace(line, place=NOWHERE) for line in value] for name, value in parts.items() if name != "school"
    }
    return lines | {"school": replace(parts["school"], place=NOWHERE)}


def test_a_whole_school_reads_without_errors(tmp_path: Path) -> None:
    book = read(small_book(), tmp_path)
    assert not book.errors
    assert book.school is not None
    assert (len(book.klasses), len(book.students), len(book.timetable)) == (3, 12, 11)
    assert book.students[0].place == Place("Ученики", 2)
    assert book.groups[1].students == ("Д-003", "Д-004")


def test_careless_writing_reads_as_the_same_school(tmp_path: Path) -> None:
    careless, neat = read(careless_book(), tmp_path), read(small_book(), tmp_path)
    assert not careless.errors
    assert without_places(careless) == without_places(neat)


def test_what_was_guessed_is_told(tmp_path: Path) -> None:
    told = {(problem.code, problem.sheet, problem.row) for problem in read(careless_book(), tmp_path).warnings}
    assert ("klass-latin", "Ученики", 6) in told
    assert ("grades-guessed", "Периоды", 2) in told
    assert ("column-unknown", "Расписание", 1) in told
    assert ("sheet-unknown", "Черновик", 0) in told


def test_the_epoch_of_1904_reads_the_same_days(tmp_path: Path) -> None:
    book = read(small_book(), tmp_path, epoch_1904=True)
    assert book.students[0].born_on == date(2013, 4, 1)
    assert book.periods[0].starts_on == date(2026, 9, 1)


async def test_the_process_of_its_own_reads_the_same(tmp_path: Path) -> None:
    path = write_book(careless_book(), tmp_path / "book.xlsx")
    assert await read_workbook(path) == read_here(path)


def test_namesakes_are_two(tmp_path: Path) -> None:
    book = small_book()
    book["Ученики"].append(["Д-099", *book["Ученики"][1][1:]])
    read_book = read(book, tmp_path)
    assert not read_book.errors
    assert [problem.row for problem in read_book.warnings if problem.code == "namesakes"] == [14]
    assert len(read_book.students) == 13


def test_a_guardian_without_a_code_is_known_by_name_and_children(tmp_path: Path) -> None:
    first, again = read(small_book(), tmp_path), read(careless_book(), tmp_path)
    assert first.guardians[1].codeless
    assert first.guardians[1].code == again.guardians[1].code
    other = small_book()
    other["Родители"][2][5] = "Д-003"
    assert read(other, tmp_path).guardians[1].code != first.guardians[1].code


def test_a_latin_class_that_may_be_two_is_asked(tmp_path: Path) -> None:
    book = small_book()
    book["Классы"].append(["7В", 7, None, None])
    book["Ученики"][5][6] = "7B"
    problem = next(problem for problem in read(book, tmp_path).errors if problem.code == "klass-unclear")
    assert (problem.row, problem.values["one"], problem.values["other"]) == (6, "7В", "7Б")


def test_a_latin_class_on_its_own_sheet_takes_its_turn_in_the_row(tmp_path: Path) -> None:
    book = small_book()
    for sheet, at in (("Классы", 0), ("Ученики", 6), ("Нагрузка", 0), ("Расписание", 0)):
        for row in book[sheet]:
            row[at] = "7B" if row[at] == "7Б" else row[at]
    book["События"][2][4] = "7А; 7B"
    read_book = read(book, tmp_path)
    assert not read_book.errors
    assert [line.name for line in read_book.klasses] == ["7А", "7Б", "10А"]
    assert {line.klass for line in read_book.students} == {"7А", "7Б", "10А"}


def put(sheet: str, row: int, at: int, cell: Any) -> Callable[[Book], None]:
    """Change the cell in the row that a spreadsheet program numbers so, in the column counted from 0."""

    def change(book: Book) -> None:
        book[sheet][row - 1][at] = cell

    return change


def add(sheet: str, *cells: Any) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        book[sheet].append(list(cells))

    return change


FAULTS: list[tuple[Callable[[Book], Any], str, str, int, str]] = [
    (lambda book: book.pop("Классы"), "sheet-missing", "Классы", 0, ""),
    (lambda book: book["Классы"].__setitem__(0, ["Имя", "Возраст"]), "heading-missing", "Классы", 0, ""),
    (put("Классы", 1, 1, "Возраст"), "column-missing", "Классы", 1, "Параллель"),
    (put("Ученики", 1, 3, "Имя"), "column-twice", "Ученики", 1, "Имя"),
    (lambda book: book.__setitem__("Классы", book["Классы"][:1]), "sheet-empty", "Классы", 0, ""),
    (lambda book: book["Школа"].pop(5), "parameter-missing", "Школа", 0, ""),
    (add("Школа", "Название", "Другая"), "parameter-twice", "Школа", 11, ""),
    (put("Школа", 4, 1, "Москва"), "not-a-zone", "Школа", 4, "Значение"),
    (put("Ученики", 3, 2, "  "), "value-missing", "Ученики", 3, "Имя"),
    (put("Ученики", 3, 5, "31.02.2013"), "no-such-date", "Ученики", 3, "Дата рождения"),
    (put("Ученики", 3, 6, "7Ж"), "klass-unknown", "Ученики", 3, "Класс"),
    (put("Ученики", 3, 0, "Д-001"), "key-twice", "Ученики", 3, "Личное дело"),
    (put("Сотрудники", 3, 5, "повар"), "not-a-word", "Сотрудники", 3, "Роли"),
    (put("Классы", 2, 2, "С99"), "staff-unknown", "Классы", 2, "Классный руководитель"),
    (put("Классы", 2, 3, "вечерний"), "bell-set-unknown", "Классы", 2, "Звонки"),
    (put("Родители", 2, 5, "Д-777"), "student-unknown", "Родители", 2, "Дети"),
    (put("Нагрузка", 2, 2, "Алхимия"), "subject-unknown", "Нагрузка", 2, "Предмет"),
    (put("Нагрузка", 4, 1, "9 группа"), "group-unknown", "Нагрузка", 4, "Группа"),
    (put("Нагрузка", 2, 4, "много"), "not-a-number", "Нагрузка", 2, "Часов в неделю"),
    (put("Периоды", 3, 3, "01.10.2026"), "periods-overlap", "Периоды", 3, "Начало"),
    (put("Периоды", 5, 4, "01.07.2027"), "outside-year", "Периоды", 5, "Начало"),
    (put("Календарь", 2, 3, "01.10.2026"), "end-before-start", "Календарь", 2, "Конец"),
    (put("Календарь", 6, 5, None), "moved-without-day", "Календарь", 6, "Учимся по"),
    (put("Звонки", 3, 2, "09:05"), "bells-overlap", "Звонки", 3, "Урок"),
    (put("Группы", 3, 3, "Д-001"), "group-two", "Группы", 3, "Ученики"),
    (add("Нагрузка", "7А", None, "Алгебра", "С2", 1, None), "load-twice", "Нагрузка", 10, "Предмет"),
    (put("Расписание", 2, 2, 9), "outside-bells", "Расписание", 2, "Урок"),
    (put("Расписание", 6, 4, None), "group-needed", "Расписание", 6, "Группа"),
    (put("Расписание", 2, 3, "Разговоры о важном"), "lesson-without-teacher", "Расписание", 2, "Учитель"),
    (put("Расписание", 8, 2, 1), "teacher-twice", "Расписание", 8, "Учитель"),
    (put("Расписание", 8, 6, "102"), "room-twice", "Расписание", 8, "Кабинет"),
    (put("Расписание", 3, 1, "пн"), "klass-twice", "Расписание", 4, "Урок"),
    (put("Расписание", 2, 7, "чётная"), "hours-differ", "Нагрузка", 2, "Часов в неделю"),
    (put("КТП", 2, 1, None), "plan-without-klass", "КТП", 2, "Класс"),
    (put("КТП", 3, 4, 1), "topic-twice", "КТП", 3, "№"),
    (lambda book: book.__setitem__("классы ", small_book()["Классы"]), "sheet-twice", "классы ", 0, ""),
]


@pytest.mark.parametrize(("change", "code", "sheet", "row", "title"), FAULTS, ids=[fault[1] for fault in FAULTS])
def test_every_fault_is_told_with_its_place(
    change: Callable[[Book], Any], code: str, sheet: str, row: int, title: str, tmp_path: Path
) -> None:
    book = small_book()
    change(book)
    problems = read(book, tmp_path).problems
    assert (code, sheet, row, title) in {(each.code, each.sheet, each.row, each.column) for each in problems}


def test_one_fault_is_told_once(tmp_path: Path) -> None:
    book = small_book()
    book["Классы"][2][1] = "седьмая"
    assert [(problem.code, problem.row) for problem in read(book, tmp_path).errors] == [("not-a-number", 3)]


def test_a_wrong_load_does_not_blame_the_timetable(tmp_path: Path) -> None:
    book = small_book()
    book["Нагрузка"][1][2] = "Алхимия"
    book["Расписание"][1][5] = "С2"
    assert [problem.code for problem in read(book, tmp_path).errors] == ["subject-unknown"]


def test_a_missing_sheet_does_not_blame_those_that_refer_to_it(tmp_path: Path) -> None:
    book = small_book()
    del book["Сотрудники"]
    assert [problem.code for problem in read(book, tmp_path).errors] == ["sheet-missing"]


def test_clashes_name_both_places(tmp_path: Path) -> None:
    book = small_book()
    book["Расписание"][7][2] = 1
    clash = next(problem for problem in read(book, tmp_path).errors if problem.code == "teacher-twice")
    assert (clash.row, clash.values["other_row"], clash.values["value"]) == (8, 2, "С2")


def test_odd_and_even_weeks_do_not_clash(tmp_path: Path) -> None:
    book = small_book()
    book["Расписание"][1][7], book["Расписание"][7][2], book["Расписание"][7][7] = "чётная", 1, "нечётная"
    assert "teacher-twice" not in {problem.code for problem in read(book, tmp_path).problems}


def test_many_problems_of_a_kind_are_counted(tmp_path: Path) -> None:
    book = small_book()
    book["Ученики"] += [[f"Н-{number}", "Орлов", "Иван", "", "м", None, "7Ж"] for number in range(150)]
    problems = read(book, tmp_path).problems
    assert sum(problem.code == "klass-unknown" for problem in problems) == 100
    rest = next(problem for problem in problems if problem.code == "and-more")
    assert (rest.severity, rest.values["count"]) == (Severity.ERROR, 50)


def test_rows_after_a_long_gap_are_told(tmp_path: Path) -> None:
    book = small_book()
    book["Ученики"] += [[] for _ in range(60)] + [["Д-500", "Орлов", "Иван", "", "м", None, "7А"]]
    read_book = read(book, tmp_path)
    assert len(read_book.students) == 12
    assert ("rows-after-gap", 74) in {(problem.code, problem.row) for problem in read_book.warnings}


@pytest.mark.slow
async def test_sixty_classes_read_without_a_problem(tmp_path: Path) -> None:
    path = write_book(big_book(), tmp_path / "big.xlsx")
    book = await read_workbook(path)
    assert not book.problems
    assert (len(book.students), len(book.klasses), len(book.timetable)) == (1500, 60, 1800)


CELLS: tuple[Any, ...] = (
    *(None, "", 0, -1, 1, 2.5, 1e308, -1e308, 1e-9, True, "x", "7А", "7B", "Д-001", "С2", "10А", "основной", ";", "=1"),
    *(
        date(1950, 1, 1),
        "01.09.2026",
        "31.12.9999",
        "99:99",
        "пн",
        "1-11",
        "каникулы",
        "перенос",
        "да",
        "#REF!",
        "\u202e",
    ),
    *("Алгебра", "1 группа", "2 группа", "я" * 300, "1 урок", "0x10", "1e5", "٣", "😀", "\u202e"),
)


@pytest.mark.parametrize("turn", range(int(os.environ.get("INTAKE_FUZZ", "80"))))
def test_any_cells_make_problems_and_nothing_else(turn: int, tmp_path: Path) -> None:
    chance = random.Random(turn)
    book = small_book()
    for _ in range(chance.randint(1, 14)):
        _spoil(chance, book)
    read_book = read(book, tmp_path)
    unpacker = Unpacker()
    for line in pack(read_book):
        unpacker.take(line)
    assert unpacker.workbook() == read_book


def _spoil(chance: random.Random, book: Book) -> None:
    title = chance.choice(list(book))
    rows = book[title]
    row = chance.randrange(len(rows))
    kind = chance.random()
    if kind < 0.8 and rows[row]:
        own = [cell for each in rows for cell in each]
        rows[row][chance.randrange(len(rows[row]))] = chance.choice([*CELLS, *own[:40]])
    elif kind < 0.86 and len(rows) > 1:
        rows.pop(row)
    elif kind < 0.92:
        rows.append(list(rows[row]))
    elif kind < 0.96:
        rows.insert(row, [])
    elif len(book) > 2:
        del book[title]
