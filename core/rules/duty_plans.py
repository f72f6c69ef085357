"""Which topic of a thematic plan a lesson takes, and since when it is there (JRN-12) [001 3.3; 003 Г-9]."""

from collections import defaultdict
from datetime import datetime

from core.model.duty_facts import DutyFacts, GroupFact, PlanFact
from core.model.ids import GroupId, LessonId
from core.model.lesson import Lesson, LessonState

_Entered = tuple[datetime | None, ...]


class Plans:
    """The plans of a school's groups: a group's own goes before one of its class, and that before one of its grade."""

    def __init__(self, facts: DutyFacts) -> None:
        """Index topics and lessons once."""
        self._facts = facts
        self._topics: dict[tuple[int, str, int | None], list[PlanFact]] = defaultdict(list)
        for topic in sorted(facts.plans, key=lambda fact: fact.number):
            self._topics[_scope(topic)].append(topic)
        self._slots: dict[GroupId, _Entered] = {}
        self._numbers = self._numbered()

    def _numbered(self) -> dict[LessonId, int]:
        counts = dict(self._facts.given)
        found: dict[LessonId, int] = {}
        for record in sorted(self._facts.lessons, key=lambda each: each.lesson.starts_at):
            lesson = record.lesson
            if lesson.state is LessonState.PLANNED:
                found[lesson.id] = counts.get(lesson.group, 0)
                counts[lesson.group] = found[lesson.id] + 1
        return found

    def of_group(self, group: GroupFact) -> list[PlanFact]:
        """Give the topics that a group is taught by, in order."""
        for scope in (("group", group.id), ("klass", group.klass), ("grade", group.grade)):
            topics = self._topics.get((group.subject, *scope))
            if topics:
                return topics
        return []

    def planned_at(self, lesson: Lesson, unknown: datetime) -> datetime | None:
        """Give when a lesson's topic came into the plan, or when it was written into the journal; `unknown` where it is
        there and nobody knows since when.
        """
        slots = self._of(lesson.group)
        number = self._numbers.get(lesson.id)
        if number is None or number >= len(slots):
            return lesson.topic_at
        entered = slots[number] or unknown
        return min(entered, lesson.topic_at) if lesson.topic_at else entered

    def _of(self, key: GroupId) -> _Entered:
        if key not in self._slots:
            group = self._facts.groups.get(key)
            topics = self.of_group(group) if group else []
            self._slots[key] = tuple(topic.entered_at for topic in topics for _ in range(max(1, topic.lessons)))
        return self._slots[key]


def _scope(topic: PlanFact) -> tuple[int, str, int | None]:
    if topic.group is not None:
        return topic.subject, "group", topic.group
    if topic.klass is not None:
        return topic.subject, "klass", topic.klass
    return topic.subject, "grade", topic.grade
