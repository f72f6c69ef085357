"""Notices of the class teacher and of the school: to whom, what, how far they have come (CLS-3) [003 Г-2]."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.attendance import Presence
from core.model.homework import SentFile
from core.model.ids import GroupId, KlassId, NoticeId, PersonId, SchoolId
from core.model.mark import MarkValue
from core.model.people import PersonName, Role

NOTICE_LIMIT = 3000
"""UTF-16 units of a text: with its first lines it fits into one message."""
WEEK_LIMIT = 800
"""The same of the words that go above a child's week."""
WORD_LIMIT = 300
"""Characters of a word about one child."""
FILES_LIMIT = 10


class NoticeAim(StrEnum):
    """Whose families it is for; `STAFF`: for the staff."""

    KLASS = "klass"
    GROUP = "group"
    FAMILIES = "families"
    SCHOOL = "school"
    GRADES = "grades"
    KLASSES = "klasses"
    STAFF = "staff"


OF_SCHOOL = (NoticeAim.SCHOOL, NoticeAim.GRADES, NoticeAim.KLASSES, NoticeAim.STAFF)
"""What the school's office aims at; the others are a class teacher's."""


class NoticeReaders(StrEnum):
    """Who of the families reads it."""

    GUARDIANS = "guardians"
    STUDENTS = "students"
    BOTH = "both"


class NoticeKind(StrEnum):
    """A text and files as they were sent, or a week filled in per child."""

    PLAIN = "plain"
    WEEK = "week"


class NoticeState(StrEnum):
    """How far it has come. Stopped: what had not left by then never does."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENT = "sent"
    STOPPED = "stopped"
    RECALLED = "recalled"
    CANCELLED = "cancelled"


TOLD = (NoticeState.SENT, NoticeState.STOPPED)
"""States in which whoever got a notice may read it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice as it is kept. `numbers` are the chosen students, grades or classes, as `aim` says."""

    id: NoticeId
    school: SchoolId
    author: PersonId
    role: Role
    klass: KlassId | None
    aim: NoticeAim
    readers: NoticeReaders
    kind: NoticeKind
    state: NoticeState
    text: str
    created_at: datetime
    group: GroupId | None = None
    week: date | None = None
    urgent: bool = False
    send_at: datetime | None = None
    sent_at: datetime | None = None
    edited_at: datetime | None = None
    ended_at: datetime | None = None
    reminded_at: datetime | None = None
    files: tuple[SentFile, ...] = ()
    numbers: frozenset[int] = frozenset()

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to send yet."""
        return self.kind is NoticeKind.PLAIN and not self.text and not self.files

    @property
    def open(self) -> bool:
        """Tell whether it may still be composed."""
        return self.state in (NoticeState.DRAFT, NoticeState.SCHEDULED)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many a notice would go to: households (or staff), chats, and households without any."""

    households: int = 0
    chats: int = 0
    unreached: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Chats that a notice goes to: in all, delivered, waiting for their hour, and those where it failed or ended."""

    chats: int = 0
    delivered: int = 0
    later: int = 0
    lost: int = 0

    @property
    def under_way(self) -> int:
        """Give how many are still to leave now."""
        return self.chats - self.delivered - self.later - self.lost


@dataclass(frozen=True, slots=True)
class Household:
    """A family, or one of the staff: by whose name it is known, who has read, whether a chat exists."""

    name: PersonName
    read_at: datetime | None
    reached: bool
    klass: str = ""


@dataclass(frozen=True, slots=True)
class WeekMark:
    """A mark of a child's week."""

    subject: str
    value: MarkValue


@dataclass(frozen=True, slots=True)
class WeekMissed:
    """Lessons of a child's week missed or begun late."""

    day: date
    presence: Presence
    number: int


@dataclass(frozen=True, slots=True)
class ChildWeek:
    """What a week brought to one child, and the class teacher's word about it."""

    marks: tuple[WeekMark, ...] = ()
    missed: tuple[WeekMissed, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    word: str = ""
    unmarked: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to say."""
        return not (self.marks or self.missed or self.remarks or self.word)

    def said(self, word: str) -> "ChildWeek":
        """Give the same week with the class teacher's word."""
        return replace(self, word=word)


@dataclass(frozen=True, slots=True)
class Author:
    """Who speaks in a notice, and as what."""

    name: PersonName
    role: Role


@dataclass(frozen=True, slots=True)
class Target:
    """Something that may be chosen: a student, a class, a grade, a group."""

    number: int
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class NoticeSheet:
    """A notice with all that its screens show. `klass` is the class's name, or the school's.

    `child` is the one whose view is previewed, `place` its number among `children`.
    """

    notice: Notice
    author: Author
    zone: ZoneInfo
    today: date
    klass: str
    group: str
    reach: Reach
    child: PersonName | None = None
    child_id: PersonId | None = None
    child_klass: str = ""
    place: int = 0
    children: int = 0
    week: ChildWeek | None = None
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeResult:
    """What became of a notice that was sent. `leaving`: its letters are still to be written."""

    notice: Notice
    author: Author
    zone: ZoneInfo
    today: date
    klass: str
    group: str
    progress: Progress
    households: tuple[Household, ...]
    leaving: bool = False
    recalls: int = 0
    may_remind: bool = False
    targets: tuple[Target, ...] = ()

    def unread(self) -> tuple[Household, ...]:
        """Give who has a chat and has not read."""
        return tuple(each for each in self.households if each.reached and each.read_at is None)

    def unreached(self) -> tuple[Household, ...]:
        """Give who has no chat at all."""
        return tuple(each for each in self.households if not each.reached and each.read_at is None)


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice in a list."""

    notice: Notice
    read: int
    households: int


@dataclass(frozen=True, slots=True)
class NoticeList:
    """Notices of a class, or of the school where `klass` is None; the newest first."""

    school: SchoolId
    klass: KlassId | None
    name: str
    zone: ZoneInfo
    today: date
    lines: tuple[NoticeLine, ...]
    page: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class ReceivedNotice:
    """A notice as one reader has it; `child` None for the staff. `read_at`: when the household said so."""

    notice: Notice
    author: Author
    zone: ZoneInfo
    today: date
    student: PersonId | None
    child: PersonName | None
    klass: str
    week: ChildWeek | None = None
    read_at: datetime | None = None
