"""When a reader is told: never in quiet hours, never before it is ripe, marks in their hours (NTF-2, NTF-3)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.model.calendar import CalendarEntry, CalendarKind
from core.model.ids import AccountId, PersonId, SchoolId
from core.model.preferences import Hours, Preferences, Quiet, Telling, Topic
from core.model.school import EditWindow, Preset, PublicationWindow, School
from core.regulation.overlay import effective
from core.rules.calendar import SchoolCalendar, local_day
from core.rules.preferences import (
    CHOICES,
    DIGEST_HOURS,
    QUIET_BEGINS,
    QUIET_ENDS,
    awake,
    clause_for,
    default,
    may_digest_at,
    with_quiet,
)
from core.usecases.duties import SchoolYear
from notifications.timing import due_for, how_for

HOLIDAYS = CalendarEntry("Каникулы", CalendarKind.VACATION, date(2026, 10, 26), date(2026, 11, 1))
CALENDAR = SchoolCalendar([HOLIDAYS], 5, date(2026, 9, 1), date(2027, 5, 31))
# Clocks are moved in the last two.
ZONES = tuple(map(ZoneInfo, ("Europe/Moscow", "Asia/Kamchatka", "Europe/Kaliningrad", "Europe/Berlin", "America/Lima")))
WINDOWS = (
    None,
    PublicationWindow(time(16, 30), time(19)),
    PublicationWindow(time(15), time(18)),
    PublicationWindow(time(18), time(20)),
    PublicationWindow(time(9), time(12)),
)
ACCOUNT, PARENT, CHILD = AccountId(1), PersonId(2), PersonId(3)


@dataclass(frozen=True)
class Reader:
    account: AccountId = ACCOUNT
    person: PersonId | None = PARENT


def _year(zone: ZoneInfo, publication: PublicationWindow | None = None) -> SchoolYear:
    school = School(
        id=SchoolId(1),
        name="Школа № 5",
        short_name="Школа № 5",
        zone=zone,
        year_start=CALENDAR.year_start,
        year_end=CALENDAR.year_end,
        preset=Preset.MOSCOW_REGION,
        edit_window=EditWindow.MONTH,
        week_days=5,
        round_up_from=Decimal("0.5"),
        grace=timedelta(minutes=5),
        publication=publication,
    )
    return SchoolYear(school, CALENDAR, effective(school.preset, ()))


def _chose(hours: Hours = Hours(), **tellings: Telling) -> Preferences:  # noqa: B008 - a frozen value
    named = {Topic(topic): telling for topic, telling in tellings.items()}
    return Preferences({ACCOUNT: hours}, {(ACCOUNT, CHILD): named})


instants = st.integers(0, 60 * 24 * 290).map(
    lambda minutes: datetime(2026, 8, 20, tzinfo=UTC) + timedelta(minutes=minutes)
)
years = st.builds(_year, st.sampled_from(ZONES), st.sampled_from(WINDOWS))
quiets = st.none() | st.builds(
    lambda begins, ends: Quiet(time(begins), time(ends)), st.sampled_from(QUIET_BEGINS), st.sampled_from(QUIET_ENDS)
)
hours_chosen = st.builds(
    lambda quiet, digest: with_quiet(Hours(None, time(digest)), quiet), quiets, st.sampled_from(DIGEST_HOURS)
)


@st.composite
def readers(draw: Callable[..., object], among: Sequence[Topic] = tuple(Topic)) -> tuple[Topic, Preferences]:
    topic = draw(st.sampled_from(among))
    assert isinstance(topic, Topic)
    telling = draw(st.sampled_from([each for each in CHOICES[topic] if each is not Telling.OFF]))
    hours = draw(hours_chosen)
    assert isinstance(telling, Telling)
    assert isinstance(hours, Hours)
    return topic, _chose(hours, **{topic.value: telling})


def _due(at: datetime, year: SchoolYear, reader: tuple[Topic, Preferences]) -> datetime:
    topic, preferences = reader
    due = due_for(Reader(), topic, at, year, preferences, CHILD)
    assert due is not None
    return due


@given(instants, years, readers())
def test_nothing_comes_early_nor_in_quiet_hours(
    at: datetime, year: SchoolYear, reader: tuple[Topic, Preferences]
) -> None:
    due = _due(at, year, reader)
    quiet = reader[1].hours_of(ACCOUNT).quiet
    assert due >= at
    assert quiet is None or not quiet.covers(due.astimezone(year.school.zone).time())
    # What waits for a night or an evening only waits no longer than to the next one; marks wait for a school day.
    if reader[0] is not Topic.MARKS:
        assert due - at <= timedelta(hours=25 + 14)


@given(instants, years.filter(lambda year: year.school.publication is not None), readers((Topic.MARKS,)))
def test_marks_come_within_the_hours_of_publication(
    at: datetime, year: SchoolYear, reader: tuple[Topic, Preferences]
) -> None:
    window, zone = year.school.publication, year.school.zone
    assert window is not None
    due = _due(at, year, reader).astimezone(zone)
    quiet = reader[1].hours_of(ACCOUNT).quiet
    assume(quiet is None or not _covered(window, quiet))
    if CALENDAR.next_school_day(local_day(at, zone)) is None and not CALENDAR.is_school_day(due.date()):
        return
    assert CALENDAR.is_school_day(due.date())
    assert window.opens <= due.time() <= window.closes


def _covered(window: PublicationWindow, quiet: Quiet) -> bool:
    begins, ends = window.opens.hour * 60 + window.opens.minute, window.closes.hour * 60 + window.closes.minute
    return all(quiet.covers(time(minute // 60, minute % 60)) for minute in range(begins, ends))


@given(instants, st.integers(0, 100_000), years, readers())
def test_what_is_ripe_later_comes_no_earlier(
    at: datetime, seconds: int, year: SchoolYear, reader: tuple[Topic, Preferences]
) -> None:
    assert _due(at, year, reader) <= _due(at + timedelta(seconds=seconds), year, reader)


@given(instants, years, hours_chosen)
def test_an_evening_has_one_digest(at: datetime, year: SchoolYear, hours: Hours) -> None:
    chosen = _chose(hours, homework=Telling.DIGEST, marks=Telling.DIGEST)
    homework = due_for(Reader(), Topic.HOMEWORK, at, year, chosen, CHILD)
    marks = due_for(Reader(), Topic.MARKS, at, year, chosen, CHILD)
    assert homework is not None
    assert marks is not None
    if how_for(Reader(), Topic.MARKS, year, chosen, CHILD) is Telling.DIGEST and homework.date() == marks.date():
        assert homework == marks


@given(st.sampled_from(QUIET_BEGINS), st.sampled_from(QUIET_ENDS), st.sampled_from(DIGEST_HOURS))
def test_a_digest_never_stands_in_the_quiet_hours(begins: int, ends: int, digest: int) -> None:
    quiet = Quiet(time(begins), time(ends))
    hours = with_quiet(Hours(None, time(digest)), quiet)
    assert may_digest_at(hours.digest.hour, quiet)
    assert hours.digest == time(digest) or not may_digest_at(digest, quiet)


MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = Quiet(time(21), time(7))


@pytest.mark.parametrize(
    ("zone", "here", "expected"),
    [
        (MOSCOW, (2026, 10, 15, 20, 59), (2026, 10, 15, 20, 59)),
        (MOSCOW, (2026, 10, 15, 21, 0), (2026, 10, 16, 7, 0)),
        (MOSCOW, (2026, 10, 16, 0, 0), (2026, 10, 16, 7, 0)),
        (MOSCOW, (2026, 10, 16, 6, 59), (2026, 10, 16, 7, 0)),
        (MOSCOW, (2026, 10, 16, 7, 0), (2026, 10, 16, 7, 0)),
        # Clocks are put back, and forth: the morning is the local one.
        (BERLIN, (2026, 10, 24, 22, 0), (2026, 10, 25, 7, 0)),
        (BERLIN, (2027, 3, 27, 22, 0), (2027, 3, 28, 7, 0)),
    ],
)
def test_quiet_hours_end_by_the_schools_clock(
    zone: ZoneInfo, here: tuple[int, int, int, int, int], expected: tuple[int, int, int, int, int]
) -> None:
    assert awake(datetime(*here, tzinfo=zone).astimezone(UTC), NIGHT, zone) == datetime(*expected, tzinfo=zone)


@pytest.mark.parametrize(
    ("window", "digest", "ready", "expected"),
    [
        (None, 19, (15, 12, 0), (15, 19, 0)),
        (None, 19, (15, 19, 0), (15, 19, 0)),
        (None, 19, (15, 19, 1), (16, 19, 0)),
        (None, 17, (17, 12, 0), (17, 17, 0)),
        # The school publishes until seven: a digest has marks in it, so it comes by then, with or without them.
        (WINDOWS[1], 20, (15, 12, 0), (15, 19, 0)),
        (WINDOWS[1], 19, (16, 19, 5), (17, 19, 0)),
        (WINDOWS[3], 17, (15, 12, 0), (15, 18, 0)),
        (WINDOWS[4], 19, (15, 12, 0), (15, 19, 0)),
    ],
)
def test_the_evenings_digest(
    window: PublicationWindow | None, digest: int, ready: tuple[int, int, int], expected: tuple[int, int, int]
) -> None:
    at, due = (datetime(2026, 10, *each, tzinfo=MOSCOW) for each in (ready, expected))
    chosen = _chose(Hours(NIGHT, time(digest)), homework=Telling.DIGEST)
    assert due_for(Reader(), Topic.HOMEWORK, at, _year(MOSCOW, window), chosen, CHILD) == due


@pytest.mark.parametrize(
    ("window", "telling", "ready", "expected"),
    [
        (WINDOWS[1], Telling.NOW, (15, 12, 0), (15, 16, 30)),
        (WINDOWS[1], Telling.NOW, (16, 19, 0), (19, 16, 30)),
        (WINDOWS[1], Telling.DIGEST, (16, 19, 5), (19, 19, 0)),
        (WINDOWS[1], Telling.DIGEST, (17, 12, 0), (19, 19, 0)),
        # Where marks are published by day only, no evening may have them.
        (WINDOWS[4], Telling.DIGEST, (15, 12, 0), (16, 9, 0)),
        (None, Telling.DIGEST, (17, 12, 0), (17, 19, 0)),
        (None, Telling.NOW, (15, 22, 0), (16, 7, 0)),
    ],
)
def test_marks_wait_for_their_hours(
    window: PublicationWindow | None, telling: Telling, ready: tuple[int, int, int], expected: tuple[int, int, int]
) -> None:
    at, due = (datetime(2026, 10, *each, tzinfo=MOSCOW) for each in (ready, expected))
    assert due_for(Reader(), Topic.MARKS, at, _year(MOSCOW, window), _chose(marks=telling), CHILD) == due


def test_results_and_absences_know_no_hours_of_publication() -> None:
    at = datetime(2026, 10, 15, 10, tzinfo=MOSCOW)
    for topic in (Topic.RESULTS, Topic.ATTENDANCE, Topic.NOTICES):
        assert due_for(Reader(), topic, at, _year(MOSCOW, WINDOWS[1]), _chose(), CHILD) == at


def test_who_chose_nothing_is_told_as_ever() -> None:
    nothing, year, at = Preferences(), _year(MOSCOW), datetime(2026, 10, 15, 12, tzinfo=MOSCOW)
    told = {topic for topic in Topic if due_for(Reader(), topic, at, year, nothing, CHILD) == at}
    assert set(Topic) - told == {Topic.EVENING}
    own = {topic for topic in Topic if due_for(Reader(person=CHILD), topic, at, year, nothing, CHILD) == at}
    assert set(Topic) - own == {Topic.FRIDAY}


def test_what_the_school_has_to_tell_cannot_be_off() -> None:
    mandatory = {topic for topic in Topic if Telling.OFF not in CHOICES[topic]}
    assert mandatory == {Topic.ATTENDANCE, Topic.MARKS, Topic.RESULTS, Topic.NOTICES, Topic.MESSAGES}
    at = datetime(2026, 10, 15, 12, tzinfo=MOSCOW)
    for topic in mandatory:
        assert all(default(topic, own=own) in CHOICES[topic] for own in (True, False))
        # Whatever got into the table: it is told.
        chosen = _chose(**{topic.value: Telling.OFF})
        assert due_for(Reader(), topic, at, _year(MOSCOW), chosen, CHILD) is not None


@pytest.mark.parametrize(
    ("preset", "topic", "clause"),
    [
        (Preset.MOSCOW_REGION, Topic.MARKS, "003 §1.10"),
        (Preset.MOSCOW_REGION, Topic.ATTENDANCE, "003 §1.10"),
        (Preset.ANTSIR, Topic.MARKS, "002 §3"),
        (Preset.SGO, Topic.RESULTS, "004 §7"),
        (Preset.SCHOOL_14, Topic.MARKS, ""),
        (Preset.ANTSIR, Topic.MESSAGES, ""),
    ],
)
def test_each_regulation_says_why(preset: Preset, topic: Topic, clause: str) -> None:
    assert clause_for(topic, effective(preset, ())) == clause


def test_the_staff_has_quiet_hours_and_no_topics() -> None:
    at = datetime(2026, 10, 15, 22, tzinfo=MOSCOW)
    due = due_for(Reader(), None, at, _year(MOSCOW), Preferences())
    assert due == datetime(2026, 10, 16, 7, tzinfo=MOSCOW)
