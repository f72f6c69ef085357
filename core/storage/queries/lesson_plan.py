"""What a lesson may be about and what is given for the next one: thematic plan, homework, days to come."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, select

from core.model.homework import Attachment, Homework
from core.model.ids import AttachmentId, HomeworkId, LessonId, PersonId
from core.model.journal import PlanTopic
from core.model.lesson import Lesson, LessonState
from core.model.people import PersonName
from core.model.plan import PlanLesson
from core.rules.plan import schedule
from core.storage.queries.plan import PlanOf, StoredPlan, read
from core.storage.rows import AttachmentRow, HomeworkRow, LessonRow, PersonRow

NEIGHBOURS_BEFORE = 2
CHOICES = 6

_MOMENT = timedelta(microseconds=1)


def _read(db: Connection, lesson: Lesson) -> StoredPlan:
    return read(db, PlanOf(lesson.school, lesson.group, lesson.klass, lesson.subject, lesson.grade))


def choices(db: Connection, lesson: Lesson) -> tuple[PlanTopic, ...]:
    """Give the topic that the plan has for a lesson first, then its neighbours (JRN-5); one statement."""
    stored = _read(db, lesson)
    topics = stored.topics
    at = _place(stored, lesson)
    if at is None:
        return topics[-CHOICES:]
    near = topics[max(0, at - NEIGHBOURS_BEFORE) : at] + topics[at + 1 :]
    return (topics[at], *near[: CHOICES - 1])


def _place(stored: StoredPlan, lesson: Lesson) -> int | None:
    """Lessons before it have taken their topics; what a later one has is not for this one."""
    own = PlanLesson(lesson.id, lesson.day, lesson.number, lesson.starts_at)
    others = [known for known in stored.lessons if known.id != lesson.id]
    lessons = sorted([*others, own], key=lambda known: known.starts_at)
    offer = schedule(stored.topics, lessons, lesson.starts_at - _MOMENT).offers.get(lesson.id)
    return stored.topics.index(offer) if offer is not None else None


def next_task(db: Connection, lesson: Lesson) -> str:
    """Give the homework of the topic that comes next, empty where the plan has none."""
    stored = _read(db, lesson)
    at = _place(stored, lesson)
    return stored.topics[at].task if at is not None else ""


def topic(db: Connection, lesson: Lesson, key: int) -> PlanTopic | None:
    """Give a topic of the lesson's own plan, None for one of another."""
    return next((known for known in _read(db, lesson).topics if known.id == key), None)


_TASK = (
    select(
        HomeworkRow.id,
        HomeworkRow.lesson_id,
        HomeworkRow.due_on,
        HomeworkRow.kind,
        HomeworkRow.text,
        HomeworkRow.student_id,
        HomeworkRow.set_at,
        HomeworkRow.minutes,
        AttachmentRow.id.label("attachment"),
        AttachmentRow.kind.label("file_kind"),
        AttachmentRow.file_id,
        AttachmentRow.name,
        PersonRow.family,
        PersonRow.given,
        PersonRow.patronymic,
    )
    .outerjoin(PersonRow, PersonRow.id == HomeworkRow.student_id)
    .outerjoin(AttachmentRow, AttachmentRow.homework_id == HomeworkRow.id)
    .where(HomeworkRow.withdrawn_at.is_(None))
    .order_by(HomeworkRow.id, AttachmentRow.id)
)
_OF_LESSON = _TASK.where(HomeworkRow.lesson_id == bindparam("lesson", type_=LessonRow.id.type))
_ONE = _TASK.where(HomeworkRow.id == bindparam("homework", type_=HomeworkRow.id.type))


def homework(db: Connection, lesson: LessonId) -> tuple[Homework, ...]:
    """Give what was given in a lesson, with attachments; one statement."""
    return _tasks(db.execute(_OF_LESSON, {"lesson": lesson}))


Named = dict[PersonId, PersonName]


def homework_with_names(db: Connection, lesson: LessonId) -> tuple[tuple[Homework, ...], Named]:
    """Give what was given in a lesson, and the names of those whom a homework is for alone; one statement."""
    rows = db.execute(_OF_LESSON, {"lesson": lesson}).all()
    return _tasks(rows), _named(rows)


def _named(rows: Iterable[Any]) -> Named:
    return {
        PersonId(row.student_id): PersonName(row.family, row.given, row.patronymic) for row in rows if row.student_id
    }


def task(db: Connection, key: HomeworkId) -> Homework | None:
    """Give a homework that was not withdrawn."""
    found = _tasks(db.execute(_ONE, {"homework": key}))
    return found[0] if found else None


def _tasks(rows: Iterable[Any]) -> tuple[Homework, ...]:
    heads: dict[int, Any] = {}
    files: dict[int, list[Attachment]] = {}
    for row in rows:
        heads.setdefault(row.id, row)
        kept = files.setdefault(row.id, [])
        if row.attachment is not None:
            kept.append(Attachment(AttachmentId(row.attachment), row.file_kind, row.file_id, row.name))
    return tuple(_homework(row, tuple(files[key])) for key, row in heads.items())


def _homework(row: Any, files: tuple[Attachment, ...]) -> Homework:
    return Homework(
        id=HomeworkId(row.id),
        lesson=LessonId(row.lesson_id),
        due_on=row.due_on,
        kind=row.kind,
        text=row.text,
        student=PersonId(row.student_id) if row.student_id else None,
        set_at=row.set_at,
        attachments=files,
        minutes=row.minutes,
    )


def next_days(db: Connection, lesson: Lesson, count: int) -> tuple[date, ...]:
    """Give the next days on which the lesson's group has a lesson."""
    query = (
        select(LessonRow.day)
        .where(LessonRow.group_id == lesson.group, LessonRow.day > lesson.day, LessonRow.state == LessonState.PLANNED)
        .distinct()
        .order_by(LessonRow.day)
        .limit(count)
    )
    return tuple(db.execute(query).scalars())
