"""Column types that keep what the database would lose."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, Integer, String, TypeDecorator

from core.model.school import Grades, grades_from_mask, grades_to_mask


class Instant(TypeDecorator[datetime]):
    """An aware instant. SQLite drops the offset of its own type: naive values are refused, UTC is stored."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive value, give UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant must be aware")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the instant back as aware UTC."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Code(TypeDecorator[Any]):
    """A StrEnum stored by its value, so that a renamed member or a new one needs no migration."""

    impl = String(32)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        """Remember the enum that values belong to."""
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Store the value; anything outside the enum is refused."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """Give the member."""
        return None if value is None else self.kind(value)


class GradeSet(TypeDecorator[Grades]):
    """Grades 1..11 as bits of one integer."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Grades | None, dialect: Dialect) -> int | None:
        """Pack."""
        return None if value is None else grades_to_mask(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Grades | None:
        """Unpack."""
        return None if value is None else grades_from_mask(value)
