"""Coming to a lesson: every use case of the journal begins here, authorises, and asks whether it can be filled."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.model.access import Action, Permit
from core.model.attendance import Presence
from core.model.errors import Forbidden, Refusal
from core.model.events import Event, EventKind
from core.model.ids import LessonId, MarkId, PersonId, WorkId
from core.model.journal import FIRST_GRADE, LessonFacts, Pupil
from core.model.lesson import LessonState
from core.rules.access import require
from core.storage.gateways.marks import Inscription
from core.storage.queries import journal
from core.storage.work import Work
from core.usecases.late_opening import lesson_stays_open

# Teachers begin in the break before the lesson.
EARLY = timedelta(minutes=15)
# Marks are closed student by student: one who is examined again is open while the others are not.
_CLOSED_WITH_PERIOD = frozenset(
    {
        Action.ATTENDANCE_TAKE,
        Action.WORK_DECLARE,
        Action.TOPIC_SET,
        Action.HOMEWORK_SET,
        Action.REMARK_WRITE,
        Action.NOTHING_RECORD,
    }
)


@dataclass(frozen=True, slots=True)
class Visit:
    """A lesson somebody was let in to: its facts, and as what they act."""

    facts: LessonFacts
    permit: Permit

    @property
    def me(self) -> PersonId:
        """Whoever the act is recorded under."""
        return self.permit.capacity.person

    def inscription(self, work: Work) -> Inscription:
        """Give where, when and by whom records of this visit are written."""
        return Inscription(self.facts.lesson.school, self.facts.lesson.id, work.now, self.me)

    def event(self, work: Work, kind: EventKind, subject: int, student: PersonId | None = None) -> Event:
        """Give an event of this lesson."""
        return Event(kind, self.facts.lesson.school, subject, work.now, student=student, actor=self.me)


async def enter(work: Work, lesson: LessonId, action: Action) -> Visit:
    """Let the actor in to a lesson [ACC-3]. Raises Forbidden when there is none, or the matrix denies the action."""
    return await admit(work, await work.run(journal.facts, lesson), action)


async def enter_by_work(work: Work, key: WorkId, action: Action) -> Visit:
    """Let the actor in to the lesson of a work. Raises as `enter` does."""
    return await admit(work, await work.run(journal.facts_of_work, key), action)


async def enter_by_mark(work: Work, mark: MarkId, action: Action) -> Visit:
    """Let the actor in to the lesson of a mark. Raises as `enter` does."""
    return await admit(work, await work.run(journal.facts_of_mark, mark), action)


async def admit(work: Work, facts: LessonFacts | None, action: Action) -> Visit:
    """Authorise an action on a lesson that was read. Raises Forbidden also for one that is not there, Refusal
    "period-closed" for writing into a period that is closed for the teacher [003 Д.2-1].
    """
    if facts is None:
        raise Forbidden(action)
    visit = Visit(facts, require(work.actor, action, facts.scope))
    if action in _CLOSED_WITH_PERIOD:
        await lesson_stays_open(work, facts)
    return visit


def takes_place(facts: LessonFacts) -> None:
    """Refuse what is written into a cancelled lesson. Raises Refusal "lesson-cancelled"."""
    if facts.lesson.state is LessonState.CANCELLED:
        raise Refusal("lesson-cancelled")


def has_begun(facts: LessonFacts, at: datetime) -> None:
    """Refuse what only a lesson that was given can have. Raises Refusal "lesson-cancelled" or "lesson-ahead"."""
    takes_place(facts)
    if at < facts.lesson.starts_at - EARLY:
        raise Refusal("lesson-ahead")


def has_marks(facts: LessonFacts) -> None:
    """Grade 1 has neither marks nor homework [004 §1; DIA-13]. Raises Refusal "grade-one"."""
    if facts.lesson.grade == FIRST_GRADE:
        raise Refusal("grade-one")


def seated(pupils: tuple[Pupil, ...], student: PersonId, action: Action) -> Pupil:
    """Give a student of the lesson. Raises Forbidden for one of another class or group, or of another time."""
    found = next((pupil for pupil in pupils if pupil.id == student), None)
    if found is None:
        raise Forbidden(action)
    return found


def presence_text(presence: Presence, minutes: int) -> str:
    """Give the canonical text of a presence for audit."""
    return f"{presence.value}:{minutes}" if presence is Presence.LATE else presence.value
