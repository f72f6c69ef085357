"""A group's thematic plan on its lessons, topic by topic (JRN-12)."""

from collections.abc import Sequence

from bot.callbacks import number_of
from bot.callbacks.plan import (
    AddTopicPress,
    DeleteTopicPress,
    EditTopicPress,
    MoveTopicPress,
    OwnPlanPress,
    PlanFilePress,
    PlanPress,
    PlansPress,
    PlanTopicPress,
    PlanWeekPress,
    TopicHoursPress,
)
from bot.callbacks.teacher import LessonPress, SetTopicPress
from bot.screen import Button, Screen
from bot.screens.home import Row, back
from bot.screens.lesson_changes import klass_text
from bot.screens.teacher_words import LABEL_LIMIT
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.ids import LessonId
from core.model.journal import PlanTopic
from core.model.people import Role
from core.model.plan import (
    HOURS_LIMIT,
    GroupPlan,
    KlassPlans,
    PlanLesson,
    PlanLevel,
    PlannedTopic,
    PlanView,
    TaughtGroup,
    TopicView,
    WeekPlan,
)
from locales import Markup, Translator
from locales.dates import day_numbers, day_short

TOPICS_SHOWN = 8
NUMBERS_IN_ROW = 4
DAYS_SHOWN = 3


def title(group: TaughtGroup, tr: Translator) -> Markup:
    """«7Б · Алгебра · тематический план»: the first line of every screen about a plan."""
    return tr("plan-title", klass=klass_text(group.klass_name, group.subgroup, tr), subject=group.subject_name)


def plans(value: KlassPlans, tr: Translator) -> Screen:
    """Show the groups of a class: how many topics each plan has, how far the next week is planned."""
    blocks: list[str] = [tr("plan-klass-title", klass=value.name)]
    if value.lessons:
        name = "plan-week-done" if value.planned == value.lessons else "plan-week"
        blocks.append(tr(name, day=day_numbers(tr, value.monday), filled=value.planned, lessons=value.lessons))
    blocks.append(tr("plan-klass-how" if value.groups else "plan-klass-none"))
    buttons = [Button(_group_label(each, tr), PlanPress(group=each.group.id)) for each in value.groups]
    return Screen("\n\n".join(blocks), (*in_rows(buttons, 2), back(tr)))


def _group_label(each: GroupPlan, tr: Translator) -> str:
    subject = klass_text(clip(each.group.subject_name, LABEL_LIMIT), each.group.subgroup, tr)
    if not each.topics:
        return tr.plain("plan-klass-empty-button", subject=subject)
    if each.planned < each.lessons:
        return tr.plain("plan-klass-week-button", subject=subject, planned=each.planned, lessons=each.lessons)
    return tr.plain("plan-klass-button", subject=subject, count=each.topics)


def plan(
    value: PlanView, page: int | None, tr: Translator, toast: str = "", *, lesson: LessonId | None = None
) -> Screen:
    """Show a plan: hours against the curriculum, what was given, what comes when, what is left without a lesson.

    Opened from a `lesson` it shows the topic of this one, with the way to write it down and the way back.
    """
    topics, group = value.schedule.topics, value.group.id
    here = value.schedule.of_lesson(lesson) if lesson is not None else None
    shown = page_of(topics, _next_page(topics, here) if page is None else page, TOPICS_SHOWN)
    text, _ = fitted(lambda limit: _blocks(value, shown.items, here, tr, limit), tr("diary-cut"))
    numbers = [Button(str(each.topic.number), PlanTopicPress(group=group, topic=each.topic.id)) for each in shown.items]
    turning = pager_row(tr, shown, lambda to: PlanPress(group=group, page=to, lesson=lesson))
    actions = [*(_for_lesson(value, lesson, tr) if lesson is not None else ()), *_actions(value, tr)]
    rows = (*in_rows(numbers, NUMBERS_IN_ROW), turning, *actions, _ways_back(value, tr, lesson))
    return Screen(text, rows, toast)


def _next_page(topics: Sequence[PlannedTopic], here: PlanTopic | None) -> int:
    """Open where the lesson's topic is, else where the next one is, not in September."""
    if here is not None:
        at = next(at for at, each in enumerate(topics) if each.topic.id == here.id)
    else:
        at = next((at for at, each in enumerate(topics) if each.coming), 0)
    return at // TOPICS_SHOWN


def _for_lesson(value: PlanView, lesson: LessonId, tr: Translator) -> list[Row]:
    """Write the topic that the plan has for a lesson, in one tap."""
    offer = value.schedule.offers.get(lesson)
    if offer is None:
        return []
    label = tr.plain("plan-button-write", number=offer.number, topic=clip(offer.topic, LABEL_LIMIT))
    return [(Button(label, SetTopicPress(lesson=lesson, topic=offer.id)),)]


def _actions(value: PlanView, tr: Translator) -> list[Row]:
    group = value.group.id
    rows: list[Row] = []
    if value.week is not None and value.week.offered:
        label = tr.plain("plan-button-week", day=day_numbers(tr, value.week.monday))
        rows.append((Button(label, PlanWeekPress(group=group, monday=number_of(value.week.monday))),))
    if value.level is not None and value.level is not PlanLevel.GROUP:
        rows.append((Button(tr.plain("plan-button-own"), OwnPlanPress(group=group)),))
    add = Button(tr.plain("plan-button-add"), AddTopicPress(group=group))
    rows.append((add, Button(tr.plain("plan-button-file"), PlanFilePress(group=group))))
    return rows


def _ways_back(value: PlanView, tr: Translator, lesson: LessonId | None) -> Row:
    if lesson is not None:
        return (Button(tr.plain("teacher-button-lesson"), LessonPress(lesson=lesson)),)
    if not value.of_klass:
        return back(tr, Role.TEACHER)
    klass = Button(tr.plain("plan-button-klass", klass=value.group.klass_name), PlansPress(klass=value.group.klass))
    return (klass, *back(tr))


def to_plan(group: TaughtGroup, tr: Translator, *, leave: bool = False) -> Row:
    """Give the row that leads back to the plan."""
    return (Button(tr.plain("plan-button-plan"), PlanPress(group=group.id, leave=leave)),)


def _blocks(
    value: PlanView, shown: Sequence[PlannedTopic], here: PlanTopic | None, tr: Translator, limit: int
) -> list[str]:
    group = value.group
    head: list[str] = [title(group, tr)]
    if group.teachers:
        head.append(tr("plan-teachers", names=", ".join(name.initials for name in group.teachers)))
    if value.level is None:
        return ["\n".join(head), tr("plan-none"), *_week(value.week, tr)]
    head.append(tr(f"plan-level-{value.level.value}", grade=group.grade, klass=group.klass_name))
    lines = [_topic_line(each, tr, limit) for each in shown]
    blocks = ["\n".join(head), "\n".join(_progress(value, tr)), "\n".join(lines)]
    if here is not None:
        return [*blocks, tr("plan-here", number=here.number, topic=clip(here.topic, limit))]
    return [*blocks, *_week(value.week, tr)]


def _progress(value: PlanView, tr: Translator) -> list[Markup]:
    laid = value.schedule
    lines = [hours_line(laid.hours, value.curriculum, tr)]
    lines.append(tr("plan-progress", given=laid.given, hours=laid.hours, left=laid.lessons_left))
    if laid.lacking:
        lines.append(tr("plan-lacking", count=laid.lacking))
    if laid.left_over:
        lines.append(tr("plan-left-over", count=laid.left_over))
    return lines


def hours_line(hours: int, curriculum: int | None, tr: Translator) -> Markup:
    """Compare a plan's hours with the curriculum's [004 §2]."""
    if curriculum is None:
        return tr("plan-hours", hours=hours)
    if hours == curriculum:
        return tr("plan-hours-fit", hours=hours)
    name = "plan-hours-less" if hours < curriculum else "plan-hours-more"
    return tr(name, hours=hours, curriculum=curriculum, count=abs(hours - curriculum))


def _week(week: WeekPlan | None, tr: Translator) -> list[Markup]:
    if week is None:
        return []
    name = "plan-week-done" if week.filled == week.lessons else "plan-week"
    return [tr(name, day=day_numbers(tr, week.monday), filled=week.filled, lessons=week.lessons)]


def _topic_line(each: PlannedTopic, tr: Translator, limit: int) -> Markup:
    topic = each.topic
    names: dict[str, str | int] = {"number": topic.number, "topic": clip(topic.topic, limit), "hours": topic.hours}
    if each.lacking:
        return tr("plan-line-lacking", days=_days(each.lacking, tr), **names)
    if each.coming:
        return tr("plan-line-coming", days=_days(each.coming, tr), **names)
    if each.given:
        return tr("plan-line-given", days=_days(each.given, tr), number=topic.number, topic=clip(topic.topic, limit))
    return tr("plan-line-open", **names)


def _days(lessons: Sequence[PlanLesson], tr: Translator) -> str:
    days = list(dict.fromkeys(day_short(tr, lesson.day) for lesson in lessons))
    shown = ", ".join(days[:DAYS_SHOWN])
    return shown if len(days) <= DAYS_SHOWN else f"{shown} …"


def topic(value: TopicView, tr: Translator, toast: str = "") -> Screen:
    """Show one topic with everything that can be done to it."""
    planned, group = value.planned, value.group
    each = planned.topic
    lines: list[str] = [title(group, tr), "", tr("plan-topic", number=each.number, topic=each.topic)]
    lines.append(tr("plan-topic-hours", count=each.hours))
    if each.work_kind:
        lines.append(tr("plan-topic-kind", kind=tr.plain(f"work-kind-{each.work_kind}")))
    if each.task:
        lines.append(tr("plan-topic-task", task=each.task))
    if planned.given:
        lines.append(tr("plan-topic-given", days=_days(planned.given, tr)))
    if planned.lacking:
        lines.append(tr("plan-topic-lacking", days=_days(planned.lacking, tr)))
    if planned.coming:
        lines.append(tr("plan-topic-coming", days=_days(planned.coming, tr)))
    if planned.left:
        lines.append(tr("plan-topic-left", count=planned.left))
    return Screen("\n".join(lines), (*_topic_buttons(value, tr), to_plan(group, tr)), toast)


def _topic_buttons(value: TopicView, tr: Translator) -> list[Row]:
    ids = {"group": value.group.id, "topic": value.planned.topic.id}
    hours = value.planned.topic.hours
    edit = Button(tr.plain("plan-button-edit"), EditTopicPress(**ids))
    first = [edit]
    if not (value.planned.given or value.planned.topic.used):
        first.append(Button(tr.plain("plan-button-delete"), DeleteTopicPress(**ids)))
    second = []
    if hours > 1:
        second.append(Button(tr.plain("plan-button-hour-less"), TopicHoursPress(**ids, hours=hours - 1)))
    if hours < HOURS_LIMIT:
        second.append(Button(tr.plain("plan-button-hour-more"), TopicHoursPress(**ids, hours=hours + 1)))
    third = []
    if not value.first:
        third.append(Button(tr.plain("plan-button-up"), MoveTopicPress(**ids, up=True)))
    if not value.last:
        third.append(Button(tr.plain("plan-button-down"), MoveTopicPress(**ids, up=False)))
    return [tuple(row) for row in (first, second, third) if row]


def ask_delete(value: TopicView, tr: Translator) -> Screen:
    """Ask once more before a topic is deleted."""
    each = value.planned.topic
    yes = DeleteTopicPress(group=value.group.id, topic=each.id, sure=True)
    text = "\n\n".join((title(value.group, tr), tr("plan-delete-ask", number=each.number, topic=each.topic)))
    return Screen(text, ((Button(tr.plain("plan-delete-yes"), yes),), _to_topic(value, tr)))


def _to_topic(value: TopicView, tr: Translator) -> Row:
    press = PlanTopicPress(group=value.group.id, topic=value.planned.topic.id, leave=True)
    return (Button(tr.plain("teacher-button-cancel"), press),)


def write_new(value: PlanView, tr: Translator) -> Screen:
    """Ask for a new topic."""
    text = "\n\n".join((title(value.group, tr), tr("plan-write-how")))
    return Screen(text, (to_plan(value.group, tr, leave=True),))


def write_again(value: TopicView, tr: Translator) -> Screen:
    """Ask for another text of a topic; the present one can be copied by a tap."""
    each = value.planned.topic
    now = tr("plan-write-now", text="\n".join(filter(None, (each.topic, each.task))))
    return Screen("\n\n".join((title(value.group, tr), now, tr("plan-write-how"))), (_to_topic(value, tr),))
