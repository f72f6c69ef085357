"""The concrete lessons of a year, made from the week's timetable, the calendar and the bells (ADM-3)."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import Generic, TypeVar

from core.model.calendar import Bell, WeekParity
from core.rules.calendar import SchoolCalendar, Template, at_local
from core.rules.timetable import BellSetUnclear, bell_for, bell_set_of

Group = TypeVar("Group", bound=Hashable)
Teacher = TypeVar("Teacher", bound=Hashable)


@dataclass(frozen=True, slots=True)
class WeeklyLesson(Generic[Group, Teacher]):
    """A lesson of the week's template; `since` and `until` are included."""

    group: Group
    weekday: int
    number: int
    parity: WeekParity
    since: date
    until: date
    teacher: Teacher
    room: str


@dataclass(frozen=True, slots=True)
class PlannedLesson(Generic[Teacher]):
    """When (UTC), by whom and where a concrete lesson is taught."""

    starts_at: datetime
    ends_at: datetime
    teacher: Teacher
    room: str


LessonKey = tuple[Group, date, int]


class YearPlanner:
    """Makes lessons class by class; days and instants are reckoned once for all classes."""

    def __init__(self, calendar: SchoolCalendar, bells: Sequence[Bell], zone: tzinfo) -> None:
        """Take the reckoned calendar, the bells of the school and its time zone."""
        self._calendar = calendar
        self._bells = tuple(bells)
        self._zone = zone
        self._days: dict[int, dict[Template, list[date]]] = {}
        self._instants: dict[tuple[date, time], datetime] = {}
        self._rings: dict[tuple[str, int, int, int, int], Bell | None] = {}

    def lessons(
        self, grade: int, bell_set: str, weekly: Iterable[WeeklyLesson[Group, Teacher]]
    ) -> dict[LessonKey[Group], PlannedLesson[Teacher]]:
        """Give the lessons of a class by group, day and number; `bell_set` may be empty where only one is possible.

        A lesson for which no bell rings that day is left out: a short day has fewer lessons. A moved day rings by the
        bells of its own weekday, or, where they have no such lesson, by those of the weekday it is taught as.
        """
        try:
            bells = bell_set_of(self._bells, bell_set, grade)
        except BellSetUnclear:
            return {}
        planned: dict[LessonKey[Group], PlannedLesson[Teacher]] = {}
        for lesson in weekly:
            for day in self._taught(grade, lesson):
                bell = self._bell(bells, grade, day.weekday(), lesson.weekday, lesson.number)
                if bell is not None:
                    starts, ends = self._at(day, bell.starts), self._at(day, bell.ends)
                    planned[lesson.group, day, lesson.number] = PlannedLesson(starts, ends, lesson.teacher, lesson.room)
        return planned

    def _taught(self, grade: int, lesson: WeeklyLesson[Group, Teacher]) -> list[date]:
        by_template = self._days.get(grade)
        if by_template is None:
            by_template = self._days[grade] = self._days_of(grade)
        parities = (WeekParity.ODD, WeekParity.EVEN) if lesson.parity is WeekParity.EVERY else (lesson.parity,)
        days = (day for parity in parities for day in by_template.get(Template(lesson.weekday, parity), ()))
        return [day for day in days if lesson.since <= day <= lesson.until]

    def _days_of(self, grade: int) -> dict[Template, list[date]]:
        days: dict[Template, list[date]] = defaultdict(list)
        for day in self._calendar.school_days(grade):
            template = self._calendar.template(day, grade)
            if template is not None:
                days[template].append(day)
        return days

    def _bell(self, bells: str, grade: int, weekday: int, taught_as: int, number: int) -> Bell | None:
        asked = (bells, grade, weekday, taught_as, number)
        if asked not in self._rings:
            own = bell_for(self._bells, bells, grade, weekday, number)
            self._rings[asked] = own or bell_for(self._bells, bells, grade, taught_as, number)
        return self._rings[asked]

    def _at(self, day: date, at: time) -> datetime:
        known = self._instants.get((day, at))
        if known is None:
            known = self._instants[day, at] = at_local(day, at, self._zone)
        return known
