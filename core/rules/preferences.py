"""What may be chosen of telling, and what a choice means for the instant at which something is told (NTF-2, NTF-3)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from types import MappingProxyType

from core.model.ids import AccountId, PersonId
from core.model.preferences import Hours, Preferences, Quiet, Telling, Topic
from core.model.regulation import Matter, Regulation
from core.model.school import PublicationWindow
from core.rules.calendar import SchoolCalendar, at_local, local_day

_ANY = (Telling.NOW, Telling.DIGEST, Telling.OFF)
# What a school has to tell its families may wait for the evening, but not for ever.
_MANDATORY = (Telling.NOW, Telling.DIGEST)
# Letters that the clock writes have their own time.
_BY_CLOCK = (Telling.NOW, Telling.OFF)

CHOICES: Mapping[Topic, tuple[Telling, ...]] = MappingProxyType(
    {
        Topic.ATTENDANCE: _MANDATORY,
        Topic.MARKS: _MANDATORY,
        Topic.RESULTS: _MANDATORY,
        Topic.HOMEWORK: _ANY,
        Topic.REMARKS: _ANY,
        Topic.TIMETABLE: _ANY,
        Topic.EVENTS: _ANY,
        Topic.NOTICES: _MANDATORY,
        Topic.MESSAGES: _MANDATORY,
        Topic.FORECAST: _BY_CLOCK,
        Topic.EVENING: _BY_CLOCK,
        Topic.FRIDAY: _BY_CLOCK,
    }
)
_RIGHTS = {
    Topic.ATTENDANCE: ("attendance",),
    Topic.MARKS: ("marks",),
    Topic.RESULTS: ("period-results", "final-results"),
}
_NOTICES = (Matter.NOTICE_WEEK, Matter.NOTICE, Matter.NOTICE_PERIOD)

QUIET_BEGINS = (19, 20, 21, 22, 23, 0)
QUIET_ENDS = (5, 6, 7, 8, 9, 10)
DIGEST_HOURS = (17, 18, 19, 20, 21)
_FIRST_EVENING = time(DIGEST_HOURS[0])
_DAY = timedelta(days=1)


def default(topic: Topic, *, own: bool) -> Telling:
    """Give how a topic is told to who chose nothing; `own`: a student about themselves."""
    if topic is Topic.EVENING:
        return Telling.NOW if own else Telling.OFF
    if topic is Topic.FRIDAY:
        return Telling.OFF if own else Telling.NOW
    return Telling.NOW


def telling(preferences: Preferences, reader: tuple[AccountId, PersonId], student: PersonId, topic: Topic) -> Telling:
    """Give how a reader (account, person) is told of a topic about a student: as chosen, else the default (NTF-3)."""
    account, person = reader
    chosen = preferences.chosen(account, student, topic)
    return chosen if chosen in CHOICES[topic] else default(topic, own=person == student)


def clause_for(topic: Topic, regulation: Regulation) -> str:
    """Give the paragraphs by which families are to be told of a topic, empty where it is the program's own rule."""
    if topic is Topic.NOTICES:
        return "; ".join(dict.fromkeys(rule.clause for rule in regulation.rows if rule.about in _NOTICES))
    wanted = _RIGHTS.get(topic, ())
    rights = (right for right in regulation.rights if right.id.partition(".")[2] in wanted)
    return "; ".join(dict.fromkeys(right.clause for right in rights))


def may_digest_at(hour: int, quiet: Quiet | None) -> bool:
    """Tell whether the evening's digest may come at an hour: in the evening, and not in the quiet hours."""
    return hour in DIGEST_HOURS and not (quiet and quiet.covers(time(hour)))


def with_quiet(hours: Hours, quiet: Quiet | None) -> Hours:
    """Give the hours with other quiet ones; a digest that would fall into them comes before they begin."""
    free = [hour for hour in DIGEST_HOURS if may_digest_at(hour, quiet)]
    kept = hours.digest.hour if hours.digest.hour in free else max(free)
    return Hours(quiet, time(kept))


def awake(instant: datetime, quiet: Quiet | None, zone: tzinfo) -> datetime:
    """Give the instant itself, or the end of the quiet hours that it lies in."""
    at = instant.astimezone(zone)
    if quiet is None or not quiet.covers(at.time()):
        return instant
    day = at.date() if at.time() < quiet.ends else at.date() + _DAY
    # Where clocks are put back the end comes twice, and the first may be over.
    ends = (datetime.combine(day, quiet.ends.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1))
    return min(end for end in ends if end > instant)


def reaches_evening(publication: PublicationWindow) -> bool:
    """Tell whether marks may be told in an evening's digest; else they are told at once, within their hours."""
    return publication.closes >= _FIRST_EVENING


def evening_of(
    day: date, hours: Hours, publication: PublicationWindow | None, calendar: SchoolCalendar, zone: tzinfo
) -> datetime:
    """Give the instant of a day's digest: the chosen hour, on school days within the school's hours of publication.

    A digest has marks in it, so where publication ends before the chosen hour, the digest comes at its end.
    """
    at = digest_hour(hours, publication) if calendar.is_school_day(day) else hours.digest
    return at_local(day, at, zone)


def digest_hour(hours: Hours, publication: PublicationWindow | None) -> time:
    """Give the local time of a school day's digest."""
    if publication is None or not reaches_evening(publication):
        return hours.digest
    return min(max(hours.digest, publication.opens), publication.closes)


def digest_at(
    ready: datetime,
    hours: Hours,
    publication: PublicationWindow | None,
    calendar: SchoolCalendar,
    zone: tzinfo,
    *,
    windowed: bool,
) -> datetime:
    """Give the instant of the first digest that may tell of what is ready at `ready`; it is never in quiet hours.

    `windowed` things, marks, are told on school days only where the school publishes at its hours; over the summer on
    any day.
    """
    day = local_day(ready, zone)
    while True:
        following = calendar.next_school_day(day)
        closed = windowed and publication is not None and following is not None and not calendar.is_school_day(day)
        at = evening_of(day, hours, publication, calendar, zone)
        if not closed and at >= ready:
            return awake(at, hours.quiet, zone)
        day += _DAY
