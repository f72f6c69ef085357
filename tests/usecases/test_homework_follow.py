"""Homework follows the lesson that was to collect it, or waits for the group's next one (JRN-6, ADM-4)."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from core.model.audit import AuditKind
from core.model.ids import LessonId
from core.model.lesson_change import Outcome
from core.storage.rows import AuditRow, HomeworkRow, LessonRow
from core.usecases.homework import SetHomework, set_homework
from core.usecases.lesson_changing import (
    CancelLesson,
    MoveLesson,
    ReturnLesson,
    cancel_lesson,
    move_lesson,
    return_lesson,
)
from tests.classroom import NEXT_WEEK
from tests.usecases.test_lesson_changing import TOMORROW, Office, office

__all__ = ["office"]


async def _due(office: Office) -> list[date | None]:
    query = select(HomeworkRow.due_on).where(HomeworkRow.withdrawn_at.is_(None)).order_by(HomeworkRow.id)
    return [day for (day,) in await office.world.rows(query)]


async def _next_lesson(office: Office) -> LessonId:
    query = select(LessonRow.id).where(LessonRow.group_id == office.room.group, LessonRow.day == NEXT_WEEK)
    return LessonId((await office.world.rows(query))[0][0])


async def test_homework_follows_the_lesson_that_was_to_collect_it(office: Office) -> None:
    await office.room.do(set_homework, SetHomework(office.lesson, "§14"))
    await office.room.do(set_homework, SetHomework(office.lesson, "Карточка", student=office.room.students[0]))
    lesson = await _next_lesson(office)
    after = NEXT_WEEK + timedelta(days=1)

    outcome: Outcome = await office.do(move_lesson, MoveLesson(lesson, after, 2))
    assert (outcome.homework_on, await _due(office)) == (after, [after, after])
    trail = select(AuditRow.before, AuditRow.after).where(AuditRow.kind == AuditKind.HOMEWORK_CHANGED)
    assert (await office.world.rows(trail))[0] == ("unspecified:2026-10-22:§14", "unspecified:2026-10-23:§14")
    again = await office.do(move_lesson, MoveLesson(lesson, after, 3))
    assert (again.homework_on, await _due(office)) == (None, [after, after])
    home = await office.do(move_lesson, MoveLesson(lesson, NEXT_WEEK, 3))
    assert (home.homework_on, await _due(office)) == (NEXT_WEEK, [NEXT_WEEK, NEXT_WEEK])


async def test_homework_of_a_cancelled_lesson_waits_for_the_next_and_comes_back(office: Office) -> None:
    room = office.room
    following = NEXT_WEEK + timedelta(days=1)
    await office.world.lesson(room.klass, room.group, room.teacher, following, 2)
    await room.do(set_homework, SetHomework(office.lesson, "§14"))
    later: Any = await room.do(set_homework, SetHomework(office.lesson, "Проект", due_on=following))
    lesson = await _next_lesson(office)

    outcome: Outcome = await office.do(cancel_lesson, CancelLesson(lesson))
    assert (outcome.homework_on, await _due(office)) == (following, [following, following])
    assert later.due_on == following
    back: Outcome = await office.do(return_lesson, ReturnLesson(lesson))
    assert (back.homework_on, await _due(office)) == (NEXT_WEEK, [NEXT_WEEK, following])


async def test_homework_stays_where_another_lesson_of_the_day_collects_it(office: Office) -> None:
    room = office.room
    await office.world.lesson(room.klass, room.group, room.teacher, NEXT_WEEK, 4)
    await room.do(set_homework, SetHomework(office.lesson, "§14"))
    outcome: Outcome = await office.do(move_lesson, MoveLesson(await _next_lesson(office), TOMORROW, 2))
    assert (outcome.homework_on, await _due(office)) == (None, [NEXT_WEEK])


async def test_homework_that_nobody_can_collect_keeps_its_day(office: Office) -> None:
    await office.room.do(set_homework, SetHomework(office.lesson, "§14"))
    outcome: Outcome = await office.do(cancel_lesson, CancelLesson(await _next_lesson(office)))
    assert (outcome.homework_on, await _due(office)) == (None, [NEXT_WEEK])
