"""What charts show, as values with all their words, and the colours they are drawn in (DIA-5).

A picture lies on a page of its own: dark ink on a light, dimmed ground is read in light and in dark themes alike.
"""

from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

GROUND, INK, FAINT, WHITE = "#EEF1F5", "#1B2430", "#B8C1CC", "#FFFFFF"
MEAN_LINE = "#16213A"
# By mark: a five, a four, a three, below.
LEVELS = ("#17693F", "#1B57B0", "#96500A", "#A8231C")
# By kind of absence: ill, excused, without a reason, late.
ABSENCES = ("#6B429B", "#17693F", "#A8231C", "#96500A")

_DRAWN_AS = 1
"""Raised with each change of the drawing itself: what was drawn before is not shown any more."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark of a trend: the day in words, points 1..5, weight, and the weighted mean of all up to it."""

    day: str
    points: int
    weight: int
    mean: Decimal


@dataclass(frozen=True, slots=True)
class Trend:
    """A subject's marks in their order with the running mean; `last` says the mean at its end."""

    title: str
    mean_title: str
    marks_title: str
    dots: tuple[Dot, ...]
    last: str
    empty: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A subject of an overview: its mean, the mean as it is written, and the period mark or nothing."""

    label: str
    mean: Decimal
    written: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The means of all subjects, the best first."""

    title: str
    note: str
    bars: tuple[Bar, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What was missed in a week or in a subject: ill, excused, without a reason, late."""

    label: str
    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class AttendanceChart:
    """Missed lessons week by week, and the subjects that suffered most; `kinds` name the four counts."""

    title: str
    weeks_title: str
    subjects_title: str
    kinds: tuple[str, str, str, str]
    weeks: tuple[Missing, ...]
    subjects: tuple[Missing, ...]
    empty: str


Chart = Trend | Overview | AttendanceChart


def key_of(chart: Chart) -> str:
    """Give the key of a chart's content: the same values are the same picture."""
    return sha256(f"{_DRAWN_AS}:{chart!r}".encode()).hexdigest()[:32]


def level(mean: Decimal) -> str:
    """Give the colour of a mean."""
    steps = (Decimal("4.5"), Decimal("3.5"), Decimal("2.5"))
    return LEVELS[next((at for at, least in enumerate(steps) if mean >= least), len(steps))]
