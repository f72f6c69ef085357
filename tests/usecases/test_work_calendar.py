"""Works declared ahead: warned of, never forbidden, taken back; the class's week and the parallel (BEY-7, BEY-8)."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from core.model.audit import AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.ids import KlassId, LessonId, SchoolId
from core.model.lesson import WorkKind
from core.model.people import Role
from core.model.work_calendar import Caution
from core.storage.rows import AuditRow, HomeworkRow, WorkRow
from core.usecases.work_calendar import (
    DropAhead,
    OpenAhead,
    PlanAhead,
    ShowKlassWeek,
    ShowParallel,
    drop_ahead,
    open_ahead,
    plan_ahead,
    show_klass_week,
    show_parallel,
)
from tests.classroom import Classroom, classroom
from tests.world import TODAY, World

TOMORROW = TODAY + timedelta(days=1)
MONDAY = date(2026, 10, 19)


async def _lesson(room: Classroom, day: date, number: int, group: int = 0) -> LessonId:
    key = await room.world.lesson(room.klass, group or room.group, room.teacher, day, number)
    return LessonId(key)


async def test_a_work_is_declared_ahead_once_and_taken_back(world: World) -> None:
    room = await classroom(world)
    lesson = await _lesson(room, TOMORROW, 2)
    sheet = await room.do(plan_ahead, PlanAhead(lesson, WorkKind.CONTROL))
    again = await room.do(plan_ahead, PlanAhead(lesson, WorkKind.CONTROL))
    assert [work.kind for work in again.works] == [WorkKind.CONTROL]
    assert again.works == sheet.works
    left = await room.do(drop_ahead, DropAhead(sheet.works[0].id))
    assert left.works == ()
    assert await world.rows(select(WorkRow.id)) == []
    kinds = [row.kind for row in await world.rows(select(AuditRow.kind))]
    assert kinds == [AuditKind.WORK_DECLARED, AuditKind.WORK_DECLARED]


async def test_the_teacher_is_warned_and_shown_free_lessons(world: World) -> None:
    room = await classroom(world)
    history = await world.group(room.klass, "История", room.teacher)
    for day, number in ((TOMORROW, 1), (MONDAY, 2), (MONDAY + timedelta(days=1), 3)):
        await _lesson(room, day, number, history)
        await _lesson(room, day, number + 3, history)
    other = await _lesson(room, TOMORROW, 3, history)
    await world.insert(WorkRow, lesson_id=other, kind=WorkKind.TEST, weight=2)
    wanted, free = await _lesson(room, TOMORROW, 2), await _lesson(room, MONDAY, 3)
    sheet = await room.see(open_ahead, OpenAhead(wanted))
    assert [(each.caution, each.other and each.other.subject_name) for each in sheet.cautions] == [
        (Caution.SECOND_ON_DAY, "История")
    ]
    assert [place.lesson for place in sheet.free] == [free]
    declared = await room.do(plan_ahead, PlanAhead(wanted, WorkKind.CONTROL))
    assert len(declared.works) == 1


@pytest.mark.parametrize("kind", [WorkKind.ANSWER, WorkKind.HOMEWORK])
async def test_only_what_everybody_writes_is_declared_ahead(world: World, kind: WorkKind) -> None:
    room = await classroom(world)
    lesson = await _lesson(room, TOMORROW, 2)
    with pytest.raises(Refusal) as refused:
        await room.do(plan_ahead, PlanAhead(lesson, kind))
    assert refused.value.code == "not-declared"


async def test_a_lesson_that_has_begun_is_recorded_and_not_planned(world: World) -> None:
    room = await classroom(world)
    with pytest.raises(Refusal) as refused:
        await room.see(open_ahead, OpenAhead(room.lesson))
    assert refused.value.code == "lesson-begun"


async def test_another_teacher_may_not(world: World) -> None:
    room = await classroom(world)
    lesson = await _lesson(room, TOMORROW, 2)
    other = await world.enter(await world.staff("Белова Ирина Николаевна"))
    with pytest.raises(Forbidden):
        await world.do(plan_ahead, PlanAhead(lesson, WorkKind.CONTROL), other)


async def test_the_class_teacher_sees_works_and_load_of_the_week(world: World) -> None:
    room = await classroom(world)
    keeper = await world.staff("Белова Ирина Николаевна")
    klass = await world.klass("7В", [], class_teacher=keeper)
    telegram = await world.enter(keeper)
    group = await world.group(klass, "Алгебра", room.teacher)
    lesson = await world.lesson(klass, group, room.teacher, MONDAY, 1)
    await world.insert(WorkRow, lesson_id=lesson, kind=WorkKind.CONTROL, weight=3)
    for minutes in (100, 60):
        await _given(world, room, group, lesson, minutes)
    week = await world.see(show_klass_week, ShowKlassWeek(KlassId(klass.id), MONDAY), telegram)
    assert [work.day for work in week.works] == [MONDAY]
    assert [(load.day, load.minutes, load.over) for load in week.loads[:2]] == [
        (MONDAY, 160, True),
        (MONDAY + timedelta(days=1), 0, False),
    ]
    assert len(week.loads) == 5
    with pytest.raises(Forbidden):
        await world.see(show_klass_week, ShowKlassWeek(KlassId(room.klass.id)), telegram)


async def _given(world: World, room: Classroom, group: int, lesson: int, minutes: int) -> None:
    await world.insert(
        HomeworkRow, school_id=world.school, lesson_id=lesson, group_id=group, due_on=MONDAY, kind="written",
        text="§1", set_at=world.clock.now(), set_by=room.teacher, minutes=minutes,
    )  # fmt: skip


async def test_the_parallel_costs_the_same_for_one_class_and_for_five(world: World) -> None:
    room = await classroom(world)
    deputy = await world.enter(await world.staff("Сафонова Нина Игоревна", Role.DEPUTY))
    await world.insert(WorkRow, lesson_id=room.lesson, kind=WorkKind.CONTROL, weight=3)
    asked = ShowParallel(SchoolId(world.school))
    few, found = await _counted(world, asked, deputy)
    assert found.grade == 7
    assert [(klass.name, len(klass.works)) for klass in found.klasses] == [("7Б", 1)]
    for name in ("7В", "7Г", "8А", "11А"):
        await world.klass(name, [])
    many, found = await _counted(world, asked, deputy)
    assert found.grades == (7, 8, 11)
    assert len(found.klasses) == 3
    assert many == few


async def _counted(world: World, asked: ShowParallel, telegram: int) -> tuple[int, Any]:
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        sent.append(statement)

    engine = world.engines.reader.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        found = await world.see(show_parallel, asked, telegram)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return sum(statement != "BEGIN" for statement in sent), found
