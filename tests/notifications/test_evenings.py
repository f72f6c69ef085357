"""The evening's message: what is needed tomorrow, to students and whoever wants it, and nothing twice (NTF-8)."""

from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import event

from core.model.ids import HomeworkId
from core.model.lesson import LessonState, WorkKind
from core.model.preferences import Telling, Topic
from core.storage.gateways import keyvalue
from core.storage.rows import HomeworkRow, SchoolEventRow, WorkRow
from core.usecases.homework import ChangeHomework, SetHomework, change_homework, set_homework
from core.usecases.homework_reading import Tick, tick
from core.usecases.preferences import ChooseTelling, choose_telling
from notifications.evenings import tell_evenings
from notifications.letter import Act
from tests.notifications.conftest import Office
from tests.world import TODAY

TOMORROW = TODAY + timedelta(days=1)


async def _task(office: Office, text: str = "§15 № 101", **more: Any) -> HomeworkId:
    given = await office.do(set_homework, SetHomework(office.lesson, text, due_on=TOMORROW, **more))
    return HomeworkId(given.id)


async def _tomorrow(office: Office, number: int = 2, **more: Any) -> int:
    return await office.world.lesson(
        office.room.klass, office.room.group, office.room.teacher, TOMORROW, number, **more
    )


async def _at(office: Office, hour: int, minute: int = 0, day: date = TODAY) -> None:
    office.world.clock.to(day, hour, minute)
    await office.told()


def _evenings(office: Office, who: int) -> list[str]:
    return [text for text in office.post.texts(who) if "🌙" in text]


async def test_a_student_gets_what_is_needed_tomorrow_once(office: Office) -> None:
    await _tomorrow(office)
    await _task(office)
    async with office.running():
        await _at(office, 18, 29)
        assert _evenings(office, office.student) == []
        await _at(office, 18, 30)
        expected = (
            "<b>Дарья Волкова</b> · 7Б\n"
            "🌙 <b>пятница, 16 октября</b> (завтра)\n"
            "🔔 Первый урок – в 09:25, Алгебра, каб. 21\n"
            "\n"
            "🎒 <b>Домашнее задание</b>\n"
            "1. <b>Алгебра</b>: §15 № 101\n"
            "\n"
            "<i>Нажмите на задание, когда оно сделано.</i>"
        )
        assert _evenings(office, office.student) == [expected]
        (ticks, ways) = office.post.messages(office.student)[-1].buttons
        assert [button.act for button in (*ticks, *ways)] == [Act.TICK_EVENING, Act.OPEN_HOMEWORK, Act.OPEN_DAY]
        await _at(office, 20)
        await _at(office, 21, 59)
        assert len(_evenings(office, office.student)) == 1


async def test_parents_get_it_where_they_want_it_and_see_ticks_without_buttons(office: Office) -> None:
    await _tomorrow(office)
    task = await _task(office)
    await office.world.do(choose_telling, ChooseTelling(office.child, Topic.EVENING, Telling.NOW), office.mother)
    await office.world.do(tick, Tick(office.child, task, True), office.student)
    async with office.running():
        await _at(office, 18, 30)
        (letter,) = _evenings(office, office.mother)
        assert "✅ 1. <b>Алгебра</b>: §15 № 101" in letter
        assert "Нажмите" not in letter
        (ways,) = office.post.messages(office.mother)[-1].buttons
        assert [button.act for button in ways] == [Act.OPEN_HOMEWORK, Act.OPEN_DAY]
        assert _evenings(office, office.father) == []


async def test_a_student_may_switch_it_off(office: Office) -> None:
    await _task(office)
    await office.world.do(choose_telling, ChooseTelling(office.child, Topic.EVENING, Telling.OFF), office.student)
    async with office.running():
        await _at(office, 18, 30)
        assert _evenings(office, office.student) == []


async def test_lessons_as_ever_are_no_news(office: Office) -> None:
    await _tomorrow(office)
    async with office.running():
        await _at(office, 18, 30)
        assert _evenings(office, office.student) == []
    assert await office.letters() == []


async def test_changes_works_and_events_are_told(office: Office) -> None:
    world, room = office.world, office.room
    other = await world.staff("Белова Ирина Николаевна")
    await _tomorrow(office, 1, state=LessonState.CANCELLED)
    await _tomorrow(office, 2, substitute_id=other)
    lesson = await _tomorrow(office, 4, planned_day=TOMORROW + timedelta(days=3), planned_number=2)
    await _tomorrow_away(office)
    await world.insert(WorkRow, lesson_id=lesson, kind=WorkKind.CONTROL, weight=3, title="Дроби")
    await world.insert(
        SchoolEventRow, school_id=world.school, name="Поход в музей", kind="trip", day=TOMORROW, at=time(14),
        klass_id=room.klass.id, place="у входа", bring="сменную обувь",
    )  # fmt: skip
    async with office.running():
        await _at(office, 18, 30)
        (letter,) = _evenings(office, office.student)
        assert letter.splitlines()[2:] == [
            "🔔 Первый урок – в 09:25, Алгебра, каб. 21",
            "🔀 <s>1. Алгебра</s> – урок отменён",
            "🔁 2. Алгебра – замена: Белова И.Н.",
            "🔀 <s>3. Алгебра</s> – перенесён на вт 20.10, 5-й урок",
            "🔀 4. Алгебра – перенесён с пн 19.10, 2-й урок",
            "📝 4. <b>Алгебра</b> – контрольная работа «Дроби»",
            "📌 14:00 · Поход в музей (у входа)",
            "👜 Взять с собой: сменную обувь",
        ]


async def _tomorrow_away(office: Office) -> None:
    room = office.room
    day = date(2026, 10, 20)
    await office.world.lesson(room.klass, room.group, room.teacher, day, 5, planned_day=TOMORROW, planned_number=3)


async def test_what_the_evening_has_told_is_not_told_again_by_a_letter_of_homework(office: Office) -> None:
    await _tomorrow(office)
    async with office.running():
        await office.told()
        office.world.clock.to(TODAY, 18, 27)
        task = await _task(office)
        await _at(office, 18, 30)
        assert len(_evenings(office, office.student)) == 1
        before = len(office.post.texts(office.student))
        await _at(office, 18, 40)
        assert len(office.post.texts(office.student)) == before
        # Others had it from the ordinary letter; a change is told to everybody as one.
        assert "№ 101" in office.post.texts(office.mother)[-1]
        await office.do(change_homework, ChangeHomework(task, text="§15 № 102"))
        await _at(office, 19)
        assert "изменено" in office.post.texts(office.student)[-1]


async def test_homework_of_the_evening_is_told_by_a_letter_of_its_own(office: Office) -> None:
    await _tomorrow(office)
    await _task(office)
    async with office.running():
        await _at(office, 18, 30)
        await _task(office, "Принести циркуль")
        await _at(office, 18, 45)
        assert "циркуль" in office.post.texts(office.student)[-1]
        assert "🌙" not in office.post.texts(office.student)[-1]


async def test_on_sunday_for_monday_and_never_on_the_eve_of_a_day_off(office: Office) -> None:
    monday = date(2026, 10, 19)
    await office.world.lesson(office.room.klass, office.room.group, office.room.teacher, monday, 1)
    await office.do(set_homework, SetHomework(office.lesson, "§15", due_on=monday))
    async with office.running():
        for day in (16, 17):
            await _at(office, 19, day=TODAY.replace(day=day))
            assert _evenings(office, office.student) == []
        await _at(office, 18, 30, day=TODAY.replace(day=18))
        assert len(_evenings(office, office.student)) == 1


async def test_after_an_outage_whoever_sleeps_reads_it_in_the_morning(office: Office) -> None:
    await _tomorrow(office)
    await _task(office)
    async with office.running():
        await office.told()
        await _at(office, 21, 30)
        assert _evenings(office, office.student) == []
        await _at(office, 7, day=TOMORROW)
        assert "(сегодня)" in _evenings(office, office.student)[0]


async def test_the_first_grade_hears_of_changes_only(office: Office) -> None:
    world = office.world
    klass = await world.klass("1А", ["Белкин Олег"])
    group = await world.group(klass, "Чтение", office.room.teacher)
    child = await world.enter(klass.students[0])
    await world.lesson(klass, group, office.room.teacher, TOMORROW, 1)
    async with office.running():
        await _at(office, 18, 30)
        assert _evenings(office, child) == []


async def test_homework_for_one_is_nobody_elses(office: Office) -> None:
    await _tomorrow(office)
    await _task(office, "Повторить §3", student=office.room.students[1])
    async with office.running():
        await _at(office, 18, 30)
        assert _evenings(office, office.student) == []


async def test_the_statements_do_not_grow_with_classes(office: Office) -> None:
    await _task(office)
    async with office.running():
        await office.told()
    few = await _statements(office, TODAY)
    for name in ("5А", "6А", "8А"):
        klass = await office.world.klass(name, [f"Ученик {name}"])
        group = await office.world.group(klass, "Алгебра", office.room.teacher)
        lesson = await office.world.lesson(klass, group, office.room.teacher, TODAY, 1)
        await office.world.insert(
            HomeworkRow, school_id=office.world.school, lesson_id=lesson, group_id=group, due_on=TOMORROW,
            kind="oral", text="§1", set_at=office.world.clock.now(), set_by=office.room.teacher,
        )  # fmt: skip
    assert await _statements(office, TODAY) == few


async def _statements(office: Office, day: date) -> int:
    office.world.clock.to(day, 18, 30)
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        sent.append(statement)

    engine = office.world.engines.reader.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        await tell_evenings(office.world.works)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    async with office.world.works.changing() as work:
        await work.run(keyvalue.drop, f"evening:{office.world.school}:{TOMORROW}")
    return sum(statement != "BEGIN" for statement in sent)
