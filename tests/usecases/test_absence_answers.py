"""The class teacher answers, finds out, asks: what follows in the lessons, and that no family is rung again (CLS-1)."""

from datetime import date

import pytest
from sqlalchemy import select

from core.model.absence_note import AbsenceReason, NoteState
from core.model.attendance import Presence
from core.model.errors import Forbidden, Refusal
from core.model.events import EventKind
from core.model.ids import AbsenceNoteId, KlassId
from core.storage.rows import AttendanceRow, AuditRow, PeriodClosingRow, PersonRow
from core.usecases.absence_answers import (
    AcceptNote,
    OpenMissing,
    RefuseNote,
    SetReason,
    accept_note,
    ask_family,
    open_missing,
    refuse_note,
    set_reason,
)
from core.usecases.klass_today import ShowKlassToday, show_klass_today
from tests.usecases.absences import DAY, Family, family
from tests.world import TODAY, World


@pytest.fixture
async def home(world: World) -> Family:
    return await family(world)


async def test_accepted_the_missed_lessons_follow_and_nobody_is_rung(home: Family) -> None:
    await home.miss()
    note = (await home.say(home.mother, AbsenceReason.DOCTOR)).note.id
    accepted = await home.world.do(accept_note, AcceptNote(note), home.teacher)
    assert accepted.lessons == 1
    assert await home.presence() == (Presence.EXCUSED, "doctor")
    told = [kind for kind, _ in await home.told()]
    assert told == [EventKind.ATTENDANCE, EventKind.ABSENCE_NOTE, EventKind.ABSENCE_ANSWER]
    by = await home.world.rows(
        select(AuditRow.person_id, AuditRow.before, AuditRow.after).where(AuditRow.kind == "attendance.corrected")
    )
    assert [tuple(row) for row in by] == [(home.leader, "absent", "excused")]


async def test_the_chain_of_records_is_only_added_to(home: Family) -> None:
    await home.miss()
    note = (await home.say(home.mother)).note.id
    await home.world.do(accept_note, AcceptNote(note), home.teacher)
    rows = await home.world.rows(select(AttendanceRow.presence, AttendanceRow.replaces).order_by(AttendanceRow.id))
    assert [row[0] for row in rows] == [Presence.ABSENT, Presence.ILL]
    assert rows[1][1] is not None


@pytest.mark.parametrize("presence", [Presence.PRESENT, Presence.LATE])
async def test_who_was_there_stays_there(home: Family, presence: Presence) -> None:
    await home.miss(presence)
    note = (await home.say(home.mother)).note.id
    assert (await home.world.do(accept_note, AcceptNote(note), home.teacher)).lessons == 0


async def test_what_stands_right_is_not_written_twice(home: Family) -> None:
    await home.miss(Presence.ILL)
    note = (await home.say(home.mother)).note.id
    assert (await home.world.do(accept_note, AcceptNote(note), home.teacher)).lessons == 0


async def test_lessons_of_a_closed_period_stay_as_they_are(home: Family) -> None:
    await home.miss()
    note = (await home.say(home.mother)).note.id
    await home.world.insert(
        PeriodClosingRow,
        group_id=home.room.group,
        period_id=1,
        starts_on=date(2026, 9, 1),
        ends_on=TODAY,
        completed_at=home.world.clock.now(),
    )
    home.world.clock.shift(days=2)
    accepted = await home.world.do(accept_note, AcceptNote(note), home.teacher)
    assert (accepted.lessons, accepted.closed) == (0, 1)
    assert (await home.presence())[0] is Presence.ABSENT


async def test_a_note_is_answered_once(home: Family) -> None:
    note = (await home.say(home.mother)).note.id
    await home.world.do(accept_note, AcceptNote(note), home.teacher)
    with pytest.raises(Refusal, match="note-answered"):
        await home.world.do(accept_note, AcceptNote(note), home.teacher)
    with pytest.raises(Refusal, match="note-answered"):
        await home.world.do(refuse_note, RefuseNote(note, "Нет"), home.teacher)


@pytest.mark.parametrize("who", ["mother", "stranger", "student", "deputy"])
async def test_only_the_class_teacher_answers(home: Family, who: str) -> None:
    note = (await home.say(home.mother)).note.id
    with pytest.raises(Forbidden):
        await home.world.do(accept_note, AcceptNote(note), getattr(home, who))
    with pytest.raises(Forbidden):
        await home.world.do(refuse_note, RefuseNote(note, "Нет"), getattr(home, who))
    with pytest.raises(Forbidden):
        await home.world.do(accept_note, AcceptNote(AbsenceNoteId(999)), getattr(home, who))


async def test_the_class_teacher_of_another_class_does_not(home: Family) -> None:
    note = (await home.say(home.mother)).note.id
    other = await home.world.staff("Крылова Анна Ивановна")
    await home.world.klass("8А", ["Зорин Лев"], class_teacher=other)
    telegram = await home.world.enter(other)
    with pytest.raises(Forbidden):
        await home.world.do(accept_note, AcceptNote(note), telegram)
    with pytest.raises(Forbidden):
        await home.world.see(open_missing, OpenMissing(home.child), telegram)


async def test_refused_with_a_word_that_the_family_gets(home: Family) -> None:
    note = (await home.say(home.mother)).note.id
    with pytest.raises(Refusal, match="text-empty"):
        await home.world.do(refuse_note, RefuseNote(note, "  "), home.teacher)
    case = await home.world.do(refuse_note, RefuseNote(note, "Нужна справка"), home.teacher)
    assert (case.note.state, case.note.answer) == (NoteState.REFUSED, "Нужна справка")
    mother = (await home.world.rows(select(PersonRow.id).where(PersonRow.given == "Инна")))[0][0]
    assert (await home.told())[-1] == (EventKind.ABSENCE_ANSWER, mother)


async def test_what_was_found_out_counts_and_what_was_said_is_kept(home: Family) -> None:
    await home.miss()
    note = (await home.say(home.mother, AbsenceReason.UNKNOWN)).note.id
    command = AcceptNote(note, AbsenceReason.FAMILY)
    case = (await home.world.do(accept_note, command, home.teacher)).case
    assert (case.note.said, case.note.reason) == (AbsenceReason.UNKNOWN, AbsenceReason.FAMILY)
    assert await home.presence() == (Presence.EXCUSED, "family")


async def test_the_class_teacher_sets_a_reason_for_all_open_days(home: Family) -> None:
    await home.miss()
    yesterday = await home.world.lesson(home.room.klass, home.room.group, home.room.teacher, TODAY - DAY, 3)
    await home.world.insert(
        AttendanceRow,
        school_id=home.world.school,
        lesson_id=yesterday,
        student_id=home.child,
        presence=Presence.ABSENT,
        recorded_at=home.world.clock.now(),
        recorded_by=home.room.teacher,
    )
    value = await home.world.see(open_missing, OpenMissing(home.child), home.teacher)
    assert value.since == TODAY - DAY
    command = SetReason(home.child, TODAY - DAY, TODAY, AbsenceReason.ILL)
    assert (await home.world.do(set_reason, command, home.teacher)).lessons == 2
    assert (await home.world.see(open_missing, OpenMissing(home.child), home.teacher)).since is None


async def test_a_reason_set_by_the_class_teacher_answers_what_waits(home: Family) -> None:
    note = (await home.say(home.mother, AbsenceReason.UNKNOWN)).note.id
    await home.world.do(set_reason, SetReason(home.child, TODAY, TODAY, AbsenceReason.ILL), home.teacher)
    assert await home.state(note) is NoteState.JOINED


async def test_no_reason_is_an_answer_too(home: Family) -> None:
    await home.miss()
    command = SetReason(home.child, TODAY, TODAY, AbsenceReason.UNKNOWN)
    await home.world.do(set_reason, command, home.teacher)
    assert (await home.presence())[0] is Presence.ABSENT
    assert (await home.world.see(open_missing, OpenMissing(home.child), home.teacher)).since is None


async def test_a_family_is_asked_once_a_day(home: Family) -> None:
    await home.miss()
    assert (await home.world.do(ask_family, OpenMissing(home.child), home.teacher)).asked
    with pytest.raises(Refusal, match="note-asked"):
        await home.world.do(ask_family, OpenMissing(home.child), home.teacher)
    home.world.clock.shift(days=1)
    await home.world.do(ask_family, OpenMissing(home.child), home.teacher)
    assert [kind for kind, _ in await home.told()].count(EventKind.ABSENCE_ASKED) == 2


async def test_the_class_today_says_who_is_missing_who_is_silent_and_what_waits(home: Family) -> None:
    await home.miss()
    show = ShowKlassToday(KlassId(home.room.klass.id))
    today = await home.world.see(show_klass_today, show, home.teacher)
    assert [one.student for one in today.unanswered] == [home.child]
    await home.say(home.mother, AbsenceReason.UNKNOWN)
    today = await home.world.see(show_klass_today, show, home.teacher)
    assert today.unanswered == ()
    assert [case.note.urgent for case in today.notes] == [True]
    await home.world.do(accept_note, AcceptNote(today.notes[0].note.id, AbsenceReason.ILL), home.teacher)
    home.world.clock.shift(days=1)
    assert (await home.world.see(show_klass_today, show, home.teacher)).notes == ()


async def test_the_days_of_the_week_before_that_lack_a_reason(home: Family) -> None:
    await home.miss()
    show = ShowKlassToday(KlassId(home.room.klass.id))
    assert (await home.world.see(show_klass_today, show, home.teacher)).unexplained == ()
    home.world.clock.shift(days=1)
    (one,) = (await home.world.see(show_klass_today, show, home.teacher)).unexplained
    assert (one.student, one.days) == (home.child, (TODAY,))
    await home.world.do(set_reason, SetReason(home.child, TODAY, TODAY, AbsenceReason.UNKNOWN), home.teacher)
    assert (await home.world.see(show_klass_today, show, home.teacher)).unexplained == ()
