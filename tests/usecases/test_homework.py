"""Homework, topics and comments: set, changed, taken back, and told."""

from datetime import date

import pytest
from sqlalchemy import select

from core.model.errors import Forbidden, NotFound, Refusal
from core.model.events import EventKind
from core.model.homework import FileKind, HomeworkKind, SentFile
from core.model.lesson import LessonState
from core.storage.rows import EventRow, HomeworkRow, LessonRow, RemarkRow
from core.usecases.homework import (
    ChangeHomework,
    NoHomework,
    OpenHomework,
    OpenTask,
    PlanHomework,
    SetHomework,
    WithdrawHomework,
    change_homework,
    homework_sheet,
    no_homework,
    plan_homework,
    set_homework,
    task_sheet,
    withdraw_homework,
)
from core.usecases.remarks import WithdrawRemark, WriteRemark, withdraw_remark, write_remark
from core.usecases.topics import OpenTopics, SetTopic, set_topic, topic_sheet
from tests.classroom import NEXT_WEEK, Classroom, classroom
from tests.world import TODAY, World


async def _at(room: Classroom, column: object) -> object:
    return (await room.world.rows(select(column).where(LessonRow.id == room.lesson)))[0][0]


async def _events(room: Classroom) -> list[tuple[object, ...]]:
    rows = await room.world.rows(select(EventRow.kind, EventRow.subject_id, EventRow.student_id).order_by(EventRow.id))
    return [tuple(row) for row in rows]


async def _code(room: Classroom, usecase: object, command: object) -> str:
    with pytest.raises(Refusal) as refused:
        await room.do(usecase, command)
    return refused.value.code


async def test_homework_is_due_at_the_next_lesson_of_the_group(world: World) -> None:
    room = await classroom(world)
    task = await room.do(set_homework, SetHomework(room.lesson, "  §14, № 3–5 "))
    assert (task.text, task.due_on, task.student) == ("§14, № 3–5", NEXT_WEEK, None)
    assert await _events(room) == [(EventKind.HOMEWORK, task.id, None)]
    assert await _at(room, LessonRow.homework_at) is not None


async def test_the_same_homework_twice_is_one(world: World) -> None:
    room = await classroom(world)
    await room.do(set_homework, SetHomework(room.lesson, "§14"))
    await room.do(set_homework, SetHomework(room.lesson, "§14"))
    assert len(await world.rows(select(HomeworkRow.id))) == 1


async def test_individual_homework_with_files(world: World) -> None:
    room = await classroom(world)
    files = (SentFile(FileKind.PHOTO, "AgAD1"), SentFile(FileKind.DOCUMENT, "BQAD2", "карта.pdf"))
    student = room.students[1]
    task = await room.do(set_homework, SetHomework(room.lesson, "", student=student, files=files))
    assert [file.file_id for file in task.attachments] == ["AgAD1", "BQAD2"]
    assert await _events(room) == [(EventKind.HOMEWORK, task.id, student)]
    more = await room.do(change_homework, ChangeHomework(task.id, files=(SentFile(FileKind.VOICE, "AwAD3"),)))
    assert len(more.attachments) == 3


async def test_nothing_is_given_and_a_task_exclude_each_other(world: World) -> None:
    room = await classroom(world)
    await room.do(no_homework, NoHomework(room.lesson))
    assert await _at(room, LessonRow.homework_at) is not None
    assert await _events(room) == []
    task = await room.do(set_homework, SetHomework(room.lesson, "§14"))
    assert await _code(room, no_homework, NoHomework(room.lesson)) == "homework-exists"
    await room.do(withdraw_homework, WithdrawHomework(task.id))
    assert await _at(room, LessonRow.homework_at) is None
    with pytest.raises(Forbidden):
        await room.do(change_homework, ChangeHomework(task.id, text="§15"))


async def test_homework_by_the_plan_in_one_tap(world: World) -> None:
    room = await classroom(world)
    assert await _code(room, plan_homework, PlanHomework(room.lesson)) == "plan-has-no-task"
    await world.topic("Алгебра", room.klass, 1, "Степени", "§14 № 3–5")
    await world.topic("Алгебра", room.klass, 2, "Корни", "§15")
    assert (await room.see(homework_sheet, OpenHomework(room.lesson))).facts.task == "§14 № 3–5"
    task = await room.do(plan_homework, PlanHomework(room.lesson))
    assert task.text == "§14 № 3–5"
    topic = (await room.see(topic_sheet, OpenTopics(room.lesson))).topics[0]
    await room.do(set_topic, SetTopic(room.lesson, plan_topic=topic.id))
    assert (await room.do(plan_homework, PlanHomework(room.lesson))).id == task.id


async def test_homework_changes_are_told_and_bounded(world: World) -> None:
    room = await classroom(world)
    task = await room.do(set_homework, SetHomework(room.lesson, "§14"))
    changed = await room.do(
        change_homework,
        ChangeHomework(task.id, text="§15", kind=HomeworkKind.ORAL, due_on=date(2026, 10, 20)),
    )
    assert (changed.text, changed.kind, changed.due_on) == ("§15", HomeworkKind.ORAL, date(2026, 10, 20))
    assert len(await _events(room)) == 2
    assert await _code(room, change_homework, ChangeHomework(task.id, due_on=TODAY)) == "due-day"
    assert await _code(room, set_homework, SetHomework(room.lesson, "я" * 1001)) == "text-long"
    assert await _code(room, set_homework, SetHomework(room.lesson, " \u200b\n")) == "text-empty"


async def test_no_homework_in_grade_one_nor_in_a_cancelled_lesson(world: World) -> None:
    room = await classroom(world, klass="1А")
    assert await _code(room, set_homework, SetHomework(room.lesson, "Читать")) == "grade-one"
    second = await world.klass("8А", ["Орлов Олег"])
    group = await world.group(second, "Физика", room.teacher)
    cancelled = await world.lesson(second, group, room.teacher, TODAY, 1, state=LessonState.CANCELLED)
    assert await _code(room, set_homework, SetHomework(cancelled, "§1")) == "lesson-cancelled"


async def test_the_next_unused_topic_comes_first(world: World) -> None:
    room = await classroom(world)
    topics = [await world.topic("Алгебра", room.klass, n, f"Тема {n}") for n in range(1, 6)]
    before = await world.lesson(room.klass, room.group, room.teacher, date(2026, 10, 8), 3)
    await room.do(set_topic, SetTopic(before, plan_topic=topics[1]))

    sheet = await room.see(topic_sheet, OpenTopics(room.lesson))
    assert [topic.number for topic in sheet.topics] == [3, 1, 2, 4, 5]
    assert await room.do(set_topic, SetTopic(room.lesson, plan_topic=topics[2])) == "Тема 3"
    assert await _at(room, LessonRow.plan_topic_id) == topics[2]
    assert await room.do(set_topic, SetTopic(room.lesson, "Повторение\n<b>")) == "Повторение <b>"
    assert await _at(room, LessonRow.plan_topic_id) is None


async def test_a_topic_of_another_plan_is_refused(world: World) -> None:
    room = await classroom(world)
    other = await world.klass("8А", ["Орлов Олег"])
    foreign = await world.topic("Физика", other, 1, "Сила")
    assert await _code(room, set_topic, SetTopic(room.lesson, plan_topic=foreign)) == "plan-topic-gone"


async def test_a_comment_is_for_one_family(world: World) -> None:
    room = await classroom(world)
    student = room.students[0]
    key = await room.do(write_remark, WriteRemark(room.lesson, student, "Помогал товарищам"))
    assert await _events(room) == [(EventKind.REMARK, key, student)]
    await room.do(withdraw_remark, WithdrawRemark(key))
    assert (await world.rows(select(RemarkRow.withdrawn_at)))[0][0] is not None
    with pytest.raises(NotFound):
        await room.do(withdraw_remark, WithdrawRemark(key))


async def test_forged_ids_are_refused(world: World) -> None:
    room = await classroom(world)
    task = await room.do(set_homework, SetHomework(room.lesson, "§14"))
    key = await room.do(write_remark, WriteRemark(room.lesson, room.students[0], "Молодец"))
    stranger = await world.enter(await world.staff("Белова Ольга Юрьевна"))
    student = await world.enter(room.students[0])
    foreign = (await world.klass("7А", ["Чужой Семён"])).students[0]
    for telegram in (stranger, student):
        for usecase, command in (
            (set_homework, SetHomework(room.lesson, "взлом")),
            (plan_homework, PlanHomework(room.lesson)),
            (no_homework, NoHomework(room.lesson)),
            (change_homework, ChangeHomework(task.id, text="взлом")),
            (withdraw_homework, WithdrawHomework(task.id)),
            (task_sheet, OpenTask(task.id)),
            (set_topic, SetTopic(room.lesson, "взлом")),
            (topic_sheet, OpenTopics(room.lesson)),
            (write_remark, WriteRemark(room.lesson, room.students[0], "взлом")),
            (withdraw_remark, WithdrawRemark(key)),
            (withdraw_remark, WithdrawRemark(99_999)),
        ):
            with pytest.raises(Forbidden):
                await world.do(usecase, command, telegram)
    for command in (SetHomework(room.lesson, "§1", student=foreign),):
        with pytest.raises(Forbidden):
            await room.do(set_homework, command)
    with pytest.raises(Forbidden):
        await room.do(write_remark, WriteRemark(room.lesson, foreign, "взлом"))
