"""What an import would do to a school, or did (ADM-1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.model.ids import SchoolId
from core.model.workbook import Problem, Severity


class Fate(StrEnum):
    """What becomes of something that the workbook or the school knows."""

    CREATED = "created"
    CHANGED = "changed"
    ENDED = "ended"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class KindChange:
    """How many things of one kind meet which fate; `samples` name the first few of each fate.

    MISSING is listed and left as it is: it left the workbook, but the school's records need it.
    """

    kind: str
    counts: Mapping[Fate, int] = field(default_factory=dict)
    samples: Mapping[Fate, tuple[str, ...]] = field(default_factory=dict)

    def count(self, fate: Fate) -> int:
        """Give how many things meet that fate."""
        return self.counts.get(fate, 0)

    @property
    def quiet(self) -> bool:
        """Tell whether nothing happens to this kind."""
        return not any(self.counts.values())

    @property
    def alters(self) -> bool:
        """Tell whether the import writes anything of this kind; what is only missing in the workbook is left alone."""
        return any(count for fate, count in self.counts.items() if fate is not Fate.MISSING)


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What would happen. `school` is None for a school that is not there yet; with an error nothing happens."""

    school: SchoolId | None
    name: str
    changes: tuple[KindChange, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def possible(self) -> bool:
        """Tell whether nothing stands in the way of the import."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def alters(self) -> bool:
        """Tell whether there is anything to say yes to."""
        return self.possible and any(change.alters for change in self.changes)


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What happened."""

    school: SchoolId
    name: str
    changes: tuple[KindChange, ...]
    warnings: tuple[Problem, ...] = ()
