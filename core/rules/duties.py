"""What of a lesson's record is owed, by whom, until when (REG-2), and when it is reminded of (NTF-5).

One function gives the duties; reminders, lists, boards and reports are views of what it gives.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from core.model.duty import Duty, DutyState, DutySubject, LessonRecord, NudgeStage, NudgeTime, SubjectKind
from core.model.lesson import Lesson, LessonState, Work
from core.model.regulation import Matter, Rule
from core.rules.calendar import SchoolCalendar, at_local, day_end, local_day
from core.rules.terms import Anchors, due_of

# Grade 1 has neither marks nor homework (DIA-13) [004 §1].
FIRST_GRADE = 1
NOT_IN_FIRST_GRADE = frozenset({Matter.HOMEWORK, Matter.MARKS, Matter.LONG_CHECK})

# Reminders of the morning: what falls due today, and whatever is overdue (NTF-5).
MORNING = time(8)
# A duty of the lesson's own day is reminded of an hour before it is due, but never in the quiet hours of the night.
BEFORE_DUE = timedelta(hours=1)
LATEST_EVENING = time(20)
# What falls due on days off right after the lesson's day is reminded of in the afternoon of that day.
AFTERNOON = time(17)
_A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One thing asked of a lesson: about what, since when it may be asked, when it was done, for which long check."""

    about: Matter
    opened_at: datetime
    done_at: datetime | None
    work: Work | None = None

    @property
    def check_until(self) -> date | None:
        return self.work.check_until if self.work else None


@dataclass(frozen=True, slots=True)
class _Bound:
    """The row that binds a part of a record, with the instants of its limit and of its aim."""

    rule: Rule
    due_at: datetime
    aim_at: datetime | None


class LessonRows:
    """The rows about the parts of a lesson's record; lessons of one time share their terms, so each is reckoned once.

    Its values last as long as a request: rows, calendar and zone are those of one school.
    """

    def __init__(self, rows: Iterable[Rule], calendar: SchoolCalendar, zone: tzinfo) -> None:
        """Take the rows of a school with its calendar and zone."""
        self._rows: dict[Matter, list[Rule]] = defaultdict(list)
        for row in rows:
            self._rows[row.about].append(row)
        self._calendar, self._zone = calendar, zone
        self._bound: dict[tuple[object, ...], _Bound | None] = {}

    def duties(self, record: LessonRecord, now: datetime) -> list[Duty]:
        """Give the duties of one lesson at an instant: open ones, and those that were done.

        None for a cancelled lesson, for a group without students, for marks and homework in grade 1. The holder is who
        keeps the record: the substitute where there is one [003 §4.11]. While a work of long check is being checked, it
        stands for the marks of its lesson [000 §8; 003 §4.5]; till the results of an external work came nobody asks for
        them [004 §2].
        """
        lesson = record.lesson
        if lesson.state is LessonState.CANCELLED or record.students == 0:
            return []
        subject, holders = lesson_subject(lesson), (lesson.keeper,)
        found = []
        for asked in _asked(lesson, record.works):
            if asked.done_at is None and now < asked.opened_at:
                continue
            bound = self._bound_by(asked, lesson, record.classes_end)
            if bound is None:
                continue
            found.append(
                Duty(
                    bound.rule,
                    holders,
                    _work_subject(subject, asked),
                    asked.opened_at,
                    bound.due_at,
                    asked.done_at,
                    state_of(bound.due_at, asked.done_at, now),
                    bound.aim_at,
                )
            )
        return found

    def _bound_by(self, asked: _Asked, lesson: Lesson, classes_end: datetime | None) -> _Bound | None:
        key = (asked.about, lesson.day, lesson.ends_at, classes_end, asked.check_until)
        if key not in self._bound:
            anchors = Anchors(self._zone, lesson_day=lesson.day, classes_end=classes_end, check_day=asked.check_until)
            self._bound[key] = self._reckoned(asked, anchors, lesson.ends_at)
        return self._bound[key]

    def _reckoned(self, asked: _Asked, anchors: Anchors, lesson_end: datetime) -> _Bound | None:
        terms = [(until, row) for row in self._rows[asked.about] if (until := self._until(row, anchors, asked))]
        if not terms:
            return None
        until, row = _binding_term(terms, lesson_end)
        return _Bound(row, until, due_of(row.aim, anchors, self._calendar) if row.aim else None)

    def _until(self, row: Rule, anchors: Anchors, asked: _Asked) -> datetime | None:
        until = due_of(row.due, anchors, self._calendar)
        return max(until, day_end(asked.check_until, self._zone)) if until and asked.check_until else until


def lesson_duties(
    rows: Iterable[Rule], record: LessonRecord, calendar: SchoolCalendar, zone: tzinfo, now: datetime
) -> list[Duty]:
    """Give the duties of one lesson alone, as `LessonRows` does for many."""
    return LessonRows(rows, calendar, zone).duties(record, now)


def _asked(lesson: Lesson, works: Sequence[Work]) -> Iterable[_Asked]:
    # Who is missing is known when the lesson begins, and the families wait for it; all else is asked when it is over.
    begun, over = lesson.starts_at, lesson.ends_at
    long_checks = [work for work in works if work.check_until is not None]
    asked = [
        _Asked(Matter.ATTENDANCE, begun, lesson.attendance_at),
        _Asked(Matter.TOPIC, over, lesson.topic_at),
        _Asked(Matter.HOMEWORK, over, lesson.homework_at),
        *(_Asked(Matter.LONG_CHECK, over, work.done_at, work) for work in long_checks),
    ]
    awaited = any(work.awaited for work in works)
    if lesson.marks_at is not None or (not awaited and all(work.done_at for work in long_checks)):
        latest = max(long_checks, key=lambda work: work.check_until or lesson.day, default=None)
        asked.append(_Asked(Matter.MARKS, over, lesson.marks_at, latest))
    return (each for each in asked if lesson.grade != FIRST_GRADE or each.about not in NOT_IN_FIRST_GRADE)


def lesson_subject(lesson: Lesson) -> DutySubject:
    """Give a lesson as what a duty is about."""
    return DutySubject(
        kind=SubjectKind.LESSON,
        lesson=lesson.id,
        klass=lesson.klass,
        group=lesson.group,
        subject=lesson.subject,
        day=lesson.day,
    )


def _work_subject(subject: DutySubject, asked: _Asked) -> DutySubject:
    if asked.work is None or asked.about is not Matter.LONG_CHECK:
        return subject
    return replace(subject, kind=SubjectKind.WORK, work=asked.work.id)


def _binding_term(terms: list[tuple[datetime, Rule]], lesson_end: datetime) -> tuple[datetime, Rule]:
    """The earliest binding term (REG-7); one that is over before the lesson is, can't be what the text means."""
    binding = [term for term in terms if term[1].binding] or terms
    possible = [term for term in binding if term[0] > lesson_end]
    if possible:
        return min(possible, key=lambda term: term[0])
    return max(binding, key=lambda term: term[0])


def state_of(until: datetime, done_at: datetime | None, now: datetime) -> DutyState:
    """Tell where a duty stands: the instant of the term itself is in time."""
    if done_at is not None:
        return DutyState.DONE if done_at <= until else DutyState.DONE_LATE
    return DutyState.OPEN if now <= until else DutyState.OVERDUE


def as_of(record: LessonRecord, now: datetime) -> LessonRecord:
    """Give a lesson's record as it was at an instant: what was recorded later was not there yet."""
    lesson = record.lesson
    instants = (lesson.attendance_at, lesson.topic_at, lesson.homework_at, lesson.marks_at)
    if all(each is None or each <= now for each in instants) and all(
        each is None or each <= now for work in record.works for each in (work.done_at, work.received_at)
    ):
        return record
    attendance, topic, homework, marks = (each if each is None or each <= now else None for each in instants)
    works = tuple(
        replace(
            each,
            done_at=each.done_at if each.done_at and each.done_at <= now else None,
            received_at=each.received_at if each.received_at and each.received_at <= now else None,
        )
        for each in record.works
    )
    then = replace(lesson, attendance_at=attendance, topic_at=topic, homework_at=homework, marks_at=marks)
    return replace(record, lesson=then, works=works)


def nudge_stages(duty: Duty, zone: tzinfo, calendar: SchoolCalendar) -> list[NudgeTime]:
    """Give the instants before its due time at which an open duty is reminded of, in order (NTF-5); [] when done.

    What is overdue is told of on each of the staff's mornings, one list for a person.

    Homework: when the lesson ends, and an hour before it is due. All else: on its last day at 08:00 local, or before a
    weekend or holiday on the last working day (NTF-6, REG-6).
    """
    if duty.done_at is not None:
        return []
    lesson_day = local_day(duty.opened_at, zone)
    last_day = calendar.last_reminding_day(local_day(duty.due_at - _A_MOMENT, zone))
    stages = [NudgeTime(NudgeStage.LESSON_END, duty.opened_at)] if duty.rule.about is Matter.HOMEWORK else []
    if last_day > lesson_day:
        stages.append(NudgeTime(NudgeStage.LAST_DAY, at_local(last_day, MORNING, zone)))
    else:
        stages.append(NudgeTime(NudgeStage.BEFORE_DUE, _on_lesson_day(duty, lesson_day, zone)))
    instants = {stage.at: stage for stage in reversed(stages) if duty.opened_at <= stage.at < duty.due_at}
    return [instants[at] for at in sorted(instants)]


def _on_lesson_day(duty: Duty, lesson_day: date, zone: tzinfo) -> datetime:
    due_today = local_day(duty.due_at - _A_MOMENT, zone) == lesson_day
    evening = at_local(lesson_day, LATEST_EVENING if due_today else AFTERNOON, zone)
    return max(duty.opened_at, min(duty.due_at - BEFORE_DUE, evening))
