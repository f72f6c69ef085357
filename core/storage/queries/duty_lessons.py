"""The lessons that duties are asked for, as they were at an instant: whole days of a school, without anybody's name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from core.model.duty import LessonRecord
from core.model.duty_facts import Belonging, DutyFacts, GroupFact
from core.model.ids import GroupId, KlassId, LessonId, WorkId
from core.model.lesson import Lesson, LessonState, Work, WorkKind
from core.rules.duties import as_of
from core.storage.queries.duty_asked import AskedFacts, Need
from core.storage.rows import LessonRow, WorkRow

_AHEAD = timedelta(days=14)
_CHECKED = timedelta(days=60)
_COLUMNS = (
    LessonRow.id,
    LessonRow.school_id,
    LessonRow.group_id,
    LessonRow.klass_id,
    LessonRow.grade,
    LessonRow.subject_id,
    LessonRow.day,
    LessonRow.number,
    LessonRow.starts_at,
    LessonRow.ends_at,
    LessonRow.teacher_id,
    LessonRow.substitute_id,
    LessonRow.state,
)
_HEAD = len(_COLUMNS)
_INSTANTS = (LessonRow.attendance_at, LessonRow.topic_at, LessonRow.homework_at, LessonRow.marks_at)


def lessons(db: Connection, asked: AskedFacts, known: DutyFacts, ahead: bool) -> tuple[LessonRecord, ...]:
    """Give lessons of the asked days and some before, and those before whose works are still to be checked, by time;
    some days `ahead` where rows ask for what is to come. Two statements, three with the ends of classes.
    """
    chosen = _chosen(asked, known, ahead)
    rows = db.execute(select(*_COLUMNS, *_INSTANTS).where(*chosen)).all()
    works = _works(db, chosen)
    ends = _classes_end(db, asked, known, ahead)
    count = _Counts(known)
    found = [
        as_of(
            LessonRecord(
                _lesson(row),
                count.of(row.group_id, row.klass_id, row.day),
                tuple(works.get(row.id, ())),
                ends.get((row.klass_id, row.day)),
            ),
            asked.now,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda record: (record.lesson.starts_at, record.lesson.id)))


def _chosen(asked: AskedFacts, known: DutyFacts, ahead: bool) -> tuple[ColumnElement[bool], ...]:
    first, last = _days(asked, ahead)
    late = (
        select(WorkRow.lesson_id)
        .join(LessonRow, LessonRow.id == WorkRow.lesson_id)
        .where(
            LessonRow.klass_id.in_(known.klasses),
            LessonRow.day.between(first - _CHECKED, first),
            WorkRow.check_until >= first,
        )
    )
    within = or_(
        LessonRow.klass_id.in_(known.klasses) & LessonRow.day.between(first, last),
        LessonRow.id.in_(late),
    )
    return (within, *_narrowed(asked, known))


def _days(asked: AskedFacts, ahead: bool) -> tuple[date, date]:
    today = asked.now.astimezone(asked.zone).date()
    last = min(asked.last, today) + (_AHEAD if ahead else timedelta())
    return asked.first - timedelta(days=asked.days_back), last


def _narrowed(asked: AskedFacts, known: DutyFacts) -> Iterable[ColumnElement[bool]]:
    """One person's: what they keep, their groups, their own class; all substitutions, where these are to be entered."""
    if asked.person is None:
        return
    own = [klass.id for klass in known.klasses.values() if klass.teacher == asked.person]
    groups = [group.id for group in known.groups.values() if asked.person in group.teachers]
    yield or_(
        LessonRow.teacher_id == asked.person,
        LessonRow.substitute_id == asked.person,
        LessonRow.klass_id.in_(own),
        LessonRow.group_id.in_(groups),
        *([LessonRow.substitute_id.is_not(None)] if Need.CHANGES in asked.needs else []),
    )


def _lesson(row: Any) -> Lesson:
    values: list[Any] = [*row[:_HEAD], "", None, *row[_HEAD:]]
    return Lesson(*values)


def _works(db: Connection, chosen: Sequence[ColumnElement[bool]]) -> dict[LessonId, list[Work]]:
    found: dict[LessonId, list[Work]] = defaultdict(list)
    query = select(
        WorkRow.id,
        WorkRow.lesson_id,
        WorkRow.kind,
        WorkRow.weight,
        WorkRow.title,
        WorkRow.check_until,
        WorkRow.done_at,
        WorkRow.received_at,
    ).join(LessonRow, LessonRow.id == WorkRow.lesson_id)
    waited_for = or_(WorkRow.check_until.is_not(None), WorkRow.kind == WorkKind.DIAGNOSTIC)
    for row in db.execute(query.where(*chosen, waited_for).order_by(WorkRow.id)):
        work = Work(WorkId(row.id), LessonId(row.lesson_id), *row[2:])
        found[work.lesson].append(work)
    return found


def _classes_end(
    db: Connection, asked: AskedFacts, known: DutyFacts, ahead: bool
) -> dict[tuple[KlassId, date], datetime]:
    if not asked.classes_end:
        return {}
    first, last = _days(asked, ahead)
    query = (
        select(LessonRow.klass_id, LessonRow.day, func.max(LessonRow.ends_at))
        .where(
            LessonRow.klass_id.in_(known.klasses),
            LessonRow.day.between(first, last),
            LessonRow.state == LessonState.PLANNED,
        )
        .group_by(LessonRow.klass_id, LessonRow.day)
    )
    return {(KlassId(klass), day): at for klass, day, at in db.execute(query)}


class _Counts:
    """How many students a group has on a day."""

    def __init__(self, known: DutyFacts) -> None:
        self._groups = known.groups
        self._klass: dict[KlassId, list[Belonging]] = defaultdict(list)
        self._members: dict[GroupId, list[Belonging]] = defaultdict(list)
        for each in known.belongings:
            if each.group is None:
                self._klass[each.klass].append(each)
            else:
                self._members[each.group].append(each)
        self._found: dict[tuple[KlassId, GroupId | None, date], int] = {}

    def of(self, group: GroupId, klass: KlassId, day: date) -> int:
        """Give the number; a group of the whole class has the class's."""
        fact = self._groups.get(group)
        key = (klass, group if fact is not None and fact.name else None, day)
        if key not in self._found:
            self._found[key] = self._count(fact, klass, day)
        return self._found[key]

    def _count(self, group: GroupFact | None, klass: KlassId, day: date) -> int:
        enrolled = {each.student for each in self._klass[klass] if each.on(day)}
        if group is None or not group.name:
            return len(enrolled)
        return len(enrolled & _students(self._members[group.id], day))


def _students(members: Collection[Belonging], day: date) -> set[int]:
    return {each.student for each in members if each.on(day)}
