"""Letters that have left already: asked to be edited or taken back, and what became of it (CLS-3).

What is asked for is kept as rows, so that no crash forgets it. Letters that have not left are composed of the truth of
their hour and need no editing; those that are to be taken back are withdrawn on the spot.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, exists, func, insert, literal, or_, select, update

from core.model.ids import LetterId
from core.storage.gateways.accounts import WITHDRAWN
from core.storage.rows import LetterFileRow, LetterItemRow, LetterRecallRow, LetterRow

EDITED, DELETED, REPLACED = "edited", "deleted", "replaced"
"""Replaced: too old to be deleted, so that only the words could be taken away."""
FAILED, NOTHING = "failed", "nothing"
"""Nothing: the letter never reached its chat, or its reader may not read it any more."""


@dataclass(frozen=True, slots=True)
class Recall:
    """A sent letter that is to be edited, or taken back; `files` are the messages of it that hold files."""

    id: int
    letter: LetterId
    taken_back: bool
    attempts: int
    message_id: int | None
    sent_at: datetime | None
    files: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Recalled:
    """What became of an attempt; `outcome` is empty while it is to be tried again."""

    id: int
    outcome: str
    attempts: int = 0


def edit_sent(db: Connection, kind: str, subject: int, now: datetime) -> int:
    """Ask that the letters that have told of something be brought up to the present truth; give how many.

    A letter that has nothing to say any more is taken back.
    """
    return _ask(db, kind, subject, now, taken_back=False)


def take_back(db: Connection, kind: str, subject: int, now: datetime) -> int:
    """Withdraw what waits to tell of something, and ask that what has told of it be taken back; give how many sent
    letters there are. After 48 hours Telegram deletes nothing: then the words are replaced.
    """
    waits = and_(LetterRow.settled_at.is_(None), LetterRow.lease_until.is_(None))
    alone = _telling(kind, subject).where(waits, ~_tells_more(kind, subject))
    gone = update(LetterRow).where(LetterRow.id.in_(alone))
    db.execute(gone.values(settled_at=now, outcome=WITHDRAWN))
    return _ask(db, kind, subject, now, taken_back=True)


def _telling(kind: str, subject: int) -> Select[int]:
    told_of = (LetterItemRow.kind == kind, LetterItemRow.subject_id == subject)
    return select(LetterRow.id).join(LetterItemRow, LetterItemRow.letter_id == LetterRow.id).where(*told_of)


def _tells_more(kind: str, subject: int) -> Any:
    other = LetterItemRow.__table__.alias("other")
    different = or_(other.c.kind != kind, other.c.subject_id != subject)
    return exists().where(other.c.letter_id == LetterRow.id, different)


def _ask(db: Connection, kind: str, subject: int, now: datetime, *, taken_back: bool) -> int:
    under_way = and_(LetterRow.settled_at.is_(None), LetterRow.lease_until.is_not(None))
    there = _telling(kind, subject).where(or_(LetterRow.message_id.is_not(None), under_way))
    columns = {
        "letter_id": LetterRow.id,
        "kind": literal(kind),
        "subject_id": literal(subject),
        # An evening's digest that tells of more is edited: the rest of it still stands.
        "taken_back": ~_tells_more(kind, subject) if taken_back else literal(value=False),
        "asked_at": literal(now, LetterRecallRow.asked_at.type),
        "attempts": literal(0),
        "outcome": literal(""),
    }
    asked = insert(LetterRecallRow).from_select(list(columns), there.with_only_columns(*columns.values()))
    return db.execute(asked).rowcount


def due(db: Connection, limit: int, passed_over: Collection[int] = ()) -> list[Recall]:
    """Give the oldest open recalls whose letters have been settled."""
    query = (
        select(
            LetterRecallRow.id,
            LetterRecallRow.letter_id,
            LetterRecallRow.taken_back,
            LetterRecallRow.attempts,
            LetterRow.message_id,
            LetterRow.settled_at,
        )
        .join(LetterRow, LetterRow.id == LetterRecallRow.letter_id)
        .where(LetterRecallRow.done_at.is_(None), LetterRow.settled_at.is_not(None))
        .where(LetterRecallRow.id.not_in(passed_over))
        .order_by(LetterRecallRow.id)
        .limit(limit)
    )
    rows = list(db.execute(query))
    files = _files(db, {row.letter_id for row in rows}) if rows else {}
    return [
        Recall(key, LetterId(letter), back, attempts, message, at, files.get(letter, frozenset()))
        for key, letter, back, attempts, message, at in rows
    ]


def _files(db: Connection, letters: Collection[int]) -> Mapping[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for letter, message in db.execute(
        select(LetterFileRow.letter_id, LetterFileRow.message_id).where(LetterFileRow.letter_id.in_(letters))
    ):
        found[letter].add(message)
    return {letter: frozenset(messages) for letter, messages in found.items()}


_MINE = update(LetterRecallRow).where(LetterRecallRow.id == bindparam("key"), LetterRecallRow.done_at.is_(None))
_DONE = _MINE.values(outcome=bindparam("how"), done_at=bindparam("now"))
_AGAIN = _MINE.values(attempts=bindparam("count"))


def settle(db: Connection, recalled: Sequence[Recalled], now: datetime) -> None:
    """Note what became of recalls."""
    done = [{"key": each.id, "how": each.outcome, "now": now} for each in recalled if each.outcome]
    again = [{"key": each.id, "count": each.attempts} for each in recalled if not each.outcome]
    if done:
        db.execute(_DONE, done)
    if again:
        db.execute(_AGAIN, again)


def progress(db: Connection, kind: str, subject: int) -> Counter[str]:
    """Count the recalls of something by what became of them; "" are those still to be done."""
    query = select(LetterRecallRow.outcome, func.count()).group_by(LetterRecallRow.outcome)
    of_this = (LetterRecallRow.kind == kind, LetterRecallRow.subject_id == subject)
    return Counter({row[0]: row[1] for row in db.execute(query.where(*of_this))})
