"""Marks and missed lessons of a child over a reporting period (DIA-4, DIA-7)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, func, or_, select

from core.model.absence_note import AbsenceNote, AbsenceReason, NoteState
from core.model.attendance import Presence
from core.model.calendar import Period, PeriodKind
from core.model.diary import Child, GivenMark, SubjectName
from core.model.ids import (
    AbsenceNoteId,
    AccountId,
    LessonId,
    MarkId,
    PeriodId,
    PersonId,
    SchoolId,
    SubjectId,
)
from core.model.lesson import LessonState
from core.model.mark import MarkValue
from core.model.progress import Missed
from core.model.school import Grades, grades_from_mask
from core.storage.queries.children import (
    FIRST,
    LAST,
    OWN_LESSON,
    STUDENT,
    enrolled_on,
    lesson_ids,
    member_on,
    own_lessons,
)
from core.storage.queries.diary import CURRENT_ATTENDANCE, CURRENT_MARK
from core.storage.queries.journal import CURRENT_FINAL
from core.storage.queries.parts import part, together
from core.storage.rows import (
    AbsenceNoteRow,
    AttendanceRow,
    EnrolmentRow,
    FinalMarkRow,
    GroupRow,
    KeyValueRow,
    LessonRow,
    MarkRow,
    PeriodRow,
    SubjectRow,
    WorkRow,
)


@dataclass(frozen=True, slots=True)
class Visit:
    """The reader's last look at a child's marks: `at`, and the one before it, `since`."""

    at: datetime
    since: datetime


@dataclass(frozen=True, slots=True)
class Frame:
    """What a period's screen stands in: the periods, the subjects taught now, the last visit (None: the first one), and
    the marks of periods by period and subject.
    """

    periods: tuple[Period, ...]
    subjects: tuple[SubjectName, ...]
    visit: Visit | None
    finals: Mapping[tuple[int, int], MarkValue] = field(default_factory=dict)


def visit_key(account: AccountId | None, child: Child) -> str:
    """Give the key under which an account's last look at a child's marks is kept."""
    return f"visit:{account or 0}:{child.id}"


_PERIODS = part(
    "period",
    PeriodRow.__table__,
    key=PeriodRow.id,
    text=PeriodRow.name,
    code=PeriodRow.kind,
    number=PeriodRow.grades,
    day=PeriodRow.starts_on,
    until=PeriodRow.ends_on,
).where(PeriodRow.school_id == bindparam("school"))
_SUBJECTS = part(
    "subject",
    EnrolmentRow.__table__.join(GroupRow.__table__, GroupRow.klass_id == EnrolmentRow.klass_id).join(
        SubjectRow.__table__, SubjectRow.id == GroupRow.subject_id
    ),
    key=SubjectRow.id,
    text=SubjectRow.name,
    note=SubjectRow.short,
).where(
    EnrolmentRow.student_id == STUDENT,
    enrolled_on(LAST),
    member_on(GroupRow.id, LAST),
    SubjectRow.unassessed.is_(False),
)
_VISIT = part("visit", KeyValueRow.__table__, text=KeyValueRow.value).where(KeyValueRow.key == bindparam("visit"))
_WANTED: Any = bindparam("period", type_=PeriodRow.id.type)
# Nobody knows yet which period is shown where none is named: it is one of those that lie around today.
_NEAR = select(PeriodRow.id).where(
    PeriodRow.school_id == bindparam("school"), PeriodRow.starts_on <= LAST, PeriodRow.ends_on >= bindparam("recent")
)
_FINALS = part(
    "final",
    FinalMarkRow.__table__,
    key=FinalMarkRow.subject_id,
    number=FinalMarkRow.period_id,
    code=FinalMarkRow.value,
).where(
    FinalMarkRow.student_id == STUDENT,
    FinalMarkRow.value.is_not(None),
    or_(FinalMarkRow.period_id == _WANTED, and_(_WANTED == 0, FinalMarkRow.period_id.in_(_NEAR))),
    CURRENT_FINAL,
)
_FRAME = together(_PERIODS, _SUBJECTS, _VISIT, _FINALS)
# A summer and a quarter: so far back lies the last period that is shown where none is named.
_RECENT = timedelta(days=180)


def frame(
    db: Connection, child: Child, today: date, account: AccountId | None, wanted: PeriodId | None = None
) -> Frame:
    """Give the periods of the grades the child was in at the time (earlier years too), subjects of today, the visit."""
    values = {
        "school": child.school,
        "student": child.id,
        "last": today,
        "recent": today - _RECENT,
        "period": wanted or 0,
        "visit": visit_key(account, child),
    }
    rows = db.execute(_FRAME, values).all()
    made = (_period(row) for row in rows if row.part == "period")
    subjects = {row.key: SubjectName(SubjectId(row.key), row.text, row.note) for row in rows if row.part == "subject"}
    return Frame(
        periods=tuple(period for period in made if _grades(child, period) & period.grades),
        subjects=tuple(subjects.values()),
        visit=next((visit_of(json.loads(row.text)) for row in rows if row.part == "visit"), None),
        finals={(row.number, row.key): MarkValue(row.code) for row in rows if row.part == "final"},
    )


def visit_of(draft: dict[str, str]) -> Visit:
    """Give the visit that `draft_of` made a draft of."""
    return Visit(at=datetime.fromisoformat(draft["at"]), since=datetime.fromisoformat(draft["since"]))


def draft_of(visit: Visit) -> dict[str, str]:
    """Give the draft that is kept under `visit_key`."""
    return {"at": visit.at.isoformat(), "since": visit.since.isoformat()}


def _period(row: Row[Any]) -> Period:
    kind, grades = PeriodKind(row.code), grades_from_mask(row.number)
    return Period(PeriodId(row.key), row.text, kind, grades, row.day, row.until)


def _grades(child: Child, period: Period) -> Grades:
    return frozenset(
        stay.grade
        for stay in child.enrolments
        if stay.since <= period.ends_on and (stay.until is None or stay.until >= period.starts_on)
    )


_MARKS = (
    select(
        func.coalesce(MarkRow.root, MarkRow.id).label("root"),
        MarkRow.lesson_id,
        MarkRow.value,
        MarkRow.comment,
        MarkRow.recorded_at,
        WorkRow.kind,
        WorkRow.weight,
        WorkRow.title,
        LessonRow.day,
        LessonRow.subject_id,
        SubjectRow.name,
        SubjectRow.short,
    )
    .select_from(MarkRow)
    .join(LessonRow, LessonRow.id == MarkRow.lesson_id)
    .join(WorkRow, WorkRow.id == MarkRow.work_id)
    .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
    .where(
        MarkRow.student_id == STUDENT,
        MarkRow.lesson_id.in_(lesson_ids(FIRST, LAST)),
        MarkRow.value.is_not(None),
        CURRENT_MARK,
    )
)


def marks(
    db: Connection, child: Child, first: date, last: date, since: datetime
) -> tuple[tuple[SubjectName, GivenMark], ...]:
    """Give the child's current marks of lessons from `first` to `last`, the oldest first.

    Marks recorded after `since` are fresh. Withdrawn ones are left out.
    """
    rows = db.execute(_MARKS, {"student": child.id, "first": first, "last": last}).all()
    found = [(SubjectName(SubjectId(row.subject_id), row.name, row.short), _mark(row, since)) for row in rows]
    found.sort(key=lambda pair: (pair[1].day, pair[1].id))
    return tuple(found)


def _mark(row: Any, since: datetime) -> GivenMark:
    return GivenMark(
        id=MarkId(row.root),
        lesson=LessonId(row.lesson_id),
        day=row.day,
        value=row.value,
        kind=row.kind,
        weight=row.weight,
        title=row.title,
        comment=row.comment,
        fresh=row.recorded_at > since,
    )


_MISSED = part(
    "missed",
    AttendanceRow.__table__.join(LessonRow.__table__, LessonRow.id == AttendanceRow.lesson_id).join(
        SubjectRow.__table__, SubjectRow.id == LessonRow.subject_id
    ),
    lesson=LessonRow.id,
    number=LessonRow.number,
    amount=AttendanceRow.minutes,
    code=AttendanceRow.presence,
    text=SubjectRow.name,
    day=LessonRow.day,
).where(
    AttendanceRow.student_id == STUDENT,
    AttendanceRow.lesson_id.in_(lesson_ids(FIRST, LAST)),
    AttendanceRow.presence != Presence.PRESENT,
    CURRENT_ATTENDANCE,
)
_HELD = (
    part("held", own_lessons(), amount=func.count(), day=LessonRow.day)
    .where(OWN_LESSON, LessonRow.day.between(FIRST, LAST), LessonRow.state == LessonState.PLANNED)
    .group_by(LessonRow.day)
)
# Without the words: these are between who wrote them and the class teacher.
_NOTES = part(
    "note",
    AbsenceNoteRow.__table__,
    key=AbsenceNoteRow.id,
    amount=AbsenceNoteRow.school_id,
    number=AbsenceNoteRow.filed_by,
    at=AbsenceNoteRow.filed_at,
    day=AbsenceNoteRow.first,
    until=AbsenceNoteRow.last,
    code=AbsenceNoteRow.state,
    note=AbsenceNoteRow.said,
    more=AbsenceNoteRow.found,
).where(
    AbsenceNoteRow.student_id == STUDENT,
    AbsenceNoteRow.first <= LAST,
    AbsenceNoteRow.last >= FIRST,
    AbsenceNoteRow.state != NoteState.WITHDRAWN,
)
_ABSENCES = together(_MISSED, _HELD, _NOTES)
_Absences = tuple[tuple[Missed, ...], dict[date, int], tuple[AbsenceNote, ...]]


def missed(db: Connection, child: Child, first: date, last: date) -> _Absences:
    """Give what the child missed or came late to from `first` to `last`, the latest day first.

    And how many lessons of the child took place on each day of the span, and what the family said of its days.
    """
    rows = db.execute(_ABSENCES, {"student": child.id, "first": first, "last": last}).all()
    records = [
        Missed(LessonId(row.lesson), row.day, row.number, row.text, Presence(row.code), row.amount)
        for row in rows
        if row.part == "missed"
    ]
    records.sort(key=lambda record: (-record.day.toordinal(), record.number))
    notes = sorted((_note(row, child.id) for row in rows if row.part == "note"), key=lambda note: (note.first, note.id))
    return tuple(records), {row.day: row.amount for row in rows if row.part == "held"}, tuple(reversed(notes))


def _note(row: Any, student: PersonId) -> AbsenceNote:
    return AbsenceNote(
        id=AbsenceNoteId(row.key),
        school=SchoolId(row.amount),
        student=student,
        filed_by=PersonId(row.number),
        filed_at=row.at,
        first=row.day,
        last=row.until,
        said=AbsenceReason(row.note),
        words="",
        state=NoteState(row.code),
        found=AbsenceReason(row.more) if row.more else None,
    )
