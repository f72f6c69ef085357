"""The calendar file, read back by the library that phones' calendars agree with (DIA-8)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from core.documents.ics import CalendarFile, CalendarLine, write_ics

NOW = datetime(2026, 10, 15, 7, 0, tzinfo=UTC)
LESSON = CalendarLine(
    "lesson-7@school-diary", "Алгебра", NOW + timedelta(hours=1), NOW + timedelta(hours=2), "каб. 21", "2-й урок"
)
DAYS = CalendarLine("event-3@school-diary", "🎪 Поездка", date(2026, 10, 22), date(2026, 10, 23))


def _file(*lines: CalendarLine, made_at: datetime = NOW) -> CalendarFile:
    return CalendarFile("Школа: Михаил, 7Б", "Europe/Moscow", made_at, lines)


def _read(content: bytes) -> list[dict[str, object]]:
    events = Calendar.from_ical(content).walk("VEVENT")
    return [{key.lower(): event.decoded(key) for key in event} | {"text": str(event["SUMMARY"])} for event in events]


def test_instants_are_in_utc_and_days_end_before_the_next() -> None:
    lesson, days = _read(write_ics(_file(LESSON, DAYS)))
    assert (lesson["dtstart"], lesson["dtend"]) == (NOW + timedelta(hours=1), NOW + timedelta(hours=2))
    assert (days["dtstart"], days["dtend"]) == (date(2026, 10, 22), date(2026, 10, 24))
    assert b"DTSTART:20261015T080000Z" in write_ics(_file(LESSON))


def test_a_later_file_updates_what_is_known() -> None:
    first = _read(write_ics(_file(LESSON)))[0]
    later = _file(replace(LESSON, cancelled=True), made_at=NOW + timedelta(minutes=5))
    second = _read(write_ics(later))[0]
    assert first["uid"] == second["uid"]
    assert int(str(second["sequence"])) > int(str(first["sequence"]))
    assert (first["status"], second["status"]) == ("CONFIRMED", "CANCELLED")


def test_lines_are_short_and_end_as_the_format_wants() -> None:
    content = write_ics(_file(replace(LESSON, note="Очень длинное пояснение; с запятой, и точкой.\n" * 20)))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=120),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60),
)
def test_whatever_is_typed_is_the_text_and_nothing_else(title: str, place: str) -> None:
    events = Calendar.from_ical(write_ics(_file(replace(LESSON, title=title, place=place), DAYS))).walk("VEVENT")
    assert len(events) == 2
    assert str(events[0]["SUMMARY"]) == title
    assert str(events[0].get("LOCATION", "")) == place
