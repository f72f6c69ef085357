"""What goes by the clock: questions that nobody answered, receipts and the seal of the evening (DIA-11, BEY-4)."""

from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from core.model.appeal import AppealReason
from core.model.audit import AuditKind
from core.model.ids import SchoolId
from core.model.mark import MarkValue
from core.model.people import Role
from core.rules.receipts import kind_code
from core.storage.gateways import anchors
from core.storage.queries import chain
from core.storage.rows import ChainAnchorRow, LetterRow, MarkRow
from core.usecases.appeals import ExplainMark, FileAppeal, explain_mark, file_appeal
from core.usecases.marks import SetMark, set_mark
from locales import Translators
from notifications.watch import watch
from tests.classroom import Classroom, classroom
from tests.world import TODAY, World


@pytest.fixture
async def room(world: World) -> Classroom:
    """A lesson with a mark; a head and a deputy."""
    made = await classroom(world)
    await world.enter(await world.staff("Сафонова Нина Игоревна", Role.DEPUTY))
    await world.enter(await world.staff("Громов Пётр Андреевич", Role.HEAD))
    await made.do(set_mark, SetMark(await made.work(), made.students[0], MarkValue.THREE))
    return made


async def letters(world: World, kind: str) -> list[str]:
    query = select(LetterRow.unique_key).where(LetterRow.kind == kind).order_by(LetterRow.id)
    return [row[0].rpartition(":")[0] for row in await world.rows(query)]


async def asked(room: Classroom) -> int:
    child = await room.world.enter(room.students[0])
    mark = (await room.world.rows(select(func.max(MarkRow.id))))[0][0]
    case = await room.world.do(file_appeal, FileAppeal(room.students[0], mark, AppealReason.OTHER), child)
    return int(case.appeal.id)


async def test_the_teacher_is_reminded_on_the_last_day_and_the_deputy_told_after_it(room: Classroom) -> None:
    world, key = room.world, await asked(room)
    world.clock.to(TODAY + timedelta(days=2), 23)
    await watch(world.works)
    assert await letters(world, "appeal") == []
    world.clock.to(TODAY + timedelta(days=3), 8)
    await watch(world.works)
    await watch(world.works)
    assert await letters(world, "appeal") == [f"appeal:{key}:last-day:{room.teacher}"]
    world.clock.to(TODAY + timedelta(days=4), 0)
    await watch(world.works)
    assert len(await letters(world, "appeal")) == 2
    assert "overdue" in (await letters(world, "appeal"))[1]


async def test_an_answered_question_reminds_nobody(room: Classroom) -> None:
    world, key = room.world, await asked(room)
    await room.do(explain_mark, ExplainMark(key, "Всё верно"))  # type: ignore[arg-type]
    world.clock.to(TODAY + timedelta(days=5), 9)
    await watch(world.works)
    assert await letters(world, "appeal") == []


async def test_receipts_and_seals_once_an_evening(room: Classroom) -> None:
    world = room.world
    world.clock.to(TODAY, 19, 29)
    assert await watch(world.works) == 0
    world.clock.to(TODAY, 19, 30)
    for _ in range(3):
        await watch(world.works)
    assert await letters(world, "receipt") == [f"receipt:{world.school}:{TODAY}:{room.teacher}"]
    assert len(await letters(world, "anchor")) == 2


async def test_a_day_without_anything_written_has_no_seal(room: Classroom) -> None:
    world = room.world
    for days in range(3):
        world.clock.to(TODAY + timedelta(days=days), 20)
        await watch(world.works)
    assert await world.rows(select(ChainAnchorRow.day)) == [(TODAY,)]


async def test_what_comes_after_the_seal_is_in_the_next_receipt(room: Classroom) -> None:
    world = room.world
    world.clock.to(TODAY, 19, 30)
    await watch(world.works)
    world.clock.to(TODAY, 21)
    await room.do(set_mark, SetMark(await room.work(), room.students[1], MarkValue.FOUR))
    world.clock.to(TODAY + timedelta(days=1), 19, 30)
    await watch(world.works)
    seqs = await world.rows(select(ChainAnchorRow.day, ChainAnchorRow.seq).order_by(ChainAnchorRow.day))
    assert [row.day for row in seqs] == [TODAY, TODAY + timedelta(days=1)]
    assert seqs[0].seq < seqs[1].seq
    assert len(await letters(world, "receipt")) == 2


async def test_the_seal_finds_an_end_that_was_cut_off(room: Classroom) -> None:
    world, school = room.world, SchoolId(room.world.school)
    world.clock.to(TODAY, 19, 30)
    await watch(world.works)
    async with world.works.reading() as work:
        kept = (await work.run(anchors.all_of))[school]
        assert (await work.run(chain.verify, school, kept)).broken is None
        number = max(kept)
        assert (await work.run(chain.verify, school, {number + 1: bytes(32)})).broken == number + 1


async def test_years_of_silence_are_not_told_at_the_first_seal(room: Classroom) -> None:
    """The first receipt is of its own day, whatever was imported or written before (NTF-10)."""
    world = room.world
    world.clock.to(date(2026, 10, 20), 19, 30)
    await watch(world.works)
    assert await letters(world, "receipt") == []
    assert len(await letters(world, "anchor")) == 2


def test_the_deeds_of_a_question_are_called_alike() -> None:
    """So that a receipt counts them as one (BEY-4)."""
    words = Translators.load(strict=True)["ru"]
    kinds = (AuditKind.APPEAL_FORWARDED, AuditKind.APPEAL_CORRECTED, AuditKind.MARK_CORRECTED)
    deeds = Counter(words("trail-deed", kind=kind_code(kind)).plain for kind in kinds)
    assert deeds == {"вопросы об отметках": 2, "исправления отметок": 1}
