"""A group's thematic plan: reading it, keeping its topics, writing a week ahead (JRN-12)."""

from bot.callbacks import day_of
from bot.callbacks.plan import (
    AddTopicPress,
    DeleteTopicPress,
    EditTopicPress,
    MoveTopicPress,
    OwnPlanPress,
    PlanPress,
    PlansPress,
    PlanTopicPress,
    PlanWeekPress,
    TopicHoursPress,
)
from bot.desk import Answer, Desk
from bot.routers import plan_file
from bot.screen import Screen
from bot.screens import plan as screens
from bot.turn import Form, Turn, Typed
from core.model.ids import GroupId, KlassId, LessonId
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

desk = Desk()
desk.include(plan_file.desk)
FORM = "plan-topic"


async def _plan(turn: Turn, group: GroupId, toast: str) -> Screen:
    return screens.plan(await turn.read(show_plan, OpenPlan(group)), None, turn.tr, toast)


async def _topic(turn: Turn, group: GroupId, topic: int, toast: str = "") -> Screen:
    return screens.topic(await turn.read(show_topic, OpenTopic(group, topic)), turn.tr, toast)


@desk.press(PlansPress)
async def klass_plans(turn: Turn, press: PlansPress) -> Answer:
    """Show the plans of a class."""
    return screens.plans(await turn.read(list_plans, ListPlans(KlassId(press.klass))), turn.tr)


@desk.press(PlanPress)
async def show(turn: Turn, press: PlanPress) -> Answer:
    """Show a group's plan."""
    if press.leave:
        await turn.forget()
    value = await turn.read(show_plan, OpenPlan(GroupId(press.group)))
    lesson = LessonId(press.lesson) if press.lesson else None
    return screens.plan(value, press.page, turn.tr, lesson=lesson)


@desk.press(PlanTopicPress)
async def topic(turn: Turn, press: PlanTopicPress) -> Answer:
    """Show one topic."""
    if press.leave:
        await turn.forget()
    return await _topic(turn, GroupId(press.group), press.topic)


@desk.press(AddTopicPress)
async def ask_new(turn: Turn, press: AddTopicPress) -> Answer:
    """Ask for a new topic."""
    value = await turn.read(show_plan, OpenPlan(GroupId(press.group)))
    await turn.expect(FORM, group=press.group)
    return screens.write_new(value, turn.tr)


@desk.press(EditTopicPress)
async def ask_again(turn: Turn, press: EditTopicPress) -> Answer:
    """Ask for another text."""
    value = await turn.read(show_topic, OpenTopic(GroupId(press.group), press.topic))
    await turn.expect(FORM, group=press.group, topic=press.topic)
    return screens.write_again(value, turn.tr)


@desk.form(FORM)
async def typed_topic(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Take a typed topic, new or again."""
    group, old = GroupId(form.data["group"]), form.data.get("topic")
    if old is None:
        key = await turn.change(add_topic, AddTopic(group, typed.text))
    else:
        key = await turn.change(change_topic, ChangeTopic(group, old, text=typed.text))
    await turn.forget()
    return await _topic(turn, group, key)


@desk.press(TopicHoursPress)
async def set_hours(turn: Turn, press: TopicHoursPress) -> Answer:
    """Give a topic more hours or fewer."""
    group = GroupId(press.group)
    key = await turn.change(change_topic, ChangeTopic(group, press.topic, hours=press.hours))
    return await _topic(turn, group, key, turn.tr.plain("changes-done"))


@desk.press(MoveTopicPress)
async def move(turn: Turn, press: MoveTopicPress) -> Answer:
    """Let a topic change places with its neighbour."""
    group = GroupId(press.group)
    key = await turn.change(move_topic, MoveTopic(group, press.topic, press.up))
    return await _topic(turn, group, key, turn.tr.plain("changes-done"))


@desk.press(DeleteTopicPress)
async def delete(turn: Turn, press: DeleteTopicPress) -> Answer:
    """Delete a topic, after a question."""
    command = OpenTopic(GroupId(press.group), press.topic)
    if not press.sure:
        return screens.ask_delete(await turn.read(show_topic, command), turn.tr)
    await turn.change(delete_topic, command)
    return await _plan(turn, command.group, toast=turn.tr.plain("plan-deleted"))


@desk.press(PlanWeekPress)
async def write_week(turn: Turn, press: PlanWeekPress) -> Answer:
    """Write the plan's topics into a week's lessons."""
    group = GroupId(press.group)
    count = await turn.change(plan_week, PlanWeek(group, day_of(press.monday)))
    return await _plan(turn, group, toast=turn.tr.plain("plan-week-written", count=count))


@desk.press(OwnPlanPress)
async def take_own(turn: Turn, press: OwnPlanPress) -> Answer:
    """Give the group a plan of its own."""
    group = GroupId(press.group)
    await turn.change(take_own_plan, TakeOwnPlan(group))
    return await _plan(turn, group, toast=turn.tr.plain("changes-done"))
