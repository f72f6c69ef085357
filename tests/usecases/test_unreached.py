"""Families that no letter reaches: who is listed, what is recorded, who gets paper (NTF-9)."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from core.model.errors import Forbidden
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import Role
from core.model.reach import Hindrance, ReachStepKind, Rung, Step
from core.storage.gateways import accounts
from core.storage.rows import AccountRow, AuditRow, LetterRow, ReachStepRow
from core.usecases.entry import Blocked, note_blocked
from core.usecases.unreached import (
    CountUnreached,
    ListUnreached,
    NoteStep,
    OpenFamily,
    PaperWeek,
    count_unreached,
    list_unreached,
    note_step,
    open_family,
    paper_batch,
)
from tests.world import TODAY, KlassOf, World

MONDAY = TODAY - timedelta(days=TODAY.weekday())


@pytest.fixture
async def teacher(world: World) -> int:
    return await world.enter(await world.staff("Зимина Анна Петровна"))


@pytest.fixture
async def klass(world: World, teacher: int) -> KlassOf:
    names = ["Орлов Илья", "Панина Вера", "Рогов Глеб", "Сомов Ян", "Тихий Лев", "Ухова Яна"]
    return await world.klass("7Б", names, 1)


@pytest.fixture
async def families(world: World, klass: KlassOf) -> dict[str, int]:
    """Read; are silent; one stopped the bot and the other reads; never entered; take paper; aren't on the list."""
    reads, silent, stopped, second, never = [
        await world.guardian(name, klass.students[place])
        for name, place in (
            ("Орлова Инна", 0),
            ("Панина Ольга", 1),
            ("Рогова Алла", 2),
            ("Рогов Пётр", 2),
            ("Сомова Ада", 3),
        )
    ]
    await world.guardian("Тихая Ия", klass.students[4], electronic=False)
    told = {name: await world.enter(each) for name, each in (("reads", reads), ("silent", silent), ("second", second))}
    told["stopped"] = await world.enter(stopped)
    await world.do(note_blocked, Blocked(told["stopped"], blocked=True))
    return {**told, "never": never}


async def _letter(world: World, telegram: int, student: int, days: float, kind: str = "attendance") -> None:
    account = (await world.rows(select(AccountRow.id).where(AccountRow.telegram_id == telegram)))[0].id
    at = world.clock.now() - timedelta(days=days)
    times = {"created_at": at, "due_at": at, "settled_at": at}
    key = f"{telegram}:{student}:{days}"
    about = {"account_id": account, "school_id": world.school, "student_id": student, "kind": kind, "unique_key": key}
    await world.insert(LetterRow, **about, **times, outcome="sent", message_id=1)


async def _list(world: World, klass: KlassOf, telegram: int) -> Any:
    return await world.see(list_unreached, ListUnreached(KlassId(klass.id)), telegram)


async def test_every_family_stands_somewhere(
    world: World, klass: KlassOf, families: dict[str, int], teacher: int
) -> None:
    found = await _list(world, klass, teacher)
    assert [family.rung for family in found.families] == [
        Rung.REACHED,
        Rung.REACHED,
        Rung.SECOND,
        Rung.LISTED,
        Rung.PAPER,
        Rung.LISTED,
    ]
    assert [[each.why for each in family.hindered] for family in found.families] == [
        [],
        [],
        [Hindrance.BLOCKED],
        [Hindrance.NEVER],
        [Hindrance.DECLINED],
        [],
    ]
    assert found.may_act


async def test_three_days_without_a_sign_of_life(
    world: World, klass: KlassOf, families: dict[str, int], teacher: int
) -> None:
    world.clock.shift(days=10)
    pupil = klass.students[1]
    await _letter(world, families["silent"], pupil, 5, kind="mark")
    await _letter(world, families["silent"], pupil, 2.9)
    assert (await _list(world, klass, teacher)).families[1].rung is Rung.REACHED
    await _letter(world, families["silent"], pupil, 3)
    found = (await _list(world, klass, teacher)).families[1]
    assert (found.rung, [each.why for each in found.hindered]) == (Rung.LISTED, [Hindrance.SILENT])


async def test_one_guardian_s_sign_of_life_settles_the_household(
    world: World, klass: KlassOf, families: dict[str, int], teacher: int
) -> None:
    father = await world.enter(await world.guardian("Панин Лев", klass.students[1]))
    world.clock.shift(days=10)
    for telegram in (families["silent"], father):
        await _letter(world, telegram, klass.students[1], 4)
    assert (await _list(world, klass, teacher)).families[1].rung is Rung.LISTED
    async with world.works.changing() as work:
        await work.run(accounts.note_seen, father, work.now)
    assert (await _list(world, klass, teacher)).families[1].rung is Rung.REACHED


async def test_what_was_done_is_recorded_once_and_audited(
    world: World, klass: KlassOf, families: dict[str, int], teacher: int
) -> None:
    pupil = PersonId(klass.students[3])
    for kind in (ReachStepKind.CALLED, ReachStepKind.PAPER, ReachStepKind.PAPER):
        found = await world.do(note_step, NoteStep(pupil, kind), teacher)
    assert found.families[0].steps == (Step(ReachStepKind.PAPER, MONDAY), Step(ReachStepKind.CALLED, TODAY))
    assert len(await world.rows(select(ReachStepRow.id))) == 2
    audited = await world.rows(select(AuditRow.after).where(AuditRow.kind == "reach.noted").order_by(AuditRow.id))
    assert [row.after for row in audited] == [f"called:{TODAY}", f"paper:{MONDAY}"]


async def test_the_week_s_paper_is_for_who_declined_and_whom_nothing_else_reaches(
    world: World, klass: KlassOf, families: dict[str, int], teacher: int
) -> None:
    pupil = PersonId(klass.students[4])
    await world.do(note_step, NoteStep(pupil, ReachStepKind.PAPER), teacher)
    batch = await world.see(paper_batch, PaperWeek(KlassId(klass.id)), teacher)
    assert (batch.week, [student for student, _ in batch.students]) == (MONDAY, list(klass.students[3:]))
    assert batch.handed == {pupil}
    later = await world.see(paper_batch, PaperWeek(KlassId(klass.id), TODAY + timedelta(days=7)), teacher)
    assert later.handed == frozenset()


async def test_the_deputy_sees_counts_of_the_own_grades(world: World, klass: KlassOf, families: dict[str, int]) -> None:
    deputy = await world.enter(await world.staff("Громова Нина", Role.DEPUTY))
    await world.klass("8А", ["Яшин Ян"])
    counts = await world.see(count_unreached, CountUnreached(SchoolId(world.school)), deputy)
    assert [(one.name, one.counts[Rung.LISTED], one.counts[Rung.PAPER]) for one in counts] == [
        ("7Б", 2, 1),
        ("8А", 1, 0),
    ]
    found = await _list(world, klass, deputy)
    assert not found.may_act
    with pytest.raises(Forbidden):
        await world.do(note_step, NoteStep(PersonId(klass.students[3]), ReachStepKind.CALLED), deputy)


async def test_nobody_else_sees_whom_letters_do_not_reach(
    world: World, klass: KlassOf, families: dict[str, int], teacher: int
) -> None:
    other = await world.enter(await world.staff("Чужая Яна"))
    await world.klass("8А", ["Яшин Ян"], 9)
    for telegram in (families["reads"], other):
        with pytest.raises(Forbidden):
            await _list(world, klass, telegram)
        with pytest.raises(Forbidden):
            await world.see(open_family, OpenFamily(PersonId(klass.students[0])), telegram)
    with pytest.raises(Forbidden):
        await world.see(open_family, OpenFamily(PersonId(999)), teacher)


@pytest.mark.parametrize("more", [0, 20])
async def test_statements_do_not_grow_with_the_families(
    world: World, klass: KlassOf, families: dict[str, int], teacher: int, more: int
) -> None:
    for number in range(more):
        await world.enter(await world.guardian(f"Орлова Инна {number}", klass.students[0]))
    statements: list[str] = []
    event.listen(world.engines.reader.sync_engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    await _list(world, klass, teacher)
    assert len(statements) <= 9
