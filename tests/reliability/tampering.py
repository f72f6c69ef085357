"""Somebody with the database file in hand changes the audit trail: the chain says so, and where it begins."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text

from core.model.audit import AuditEntry, AuditKind
from core.model.ids import SchoolId
from core.model.people import Role
from core.rules.chain import link
from core.storage.gateways import audit
from core.storage.queries.chain import Chain, verify
from core.storage.rows import Row
from tests.reliability.proof import Proof

LENGTH = 30
SCHOOL, OTHER = SchoolId(1), SchoolId(2)
WORDS = ("kind", "role", "before", "after", "reason", "extra", "at")
NUMBERS = ("account_id", "person_id", "update_id", "subject_id", "lesson_id", "student_id")

Tamper = Callable[[Connection, random.Random], set[int]]
"""Changes the trail; gives the numbers of which one has to be named as the first bad one."""


def tampered(times: int, folder: Path, seed: int = 4) -> Proof:
    """Change a trail of two schools so many times, each time in another way, and look whether it is found."""
    dice, missed, misnamed = random.Random(seed), 0, 0
    engine = open_trail(folder / "trail.db")
    seal = _look(engine, SCHOOL).head
    for number in range(times):
        with engine.connect() as db, db.begin() as change:
            expected = TAMPERS[number % len(TAMPERS)](db, dice)
            found = verify(db, SCHOOL, {LENGTH: seal}).broken
            missed += found is None
            misnamed += found is not None and found not in expected
            change.rollback()
    untouched = _look(engine, SCHOOL)
    engine.dispose()
    bad = {"not found": missed, "first bad entry misnamed": misnamed, "sound trails called broken": _wrong(untouched)}
    return Proof("Audit trail changed, cut, swapped, rewritten", f"{times:,} times in {len(TAMPERS)} ways", bad)


def open_trail(file: Path) -> Engine:
    """Make a trail of two schools, without the triggers: whoever has the file has switched them off."""
    engine = create_engine(f"sqlite:///{file}")

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def on_begin(db: Connection) -> None:
        db.exec_driver_sql("BEGIN")

    Row.metadata.create_all(engine, tables=[Row.metadata.tables[name] for name in ("school", "audit")])
    with engine.begin() as db:
        for number in range(1, LENGTH + 1):
            for school in (SCHOOL, OTHER):
                audit.append(db, _signature(school, number), [_entry(number)])
    return engine


def _signature(school: SchoolId, number: int) -> audit.Signature:
    at = datetime(2026, 10, 15, 8, number, 7, 123456, UTC)
    return audit.Signature(school, at, number + 10, number + 20, Role.TEACHER, number + 30)


def _entry(number: int) -> AuditEntry:
    extra: dict[str, str | int | None] = {"record": number + 70, "work": number + 80}
    return AuditEntry(
        AuditKind.MARK_CORRECTED, number + 40, "4", "5", "typo", lesson=number + 50, student=number + 60, extra=extra
    )


def _look(engine: Engine, school: SchoolId) -> Chain:
    with engine.connect() as db:
        return verify(db, school)


def _wrong(chain: Chain) -> int:
    return int(chain.broken is not None or chain.length != LENGTH)


def _row(db: Connection, seq: int) -> dict[str, Any]:
    found = db.execute(text("SELECT * FROM audit WHERE school_id = 1 AND seq = :seq"), {"seq": seq})
    return dict(found.mappings().one())


def _put(db: Connection, seq: int, /, **values: Any) -> None:
    columns = ", ".join(f'"{name}" = :{name}' for name in values)
    db.execute(text(f"UPDATE audit SET {columns} WHERE school_id = 1 AND seq = :of"), {**values, "of": seq})


def a_letter(db: Connection, dice: random.Random) -> set[int]:
    """One letter or digit of a text becomes another."""
    seq, name = dice.randint(1, LENGTH), dice.choice(WORDS)
    was = _row(db, seq)[name]
    places = [place for place, sign in enumerate(was) if sign.isalnum()]
    place = dice.choice(places)
    sign = dice.choice([other for other in "0123456789xyz" if other != was[place]])
    _put(db, seq, **{name: was[:place] + sign + was[place + 1 :]})
    return {seq}


def a_number(db: Connection, dice: random.Random) -> set[int]:
    """An id becomes another, or none."""
    seq, name = dice.randint(1, LENGTH), dice.choice(NUMBERS)
    other = _row(db, seq)[name] + dice.randint(1, 9)
    _put(db, seq, **{name: other if name == "subject_id" else dice.choice((None, other))})
    return {seq}


def emptied(db: Connection, dice: random.Random) -> set[int]:
    """A text vanishes, or becomes something no text is."""
    seq, name = dice.randint(1, LENGTH), dice.choice(("before", "after", "reason"))
    _put(db, seq, **{name: dice.choice((None, "", b"\xff\xfe", "5 "))})
    return {seq}


def a_bit_of_a_hash(db: Connection, dice: random.Random) -> set[int]:
    """One bit of a hash is turned over."""
    seq = dice.randint(1, LENGTH)
    digest = bytearray(_row(db, seq)["hash"])
    digest[dice.randrange(len(digest))] ^= 1 << dice.randrange(8)
    _put(db, seq, hash=bytes(digest))
    return {seq}


def deleted(db: Connection, dice: random.Random) -> set[int]:
    """An entry is gone."""
    seq = dice.randint(1, LENGTH)
    db.execute(text("DELETE FROM audit WHERE school_id = 1 AND seq = :seq"), {"seq": seq})
    return {seq}


def cut_off(db: Connection, dice: random.Random) -> set[int]:
    """The end is gone: only a seal noted elsewhere tells."""
    seq = dice.randint(1, LENGTH)
    db.execute(text("DELETE FROM audit WHERE school_id = 1 AND seq >= :seq"), {"seq": seq})
    return {seq}


def closed_up(db: Connection, dice: random.Random) -> set[int]:
    """An entry is gone and the later ones move up."""
    seq = dice.randint(1, LENGTH - 1)
    deleted_at = {"seq": seq}
    db.execute(text("DELETE FROM audit WHERE school_id = 1 AND seq = :seq"), deleted_at)
    db.execute(text("UPDATE audit SET seq = -seq WHERE school_id = 1 AND seq > :seq"), deleted_at)
    db.execute(text("UPDATE audit SET seq = -seq - 1 WHERE school_id = 1 AND seq < 0"))
    return {seq}


def swapped(db: Connection, dice: random.Random) -> set[int]:
    """Two entries change places."""
    first, second = sorted(dice.sample(range(1, LENGTH + 1), 2))
    for seq, becomes in ((first, -1), (second, first), (-1, second)):
        _put(db, seq, seq=becomes)
    return {first}


def replaced(db: Connection, dice: random.Random) -> set[int]:
    """INSERT OR REPLACE in the place of an entry, with a hash that fits the one before: the next one gives it away."""
    seq = dice.randint(1, LENGTH)
    _rewrite(db, seq, seq, "2")
    return {min(seq + 1, LENGTH)}


def rewritten(db: Connection, dice: random.Random) -> set[int]:
    """Everything from an entry on is written anew with good hashes: only a seal noted elsewhere tells."""
    _rewrite(db, dice.randint(1, LENGTH), LENGTH, "2")
    return {LENGTH}


def _rewrite(db: Connection, first: int, last: int, after: str) -> None:
    previous = _row(db, first - 1)["hash"] if first > 1 else bytes(32)
    for seq in range(first, last + 1):
        row = {**_row(db, seq), "after": after}
        at = datetime.fromisoformat(row["at"]).replace(tzinfo=UTC)
        record = {key: value for key, value in row.items() if key not in ("id", "hash", "at")}
        previous = link(previous, {**record, "at": at.isoformat()})
        columns = ", ".join(f'"{name}"' for name in row)
        values = ", ".join(f":{name}" for name in row)
        db.execute(text(f"INSERT OR REPLACE INTO audit ({columns}) VALUES ({values})"), {**row, "hash": previous})


def given_away(db: Connection, dice: random.Random) -> set[int]:
    """An entry is moved into the trail of a school that is not there."""
    seq = dice.randint(1, LENGTH)
    _put(db, seq, school_id=999)
    return {seq}


def smuggled(db: Connection, dice: random.Random) -> set[int]:
    """An entry is added that fits nowhere."""
    row = {**_row(db, dice.randint(1, LENGTH)), "seq": LENGTH + 1}
    del row["id"]
    columns, values = ", ".join(f'"{name}"' for name in row), ", ".join(f":{name}" for name in row)
    db.execute(text(f"INSERT INTO audit ({columns}) VALUES ({values})"), row)
    return {LENGTH + 1}


TAMPERS: tuple[Tamper, ...] = (
    *(a_letter, a_number, emptied, a_bit_of_a_hash, deleted, cut_off),
    *(closed_up, swapped, replaced, rewritten, given_away, smuggled),
)
