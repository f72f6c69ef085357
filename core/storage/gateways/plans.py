"""Writing a group's own thematic plan (JRN-12)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, insert, update

from core.model.ids import GroupId
from core.model.plan import TaughtGroup, TopicDraft
from core.storage.rows import LessonRow, PlanTopicRow


def add(db: Connection, group: TaughtGroup, topics: Sequence[TopicDraft], at: datetime) -> list[int]:
    """Insert topics of a group's own plan, each with its number; give their ids in order."""
    if not topics:
        return []
    rows = [
        {
            "school_id": group.school,
            "subject_id": group.subject,
            "klass_id": group.klass,
            "group_id": group.id,
            "entered_at": at,
            **_values(topic),
        }
        for topic in topics
    ]
    return list(
        db.execute(insert(PlanTopicRow).returning(PlanTopicRow.id, sort_by_parameter_order=True), rows).scalars()
    )


def _values(topic: TopicDraft) -> dict[str, object]:
    return {
        "number": topic.number,
        "topic": topic.topic,
        "hours": topic.hours,
        "work_kind": topic.work_kind,
        "task": topic.task,
    }


def change(db: Connection, topics: Mapping[int, TopicDraft]) -> None:
    """Write topics anew, by their ids."""
    for key, topic in topics.items():
        db.execute(update(PlanTopicRow).where(PlanTopicRow.id == key).values(**_values(topic)))


def remove(db: Connection, topics: Sequence[int]) -> None:
    """Delete topics; those that lessons refer to stay."""
    referred = exists().where(LessonRow.plan_topic_id == PlanTopicRow.id)
    db.execute(delete(PlanTopicRow).where(PlanTopicRow.id.in_(topics), ~referred))


def renumber(db: Connection, numbers: Mapping[int, int]) -> None:
    """Give topics other numbers; two of them may change places."""
    table: Any = PlanTopicRow.__table__
    statement = update(table).where(table.c.id == bindparam("of_id")).values(number=bindparam("to"))
    # A number must never be there twice, not even for a moment.
    for sign in (-1, 1):
        db.execute(statement, [{"of_id": key, "to": sign * number} for key, number in numbers.items()])


def adopt(db: Connection, group: GroupId, topics: Mapping[int, int]) -> None:
    """Let a group's lessons refer to the topics of its own plan, in the place of those these were copied from."""
    for old, new in topics.items():
        query = update(LessonRow).where(LessonRow.group_id == group, LessonRow.plan_topic_id == old)
        db.execute(query.values(plan_topic_id=new))
