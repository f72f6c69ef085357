"""One cell at a time: what spreadsheet programs and people make of a value reads as what was meant."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.intake.cells import Doubtful, Wrong, as_date, as_decimal, as_integer, as_text, as_time, is_empty
from core.intake.kinds import read_cell
from core.intake.letters import clean, code_key, key, klass_name, klass_readings, person_name
from core.model.lesson import WorkKind
from core.model.people import Role
from core.model.school import ALL_GRADES
from core.model.workbook import TimeSpan, YearSpan
from core.model.workbook_shape import ColumnShape


def column(kind: str, **more: Any) -> ColumnShape:
    return ColumnShape("x", "X", kind, **more)


def cell_of(day: date) -> datetime:
    """A date cell as openpyxl gives it: naive, since a spreadsheet knows no zones."""
    return datetime.combine(day, time())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  Иванов   Пётр ", "Иванов Пётр"),
        ("Ив\u200bанов\u00ad", "Иванов"),
        ("\u202eвонавИ\u202c", "вонавИ"),
        ("Йод", "Йод"),
        ("Иванов\n5 — алгебра\tx", "Иванов 5 — алгебра x"),
        ("a\u00a0b", "a b"),
        ("\ufeff7А\x00", "7А"),
        ("ФИО\ue000", "ФИО"),
    ],
)
def test_texts_become_one_clean_line(written: str, read: str) -> None:
    assert clean(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  иванова ", "Иванова"),
        ("ИВАНОВА-ПЕТРОВА", "Иванова-Петрова"),
        ("мамед оглы", "Мамед оглы"),
        ("АБДУЛ КЫЗЫ", "Абдул кызы"),
        ("мак-Грегор", "мак-Грегор"),
        ("Ле Гофф", "Ле Гофф"),
        ("ЛУК'ЯНОВА", "Лук'янова"),
        ("О", "О"),
    ],
)
def test_names_typed_small_or_in_capitals_read_as_people_write_them(written: str, read: str) -> None:
    assert person_name(written) == read
    assert read_cell(written, column("name", limit=60)) == read


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (0.5, "0,5"),
        (79161234567.0, "79161234567"),
        (True, "1"),
        (None, ""),
        (cell_of(date(2026, 9, 1)), "01.09.2026"),
        (time(8, 5), "08:05"),
        (timedelta(hours=8, minutes=30), "08:30"),
    ],
)
def test_any_cell_reads_as_text(cell: Any, text: str) -> None:
    assert as_text(cell) == text


def test_an_error_value_is_no_text() -> None:
    with pytest.raises(Wrong, match="cell-error"):
        as_text("#REF!")


@pytest.mark.parametrize("cell", [None, "", "   ", "\u200b\n", "\u00a0"])
def test_invisible_is_empty(cell: Any) -> None:
    assert is_empty(cell)


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 9, 1),
        cell_of(date(2026, 9, 1)),
        "01.09.2026",
        "1.9.26",
        "01.09.2026 г.",
        "01.09.2026 00:00:00",
        "2026-09-01",
        "2026-09-01T00:00:00",
        "01/09/2026",
        "1 сентября 2026 г.",
        "1 СЕНТ. 2026",
        46266,
        46266.0,
    ],
)
def test_a_day_is_written_in_many_ways(cell: Any) -> None:
    assert as_date(cell) == date(2026, 9, 1)


def test_a_birthday_of_two_digits_is_of_a_sane_century() -> None:
    assert as_date("05.06.12") == date(2012, 6, 5)
    assert as_date("05.06.78") == date(1978, 6, 5)


@pytest.mark.parametrize("cell", ["31.02.2026", "32.01.2026", "01.13.2026", "01.09.0026", "вчера", "", -5, 10**9, True])
def test_what_is_no_day_is_refused(cell: Any) -> None:
    with pytest.raises(Wrong):
        as_date(cell)


@pytest.mark.parametrize(
    "cell", [time(8, 30), "8:30", "08.30", "8-30", "08:30:00", "8 ч 30", 8.3, 0.3541666667, timedelta(hours=8.5)]
)
def test_a_time_is_written_in_many_ways(cell: Any) -> None:
    assert as_time(cell) == time(8, 30)


@pytest.mark.parametrize("cell", ["25:00", "8:60", "утро", 8.75, 24.0, -0.5, timedelta(days=2)])
def test_what_is_no_time_is_refused(cell: Any) -> None:
    with pytest.raises(Wrong):
        as_time(cell)


def test_numbers_are_exact() -> None:
    assert as_decimal("0,6") == as_decimal(0.6) == Decimal("0.6")
    assert as_integer("3,0", 0, 5) == as_integer(3.0, 0, 5) == 3


@pytest.mark.parametrize("cell", ["3 урок", "3-й", "3 ч."])
def test_a_word_may_follow_a_number(cell: str) -> None:
    assert as_integer(cell, 0, 5) == 3


@pytest.mark.parametrize("cell", ["3.5", 3.5, "nan", "inf", "три", "1e999", 7])
def test_what_is_no_such_number_is_refused(cell: Any) -> None:
    with pytest.raises(Wrong):
        as_integer(cell, 0, 5)


@pytest.mark.parametrize("written", ["7Б", "7б", ' 7 "Б" ', "7-Б", "7 «б»", "7б класс", "7 Б кл.", "07Б"])
def test_a_class_is_written_in_many_ways(written: str) -> None:
    assert klass_name(written) == "7Б"


def test_named_classes_stay_as_they_are() -> None:
    assert klass_name("10 физмат") == "10 физмат"
    assert klass_name("7") == "7"


@pytest.mark.parametrize(("written", "readings"), [("7A", ("7А",)), ("7B", ("7В", "7Б")), ("7G", ("7Г",)), ("7Q", ())])
def test_latin_letters_may_look_or_sound_alike(written: str, readings: tuple[str, ...]) -> None:
    assert klass_readings(written) == readings


def test_keys_forget_what_does_not_matter() -> None:
    assert key("Классный  руководитель *") == key("КЛАССНЫЙ РУКОВОДИТЕЛЬ")
    assert key("нечётная") == key("Нечетная")
    assert key("№") == key("No")
    assert code_key("Д-001 ") == code_key("д-001")
    assert code_key("Д-001") != code_key("Д001")


@pytest.mark.parametrize(
    ("cell", "grades"),
    [
        ("1-9", range(1, 10)),
        ("10, 11", [10, 11]),
        ("1–4; 6", [1, 2, 3, 4, 6]),
        ("5 и 6", [5, 6]),
        (7, [7]),
        (7.0, [7]),
        ("все", ALL_GRADES),
    ],
)
def test_parallels(cell: Any, grades: Any) -> None:
    assert read_cell(cell, column("grades")) == frozenset(grades)


@pytest.mark.parametrize(("cell", "grades"), [(cell_of(date(2026, 9, 5)), range(5, 10)), (10.11, [10, 11])])
def test_parallels_spoilt_by_the_program_are_guessed_and_told(cell: Any, grades: Any) -> None:
    guess = read_cell(cell, column("grades"))
    assert isinstance(guess, Doubtful)
    assert guess.value == frozenset(grades)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("weekday", "Понедельник", 0),
        ("weekday", "СБ.", 5),
        ("weekdays", "пн-пт", frozenset(range(5))),
        ("weekdays", "вт; чт", frozenset({1, 3})),
        ("flag", "ДА", True),
        ("flag", 0, False),
        ("taught-as", "пн", 0),
        ("taught-as", "02.11.2026", date(2026, 11, 2)),
        ("year", "01.09.2026–31.05.2027", YearSpan(date(2026, 9, 1), date(2027, 5, 31))),
        ("year", "2026-09-01 - 2027-05-31", YearSpan(date(2026, 9, 1), date(2027, 5, 31))),
        ("year", "01.09.2026 по 31.05.2027", YearSpan(date(2026, 9, 1), date(2027, 5, 31))),
        ("rounding", "Математическое", Decimal("0.5")),
        ("rounding", 0.6, Decimal("0.6")),
        ("publication", "сразу", None),
        ("publication", "16:30–19:00", TimeSpan(time(16, 30), time(19))),
        ("zone", "Europe/Moscow", "Europe/Moscow"),
        ("codes", "д1; д2;\nд3 ,д1;", ("д1", "д2", "д3")),
        ("codes", 12.0, ("12",)),
        ("klasses", "7 «а», 7Б", ("7А", "7Б")),
        ("klasses", "все", ()),
        ("hours", "0,5", Decimal("0.5")),
        ("grade", "7 класс", 7),
    ],
)
def test_kinds_of_columns(kind: str, cell: Any, value: object) -> None:
    assert read_cell(cell, column(kind)) == value


def test_words_stand_for_codes() -> None:
    assert read_cell("учитель; Завуч", column("words", words="role")) == frozenset({Role.TEACHER, Role.DEPUTY})
    assert read_cell("К/Р", column("word", words="work-kind")) is WorkKind.CONTROL


@pytest.mark.parametrize(
    ("kind", "cell", "code"),
    [
        ("weekday", "пятниццо", "not-a-weekday"),
        ("flag", "может быть", "not-a-flag"),
        ("year", "2026/27", "not-a-year"),
        ("zone", "Москва", "not-a-zone"),
        ("zone", "../../etc/passwd", "not-a-zone"),
        ("rounding", 1.5, "not-rounding"),
        ("publication", "19:00-16:30", "not-a-window"),
        ("grades", "12-15", "not-grades"),
        ("hours", 0, "not-hours"),
        ("codes", ";;", "not-codes"),
        ("text", "я" * 201, "too-long"),
        ("klass", "очень длинное название класса", "too-long"),
    ],
)
def test_what_does_not_fit_its_column_is_refused(kind: str, cell: Any, code: str) -> None:
    with pytest.raises(Wrong, match=code):
        read_cell(cell, column(kind))
