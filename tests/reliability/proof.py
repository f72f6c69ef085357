"""What a run of faults or attacks has shown."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Proof:
    """What was done, how often, what was counted afterwards. `bad` counts what must be zero, `seen` the rest."""

    name: str
    done: str
    bad: dict[str, int]
    seen: dict[str, int] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether nothing went wrong."""
        return not any(self.bad.values()) and not self.faults

    @property
    def counted(self) -> str:
        """What was seen, in words."""
        parts = [f"{number:,} {what}" for what, number in {**self.bad, **self.seen}.items()]
        return "; ".join([*parts, *sorted(set(self.faults))])
