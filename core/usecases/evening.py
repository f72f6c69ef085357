"""The coming day as a student has it in the evening (NTF-8)."""

from dataclasses import dataclass
from datetime import date

from core.model.access import Action
from core.model.evening import ChildsEvening, Evening
from core.model.ids import PersonId
from core.rules.access import allowed
from core.storage.queries import evenings
from core.storage.work import Work
from core.usecases.children import open_diary


@dataclass(frozen=True, slots=True)
class ShowEvening:
    """The coming day `day` of a child."""

    child: PersonId
    day: date


async def show_evening(work: Work, wanted: ShowEvening) -> ChildsEvening:
    """Give homework, changes, works and events of a coming day as they are now. Raises Forbidden."""
    opened = await open_diary(work, wanted.child)
    found = await work.run(evenings.of_students, (wanted.child,), wanted.day)
    subject = opened.child.subject(opened.today)
    ticking = allowed(work.actor, Action.DIARY_TICK_HOMEWORK, subject) is not None
    evening = found.get(wanted.child) or Evening(wanted.day)
    return ChildsEvening(opened.child, opened.today, evening, ticking)
