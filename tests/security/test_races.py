"""Two taps at once are one effect; whoever is cut off in that moment does nothing any more (E5, E14, D2)."""

import asyncio
import os
from typing import Any

from sqlalchemy import Connection, func, select, update

from bot.callbacks import marks, teacher
from bot.callbacks.entry import AcceptPress
from core.model.audit import AuditKind
from core.model.events import EventKind
from core.model.ids import BindingId
from core.model.mark import MarkValue
from core.rules.consent import CONSENT_VERSION
from core.rules.invitations import hash_code, new_code
from core.storage.rows import (
    AccountRow,
    AttendanceRow,
    AuditRow,
    BindingRow,
    ConsentRow,
    EventRow,
    InvitationRow,
    MarkRow,
)
from core.usecases.access import CutAccess, cut_access
from tests.chats.stage import PEPPER
from tests.security.scene import Scene, scene_of
from tests.world import World

PAIRS = int(os.environ.get("DIARY_DOUBLE_TAPS", "40"))
AGREED = AcceptPress(version=CONSENT_VERSION, language="ru").pack()


async def _count(world: World, row: Any, *where: Any) -> int:
    found: int = (await world.rows(select(func.count()).select_from(row).where(*where)))[0][0]
    return found


async def _of_marks(world: World) -> tuple[int, int, int]:
    """Count the records of marks, what the trail says of them and what is told; an appeal that ends stands apart."""
    said = AuditRow.kind.in_((AuditKind.MARK_SET, AuditKind.MARK_CORRECTED))
    told = EventRow.kind == EventKind.MARK
    return await _count(world, MarkRow), await _count(world, AuditRow, said), await _count(world, EventRow, told)


async def _give(world: World, work: int, student: int, value: MarkValue) -> str:
    """Give the data of a tap by somebody who sees what stands there now."""
    newest = await world.rows(
        select(func.max(MarkRow.id)).where(MarkRow.work_id == work, MarkRow.student_id == student)
    )
    seen = 1 + newest[0][0] % 9999
    return marks.GivePress(work=work, student=student, value=value, seen=seen, sure=True).pack()


async def test_two_taps_are_one_mark(world: World) -> None:
    async with scene_of(world) as scene:
        klass = scene.schools[0].klasses["7Ю"]
        who, work = scene.people["first"], klass.ids["work"]
        for pair in range(PAIRS):
            value = (MarkValue.TWO, MarkValue.THREE)[pair // 4 % 2]
            data = await _give(world, work, klass.known.students[pair % 4], value)
            before = await _of_marks(world)
            await asyncio.gather(scene.press(who, data), scene.press(who, data))
            assert await _of_marks(world) == tuple(number + 1 for number in before)


async def test_two_taps_add_one_mark(world: World) -> None:
    async with scene_of(world) as scene:
        klass = scene.schools[0].klasses["7Ю"]
        student, work = klass.known.students[2], klass.ids["work"]
        for standing in range(1, 5):
            add = marks.AddPress(work=work, student=student, value=MarkValue.FIVE, standing=standing).pack()
            before = await _count(world, MarkRow)
            await asyncio.gather(*(scene.press(scene.people["first"], add) for _ in range(3)))
            assert await _count(world, MarkRow) == before + 1


async def test_two_taps_save_attendance_once(world: World) -> None:
    async with scene_of(world) as scene:
        klass = scene.schools[0].klasses["7Ю"]
        who, lesson = scene.people["first"], klass.lessons["whole"]
        save = teacher.SaveAttendancePress(lesson=lesson).pack()
        for pair in range(PAIRS // 2):
            student = klass.known.students[1 + pair % 3]
            await scene.press(who, teacher.TapStudentPress(lesson=lesson, student=student).pack())
            before = await _count(world, AttendanceRow)
            await asyncio.gather(scene.press(who, save), scene.press(who, save))
            assert await _count(world, AttendanceRow) == before + 1


async def test_two_taps_are_one_consent(world: World) -> None:
    async with scene_of(world) as scene:
        before = await _count(world, AccountRow), await _count(world, ConsentRow)
        await asyncio.gather(*(scene.press(9_000_000 + pair // 2, AGREED) for pair in range(2 * PAIRS)))
        after = await _count(world, AccountRow), await _count(world, ConsentRow)
        assert after == (before[0] + PAIRS, before[1] + PAIRS)


async def _invite(scene: Scene, person: int, number: int) -> str:
    code, now = new_code(number.to_bytes(10, "big")), scene.world.clock.now()
    values = {"school_id": scene.schools[0].id, "person_id": person, "issued_at": now}
    till = now.replace(month=12)
    await scene.world.insert(InvitationRow, code_hash=hash_code(code, PEPPER), expires_at=till, **values)
    return code


async def test_one_code_lets_one_account_in(world: World) -> None:
    async with scene_of(world) as scene:
        mother = list(scene.schools[0].klasses["7Ю"].guardians)[3]
        for number in range(1, 1 + PAIRS // 4):
            code = await _invite(scene, mother, number)
            pair = (8_000_000 + 2 * number, 8_000_001 + 2 * number)
            await asyncio.gather(*(scene.press(who, AGREED) for who in pair))
            before = await _count(world, BindingRow)
            await asyncio.gather(*(scene.say(who, f"/start {code}") for who in (*pair, *pair)))
            assert await _count(world, BindingRow) == before + 1
            assert await _count(world, InvitationRow, InvitationRow.used_at.is_not(None)) == number


async def test_who_is_cut_off_while_pressing_writes_nothing_later(world: World) -> None:
    async with scene_of(world) as scene:
        klass, people = scene.schools[0].klasses["7Ю"], scene.people
        person = scene.schools[0].staff["first"]
        binding = BindingId((await world.rows(select(BindingRow.id).where(BindingRow.person_id == person)))[0][0])
        for round_ in range(PAIRS // 2):
            value = (MarkValue.TWO, MarkValue.THREE)[round_ // 4 % 2]
            tap = await _give(world, klass.ids["work"], klass.known.students[round_ % 4], value)
            cut = world.do(cut_access, CutAccess(binding), people["administrator"])
            acts = (scene.press(people["first"], tap), cut) if round_ % 2 else (cut, scene.press(people["first"], tap))
            await asyncio.gather(*acts)
            last = (await world.rows(select(AuditRow.kind).order_by(AuditRow.id.desc()).limit(1)))[0][0]
            assert last == AuditKind.ACCESS_CUT, "something was written after the cut"
            stored = await _count(world, MarkRow)
            assert "Ъъ" not in await scene.press(people["first"], tap)
            assert await _count(world, MarkRow) == stored
            await _reopen(world, binding)


async def _reopen(world: World, binding: int) -> None:
    def go(db: Connection) -> None:
        db.execute(update(BindingRow).where(BindingRow.id == binding).values(ended_at=None))

    async with world.works.changing() as work:
        await work.run(go)
