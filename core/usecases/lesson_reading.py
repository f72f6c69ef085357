"""What a teacher looks at: the day, the open records, a lesson's card (JRN-1)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from core.model.access import Action, Capacity, Subject
from core.model.errors import Stranger
from core.model.ids import LessonId, PersonId
from core.model.journal import FIRST_GRADE, LessonCard, TeacherDay
from core.model.people import Role
from core.rules.access import allowed, require
from core.storage.queries import lesson_card as cards
from core.storage.queries import teacher_day
from core.storage.work import Work
from core.usecases.duties import LessonDuties, MyDuties, my_duties
from core.usecases.journal import enter

TEACHING = (Role.TEACHER, Role.PSYCHOLOGIST)


@dataclass(frozen=True, slots=True)
class MyDay:
    """Which day; None is the school's today."""

    day: date | None = None


@dataclass(frozen=True, slots=True)
class OpenLesson:
    """Which lesson."""

    lesson: LessonId


@dataclass(frozen=True, slots=True)
class CardView:
    """A lesson's card; `fills`: the reader keeps this record and may change it. `today` is the school's.

    `watches`: the reader may see how the group's marks stand before the period's end; `to_come`: it is not over yet;
    `tells`: the reader sees who of the group needs help, and tells others of it.
    """

    card: LessonCard
    fills: bool
    today: date
    watches: bool = False
    to_come: bool = False
    tells: bool = False


async def my_day(work: Work, command: MyDay) -> TeacherDay:
    """Give the actor's own lessons of a day, substitutions included, and what earlier days left open.

    Raises Stranger or ConsentNeeded for those who may see nothing, Stranger "no-lessons" for those who do not teach.
    """
    held = _teaching(work)
    people = sorted({capacity.person for capacity in held})
    zone, since = await work.run(teacher_day.school_days, held[0].school)
    today = work.now.astimezone(zone).date()
    day = command.day or today
    midnight = datetime.combine(today, time(), zone)
    schools = sorted({capacity.school for capacity in held})
    asked = teacher_day.AskedDay(people, day, schools, since, midnight)
    lessons, overdue = await work.run(teacher_day.day_and_open, asked)
    return TeacherDay(day, today, zone, lessons, overdue, frozenset(people))


@dataclass(frozen=True, slots=True)
class MyDebts:
    """Whatever the actor owes."""


async def my_debts(work: Work, command: MyDebts) -> tuple[LessonDuties, ...]:
    """Give what the actor still owes in all schools, the oldest lesson first (JRN-1). Raises as `my_day` does."""
    found: list[LessonDuties] = []
    for school, person in sorted({(capacity.school, capacity.person) for capacity in _teaching(work)}):
        found.extend(await my_duties(work, MyDuties(school, person)))
    return tuple(sorted(found, key=lambda each: each.facts.lesson.starts_at))


def _teaching(work: Work) -> list[Capacity]:
    held = [capacity for capacity in work.actor.capacities if capacity.role in TEACHING]
    held.sort(key=lambda capacity: capacity.person != work.actor.focus)
    subject = next(iter(held), None)
    if subject is None:
        raise Stranger("no-lessons")
    _require_own(work, subject)
    return held


def _require_own(work: Work, capacity: Capacity) -> None:
    # Whoever has not consented sees nothing, whatever the lessons are [ACC-4].
    require(work.actor, Action.DUTY_BOARD_READ, Subject(school=capacity.school, person=capacity.person))


async def lesson_card(work: Work, command: OpenLesson) -> CardView:
    """Give a lesson's record to who may read it; comments on students only to the keeper and readers of the diary.

    Raises Forbidden.
    """
    visit = await enter(work, command.lesson, Action.LESSON_READ)
    card = await work.run(cards.card, visit.facts)
    fills = allowed(work.actor, Action.MARK_SET, visit.facts.scope) is not None
    shown = card if fills else _discreet(work, card)
    lesson = visit.facts.lesson
    watches = lesson.grade != FIRST_GRADE and allowed(work.actor, Action.FORECAST_READ, visit.facts.scope) is not None
    tells = allowed(work.actor, Action.SIGNAL_TELL, visit.facts.scope) is not None
    return CardView(shown, fills, visit.facts.local_day(work.now), watches, work.now < lesson.ends_at, tells)


def _discreet(work: Work, card: LessonCard) -> LessonCard:
    """Leave out comments on students whose diary the reader may not open (JRN-7)."""

    def readable(student: PersonId) -> bool:
        return allowed(work.actor, Action.DIARY_READ, replace(card.facts.scope, student=student)) is not None

    return replace(card, remarks=tuple(note for note in card.remarks if readable(note.student)))
