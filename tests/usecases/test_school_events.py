"""Events of the school and its classes: who plans them, until when, what is recorded and told (CLS-6) [002 VII]."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from core.model.errors import Forbidden, Refusal, Stale
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import Role
from core.model.school import Preset
from core.model.school_event import EventField, EventPlan
from core.storage.rows import AuditRow, EventRow, KlassRow, SchoolEventRow
from core.usecases.diary import ShowDay, ShowTimetable, show_day, show_timetable
from core.usecases.event_drafts import (
    BeginEvent,
    ChooseDay,
    ChooseWhom,
    OpenDraft,
    WriteField,
    begin_change,
    begin_event,
    choose_event_day,
    choose_whom,
    drop_event_draft,
    open_event_draft,
    save_event_draft,
    write_field,
)
from core.usecases.school_events import (
    ChangeEvent,
    ListEvents,
    OpenEvent,
    PlanEvent,
    ShowEvents,
    cancel_event,
    change_event,
    list_events,
    plan_event,
    read_event,
    show_events,
)
from tests.world import TODAY, KlassOf, World

SOON, LATER = TODAY + timedelta(days=5), TODAY + timedelta(days=20)
MUSEUM = EventPlan("Поездка в музей", LATER, at=time(14, 30), place="двор школы", bring="воду")


@dataclass(frozen=True, slots=True)
class Staff:
    """7Б with its class teacher and a subject teacher, 8А without; deputy, administrator; chats."""

    world: World
    seven: KlassOf
    eight: KlassOf
    deputy: int
    administrator: int
    supervisor: int
    teacher: int
    mother: int
    neighbour: int
    people: dict[str, int]

    @property
    def school(self) -> SchoolId:
        return SchoolId(self.world.school)

    @property
    def klass(self) -> KlassId:
        return KlassId(self.seven.id)

    async def plan(self, plan: EventPlan, who: int) -> Any:
        return await self.world.do(plan_event, PlanEvent(self.school, plan), who)


@pytest.fixture
async def staff(world: World) -> Staff:
    await world.change_school(preset=Preset.ANTSIR)
    supervisor = await world.staff("Белова Ирина Николаевна")
    teacher = await world.staff("Зимина Анна Петровна")
    deputy = await world.staff("Седова Ольга Игоревна", Role.DEPUTY)
    office = await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR)
    seven = await world.klass("7Б", ["Орлов Михаил"], class_teacher=supervisor)
    eight = await world.klass("8А", ["Ершова Яна"])
    algebra = await world.group(seven, "Алгебра", teacher)
    await world.lesson(seven, algebra, teacher, LATER, 3)
    mother = await world.guardian("Орлова Екатерина Павловна", seven.students[0])
    other = await world.guardian("Ершов Олег Ильич", eight.students[0])
    chats = [await world.enter(each) for each in (deputy, office, supervisor, teacher, mother, other)]
    people = {"supervisor": supervisor, "teacher": teacher, "deputy": deputy, "administrator": office}
    return Staff(world, seven, eight, *chats, people)


async def _told(world: World) -> list[tuple[str, int | None]]:
    query = select(EventRow.kind, EventRow.person_id).where(EventRow.published_at.is_(None)).order_by(EventRow.id)
    return [(kind.value, person) for kind, person in await world.rows(query)]


async def test_a_class_event_is_told_to_its_families_and_teachers(staff: Staff) -> None:
    card = await staff.plan(replace(MUSEUM, klass=staff.klass), staff.supervisor)
    assert (card.late, card.event.klass_name, card.term.clause) == (False, "7Б", "002 VII")
    assert await _told(staff.world) == [("school_event", None), ("school_event_staff", staff.people["teacher"])]


async def test_an_event_of_the_school_is_told_to_all_its_staff(staff: Staff) -> None:
    await staff.plan(MUSEUM, staff.administrator)
    told = {person for kind, person in await _told(staff.world) if kind == "school_event_staff"}
    assert told == set(staff.people.values()) - {staff.people["administrator"]}


@pytest.mark.parametrize(
    ("ahead", "late"), [(13, True), (14, False), (20, False)], ids=["the day too late", "the last day", "early"]
)
async def test_a_school_event_is_late_less_than_two_weeks_ahead(staff: Staff, ahead: int, late: bool) -> None:
    card = await staff.plan(replace(MUSEUM, day=TODAY + timedelta(days=ahead)), staff.deputy)
    assert card.late is late


@pytest.mark.parametrize(("ahead", "late"), [(6, True), (7, False)])
async def test_a_class_event_is_late_less_than_a_week_ahead(staff: Staff, ahead: int, late: bool) -> None:
    plan = replace(MUSEUM, day=TODAY + timedelta(days=ahead), klass=staff.klass)
    assert (await staff.plan(plan, staff.supervisor)).late is late


async def test_what_is_said_never_enters_the_trail(staff: Staff) -> None:
    card = await staff.plan(replace(MUSEUM, words="Сбор у входа"), staff.deputy)
    await staff.world.do(change_event, ChangeEvent(card.event.id, replace(card.event.plan, name="Музей")), staff.deputy)
    await staff.world.do(cancel_event, OpenEvent(card.event.id), staff.deputy)
    rows = await staff.world.rows(select(AuditRow.kind, AuditRow.before, AuditRow.after).order_by(AuditRow.id))
    assert [row.kind for row in rows] == ["event.planned", "event.changed", "event.cancelled"]
    kept = " ".join(str(row) for row in rows)
    assert not any(word in kept for word in ("Музей", "музей", "Сбор", "двор", "воду"))


async def test_nobody_plans_for_others(staff: Staff) -> None:
    theirs = replace(MUSEUM, klass=KlassId(staff.eight.id))
    grades = replace(MUSEUM, grades=frozenset({7}))
    refused = (
        (staff.supervisor, theirs),
        (staff.supervisor, MUSEUM),
        (staff.supervisor, grades),
        (staff.administrator, theirs),
        (staff.teacher, replace(MUSEUM, klass=staff.klass)),
        (staff.mother, replace(MUSEUM, klass=staff.klass)),
    )
    for who, plan in refused:
        with pytest.raises(Forbidden):
            await staff.plan(plan, who)
    card = await staff.plan(theirs, staff.deputy)
    for usecase in (cancel_event, begin_change):
        with pytest.raises(Forbidden):
            await staff.world.do(usecase, OpenEvent(card.event.id), staff.supervisor)
    with pytest.raises(Forbidden):
        await staff.world.see(list_events, ListEvents(staff.school), staff.mother)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ((TODAY - timedelta(days=1), None), "event-past"),
        ((LATER, SOON), "event-order"),
        ((SOON, SOON + timedelta(days=31)), "event-long"),
        ((date(2027, 9, 10), None), "event-far"),
    ],
)
async def test_impossible_days_are_refused(staff: Staff, days: tuple[date, date | None], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        await staff.plan(replace(MUSEUM, day=days[0], until=days[1]), staff.deputy)
    assert refused.value.code == code


async def test_the_families_concerned_see_it_in_diary_timetable_and_list(staff: Staff) -> None:
    world, child = staff.world, PersonId(staff.seven.students[0])
    other = PersonId(staff.eight.students[0])
    card = await staff.plan(
        replace(MUSEUM, day=SOON, until=SOON + timedelta(days=2), grades=frozenset({7, 9})), staff.deputy
    )
    day = await world.see(show_day, ShowDay(child, SOON + timedelta(days=1)), staff.mother)
    assert [event.name for event in day.page.events] == ["Поездка в музей"]
    timetable = await world.see(show_timetable, ShowTimetable(child), staff.mother)
    assert [event.until for event in timetable.events] == [SOON + timedelta(days=2)]
    mine = await world.see(show_events, ShowEvents(child), staff.mother)
    assert [event.plan.bring for event in mine.events] == ["воду"]
    assert [holiday.name for holiday in mine.holidays] == ["Осенние каникулы"]
    theirs = await world.see(show_events, ShowEvents(other), staff.neighbour)
    assert theirs.events == ()
    with pytest.raises(Forbidden):
        await world.see(show_events, ShowEvents(other), staff.mother)
    await world.do(cancel_event, OpenEvent(card.event.id), staff.deputy)
    assert (await world.see(show_day, ShowDay(child, SOON), staff.mother)).page.events == ()
    assert (await world.see(show_events, ShowEvents(child), staff.mother)).events == ()


async def test_a_cancelled_event_is_no_more(staff: Staff) -> None:
    card = await staff.plan(MUSEUM, staff.deputy)
    await staff.world.do(cancel_event, OpenEvent(card.event.id), staff.deputy)
    with pytest.raises(Stale):
        await staff.world.do(cancel_event, OpenEvent(card.event.id), staff.deputy)
    with pytest.raises(Stale):
        await staff.world.see(read_event, OpenEvent(card.event.id), staff.deputy)


async def test_for_whom_it_is_stays(staff: Staff) -> None:
    card = await staff.plan(MUSEUM, staff.deputy)
    command = ChangeEvent(card.event.id, replace(card.event.plan, klass=staff.klass))
    with pytest.raises(Refusal, match="event-whom"):
        await staff.world.do(change_event, command, staff.deputy)


async def test_a_draft_becomes_an_event(staff: Staff) -> None:
    do, who = staff.world.do, staff.supervisor
    draft = await do(begin_event, BeginEvent(staff.school, None, SOON), who)
    assert (draft.klass_name, draft.late, draft.school_wide) == ("7Б", True, False)
    number = draft.number
    await do(write_field, WriteField(number, EventField.NAME, "  Поездка\nв музей "), who)
    await do(write_field, WriteField(number, EventField.TIME, "14.30"), who)
    await do(choose_event_day, ChooseDay(number, LATER), who)
    await do(choose_event_day, ChooseDay(number, LATER + timedelta(days=1), last=True), who)
    moved = await do(choose_event_day, ChooseDay(number, LATER + timedelta(days=7)), who)
    assert moved.plan.until == LATER + timedelta(days=8)
    card = await do(save_event_draft, OpenDraft(number), who)
    plan = card.event.plan
    assert (plan.name, plan.at, plan.klass) == ("Поездка в музей", time(14, 30), staff.klass)
    with pytest.raises(Stale):
        await do(save_event_draft, OpenDraft(number), who)
    assert len(await staff.world.rows(select(SchoolEventRow.id))) == 1


async def test_a_draft_is_a_persons_own_and_the_latest(staff: Staff) -> None:
    do, who = staff.world.do, staff.deputy
    old = await do(begin_event, BeginEvent(staff.school, None, LATER), who)
    staff.world.clock.shift(seconds=5)
    new = await do(begin_event, BeginEvent(staff.school, staff.klass, LATER), who)
    for number, person in ((old.number, who), (new.number, staff.supervisor)):
        with pytest.raises(Stale):
            await do(write_field, WriteField(number, EventField.NAME, "Музей"), person)
    for field, typed, code in (
        (EventField.TIME, "25:10", "event-time"),
        (EventField.NAME, " ", "text-empty"),
        (EventField.PLACE, "я" * 101, "text-long"),
    ):
        with pytest.raises(Refusal) as refused:
            await do(write_field, WriteField(new.number, field, typed), who)
        assert refused.value.code == code
    with pytest.raises(Refusal, match="event-nameless"):
        await do(save_event_draft, OpenDraft(new.number), who)
    chosen = await do(choose_whom, ChooseWhom(new.number, grade=7), who)
    chosen = await do(choose_whom, ChooseWhom(new.number, grade=8), who)
    assert (chosen.plan.grades, chosen.plan.klass) == ({7, 8}, None)
    assert (await do(choose_whom, ChooseWhom(new.number, grade=7), who)).plan.grades == {8}
    assert (await do(choose_whom, ChooseWhom(new.number), who)).plan.grades is None
    await do(drop_event_draft, OpenDraft(new.number), who)
    with pytest.raises(Stale):
        await staff.world.see(open_event_draft, OpenDraft(new.number), who)


async def test_who_lost_the_right_meanwhile_cannot_enter_the_draft(staff: Staff) -> None:
    world = staff.world
    draft = await world.do(begin_event, BeginEvent(staff.school, staff.klass, LATER), staff.supervisor)
    await world.do(write_field, WriteField(draft.number, EventField.NAME, "Музей"), staff.supervisor)
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=None)))
    with pytest.raises(Forbidden):
        await world.do(save_event_draft, OpenDraft(draft.number), staff.supervisor)
