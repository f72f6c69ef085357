"""Marks with their means, missed lessons, and the first screen of a family (DIA-4, DIA-7)."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from core.model.access import Action
from core.model.attendance import Presence
from core.model.diary import GivenMark, SubjectName
from core.model.errors import Forbidden
from core.model.ids import PeriodId, PersonId, SubjectId
from core.model.people import Role
from core.model.progress import Absences, Missed, MissedTotals, Progress, SubjectProgress, neighbours
from core.rules.averages import mean
from core.storage.gateways import keyvalue
from core.storage.queries import progress
from core.storage.queries.progress import Frame, Visit
from core.storage.work import Work
from core.usecases.children import Opened, open_diary

# Looking twice within this time is one visit: what was new stays marked while the reader looks through it.
VISIT = timedelta(minutes=30)
# What counts as new for somebody who looks for the first time.
FIRST_VISIT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ShowProgress:
    """A child's marks of a period (None: the present one), of one subject where it is named."""

    child: PersonId
    period: PeriodId | None = None
    subject: SubjectId | None = None


async def show_progress(work: Work, wanted: ShowProgress) -> Progress:
    """Give marks with means by subject, those without marks last (DIA-4) [000 §14].

    Raises Forbidden, also for a subject in which the child has neither lessons nor marks.
    """
    opened, frame = await _framed(work, wanted.child, wanted.period)
    span = neighbours(frame.periods, wanted.period, opened.today)
    if span is None:
        return Progress(opened.child, opened.today, None)
    since = fresh_since(frame.visit, work.now)
    found = await work.run(progress.marks, opened.child, span.period.starts_on, span.period.ends_on, since)
    running = span.period.starts_on <= opened.today <= span.period.ends_on
    finals = {SubjectId(key): value for (period, key), value in frame.finals.items() if period == span.period.id}
    subjects = tuple(
        replace(each, final=finals.get(each.subject.id))
        for each in _by_subject(found, frame.subjects if running else ())
    )
    if wanted.subject is not None:
        subjects = tuple(each for each in subjects if each.subject.id == wanted.subject)
        if not subjects:
            subjects = (SubjectProgress(_named(frame, wanted.subject)),)
    return Progress(opened.child, opened.today, span, subjects, is_new_visit(frame.visit, work.now))


async def _framed(work: Work, child: PersonId, period: PeriodId | None = None) -> tuple[Opened, Frame]:
    opened = await open_diary(work, child)
    return opened, await work.run(progress.frame, opened.child, opened.today, work.actor.account, period)


def _named(frame: Frame, subject: SubjectId) -> SubjectName:
    for known in frame.subjects:
        if known.id == subject:
            return known
    raise Forbidden(Action.DIARY_READ)


def _by_subject(
    found: Iterable[tuple[SubjectName, GivenMark]], taught: Iterable[SubjectName]
) -> tuple[SubjectProgress, ...]:
    marks: dict[SubjectName, list[GivenMark]] = defaultdict(list)
    for subject, mark in found:
        marks[subject].append(mark)
    for subject in taught:
        marks.setdefault(subject, [])
    ranked = sorted(marks, key=lambda subject: (not marks[subject], subject.name))
    return tuple(_progress(subject, marks[subject]) for subject in ranked)


def _progress(subject: SubjectName, marks: list[GivenMark]) -> SubjectProgress:
    means = mean((mark.value.points, mark.weight) for mark in marks if mark.value.points is not None)
    return SubjectProgress(subject, tuple(marks), means.mean, means.weighted)


def fresh_since(visit: Visit | None, now: datetime) -> datetime:
    """Give the instant after which marks are new to the reader: the visit before the one going on."""
    if visit is None:
        return now - FIRST_VISIT
    return visit.at if is_new_visit(visit, now) else visit.since


def is_new_visit(visit: Visit | None, now: datetime) -> bool:
    """Tell whether looking now begins another visit."""
    return visit is None or now - visit.at >= VISIT


@dataclass(frozen=True, slots=True)
class NoteVisit:
    """The reader has looked at a child's marks."""

    child: PersonId


async def note_visit(work: Work, wanted: NoteVisit) -> None:
    """Remember the look, so that only later marks are new next time (DIA-4). Raises Forbidden."""
    opened, frame = await _framed(work, wanted.child)
    if is_new_visit(frame.visit, work.now):
        visit = Visit(at=work.now, since=fresh_since(frame.visit, work.now))
        key = progress.visit_key(work.actor.account, opened.child)
        await work.run(keyvalue.put, key, progress.draft_of(visit), work.now)


@dataclass(frozen=True, slots=True)
class ShowAbsences:
    """What a child missed in a period (None: the present one)."""

    child: PersonId
    period: PeriodId | None = None


async def show_absences(work: Work, wanted: ShowAbsences) -> Absences:
    """Give missed lessons with reasons, whole days, lateness, totals by subject (DIA-7) [000 §14]. Raises Forbidden."""
    opened, frame = await _framed(work, wanted.child)
    span = neighbours(frame.periods, wanted.period, opened.today)
    if span is None:
        return Absences(opened.child, opened.today, None)
    records, held, notes = await work.run(progress.missed, opened.child, span.period.starts_on, span.period.ends_on)
    by_subject: dict[str, list[Missed]] = defaultdict(list)
    for record in records:
        by_subject[record.subject].append(record)
    return Absences(
        opened.child,
        opened.today,
        span,
        records,
        _totals(records),
        tuple((subject, _totals(missed)) for subject, missed in sorted(by_subject.items())),
        _whole_days(records, held),
        notes,
        opened.permit.capacity.role is Role.GUARDIAN,
    )


def _totals(records: Iterable[Missed]) -> MissedTotals:
    kinds: Counter[Presence] = Counter()
    minutes = 0
    for record in records:
        kinds[record.presence] += 1
        minutes += record.minutes
    return MissedTotals(
        kinds[Presence.ABSENT], kinds[Presence.ILL], kinds[Presence.EXCUSED], kinds[Presence.LATE], minutes
    )


def _whole_days(records: Iterable[Missed], held: dict[date, int]) -> int:
    """Count days on which every lesson that took place was missed."""
    missed = Counter(record.day for record in records if record.presence.missed)
    return sum(count >= held.get(day, 0) > 0 for day, count in missed.items())
