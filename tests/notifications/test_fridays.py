"""The Friday letter: a child's week for the parents, short, true, of nobody else (BEY-3)."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from core.model.attendance import Presence
from core.model.ids import SubjectId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.preferences import Telling, Topic
from core.storage.rows import AttendanceRow, CalendarRow, LessonRow, MarkRow, WorkRow
from core.usecases.goals import SetGoal, set_goal
from core.usecases.preferences import ChooseTelling, choose_telling
from notifications.fridays import tell_fridays
from notifications.letter import Act
from tests.notifications.conftest import Office
from tests.world import TODAY

FRIDAY = date(2026, 10, 16)


async def _lesson(office: Office, day: date, number: int = 1, **more: Any) -> int:
    room = office.room
    return await office.world.lesson(room.klass, room.group, room.teacher, day, number, **more)


async def _mark(
    office: Office, value: MarkValue, day: date, kind: WorkKind = WorkKind.ANSWER, student: int = 0, **more: Any
) -> int:
    world = office.world
    number = 1 + sum(row.day == day for row in await world.rows(LessonRow.__table__.select()))
    lesson = await _lesson(office, day, number)
    work = await world.insert(WorkRow, lesson_id=lesson, kind=kind, weight=kind.weight, **more)
    await world.insert(
        MarkRow, school_id=world.school, lesson_id=lesson, work_id=work, student_id=student or office.child,
        value=value, recorded_at=world.clock.now(), recorded_by=office.room.teacher,
    )  # fmt: skip
    return lesson


async def _missed(office: Office, presence: Presence, day: date) -> None:
    world = office.world
    lesson = await _lesson(office, day, 7, attendance_at=world.clock.now())
    await world.insert(
        AttendanceRow, school_id=world.school, lesson_id=lesson, student_id=office.child, presence=presence,
        recorded_at=world.clock.now(), recorded_by=office.room.teacher,
    )  # fmt: skip


async def _at(office: Office, hour: int, minute: int = 0, day: date = FRIDAY) -> None:
    office.world.clock.to(day, hour, minute)
    await office.told()


def _fridays(office: Office, who: int) -> list[str]:
    return [text for text in office.post.texts(who) if "🗓" in text]


async def test_parents_read_the_week_once_good_things_first(office: Office) -> None:
    for value, day in ((MarkValue.THREE, 1), (MarkValue.TWO, 2)):
        await _mark(office, value, TODAY.replace(day=day))
    await _mark(office, MarkValue.FIVE, TODAY.replace(day=13))
    await _mark(office, MarkValue.FOUR, TODAY.replace(day=14), WorkKind.CONTROL, title="Дроби")
    await _missed(office, Presence.ABSENT, TODAY.replace(day=5))
    await _missed(office, Presence.ILL, TODAY.replace(day=6))
    await _missed(office, Presence.LATE, TODAY.replace(day=7))
    await _mark(office, MarkValue.FIVE, TODAY.replace(day=9), WorkKind.TEST, student=office.room.students[1])
    await _lesson(office, TODAY.replace(day=12), 6, topic="Линейная функция и её «график».")
    ahead = await _lesson(office, date(2026, 10, 20), 2)
    await office.world.insert(WorkRow, lesson_id=ahead, kind=WorkKind.CONTROL, weight=3)
    algebra = SubjectId(await office.world.subject("Алгебра"))
    await office.world.do(set_goal, SetGoal(office.child, algebra, MarkValue.FIVE), office.mother)
    async with office.running():
        await _at(office, 17, 59)
        assert _fridays(office, office.mother) == []
        await _at(office, 18)
        expected = (
            "<b>Дарья Волкова</b> · 7Б\n"
            "🗓 <b>Неделя 12–16 октября</b>\n"
            "🌟 Хорошие отметки: <b>Алгебра</b> – 5\n"
            "📈 Средний балл вырос: <b>Алгебра</b> 2,50 → 3,67\n"
            "🚪 С начала года: пропущено 2 урока, причина неизвестна – 1; 1 опоздание\n"
            "✍️ Ещё нет отметки: <b>Алгебра</b>, тест\n"
            "🎯 Ниже желаемого: <b>Алгебра</b> – выходит 4, нужно 5\n"
            "📝 Впереди: вт 20.10 <b>Алгебра</b>, контрольная работа\n"
            "💬 Вопрос за ужином: что было самым интересным в теме «Линейная функция и её „график“» (Алгебра)?"
        )
        assert _fridays(office, office.mother) == [expected]
        assert "🎯" not in _fridays(office, office.father)[0]
        ((marks, forecast),) = office.post.messages(office.mother)[-1].buttons
        assert (marks.act, forecast.act) == (Act.OPEN_MARKS, Act.OPEN_FORECAST)
        assert _fridays(office, office.student) == []
        await _at(office, 21)
        assert len(_fridays(office, office.mother)) == 1


async def test_a_week_without_absences_is_said(office: Office) -> None:
    await _lesson(office, TODAY.replace(day=12), attendance_at=office.world.clock.now())
    async with office.running():
        await _at(office, 18)
        assert "✅ За неделю – ни пропусков, ни опозданий" in _fridays(office, office.mother)[0]


async def test_nothing_is_praised_that_nobody_looked_at(office: Office) -> None:
    await _mark(office, MarkValue.TWO, TODAY.replace(day=13))
    async with office.running():
        await _at(office, 18)
        (letter,) = _fridays(office, office.mother)
        assert "✅" not in letter
        assert "🌟" not in letter
        assert "🎯 Ниже желаемого: <b>Алгебра</b> – выходит 2, нужно 3" in letter


async def test_an_empty_week_is_not_told(office: Office) -> None:
    async with office.running():
        await _at(office, 18)
        assert _fridays(office, office.mother) == []


async def test_who_switched_it_off_gets_none(office: Office) -> None:
    await _mark(office, MarkValue.FIVE, TODAY.replace(day=13))
    await office.world.do(choose_telling, ChooseTelling(office.child, Topic.FRIDAY, Telling.OFF), office.mother)
    async with office.running():
        await _at(office, 18)
        assert _fridays(office, office.mother) == []
        assert len(_fridays(office, office.father)) == 1


async def test_in_the_holidays_there_is_none(office: Office) -> None:
    await _mark(office, MarkValue.FIVE, TODAY.replace(day=13))
    await office.world.insert(
        CalendarRow, school_id=office.world.school, name="Карантин", kind="day_off",
        starts_on=TODAY.replace(day=15), ends_on=FRIDAY, grades=frozenset({7}),
    )  # fmt: skip
    async with office.running():
        await _at(office, 19)
        assert _fridays(office, office.mother) == []


async def test_marks_that_still_may_be_corrected_are_not_told(office: Office) -> None:
    async with office.running():
        await office.told()
        office.world.clock.to(FRIDAY, 17, 58)
        await _mark(office, MarkValue.FIVE, FRIDAY)
        await _at(office, 18)
        assert all("🌟" not in letter for letter in _fridays(office, office.mother))


async def test_the_first_grade_is_told_of_topics_and_absences_only(office: Office) -> None:
    world = office.world
    klass = await world.klass("1А", ["Белкин Олег"])
    group = await world.group(klass, "Чтение", office.room.teacher)
    await world.lesson(
        klass, group, office.room.teacher, TODAY.replace(day=13), 1, topic="Буква А", attendance_at=world.clock.now()
    )
    father = await world.enter(await world.guardian("Белкин Пётр Ильич", klass.students[0]))
    async with office.running():
        await _at(office, 18)
        (letter,) = _fridays(office, father)
        assert letter.splitlines()[2:] == [
            "✅ За неделю – ни пропусков, ни опозданий",
            "💬 Вопрос за ужином: что было самым интересным в теме «Буква А» (Чтение)?",
        ]
        ((button,),) = office.post.messages(father)[-1].buttons
        assert button.act is Act.OPEN_DAY


@pytest.mark.parametrize("subjects", [1, 12])
async def test_it_is_never_longer_than_twelve_lines_nor_of_others(office: Office, subjects: int) -> None:
    world, room = office.world, office.room
    long = "Очень длинное название " * 8
    for number in range(subjects):
        group = await world.group(room.klass, f"{long[:80]} {number}", room.teacher)
        for step, value in enumerate((MarkValue.ONE, MarkValue.FIVE)):
            day = TODAY.replace(day=2) if step == 0 else TODAY.replace(day=13)
            lesson = await world.lesson(
                room.klass, group, room.teacher, day, 1 + number % 7, topic=long + "\nи «ещё»" if step else None
            )
            for student in (office.child, room.students[1]) if step else (office.child,):
                work = await world.insert(WorkRow, lesson_id=lesson, kind=WorkKind.ANSWER, weight=1, title=long)
                await world.insert(
                    MarkRow, school_id=world.school, lesson_id=lesson, work_id=work, student_id=student,
                    value=value, recorded_at=world.clock.now(), recorded_by=room.teacher,
                )  # fmt: skip
        ahead = await world.lesson(room.klass, group, room.teacher, date(2026, 10, 19), 1 + number % 7)
        await world.insert(WorkRow, lesson_id=ahead, kind=WorkKind.CONTROL, weight=3, title=long)
    await _missed(office, Presence.LATE, TODAY.replace(day=7))
    async with office.running():
        await _at(office, 18)
        (letter,) = _fridays(office, office.mother)
    assert len(letter.splitlines()) <= 12
    assert len(letter) < 4096
    assert all(name not in letter for name in ("Ёлкин", "Жуков", "Орлов", "Панина"))


async def test_a_batch_costs_the_same_for_one_class_and_for_three(office: Office) -> None:
    await _mark(office, MarkValue.FIVE, TODAY.replace(day=13))
    async with office.running():
        await office.told()
    few = await _statements(office)
    for name in ("5А", "6А"):
        klass = await office.world.klass(name, [f"Ученик {name}"])
        await office.world.enter(await office.world.guardian(f"Родитель {name}", klass.students[0]))
    office.world.clock.to(FRIDAY + timedelta(days=7), 18)
    assert await _statements(office, FRIDAY + timedelta(days=7)) == few


async def _statements(office: Office, day: date = FRIDAY) -> int:
    office.world.clock.to(day, 18)
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        sent.append(statement)

    engine = office.world.engines.reader.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        assert await tell_fridays(office.world.works) > 0
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return sum(statement != "BEGIN" for statement in sent)
