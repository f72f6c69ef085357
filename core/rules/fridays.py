"""What a week comes to for a family: praise that is true, what rose, what is below what they want (BEY-3)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from core.model.forecast import SubjectForecast
from core.model.friday import Learnt, Rise, WeekMark
from core.model.ids import PersonId, SubjectId
from core.model.mark import MarkValue
from core.rules.averages import Tally, tally, two_decimals
from core.rules.calendar import SchoolCalendar

BEST = 3
_RISE = Decimal("0.10")
"""What rose by less is the noise of one mark."""
_WEIGHTY = 2
_DAY = timedelta(days=1)


def ends_week(calendar: SchoolCalendar, day: date, grade: int) -> bool:
    """Tell whether a day is the last one before Sunday on which the grade has school."""
    following = calendar.next_school_day(day, grade)
    sunday = day + _DAY * (6 - day.weekday())
    return calendar.is_school_day(day, grade) and (following is None or following > sunday)


def best(marks: Iterable[WeekMark]) -> tuple[WeekMark, ...]:
    """Give the best marks of a week, one of a subject: fives, then fours for works of weight."""
    good = [mark for mark in marks if _is_good(mark)]
    good.sort(key=lambda mark: (-(mark.value.points or 0), -mark.weight, mark.day, mark.name))
    first: dict[SubjectId, WeekMark] = {}
    for mark in good:
        first.setdefault(mark.subject, mark)
    return tuple(first.values())[:BEST]


def _is_good(mark: WeekMark) -> bool:
    return mark.value is MarkValue.FIVE or (mark.value is MarkValue.FOUR and mark.weight >= _WEIGHTY)


def rises(marks: Iterable[WeekMark], now: Mapping[SubjectId, Tally]) -> tuple[Rise, ...]:
    """Give the subjects whose weighted mean rose within the week by a tenth or more, the steepest first.

    `now` are the sums of the period, the week's marks among them.
    """
    of_subject: dict[SubjectId, list[WeekMark]] = {}
    for mark in marks:
        of_subject.setdefault(mark.subject, []).append(mark)
    found = (_rise(some, now.get(subject, Tally())) for subject, some in of_subject.items())
    rose = [rise for rise in found if rise is not None and rise.after - rise.before >= _RISE]
    return tuple(sorted(rose, key=lambda rise: (rise.before - rise.after, rise.subject)))


def _rise(marks: Sequence[WeekMark], now: Tally) -> Rise | None:
    week = tally((mark.value.points, mark.weight) for mark in marks)
    weights, weighted = now.weights - week.weights, now.weighted - week.weighted
    before = Tally(weights, weighted).exact if weights > 0 else None
    if before is None or now.exact is None:
        return None
    return Rise(marks[0].name, two_decimals(before), two_decimals(now.exact))


def below(coming: Iterable[SubjectForecast], goals: Mapping[SubjectId, MarkValue]) -> list[SubjectForecast]:
    """Give the subjects in which a mark below the wanted one is coming; nobody wants less than a three."""
    return [each for each in coming if each.final is None and _is_below(each, wanted(each, goals))]


def wanted(subject: SubjectForecast, goals: Mapping[SubjectId, MarkValue]) -> MarkValue:
    """Give the mark that is watched for in a subject, else a three."""
    return goals.get(subject.subject.id, MarkValue.THREE)


def _is_below(subject: SubjectForecast, mark: MarkValue) -> bool:
    return subject.expected is not None and (subject.expected.points or 0) < (mark.points or 0)


def to_ask(learnt: Sequence[Learnt], student: PersonId, day: date) -> Learnt | None:
    """Give the topic to ask about: another one each week and for each child, the same however often it is asked."""
    return learnt[(student + day.toordinal() // 7) % len(learnt)] if learnt else None
