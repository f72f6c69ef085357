"""How much homework a day has against the norm of the grade (BEY-7) [СанПиН 1.2.3685-21]."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.homework import HomeworkKind
from core.model.homework_load import DueTask
from core.model.ids import HomeworkId, SubjectId
from core.rules.homework_load import estimate, load, norm

DAY = date(2026, 10, 16)


def _task(
    minutes: int | None = None,
    subject: int = 1,
    subgroup: str = "",
    name: str = "История",
    kind: HomeworkKind = HomeworkKind.WRITTEN,
) -> DueTask:
    return DueTask(HomeworkId(1), DAY, SubjectId(subject), name, subgroup, kind, minutes)


@pytest.mark.parametrize(("grades", "minutes"), [((2, 3), 90), ((4, 5), 120), ((6, 7, 8), 150), ((9, 10, 11), 210)])
def test_the_norm_of_a_day(grades: tuple[int, ...], minutes: int) -> None:
    assert {norm(grade) for grade in grades} == {minutes}


@pytest.mark.parametrize(
    ("name", "kind", "grade", "minutes"),
    [
        ("История", HomeworkKind.WRITTEN, 7, 25),
        ("Алгебра", HomeworkKind.WRITTEN, 7, 30),
        ("алгебра и начала анализа", HomeworkKind.UNSPECIFIED, 10, 40),
        ("Музыка", HomeworkKind.WRITTEN, 7, 10),
        ("История", HomeworkKind.READING, 7, 10),
        ("Русский язык", HomeworkKind.ORAL, 11, 20),
        ("Окружающий мир", HomeworkKind.WRITTEN, 2, 15),
    ],
)
def test_an_estimate_by_subject_grade_and_kind(name: str, kind: HomeworkKind, grade: int, minutes: int) -> None:
    assert estimate(_task(name=name, kind=kind), grade) == minutes


def test_a_student_does_the_tasks_of_one_subgroup() -> None:
    tasks = [_task(30), _task(20, 2, "1"), _task(45, 2, "2"), _task(10, 2, "1"), _task(5, 2)]
    found = load(DAY, tasks, 7)
    assert (found.minutes, found.norm, found.over, found.estimated) == (30 + 45 + 5, 150, False, False)


def test_what_is_due_on_other_days_does_not_count() -> None:
    assert load(DAY + timedelta(days=1), [_task(30)], 7).minutes == 0


TASKS = st.lists(
    st.builds(_task, st.one_of(st.none(), st.integers(0, 300)), st.integers(1, 4), st.sampled_from(["", "1", "2"])),
    max_size=15,
)


@given(TASKS, st.integers(2, 11))
def test_the_sum_lies_between_the_greatest_task_and_all_of_them(tasks: list[DueTask], grade: int) -> None:
    found = load(DAY, tasks, grade)
    counted = [each.minutes for each in found.tasks]
    assert len(counted) == len(tasks)
    assert max(counted, default=0) <= found.minutes <= sum(counted)
    if all(not task.subgroup for task in tasks):
        assert found.minutes == sum(counted)
    assert found.over == (found.minutes > norm(grade))
    assert found.estimated == any(task.minutes is None for task in tasks)
