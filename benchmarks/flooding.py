"""A notice to a whole school under Telegram's limit, and absences that overtake it (NTF-4)."""

import time
from bisect import bisect_left
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from benchmarks import school
from benchmarks.limited import PER_SECOND, arrivals, limiting
from benchmarks.measure import Figure, shown
from benchmarks.running import running
from benchmarks.school import Places
from benchmarks.sending import posting
from core.model.ids import AccountId, PersonId, SchoolId
from core.storage.gateways import outbox
from core.storage.gateways.outbox import NewLetter
from core.storage.rows import AccountRow, RemarkRow
from notifications import Notifications
from notifications.letter import LetterKind

CHATS, URGENT = 3000, 40
FIRST = 5_000_000
"""Their Telegram ids are nobody else's in the school that is measured."""
MIDDLE = 900
NOTICE, ALARM = 9_000_001, 9_000_002


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """3,000 chats; when 900 have theirs, forty absences come."""
    places = await school.build(folder / "flooding", school.TENTH)
    async with limiting() as address, running(places) as run, posting(address) as (_, post):
        notifications = Notifications(run.works, run.translators, post)
        await notifications.start()
        await notifications.idle()
        began_cpu = time.process_time()
        await _write(run.works, places, range(CHATS), NOTICE, urgent=False)
        notifications.ring()
        await post.left_at_least(MIDDLE)
        alarm = time.monotonic()
        await _write(run.works, places, range(CHATS, CHATS + URGENT), ALARM, urgent=True)
        notifications.ring()
        await post.left_at_least(CHATS + URGENT)
        await notifications.idle()
        cpu = (time.process_time() - began_cpu) / (CHATS + URGENT)
        arrived, banned = await arrivals(address)
        await notifications.stop()
    for figure in _figures(arrived, banned, alarm):
        yield figure
    most = max(bisect_left(post.times, at + 1) - place for place, at in enumerate(post.times))
    yield Figure(
        "pushes that left in any one second, at most", str(most), f"{PER_SECOND} allowed", most, PER_SECOND, ""
    )
    yield Figure("CPU of a push under the limit", shown(cpu), "–", cpu * 1e3, None, " ms")


def _figures(arrived: Sequence[tuple[int, float]], banned: int, alarm: float) -> list[Figure]:
    span = arrived[-1][1] - arrived[0][1]
    rate = (len(arrived) - 1) / span
    # Forty absences take their own second and a third; what counts is how long the first waits, and the last beyond it.
    urgent = [at - alarm for chat, at in arrived if chat >= FIRST + CHATS]
    late = max(urgent) - URGENT / PER_SECOND
    allowed = f"{PER_SECOND}/s allowed"
    return [
        Figure("allowed rate to the rate of 3,000 pushes", f"{rate:.2f}/s", allowed, PER_SECOND / rate, 1.031),
        Figure("pushes refused as too fast (429)", str(banned), "–", banned, 0, ""),
        Figure("the first absence overtakes a notice to 3,000", f"{min(urgent):.2f} s", "–", min(urgent), 2, " s"),
        Figure("the last of forty, beyond its turn", f"{late:.2f} s", "–", late, 2, " s"),
    ]


async def _write(works: Any, places: Places, seats: range, remark: int, *, urgent: bool) -> None:
    async with works.changing() as work:
        await work.run(_letters, places, seats, remark, urgent, work.now)


def _letters(db: Connection, places: Places, seats: range, remark: int, urgent: bool, now: Any) -> None:
    child = PersonId(places.everybody[0])
    written = {"written_at": now, "written_by": places.teacher, "lesson_id": places.lesson, "text": "Собрание в 18:00."}
    db.execute(insert(RemarkRow), [{"id": remark, "school_id": 1, "student_id": child, **written}])
    made = insert(AccountRow).returning(AccountRow.id, sort_by_parameter_order=True)
    accounts = db.execute(made, [{"telegram_id": FIRST + seat, "created_at": now} for seat in seats]).scalars()
    outbox.write(
        db,
        [
            NewLetter(
                key=f"flood:{remark}:{account}",
                kind=LetterKind.REMARK.value,
                account=AccountId(account),
                school=SchoolId(1),
                student=child,
                due_at=now,
                created_at=now,
                urgent=urgent,
                items=((LetterKind.REMARK.value, remark),),
            )
            for account in accounts
        ],
    )
