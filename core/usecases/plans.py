"""A group's thematic plan: how it lies on the lessons, topic by topic, the week ahead (JRN-12) [003 А-18, Г-9; 004]."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from functools import lru_cache

from core.model.access import Action, Permit
from core.model.audit import AuditEntry, AuditKind
from core.model.calendar import CalendarEntry
from core.model.errors import Forbidden, Refusal
from core.model.ids import GroupId, KlassId
from core.model.journal import TOPIC_LIMIT, LessonPart, PlanTopic
from core.model.plan import (
    HOURS_LIMIT,
    TASK_LIMIT,
    TOPICS_LIMIT,
    GroupPlan,
    KlassPlans,
    PlanLesson,
    PlanLevel,
    PlanView,
    Schedule,
    SchoolYearSpan,
    TaughtGroup,
    TopicDraft,
    TopicView,
    WeekPlan,
)
from core.rules.access import allowed, require
from core.rules.calendar import SchoolCalendar, local_day
from core.rules.plan import schedule, year_hours
from core.rules.plan_files import canonical, draft_of
from core.rules.texts import clean_text
from core.storage.gateways import lessons, plans
from core.storage.queries import plan as query
from core.storage.queries.plan import LessonPlan, PlanOf, StoredPlan
from core.storage.work import Work
from core.usecases.reaching import reach_klass

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """Whose plan."""

    group: GroupId


@dataclass(frozen=True, slots=True)
class Opened:
    """A group that was reached, with its plan as it is stored."""

    group: TaughtGroup
    permit: Permit
    stored: StoredPlan


async def reach_plan(work: Work, group: GroupId, *, with_calendar: bool = False) -> Opened:
    """Give a group with its plan to those who may keep it. Raises Forbidden."""
    found = await work.run(query.group, group)
    if found is None:
        raise Forbidden(Action.PLAN_EDIT)
    permit = require(work.actor, Action.PLAN_EDIT, found.scope)
    whose = PlanOf(found.school, found.id, found.klass, found.subject, found.grade)
    return Opened(found, permit, await work.run(query.read, whose, with_calendar=with_calendar))


async def show_plan(work: Work, command: OpenPlan) -> PlanView:
    """Give a group's plan on its lessons, with the curriculum's hours to compare [004 §2]. Raises Forbidden."""
    opened = await reach_plan(work, command.group, with_calendar=True)
    group, stored = opened.group, opened.stored
    laid = schedule(stored.topics, stored.lessons, work.now)
    today = local_day(work.now, group.year.zone)
    week = _week(stored.lessons, laid, work, today)
    whole = replace(group.scope, group=None)
    of_klass = allowed(work.actor, Action.PLAN_EDIT, whole) is not None
    return PlanView(group, laid, stored.level, curriculum_of(group, stored.entries), week, of_klass)


def curriculum_of(group: TaughtGroup, entries: tuple[CalendarEntry, ...]) -> int | None:
    """Give the hours a year that a group's load makes, None where the load is not known."""
    if group.hours is None:
        return None
    days = _calendar(entries, group.year).school_days(group.grade)
    return year_hours(group.hours, len(days), group.year.week_days)


@lru_cache(maxsize=64)
def _calendar(entries: tuple[CalendarEntry, ...], year: SchoolYearSpan) -> SchoolCalendar:
    return SchoolCalendar(entries, year.week_days, year.starts_on, year.ends_on)


def _week(known: tuple[PlanLesson, ...], laid: Schedule, work: Work, today: date) -> WeekPlan | None:
    """Give the first week with coming lessons that lack a topic, else the next one with lessons."""
    coming = [lesson for lesson in known if lesson.starts_at > work.now]
    lacking = [lesson for lesson in coming if not lesson.filled and lesson.day < today + 2 * _WEEK]
    first = next(iter(lacking or coming), None)
    if first is None:
        return None
    monday = _monday(first.day)
    of_week = [lesson for lesson in coming if _monday(lesson.day) == monday]
    filled = sum(lesson.filled for lesson in of_week)
    return WeekPlan(monday, len(of_week), filled, sum(lesson.id in laid.offers for lesson in of_week))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class ListPlans:
    """The plans of a class."""

    klass: KlassId


async def list_plans(work: Work, command: ListPlans) -> KlassPlans:
    """Give those plans of a class that the actor may keep, and how far its next week is planned [003 Г-9; 001 3.3].

    Raises Forbidden.
    """
    _, name, _ = await reach_klass(work, command.klass, Action.PLAN_EDIT)
    found = await work.run(query.groups_of, command.klass)
    zone = found[0].group.year.zone if found else UTC
    monday = _monday(local_day(work.now, zone)) + _WEEK
    ahead = await work.run(query.planned_ahead, command.klass, monday, monday + _WEEK - _DAY)
    kept = [each for each in found if allowed(work.actor, Action.PLAN_EDIT, each.group.scope)]
    return KlassPlans(command.klass, name, monday, tuple(_ahead(each, ahead) for each in kept))


def _ahead(plan: GroupPlan, ahead: Iterable[LessonPlan]) -> GroupPlan:
    own = next((each for each in ahead if each.group == plan.group.id), None)
    return replace(plan, lessons=own.lessons, planned=own.planned) if own else plan


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """The week whose lessons get the plan's topics, by its Monday."""

    group: GroupId
    monday: date


async def plan_week(work: Work, command: PlanWeek) -> int:
    """Write the plan's topics into the coming lessons of a week that have none [003 Г-9; 001 3.3]; give how many.

    Raises Forbidden.
    """
    opened = await reach_plan(work, command.group)
    offers = schedule(opened.stored.topics, opened.stored.lessons, work.now).offers
    coming = [
        lesson
        for lesson in opened.stored.lessons
        if lesson.id in offers and lesson.starts_at > work.now and _monday(lesson.day) == command.monday
    ]
    for lesson in coming:
        await write_topic(work, opened.permit, lesson, offers[lesson.id])
    return len(coming)


async def write_topic(work: Work, permit: Permit, lesson: PlanLesson, topic: PlanTopic) -> None:
    """Write a topic of the plan into a lesson."""
    await work.run(lessons.set_topic, lesson.id, topic.topic, topic.id)
    await work.run(lessons.complete, lesson.id, LessonPart.TOPIC, work.sent_at)
    extra: dict[str, str | int | None] = {"part": LessonPart.TOPIC.value, "plan_topic": topic.id}
    entry = AuditEntry(AuditKind.LESSON_RECORD, lesson.id, after=topic.topic, lesson=lesson.id, extra=extra)
    await work.audit(permit, entry)


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """Which topic of which group's plan."""

    group: GroupId
    topic: int


async def show_topic(work: Work, command: OpenTopic) -> TopicView:
    """Give one topic. Raises Forbidden, Refusal "plan-topic-gone"."""
    opened = await reach_plan(work, command.group)
    at = _place(opened.stored, command.topic)
    laid = schedule(opened.stored.topics, opened.stored.lessons, work.now)
    return TopicView(opened.group, laid.topics[at], at == 0, at == len(laid.topics) - 1)


def _place(stored: StoredPlan, key: int) -> int:
    found = next((at for at, topic in enumerate(stored.topics) if topic.id == key), None)
    if found is None:
        raise Refusal("plan-topic-gone")
    return found


@dataclass(frozen=True, slots=True)
class AddTopic:
    """A topic as it was typed, to be the last one: the first line is the topic, the others are the homework."""

    group: GroupId
    text: str


async def add_topic(work: Work, command: AddTopic) -> int:
    """Add a topic to a group's own plan; give its id. Raises Forbidden, Refusal "text-…", "plan-full"."""
    opened = await reach_plan(work, command.group)
    stored = opened.stored
    if len(stored.topics) >= TOPICS_LIMIT:
        raise Refusal("plan-full", limit=TOPICS_LIMIT)
    last = stored.topics[-1].number if stored.topics else 0
    draft = replace(_typed(command.text), number=last + 1)
    await own_topics(work, opened)
    (key,) = await work.run(plans.add, opened.group, [draft], work.now)
    await work.audit(opened.permit, _entry(opened.group, key, None, draft))
    return key


def _typed(text: str) -> TopicDraft:
    topic, _, task = text.strip().partition("\n")
    kept = clean_text(task, TASK_LIMIT, one_line=True) if task.strip() else ""
    return TopicDraft(clean_text(topic, TOPIC_LIMIT, one_line=True), task=kept)


@dataclass(frozen=True, slots=True)
class ChangeTopic:
    """Another text (typed as in `AddTopic`) or number of hours; None leaves what is there."""

    group: GroupId
    topic: int
    text: str | None = None
    hours: int | None = None


async def change_topic(work: Work, command: ChangeTopic) -> int:
    """Change a topic of a group's own plan; give its id. Raises Forbidden, Refusal "plan-topic-gone", "text-…"."""
    opened = await reach_plan(work, command.group)
    before = draft_of(opened.stored.topics[_place(opened.stored, command.topic)])
    after = before
    if command.text is not None:
        typed = _typed(command.text)
        after = replace(after, topic=typed.topic, task=typed.task)
    if command.hours is not None:
        after = replace(after, hours=min(max(1, command.hours), HOURS_LIMIT))
    key = (await own_topics(work, opened))[command.topic]
    if after != before:
        await work.run(plans.change, {key: after})
        await work.audit(opened.permit, _entry(opened.group, key, before, after))
    return key


@dataclass(frozen=True, slots=True)
class MoveTopic:
    """A topic that changes places with the one before it (`up`) or after it."""

    group: GroupId
    topic: int
    up: bool


async def move_topic(work: Work, command: MoveTopic) -> int:
    """Let two topics of a group's own plan change places; give the topic's id. Raises as `change_topic`."""
    opened = await reach_plan(work, command.group)
    topics = opened.stored.topics
    at = _place(opened.stored, command.topic)
    other = at - 1 if command.up else at + 1
    keys = await own_topics(work, opened)
    key = keys[command.topic]
    if not 0 <= other < len(topics):
        return key
    one, two = topics[at], topics[other]
    await work.run(plans.renumber, {key: two.number, keys[two.id]: one.number})
    before = draft_of(one)
    await work.audit(opened.permit, _entry(opened.group, key, before, replace(before, number=two.number)))
    return key


async def delete_topic(work: Work, command: OpenTopic) -> None:
    """Delete a topic of a group's own plan. Raises Forbidden, Refusal "plan-topic-gone", "plan-topic-given"."""
    opened = await reach_plan(work, command.group)
    topic = opened.stored.topics[_place(opened.stored, command.topic)]
    key = (await own_topics(work, opened))[topic.id]
    if await work.run(query.is_used, key):
        raise Refusal("plan-topic-given")
    await work.run(plans.remove, [key])
    await work.audit(opened.permit, _entry(opened.group, key, draft_of(topic), None))


async def own_topics(work: Work, opened: Opened) -> dict[int, int]:
    """Give the ids of the plan's topics in the group's own plan: one of the class or grade is copied first.

    Lessons given by the copied topics refer to the own ones then.
    """
    stored, group = opened.stored, opened.group
    if stored.level is PlanLevel.GROUP or not stored.topics:
        return {topic.id: topic.id for topic in stored.topics}
    drafts = [draft_of(topic) for topic in stored.topics]
    keys = await work.run(plans.add, group, drafts, work.now)
    copied = {topic.id: key for topic, key in zip(stored.topics, keys, strict=True)}
    await work.run(plans.adopt, group.id, copied)
    extra: dict[str, str | int | None] = {"copied": len(copied)}
    await work.audit(opened.permit, AuditEntry(AuditKind.PLAN_CHANGED, group.id, extra=extra))
    return copied


def _entry(group: TaughtGroup, key: int, before: TopicDraft | None, after: TopicDraft | None) -> AuditEntry:
    told = {name: canonical(draft) for name, draft in (("before", before), ("after", after)) if draft}
    return AuditEntry(AuditKind.PLAN_CHANGED, key, told.get("before"), told.get("after"), extra={"group": group.id})


@dataclass(frozen=True, slots=True)
class TakeOwnPlan:
    """A group that gets a plan of its own, copied from its class's or grade's."""

    group: GroupId


async def take_own_plan(work: Work, command: TakeOwnPlan) -> None:
    """Copy the plan of the class or the grade to the group's own. Raises Forbidden."""
    await own_topics(work, await reach_plan(work, command.group))
