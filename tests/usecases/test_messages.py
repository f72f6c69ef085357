"""Threads are of two persons alone; what is written is kept, told, read, and bounded (DIA-12, ACC-7)."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from core.model.errors import ConsentNeeded, Forbidden, Refusal, Stranger
from core.model.homework import FileKind, SentFile
from core.model.ids import KlassId, PersonId, ThreadId
from core.model.people import Role
from core.model.thread import MESSAGE_LIMIT, ThreadSide
from core.rules.threads import PER_HOUR
from core.storage.rows import AssignmentRow, EnrolmentRow, GuardianshipRow, PersonRow
from core.usecases.message_lists import (
    CountStaffUnread,
    ListFamily,
    ListKlasses,
    ListPupils,
    ListStaffTalks,
    ListTalks,
    count_staff_unread,
    list_contacts,
    list_family,
    list_klasses,
    list_pupils,
    list_staff_talks,
    list_talks,
)
from core.usecases.messages import (
    Address,
    EndTalk,
    MuteTalk,
    OpenTalk,
    WriteFirst,
    WriteMessage,
    end_talk,
    find_addressee,
    look_into,
    mute_talk,
    open_talk,
    write_first,
    write_message,
)
from tests.usecases.talk import Talkers, talkers
from tests.world import TODAY, World

PHOTO = SentFile(FileKind.PHOTO, "photo-1")
YESTERDAY = TODAY - timedelta(days=1)
OTHERS = ("father", "student", "stranger", "classmate", "supervisor", "colleague", "deputy", "head", "administrator")


@pytest.fixture
async def talk(world: World) -> Talkers:
    """The school of the talkers."""
    return await talkers(world)


async def _set(talk: Talkers, table: Any, key: Any, **values: Any) -> None:
    async with talk.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(table).where(key).values(**values)))


async def test_a_family_is_offered_its_class_teacher_first_then_teachers_then_the_office(talk: Talkers) -> None:
    found = await talk.world.see(list_contacts, ListTalks(talk.child), talk.accounts["mother"])
    people = [talk.person(who) for who in ("supervisor", "teacher", "deputy", "administrator")]
    assert [each.person for each in found.contacts] == people
    assert [each.role for each in found.contacts][:2] == [Role.CLASS_TEACHER, Role.TEACHER]
    assert found.contacts[1].subjects == ("Алгебра",)


async def test_what_is_written_is_kept_told_and_proved_without_its_words(talk: Talkers) -> None:
    thread = await talk.write("Секретные слова семьи")
    page = await talk.world.see(look_into, OpenTalk(thread), talk.accounts["teacher"])
    assert [message.text for message in page.messages] == ["Секретные слова семьи"]
    assert await talk.told("message_staff") == [talk.person("teacher")]
    entry = (await talk.audited("message.sent"))[0]
    assert "Секретные" not in str(tuple(entry))


@pytest.mark.parametrize("who", OTHERS)
async def test_nobody_but_the_two_persons_gets_into_a_thread(talk: Talkers, who: str) -> None:
    thread, account = await talk.write(), talk.accounts[who]
    cases: list[tuple[Any, Any]] = [
        (open_talk, OpenTalk(thread)),
        (look_into, OpenTalk(thread)),
        (write_message, WriteMessage(thread, "и я")),
        (mute_talk, MuteTalk(thread, True)),
        (end_talk, EndTalk(thread)),
    ]
    for usecase, command in cases:
        with pytest.raises(Forbidden):
            await talk.world.do(usecase, command, account)


async def test_a_thread_that_never_was_is_refused_like_another_s(talk: Talkers) -> None:
    for who in ("mother", "teacher", "deputy"):
        with pytest.raises(Forbidden):
            await talk.world.do(open_talk, OpenTalk(ThreadId(999_999)), talk.accounts[who])
    with pytest.raises(Stranger):
        await talk.world.do(open_talk, OpenTalk(ThreadId(999_999)), 4_000_000_000)


async def test_without_consent_a_thread_is_not_opened(talk: Talkers) -> None:
    thread = await talk.write()
    unread = await talk.world.enter(talk.person("mother"), consented=False)
    with pytest.raises(ConsentNeeded):
        await talk.world.do(open_talk, OpenTalk(thread), unread)


@pytest.mark.parametrize("who", ["stranger", "classmate"])
async def test_nobody_writes_about_somebody_else_s_child(talk: Talkers, who: str) -> None:
    with pytest.raises(Forbidden):
        await talk.write(who=who)
    with pytest.raises(Forbidden):
        await talk.world.see(list_contacts, ListTalks(talk.child), talk.accounts[who])


@pytest.mark.parametrize("to", ["colleague", "head", "stranger", "mother"])
async def test_a_family_writes_only_to_who_is_to_do_with_the_child(talk: Talkers, to: str) -> None:
    with pytest.raises(Forbidden):
        await talk.write(to=to)


async def test_parents_who_live_apart_have_threads_of_their_own(talk: Talkers) -> None:
    first, second = await talk.write("от матери"), await talk.write("от отца", who="father")
    assert first != second
    mine = await talk.world.see(list_talks, ListTalks(talk.child), talk.accounts["father"])
    assert [line.newest.text for line in mine.lines] == ["от отца"]


async def test_a_second_first_message_goes_on_in_the_thread_that_is_there(talk: Talkers) -> None:
    assert await talk.write("раз") == await talk.write("два")


async def test_a_teacher_writes_to_the_family_of_an_own_pupil_alone(talk: Talkers) -> None:
    family = await talk.world.see(list_family, ListFamily(talk.child), talk.accounts["teacher"])
    assert {each.person for each in family.relatives} == {talk.person(who) for who in ("mother", "father", "student")}
    address = Address(talk.child, talk.person("father"), ThreadSide.STAFF)
    await talk.world.do(write_first, WriteFirst(address, "Добрый день"), talk.accounts["teacher"])
    assert await talk.told("message") == [talk.person("father")]
    cases: list[tuple[Any, Any]] = [(list_family, ListFamily(talk.child)), (find_addressee, address)]
    for usecase, command in cases:
        with pytest.raises(Forbidden):
            await talk.world.see(usecase, command, talk.accounts["colleague"])


async def test_a_teacher_does_not_write_to_another_family_about_a_pupil(talk: Talkers) -> None:
    address = Address(talk.child, talk.person("stranger"), ThreadSide.STAFF)
    with pytest.raises(Forbidden):
        await talk.world.do(write_first, WriteFirst(address, "?"), talk.accounts["teacher"])


async def test_classes_and_pupils_are_offered_to_whom_they_are_taught_by(talk: Talkers) -> None:
    for who, klasses in (("teacher", ["7Б"]), ("supervisor", ["7Б"]), ("deputy", ["7Б", "8А"])):
        found = await talk.world.see(list_klasses, ListKlasses(talk.school), talk.accounts[who])
        assert [name for _, name in found.klasses] == klasses
        pupils = await talk.world.see(list_pupils, ListPupils(KlassId(talk.klass.id)), talk.accounts[who])
        assert [name.family for _, name in pupils.pupils] == ["Орлов", "Панина"]
    for who in ("colleague", "mother", "student", "head"):
        with pytest.raises(Forbidden):
            await talk.world.see(list_pupils, ListPupils(KlassId(talk.klass.id)), talk.accounts[who])


async def test_who_has_not_come_in_is_not_written_to(talk: Talkers) -> None:
    away = await talk.world.guardian("Орлова Нина Юрьевна", talk.child)
    address = Address(talk.child, PersonId(away), ThreadSide.STAFF)
    with pytest.raises(Refusal, match="message-not-entered"):
        await talk.world.do(write_first, WriteFirst(address, "?"), talk.accounts["teacher"])


async def test_the_writer_sees_that_it_was_read(talk: Talkers) -> None:
    thread = await talk.write()
    page = await talk.world.see(look_into, OpenTalk(thread), talk.accounts["mother"])
    assert page.talk.thread.staff_read == 0
    assert await talk.world.see(count_staff_unread, CountStaffUnread(talk.school), talk.accounts["teacher"]) == 1
    await talk.world.do(open_talk, OpenTalk(thread), talk.accounts["teacher"])
    page = await talk.world.see(look_into, OpenTalk(thread), talk.accounts["mother"])
    assert page.talk.thread.staff_read == page.messages[-1].id
    assert await talk.world.see(count_staff_unread, CountStaffUnread(talk.school), talk.accounts["teacher"]) == 0


async def test_answering_does_not_hide_what_came_meanwhile(talk: Talkers) -> None:
    thread = await talk.write("раз")
    page = await talk.world.do(open_talk, OpenTalk(thread), talk.accounts["teacher"])
    await talk.write("два")
    answer = WriteMessage(thread, "ответ", seen=page.messages[-1].id)
    await talk.world.do(write_message, answer, talk.accounts["teacher"])
    assert await talk.world.see(count_staff_unread, CountStaffUnread(talk.school), talk.accounts["teacher"]) == 1


async def test_a_muted_thread_tells_nobody_but_keeps_and_the_family_sees_nothing_of_it(talk: Talkers) -> None:
    thread = await talk.write()
    await talk.world.do(mute_talk, MuteTalk(thread, True), talk.accounts["teacher"])
    await talk.write("ещё")
    assert await talk.told("message_staff") == [talk.person("teacher")]
    listed = await talk.world.see(list_staff_talks, ListStaffTalks(talk.school), talk.accounts["teacher"])
    assert listed.lines[0].unread == 2
    await talk.world.do(mute_talk, MuteTalk(thread, False), talk.accounts["teacher"])
    await talk.write("и ещё")
    assert len(await talk.told("message_staff")) == 2
    assert [entry.after for entry in await talk.audited("thread.muted")] == ["muted", "heard"]


async def test_a_family_does_not_mute_or_end(talk: Talkers) -> None:
    thread = await talk.write()
    cases: list[tuple[Any, Any]] = [(mute_talk, MuteTalk(thread, True)), (end_talk, EndTalk(thread))]
    for usecase, command in cases:
        with pytest.raises(Forbidden):
            await talk.world.do(usecase, command, talk.accounts["mother"])


async def test_an_ended_thread_opens_again_when_the_staff_writes(talk: Talkers) -> None:
    thread = await talk.write()
    await talk.world.do(end_talk, EndTalk(thread), talk.accounts["teacher"])
    with pytest.raises(Refusal, match="thread-ended"):
        await talk.write("но")
    page = await talk.world.see(look_into, OpenTalk(thread), talk.accounts["mother"])
    assert not page.open
    assert talk.person("supervisor") in [each.person for each in page.others]
    await talk.world.do(write_message, WriteMessage(thread, "пишите"), talk.accounts["teacher"])
    await talk.write("да")


async def test_when_the_teacher_goes_the_thread_closes_the_same_day_and_says_whom_to_write_to(talk: Talkers) -> None:
    thread = await talk.write()
    await _set(talk, AssignmentRow, AssignmentRow.teacher_id == talk.person("teacher"), until=TODAY)
    with pytest.raises(Refusal, match="thread-closed"):
        await talk.world.do(write_message, WriteMessage(thread, "вы где"), talk.accounts["mother"])
    page = await talk.world.do(open_talk, OpenTalk(thread), talk.accounts["mother"])
    assert not page.open
    assert talk.person("supervisor") in [each.person for each in page.others]
    with pytest.raises(Forbidden):
        await talk.world.do(open_talk, OpenTalk(thread), talk.accounts["teacher"])
    listed = await talk.world.see(list_staff_talks, ListStaffTalks(talk.school), talk.accounts["teacher"])
    assert not listed.lines
    assert await talk.world.see(count_staff_unread, CountStaffUnread(talk.school), talk.accounts["teacher"]) == 0


async def test_a_dismissed_teacher_reads_nothing_any_more(talk: Talkers) -> None:
    thread = await talk.write()
    await _set(talk, PersonRow, PersonRow.id == talk.person("teacher"), until=YESTERDAY)
    with pytest.raises(Stranger):
        await talk.world.do(open_talk, OpenTalk(thread), talk.accounts["teacher"])
    with pytest.raises(Refusal, match="thread-closed"):
        await talk.world.do(write_message, WriteMessage(thread, "вы где"), talk.accounts["mother"])


async def test_a_child_who_left_the_class_is_no_business_of_its_teachers(talk: Talkers) -> None:
    thread = await talk.write()
    await _set(talk, EnrolmentRow, EnrolmentRow.student_id == talk.child, until=YESTERDAY)
    with pytest.raises(Forbidden):
        await talk.world.do(open_talk, OpenTalk(thread), talk.accounts["teacher"])


async def test_who_is_no_guardian_any_more_is_neither_written_to_nor_reads(talk: Talkers) -> None:
    thread = await talk.write()
    await _set(talk, GuardianshipRow, GuardianshipRow.guardian_id == talk.person("mother"), until=YESTERDAY)
    with pytest.raises(Forbidden):
        await talk.world.do(open_talk, OpenTalk(thread), talk.accounts["mother"])
    with pytest.raises(Refusal, match="thread-closed"):
        await talk.world.do(write_message, WriteMessage(thread, "?"), talk.accounts["teacher"])


async def test_words_are_bounded_and_a_file_needs_none(talk: Talkers) -> None:
    thread = await talk.write("ё" * MESSAGE_LIMIT)
    with pytest.raises(Refusal, match="text-long"):
        await talk.write("ё" * (MESSAGE_LIMIT + 1))
    with pytest.raises(Refusal, match="text-empty"):
        await talk.write(" \n ")
    page = await talk.world.do(write_message, WriteMessage(thread, "", PHOTO), talk.accounts["mother"])
    assert page.messages[-1].file == PHOTO


async def test_a_flood_is_stopped_for_its_writer_alone_and_for_an_hour(talk: Talkers) -> None:
    for _ in range(PER_HOUR):
        thread = await talk.write()
    with pytest.raises(Refusal, match="messages-many"):
        await talk.write()
    await talk.world.do(write_message, WriteMessage(thread, "тише"), talk.accounts["teacher"])
    talk.world.clock.shift(hours=1)
    await talk.write()


async def test_a_long_thread_is_read_part_by_part_without_a_gap(talk: Talkers) -> None:
    for number in range(25):
        thread = await talk.write(f"сообщение {number}")
    seen: list[str] = []
    before = 0
    while True:
        page = await talk.world.see(look_into, OpenTalk(thread, before), talk.accounts["mother"])
        seen = [message.text for message in page.messages] + seen
        if not page.earlier:
            break
        before = page.messages[0].id
    assert seen == [f"сообщение {number}" for number in range(25)]


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [(15, 10, None), (15, 7, (15, 8)), (15, 19, (16, 8)), (16, 20, (19, 8)), (17, 12, (19, 8))],
)
async def test_a_family_is_told_when_an_answer_may_come(
    talk: Talkers, day: int, hour: int, expected: tuple[int, int] | None
) -> None:
    talk.world.clock.to(TODAY.replace(day=day), hour)
    thread = await talk.write()
    page = await talk.world.see(look_into, OpenTalk(thread), talk.accounts["mother"])
    at = page.answer_at.astimezone(page.child.zone) if page.answer_at else None
    assert (at and (at.day, at.hour)) == expected
