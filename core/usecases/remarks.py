"""A teacher's comment for one student's lesson, seen by that family only (JRN-7)."""

from dataclasses import dataclass

from core.model.access import Action
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import NotFound
from core.model.events import EventKind
from core.model.ids import LessonId, PersonId
from core.model.journal import REMARK_LIMIT, AttendanceSheet, LessonCard
from core.rules.consent import text_hash
from core.rules.texts import clean_text
from core.storage.gateways import remarks
from core.storage.queries import journal, lesson_card
from core.storage.work import Work
from core.usecases.journal import admit, enter, has_begun, seated


@dataclass(frozen=True, slots=True)
class OpenRemarks:
    """Which lesson's comments."""

    lesson: LessonId


@dataclass(frozen=True, slots=True)
class WriteRemark:
    """A comment for a student of a lesson."""

    lesson: LessonId
    student: PersonId
    text: str


@dataclass(frozen=True, slots=True)
class WithdrawRemark:
    """A comment to be taken back."""

    remark: int


async def remark_sheet(work: Work, command: OpenRemarks) -> tuple[AttendanceSheet, LessonCard]:
    """Give the students to comment on and the comments that stand. Raises Forbidden, Refusal for a lesson not given."""
    visit = await enter(work, command.lesson, Action.REMARK_WRITE)
    has_begun(visit.facts, work.sent_at)
    sheet = await work.run(journal.attendance_sheet, visit.facts)
    return sheet, await work.run(lesson_card.card, visit.facts)


async def write_remark(work: Work, command: WriteRemark) -> int:
    """Keep a comment, give its id. Raises Forbidden for a student who is not of the lesson, Refusal "text-…"."""
    visit = await enter(work, command.lesson, Action.REMARK_WRITE)
    has_begun(visit.facts, work.sent_at)
    seated(await work.run(journal.roster, command.lesson), command.student, Action.REMARK_WRITE)
    text = clean_text(command.text, REMARK_LIMIT)
    key = await work.run(remarks.write, visit.inscription(work), command.student, text)
    entry = AuditEntry(
        AuditKind.REMARK_WRITTEN, key, after=text_hash(text), lesson=command.lesson, student=command.student
    )
    await work.audit(visit.permit, entry)
    await work.tell(visit.event(work, EventKind.REMARK, key, command.student))
    return key


async def withdraw_remark(work: Work, command: WithdrawRemark) -> LessonId:
    """Take a comment back, give its lesson. Raises NotFound when it is gone already, Forbidden for another's lesson."""
    found = await work.run(lesson_card.remark, command.remark)
    facts = await work.run(journal.facts, found[0]) if found else None
    visit = await admit(work, facts, Action.REMARK_WRITE)
    lesson, remark, withdrawn = found or (visit.facts.lesson.id, None, True)
    if remark is None or withdrawn:
        raise NotFound
    await work.run(remarks.withdraw, command.remark, work.now)
    entry = AuditEntry(
        AuditKind.REMARK_WRITTEN, command.remark, before=text_hash(remark.text), lesson=lesson, student=remark.student
    )
    await work.audit(visit.permit, entry)
    return lesson
