"""What all rows share: one metadata, named constraints, 63-bit keys."""

from typing import Annotated

from sqlalchemy import BigInteger, ForeignKey, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite gives rowid keys to INTEGER only; PostgreSQL needs BIGINT.
Big = BigInteger().with_variant(Integer, "sqlite")

Key = Annotated[int, mapped_column(Big, primary_key=True, autoincrement=True)]
SchoolRef = Annotated[int, mapped_column(ForeignKey("school.id"))]
PersonRef = Annotated[int, mapped_column(ForeignKey("person.id"))]
OptionalPersonRef = Annotated[int | None, mapped_column(ForeignKey("person.id"))]


class Row(DeclarativeBase):
    """Base of all rows; they never leave this room."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {int: Big}  # noqa: RUF012 - declared so by SQLAlchemy
