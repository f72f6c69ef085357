"""Several short reads in one statement: a UNION ALL whose parts have the same columns, told apart by `part`.

A statement costs ten times what a part of it costs, so screens ask once for everything they show.
"""

from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Date,
    FromClause,
    Integer,
    Select,
    String,
    cast,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)

from core.storage.types import Instant

_COLUMNS: dict[str, Any] = {
    "lesson": Integer(),
    "key": Integer(),
    "number": Integer(),
    "amount": Integer(),
    "total": Integer(),
    "flag": Integer(),
    "done": Integer(),
    "text": String(),
    "code": String(),
    "note": String(),
    "more": String(),
    "day": Date(),
    "until": Date(),
    "at": Instant(),
}


def part(name: str, source: FromClause | None, **columns: Any) -> Select[Any]:
    """Give a select of the common columns; those that are not named are NULL."""
    unknown = columns.keys() - _COLUMNS.keys()
    if unknown:
        raise TypeError(f"no such columns: {unknown}")
    chosen = select(
        literal(name).label("part"),
        *(
            (type_coerce(columns[column], kind) if column in columns else cast(null(), kind)).label(column)
            for column, kind in _COLUMNS.items()
        ),
    )
    return chosen if source is None else chosen.select_from(source)


def together(*parts: Select[Any]) -> CompoundSelect[Any]:
    """Join parts into one statement; rows come in no order."""
    return union_all(*parts)
