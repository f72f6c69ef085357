"""What a family says of an absence, before it or after it, and what became of it (DIA-10, BEY-6)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.access import Subject
from core.model.attendance import Presence
from core.model.diary import Child
from core.model.homework import FileKind
from core.model.ids import AbsenceNoteId, PersonId, SchoolId
from core.model.people import PersonName

WORDS_LIMIT = 300
FILES_LIMIT = 5


class AbsenceReason(StrEnum):
    """Why somebody is not there; UNKNOWN: the family doesn't know either."""

    ILL = "ill"
    DOCTOR = "doctor"
    FAMILY = "family"
    UNKNOWN = "unknown"

    @property
    def presence(self) -> Presence:
        """Give what stands in the journal for it: «б», «у» or «н»."""
        if self is AbsenceReason.ILL:
            return Presence.ILL
        return Presence.ABSENT if self is AbsenceReason.UNKNOWN else Presence.EXCUSED


class NoteState(StrEnum):
    """Where a note stands; JOINED: answered together with another one for the same days."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"

    @property
    def stands(self) -> bool:
        """Tell whether what was said holds: lessons ahead are prefilled by it, and nobody is alarmed."""
        return self in (NoteState.WAITING, NoteState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A document of a note: a photo or a file that Telegram keeps."""

    id: int
    kind: FileKind
    file_id: str


@dataclass(frozen=True, slots=True)
class AbsenceNote:
    """A note about whole days, `first` to `last`. `said` is the family's reason, `found` the class teacher's where it
    differs; `filed_by` the class teacher where nobody of the family wrote.
    """

    id: AbsenceNoteId
    school: SchoolId
    student: PersonId
    filed_by: PersonId
    filed_at: datetime
    first: date
    last: date
    said: AbsenceReason
    words: str
    state: NoteState
    found: AbsenceReason | None = None
    answer: str = ""
    ended_at: datetime | None = None
    ended_by: PersonId | None = None

    @property
    def reason(self) -> AbsenceReason:
        """Give the reason that counts."""
        return self.found or self.said

    @property
    def urgent(self) -> bool:
        """Tell whether nobody knows where the child is (BEY-6)."""
        return self.state is NoteState.WAITING and self.reason is AbsenceReason.UNKNOWN

    def covers(self, day: date) -> bool:
        """Tell whether a day is one of its days."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class NoteCase:
    """A note with the child, who wrote it, its documents, and what others of the family said of the same days."""

    note: AbsenceNote
    child: Child
    author: PersonName
    files: tuple[NoteFile, ...] = ()
    others: tuple["NoteCase", ...] = ()

    @property
    def klass(self) -> str:
        """Give the name of the class of the note's first day."""
        return self.child.klass_name(self.note.first)

    @property
    def subject(self) -> Subject:
        """Give what the access matrix asks for: the class of the note's days, whoever the child belongs to by now."""
        return self.child.subject(self.note.last)


@dataclass(frozen=True, slots=True)
class Announced:
    """What the family said of a lesson's day; `accepted`: the class teacher agreed."""

    reason: AbsenceReason
    accepted: bool

    @property
    def presence(self) -> Presence:
        """Give what the attendance screen proposes: a child of whom nobody knows is looked for, not written down."""
        return Presence.PRESENT if self.reason is AbsenceReason.UNKNOWN else self.reason.presence


@dataclass(frozen=True, slots=True)
class NoteForm:
    """What a note is written from: the child, the school's day and the next one with lessons, the days to choose from.

    `proposed` is the day that comes first: today while lessons are ahead.
    """

    child: Child
    today: date
    following: date
    proposed: date
    earliest: date
    latest: date


class NoteSide(StrEnum):
    """Who looks at a note: who wrote it, somebody else of the family, the class teacher, others of the school."""

    AUTHOR = "author"
    FAMILY = "family"
    CLASS_TEACHER = "class_teacher"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note as one side sees it on a school's day."""

    case: NoteCase
    side: NoteSide
    today: date


@dataclass(frozen=True, slots=True)
class Accepted:
    """An accepted note, and how many lessons got its reason; `closed` lie in a closed period and stay as they are."""

    case: NoteCase
    lessons: int
    closed: int = 0


@dataclass(frozen=True, slots=True)
class MissingChild:
    """A student of a class who is missing: since which day no reason is known, and whether the family was asked today.

    `since` is None where every missed lesson has its reason.
    """

    child: Child
    today: date
    since: date | None
    asked: bool
    notes: tuple[NoteCase, ...] = ()
