"""Entering: invitations, what became of them, and who stands where in the school (ACC-1, CLS-5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.access import Subject
from core.model.ids import AccountId, BindingId, InvitationId, KlassId, PersonId, SchoolId
from core.model.people import PersonKind, PersonName, Role


class EntryState(StrEnum):
    """How far somebody has come: from a code not yet given out to an open access."""

    UNINVITED = "uninvited"
    INVITED = "invited"
    EXPIRED = "expired"
    WAITING = "waiting"
    ENTERED = "entered"


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody an invitation may be for. `children` are the students a guardian reads of, in the class asked for."""

    person: PersonId
    kind: PersonKind
    name: PersonName
    state: EntryState
    children: tuple[PersonName, ...] = ()
    position: str = ""
    expires_at: datetime | None = None
    issued_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry as the class teacher hears of it in the evening: who has come in, and for which child of which class."""

    binding: BindingId
    name: PersonName
    kind: PersonKind
    child: PersonName
    klass: KlassId
    klass_name: str
    class_teacher: PersonId | None
    ended: bool


@dataclass(frozen=True, slots=True)
class Placement:
    """Through which student, class and grade a person is reached; a guardian has one for each child."""

    student: PersonId
    klass: KlassId
    klass_name: str
    grade: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A person of the school as far as access to them must be decided; `until` is the last day, where there is one."""

    person: PersonId
    kind: PersonKind
    school: SchoolId
    name: PersonName
    until: date | None = None
    roles: tuple[Role, ...] = ()
    placements: tuple[Placement, ...] = ()
    children: tuple[PersonName, ...] = ()

    def subjects(self) -> tuple[Subject, ...]:
        """Give what access rules are asked about: the person themself, or each child with the class."""
        if not self.placements:
            student = self.person if self.kind is PersonKind.STUDENT else None
            return (Subject(school=self.school, person=self.person, student=student),)
        return tuple(
            Subject(school=self.school, person=self.person, student=place.student, klass=place.klass, grade=place.grade)
            for place in self.placements
        )

    @property
    def role(self) -> Role:
        """The role in which the entry itself is recorded."""
        derived = {PersonKind.GUARDIAN: Role.GUARDIAN, PersonKind.STUDENT: Role.STUDENT}
        return derived.get(self.kind) or (self.roles[0] if self.roles else Role.TEACHER)


@dataclass(frozen=True, slots=True)
class Bound:
    """A binding of an account to a person, open where `ended_at` is empty."""

    id: BindingId
    account: AccountId
    person: PersonId
    school: SchoolId
    since: datetime
    confirmed_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """A fresh code in plain letters, to be printed once and kept nowhere."""

    invitee: Invitee
    code: str
    expires_at: datetime


def last_day(expires_at: datetime, zone: tzinfo) -> date:
    """Give the last day on which a code works: it dies at the midnight that ends the day."""
    return (expires_at - timedelta(seconds=1)).astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Codes that belong on one set of paper: of a class, or of the staff where `klass_name` is empty."""

    school_name: str
    zone: ZoneInfo
    klass_name: str
    issued: tuple[Issued, ...]

    def last_day(self, one: Issued) -> date:
        """Give the last day on which a code works."""
        return last_day(one.expires_at, self.zone)


@dataclass(frozen=True, slots=True)
class Used:
    """An invitation that an account has used up; `closed` once a staff holder answered whether the name is theirs."""

    id: InvitationId
    person: PersonId
    school: SchoolId
    by_the_program: bool
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A used staff invitation whose holder has yet to say «yes, that is me»."""

    invitation: InvitationId
    name: PersonName
    school_name: str


class EntranceKind(StrEnum):
    """What came of a code. WRONG is one answer for wrong, used, expired and revoked alike."""

    ENTERED = "entered"
    TO_CLAIM = "to_claim"
    WAITING = "waiting"
    ALREADY = "already"
    DISOWNED = "disowned"
    WRONG = "wrong"
    SLOW_DOWN = "slow_down"


@dataclass(frozen=True, slots=True)
class Entrance:
    """The outcome of a code or of a claim, with what the person is told of it."""

    kind: EntranceKind
    name: PersonName | None = None
    person_kind: PersonKind | None = None
    children: tuple[PersonName, ...] = ()
    school_name: str = ""
    claim: Claim | None = None
    retry_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A staff entry that waits for the administrator."""

    binding: BindingId
    name: PersonName
    position: str
    roles: tuple[Role, ...]
    since: datetime


@dataclass(frozen=True, slots=True)
class WaitingList:
    """Those who wait, with the zone in which their times are told."""

    zone: ZoneInfo
    entries: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Everybody of a class, or of the staff where `klass_name` is empty.

    `may_issue`: the reader may print codes; `whole_school`: the reader also sees the other classes.
    """

    school: SchoolId
    klass_name: str
    people: tuple[Invitee, ...]
    may_issue: bool
    whole_school: bool


@dataclass(frozen=True, slots=True)
class KlassEntries:
    """How many of a class have entered."""

    klass: KlassId
    name: str
    students: int
    students_entered: int
    guardians: int
    guardians_entered: int


@dataclass(frozen=True, slots=True)
class SchoolKlasses:
    """A school and its classes by name, in order."""

    school: SchoolId
    name: str
    klasses: Mapping[str, KlassId]


@dataclass(frozen=True, slots=True)
class SchoolCard:
    """A school at a glance: its size, who has entered, and what asks for the administrator."""

    school: SchoolId
    name: str
    zone: ZoneInfo
    year_start: date
    year_end: date
    klasses: int
    students: int
    students_entered: int
    guardians: int
    guardians_entered: int
    staff: int
    staff_entered: int
    waiting: int
    dead_letters: int
    dead_updates: int


@dataclass(frozen=True, slots=True)
class OwnKlass:
    """A class teacher's class today: `absent` missed a lesson of the day, `unreached` families get no letters."""

    klass: KlassId
    name: str
    day: date
    absent: tuple[PersonName, ...]
    entries: KlassEntries
    unreached: int


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """One person's way in: the state, and the open accesses that may be cut."""

    standing: Standing
    state: EntryState
    expires_at: datetime | None
    bindings: tuple[Bound, ...]
    zone: ZoneInfo
    position: str = ""
    electronic: bool = True
    may_act: bool = False
    issued_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """The acceptance in force: which version of the text, when, by the clock of which zone."""

    version: int
    given_at: datetime
    zone: tzinfo = UTC
