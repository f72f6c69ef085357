"""The present truth behind letters, read when they are sent (NTF-2): whatever was withdrawn meanwhile is not told."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, exists, func, or_, select

from core.model.absence_note import AbsenceReason, NoteState
from core.model.attendance import Presence
from core.model.homework import HomeworkKind
from core.model.ids import AccountId, BindingId, HomeworkId, LessonId, LetterId, PersonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonKind, PersonName, Sex
from core.storage.queries.journal import CURRENT_ATTENDANCE, CURRENT_MARK
from core.storage.rows import (
    AbsenceNoteRow,
    AttachmentRow,
    AttendanceRow,
    BindingRow,
    EnrolmentRow,
    HomeworkRow,
    KlassRow,
    LessonRow,
    LetterItemRow,
    LetterRow,
    MarkRow,
    PersonRow,
    RemarkRow,
    SubjectRow,
    WorkRow,
)


@dataclass(frozen=True, slots=True)
class Head:
    """Whom a letter is about; `klass` is empty for somebody who is in none."""

    name: PersonName
    sex: Sex
    klass: str


@dataclass(frozen=True, slots=True)
class ToldKey:
    """What was told to whom: the item's kind and subject, to an account, of a student."""

    account: AccountId
    student: PersonId | None
    kind: str
    subject: int


@dataclass(frozen=True, slots=True)
class Told:
    """The value told last, and the message that told it first."""

    value: str
    message_id: int | None


@dataclass(frozen=True, slots=True)
class LessonFact:
    """When a lesson is and what it is about."""

    day: date
    number: int
    subject: str


@dataclass(frozen=True, slots=True)
class MarkFact:
    """A mark as it stands; `value` is None when it was withdrawn."""

    lesson: LessonFact
    value: MarkValue | None
    comment: str
    kind: WorkKind
    weight: int
    title: str


@dataclass(frozen=True, slots=True)
class PresenceFact:
    """A presence as it stands; `minutes` is how late; `announced`: the family said before why the child is missing."""

    presence: Presence
    minutes: int = 0
    announced: bool = False


@dataclass(frozen=True, slots=True)
class HomeworkFact:
    """Homework as it stands."""

    subject: str
    text: str
    due_on: date | None
    kind: HomeworkKind
    personal: bool
    files: int
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class RemarkFact:
    """A teacher's comment as it stands."""

    lesson: LessonFact
    text: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class EntryFact:
    """A binding as it stands, with the person behind it."""

    name: PersonName
    kind: PersonKind
    position: str
    confirmed_at: datetime | None
    ended_at: datetime | None


def heads(db: Connection, students: Collection[PersonId]) -> dict[PersonId, Head]:
    """Give students with their present classes."""
    enrolled = and_(EnrolmentRow.student_id == PersonRow.id, EnrolmentRow.until.is_(None))
    query = (
        select(PersonRow.id, PersonRow.family, PersonRow.given, PersonRow.patronymic, PersonRow.sex, KlassRow.name)
        .outerjoin(EnrolmentRow, enrolled)
        .outerjoin(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .where(PersonRow.id.in_(students))
    )
    return {
        PersonId(key): Head(PersonName(family, given, patronymic), sex, klass or "")
        for key, family, given, patronymic, sex, klass in db.execute(query)
    }


def told(
    db: Connection, letters: Collection[LetterId], accounts: Collection[AccountId], items: Collection[tuple[str, int]]
) -> dict[ToldKey, Told]:
    """Give what other letters than these told the accounts of items (kind, subject) before."""
    kinds, subjects = {kind for kind, _ in items}, {subject for _, subject in items}
    query = (
        select(
            LetterRow.account_id,
            LetterRow.student_id,
            LetterItemRow.kind,
            LetterItemRow.subject_id,
            LetterItemRow.told,
            LetterRow.message_id,
        )
        .join(LetterItemRow, LetterItemRow.letter_id == LetterRow.id)
        .where(LetterItemRow.kind.in_(kinds), LetterItemRow.subject_id.in_(subjects))
        .where(LetterItemRow.told.is_not(None))
        .where(LetterRow.account_id.in_(accounts), LetterRow.id.not_in(letters))
        .order_by(LetterRow.settled_at, LetterRow.id)
    )
    found: dict[ToldKey, Told] = {}
    for account, student, kind, subject, value, message in db.execute(query):
        key = ToldKey(AccountId(account), PersonId(student) if student else None, kind, subject)
        first = found.get(key)
        found[key] = Told(value or "", first.message_id if first and first.message_id else message)
    return found


_LESSON = (LessonRow.day, LessonRow.number, SubjectRow.name)


def marks(db: Connection, roots: Collection[int]) -> dict[int, MarkFact]:
    """Give the marks of these chains, by their roots, as they stand."""
    query = (
        select(
            func.coalesce(MarkRow.root, MarkRow.id),
            MarkRow.value,
            MarkRow.comment,
            WorkRow.kind,
            WorkRow.weight,
            WorkRow.title,
            *_LESSON,
        )
        .join(WorkRow, WorkRow.id == MarkRow.work_id)
        .join(LessonRow, LessonRow.id == MarkRow.lesson_id)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .where(or_(MarkRow.root.in_(roots), MarkRow.id.in_(roots)), CURRENT_MARK)
    )
    return {
        root: MarkFact(LessonFact(*lesson), value, comment, kind, weight, title)
        for root, value, comment, kind, weight, title, *lesson in _rows(db, query)
    }


def _rows(db: Connection, query: Any) -> list[Any]:
    return list(db.execute(query))


def lessons(db: Connection, ids: Collection[int]) -> dict[LessonId, LessonFact]:
    """Give lessons."""
    query = (
        select(LessonRow.id, *_LESSON)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .where(LessonRow.id.in_(ids))
    )
    return {LessonId(key): LessonFact(*lesson) for key, *lesson in _rows(db, query)}


# A family that gave a reason is not alarmed; one that knows none either goes on hearing of it (NTF-10).
_ANNOUNCED = (
    exists()
    .where(
        AbsenceNoteRow.student_id == AttendanceRow.student_id,
        LessonRow.day.between(AbsenceNoteRow.first, AbsenceNoteRow.last),
        AbsenceNoteRow.state.in_([NoteState.WAITING, NoteState.ACCEPTED]),
        func.coalesce(AbsenceNoteRow.found, AbsenceNoteRow.said) != AbsenceReason.UNKNOWN,
    )
    .correlate(AttendanceRow, LessonRow)
)


def presences(
    db: Connection, ids: Collection[int], students: Collection[PersonId]
) -> dict[tuple[int, PersonId], PresenceFact]:
    """Give the presences of students in lessons as they stand; a pair that is missing was never written."""
    query = (
        select(
            AttendanceRow.lesson_id,
            AttendanceRow.student_id,
            AttendanceRow.presence,
            AttendanceRow.minutes,
            _ANNOUNCED.label("announced"),
        )
        .join(LessonRow, LessonRow.id == AttendanceRow.lesson_id)
        .where(AttendanceRow.lesson_id.in_(ids), AttendanceRow.student_id.in_(students), CURRENT_ATTENDANCE)
    )
    return {
        (lesson, PersonId(student)): PresenceFact(presence, minutes, bool(announced) and presence.missed)
        for lesson, student, presence, minutes, announced in db.execute(query)
    }


def homework(db: Connection, ids: Collection[int]) -> dict[HomeworkId, HomeworkFact]:
    """Give homework as it stands, withdrawn or not."""
    files = (
        select(func.count())
        .select_from(AttachmentRow)
        .where(AttachmentRow.homework_id == HomeworkRow.id)
        .correlate(HomeworkRow)
        .scalar_subquery()
    )
    query = (
        select(
            HomeworkRow.id,
            SubjectRow.name,
            HomeworkRow.text,
            HomeworkRow.due_on,
            HomeworkRow.kind,
            HomeworkRow.student_id,
            files,
            HomeworkRow.withdrawn_at,
        )
        .join(LessonRow, LessonRow.id == HomeworkRow.lesson_id)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .where(HomeworkRow.id.in_(ids))
    )
    return {
        HomeworkId(key): HomeworkFact(subject, text, due_on, kind, student is not None, count, withdrawn is not None)
        for key, subject, text, due_on, kind, student, count, withdrawn in db.execute(query)
    }


def remarks(db: Connection, ids: Collection[int]) -> dict[int, RemarkFact]:
    """Give teachers' comments as they stand, withdrawn or not."""
    query = (
        select(RemarkRow.id, RemarkRow.text, RemarkRow.withdrawn_at, *_LESSON)
        .join(LessonRow, LessonRow.id == RemarkRow.lesson_id)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .where(RemarkRow.id.in_(ids))
    )
    return {
        key: RemarkFact(LessonFact(*lesson), text, withdrawn is not None)
        for key, text, withdrawn, *lesson in _rows(db, query)
    }


def entries(db: Connection, bindings: Collection[int]) -> dict[BindingId, EntryFact]:
    """Give bindings as they stand, open or ended."""
    query = (
        select(
            BindingRow.id,
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
            PersonRow.kind,
            PersonRow.position,
            BindingRow.confirmed_at,
            BindingRow.ended_at,
        )
        .join(PersonRow, PersonRow.id == BindingRow.person_id)
        .where(BindingRow.id.in_(bindings))
    )
    return {
        BindingId(key): EntryFact(PersonName(family, given, patronymic), kind, position, confirmed, ended)
        for key, family, given, patronymic, kind, position, confirmed, ended in db.execute(query)
    }
