"""Coming to a group's final marks: who may look, who may set, and the sheet with its proposals (JRN-11, BEY-13)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.model.access import Action, Permit, Relation
from core.model.errors import Forbidden, Refusal
from core.model.events import Event, EventKind
from core.model.final_mark import FinalKind, FinalMark, Proposal, TermKey
from core.model.final_sheet import FinalCard, FinalFacts, FinalLine, FinalSheet, FinalTerm
from core.model.ids import GroupId, PersonId
from core.model.regulation import Regulation
from core.regulation.overlay import effective
from core.rules.access import allowed, require
from core.rules.calendar import local_day
from core.rules.final_marks import names_subject, propose, sum_up
from core.rules.final_windows import last_day, opens_on, rule_of, sets
from core.storage.gateways.final_marks import FinalPlace
from core.storage.queries import final_marks as query
from core.storage.queries.final_marks import Listed, Marked
from core.storage.work import Work

# Grades that end a course of education: year and examination make the mark of the certificate.
CERTIFIED = (9, 11)


@dataclass(frozen=True, slots=True)
class OpenFinals:
    """A group's sheet of one term."""

    group: GroupId
    term: TermKey


@dataclass(frozen=True, slots=True)
class OpenFinal:
    """One student's evidence."""

    group: GroupId
    student: PersonId
    term: TermKey


@dataclass(frozen=True, slots=True)
class FinalVisit:
    """A group's term that somebody was let in to, and as what they act."""

    facts: FinalFacts
    term: FinalTerm
    regulation: Regulation
    permit: Permit

    @property
    def me(self) -> PersonId:
        """Whoever the act is recorded under."""
        return self.permit.capacity.person

    @property
    def key(self) -> TermKey:
        """Which marks these are."""
        return TermKey(self.term.kind, self.term.period)

    def place(self, work: Work) -> FinalPlace:
        """Give where, when and by whom marks of this visit are written."""
        return FinalPlace(self.facts, self.term, work.now, self.me)

    def today(self, work: Work) -> date:
        """Give the school's day on which the person acted."""
        return local_day(work.sent_at, self.facts.rules.zone)

    def fresh(self, mark: FinalMark, at: datetime) -> bool:
        """Tell whether a record is one's own and so new that no family was told of it (NTF-2)."""
        return mark.recorded_by == self.me and at <= mark.recorded_at + self.facts.rules.grace

    def event(self, work: Work, mark: FinalMark) -> Event:
        """Give the event of a mark."""
        return Event(EventKind.PERIOD_MARK, self.facts.school, mark.root, work.now, student=mark.student, actor=self.me)


async def enter_finals(work: Work, group: GroupId, key: TermKey, action: Action) -> FinalVisit:
    """Let the actor in to a group's marks of a term [ACC-3].

    Raises Forbidden where there is no such group or term, where the matrix denies the action, and for a class teacher
    whose text leaves these marks to the subject teacher [003 Г-8; 001 3.2; 002 VIII]; Refusal "grade-one" [004 §1] or
    "final-unassessed" [000 §11; 003 §4.8] where there are no such marks.
    """
    facts = await work.run(query.facts, group)
    if facts is None:
        raise Forbidden(action)
    permit = require(work.actor, action, facts.scope)
    regulation = effective(facts.rules.preset, facts.rules.overrides)
    if action is not Action.JOURNAL_READ and not sets(regulation, key.kind, permit.relation):
        raise Forbidden(action)
    if not facts.assessed:
        raise Refusal("final-unassessed" if facts.unassessed else "grade-one")
    if key.kind is not FinalKind.PERIOD:
        facts = await _with_exam(work, facts)
    term = next((each for each in facts.terms if (each.kind, each.period) == (key.kind, key.period)), None)
    if term is None:
        raise Forbidden(action)
    return FinalVisit(facts, term, regulation, permit)


def action_for(kind: FinalKind) -> Action:
    """Give the action of setting a mark."""
    return Action.EXAM_MARK_SET if kind is FinalKind.EXAM else Action.PERIOD_MARK_SET


async def _with_exam(work: Work, facts: FinalFacts) -> FinalFacts:
    """Add the examination that the calendar has for the subject, and the mark of the course."""
    rules = facts.rules
    held = await work.run(query.exam_days, facts.school, facts.klass, rules.year_start, rules.year_end)
    named = [day for day, name in held if names_subject(name, facts.subject.name)]
    terms = [FinalTerm(FinalKind.EXAM, day, day) for day in named[-1:]]
    if terms or facts.grade in CERTIFIED:
        terms.append(FinalTerm(FinalKind.OVERALL, rules.year_start, rules.year_end))
    return replace(facts, terms=(*facts.terms, *terms))


async def final_sheet(work: Work, command: OpenFinals) -> FinalSheet:
    """Give a group's sheet to whoever may read its journal. Raises as `enter_finals` does."""
    visit = await enter_finals(work, command.group, command.term, Action.JOURNAL_READ)
    sheet, _ = await sheet_of(work, visit)
    return sheet


async def final_card(work: Work, command: OpenFinal) -> FinalCard:
    """Give one student's evidence. Raises as `final_sheet` does, Forbidden for a student who is not of the group."""
    visit = await enter_finals(work, command.group, command.term, Action.JOURNAL_READ)
    sheet, marks = await sheet_of(work, visit)
    return card_of(sheet, command.student, marks)


Evidence = dict[PersonId, list[Marked]]


def card_of(sheet: FinalSheet, student: PersonId, marks: Evidence) -> FinalCard:
    """Give a student's card of a sheet. Raises Forbidden for a student who is not of the group."""
    line = sheet.line(student)
    if line is None:
        raise Forbidden(Action.JOURNAL_READ)
    return FinalCard(sheet, line, tuple(shown for _, shown in marks.get(student, ())))


async def sheet_of(work: Work, visit: FinalVisit) -> tuple[FinalSheet, Evidence]:
    """Give the sheet of a visit with the marks behind it; two statements, whatever the size of the class."""
    facts, term, today = visit.facts, visit.term, visit.today(work)
    on_roll = max(term.starts_on, min(today, term.ends_on))
    listed = await work.run(query.listed, facts.group, on_roll, facts.year)
    marks: Evidence = {}
    if term.kind is FinalKind.PERIOD:
        people = [student for student, _, _ in listed]
        marks = await work.run(query.marks, people, facts.subject.id, term.starts_on, term.ends_on)
    lines = tuple(_line(visit, each, marks) for each in listed)
    rule = rule_of(visit.regulation, term.kind)
    return (
        FinalSheet(
            facts=facts,
            term=term,
            today=today,
            lines=lines,
            due=last_day(visit.regulation, term.kind, term.ends_on),
            clause=rule.clause if rule else "",
            opens=opens_on(visit.regulation, term.kind, term.ends_on),
            sets=_may_set(work, visit),
            own=visit.permit.relation is Relation.OWN_GROUP,
            undoable=len(latest_batch(visit, lines, work.sent_at)),
        ),
        marks,
    )


def _may_set(work: Work, visit: FinalVisit) -> bool:
    permit = allowed(work.actor, action_for(visit.term.kind), visit.facts.scope)
    return permit is not None and sets(visit.regulation, visit.term.kind, permit.relation)


def _line(visit: FinalVisit, listed: Listed, marks: Evidence) -> FinalLine:
    student, name, finals = listed
    known = {(each.kind, each.period): each for each in finals}
    record = known.pop((visit.term.kind, visit.term.period), None)
    return FinalLine(student, name, _proposal(visit, finals, marks.get(student, ())), record, tuple(known.values()))


def _proposal(visit: FinalVisit, finals: Sequence[FinalMark], marks: Sequence[Marked]) -> Proposal:
    rules = visit.facts.rules
    values = {(each.kind, each.period): each.value for each in finals}
    periods = [each for each in visit.facts.terms if each.kind is FinalKind.PERIOD]
    match visit.term.kind:
        case FinalKind.PERIOD:
            return propose([given for given, _ in marks], visit.facts.least, rules.round_up_from)
        case FinalKind.YEAR:
            return sum_up([values.get((each.kind, each.period)) for each in periods], rules.round_up_from)
        case FinalKind.OVERALL:
            kinds = {each.kind for each in visit.facts.terms} & {FinalKind.YEAR, FinalKind.EXAM}
            return sum_up([values.get((kind, None)) for kind in sorted(kinds)], rules.round_up_from)
        case FinalKind.EXAM:
            return Proposal(None)


def latest_batch(visit: FinalVisit, lines: Sequence[FinalLine], at: datetime) -> tuple[FinalMark, ...]:
    """Give the reader's own marks that were recorded last, together, and can still be undone (BEY-13)."""
    fresh = [line.record for line in lines if line.record and line.record.value and visit.fresh(line.record, at)]
    newest = max((mark.recorded_at for mark in fresh), default=None)
    return tuple(mark for mark in fresh if mark.recorded_at == newest)
