"""The school today for its leadership (CTL-1)."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from core.model.attendance import Presence
from core.model.errors import Forbidden
from core.model.lesson import LessonState
from core.model.office import Situation
from core.model.people import Role
from core.storage.rows import AttendanceRow, LessonRow, StaffRoleRow
from core.usecases.board import ShowBoard, show_board
from core.usecases.control_remarks import (
    OpenControlRemark,
    WriteControlRemark,
    resolve_control_remark,
    write_control_remark,
)
from core.usecases.office import ReadOffice, read_office
from tests.world import TODAY, World


async def _school(world: World) -> dict[str, int]:
    deputy = await world.staff("Седова Ольга Игоревна", Role.DEPUTY)
    inspector = await world.staff("Громов Павел Ильич", Role.INSPECTOR)
    teacher = await world.staff("Зимина Анна Петровна")
    seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера"])
    nine = await world.klass("9А", ["Ракитин Лев"])
    algebra = await world.group(seven, "Алгебра", teacher)
    maths = await world.group(nine, "Алгебра", teacher)
    await world.lesson(seven, algebra, teacher, TODAY - timedelta(days=7), 1)
    lesson = await world.lesson(seven, algebra, teacher, TODAY, 1)
    await world.lesson(seven, algebra, teacher, TODAY, 2, substitute_id=deputy)
    await world.lesson(nine, maths, teacher, TODAY, 3, state=LessonState.CANCELLED)
    for student, presence in zip(seven.students, (Presence.ILL, Presence.ABSENT), strict=True):
        await world.insert(
            AttendanceRow,
            school_id=world.school,
            lesson_id=lesson,
            student_id=student,
            presence=presence,
            recorded_at=world.clock.now(),
            recorded_by=teacher,
        )
    world.clock.to(TODAY, 15)
    people = {"deputy": deputy, "inspector": inspector, "teacher": teacher}
    return {name: await world.enter(person) for name, person in people.items()} | {"teacher_id": teacher}


async def test_the_deputy_sees_the_school_today(world: World) -> None:
    people = await _school(world)
    for _ in range(2):
        command = WriteControlRemark(people["teacher_id"], "Нет тем", TODAY)  # type: ignore[arg-type]
        written = await world.do(write_control_remark, command, people["deputy"])
    await world.do(resolve_control_remark, OpenControlRemark(written.remark.id), people["teacher"])
    found = await world.see(read_office, ReadOffice(world.school), people["deputy"])  # type: ignore[arg-type]
    assert (found.lessons, found.cancelled, found.substituted, found.absent, found.ill) == (2, 1, 1, 2, 1)
    assert (found.remarks, found.resolved) == (1, 1)
    assert (found.period, found.period_ends) == ("1 четверть", date(2026, 10, 24))
    board = await world.see(show_board, ShowBoard(world.school, "m"), people["deputy"])  # type: ignore[arg-type]
    assert found.records is not None
    assert (found.records.overdue, found.records.open) == (board.total.overdue, board.total.open)
    assert found.records.total == 12


async def test_an_inspector_sees_no_duties_and_a_family_nothing(world: World) -> None:
    people = await _school(world)
    found = await world.see(read_office, ReadOffice(world.school), people["inspector"])  # type: ignore[arg-type]
    assert found.records is None
    student = await world.enter(await world.person("Орлова Анна"))
    with pytest.raises(Forbidden):
        await world.see(read_office, ReadOffice(world.school), student)  # type: ignore[arg-type]


async def test_a_deputy_of_some_grades_hears_of_those(world: World) -> None:
    people = await _school(world)
    async with world.works.changing() as work:
        chosen = update(StaffRoleRow).where(StaffRoleRow.role == Role.DEPUTY)
        await work.run(lambda db: db.execute(chosen.values(grades=frozenset({9}))))
    found = await world.see(read_office, ReadOffice(world.school), people["deputy"])  # type: ignore[arg-type]
    assert (found.lessons, found.cancelled, found.absent) == (0, 1, 0)
    assert found.records is not None
    assert found.records.total == 0


async def test_what_is_complete_is_not_counted(world: World) -> None:
    people = await _school(world)
    now = world.clock.now()
    done = update(LessonRow).values(attendance_at=now, topic_at=now, homework_at=now, marks_at=now)
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(done))
    found: Situation = await world.see(read_office, ReadOffice(world.school), people["deputy"])  # type: ignore[arg-type]
    assert found.records is not None
    assert found.records.total == 0
