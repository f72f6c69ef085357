"""Events: what use cases tell."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, update

from core.model.events import Event
from core.model.ids import EventId
from core.storage.rows import EventRow

_APPEND = insert(EventRow)


def append(db: Connection, events: Sequence[Event]) -> None:
    """Write events for `notifications` to publish."""
    db.execute(
        _APPEND,
        [
            {
                "school_id": event.school,
                "kind": event.kind,
                "subject_id": event.subject,
                "student_id": event.student,
                "person_id": event.person,
                "actor_id": event.actor,
                "at": event.at,
            }
            for event in events
        ],
    )


def publish(db: Connection, ids: Sequence[EventId], now: datetime) -> None:
    """Note that letters have been written of events, so that nobody is told twice."""
    db.execute(update(EventRow).where(EventRow.id.in_(ids)).values(published_at=now))
