"""The plan on its lessons: the rest shifts, nothing comes twice, nothing is lost (JRN-12)."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.ids import LessonId
from core.model.journal import PlanTopic
from core.model.plan import PlanLesson, Schedule
from core.rules.plan import relaid, schedule, year_hours
from tests.world import TODAY, local

NOW = local(TODAY, 12)


def _topics(*hours: int) -> list[PlanTopic]:
    return [PlanTopic(100 + at, at, f"Тема {at}", hour, 0) for at, hour in enumerate(hours, 1)]


def _lesson(days: int, topic: int | None = None, *, typed: bool = False) -> PlanLesson:
    """A lesson so many days from today; `topic` is the number of the plan's."""
    day = TODAY + timedelta(days=days)
    key = 100 + topic if topic else None
    return PlanLesson(LessonId(1000 + days), day, 1, local(day, 9), key, topic is not None or typed)


def _offered(laid: Schedule) -> dict[int, int]:
    return {key - 1000: topic.number for key, topic in laid.offers.items()}


@pytest.mark.parametrize(
    ("hours", "lessons", "offered"),
    [
        # one after the other, each as many lessons as it has hours
        ((1, 2, 1), [_lesson(1), _lesson(2), _lesson(3), _lesson(4)], {1: 1, 2: 2, 3: 2, 4: 3}),
        # after what was given
        ((1, 1, 1), [_lesson(-1, 1), _lesson(1), _lesson(2)], {1: 2, 2: 3}),
        # a topic of two hours, one of which was given
        ((2, 1), [_lesson(-1, 1), _lesson(1), _lesson(2)], {1: 1, 2: 2}),
        # a topic skipped on purpose comes last
        ((1, 1, 1), [_lesson(-1, 2), _lesson(1), _lesson(2)], {1: 3, 2: 1}),
        # a typed topic takes the lesson, not the plan's hour
        ((1, 1), [_lesson(1, typed=True), _lesson(2)], {2: 1}),
        # a lesson planned ahead keeps its topic, the others get the rest
        ((1, 1, 1), [_lesson(1), _lesson(2, 1), _lesson(3)], {1: 2, 3: 3}),
        # a lesson of yesterday waits for its topic
        ((1, 1), [_lesson(-1), _lesson(1)], {-1: 1, 1: 2}),
        # and gets none that lies behind what was given after it
        ((1, 1, 1), [_lesson(-2), _lesson(-1, 1), _lesson(1)], {1: 2}),
        ((1, 1, 1), [_lesson(-3, 1), _lesson(-2), _lesson(-1, 3), _lesson(1)], {-2: 2}),
        # more lessons than hours, more hours than lessons
        ((1,), [_lesson(1), _lesson(2)], {1: 1}),
        ((1, 1), [_lesson(1)], {1: 1}),
        ((), [_lesson(1)], {}),
    ],
)
def test_topics_go_to_lessons(hours: tuple[int, ...], lessons: list[PlanLesson], offered: dict[int, int]) -> None:
    assert _offered(schedule(_topics(*hours), lessons, NOW)) == offered


def test_the_rest_shifts_with_a_cancelled_lesson() -> None:
    topics, lessons = _topics(1, 1, 1), [_lesson(1), _lesson(2), _lesson(3)]
    assert _offered(schedule(topics, lessons, NOW)) == {1: 1, 2: 2, 3: 3}
    without = schedule(topics, [lessons[0], lessons[2]], NOW)
    assert _offered(without) == {1: 1, 3: 2}
    assert without.left_over == 1
    assert [each.left for each in without.topics] == [0, 0, 1]


LESSONS = st.lists(st.tuples(st.none() | st.integers(1, 6), st.booleans()), max_size=20)


def test_a_past_lesson_without_a_topic_is_not_ahead() -> None:
    lessons = [_lesson(-2, 1), _lesson(-1), _lesson(1), _lesson(2)]
    laid = schedule(_topics(1, 2), lessons, NOW)
    second = laid.topics[1]
    assert ([each.id for each in second.lacking], [each.id for each in second.coming]) == ([999], [1001])
    assert (laid.lacking, laid.lessons_left, laid.left_over) == (1, 2, 0)
    assert [laid.of_lesson(lesson.id) for lesson in lessons] == [laid.topics[0].topic, second.topic, second.topic, None]


@given(st.lists(st.integers(1, 3), max_size=6), LESSONS)
def test_hours_are_neither_lost_nor_doubled(hours: list[int], drawn: list[tuple[int | None, bool]]) -> None:
    topics = _topics(*hours)
    lessons = [
        _lesson(at - 8, topic if topic is not None and topic <= len(hours) else None, typed=typed)
        for at, (topic, typed) in enumerate(drawn)
    ]
    laid = schedule(topics, lessons, NOW)
    assert laid == schedule(topics, lessons, NOW)
    for each in laid.topics:
        own = sum(lesson.topic == each.topic.id for lesson in lessons)
        assert len(each.given) + len(each.coming) + len(each.lacking) + each.left == max(own, each.topic.hours)
    assert not [lesson for lesson in lessons if lesson.filled and lesson.id in laid.offers]
    coming_without = [lesson for lesson in lessons if not lesson.filled and lesson.starts_at > NOW]
    if laid.left_over:
        assert all(lesson.id in laid.offers for lesson in coming_without)


@given(st.integers(1, 8), st.integers(0, 12))
def test_coming_lessons_get_their_topics_in_order(topics: int, lessons: int) -> None:
    laid = schedule(_topics(*[1] * topics), [_lesson(at) for at in range(1, lessons + 1)], NOW)
    numbers = [topic.number for topic in laid.offers.values()]
    assert numbers == list(range(1, min(topics, lessons) + 1))


@pytest.mark.parametrize(
    ("before", "after", "laid"),
    [
        ("ABC", "BC", {"A": None, "B": "a", "C": "b"}),
        ("BC", "ABC", {"A": "b", "B": "c", "C": None}),
        ("ABC", "BAC", {"A": "b", "B": "a", "C": "c"}),
        ("A", "", {"A": None}),
    ],
)
def test_topics_written_ahead_follow_their_lessons(before: str, after: str, laid: dict[str, str | None]) -> None:
    keys = {sign: LessonId(ord(sign)) for sign in "ABC"}
    found = relaid([(keys[sign], sign.lower()) for sign in before], [keys[sign] for sign in after])
    assert found == {keys[sign]: topic for sign, topic in laid.items()}


@given(st.integers(1, 10_000), st.integers(0, 250), st.integers(5, 6))
def test_a_years_hours_are_rounded_half_up(weekly: int, days: int, week: int) -> None:
    exact = Fraction(weekly, 100) * Fraction(days, week)
    assert year_hours(weekly, days, week) == int(exact + Fraction(1, 2))


def test_a_lesson_moved_before_another_takes_its_turn() -> None:
    topics, lessons = _topics(1, 1), [_lesson(1), _lesson(5)]
    moved = replace(lessons[1], day=date(2026, 10, 15), starts_at=local(TODAY, 13))
    assert _offered(schedule(topics, [moved, lessons[0]], NOW)) == {5: 1, 1: 2}
