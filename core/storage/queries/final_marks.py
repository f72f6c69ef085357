"""Read models of final marks: a group's sheet, the marks behind it, how far groups are (JRN-11)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, or_, select

from core.model.calendar import Period
from core.model.diary import GivenMark, SubjectName
from core.model.final_mark import FinalKind, FinalMark, TermKey
from core.model.final_sheet import FinalFacts, FinalRules, FinalTerm
from core.model.ids import (
    FinalMarkId,
    GroupId,
    KlassId,
    LessonId,
    MarkId,
    PeriodId,
    PersonId,
    SchoolId,
    SubjectId,
    WorkId,
)
from core.model.mark import MarkValue
from core.model.people import PersonName
from core.model.radar import Least
from core.regulation.overlay import read_deviations
from core.rules.final_marks import Given
from core.rules.final_windows import marked_periods
from core.storage.queries.journal import CURRENT_FINAL, CURRENT_MARK, alphabetical
from core.storage.rows import (
    EnrolmentRow,
    FinalMarkRow,
    GroupMemberRow,
    GroupRow,
    KlassRow,
    LessonRow,
    MarkRow,
    PeriodRow,
    PersonRow,
    SchoolEventRow,
    SchoolRow,
    SubjectRow,
    WorkRow,
)

_DAY = bindparam("day", type_=EnrolmentRow.since.type)


def enrolled(day: Any) -> ColumnElement[bool]:
    """Give the condition that an enrolment is one of a group's students on a day."""
    listed = exists().where(
        GroupMemberRow.group_id == GroupRow.id,
        GroupMemberRow.student_id == EnrolmentRow.student_id,
        GroupMemberRow.since <= day,
        or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= day),
    )
    return and_(
        EnrolmentRow.klass_id == GroupRow.klass_id,
        EnrolmentRow.since <= day,
        or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= day),
        or_(GroupRow.name == "", listed),
    )


_RULES = (
    SchoolRow.zone,
    SchoolRow.preset,
    SchoolRow.edit_window,
    SchoolRow.year_start,
    SchoolRow.year_end,
    SchoolRow.launched_on,
    SchoolRow.round_up_from,
    SchoolRow.grace_minutes,
    SchoolRow.deviations,
    PeriodRow.id.label("period"),
    PeriodRow.name.label("period_name"),
    PeriodRow.kind,
    PeriodRow.grades,
    PeriodRow.starts_on,
    PeriodRow.ends_on,
)
_OF_YEAR = and_(
    PeriodRow.school_id == SchoolRow.id, PeriodRow.ends_on.between(SchoolRow.year_start, SchoolRow.year_end)
)
_SCHOOL = (
    select(*_RULES, SchoolRow.short_name.label("school_name"))
    .select_from(SchoolRow)
    .outerjoin(PeriodRow, _OF_YEAR)
    .where(SchoolRow.id == bindparam("school"))
)
_FACTS = (
    select(
        GroupRow.id,
        GroupRow.school_id,
        GroupRow.name.label("subgroup"),
        KlassRow.id.label("klass"),
        KlassRow.grade,
        KlassRow.name.label("klass_name"),
        SubjectRow.id.label("subject"),
        SubjectRow.name.label("subject_name"),
        SubjectRow.short,
        SubjectRow.unassessed,
        SubjectRow.marks_least,
        SubjectRow.written_least,
        SubjectRow.labs_least,
        SubjectRow.practicals_least,
        *_RULES,
    )
    .select_from(GroupRow)
    .join(KlassRow, KlassRow.id == GroupRow.klass_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .join(SchoolRow, SchoolRow.id == GroupRow.school_id)
    .outerjoin(PeriodRow, _OF_YEAR)
    .where(GroupRow.id == bindparam("group"))
)


def facts(db: Connection, group: GroupId) -> FinalFacts | None:
    """Give a group with its school's rules and terms, None where there is no such group; one statement."""
    rows = db.execute(_FACTS, {"group": group}).all()
    if not rows:
        return None
    row, rules = rows[0], _rules(rows[0])
    return FinalFacts(
        school=SchoolId(row.school_id),
        group=GroupId(row.id),
        klass=KlassId(row.klass),
        grade=row.grade,
        klass_name=row.klass_name,
        subgroup=row.subgroup,
        subject=SubjectName(SubjectId(row.subject), row.subject_name, row.short),
        least=Least(row.marks_least, row.written_least, row.labs_least, row.practicals_least),
        rules=rules,
        unassessed=row.unassessed,
        terms=terms_of([_period(each) for each in rows if each.period], row.grade, rules),
    )


def _rules(row: Any) -> FinalRules:
    return FinalRules(
        zone=ZoneInfo(row.zone),
        preset=row.preset,
        edit_window=row.edit_window,
        year_start=row.year_start,
        year_end=row.year_end,
        round_up_from=Decimal(row.round_up_from).scaleb(-3),
        grace=timedelta(minutes=row.grace_minutes),
        overrides=read_deviations(row.deviations),
    )


def _period(row: Any) -> Period:
    return Period(PeriodId(row.period), row.period_name, row.kind, row.grades, row.starts_on, row.ends_on)


@dataclass(frozen=True, slots=True)
class SchoolTerms:
    """A school's rules and periods; nobody owes anything from before `kept_from`."""

    rules: FinalRules
    periods: tuple[Period, ...]
    kept_from: date
    name: str = ""

    def terms(self, grade: int) -> tuple[FinalTerm, ...]:
        """Give the terms a grade gets marks for."""
        return terms_of(self.periods, grade, self.rules)


def school_terms(db: Connection, school: SchoolId) -> SchoolTerms:
    """Give a school's rules and the periods of its year; one statement."""
    rows = db.execute(_SCHOOL, {"school": school}).all()
    periods = tuple(_period(row) for row in rows if row.period)
    rules = _rules(rows[0])
    kept_from = max(rules.year_start, rows[0].launched_on or rules.year_start)
    return SchoolTerms(rules, periods, kept_from, rows[0].school_name)


def terms_of(periods: Collection[Period], grade: int, rules: FinalRules) -> tuple[FinalTerm, ...]:
    """Give the periods a grade gets marks for, then the year."""
    marked = marked_periods(periods, grade)
    made = [FinalTerm(FinalKind.PERIOD, each.starts_on, each.ends_on, each.id, each.name) for each in marked]
    return (*made, FinalTerm(FinalKind.YEAR, rules.year_start, rules.year_end))


_LINES = (
    select(PersonRow.id.label("person"), PersonRow.family, PersonRow.given, PersonRow.patronymic, FinalMarkRow)
    .with_only_columns(
        PersonRow.id.label("person"),
        PersonRow.family,
        PersonRow.given,
        PersonRow.patronymic,
        *FinalMarkRow.__table__.c,
    )
    .select_from(GroupRow)
    .join(EnrolmentRow, enrolled(_DAY))
    .join(PersonRow, PersonRow.id == EnrolmentRow.student_id)
    .outerjoin(
        FinalMarkRow,
        and_(
            FinalMarkRow.student_id == PersonRow.id,
            FinalMarkRow.subject_id == GroupRow.subject_id,
            FinalMarkRow.year == bindparam("year"),
            CURRENT_FINAL,
        ),
    )
    .where(GroupRow.id == bindparam("group"))
)
Listed = tuple[PersonId, PersonName, tuple[FinalMark, ...]]


def listed(db: Connection, group: GroupId, day: date, year: int) -> tuple[Listed, ...]:
    """Give the students of a group on a day, in the order of a class list, with their final marks of the year as they
    stand, withdrawn ones included; one statement.
    """
    names: dict[PersonId, PersonName] = {}
    marks: dict[PersonId, list[FinalMark]] = defaultdict(list)
    for row in db.execute(_LINES, {"group": group, "day": day, "year": year}):
        student = PersonId(row.person)
        names[student] = PersonName(row.family, row.given, row.patronymic)
        if row.id is not None:
            marks[student].append(final_mark(row))
    ordered = sorted(names, key=lambda student: alphabetical(names[student]))
    return tuple((student, names[student], tuple(marks[student])) for student in ordered)


def final_mark(row: Any) -> FinalMark:
    """Give the value of a row of the table."""
    return FinalMark(
        id=FinalMarkId(row.id),
        kind=row.kind,
        student=PersonId(row.student_id),
        klass=KlassId(row.klass_id),
        subject=SubjectId(row.subject_id),
        group=GroupId(row.group_id),
        year=row.year,
        period=PeriodId(row.period_id) if row.period_id else None,
        value=row.value,
        proposed=row.proposed,
        basis=row.basis,
        root=FinalMarkId(row.root or row.id),
        recorded_at=row.recorded_at,
        recorded_by=PersonId(row.recorded_by),
        held_on=row.held_on,
        reason=row.reason,
    )


def current(db: Connection, mark: FinalMarkId) -> FinalMark | None:
    """Give a final mark by the id of its newest record, None for an older one and for none."""
    query = select(*FinalMarkRow.__table__.c).where(FinalMarkRow.id == mark, CURRENT_FINAL)
    row = db.execute(query).first()
    return final_mark(row) if row is not None else None


def newest(db: Connection, root: int) -> FinalMark | None:
    """Give the newest record of a final mark's chain, withdrawn or not."""
    of_chain = or_(FinalMarkRow.id == root, FinalMarkRow.root == root)
    row = db.execute(select(*FinalMarkRow.__table__.c).where(of_chain, CURRENT_FINAL)).first()
    return final_mark(row) if row is not None else None


def place_of(db: Connection, mark: FinalMarkId) -> tuple[GroupId, TermKey] | None:
    """Give where a record stands, however old it is; None where there is no such record."""
    query = select(FinalMarkRow.group_id, FinalMarkRow.kind, FinalMarkRow.period_id).where(FinalMarkRow.id == mark)
    row = db.execute(query).first()
    if row is None:
        return None
    return GroupId(row.group_id), TermKey(row.kind, PeriodId(row.period_id) if row.period_id else None)


def replaced(db: Connection, marks: Collection[FinalMarkId]) -> dict[FinalMarkId, MarkValue | None]:
    """Give what stood before records; those that were the first of their places are left out."""
    older = FinalMarkRow.__table__.alias("older_final_mark")
    query = select(FinalMarkRow.id, older.c.value).join(older, older.c.id == FinalMarkRow.replaces)
    return {FinalMarkId(key): value for key, value in db.execute(query.where(FinalMarkRow.id.in_(marks)))}


def first_set(db: Connection, roots: Collection[FinalMarkId]) -> dict[FinalMarkId, datetime]:
    """Give the instants at which chains began."""
    query = select(FinalMarkRow.id, FinalMarkRow.recorded_at).where(FinalMarkRow.id.in_(roots))
    return {FinalMarkId(key): at for key, at in db.execute(query)}


@dataclass(frozen=True, slots=True)
class FinalFact:
    """A final mark as letters tell of it: `term` names the period, empty for the others."""

    subject: str
    kind: FinalKind
    term: str
    value: MarkValue | None


def told_of(db: Connection, roots: Collection[int]) -> dict[int, FinalFact]:
    """Give the final marks of these chains, by their roots, as they stand."""
    query = (
        select(
            func.coalesce(FinalMarkRow.root, FinalMarkRow.id),
            SubjectRow.name,
            FinalMarkRow.kind,
            func.coalesce(PeriodRow.name, ""),
            FinalMarkRow.value,
        )
        .join(SubjectRow, SubjectRow.id == FinalMarkRow.subject_id)
        .outerjoin(PeriodRow, PeriodRow.id == FinalMarkRow.period_id)
        .where(or_(FinalMarkRow.root.in_(roots), FinalMarkRow.id.in_(roots)), CURRENT_FINAL)
    )
    return {
        root: FinalFact(subject, kind, term, value) for root, subject, kind, term, value in db.execute(query) if root
    }


_CLASSES = (
    select(EnrolmentRow.klass_id)
    .where(EnrolmentRow.student_id.in_(bindparam("students", expanding=True)))
    .correlate(None)
)
_MARKS = (
    select(
        MarkRow.id,
        func.coalesce(MarkRow.root, MarkRow.id).label("root"),
        MarkRow.student_id,
        MarkRow.lesson_id,
        MarkRow.work_id,
        MarkRow.value,
        MarkRow.comment,
        WorkRow.kind,
        WorkRow.weight,
        WorkRow.title,
        LessonRow.day,
    )
    .select_from(LessonRow)
    .join(MarkRow, MarkRow.lesson_id == LessonRow.id)
    .join(WorkRow, WorkRow.id == MarkRow.work_id)
    .where(
        # Whoever came from another class has marks there: they count, too.
        LessonRow.klass_id.in_(_CLASSES),
        LessonRow.subject_id == bindparam("subject"),
        LessonRow.day.between(bindparam("first"), bindparam("last")),
        MarkRow.student_id.in_(bindparam("students", expanding=True)),
        MarkRow.value.is_not(None),
        CURRENT_MARK,
    )
    .order_by(LessonRow.day, MarkRow.id)
)
Marked = tuple[Given, GivenMark]


def marks(
    db: Connection, students: Collection[PersonId], subject: SubjectId, first: date, last: date
) -> dict[PersonId, list[Marked]]:
    """Give the marks of students in a subject from day to day, whatever group they were in; one statement."""
    values = {"students": sorted(students), "subject": subject, "first": first, "last": last}
    found: dict[PersonId, list[Marked]] = defaultdict(list)
    for row in db.execute(_MARKS, values) if students else ():
        given = Given(row.value, WorkId(row.work_id), row.kind, row.weight)
        shown = GivenMark(
            id=MarkId(row.root),
            lesson=LessonId(row.lesson_id),
            day=row.day,
            value=row.value,
            kind=row.kind,
            weight=row.weight,
            title=row.title,
            comment=row.comment,
        )
        found[PersonId(row.student_id)].append((given, shown))
    return found


def exam_days(
    db: Connection, school: SchoolId, klass: KlassId, first: date, last: date
) -> tuple[tuple[date, str], ...]:
    """Give the examinations of a class from day to day, with their names, the latest last."""
    query = (
        select(SchoolEventRow.day, SchoolEventRow.name)
        .where(SchoolEventRow.school_id == school, SchoolEventRow.kind == FinalKind.EXAM.value)
        .where(or_(SchoolEventRow.klass_id.is_(None), SchoolEventRow.klass_id == klass))
        .where(SchoolEventRow.day.between(first, last), SchoolEventRow.cancelled_at.is_(None))
        .order_by(SchoolEventRow.day)
    )
    return tuple((row.day, row.name) for row in db.execute(query))
