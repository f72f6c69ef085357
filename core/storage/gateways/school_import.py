"""Writing what an import decided, in batches small enough to leave the event loop alone."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, update

from core.model.ids import SchoolId
from core.storage.queries.importing import TABLES
from core.storage.rows import SchoolRow

Values = dict[str, Any]


def found_school(db: Connection, settings: Values) -> SchoolId:
    """Insert a school; give its id."""
    return SchoolId(db.execute(insert(SchoolRow).values(**settings).returning(SchoolRow.id)).scalar_one())


def change_school(db: Connection, school: SchoolId, settings: Values) -> None:
    """Set settings of a school."""
    db.execute(update(SchoolRow).where(SchoolRow.id == school).values(**settings))


def add(db: Connection, kind: str, rows: Sequence[Values]) -> list[int]:
    """Insert rows of one kind that name the same columns; give their ids in the order of the rows."""
    table = TABLES[kind].__table__
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(db.execute(statement, list(rows)).scalars())


def append(db: Connection, kind: str, rows: Sequence[Values]) -> None:
    """Insert rows of one kind whose ids nobody asks for; quicker than `add`."""
    db.execute(insert(TABLES[kind].__table__), list(rows))


def change(db: Connection, kind: str, rows: Sequence[Values]) -> None:
    """Update rows by their `id`; all rows name the same columns."""
    table = TABLES[kind].__table__
    columns = [name for name in rows[0] if name != "id"]
    statement = (
        update(table)
        .where(table.c.id == bindparam("of_id"))
        .values({name: bindparam(f"to_{name}") for name in columns})
    )
    db.execute(statement, [{"of_id": row["id"]} | {f"to_{name}": row[name] for name in columns} for row in rows])


def remove(db: Connection, kind: str, ids: Sequence[int]) -> None:
    """Delete rows by id; the caller has made sure that nothing refers to them."""
    db.execute(delete(TABLES[kind].__table__).where(TABLES[kind].id.in_(ids)))
