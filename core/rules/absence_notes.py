"""What may be said of an absence and when, and which word counts on a day (DIA-10, BEY-6)."""

from collections.abc import Iterable
from datetime import date, timedelta

from core.model.absence_note import FILES_LIMIT, WORDS_LIMIT, AbsenceNote, AbsenceReason, NoteState
from core.model.diary import Child
from core.model.errors import Refusal
from core.rules.texts import clean_text

PAST_DAYS = 30
"""A reason is told after the absence too: a doctor's paper comes when the child is well again."""
AHEAD_DAYS = 90
LONGEST_DAYS = 60
_FRIDAY = 4


def earliest(today: date) -> date:
    """Give the first day that may be told of."""
    return today - timedelta(days=PAST_DAYS)


def latest(today: date) -> date:
    """Give the last day that may be told of."""
    return today + timedelta(days=AHEAD_DAYS)


def may_announce(child: Child, first: date, last: date, today: date) -> None:
    """Refuse days that nobody can be told of.

    Raises Refusal "note-order", "note-past" (`since`), "note-ahead" (`until`), "note-length" (`days`), "note-nowhere"
    for days on which the child is in no class.
    """
    if last < first:
        raise Refusal("note-order")
    if first < earliest(today):
        raise Refusal("note-past", since=earliest(today))
    if last > latest(today):
        raise Refusal("note-ahead", until=latest(today))
    if (last - first).days >= LONGEST_DAYS:
        raise Refusal("note-length", days=LONGEST_DAYS)
    if not any(stay.covers(day) for stay in child.enrolments for day in (first, last)):
        raise Refusal("note-nowhere")


def may_add(words: str, files: int) -> None:
    """Refuse more than a note takes. Raises Refusal "text-long", "note-files" (`limit`)."""
    if words:
        clean_text(words, WORDS_LIMIT)
    if files > FILES_LIMIT:
        raise Refusal("note-files", limit=FILES_LIMIT)


def friday_of(day: date) -> date:
    """Give the Friday of a day's week, the day itself after it."""
    return day + timedelta(days=max(0, _FRIDAY - day.weekday()))


def may_answer(note: AbsenceNote) -> None:
    """Refuse a second answer. Raises Refusal "note-withdrawn", "note-answered"."""
    if note.state is NoteState.WITHDRAWN:
        raise Refusal("note-withdrawn")
    if note.state is not NoteState.WAITING:
        raise Refusal("note-answered")


def may_change(note: AbsenceNote) -> None:
    """Refuse to change what holds no longer. Raises Refusal "note-withdrawn", "note-answered"."""
    if note.state is NoteState.WITHDRAWN:
        raise Refusal("note-withdrawn")
    if not note.state.stands:
        raise Refusal("note-answered")


def overlapping(note: AbsenceNote, other: AbsenceNote) -> bool:
    """Tell whether two notes are about a day of the same child."""
    return note.student == other.student and note.first <= other.last and other.first <= note.last


def within(note: AbsenceNote, first: date, last: date) -> bool:
    """Tell whether all days of a note are among these."""
    return first <= note.first and note.last <= last


def standing_on(notes: Iterable[AbsenceNote], day: date) -> AbsenceNote | None:
    """Give the note that counts on a day: an accepted one first, then one with a reason, then the latest."""
    some = [note for note in notes if note.state.stands and note.covers(day)]
    return max(some, key=_weight, default=None)


def _weight(note: AbsenceNote) -> tuple[bool, bool, int]:
    return note.state is NoteState.ACCEPTED, note.reason is not AbsenceReason.UNKNOWN, note.id
