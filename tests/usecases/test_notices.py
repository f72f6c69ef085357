"""Notices: to whom, when, how often, and what may be done with them afterwards (CLS-3) [003 Г-2]."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import event, select, update

from core.model.errors import Forbidden, Refusal, Stale
from core.model.homework import FileKind, SentFile
from core.model.ids import KlassId, NoticeId, PersonId, SchoolId
from core.model.notice import NoticeAim, NoticeKind, NoticeReaders, NoticeState
from core.model.people import Role
from core.storage.rows import AuditRow, EnrolmentRow, EventRow, KlassRow, NoticeReaderRow, NoticeRow, NoticeTargetRow
from core.usecases import notice_reading as reading
from core.usecases import notice_sending as sending
from core.usecases import notices
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
