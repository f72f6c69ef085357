"""Homework and what is attached to it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.ids import AttachmentId, HomeworkId, LessonId, PersonId

HOMEWORK_TEXT_LIMIT = 1000


class HomeworkKind(StrEnum):
    """How it is to be done (JRN-6) [000 §10]."""

    UNSPECIFIED = "unspecified"
    WRITTEN = "written"
    ORAL = "oral"
    PRACTICAL = "practical"
    READING = "reading"
    CREATIVE = "creative"


class FileKind(StrEnum):
    """What Telegram calls a file; it is only relayed by its file_id, never opened."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it came with a message: kind, Telegram's id, name."""

    kind: FileKind
    file_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with homework."""

    id: AttachmentId
    kind: FileKind
    file_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Homework:
    """Homework given in a lesson for a day; for one student where `student` is set; `minutes` as the teacher says."""

    id: HomeworkId
    lesson: LessonId
    due_on: date | None
    kind: HomeworkKind
    text: str
    student: PersonId | None
    set_at: datetime
    attachments: tuple[Attachment, ...] = ()
    minutes: int | None = None
