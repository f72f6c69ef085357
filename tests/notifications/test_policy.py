"""Tables of the pure rules: when a letter may go out, and what still fits into it (NTF-2, NTF-3)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from core.model.calendar import CalendarEntry, CalendarKind
from core.model.events import EventKind
from core.model.preferences import Topic
from core.model.school import PublicationWindow
from core.rules.calendar import SchoolCalendar
from notifications.letter import LetterKind
from notifications.policy import FAMILY_KINDS, MANNERS, TOPICS, Terms, opening, takes_more
from tests.world import MOSCOW, TODAY, local

WINDOW = PublicationWindow(time(16, 30), time(19))
HOLIDAYS = CalendarEntry("Каникулы", CalendarKind.VACATION, date(2026, 10, 26), date(2026, 11, 1))
CALENDAR = SchoolCalendar([HOLIDAYS], 5, date(2026, 9, 1), date(2027, 5, 31))
GRACE = timedelta(minutes=5)
NOON = datetime(2026, 10, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        (local(TODAY, 10), local(TODAY, 16, 30)),
        (local(TODAY, 16, 30), local(TODAY, 16, 30)),
        (local(TODAY, 18, 59), local(TODAY, 18, 59)),
        (local(TODAY, 19), local(date(2026, 10, 16), 16, 30)),
        (local(date(2026, 10, 16), 20), local(date(2026, 10, 19), 16, 30)),
        (local(date(2026, 10, 17), 17), local(date(2026, 10, 19), 16, 30)),
        (local(date(2026, 10, 23), 20), local(date(2026, 11, 2), 16, 30)),
        (local(date(2027, 6, 15), 3), local(date(2027, 6, 15), 3)),
    ],
)
def test_the_window_opens_on_school_days_only(instant: datetime, expected: datetime) -> None:
    assert opening(instant, WINDOW, CALENDAR, MOSCOW) == expected


def _terms(happened: int, due: int) -> Terms:
    return Terms(NOON + timedelta(minutes=happened), NOON + timedelta(minutes=due))


@pytest.mark.parametrize(
    ("letter", "own", "expected"),
    [
        ((0, 5), (4, 9), True),  # within the first grace time: it is put off once
        ((0, 5), (5, 10), True),
        ((0, 9), (6, 11), False),  # later ones begin a letter of their own
        ((0, 240), (100, 105), True),  # it waits for the window anyway
        ((0, 5), (7, 12), True),  # it should have gone: the messenger is out of reach
        ((0, 5), (5.5, 10.5), False),
    ],
)
def test_a_waiting_letter_takes_more(letter: tuple[float, float], own: tuple[float, float], expected: bool) -> None:
    assert takes_more(_terms(*letter), _terms(*own), GRACE) is expected


def test_everything_that_happens_has_a_manner() -> None:
    assert {LetterKind(kind.value) for kind in EventKind} == set(MANNERS)
    assert {kind for kind in MANNERS if MANNERS[kind].urgent} == {
        LetterKind.ATTENDANCE,
        LetterKind.ABSENCE_ASKED,
        LetterKind.ABSENCE_UNKNOWN,
        LetterKind.NOTICE_URGENT,
    }
    assert set(MANNERS) > FAMILY_KINDS


def test_what_families_are_told_in_digests_can_be_chosen_of() -> None:
    assert set(TOPICS) >= FAMILY_KINDS
    assert set(TOPICS.values()) == set(Topic)
