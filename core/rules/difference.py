"""What must happen to what is stored so that it becomes what is wanted."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored record under its id."""

    id: int
    record: Record


@dataclass(frozen=True, slots=True)
class Change:
    """A stored record and what it becomes."""

    before: Stored
    after: Record


@dataclass(slots=True)
class Difference:
    """Records to create, to change, and those that nobody wants any more."""

    created: list[Record] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    gone: list[Stored] = field(default_factory=list)


class Comparison:
    """Compares wanted records with the stored ones one by one, so that the caller may pause in between."""

    def __init__(self, stored: Mapping[Hashable, Stored]) -> None:
        """Take what is stored, by its key."""
        self._left = dict(stored)
        self._seen: set[Hashable] = set()
        self.difference = Difference()

    def want(self, key: Hashable, record: Record) -> None:
        """Compare one wanted record; only the columns it names count. A key wanted twice counts once."""
        if key in self._seen:
            return
        self._seen.add(key)
        stored = self._left.pop(key, None)
        if stored is None:
            self.difference.created.append(record)
        elif any(stored.record[name] != value for name, value in record.items()):
            self.difference.changed.append(Change(stored, record))

    def finish(self) -> Difference:
        """Give the difference: what was not wanted is gone."""
        self.difference.gone = list(self._left.values())
        return self.difference
