"""A lesson's whole record on one screen, in one statement beside the homework."""

from typing import Any

from sqlalchemy import Connection, Date, Integer, String, and_, bindparam, cast, func, literal, null, select, union_all

from core.model.attendance import Presence
from core.model.ids import AttendanceId, LessonId, PersonId, WorkId
from core.model.journal import LessonCard, LessonFacts, Pupil, Remark, WorkSummary
from core.model.lesson import Work, WorkKind
from core.model.people import PersonName
from core.storage.queries.journal import CURRENT_ATTENDANCE, CURRENT_MARK, STUDENT_COUNT, alphabetical
from core.storage.queries.lesson_plan import homework_with_names
from core.storage.rows import AttendanceRow, GroupRow, LessonRow, MarkRow, PersonRow, RemarkRow, WorkRow

_LESSON = bindparam("lesson", type_=LessonRow.id.type)
_NAME = (PersonRow.family, PersonRow.given, PersonRow.patronymic)


def _part(
    kind: str, key: Any, texts: tuple[Any, ...], numbers: tuple[Any, ...] = (), day: Any = None
) -> tuple[Any, ...]:
    padded = (*texts, *(literal("") for _ in range(4 - len(texts))))
    counted = (*numbers, *(literal(0) for _ in range(3 - len(numbers))))
    return (
        literal(kind).label("part"),
        cast(key, Integer).label("key"),
        *(cast(text, String).label(f"text{n}") for n, text in enumerate(padded)),
        *(cast(number, Integer).label(f"number{n}") for n, number in enumerate(counted)),
        (cast(null(), Date) if day is None else day).label("day"),
    )


_MARKED = (
    select(func.count(MarkRow.student_id.distinct()))
    .where(
        MarkRow.lesson_id == WorkRow.lesson_id, MarkRow.work_id == WorkRow.id, MarkRow.value.is_not(None), CURRENT_MARK
    )
    .correlate(WorkRow)
    .scalar_subquery()
)
_CARD = union_all(
    select(*_part("students", LessonRow.id, (), (STUDENT_COUNT,)))
    .select_from(LessonRow)
    .join(GroupRow, GroupRow.id == LessonRow.group_id)
    .where(LessonRow.id == _LESSON),
    select(
        *_part("absentee", PersonRow.id, (*_NAME, AttendanceRow.presence), (AttendanceRow.minutes, AttendanceRow.id))
    )
    .select_from(AttendanceRow)
    .join(PersonRow, PersonRow.id == AttendanceRow.student_id)
    .where(AttendanceRow.lesson_id == _LESSON, AttendanceRow.presence != Presence.PRESENT, CURRENT_ATTENDANCE),
    select(
        *_part("work", WorkRow.id, (WorkRow.kind, WorkRow.title), (WorkRow.weight, _MARKED), WorkRow.check_until)
    ).where(WorkRow.lesson_id == _LESSON),
    select(*_part("remark", RemarkRow.id, (*_NAME, RemarkRow.text), (RemarkRow.student_id,)))
    .select_from(RemarkRow)
    .join(PersonRow, PersonRow.id == RemarkRow.student_id)
    .where(and_(RemarkRow.lesson_id == _LESSON, RemarkRow.withdrawn_at.is_(None))),
)


def card(db: Connection, facts: LessonFacts) -> LessonCard:
    """Give a lesson's record; two statements, whatever the size of the class."""
    lesson = facts.lesson.id
    students = 0
    absentees: list[Pupil] = []
    works: list[WorkSummary] = []
    remarks: list[Remark] = []
    for row in db.execute(_CARD, {"lesson": lesson}):
        match row.part:
            case "students":
                students = row.number0
            case "absentee":
                absentees.append(_absentee(row))
            case "work":
                works.append(_work(row, lesson))
            case "remark":
                remarks.append(Remark(row.key, PersonId(row.number0), _name(row), row.text3))
    absentees.sort(key=lambda pupil: alphabetical(pupil.name))
    given, named = homework_with_names(db, lesson)
    return LessonCard(facts, students, tuple(absentees), tuple(works), given, tuple(remarks), named)


def _name(row: Any) -> PersonName:
    return PersonName(row.text0, row.text1, row.text2)


def _absentee(row: Any) -> Pupil:
    return Pupil(PersonId(row.key), _name(row), Presence(row.text3), row.number0, AttendanceId(row.number1))


def _work(row: Any, lesson: LessonId) -> WorkSummary:
    made = Work(WorkId(row.key), lesson, WorkKind(row.text0), row.number0, row.text1, row.day)
    return WorkSummary(made, row.number1)


def remark(db: Connection, key: int) -> tuple[LessonId, Remark, bool] | None:
    """Give a remark with its lesson, and whether it was withdrawn."""
    query = (
        select(RemarkRow.lesson_id, RemarkRow.student_id, RemarkRow.text, RemarkRow.withdrawn_at, *_NAME)
        .join(PersonRow, PersonRow.id == RemarkRow.student_id)
        .where(RemarkRow.id == key)
    )
    row: Any = db.execute(query).first()
    if row is None:
        return None
    name = PersonName(row.family, row.given, row.patronymic)
    return LessonId(row.lesson_id), Remark(key, PersonId(row.student_id), name, row.text), row.withdrawn_at is not None
