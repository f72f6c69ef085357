"""Memberships in subgroups: ended, never deleted, so that journals keep their history (CLS-4)."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, insert, select, update

from core.model.ids import GroupId, PersonId
from core.storage.rows import GroupMemberRow


def end(db: Connection, ends: Mapping[int, date]) -> None:
    """Let memberships end, each with the last day named for it."""
    for key, until in ends.items():
        db.execute(update(GroupMemberRow).where(GroupMemberRow.id == key).values(until=until))


def reopen(db: Connection, membership: int) -> None:
    """Let a membership go on without an end."""
    db.execute(update(GroupMemberRow).where(GroupMemberRow.id == membership).values(until=None))


def begin(db: Connection, group: GroupId, student: PersonId, since: date) -> int:
    """Let a student be in a subgroup from a day on; gives the membership, the same one that was called off before."""
    same = (
        GroupMemberRow.group_id == group,
        GroupMemberRow.student_id == student,
        GroupMemberRow.since == since,
    )
    known = db.execute(select(GroupMemberRow.id).where(*same)).scalar()
    if known is not None:
        reopen(db, known)
        return int(known)
    values = {"group_id": group, "student_id": student, "since": since}
    made: int = db.execute(insert(GroupMemberRow).values(**values).returning(GroupMemberRow.id)).scalar_one()
    return made
