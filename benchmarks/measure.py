"""Measuring by turns: variants follow each other round after round, and what counts are ratios within a round."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import median

Act = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of doing it: `act` is measured so many times a round; `before` a round is not counted, `after` is."""

    act: Act
    times: int
    before: Act | None = None
    after: Act | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured beside what it is compared with; at most `goal`, where there is one."""

    name: str
    ours: str
    anchor: str
    value: float
    goal: float | None = None
    unit: str = "×"

    @property
    def met(self) -> bool:
        """Tell whether the goal is reached."""
        return self.goal is None or self.value <= self.goal

    def line(self) -> str:
        """Give the line that is printed."""
        goal = "" if self.goal is None else f"≤ {self.goal:g}{self.unit} {'ok' if self.met else 'MISSED'}"
        return f"{self.name:<52}{self.ours:>12}{self.anchor:>22}{self.value:>9.2f}{self.unit:<3}{goal}"


HEAD = f"{'figure':<52}{'ours':>12}{'anchor':>22}{'ratio':>9}   goal"


@dataclass(frozen=True, slots=True)
class Measured:
    """Median CPU seconds of one act of each variant, and the median ratio of each to the first one."""

    seconds: dict[str, float]
    ratios: dict[str, float]

    def figure(self, name: str, variant: str, goal: float | None) -> Figure:
        """Give the figure of a variant beside the first one."""
        first = next(iter(self.seconds))
        return Figure(
            name, shown(self.seconds[variant]), f"{first} {shown(self.seconds[first])}", self.ratios[variant], goal
        )


def shown(seconds: float) -> str:
    """Give a time as it is printed."""
    return f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.0f} µs"


async def by_turns(variants: dict[str, Variant], rounds: int = 7) -> Measured:
    """Measure the CPU of all threads of this process; the first round only warms up."""
    spent: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(rounds + 1):
        for name, variant in variants.items():
            spent[name].append(await _round(variant))
    kept = {name: values[1:] for name, values in spent.items()}
    first = next(iter(kept.values()))
    ratios = {name: median(a / b for a, b in zip(values, first, strict=True)) for name, values in kept.items()}
    return Measured({name: median(values) for name, values in kept.items()}, ratios)


async def _round(variant: Variant) -> float:
    if variant.before is not None:
        await variant.before()
    began = time.process_time()
    for _ in range(variant.times):
        await variant.act()
    if variant.after is not None:
        await variant.after()
    return (time.process_time() - began) / variant.times
