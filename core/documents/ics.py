"""A calendar as an .ics file (RFC 5545) for phones; taken in again, it brings what is there up to date (DIA-8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

_MINUTE = 60
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """Something in a calendar: instants, aware, or whole days, both included. `uid` is the same in every file of it."""

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | date
    place: str = ""
    note: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar in words: what it is called, in which zone its owner lives, when it was made, what is in it."""

    name: str
    zone: str
    made_at: datetime
    lines: tuple[CalendarLine, ...]


def write_ics(file: CalendarFile) -> bytes:
    """Give the file. Instants are in UTC, so that no zone need be described; lines are folded and escaped.

    A later file has a higher sequence: calendars take it as an update of what they know under the same uid.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//school-diary//timetable//RU")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", file.name)
    calendar.add("x-wr-timezone", file.zone)
    for component in _components(file):
        calendar.add_component(component)
    written: bytes = calendar.to_ical()
    return written


def _components(file: CalendarFile) -> Iterable["Event"]:
    from icalendar import Event

    made_at = file.made_at.astimezone(UTC).replace(microsecond=0)
    for line in file.lines:
        event = Event()
        event.add("uid", line.uid)
        event.add("dtstamp", made_at)
        event.add("last-modified", made_at)
        event.add("sequence", int(made_at.timestamp()) // _MINUTE)
        event.add("summary", line.title)
        event.add("dtstart", _start(line.starts))
        event.add("dtend", _end(line.ends))
        if line.place:
            event.add("location", line.place)
        if line.note:
            event.add("description", line.note)
        event.add("status", "CANCELLED" if line.cancelled else "CONFIRMED")
        event.add("transp", "OPAQUE" if isinstance(line.starts, datetime) and not line.cancelled else "TRANSPARENT")
        yield event


def _start(at: datetime | date) -> datetime | date:
    return at.astimezone(UTC) if isinstance(at, datetime) else at


def _end(at: datetime | date) -> datetime | date:
    # Of whole days a calendar names the first one that is free again.
    return at.astimezone(UTC) if isinstance(at, datetime) else at + _DAY
