"""The report of changed marks: what stands in it, narrowed, by whom it is read (CTL-5) [000 §13; 003 §4.13]."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import event, select, update

from core.model.errors import Forbidden
from core.model.ids import SchoolId
from core.model.mark import MarkValue
from core.model.mark_changes import ChangesBy, ChangesPage
from core.model.people import Role
from core.storage.rows import AuditRow, PersonRow, StaffRoleRow
from core.usecases.mark_changes import (
    ChooseChanges,
    ReadChanges,
    all_changes,
    choose_changes,
    read_changes,
)
from core.usecases.marks import CorrectMark, SetMark, WithdrawMark, correct_mark, set_mark, withdraw_mark
from tests.classroom import Classroom, classroom
from tests.world import TODAY, World


@pytest.fixture
async def head(world: World) -> int:
    return await world.enter(await world.staff("Громов Пётр Андреевич", Role.HEAD))


async def changed(room: Classroom, count: int = 1) -> None:
    """Give marks, correct each a day later, take the first one back."""
    work = await room.work()
    given = [await room.do(set_mark, SetMark(work, student, MarkValue.FOUR)) for student in room.students[:count]]
    room.world.clock.shift(days=1)
    marks = []
    for each in given:
        corrected = await room.do(correct_mark, CorrectMark(each.corrections[0].mark.id, MarkValue.FIVE, reason="typo"))
        marks.append(corrected.corrections[0].mark.id)
    await room.do(withdraw_mark, WithdrawMark(marks[0], reason="Не тот ученик"))


def _listener(seen: list[str]) -> Callable[..., None]:
    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    return listen


async def page(world: World, who: int, **asked: object) -> ChangesPage:
    return await world.see(read_changes, ReadChanges(SchoolId(world.school), **asked), who)  # type: ignore[arg-type]


async def test_who_when_lesson_before_after_why(world: World, head: int) -> None:
    room = await classroom(world)
    await changed(room)
    found = await page(world, head)
    taken, corrected = found.changes
    assert (corrected.before, corrected.after, corrected.reason) == ("4", "5", "typo")
    assert (taken.before, taken.after, taken.reason) == ("5", None, "Не тот ученик")
    assert corrected.by is not None
    assert corrected.by.full == "Зимина Анна Петровна"
    assert (corrected.klass, corrected.subject, corrected.day, corrected.number) == ("7Б", "Алгебра", TODAY, 3)
    assert corrected.student is not None
    assert corrected.student.short == "Волкова Дарья"
    assert corrected.at == world.clock.now()


async def test_a_first_mark_is_no_change(world: World, head: int) -> None:
    room = await classroom(world)
    await room.do(set_mark, SetMark(await room.work(), room.students[0], MarkValue.FOUR))
    assert (await page(world, head)).total == 0


async def test_names_are_those_of_today(world: World, head: int) -> None:
    room = await classroom(world)
    await changed(room)
    async with world.works.changing() as work:
        await work.run(
            lambda db: db.execute(update(PersonRow).where(PersonRow.id == room.teacher).values(family="Летова"))
        )
    found = await page(world, head)
    assert found.changes[0].by is not None
    assert found.changes[0].by.family == "Летова"


async def test_narrowed(world: World, head: int) -> None:
    room = await classroom(world)
    await changed(room, 3)
    assert (await page(world, head)).total == 4
    student = await page(world, head, by=ChangesBy.STUDENT, key=room.students[1])
    assert (student.total, student.chosen) == (1, "Ёлкин Пётр")
    assert (await page(world, head, by=ChangesBy.TEACHER, key=room.teacher)).total == 4
    assert (await page(world, head, by=ChangesBy.KLASS, key=room.klass.id)).total == 4
    assert (await page(world, head, by=ChangesBy.KLASS, key=room.klass.id + 1)).total == 0
    assert (await page(world, head, month=date(2026, 10, 1))).total == 4
    assert (await page(world, head, month=date(2026, 9, 1))).total == 0
    chosen = await world.see(choose_changes, ChooseChanges(SchoolId(world.school), ChangesBy.STUDENT), head)
    assert (chosen.choices[0].name, chosen.choices[0].count) == ("Волкова Д.", 2)
    assert sum(each.count for each in chosen.choices) == 4


async def test_a_deputy_of_some_parallels_reads_of_these(world: World) -> None:
    await changed(await classroom(world))
    mine = await world.staff("Сафонова Нина Игоревна")
    other = await world.staff("Котова Вера Павловна")
    for person, grades in ((mine, {7}), (other, {8, 9})):
        await world.insert(StaffRoleRow, person_id=person, role=Role.DEPUTY, grades=frozenset(grades))
    assert (await page(world, await world.enter(mine))).total == 2
    assert (await page(world, await world.enter(other))).total == 0


async def test_who_may_not(world: World) -> None:
    room = await classroom(world)
    mother = await world.enter(await world.guardian("Волкова Инна", room.students[0]))
    for who in (room.telegram, mother):
        with pytest.raises(Forbidden):
            await page(world, who)


async def test_a_file_holds_all_and_taking_it_is_audited(world: World, head: int) -> None:
    await changed(await classroom(world), 5)
    whole = await world.do(all_changes, ReadChanges(SchoolId(world.school)), head)
    assert len(whole.changes) == whole.total == 6
    last = await world.rows(select(AuditRow.kind, AuditRow.subject_id).order_by(AuditRow.seq.desc()).limit(1))
    assert tuple(last[0]) == ("report.made", world.school)


async def test_statements_do_not_grow_with_changes(world: World, head: int) -> None:
    room = await classroom(world)
    await changed(room)
    counts = []
    for _ in range(2):
        seen: list[str] = []
        listen = _listener(seen)
        event.listen(world.engines.reader.sync_engine, "before_cursor_execute", listen)
        await page(world, head)
        event.remove(world.engines.reader.sync_engine, "before_cursor_execute", listen)
        counts.append(sum(statement.lstrip().upper().startswith("SELECT") for statement in seen))
        world.clock.shift(minutes=1)
        work = await room.work()
        for student in room.students:
            given = await room.do(set_mark, SetMark(work, student, MarkValue.FOUR))
            world.clock.instant += timedelta(minutes=10)
            await room.do(correct_mark, CorrectMark(given.corrections[0].mark.id, MarkValue.FIVE, reason="typo"))
    assert 0 < counts[0] == counts[1] <= 4
