"""How much homework a class has for a day, against what its grade may have (BEY-7)."""

from dataclasses import dataclass
from datetime import date

from core.model.homework import HomeworkKind
from core.model.ids import HomeworkId, SubjectId

MINUTES_LIMIT = 300


@dataclass(frozen=True, slots=True)
class DueTask:
    """A homework of a class; `minutes` as the teacher says, None where nobody said; `subgroup` empty for all."""

    id: HomeworkId
    due_on: date
    subject: SubjectId
    subject_name: str
    subgroup: str
    kind: HomeworkKind
    minutes: int | None


@dataclass(frozen=True, slots=True)
class TaskLoad:
    """A task with the minutes it counts for; `estimated`: nobody said how many."""

    task: DueTask
    minutes: int
    estimated: bool


@dataclass(frozen=True, slots=True)
class DayLoad:
    """What is due on a day: minutes in all that one student has, and the norm of the grade, minutes."""

    day: date
    minutes: int
    norm: int
    tasks: tuple[TaskLoad, ...] = ()

    @property
    def estimated(self) -> bool:
        """Tell whether a part of it is an estimate."""
        return any(each.estimated for each in self.tasks)

    @property
    def over(self) -> bool:
        """Tell whether it is more than the norm."""
        return self.minutes > self.norm
