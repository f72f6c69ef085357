"""What speaks against a control work in a lesson, and free places (BEY-8)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.ids import GroupId, LessonId, SubjectId, WorkId
from core.model.lesson import WorkKind
from core.model.work_calendar import Caution, Place, PlannedWork
from core.rules.work_calendar import FREE_SHOWN, cautions, free_places, weekly_lessons

DAY = date(2026, 10, 15)
ALGEBRA, HISTORY = SubjectId(1), SubjectId(2)


def _work(day: date, subject: SubjectId = HISTORY, lesson: int = 90, subgroup: str = "") -> PlannedWork:
    return PlannedWork(
        WorkId(lesson), LessonId(lesson), day, 2, GroupId(1), subgroup, subject, "Предмет", WorkKind.CONTROL
    )


def _place(day: date = DAY, lesson: int = 1, *, first: bool = False, last: bool = False) -> Place:
    return Place(LessonId(lesson), GroupId(5), day, 3, first, last)


@pytest.mark.parametrize(
    ("place", "works", "weekly", "expected"),
    [
        (_place(), [], 3, []),
        (_place(), [_work(DAY)], 3, [Caution.SECOND_ON_DAY]),
        (_place(), [_work(DAY, ALGEBRA, lesson=1)], 3, []),  # the lesson's own work
        (_place(), [_work(DAY - timedelta(days=1))], 3, []),
        (_place(), [_work(DAY - timedelta(days=17), ALGEBRA)], 3, [Caution.TOO_OFTEN]),
        (_place(), [_work(DAY + timedelta(days=17), ALGEBRA)], 3, [Caution.TOO_OFTEN]),
        (_place(), [_work(DAY - timedelta(days=18), ALGEBRA)], 3, []),
        (_place(first=True), [], 3, [Caution.FIRST_LESSON]),
        (_place(last=True), [], 3, [Caution.LAST_LESSON]),
        (_place(first=True, last=True), [], 3, [Caution.FIRST_LESSON]),
        (_place(first=True), [], 1, []),  # a subject of one lesson a week has no other
        (_place(first=True), [_work(DAY)], 2, [Caution.SECOND_ON_DAY, Caution.FIRST_LESSON]),
    ],
)
def test_what_speaks_against_a_work(
    place: Place, works: list[PlannedWork], weekly: int, expected: list[Caution]
) -> None:
    assert [each.caution for each in cautions(place, ALGEBRA, "", works, weekly)] == expected


def test_subgroups_of_a_subject_do_not_disturb_each_other() -> None:
    works = [_work(DAY, ALGEBRA, subgroup="2")]
    assert cautions(_place(), ALGEBRA, "1", works, 3) == ()
    assert [each.caution for each in cautions(_place(), HISTORY, "1", works, 3)] == [Caution.SECOND_ON_DAY]
    assert [each.caution for each in cautions(_place(), ALGEBRA, "", works, 3)] == [Caution.SECOND_ON_DAY]


DAYS = st.integers(-20, 20).map(lambda shift: DAY + timedelta(days=shift))
WORKS = st.lists(st.builds(_work, DAYS, st.sampled_from([ALGEBRA, HISTORY]), st.integers(10, 20)), max_size=6)
PLACES = st.lists(st.builds(_place, DAYS, st.integers(2, 30), first=st.booleans(), last=st.booleans()), max_size=12)


@given(PLACES, WORKS)
def test_free_places_are_free(places: list[Place], works: list[PlannedWork]) -> None:
    wanted = _place()
    found = free_places(wanted, places, ALGEBRA, "", works)
    assert len(found) <= FREE_SHOWN
    assert list(found) == sorted(found, key=lambda place: (place.day, place.number))
    for place in found:
        assert place.lesson != wanted.lesson
        assert all(work.lesson != place.lesson for work in works)
        assert cautions(place, ALGEBRA, "", works, weekly_lessons(place, places)) == ()
