"""What a lesson was about: from the thematic plan, or typed (JRN-5) [000 §9]."""

from dataclasses import dataclass

from core.model.access import Action
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Refusal
from core.model.ids import LessonId
from core.model.journal import TOPIC_LIMIT, LessonPart, TopicSheet
from core.rules.texts import clean_text
from core.storage.gateways import lessons
from core.storage.queries import lesson_plan
from core.storage.work import Work
from core.usecases.journal import enter, takes_place


@dataclass(frozen=True, slots=True)
class OpenTopics:
    """Which lesson's topic."""

    lesson: LessonId


@dataclass(frozen=True, slots=True)
class SetTopic:
    """A topic: a row of the plan, or `text` as it was typed."""

    lesson: LessonId
    text: str = ""
    plan_topic: int | None = None


async def topic_sheet(work: Work, command: OpenTopics) -> TopicSheet:
    """Give topics to choose from, the next unused one of the plan first. Raises Forbidden, Refusal when cancelled."""
    visit = await enter(work, command.lesson, Action.TOPIC_SET)
    takes_place(visit.facts)
    return TopicSheet(visit.facts, await work.run(lesson_plan.choices, visit.facts.lesson))


async def set_topic(work: Work, command: SetTopic) -> str:
    """Write the topic, give it as it stands now. A lesson to come may have one: it is planned then [003 Г-9].

    Raises Refusal "plan-topic-gone" for a topic of another plan, "text-empty" or "text-long" for a typed one.
    """
    visit = await enter(work, command.lesson, Action.TOPIC_SET)
    takes_place(visit.facts)
    lesson = visit.facts.lesson
    text = command.text
    if command.plan_topic is not None:
        planned = await work.run(lesson_plan.topic, lesson, command.plan_topic)
        if planned is None:
            raise Refusal("plan-topic-gone")
        text = planned.topic
    topic = clean_text(text, TOPIC_LIMIT, one_line=True)
    if topic != lesson.topic or lesson.topic_at is None:
        await work.run(lessons.set_topic, lesson.id, topic, command.plan_topic)
        await work.run(lessons.complete, lesson.id, LessonPart.TOPIC, work.sent_at)
        extra: dict[str, str | int | None] = {"part": LessonPart.TOPIC.value, "plan_topic": command.plan_topic}
        before, after = lesson.topic, topic
        entry = AuditEntry(AuditKind.LESSON_RECORD, lesson.id, before, after, lesson=lesson.id, extra=extra)
        await work.audit(visit.permit, entry)
    return topic
