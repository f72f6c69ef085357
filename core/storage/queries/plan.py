"""Reading thematic plans: a group's topics with its lessons, the groups of a class, what is planned ahead (JRN-12)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Integer, and_, bindparam, case, cast, func, or_, select

from core.model.calendar import CalendarEntry, CalendarKind
from core.model.ids import GroupId, KlassId, LessonId, SchoolId, SubjectId
from core.model.journal import PlanTopic
from core.model.lesson import LessonState
from core.model.people import PersonName
from core.model.plan import GroupPlan, PlanLesson, PlanLevel, SchoolYearSpan, TaughtGroup
from core.model.school import grades_from_mask
from core.storage.queries.parts import part, together
from core.storage.rows import (
    AssignmentRow,
    CalendarRow,
    GroupRow,
    KlassRow,
    LessonRow,
    PersonRow,
    PlanTopicRow,
    SchoolRow,
    SubjectRow,
)

_GROUP = bindparam("group", type_=LessonRow.id.type)
_KLASS = bindparam("klass", type_=LessonRow.id.type)
_SUBJECT = bindparam("subject", type_=LessonRow.id.type)
_GRADE = bindparam("grade", type_=Integer())
_OWN = PlanTopicRow.group_id == _GROUP
_OF_KLASS = and_(PlanTopicRow.group_id.is_(None), PlanTopicRow.klass_id == _KLASS)
_OF_GRADE = and_(PlanTopicRow.group_id.is_(None), PlanTopicRow.klass_id.is_(None), PlanTopicRow.grade == _GRADE)
_SCHOOL = bindparam("school", type_=LessonRow.id.type)

_TOPICS = part(
    "topic",
    PlanTopicRow.__table__,
    key=PlanTopicRow.id,
    number=PlanTopicRow.number,
    amount=PlanTopicRow.hours,
    text=PlanTopicRow.topic,
    note=PlanTopicRow.task,
    more=PlanTopicRow.work_kind,
    code=case((_OWN, PlanLevel.GROUP.value), (_OF_KLASS, PlanLevel.KLASS.value), else_=PlanLevel.GRADE.value),
).where(PlanTopicRow.school_id == _SCHOOL, PlanTopicRow.subject_id == _SUBJECT, or_(_OWN, _OF_KLASS, _OF_GRADE))
# Nobody records what was taught before the school was kept here; such lessons take no topics.
_LESSONS = part(
    "lesson",
    LessonRow.__table__.join(SchoolRow.__table__, SchoolRow.id == LessonRow.school_id),
    key=LessonRow.id,
    number=LessonRow.number,
    lesson=LessonRow.plan_topic_id,
    flag=cast(LessonRow.topic.is_not(None), Integer),
    day=LessonRow.day,
    at=LessonRow.starts_at,
).where(
    LessonRow.group_id == _GROUP,
    LessonRow.state == LessonState.PLANNED,
    LessonRow.day.between(SchoolRow.year_start, SchoolRow.year_end),
    or_(LessonRow.topic.is_not(None), SchoolRow.launched_on.is_(None), LessonRow.day >= SchoolRow.launched_on),
)
_ENTRIES = part(
    "entry",
    CalendarRow.__table__,
    code=CalendarRow.kind,
    number=CalendarRow.grades,
    day=CalendarRow.starts_on,
    until=CalendarRow.ends_on,
).where(CalendarRow.school_id == _SCHOOL)
_PLAN = together(_TOPICS, _LESSONS)
_PLAN_AND_YEAR = together(_TOPICS, _LESSONS, _ENTRIES)


@dataclass(frozen=True, slots=True)
class PlanOf:
    """Whose plan: of a group with everything its plan may be found by."""

    school: SchoolId
    group: GroupId
    klass: KlassId
    subject: SubjectId
    grade: int


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """The plan a group is taught by, with its lessons that take place in order of time, and the calendar if asked."""

    level: PlanLevel | None
    topics: tuple[PlanTopic, ...]
    lessons: tuple[PlanLesson, ...]
    entries: tuple[CalendarEntry, ...] = ()


def read(db: Connection, whose: PlanOf, *, with_calendar: bool = False) -> StoredPlan:
    """Give a group's plan: its own goes before one of the class, and that before one of the grade. One statement."""
    values = {
        "school": whose.school,
        "group": whose.group,
        "klass": whose.klass,
        "subject": whose.subject,
        "grade": whose.grade,
    }
    rows = db.execute(_PLAN_AND_YEAR if with_calendar else _PLAN, values).all()
    level = next((each for each in PlanLevel if any(row.code == each for row in rows if row.part == "topic")), None)
    lessons = sorted(map(_lesson, _parts(rows, "lesson")), key=lambda lesson: (lesson.starts_at, lesson.id))
    used: defaultdict[int, int] = defaultdict(int)
    for lesson in lessons:
        used[lesson.topic or 0] += 1
    own = sorted((row for row in _parts(rows, "topic") if row.code == level), key=lambda row: row.number)
    topics = tuple(
        PlanTopic(row.key, row.number, row.text, row.amount, used[row.key], row.note, row.more) for row in own
    )
    return StoredPlan(level, topics, tuple(lessons), tuple(map(_entry, _parts(rows, "entry"))))


def _parts(rows: Iterable[Any], name: str) -> list[Any]:
    return [row for row in rows if row.part == name]


def _lesson(row: Any) -> PlanLesson:
    return PlanLesson(LessonId(row.key), row.day, row.number, row.at, row.lesson, bool(row.flag))


def _entry(row: Any) -> CalendarEntry:
    return CalendarEntry("", CalendarKind(row.code), row.day, row.until, grades_from_mask(row.number))


_TAUGHT = (
    select(
        GroupRow.id,
        GroupRow.school_id,
        GroupRow.klass_id,
        KlassRow.name.label("klass"),
        KlassRow.grade,
        GroupRow.subject_id,
        SubjectRow.name.label("subject"),
        GroupRow.name.label("subgroup"),
        AssignmentRow.hours,
        AssignmentRow.teacher_id,
        SchoolRow.zone,
        SchoolRow.year_start,
        SchoolRow.year_end,
        SchoolRow.week_days,
        PersonRow.family,
        PersonRow.given,
        PersonRow.patronymic,
    )
    .join(KlassRow, KlassRow.id == GroupRow.klass_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .join(SchoolRow, SchoolRow.id == GroupRow.school_id)
    .outerjoin(AssignmentRow, and_(AssignmentRow.group_id == GroupRow.id, AssignmentRow.until.is_(None)))
    .outerjoin(PersonRow, PersonRow.id == AssignmentRow.teacher_id)
    .order_by(SubjectRow.name, GroupRow.name, GroupRow.id, PersonRow.family)
)


def group(db: Connection, key: GroupId) -> TaughtGroup | None:
    """Give a group with its names, load and teachers, None where there is none."""
    return next(iter(_taught(db.execute(_TAUGHT.where(GroupRow.id == key)))), None)


def _taught(rows: Iterable[Any]) -> list[TaughtGroup]:
    of_group: dict[int, list[Any]] = {}
    for row in rows:
        of_group.setdefault(row.id, []).append(row)
    return [_group(some) for some in of_group.values()]


def _group(rows: list[Any]) -> TaughtGroup:
    row, loads = rows[0], [row for row in rows if row.teacher_id is not None]
    teachers = (PersonName(each.family, each.given, each.patronymic) for each in loads)
    return TaughtGroup(
        GroupId(row.id),
        SchoolId(row.school_id),
        KlassId(row.klass_id),
        row.klass,
        row.grade,
        SubjectId(row.subject_id),
        row.subject,
        SchoolYearSpan(ZoneInfo(row.zone), row.year_start, row.year_end, row.week_days),
        row.subgroup,
        sum(each.hours for each in loads) if loads else None,
        tuple(teachers),
    )


def _topics(*owner: ColumnElement[bool]) -> ColumnElement[int]:
    counted = select(func.count(PlanTopicRow.id)).where(PlanTopicRow.subject_id == GroupRow.subject_id, *owner)
    return counted.correlate(GroupRow, KlassRow).scalar_subquery()


_SHARED = PlanTopicRow.group_id.is_(None)
_COUNTED = _TAUGHT.add_columns(
    _topics(PlanTopicRow.group_id == GroupRow.id).label("own"),
    _topics(_SHARED, PlanTopicRow.klass_id == GroupRow.klass_id).label("of_klass"),
    _topics(_SHARED, PlanTopicRow.klass_id.is_(None), PlanTopicRow.grade == KlassRow.grade).label("of_grade"),
)


def groups_of(db: Connection, klass: KlassId) -> list[GroupPlan]:
    """Give the groups of a class by subject, with how many topics the plan of each has; one statement."""
    rows = db.execute(_COUNTED.where(GroupRow.klass_id == klass)).all()
    topics = {row.id: row.own or row.of_klass or row.of_grade for row in rows}
    return [GroupPlan(each, topics[each.id]) for each in _taught(rows)]


def is_used(db: Connection, topic: int) -> bool:
    """Tell whether any lesson refers to a topic, a cancelled one, too."""
    return db.execute(select(LessonRow.id).where(LessonRow.plan_topic_id == topic).limit(1)).first() is not None


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """A group's lessons of some days: how many take place, in how many the topic is written already."""

    group: GroupId
    lessons: int
    planned: int


def planned_ahead(db: Connection, klass: KlassId, first: date, last: date) -> list[LessonPlan]:
    """Give how far the lessons of a class's groups are planned from `first` to `last` [003 Г-9; 001 3.3]."""
    query = (
        select(LessonRow.group_id, func.count(), func.count(LessonRow.topic_at))
        .where(
            LessonRow.klass_id == klass,
            LessonRow.day.between(first, last),
            LessonRow.state == LessonState.PLANNED,
        )
        .group_by(LessonRow.group_id)
    )
    return [LessonPlan(GroupId(group), lessons, planned) for group, lessons, planned in db.execute(query)]
