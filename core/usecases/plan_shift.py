"""Topics written ahead shift when a lesson is cancelled, moved or comes back (JRN-12)."""

from collections.abc import Sequence

from core.model.access import Permit
from core.model.audit import AuditEntry, AuditKind
from core.model.ids import LessonId
from core.model.journal import LessonPart, PlanTopic
from core.model.lesson import Lesson, LessonState
from core.model.plan import PlanLesson
from core.rules.plan import relaid
from core.storage.gateways import lessons
from core.storage.queries import plan as query
from core.storage.queries.plan import PlanOf, StoredPlan
from core.storage.work import Work
from core.usecases.plans import write_topic


async def plan_of(work: Work, lesson: Lesson) -> StoredPlan:
    """Give the plan of a lesson's group with its lessons as they are now."""
    whose = PlanOf(lesson.school, lesson.group, lesson.klass, lesson.subject, lesson.grade)
    return await work.run(query.read, whose)


async def shift_plan(work: Work, permit: Permit, before: StoredPlan, changed: Lesson) -> None:
    """Let the topics of coming lessons follow a change; `before` is the plan as it lay until then.

    Only topics of the plan shift, and only those of lessons that have not begun: a record stays where it is.
    """
    topics = {topic.id: topic for topic in before.topics}
    ahead = [known for known in before.lessons if known.topic in topics and known.starts_at > work.now]
    keys = [(known.id, known.topic) for known in ahead]
    order = _order(ahead, changed)
    if order is None:
        return
    known_before = {known.id: known for known in ahead}
    for lesson, key in relaid([pair for pair in keys if pair[0] in order[0]], order[1]).items():
        old = known_before[lesson].topic if lesson in known_before else None
        if key is None:
            await _clear(work, permit, lesson, topics[old or 0])
        elif key != old:
            here = known_before.get(lesson) or PlanLesson(lesson, changed.day, changed.number, changed.starts_at)
            await write_topic(work, permit, here, topics[key])


def _order(ahead: Sequence[PlanLesson], changed: Lesson) -> tuple[list[LessonId], list[LessonId]] | None:
    """Give the lessons whose topics shift, and those that get them in their order; None where nothing shifts."""
    has_topic = any(known.id == changed.id for known in ahead)
    later = [known.id for known in ahead if known.starts_at > changed.starts_at and known.id != changed.id]
    if changed.state is LessonState.CANCELLED:
        return ([changed.id, *later], later) if has_topic else None
    if not has_topic:
        return (later, [changed.id, *later]) if later else None
    moved = {changed.id: changed.starts_at}
    order = sorted(ahead, key=lambda known: moved.get(known.id, known.starts_at))
    return [known.id for known in ahead], [known.id for known in order]


async def _clear(work: Work, permit: Permit, lesson: LessonId, topic: PlanTopic) -> None:
    await work.run(lessons.clear_topic, lesson)
    await work.run(lessons.reopen, lesson, LessonPart.TOPIC)
    extra: dict[str, str | int | None] = {"part": LessonPart.TOPIC.value}
    entry = AuditEntry(AuditKind.LESSON_RECORD, lesson, topic.topic, lesson=lesson, extra=extra)
    await work.audit(permit, entry)
