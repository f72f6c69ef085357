"""Whose diary may be read: the first step of everything a family asks for (ACC-3)."""

from dataclasses import dataclass
from datetime import date

from core.model.access import Action, Permit, Subject
from core.model.diary import Child
from core.model.errors import Forbidden
from core.model.ids import PersonId, SchoolId
from core.rules.access import require
from core.storage.queries import children
from core.storage.work import Work

_NO_SCHOOL = SchoolId(0)


@dataclass(frozen=True, slots=True)
class Opened:
    """A diary that may be opened: whose, by which permit, and what day the school has now."""

    child: Child
    permit: Permit
    today: date


async def open_diary(work: Work, student: PersonId, action: Action = Action.DIARY_READ) -> Opened:
    """Give the child if the actor may do `action` with the child's diary [ACC-3; 003 Е, Ж; 002 §3; 004 §1].

    Raises Forbidden for somebody else's child and for nobody's alike, Stranger, ConsentNeeded.
    """
    child = await work.run(children.child, student)
    if child is None:
        require(work.actor, action, Subject(_NO_SCHOOL))
        raise Forbidden(action)
    today = child.today(work.now)
    return Opened(child, require(work.actor, action, child.subject(today)), today)
