"""What a school changed of its regulation: a history, from which `school.deviations` is written."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from core.storage.rows.base import Key, OptionalPersonRef, Row, SchoolRef
from core.storage.types import Instant


class RegulationOverrideRow(Row):
    """One change (REG-1, ADM-7): the newest row of a target's field holds, NULL is "as the text has it".

    Nobody in `changed_by` is the command line.
    """

    __tablename__ = "regulation_override"
    __table_args__ = (Index("ix_regulation_override_school_id_target", "school_id", "target"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    target: Mapped[str] = mapped_column(String(64))
    field: Mapped[str] = mapped_column(String(32))
    value: Mapped[str | None] = mapped_column(String(200))
    changed_at: Mapped[datetime] = mapped_column(Instant)
    changed_by: Mapped[OptionalPersonRef]
