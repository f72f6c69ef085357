"""The thematic plan of a group laid on its lessons: what was given, what comes when, what is left over (JRN-12)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.access import Subject
from core.model.ids import GroupId, KlassId, LessonId, SchoolId, SubjectId
from core.model.journal import PlanTopic
from core.model.people import PersonName
from core.model.workbook import Problem, Severity

TASK_LIMIT = 500
HOURS_LIMIT = 99
TOPICS_LIMIT = 500


class PlanLevel(StrEnum):
    """Whose plan a group is taught by: its own, its class's or its grade's."""

    GROUP = "group"
    KLASS = "klass"
    GRADE = "grade"


@dataclass(frozen=True, slots=True)
class PlanLesson:
    """A lesson that takes place. `topic` is the plan's, None for a typed one or none; `filled`: it has any topic."""

    id: LessonId
    day: date
    number: int
    starts_at: datetime
    topic: int | None = None
    filled: bool = False


@dataclass(frozen=True, slots=True)
class PlannedTopic:
    """A topic with the lessons it was given in, and those it is for: `coming` ones and past ones that lack a topic.

    `left` are hours without a lesson.
    """

    topic: PlanTopic
    given: tuple[PlanLesson, ...] = ()
    coming: tuple[PlanLesson, ...] = ()
    lacking: tuple[PlanLesson, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan laid on lessons; `offers` has the topic of each lesson that has none of its own yet.

    `lessons_left` are those to come, `lacking` the past ones in which nobody has written a topic.
    """

    topics: tuple[PlannedTopic, ...]
    offers: Mapping[LessonId, PlanTopic] = field(default_factory=dict)
    lessons_left: int = 0
    lacking: int = 0

    @property
    def hours(self) -> int:
        """Give the hours of the whole plan."""
        return sum(each.topic.hours for each in self.topics)

    @property
    def given(self) -> int:
        """Give how many lessons of the plan were given."""
        return sum(len(each.given) for each in self.topics)

    @property
    def left_over(self) -> int:
        """Give the hours for which there is no lesson any more."""
        return sum(each.left for each in self.topics)

    def of_lesson(self, lesson: LessonId) -> PlanTopic | None:
        """Give the topic that a lesson has or is to have."""
        own = (each.topic for each in self.topics for known in (*each.given, *each.coming) if known.id == lesson)
        return self.offers.get(lesson) or next(own, None)


@dataclass(frozen=True, slots=True)
class SchoolYearSpan:
    """What a year's hours are reckoned by."""

    zone: ZoneInfo
    starts_on: date
    ends_on: date
    week_days: int


@dataclass(frozen=True, slots=True)
class TaughtGroup:
    """A group with the names people know it by; `hours` a week in hundredths, None where nobody said."""

    id: GroupId
    school: SchoolId
    klass: KlassId
    klass_name: str
    grade: int
    subject: SubjectId
    subject_name: str
    year: SchoolYearSpan
    subgroup: str = ""
    hours: int | None = None
    teachers: tuple[PersonName, ...] = ()

    @property
    def scope(self) -> Subject:
        """What the access matrix needs to know of it."""
        return Subject(school=self.school, klass=self.klass, grade=self.grade, group=self.id)


@dataclass(frozen=True, slots=True)
class PlanView:
    """A group's plan as it stands; `curriculum` are the hours of the year, None where the load is not known.

    `of_klass`: the reader keeps the plans of the whole class.
    """

    group: TaughtGroup
    schedule: Schedule
    level: PlanLevel | None = None
    curriculum: int | None = None
    week: "WeekPlan | None" = None
    of_klass: bool = False


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The next week with lessons: how many there are, how many have a topic, what the plan has for the others."""

    monday: date
    lessons: int
    filled: int
    offered: int


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A group in the list of a class, with how many topics its plan has; of a week's `lessons` so many are planned."""

    group: TaughtGroup
    topics: int
    lessons: int = 0
    planned: int = 0


@dataclass(frozen=True, slots=True)
class KlassPlans:
    """The plans of a class, and how far the week from `monday` on is planned [003 Г-9]."""

    klass: KlassId
    name: str
    monday: date
    groups: tuple[GroupPlan, ...] = ()

    @property
    def lessons(self) -> int:
        """Give how many lessons the week has."""
        return sum(each.lessons for each in self.groups)

    @property
    def planned(self) -> int:
        """Give how many of them have their topic."""
        return sum(each.planned for each in self.groups)


@dataclass(frozen=True, slots=True)
class TopicDraft:
    """A topic as it was typed or read from a file, not stored yet; `number` None goes to the end."""

    topic: str
    number: int | None = None
    hours: int = 1
    work_kind: str | None = None
    task: str = ""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan as it was read from a file, with what is wrong with it."""

    topics: tuple[TopicDraft, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def sound(self) -> bool:
        """Tell whether it can be loaded: warnings are only told."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """What loading a file would do to a group's plan. `kept` are topics given already that the file does not have."""

    group: TaughtGroup
    file: PlanFile
    created: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0
    curriculum: int | None = None

    @property
    def alters(self) -> bool:
        """Tell whether anything would change, and nothing is wrong."""
        return self.file.sound and bool(self.created or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic with where it lies; `first` and `last`: it can't move further."""

    group: TaughtGroup
    planned: PlannedTopic
    first: bool
    last: bool
