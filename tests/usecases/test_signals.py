"""Signals told, the class today, gaps told to the deputy (JRN-15, CLS-1, CLS-8)."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from core.model.attendance import Presence
from core.model.errors import Forbidden, Refusal, Stale
from core.model.ids import GroupId, KlassId, PersonId
from core.model.lesson import LessonState
from core.model.signal import SignalAudience, SignalKind
from core.storage.rows import AttendanceRow, AuditRow, EventRow, GroupRow, KlassRow, LessonRow, PersonRow
from core.usecases.klass_today import ShowKlassToday, TellGap, show_klass_today, tell_gap
from core.usecases.signals import ShowSignals, TellSignal, show_signals, tell_signal
from tests.chats.control_school import controlled
from tests.world import TODAY, World

PARENTS, TEACHER = SignalAudience.PARENTS, SignalAudience.CLASS_TEACHER


class School:
    """7Б of the stories of control, with ids."""

    def __init__(self, world: World, chats: dict[str, int]) -> None:
        self.world = world
        self.chats = chats

    async def look_up(self) -> "School":
        self.group = GroupId(await self._id(select(GroupRow.id)))
        self.klass = KlassId(await self._id(select(KlassRow.id)))
        self.vera = await self._person("Вера")
        self.michael = await self._person("Михаил")
        self.zimina = await self._person("Анна")
        self.belova = await self._person("Ирина")
        self.sedova = await self._person("Ольга")
        return self

    async def _person(self, given: str) -> PersonId:
        return PersonId(await self._id(select(PersonRow.id).where(PersonRow.given == given)))

    async def _id(self, query: object) -> int:
        found: int = (await self.world.rows(query))[0][0]
        return found

    async def events(self) -> list[tuple[str, int | None, int | None]]:
        query = select(EventRow.kind, EventRow.student_id, EventRow.person_id).order_by(EventRow.id)
        every = [(kind.value, student, person) for kind, student, person in await self.world.rows(query)]
        return [event for event in every if event[0] in ("signal", "klass_signal", "gap")]


@pytest.fixture
async def school(world: World) -> School:
    return await School(world, await controlled(world)).look_up()


async def test_a_group_s_teacher_sees_who_needs_help(world: World, school: School) -> None:
    found = await world.see(show_signals, ShowSignals(school.group), school.chats["Зимина"])
    (one,) = found.signals
    assert (one.student, one.kinds) == (school.vera, (SignalKind.FAILING,))
    assert [mark.points for mark in one.lately.marks] == [2, 2, 2]
    assert (one.lately.lessons, one.lately.missed, one.lately.missed_in_row) == (4, 1, 1)
    assert (found.klass, found.subject, found.class_teacher) == ("7Б", "Алгебра", school.belova)
    for other in ("Белова", "Седова", "Панина"):
        with pytest.raises(Forbidden):
            await world.see(show_signals, ShowSignals(school.group), school.chats[other])


async def test_each_is_told_once_and_it_is_recorded(world: World, school: School) -> None:
    for audience in (PARENTS, TEACHER):
        command = TellSignal(school.group, school.vera, audience)
        after = await world.do(tell_signal, command, school.chats["Зимина"])
        assert after.signals[0].untold(audience) == ()
        with pytest.raises(Refusal) as refused:
            await world.do(tell_signal, command, school.chats["Зимина"])
        assert refused.value.code == "signal-told"
    assert await school.events() == [
        ("signal", school.vera, None),
        ("klass_signal", school.vera, school.belova),
    ]
    kept = await world.rows(select(AuditRow.after).where(AuditRow.kind == "signal.told").order_by(AuditRow.seq))
    assert [row[0] for row in kept] == ["failing parents", "failing teacher"]


async def test_after_two_weeks_it_may_be_told_again(world: World, school: School) -> None:
    command = TellSignal(school.group, school.vera, PARENTS)
    await world.do(tell_signal, command, school.chats["Зимина"])
    world.clock.to(TODAY + timedelta(days=14), 12)
    again = await world.do(tell_signal, command, school.chats["Зимина"])
    assert again.signals[0].told_on(PARENTS) == TODAY + timedelta(days=14)


async def test_who_needs_no_help_is_not_told_of(world: World, school: School) -> None:
    with pytest.raises(Stale):
        await world.do(tell_signal, TellSignal(school.group, school.michael, PARENTS), school.chats["Зимина"])


async def test_what_is_four_weeks_old_is_forgotten(world: World, school: School) -> None:
    world.clock.to(TODAY + timedelta(days=29), 12)
    found = await world.see(show_signals, ShowSignals(school.group), school.chats["Зимина"])
    assert found.signals == ()


async def test_the_own_class_has_nobody_else_to_tell(world: World, school: School) -> None:
    async with world.works.changing() as work:
        change = KlassRow.__table__.update().values(class_teacher_id=school.zimina)
        await work.run(lambda db: db.execute(change))
    with pytest.raises(Refusal) as refused:
        await world.do(tell_signal, TellSignal(school.group, school.vera, TEACHER), school.chats["Зимина"])
    assert refused.value.code == "signal-nobody"


async def test_the_class_today_tells_who_is_missing_where_and_why(world: World, school: School) -> None:
    klass = await world.rows(select(LessonRow.group_id, LessonRow.klass_id, LessonRow.grade).limit(1))
    group, _, grade = klass[0]
    seven = type("K", (), {"id": school.klass, "grade": grade})()
    late = await world.lesson(seven, group, school.zimina, TODAY, 2)
    await world.lesson(seven, group, school.zimina, TODAY, 3, state=LessonState.CANCELLED)
    await world.lesson(seven, group, school.zimina, TODAY, 7)
    await world.insert(
        AttendanceRow,
        school_id=world.school,
        lesson_id=late,
        student_id=school.vera,
        presence=Presence.ILL,
        reason="справка",
        recorded_at=world.clock.now(),
        recorded_by=school.zimina,
    )
    world.clock.to(TODAY, 12)
    found = await world.see(show_klass_today, ShowKlassToday(school.klass), school.chats["Белова"])
    assert [(one.number, one.taken, one.cancelled) for one in found.lessons] == [
        (1, True, False),
        (2, False, False),
        (3, False, True),
        (7, False, False),
    ]
    assert [one.number for one in found.untaken(world.clock.now())] == [2]
    (vera,) = found.absentees
    assert [(each.number, each.presence, each.reason) for each in vera.absences] == [
        (1, Presence.ABSENT, ""),
        (2, Presence.ILL, "справка"),
    ]
    with pytest.raises(Forbidden):
        await world.see(show_klass_today, ShowKlassToday(school.klass), school.chats["Зимина"])


async def test_a_gap_is_told_to_the_deputy_once_a_day(world: World, school: School) -> None:
    command = TellGap(school.klass, school.zimina)
    assert await world.do(tell_gap, command, school.chats["Белова"]) == 3
    assert await school.events() == [("gap", None, school.sedova)]
    with pytest.raises(Refusal) as refused:
        await world.do(tell_gap, command, school.chats["Белова"])
    assert refused.value.code == "gap-told"
    world.clock.shift(days=1)
    assert await world.do(tell_gap, command, school.chats["Белова"]) == 4


async def test_where_nothing_is_overdue_there_is_no_gap(world: World, school: School) -> None:
    with pytest.raises(Stale):
        await world.do(tell_gap, TellGap(school.klass, school.belova), school.chats["Белова"])
    with pytest.raises(Forbidden):
        await world.do(tell_gap, TellGap(school.klass, school.zimina), school.chats["Седова"])


async def test_a_school_without_a_deputy_says_so(world: World) -> None:
    chats = await controlled(world)
    school = await School(world, chats).look_up()
    async with world.works.changing() as work:
        change = (
            PersonRow.__table__.update().where(PersonRow.id == school.sedova).values(until=TODAY - timedelta(days=1))
        )
        await work.run(lambda db: db.execute(change))
    with pytest.raises(Refusal) as refused:
        await world.do(tell_gap, TellGap(school.klass, school.zimina), chats["Белова"])
    assert refused.value.code == "gap-nobody"
