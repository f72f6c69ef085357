"""Letters that wait to be sent, written as they are wanted; and the sudden end of whoever sends them."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from core.model.ids import AccountId, SchoolId
from core.storage.gateways import outbox
from core.storage.gateways.outbox import NewLetter
from core.storage.rows import AccountRow, RemarkRow
from notifications import Notifications
from notifications.letter import LetterKind
from tests.notifications.conftest import Office


async def accounts_of(office: Office, count: int) -> list[tuple[AccountId, int]]:
    """Give new accounts with their chats."""
    made = []
    for number in range(count):
        key = await office.world.insert(AccountRow, telegram_id=90_000 + number, created_at=office.world.clock.now())
        made.append((AccountId(key), 90_000 + number))
    return made


async def write_letters(
    office: Office, accounts: Sequence[tuple[AccountId, int]], each: int, urgent: bool = False
) -> None:
    """Write letters that say «#1», «#2» … to every account, in this order."""
    world, now = office.world, office.world.clock.now()
    remarks = [
        await world.insert(
            RemarkRow,
            school_id=world.school,
            lesson_id=office.lesson,
            student_id=office.child,
            text=f"#{number + 1}",
            written_at=now,
            written_by=office.room.teacher,
        )
        for number in range(each)
    ]
    letters = [
        NewLetter(
            key=f"test:{account}:{remark}",
            kind=LetterKind.REMARK.value,
            account=account,
            school=SchoolId(world.school),
            student=office.child,
            created_at=now,
            due_at=now,
            expires_at=now + timedelta(days=3),
            urgent=urgent,
            items=(("remark", remark),),
        )
        for remark in remarks
        for account, _ in accounts
    ]
    async with world.works.changing() as work:
        await work.run(outbox.write, letters)


async def crash(notifications: Notifications) -> None:
    """End as SIGKILL does: nobody settles, nobody gives the lease back."""
    notifications._ticker.stop()
    sender = notifications._sender
    tasks = [*sender._tasks, *([sender._claiming] if sender._claiming else []), *notifications._tasks]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
