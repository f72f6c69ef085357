"""The forecast told by itself: once, three weeks before the end, to those who can still mend something (DIA-6)."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import event, select, update

from core.model.ids import SubjectId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.preferences import Telling, Topic
from core.storage.rows import LetterRow, MarkRow, SubjectRow, WorkRow
from core.usecases.goals import SetGoal, set_goal
from core.usecases.preferences import ChooseTelling, choose_telling
from notifications.forecasts import foretell
from notifications.letter import Act
from tests.notifications.conftest import Office

# The second quarter ends on Sunday, 27 December; three weeks before is a Sunday.
EVENING = date(2026, 12, 4)
ADVICE = "Поговорите об этом вместе и, если нужно, с учителем: время ещё есть."


async def _given(office: Office, *values: MarkValue, student: int | None = None, day: int = 10) -> None:
    world, room = office.world, office.room
    lesson = await world.lesson(room.klass, room.group, room.teacher, date(2026, 11, day), 1)
    for value in values:
        work = await world.insert(WorkRow, lesson_id=lesson, kind=WorkKind.ANSWER, weight=1)
        await world.insert(
            MarkRow, school_id=world.school, lesson_id=lesson, work_id=work, student_id=student or office.child,
            value=value, recorded_at=world.clock.now(), recorded_by=room.teacher,
        )  # fmt: skip


async def _lessons(office: Office, count: int) -> None:
    for step in range(count):
        day = date(2026, 12, 7) + timedelta(days=step + 2 * (step // 5))
        await office.world.lesson(office.room.klass, office.room.group, office.room.teacher, day, 2)


async def _to(office: Office, day: date, hour: int, minute: int = 0) -> None:
    office.world.clock.to(day, hour, minute)
    await office.told()


def _letters(office: Office, who: int) -> list[str]:
    return [text for text in office.post.texts(who) if "🔮" in text]


async def test_a_family_hears_once_what_can_still_be_mended(office: Office) -> None:
    await _given(office, MarkValue.TWO, MarkValue.TWO, MarkValue.THREE)
    await _lessons(office, 10)
    async with office.running():
        await _to(office, EVENING, 16, 59)
        assert _letters(office, office.mother) == []
        await _to(office, EVENING, 17)
        expected = (
            "<b>Дарья Волкова</b> · 7Б\n"
            "🔮 2 четверть заканчивается 27 декабря. Ещё можно успеть:\n"
            "\n"
            "<b>Алгебра</b> · 2,33 → <b>2</b>\n"
            "↳ до 3: 1 тройка за ответ\n"
            "\n"
            f"{ADVICE}"
        )
        assert _letters(office, office.mother) == [expected]
        assert len(_letters(office, office.student)) == 1
        (button,) = office.post.messages(office.mother)[-1].buttons[0]
        assert (button.act, button.ids) == (Act.OPEN_FORECAST, (office.child,))
        for day in (EVENING, EVENING + timedelta(days=3), EVENING + timedelta(days=11)):
            await _to(office, day, 19)
        assert len(_letters(office, office.mother)) == 1


async def test_others_hear_nothing(office: Office) -> None:
    await _given(office, MarkValue.FOUR, MarkValue.THREE)
    await _given(office, MarkValue.TWO, student=office.room.students[1], day=11)
    await _lessons(office, 10)
    async with office.running():
        await _to(office, EVENING, 17)
        assert _letters(office, office.mother) == []
        assert len(_letters(office, office.neighbour)) == 1


async def test_too_few_marks_worry_and_too_few_lessons_do_not(office: Office) -> None:
    async with office.world.works.changing() as work:
        asked = update(SubjectRow).where(SubjectRow.name == "Алгебра").values(marks_least=3, written_least=1)
        await work.run(lambda db: db.execute(asked))
    await _given(office, MarkValue.FOUR)
    await _lessons(office, 3)
    async with office.running():
        await _to(office, EVENING, 17)
        (letter,) = _letters(office, office.mother)
        assert "❗️ Для отметки за период пока не хватает: <b>Алгебра</b> – 2 отметки, 1 письменная работа." in letter
        # The other family's child lacks three marks, and three lessons are left: the last moment to say so.
        assert len(_letters(office, office.neighbour)) == 1


async def test_a_goal_is_its_readers_alone(office: Office) -> None:
    await _given(office, MarkValue.FOUR, MarkValue.FOUR)
    await _lessons(office, 10)
    algebra = SubjectId(await office.world.subject("Алгебра"))
    await office.world.do(set_goal, SetGoal(office.child, algebra, MarkValue.FIVE), office.father)
    async with office.running():
        await _to(office, EVENING, 17)
        (letter,) = _letters(office, office.father)
        assert (
            "<b>Алгебра</b> · 4,00 → <b>4</b>\n↳ до 5: 1 пятёрка за самостоятельную (вес 2) или 2 пятёрки за ответы"
            in letter
        )
        assert _letters(office, office.mother) == _letters(office, office.student) == []


async def test_who_wants_none_of_it_hears_nothing(office: Office) -> None:
    await _given(office, MarkValue.TWO)
    await _lessons(office, 10)
    off = ChooseTelling(office.child, Topic.FORECAST, Telling.OFF)
    await office.world.do(choose_telling, off, office.mother)
    async with office.running():
        await _to(office, EVENING, 17)
        assert _letters(office, office.mother) == []
        assert len(_letters(office, office.father)) == 1


async def test_what_cannot_be_mended_is_not_told(office: Office) -> None:
    await _given(office, *[MarkValue.TWO] * 20)
    await _lessons(office, 1)
    async with office.running():
        await _to(office, EVENING, 17)
        assert _letters(office, office.mother) == []


async def test_what_was_mended_before_it_left_is_not_told(office: Office) -> None:
    await _given(office, MarkValue.TWO)
    await _lessons(office, 10)
    async with office.running():
        await office.told()
    office.world.clock.to(EVENING, 17)
    assert await foretell(office.world.works) > 0
    await _given(office, MarkValue.FIVE, day=12)
    async with office.running():
        await office.told()
        assert _letters(office, office.mother) == []


async def test_an_outage_delays_it_for_some_days_only(office: Office) -> None:
    await _given(office, MarkValue.TWO)
    await _lessons(office, 10)
    async with office.running():
        await office.told()
    office.world.clock.to(EVENING + timedelta(days=3), 8)
    assert await foretell(office.world.works) == 0  # by day nobody looks
    office.world.clock.to(EVENING + timedelta(days=6), 18)
    assert await foretell(office.world.works) == 0  # and after five days it is too late
    office.world.clock.to(EVENING + timedelta(days=3), 18)
    assert await foretell(office.world.works) > 0
    assert await foretell(office.world.works) == 0


async def test_a_school_that_came_later_hears_of_the_next_period(office: Office) -> None:
    await _given(office, MarkValue.TWO)
    await _lessons(office, 10)
    office.world.clock.to(EVENING, 18)
    async with office.running():
        await _to(office, EVENING, 19)
        assert _letters(office, office.mother) == []


async def test_the_statements_grow_with_classes_not_with_students(office: Office) -> None:
    await _given(office, MarkValue.TWO)
    await _lessons(office, 3)
    async with office.running():
        await office.told()
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        sent.append(statement)

    office.world.clock.to(EVENING, 17)
    engine = office.world.engines.reader.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        await foretell(office.world.works)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    # Schools and their calendars, periods, what was told, since when; classes, one class's marks, families, choices,
    # goals.
    assert sum(statement != "BEGIN" for statement in sent) == 10
    kinds = await office.world.rows(select(LetterRow.kind))
    assert {row.kind for row in kinds} == {"forecast"}
