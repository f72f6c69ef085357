"""When a reader is told: hours of publication, the own choice for the topic, and the own quiet hours (NTF-2, NTF-3)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from core.model.ids import AccountId, PersonId
from core.model.preferences import Preferences, Quiet, Telling, Topic
from core.rules.preferences import awake, digest_at, reaches_evening, telling
from core.storage.gateways import preferences as gateway
from core.storage.work import Work
from core.usecases.duties import SchoolYear
from notifications.policy import opening

_ROUNDS = 4


class Reader(Protocol):
    """Who is told: an account, there a person; None for an account that nobody is bound to any more."""

    @property
    def account(self) -> AccountId:
        """The account."""
        ...

    @property
    def person(self) -> PersonId | None:
        """As whom it reads."""
        ...


async def preferences_of(work: Work, readers: Iterable[Reader]) -> Preferences:
    """Read what these readers chose, of whatever children; one statement, however many readers."""
    return await work.run(gateway.some, {reader.account for reader in readers})


def due_for(
    reader: Reader,
    topic: Topic | None,
    at: datetime,
    year: SchoolYear,
    preferences: Preferences,
    student: PersonId | None = None,
) -> datetime | None:
    """Give the instant at which a reader is told of what may be told from `at` on; None: the reader wants none of it.

    Never earlier than `at`, never in the reader's quiet hours. Without a topic or a student, as for the staff, only
    these count. Letters of the clock ask with the time that is natural for them.
    """
    hours = preferences.hours_of(reader.account)
    how = how_for(reader, topic, year, preferences, student)
    windowed = topic is Topic.MARKS
    if how is Telling.OFF:
        return None
    if how is Telling.DIGEST:
        return digest_at(at, hours, year.school.publication, year.calendar, year.school.zone, windowed=windowed)
    return at_once(at, hours.quiet, year, windowed=windowed)


def how_for(
    reader: Reader, topic: Topic | None, year: SchoolYear, preferences: Preferences, student: PersonId | None
) -> Telling:
    """Give how a reader is told of a topic about a student.

    Where the school publishes marks by day only, they are never in an evening's digest.
    """
    if topic is None or student is None or reader.person is None:
        return Telling.NOW
    how = telling(preferences, (reader.account, reader.person), student, topic)
    window = year.school.publication
    if how is Telling.DIGEST and topic is Topic.MARKS and window and not reaches_evening(window):
        return Telling.NOW
    return how


def at_once(at: datetime, quiet: Quiet | None, year: SchoolYear, *, windowed: bool = False) -> datetime:
    """Give the first instant from `at` on outside of quiet hours; of `windowed` things, within the publication's hours.

    Where quiet hours leave nothing of these, the quiet hours' end counts: somebody who sleeps is not woken.
    """
    school = year.school
    if school.publication is None or not windowed:
        return awake(at, quiet, school.zone)
    due = at
    for _ in range(_ROUNDS):
        opened = opening(due, school.publication, year.calendar, school.zone)
        due = awake(opened, quiet, school.zone)
        if due == opened:
            return due
    return awake(opening(at, school.publication, year.calendar, school.zone), quiet, school.zone)
