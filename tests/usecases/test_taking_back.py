"""A slip of one tap is mended by one tap: «nothing to record» and a work that nobody has a mark for (JRN-17)."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from core.model.audit import AuditKind
from core.model.errors import Refusal, Stale
from core.model.journal import LessonPart
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.school import EditWindow
from core.storage.rows import AuditRow, LessonRow, SchoolRow, WorkRow
from core.usecases.homework import NoHomework, SetHomework, no_homework, set_homework
from core.usecases.marks import NoMarks, SetMark, no_marks, set_mark
from core.usecases.taking_back import TakeBackNothing, WithdrawWork, take_back_nothing, withdraw_work
from tests.classroom import Classroom, classroom
from tests.world import TODAY, World

PARTS = pytest.mark.parametrize("part", [LessonPart.HOMEWORK, LessonPart.MARKS])


@pytest.fixture
async def room(world: World) -> Classroom:
    return await classroom(world)


async def _record_nothing(room: Classroom, part: LessonPart) -> None:
    if part is LessonPart.HOMEWORK:
        await room.do(no_homework, NoHomework(room.lesson))
    else:
        await room.do(no_marks, NoMarks(room.lesson))


async def _owed(room: Classroom) -> set[LessonPart]:
    query = select(LessonRow.homework_at, LessonRow.marks_at).where(LessonRow.id == room.lesson)
    homework, marks = (await room.world.rows(query))[0]
    return {part for part, at in ((LessonPart.HOMEWORK, homework), (LessonPart.MARKS, marks)) if at is None}


async def _window(room: Classroom, window: EditWindow) -> None:
    async with room.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(SchoolRow).values(edit_window=window)))


@PARTS
async def test_nothing_is_taken_back_and_owed_again(room: Classroom, part: LessonPart) -> None:
    await _record_nothing(room, part)
    assert part not in await _owed(room)
    await room.do(take_back_nothing, TakeBackNothing(room.lesson, part))
    assert part in await _owed(room)
    query = select(AuditRow.before, AuditRow.after).where(AuditRow.kind == AuditKind.LESSON_RECORD)
    said = f"no-{part.value}"
    assert await room.world.rows(query.order_by(AuditRow.seq)) == [(None, said), (said, None)]
    with pytest.raises(Stale):
        await room.do(take_back_nothing, TakeBackNothing(room.lesson, part))


async def test_what_was_given_is_not_nothing(room: Classroom) -> None:
    await room.do(set_homework, SetHomework(room.lesson, "§14"))
    work = await room.work()
    await room.do(set_mark, SetMark(work, room.students[0], MarkValue.FIVE))
    for part in (LessonPart.HOMEWORK, LessonPart.MARKS, LessonPart.TOPIC):
        with pytest.raises(Stale):
            await room.do(take_back_nothing, TakeBackNothing(room.lesson, part))
    assert await _owed(room) == set()


@pytest.mark.parametrize(
    ("window", "last"), [(EditWindow.WEEK, TODAY + timedelta(days=7)), (EditWindow.FORBIDDEN, TODAY)]
)
async def test_it_is_taken_back_while_the_record_may_be_changed(
    room: Classroom, window: EditWindow, last: date
) -> None:
    await _window(room, window)
    await _record_nothing(room, LessonPart.HOMEWORK)
    room.world.clock.to(last + timedelta(days=1), 0, 1)
    with pytest.raises(Refusal) as refused:
        await room.do(take_back_nothing, TakeBackNothing(room.lesson, LessonPart.HOMEWORK))
    assert (refused.value.code, refused.value.values["until"]) == ("record-window-closed", last)
    room.world.clock.to(last, 23, 59)
    await room.do(take_back_nothing, TakeBackNothing(room.lesson, LessonPart.HOMEWORK))


async def test_a_work_declared_by_a_slip_asks_nobody_any_more(room: Classroom) -> None:
    await room.do(no_marks, NoMarks(room.lesson))
    work = await room.work(WorkKind.CONTROL)
    assert LessonPart.MARKS in await _owed(room)
    sheet: Any = await room.do(withdraw_work, WithdrawWork(work))
    assert sheet.works == ()
    assert await room.world.rows(select(WorkRow.id)) == []
    query = select(AuditRow.before, AuditRow.after).where(AuditRow.kind == AuditKind.WORK_DECLARED)
    assert (await room.world.rows(query.order_by(AuditRow.seq)))[-1] == ("control:3::", None)


async def test_a_work_that_had_a_mark_stays(room: Classroom) -> None:
    work = await room.work()
    await room.do(set_mark, SetMark(work, room.students[0], MarkValue.FIVE))
    with pytest.raises(Refusal, match="work-has-marks"):
        await room.do(withdraw_work, WithdrawWork(work))
