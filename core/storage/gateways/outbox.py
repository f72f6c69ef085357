"""The outbox: letters from the moment they are decided on until they are settled (NTF-1, NTF-7).

A letter is open, then claimed under a lease with a token, then settled with an outcome. Whoever settles with an older
token than the letter carries comes too late and changes nothing.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, exists, func, insert, or_, select, update

from core.model.ids import AccountId, LetterId, PersonId, SchoolId
from core.rules.consent import CONSENT_VERSION
from core.storage.gateways.accounts import CHAT_GONE
from core.storage.rows import (
    AccountRow,
    BindingRow,
    ConsentRow,
    GuardianshipRow,
    LetterFileRow,
    LetterItemRow,
    LetterRow,
)

STALE = "stale"
ROLL_UP = "roll_up"
"""The kind of a letter that counts what a chat had no room for within the hour (NTF-10)."""
DEAD = "dead"
REFUSED, SPOILT = "refused", "spoilt"
"""Why a letter is dead: Telegram does not take it, or the program could not compose it."""

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a letter tells of; `told` is the value it told."""

    id: int
    kind: str
    subject: int
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter still to be composed and sent. `entitled`: its reader may still read of its student (ACC-7)."""

    id: LetterId
    token: int
    kind: str
    account: AccountId
    chat: int
    language: str
    school: SchoolId | None
    person: PersonId | None
    student: PersonId | None
    urgent: bool
    silent: bool
    created_at: datetime
    attempts: int
    entitled: bool
    payload: Payload = field(default_factory=dict)
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter to be written; `items` are (kind, subject)."""

    key: str
    kind: str
    account: AccountId
    school: SchoolId | None
    due_at: datetime
    created_at: datetime
    person: PersonId | None = None
    student: PersonId | None = None
    expires_at: datetime | None = None
    urgent: bool = False
    silent: bool = False
    payload: Payload = field(default_factory=dict)
    items: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a claimed letter ended: outcome, Telegram's id of the message, and what was told (item id, value).

    `files` are the ids of its messages that hold files; `reason` says why nobody got it.
    """

    letter: LetterId
    token: int
    outcome: str
    message_id: int | None = None
    told: tuple[tuple[int, str], ...] = ()
    files: tuple[int, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The outbox in numbers, for health and for the administrator."""

    waiting: int
    dead: int
    oldest_due: datetime | None


_OPEN = LetterRow.settled_at.is_(None)


def write(db: Connection, letters: Sequence[NewLetter]) -> int:
    """Write letters with their items, passing over those whose key is known; gives how many are new."""
    keys = [letter.key for letter in letters]
    known = set(db.execute(select(LetterRow.unique_key).where(LetterRow.unique_key.in_(keys))).scalars())
    fresh = {letter.key: letter for letter in letters if letter.key not in known}
    if not fresh:
        return 0
    rows = [_row(letter) for letter in fresh.values()]
    written = db.execute(insert(LetterRow).returning(LetterRow.id, LetterRow.unique_key), rows)
    add_items(db, [(key, kind, subject) for key, name in written for kind, subject in fresh[name].items])
    return len(fresh)


def _row(letter: NewLetter) -> dict[str, Any]:
    return {
        "unique_key": letter.key,
        "kind": letter.kind,
        "account_id": letter.account,
        "school_id": letter.school,
        "person_id": letter.person,
        "student_id": letter.student,
        "due_at": letter.due_at,
        "created_at": letter.created_at,
        "expires_at": letter.expires_at,
        "urgent": letter.urgent,
        "silent": letter.silent,
        "payload": json.dumps(letter.payload),
    }


def add_items(db: Connection, items: Sequence[tuple[int, str, int]]) -> None:
    """Add items (letter, kind, subject); the caller knows that they are not there yet."""
    if items:
        rows = [{"letter_id": letter, "kind": kind, "subject_id": subject} for letter, kind, subject in items]
        db.execute(insert(LetterItemRow), rows)


def postpone(db: Connection, letters: Iterable[tuple[LetterId, datetime, datetime]]) -> None:
    """Give letters that wait for more another due time and end: (letter, due at, expires at)."""
    rows = [{"key": letter, "due": due, "end": end} for letter, due, end in letters]
    if rows:
        moved = update(LetterRow).where(LetterRow.id == bindparam("key"))
        db.execute(moved.values(due_at=bindparam("due"), expires_at=bindparam("end")), rows)


def known_keys(db: Connection, keys: Collection[str]) -> frozenset[str]:
    """Give those of the keys that have a letter, open or settled."""
    return frozenset(db.execute(select(LetterRow.unique_key).where(LetterRow.unique_key.in_(keys))).scalars())


@dataclass(frozen=True, slots=True)
class Claim:
    """What to claim: at most `limit` letters, leased until then; nothing for `aside`, for `full` what is urgent or
    counts the rest, and nothing but what is urgent for anybody where `urgent_only`.
    """

    limit: int
    lease_until: datetime
    aside: Collection[int] = ()
    full: Collection[int] = ()
    urgent_only: bool = False


def is_due(db: Connection, now: datetime, asked: Claim) -> bool:
    """Tell whether `claim` would find something."""
    return db.execute(select(LetterRow.id).where(*_claimable(now, asked)).limit(1)).first() is not None


def is_unsettled(db: Connection, now: datetime, full: Collection[int] = ()) -> bool:
    """Tell whether any letter that is due has not been settled, be it claimed or not; `full` accounts wait for what is
    neither urgent nor counts the rest.
    """
    goes = or_(LetterRow.urgent, LetterRow.account_id.not_in(full), LetterRow.kind == ROLL_UP)
    due = (_OPEN, LetterRow.due_at <= now, or_(goes, LetterRow.lease_until.is_not(None)))
    return db.execute(select(LetterRow.id).where(*due).limit(1)).first() is not None


def _claimable(now: datetime, asked: Claim) -> list[Any]:
    return [
        _OPEN,
        LetterRow.due_at <= now,
        or_(LetterRow.lease_until.is_(None), LetterRow.lease_until <= now),
        LetterRow.account_id.not_in(asked.aside),
        LetterRow.urgent
        if asked.urgent_only
        else or_(LetterRow.urgent, LetterRow.account_id.not_in(asked.full), LetterRow.kind == ROLL_UP),
    ]


def claim(db: Connection, asked: Claim, now: datetime) -> list[Draft]:
    """Claim due letters: urgent ones first, then by age; of one account only the first, so that order is kept.

    Letters whose time is over are settled as stale on the way.
    """
    over = (_OPEN, LetterRow.due_at <= now, LetterRow.expires_at <= now)
    db.execute(update(LetterRow).where(*over).values(settled_at=now, outcome=STALE, lease_until=None))
    place = func.row_number().over(partition_by=LetterRow.account_id, order_by=(LetterRow.urgent.desc(), LetterRow.id))
    due = select(LetterRow.id, LetterRow.urgent, LetterRow.due_at, place.label("place"))
    first = due.where(*_claimable(now, asked)).subquery()
    order = (first.c.urgent.desc(), first.c.due_at, first.c.id)
    ids = list(db.execute(select(first.c.id).where(first.c.place == 1).order_by(*order).limit(asked.limit)).scalars())
    if not ids:
        return []
    leased = {"lease_until": asked.lease_until, "lease_token": LetterRow.lease_token + 1}
    db.execute(update(LetterRow).where(LetterRow.id.in_(ids), _OPEN).values(**leased))
    found = {draft.id: draft for draft in drafts(db, ids)}
    return [found[key] for key in ids]


_BOUND = exists().where(
    BindingRow.account_id == LetterRow.account_id,
    BindingRow.person_id == LetterRow.person_id,
    BindingRow.ended_at.is_(None),
    BindingRow.confirmed_at.is_not(None),
)
_CONSENTED = exists().where(
    ConsentRow.account_id == LetterRow.account_id,
    ConsentRow.version == CONSENT_VERSION,
    ConsentRow.withdrawn_at.is_(None),
)
_GUARDS = exists().where(
    GuardianshipRow.guardian_id == LetterRow.person_id,
    GuardianshipRow.student_id == LetterRow.student_id,
    GuardianshipRow.electronic,
    GuardianshipRow.until.is_(None),
)
# Asked again at sending: an access may have been cut since the letter was written.
_ENTITLED = case(
    (LetterRow.person_id.is_(None), True),
    (~and_(_BOUND, _CONSENTED), False),
    (or_(LetterRow.student_id.is_(None), LetterRow.student_id == LetterRow.person_id), True),
    else_=_GUARDS,
)
_DRAFT = select(
    LetterRow.id,
    LetterRow.lease_token,
    LetterRow.kind,
    LetterRow.account_id,
    AccountRow.telegram_id,
    AccountRow.language,
    LetterRow.school_id,
    LetterRow.person_id,
    LetterRow.student_id,
    LetterRow.urgent,
    LetterRow.silent,
    LetterRow.created_at,
    LetterRow.attempts,
    _ENTITLED.label("entitled"),
    LetterRow.payload,
).join(AccountRow, AccountRow.id == LetterRow.account_id)


def drafts(db: Connection, ids: Collection[int]) -> list[Draft]:
    """Give letters as they are composed, open or settled, in no order."""
    items: dict[int, list[Item]] = defaultdict(list)
    columns = (LetterItemRow.id, LetterItemRow.kind, LetterItemRow.subject_id, LetterItemRow.told)
    listed = select(LetterItemRow.letter_id, *columns).where(LetterItemRow.letter_id.in_(ids))
    for letter, key, kind, subject, told in db.execute(listed.order_by(LetterItemRow.id)):
        items[letter].append(Item(key, kind, subject, told))
    return [_draft(row, items[row.id]) for row in db.execute(_DRAFT.where(LetterRow.id.in_(ids)))]


def _draft(row: Any, items: list[Item]) -> Draft:
    return Draft(
        id=LetterId(row.id),
        token=row.lease_token,
        kind=row.kind,
        account=AccountId(row.account_id),
        chat=row.telegram_id,
        language=row.language,
        school=SchoolId(row.school_id) if row.school_id else None,
        person=PersonId(row.person_id) if row.person_id else None,
        student=PersonId(row.student_id) if row.student_id else None,
        urgent=row.urgent,
        silent=row.silent,
        created_at=row.created_at,
        attempts=row.attempts,
        entitled=bool(row.entitled),
        payload=json.loads(row.payload),
        items=tuple(items),
    )


# Built once: settling is done for every letter that leaves.
_MINE = update(LetterRow).where(
    LetterRow.id == bindparam("key"), LetterRow.lease_token == bindparam("token"), LetterRow.settled_at.is_(None)
)
_SETTLE = _MINE.values(
    outcome=bindparam("how"),
    message_id=bindparam("message"),
    reason=bindparam("why"),
    settled_at=bindparam("now"),
    lease_until=None,
)
_RELEASE = _MINE.values(lease_until=None, attempts=bindparam("count"))
_TELL = update(LetterItemRow).where(LetterItemRow.id == bindparam("item")).values(told=bindparam("value"))


def settle(db: Connection, settlements: Sequence[Settlement], now: datetime) -> None:
    """Settle claimed letters. A settlement whose token is no longer the letter's own is refused silently."""
    ended = [
        {
            "key": each.letter,
            "token": each.token,
            "how": each.outcome,
            "message": each.message_id,
            "why": each.reason,
            "now": now,
        }
        for each in settlements
    ]
    db.execute(_SETTLE, ended)
    tell(db, [pair for each in settlements for pair in each.told])
    files = [{"letter_id": each.letter, "message_id": message} for each in settlements for message in each.files]
    if files:
        db.execute(insert(LetterFileRow), files)


def tell(db: Connection, told: Sequence[tuple[int, str]]) -> None:
    """Note which values letters have told: (item id, value)."""
    if told:
        db.execute(_TELL, [{"item": item, "value": value} for item, value in told])


def release(db: Connection, letters: Sequence[tuple[LetterId, int, int]]) -> None:
    """Put claimed letters back: (letter, token, attempts so far)."""
    rows = [{"key": letter, "token": token, "count": attempts} for letter, token, attempts in letters]
    if rows:
        db.execute(_RELEASE, rows)


def release_all(db: Connection) -> None:
    """Put every claimed letter back: whoever claimed them sends no more. A last settlement of theirs still counts
    until the letter is claimed anew.
    """
    leased = (_OPEN, LetterRow.lease_until.is_not(None))
    db.execute(update(LetterRow).where(*leased).values(lease_until=None))


def close_chat(db: Connection, account: AccountId, now: datetime) -> None:
    """Note that an account can't be reached, and settle what waits for it; /start opens it again (NTF-4)."""
    db.execute(
        update(AccountRow).where(AccountRow.id == account).values(blocked_at=func.coalesce(AccountRow.blocked_at, now))
    )
    waits = (LetterRow.account_id == account, _OPEN)
    db.execute(update(LetterRow).where(*waits).values(settled_at=now, outcome=CHAT_GONE, lease_until=None))


def counts(db: Connection) -> Counts:
    """Give the outbox in numbers."""
    waiting = select(func.count(), func.min(LetterRow.due_at)).where(_OPEN)
    number, oldest = db.execute(waiting).one()
    dead = db.execute(select(func.count()).where(LetterRow.outcome == DEAD)).scalar_one()
    return Counts(number, dead, oldest)
