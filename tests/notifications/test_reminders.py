"""Weeks of a school with a moving clock: each duty is reminded of once a stage, never on days off (NTF-5 … NTF-7)."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event, select, update

from core.model.calendar import CalendarKind
from core.model.errors import Forbidden
from core.model.homework import HomeworkKind
from core.model.ids import LessonId, PersonId, SchoolId
from core.model.lesson import LessonState
from core.model.people import Role
from core.model.school import ALL_GRADES
from core.storage.rows import CalendarRow, LessonRow, LetterRow
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.duties import MyDuties, my_duties
from core.usecases.homework import NoHomework, SetHomework, no_homework, set_homework
from core.usecases.marks import NoMarks, no_marks
from core.usecases.topics import SetTopic, set_topic
from notifications.acquaintance import get_to_know, known_since
from notifications.letter import Act
from notifications.reminders import remind
from tests.notifications.conftest import Office
from tests.world import BELLS, TODAY, World, local

FRIDAY, MONDAY = TODAY + timedelta(days=1), TODAY + timedelta(days=4)


def _mine(office: Office) -> list[str]:
    return office.post.texts(office.room.telegram)


def _acts(office: Office, message: int = -1) -> list[Act]:
    rows = office.post.messages(office.room.telegram)[message].buttons
    return [button.act for row in rows for button in row]


async def _to(office: Office, day: date, hour: int, minute: int = 0) -> None:
    office.world.clock.to(day, hour, minute)
    await office.told()


async def _finish(office: Office, lesson: LessonId) -> None:
    """Record all that a lesson asks."""
    await office.do(take_attendance, TakeAttendance(lesson))
    await office.do(set_topic, SetTopic(lesson, "Квадратные уравнения"))
    await office.do(no_homework, NoHomework(lesson))
    await office.do(no_marks, NoMarks(lesson))


async def test_the_form_comes_at_the_lesson_end_and_an_hour_before_the_term(office: Office) -> None:
    await office.world.topic("Алгебра", office.room.klass, 1, "Корни", task="§14 № 3–5")
    async with office.running():
        await _to(office, TODAY, 11, 4)
        assert _mine(office) == []
        await _to(office, TODAY, 11, 5)
        assert _mine(office) == [
            (
                "<b>7Б · Алгебра · 3-й урок</b>\n"
                "Урок закончился. Ещё не записано: посещаемость, тема, домашнее задание, отметки.\n"
                "Срок для ДЗ – сегодня в 18:00.\n<i>Регламент: Порядок использования, прил. Д п. 9</i>"
            )
        ]
        assert office.post.messages(office.room.telegram)[0].silent
        assert set(_acts(office)) >= {Act.TAKE_ATTENDANCE, Act.SET_TOPIC, Act.HOMEWORK_NONE, Act.SET_MARKS}

        await _to(office, TODAY, 16, 59)
        assert len(_mine(office)) == 1
        await _to(office, TODAY, 17)
        assert _mine(office)[1:] == [
            (
                "<b>7Б · Алгебра · 3-й урок: нет ДЗ, осталось 60 минут</b>\n"
                "Срок для ДЗ – сегодня в 18:00.\n<i>Регламент: Порядок использования, прил. Д п. 9</i>"
            )
        ]
        assert _acts(office) == [Act.HOMEWORK_PLAN, Act.HOMEWORK_NONE, Act.HOMEWORK_WRITE]
        assert office.post.labels(office.room.telegram)[0] == "По плану: §14 № 3–5"
        await office.told()
        assert len(_mine(office)) == 2


async def test_one_tap_closes_the_duty_and_nothing_more_is_due(office: Office) -> None:
    async with office.running():
        await _to(office, TODAY, 11, 5)
        await office.do(no_homework, NoHomework(office.lesson))
        await _to(office, TODAY, 17)
        assert len(_mine(office)) == 1


async def test_without_a_task_in_the_plan_there_is_no_such_button(office: Office) -> None:
    async with office.running():
        await _to(office, TODAY, 17)
    assert _acts(office) == [Act.HOMEWORK_NONE, Act.HOMEWORK_WRITE]


async def test_homework_given_between_writing_and_sending_is_not_reminded_of(office: Office) -> None:
    async with office.running():
        await office.told()
    office.world.clock.to(TODAY, 17)
    await office.do(set_homework, SetHomework(office.lesson, "§1", HomeworkKind.WRITTEN))
    async with office.running():
        await office.told()
    assert _mine(office) == []


async def test_a_form_that_waited_too_long_is_dropped(office: Office) -> None:
    async with office.running():
        await office.told()
    office.world.clock.to(TODAY, 18, 1)
    async with office.running():
        await office.told()
    assert _mine(office) == []


async def test_after_downtime_each_stage_that_still_holds_comes_once(office: Office) -> None:
    async with office.running():
        await office.told()
    office.world.clock.to(TODAY, 17, 40)
    async with office.running():
        await office.told()
    assert len(_mine(office)) == 1
    assert "осталось 20 минут" in _mine(office)[0]


async def test_several_lessons_are_several_forms_but_one_sound(office: Office) -> None:
    room = office.room
    for number in (1, 2):
        await office.world.lesson(room.klass, room.group, room.teacher, TODAY, number)
    async with office.running():
        await _to(office, TODAY, 17)
    forms = office.post.messages(room.telegram)
    assert ["1-й урок" in form.text for form in forms] == [True, False, False]
    assert [form.silent for form in forms] == [False, True, True]


async def test_a_school_is_known_since_it_was_first_seen_whoever_looks_again(world: World) -> None:
    school, first = SchoolId(world.school), world.clock.now()
    for _ in range(2):
        async with world.works.changing() as work:
            await get_to_know(work, [school])
        world.clock.shift(days=1)
    async with world.works.reading() as work:
        assert await known_since(work, school) == first


async def test_the_last_day_begins_with_a_list(office: Office) -> None:
    # Lessons of Thursday are to be recorded by the end of Saturday, a day off: Friday morning is the last one.
    async with office.running():
        await office.told()
        await office.do(no_homework, NoHomework(office.lesson))
        await _to(office, FRIDAY, 7, 59)
        assert _mine(office) == []
        await _to(office, FRIDAY, 8)
    assert _mine(office) == [
        (
            "<b>Журнал ждёт записей</b>\n\n"
            "Скоро срок – 3 записи:\n"
            "• 7Б · Алгебра · чт 15.10, 3-й урок: посещаемость, тема, отметки"
            " (срок – завтра, до конца дня)\n"
            "<i>Регламент: Порядок использования, п. 4.10, 4.6, 4.5, прил. Д п. 6; Порядок ведения, п. 12, 9, 8</i>"
        )
    ]
    assert _acts(office) == [Act.OPEN_LESSON, Act.TODAY]


async def test_overdue_records_come_once_a_working_day_until_they_are_done(office: Office) -> None:
    async with office.running():
        await office.told()
        await _to(office, FRIDAY, 8)
        before = len(_mine(office))
        await _to(office, TODAY + timedelta(days=2), 9)
        await _to(office, TODAY + timedelta(days=3), 9)
        assert len(_mine(office)) == before
        await _to(office, MONDAY, 8)
        await _to(office, MONDAY, 8, 30)
        assert len(_mine(office)) == before + 1
        assert "Просрочено" in _mine(office)[-1] or "Просрочены" in _mine(office)[-1]
        await _to(office, MONDAY + timedelta(days=1), 8)
        assert len(_mine(office)) == before + 2
        await _finish(office, office.lesson)
        await _to(office, MONDAY + timedelta(days=2), 8)
        assert len(_mine(office)) == before + 2


async def test_a_single_lack_has_its_button_straight_to_the_work(office: Office) -> None:
    async with office.running():
        await office.told()
        await office.do(take_attendance, TakeAttendance(office.lesson))
        await office.do(no_homework, NoHomework(office.lesson))
        await office.do(no_marks, NoMarks(office.lesson))
        await _to(office, FRIDAY, 8)
    assert _acts(office) == [Act.SET_TOPIC, Act.TODAY]


async def test_each_record_has_its_own_term_and_a_long_list_is_counted(office: Office) -> None:
    room, world = office.room, office.world
    for number in (1, 2, 4, 5, 6, 7):
        for day in (TODAY, FRIDAY):
            await world.lesson(room.klass, room.group, room.teacher, day, number)
    async with office.running():
        await office.told()
        await _to(office, MONDAY, 8)
    lines = _mine(office)[-1].split("\n")
    overdue = [line for line in lines if line.startswith("•")]
    assert len(overdue) == 8
    assert overdue[0].endswith(
        "1-й урок: домашнее задание (срок – чт 15.10 в 18:00); "
        "посещаемость, тема, отметки (срок – сб 17.10, до конца дня)"
    )
    assert "…и ещё 5 уроков – в журнале." in lines


async def test_a_first_start_rings_for_nothing_that_was_before(office: Office) -> None:
    room, world = office.room, office.world
    for back in range(1, 60):
        day = TODAY - timedelta(days=back)
        if day.weekday() < 5 and day >= date(2026, 9, 1):
            await world.lesson(room.klass, room.group, room.teacher, day, 1)
    world.clock.to(TODAY, 17, 30)
    async with office.running():
        await office.told()
        assert _mine(office) == []
        await office.do(no_homework, NoHomework(office.lesson))
        await _to(office, FRIDAY, 8)
    assert all("15.10" in line for line in _mine(office)[0].split("\n") if line.startswith("•"))


async def test_a_teacher_who_just_entered_is_not_flooded(office: Office) -> None:
    world, room = office.world, office.room
    newcomer = await world.staff("Новикова Ольга Сергеевна")
    await world.lesson(room.klass, room.group, newcomer, TODAY, 1)
    async with office.running():
        await _to(office, TODAY, 10, 30)
        world.clock.to(TODAY, 12)
        telegram = await world.enter(newcomer)
        await office.told()
        assert office.post.texts(telegram) == []
        await _to(office, TODAY, 17)
        assert len(office.post.texts(telegram)) == 1


@pytest.mark.parametrize("change", [{"state": LessonState.CANCELLED}, {"grade": 1}])
async def test_cancelled_lessons_and_first_grades_have_no_homework_form(
    office: Office, change: dict[str, object]
) -> None:
    async with office.running():
        await office.told()
        async with office.world.works.changing() as work:
            await work.run(lambda db: db.execute(update(LessonRow).values(**change)))
        await _to(office, TODAY, 11, 5)
        await _to(office, TODAY, 17)
    assert _mine(office) == []


async def test_an_empty_group_asks_nothing(office: Office) -> None:
    world = office.world
    empty = await world.klass("9А")
    group = await world.group(empty, "Алгебра", office.room.teacher)
    await world.lesson(empty, group, office.room.teacher, TODAY, 1)
    async with office.running():
        await office.told()
        await office.do(no_homework, NoHomework(office.lesson))
        await _to(office, TODAY, 17)
    assert _mine(office) == []


async def test_the_substitute_is_reminded_and_the_planned_teacher_is_not(office: Office) -> None:
    world = office.world
    substitute = await world.staff("Новикова Ольга Сергеевна")
    telegram = await world.enter(substitute)
    async with office.running():
        await office.told()
        async with world.works.changing() as work:
            await work.run(lambda db: db.execute(update(LessonRow).values(substitute_id=substitute)))
        await _to(office, TODAY, 17)
    assert _mine(office) == []
    assert len(office.post.texts(telegram)) == 1


async def test_days_off_are_silent_even_when_something_is_overdue(office: Office) -> None:
    world = office.world
    await world.insert(
        CalendarRow,
        school_id=world.school,
        name="День города",
        kind=CalendarKind.PUBLIC_HOLIDAY,
        starts_on=MONDAY,
        ends_on=MONDAY,
        grades=ALL_GRADES,
    )
    async with office.running():
        await office.told()
        await _to(office, FRIDAY, 8)
        told = len(_mine(office))
        for day in (2, 3, 4):
            for hour in (8, 12, 17, 19):
                await _to(office, TODAY + timedelta(days=day), hour)
        assert len(_mine(office)) == told
        await _to(office, MONDAY + timedelta(days=1), 8)
        assert len(_mine(office)) == told + 1


async def test_before_days_off_all_that_falls_due_in_them_comes_in_the_afternoon(office: Office) -> None:
    # A lesson of Friday: two days later is Sunday; there is no working morning between.
    room = office.room
    friday = LessonId(await office.world.lesson(room.klass, room.group, room.teacher, FRIDAY, 1))
    async with office.running():
        await _to(office, TODAY, 10, 30)
        await _finish(office, office.lesson)
        await _to(office, FRIDAY, 16)
        await office.do(no_homework, NoHomework(friday))
        told = len(_mine(office))
        await _to(office, FRIDAY, 17)
        assert len(_mine(office)) == told + 1
        assert "пт 16.10, 1-й урок: посещаемость, тема, отметки" in _mine(office)[-1]
        assert "Просрочен" not in _mine(office)[-1]


async def test_a_week_of_lessons_has_no_duplicates_and_no_gaps(office: Office) -> None:
    room, world = office.room, office.world
    days = [day for day in (TODAY + timedelta(days=number) for number in range(1, 7)) if day.weekday() < 5]
    for day in days:
        await world.lesson(room.klass, room.group, room.teacher, day, 2)
    async with office.running():
        await office.told()
        await _finish(office, office.lesson)
        for number in range(1, 7):
            for hour in range(7, 20):
                await _to(office, TODAY + timedelta(days=number), hour, 5)
    told = _mine(office)
    assert len([text for text in told if "нет ДЗ" in text]) == len(days)
    assert len([text for text in told if "Урок закончился" in text]) == len(days)
    # Friday's lesson falls due on the days off: told of on Friday afternoon. Mondays to Wednesdays begin with a list.
    assert len([text for text in told if "Журнал ждёт" in text]) == 4
    keys = await world.rows(select(LetterRow.unique_key))
    assert len(set(keys)) == len(keys)


async def test_the_list_of_a_teacher_is_the_same_computation(office: Office) -> None:
    world, room = office.world, office.room
    world.clock.to(TODAY, 19)
    mine = await world.see(my_duties, MyDuties(world.school, PersonId(room.teacher)), room.telegram)
    assert [[duty.rule.about.value for duty in lesson.duties] for lesson in mine] == [
        ["lesson.attendance", "lesson.topic", "lesson.homework", "lesson.marks"]
    ]
    assert [duty.rule.about.value for duty in mine[0].overdue] == ["lesson.homework"]


async def test_the_list_of_somebody_else_is_refused(office: Office) -> None:
    world = office.world
    other = await world.enter(await world.staff("Новикова Ольга Сергеевна", Role.TEACHER))
    with pytest.raises(Forbidden):
        await world.see(my_duties, MyDuties(world.school, PersonId(office.room.teacher)), other)


def test_bells_are_as_the_times_above_take_them() -> None:
    assert local(TODAY, *BELLS[2]) + timedelta(minutes=45) == local(TODAY, 11, 5)


async def _statements(world: World, count: int) -> int:
    seen: list[str] = []
    event.listen(world.engines.reader.sync_engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    event.listen(world.engines.writer.sync_engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    await remind(world.works)
    assert len(await world.rows(select(LetterRow.id))) == count
    return len(seen)


@pytest.mark.parametrize("teachers", [1, 30])
async def test_a_look_costs_the_same_for_one_teacher_and_for_thirty(office: Office, teachers: int) -> None:
    world, room = office.world, office.room
    for _ in range(teachers - 1):
        person = await world.staff("Новикова Ольга Сергеевна")
        await world.enter(person)
        group = await world.group(room.klass, f"Предмет {person}", person)
        await world.lesson(room.klass, group, person, TODAY, 1)
    await remind(world.works)
    world.clock.to(TODAY, 17)
    assert await _statements(world, teachers) <= 16
