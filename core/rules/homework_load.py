"""How long homework takes, and how much of it a day may have (BEY-7) [СанПиН 1.2.3685-21, табл. 6.6]."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.resources import files

from core.model.homework import HomeworkKind
from core.model.homework_load import DayLoad, DueTask, TaskLoad
from core.model.ids import SubjectId

_NORMS = ((1, 60), (3, 90), (5, 120), (8, 150), (11, 210))
_WORDS = tomllib.loads(files("core.rules").joinpath("homework_load.toml").read_text("utf-8"))
_LIGHT, _HEAVY = (tuple(_WORDS[name]) for name in ("light", "heavy"))
_LIGHT_PART, _USUAL_PART, _HEAVY_PART = 12, 6, 5
_STEP, _LEAST = 5, 10


def norm(grade: int) -> int:
    """Give the minutes of homework that a day of a grade (1..11) may have at the most."""
    return next(minutes for last, minutes in _NORMS if grade <= last)


def estimate(task: DueTask, grade: int) -> int:
    """Give the minutes a task takes where nobody said: a part of the norm by subject, half of it where one only reads
    or speaks; in steps of five, ten at the least.
    """
    minutes = norm(grade) // _part(task.subject_name.casefold())
    if task.kind in (HomeworkKind.ORAL, HomeworkKind.READING):
        minutes //= 2
    return max(_LEAST, minutes // _STEP * _STEP)


def _part(subject: str) -> int:
    if subject.startswith(_LIGHT):
        return _LIGHT_PART
    return _HEAVY_PART if subject.startswith(_HEAVY) else _USUAL_PART


def load(day: date, tasks: Iterable[DueTask], grade: int) -> DayLoad:
    """Give the load of a day: tasks of the whole class in sum, of a subject's subgroups the one with the most."""
    counted = tuple(_counted(task, grade) for task in tasks if task.due_on == day)
    return DayLoad(day, _sum(counted), norm(grade), counted)


def _counted(task: DueTask, grade: int) -> TaskLoad:
    minutes = estimate(task, grade) if task.minutes is None else task.minutes
    return TaskLoad(task, minutes, task.minutes is None)


def _sum(tasks: Sequence[TaskLoad]) -> int:
    """A student is in one subgroup of a subject."""
    of_subject: dict[SubjectId, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for each in tasks:
        of_subject[each.task.subject][each.task.subgroup] += each.minutes
    return sum(parts.pop("", 0) + max(parts.values(), default=0) for parts in of_subject.values())
