"""Events reach the families and the staff concerned: planned, changed, cancelled, and on the evening before (CLS-6)."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import Role
from core.model.preferences import Telling, Topic
from core.model.school_event import EventPlan
from core.storage.rows import KlassRow, SchoolEventRow
from core.usecases.preferences import ChooseTelling, choose_telling
from core.usecases.school_events import (
    ChangeEvent,
    OpenEvent,
    PlanEvent,
    cancel_event,
    change_event,
    plan_event,
)
from notifications.letter import Act
from tests.notifications.conftest import Office
from tests.world import TODAY

LATER = date(2026, 10, 22)
SATURDAY = date(2026, 10, 17)
MUSEUM = EventPlan("Поездка в <музей>", LATER, at=time(14, 30), place="двор школы", bring="воду")


@dataclass(frozen=True, slots=True)
class Staff:
    """The office of 7Б with its class teacher, and a deputy; chats."""

    office: Office
    deputy: int
    supervisor: int

    async def plan(self, plan: EventPlan, who: int | None = None) -> Any:
        world = self.office.world
        card = await world.do(plan_event, PlanEvent(SchoolId(world.school), plan), who or self.deputy)
        return card.event

    async def change(self, event: Any, **more: Any) -> None:
        command = ChangeEvent(event.id, replace(event.plan, **more))
        await self.office.world.do(change_event, command, self.deputy)

    def texts(self, chat: int) -> list[str]:
        return list(self.office.post.by_chat().get(chat, []))


@pytest.fixture
async def staff(office: Office) -> Staff:
    world = office.world
    supervisor = await world.staff("Сомова Нина Павловна")
    deputy = await world.staff("Тихонова Мария Олеговна", Role.DEPUTY)
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=supervisor)))
    return Staff(office, await world.enter(deputy), await world.enter(supervisor))


async def test_a_new_event_is_told_once_after_the_grace_time(staff: Staff) -> None:
    office, klass = staff.office, KlassId(staff.office.room.klass.id)
    async with office.running():
        event = await staff.plan(replace(MUSEUM, klass=klass), staff.supervisor)
        await office.later(minutes=2)
        assert office.post.arrived == []
        await staff.change(event, place="главный вход")
        await office.later(minutes=6)
    told = (
        "<b>Дарья Волкова</b> · 7Б\n"
        "🎪 <b>Поездка в &lt;музей&gt;</b>\n"
        "🗓 четверг, 22 октября, 14:30\n"
        "📍 главный вход\n"
        "🎒 Взять с собой: воду"
    )
    assert staff.texts(office.mother) == staff.texts(office.student) == [told]
    (letter,) = office.post.messages(office.mother)
    assert [(button.act, button.ids) for row in letter.buttons for button in row] == [
        (Act.OPEN_EVENTS, (office.child,))
    ]
    (said,) = staff.texts(office.room.telegram)
    assert said.startswith("🎪 <b>События</b>\n7Б: 🎪 <b>Поездка в &lt;музей&gt;</b>")
    assert staff.texts(staff.deputy) == []


async def test_another_day_and_the_end_of_it_are_told_to_who_knew(staff: Staff) -> None:
    office = staff.office
    async with office.running():
        event = await staff.plan(MUSEUM)
        await office.later(minutes=6)
        await staff.change(event, day=LATER + timedelta(days=1), at=time(15))
        await office.later(minutes=10)
        await office.world.do(cancel_event, OpenEvent(event.id), staff.deputy)
        await office.later(minutes=10)
    first, moved, gone = staff.texts(office.neighbour)
    assert "🗓 пятница, 23 октября, 15:00 (было: четверг, 22 октября, 14:30)" in moved
    assert "🚫 <b>Поездка в &lt;музей&gt;</b> – отменяется (пятница, 23 октября, 15:00)" in gone
    assert "🎒" in first


async def test_what_was_undone_within_the_grace_time_is_not_told(staff: Staff) -> None:
    office = staff.office
    async with office.running():
        event = await staff.plan(MUSEUM)
        await office.later(minutes=1)
        await office.world.do(cancel_event, OpenEvent(event.id), staff.deputy)
        await office.later(minutes=10)
    assert office.post.arrived == []


async def test_other_grades_and_who_wants_none_hear_nothing(staff: Staff) -> None:
    office = staff.office
    child = PersonId(office.child)
    await office.world.do(choose_telling, ChooseTelling(child, Topic.EVENTS, Telling.OFF), office.father)
    async with office.running():
        await staff.plan(replace(MUSEUM, grades=frozenset({5, 6})))
        await office.later(minutes=6)
        assert office.post.arrived == []
        await staff.plan(replace(MUSEUM, grades=frozenset({6, 7})))
        await office.later(minutes=6)
    assert len(staff.texts(office.mother)) == 1
    assert staff.texts(office.father) == []


async def test_on_the_evening_before_it_is_told_once_more(staff: Staff) -> None:
    office, world = staff.office, staff.office.world
    async with office.running():
        await staff.plan(replace(MUSEUM, day=SATURDAY))
        gone = await staff.plan(replace(MUSEUM, name="Концерт", day=SATURDAY))
        await office.later(minutes=6)
        await world.do(cancel_event, OpenEvent(gone.id), staff.deputy)
        await office.later(minutes=6)
        before = len(staff.texts(office.mother))
        world.clock.to(SATURDAY - timedelta(days=1), 18, 1)
        await office.told()
        await office.later(minutes=1)
    (said,) = staff.texts(office.mother)[before:]
    assert "🎪 Завтра: <b>Поездка в &lt;музей&gt;</b>" in said
    assert "Концерт" not in said


async def test_an_imported_event_is_for_its_audience(staff: Staff) -> None:
    office, world = staff.office, staff.office.world
    for name, audience in (("Собрание", "guardians"), ("Зачёт", "students")):
        values = {"kind": "meeting", "day": SATURDAY, "audience": audience}
        await world.insert(SchoolEventRow, school_id=world.school, name=name, **values)
    async with office.running():
        world.clock.to(SATURDAY - timedelta(days=1), 12)
        await office.told()
        world.clock.to(SATURDAY - timedelta(days=1), 18, 1)
        await office.told()
    assert "Собрание" in staff.texts(office.mother)[-1]
    assert "Зачёт" not in staff.texts(office.mother)[-1]
    assert "Зачёт" in staff.texts(office.student)[-1]


async def test_a_late_start_tells_nothing_of_yesterday(staff: Staff) -> None:
    office, world = staff.office, staff.office.world
    await staff.plan(replace(MUSEUM, day=TODAY + timedelta(days=1)))
    async with office.running():
        await office.told()
        world.clock.to(TODAY + timedelta(days=4), 12)
        await office.told()
        before = len(staff.texts(office.mother))
        world.clock.to(TODAY + timedelta(days=4), 18, 5)
        await office.told()
    assert len(staff.texts(office.mother)) == before
