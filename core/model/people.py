"""People of a school and the roles they act in."""

from dataclasses import dataclass
from enum import StrEnum

from core.model.ids import PersonId


class PersonKind(StrEnum):
    """Which list of the school a person stands in; one human may stand in several as several persons."""

    STAFF = "staff"
    STUDENT = "student"
    GUARDIAN = "guardian"


class Sex(StrEnum):
    """Grammatical gender for texts; unknown where the school did not say."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What somebody acts as (ACC-3). Class teacher is derived from the class, guardian and student from the lists."""

    GUARDIAN = "guardian"
    STUDENT = "student"
    TEACHER = "teacher"
    CLASS_TEACHER = "class_teacher"
    DEPUTY = "deputy"
    HEAD = "head"
    ADMINISTRATOR = "administrator"
    INSPECTOR = "inspector"
    PSYCHOLOGIST = "psychologist"
    SECRETARY = "secretary"
    WORKING_GROUP = "working_group"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A Russian name: family name, given name, patronymic (may be empty)."""

    family: str
    given: str
    patronymic: str = ""

    @property
    def short(self) -> str:
        """Family name and given name, as in a class list."""
        return f"{self.family} {self.given}".strip()

    @property
    def spoken(self) -> str:
        """Given name and family name, as a family speaks of its child."""
        return f"{self.given} {self.family}".strip()

    @property
    def full(self) -> str:
        """All three parts, as in a document."""
        return " ".join(part for part in (self.family, self.given, self.patronymic) if part)

    @property
    def polite(self) -> str:
        """Given name and patronymic, as one speaks to a teacher."""
        return " ".join(part for part in (self.given, self.patronymic) if part)

    @property
    def initials(self) -> str:
        """Family name with initials, as in a timetable."""
        letters = "".join(f"{part[0]}." for part in (self.given, self.patronymic) if part)
        return f"{self.family} {letters}".strip()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the school."""

    id: PersonId
    kind: PersonKind
    name: PersonName
    sex: Sex = Sex.UNKNOWN
