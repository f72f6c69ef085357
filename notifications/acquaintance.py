"""Since when a school is known here: nothing older is told (NTF-10).

A first start, an imported half-year, a database brought over ring for nothing that was before. The moment is written
down when the school is seen for the first time.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from core.model.ids import SchoolId
from core.storage.gateways import keyvalue
from core.storage.work import Work

FRESH = timedelta(hours=1)
"""What happened this shortly before is still told: people enter minutes after their school does."""


def _key(school: SchoolId) -> str:
    return f"notifications:{school}"


async def known_since(work: Work, school: SchoolId) -> datetime | None:
    """Give the moment a school was first seen, None when this is it."""
    seen = await work.run(keyvalue.get, _key(school))
    return datetime.fromisoformat(seen["since"]) if seen else None


async def get_to_know(work: Work, schools: Iterable[SchoolId]) -> None:
    """Write down that schools are seen now; one that somebody else has seen since it was looked for stays as it is."""
    for school in schools:
        if await known_since(work, school) is None:
            await work.run(keyvalue.put, _key(school), {"since": work.now.isoformat()}, work.now)


def is_history(happened_at: datetime, since: datetime, now: datetime) -> bool:
    """Tell whether something is of the time before the school was known here."""
    return happened_at < since and now - happened_at > FRESH
