"""Events: what use cases tell."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert

from core.model.events import Event
from core.storage.rows import EventRow


def append(db: Connection, events: Sequence[Event]) -> None:
    """Write events for `notifications` to publish."""
    db.execute(
        insert(EventRow),
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
