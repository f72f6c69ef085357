"""Use cases of absences for the executed matrix: what they are done to, the command for a place, who may."""

from collections.abc import Callable
from typing import Any

from core.model.absence_note import AbsenceReason
from core.model.access import Action
from core.usecases import absence_answers as answers
from core.usecases import absence_notes as notes
from tests.world import TODAY

A = Action
Case = tuple[Any, Callable[[dict[str, Any]], Any], Action]

ABSENCES: dict[str, tuple[Case, ...]] = {
    "child": (
        (notes.note_form, lambda at: notes.OpenNoteForm(at["pupil"]), A.ABSENCE_ANNOUNCE),
        (
            notes.announce,
            lambda at: notes.Announce(at["pupil"], TODAY, TODAY, AbsenceReason.ILL),
            A.ABSENCE_ANNOUNCE,
        ),
        (notes.change_last, lambda at: notes.ChangeLast(at["absence"], TODAY), A.ABSENCE_ANNOUNCE),
        (notes.withdraw_note, lambda at: notes.OpenNote(at["absence"]), A.ABSENCE_ANNOUNCE),
        (notes.add_papers, lambda at: notes.AddPapers(at["absence"], ()), A.ABSENCE_ANNOUNCE),
        (answers.accept_note, lambda at: answers.AcceptNote(at["absence"]), A.ABSENCE_NOTE_ACCEPT),
        (answers.refuse_note, lambda at: answers.RefuseNote(at["absence"], "Нет справки"), A.ABSENCE_NOTE_ACCEPT),
        (answers.open_missing, lambda at: answers.OpenMissing(at["pupil"]), A.ABSENCE_REASON_CORRECT),
        (answers.ask_family, lambda at: answers.OpenMissing(at["pupil"]), A.ABSENCE_REASON_CORRECT),
        (
            answers.set_reason,
            lambda at: answers.SetReason(at["pupil"], TODAY, TODAY, AbsenceReason.DOCTOR),
            A.ABSENCE_REASON_CORRECT,
        ),
    ),
}
