"""What of a lesson's record is owed, by whom, until when (REG-2), and when it is reminded of (NTF-5).

One function gives the duties; reminders, lists, boards and reports are views of what it gives.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from core.model.duty import (
    DueKind,
    Duty,
    DutyAbout,
    DutyRow,
    DutyState,
    DutySubject,
    LessonRecord,
    NudgeStage,
    NudgeTime,
)
from core.model.lesson import Lesson, LessonState, Work
from core.rules.calendar import SchoolCalendar, at_local, day_end, local_day

# Grade 1 has neither marks nor homework (DIA-13) [004 §1].
FIRST_GRADE = 1
_NOT_IN_FIRST_GRADE = frozenset({DutyAbout.HOMEWORK, DutyAbout.MARKS, DutyAbout.LONG_CHECK})

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

    about: DutyAbout
    opened_at: datetime
    done_at: datetime | None
    work: Work | None = None

    @property
    def check_until(self) -> date | None:
        return self.work.check_until if self.work else None


def due_at(
    row: DutyRow,
    lesson_day: date,
    zone: tzinfo,
    check_until: date | None = None,
    classes_end: datetime | None = None,
) -> datetime | None:
    """Give the UTC instant until which, itself included, a duty is in time (REG-3, REG-7).

    "До 18:00" is 18:00:00 local; "2 дня" end with the second day after the lesson's. `check_until` is the day a
    written work is to be checked by, `classes_end` the end of the class's last lesson; a term reckoned from one that
    isn't known gives None.
    """
    match row.due.kind:
        case DueKind.LESSON_DAY_AT:
            return at_local(lesson_day, row.due.at or time(), zone)
        case DueKind.LESSON_DAY_END:
            return day_end(lesson_day, zone)
        case DueKind.DAYS_AFTER_LESSON:
            return day_end(lesson_day + timedelta(days=row.due.days), zone)
        case DueKind.HOURS_AFTER_CLASSES:
            return classes_end + timedelta(hours=row.due.hours) if classes_end else None
        case DueKind.CHECK_DAY_END:
            return day_end(check_until, zone) if check_until else None


def lesson_duties(rows: Sequence[DutyRow], record: LessonRecord, zone: tzinfo, now: datetime) -> list[Duty]:
    """Give the duties of one lesson at an instant: open ones, and those that were done.

    None for a cancelled lesson, for a group without students, for marks and homework in grade 1. The holder is who
    keeps the record: the substitute where there is one [003 §4.11]. While a work of long check is being checked, it
    stands for the marks of its lesson [000 §8; 003 §4.5].
    """
    if record.lesson.state is LessonState.CANCELLED or record.students == 0:
        return []
    found = (_duty(rows, record, asked, zone, now) for asked in _asked(record.lesson, record.works))
    return [duty for duty in found if duty is not None]


def _asked(lesson: Lesson, works: Sequence[Work]) -> Iterable[_Asked]:
    # Who is missing is known when the lesson begins, and the families wait for it; all else is asked when it is over.
    begun, over = lesson.starts_at, lesson.ends_at
    long_checks = [work for work in works if work.check_until is not None]
    asked = [
        _Asked(DutyAbout.ATTENDANCE, begun, lesson.attendance_at),
        _Asked(DutyAbout.TOPIC, over, lesson.topic_at),
        _Asked(DutyAbout.HOMEWORK, over, lesson.homework_at),
        *(_Asked(DutyAbout.LONG_CHECK, over, work.done_at, work) for work in long_checks),
    ]
    if lesson.marks_at is not None or all(work.done_at for work in long_checks):
        latest = max(long_checks, key=lambda work: work.check_until or lesson.day, default=None)
        asked.append(_Asked(DutyAbout.MARKS, over, lesson.marks_at, latest))
    return (each for each in asked if lesson.grade != FIRST_GRADE or each.about not in _NOT_IN_FIRST_GRADE)


def _duty(rows: Sequence[DutyRow], record: LessonRecord, asked: _Asked, zone: tzinfo, now: datetime) -> Duty | None:
    lesson = record.lesson
    if asked.done_at is None and now < asked.opened_at:
        return None
    about = (row for row in rows if row.about is asked.about)
    terms = [(until, row) for row in about if (until := _until(row, record, asked, zone))]
    if not terms:
        return None
    until, row = _binding_term(terms, lesson.ends_at)
    work = asked.work.id if asked.work and asked.about is DutyAbout.LONG_CHECK else None
    return Duty(
        row=row,
        holder=lesson.keeper,
        subject=DutySubject(lesson.id, lesson.klass, lesson.group, lesson.subject, work),
        opened_at=asked.opened_at,
        due_at=until,
        done_at=asked.done_at,
        state=_state(until, asked.done_at, now),
    )


def _until(row: DutyRow, record: LessonRecord, asked: _Asked, zone: tzinfo) -> datetime | None:
    until = due_at(row, record.lesson.day, zone, asked.check_until, record.classes_end)
    if until and asked.check_until:
        return max(until, day_end(asked.check_until, zone))
    return until


def _binding_term(terms: list[tuple[datetime, DutyRow]], lesson_end: datetime) -> tuple[datetime, DutyRow]:
    """The earliest binding term (REG-7); one that is over before the lesson is, can't be what the text means."""
    binding = [term for term in terms if term[1].binding] or terms
    possible = [term for term in binding if term[0] > lesson_end]
    if possible:
        return min(possible, key=lambda term: term[0])
    return max(binding, key=lambda term: term[0])


def _state(until: datetime, done_at: datetime | None, now: datetime) -> DutyState:
    if done_at is not None:
        return DutyState.DONE if done_at <= until else DutyState.DONE_LATE
    return DutyState.OPEN if now <= until else DutyState.OVERDUE


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
    stages = [NudgeTime(NudgeStage.LESSON_END, duty.opened_at)] if duty.row.about is DutyAbout.HOMEWORK else []
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
