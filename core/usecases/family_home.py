"""The first screen of a family: whose diary, what comes next, what is new."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from core.model.access import Action, Capacity
from core.model.diary import Child
from core.model.errors import Forbidden
from core.model.ids import AccountId, PersonId
from core.model.people import Role
from core.model.progress import Glance
from core.rules.access import require
from core.storage.gateways import keyvalue
from core.storage.queries import children, glance, progress, timetable
from core.storage.queries.glance import Figures
from core.storage.work import Work
from core.usecases.children import open_diary
from core.usecases.progress import FIRST_VISIT


@dataclass(frozen=True, slots=True)
class ShowHome:
    """The first screen in a capacity: of a guardian, or of a student."""

    capacity: Capacity


def choice_key(account: AccountId | None) -> str:
    """Give the key under which an account keeps the child it looked at last."""
    return f"child:{account or 0}"


async def show_home(work: Work, wanted: ShowHome) -> Glance | None:
    """Give the glance at the child chosen last, else the first by name; None where a guardian has no child at school.

    Raises Forbidden for a capacity that the account does not have any more.
    """
    own = [each for each in work.actor.capacities if each.person == wanted.capacity.person]
    if not own:
        raise Forbidden(Action.DIARY_READ)
    ids = frozenset(child for each in own for child in _children(each))
    family = await work.run(children.children, ids)
    if not family:
        return None
    keys = {child: progress.visit_key(work.actor.account, child) for child in family}
    kept = await work.run(keyvalue.some, (choice_key(work.actor.account), *keys.values()))
    chosen = kept.get(choice_key(work.actor.account), {}).get("child")
    child = next((each for each in family if each.id == chosen), family[0])
    today = child.today(work.now)
    require(work.actor, Action.DIARY_READ, child.subject(today))
    draft = kept.get(keys[child])
    since = progress.visit_of(draft).at if draft else work.now - FIRST_VISIT
    figures = await work.run(glance.figures, child, wanted.capacity.person, today, since)
    guarded = wanted.capacity.role is Role.GUARDIAN
    found = replace(_glance(child, today, family, figures, work.now), guarded=guarded)
    if found.lessons:
        return found
    around = await work.run(timetable.ahead, child, today, today, wanted.capacity.role, timedelta())
    return replace(found, holidays=around.on(today)[1])


def _children(capacity: Capacity) -> frozenset[PersonId]:
    return frozenset({capacity.person}) if capacity.role is Role.STUDENT else capacity.children


def _glance(child: Child, today: date, family: tuple[Child, ...], figures: Figures, now: datetime) -> Glance:
    coming = next((lesson for lesson in figures.lessons if lesson.starts_at > now), None)
    return Glance(
        child=child,
        today=today,
        siblings=family,
        lessons=sum(lesson.day == today for lesson in figures.lessons),
        next_at=coming.starts_at.astimezone(child.zone).time() if coming else None,
        next_subject=coming.subject if coming else "",
        next_day=coming.day if coming else None,
        homework_day=max((lesson.day for lesson in figures.lessons if lesson.day > today), default=None),
        homework=figures.homework,
        fresh=figures.fresh,
        unread=figures.unread,
    )


@dataclass(frozen=True, slots=True)
class OnlyFirstGraders:
    """Whether a family has to do with the first grade alone."""


async def only_first_graders(work: Work, _wanted: OnlyFirstGraders) -> bool:
    """Tell whether all children of the actor, and the actor as a student, are in the first grade (DIA-13)."""
    family = await work.run(
        children.children, frozenset(child for each in work.actor.capacities for child in _own(each))
    )
    return bool(family) and all(child.unmarked(child.today(work.now)) for child in family)


def _own(capacity: Capacity) -> frozenset[PersonId]:
    return _children(capacity) if capacity.role in (Role.GUARDIAN, Role.STUDENT) else frozenset()


@dataclass(frozen=True, slots=True)
class ChooseChild:
    """The child whose diary is shown first from now on."""

    child: PersonId


async def choose_child(work: Work, wanted: ChooseChild) -> Capacity:
    """Remember the chosen child of this account, give the capacity in which it is read (ACC-2).

    Raises Forbidden for a child that is not the actor's.
    """
    opened = await open_diary(work, wanted.child)
    if opened.permit.capacity.role not in (Role.GUARDIAN, Role.STUDENT):
        raise Forbidden(Action.DIARY_READ)
    await work.run(keyvalue.put, choice_key(work.actor.account), {"child": opened.child.id}, work.now)
    return opened.permit.capacity
