"""Screens of absences: both languages, ordinary and at the worst, every reason, state and side."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.callbacks.absence import AcceptNotePress, AnswerAbsencePress, NoteFormPress, RefuseNotePress, SetReasonPress
from bot.screen import Screen
from bot.screens import absence, absence_answers
from bot.screens.klass_today import klass_today
from core.model.absence_note import (
    AbsenceNote,
    AbsenceReason,
    Accepted,
    MissingChild,
    NoteCase,
    NoteFile,
    NoteForm,
    NoteSide,
    NoteState,
    NoteView,
)
from core.model.attendance import Presence
from core.model.homework import FileKind
from core.model.ids import ID_LIMIT, AbsenceNoteId, KlassId, PersonId, SchoolId
from core.model.klass_today import Absence, Absentee, KlassLesson, KlassToday, Unexplained
from locales import Translator
from tests.screens.family_samples import NOW, TODAY, Sample
from tests.screens.test_control_screens import each_language, sound
from tests.world import MOSCOW

DAY = timedelta(days=1)
each_state = pytest.mark.parametrize("state", NoteState)
each_reason = pytest.mark.parametrize("reason", AbsenceReason)


def _case(
    reason: AbsenceReason = AbsenceReason.ILL, state: NoteState = NoteState.WAITING, *, hostile: bool = False
) -> NoteCase:
    child = Sample(hostile=hostile).child
    note = AbsenceNote(
        id=AbsenceNoteId(ID_LIMIT),
        school=SchoolId(1),
        student=PersonId(ID_LIMIT),
        filed_by=PersonId(8),
        filed_at=datetime(2026, 10, 15, 6, tzinfo=UTC),
        first=TODAY,
        last=TODAY + 20 * DAY,
        said=reason,
        words="<b>&" * 75 if hostile else "Температура",
        state=state,
        answer="<i>&" * 75 if hostile else "Нужна справка",
    )
    files = tuple(NoteFile(number, FileKind.PHOTO, f"f{number}") for number in range(5))
    case = NoteCase(note, child, child.name, files)
    return replace(case, others=(case,) * 3) if hostile else case


def _presses(screen: Screen) -> list[object]:
    return [button.press for row in screen.keyboard for button in row]


def _short(screen: Screen) -> None:
    """One thumb: few rows, and two that stand beside each other fit."""
    assert len(screen.keyboard) <= 8
    for row in screen.keyboard:
        assert len(row) == 1 or all(len(button.label) <= 16 for button in row), row


@each_language
@each_state
@each_reason
@pytest.mark.parametrize("hostile", [False, True])
@pytest.mark.parametrize("side", NoteSide)
def test_a_note_to_every_side(
    tr: Translator, reason: AbsenceReason, state: NoteState, side: NoteSide, hostile: bool
) -> None:
    view = NoteView(_case(reason, state, hostile=hostile), side, TODAY)
    shown = absence.note_card(tr, view) if side in (NoteSide.AUTHOR, NoteSide.FAMILY) else None
    screen = shown or absence_answers.note_to_answer(tr, view)
    sound(screen)
    _short(screen)
    answers = [press for press in _presses(screen) if isinstance(press, AcceptNotePress | RefuseNotePress)]
    assert bool(answers) is (side is NoteSide.CLASS_TEACHER and state is NoteState.WAITING)


@each_language
def test_the_words_are_for_the_author_and_the_school(tr: Translator) -> None:
    case = _case()
    assert "Температура" in absence.note_card(tr, NoteView(case, NoteSide.AUTHOR, TODAY)).text
    assert "Температура" not in absence.note_card(tr, NoteView(case, NoteSide.FAMILY, TODAY)).text
    assert "Температура" in absence_answers.note_to_answer(tr, NoteView(case, NoteSide.SCHOOL, TODAY)).text


@each_language
def test_who_knew_nothing_may_answer_later(tr: Translator) -> None:
    view = NoteView(_case(AbsenceReason.UNKNOWN), NoteSide.AUTHOR, TODAY)
    reasons = [press.reason for press in _presses(absence.note_card(tr, view)) if isinstance(press, AnswerAbsencePress)]
    assert reasons == list(absence.KNOWN)


@each_language
@pytest.mark.parametrize("hostile", [False, True])
@pytest.mark.parametrize("today", [date(2026, 10, number) for number in range(12, 19)])
def test_the_form_on_every_weekday(tr: Translator, hostile: bool, today: date) -> None:
    following = today + (DAY if today.weekday() < 4 else timedelta(days=7 - today.weekday()))
    form = NoteForm(Sample(hostile=hostile).child, today, following, following, today - 30 * DAY, today + 90 * DAY)
    added = absence.Added("<b>" * 100, 5)
    for days in (None, (today, today), (following, following + 40 * DAY)):
        screen = absence.note_form(tr, form, days, added)
        sound(screen)
        _short(screen)
        offered = [press for press in _presses(screen) if isinstance(press, NoteFormPress)]
        assert len({(press.first, press.last) for press in offered}) == len(offered)
    for reason in AbsenceReason:
        sound(absence.preview(tr, form, (today, following), reason, added))
    sound(absence.pick_days(tr, form, today, None))
    sound(absence.pick_days(tr, form, today, following))


@each_language
@pytest.mark.parametrize("hostile", [False, True])
def test_questions_about_a_note(tr: Translator, hostile: bool) -> None:
    view = NoteView(_case(hostile=hostile), NoteSide.AUTHOR, TODAY)
    sound(absence.pick_last(tr, view, TODAY, TODAY + 90 * DAY))
    sound(absence.ask_paper(tr, view))
    sound(absence.ask_withdraw(tr, view))
    sound(absence_answers.ask_refusal(tr, view))
    sound(absence.papers(tr, view, view.case.files))
    for lessons in (0, 1, 3, 25):
        assert absence_answers.accepted_toast(tr, Accepted(view.case, lessons))
        assert absence_answers.accepted_toast(tr, Accepted(view.case, lessons, 2))


@each_language
@pytest.mark.parametrize("hostile", [False, True])
@pytest.mark.parametrize("since", [None, TODAY, TODAY - 20 * DAY])
@pytest.mark.parametrize("asked", [False, True])
def test_a_child_who_is_missing(tr: Translator, hostile: bool, since: date | None, asked: bool) -> None:
    case = _case(hostile=hostile)
    screen = absence_answers.missing_child(tr, MissingChild(case.child, TODAY, since, asked, (case,)))
    sound(screen)
    _short(screen)
    assert any(isinstance(press, SetReasonPress) for press in _presses(screen)) is (since is not None)


@each_language
@pytest.mark.parametrize("hostile", [False, True])
def test_a_class_with_much_to_answer(tr: Translator, hostile: bool) -> None:
    cases = tuple(_case(reason, hostile=hostile) for reason in AbsenceReason for _ in range(5))
    name = Sample(hostile=hostile).child.name
    lesson = KlassLesson(1, "Алгебра", "", name, NOW, cancelled=False, taken=True)
    missed = (Absence(1, Presence.ABSENT, 0, AbsenceReason.FAMILY.value),)
    silent = tuple(Absentee(PersonId(number), name, missed) for number in range(100, 108))
    open_days = tuple(Unexplained(PersonId(number), name, (TODAY,) * 5) for number in range(200, 208))
    today = KlassToday(KlassId(ID_LIMIT), "7Б", TODAY, MOSCOW, (lesson,), silent, cases, unexplained=open_days)
    screen = klass_today(today, NOW, tr)
    sound(screen)
    assert len(screen.keyboard) <= 8
    assert screen.text.index("❗") < screen.text.index("Алгебра")
