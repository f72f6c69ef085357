"""What a person chooses to be told of, how, and when their phone is to be silent (NTF-3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

from core.model.diary import Child
from core.model.ids import AccountId, PersonId
from core.model.school import PublicationWindow


class Topic(StrEnum):
    """What a family chooses of, in the order in which it is shown."""

    ATTENDANCE = "attendance"
    MARKS = "marks"
    RESULTS = "results"
    HOMEWORK = "homework"
    REMARKS = "remarks"
    TIMETABLE = "timetable"
    EVENTS = "events"
    NOTICES = "notices"
    MESSAGES = "messages"
    FORECAST = "forecast"
    EVENING = "evening"
    FRIDAY = "friday"


class Telling(StrEnum):
    """How a topic is told: at once, in the evening's digest, or not at all."""

    NOW = "now"
    DIGEST = "digest"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Local hours in which nothing rings; `begins` belongs to them, `ends` does not. They may cross midnight."""

    begins: time
    ends: time

    def covers(self, at: time) -> bool:
        """Tell whether a local time lies in them."""
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


@dataclass(frozen=True, slots=True)
class Hours:
    """When an account may be written to: never in `quiet` hours (None: it has none), digests at `digest`."""

    quiet: Quiet | None = Quiet(time(21), time(7))
    digest: time = time(19)


Tellings = Mapping[Topic, Telling]


@dataclass(frozen=True, slots=True)
class Preferences:
    """What accounts chose: hours of each, and by account and child what differs from the defaults."""

    hours: Mapping[AccountId, Hours] = field(default_factory=dict)
    tellings: Mapping[tuple[AccountId, PersonId], Tellings] = field(default_factory=dict)

    def hours_of(self, account: AccountId) -> Hours:
        """Give an account's hours, the usual ones where it chose none."""
        return self.hours.get(account, Hours())

    def chosen(self, account: AccountId, student: PersonId, topic: Topic) -> Telling | None:
        """Give what an account chose of a topic about a student, None where it did not choose."""
        return self.tellings.get((account, student), {}).get(topic)


@dataclass(frozen=True, slots=True)
class ChildTopics:
    """How one reader is told of one child: every topic; `clauses` say why some can't be switched off.

    `own`: the reader is the student. `others`: how many more children this account has.
    """

    child: Child
    tellings: Tellings
    clauses: Mapping[Topic, str]
    hours: Hours
    own: bool
    others: int
    publication: PublicationWindow | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What an account may choose: children by name, and its hours."""

    children: tuple[Child, ...]
    hours: Hours
