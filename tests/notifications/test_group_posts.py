"""A class's group chat is told what concerns everybody, once, merged, and never a child's name, mark or absence."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from core.model.attendance import Presence
from core.model.ids import GroupChatId, KlassId, LessonId, PersonId, SchoolId
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.school_event import EventPlan
from core.storage.rows import GroupChatRow, GroupPostRow, KlassRow, LetterRow
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.group_chats import Arrived, arrive_in_group
from core.usecases.homework import SetHomework, set_homework
from core.usecases.lesson_changing import (
    CancelLesson,
    ReturnLesson,
    Substitute,
    cancel_lesson,
    return_lesson,
    substitute,
)
from core.usecases.marks import SetMark, set_mark
from core.usecases.remarks import WriteRemark, write_remark
from core.usecases.school_events import PlanEvent, plan_event
from notifications.post import Broken, ChatGone, Down
from tests.classroom import NEXT_WEEK
from tests.notifications.conftest import Office
from tests.world import TODAY

CHAT = -100_777
TOMORROW = TODAY + timedelta(days=1)
FAIR = EventPlan("Ярмарка", NEXT_WEEK, place="актовый зал")


@dataclass(frozen=True, slots=True)
class Group:
    """The office of 7Б with a bound group, a deputy and a colleague."""

    office: Office
    deputy: int
    belova: PersonId
    second: LessonId

    def posts(self) -> list[str]:
        return self.office.post.texts(CHAT)

    async def change(self, usecase: Any, command: Any) -> None:
        await self.office.world.do(usecase, command, self.deputy)


@pytest.fixture
async def group(office: Office) -> Group:
    world, room = office.world, office.room
    deputy = await world.staff("Тихонова Мария Олеговна", Role.DEPUTY)
    belova = await world.staff("Белова Ольга Юрьевна")
    supervisor = await world.staff("Сомова Нина Павловна")
    now = world.clock.now()
    await world.insert(
        GroupChatRow,
        chat_id=CHAT,
        title="7Б родители",
        arrived_at=now,
        klass_id=room.klass.id,
        asked_by=supervisor,
        bound_at=now,
    )
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=supervisor)))
    second = await world.lesson(room.klass, room.group, room.teacher, TOMORROW, 5)
    return Group(office, await world.enter(deputy), PersonId(belova), LessonId(second))


async def test_what_happens_within_minutes_is_one_post(group: Group) -> None:
    office = group.office
    async with office.running():
        await group.change(substitute, Substitute(group.second, group.belova))
        await office.do(set_homework, SetHomework(office.lesson, "§15 № 101 <b>", due_on=NEXT_WEEK))
        await group.change(plan_event, PlanEvent(SchoolId(office.world.school), FAIR))
        await office.later(minutes=6)
    told = (
        "📣 <b>7Б</b>\n"
        "🔁 Алгебра, пт 16.10, 5-й урок: замена учителя\n"
        "🎒 Алгебра (четверг, 22 октября): §15 № 101 &lt;b&gt;\n"
        "🎪 Ярмарка – четверг, 22 октября · 📍 актовый зал\n"
        "<i>Подробности – в дневнике, в личном чате с ботом.</i>"
    )
    assert group.posts() == [told]


async def test_no_more_than_a_post_in_a_quarter_of_an_hour_and_none_at_night(group: Group) -> None:
    office, world = group.office, group.office.world
    async with office.running():
        await group.change(cancel_lesson, CancelLesson(group.second))
        await office.later(minutes=2)
        await group.change(return_lesson, ReturnLesson(group.second))
        await office.later(minutes=3)
        assert len(group.posts()) == 1
        await office.later(minutes=15)
        assert len(group.posts()) == 2
        world.clock.to(TODAY, 22)
        await group.change(cancel_lesson, CancelLesson(group.second))
        await office.later(minutes=30)
        assert len(group.posts()) == 2
        world.clock.to(TOMORROW, 7, 1)
        await office.told()
    assert len(group.posts()) == 3


async def test_a_reserved_school_posts_nothing(group: Group) -> None:
    office, world = group.office, group.office.world
    await world.change_school(reserved=True)
    async with office.running():
        await group.change(plan_event, PlanEvent(SchoolId(world.school), FAIR))
        await office.later(minutes=8)
    assert group.posts() == []


async def test_what_was_undone_is_not_told(group: Group) -> None:
    office = group.office
    async with office.running():
        await group.change(cancel_lesson, CancelLesson(group.second))
        await office.later(seconds=20)
        await group.change(return_lesson, ReturnLesson(group.second))
        await office.later(minutes=10)
    assert group.posts() == []


async def test_nothing_of_one_child_ever_comes_into_a_group(group: Group) -> None:
    """Every kind of letter that a child's day brings, and homework and events that name somebody."""
    office, world, room = group.office, group.office.world, group.office.room
    child = office.child
    async with office.running():
        work = await room.work()
        await office.do(set_mark, SetMark(work, child, MarkValue.TWO, comment="Дарья не готова"))
        await office.do(take_attendance, TakeAttendance(office.lesson, ((child, Presence.ABSENT, 0),)))
        await office.do(write_remark, WriteRemark(office.lesson, child, "Волкова опоздала"))
        await office.do(set_homework, SetHomework(office.lesson, "Дарье Волковой – доклад", due_on=NEXT_WEEK))
        await office.do(set_homework, SetHomework(office.lesson, "Доклад", student=child, due_on=NEXT_WEEK))
        named = replace(FAIR, name="День рождения Дарьи Волковой", words="поздравим Петра Ёлкина")
        await group.change(plan_event, PlanEvent(SchoolId(world.school), named))
        await office.later(minutes=8)
        await office.later(minutes=20)
    said = "\n".join(group.posts()).lower().replace("ё", "е")
    assert "задание в дневнике" in said
    assert "подробности в дневнике" in said
    names = ("дарь", "волков", "елкин", "петр", "жуков", "орлов", "панин")
    assert not [name for name in names if name in said]
    assert not any(word in said for word in ("доклад", "отмет", "«2»", "отсутств", "опозд"))
    kinds = {row[0] for row in await world.rows(select(LetterRow.kind))}
    assert {"mark", "attendance", "remark", "homework", "school_event"} <= kinds
    noted = {row[0] for row in await world.rows(select(GroupPostRow.kind))}
    assert noted == {"homework", "school_event"}


async def test_only_the_own_class_and_only_while_bound(group: Group) -> None:
    office, world = group.office, group.office.world
    other = await world.klass("8А", ["Ершова Яна"])
    async with office.running():
        theirs = replace(FAIR, klass=KlassId(other.id))
        await group.change(plan_event, PlanEvent(SchoolId(world.school), theirs))
        await group.change(plan_event, PlanEvent(SchoolId(world.school), replace(FAIR, grades=frozenset({5}))))
        await office.later(minutes=8)
        assert group.posts() == []
        async with world.works.changing() as work:
            await work.run(lambda db: db.execute(update(GroupChatRow).values(ended_at=work.now)))
        await group.change(plan_event, PlanEvent(SchoolId(world.school), FAIR))
        await office.later(minutes=8)
    assert group.posts() == []


async def test_a_group_that_is_gone_ends_and_a_hindrance_is_tried_again(group: Group) -> None:
    office, world = group.office, group.office.world
    tries: list[Any] = [Down("x"), Broken("group chat was upgraded to a supergroup chat"), ChatGone("bot was kicked")]
    office.post.always = lambda message: tries.pop(0) if message.chat == CHAT and tries else None
    async with office.running():
        await group.change(plan_event, PlanEvent(SchoolId(world.school), FAIR))
        await office.later(minutes=6)
        await office.later(minutes=1)
        await office.later(minutes=1)
        await office.later(minutes=20)
    assert tries == []
    assert group.posts() == []
    assert (await world.rows(select(GroupChatRow.ended_at)))[0][0] is not None


async def test_a_group_that_nobody_binds_is_left(group: Group) -> None:
    office, world = group.office, group.office.world
    async with office.running():
        assert await world.do(arrive_in_group, Arrived(-5, "Чужие"))
        await office.later(minutes=9)
        assert office.post.left == []
        await office.later(minutes=2)
        await office.later(minutes=5)
    assert office.post.left == [-5]
    rows = await world.rows(select(GroupChatRow.id, GroupChatRow.ended_at).where(GroupChatRow.chat_id == -5))
    assert rows[0].ended_at is not None
    assert GroupChatId(rows[0].id)
