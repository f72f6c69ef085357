"""What a lesson may be about and what is given for the next one: thematic plan, homework, days to come."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from core.model.homework import Attachment, Homework
from core.model.ids import AttachmentId, HomeworkId, LessonId, PersonId
from core.model.journal import PlanTopic
from core.model.lesson import Lesson, LessonState
from core.model.people import PersonName
from core.storage.rows import AttachmentRow, HomeworkRow, LessonRow, PersonRow, PlanTopicRow

NEIGHBOURS_BEFORE = 2
CHOICES = 6

_GIVEN = LessonRow.__table__.alias("given")
_USED = (
    select(func.count())
    .select_from(_GIVEN)
    .where(
        _GIVEN.c.group_id == bindparam("group", type_=LessonRow.id.type),
        _GIVEN.c.plan_topic_id == PlanTopicRow.id,
        _GIVEN.c.id != bindparam("lesson", type_=LessonRow.id.type),
    )
    .correlate(PlanTopicRow)
    .scalar_subquery()
)
# A plan of the group goes before one of the class, and that before one of the whole grade.
_PLAN = (
    select(
        PlanTopicRow.id,
        PlanTopicRow.number,
        PlanTopicRow.topic,
        PlanTopicRow.hours,
        PlanTopicRow.task,
        PlanTopicRow.work_kind,
        PlanTopicRow.klass_id,
        PlanTopicRow.group_id,
        _USED.label("used"),
    )
    .where(
        PlanTopicRow.subject_id == bindparam("subject", type_=PlanTopicRow.id.type),
        or_(
            PlanTopicRow.group_id == bindparam("group", type_=PlanTopicRow.id.type),
            and_(
                PlanTopicRow.group_id.is_(None),
                PlanTopicRow.klass_id == bindparam("klass", type_=PlanTopicRow.id.type),
            ),
            and_(
                PlanTopicRow.group_id.is_(None),
                PlanTopicRow.klass_id.is_(None),
                PlanTopicRow.grade == bindparam("grade", type_=PlanTopicRow.number.type),
            ),
        ),
    )
    .order_by(PlanTopicRow.number)
)


def plan(db: Connection, lesson: Lesson) -> tuple[PlanTopic, ...]:
    """Give the thematic plan that a lesson's group is taught by, by number; one statement."""
    values = {
        "lesson": lesson.id,
        "subject": lesson.subject,
        "group": lesson.group,
        "klass": lesson.klass,
        "grade": lesson.grade,
    }
    rows = db.execute(_PLAN, values).all()
    for level in (
        [row for row in rows if row.group_id is not None],
        [row for row in rows if row.klass_id is not None and row.group_id is None],
    ):
        if level:
            return tuple(map(_topic, level))
    return tuple(map(_topic, rows))


def _topic(row: Any) -> PlanTopic:
    return PlanTopic(row.id, row.number, row.topic, row.hours, row.used, row.task, row.work_kind)


def choices(db: Connection, lesson: Lesson) -> tuple[PlanTopic, ...]:
    """Give the next unused topic first, then its neighbours (JRN-5)."""
    topics = plan(db, lesson)
    at = _next(topics)
    if at is None:
        return topics[-CHOICES:]
    near = topics[max(0, at - NEIGHBOURS_BEFORE) : at] + topics[at + 1 :]
    return (topics[at], *near[: CHOICES - 1])


def next_task(db: Connection, lesson: Lesson) -> str:
    """Give the homework of the topic that comes next, empty where the plan has none."""
    topics = plan(db, lesson)
    at = _next(topics)
    return topics[at].task if at is not None else ""


def topic(db: Connection, lesson: Lesson, key: int) -> PlanTopic | None:
    """Give a topic of the lesson's own plan, None for one of another."""
    return next((known for known in plan(db, lesson) if known.id == key), None)


def _next(topics: tuple[PlanTopic, ...]) -> int | None:
    """A topic skipped on purpose must not stand first for ever: what follows the last used one does."""
    last = max((at for at, known in enumerate(topics) if known.used), default=0)
    unused = [at for at, known in enumerate(topics) if known.used < known.hours]
    return next((at for at in unused if at >= last), unused[0] if unused else None)


_TASK = (
    select(
        HomeworkRow.id,
        HomeworkRow.lesson_id,
        HomeworkRow.due_on,
        HomeworkRow.kind,
        HomeworkRow.text,
        HomeworkRow.student_id,
        HomeworkRow.set_at,
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
