"""A teacher asks the deputy to open one closed place; the answer is recorded and told (JRN-10, JRN-11)."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.model.access import Action, Permit
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.events import Event, EventKind
from core.model.final_mark import LatePermission, PermissionKind, TermKey
from core.model.ids import GroupId, LatePermissionId, LessonId, PersonId
from core.model.journal import REASON_LIMIT, LessonFacts
from core.model.late import LateReason, LateRequest
from core.rules.access import require
from core.rules.texts import clean_text
from core.storage.gateways import late as gateway
from core.storage.queries import appeals, journal
from core.storage.queries import late as query
from core.storage.work import Work
from core.usecases.final_sheets import FinalVisit, OpenFinals, action_for, enter_finals
from core.usecases.journal import seated
from core.usecases.reaching import school_today

# A permission lives until the end of the day after the answer.
OPEN_FOR = timedelta(days=1)
_NO_ID = LatePermissionId(0)


@dataclass(frozen=True, slots=True)
class LatePlace:
    """A lesson's marks, of one student where one is named."""

    lesson: LessonId
    student: PersonId | None = None


@dataclass(frozen=True, slots=True)
class LateLesson:
    """A lesson with the name of the student a request is about, empty for everybody."""

    facts: LessonFacts
    student: str = ""


@dataclass(frozen=True, slots=True)
class AskLate:
    """A request for a lesson; `reason` is one of `LateReason`, or words."""

    lesson: LessonId
    student: PersonId | None = None
    reason: str = LateReason.MISTAKE


@dataclass(frozen=True, slots=True)
class AskFinalLate:
    """A request for a group's final marks of a term."""

    group: GroupId
    term: TermKey
    reason: str = LateReason.MISTAKE


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of a request: `anew` is false where the same one waits already."""

    anew: bool


@dataclass(frozen=True, slots=True)
class AnswerLate:
    """The deputy's answer."""

    permission: LatePermissionId
    granted: bool


async def late_lesson(work: Work, command: LatePlace) -> LateLesson:
    """Give the lesson that the deputy is to be asked about. Raises Forbidden for one that one does not fill."""
    facts, _ = await _lesson(work, command.lesson)
    if command.student is None:
        return LateLesson(facts)
    pupils = await work.run(journal.roster, command.lesson)
    return LateLesson(facts, seated(pupils, command.student, Action.MARK_SET).name.short)


async def _lesson(work: Work, lesson: LessonId) -> tuple[LessonFacts, Permit]:
    facts = await work.run(journal.facts, lesson)
    if facts is None:
        raise Forbidden(Action.MARK_SET)
    return facts, require(work.actor, Action.MARK_SET, facts.scope)


async def ask_late(work: Work, command: AskLate) -> Asked:
    """Ask the deputies of the grade to open a lesson; the same request twice is one.

    Raises Forbidden, Refusal "text-empty" or "text-long".
    """
    facts, permit = await _lesson(work, command.lesson)
    if command.student is not None:
        seated(await work.run(journal.roster, command.lesson), command.student, Action.MARK_SET)
    lesson = facts.lesson
    request = LatePermission(
        id=_NO_ID,
        school=lesson.school,
        kind=PermissionKind.LESSON,
        group=lesson.group,
        asked_by=permit.capacity.person,
        asked_at=work.now,
        lesson=lesson.id,
        student=command.student,
        reason=clean_text(command.reason, REASON_LIMIT, one_line=True),
    )
    return await _ask(work, permit, request, lesson.grade)


async def late_finals(work: Work, command: OpenFinals) -> FinalVisit:
    """Give the term that the deputy is to be asked about. Raises as `enter_finals` does."""
    return await enter_finals(work, command.group, command.term, action_for(command.term.kind))


async def ask_final_late(work: Work, command: AskFinalLate) -> Asked:
    """Ask the deputies of the grade to open a group's final marks. Raises as `ask_late` does."""
    visit = await enter_finals(work, command.group, command.term, action_for(command.term.kind))
    request = LatePermission(
        id=_NO_ID,
        school=visit.facts.school,
        kind=PermissionKind.FINAL,
        group=command.group,
        asked_by=visit.me,
        asked_at=work.now,
        period=command.term.period,
        reason=clean_text(command.reason, REASON_LIMIT, one_line=True),
    )
    return await _ask(work, visit.permit, request, visit.facts.grade)


async def _ask(work: Work, permit: Permit, request: LatePermission, grade: int) -> Asked:
    if await work.run(query.same, request) is not None:
        return Asked(anew=False)
    deputies = await work.run(appeals.deputies, request.school, grade)
    if not deputies:
        raise Refusal("late-no-deputy")
    key = await work.run(gateway.ask, request)
    await work.audit(permit, _entry(AuditKind.LATE_ASKED, key, request))
    await work.tell(
        *(
            Event(EventKind.LATE_ASKED, request.school, key, work.now, person=deputy, actor=request.asked_by)
            for deputy in deputies
        )
    )
    return Asked(anew=True)


def _entry(kind: AuditKind, key: LatePermissionId, request: LatePermission, after: str | None = None) -> AuditEntry:
    return AuditEntry(
        kind,
        key,
        after=after,
        reason=request.reason or None,
        lesson=request.lesson,
        student=request.student,
        extra={"kind": request.kind.value, "group": request.group, "period": request.period},
    )


async def answer_late(work: Work, command: AnswerLate) -> tuple[LateRequest, date | None]:
    """Permit or refuse; a permission opens exactly the place asked for, until the end of the next day [002 §4а-2].

    Gives the request and the permission's last day. Raises Forbidden, Refusal "late-answered".
    """
    request = (await work.run(query.requests, [command.permission])).get(command.permission)
    if request is None:
        raise Forbidden(Action.BACKDATING_PERMIT)
    permit = require(work.actor, Action.BACKDATING_PERMIT, request.scope)
    asked = request.permission
    until = await school_today(work, asked.school) + OPEN_FOR if command.granted else None
    by = permit.capacity.person
    await work.run(gateway.answer, asked.id, by, work.now, until, granted=command.granted)
    said = f"granted:{until.isoformat()}" if until else "refused"
    await work.audit(permit, _entry(AuditKind.LATE_ANSWERED, asked.id, asked, said))
    await work.tell(Event(EventKind.LATE_ANSWERED, asked.school, asked.id, work.now, person=asked.asked_by, actor=by))
    return request, until
