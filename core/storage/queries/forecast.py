"""What forecasts and the radar are reckoned from: marks in piles, lessons left, final marks (DIA-6, BEY-2)."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Date,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    or_,
    select,
)

from core.model.access import Subject
from core.model.calendar import Period
from core.model.diary import SubjectName
from core.model.final_mark import FinalKind
from core.model.ids import GroupId, KlassId, PeriodId, PersonId, SchoolId, SubjectId
from core.model.lesson import LessonState, WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonName
from core.model.radar import Least, TaughtGroup
from core.rules.evidence import Pile
from core.storage.queries.children import enrolled_on
from core.storage.queries.diary import CURRENT_MARK
from core.storage.queries.parts import part, together
from core.storage.rows import (
    EnrolmentRow,
    FinalMarkRow,
    GroupMemberRow,
    GroupRow,
    KeyValueRow,
    KlassRow,
    LessonRow,
    MarkRow,
    PeriodRow,
    PersonRow,
    SchoolRow,
    SubjectRow,
    WorkRow,
)
from core.storage.types import Instant

_FIRST, _LAST, _TODAY = (bindparam(name, type_=Date()) for name in ("first", "last", "today"))
_NOW = bindparam("now", type_=Instant())
_SCHOOL = bindparam("school", type_=SchoolRow.id.type)
_NUMBERS = [value for value in MarkValue if value.points is not None]
_OTHERS = (MarkValue.PASSED, MarkValue.FAILED)
# Marks are kept by their codes: those of numbers are the numbers.
_POINTS = cast(cast(MarkRow.value, MarkRow.comment.type), Integer)
_NUMBERED, _OTHER = MarkRow.value.in_(_NUMBERS), MarkRow.value.in_(_OTHERS)

Place = tuple[PersonId, SubjectId]
Goals = Mapping[SubjectId, MarkValue]
"""The marks that a reader watches for, by subject."""


@dataclass(slots=True)
class Standings:
    """What stands of students by (student, subject); `finals` by period, None the year's own mark."""

    round_up_from: Decimal = Decimal("0.5")
    year_start: date = date.min
    least: dict[SubjectId, Least] = field(default_factory=dict)
    subjects: dict[SubjectId, SubjectName] = field(default_factory=dict)
    piles: dict[Place, list[Pile]] = field(default_factory=lambda: defaultdict(list))
    lessons_left: dict[Place, int] = field(default_factory=dict)
    finals: dict[Place, dict[PeriodId | None, MarkValue]] = field(default_factory=lambda: defaultdict(dict))
    pupils: dict[PersonId, PersonName] = field(default_factory=dict)
    goals: Goals = field(default_factory=dict)

    def marked(self, student: PersonId) -> Iterable[SubjectName]:
        """Give the subjects in which a student has marks of the period."""
        of_student = (subject for (each, subject), piles in self.piles.items() if each == student and piles)
        return (self.subjects[subject] for subject in of_student if subject in self.subjects)


def goals_of(draft: dict[str, Any]) -> Goals:
    """Give the goals that were kept as a draft."""
    return {SubjectId(int(subject)): MarkValue(mark) for subject, mark in draft.items()}


def _piles(students: Any) -> Select[Any]:
    lessons = EnrolmentRow.__table__.join(
        LessonRow.__table__, and_(LessonRow.klass_id == EnrolmentRow.klass_id, enrolled_on(LessonRow.day))
    )
    marks = and_(MarkRow.student_id == EnrolmentRow.student_id, MarkRow.lesson_id == LessonRow.id)
    return (
        part(
            "pile",
            lessons.join(MarkRow.__table__, marks).join(WorkRow.__table__, WorkRow.id == MarkRow.work_id),
            key=EnrolmentRow.student_id,
            lesson=LessonRow.subject_id,
            code=WorkRow.kind,
            number=WorkRow.weight,
            total=func.sum(case((_NUMBERED, 1), else_=0)),
            amount=func.sum(case((_NUMBERED, _POINTS), else_=0)),
            flag=func.sum(case((_OTHER, 1), else_=0)),
            done=func.count(WorkRow.id.distinct()),
            day=func.max(LessonRow.day),
        )
        .where(
            EnrolmentRow.student_id.in_(students),
            LessonRow.day.between(_FIRST, _LAST),
            MarkRow.value.in_([*_NUMBERS, *_OTHERS]),
            CURRENT_MARK,
        )
        .group_by(EnrolmentRow.student_id, LessonRow.subject_id, WorkRow.kind, WorkRow.weight)
    )


_MEMBER = exists().where(
    GroupMemberRow.group_id == LessonRow.group_id,
    GroupMemberRow.student_id == EnrolmentRow.student_id,
    GroupMemberRow.since <= LessonRow.day,
    or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= LessonRow.day),
)


def _ahead(students: Any) -> Select[Any]:
    lessons = EnrolmentRow.__table__.join(
        LessonRow.__table__, and_(LessonRow.klass_id == EnrolmentRow.klass_id, enrolled_on(LessonRow.day))
    ).join(GroupRow.__table__, GroupRow.id == LessonRow.group_id)
    return (
        part("ahead", lessons, key=EnrolmentRow.student_id, lesson=LessonRow.subject_id, total=func.count(LessonRow.id))
        .where(
            EnrolmentRow.student_id.in_(students),
            LessonRow.day.between(_TODAY, _LAST),
            LessonRow.starts_at > _NOW,
            LessonRow.state == LessonState.PLANNED,
            or_(GroupRow.name == "", _MEMBER),
        )
        .group_by(EnrolmentRow.student_id, LessonRow.subject_id)
    )


_NEWER_FINAL = FinalMarkRow.__table__.alias("newer_final")


def _finals(students: Any) -> Select[Any]:
    return part(
        "final",
        FinalMarkRow.__table__,
        key=FinalMarkRow.student_id,
        lesson=FinalMarkRow.subject_id,
        number=FinalMarkRow.period_id,
        note=FinalMarkRow.value,
    ).where(
        FinalMarkRow.student_id.in_(students),
        FinalMarkRow.kind.in_([FinalKind.PERIOD, FinalKind.YEAR]),
        FinalMarkRow.year == bindparam("year", type_=Integer()),
        FinalMarkRow.value.is_not(None),
        ~exists().where(_NEWER_FINAL.c.replaces == FinalMarkRow.id),
    )


_LEAST = part(
    "least",
    SubjectRow.__table__,
    key=SubjectRow.id,
    text=SubjectRow.name,
    note=SubjectRow.short,
    number=SubjectRow.marks_least,
    amount=SubjectRow.written_least,
    total=SubjectRow.labs_least,
    flag=SubjectRow.practicals_least,
).where(SubjectRow.school_id == _SCHOOL, SubjectRow.unassessed.is_(False))
_RULE = part("rule", SchoolRow.__table__, number=SchoolRow.round_up_from, day=SchoolRow.year_start).where(
    SchoolRow.id == _SCHOOL
)


_GOALS = part("goals", KeyValueRow.__table__, text=KeyValueRow.value).where(KeyValueRow.key == bindparam("goals"))


def _standings_of(students: Any) -> CompoundSelect[Any]:
    return together(_piles(students), _ahead(students), _finals(students), _LEAST, _RULE, _GOALS)


_OF_STUDENTS = _standings_of(bindparam("students", expanding=True))
# Those who are taught in a group today.
_TAUGHT = (
    select(EnrolmentRow.student_id)
    .join(GroupRow, GroupRow.klass_id == EnrolmentRow.klass_id)
    .where(
        GroupRow.id == bindparam("group", type_=GroupRow.id.type),
        enrolled_on(_TODAY),
        or_(
            GroupRow.name == "",
            exists().where(
                GroupMemberRow.group_id == GroupRow.id,
                GroupMemberRow.student_id == EnrolmentRow.student_id,
                GroupMemberRow.since <= _TODAY,
                or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= _TODAY),
            ),
        ),
    )
)
_PUPILS = part(
    "pupil",
    PersonRow.__table__,
    key=PersonRow.id,
    text=PersonRow.family,
    note=PersonRow.given,
    more=PersonRow.patronymic,
).where(PersonRow.id.in_(_TAUGHT))
_SUBJECT = bindparam("subject", type_=LessonRow.subject_id.type)
_OF_THE_SUBJECT = LessonRow.subject_id == _SUBJECT
_OF_GROUP = together(
    _piles(_TAUGHT).where(_OF_THE_SUBJECT),
    _ahead(_TAUGHT).where(_OF_THE_SUBJECT),
    _finals(_TAUGHT).where(FinalMarkRow.subject_id == _SUBJECT),
    _PUPILS,
)


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A group with what its radar asks for: who may see it, by which rules, in which periods of its grade."""

    scope: Subject
    taught: TaughtGroup
    subject: SubjectId
    grade: int
    assessed: bool
    least: Least
    round_up_from: Decimal
    zone: ZoneInfo
    periods: tuple[Period, ...]


_GROUP = (
    select(
        GroupRow.id,
        GroupRow.school_id,
        GroupRow.klass_id,
        GroupRow.subject_id,
        GroupRow.name.label("subgroup"),
        KlassRow.name.label("klass"),
        KlassRow.grade,
        SubjectRow.name.label("subject"),
        SubjectRow.unassessed,
        SubjectRow.marks_least,
        SubjectRow.written_least,
        SubjectRow.labs_least,
        SubjectRow.practicals_least,
        SchoolRow.round_up_from,
        SchoolRow.zone,
        PeriodRow.id.label("period"),
        PeriodRow.name.label("period_name"),
        PeriodRow.kind,
        PeriodRow.grades,
        PeriodRow.starts_on,
        PeriodRow.ends_on,
    )
    .join(KlassRow, KlassRow.id == GroupRow.klass_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .join(SchoolRow, SchoolRow.id == GroupRow.school_id)
    .outerjoin(PeriodRow, PeriodRow.school_id == GroupRow.school_id)
    .where(GroupRow.id == bindparam("group", type_=GroupRow.id.type))
)


def group(db: Connection, wanted: GroupId) -> GroupFacts | None:
    """Give a group with its subject, rules and periods, None where there is none; one statement."""
    rows = db.execute(_GROUP, {"group": wanted}).all()
    if not rows:
        return None
    row: Any = rows[0]
    school, klass = SchoolId(row.school_id), KlassId(row.klass_id)
    return GroupFacts(
        scope=Subject(school, klass=klass, grade=row.grade, group=GroupId(row.id)),
        taught=TaughtGroup(GroupId(row.id), row.klass, row.subject, row.subgroup),
        subject=SubjectId(row.subject_id),
        grade=row.grade,
        assessed=not row.unassessed,
        least=Least(row.marks_least, row.written_least, row.labs_least, row.practicals_least),
        round_up_from=Decimal(row.round_up_from) / 1000,
        zone=ZoneInfo(row.zone),
        periods=tuple(_period(each) for each in rows if each.period is not None and row.grade in each.grades),
    )


def _period(row: Any) -> Period:
    return Period(PeriodId(row.period), row.period_name, row.kind, row.grades, row.starts_on, row.ends_on)


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a period, today, and the instant after which lessons are still to come."""

    school: SchoolId
    period: Period
    today: date
    now: datetime

    def values(self, year: int) -> dict[str, Any]:
        """Give what statements are bound to; `year` is the one in which the school year began."""
        period = self.period
        return {
            "school": self.school,
            "first": period.starts_on,
            "last": period.ends_on,
            "today": self.today,
            "now": self.now,
            "year": year,
        }


def school_year_of(period: Period) -> int:
    """Give the calendar year in which the school year of a period began: none begins before August."""
    return period.starts_on.year if period.starts_on.month >= _AUGUST else period.starts_on.year - 1


_AUGUST = 8


def of_students(db: Connection, students: Collection[PersonId], span: Span, goals: str = "") -> Standings:
    """Give what stands of students in all subjects, and the goals kept under a key; one statement."""
    values = span.values(school_year_of(span.period)) | {"students": sorted(students), "goals": goals}
    return _gathered(db.execute(_OF_STUDENTS, values))


def of_group(db: Connection, known: GroupFacts, span: Span) -> Standings:
    """Give what stands of a group's students in its subject, with their names; one statement."""
    values = span.values(school_year_of(span.period)) | {"group": known.taught.id, "subject": known.subject}
    found = _gathered(db.execute(_OF_GROUP, values))
    found.round_up_from, found.least = known.round_up_from, {known.subject: known.least}
    return found


def _gathered(rows: Iterable[Row[Any]]) -> Standings:
    found = Standings()
    for row in rows:
        place = (PersonId(row.key), SubjectId(row.lesson or 0))
        match row.part:
            case "pile":
                pile = Pile(WorkKind(row.code), row.number, row.total, row.amount, row.flag, row.done, row.day)
                found.piles[place].append(pile)
            case "ahead":
                found.lessons_left[place] = row.total
            case "final":
                found.finals[place][PeriodId(row.number) if row.number else None] = MarkValue(row.note)
            case "pupil":
                found.pupils[PersonId(row.key)] = PersonName(row.text, row.note, row.more)
            case "least":
                key = SubjectId(row.key)
                found.subjects[key] = SubjectName(key, row.text, row.note)
                found.least[key] = Least(row.number, row.amount, row.total, row.flag)
            case "goals":
                found.goals = goals_of(json.loads(row.text))
            case "rule":
                found.round_up_from, found.year_start = Decimal(row.number) / 1000, row.day
    return found
