"""The attendance screen between two taps: a draft, so that a tap on the way from «н» to «о» rings nowhere (JRN-2)."""

from dataclasses import dataclass, replace

from core.model.access import Action
from core.model.attendance import LATE_MINUTES_DEFAULT, Presence
from core.model.ids import LessonId, PersonId
from core.model.journal import AttendanceDraft, AttendanceSheet
from core.rules.attendance import next_presence
from core.storage.gateways import keyvalue
from core.storage.work import Work
from core.usecases.attendance import OpenAttendance, TakeAttendance, attendance_sheet, take_attendance
from core.usecases.journal import seated


@dataclass(frozen=True, slots=True)
class TapStudent:
    """A tap on a student: the next presence of the cycle."""

    lesson: LessonId
    student: PersonId


@dataclass(frozen=True, slots=True)
class SetLate:
    """So many minutes late."""

    lesson: LessonId
    student: PersonId
    minutes: int


async def attendance_draft(work: Work, command: OpenAttendance) -> AttendanceDraft:
    """Give the sheet with what this account has tapped on it; a draft over an older record is dropped."""
    sheet = await attendance_sheet(work, command)
    kept = await work.run(keyvalue.get, _key(work, command.lesson))
    recorded = _recorded(sheet)
    if kept is None or kept["version"] != sheet.version:
        told = {student: (presence, 0) for student, presence in sheet.proposed.items()}
        return AttendanceDraft(sheet, recorded | told)
    seats = {pupil.id for pupil in sheet.pupils}
    tapped = {PersonId(int(key)): (Presence(code), minutes) for key, (code, minutes) in kept["noted"].items()}
    noted = {student: state for student, state in tapped.items() if student in seats}
    return AttendanceDraft(sheet, noted, touched=noted != recorded)


def _recorded(sheet: AttendanceSheet) -> dict[PersonId, tuple[Presence, int]]:
    return {pupil.id: (pupil.presence, pupil.minutes) for pupil in sheet.pupils if pupil.presence != Presence.PRESENT}


async def tap_student(work: Work, command: TapStudent) -> AttendanceDraft:
    """Turn a student's presence: present → н → б → у → о → present. Raises Forbidden for one of another class."""
    draft = await attendance_draft(work, OpenAttendance(command.lesson))
    presence, _ = draft.of(seated(draft.sheet.pupils, command.student, Action.ATTENDANCE_TAKE))
    turned = next_presence(presence)
    minutes = LATE_MINUTES_DEFAULT if turned is Presence.LATE else 0
    return await _keep(work, draft, command.student, (turned, minutes))


async def set_late(work: Work, command: SetLate) -> AttendanceDraft:
    """Note how many minutes late a student was. Raises Forbidden for one of another class."""
    draft = await attendance_draft(work, OpenAttendance(command.lesson))
    seated(draft.sheet.pupils, command.student, Action.ATTENDANCE_TAKE)
    return await _keep(work, draft, command.student, (Presence.LATE, command.minutes))


async def _keep(work: Work, draft: AttendanceDraft, student: PersonId, state: tuple[Presence, int]) -> AttendanceDraft:
    noted = {**draft.noted, student: state}
    if state[0] is Presence.PRESENT:
        del noted[student]
    kept = {
        "version": draft.sheet.version,
        "noted": {str(key): [presence.value, minutes] for key, (presence, minutes) in noted.items()},
    }
    await work.run(keyvalue.put, _key(work, draft.sheet.facts.lesson.id), kept, work.now)
    return replace(draft, noted=noted, touched=True, last=student)


async def save_draft(work: Work, command: OpenAttendance) -> AttendanceSheet:
    """Record what was tapped; nothing tapped means that it is as it stands. Raises Stale over a newer record."""
    kept = await work.run(keyvalue.get, _key(work, command.lesson))
    draft = await attendance_draft(work, command)
    noted = tuple((student, presence, minutes) for student, (presence, minutes) in draft.noted.items())
    version = draft.sheet.version if kept is None else kept["version"]
    await work.run(keyvalue.drop, _key(work, command.lesson))
    return await take_attendance(work, TakeAttendance(command.lesson, noted, version))


def _key(work: Work, lesson: LessonId) -> str:
    return f"attendance:{work.actor.telegram}:{lesson}"
