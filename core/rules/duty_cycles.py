"""Duties that come back: daily, weekly, for the week ahead, monthly (REG-3, REG-6).

A day counts where lessons are held – for a class those of its grade –, a week or month with one such day. A duty of a
cycle opens with its first instant.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from core.model.control import AnalysisSpan
from core.model.duty import Cycle, DutySubject, LessonRecord
from core.model.duty_facts import KlassFact
from core.model.ids import KlassId, PersonId
from core.model.lesson import Lesson, LessonState, WorkKind
from core.model.regulation import Matter, Rule
from core.model.term import TermKind
from core.rules.duties import FIRST_GRADE, NOT_IN_FIRST_GRADE
from core.rules.duty_frame import (
    Frame,
    Occasion,
    Record,
    at,
    first_within,
    for_each_klass,
    for_each_person,
    klass_subject,
    never,
    person_subject,
    school_subject,
)
from core.rules.duty_plans import Plans

_WEEK = timedelta(days=7)
_PARTS = (Matter.ATTENDANCE, Matter.TOPIC, Matter.HOMEWORK, Matter.MARKS)
_ANALYSES = {Matter.WEEK_ANALYSIS: AnalysisSpan.WEEK, Matter.MONTH_ANALYSIS: AnalysisSpan.MONTH}

InstantOf = Callable[[Lesson], datetime | None]
_INSTANTS: dict[Matter, InstantOf] = {
    Matter.ATTENDANCE: lambda lesson: lesson.attendance_at,
    Matter.TOPIC: lambda lesson: lesson.topic_at,
    Matter.HOMEWORK: lambda lesson: lesson.homework_at,
    Matter.MARKS: lambda lesson: lesson.marks_at,
}


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn of a cycle: its kind, its first day, and the day that its term is reckoned from."""

    cycle: Cycle
    first: date
    opens: date
    days: tuple[date, ...]


def cyclic(rule: Rule, frame: Frame, taught: "Taught") -> Iterator[Occasion]:
    """Give the occasions of a daily, weekly or monthly row."""
    turns = _turns(rule.due.kind, frame)
    if rule.about is Matter.LESSON_RECORD or rule.about is Matter.ABSENCE_DAY:
        yield from _of_records(rule, frame, taught)
    elif for_each_klass(rule):
        for klass in frame.facts.klasses.values():
            for turn in turns:
                if any(frame.calendar.is_school_day(day, klass.grade) for day in turn.days):
                    yield from _of_klass(rule, klass, turn, frame, taught)
    else:
        held = [turn for turn in turns if any(map(frame.calendar.is_school_day, turn.days))]
        people = frame.holders.everybody(rule) if for_each_person(rule) else None
        for turn in held:
            yield from _of_school(rule, turn, frame, people)


def _turns(kind: TermKind, frame: Frame) -> list[_Turn]:
    days = tuple(frame.days(_WEEK if kind is TermKind.WEEKLY_AHEAD else timedelta()))
    if kind is TermKind.DAILY:
        return [_Turn(Cycle.DAY, day, day, (day,)) for day in days]
    if kind is TermKind.MONTHLY:
        months = dict.fromkeys(day.replace(day=1) for day in days)
        return [_Turn(Cycle.MONTH, first, first, tuple(_month(first, frame))) for first in months]
    mondays = dict.fromkeys(day - timedelta(days=day.weekday()) for day in days)
    earlier = _WEEK if kind is TermKind.WEEKLY_AHEAD else timedelta()
    return [_Turn(Cycle.WEEK, monday, monday - earlier, tuple(_stretch(monday, 7, frame))) for monday in mondays]


def _month(first: date, frame: Frame) -> Iterator[date]:
    return (day for day in _stretch(first, 31, frame) if day.month == first.month)


def _stretch(first: date, length: int, frame: Frame) -> Iterator[date]:
    """Give the days of a turn that are not before the launch."""
    start = max(frame.calendar.year_start, frame.launch or first)
    return (day for number in range(length) if (day := first + timedelta(days=number)) >= start)


def _of_klass(rule: Rule, klass: KlassFact, turn: _Turn, frame: Frame, taught: "Taught") -> Iterator[Occasion]:
    if rule.about is Matter.PAPER_SUMMARY and not _declined(frame, turn, klass.id):
        return
    record: Record | None = never
    if rule.about is Matter.LESSON_PLAN:
        record = taught.planned(klass.id, turn.first, frame)
    if rule.about is Matter.NOTICE_WEEK:
        record = _told(frame, klass.id, turn.first)
    if record is not None:
        yield _occasion(rule, klass_subject(klass, turn.cycle, turn.first), frame, turn, record)


def _told(frame: Frame, klass: KlassId, monday: date) -> Record:
    """What sums a week up is done for that week, be it late; any other notice for the week that it was sent in."""
    told = frame.facts.notices.get(klass, ())
    summed = [each.sent_at for each in told if each.week == monday]
    others = [each.sent_at for each in told if each.week is None]
    if summed:
        return at(min(summed))
    return first_within(others, frame.start(monday), frame.start(monday + _WEEK))


def _of_school(rule: Rule, turn: _Turn, frame: Frame, people: Sequence[PersonId] | None) -> Iterator[Occasion]:
    if rule.about is Matter.PAPER_SUMMARY and not _declined(frame, turn):
        return
    if people is None:
        span = _ANALYSES.get(rule.about)
        posted = frame.facts.analyses.get((span, turn.first)) if span else None
        yield _occasion(rule, school_subject(turn.cycle, turn.first), frame, turn, at(posted))
        return
    for person in people:
        record = _kept if rule.about is Matter.SECRECY else never
        yield _occasion(rule, person_subject(person, turn.cycle, turn.first), frame, turn, record)


def _kept(opened_at: datetime, due_at: datetime) -> datetime:
    """What is forbidden is kept when the time is over; that it wasn't, a report of lost access says [003 §5.3]."""
    return due_at


def _declined(frame: Frame, turn: _Turn, klass: KlassId | None = None) -> bool:
    return any(
        each.within(turn.days[0], turn.days[-1])
        for each in frame.facts.declined
        if turn.days and klass in (None, each.klass)
    )


def _occasion(rule: Rule, subject: DutySubject, frame: Frame, turn: _Turn, record: Record) -> Occasion:
    if subject.klass is not None:
        holders = frame.holders.of_klass(rule, frame.facts.klasses[subject.klass])
    else:
        holders = (subject.person,) if subject.person is not None else frame.holders.of_school(rule)
    anchors = replace(frame.anchors(), day=turn.first)
    return Occasion(rule, subject, holders, anchors, frame.start(turn.opens), record)


class Taught:
    """The loaded lessons that take place, by day and class, by day and keeper; built once for all rows."""

    def __init__(self, frame: Frame) -> None:
        """Index what takes place and has students."""
        self._of_klass: dict[tuple[KlassId, date], list[LessonRecord]] = defaultdict(list)
        self._of_keeper: dict[tuple[PersonId, date], list[LessonRecord]] = defaultdict(list)
        self._plans: Plans | None = None
        for record in frame.facts.lessons:
            lesson = record.lesson
            if lesson.state is LessonState.PLANNED and record.students:
                self._of_klass[lesson.klass, lesson.day].append(record)
                self._of_keeper[lesson.keeper, lesson.day].append(record)

    def plans(self, frame: Frame) -> Plans:
        """Give the thematic plans, reckoned when first asked for."""
        if self._plans is None:
            self._plans = Plans(frame.facts)
        return self._plans

    def klass_days(self, frame: Frame) -> Iterator[tuple[KlassId, date, list[LessonRecord]]]:
        """Give the lessons of each class and day that are to be looked at."""
        return ((klass, day, found) for (klass, day), found in self._of_klass.items() if _asked(day, frame))

    def keeper_days(self, frame: Frame) -> Iterator[tuple[PersonId, date, list[LessonRecord]]]:
        """Give the lessons of each keeper and day that are to be looked at."""
        return ((person, day, found) for (person, day), found in self._of_keeper.items() if _asked(day, frame))

    def planned(self, klass: KlassId, monday: date, frame: Frame) -> Record | None:
        """Tell when all lessons of a class's week had their topics in the plan; None in a week without lessons."""
        days = (monday + timedelta(days=number) for number in range(7))
        lessons = [record.lesson for day in days for record in self._of_klass.get((klass, day), ())]
        plans = self.plans(frame)
        if not lessons:
            return None

        def record(opened_at: datetime, due_at: datetime) -> datetime | None:
            instants = [plans.planned_at(lesson, opened_at) for lesson in lessons]
            return _latest(instants)

        return record


def _asked(day: date, frame: Frame) -> bool:
    return frame.begins <= day <= min(frame.last, frame.today)


def _of_records(rule: Rule, frame: Frame, taught: Taught) -> Iterator[Occasion]:
    """Give a day of a class, or of a teacher, whose lessons are to be recorded on that day."""
    parts = (Matter.ATTENDANCE,) if rule.about is Matter.ABSENCE_DAY else rule.parts or _PARTS
    if for_each_klass(rule):
        for klass_id, day, records in taught.klass_days(frame):
            klass = frame.facts.klasses.get(klass_id)
            if klass is not None:
                yield from _day(rule, klass_subject(klass, Cycle.DAY, day), frame, records, parts)
        return
    for person, day, records in taught.keeper_days(frame):
        yield from _day(rule, person_subject(person, Cycle.DAY, day), frame, records, parts)


def _day(
    rule: Rule, subject: DutySubject, frame: Frame, records: list[LessonRecord], parts: Iterable[Matter]
) -> Iterator[Occasion]:
    instants = [instant for record in records for instant in recorded(record, parts)]
    if instants and subject.day is not None:
        turn = _Turn(Cycle.DAY, subject.day, subject.day, (subject.day,))
        yield _occasion(rule, subject, frame, turn, at(_latest(instants)))


def recorded(record: LessonRecord, parts: Iterable[Matter]) -> list[datetime | None]:
    """Give when each of the parts of a lesson's record was complete, those that the lesson is asked for.

    Marks of a lesson whose work has a long check wait for it [000 §8], those of an external work for its results
    [004 §2]; grade 1 has neither marks nor homework.
    """
    lesson = record.lesson
    waits = any(work.check_until is not None or work.kind is WorkKind.DIAGNOSTIC for work in record.works)
    return [
        _INSTANTS[part](lesson)
        for part in parts
        if not (lesson.grade == FIRST_GRADE and part in NOT_IN_FIRST_GRADE) and not (waits and part is Matter.MARKS)
    ]


def _latest(instants: Sequence[datetime | None]) -> datetime | None:
    known = [each for each in instants if each is not None]
    return max(known) if known and len(known) == len(instants) else None
