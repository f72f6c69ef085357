"""How a family's screens ask: few statements, as many for forty rows as for one, by indexes."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

from core.model.attendance import Presence
from core.model.homework import FileKind, HomeworkKind
from core.model.ids import LessonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.storage.rows import (
    AttachmentRow,
    AttendanceRow,
    HomeworkRow,
    MarkRow,
    RemarkRow,
    SchoolEventRow,
    WorkRow,
)
from core.storage.work import Work
from core.usecases import diary, family_home, forecast, homework_reading, progress, radar
from tests.world import TODAY, KlassOf, World

SCREENS: list[tuple[Callable[[Work, Any], Awaitable[Any]], Callable[[int, int], Any]]] = [
    (diary.show_day, lambda child, _: diary.ShowDay(child)),
    (diary.show_day, lambda child, _: diary.ShowDay(child, TODAY + timedelta(days=3))),
    (diary.show_week, lambda child, _: diary.ShowWeek(child)),
    (diary.show_lesson, diary.ShowLesson),
    (diary.show_timetable, lambda child, _: diary.ShowTimetable(child, week=True)),
    (homework_reading.show_homework, lambda child, _: homework_reading.ShowHomework(child)),
    (homework_reading.show_homework, lambda child, _: homework_reading.ShowHomework(child, week=True)),
    (homework_reading.show_homework_subjects, lambda child, _: homework_reading.ShowHomeworkSubjects(child)),
    (progress.show_progress, lambda child, _: progress.ShowProgress(child)),
    (progress.show_absences, lambda child, _: progress.ShowAbsences(child)),
    (forecast.show_forecast, lambda child, _: forecast.ShowForecast(child)),
]
NAMES = [
    "day", "day off", "week", "lesson", "timetable", "homework", "homework week", "subjects", "marks", "absences",
    "forecast",
]  # fmt: skip


@asynccontextmanager
async def statements(world: World) -> AsyncIterator[list[str]]:
    """Collect what is sent to the database, without the opening of the transaction."""
    sent: list[str] = []
    engine = world.engines.reader.sync_engine

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement != "BEGIN":
            sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


async def lived(world: World, weeks: int) -> tuple[KlassOf, int, int]:
    """A class with some weeks of a full journal; gives the class, the first child's reader and a lesson of today."""
    klass = await world.klass("7Б", ["Орлов Илья", "Панина Вера"])
    teacher = await world.staff("Зимина Анна Петровна")
    group = await world.group(klass, "Алгебра", teacher)
    child = klass.students[0]
    lesson = 0
    for week in range(weeks):
        lesson = await world.lesson(klass, group, teacher, TODAY - timedelta(weeks=week), 1 + week % 5)
        for number in range(week, week + 3):
            await record(world, lesson, group, child, teacher, number)
    today = lesson if weeks == 1 else await world.lesson(klass, group, teacher, TODAY, 7)
    await world.insert(SchoolEventRow, school_id=world.school, name="Ярмарка", kind="school", day=TODAY)
    return klass, await world.enter(await world.guardian("Орлова Ольга", child)), today


async def record(world: World, lesson: int, group: int, child: int, teacher: int, number: int) -> None:
    """Write one of everything into a lesson."""
    now = world.clock.now()
    work = await world.insert(WorkRow, lesson_id=lesson, kind=WorkKind.TEST, weight=2, title="Тест")
    common = {"school_id": world.school, "lesson_id": lesson}
    recorded = {"recorded_at": now, "recorded_by": teacher}
    await world.insert(MarkRow, **common, work_id=work, student_id=child, value=MarkValue.FOUR, **recorded)
    if number % 3 == 0:
        await world.insert(AttendanceRow, **common, student_id=child, presence=Presence.LATE, minutes=5, **recorded)
    await world.insert(RemarkRow, **common, student_id=child, text="Хорошо работал", written_at=now, written_by=teacher)
    homework = await world.insert(
        HomeworkRow,
        **common,
        group_id=group,
        due_on=TODAY + timedelta(days=number % 4),
        kind=HomeworkKind.WRITTEN,
        text="§ 14",
        set_at=now,
        set_by=teacher,
    )
    await world.insert(AttachmentRow, homework_id=homework, kind=FileKind.PHOTO, file_id="photo", name="")


@pytest.mark.parametrize(("usecase", "command"), SCREENS, ids=NAMES)
async def test_a_screen_takes_four_statements_whatever_the_journal_holds(
    world: World, usecase: Callable[[Work, Any], Awaitable[Any]], command: Callable[[int, int], Any]
) -> None:
    klass, reader, lesson = await lived(world, weeks=6)
    async with statements(world) as sent:
        await world.see(usecase, command(klass.students[0], lesson), reader)
    assert len(sent) <= 4, sent


async def test_forty_rows_cost_as_many_statements_as_one(world: World) -> None:
    counts = []
    klass, reader, lesson = await lived(world, weeks=1)
    teacher, group = (await world.rows(text("select teacher_id, group_id from lesson limit 1")))[0]
    for rows in (1, 40):
        for number in range(rows - 1):
            await record(world, lesson, group, klass.students[0], teacher, number * 3 + 1)
        async with statements(world) as sent:
            for usecase, command in SCREENS:
                await world.see(usecase, command(klass.students[0], lesson), reader)
        counts.append(len(sent))
    assert counts[0] == counts[1]


async def test_the_home_of_a_mother_of_three_takes_four_statements_and_one_for_a_day_without_lessons(
    world: World,
) -> None:
    klass = await world.klass("7Б", ["Орлов Илья", "Орлов Пётр", "Орлова Ева"])
    reader = await world.enter(await world.guardian("Орлова Ольга", *klass.students))
    async with world.works.reading(reader) as work:
        capacity = work.actor.capacities[0]
    async with statements(world) as sent:
        await world.see(family_home.show_home, family_home.ShowHome(capacity), reader)
    *usual, of_the_day_off = sent
    assert len(usual) <= 4, sent
    assert "calendar_entry" in of_the_day_off


async def test_no_screen_reads_a_table_from_end_to_end(world: World) -> None:
    """Scans of big tables are what makes a school slow in its third year."""
    klass, reader, lesson = await lived(world, weeks=1)
    async with statements(world) as sent:
        for usecase, command in SCREENS:
            await world.see(usecase, command(klass.students[0], lesson), reader)
    big = ("lesson", "mark", "attendance", "homework", "remark", "enrolment", "group_member", "attachment")
    for statement in sent:
        plan = await explained(world, statement)
        scanned = [line for line in plan if line.split()[:2] in [["SCAN", table] for table in big]]
        assert not scanned, (scanned, statement)


async def explained(world: World, statement: str) -> list[str]:
    """Give SQLite's plan; values do not matter to it here."""
    async with world.works.reading() as work:
        filled = statement.replace("?", "1")
        return await work.run(lambda db: [row[3] for row in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {filled}")])


def test_the_calendar_of_these_tests_is_what_they_assume() -> None:
    assert TODAY.weekday() == 3
    assert date(2026, 10, 24) > TODAY


async def test_a_radar_takes_three_statements_and_whom_to_ask_four(world: World) -> None:
    _, _, lesson = await lived(world, weeks=3)
    teacher, group = (await world.rows(text("select teacher_id, group_id from lesson limit 1")))[0]
    reader = await world.enter(teacher)
    asked: list[tuple[Callable[[Work, Any], Awaitable[Any]], Any, int]] = [
        (radar.show_radar, radar.ShowRadar(group), 3),
        (radar.whom_to_ask, radar.WhomToAsk(LessonId(lesson)), 4),
    ]
    for usecase, command, most in asked:
        async with statements(world) as sent:
            await world.see(usecase, command, reader)
        assert len(sent) <= most, sent
        for statement in sent:
            plan = await explained(world, statement)
            big = ("SCAN mark", "SCAN lesson", "SCAN enrolment", "SCAN group_member", "SCAN final_mark")
            assert not [line for line in plan if line.startswith(big)], (plan, statement)
