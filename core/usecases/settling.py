"""When a lesson's marks are complete: computed after each change, so that an open duty means something (JRN-17)."""

from core.model.ids import WorkId
from core.model.journal import LessonPart, MarkSheet
from core.model.lesson import Work as LessonWork
from core.storage.gateways import lessons, marks
from core.storage.work import Work


async def settle_marks(work: Work, sheet: MarkSheet) -> None:
    """Note which works have become complete, and whether the lesson's marks are; opened again where they are not.

    A declared work is complete when everybody has a mark, an exemption or an absence; a lesson without one with its
    first mark.
    """
    done, opened = _turned(sheet)
    if done or opened:
        await work.run(marks.finish_works, done, opened, work.sent_at)
    lesson = sheet.facts.lesson
    filled = is_filled(sheet)
    if filled and lesson.marks_at is None:
        await work.run(lessons.complete, lesson.id, LessonPart.MARKS, work.sent_at)
    if not filled and lesson.marks_at is not None:
        await work.run(lessons.reopen, lesson.id, LessonPart.MARKS)


async def settle_after_attendance(work: Work, sheet: MarkSheet) -> None:
    """Look again at works that ask everybody: an absence answers them. «No marks» stays as it was recorded."""
    if any(asks_everybody(known) for known in sheet.works):
        await settle_marks(work, sheet)


def is_filled(sheet: MarkSheet) -> bool:
    """Tell whether a lesson's marks are complete by what stands in the sheet."""
    declared = [known for known in sheet.works if known.kind.declared]
    if declared:
        return all(not sheet.left(known.id) for known in declared)
    return any(mark.value is not None for mark in sheet.marks)


def asks_everybody(known: LessonWork) -> bool:
    """Tell whether a work lacks something until each student has an entry: declared ones, and those under a check."""
    return known.kind.declared or known.check_until is not None


def _turned(sheet: MarkSheet) -> tuple[list[WorkId], list[WorkId]]:
    asked = [known for known in sheet.works if asks_everybody(known)]
    done = [known.id for known in asked if known.done_at is None and not sheet.left(known.id)]
    opened = [known.id for known in asked if known.done_at is not None and sheet.left(known.id)]
    return done, opened
