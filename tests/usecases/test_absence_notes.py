"""The family says why a child is missing: who may, what is kept, that nobody's word is lost (DIA-10, BEY-6)."""

import pytest
from sqlalchemy import func, select, update

from core.model.absence_note import AbsenceReason, NoteSide, NoteState
from core.model.attendance import Presence
from core.model.errors import Forbidden, Refusal
from core.model.events import EventKind
from core.model.homework import FileKind, SentFile
from core.model.ids import AbsenceNoteId, LessonId
from core.storage.rows import AbsenceNoteRow, AuditRow, EnrolmentRow, KlassRow, PersonRow
from core.usecases.absence_answers import AcceptNote, RefuseNote, accept_note, open_papers, refuse_note
from core.usecases.absence_notes import (
    AddPapers,
    Announce,
    ChangeLast,
    OpenNote,
    OpenNoteForm,
    add_papers,
    announce,
    change_last,
    note_form,
    open_note,
    withdraw_note,
)
from core.usecases.attendance import OpenAttendance
from core.usecases.attendance_draft import attendance_draft, save_draft
from core.usecases.progress import ShowAbsences, show_absences
from tests.usecases.absences import DAY, PAPER, Family, family
from tests.world import TODAY, World


@pytest.fixture
async def home(world: World) -> Family:
    return await family(world)


async def _count(home: Family) -> int:
    found: int = (await home.world.rows(select(func.count()).select_from(AbsenceNoteRow)))[0][0]
    return found


async def test_a_guardian_tells_and_the_class_teacher_hears(home: Family) -> None:
    case = await home.say(home.mother, words="  Температура  ", files=(PAPER,))
    assert (case.note.words, case.note.state, len(case.files)) == ("Температура", NoteState.WAITING, 1)
    assert await home.told() == [(EventKind.ABSENCE_NOTE, home.leader)]
    assert await home.audited() == ["absence.announced"]


async def test_the_trail_keeps_no_words(home: Family) -> None:
    await home.say(home.mother, words="Температура")
    rows = await home.world.rows(select(AuditRow.before, AuditRow.after, AuditRow.reason, AuditRow.extra))
    assert "Температура" not in str([tuple(row) for row in rows])


async def test_nobody_knows_where_the_child_is(home: Family) -> None:
    case = await home.say(home.mother, AbsenceReason.UNKNOWN)
    assert case.note.urgent
    assert await home.told() == [(EventKind.ABSENCE_UNKNOWN, home.leader)]


@pytest.mark.parametrize("who", ["stranger", "student", "teacher", "deputy"])
async def test_only_the_child_s_guardians_tell(home: Family, who: str) -> None:
    with pytest.raises(Forbidden):
        await home.say(getattr(home, who))
    assert await _count(home) == 0


async def test_a_guardian_tells_of_no_other_child(home: Family) -> None:
    other = Announce(home.room.students[1], TODAY, TODAY, AbsenceReason.ILL)
    with pytest.raises(Forbidden):
        await home.world.do(announce, other, home.mother)


async def test_a_child_who_has_left(home: Family) -> None:
    async with home.world.works.changing() as work:
        left = update(EnrolmentRow).where(EnrolmentRow.student_id == home.child).values(until=TODAY - DAY)
        await work.run(lambda db: db.execute(left))
    with pytest.raises(Refusal, match="note-nowhere"):
        await home.say(home.mother)
    async with home.world.works.changing() as work:
        gone = update(PersonRow).where(PersonRow.id == home.child).values(until=TODAY - DAY)
        await work.run(lambda db: db.execute(gone))
    with pytest.raises(Forbidden):
        await home.say(home.mother)


async def test_a_double_tap_is_one_note(home: Family) -> None:
    first, second = await home.say(home.mother), await home.say(home.mother)
    assert first.note.id == second.note.id
    assert await home.told() == [(EventKind.ABSENCE_NOTE, home.leader)]


async def test_a_second_thought_replaces_the_first_with_its_papers(home: Family) -> None:
    first = await home.say(home.mother, files=(PAPER,))
    second = await home.say(home.mother, AbsenceReason.DOCTOR, last=TODAY + DAY)
    assert await home.state(first.note.id) is NoteState.WITHDRAWN
    assert [file.file_id for file in second.files] == ["paper"]


async def test_two_guardians_answer_differently_and_nobody_s_word_is_lost(home: Family) -> None:
    mother = await home.say(home.mother)
    father = await home.say(home.father, AbsenceReason.DOCTOR)
    assert [other.note.id for other in father.others] == [mother.note.id]
    assert await home.told() == [(EventKind.ABSENCE_NOTE, home.leader)] * 2
    await home.world.do(accept_note, AcceptNote(father.note.id), home.teacher)
    assert await home.state(father.note.id) is NoteState.ACCEPTED
    assert await home.state(mother.note.id) is NoteState.JOINED


async def test_one_guardian_doesn_t_change_the_other_s_note(home: Family) -> None:
    note = (await home.say(home.mother)).note.id
    with pytest.raises(Forbidden):
        await home.world.do(withdraw_note, OpenNote(note), home.father)
    with pytest.raises(Forbidden):
        await home.world.do(change_last, ChangeLast(note, TODAY + DAY), home.father)
    with pytest.raises(Forbidden):
        await home.world.do(add_papers, AddPapers(note, (PAPER,)), home.father)


async def test_who_sees_a_note_and_who_its_papers(home: Family) -> None:
    note = OpenNote((await home.say(home.mother, files=(PAPER,))).note.id)
    sides = {"mother": NoteSide.AUTHOR, "father": NoteSide.FAMILY, "teacher": NoteSide.CLASS_TEACHER}
    for who, side in (sides | {"deputy": NoteSide.SCHOOL}).items():
        assert (await home.world.see(open_note, note, getattr(home, who))).side is side
    for who in ("mother", "teacher", "deputy"):
        assert len(await home.world.do(open_papers, note, getattr(home, who))) == 1
    for who in ("stranger", "student"):
        with pytest.raises(Forbidden):
            await home.world.see(open_note, note, getattr(home, who))
    for who in ("father", "stranger", "student"):
        with pytest.raises(Forbidden):
            await home.world.do(open_papers, note, getattr(home, who))
    assert (await home.audited()).count("absence.opened") == 2


async def test_the_teacher_of_a_lesson_opens_no_note(home: Family) -> None:
    note = (await home.say(home.mother)).note.id
    with pytest.raises(Forbidden):
        await home.room.see(open_note, OpenNote(note))


async def test_an_unknown_note_is_not_there(home: Family) -> None:
    for who in (home.mother, home.teacher, home.student):
        with pytest.raises(Forbidden):
            await home.world.see(open_note, OpenNote(AbsenceNoteId(999)), who)


async def test_back_earlier_keeps_the_answer_and_longer_asks_anew(home: Family) -> None:
    note = (await home.say(home.mother, last=TODAY + 2 * DAY)).note.id
    await home.world.do(accept_note, AcceptNote(note), home.teacher)
    shorter = await home.world.do(change_last, ChangeLast(note, TODAY), home.mother)
    assert (shorter.note.state, shorter.note.last) == (NoteState.ACCEPTED, TODAY)
    longer = await home.world.do(change_last, ChangeLast(note, TODAY + DAY), home.mother)
    assert (longer.note.state, longer.note.ended_at) == (NoteState.WAITING, None)
    with pytest.raises(Refusal, match="note-order"):
        await home.world.do(change_last, ChangeLast(note, TODAY - DAY), home.mother)


async def test_taken_back_while_it_waits(home: Family) -> None:
    note = (await home.say(home.mother)).note.id
    await home.world.do(withdraw_note, OpenNote(note), home.mother)
    assert await home.state(note) is NoteState.WITHDRAWN
    with pytest.raises(Refusal, match="note-withdrawn"):
        await home.world.do(withdraw_note, OpenNote(note), home.mother)
    with pytest.raises(Refusal, match="note-withdrawn"):
        await home.world.do(accept_note, AcceptNote(note), home.teacher)


async def test_accepted_it_is_taken_back_before_its_first_day_only(home: Family) -> None:
    begun = (await home.say(home.mother)).note.id
    ahead = (await home.say(home.mother, first=TODAY + DAY, last=TODAY + DAY)).note.id
    for note in (begun, ahead):
        await home.world.do(accept_note, AcceptNote(note), home.teacher)
    with pytest.raises(Refusal, match="note-answered"):
        await home.world.do(withdraw_note, OpenNote(begun), home.mother)
    await home.world.do(withdraw_note, OpenNote(ahead), home.mother)
    assert await home.state(ahead) is NoteState.WITHDRAWN


async def test_papers_of_so_many_files_and_no_voices(home: Family) -> None:
    note = (await home.say(home.mother, files=(PAPER,) * 4)).note.id
    await home.world.do(add_papers, AddPapers(note, (PAPER,)), home.mother)
    with pytest.raises(Refusal, match="note-files"):
        await home.world.do(add_papers, AddPapers(note, (PAPER,)), home.mother)
    with pytest.raises(Refusal, match="note-paper"):
        await home.say(home.father, files=(SentFile(FileKind.VOICE, "voice"),))


async def test_the_form_proposes_today_and_the_next_school_day_after_the_lessons(home: Family) -> None:
    form = await home.world.see(note_form, OpenNoteForm(home.child), home.mother)
    assert (form.proposed, form.following) == (TODAY, TODAY + DAY)
    home.world.clock.to(TODAY + DAY, 16)
    form = await home.world.see(note_form, OpenNoteForm(home.child), home.mother)
    assert form.proposed == TODAY + 4 * DAY


async def test_lessons_are_prefilled_and_the_teacher_may_say_otherwise(home: Family) -> None:
    await home.say(home.mother)
    lesson = OpenAttendance(LessonId(home.room.lesson))
    draft = await home.room.see(attendance_draft, lesson)
    assert draft.noted == {home.child: (Presence.ILL, 0)}
    assert draft.sheet.pupils[0].announced is not None
    await home.room.do(save_draft, lesson)
    assert await home.presence() == (Presence.ILL, "")


async def test_an_unknown_reason_prefills_nothing(home: Family) -> None:
    await home.say(home.mother, AbsenceReason.UNKNOWN)
    draft = await home.room.see(attendance_draft, OpenAttendance(LessonId(home.room.lesson)))
    assert draft.noted == {}


async def test_a_recorded_lesson_is_not_filled_over(home: Family) -> None:
    await home.miss()
    await home.say(home.mother)
    draft = await home.room.see(attendance_draft, OpenAttendance(LessonId(home.room.lesson)))
    assert draft.noted == {home.child: (Presence.ABSENT, 0)}


async def test_a_class_without_a_class_teacher_keeps_the_note(home: Family) -> None:
    async with home.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=None)))
    case = await home.say(home.mother)
    assert case.note.state is NoteState.WAITING
    assert await home.told() == []


async def test_what_was_told_stands_among_absences_without_its_words(home: Family) -> None:
    refused = await home.say(home.father, AbsenceReason.FAMILY, words="Личное")
    await home.world.do(refuse_note, RefuseNote(refused.note.id, "Нет"), home.teacher)
    await home.say(home.mother, last=TODAY + DAY)
    await home.world.do(withdraw_note, OpenNote((await home.say(home.father)).note.id), home.father)
    for who, guarded in ((home.mother, True), (home.student, False)):
        found = await home.world.see(show_absences, ShowAbsences(home.child), who)
        assert [(note.reason, note.state, note.words) for note in found.notes] == [
            (AbsenceReason.ILL, NoteState.WAITING, ""),
            (AbsenceReason.FAMILY, NoteState.REFUSED, ""),
        ]
        assert found.notes[0].last == TODAY + DAY
        assert found.guarded is guarded
