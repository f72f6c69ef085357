"""What a mark is going to be, and what would change it (DIA-6) [002 прил.3 §3; 004 §7]."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.model.calendar import Period
from core.model.diary import Child, SubjectName
from core.model.ids import SubjectId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.radar import Evidence, Risk


class Prospect(StrEnum):
    """How a wanted mark stands: it is there already, can be reached with the lessons left, or no longer."""

    HELD = "held"
    OPEN = "open"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of work that marks may still be given for, with its weight."""

    kind: WorkKind
    weight: int


@dataclass(frozen=True, slots=True)
class Way:
    """So many marks of the same points for works of one kind and weight."""

    count: int
    points: int
    offer: Offer


@dataclass(frozen=True, slots=True)
class Outlook:
    """What leads to a wanted mark, the fewest marks first; where it is held, what would lose it (none: nothing can)."""

    wanted: MarkValue
    prospect: Prospect
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class YearForecast:
    """The marks set for the year's periods so far, and the year's mark as they and the forecast of now make it.

    `final` is the year's mark once it was set.
    """

    marks: tuple[tuple[str, MarkValue], ...] = ()
    expected: MarkValue | None = None
    final: MarkValue | None = None


@dataclass(frozen=True, slots=True)
class SubjectForecast:
    """A subject in the running period: weighted mean with two decimals; the mark that is coming, or the one set.

    `outlooks` are those of the marks one may wish for, the least first; none once the mark was set.
    """

    subject: SubjectName
    weighted: Decimal | None = None
    expected: MarkValue | None = None
    final: MarkValue | None = None
    lessons_left: int = 0
    evidence: Evidence = field(default_factory=Evidence)
    risk: Risk = Risk.NONE
    outlooks: tuple[Outlook, ...] = ()
    year: YearForecast = YearForecast()

    def outlook(self, wanted: MarkValue) -> Outlook | None:
        """Give what leads to one mark."""
        return next((outlook for outlook in self.outlooks if outlook.wanted is wanted), None)

    @property
    def better(self) -> Outlook | None:
        """Give the least wish that is not fulfilled yet; None where the best mark is coming."""
        return next((outlook for outlook in self.outlooks if outlook.prospect is not Prospect.HELD), None)


@dataclass(frozen=True, slots=True)
class Forecast:
    """All subjects of a child in the running period; `period` is None in a school without periods.

    `goals` are the marks that the reader watches for; `watching`: the reader may set them.
    """

    child: Child
    today: date
    period: Period | None
    subjects: tuple[SubjectForecast, ...] = ()
    goals: Mapping[SubjectId, MarkValue] = field(default_factory=dict)
    watching: bool = False
