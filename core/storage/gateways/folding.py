"""Many letters made one: after hours out of reach, and where a chat has had its share of the hour (NTF-7, NTF-10)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, or_, select, update

from core.model.ids import AccountId
from core.storage.gateways.outbox import ROLL_UP
from core.storage.rows import LetterItemRow, LetterRow

FOLDED = "folded"
SENT = "sent"
AN_HOUR = timedelta(hours=1)

_Place = tuple[int, int | None]
_WAITS = (LetterRow.settled_at.is_(None), LetterRow.lease_until.is_(None))
_COLUMNS = (LetterRow.id, LetterRow.account_id, LetterRow.student_id, LetterRow.expires_at)


def calm_down(db: Connection, before: datetime) -> None:
    """Let letters that should have gone before an instant be urgent no more: an absence of yesterday is no alarm."""
    db.execute(update(LetterRow).where(*_WAITS, LetterRow.urgent, LetterRow.due_at < before).values(urgent=False))


def fold(db: Connection, kinds: Collection[str], before: datetime, now: datetime) -> None:
    """Make one letter of all that should have gone to an account, of one student, before an instant: after hours out of
    reach nobody wants ten messages. The first letter takes the others' items; those are settled as folded. What is
    still urgent stays a letter of its own.
    """
    late = (LetterRow.due_at < before, LetterRow.kind.in_(kinds), LetterRow.expires_at > now, ~LetterRow.urgent)
    rows = db.execute(select(*_COLUMNS).where(*_WAITS, *late).order_by(LetterRow.id))
    _join(db, _places(rows).values(), now)


def roll_up(db: Connection, full: Collection[int], kinds: Collection[str], now: datetime) -> None:
    """Make one letter per student of all that waits for chats that have had their share of the hour; it will count
    what there is. Once an hour: what comes later waits.
    """
    groups = _too_much(db, full, kinds, now)
    if groups:
        _join(db, groups, now)
        firsts = [next(iter(letters)) for letters in groups]
        db.execute(update(LetterRow).where(LetterRow.id.in_(firsts)).values(kind=ROLL_UP))


def is_too_much(db: Connection, full: Collection[int], kinds: Collection[str], now: datetime) -> bool:
    """Tell whether `roll_up` would find something."""
    return bool(_too_much(db, full, kinds, now))


def _too_much(
    db: Connection, full: Collection[int], kinds: Collection[str], now: datetime
) -> list[dict[int, datetime]]:
    due = (LetterRow.account_id.in_(full), LetterRow.due_at <= now, LetterRow.expires_at > now, ~LetterRow.urgent)
    about = (LetterRow.kind.in_([*kinds, ROLL_UP]), LetterRow.student_id.is_not(None))
    order = ((LetterRow.kind != ROLL_UP), LetterRow.id)
    places = _places(db.execute(select(*_COLUMNS).where(*_WAITS, *due, *about).order_by(*order)))
    told = _rolled_up(db, full, now - AN_HOUR) if places else frozenset()
    return [letters for place, letters in places.items() if place not in told and len(letters) > 1]


def _rolled_up(db: Connection, accounts: Collection[int], since: datetime) -> frozenset[_Place]:
    """Give the chats and students that were told of the rest after an instant, or are being told now."""
    told = and_(LetterRow.settled_at > since, LetterRow.outcome == SENT)
    under_way = and_(LetterRow.settled_at.is_(None), LetterRow.lease_until.is_not(None))
    lately = (LetterRow.account_id.in_(accounts), LetterRow.kind == ROLL_UP, or_(told, under_way))
    rows = db.execute(select(LetterRow.account_id, LetterRow.student_id).where(*lately))
    return frozenset((account, student) for account, student in rows)


def sent_since(db: Connection, since: datetime) -> list[tuple[AccountId, datetime]]:
    """Give to whom letters went after an instant, and when."""
    went = (LetterRow.settled_at > since, LetterRow.outcome == SENT)
    rows = db.execute(select(LetterRow.account_id, LetterRow.settled_at).where(*went).order_by(LetterRow.settled_at))
    return [(AccountId(account), at) for account, at in rows if at is not None]


def _places(rows: Iterable[Any]) -> dict[_Place, dict[int, datetime]]:
    """Give letters by chat and student, each with its end, in their order."""
    places: dict[_Place, dict[int, datetime]] = defaultdict(dict)
    for letter, account, student, end in rows:
        places[(account, student)][letter] = end
    return places


def _join(db: Connection, groups: Iterable[Mapping[int, datetime]], now: datetime) -> None:
    into: dict[int, int] = {}
    ends: dict[int, datetime] = {}
    for letters in groups:
        target, *others = letters
        if others:
            into |= dict.fromkeys(others, target)
            ends[target] = max(letters.values())
    if into:
        _move_items(db, into)
        db.execute(_PROLONG, [{"key": key, "end": end} for key, end in ends.items()])
        gone = update(LetterRow).where(LetterRow.id.in_(list(into)))
        db.execute(gone.values(settled_at=now, outcome=FOLDED))


_PROLONG = update(LetterRow).where(LetterRow.id == bindparam("key")).values(expires_at=bindparam("end"))
_MOVE = update(LetterItemRow).where(LetterItemRow.id == bindparam("item")).values(letter_id=bindparam("letter"))


def _move_items(db: Connection, into: dict[int, int]) -> None:
    columns = (LetterItemRow.id, LetterItemRow.letter_id, LetterItemRow.kind, LetterItemRow.subject_id)
    listed = select(*columns).where(LetterItemRow.letter_id.in_([*into, *into.values()]))
    rows = list(db.execute(listed.order_by(LetterItemRow.id)))
    taken = {(row.letter_id, row.kind, row.subject_id) for row in rows if row.letter_id not in into}
    moved = []
    for row in rows:
        place = (into.get(row.letter_id, 0), row.kind, row.subject_id)
        if row.letter_id in into and place not in taken:
            taken.add(place)
            moved.append({"item": row.id, "letter": place[0]})
    if moved:
        db.execute(_MOVE, moved)
