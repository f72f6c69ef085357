"""A mark called wrong: who may, until when, what follows, and that everything is audited and told (DIA-11)."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select, update

from core.model.appeal import AppealReason, AppealSide, AppealState
from core.model.errors import Forbidden, Refusal
from core.model.events import EventKind
from core.model.ids import AppealId, MarkId, PersonId, SchoolId
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.school import EditWindow
from core.storage.rows import AppealRow, AuditRow, EventRow, LatePermissionRow, StaffRoleRow
from core.usecases.appeals import (
    ExplainMark,
    FileAppeal,
    ForwardAppeal,
    ListAppeals,
    OpenAppeal,
    OpenMarkCard,
    PermitCorrection,
    explain_mark,
    file_appeal,
    forward_appeal,
    list_appeals,
    mark_card,
    open_appeal,
    permit_correction,
)
from core.usecases.marks import CorrectMark, SetMark, WithdrawMark, correct_mark, set_mark, withdraw_mark
from tests.classroom import Classroom, classroom
from tests.world import World


@dataclass(frozen=True, slots=True)
class Case:
    """A three for the first student of the class, with mother, deputy and another family."""

    world: World
    room: Classroom
    mark: MarkId
    mother: int
    stranger: int
    deputy: int

    @property
    def child(self) -> PersonId:
        return self.room.students[0]

    async def file(self, reason: AppealReason = AppealReason.NOT_MINE, words: str = "") -> AppealId:
        filed = await self.world.do(file_appeal, FileAppeal(self.child, self.mark, reason, words), self.mother)
        return filed.appeal.id

    async def state(self) -> AppealState:
        rows = await self.world.rows(select(AppealRow.state).order_by(AppealRow.id))
        state: AppealState = rows[-1][0]
        return state

    async def told(self) -> list[int]:
        query = select(EventRow.person_id).where(EventRow.kind == EventKind.APPEAL).order_by(EventRow.id)
        return [row[0] for row in await self.world.rows(query)]

    async def audited(self) -> list[str]:
        query = select(AuditRow.kind).where(AuditRow.kind.like("appeal.%")).order_by(AuditRow.seq)
        return [row[0] for row in await self.world.rows(query)]


@pytest.fixture
async def case(world: World) -> Case:
    room = await classroom(world)
    child, other = room.students[:2]
    work = await room.work()
    marked = await room.do(set_mark, SetMark(work, child, MarkValue.THREE))
    mother = await world.guardian("Волкова Инна Сергеевна", child)
    deputy = await world.staff("Сафонова Нина Игоревна", Role.DEPUTY)
    return Case(
        world,
        room,
        marked.corrections[0].mark.root,
        await world.enter(mother),
        await world.enter(await world.guardian("Ёлкина Ольга Петровна", other)),
        await world.enter(deputy),
    )


async def test_a_guardian_asks_and_the_teacher_is_told(case: Case) -> None:
    await case.file(words="  Это отметка Петра  ")
    row = (await case.world.rows(select(AppealRow.words, AppealRow.value, AppealRow.state)))[0]
    assert tuple(row) == ("Это отметка Петра", MarkValue.THREE, AppealState.OPEN)
    assert await case.told() == [case.room.teacher]
    assert await case.audited() == ["appeal.filed"]


async def test_the_trail_keeps_no_words(case: Case) -> None:
    await case.file(words="Это отметка Петра")
    extra = (await case.world.rows(select(AuditRow.extra).where(AuditRow.kind == "appeal.filed")))[0][0]
    assert "Петра" not in extra
    assert '"words": "' in extra


async def test_somebody_elses_mark_is_not_there(case: Case) -> None:
    command = FileAppeal(case.child, case.mark, AppealReason.NOT_MINE)
    with pytest.raises(Forbidden):
        await case.world.do(file_appeal, command, case.stranger)
    # Nor is it there under the own child's name.
    own = FileAppeal(case.room.students[1], case.mark, AppealReason.NOT_MINE)
    with pytest.raises(Forbidden):
        await case.world.do(file_appeal, own, case.stranger)
    with pytest.raises(Forbidden):
        await case.world.do(file_appeal, command, case.room.telegram)


async def test_one_question_at_a_time_even_of_two_guardians(case: Case) -> None:
    await case.file()
    father = await case.world.enter(await case.world.guardian("Волков Олег", case.child))
    with pytest.raises(Refusal, match="appeal-open"):
        await case.world.do(file_appeal, FileAppeal(case.child, case.mark, AppealReason.OTHER), father)


async def test_three_days_after_the_record(case: Case) -> None:
    case.world.clock.shift(days=3)
    card = await case.world.see(mark_card, OpenMarkCard(case.child, case.mark), case.mother)
    assert card.refused == ""
    case.world.clock.shift(days=1)
    card = await case.world.see(mark_card, OpenMarkCard(case.child, case.mark), case.mother)
    assert card.refused == "appeal-late"
    with pytest.raises(Refusal, match="appeal-late"):
        await case.file()


async def test_a_corrected_mark_may_be_asked_about_anew(case: Case) -> None:
    await case.file()
    await case.room.do(correct_mark, CorrectMark(case.mark, MarkValue.FOUR))
    with pytest.raises(Refusal, match="appeal-corrected"):
        await case.file()
    case.world.clock.shift(minutes=20)
    newest = (await case.world.rows(select(AuditRow.extra).where(AuditRow.kind == "mark.corrected")))[0][0]
    assert newest
    marks = await case.world.see(mark_card, OpenMarkCard(case.child, case.mark), case.mother)
    assert marks.mark.value is MarkValue.FOUR


async def test_a_correction_is_the_answer(case: Case) -> None:
    await case.file()
    await case.room.do(correct_mark, CorrectMark(case.mark, MarkValue.FIVE))
    assert await case.state() is AppealState.CORRECTED
    assert await case.audited() == ["appeal.filed", "appeal.corrected"]
    assert len(await case.told()) == 2


async def test_so_is_taking_the_mark_back(case: Case) -> None:
    await case.file()
    await case.room.do(withdraw_mark, WithdrawMark(case.mark))
    assert await case.state() is AppealState.CORRECTED


async def test_a_comment_alone_is_no_answer(case: Case) -> None:
    await case.file()
    await case.room.do(correct_mark, CorrectMark(case.mark, comment="Проверю"))
    assert await case.state() is AppealState.OPEN


async def test_an_explanation_is_the_answer(case: Case) -> None:
    key = await case.file()
    await case.room.do(explain_mark, ExplainMark(key, "Второй ответ без доказательства"))
    view = await case.world.see(open_appeal, OpenAppeal(key), case.mother)
    assert (view.side, view.case.appeal.state) == (AppealSide.FAMILY, AppealState.EXPLAINED)
    assert view.case.appeal.answer == "Второй ответ без доказательства"
    with pytest.raises(Refusal, match="appeal-answered"):
        await case.room.do(explain_mark, ExplainMark(key, "Ещё раз"))
    with pytest.raises(Refusal, match="appeal-explained"):
        await case.file()


async def test_only_its_sides_open_it(case: Case) -> None:
    key = await case.file()
    sides = [
        (await case.world.see(open_appeal, OpenAppeal(key), who)).side
        for who in (case.room.telegram, case.deputy, case.mother)
    ]
    assert sides == [AppealSide.TEACHER, AppealSide.DEPUTY, AppealSide.FAMILY]
    for who in (case.stranger, await case.world.enter(await case.world.staff("Чужой Пётр"))):
        with pytest.raises(Forbidden):
            await case.world.see(open_appeal, OpenAppeal(key), who)
        with pytest.raises(Forbidden):
            await case.world.do(explain_mark, ExplainMark(key, "Нет"), who)
    with pytest.raises(Forbidden):
        await case.world.see(open_appeal, OpenAppeal(AppealId(99)), case.mother)


async def test_the_deputy_permits_where_the_window_is_closed(case: Case) -> None:
    await case.world.change_school(edit_window=EditWindow.FORBIDDEN)
    case.world.clock.shift(minutes=30)
    key = await case.file()
    with pytest.raises(Refusal, match="correction-forbidden"):
        await case.room.do(correct_mark, CorrectMark(case.mark, MarkValue.FIVE))
    await case.room.do(forward_appeal, ForwardAppeal(key))
    assert await case.state() is AppealState.FORWARDED
    await case.world.do(permit_correction, PermitCorrection(key), case.deputy)
    assert await case.state() is AppealState.PERMITTED
    assert (await case.world.rows(select(LatePermissionRow.granted, LatePermissionRow.student_id)))[0] == (
        True,
        case.child,
    )
    await case.room.do(correct_mark, CorrectMark(case.mark, MarkValue.FIVE, reason="appeal"))
    assert await case.state() is AppealState.CORRECTED
    # The permission opened one place once.
    with pytest.raises(Refusal, match="correction-forbidden"):
        await case.room.do(correct_mark, CorrectMark(MarkId(case.mark + 1), MarkValue.TWO, reason="typo"))


async def test_the_deputy_may_explain_and_the_teacher_hears_of_it(case: Case) -> None:
    key = await case.file()
    await case.world.do(explain_mark, ExplainMark(key, "Отметка верна"), case.deputy)
    assert await case.state() is AppealState.EXPLAINED
    assert (await case.told()).count(case.room.teacher) == 2


async def test_the_deputys_list_is_of_the_own_grades(case: Case) -> None:
    await case.file()
    school = SchoolId(case.world.school)
    assert len(await case.world.see(list_appeals, ListAppeals(school), case.deputy)) == 1
    for who in (case.room.telegram, case.mother):
        with pytest.raises(Forbidden):
            await case.world.see(list_appeals, ListAppeals(school), who)


async def test_a_grade_without_a_deputy_is_every_deputys(case: Case) -> None:
    async with case.world.works.changing() as work:
        others = update(StaffRoleRow).where(StaffRoleRow.role == Role.DEPUTY).values(grades=frozenset({1, 2}))
        await work.run(lambda db: db.execute(others) and None)
    key = await case.file()
    await case.room.do(forward_appeal, ForwardAppeal(key))
    assert len(set(await case.told())) == 2
    assert len(await case.world.see(list_appeals, ListAppeals(SchoolId(case.world.school)), case.deputy)) == 1
    assert (await case.world.see(open_appeal, OpenAppeal(key), case.deputy)).side is AppealSide.DEPUTY
    await case.world.do(permit_correction, PermitCorrection(key), case.deputy)
    assert await case.state() is AppealState.PERMITTED
    # As soon as the grade has one, it is no concern of the others.
    await case.world.enter(await case.world.staff("Громова Ольга Павловна", Role.DEPUTY))
    with pytest.raises(Forbidden):
        await case.world.see(open_appeal, OpenAppeal(key), case.deputy)
    with pytest.raises(Forbidden):
        await case.world.do(explain_mark, ExplainMark(key, "Отметка верна"), case.deputy)


async def test_without_any_deputy_the_head_hears_but_does_not_decide(world: World) -> None:
    room = await classroom(world)
    mark = (await room.do(set_mark, SetMark(await room.work(), room.students[0], MarkValue.THREE))).corrections[0].mark
    mother = await world.enter(await world.guardian("Волкова Инна Сергеевна", room.students[0]))
    head = await world.staff("Громов Пётр Андреевич", Role.HEAD)
    telegram = await world.enter(head)
    filed = await world.do(file_appeal, FileAppeal(room.students[0], mark.root, AppealReason.NOT_MINE), mother)
    await room.do(forward_appeal, ForwardAppeal(filed.appeal.id))
    told = await world.rows(select(EventRow.person_id).where(EventRow.kind == EventKind.APPEAL).order_by(EventRow.id))
    assert told[-1][0] == head
    with pytest.raises(Forbidden):
        await world.do(permit_correction, PermitCorrection(filed.appeal.id), telegram)
