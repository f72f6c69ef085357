"""The ladder «nobody left out»: from what is known of guardians to who looks after the family (NTF-9)."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.ids import PersonId
from core.model.people import PersonName
from core.model.reach import Contact, Hindrance, Rung
from core.rules.reach import SILENCE, gets_paper, hindered, hindrance, reaches_at_once, rung, week_of

ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 15, 6, 5, tzinfo=UTC)
ENTERED = NOW - timedelta(days=40)
NAME = PersonName("Ёлкина", "Нина", "Марковна")


def _contact(number: int = 1, *, electronic: bool = True, entered: bool = True, **more: datetime | date) -> Contact:
    entered_at = ENTERED if entered else None
    return Contact(PersonId(number), NAME, "мать", electronic, date(2026, 9, 1), entered_at, **more)  # type: ignore[arg-type]


READS = _contact(1)
NEVER = _contact(2, entered=False)
BLOCKED = _contact(3, blocked_at=NOW - timedelta(hours=8))
DECLINED = _contact(4, electronic=False)
SILENT = _contact(5, unanswered_at=NOW - SILENCE)


@pytest.mark.parametrize(
    ("contact", "why", "since"),
    [
        (READS, None, None),
        (NEVER, Hindrance.NEVER, date(2026, 9, 1)),
        (BLOCKED, Hindrance.BLOCKED, date(2026, 10, 15)),
        (_contact(3, blocked_at=datetime(2026, 10, 3, 21, 30, tzinfo=UTC)), Hindrance.BLOCKED, date(2026, 10, 4)),
        (DECLINED, Hindrance.DECLINED, date(2026, 9, 1)),
        (_contact(4, electronic=False, declined_on=date(2026, 9, 7)), Hindrance.DECLINED, date(2026, 9, 7)),
        (_contact(4, electronic=False, entered=False), Hindrance.DECLINED, date(2026, 9, 1)),
        (SILENT, Hindrance.SILENT, date(2026, 10, 12)),
        (_contact(5, unanswered_at=NOW - SILENCE + timedelta(seconds=1)), None, None),
        (_contact(5, blocked_at=NOW, unanswered_at=NOW - SILENCE), Hindrance.BLOCKED, date(2026, 10, 15)),
    ],
)
def test_why_a_guardian_is_not_reached(contact: Contact, why: Hindrance | None, since: date | None) -> None:
    found = hindrance(contact, NOW, ZONE)
    assert (found.why if found else None, found.since if found else None) == (why, since)


@pytest.mark.parametrize(
    ("household", "expected", "paper"),
    [
        ([], Rung.LISTED, True),
        ([READS], Rung.REACHED, False),
        ([READS, BLOCKED], Rung.REACHED, False),
        ([BLOCKED, READS], Rung.SECOND, False),
        ([NEVER, BLOCKED, READS], Rung.SECOND, False),
        ([SILENT, NEVER], Rung.LISTED, True),
        ([DECLINED], Rung.PAPER, True),
        ([DECLINED, READS], Rung.REACHED, False),
        ([DECLINED, BLOCKED], Rung.LISTED, True),
    ],
)
def test_where_a_family_stands(household: list[Contact], expected: Rung, paper: bool) -> None:
    place = rung(household, hindered(household, NOW, ZONE))
    assert (place, gets_paper(place)) == (expected, paper)


def test_letters_that_must_be_read_go_at_once_where_another_guardian_gets_none() -> None:
    assert not reaches_at_once(hindered([READS, DECLINED], NOW, ZONE))
    for other in (NEVER, BLOCKED, SILENT):
        assert reaches_at_once(hindered([READS, other], NOW, ZONE))


@given(st.sets(st.sampled_from([READS, NEVER, BLOCKED, DECLINED, SILENT]), max_size=4))
def test_nobody_is_left_out_in_whatever_order(household: set[Contact]) -> None:
    """A family is read to by somebody, or somebody of the school has it on a list."""
    places = {rung(order, hindered(order, NOW, ZONE)) for order in permutations(household)}
    assert (READS in household) == (not places & {Rung.LISTED, Rung.PAPER})
    assert any(gets_paper(place) for place in places) == (READS not in household)


def test_a_week_begins_on_monday() -> None:
    assert week_of(date(2026, 10, 18)) == week_of(date(2026, 10, 12)) == date(2026, 10, 12)
