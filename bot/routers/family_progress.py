"""Marks and absences of a period (DIA-4, DIA-7)."""

from bot.callbacks.family import NOW, AbsencesPress, MarksPress, SubjectMarksPress
from bot.desk import Desk
from bot.screen import Screen
from bot.screens.family_absences import absences_screen
from bot.screens.family_marks import marks_screen, subject_screen
from bot.turn import Turn
from core.model.ids import PeriodId, PersonId, SubjectId
from core.usecases.progress import (
    NoteVisit,
    ShowAbsences,
    ShowProgress,
    note_visit,
    show_absences,
    show_progress,
)

desk = Desk()


def _period(number: int) -> PeriodId | None:
    return None if number == NOW else PeriodId(number)


@desk.press(MarksPress)
async def marks(turn: Turn, press: MarksPress) -> Screen:
    """Show marks by subject; looking at them is a visit, by which the next one knows what is new."""
    child = PersonId(press.child)
    progress = await turn.read(show_progress, ShowProgress(child, _period(press.period)))
    if progress.visit_due:
        await turn.change(note_visit, NoteVisit(child))
    return marks_screen(turn.tr, progress, press.page)


@desk.press(SubjectMarksPress)
async def subject(turn: Turn, press: SubjectMarksPress) -> Screen:
    """Show all marks of one subject."""
    wanted = ShowProgress(PersonId(press.child), _period(press.period), SubjectId(press.subject))
    found = await turn.read(show_progress, wanted)
    return subject_screen(turn.tr, found)


@desk.press(AbsencesPress)
async def absences(turn: Turn, press: AbsencesPress) -> Screen:
    """Show what was missed."""
    wanted = ShowAbsences(PersonId(press.child), _period(press.period))
    found = await turn.read(show_absences, wanted)
    return absences_screen(turn.tr, found, press.page)
