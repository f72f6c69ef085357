"""A group's plan: its own or a shared one, topic by topic, as a file, a week ahead; it follows its lessons (JRN-12)."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from core.model.audit import AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.ids import GroupId, KlassId, LessonId
from core.model.people import Role
from core.model.plan import PlanLevel, PlanView
from core.model.workbook import Place, PlanLine, Workbook
from core.storage.rows import AuditRow, LessonRow, PlanTopicRow, SchoolRow
from core.usecases.lesson_changing import (
    CancelLesson,
    MoveLesson,
    ReturnLesson,
    cancel_lesson,
    move_lesson,
    return_lesson,
)
from core.usecases.plan_files import LoadPlan, load_plan, preview_plan
from core.usecases.plans import (
    AddTopic,
    ChangeTopic,
    ListPlans,
    MoveTopic,
    OpenPlan,
    OpenTopic,
    PlanWeek,
    TakeOwnPlan,
    add_topic,
    change_topic,
    delete_topic,
    list_plans,
    move_topic,
    plan_week,
    show_plan,
    show_topic,
    take_own_plan,
)
from core.usecases.topics import OpenTopics, SetTopic, set_topic, topic_sheet
from tests.classroom import Classroom, classroom
from tests.usecases.test_teacher_day import Statements
from tests.world import TODAY, World

MONDAY = date(2026, 10, 19)


@pytest.fixture
async def room(world: World) -> Classroom:
    """7Б at algebra, today and on Monday, Tuesday, Wednesday of the next week and a week from today."""
    room = await classroom(world)
    for days, number in ((4, 1), (5, 2), (6, 1)):
        await world.lesson(room.klass, room.group, room.teacher, TODAY + timedelta(days=days), number)
    return room


async def _lessons(room: Classroom) -> list[LessonId]:
    query = select(LessonRow.id).where(LessonRow.group_id == room.group).order_by(LessonRow.starts_at)
    return [LessonId(key) for (key,) in await room.world.rows(query)]


async def _topics(room: Classroom) -> list[str]:
    query = select(LessonRow.topic).where(LessonRow.group_id == room.group).order_by(LessonRow.starts_at)
    return [topic or "" for (topic,) in await room.world.rows(query)]


async def _plan(room: Classroom) -> PlanView:
    view: PlanView = await room.see(show_plan, OpenPlan(GroupId(room.group)))
    return view


async def _shared(room: Classroom, *names: str) -> None:
    for number, name in enumerate(names, 1):
        await room.world.topic("Алгебра", room.klass, number, name, f"§{number}")


async def _own(room: Classroom, *names: str) -> list[int]:
    return [await room.do(add_topic, AddTopic(GroupId(room.group), name)) for name in names]


def _book(*topics: tuple[int, str, int], **more: Any) -> Workbook:
    lines = (
        PlanLine(Place("КТП", at), topic, number=number, hours=hours, **more)
        for at, (number, topic, hours) in enumerate(topics, 2)
    )
    return Workbook(school=None, plans=tuple(lines))


async def _deputy(room: Classroom) -> int:
    return await room.world.enter(await room.world.staff("Тихонова Мария Олеговна", Role.DEPUTY))


async def test_a_plan_lies_on_its_lessons_beside_the_years_hours(room: Classroom) -> None:
    await _shared(room, "А", "Б", "В", "Г", "Д", "Е")
    await room.do(set_topic, SetTopic(room.lesson, plan_topic=1))
    statements = Statements(room.world.engines.reader)
    view = await _plan(room)
    assert statements.count - 1 <= 4
    assert view.level is PlanLevel.KLASS
    assert (view.schedule.given, view.schedule.hours, view.schedule.lessons_left) == (1, 6, 4)
    assert view.schedule.left_over == 1
    # Two hours a week; the autumn vacation is the only one that this school has.
    days = sum(day.weekday() < 5 for day in (date(2026, 9, 1) + timedelta(days=n) for n in range(273)))
    assert view.curriculum == round(2 * (days - 5) / 5)
    assert view.week is not None
    assert (view.week.monday, view.week.lessons, view.week.filled, view.week.offered) == (MONDAY, 4, 0, 4)


async def test_what_was_before_the_launch_takes_no_topics(room: Classroom) -> None:
    await _shared(room, "А", "Б")
    await room.world.lesson(room.klass, room.group, room.teacher, TODAY - timedelta(days=7), 1)
    assert (await _plan(room)).schedule.topics[0].lacking[0].day == TODAY - timedelta(days=7)
    async with room.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(SchoolRow).values(launched_on=TODAY)))
    assert (await _plan(room)).schedule.topics[0].lacking[0].day == TODAY


async def test_each_lesson_is_offered_its_own_topic(room: Classroom) -> None:
    await _shared(room, "А", "Б", "В", "Г", "Д")
    offered = [(await room.see(topic_sheet, OpenTopics(key))).topics[0].topic for key in await _lessons(room)]
    assert offered == ["А", "Б", "В", "Г", "Д"]


async def test_a_change_makes_a_plan_of_the_groups_own_and_lessons_go_with_it(room: Classroom) -> None:
    await _shared(room, "А", "Б")
    await room.do(set_topic, SetTopic(room.lesson, plan_topic=1))
    key = await room.do(change_topic, ChangeTopic(GroupId(room.group), 2, "Б с примерами\n§9", 3))

    view = await _plan(room)
    assert view.level is PlanLevel.GROUP
    first, second = view.schedule.topics
    assert [lesson.id for lesson in first.given] == [room.lesson]
    assert (second.topic.id, second.topic.topic, second.topic.task, second.topic.hours) == (
        key,
        "Б с примерами",
        "§9",
        3,
    )
    shared = await room.world.rows(select(PlanTopicRow.topic).where(PlanTopicRow.group_id.is_(None)))
    assert [topic for (topic,) in shared] == ["А", "Б"]
    with pytest.raises(Refusal, match="plan-topic-gone"):
        await room.see(show_topic, OpenTopic(GroupId(room.group), 2))


async def test_a_plan_of_its_own_is_taken_in_one_tap_and_twice_is_once(room: Classroom) -> None:
    await _shared(room, "А", "Б")
    for _ in range(2):
        await room.do(take_own_plan, TakeOwnPlan(GroupId(room.group)))
    own = await room.world.rows(select(PlanTopicRow.number).where(PlanTopicRow.group_id == room.group))
    assert sorted(number for (number,) in own) == [1, 2]


async def test_topics_are_moved_and_deleted_but_not_those_that_were_given(room: Classroom) -> None:
    first, second, third = await _own(room, "А", "Б", "В")
    group = GroupId(room.group)
    await room.do(move_topic, MoveTopic(group, third, up=True))
    await room.do(move_topic, MoveTopic(group, first, up=True))
    names = [each.topic.topic for each in (await _plan(room)).schedule.topics]
    assert names == ["А", "В", "Б"]
    await room.do(set_topic, SetTopic(room.lesson, plan_topic=first))
    with pytest.raises(Refusal, match="plan-topic-given"):
        await room.do(delete_topic, OpenTopic(group, first))
    await room.do(delete_topic, OpenTopic(group, second))
    assert [each.topic.topic for each in (await _plan(room)).schedule.topics] == ["А", "В"]
    audited = await room.world.rows(select(AuditRow.kind).where(AuditRow.kind == AuditKind.PLAN_CHANGED))
    assert len(audited) == 5


async def test_what_is_typed_is_made_fit(room: Classroom) -> None:
    (key,) = await _own(room, "  Степени \u202e\n\n§5,\nустно ")
    planned = (await room.see(show_topic, OpenTopic(GroupId(room.group), key))).planned.topic
    assert (planned.topic, planned.task) == ("Степени", "§5, устно")
    for text, code in (("", "text-empty"), ("я" * 501, "text-long"), ("Тема\n" + "я" * 501, "text-long")):
        with pytest.raises(Refusal, match=code):
            await room.do(add_topic, AddTopic(GroupId(room.group), text))


async def test_a_week_is_written_ahead_and_counts_as_planned(room: Classroom) -> None:
    await _own(room, "А", "Б", "В", "Г", "Д")
    world = room.world
    office = await world.enter(await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR))
    before = await world.see(list_plans, ListPlans(KlassId(room.klass.id)), office)
    assert (before.monday, before.planned, before.lessons) == (MONDAY, 0, 4)
    assert await room.do(plan_week, PlanWeek(GroupId(room.group), MONDAY)) == 4
    assert await _topics(room) == ["", "Б", "В", "Г", "Д"]
    statements = Statements(world.engines.reader)
    after = await world.see(list_plans, ListPlans(KlassId(room.klass.id)), office)
    assert statements.count - 1 <= 4
    assert (after.planned, after.lessons, after.groups[0].topics) == (4, 4, 5)
    assert await room.do(plan_week, PlanWeek(GroupId(room.group), MONDAY)) == 0


async def test_topics_written_ahead_follow_a_cancelled_lesson_and_come_back(room: Classroom) -> None:
    await _own(room, "А", "Б", "В", "Г", "Д")
    await room.do(plan_week, PlanWeek(GroupId(room.group), MONDAY))
    deputy, lessons = await _deputy(room), await _lessons(room)

    await room.world.do(cancel_lesson, CancelLesson(lessons[1]), deputy)
    assert await _topics(room) == ["", "", "Б", "В", "Г"]
    assert (await _plan(room)).schedule.topics[4].left == 1

    await room.world.do(return_lesson, ReturnLesson(lessons[1]), deputy)
    assert await _topics(room) == ["", "Б", "В", "Г", ""]
    assert (await room.see(topic_sheet, OpenTopics(lessons[4]))).topics[0].topic == "Д"


async def test_topics_written_ahead_follow_a_moved_lesson(room: Classroom) -> None:
    await _own(room, "А", "Б", "В", "Г", "Д")
    await room.do(plan_week, PlanWeek(GroupId(room.group), MONDAY))
    deputy, lessons = await _deputy(room), await _lessons(room)
    await room.world.do(move_lesson, MoveLesson(lessons[1], MONDAY + timedelta(days=4), 3), deputy)
    assert (await _lessons(room))[-1] == lessons[1]
    assert await _topics(room) == ["", "Б", "В", "Г", "Д"]


async def test_a_file_is_previewed_and_loaded_once(room: Classroom) -> None:
    await _own(room, "А", "Б", "Лишняя")
    await room.do(set_topic, SetTopic(room.lesson, plan_topic=1))
    group = GroupId(room.group)
    book = _book((1, "А", 1), (2, "Б заново", 2), (5, "Новая", 1))
    preview = await room.see(preview_plan, LoadPlan(group, book))
    assert (preview.created, preview.changed, preview.removed, preview.kept) == (1, 1, 1, 0)
    await room.do(load_plan, LoadPlan(group, book))
    found = [(each.topic.number, each.topic.topic, each.topic.hours) for each in (await _plan(room)).schedule.topics]
    assert found == [(1, "А", 1), (2, "Б заново", 2), (5, "Новая", 1)]
    assert not (await room.see(preview_plan, LoadPlan(group, book))).alters

    without = _book((2, "Б заново", 2), (5, "Новая", 1))
    preview = await room.do(load_plan, LoadPlan(group, without))
    assert (preview.alters, preview.kept) == (False, 1)


async def test_a_file_of_the_whole_school_gives_only_this_groups_topics(room: Classroom) -> None:
    group = GroupId(room.group)
    lines = (
        PlanLine(Place("КТП", 2), "Наша", "алгебра", 1, klass="7Б"),
        PlanLine(Place("КТП", 3), "Физика", "Физика", 1),
        PlanLine(Place("КТП", 4), "Другого класса", "Алгебра", 2, klass="7А"),
        PlanLine(Place("КТП", 5), "Параллели", "Алгебра", 3, grade=7),
    )
    preview = await room.see(preview_plan, LoadPlan(group, Workbook(school=None, plans=lines)))
    assert [topic.topic for topic in preview.file.topics] == ["Наша", "Параллели"]
    assert [(problem.code, problem.values) for problem in preview.file.problems] == [("plan-other-lines", {"count": 2})]
    strange = await room.see(preview_plan, LoadPlan(group, Workbook(school=None, plans=lines[1:3])))
    assert [problem.code for problem in strange.file.problems] == ["plan-of-others"]
    with pytest.raises(Refusal, match="plan-has-errors"):
        await room.do(load_plan, LoadPlan(group, Workbook(school=None, plans=lines[1:3])))


async def test_a_number_twice_is_an_error_with_both_places_and_a_missing_one_goes_on(room: Classroom) -> None:
    group = GroupId(room.group)
    preview = await room.see(preview_plan, LoadPlan(group, _book((1, "А", 1), (1, "Б", 1))))
    (problem,) = preview.file.problems
    assert (problem.code, problem.row, problem.values) == ("topic-twice", 3, {"value": 1, "other_row": 2})
    preview = await room.see(preview_plan, LoadPlan(group, _book((0, "А", 1), (7, "Б", 1), (0, "В", 1))))
    assert [topic.number for topic in preview.file.topics] == [1, 7, 8]


async def test_who_keeps_plans(room: Classroom) -> None:
    world, group = room.world, GroupId(room.group)
    head = await world.enter(await world.staff("Громов Юрий Ильич", Role.HEAD))
    office = await world.enter(await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR))
    stranger = await world.enter(await world.staff("Белова Ольга Юрьевна"))
    for telegram in (head, stranger, await _deputy(room)):
        with pytest.raises(Forbidden):
            await world.see(show_plan, OpenPlan(group), telegram)
    assert (await world.see(show_plan, OpenPlan(group), office)).of_klass
    found = await world.see(list_plans, ListPlans(KlassId(room.klass.id)), office)
    assert (found.name, [(each.group.subject_name, each.topics) for each in found.groups]) == ("7Б", [("Алгебра", 0)])
    with pytest.raises(Forbidden):
        await room.see(list_plans, ListPlans(KlassId(room.klass.id)))
    assert not (await _plan(room)).of_klass
