"""A mark that a reader wants to be told of while it can still be reached (DIA-6)."""

from dataclasses import dataclass

from core.model.access import Action
from core.model.errors import Forbidden
from core.model.ids import PersonId, SubjectId
from core.model.mark import MarkValue
from core.storage.gateways import goals
from core.storage.queries import progress
from core.storage.work import Work
from core.usecases.children import open_diary


@dataclass(frozen=True, slots=True)
class SetGoal:
    """Watch a subject of a child for a mark, None: not any more."""

    child: PersonId
    subject: SubjectId
    mark: MarkValue | None


async def set_goal(work: Work, command: SetGoal) -> None:
    """Keep the goal for this reader alone. Raises Forbidden, also for a subject that the child is not taught."""
    opened = await open_diary(work, command.child, Action.PREFERENCES_SET)
    frame = await work.run(progress.frame, opened.child, opened.today, work.actor.account)
    if command.subject not in {subject.id for subject in frame.subjects}:
        raise Forbidden(Action.PREFERENCES_SET)
    place = goals.key(work.actor.account, command.child)
    await work.run(goals.put, place, command.subject, command.mark, work.now)
