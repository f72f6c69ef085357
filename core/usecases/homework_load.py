"""How long a homework takes, as its teacher says (BEY-7). Families are not told: nothing of the task has changed."""

from dataclasses import dataclass

from core.model.access import Action
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.homework_load import MINUTES_LIMIT
from core.model.ids import HomeworkId
from core.storage.gateways import homework
from core.storage.gateways.homework import Task
from core.storage.queries import journal, lesson_plan
from core.storage.work import Work
from core.usecases.homework import canonical
from core.usecases.journal import admit


@dataclass(frozen=True, slots=True)
class SetMinutes:
    """A homework takes so many minutes."""

    homework: HomeworkId
    minutes: int


async def set_minutes(work: Work, command: SetMinutes) -> None:
    """Keep the minutes; the same again changes nothing. Raises Forbidden, Refusal "minutes-range" (`limit`)."""
    found = await work.run(lesson_plan.task, command.homework)
    visit = await admit(work, await work.run(journal.facts, found.lesson) if found else None, Action.HOMEWORK_SET)
    if found is None:
        raise Forbidden(Action.HOMEWORK_SET)
    if not 1 <= command.minutes <= MINUTES_LIMIT:
        raise Refusal("minutes-range", limit=MINUTES_LIMIT)
    if found.minutes == command.minutes:
        return
    await work.run(homework.set_minutes, found.id, command.minutes)
    text = canonical(Task(found.text, found.due_on, found.kind))
    entry = AuditEntry(
        AuditKind.HOMEWORK_CHANGED,
        found.id,
        before=text,
        after=text,
        lesson=found.lesson,
        student=found.student,
        extra={"minutes": command.minutes},
    )
    await work.audit(visit.permit, entry)


@dataclass(frozen=True, slots=True)
class TypedMinutes:
    """The minutes of a homework as they were typed."""

    homework: HomeworkId
    text: str


async def type_minutes(work: Work, command: TypedMinutes) -> None:
    """Keep what was typed: «25», «25 мин». Raises as `set_minutes` does."""
    first = command.text.split(maxsplit=1)[:1]
    digits = first[0] if first and first[0].isascii() and first[0].isdigit() else "0"
    await set_minutes(work, SetMinutes(command.homework, int(digits[:6])))
