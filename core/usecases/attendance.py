"""Attendance of a lesson: one screen, one saving, differences only (JRN-2) [000 §7]."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.model.access import Action
from core.model.attendance import LATE_MINUTES_DEFAULT, LATE_MINUTES_LIMIT, Presence
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Stale
from core.model.events import EventKind
from core.model.ids import LessonId, PersonId
from core.model.journal import AttendanceSheet, LessonPart, Pupil
from core.storage.gateways import attendance, lessons
from core.storage.gateways.attendance import PresenceRecord
from core.storage.queries import journal
from core.storage.work import Work
from core.usecases.journal import Visit, enter, has_begun, presence_text, seated
from core.usecases.late_opening import lesson_stays_open
from core.usecases.settling import settle_after_attendance

Noted = tuple[PersonId, Presence, int]


@dataclass(frozen=True, slots=True)
class TakeAttendance:
    """The whole lesson: who was not there, or how many minutes late. Everybody else was present.

    `version` is that of the sheet the person saw; None where nobody looked at one.
    """

    lesson: LessonId
    marks: tuple[Noted, ...] = ()
    version: int | None = None


@dataclass(frozen=True, slots=True)
class OpenAttendance:
    """Which lesson's attendance."""

    lesson: LessonId


async def attendance_sheet(work: Work, command: OpenAttendance) -> AttendanceSheet:
    """Give the attendance of a lesson that one may take. Raises Forbidden, Refusal for a lesson not given."""
    visit = await enter(work, command.lesson, Action.ATTENDANCE_TAKE)
    has_begun(visit.facts, work.sent_at)
    return await work.run(journal.attendance_sheet, visit.facts)


async def take_attendance(work: Work, command: TakeAttendance) -> AttendanceSheet:
    """Record who was not there; «everybody present» is a record too (JRN-17).

    Raises Stale when the record changed since the screen was drawn, Forbidden for a student of another class.
    """
    visit = await enter(work, command.lesson, Action.ATTENDANCE_TAKE)
    has_begun(visit.facts, work.sent_at)
    sheet = await work.run(journal.attendance_sheet, visit.facts)
    if command.version is not None and command.version != sheet.version:
        raise Stale
    noted = {student: (presence, minutes) for student, presence, minutes in command.marks}
    for student in noted:
        seated(sheet.pupils, student, Action.ATTENDANCE_TAKE)
    target = [(pupil, *noted.get(pupil.id, (Presence.PRESENT, 0))) for pupil in sheet.pupils]
    await write(work, visit, target)
    if visit.facts.lesson.attendance_at is None:
        await work.run(lessons.complete, command.lesson, LessonPart.ATTENDANCE, work.sent_at)
        await work.audit(visit.permit, _taken(command.lesson))
    return await work.run(journal.attendance_sheet, visit.facts)


def _taken(lesson: LessonId) -> AuditEntry:
    return AuditEntry(AuditKind.LESSON_RECORD, lesson, after=LessonPart.ATTENDANCE.value, lesson=lesson)


async def write(work: Work, visit: Visit, target: Sequence[tuple[Pupil, Presence, int]]) -> None:
    """Append what differs from the record, tell it, and look whether a declared work is complete now.

    Raises Stale when somebody else wrote the same record meanwhile, Refusal "period-closed".
    """
    changes = list(_differences(target))
    if not changes:
        return
    await lesson_stays_open(work, visit.facts)
    await work.run(attendance.record, visit.inscription(work), [entry for _, entry in changes])
    lesson = visit.facts.lesson.id
    await work.audit(visit.permit, *(_audit(pupil, entry, lesson) for pupil, entry in changes))
    await work.tell(*(visit.event(work, EventKind.ATTENDANCE, lesson, entry.student) for _, entry in changes))
    await settle_after_attendance(work, await work.run(journal.mark_sheet, visit.facts))


def _differences(target: Sequence[tuple[Pupil, Presence, int]]) -> Iterable[tuple[Pupil, PresenceRecord]]:
    for pupil, presence, asked in target:
        minutes = _minutes(presence, asked)
        if (pupil.presence, pupil.minutes) != (presence, minutes):
            yield pupil, PresenceRecord(pupil.id, presence, minutes, pupil.record)


def _minutes(presence: Presence, asked: int) -> int:
    if presence is not Presence.LATE:
        return 0
    return min(max(asked, 0), LATE_MINUTES_LIMIT) or LATE_MINUTES_DEFAULT


def _audit(pupil: Pupil, entry: PresenceRecord, lesson: LessonId) -> AuditEntry:
    first = pupil.record is None
    return AuditEntry(
        AuditKind.ATTENDANCE_SET if first else AuditKind.ATTENDANCE_CORRECTED,
        lesson,
        before=None if first else presence_text(pupil.presence, pupil.minutes),
        after=presence_text(entry.presence, entry.minutes),
        lesson=lesson,
        student=pupil.id,
    )
