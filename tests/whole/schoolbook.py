"""A carelessly filled workbook whose school year surrounds a given instant: 7А has Russian today, and 26 students."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.intake.workbooks import Book, careless_book

_WEEK = ("пн", "вт", "ср", "чт", "пт")
_FAMILIES = ("Абрикосов", "Буков", "Вишнев", "Грушин", "Дубков", "Ельников", "Жимолостев", "Злаков", "Ивнев", "Калинов")
_MORE = (
    "Малинов",
    "Ольховин",
    "Пихтов",
    "Рогозин",
    "Сосенкин",
    "Туев",
    "Укропов",
    "Фиалков",
    "Хмелев",
    "Цветков",
    "Щавелев",
    "Ягодин",
)

SURNAMES = ("Берёзкин", "Орешникова", "Кленов", "Ручейникова", *_FAMILIES, *_MORE)
"""All 26 of 7А."""
LESSON = 4
"""From 11:20 to 12:00; the day's only one of 7А with the teacher С3."""


def noon_zone(now: datetime) -> ZoneInfo:
    """Give a time zone where it is between twelve and one: schools are open somewhere at any time."""
    offset = 12 - now.hour
    return ZoneInfo("Etc/GMT" if offset == 0 else f"Etc/GMT{'-' if offset > 0 else '+'}{abs(offset)}")


def book_around(now: datetime, zone: ZoneInfo) -> Book:
    """Give the book of a school where it is a day of lessons now, whatever the weekday."""
    today = now.astimezone(zone).date()
    book = careless_book()
    _settings(book["школа "], today, zone)
    _calendar(book, today)
    _klass(book)
    day = _WEEK[today.weekday()] if today.weekday() < 5 else "чт"
    book["Расписание"].append(["7А", day, LESSON, "Русский язык", None, None, None, None, None, None, None])
    book["Нагрузка"][2][4] = "2,5"
    return book


def _settings(rows: list[list[Any]], today: date, zone: ZoneInfo) -> None:
    starts, ends = today - timedelta(days=40), today + timedelta(days=200)
    for row in rows:
        if row[0] == "Часовой пояс":
            row[1] = zone.key
        if row[0] == "Учебный год":
            row[1] = f"{starts:%d.%m.%Y}–{ends:%d.%m.%Y}"
    rows.append(["задержка  отметок", "1"])


def _calendar(book: Book, today: date) -> None:
    starts = today - timedelta(days=40)
    for at, row in enumerate(book["Периоды"][1:5]):
        row[3:5] = starts + timedelta(days=60 * at), starts + timedelta(days=60 * at + 59)
    for at, row in enumerate(book["Периоды"][5:7]):
        row[3:5] = starts + timedelta(days=120 * at), starts + timedelta(days=120 * at + 119)
    del book["Календарь"][1:], book["События"][1:]
    if today.weekday() > 4:
        book["Календарь"].append(["Учимся сегодня", "перенос", today, None, None, "чт"])


def _klass(book: Book) -> None:
    for at, family in enumerate((*_FAMILIES, *_MORE), 101):
        book["Ученики"].append([f"Д-{at}", family, "Егор", "", "м", date(2013, 5, 1), "7а", None, None])
        book["Родители"].append([f"Р{at}", f"{family}а", "Майя", "Львовна", "ж", f"Д-{at}", "мама", None, None])
