"""The monthly check of what the school keeps of a class's families, and the errors found (CLS-7) [004 §2; 003 А-23]."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType
from zoneinfo import ZoneInfo

from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import PersonName

DataFaultId = NewType("DataFaultId", int)
FAULT_LIMIT = 300


@dataclass(frozen=True, slots=True)
class KnownGuardian:
    """A guardian as the school knows them; `electronic` is false where the diary is kept on paper."""

    name: PersonName
    relation: str
    electronic: bool


@dataclass(frozen=True, slots=True)
class DataCard:
    """What the school keeps of a student."""

    student: PersonId
    name: PersonName
    born_on: date | None
    enrolled_on: date
    guardians: tuple[KnownGuardian, ...] = ()


@dataclass(frozen=True, slots=True)
class DataCheck:
    """A month's check of a class: `looked` are those already looked at, `faulty` those with an error told."""

    klass: KlassId
    klass_name: str
    month: date
    cards: tuple[DataCard, ...]
    looked: frozenset[PersonId]
    faulty: frozenset[PersonId]
    done: bool

    @property
    def next(self) -> DataCard | None:
        """Give whom to look at next, None when everybody was."""
        return next((card for card in self.cards if card.student not in self.looked), None)


@dataclass(frozen=True, slots=True)
class DataFault:
    """An error that a class teacher found, in their words; open while `settled_at` is empty."""

    id: DataFaultId
    school: SchoolId
    klass_name: str
    student: PersonName
    words: str
    told_by: PersonName
    told_at: datetime
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DataFaults:
    """The open errors of a school, the oldest first."""

    school: SchoolId
    zone: ZoneInfo
    faults: tuple[DataFault, ...]
