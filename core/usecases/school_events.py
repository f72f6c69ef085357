"""Events of the school and of its classes: planned, changed, cancelled, read (CLS-6, DIA-8) [002 VII]."""

from dataclasses import dataclass, replace
from datetime import timedelta

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal, Stale
from core.model.events import Event, EventKind
from core.model.ids import KlassId, PersonId, SchoolEventId, SchoolId
from core.model.lesson_change import KlassName
from core.model.people import Role
from core.model.school_event import ChildEvents, EventCard, EventList, EventPlan, PlannedEvent
from core.rules import school_events as rules
from core.rules.access import allowed, require
from core.storage.gateways import school_events as gateway
from core.storage.gateways.school_events import Entered
from core.storage.queries import lesson_changes, timetable
from core.storage.queries import school_events as query
from core.storage.work import Work
from core.usecases.children import open_diary
from core.usecases.duties import SchoolYear, school_years

AHEAD = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class ListEvents:
    """What lies ahead of a school, or of a class, which names its school by itself."""

    school: SchoolId | None
    klass: KlassId | None = None


@dataclass(frozen=True, slots=True)
class OpenEvent:
    """One event."""

    event: SchoolEventId


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """A new event."""

    school: SchoolId
    plan: EventPlan


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """An event as it is to be."""

    event: SchoolEventId
    plan: EventPlan


@dataclass(frozen=True, slots=True)
class ShowEvents:
    """What lies ahead of a child."""

    child: PersonId


async def list_events(work: Work, command: ListEvents) -> EventList:
    """Give the events ahead, to whoever of the staff may read the timetable. Raises Forbidden."""
    school, klass = await _place(work, command)
    require(work.actor, Action.TIMETABLE_READ, Subject(school=school))
    year = (await school_years(work, [school]))[school]
    today = year.today(work.now)
    found = await work.run(query.between, [school], today, today + AHEAD)
    if klass is not None:
        found = tuple(event for event in found if rules.concerns(event.plan, klass.id, klass.grade))
    ours = (klass,) if klass else await work.run(lesson_changes.klasses, school)
    may_add = _plans_for_school(work, school) or any(may_plan_for(work, school, one) for one in ours)
    name = klass.name if klass else year.school.short_name
    moves = klass is None and allowed(work.actor, Action.CALENDAR_EDIT, Subject(school=school)) is not None
    return EventList(school, command.klass, name, today, found, may_add, _may_bind(work, school, klass), moves)


def _may_bind(work: Work, school: SchoolId, klass: KlassName | None) -> bool:
    if klass is None:
        return False
    subject = Subject(school=school, klass=klass.id, grade=klass.grade)
    return allowed(work.actor, Action.GROUP_CHAT_BIND, subject) is not None


async def _place(work: Work, command: ListEvents) -> tuple[SchoolId, KlassName | None]:
    """Give the school, and the class where one is named; a class of another school is none."""
    if command.klass is None:
        return command.school or SchoolId(0), None
    found = await work.run(lesson_changes.klass_name, command.klass)
    if found is None or command.school not in (None, found[0]):
        require(work.actor, Action.TIMETABLE_READ, Subject(school=command.school or SchoolId(0)))
        raise Forbidden(Action.TIMETABLE_READ)
    return found


def may_plan_for(work: Work, school: SchoolId, klass: KlassName) -> bool:
    """Tell whether the actor plans for a class."""
    subject = Subject(school=school, klass=klass.id, grade=klass.grade)
    return allowed(work.actor, Action.EVENT_EDIT_KLASS, subject) is not None


def _plans_for_school(work: Work, school: SchoolId) -> bool:
    return allowed(work.actor, Action.EVENT_EDIT_SCHOOL, Subject(school=school)) is not None


async def read_event(work: Work, command: OpenEvent) -> EventCard:
    """Give an event with its term, to whoever of the staff may read the timetable. Raises Forbidden, Stale once it was
    cancelled.
    """
    event = await _known(work, command.event, Action.TIMETABLE_READ)
    require(work.actor, Action.TIMETABLE_READ, Subject(school=event.school))
    year = (await school_years(work, [event.school]))[event.school]
    if event.cancelled:
        raise Stale
    return card_of(year, event, work, may_edit=await _may_edit(work, event))


def card_of(year: SchoolYear, event: PlannedEvent, work: Work, *, may_edit: bool) -> EventCard:
    """Give an event with its term, for who has been let in to it."""
    school = year.school
    term = rules.term_of(event.plan, year.regulation.rows, year.calendar, school.zone)
    late = rules.is_late(term, event.entered_at)
    return EventCard(event, school.short_name, school.zone, year.today(work.now), may_edit, term, late)


async def plan_event(work: Work, command: PlanEvent) -> EventCard:
    """Enter an event; those concerned are told.

    Later than the regulation wants is recorded as late, not refused: it forbids nothing. Raises Forbidden, Refusal
    "event-past", "event-far", "event-order", "event-long".
    """
    permit = await authorise(work, command.school, command.plan)
    year = await _sensible(work, command.school, command.plan)
    entered = Entered(command.school, permit.capacity.person, work.now)
    key = await work.run(gateway.add, command.plan, entered)
    await work.audit(permit, AuditEntry(AuditKind.EVENT_PLANNED, key, after=rules.pack(command.plan)))
    event = await _known(work, key, permit.action)
    await _tell(work, permit, event)
    return card_of(year, event, work, may_edit=True)


async def change_event(work: Work, command: ChangeEvent) -> EventCard:
    """Change an event; those concerned hear what is new. Raises as `plan_event`, Stale once it was cancelled,
    Refusal "event-whom" for others than it was planned for: they were told already.
    """
    before = await _known(work, command.event, Action.EVENT_EDIT_SCHOOL)
    await authorise(work, before.school, before.plan)
    permit = await authorise(work, before.school, command.plan)
    year = await _sensible(work, before.school, command.plan)
    if before.cancelled:
        raise Stale
    if (before.plan.klass, before.plan.grades) != (command.plan.klass, command.plan.grades):
        raise Refusal("event-whom")
    after = replace(before, plan=command.plan)
    if before.plan != command.plan:
        await work.run(gateway.change, command.event, command.plan)
        packed = rules.pack(before.plan), rules.pack(command.plan)
        await work.audit(permit, AuditEntry(AuditKind.EVENT_CHANGED, command.event, *packed))
        after = await _known(work, command.event, permit.action)
        await _tell(work, permit, before, after)
    return card_of(year, after, work, may_edit=True)


async def cancel_event(work: Work, command: OpenEvent) -> PlannedEvent:
    """Take an event out of the plan; those who were told of it are told. Raises Forbidden, Stale the second time."""
    event = await _known(work, command.event, Action.EVENT_EDIT_SCHOOL)
    permit = await authorise(work, event.school, event.plan)
    if event.cancelled:
        raise Stale
    await work.run(gateway.cancel, command.event, work.now)
    packed = rules.pack(event.plan), rules.pack(None)
    await work.audit(permit, AuditEntry(AuditKind.EVENT_CANCELLED, command.event, *packed))
    await _tell(work, permit, event)
    return event


async def show_events(work: Work, command: ShowEvents) -> ChildEvents:
    """Give the events, days off and moved days ahead of a child (DIA-8). Raises Forbidden."""
    opened = await open_diary(work, command.child)
    child, today, role = opened.child, opened.today, opened.permit.capacity.role
    found = await work.run(query.between, [child.school], today, today + AHEAD)
    mine = []
    for event in found:
        klass = child.klass_on(max(event.plan.day, today))
        if (
            klass
            and rules.concerns(event.plan, klass.klass, klass.grade)
            and rules.is_meant_for(event.audience, own=role is Role.STUDENT)
        ):
            mine.append(event)
    around = await work.run(timetable.ahead, child, today, today, role, AHEAD)
    return ChildEvents(child, today, tuple(mine), tuple(around.holidays))


async def authorise(work: Work, school: SchoolId, plan: EventPlan) -> Permit:
    """Give the permit to plan for whom an event is. Raises Forbidden, also for a class of another school."""
    action, subjects = await _subjects(work, school, plan)
    permits = [require(work.actor, action, subject) for subject in subjects]
    return permits[0]


async def _may_edit(work: Work, event: PlannedEvent) -> bool:
    action, subjects = await _subjects(work, event.school, event.plan)
    return all(allowed(work.actor, action, subject) for subject in subjects)


async def _subjects(work: Work, school: SchoolId, plan: EventPlan) -> tuple[Action, list[Subject]]:
    """Give what planning an event asks for: a class, each of some grades, or the whole school."""
    if plan.klass is not None:
        found = await work.run(lesson_changes.klass_name, plan.klass)
        if found is None or found[0] != school:
            require(work.actor, Action.EVENT_EDIT_KLASS, Subject(school=school, klass=plan.klass))
            raise Forbidden(Action.EVENT_EDIT_KLASS)
        return Action.EVENT_EDIT_KLASS, [Subject(school=school, klass=plan.klass, grade=found[1].grade)]
    if plan.grades is not None:
        return Action.EVENT_EDIT_SCHOOL, [Subject(school=school, grade=grade) for grade in sorted(plan.grades)]
    return Action.EVENT_EDIT_SCHOOL, [Subject(school=school)]


async def _known(work: Work, key: SchoolEventId, action: Action) -> PlannedEvent:
    event = await work.run(query.one, key)
    if event is None:
        # Somebody without consent or any access hears of that first, as with an id that exists.
        require(work.actor, action, Subject(school=SchoolId(0)))
        raise Forbidden(action)
    return event


async def _sensible(work: Work, school: SchoolId, plan: EventPlan) -> SchoolYear:
    year = (await school_years(work, [school]))[school]
    rules.check_days(plan, year.today(work.now), year.school.year_end)
    return year


async def _tell(work: Work, permit: Permit, *versions: PlannedEvent) -> None:
    """Tell families and the staff of an event as it was and is: who is not concerned any more hears that, too."""
    event, me = versions[-1], permit.capacity.person
    happened = Event(EventKind.SCHOOL_EVENT, event.school, event.id, work.now, actor=me)
    people = {person for one in versions for person in await work.run(query.staff, event.school, one.plan)}
    told = (replace(happened, kind=EventKind.SCHOOL_EVENT_STAFF, person=person) for person in sorted(people - {me}))
    await work.tell(happened, *told)
