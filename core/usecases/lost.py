"""An access that was in other hands: since when, what was done under it, what of it stands (ACC-5) [003 §5.3, §5.4]."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.entry import Standing
from core.model.errors import Forbidden, Refusal, Stale
from core.model.ids import LostReportId, PersonId, SchoolId
from core.model.people import PersonName
from core.model.scrutiny import LessonName, LostCase, LostReport, Operation, ReviewState
from core.rules.access import require
from core.rules.calendar import at_local
from core.storage.gateways import anchors
from core.storage.gateways import lost as gateway
from core.storage.queries import entry, trail
from core.storage.queries import lost as query
from core.storage.queries.lost import Listed
from core.storage.queries.trail import TrailEntry
from core.storage.work import Work
from core.usecases.access import cut_bindings
from core.usecases.lost_telling import keep_report
from core.usecases.reaching import NOWHERE, reach_person, reach_school
from core.usecases.reversal import Reversal, is_reversible, record_part, reverse, with_later

# What somebody does with an access of their own is none of the journal's operations.
_OWN = frozenset(
    {
        AuditKind.ENTERED,
        AuditKind.CONSENT_GIVEN,
        AuditKind.CONSENT_WITHDRAWN,
        AuditKind.ACCESS_CUT,
        AuditKind.ACCESS_LOST,
        AuditKind.PREFERENCE_CHOSEN,
    }
)


@dataclass(frozen=True, slots=True)
class ReportLost:
    """The access of somebody of one's class or school may be in other hands."""

    person: PersonId


async def report_lost(work: Work, command: ReportLost) -> Standing:
    """Cut every access of the person at once and tell the administrators (ACC-5). Raises Forbidden."""
    who, permit = await reach_person(work, command.person, Action.ACCESS_REPORT_LOST)
    bound = await work.run(entry.bindings_of, people=(command.person,))
    await cut_bindings(work, permit, bound, reason="reported lost")
    await keep_report(work, permit, who.school, command.person)
    return who


@dataclass(frozen=True, slots=True)
class AskReportLost:
    """Whose access is about to be reported."""

    person: PersonId


async def ask_report_lost(work: Work, command: AskReportLost) -> Standing:
    """Give the person whose access may be reported. Raises Forbidden."""
    who, _ = await reach_person(work, command.person, Action.ACCESS_REPORT_LOST)
    return who


@dataclass(frozen=True, slots=True)
class ListLost:
    """Which school's open reports."""

    school: SchoolId


async def list_lost(work: Work, command: ListLost) -> tuple[LostReport, ...]:
    """Give the reports that are not closed, the newest first. Raises Forbidden."""
    reach_school(work, command.school, Action.OPERATIONS_REVIEW)
    return tuple(await work.run(query.open_reports, command.school))


@dataclass(frozen=True, slots=True)
class OpenLost:
    """Which report."""

    report: LostReportId


async def open_lost(work: Work, command: OpenLost) -> LostCase:
    """Give a report with the operations on its list. Raises Forbidden."""
    report, _ = await _report(work, command.report)
    return await _case(work, report)


async def _report(work: Work, key: LostReportId) -> tuple[LostReport, Permit]:
    report = await work.run(query.report, key)
    if report is None:
        require(work.actor, Action.OPERATIONS_REVIEW, Subject(school=NOWHERE))
        raise Forbidden(Action.OPERATIONS_REVIEW)
    return report, reach_school(work, report.school, Action.OPERATIONS_REVIEW)


async def _case(work: Work, report: LostReport) -> LostCase:
    listed = await work.run(query.listed, report.id)
    entries = {each.seq: each for each in await work.run(trail.some, report.school, [each.seq for each in listed])}
    lessons = await work.run(trail.lessons, {each.lesson for each in entries.values() if each.lesson})
    names = await work.run(trail.names, {each.student for each in entries.values() if each.student})
    pending = [entries[each.seq] for each in listed if each.state is ReviewState.PENDING]
    operations = [_operation(each, entries[each.seq], pending, lessons, names) for each in listed]
    today = work.now.astimezone(report.zone).date()
    return LostCase(report, today, tuple(operations))


def _operation(
    each: Listed,
    made: TrailEntry,
    pending: Sequence[TrailEntry],
    lessons: Mapping[int, LessonName],
    names: Mapping[PersonId, PersonName],
) -> Operation:
    return Operation(
        id=each.id,
        seq=each.seq,
        kind=made.kind,
        at=made.at,
        invalid=each.invalid,
        state=each.state,
        reversible=is_reversible(made),
        lesson=lessons.get(made.lesson) if made.lesson else None,
        student=names.get(made.student) if made.student else None,
        before=made.before,
        after=made.after,
        part=record_part(made),
        later=len(with_later(made, pending)) - 1,
    )


@dataclass(frozen=True, slots=True)
class NameSince:
    """From which day on the access may have been in other hands; None: only from the report on."""

    report: LostReportId
    day: date | None = None


async def name_since(work: Work, command: NameSince) -> LostCase:
    """Note the moment and list what was done since: after the report as invalid, before it to be looked at.

    What the person does after coming in anew is theirs again. Raises Forbidden, Refusal "lost-since-ahead".
    """
    report, permit = await _report(work, command.report)
    since = report.reported_at
    if command.day is not None:
        since = at_local(command.day, time.min, report.zone)
    if since > work.now:
        raise Refusal("lost-since-ahead")
    since = min(since, report.reported_at)
    found = await _done_since(work, report, since)
    await work.run(gateway.name_since, report.id, since, permit.capacity.person)
    listed = [(each.seq, each.at > report.reported_at) for each in found]
    await work.run(gateway.list_operations, report.id, listed)
    if not await work.run(query.listed, report.id):
        await work.run(gateway.close, report.id, work.now)
    extra: dict[str, str | int | None] = {"since": since.isoformat(), "operations": len(found)}
    await work.audit(permit, AuditEntry(AuditKind.OPERATIONS_LISTED, report.id, extra=extra))
    renewed, _ = await _report(work, report.id)
    return await _case(work, renewed)


async def _done_since(work: Work, report: LostReport, since: datetime) -> list[TrailEntry]:
    before = await work.run(anchors.before, report.school, since.astimezone(report.zone).date())
    until = await work.run(query.returned_at, report.person, report.reported_at)
    found = await work.run(trail.since, report.school, before, since, [report.person])
    return [each for each in found if each.kind not in _OWN and (until is None or each.at < until)]


@dataclass(frozen=True, slots=True)
class Decide:
    """What becomes of one operation (its place on the list), or of all that are undecided where none is named."""

    report: LostReportId
    reverse: bool
    operation: int | None = None


async def decide(work: Work, command: Decide) -> LostCase:
    """Keep operations as they are, or bring back what stood before; families hear of it as of a correction.

    Of all, those that no tap can take back stay undecided when the others are reversed. What lies on top of a reversed
    one under the same access goes with it. Raises Forbidden, Stale for an operation that was decided already.
    """
    report, permit = await _report(work, command.report)
    pending = [each for each in await work.run(query.listed, report.id) if each.state is ReviewState.PENDING]
    entries = await work.run(trail.some, report.school, [each.seq for each in pending])
    chosen = _chosen(pending, entries, command)
    if command.reverse:
        await _reverse(work, permit, report, chosen)
    else:
        await _keep(work, permit, report, chosen)
    renewed, _ = await _report(work, report.id)
    return await _case(work, renewed)


def _chosen(pending: Sequence[Listed], entries: Sequence[TrailEntry], command: Decide) -> list[TrailEntry]:
    if command.operation is None:
        chosen = [each for each in entries if is_reversible(each) or not command.reverse]
        return sorted(chosen, key=lambda each: -each.seq)
    seq = next((each.seq for each in pending if each.id == command.operation), None)
    entry_ = next((each for each in entries if each.seq == seq), None)
    if entry_ is None or (command.reverse and not is_reversible(entry_)):
        raise Stale
    return with_later(entry_, entries) if command.reverse else [entry_]


async def _keep(work: Work, permit: Permit, report: LostReport, chosen: Sequence[TrailEntry]) -> None:
    numbers = [each.seq for each in chosen]
    await work.run(gateway.decide, report.id, numbers, ReviewState.KEPT, work.now, permit.capacity.person)
    await work.audit(permit, *(AuditEntry(AuditKind.OPERATION_KEPT, seq) for seq in numbers))


async def _reverse(work: Work, permit: Permit, report: LostReport, chosen: Sequence[TrailEntry]) -> None:
    run = Reversal(work, permit)
    done = {each.seq: await reverse(run, each) for each in chosen}
    await run.settle()
    for state, happened in ((ReviewState.REVERSED, True), (ReviewState.SUPERSEDED, False)):
        numbers = [seq for seq, ok in done.items() if ok is happened]
        await work.run(gateway.decide, report.id, numbers, state, work.now, permit.capacity.person)
