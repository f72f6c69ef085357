"""Drafts and forms, by key, as JSON."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from core.storage.rows import KeyValueRow

Draft = dict[str, Any]


def get(db: Connection, key: str) -> Draft | None:
    """Give the draft kept under `key`, or None."""
    found = db.execute(select(KeyValueRow.value).where(KeyValueRow.key == key)).scalar()
    if found is None:
        return None
    draft: Draft = json.loads(found)
    return draft


def some(db: Connection, keys: Collection[str]) -> dict[str, Draft]:
    """Give the drafts kept under `keys`, those that there are."""
    found = db.execute(select(KeyValueRow.key, KeyValueRow.value).where(KeyValueRow.key.in_(keys)))
    return {row.key: json.loads(row.value) for row in found}


def put(db: Connection, key: str, draft: Draft, now: datetime) -> None:
    """Keep a draft under `key`, instead of the one before."""
    values = {"value": json.dumps(draft, ensure_ascii=False), "updated_at": now}
    if not db.execute(update(KeyValueRow).where(KeyValueRow.key == key).values(**values)).rowcount:
        db.execute(insert(KeyValueRow).values(key=key, **values))


def drop(db: Connection, key: str) -> None:
    """Forget a draft."""
    db.execute(delete(KeyValueRow).where(KeyValueRow.key == key))
