"""The tables beside this file, in which the rows of the regulations stand as a reader has found them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from core.model.people import Role
from core.model.school import Preset
from core.model.term import Happening, Term, TermKind

HERE = Path(__file__).parent
HOLDERS = {
    "T": Role.TEACHER,
    "C": Role.CLASS_TEACHER,
    "P": Role.PSYCHOLOGIST,
    "D": Role.DEPUTY,
    "H": Role.HEAD,
    "A": Role.ADMINISTRATOR,
    "W": Role.WORKING_GROUP,
    "X": Role.SECRETARY,
    "I": Role.INSPECTOR,
    "S": Role.STUDENT,
    "G": Role.GUARDIAN,
}


@dataclass(frozen=True, slots=True)
class Written:
    """A line of a table: which preset it is of, and its cells."""

    preset: Preset
    cells: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.preset}.{self.cells[0].lstrip('+-=')}"


def written(table: str) -> Iterator[Written]:
    """Give the lines of a table in order."""
    preset = None
    for line in (HERE / f"{table}.txt").read_text("utf-8").splitlines():
        if line.startswith("@"):
            preset = Preset(line[1:])
        elif line and not line.startswith("#"):
            assert preset is not None
            yield Written(preset, tuple(line.split(" | ")))


def holders(letters: str) -> tuple[Role, ...]:
    return tuple(HOLDERS[letter] for letter in letters)


def term(words: str) -> Term:
    """Read a term as `days-after-event 5 request`, `fixed-date 09-15`, `lesson-day-at 18:00`."""
    kind, *rest = words.split()
    found: dict[str, int] = {}
    at, event = None, None
    for word in rest:
        if ":" in word:
            at = time.fromisoformat(word)
        elif "-" in word and word[0].isdigit():
            found["month"], found["day"] = map(int, word.split("-"))
        elif word.isdigit():
            found["year" if len(word) == 4 else "hours" if kind.startswith("hours") else "days"] = int(word)
        else:
            event = Happening(word)
    return Term(TermKind(kind), at=at, event=event, **found)
