"""A mark that the family takes for wrong: until when they say so, when the answer is due, what may follow (DIA-11)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from core.model.appeal import NEXT_STATES, Appeal, AppealState, Official
from core.model.errors import Refusal, Stale
from core.model.ids import PersonId
from core.model.people import Role
from core.model.regulation import Matter, Regulation
from core.model.term import TermKind
from core.rules.calendar import day_end, local_day

# The texts that name no term of their own get that of the one which does [003 Е-1]; DIA-11 asks for it everywhere.
USUAL_DAYS = 3
# No text says by when a teacher answers: as long as the family had to ask.
ANSWER_DAYS = USUAL_DAYS


@dataclass(frozen=True, slots=True)
class AppealTerm:
    """The last day on which a mark may be called wrong, local; `clause` is empty where it is the school's own rule."""

    last_day: date
    clause: str

    def is_over(self, at: datetime, zone: tzinfo) -> bool:
        """Tell whether the term has passed: the last day counts to its end (REG-7)."""
        return at >= day_end(self.last_day, zone)


def appeal_term(regulation: Regulation, noticed_at: datetime, zone: tzinfo) -> AppealTerm:
    """Give the term of an appeal against a mark that was noticed at an instant [003 Е-1].

    The day of noticing is not counted (REG-7); by default that is the day on which the push arrived, or the record's.
    """
    rows = (row for row in regulation.rows if row.about is Matter.MISTAKEN_MARK)
    row = next((row for row in rows if row.due.kind is TermKind.DAYS_AFTER_EVENT), None)
    days, clause = (row.due.days, row.clause) if row else (USUAL_DAYS, "")
    return AppealTerm(local_day(noticed_at, zone) + timedelta(days=days), clause)


def answer_due(filed_at: datetime, zone: tzinfo) -> datetime:
    """Give the instant until which the teacher is to answer: the end of the third calendar day after filing."""
    return day_end(local_day(filed_at, zone) + timedelta(days=ANSWER_DAYS), zone)


def may_become(appeal: Appeal, state: AppealState) -> None:
    """Let an appeal go on to another state. Raises Refusal "appeal-answered" for an ended one, Stale for another."""
    if appeal.state.ended:
        raise Refusal("appeal-answered")
    if state not in NEXT_STATES[appeal.state]:
        raise Stale


def may_file(term: AppealTerm, zone: tzinfo, sent_at: datetime, known: Appeal | None, recorded_at: datetime) -> None:
    """Let a family call a mark wrong, judged by when they sent it. `known` is the newest appeal against the mark.

    Raises Refusal "appeal-open" while one waits, "appeal-explained" when the same record was explained already,
    "appeal-late" (`until`, `clause`) after the term.
    """
    if known is not None and not known.state.ended:
        raise Refusal("appeal-open")
    if known is not None and known.answered_at is not None and recorded_at <= known.answered_at:
        raise Refusal("appeal-explained" if known.state is AppealState.EXPLAINED else "appeal-corrected")
    if term.is_over(sent_at, zone):
        raise Refusal("appeal-late", until=term.last_day, clause=term.clause)


def has_deputy(officials: Iterable[Official], grade: int) -> bool:
    """Tell whether somebody who has come in looks after a grade [001 §5]; if not, any deputy of the school decides."""
    return any(each.entered and each.role is Role.DEPUTY and grade in each.grades for each in officials)


def who_hears(officials: Sequence[Official], grade: int) -> tuple[PersonId, ...]:
    """Give who hears of a question that its teacher passed on or left: never nobody while the school has an office.

    The deputies of the grade, else all deputies, else the head, else the administrators; those who have come in first.
    """
    rungs = [rung for rung in _rungs(officials, grade) if rung]
    entered = ([each.person for each in rung if each.entered] for rung in rungs)
    reached = next((some for some in entered if some), None)
    return tuple(dict.fromkeys(reached or [each.person for each in (rungs[0] if rungs else ())]))


def _rungs(officials: Sequence[Official], grade: int) -> Iterator[list[Official]]:
    yield [each for each in officials if each.role is Role.DEPUTY and grade in each.grades]
    for role in (Role.DEPUTY, Role.HEAD, Role.ADMINISTRATOR):
        yield [each for each in officials if each.role is role]
