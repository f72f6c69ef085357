"""The thematic plan on lessons: the rest shifts with every lesson that does not take place (JRN-12) [003 А-18]."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from core.model.ids import LessonId
from core.model.journal import PlanTopic
from core.model.plan import PlanLesson, PlannedTopic, Schedule

Key = TypeVar("Key")


def schedule(topics: Sequence[PlanTopic], lessons: Sequence[PlanLesson], now: datetime) -> Schedule:
    """Lay topics × hours on the lessons that take place, in order of time.

    A lesson with a topic of its own keeps it; the others get the next hour that is left, after what has been given
    by then. A topic skipped on purpose comes when nothing else is left. A lesson of the past that has no topic yet
    gets none that lies behind what was given after it.
    """
    given, coming = _fixed(lessons, now)
    remaining = [max(0, each.hours - len(given[each.id]) - len(coming[each.id])) for each in topics]
    offers = _offers(topics, lessons, remaining, now)
    lacking: _ByTopic = defaultdict(list)
    for lesson in lessons:
        offer = offers.get(lesson.id)
        if offer is not None:
            (coming if lesson.starts_at > now else lacking)[offer.id].append(lesson)
    laid = tuple(
        PlannedTopic(
            each,
            tuple(given[each.id]),
            tuple(sorted(coming[each.id], key=_time)),
            tuple(lacking[each.id]),
            remaining[at],
        )
        for at, each in enumerate(topics)
    )
    ahead = sum(lesson.starts_at > now for lesson in lessons)
    bare = sum(not lesson.filled and lesson.starts_at <= now for lesson in lessons)
    return Schedule(laid, offers, ahead, bare)


_ByTopic = defaultdict[int, list[PlanLesson]]


def _fixed(lessons: Iterable[PlanLesson], now: datetime) -> tuple[_ByTopic, _ByTopic]:
    given: _ByTopic = defaultdict(list)
    coming: _ByTopic = defaultdict(list)
    for lesson in lessons:
        if lesson.topic is not None:
            (coming if lesson.starts_at > now else given)[lesson.topic].append(lesson)
    return given, coming


def _offers(
    topics: Sequence[PlanTopic], lessons: Sequence[PlanLesson], remaining: list[int], now: datetime
) -> dict[LessonId, PlanTopic]:
    """Give each lesson without a topic its topic; takes the hours from `remaining`."""
    places = {each.id: at for at, each in enumerate(topics)}
    bounds = _bounds(places, lessons, now)
    offers: dict[LessonId, PlanTopic] = {}
    reached = 0
    for lesson, bound in zip(lessons, bounds, strict=True):
        if lesson.topic is not None and lesson.starts_at <= now:
            reached = max(reached, places.get(lesson.topic, 0))
        if lesson.filled:
            continue
        at = next((at for at in range(reached, bound) if remaining[at]), None)
        if at is None and lesson.starts_at > now:
            at = next((at for at, left in enumerate(remaining) if left), None)
        if at is not None:
            remaining[at] -= 1
            offers[lesson.id] = topics[at]
    return offers


def _bounds(places: Mapping[int, int], lessons: Sequence[PlanLesson], now: datetime) -> list[int]:
    """Give for each lesson the place in the plan before which its topic must lie: of what was given after it."""
    bound, bounds = len(places), []
    for lesson in reversed(lessons):
        bounds.append(bound)
        if lesson.topic is not None and lesson.topic in places and lesson.starts_at <= now:
            bound = min(bound, places[lesson.topic] + 1)
    return bounds[::-1]


def _time(lesson: PlanLesson) -> datetime:
    return lesson.starts_at


def relaid(before: Sequence[tuple[LessonId, Key]], after: Sequence[LessonId]) -> dict[LessonId, Key | None]:
    """Give the topics of lessons planned ahead after one of them was cancelled, moved or came back.

    `before` are lessons with their topics in the old order, `after` the lessons that are to have them, in the new one.
    Each topic goes to the next lesson; the last lesson may be left without one, the last topic without a lesson.
    """
    keys = [key for _, key in before]
    laid: dict[LessonId, Key | None] = {lesson: None for lesson, _ in before}
    laid |= {lesson: keys[at] if at < len(keys) else None for at, lesson in enumerate(after)}
    return laid


def year_hours(weekly: int, school_days: int, week_days: int) -> int:
    """Give the curriculum's hours of a year of `school_days`, `week_days` a week; `weekly` hours are in hundredths."""
    whole = 100 * week_days
    return (2 * weekly * school_days + whole) // (2 * whole)
