"""Final marks and permissions in the chats: one letter a child, corrections answer it, nothing waits (DIA-9)."""

from datetime import date, time

import pytest
from sqlalchemy import select

from core.model.final_mark import FinalKind, TermKey
from core.model.ids import GroupId, LatePermissionId, PeriodId
from core.model.mark import MarkValue
from core.model.people import Role
from core.storage.rows import PeriodRow
from core.usecases.final_marks import CorrectFinal, SetFinal, correct_final, set_final, undo_finals
from core.usecases.final_sheets import OpenFinals
from core.usecases.late_permissions import AnswerLate, AskLate, answer_late, ask_late
from notifications.letter import Act
from tests.notifications.conftest import Office
from tests.world import local

V = MarkValue
HEAD = "<b>Дарья Волкова</b> · 7Б\n🏁 Итоги: 1 четверть"


@pytest.fixture
async def term(office: Office) -> TermKey:
    """The first quarter, on its last Thursday."""
    office.world.clock.instant = local(date(2026, 10, 22), 12)
    period = (await office.world.rows(select(PeriodRow.id).order_by(PeriodRow.starts_on)))[0][0]
    return TermKey(FinalKind.PERIOD, PeriodId(period))


async def _second(office: Office) -> GroupId:
    return GroupId(await office.world.group(office.room.klass, "Геометрия", office.room.teacher))


async def test_all_subjects_come_in_one_letter_after_the_grace_time(office: Office, term: TermKey) -> None:
    other = await _second(office)
    async with office.running():
        await office.do(set_final, SetFinal(GroupId(office.room.group), office.child, term, V.FIVE))
        await office.later(minutes=2)
        await office.do(set_final, SetFinal(other, office.child, term, V.NOT_ASSESSED))
        await office.later(minutes=5)
    expected = f"{HEAD}\nАлгебра: <b>5</b>\nГеометрия: <b>нет аттестации</b>"
    assert office.post.by_chat() == {key: [expected] for key in (office.mother, office.father, office.student)}
    acts = [button.act for row in office.post.messages(office.mother)[0].buttons for button in row]
    assert acts == [Act.OPEN_RESULTS]


async def test_no_publication_hours_hold_results_back(office: Office, term: TermKey) -> None:
    """[002 прил.3 §4; 004 §7]: within a day, whatever the hours in which marks are told (NTF-6)."""
    await office.world.change_school(publication_opens=time(16, 30), publication_closes=time(19))
    async with office.running():
        await office.do(set_final, SetFinal(GroupId(office.room.group), office.child, term, V.FIVE))
        await office.later(minutes=5)
    assert office.post.texts(office.mother) == [f"{HEAD}\nАлгебра: <b>5</b>"]


async def test_a_correction_says_old_and_new_and_answers_the_first(office: Office, term: TermKey) -> None:
    async with office.running():
        done = await office.do(set_final, SetFinal(GroupId(office.room.group), office.child, term, V.FIVE))
        await office.later(minutes=5)
        changed = await office.do(correct_final, CorrectFinal(done.marks[0].id, V.FOUR, "typo"))
        await office.later(minutes=5)
        await office.do(correct_final, CorrectFinal(changed.marks[0].id, None, "retake"))
        await office.later(minutes=5, seconds=1)
    told = office.post.messages(office.mother)
    assert [letter.text.split("\n")[-1] for letter in told] == [
        "Алгебра: <b>5</b>",
        "Алгебра: было <b>5</b> → стало <b>4</b>",
        "Алгебра: отметка <b>4</b> снята, будет выставлена заново",
    ]
    assert told[1].reply_to is not None


async def test_what_was_undone_in_time_is_never_told(office: Office, term: TermKey) -> None:
    group = GroupId(office.room.group)
    async with office.running():
        await office.do(set_final, SetFinal(group, office.child, term, V.FIVE))
        await office.later(minutes=3)
        await office.do(undo_finals, OpenFinals(group, term))
        await office.later(minutes=10)
    assert office.post.arrived == []


async def test_a_request_goes_to_the_deputy_and_the_answer_to_the_teacher(office: Office) -> None:
    deputy = await office.world.enter(await office.world.staff("Сафонова Нина Игоревна", Role.DEPUTY))
    async with office.running():
        await office.do(ask_late, AskLate(office.lesson, office.child, "illness"))
        await office.later(minutes=1)
        letter = office.post.messages(deputy)[0]
        assert letter.text.split("\n")[:3] == [
            "7Б · Алгебра, урок 15 октября – Волкова Д.",
            "🙋 <b>Зимина Анна Петровна</b> просит открыть журнал.",
            "Причина: болезнь",
        ]
        key = LatePermissionId(letter.buttons[0][0].ids[0])
        assert [button.act for button in letter.buttons[0]] == [Act.ALLOW_LATE, Act.REFUSE_LATE]
        await office.world.do(answer_late, AnswerLate(key, True), deputy)
        await office.later(minutes=1)
    assert "до 16 октября включительно" in office.post.texts(office.room.telegram)[-1]
