"""Notices: to whom, when, how often, and what may be done with them afterwards (CLS-3) [003 Г-2]."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from core.model.errors import Forbidden, Refusal, Stale
from core.model.homework import FileKind, SentFile
from core.model.ids import KlassId, NoticeId, SchoolId
from core.model.notice import NoticeAim, NoticeKind, NoticeState
from core.model.people import Role
from core.model.regulation import Matter
from core.storage.rows import AuditRow, EnrolmentRow, EventRow, KlassRow, NoticeReaderRow, NoticeRow, StaffRoleRow
from core.usecases import notice_reading as reading
from core.usecases import notice_sending as sending
from core.usecases import notices, own_duties
from core.usecases.notice_sending import OfNotice
from tests.world import TODAY, KlassOf, World

WORDS = "Завтра в 17:00 собрание, каб. 21"


@dataclass
class Hall:
    """7Б with two families – one of them two guardians –, a third without the bot; 8А of somebody else; an office."""

    world: World
    klass: KlassOf
    other: KlassOf
    teacher: int
    teacher_id: int
    stranger: int
    deputy: int
    mother: int
    father: int
    neighbour: int

    async def begun(self, kind: NoticeKind = NoticeKind.PLAIN, text: str = WORDS) -> NoticeId:
        command = notices.BeginNotice(klass=KlassId(self.klass.id), kind=kind)
        key = await self.world.do(notices.begin_notice, command, self.teacher)
        if text:
            await self.world.do(notices.write_notice, notices.WriteNotice(key, text), self.teacher)
        return key

    async def sent(self) -> NoticeId:
        key = await self.begun()
        await self.world.do(sending.send_notice, OfNotice(key), self.teacher)
        return key

    async def state(self, key: NoticeId) -> NoticeState:
        (row,) = await self.world.rows(select(NoticeRow.state).where(NoticeRow.id == key))
        found: NoticeState = row[0]
        return found


@pytest.fixture
async def hall(world: World) -> Hall:
    """The school of these tests."""
    belova = await world.staff("Белова Ирина Николаевна")
    zimina = await world.staff("Зимина Анна Петровна")
    safonova = await world.staff("Сафонова Нина Игоревна", Role.DEPUTY)
    seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера", "Ракитин Лев"], class_teacher=belova)
    eight = await world.klass("8А", ["Юдин Пётр"], class_teacher=zimina)
    mother = await world.guardian("Орлова Екатерина Павловна", seven.students[0])
    father = await world.guardian("Орлов Павел Ильич", seven.students[0])
    neighbour = await world.guardian("Панин Олег Игоревич", seven.students[1])
    await world.guardian("Ракитина Ольга Юрьевна", seven.students[2])
    return Hall(
        world,
        seven,
        eight,
        await world.enter(belova),
        belova,
        await world.enter(zimina),
        await world.enter(safonova),
        await world.enter(mother),
        await world.enter(father),
        await world.enter(neighbour),
    )


async def test_a_draft_says_whom_it_reaches(hall: Hall) -> None:
    key = await hall.begun()
    sheet = await hall.world.see(notices.open_notice, notices.OpenNotice(key), hall.teacher)
    assert (sheet.reach.households, sheet.reach.chats, sheet.reach.unreached) == (3, 3, 1)
    assert sheet.notice.text == WORDS
    assert sheet.child is not None


async def test_sending_tells_once_however_often_it_is_tapped(hall: Hall) -> None:
    key = await hall.sent()
    await hall.world.do(sending.send_notice, OfNotice(key), hall.teacher)
    assert len(await hall.world.rows(select(EventRow.id).where(EventRow.kind == "notice"))) == 1
    assert len(await hall.world.rows(select(AuditRow.id).where(AuditRow.kind == "notice.sent"))) == 1
    assert len(await hall.world.rows(select(NoticeReaderRow.id))) == 4


async def test_another_s_class_and_forged_ids_do_not_exist(hall: Hall) -> None:
    world = hall.world
    key = await hall.begun()
    for command in (
        notices.BeginNotice(klass=KlassId(hall.other.id)),
        notices.BeginNotice(school=SchoolId(world.school)),
    ):
        with pytest.raises(Forbidden):
            await world.do(notices.begin_notice, command, hall.teacher)
    for telegram in (hall.stranger, hall.mother, hall.deputy):
        with pytest.raises(Forbidden):
            await world.see(notices.open_notice, notices.OpenNotice(key), telegram)
    with pytest.raises(Forbidden):
        await world.see(notices.open_notice, notices.OpenNotice(NoticeId(2**60)), hall.teacher)


async def test_only_families_of_the_class_can_be_chosen(hall: Hall) -> None:
    world, key = hall.world, await hall.begun()
    await world.do(notices.aim_notice, notices.AimNotice(key, aim=NoticeAim.FAMILIES), hall.teacher)
    stranger = notices.ToggleTarget(key, NoticeAim.FAMILIES, hall.other.students[0])
    with pytest.raises(Forbidden):
        await world.do(notices.toggle_target, stranger, hall.teacher)
    with pytest.raises(Forbidden):
        await world.do(notices.aim_notice, notices.AimNotice(key, aim=NoticeAim.SCHOOL), hall.teacher)
    chosen = notices.ToggleTarget(key, NoticeAim.FAMILIES, hall.klass.students[1])
    await world.do(notices.toggle_target, chosen, hall.teacher)
    found = await world.do(sending.send_notice, OfNotice(key), hall.teacher)
    assert [each.name.short for each in found.households] == ["Панина Вера"]


async def test_who_left_the_class_is_written_to_no_more(hall: Hall) -> None:
    world, key = hall.world, await hall.begun()
    await world.do(notices.aim_notice, notices.AimNotice(key, aim=NoticeAim.FAMILIES), hall.teacher)
    for student in hall.klass.students[:2]:
        await world.do(notices.toggle_target, notices.ToggleTarget(key, NoticeAim.FAMILIES, student), hall.teacher)
    async with world.works.changing() as work:
        left = update(EnrolmentRow).where(EnrolmentRow.student_id == hall.klass.students[0])
        await work.run(lambda db: db.execute(left.values(until=TODAY)))
    found = await world.do(sending.send_notice, OfNotice(key), hall.teacher)
    assert [each.name.short for each in found.households] == ["Панина Вера"]


async def test_one_guardian_s_tap_settles_the_household(hall: Hall) -> None:
    key = await hall.sent()
    for _ in range(2):
        await hall.world.do(reading.read_notice, reading.ReceivedOf(key), hall.father)
    found = await hall.world.see(sending.show_result, OfNotice(key), hall.teacher)
    assert [each.name.short for each in found.households if each.read_at] == ["Орлов Михаил"]
    assert [each.name.short for each in found.unread()] == ["Панина Вера"]
    assert [each.name.short for each in found.unreached()] == ["Ракитин Лев"]
    seen = await hall.world.see(reading.open_received, reading.ReceivedOf(key), hall.mother)
    assert seen.read_at is not None


async def test_nobody_reads_what_was_not_for_them(hall: Hall) -> None:
    key = await hall.sent()
    for telegram in (hall.stranger, hall.deputy):
        with pytest.raises(Forbidden):
            await hall.world.do(reading.read_notice, reading.ReceivedOf(key), telegram)
    await hall.world.do(sending.recall_notice, OfNotice(key), hall.teacher)
    with pytest.raises(Refusal, match="notice-recalled"):
        await hall.world.do(reading.read_notice, reading.ReceivedOf(key), hall.mother)


async def test_an_empty_one_and_one_to_nobody_are_not_sent(hall: Hall) -> None:
    key = await hall.begun(text="")
    with pytest.raises(Refusal, match="notice-empty"):
        await hall.world.do(sending.send_notice, OfNotice(key), hall.teacher)
    await hall.world.do(notices.write_notice, notices.WriteNotice(key, WORDS), hall.teacher)
    await hall.world.do(notices.aim_notice, notices.AimNotice(key, aim=NoticeAim.FAMILIES), hall.teacher)
    with pytest.raises(Refusal, match="notice-nobody"):
        await hall.world.do(sending.send_notice, OfNotice(key), hall.teacher)


async def test_texts_are_bounded_in_the_units_that_telegram_counts(hall: Hall) -> None:
    key = await hall.begun(text="")
    with pytest.raises(Refusal, match="text-long"):
        await hall.world.do(notices.write_notice, notices.WriteNotice(key, "😀" * 1600), hall.teacher)
    files = tuple(SentFile(FileKind.PHOTO, f"p{number}") for number in range(11))
    with pytest.raises(Refusal, match="too-many-files"):
        await hall.world.do(notices.write_notice, notices.WriteNotice(key, files=files), hall.teacher)
    await hall.world.do(notices.write_notice, notices.WriteNotice(key, "я" * 3000), hall.teacher)


async def test_a_draft_is_taken_up_again_and_is_its_author_s_alone(hall: Hall) -> None:
    key = await hall.begun()
    assert await hall.begun(text="") == key
    async with hall.world.works.changing() as work:
        mine = update(KlassRow).where(KlassRow.id == hall.klass.id).values(class_teacher_id=None)
        await work.run(lambda db: db.execute(mine))
    with pytest.raises(Forbidden):
        await hall.world.see(notices.open_notice, notices.OpenNotice(key), hall.teacher)


async def test_an_hour_that_is_over_or_far_away_is_refused(hall: Hall) -> None:
    key = await hall.begun()
    for day, hour in ((TODAY, 9), (TODAY + timedelta(days=90), 9)):
        with pytest.raises(Refusal, match="notice-time"):
            await hall.world.do(sending.schedule_notice, sending.ScheduleNotice(key, day, hour), hall.teacher)
    await hall.world.do(sending.schedule_notice, sending.ScheduleNotice(key, TODAY, 17), hall.teacher)
    assert await hall.state(key) is NoticeState.SCHEDULED
    with pytest.raises(Stale):
        await hall.world.do(notices.write_notice, notices.WriteNotice(key, "Другое"), hall.teacher)
    await hall.world.do(sending.unschedule_notice, OfNotice(key), hall.teacher)
    await hall.world.do(sending.drop_notice, OfNotice(key), hall.teacher)
    with pytest.raises(Forbidden):
        await hall.world.see(notices.open_notice, notices.OpenNotice(key), hall.teacher)


async def test_a_deputy_of_some_grades_speaks_to_those_alone(hall: Hall) -> None:
    world = hall.world
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(StaffRoleRow).values(grades=frozenset({8}))))
    key = await world.do(notices.begin_notice, notices.BeginNotice(school=SchoolId(world.school)), hall.deputy)
    with pytest.raises(Refusal, match="notice-own-grades"):
        await world.do(notices.aim_notice, notices.AimNotice(key, aim=NoticeAim.SCHOOL), hall.deputy)
    sheet = await world.do(notices.aim_notice, notices.AimNotice(key, aim=NoticeAim.KLASSES), hall.deputy)
    assert [target.label for target in sheet.targets] == ["8А"]
    seven = notices.ToggleTarget(key, NoticeAim.KLASSES, hall.klass.id)
    with pytest.raises(Forbidden):
        await world.do(notices.toggle_target, seven, hall.deputy)


async def test_urgent_is_the_office_s_alone(hall: Hall) -> None:
    key = await hall.begun()
    with pytest.raises(Forbidden):
        await hall.world.do(notices.change_draft, notices.ChangeDraft(key, urgent=True), hall.teacher)


async def test_reminding_goes_once_a_day_and_not_on_the_first(hall: Hall) -> None:
    key = await hall.sent()
    with pytest.raises(Refusal, match="notice-reminded"):
        await hall.world.do(sending.remind_notice, OfNotice(key), hall.teacher)
    hall.world.clock.shift(days=1)
    await hall.world.do(sending.remind_notice, OfNotice(key), hall.teacher)
    with pytest.raises(Refusal, match="notice-reminded"):
        await hall.world.do(sending.remind_notice, OfNotice(key), hall.teacher)


async def test_words_never_enter_the_trail(hall: Hall) -> None:
    key = await hall.sent()
    await hall.world.do(sending.edit_notice, sending.EditNotice(key, "Собрания не будет"), hall.teacher)
    rows = await hall.world.rows(select(AuditRow.kind, AuditRow.before, AuditRow.after, AuditRow.extra))
    assert [row.kind for row in rows] == ["notice.sent", "notice.edited"]
    assert not [row for row in rows if "собран" in f"{row.before}{row.after}{row.extra}".lower()]


async def _weeks_owed(hall: Hall) -> set[date | None]:
    owed = await hall.world.see(own_duties.my_list, own_duties.MyList(), hall.teacher)
    return {each.duty.subject.day for each in owed if each.duty.rule.about is Matter.NOTICE_WEEK}


async def test_it_closes_the_week_s_duty(hall: Hall) -> None:
    assert date(2026, 10, 12) in await _weeks_owed(hall)
    await hall.sent()
    assert date(2026, 10, 12) not in await _weeks_owed(hall)


async def test_the_earlier_week_s_summary_closes_the_earlier_week(hall: Hall) -> None:
    key = await hall.begun(NoticeKind.WEEK, text="")
    await hall.world.do(notices.change_draft, notices.ChangeDraft(key, earlier_week=True), hall.teacher)
    await hall.world.do(sending.send_notice, OfNotice(key), hall.teacher)
    weeks = await _weeks_owed(hall)
    assert date(2026, 10, 5) not in weeks
    assert date(2026, 10, 12) in weeks
