"""What accounts chose of being told, kept and read (NTF-3)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, time

from sqlalchemy import Connection, insert, or_, select, update

from core.model.ids import AccountId, PersonId
from core.model.preferences import Hours, Preferences, Quiet, Telling, Tellings, Topic
from core.storage.rows import AccountHoursRow, AccountRow, TopicChoiceRow

_HOURS = (AccountHoursRow.quiet_begins, AccountHoursRow.quiet_ends, AccountHoursRow.digest)


def some(db: Connection, accounts: Collection[AccountId]) -> Preferences:
    """Give what these accounts chose, of whatever children; one statement."""
    row = TopicChoiceRow
    query = (
        select(AccountRow.id, *_HOURS, row.student_id, row.topic, row.telling)
        .outerjoin(AccountHoursRow, AccountHoursRow.account_id == AccountRow.id)
        .outerjoin(row, row.account_id == AccountRow.id)
        .where(AccountRow.id.in_(accounts), or_(AccountHoursRow.id.is_not(None), row.id.is_not(None)))
    )
    hours: dict[AccountId, Hours] = {}
    tellings: dict[tuple[AccountId, PersonId], dict[Topic, Telling]] = defaultdict(dict)
    for account, begins, ends, digest, student, topic, telling in db.execute(query):
        if digest is not None:
            hours[AccountId(account)] = Hours(_quiet(begins, ends), digest)
        if student is not None:
            tellings[(AccountId(account), PersonId(student))][topic] = telling
    return Preferences(hours, dict(tellings))


def tellings(db: Connection, accounts: Collection[AccountId]) -> dict[tuple[AccountId, PersonId], Tellings]:
    """Give how these accounts chose to be told, by account and child."""
    row = TopicChoiceRow
    query = select(row.account_id, row.student_id, row.topic, row.telling).where(row.account_id.in_(accounts))
    found: dict[tuple[AccountId, PersonId], dict[Topic, Telling]] = defaultdict(dict)
    for account, student, topic, telling in db.execute(query):
        found[(AccountId(account), PersonId(student))][topic] = telling
    return dict(found)


def hours(db: Connection, accounts: Collection[AccountId]) -> dict[AccountId, Hours]:
    """Give the hours of those of the accounts that chose any."""
    query = select(AccountHoursRow.account_id, *_HOURS).where(AccountHoursRow.account_id.in_(accounts))
    return {
        AccountId(account): Hours(_quiet(begins, ends), digest) for account, begins, ends, digest in db.execute(query)
    }


def _quiet(begins: time | None, ends: time | None) -> Quiet | None:
    return None if begins is None or ends is None else Quiet(begins, ends)


def put_hours(db: Connection, account: AccountId, chosen: Hours, now: datetime) -> None:
    """Keep an account's hours, instead of those before."""
    values = {
        "quiet_begins": chosen.quiet.begins if chosen.quiet else None,
        "quiet_ends": chosen.quiet.ends if chosen.quiet else None,
        "digest": chosen.digest,
        "chosen_at": now,
    }
    kept = update(AccountHoursRow).where(AccountHoursRow.account_id == account)
    if not db.execute(kept.values(**values)).rowcount:
        db.execute(insert(AccountHoursRow).values(account_id=account, **values))


def put_tellings(
    db: Connection, account: AccountId, students: Collection[PersonId], chosen: Tellings, now: datetime
) -> None:
    """Keep how an account is told of topics about each of these students, instead of what it chose before."""
    row = TopicChoiceRow
    mine = (row.account_id == account, row.student_id.in_(students), row.topic.in_(list(chosen)))
    known = {(student, topic) for student, topic in db.execute(select(row.student_id, row.topic).where(*mine))}
    for student in students:
        for topic, telling in chosen.items():
            values = {"telling": telling, "chosen_at": now}
            place = {"account_id": account, "student_id": student, "topic": topic}
            if (student, topic) in known:
                db.execute(update(row).filter_by(**place).values(**values))
            else:
                db.execute(insert(row).values(**place, **values))
