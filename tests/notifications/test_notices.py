"""Notices on their way: to whom, when, once; changed, stopped and recalled while they leave (CLS-3)."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from core.model.homework import FileKind, SentFile
from core.model.ids import KlassId, NoticeId, SchoolId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.notice import NoticeAim, NoticeKind
from core.model.people import Role
from core.model.preferences import Telling, Topic
from core.storage.rows import KlassRow
from core.usecases import notice_reading as reading
from core.usecases import notice_sending as sending
from core.usecases import notices
from core.usecases.marks import SetMark, set_mark
from core.usecases.notice_sending import OfNotice
from core.usecases.preferences import ChooseTelling, choose_telling
from notifications import Pace
from notifications.publisher import publish
from tests.notifications.conftest import Office
from tests.usecases.test_teacher_day import Statements
from tests.world import TODAY, World

WORDS = "Завтра собрание в 17:00"


@pytest.fixture
async def leader(office: Office) -> int:
    """The teacher leads the class; gives their Telegram id."""
    room = office.room
    async with room.world.works.changing() as work:
        mine = update(KlassRow).where(KlassRow.id == room.klass.id).values(class_teacher_id=room.teacher)
        await work.run(lambda db: db.execute(mine))
    return room.telegram


@pytest.fixture
async def deputy(office: Office) -> int:
    """Somebody of the office; gives their Telegram id."""
    return await office.world.enter(await office.world.staff("Сафонова Нина Игоревна", Role.DEPUTY))


async def _draft(office: Office, leader: int, text: str = WORDS, kind: NoticeKind = NoticeKind.PLAIN) -> NoticeId:
    begin = notices.BeginNotice(klass=KlassId(office.room.klass.id), kind=kind)
    key = await office.world.do(notices.begin_notice, begin, leader)
    if text:
        await office.world.do(notices.write_notice, notices.WriteNotice(key, text), leader)
    return key


async def _send(office: Office, leader: int, **more: Any) -> NoticeId:
    key = await _draft(office, leader, **more)
    await office.world.do(sending.send_notice, OfNotice(key), leader)
    return key


async def _of_school(
    office: Office, deputy: int, aim: NoticeAim = NoticeAim.SCHOOL, *, urgent: bool = False
) -> NoticeId:
    begin = notices.BeginNotice(school=SchoolId(office.world.school))
    key = await office.world.do(notices.begin_notice, begin, deputy)
    await office.world.do(notices.write_notice, notices.WriteNotice(key, WORDS), deputy)
    await office.world.do(notices.aim_notice, notices.AimNotice(key, aim=aim), deputy)
    await office.world.do(notices.change_draft, notices.ChangeDraft(key, urgent=urgent), deputy)
    await office.world.do(sending.send_notice, OfNotice(key), deputy)
    return key


def _chats(office: Office) -> list[int]:
    return sorted(delivery.message.chat for delivery in office.post.arrived)


async def test_the_parents_get_it_and_the_children_do_not(office: Office, leader: int) -> None:
    async with office.running():
        await _send(office, leader)
        await office.told()
    assert _chats(office) == sorted((office.mother, office.father, office.neighbour))
    (text,) = office.post.texts(office.mother)
    assert text.startswith("<b>Дарья Волкова</b> · 7Б\n📣 <b>Объявление</b>")
    assert WORDS in text
    assert office.post.labels(office.mother) == ["👍 Прочитано"]


async def test_files_go_with_it(office: Office, leader: int) -> None:
    async with office.running():
        key = await _draft(office, leader)
        photos = tuple(SentFile(FileKind.PHOTO, f"photo{number}") for number in range(2))
        await office.world.do(notices.write_notice, notices.WriteNotice(key, files=photos), leader)
        await office.world.do(sending.send_notice, OfNotice(key), leader)
        await office.told()
    album, words = office.post.messages(office.mother)
    assert [file.file_id for file in album.files] == ["photo0", "photo1"]
    assert WORDS in words.text


async def test_a_parent_of_two_gets_the_same_words_once(office: Office, deputy: int) -> None:
    world = office.world
    four = await world.klass("4А", ["Волкова Анна"])
    parent = await world.guardian("Волкова Мария Львовна", office.child, four.students[0])
    chat = await world.enter(parent)
    async with office.running():
        await _of_school(office, deputy)
        await office.told()
    (text,) = office.post.texts(chat)
    assert "Это же – для: Анна Волкова · 4А." in text


async def test_quiet_hours_hold_it_until_the_morning_and_urgent_ones_do_not_wait(
    office: Office, leader: int, deputy: int
) -> None:
    async with office.running():
        office.world.clock.to(TODAY, 22)
        await _send(office, leader)
        await office.told()
        assert _chats(office) == []
        await _of_school(office, deputy, urgent=True)
        await office.told()
        assert "Срочное объявление" in office.post.texts(office.mother)[0]
        office.world.clock.to(TODAY + timedelta(days=1), 7)
        await office.told()
    assert len(office.post.texts(office.mother)) == 2


async def test_in_a_digest_it_is_short_and_recalling_leaves_the_rest(office: Office, leader: int) -> None:
    choice = ChooseTelling(office.child, Topic.NOTICES, Telling.DIGEST)
    marks = ChooseTelling(office.child, Topic.MARKS, Telling.DIGEST)
    for each in (choice, marks):
        await office.world.do(choose_telling, each, office.mother)
    async with office.running():
        work = await office.room.work(WorkKind.ANSWER)
        await office.do(set_mark, SetMark(work, office.child, MarkValue.FIVE))
        key = await _send(office, leader, text="Собрание. " * 60)
        await office.told()
        assert office.post.texts(office.mother) == []
        office.world.clock.to(TODAY, 19)
        await office.told()
        (digest,) = office.post.texts(office.mother)
        assert "Объявление" in digest
        assert "…" in digest
        assert "📣 Открыть объявление" in office.post.labels(office.mother)
        await office.world.do(sending.recall_notice, OfNotice(key), leader)
        await office.told()
    edited = [message.text for _, message, _ in office.post.edited if message.chat == office.mother]
    assert "Объявление" not in edited[0]
    assert "<b>5</b>" in edited[0]
    assert sorted(chat for chat, _ in office.post.deleted) == sorted((office.father, office.neighbour))


async def test_it_is_sent_at_its_hour_once(office: Office, leader: int) -> None:
    async with office.running():
        key = await _draft(office, leader)
        await office.world.do(sending.schedule_notice, sending.ScheduleNotice(key), leader)
        await office.told()
        assert _chats(office) == []
        office.world.clock.to(TODAY, 18)
        await office.told()
        await office.told()
    assert len(_chats(office)) == 3


async def test_who_lost_the_class_sends_nothing_any_more(office: Office, leader: int) -> None:
    async with office.running():
        key = await _draft(office, leader)
        await office.world.do(sending.schedule_notice, sending.ScheduleNotice(key), leader)
        async with office.world.works.changing() as work:
            await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=None)))
        office.world.clock.to(TODAY, 18)
        await office.told()
    assert _chats(office) == []


async def test_changed_before_it_leaves_it_says_the_new_words_afterwards_it_is_edited(
    office: Office, leader: int
) -> None:
    await office.world.do(choose_telling, ChooseTelling(office.child, Topic.NOTICES, Telling.DIGEST), office.father)
    async with office.running():
        key = await _send(office, leader)
        await office.told()
        await office.world.do(sending.edit_notice, sending.EditNotice(key, "Собрание в 18:00"), leader)
        await office.told()
        office.world.clock.to(TODAY, 19)
        await office.told()
    edited = {message.chat: message.text for _, message, _ in office.post.edited}
    assert edited.keys() == {office.mother, office.neighbour}
    assert all("Собрание в 18:00" in text and "Изменено" in text for text in edited.values())
    (late,) = office.post.texts(office.father)
    assert "Собрание в 18:00" in late


async def test_stopping_holds_back_what_has_not_left(office: Office, leader: int) -> None:
    await office.world.do(choose_telling, ChooseTelling(office.child, Topic.NOTICES, Telling.DIGEST), office.father)
    async with office.running():
        key = await _send(office, leader)
        await office.told()
        found = await office.world.do(sending.stop_notice, OfNotice(key), leader)
        assert (found.progress.delivered, found.progress.chats) == (2, 3)
        office.world.clock.to(TODAY, 19)
        await office.told()
    assert office.post.texts(office.father) == []


async def test_recalled_before_anything_left_nothing_leaves(office: Office, leader: int) -> None:
    async with office.running():
        office.world.clock.to(TODAY, 22)
        key = await _send(office, leader)
        await office.told()
        await office.world.do(sending.recall_notice, OfNotice(key), leader)
        office.world.clock.to(TODAY + timedelta(days=1), 9)
        await office.told()
    assert [office.post.texts(chat) for chat in (office.mother, office.father, office.neighbour)] == [[], [], []]


async def test_reminding_asks_the_households_that_have_not_read(office: Office, leader: int) -> None:
    async with office.running():
        key = await _send(office, leader)
        await office.told()
        await office.world.do(reading.read_notice, reading.ReceivedOf(key), office.father)
        office.world.clock.to(TODAY + timedelta(days=1), 9)
        await office.world.do(sending.remind_notice, OfNotice(key), leader)
        await office.told()
    reminded = [delivery.message.chat for delivery in office.post.arrived if "Напоминаем" in delivery.message.text]
    assert reminded == [office.neighbour]


async def test_a_week_is_each_child_s_own(office: Office, leader: int) -> None:
    async with office.running():
        work = await office.room.work(WorkKind.ANSWER)
        await office.do(set_mark, SetMark(work, office.child, MarkValue.FOUR))
        key = await _draft(office, leader, text="Неделя прошла дружно.", kind=NoticeKind.WEEK)
        await office.world.do(notices.say_word, notices.SayWord(key, office.child, "Помогала младшим."), leader)
        await office.world.do(sending.send_notice, OfNotice(key), leader)
        await office.told()
    (mine,) = [text for text in office.post.texts(office.mother) if "Итоги недели" in text]
    assert "Алгебра: 4" in mine
    assert "Помогала младшим." in mine
    (other,) = office.post.texts(office.neighbour)
    assert "Новых отметок на этой неделе нет." in other
    assert "Помогала" not in other
    assert "Волкова" not in other


async def test_first_graders_weeks_have_no_marks(world: World, office: Office) -> None:
    teacher = await world.staff("Быстрова Ольга Ивановна")
    one = await world.klass("1А", ["Зуев Пётр"], class_teacher=teacher)
    chat = await world.enter(await world.guardian("Зуева Анна Юрьевна", one.students[0]))
    leader = await world.enter(teacher)
    begin = notices.BeginNotice(klass=KlassId(one.id), kind=NoticeKind.WEEK)
    async with office.running():
        key = await world.do(notices.begin_notice, begin, leader)
        await world.do(sending.send_notice, OfNotice(key), leader)
        await office.told()
    (text,) = office.post.texts(chat)
    assert "тмет" not in text
    assert "Пропусков и опозданий нет." in text


async def test_the_staff_is_told_without_any_child(office: Office, deputy: int) -> None:
    async with office.running():
        await _of_school(office, deputy, NoticeAim.STAFF)
        await office.told()
    assert _chats(office) == [office.room.telegram]
    assert office.post.texts(office.room.telegram)[0].startswith("<b>Школа № 5</b> · сотрудникам")


async def test_statements_do_not_grow_with_the_audience(office: Office, deputy: int) -> None:
    world, counted = office.world, []
    await publish(world.works)
    for families in (2, 30):
        klass = await world.klass(f"{families // 2}Ж", [f"Дубов Иван{each}" for each in range(families)])
        for student in klass.students:
            await world.enter(await world.guardian("Дубова Анна", student))
        statements = Statements(world.engines.writer)
        await _of_school(office, deputy)
        await publish(world.works)
        counted.append(statements.count)
    assert counted[0] >= counted[1]


async def test_what_an_hour_has_no_room_for_can_still_be_opened(office: Office, leader: int) -> None:
    async with office.running(Pace(per_second=2000, chat_gap=0.0, per_hour=1)):
        for _ in range(3):
            await _send(office, leader)
            await office.told()
        await office.told()
    assert "2 объявления" in office.post.texts(office.mother)[-1]
    assert office.post.labels(office.mother)[0] == "📣 Открыть объявление"
