"""What speaks against a control work in a lesson, and where one may be written (BEY-8).

After the recommendations of the ministry of education and its supervising body on schedules of assessments (6 August
2021, СК-228/03, 01-169/08-01): one a day for a class, in a subject once in two and a half weeks at the most, in neither
the first nor the last lesson, unless the subject has one lesson a week.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from core.model.ids import SubjectId
from core.model.work_calendar import Caution, Cautioned, Place, PlannedWork

APART_DAYS = 17.5
FREE_SHOWN = 3


def cautions(
    place: Place, subject: SubjectId, subgroup: str, works: Iterable[PlannedWork], weekly: int
) -> tuple[Cautioned, ...]:
    """Give what speaks against a work in a lesson of a subject's group; `works` are those of the class.

    `weekly` is how many lessons the group has in that week.
    """
    others = [work for work in works if work.lesson != place.lesson and not _elsewhere(work, subject, subgroup)]
    return tuple(_cautions(place, subject, sorted(others, key=lambda work: (work.day, work.number)), weekly))


def _elsewhere(work: PlannedWork, subject: SubjectId, subgroup: str) -> bool:
    """Tell whether a work is another subgroup's of the same subject: nobody writes both."""
    return bool(subgroup and work.subgroup) and work.subject == subject and work.subgroup != subgroup


def _cautions(place: Place, subject: SubjectId, others: Sequence[PlannedWork], weekly: int) -> Iterator[Cautioned]:
    for work in others:
        if work.day == place.day:
            yield Cautioned(Caution.SECOND_ON_DAY, work)
    near = [work for work in others if work.subject == subject and 0 < _days(work.day, place.day) < APART_DAYS]
    if near:
        yield Cautioned(Caution.TOO_OFTEN, min(near, key=lambda work: _days(work.day, place.day)))
    if weekly > 1 and place.first:
        yield Cautioned(Caution.FIRST_LESSON)
    if weekly > 1 and place.last and not place.first:
        yield Cautioned(Caution.LAST_LESSON)


def _days(one: date, other: date) -> int:
    return abs((one - other).days)


def free_places(
    wanted: Place, places: Iterable[Place], subject: SubjectId, subgroup: str, works: Sequence[PlannedWork]
) -> tuple[Place, ...]:
    """Give the group's lessons that nothing speaks against, the nearest ones by day, three at the most."""
    own = [place for place in places if place.group == wanted.group]
    weekly = Counter(_week(place.day) for place in own)
    free = [
        place
        for place in own
        if place.lesson != wanted.lesson
        and not any(work.lesson == place.lesson for work in works)
        and not cautions(place, subject, subgroup, works, weekly[_week(place.day)])
    ]
    free.sort(key=lambda place: (_days(place.day, wanted.day), place.day, place.number))
    return tuple(sorted(free[:FREE_SHOWN], key=lambda place: (place.day, place.number)))


def weekly_lessons(wanted: Place, places: Iterable[Place]) -> int:
    """Count the lessons of the wanted one's group in its week."""
    return sum(place.group == wanted.group and _week(place.day) == _week(wanted.day) for place in places)


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week
