"""The deputy's remarks to teachers (CTL-3): who may, what becomes of them, who is told."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from core.model.control import RemarkState
from core.model.errors import Forbidden, Refusal, Stale
from core.model.people import Role
from core.storage.rows import AuditRow, EventRow
from core.usecases.control_remarks import (
    AnswerControlRemark,
    ListControlRemarks,
    OpenControlRemark,
    ReturnControlRemark,
    StartRemark,
    WriteControlRemark,
    answer_control_remark,
    confirm_control_remark,
    list_control_remarks,
    open_control_remark,
    resolve_control_remark,
    return_control_remark,
    start_remark,
    write_control_remark,
)
from tests.world import TODAY, World

FRIDAY = date(2026, 10, 16)


@dataclass(frozen=True, slots=True)
class Office:
    """A deputy, two teachers, a head; ids of persons and of their chats."""

    deputy: int
    teacher: int
    other: int
    head: int
    teacher_id: int
    other_id: int


@pytest.fixture
async def office(world: World) -> Office:
    deputy = await world.staff("Седова Ольга Игоревна", Role.DEPUTY)
    teacher = await world.staff("Зимина Анна Петровна")
    other = await world.staff("Белова Ирина Николаевна")
    head = await world.staff("Громов Павел Ильич", Role.HEAD)
    chats = [await world.enter(person) for person in (deputy, teacher, other, head)]
    return Office(*chats, teacher, other)


async def _write(world: World, office: Office, due_on: date = FRIDAY) -> int:
    command = WriteControlRemark(office.teacher_id, "Нет тем за 12–14 октября", due_on)
    return (await world.do(write_control_remark, command, office.deputy)).remark.id


async def _events(world: World) -> list[tuple[str, int]]:
    found = await world.rows(select(EventRow.kind, EventRow.person_id).order_by(EventRow.id))
    return [(kind.value, person) for kind, person in found]


async def test_a_remark_goes_its_way_and_each_step_is_told_and_recorded(world: World, office: Office) -> None:
    key = await _write(world, office)
    view = await world.see(open_control_remark, OpenControlRemark(key), office.teacher)
    assert (view.remark.state, view.mine, view.judges) == (RemarkState.OPEN, True, False)
    await world.do(answer_control_remark, AnswerControlRemark(key, "Болела"), office.teacher)
    await world.do(resolve_control_remark, OpenControlRemark(key), office.teacher)
    back = await world.do(return_control_remark, ReturnControlRemark(key, date(2026, 10, 19)), office.deputy)
    assert (back.remark.state, back.remark.due_on, back.judges) == (RemarkState.OPEN, date(2026, 10, 19), True)
    await world.do(resolve_control_remark, OpenControlRemark(key), office.teacher)
    done = await world.do(confirm_control_remark, OpenControlRemark(key), office.deputy)
    assert (done.remark.state, done.remark.answer) == (RemarkState.CONFIRMED, "Болела")
    deputy = done.remark.writer
    assert await _events(world) == [
        ("control_remark", office.teacher_id),
        ("control_answer", deputy),
        ("control_answer", deputy),
        ("control_remark", office.teacher_id),
        ("control_answer", deputy),
        ("control_remark", office.teacher_id),
    ]
    kinds = [row[0] for row in await world.rows(select(AuditRow.kind).order_by(AuditRow.seq))]
    steps = ("written", "answered", "resolved", "returned", "resolved", "confirmed")
    assert kinds == [f"control_remark.{step}" for step in steps]
    kept = await world.rows(select(AuditRow.before, AuditRow.after))
    assert not any("Нет тем" in str(value) or "Болела" in str(value) for row in kept for value in row)


async def test_resolving_twice_says_so_once(world: World, office: Office) -> None:
    key = await _write(world, office)
    for _ in range(2):
        await world.do(resolve_control_remark, OpenControlRemark(key), office.teacher)
    assert [kind for kind, _ in await _events(world)].count("control_answer") == 1


async def test_what_is_confirmed_stays_so(world: World, office: Office) -> None:
    key = await _write(world, office)
    await world.do(confirm_control_remark, OpenControlRemark(key), office.deputy)
    for usecase, command, who in (
        (resolve_control_remark, OpenControlRemark(key), office.teacher),
        (answer_control_remark, AnswerControlRemark(key, "Поздно"), office.teacher),
        (confirm_control_remark, OpenControlRemark(key), office.deputy),
        (return_control_remark, ReturnControlRemark(key, FRIDAY), office.deputy),
    ):
        with pytest.raises(Stale):
            await world.do(usecase, command, who)


async def test_only_the_deputy_writes_and_only_the_teacher_resolves(world: World, office: Office) -> None:
    for who in (office.teacher, office.other, office.head):
        with pytest.raises(Forbidden):
            await world.see(start_remark, StartRemark(office.other_id), who)
    key = await _write(world, office)
    for usecase in (resolve_control_remark, open_control_remark):
        with pytest.raises(Forbidden):
            await world.do(usecase, OpenControlRemark(key), office.other)
    with pytest.raises(Forbidden):
        await world.do(confirm_control_remark, OpenControlRemark(key), office.teacher)
    assert (await world.see(open_control_remark, OpenControlRemark(key), office.head)).judges is False


async def test_nobody_writes_to_a_family(world: World, office: Office) -> None:
    klass = await world.klass("7Б", ["Орлов Михаил"])
    with pytest.raises(Forbidden):
        await world.do(write_control_remark, WriteControlRemark(klass.students[0], "?", FRIDAY), office.deputy)


@pytest.mark.parametrize("shift", [-1, 91])
async def test_a_due_day_is_within_reach(world: World, office: Office, shift: int) -> None:
    with pytest.raises(Refusal) as refused:
        await _write(world, office, TODAY + timedelta(days=shift))
    assert refused.value.code == "remark-due"


async def test_the_form_offers_working_days(world: World, office: Office) -> None:
    form = await world.see(start_remark, StartRemark(office.teacher_id), office.deputy)
    assert form.days == (FRIDAY, date(2026, 10, 20), date(2026, 10, 22))


async def test_lists_hold_what_is_not_confirmed_the_earliest_due_first(world: World, office: Office) -> None:
    later = await _write(world, office, date(2026, 10, 20))
    first = await _write(world, office)
    closed = await _write(world, office)
    await world.do(confirm_control_remark, OpenControlRemark(closed), office.deputy)
    found = await world.see(list_control_remarks, ListControlRemarks(world.school), office.head)
    assert [one.id for one in found.remarks] == [first, later]
    own = await world.see(list_control_remarks, ListControlRemarks(world.school, office.teacher_id), office.teacher)
    assert [one.id for one in own.remarks] == [first, later]
    with pytest.raises(Forbidden):
        await world.see(list_control_remarks, ListControlRemarks(world.school), office.teacher)
    with pytest.raises(Forbidden):
        await world.see(list_control_remarks, ListControlRemarks(world.school, office.teacher_id), office.other)


async def test_a_remark_is_overdue_from_the_day_after(world: World, office: Office) -> None:
    key = await _write(world, office)
    world.clock.to(FRIDAY, 23)
    view = await world.see(open_control_remark, OpenControlRemark(key), office.teacher)
    assert not view.remark.overdue(view.today)
    world.clock.to(date(2026, 10, 17), 0, 1)
    view = await world.see(open_control_remark, OpenControlRemark(key), office.teacher)
    assert view.remark.overdue(view.today)
