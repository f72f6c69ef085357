"""What a substitute's card is made of: the group's list, who is missing today, homework due in the lesson (BEY-10)."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, bindparam

from core.model.attendance import Presence
from core.model.journal import LessonFacts
from core.model.lesson_change import DueTask
from core.model.people import PersonName
from core.storage.queries.journal import CURRENT_ATTENDANCE, ENROLLED, alphabetical
from core.storage.queries.parts import part, together
from core.storage.rows import AttendanceRow, EnrolmentRow, GroupRow, HomeworkRow, LessonRow, PersonRow

_LESSON = bindparam("lesson", type_=LessonRow.id.type)

_NAME: dict[str, Any] = {"text": PersonRow.family, "note": PersonRow.given, "more": PersonRow.patronymic}
_OTHER = LessonRow.__table__.alias("other_lesson")
_ROSTER = (
    LessonRow.__table__.join(GroupRow.__table__, GroupRow.id == LessonRow.group_id)
    .join(EnrolmentRow.__table__, ENROLLED)
    .join(PersonRow.__table__, PersonRow.id == EnrolmentRow.student_id)
)
_PUPILS = part("pupil", _ROSTER, key=PersonRow.id, **_NAME).where(LessonRow.id == _LESSON)
_EARLIER = and_(
    _OTHER.c.klass_id == LessonRow.klass_id, _OTHER.c.day == LessonRow.day, _OTHER.c.number <= LessonRow.number
)
_ABSENT = part(
    "absent",
    LessonRow.__table__.join(_OTHER, _EARLIER).join(AttendanceRow.__table__, AttendanceRow.lesson_id == _OTHER.c.id),
    key=AttendanceRow.student_id,
    code=AttendanceRow.presence,
    number=_OTHER.c.number,
).where(LessonRow.id == _LESSON, CURRENT_ATTENDANCE)
_DUE = part(
    "due",
    LessonRow.__table__.join(
        HomeworkRow.__table__,
        and_(HomeworkRow.group_id == LessonRow.group_id, HomeworkRow.due_on == LessonRow.day),
    ),
    key=HomeworkRow.id,
    number=HomeworkRow.student_id,
    text=HomeworkRow.text,
).where(LessonRow.id == _LESSON, HomeworkRow.withdrawn_at.is_(None))
_CARD = together(_PUPILS, _ABSENT, _DUE)


@dataclass(frozen=True, slots=True)
class Attending:
    """A group's list with who is missing, and what it was to do for the lesson."""

    pupils: tuple[PersonName, ...]
    missing: tuple[tuple[PersonName, Presence], ...]
    due: tuple[DueTask, ...]


def attending(db: Connection, facts: LessonFacts) -> Attending:
    """Give who comes to a lesson and what they were to do for it; one statement."""
    names: dict[int, PersonName] = {}
    presences: dict[int, tuple[int, Presence]] = {}
    tasks: list[tuple[int, int | None, str]] = []
    for row in db.execute(_CARD, {"lesson": facts.lesson.id}):
        match row.part:
            case "pupil":
                names[row.key] = PersonName(row.text, row.note, row.more)
            case "absent":
                # The last lesson that says something of a student is right.
                presences[row.key] = max(presences.get(row.key, (0, Presence.PRESENT)), _at(row), key=lambda at: at[0])
            case "due":
                tasks.append((row.key, row.number, row.text))
    pupils = sorted(names.items(), key=lambda pupil: alphabetical(pupil[1]))
    missing = tuple((name, presences[key][1]) for key, name in pupils if key in presences and presences[key][1].missed)
    # What one student was given belongs to this group's lesson only while the student does.
    due = (
        DueTask(text, names.get(student or 0)) for _, student, text in sorted(tasks) if not student or student in names
    )
    return Attending(tuple(name for _, name in pupils), missing, tuple(due))


def _at(row: Any) -> tuple[int, Presence]:
    return row.number, Presence(row.code)
