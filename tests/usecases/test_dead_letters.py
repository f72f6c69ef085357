"""Letters that nobody got: seen by the administrator, sent once more or closed (NTF-1)."""

from typing import Any

import pytest
from sqlalchemy import select

from core.model.errors import Forbidden, Stale
from core.model.ids import LetterId, SchoolId
from core.model.people import Role
from core.storage.rows import AuditRow, LetterRow
from core.usecases.dead_letters import ListDead, TendDead, close_dead, list_dead, revive_dead
from tests.world import World


@pytest.fixture
async def admin(world: World) -> int:
    return await world.enter(await world.staff("Громова Нина", Role.ADMINISTRATOR))


async def _dead(world: World, key: str, reason: str | None = "refused", person: int | None = None) -> LetterId:
    now = world.clock.now()
    about = {"account_id": 1, "school_id": world.school, "kind": "mark", "unique_key": key, "person_id": person}
    times = {"created_at": now, "due_at": now, "settled_at": now}
    return LetterId(await world.insert(LetterRow, **about, **times, outcome="dead", attempts=5, reason=reason))


async def _row(world: World, letter: LetterId) -> Any:
    columns = (LetterRow.outcome, LetterRow.settled_at, LetterRow.due_at, LetterRow.attempts, LetterRow.reason)
    return (await world.rows(select(*columns).where(LetterRow.id == letter)))[0]


async def test_the_newest_stands_first_with_why_and_for_whom(world: World, admin: int) -> None:
    mother = await world.guardian("Орлова Инна")
    first = await _dead(world, "a", None)
    world.clock.shift(hours=1)
    second = await _dead(world, "b", person=mother)
    found = await world.see(list_dead, ListDead(SchoolId(world.school)), admin)
    assert [one.id for one in found.letters] == [second, first]
    assert [one.reason for one in found.letters] == ["refused", ""]
    assert [one.reader.full if one.reader else None for one in found.letters] == ["Орлова Инна", None]


async def test_one_is_tried_anew_the_other_is_closed(world: World, admin: int) -> None:
    again, over = await _dead(world, "a"), await _dead(world, "b")
    world.clock.shift(days=3)
    left = await world.do(revive_dead, TendDead(again), admin)
    assert [one.id for one in left.letters] == [over]
    row = await _row(world, again)
    assert (row.outcome, row.settled_at, row.due_at, row.attempts) == ("", None, world.clock.now(), 0)
    left = await world.do(close_dead, TendDead(over), admin)
    assert left.letters == ()
    assert (await _row(world, over)).outcome == "closed"
    audited = await world.rows(select(AuditRow.kind, AuditRow.subject_id).order_by(AuditRow.id))
    assert audited[-2:] == [("letter.revived", again), ("letter.closed", over)]


@pytest.mark.parametrize("usecase", [revive_dead, close_dead])
async def test_what_is_done_is_not_done_twice(world: World, admin: int, usecase: Any) -> None:
    letter = await _dead(world, "a")
    await world.do(usecase, TendDead(letter), admin)
    for other in (revive_dead, close_dead):
        with pytest.raises(Stale):
            await world.do(other, TendDead(letter), admin)


async def test_nobody_else_sees_or_tends_them(world: World, admin: int) -> None:
    letter = await _dead(world, "a")
    deputy = await world.enter(await world.staff("Седова Ада", Role.DEPUTY))
    with pytest.raises(Forbidden):
        await world.see(list_dead, ListDead(SchoolId(world.school)), deputy)
    for key in (letter, LetterId(999)):
        with pytest.raises(Forbidden):
            await world.do(revive_dead, TendDead(key), deputy)
    with pytest.raises(Forbidden):
        await world.do(close_dead, TendDead(LetterId(999)), admin)
