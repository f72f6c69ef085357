"""The card of a substituted lesson, for who gives it (BEY-10) [003 §4.11; 002 §4а; 004 §2]."""

from dataclasses import dataclass

from core.model.access import Action
from core.model.ids import LessonId
from core.model.lesson_change import SubstitutionCard
from core.storage.queries import lesson_plan, substitution
from core.storage.work import Work
from core.usecases.journal import enter, takes_place


@dataclass(frozen=True, slots=True)
class OpenSubstitution:
    """Which lesson."""

    lesson: LessonId


async def substitution_card(work: Work, command: OpenSubstitution) -> SubstitutionCard:
    """Give what the keeper of a lesson's record needs to give it: rights for that lesson only.

    Raises Forbidden for everybody else, the handed-over lesson's own teacher among them; Refusal "lesson-cancelled".
    """
    facts = (await enter(work, command.lesson, Action.ATTENDANCE_TAKE)).facts
    takes_place(facts)
    found = await work.run(substitution.attending, facts)
    given = facts.lesson.topic or ""
    planned = () if given else await work.run(lesson_plan.choices, facts.lesson)
    topic, task = (given, facts.task) if given else (planned[0].topic, planned[0].task) if planned else ("", "")
    return SubstitutionCard(facts, found.pupils, found.missing, found.due, topic, task, bool(given))
