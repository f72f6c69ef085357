"""Letters of the absence loop: who is asked, who is alarmed, and who no more (DIA-10, BEY-6, NTF-10)."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from core.model.absence_note import AbsenceReason, NoteCase
from core.model.attendance import Presence
from core.model.homework import FileKind, SentFile
from core.model.ids import PersonId
from core.storage.rows import KlassRow
from core.usecases.absence_answers import AcceptNote, OpenMissing, RefuseNote, accept_note, ask_family, refuse_note
from core.usecases.absence_notes import (
    AddPapers,
    Announce,
    ChangeLast,
    OpenNote,
    add_papers,
    announce,
    change_last,
    withdraw_note,
)
from core.usecases.attendance import TakeAttendance, take_attendance
from notifications.letter import Act
from notifications.post import Outgoing
from tests.notifications.conftest import Office
from tests.world import TODAY

PAPER = SentFile(FileKind.PHOTO, "paper")
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
async def leader(office: Office) -> int:
    """The class teacher's Telegram id."""
    person = await office.world.staff("Белова Ирина Николаевна")
    async with office.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=person)))
    return await office.world.enter(person)


async def _miss(office: Office, presence: Presence = Presence.ABSENT) -> None:
    await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, presence, 0),)))


async def _say(office: Office, who: int, reason: AbsenceReason = AbsenceReason.ILL, **more: object) -> NoteCase:
    command = Announce(PersonId(office.child), TODAY, TODAY, reason, **more)  # type: ignore[arg-type]
    return await office.world.do(announce, command, who)


def _messages(office: Office, chat: int) -> list[Outgoing]:
    return [delivery.message for delivery in office.post.arrived if delivery.message.chat == chat]


def _acts(office: Office, chat: int) -> list[Act]:
    return [button.act for row in _messages(office, chat)[-1].buttons for button in row]


async def test_guardians_are_asked_and_the_student_is_not(office: Office, leader: int) -> None:
    async with office.running():
        await _miss(office)
        await office.told()
    assert _acts(office, office.mother) == [Act.ANSWER_ABSENCE] * 4 + [Act.OPEN_DAY]
    assert _acts(office, office.student) == [Act.OPEN_DAY]


async def test_what_the_family_told_before_rings_at_nobody(office: Office, leader: int) -> None:
    async with office.running():
        await _say(office, office.mother)
        await _miss(office, Presence.ILL)
        await office.told()
    assert set(office.post.by_chat()) == {leader}


async def test_an_answer_that_comes_before_the_letter_leaves_silences_it(office: Office, leader: int) -> None:
    await _miss(office)
    await _say(office, office.mother)
    async with office.running():
        await office.told()
    assert set(office.post.by_chat()) == {leader}


async def test_who_came_late_after_all_is_told_of(office: Office, leader: int) -> None:
    async with office.running():
        await _say(office, office.mother)
        await _miss(office, Presence.LATE)
        await office.told()
    assert "опоздание" in office.post.texts(office.mother)[-1]


async def test_a_family_that_knows_nothing_goes_on_hearing(office: Office, leader: int) -> None:
    async with office.running():
        await _say(office, office.mother, AbsenceReason.UNKNOWN)
        await _miss(office)
        await office.told()
    assert "отсутствие" in office.post.texts(office.mother)[-1]
    assert office.post.texts(leader)[0].startswith("<b>7Б</b> · Волкова Дарья\n❓ Причина неизвестна")


async def test_the_class_teacher_gets_note_and_document_in_one_message(office: Office, leader: int) -> None:
    async with office.running():
        await _say(office, office.mother, words="<Температура>", files=(PAPER,))
        await office.told()
    (message,) = _messages(office, leader)
    assert [file.file_id for file in message.files] == ["paper"]
    assert "«&lt;Температура&gt;»" in message.text
    assert _acts(office, leader) == [Act.ACCEPT_ABSENCE, Act.REFUSE_ABSENCE]


async def test_a_later_word_answers_the_first_letter(office: Office, leader: int) -> None:
    async with office.running():
        note = (await _say(office, office.mother)).note.id
        await office.told()
        await office.world.do(change_last, ChangeLast(note, TOMORROW), office.mother)
        await office.told()
        await office.world.do(add_papers, AddPapers(note, (PAPER,)), office.mother)
        await office.told()
        await office.world.do(withdraw_note, OpenNote(note), office.mother)
        await office.told()
    first, longer, with_paper, withdrawn = _messages(office, leader)
    assert "Изменено" not in first.text
    assert "✏️ Изменено. 🤒 Болеет: <b>15–16 октября</b>" in longer.text
    assert with_paper.files
    assert "Отменено" in withdrawn.text
    assert not withdrawn.buttons
    assert longer.reply_to is not None


async def test_what_is_taken_back_before_it_was_told_is_not_told(office: Office, leader: int) -> None:
    note = (await _say(office, office.mother)).note.id
    await office.world.do(withdraw_note, OpenNote(note), office.mother)
    async with office.running():
        await office.told()
    assert office.post.by_chat() == {}


async def test_both_guardians_words_stand_in_the_second_letter(office: Office, leader: int) -> None:
    async with office.running():
        await _say(office, office.mother)
        await office.told()
        await _say(office, office.father, AbsenceReason.DOCTOR)
        await office.told()
    second = office.post.texts(leader)[1]
    assert "🩺 У врача" in second
    assert "➕ Волкова Ирина Львовна о тех же днях: 🤒 Болеет" in second


async def test_the_answer_goes_to_who_wrote(office: Office, leader: int) -> None:
    async with office.running():
        note = (await _say(office, office.mother)).note.id
        await office.world.do(accept_note, AcceptNote(note), leader)
        await office.told()
    assert office.post.texts(office.mother) == ["<b>Дарья Волкова</b> · 7Б\n✅ Принято. 🤒 Болеет: <b>15 октября</b>"]
    assert office.father not in office.post.by_chat()


async def test_both_who_wrote_get_their_answer(office: Office, leader: int) -> None:
    async with office.running():
        await _say(office, office.mother)
        note = (await _say(office, office.father)).note.id
        await office.world.do(accept_note, AcceptNote(note), leader)
        await office.told()
    assert "вместе с другим сообщением" in office.post.texts(office.mother)[0]
    assert "Принято" in office.post.texts(office.father)[0]


async def test_a_refusal_brings_the_word(office: Office, leader: int) -> None:
    async with office.running():
        note = (await _say(office, office.mother)).note.id
        await office.world.do(refuse_note, RefuseNote(note, "Нужна справка"), leader)
        await office.told()
    assert "Ответ классного руководителя: «Нужна справка»" in office.post.texts(office.mother)[0]


async def test_all_guardians_are_asked_why_and_the_child_is_not(office: Office, leader: int) -> None:
    async with office.running():
        await office.world.do(ask_family, OpenMissing(PersonId(office.child)), leader)
        await office.told()
    assert set(office.post.by_chat()) == {office.mother, office.father}
    assert _acts(office, office.father) == [Act.ANSWER_ABSENCE] * 4


async def test_a_question_of_yesterday_is_none(office: Office, leader: int) -> None:
    await office.world.do(ask_family, OpenMissing(PersonId(office.child)), leader)
    office.world.clock.shift(hours=25)
    async with office.running():
        await office.told()
    assert office.mother not in office.post.by_chat()


async def test_a_reserved_school_tells_no_reason_outside(office: Office, leader: int) -> None:
    await office.world.change_school(reserved=True)
    async with office.running():
        await _miss(office)
        note = (await _say(office, office.father, AbsenceReason.DOCTOR)).note.id
        await office.world.do(accept_note, AcceptNote(note), leader)
        await office.told()
    assert all("врач" not in text for text in office.post.texts(office.father))
