"""Letters of messages: merged thread by thread, with their files, told once, in the reader's hours (DIA-12, NTF-3)."""

from datetime import timedelta

from sqlalchemy import select, update

from core.model.homework import FileKind, SentFile
from core.model.ids import PersonId, ThreadId
from core.model.preferences import Telling, Topic
from core.model.thread import ThreadSide
from core.storage.rows import AssignmentRow, GuardianshipRow, PersonRow, SchoolRow
from core.usecases.messages import (
    Address,
    FindTalk,
    MuteTalk,
    OpenTalk,
    WriteFirst,
    WriteMessage,
    find_talk,
    mute_talk,
    open_talk,
    write_first,
    write_message,
)
from core.usecases.preferences import ChooseTelling, choose_telling
from notifications.letter import Act
from notifications.post import Outgoing
from tests.notifications.conftest import Office
from tests.world import TODAY

PHOTO, VOICE = SentFile(FileKind.PHOTO, "photo"), SentFile(FileKind.VOICE, "voice")
YESTERDAY = TODAY - timedelta(days=1)


def _arrived(office: Office, chat: int) -> list[Outgoing]:
    return [delivery.message for delivery in office.post.arrived if delivery.message.chat == chat]


def _messages(office: Office, chat: int) -> list[Outgoing]:
    """What tells of messages: neither files alone nor what duties ask for."""
    return [message for message in _arrived(office, chat) if "✉️" in message.text or "дневник" in message.text]


async def _ask(office: Office, text: str, who: int = 0, file: SentFile | None = None) -> ThreadId:
    """A family writes to the teacher."""
    address = Address(office.child, PersonId(office.room.teacher), ThreadSide.FAMILY)
    page = await office.world.do(write_first, WriteFirst(address, text, file), who or office.mother)
    return page.talk.thread.id


async def _answer(office: Office, thread: ThreadId, text: str, file: SentFile | None = None) -> None:
    await office.do(write_message, WriteMessage(thread, text, file))


async def test_texts_and_photos_of_a_moment_are_one_letter_with_the_files(office: Office) -> None:
    async with office.running():
        await _ask(office, "Добрый день")
        await _ask(office, "", file=PHOTO)
        await _ask(office, "и голосом", file=VOICE)
        await office.later(seconds=11)
        (letter,) = _messages(office, office.room.telegram)
    assert "3 сообщения" in letter.text
    assert letter.text.index("Добрый день") < letter.text.index("и голосом")
    files = [file.file_id for message in _arrived(office, office.room.telegram) for file in message.files]
    assert files == ["photo", "voice"]
    assert [button.act for button in letter.buttons[0]] == [Act.ANSWER_MESSAGE, Act.OPEN_THREAD]


async def test_threads_do_not_mix(office: Office) -> None:
    async with office.running():
        await _ask(office, "от матери")
        await _ask(office, "от отца", office.father)
        await _ask(office, "от дочери", office.student)
        await _ask(office, "и ещё от матери")
        await office.later(seconds=30)
    texts = [message.text for message in _messages(office, office.room.telegram)]
    authors = ("Ирина Львовна", "Олег Ильич", "Дарья</b> –")
    for author, words in zip(authors, (["от матери", "и ещё"], ["от отца"], ["от дочери"]), strict=True):
        told = [text for text in texts if author in text]
        assert all(sum(word in text for text in told) == 1 for word in words)
        assert sum(word in text for text in texts for word in words) == len(words)


async def test_what_was_read_in_the_thread_is_not_told_afterwards(office: Office) -> None:
    async with office.running():
        thread = await _ask(office, "Прочитано сразу")
        await office.do(open_talk, OpenTalk(thread))
        await office.later(seconds=30)
    assert _messages(office, office.room.telegram) == []


async def test_nobody_but_the_two_hears_of_it(office: Office) -> None:
    async with office.running():
        thread = await _ask(office, "Вопрос")
        await _answer(office, thread, "Ответ")
        await office.later(seconds=30)
    assert len(_messages(office, office.mother)) == 1
    for other in (office.father, office.student, office.neighbour):
        assert _messages(office, other) == []


async def test_a_thread_muted_after_the_letter_was_written_is_silent(office: Office) -> None:
    async with office.running():
        thread = await _ask(office, "Тише")
        await office.told()
        await office.do(mute_talk, MuteTalk(thread, True))
        await office.later(seconds=30)
    assert _messages(office, office.room.telegram) == []


async def test_who_left_since_is_told_nothing(office: Office) -> None:
    async with office.running():
        thread = await _ask(office, "Вопрос")
        await _answer(office, thread, "Ответ")
        await office.told()
        mother = select(PersonRow.id).where(PersonRow.given == "Ирина").scalar_subquery()
        async with office.world.works.changing() as work:
            gone = update(GuardianshipRow).where(GuardianshipRow.guardian_id == mother).values(until=YESTERDAY)
            await work.run(lambda db: db.execute(gone))
            await work.run(lambda db: db.execute(update(AssignmentRow).values(until=YESTERDAY)))
        await office.later(seconds=30)
    assert _messages(office, office.mother) == []
    assert _messages(office, office.room.telegram) == []


async def test_out_of_working_hours_the_teacher_s_phone_is_silent_and_at_night_nothing_comes(office: Office) -> None:
    async with office.running():
        office.world.clock.to(TODAY, 19, 30)
        await _ask(office, "вечером")
        await office.later(seconds=30)
        office.world.clock.to(TODAY, 22, 30)
        await _ask(office, "ночью")
        await office.later(seconds=30)
        (evening,) = _messages(office, office.room.telegram)
        office.world.clock.to(TODAY + timedelta(days=1), 8, 1)
        await office.told()
        morning = _messages(office, office.room.telegram)[-1]
    assert evening.silent
    assert "ночью" in morning.text
    assert not morning.silent


async def test_a_reader_may_have_messages_in_the_evening_s_digest(office: Office) -> None:
    choice = ChooseTelling(office.child, Topic.MESSAGES, Telling.DIGEST)
    await office.world.do(choose_telling, choice, office.mother)
    async with office.running():
        thread = await _ask(office, "Вопрос")
        await _answer(office, thread, "Ответ учителя", PHOTO)
        await office.later(seconds=30)
        assert _arrived(office, office.mother) == []
        office.world.clock.to(TODAY, 19, 1)
        await office.told()
        (digest,) = _arrived(office, office.mother)
    assert "Ответ учителя" in digest.text
    assert digest.files == ()


async def test_in_a_reserved_school_the_words_stay_in_the_diary(office: Office) -> None:
    async with office.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(SchoolRow).values(reserved=True)))
    async with office.running():
        thread = await _ask(office, "Вопрос")
        await _answer(office, thread, "Ответ учителя", PHOTO)
        await office.later(seconds=30)
        (letter,) = _messages(office, office.mother)
    assert "Ответ" not in letter.text
    assert letter.files == ()


async def test_replying_to_a_letter_finds_its_thread_for_its_reader_alone(office: Office) -> None:
    async with office.running():
        thread = await _ask(office, "Вопрос")
        await office.later(seconds=30)
    (sent,) = office.post.arrived
    found = await office.world.see(find_talk, FindTalk(sent.message_id), office.room.telegram)
    assert found is not None
    assert found[0] == thread
    for other in (office.mother, office.father, office.neighbour):
        assert await office.world.see(find_talk, FindTalk(sent.message_id), other) is None
    assert await office.world.see(find_talk, FindTalk(sent.message_id + 1), office.room.telegram) is None
