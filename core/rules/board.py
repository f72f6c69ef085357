"""The board of duties (CTL-1): `lesson_duties` over a month of a school, at the price of a look at each lesson.

Lessons of one hour are alike: what their record asks for, since when and until when, is reckoned once for all of them
by the very rule that reminders go by. What is left for each is whether it is done, and whether that was in time.
Whatever makes a lesson unlike the others (a work of long check, a pardon) is reckoned for that lesson alone.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from core.model.board import Cell, Seen
from core.model.duty import Duty, DutyState, LessonRecord, Pardon
from core.model.ids import KlassId, LessonId, PersonId, SchoolId
from core.model.lesson import Lesson, LessonState, Work
from core.model.regulation import Matter
from core.rules.duties import FIRST_GRADE, LessonRows, state_of
from core.rules.duty_frame import pardoned


@dataclass(frozen=True, slots=True)
class BoardRules:
    """What duties are reckoned by at an instant: the rows about lessons' records, the pardons (BEY-9)."""

    rows: LessonRows
    now: datetime
    pardons: Sequence[Pardon] = ()


Works = Mapping[LessonId, Sequence[Work]]

_DONE: Mapping[Matter, Callable[[Seen], datetime | None]] = {
    Matter.ATTENDANCE: attrgetter("attendance_at"),
    Matter.TOPIC: attrgetter("topic_at"),
    Matter.HOMEWORK: attrgetter("homework_at"),
    Matter.MARKS: attrgetter("marks_at"),
}

_Part = tuple[str, datetime, datetime, Callable[[Seen], datetime | None]]
"""Of one thing asked: the rule's id, opened at, due at, and where a lesson says when it was done."""


def tallied(rules: BoardRules, lessons: Iterable[Seen], works: Works) -> Counter[Cell]:
    """Count the duties of lessons by holder, class, rule and state; `works` are those with a day to check them by.

    The same as counting what `duties_of` gives for each lesson.
    """
    found: Counter[Cell] = Counter()
    counts: dict[tuple[PersonId, KlassId, str, DutyState], int] = defaultdict(int)
    alike: dict[tuple[object, ...], list[_Part]] = {}
    now = rules.now
    for seen in lessons:
        if not seen.taught:
            continue
        kind = (seen.starts_at, seen.ends_at, seen.day, seen.classes_end, seen.grade == FIRST_GRADE)
        parts = alike.get(kind)
        if parts is None:
            parts = alike[kind] = _parts(rules, seen)
        if seen.id in works or (rules.pardons and _may_be_pardoned(rules, seen, parts)):
            found.update(_cell(duty) for duty in duties_of(rules, seen, works.get(seen.id, ())))
            continue
        keeper, klass = seen.keeper, seen.klass
        for rule, opened_at, due_at, done in parts:
            done_at = done(seen)
            if done_at is not None or now >= opened_at:
                counts[keeper, klass, rule, state_of(due_at, done_at, now)] += 1
    found.update({Cell(*place): count for place, count in counts.items()})
    return found


def _parts(rules: BoardRules, seen: Seen) -> list[_Part]:
    # What is done is asked of every lesson, whatever the hour: so the template has done it all.
    over = seen.ends_at
    done = seen._replace(attendance_at=over, topic_at=over, homework_at=over, marks_at=over)
    return [(duty.rule.id, duty.opened_at, duty.due_at, _DONE[duty.rule.about]) for duty in _reckoned(rules, done, ())]


def _may_be_pardoned(rules: BoardRules, seen: Seen, parts: Iterable[_Part]) -> bool:
    latest = max((due_at for _, _, due_at, _ in parts), default=seen.ends_at)
    return any(_touches(pardon, seen, latest) for pardon in rules.pardons)


def _touches(pardon: Pardon, seen: Seen, latest: datetime) -> bool:
    named = (pardon.person, pardon.lesson, pardon.klass)
    same = all(each in (None, own) for each, own in zip(named, (seen.keeper, seen.id, seen.klass), strict=True))
    return same and pardon.since <= latest and (pardon.until is None or seen.starts_at < pardon.until)


def duties_of(rules: BoardRules, seen: Seen, works: Sequence[Work]) -> list[Duty]:
    """Give the duties of one lesson, pardons included."""
    duties = _reckoned(rules, seen, works)
    return [pardoned(duty, rules.pardons, rules.now) for duty in duties] if rules.pardons else duties


def _reckoned(rules: BoardRules, seen: Seen, works: Sequence[Work]) -> list[Duty]:
    record = LessonRecord(_lesson(seen), int(seen.taught), tuple(works), seen.classes_end)
    return rules.rows.duties(record, rules.now)


def _lesson(seen: Seen) -> Lesson:
    return Lesson(
        id=seen.id,
        school=SchoolId(0),
        group=seen.group,
        klass=seen.klass,
        grade=seen.grade,
        subject=seen.subject,
        day=seen.day,
        number=seen.number,
        starts_at=seen.starts_at,
        ends_at=seen.ends_at,
        teacher=seen.keeper,
        substitute=None,
        state=LessonState.PLANNED,
        attendance_at=seen.attendance_at,
        topic_at=seen.topic_at,
        homework_at=seen.homework_at,
        marks_at=seen.marks_at,
    )


def _cell(duty: Duty) -> Cell:
    return Cell(duty.holder, duty.subject.klass, duty.rule.id, duty.state)


def counted(duties: Iterable[Duty]) -> Counter[Cell]:
    """Count duties of any kind."""
    return Counter(_cell(duty) for duty in duties)


_WORST_FIRST = (DutyState.OVERDUE, DutyState.OPEN, DutyState.PAUSED, DutyState.DONE_LATE, DutyState.DONE)


def worst_first(duties: Iterable[Duty]) -> list[Duty]:
    """Give overdue duties first, the longest overdue before the others, and what was done last."""
    return sorted(duties, key=lambda duty: (_WORST_FIRST.index(duty.state), duty.due_at, duty.opened_at))
