"""A typed list: kept until it is confirmed, stored whole or not at all."""

import pytest
from sqlalchemy import select

from core.model.errors import Forbidden, Refusal, Stale
from core.model.journal import ListProposal
from core.model.mark import MarkValue
from core.storage.rows import AttendanceRow, EventRow, KeyValueRow, MarkRow
from core.usecases.dictation import (
    Dictate,
    OpenList,
    Resolve,
    StoreList,
    dictate,
    drop_list,
    proposed,
    resolve,
    store_list,
)
from tests.classroom import Classroom, classroom
from tests.world import World


async def _typed(room: Classroom, text: str) -> ListProposal:
    proposal: ListProposal = await room.do(dictate, Dictate(await room.work(), text))
    return proposal


async def test_a_list_survives_until_it_is_confirmed(world: World) -> None:
    room = await classroom(world)
    typed = await _typed(room, "5: Волкова, Жуков; о 10: Орлов")
    assert (await room.see(proposed, OpenList(typed.work))).lines == typed.lines
    assert await world.rows(select(MarkRow.id)) == []
    marked = await room.do(store_list, StoreList(typed.work))
    assert [correction.mark.value for correction in marked.corrections] == [MarkValue.FIVE, MarkValue.FIVE]
    assert len(await world.rows(select(EventRow.id))) == 3
    with pytest.raises(Stale):  # the same tap twice
        await room.do(store_list, StoreList(typed.work))


async def test_it_is_stored_whole_or_not_at_all(world: World) -> None:
    room = await classroom(world)
    typed = await _typed(room, "Волкова 5, Орлов н, Орлов 4")
    with pytest.raises(Refusal) as refused:
        await room.do(store_list, StoreList(typed.work))
    assert refused.value.code == "absent-student"
    assert await world.rows(select(MarkRow.id)) == []
    assert await world.rows(select(AttendanceRow.id)) == []
    await room.do(store_list, StoreList(typed.work, despite_absence=True))
    assert len(await world.rows(select(MarkRow.id))) == 2


async def test_an_open_question_stops_it(world: World) -> None:
    room = await classroom(world, names=("Орлов Илья", "Орлов Олег", "Панина Вера"))
    typed = await _typed(room, "Орлов 5")
    with pytest.raises(Refusal) as refused:
        await room.do(store_list, StoreList(typed.work))
    assert refused.value.code == "list-unclear"
    with pytest.raises(Stale):  # somebody who was not among those asked about
        await room.do(resolve, Resolve(typed.work, 0, room.students[2]))
    await room.do(resolve, Resolve(typed.work, 0, room.students[1]))
    with pytest.raises(Stale):
        await room.do(resolve, Resolve(typed.work, 0, room.students[0]))
    marked = await room.do(store_list, StoreList(typed.work))
    assert [correction.student for correction in marked.corrections] == [room.students[1]]


async def test_a_dropped_list_is_gone(world: World) -> None:
    room = await classroom(world)
    typed = await _typed(room, "Волкова 5")
    await room.do(drop_list, OpenList(typed.work))
    assert await world.rows(select(KeyValueRow.key)) == []
    with pytest.raises(Stale):
        await room.see(proposed, OpenList(typed.work))


async def test_it_is_nobody_elses(world: World) -> None:
    room = await classroom(world)
    typed = await _typed(room, "Волкова 5")
    stranger = await world.enter(await world.staff("Белова Ольга Юрьевна"))
    for usecase, command in (
        (dictate, Dictate(typed.work, "Волкова 2")),
        (resolve, Resolve(typed.work, 0, None)),
        (store_list, StoreList(typed.work)),
        (drop_list, OpenList(typed.work)),
    ):
        with pytest.raises(Forbidden):
            await world.do(usecase, command, stranger)
    with pytest.raises(Refusal) as refused:
        await room.do(dictate, Dictate(typed.work, "я" * 4097))
    assert refused.value.code == "text-long"
