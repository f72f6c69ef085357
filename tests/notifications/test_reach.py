"""Nobody left out: the other guardian at once, nothing for who stopped the bot, one line when they are back (NTF-9)."""

import pytest
from sqlalchemy import select, update

from core.model.attendance import Presence
from core.model.preferences import Telling, Topic
from core.storage.rows import AccountRow, BindingRow
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.entry import Blocked, note_blocked
from core.usecases.homework import SetHomework, set_homework
from core.usecases.preferences import ChooseTelling, choose_telling
from core.usecases.remarks import WriteRemark, write_remark
from notifications.post import ChatGone
from tests.notifications.conftest import Office

BACK = "С возвращением! Пока бот был остановлен, сообщения не приходили. Всё новое – внутри: /menu"


async def _late(office: Office) -> None:
    await office.do(take_attendance, TakeAttendance(office.lesson, ((office.child, Presence.LATE, 5),)))


async def _digest(office: Office, telegram: int, *topics: Topic) -> None:
    for topic in topics:
        await office.world.do(choose_telling, ChooseTelling(office.child, topic, Telling.DIGEST), telegram)


async def _stop(office: Office, telegram: int, *, stopped: bool = True) -> None:
    await office.world.do(note_blocked, Blocked(telegram, blocked=stopped))


@pytest.mark.parametrize("stopped", [False, True])
async def test_an_absence_reaches_the_other_guardian_at_once(office: Office, stopped: bool) -> None:
    await _digest(office, office.father, Topic.ATTENDANCE, Topic.HOMEWORK)
    await _digest(office, office.student, Topic.ATTENDANCE)
    async with office.running():
        if stopped:
            await _stop(office, office.mother)
        await _late(office)
        await office.do(set_homework, SetHomework(office.lesson, "№ 5"))
        await office.later(minutes=6)
        told = office.post.texts(office.father)
    assert [("опоздание" in text, "№ 5" in text) for text in told] == ([(True, False)] if stopped else [])
    assert all("опоздание" not in text for text in office.post.texts(office.student))
    assert len(office.post.texts(office.mother)) == (0 if stopped else 2)


async def test_a_guardian_who_never_came_counts_as_well(office: Office) -> None:
    await _digest(office, office.father, Topic.ATTENDANCE)
    async with office.world.works.changing() as work:
        mother = select(AccountRow.id).where(AccountRow.telegram_id == office.mother).scalar_subquery()
        ended = update(BindingRow).where(BindingRow.account_id == mother).values(ended_at=work.now)
        await work.run(lambda db: db.execute(ended))
    async with office.running():
        await _late(office)
        await office.told()
    assert len(office.post.texts(office.father)) == 1


async def test_what_waits_for_who_stops_the_bot_is_let_go(office: Office) -> None:
    async with office.running():
        await office.do(write_remark, WriteRemark(office.lesson, office.child, "Забыла тетрадь"))
        await office.told()
        await _stop(office, office.mother)
        await office.later(minutes=6)
    assert all(message.chat != office.mother for _, message in office.post.tried)
    assert sorted(await office.outcomes()) == ["chat_gone", "sent", "sent"]


async def test_who_is_back_hears_one_line_and_nothing_old(office: Office) -> None:
    async with office.running():
        await office.told()
        await _stop(office, office.mother)
        await _late(office)
        await office.later(hours=26)
        await _stop(office, office.mother, stopped=False)
        await office.told()
    assert office.post.texts(office.mother) == [BACK]
    assert BACK not in office.post.texts(office.father)


async def test_a_short_absence_from_the_bot_is_no_matter(office: Office) -> None:
    async with office.running():
        await _stop(office, office.mother)
        office.world.clock.shift(minutes=30)
        await _stop(office, office.mother, stopped=False)
        await office.told()
    assert office.post.texts(office.mother) == []


async def test_since_when_a_chat_is_gone_stays_the_first_time(office: Office) -> None:
    began = office.world.clock.now()
    async with office.running():
        office.post.always = lambda message: ChatGone("blocked") if message.chat == office.mother else None
        await _late(office)
        await office.told()
        office.world.clock.shift(hours=2)
        await _stop(office, office.mother)
    rows = await office.world.rows(select(AccountRow.blocked_at).where(AccountRow.telegram_id == office.mother))
    assert [row.blocked_at for row in rows] == [began]
