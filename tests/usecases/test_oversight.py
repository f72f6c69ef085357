"""What deputy and head may look at: slips of a week, grounds of a period's marks (BEY-5, CTL-6)."""

from typing import Any

import pytest
from sqlalchemy import select

from core.model.attendance import Presence
from core.model.errors import Forbidden
from core.model.final_mark import FinalKind
from core.model.ids import GroupId, KlassId, LessonId, PeriodId, SchoolId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.objectivity import ConcernKind
from core.model.people import Role
from core.model.slip import SlipKind, SlipList
from core.storage.rows import FinalMarkRow, PeriodRow, StaffRoleRow
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.marks import CorrectMark, SetMark, correct_mark, set_mark
from core.usecases.objectivity import (
    JudgeGroup,
    JudgeKlass,
    ReadObjectivity,
    judge_group,
    judge_klass,
    read_objectivity,
)
from core.usecases.slips import ReadSlips, read_slips
from core.usecases.works import DeclareWork, declare_work
from tests.classroom import Classroom, classroom
from tests.world import TODAY, World


@pytest.fixture
async def deputy(world: World) -> int:
    return await world.enter(await world.staff("Сафонова Нина Игоревна", Role.DEPUTY))


async def week(world: World, who: int) -> SlipList:
    return await world.see(read_slips, ReadSlips(SchoolId(world.school), TODAY), who)


async def fives(room: Classroom, student: int = 0) -> int:
    given = await room.do(set_mark, SetMark(await room.work(), room.students[student], MarkValue.FIVE))
    key: int = given.corrections[0].mark.id
    return key


async def test_a_usual_day_has_nothing(world: World, deputy: int) -> None:
    room = await classroom(world)
    await fives(room)
    assert (await week(world, deputy)).slips == ()


async def test_a_mark_for_an_absent_student_with_names(world: World, deputy: int) -> None:
    room = await classroom(world)
    await room.do(take_attendance, TakeAttendance(room.lesson, ((room.students[0], Presence.ABSENT, 0),)))
    work = await room.work()
    await room.do(set_mark, SetMark(work, room.students[0], MarkValue.FIVE, despite_absence=True))
    found = await week(world, deputy)
    (slip,) = found.slips
    assert slip.kind is SlipKind.ABSENT_MARKED
    assert found.names[slip.person].full == "Зимина Анна Петровна"
    assert found.names[room.students[0]].short == "Волкова Дарья"
    assert found.lessons[room.lesson].klass == "7Б"


async def test_marks_in_the_night_and_after_the_period_mark(world: World, deputy: int) -> None:
    room = await classroom(world)
    await settle(world, room, room.students[0], MarkValue.FOUR)
    world.clock.to(TODAY, 23, 30)
    await fives(room, 1)
    assert [slip.kind for slip in (await week(world, deputy)).slips] == [SlipKind.NIGHT]


async def settle(world: World, room: Classroom, student: int, value: MarkValue) -> None:
    """Set the first quarter's mark."""
    period = (await world.rows(select(PeriodRow.id).order_by(PeriodRow.starts_on)))[0][0]
    subject = await world.subject("Алгебра")
    await world.insert(
        FinalMarkRow,
        school_id=world.school,
        kind=FinalKind.PERIOD,
        student_id=student,
        klass_id=room.klass.id,
        subject_id=subject,
        group_id=room.group,
        year=2026,
        period_id=period,
        value=value,
        recorded_at=world.clock.now(),
        recorded_by=room.teacher,
    )


async def test_a_change_below_a_period_mark(world: World, deputy: int) -> None:
    room = await classroom(world)
    mark = await fives(room)
    set_at = world.clock.now()
    world.clock.shift(minutes=2)
    await room.do(correct_mark, CorrectMark(mark, MarkValue.FOUR, reason="typo"))  # type: ignore[arg-type]
    changed_at, world.clock.instant = world.clock.now(), set_at
    world.clock.shift(minutes=1)
    # The period mark stood already; by the deputy's permission, say.
    await settle(world, room, room.students[0], MarkValue.FIVE)
    world.clock.instant = changed_at
    assert [slip.kind for slip in (await week(world, deputy)).slips] == [SlipKind.AFTER_FINAL]


async def test_there_and_not_there_and_there_again(world: World, deputy: int) -> None:
    room = await classroom(world)
    child = room.students[0]
    for number in (4, 5):
        await world.lesson(room.klass, room.group, room.teacher, TODAY, number)
    rows = (LessonId(room.lesson), LessonId(room.lesson + 2), LessonId(room.lesson + 3))
    world.clock.to(TODAY, 14)
    for lesson, presence in zip(rows, (None, Presence.ABSENT, None), strict=True):
        noted: tuple[Any, ...] = ((child, presence, 0),) if presence else ()
        await room.do(take_attendance, TakeAttendance(lesson, noted))
    (slip,) = (await week(world, deputy)).slips
    assert (slip.kind, slip.students) == (SlipKind.ON_AND_OFF, (child,))


async def test_only_the_leadership_reads_it_each_of_the_own_grades(world: World) -> None:
    room = await classroom(world)
    await room.do(take_attendance, TakeAttendance(room.lesson, ((room.students[0], Presence.ILL, 0),)))
    await room.do(set_mark, SetMark(await room.work(), room.students[0], MarkValue.TWO, despite_absence=True))
    eighth = await world.staff("Котова Вера Павловна")
    await world.insert(StaffRoleRow, person_id=eighth, role=Role.DEPUTY, grades=frozenset({8}))
    assert (await week(world, await world.enter(eighth))).slips == ()
    head = await world.enter(await world.staff("Громов Пётр", Role.HEAD))
    assert len((await week(world, head)).slips) == 1
    administrator = await world.enter(await world.staff("Тихонов Максим", Role.ADMINISTRATOR))
    for who in (room.telegram, administrator):
        with pytest.raises(Forbidden):
            await week(world, who)


async def test_the_period_that_is_about_to_end_comes_first(world: World, deputy: int) -> None:
    room = await classroom(world)
    frame = await world.see(read_objectivity, ReadObjectivity(SchoolId(world.school)), deputy)
    assert frame.period is not None
    assert (frame.period.name, frame.previous) == ("1 четверть", None)
    assert frame.next is not None
    assert frame.klasses == ((room.klass.id, "7Б"),)
    world.clock.shift(days=80)
    later = await world.see(read_objectivity, ReadObjectivity(SchoolId(world.school)), deputy)
    assert later.period is not None
    assert later.period.name == "2 четверть"


async def test_grounds_of_a_class_and_of_a_group(world: World, deputy: int) -> None:
    room = await classroom(world)
    child = room.students[0]
    for value in (MarkValue.THREE, MarkValue.THREE, MarkValue.FOUR):
        declared = await room.do(declare_work, DeclareWork(room.lesson, WorkKind.ANSWER))
        await room.do(set_mark, SetMark(declared.work.id, child, value))
    await settle(world, room, child, MarkValue.FIVE)
    period = PeriodId((await world.rows(select(PeriodRow.id).order_by(PeriodRow.starts_on)))[0][0])
    found = await world.see(judge_klass, JudgeKlass(KlassId(room.klass.id), period), deputy)
    (judged,) = found.judged
    (concern,) = judged.concerns
    assert (concern.kind, concern.proposed, concern.given) == (ConcernKind.APART, MarkValue.THREE, MarkValue.FIVE)
    assert judged.book.teacher.startswith("Зимина")
    group = await world.see(judge_group, JudgeGroup(GroupId(room.group), period), deputy)
    assert group.judged == found.judged
    assert group.names[child].short == "Волкова Дарья"


async def test_grounds_are_for_the_leadership_and_of_things_that_are(world: World, deputy: int) -> None:
    room = await classroom(world)
    period = PeriodId((await world.rows(select(PeriodRow.id)))[0][0])
    for who, klass, term in (
        (room.telegram, room.klass.id, period),
        (deputy, 9_999, period),
        (deputy, room.klass.id, PeriodId(9_999)),
    ):
        with pytest.raises(Forbidden):
            await world.see(judge_klass, JudgeKlass(KlassId(klass), term), who)
    with pytest.raises(Forbidden):
        await world.see(judge_group, JudgeGroup(GroupId(9_999), period), deputy)
    with pytest.raises(Forbidden):
        await world.see(read_objectivity, ReadObjectivity(SchoolId(world.school)), room.telegram)
