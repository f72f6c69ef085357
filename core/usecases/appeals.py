"""A mark that the family takes for wrong: said, answered by a correction or in words, taken to the deputy (DIA-11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.model.access import Action, Permit, Subject
from core.model.appeal import (
    WORDS_LIMIT,
    Appeal,
    AppealCase,
    AppealReason,
    AppealSide,
    AppealState,
    AppealView,
    MarkCard,
    Official,
)
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.events import Event, EventKind
from core.model.ids import AppealId, MarkId, PersonId, SchoolId
from core.model.journal import LessonFacts
from core.regulation.overlay import effective
from core.rules.access import allowed, require
from core.rules.appeals import (
    ANSWER_DAYS,
    AppealTerm,
    answer_due,
    appeal_term,
    has_deputy,
    may_become,
    may_file,
    who_hears,
)
from core.rules.consent import text_hash
from core.rules.receipts import proof_code
from core.rules.texts import clean_text
from core.rules.windows import mark_window
from core.storage.gateways import appeals as gateway
from core.storage.queries import appeals as query
from core.storage.queries import journal, trail
from core.storage.queries.appeals import StandingMark
from core.storage.work import Work
from core.usecases.children import Opened, open_diary
from core.usecases.reaching import NOWHERE, reach_school


@dataclass(frozen=True, slots=True)
class OpenMarkCard:
    """A mark of a child, named by the root of its chain."""

    child: PersonId
    mark: MarkId


async def mark_card(work: Work, command: OpenMarkCard) -> MarkCard:
    """Give a mark with what may be done if it is wrong. Raises Forbidden, also for a mark of another child."""
    opened = await open_diary(work, command.child)
    standing, facts = await _standing(work, opened, command.mark)
    known = await work.run(query.newest_against, command.mark)
    term = _term(standing, facts)
    may = allowed(work.actor, Action.APPEAL_FILE, opened.child.subject(opened.today)) is not None
    entry = await work.run(trail.newest_of_mark, command.mark)
    return MarkCard(
        child=opened.child,
        today=opened.today,
        mark=standing.mark,
        lesson=facts,
        written_at=standing.recorded_at,
        until=term.last_day,
        clause=term.clause,
        may_file=may,
        refused=_refused(work, term, standing, facts, known) if may else "",
        appeal=known,
        code=proof_code(entry.seq, entry.hash) if entry else "",
    )


async def _standing(work: Work, opened: Opened, mark: MarkId) -> tuple[StandingMark, LessonFacts]:
    standing = await work.run(query.standing_mark, mark, work.actor.account)
    facts = await work.run(journal.facts, standing.mark.lesson) if standing else None
    if standing is None or facts is None or standing.student != opened.child.id:
        raise Forbidden(opened.permit.action)
    return standing, facts


def _term(standing: StandingMark, facts: LessonFacts) -> AppealTerm:
    noticed = max(standing.recorded_at, standing.told_at or standing.recorded_at)
    return appeal_term(effective(facts.rules.preset, facts.rules.overrides), noticed, facts.rules.zone)


def _refused(work: Work, term: AppealTerm, standing: StandingMark, facts: LessonFacts, known: Appeal | None) -> str:
    try:
        may_file(term, facts.rules.zone, work.sent_at, known, standing.recorded_at)
    except Refusal as refusal:
        return refusal.code
    return ""


@dataclass(frozen=True, slots=True)
class FileAppeal:
    """A family says that a mark is wrong, by a reason or in words."""

    child: PersonId
    mark: MarkId
    reason: AppealReason
    words: str = ""


async def file_appeal(work: Work, command: FileAppeal) -> AppealCase:
    """Keep the appeal and tell the teacher who gave the lesson [003 Е-1].

    Raises Forbidden, Refusal "appeal-late" after the term, "appeal-open" while one waits, "appeal-explained" and
    "appeal-corrected" for a record that was answered already, "text-…".
    """
    opened = await open_diary(work, command.child, Action.APPEAL_FILE)
    standing, facts = await _standing(work, opened, command.mark)
    known = await work.run(query.newest_against, command.mark)
    may_file(_term(standing, facts), facts.rules.zone, work.sent_at, known, standing.recorded_at)
    appeal = _new(work, command, opened.permit, standing, facts)
    key = await work.run(gateway.file, appeal)
    case = await _case(work, key)
    await work.audit(opened.permit, _entry(AuditKind.APPEAL_FILED, case, after=appeal.state, words=appeal.words))
    await work.tell(_to(work, case, facts.lesson.keeper, opened.permit))
    return case


def _new(work: Work, command: FileAppeal, permit: Permit, standing: StandingMark, facts: LessonFacts) -> Appeal:
    return Appeal(
        id=AppealId(0),
        school=facts.lesson.school,
        mark=command.mark,
        lesson=facts.lesson.id,
        student=command.child,
        filed_by=permit.capacity.person,
        filed_at=work.now,
        due_at=answer_due(work.now, facts.rules.zone),
        value=standing.mark.value,
        reason=command.reason,
        words=clean_text(command.words, WORDS_LIMIT) if command.words else "",
        state=AppealState.OPEN,
    )


async def _case(work: Work, key: AppealId) -> AppealCase:
    case = await work.run(query.case, key)
    if case is None:
        reach_school(work, NOWHERE, Action.APPEAL_ANSWER)
        raise Forbidden(Action.APPEAL_ANSWER)
    return case


def _entry(kind: AuditKind, case: AppealCase, after: AppealState, words: str = "") -> AuditEntry:
    """The trail keeps the fingerprint of what was said, not the words."""
    appeal = case.appeal
    return AuditEntry(
        kind,
        appeal.id,
        before=None if kind is AuditKind.APPEAL_FILED else appeal.state,
        after=after,
        reason=appeal.reason if kind is AuditKind.APPEAL_FILED else None,
        lesson=appeal.lesson,
        student=appeal.student,
        extra={"mark": appeal.mark, "words": text_hash(words) if words else None},
    )


def _to(work: Work, case: AppealCase, person: PersonId, permit: Permit) -> Event:
    """What is told of an appeal is told to one person; the letter says what it says to that side."""
    appeal, actor = case.appeal, permit.capacity.person or None
    student = appeal.student if person == appeal.filed_by else None
    return Event(EventKind.APPEAL, appeal.school, appeal.id, work.now, student, person=person, actor=actor)


@dataclass(frozen=True, slots=True)
class OpenAppeal:
    """Which appeal."""

    appeal: AppealId


async def open_appeal(work: Work, command: OpenAppeal) -> AppealView:
    """Give an appeal to its family, its teacher or the deputy. Raises Forbidden."""
    case = await _case(work, command.appeal)
    if allowed(work.actor, Action.APPEAL_ANSWER, case.facts.scope) is not None:
        return _view(work, case, AppealSide.TEACHER)
    if await _decider(work, case) is not None:
        return _view(work, case, AppealSide.DEPUTY)
    await open_diary(work, case.appeal.student, Action.APPEAL_FILE)
    return _view(work, case, AppealSide.FAMILY)


async def _decider(work: Work, case: AppealCase) -> Permit | None:
    """Give the permit to decide. A grade that no deputy looks after is every deputy's [001 §5]."""
    permit = allowed(work.actor, Action.APPEAL_DECIDE, case.facts.scope)
    elsewhere = Subject(school=case.appeal.school)
    if permit is not None or allowed(work.actor, Action.APPEAL_DECIDE, elsewhere) is None:
        return permit
    if has_deputy(await _officials(work, case), case.facts.lesson.grade):
        return None
    return require(work.actor, Action.APPEAL_DECIDE, elsewhere)


async def _officials(work: Work, case: AppealCase) -> list[Official]:
    return await work.run(query.officials, case.appeal.school, case.facts.local_day(work.now))


def _view(work: Work, case: AppealCase, side: AppealSide) -> AppealView:
    return AppealView(case, side, is_corrigible(case, work.sent_at), case.facts.local_day(work.now))


def is_corrigible(case: AppealCase, at: datetime) -> bool:
    """Tell whether the mark may be changed at an instant: within its window, or by the deputy's leave."""
    rules = case.facts.rules
    window = mark_window(rules.edit_window, case.facts.lesson.day, rules.year_end, rules.zone)
    return case.appeal.state is AppealState.PERMITTED or window.is_open(at)


@dataclass(frozen=True, slots=True)
class ExplainMark:
    """Why the mark stands as it is."""

    appeal: AppealId
    words: str


async def explain_mark(work: Work, command: ExplainMark) -> AppealCase:
    """End an appeal with an explanation of the teacher, or of the deputy; the family reads it.

    Raises Forbidden, Refusal "appeal-answered", "text-…".
    """
    case = await _case(work, command.appeal)
    permit = allowed(work.actor, Action.APPEAL_ANSWER, case.facts.scope)
    permit = permit or await _decider(work, case) or require(work.actor, Action.APPEAL_DECIDE, case.facts.scope)
    may_become(case.appeal, AppealState.EXPLAINED)
    words = clean_text(command.words, WORDS_LIMIT)
    by = permit.capacity.person
    await work.run(gateway.answer, case.appeal, AppealState.EXPLAINED, words, work.now, by)
    await work.audit(permit, _entry(AuditKind.APPEAL_EXPLAINED, case, AppealState.EXPLAINED, words))
    told = [case.appeal.filed_by, *([case.facts.lesson.keeper] if permit.action is Action.APPEAL_DECIDE else [])]
    await work.tell(*(_to(work, case, person, permit) for person in told))
    return case


@dataclass(frozen=True, slots=True)
class ForwardAppeal:
    """The teacher asks the deputy to decide: the window is closed, or the mark is not the teacher's alone."""

    appeal: AppealId


async def forward_appeal(work: Work, command: ForwardAppeal) -> AppealCase:
    """Take an appeal to the deputies of the grade, or whoever stands in for them (JRN-10).

    Raises Forbidden, Refusal "appeal-answered", Stale.
    """
    case = await _case(work, command.appeal)
    permit = require(work.actor, Action.APPEAL_ANSWER, case.facts.scope)
    may_become(case.appeal, AppealState.FORWARDED)
    await work.run(gateway.move, case.appeal, AppealState.FORWARDED)
    await work.audit(permit, _entry(AuditKind.APPEAL_FORWARDED, case, AppealState.FORWARDED))
    await _tell_office(work, case, permit)
    return case


async def _tell_office(work: Work, case: AppealCase, permit: Permit) -> None:
    lesson = case.facts.lesson
    people = who_hears(await _officials(work, case), lesson.grade)
    await work.tell(*(_to(work, case, person, permit) for person in people))


@dataclass(frozen=True, slots=True)
class PermitCorrection:
    """The deputy lets the teacher change the mark although its window is closed."""

    appeal: AppealId


async def permit_correction(work: Work, command: PermitCorrection) -> AppealCase:
    """Record the deputy's leave for this lesson and student; the teacher hears of it (JRN-10) [002 §4а-2].

    It lasts as long as an answer may take. Raises Forbidden, Refusal "appeal-answered", Stale.
    """
    case = await _case(work, command.appeal)
    permit = await _decider(work, case) or require(work.actor, Action.APPEAL_DECIDE, case.facts.scope)
    may_become(case.appeal, AppealState.PERMITTED)
    until = case.facts.local_day(work.now) + timedelta(days=ANSWER_DAYS)
    await work.run(gateway.move, case.appeal, AppealState.PERMITTED)
    await work.run(gateway.permit, case, work.now, permit.capacity.person, until)
    await work.audit(permit, _entry(AuditKind.APPEAL_PERMITTED, case, AppealState.PERMITTED))
    await work.tell(_to(work, case, case.facts.lesson.keeper, permit))
    return case


@dataclass(frozen=True, slots=True)
class ListAppeals:
    """Which school's open appeals."""

    school: SchoolId


async def list_appeals(work: Work, command: ListAppeals) -> tuple[AppealCase, ...]:
    """Give a deputy the appeals that wait, of the own grades and those without a deputy, the most urgent first.

    Raises Forbidden.
    """
    reach_school(work, command.school, Action.APPEAL_DECIDE)
    found = await work.run(query.open_of_school, command.school)
    officials = await _officials(work, found[0]) if found else []
    return tuple(case for case in found if _is_ours(work, case, officials))


def _is_ours(work: Work, case: AppealCase, officials: Sequence[Official]) -> bool:
    orphaned = not has_deputy(officials, case.facts.lesson.grade)
    return orphaned or allowed(work.actor, Action.APPEAL_DECIDE, case.facts.scope) is not None
