"""The lessons of the written journal, each with what was recorded when."""

from datetime import date, datetime, time
from typing import Any

from core.model.lesson import LessonState
from tests.world import MOSCOW


def at(text: str) -> datetime:
    """Read «15.10 18:00» or «15.10 18:00:01» of the school year as an instant."""
    day, clock = text.split()
    number, month = map(int, day.split("."))
    return datetime.combine(date(2026 if month > 7 else 2027, month, number), time.fromisoformat(clock), MOSCOW)


# name: class, group, teacher, day, number, what was recorded when, all else of the lesson
LESSONS: tuple[tuple[str, str, str, str, date, int, dict[str, Any]], ...] = (
    ("A", "7Б", "7Б Алгебра", "Алгебров", date(2026, 10, 15), 1, {}),
    (
        "B",
        "7Б",
        "7Б Алгебра",
        "Алгебров",
        date(2026, 10, 16),
        6,
        {
            "attendance_at": at("16.10 14:00"),
            "topic_at": at("16.10 18:01"),
            "homework_at": at("16.10 18:00"),
            "marks_at": at("19.10 00:00"),
        },
    ),
    (
        "C",
        "7Б",
        "7Б Алгебра",
        "Алгебров",
        date(2026, 10, 19),
        1,
        {
            "attendance_at": at("19.10 08:40"),
            "topic_at": at("19.10 17:59"),
            "homework_at": at("19.10 18:00:01"),
            "marks_at": at("22.10 00:00:01"),
        },
    ),
    ("D", "7Б", "7Б Алгебра", "Алгебров", date(2026, 10, 20), 1, {"state": LessonState.CANCELLED}),
    (
        "E",
        "7Б",
        "7Б Алгебра",
        "Алгебров",
        date(2026, 10, 20),
        2,
        {
            "attendance_at": at("20.10 19:00"),
            "topic_at": at("20.10 19:00"),
            "homework_at": at("20.10 19:00"),
            "marks_at": at("20.10 20:00"),
        },
    ),
    ("F", "7Б", "7Б Английский 2", "Англицкая", date(2026, 10, 15), 2, {}),
    ("G", "1А", "1А Чтение", "Первова", date(2026, 10, 15), 1, {"attendance_at": at("15.10 08:35")}),
    ("H", "10А", "10А История", "Десятова", date(2026, 10, 15), 7, {"attendance_at": at("15.10 15:00")}),
    ("I", "7Б", "7Б Алгебра", "Алгебров", date(2026, 11, 14), 1, {}),
    (
        "J",
        "7Б",
        "7Б Английский 1",
        "Англицкая",
        date(2026, 10, 21),
        7,
        {"starts_at": at("21.10 17:30"), "ends_at": at("21.10 18:15")},
    ),
    ("K", "7Б", "7Б Музыка", "Седова", date(2026, 10, 22), 1, {}),
)
