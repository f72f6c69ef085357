"""Invitation codes: shape, slips of typing, hashes, terms, slowing down."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.calendar import CalendarEntry, CalendarKind
from core.model.regulation import InvitationTerm
from core.model.school import Preset
from core.regulation.loader import preset
from core.rules.calendar import SchoolCalendar
from core.rules.invitations import (
    ALL_ATTEMPTS,
    ALPHABET,
    ATTEMPTS_WITHIN,
    CODE_BYTES,
    expires_at,
    hash_code,
    new_code,
    normalise,
    retry_at,
)

MOSCOW = ZoneInfo("Europe/Moscow")
PEPPER = b"kept outside of the database"
NOW = datetime(2026, 10, 15, 9, tzinfo=UTC)
randoms = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)


def test_the_alphabet_has_no_twins() -> None:
    """ACC-1: readable, no 0/O, 1/I; 32 signs make 16 of them 80 bits."""
    assert len(set(ALPHABET)) == 32
    assert not set(ALPHABET) & set("0O1I")


@given(randoms, randoms)
def test_codes_differ_as_their_bytes_do(one: bytes, other: bytes) -> None:
    """No bit of the 80 is lost; four groups of four."""
    code = new_code(one)
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert set(code) <= set(ALPHABET) | {"-"}
    assert (code == new_code(other)) == (one == other)


@pytest.mark.parametrize("size", [0, CODE_BYTES - 1, CODE_BYTES + 1])
def test_too_little_randomness_is_refused(size: int) -> None:
    """A code of fewer bits must not come about."""
    with pytest.raises(ValueError, match="randomness"):
        new_code(bytes(size))


@given(randoms)
def test_a_code_is_known_however_it_was_typed(random: bytes) -> None:
    """Small letters, no dashes, other dashes, spaces, Cyrillic letters that look alike, 1 or I for L."""
    code = new_code(random)
    cyrillic = code.translate(str.maketrans("ABCEHKMPTXY", "АВСЕНКМРТХУ"))
    ways = [
        code.lower(),
        code.replace("-", ""),
        f"  {code.replace('-', ' – ')}\n",
        cyrillic,
        cyrillic.lower(),
        code.replace("L", "1"),
        code.replace("L", "i"),
    ]
    assert {hash_code(way, PEPPER) for way in ways} == {hash_code(code, PEPPER)}


@given(st.text(max_size=200))
def test_anything_typed_has_a_hash(typed: str) -> None:
    """Whatever is typed is looked up in the same way as a code; reading it twice changes nothing."""
    assert len(hash_code(typed, PEPPER)) == 64
    assert normalise(normalise(typed)) == normalise(typed)


def test_the_hash_needs_the_pepper() -> None:
    """A stolen database alone opens nothing."""
    code = new_code(bytes(range(CODE_BYTES)))
    assert hash_code(code, PEPPER) != hash_code(code, b"another")
    assert normalise(code) not in hash_code(code, PEPPER)


def test_a_code_lives_two_weeks() -> None:
    """ACC-1: default 14 days; the last day counts to its end, local."""
    end = expires_at(InvitationTerm(14, 0, ""), NOW, MOSCOW)
    assert end == datetime(2026, 10, 29, 21, tzinfo=UTC)


def test_a_code_lives_ten_working_days_at_least() -> None:
    """[003 А-10, Г-4, Д-1, Е-2]: over the New Year holidays two weeks are too short."""
    holidays = CalendarEntry("Новый год", CalendarKind.PUBLIC_HOLIDAY, date(2026, 12, 31), date(2027, 1, 10))
    calendar = SchoolCalendar([holidays], 5, date(2026, 9, 1), date(2027, 5, 31))
    issued = datetime(2026, 12, 28, 9, tzinfo=UTC)
    term = preset(Preset.MOSCOW_REGION).invitation
    end = expires_at(term, issued, MOSCOW, calendar.is_working_day)
    assert end == datetime(2027, 1, 20, 21, tzinfo=UTC)
    assert expires_at(preset(Preset.SGO).invitation, issued, MOSCOW) == datetime(2027, 1, 11, 21, tzinfo=UTC)


def minutes_ago(*minutes: int) -> list[datetime]:
    """Wrong codes, oldest first."""
    return [NOW - timedelta(minutes=each) for each in minutes]


def test_five_wrong_codes_an_hour_are_free() -> None:
    """ACC-1: then the account waits until its oldest one of the five is an hour old."""
    assert retry_at(minutes_ago(40, 30, 20, 10), 4, NOW) is None
    assert retry_at(minutes_ago(50, 40, 30, 20, 10), 5, NOW) == NOW + timedelta(minutes=10)
    assert retry_at(minutes_ago(55, 50, 40, 30, 20, 10), 6, NOW) == NOW + timedelta(minutes=10)


def test_an_attack_by_many_slows_everybody_down_but_locks_nobody_out() -> None:
    """While a hundred wrong codes an hour come in, one slip is free; a first try always is."""
    assert retry_at([], ALL_ATTEMPTS, NOW) is None
    assert retry_at(minutes_ago(20), ALL_ATTEMPTS - 1, NOW) is None
    assert retry_at(minutes_ago(20), ALL_ATTEMPTS, NOW) == NOW + timedelta(minutes=40)


@given(st.lists(st.integers(0, 59), max_size=12), st.integers(0, 200))
def test_waiting_always_ends(ages: list[int], in_all: int) -> None:
    """Whoever waits as long as told may try again."""
    own = sorted(minutes_ago(*ages))
    until = retry_at(own, in_all, NOW)
    if until is not None:
        assert NOW < until <= NOW + ATTEMPTS_WITHIN
        later = [each for each in own if each > until - ATTEMPTS_WITHIN]
        assert retry_at(later, in_all, until) is None
