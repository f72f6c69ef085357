"""An event while it is being written: kept under the account, shown with every change, entered by one tap (CLS-6)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from core.model.access import Action, Subject
from core.model.errors import Refusal, Stale
from core.model.ids import KlassId, SchoolEventId, SchoolId
from core.model.school import ALL_GRADES
from core.model.school_event import LIMITS, EventCard, EventDraft, EventField, EventPlan
from core.rules import school_events as rules
from core.rules.access import allowed, require
from core.rules.texts import clean_text
from core.storage.gateways import keyvalue
from core.storage.queries import lesson_changes
from core.storage.work import Work
from core.usecases.duties import school_years
from core.usecases.school_events import (
    ChangeEvent,
    OpenEvent,
    PlanEvent,
    authorise,
    change_event,
    may_plan_for,
    plan_event,
    read_event,
)

_Kept = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BeginEvent:
    """A new event of a day: for a class where one is named, else for the whole school."""

    school: SchoolId
    klass: KlassId | None
    day: date


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """The draft with this number."""

    number: int


@dataclass(frozen=True, slots=True)
class WriteField:
    """What somebody typed for a part of the event; empty: none of it."""

    number: int
    field: EventField
    typed: str = ""


@dataclass(frozen=True, slots=True)
class ChooseDay:
    """The first day, or the `last` one."""

    number: int
    day: date
    last: bool = False


@dataclass(frozen=True, slots=True)
class ChooseWhom:
    """For a class, or with or without a grade; neither: for the whole school."""

    number: int
    klass: KlassId | None = None
    grade: int | None = None


async def begin_event(work: Work, command: BeginEvent) -> EventDraft:
    """Begin an event. Raises Forbidden for who plans neither for the class nor for the school, Refusal "event-…"."""
    plan = EventPlan("", command.day, klass=command.klass)
    if command.klass is None:
        plan = await _first_choice(work, command.school, plan)
    await authorise(work, command.school, plan)
    year = (await school_years(work, [command.school]))[command.school]
    rules.check_days(plan, year.today(work.now), year.school.year_end)
    kept = {"number": int(work.now.timestamp()), "school": command.school, "home": command.klass, "event": None}
    return await _keep(work, kept, plan)


async def _first_choice(work: Work, school: SchoolId, plan: EventPlan) -> EventPlan:
    """Who plans for classes only begins with the first of the own."""
    if allowed(work.actor, Action.EVENT_EDIT_SCHOOL, Subject(school=school)):
        return plan
    mine = [each for each in await work.run(lesson_changes.klasses, school) if may_plan_for(work, school, each)]
    return replace(plan, klass=mine[0].id) if mine else plan


async def begin_change(work: Work, command: OpenEvent) -> EventDraft:
    """Begin to change an event. Raises Forbidden, Stale once it was cancelled."""
    card = await read_event(work, command)
    event = card.event
    await authorise(work, event.school, event.plan)
    kept = {"number": int(work.now.timestamp()), "school": event.school, "home": event.plan.klass, "event": event.id}
    return await _keep(work, kept, event.plan)


async def open_event_draft(work: Work, command: OpenDraft) -> EventDraft:
    """Give a draft as it stands. Raises Stale where it was entered or dropped, Forbidden."""
    kept = await _kept(work, command.number)
    return await _shown(work, kept, _plan(kept))


async def write_field(work: Work, command: WriteField) -> EventDraft:
    """Take what was typed. Raises Refusal "text-empty", "text-long" or "event-time", Stale, Forbidden."""
    kept = await _kept(work, command.number)
    plan = _plan(kept)
    if not command.typed and command.field is EventField.NAME:
        raise Refusal("text-empty")
    one_line = command.field is not EventField.WORDS
    text = clean_text(command.typed, LIMITS[command.field], one_line=one_line) if command.typed else ""
    return await _keep(work, kept, _WRITTEN[command.field](plan, text))


_WRITTEN: Mapping[EventField, Callable[[EventPlan, str], EventPlan]] = {
    EventField.NAME: lambda plan, text: replace(plan, name=text),
    EventField.TIME: lambda plan, text: replace(plan, at=rules.time_of(text) if text else None),
    EventField.PLACE: lambda plan, text: replace(plan, place=text),
    EventField.WORDS: lambda plan, text: replace(plan, words=text),
    EventField.BRING: lambda plan, text: replace(plan, bring=text),
}


async def choose_event_day(work: Work, command: ChooseDay) -> EventDraft:
    """Take a day; another first day takes the last one along. Raises Refusal "event-…", Stale, Forbidden."""
    kept = await _kept(work, command.number)
    plan = _plan(kept)
    if command.last:
        plan = replace(plan, until=None if command.day == plan.day else command.day)
    else:
        length = plan.last - plan.day
        plan = replace(plan, day=command.day, until=command.day + length if length else None)
    year = (await school_years(work, [SchoolId(kept["school"])]))[SchoolId(kept["school"])]
    rules.check_days(plan, year.today(work.now), year.school.year_end)
    return await _keep(work, kept, plan)


async def choose_whom(work: Work, command: ChooseWhom) -> EventDraft:
    """Take for whom it is; a grade that is chosen already is left out again. Raises Stale, Forbidden."""
    kept = await _kept(work, command.number)
    plan = _plan(kept)
    grades = None
    if command.grade is not None:
        grades = frozenset((plan.grades or frozenset()) ^ {command.grade})
        grades = None if not grades or grades == ALL_GRADES else grades
    return await _keep(work, kept, replace(plan, klass=command.klass, grades=grades))


async def save_event_draft(work: Work, command: OpenDraft) -> EventCard:
    """Enter or change the event; those concerned are told. Raises as `plan_event`, Refusal "event-nameless", Stale."""
    kept = await _kept(work, command.number)
    plan = _plan(kept)
    if not plan.name:
        raise Refusal("event-nameless")
    await work.run(keyvalue.drop, _key(work))
    if kept["event"]:
        return await change_event(work, ChangeEvent(SchoolEventId(kept["event"]), plan))
    return await plan_event(work, PlanEvent(SchoolId(kept["school"]), plan))


async def drop_event_draft(work: Work, command: OpenDraft) -> EventDraft:
    """Leave a draft, and give it for the last time. Raises Stale, Forbidden."""
    draft = await open_event_draft(work, command)
    await work.run(keyvalue.drop, _key(work))
    return draft


async def _keep(work: Work, kept: _Kept, plan: EventPlan) -> EventDraft:
    await authorise(work, SchoolId(kept["school"]), plan)
    written = {
        "name": plan.name,
        "day": plan.day.isoformat(),
        "until": plan.until.isoformat() if plan.until else None,
        "at": plan.at.isoformat() if plan.at else None,
        "place": plan.place,
        "words": plan.words,
        "bring": plan.bring,
        "klass": plan.klass,
        "grades": sorted(plan.grades) if plan.grades else None,
    }
    await work.run(keyvalue.put, _key(work), {**kept, "plan": written}, work.now)
    return await _shown(work, kept, plan)


async def _kept(work: Work, number: int) -> _Kept:
    require(work.actor, Action.ACCOUNT_MANAGE_OWN, _oneself(work))
    kept = await work.run(keyvalue.get, _key(work))
    if kept is None or kept["number"] != number:
        raise Stale
    return kept


def _oneself(work: Work) -> Subject:
    capacity = next(iter(work.actor.capacities), None)
    if capacity is None:
        return Subject(school=SchoolId(0))
    return Subject(school=capacity.school, person=capacity.person)


def _plan(kept: _Kept) -> EventPlan:
    written = kept["plan"]
    return EventPlan(
        name=written["name"],
        day=date.fromisoformat(written["day"]),
        until=date.fromisoformat(written["until"]) if written["until"] else None,
        at=time.fromisoformat(written["at"]) if written["at"] else None,
        place=written["place"],
        words=written["words"],
        bring=written["bring"],
        klass=KlassId(written["klass"]) if written["klass"] else None,
        grades=frozenset(written["grades"]) if written["grades"] else None,
    )


async def _shown(work: Work, kept: _Kept, plan: EventPlan) -> EventDraft:
    school = SchoolId(kept["school"])
    await authorise(work, school, plan)
    year = (await school_years(work, [school]))[school]
    term = rules.term_of(plan, year.regulation.rows, year.calendar, year.school.zone)
    event = SchoolEventId(kept["event"]) if kept["event"] else None
    klasses = await work.run(lesson_changes.klasses, school)
    return EventDraft(
        number=kept["number"],
        school=school,
        school_name=year.school.short_name,
        zone=year.school.zone,
        today=year.today(work.now),
        plan=plan,
        event=event,
        home=KlassId(kept["home"]) if kept["home"] else None,
        term=term,
        late=event is None and rules.is_late(term, work.now),
        school_wide=allowed(work.actor, Action.EVENT_EDIT_SCHOOL, Subject(school=school)) is not None,
        klasses=tuple(klass for klass in klasses if may_plan_for(work, school, klass)),
    )


def _key(work: Work) -> str:
    return f"event-draft:{work.actor.telegram}"
