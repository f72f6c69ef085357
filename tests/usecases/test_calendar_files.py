"""The calendar that somebody takes along: the child's own, the teacher's own, nothing of others (DIA-8)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from bot.screens import calendar_files as screens
from core.documents.ics import write_ics
from core.model.errors import Forbidden, Stranger
from core.model.ids import KlassId, LessonId, PersonId, SchoolId
from core.model.people import Role
from core.model.school_event import EventPlan
from core.usecases.calendar_files import TakeCalendar, TakeOwnCalendar, child_calendar, own_calendar
from core.usecases.lesson_changing import CancelLesson, Substitute, cancel_lesson, substitute
from core.usecases.school_events import PlanEvent, plan_event
from locales import Translators
from tests.classroom import NEXT_WEEK, classroom
from tests.world import TODAY, World, local

RU = Translators.load(strict=True)["ru"]
EVENTS = (
    EventPlan("Ярмарка", date(2026, 10, 29), at=time(12, 30), place="актовый зал"),
    EventPlan("Сбор 5-х", date(2026, 10, 29), grades=frozenset({5})),
    EventPlan("Лагерь", date(2026, 11, 2), until=date(2026, 11, 4), grades=frozenset({7})),
)


def _read(file: Any) -> dict[str, Any]:
    events = Calendar.from_ical(write_ics(file)).walk("VEVENT")
    return {str(event["SUMMARY"]): event for event in events}


async def _school(world: World) -> dict[str, Any]:
    room = await classroom(world)
    deputy = await world.enter(await world.staff("Седова Ольга Игоревна", Role.DEPUTY))
    belova = await world.staff("Белова Ольга Юрьевна")
    mother = await world.enter(await world.guardian("Волкова Ирина Львовна", room.students[0]))
    for plan in EVENTS:
        await world.do(plan_event, PlanEvent(SchoolId(world.school), plan), deputy)
    other = await world.klass("8А", ["Ершова Яна"])
    theirs = EventPlan("Выезд 8А", date(2026, 10, 30), klass=KlassId(other.id))
    await world.do(plan_event, PlanEvent(SchoolId(world.school), theirs), deputy)
    return {"room": room, "deputy": deputy, "belova": belova, "mother": mother, "other": other.students[0]}


async def test_a_child_takes_its_lessons_events_and_holidays_along(world: World) -> None:
    school = await _school(world)
    room = school["room"]
    await world.do(substitute, Substitute(room.lesson, PersonId(school["belova"])), school["deputy"])
    value = await world.see(child_calendar, TakeCalendar(room.students[0]), school["mother"])
    found = _read(screens.of_child(value, world.clock.now(), RU))
    assert set(found) == {"Алгебра", "🎪 Ярмарка", "🎪 Лагерь", "🏖 Осенние каникулы"}
    fair, camp, days = found["🎪 Ярмарка"], found["🎪 Лагерь"], found["🏖 Осенние каникулы"]
    assert fair.decoded("DTSTART") == local(date(2026, 10, 29), 12, 30)
    assert camp.decoded("DTEND") == date(2026, 11, 5)
    assert (days.decoded("DTSTART"), days.decoded("DTEND")) == (date(2026, 10, 25), date(2026, 11, 2))
    events = Calendar.from_ical(write_ics(screens.of_child(value, world.clock.now(), RU))).walk("VEVENT")
    today = next(event for event in events if str(event["UID"]) == f"lesson-{room.lesson}@school-diary")
    assert today.decoded("DTSTART") == datetime(2026, 10, 15, 7, 20, tzinfo=UTC)
    assert "Белова О.Ю." in str(today["DESCRIPTION"])


async def test_a_cancelled_lesson_keeps_its_uid(world: World) -> None:
    school = await _school(world)
    room = school["room"]
    before = await world.see(child_calendar, TakeCalendar(room.students[0]), school["mother"])
    coming = next(lesson.id for lesson in before.lessons if lesson.day == NEXT_WEEK)
    await world.do(cancel_lesson, CancelLesson(LessonId(coming)), school["deputy"])
    after = await world.see(child_calendar, TakeCalendar(room.students[0]), school["mother"])
    gone = _read(screens.of_child(after, world.clock.now(), RU))["Отменён: Алгебра"]
    assert (str(gone["UID"]), str(gone["STATUS"])) == (f"lesson-{coming}@school-diary", "CANCELLED")


async def test_nobody_takes_anothers(world: World) -> None:
    school = await _school(world)
    for who, child in (
        (school["mother"], school["other"]),
        (school["room"].telegram, school["room"].students[0]),
    ):
        with pytest.raises(Forbidden):
            await world.see(child_calendar, TakeCalendar(PersonId(child)), who)
    with pytest.raises(Stranger):
        await world.see(own_calendar, TakeOwnCalendar(), school["mother"])


async def test_a_teacher_takes_the_own_lessons_along(world: World) -> None:
    school = await _school(world)
    room = school["room"]
    value = await world.see(own_calendar, TakeOwnCalendar(), room.telegram)
    assert [facts.lesson.day for facts in value.lessons] == [TODAY, NEXT_WEEK]
    assert set(_read(screens.of_teacher(value, world.clock.now(), RU))) == {"7Б · Алгебра", "🎪 Ярмарка", "🎪 Лагерь"}
    await world.do(substitute, Substitute(room.lesson, PersonId(school["belova"])), school["deputy"])
    value = await world.see(own_calendar, TakeOwnCalendar(), room.telegram)
    assert [facts.lesson.day for facts in value.lessons] == [NEXT_WEEK]
    assert value.last - value.first >= timedelta(weeks=8)
