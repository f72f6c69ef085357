"""Places that are closed, and the deputy's recorded permission that opens exactly one of them (JRN-10, JRN-11).

Every path to a mark ends here: a tap, a typed list, an undo, a retake.
"""

from datetime import date

from core.model.errors import Refusal
from core.model.final_mark import TermKey
from core.model.ids import GroupId, PersonId
from core.model.journal import LessonFacts, Pupil
from core.regulation.overlay import effective
from core.rules.final_windows import closes_journal, lesson_closed, marks_settled
from core.storage.gateways import late as gateway
from core.storage.queries import late as query
from core.storage.work import Work

# What the deputy may let through: anything else is no matter of time.
OPENABLE = frozenset(
    {"window-closed", "correction-forbidden", "backdating-forbidden", "period-settled", "period-closed"}
)
OPENABLE_FINAL = frozenset({"final-late", "final-forbidden", "final-closed"})


async def lesson_stays_open(work: Work, facts: LessonFacts) -> None:
    """Refuse to change a lesson's record in a period that the text closes with its marks [003 Д.2-1].

    Raises Refusal "period-closed" (`day`, `clause`, `lesson`), unless the deputy opened the lesson.
    """
    regulation = effective(facts.rules.preset, facts.rules.overrides)
    if not lesson_closed(regulation, facts.closed_after, facts.local_day(work.sent_at)):
        return
    refusal = Refusal("period-closed", day=facts.lesson.day, clause=closes_journal(regulation) or "")
    await opened_by_deputy(work, facts, None, refusal)


def marks_stay_open(work: Work, facts: LessonFacts, pupil: Pupil) -> None:
    """Refuse to write marks below a period mark that stands (JRN-11) [003 Д.2-1].

    Raises Refusal "period-settled" (`student`, `clause`): that mark is taken back first, or the deputy permits.
    """
    regulation = effective(facts.rules.preset, facts.rules.overrides)
    closed = lesson_closed(regulation, facts.closed_after, facts.local_day(work.sent_at))
    if marks_settled(pupil.settled_at, facts.lesson.starts_at, closed=closed):
        raise Refusal("period-settled", student=pupil.name.short, clause=closes_journal(regulation) or "")


async def opened_by_deputy(work: Work, facts: LessonFacts, student: PersonId | None, refusal: Refusal) -> None:
    """Let a refused record through where the deputy permitted it, and note that it was used; else refuse.

    The refusal then carries `ask_lesson` and `ask_student`, by which the deputy can be asked.
    """
    if refusal.code not in OPENABLE:
        raise refusal
    today: date = facts.local_day(work.sent_at)
    permission = await work.run(query.opening_lesson, facts.lesson, student, today)
    if permission is None:
        asked = {"ask_lesson": facts.lesson.id, "ask_student": student or 0}
        raise Refusal(refusal.code, **(refusal.values | asked)) from refusal
    # What opens the whole lesson also opens screens that only read; it isn't spent by use.
    if student is not None:
        await work.run(gateway.use, [permission], work.sent_at)


async def final_opened_by_deputy(
    work: Work, group: GroupId, term: TermKey, student: PersonId, today: date, refusal: Refusal
) -> None:
    """Let a refused final mark through where the deputy permitted it; else refuse, with what can be asked for."""
    if refusal.code not in OPENABLE_FINAL:
        raise refusal
    permission = await work.run(query.opening_final, group, term, student, today)
    if permission is None:
        asked = {"ask_group": group, "ask_period": term.period or 0, "ask_kind": term.kind}
        raise Refusal(refusal.code, **(refusal.values | asked)) from refusal
    await work.run(gateway.use, [permission], work.sent_at)
