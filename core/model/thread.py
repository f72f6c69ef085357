"""Threads between a family and somebody of the staff: who writes to whom, what was said, complaints (DIA-12)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.diary import Child
from core.model.homework import SentFile
from core.model.ids import ComplaintId, GroupId, KlassId, MessageId, PersonId, SchoolId, ThreadId
from core.model.people import PersonName, Role, Sex

MESSAGE_LIMIT = 1500
"""Characters of one message; in UTF-16 units it always fits into a letter with its first lines."""
FILE_BYTES = 20 * 1024 * 1024
COMPLAINT_LIMIT = 300


class ThreadSide(StrEnum):
    """Who looks at a thread."""

    FAMILY = "family"
    STAFF = "staff"


class ComplaintReason(StrEnum):
    """What a complaint is about, for those who would rather not type."""

    RUDE = "rude"
    PRESSURE = "pressure"
    MONEY = "money"
    UNANSWERED = "unanswered"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody of the staff whom a family may write to now, by what they are to the child.

    `groups` are those of the child's that they teach, `subjects` what they teach there. `entered`: they have come in.
    """

    person: PersonId
    name: PersonName
    role: Role
    groups: tuple[GroupId, ...] = ()
    subjects: tuple[str, ...] = ()
    entered: bool = True


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of a child's family; `relation` is empty for the student, who is `own`.

    `present`: they may still read of the child.
    """

    person: PersonId
    name: PersonName
    sex: Sex
    relation: str = ""
    own: bool = False
    entered: bool = True
    present: bool = True


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread as it is kept; each side has read up to a message."""

    id: ThreadId
    school: SchoolId
    student: PersonId
    family: PersonId
    staff: PersonId
    role: Role
    family_read: int = 0
    staff_read: int = 0
    muted: bool = False
    ended: bool = False

    def person(self, side: ThreadSide) -> PersonId:
        """Give who writes on a side."""
        return self.family if side is ThreadSide.FAMILY else self.staff

    def read_by(self, side: ThreadSide) -> int:
        """Give the last message that a side has read, 0 for none."""
        return self.family_read if side is ThreadSide.FAMILY else self.staff_read


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a thread: words, a file, or both."""

    id: MessageId
    thread: ThreadId
    author: PersonId
    at: datetime
    text: str
    file: SentFile | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """A thread with what people know its sides by; `contact` is None once the staff's side is not to do with the child.

    `klass` is the child's present one.
    """

    thread: Thread
    student: PersonName
    klass: str
    relative: Relative
    staff: PersonName
    contact: Contact | None

    @property
    def closed(self) -> bool:
        """Tell whether one side has nothing to do with the child any more (ACC-7)."""
        return self.contact is None or not self.relative.present

    @property
    def role(self) -> Role:
        """Give what the staff's side is to the child now, or was when the thread began."""
        return self.contact.role if self.contact else self.thread.role


@dataclass(frozen=True, slots=True)
class TalkLine:
    """A thread in a list: its newest message, and how many the reader has not read."""

    talk: Talk
    newest: Message
    unread: int


@dataclass(frozen=True, slots=True)
class FamilyTalks:
    """A child's threads as one reader has them, unread ones first."""

    child: Child
    today: date
    lines: tuple[TalkLine, ...]


@dataclass(frozen=True, slots=True)
class StaffTalks:
    """Threads of somebody of the staff, unread ones first; `complaints` open ones that they may decide, None: none of
    their business.
    """

    school: SchoolId
    zone: ZoneInfo
    today: date
    lines: tuple[TalkLine, ...]
    complaints: int | None = None


@dataclass(frozen=True, slots=True)
class Directory:
    """Whom a family may write to."""

    child: Child
    today: date
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class FamilyOf:
    """Whom of a child's family somebody of the staff may write to."""

    child: Child
    today: date
    relatives: tuple[Relative, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who would read a first message about a child, of the staff or of the family; `thread` is there already."""

    child: Child
    today: date
    contact: Contact | None
    relative: Relative | None
    thread: ThreadId | None


@dataclass(frozen=True, slots=True)
class PupilList:
    """The students of a class whom somebody may write about."""

    school: SchoolId
    klass: KlassId
    name: str
    pupils: tuple[tuple[PersonId, PersonName], ...]


@dataclass(frozen=True, slots=True)
class KlassChoice:
    """The classes of a school whose families somebody may write to, in order."""

    school: SchoolId
    klasses: tuple[tuple[KlassId, str], ...]


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint of a thread, open until it is decided."""

    id: ComplaintId
    school: SchoolId
    thread: ThreadId
    filed_by: PersonId
    filed_at: datetime
    reason: ComplaintReason
    words: str = ""
    decision: str = ""
    decided_at: datetime | None = None
    decided_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class TalkPage:
    """A part of a thread as one side sees it, the newest message last.

    `earlier`: older messages exist, to be asked for before the first one here; `later`: newer ones exist.
    `answer_at`: out of working hours, when an answer may be expected. `others` are whom to write to instead.
    """

    talk: Talk
    child: Child
    side: ThreadSide
    today: date
    messages: tuple[Message, ...]
    earlier: bool = False
    later: bool = False
    answer_at: datetime | None = None
    complaint: Complaint | None = None
    others: tuple[Contact, ...] = ()
    may_mute: bool = False

    @property
    def open(self) -> bool:
        """Tell whether this side may write."""
        return not (self.talk.closed or (self.talk.thread.ended and self.side is ThreadSide.FAMILY))


@dataclass(frozen=True, slots=True)
class ComplaintCase:
    """A complaint with the thread it is of."""

    complaint: Complaint
    talk: Talk
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class ComplaintPage:
    """What a complaint opens to the school: a part of the thread, the newest message last; none once it is decided."""

    case: ComplaintCase
    today: date
    messages: tuple[Message, ...]
    earlier: bool = False
    later: bool = False


@dataclass(frozen=True, slots=True)
class ComplaintList:
    """Complaints that somebody may decide, those that wait first."""

    school: SchoolId
    today: date
    cases: tuple[ComplaintCase, ...]
