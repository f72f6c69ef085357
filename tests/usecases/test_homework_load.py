"""How long homework takes: said by its teacher, counted for the class, told to nobody as a change (BEY-7)."""

import pytest
from sqlalchemy import select

from core.model.errors import Forbidden, Refusal
from core.model.events import EventKind
from core.model.ids import HomeworkId
from core.storage.rows import EventRow, HomeworkRow
from core.usecases.homework import (
    ChangeHomework,
    OpenHomework,
    SetHomework,
    change_homework,
    homework_sheet,
    set_homework,
)
from core.usecases.homework_load import SetMinutes, TypedMinutes, set_minutes, type_minutes
from tests.classroom import NEXT_WEEK, Classroom, classroom
from tests.world import World


@pytest.fixture
async def room(world: World) -> Classroom:
    return await classroom(world)


async def _given(room: Classroom, text: str = "§15") -> HomeworkId:
    given = await room.do(set_homework, SetHomework(room.lesson, text))
    return HomeworkId(given.id)


async def _minutes(room: Classroom) -> list[int | None]:
    return [row.minutes for row in await room.world.rows(select(HomeworkRow.minutes).order_by(HomeworkRow.id))]


async def test_the_sheet_tells_what_the_class_has_for_each_day_to_choose(room: Classroom) -> None:
    await room.do(set_minutes, SetMinutes(await _given(room), 45))
    await _given(room, "§16")
    sheet = await room.see(homework_sheet, OpenHomework(room.lesson))
    load = sheet.load_of(NEXT_WEEK)
    assert load is not None
    assert (load.minutes, load.norm, load.estimated, load.over) == (45 + 30, 150, True, False)


async def test_minutes_stay_when_the_text_is_changed_and_ring_nowhere(room: Classroom) -> None:
    task = await _given(room)
    await room.do(set_minutes, SetMinutes(task, 20))
    await room.do(set_minutes, SetMinutes(task, 20))
    told = await room.world.rows(select(EventRow.id).where(EventRow.kind == EventKind.HOMEWORK))
    assert len(told) == 1
    await room.do(change_homework, ChangeHomework(task, text="§16"))
    assert await _minutes(room) == [20]


@pytest.mark.parametrize(("typed", "kept"), [("25", 25), (" 25 мин", 25), ("300", 300)])
async def test_minutes_are_typed(room: Classroom, typed: str, kept: int) -> None:
    await room.do(type_minutes, TypedMinutes(await _given(room), typed))
    assert await _minutes(room) == [kept]


@pytest.mark.parametrize("typed", ["", "полчаса", "0", "301", "-5", "٢٥", "9" * 5000, "1.5"])
async def test_what_is_no_number_of_minutes_is_refused(room: Classroom, typed: str) -> None:
    task = await _given(room)
    with pytest.raises(Refusal) as refused:
        await room.do(type_minutes, TypedMinutes(task, typed))
    assert refused.value.code == "minutes-range"
    assert await _minutes(room) == [None]


async def test_another_teacher_may_not(room: Classroom) -> None:
    task = await _given(room)
    other = await room.world.enter(await room.world.staff("Белова Ирина Николаевна"))
    with pytest.raises(Forbidden):
        await room.world.do(set_minutes, SetMinutes(task, 20), other)
