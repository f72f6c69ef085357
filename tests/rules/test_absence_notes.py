"""What may be said of an absence, and which word counts on a day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.model.absence_note import AbsenceNote, AbsenceReason, NoteState
from core.model.attendance import Presence
from core.model.diary import Child, Enrolment
from core.model.errors import Refusal
from core.model.ids import AbsenceNoteId, KlassId, PersonId, SchoolId
from core.model.people import PersonName
from core.rules.absence_notes import friday_of, may_add, may_announce, may_answer, may_change, standing_on

TODAY = date(2026, 10, 15)
DAY = timedelta(days=1)
NOTE = AbsenceNote(
    id=AbsenceNoteId(1),
    school=SchoolId(1),
    student=PersonId(7),
    filed_by=PersonId(8),
    filed_at=datetime(2026, 10, 15, 6, tzinfo=UTC),
    first=TODAY,
    last=TODAY + DAY,
    said=AbsenceReason.ILL,
    words="",
    state=NoteState.WAITING,
)


def _child(until: date | None = None) -> Child:
    stay = Enrolment(KlassId(3), "7Б", 7, date(2026, 9, 1), until)
    return Child(PersonId(7), SchoolId(1), PersonName("Орлов", "Илья"), ZoneInfo("Europe/Moscow"), (stay,))


@pytest.mark.parametrize(
    ("reason", "presence"),
    [
        (AbsenceReason.ILL, Presence.ILL),
        (AbsenceReason.DOCTOR, Presence.EXCUSED),
        (AbsenceReason.FAMILY, Presence.EXCUSED),
        (AbsenceReason.UNKNOWN, Presence.ABSENT),
    ],
)
def test_a_reason_is_a_letter_in_the_journal(reason: AbsenceReason, presence: Presence) -> None:
    assert reason.presence is presence


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (0, 0, ""),
        (-30, 0, ""),
        (-31, 0, "note-past"),
        (31, 90, ""),
        (31, 91, "note-ahead"),
        (0, 59, ""),
        (0, 60, "note-length"),
        (1, 0, "note-order"),
    ],
)
def test_days_that_may_be_told_of(first: int, last: int, code: str) -> None:
    refused = ""
    try:
        may_announce(_child(), TODAY + first * DAY, TODAY + last * DAY, TODAY)
    except Refusal as refusal:
        refused = refusal.code
    assert refused == code


def test_a_child_who_has_left_is_not_missed() -> None:
    with pytest.raises(Refusal, match="note-nowhere"):
        may_announce(_child(TODAY - DAY), TODAY, TODAY + DAY, TODAY)
    may_announce(_child(TODAY), TODAY, TODAY + DAY, TODAY)


@pytest.mark.parametrize("state", list(NoteState))
def test_only_what_waits_is_answered_and_only_what_holds_is_changed(state: NoteState) -> None:
    note = replace(NOTE, state=state)
    for may, fitting in ((may_answer, {NoteState.WAITING}), (may_change, {NoteState.WAITING, NoteState.ACCEPTED})):
        if state in fitting:
            may(note)
            continue
        code = "note-withdrawn" if state is NoteState.WITHDRAWN else "note-answered"
        with pytest.raises(Refusal, match=code):
            may(note)


def test_an_accepted_word_counts_before_a_later_one_and_a_reason_before_none() -> None:
    mother = NOTE
    father = replace(NOTE, id=AbsenceNoteId(2), said=AbsenceReason.DOCTOR)
    clueless = replace(NOTE, id=AbsenceNoteId(3), said=AbsenceReason.UNKNOWN)
    assert standing_on([mother, father, clueless], TODAY) == father
    accepted = replace(mother, state=NoteState.ACCEPTED)
    assert standing_on([accepted, father, clueless], TODAY) == accepted
    assert standing_on([clueless], TODAY) == clueless
    assert standing_on([mother, father], TODAY + 2 * DAY) is None
    assert standing_on([replace(mother, state=NoteState.REFUSED)], TODAY) is None


def test_what_the_class_teacher_found_out_counts() -> None:
    found = replace(NOTE, said=AbsenceReason.UNKNOWN, found=AbsenceReason.FAMILY)
    assert found.reason is AbsenceReason.FAMILY
    assert not found.urgent
    assert replace(NOTE, said=AbsenceReason.UNKNOWN).urgent


@pytest.mark.parametrize(("day", "friday"), [(12, 16), (16, 16), (17, 17), (18, 18)])
def test_the_friday_of_a_week(day: int, friday: int) -> None:
    assert friday_of(date(2026, 10, day)) == date(2026, 10, friday)


def test_a_note_takes_so_much() -> None:
    may_add("", 5)
    may_add("Температура", 0)
    with pytest.raises(Refusal, match="note-files"):
        may_add("", 6)
    with pytest.raises(Refusal, match="text-long"):
        may_add("а" * 301, 0)
