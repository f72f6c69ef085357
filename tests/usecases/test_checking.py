"""A code tells whether its record is the one that was written, and tells nothing to others (BEY-4)."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from core.model.errors import Stranger
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.scrutiny import CheckState, RecordCheck
from core.rules.receipts import proof_code
from core.storage.rows import AuditRow
from core.usecases.checking import CheckRecord, check_record
from core.usecases.marks import CorrectMark, SetMark, correct_mark, set_mark
from tests.classroom import Classroom, classroom
from tests.world import World


@dataclass(frozen=True, slots=True)
class Record:
    """A mark with the code of its entry."""

    world: World
    room: Classroom
    mark: int
    code: str

    async def check(self, who: int, code: str = "") -> RecordCheck:
        return await self.world.see(check_record, CheckRecord(code or self.code), who)

    def spoil(self, statement: str) -> None:
        """Change the file behind the program's back, as somebody with the file and without its guards would."""
        file = Path(self.world.engines.writer.sync_engine.url.database or "")
        with closing(sqlite3.connect(file)) as db:
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                db.execute(f"DROP TRIGGER {name}")
            db.execute(statement)
            db.commit()


@pytest.fixture
async def record(world: World) -> Record:
    room = await classroom(world)
    given = await room.do(set_mark, SetMark(await room.work(), room.students[0], MarkValue.FOUR))
    row = (await world.rows(select(AuditRow.seq, AuditRow.hash).order_by(AuditRow.seq.desc())))[0]
    return Record(world, room, given.corrections[0].mark.id, proof_code(row.seq, row.hash))


async def test_an_unchanged_record(record: Record) -> None:
    found = await record.check(record.room.telegram)
    assert (found.state, found.before, found.after) == (CheckState.SAME, None, "4")
    assert found.lesson is not None
    assert (found.lesson.klass, found.lesson.subject) == ("7Б", "Алгебра")


async def test_the_family_and_the_office_may_check_it_others_learn_nothing(record: Record) -> None:
    world, child, other = record.world, *record.room.students[:2]
    concerned = [
        await world.enter(child),
        await world.enter(await world.guardian("Волкова Инна", child)),
        await world.enter(await world.staff("Громов Пётр", Role.HEAD)),
        await world.enter(await world.staff("Белов Иван", Role.INSPECTOR)),
    ]
    assert {(await record.check(who)).state for who in concerned} == {CheckState.SAME}
    others = [
        await world.enter(await world.guardian("Ёлкина Ольга", other)),
        await world.enter(await world.staff("Чужов Олег")),
    ]
    assert [await record.check(who) for who in others] == [RecordCheck(CheckState.UNKNOWN)] * 2
    with pytest.raises(Stranger):
        await record.check(999_999)


async def test_a_corrected_mark_keeps_its_older_record(record: Record) -> None:
    record.world.clock.shift(minutes=1)
    await record.room.do(correct_mark, CorrectMark(record.mark, MarkValue.FIVE))  # type: ignore[arg-type]
    assert (await record.check(record.room.telegram)).state is CheckState.SUPERSEDED


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET after = '5' WHERE kind = 'mark.set'",
        "UPDATE audit SET at = '2026-10-01 07:00:00.000000' WHERE kind = 'mark.set'",
        "UPDATE mark SET value = '5'",
        "DELETE FROM mark",
        "DELETE FROM audit WHERE seq = 1",
    ],
)
async def test_a_record_that_was_tampered_with(record: Record, statement: str) -> None:
    record.spoil(statement)
    assert (await record.check(record.room.telegram)).state is CheckState.CHANGED


async def test_a_wrong_code_of_a_known_number(record: Record) -> None:
    number, signs = record.code.split("-")
    wrong = f"{number}-{signs[:-1]}{'A' if signs[-1] != 'A' else 'B'}"
    assert (await record.check(record.room.telegram, wrong)).state is CheckState.CHANGED


@pytest.mark.parametrize("code", ["abc", "9999-K7QM4X", "0-K7QM4X"])
async def test_codes_of_nothing(record: Record, code: str) -> None:
    assert (await record.check(record.room.telegram, code)).state is CheckState.UNKNOWN
