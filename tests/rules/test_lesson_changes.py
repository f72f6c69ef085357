"""What differs about a lesson, what stands in the way of a change, who could give a lesson (ADM-4) [000 §6]."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.calendar import Bell
from core.model.ids import GroupId, KlassId, LessonId, PersonId, SubjectId
from core.model.lesson import LessonState
from core.model.lesson_change import BusyLesson, ChangeKind, Clash, Placement, Teacher
from core.model.people import PersonName
from core.rules.lesson_changes import candidates, conflicts, differences, numbers_of_day, pack, unpack
from tests.world import TODAY, local

OFF_IT_IS, BACK, MOVED = ChangeKind.CANCELLED, ChangeKind.RETURNED, ChangeKind.MOVED
GIVEN, ROOM = ChangeKind.SUBSTITUTED, ChangeKind.ROOM
HERE = Placement(LessonState.PLANNED, TODAY, 3, "21")
OFF = replace(HERE, state=LessonState.CANCELLED)

PLACEMENTS = st.builds(
    Placement,
    st.sampled_from(LessonState),
    st.dates(date(2026, 9, 1), date(2027, 5, 31)),
    st.integers(0, 12),
    st.text(max_size=50),
    st.none() | st.integers(1, 2**62).map(PersonId),
)


@given(PLACEMENTS)
def test_what_was_packed_comes_back(placed: Placement) -> None:
    assert unpack(pack(placed)) == placed


def test_the_longest_room_fits_into_the_column() -> None:
    longest = Placement(LessonState.CANCELLED, TODAY, 12, "«" * 50, PersonId(2**62))
    assert len(pack(longest)) <= 200


@given(PLACEMENTS, PLACEMENTS)
def test_something_differs_unless_the_lesson_is_off_both_times(one: Placement, other: Placement) -> None:
    off_both = one.state is other.state is LessonState.CANCELLED
    assert bool(differences(one, other)) == (one != other and not off_both)


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (HERE, HERE, ()),
        (HERE, OFF, (OFF_IT_IS,)),
        (OFF, HERE, (BACK,)),
        (OFF, replace(OFF, room="9"), ()),
        (HERE, replace(HERE, number=4), (MOVED,)),
        (HERE, replace(HERE, day=TODAY + timedelta(days=1), room="9"), (MOVED, ROOM)),
        (HERE, replace(HERE, substitute=PersonId(7)), (GIVEN,)),
        (replace(HERE, substitute=PersonId(7)), HERE, (GIVEN,)),
        (replace(HERE, substitute=PersonId(7)), OFF, (OFF_IT_IS,)),
        (OFF, replace(HERE, substitute=PersonId(7), number=4), (BACK, MOVED, GIVEN)),
    ],
)
def test_differences_are_told_the_weightiest_first(
    before: Placement, after: Placement, kinds: tuple[ChangeKind, ...]
) -> None:
    assert differences(before, after) == kinds


def _lesson(key: int, klass: int = 1, *, hour: int = 10, **more: object) -> BusyLesson:
    keeper = PersonId(int(str(more.pop("keeper", key))))
    values = {"subgroup": "", "room": f"{key}", "state": LessonState.PLANNED, "group": GroupId(klass * 10)} | more
    return BusyLesson(
        id=LessonId(key),
        klass=KlassId(klass),
        klass_name=f"{klass}А",
        grade=klass,
        subject_id=SubjectId(1),
        subject="Алгебра",
        number=hour - 7,
        starts_at=local(TODAY, hour),
        ends_at=local(TODAY, hour, 45),
        teacher=PersonId(int(str(values.pop("teacher", keeper)))),
        keeper=keeper,
        keeper_name=PersonName("Зимина", "Анна"),
        **values,  # type: ignore[arg-type]
    )


MINE = _lesson(1)


@pytest.mark.parametrize(
    ("other", "clashes"),
    [
        (_lesson(2, 2), []),
        (_lesson(2, 1), [Clash.STUDENTS]),
        (_lesson(2, 1, subgroup="1", group=GroupId(11)), [Clash.STUDENTS]),
        (_lesson(2, 2, keeper=1), [Clash.TEACHER]),
        (_lesson(2, 2, teacher=1, keeper=2), []),
        (_lesson(2, 2, room="1"), [Clash.ROOM]),
        (_lesson(2, 1, keeper=1, room="1"), [Clash.STUDENTS, Clash.TEACHER, Clash.ROOM]),
        (_lesson(2, 1, keeper=1, room="1", hour=11), []),
        (_lesson(2, 1, keeper=1, room="1", state=LessonState.CANCELLED), []),
        (_lesson(1, 1), []),
    ],
)
def test_conflicts(other: BusyLesson, clashes: list[Clash]) -> None:
    assert [conflict.clash for conflict in conflicts(MINE, [other])] == clashes


def test_two_halves_of_a_class_are_taught_at_once_but_one_half_is_not_taught_twice() -> None:
    one, two = _lesson(1, subgroup="1", group=GroupId(11)), _lesson(2, subgroup="2", group=GroupId(12))
    again = _lesson(3, subgroup="1", group=GroupId(11))
    assert conflicts(one, [two]) == ()
    assert [conflict.clash for conflict in conflicts(one, [again])] == [Clash.STUDENTS]


def test_lessons_without_a_room_share_none() -> None:
    assert conflicts(replace(MINE, room=""), [_lesson(2, 2, room="")]) == ()


def _teacher(key: int, family: str, *, subject: int = 0, klass: int = 0) -> Teacher:
    subjects = frozenset({subject} if subject else ())
    klasses = frozenset({KlassId(klass)} if klass else ())
    return Teacher(PersonId(key), PersonName(family, "Анна"), subjects, klasses)


def test_the_free_come_first_the_subjects_own_before_those_who_know_the_class() -> None:
    staff = [
        _teacher(1, "Своя", subject=1),
        _teacher(2, "Абрамова"),
        _teacher(3, "Ёлкина", klass=1),
        _teacher(4, "Ежова", klass=1),
        _teacher(5, "Яшина", subject=1),
        _teacher(6, "Занятова", subject=1),
        _teacher(7, "Болеева", subject=1),
    ]
    day = [
        MINE,
        _lesson(20, 2, keeper=6),
        _lesson(21, 3, keeper=5, hour=12),
        _lesson(22, 4, keeper=2, teacher=7, hour=13),
    ]
    found = candidates(MINE, staff, day)
    assert [each.teacher.name.family for each in found] == [
        "Яшина",
        "Ежова",
        "Ёлкина",
        "Абрамова",
        "Болеева",
        "Занятова",
    ]
    assert [each.teacher.name.family for each in found if not each.free] == ["Болеева", "Занятова"]
    assert found[-1].busy is not None


def test_bells_of_a_day_are_those_of_the_classs_set() -> None:
    saturday = frozenset({5})
    bells = [
        Bell("Основной", 1, local(TODAY, 8).time(), local(TODAY, 9).time()),
        Bell("Основной", 2, local(TODAY, 9).time(), local(TODAY, 10).time(), frozenset(range(5))),
        Bell("Другой", 3, local(TODAY, 10).time(), local(TODAY, 11).time()),
        Bell("Основной", 1, local(TODAY, 9).time(), local(TODAY, 10).time(), saturday),
    ]
    assert [bell.number for bell in numbers_of_day(bells, "Основной", 7, 0)] == [1, 2]
    assert [bell.weekdays for bell in numbers_of_day(bells, "Основной", 7, 5)] == [saturday]
    assert numbers_of_day(bells, "", 7, 0) == ()
