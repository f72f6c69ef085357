"""References between sheets: duplicated keys, unknown keys, and careless spellings led back to the listed one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from hashlib import sha256
from typing import Any, TypeVar

from core.intake.letters import code_key, key, klass_key, klass_readings, latin, next_in_line
from core.intake.problems import column_title
from core.intake.shapes import load_shapes
from core.model.workbook import DERIVED, GuardianLine, Place, Problem, Severity, Workbook

_SUGGESTIONS = 50


class Register:
    """The listed keys of one sheet: finds the listed spelling of a key, or tells that there is none.

    `open` registers (their sheet is missing or unusable) let every key pass, so that one fault is told once.
    """

    def __init__(self, sheet: str, fold: Callable[[str], str], broken: frozenset[str], is_open: bool) -> None:
        """Start empty; `broken` are folded keys of rows that could not be read."""
        self.title = load_shapes().sheet(sheet).title
        self.places: dict[str, Place] = {}
        self.is_open = is_open
        self._fold = fold
        self._broken = broken
        self._spelling: dict[str, str] = {}

    def add(self, name: str, place: Place) -> Place | None:
        """List a key; give the place of the same key when it is listed already."""
        folded = self._fold(name)
        if folded in self._spelling:
            return self.places[self._spelling[folded]]
        self._spelling[folded] = name
        self.places[name] = place
        return None

    def find(self, name: str) -> str | None:
        """Give the listed spelling, or None. Keys of unreadable rows count as listed."""
        folded = self._fold(name)
        if self.is_open or folded in self._broken:
            return self._spelling.get(folded, name)
        return self._spelling.get(folded)

    def near(self, name: str) -> str:
        """Give the listed key that looks most like it, or an empty text."""
        close = get_close_matches(self._fold(name), list(self._spelling), n=1, cutoff=0.75)
        return self._spelling[close[0]] if close else ""


class KlassRegister(Register):
    """Classes: a name with Latin letters is led to the one listed class that it can mean.

    `written` leads the spelling of the list itself to the Cyrillic name chosen for it.
    """

    def __init__(self, broken: frozenset[str], is_open: bool) -> None:
        """Start empty."""
        super().__init__("klasses", klass_key, broken, is_open)
        self.written: dict[str, str] = {}

    def find(self, name: str) -> str | None:
        """Give the listed name; of two possible readings one is taken only when the other is not listed."""
        if name in self.written:
            return self.written[name]
        if not latin(name):
            return super().find(name)
        readings = self.readings(name)
        return readings[0] if len(readings) == 1 or (self.is_open and readings) else super().find(name)

    def readings(self, name: str) -> list[str]:
        """Give the listed names that one written with Latin letters may mean."""
        found = (super(KlassRegister, self).find(reading) for reading in klass_readings(name))
        return [reading for reading in found if reading]


Line = TypeVar("Line", bound=Any)


class Resolver:
    """Leads the references of all lines to listed keys, and keeps what is wrong with them."""

    def __init__(self, book: Workbook, broken: Mapping[str, frozenset[str]], unusable: frozenset[str]) -> None:
        """Take the workbook as read, the keys of unreadable rows per sheet, and the sheets that can't be used."""
        self.book = book
        self.problems: list[Problem] = []
        self._noted: set[tuple[str, str, str]] = set()
        self._suggested = 0
        folds = {"staff": code_key, "students": code_key, "subjects": key, "rooms": code_key}
        self.registers: dict[str, Register] = {
            name: Register(name, fold, broken.get(name, frozenset()), name in unusable) for name, fold in folds.items()
        }
        self.klasses = KlassRegister(broken.get("klasses", frozenset()), "klasses" in unusable)
        self.registers["klasses"] = self.klasses
        self.registers["bells"] = Register("bells", key, frozenset(), "bells" in unusable)
        if not book.rooms:
            self.registers["rooms"].is_open = True

    def list_keys(self) -> Workbook:
        """List the keys of every sheet that others refer to; tell of keys that are listed twice."""
        for line in self.book.bells:
            self.registers["bells"].add(line.bell_set, line.place)
        for room in self.book.rooms:
            self.registers["rooms"].add(room.room, room.place)
        return replace(
            self.book,
            staff=self._unique("staff", self.book.staff, "code"),
            students=self._unique("students", self.book.students, "code"),
            subjects=self._unique("subjects", self.book.subjects, "name"),
            klasses=self._unique("klasses", self._cyrillic_klasses(), "name"),
        )

    def _cyrillic_klasses(self) -> list[Any]:
        """Choose the Cyrillic name of each class written with Latin letters, by what else is listed."""
        sure = frozenset(line.name for line in self.book.klasses if not latin(line.name))
        chosen = []
        for line in self.book.klasses:
            readings = [name for name in klass_readings(line.name) if name not in sure] if latin(line.name) else []
            if not readings:
                chosen.append(line)
                continue
            name = next((name for name in readings if next_in_line(name, sure)), readings[0])
            self.klasses.written[line.name] = name
            self._note("klass-latin", line.place, "name", "klasses", line.name, name)
            chosen.append(replace(line, name=name))
        return chosen

    def _unique(self, sheet: str, lines: Iterable[Line], attribute: str) -> tuple[Line, ...]:
        kept = []
        for line in lines:
            name = getattr(line, attribute)
            first = self.registers[sheet].add(name, line.place)
            if first is None:
                kept.append(line)
                continue
            values: dict[str, str | int] = {"value": name, "other_row": first.row}
            self._tell("key-twice", Severity.ERROR, line.place, sheet, attribute, values)
        return tuple(kept)

    def one(self, sheet: str, line: Line, attribute: str, target: str) -> Line:
        """Lead one reference of a line to the listed key; an unknown one is told and left as it is."""
        name = getattr(line, attribute)
        found = self._found(sheet, line.place, attribute, target, name) if name else name
        return line if found == name else replace(line, **{attribute: found})

    def many(self, sheet: str, line: Line, attribute: str, target: str) -> Line:
        """Lead a list of references to listed keys; unknown ones are told and left out."""
        names = getattr(line, attribute)
        found = tuple(self._found(sheet, line.place, attribute, target, name) for name in names)
        return line if found == names else replace(line, **{attribute: found})

    def _found(self, sheet: str, place: Place, attribute: str, target: str, name: str) -> str:
        register = self.registers[target]
        found = register.find(name)
        if found is None and target == "klasses" and len(readings := self.klasses.readings(name)) > 1:
            choice: dict[str, str | int] = {"value": name, "one": readings[0], "other": readings[1]}
            self._tell("klass-unclear", Severity.ERROR, place, sheet, attribute, choice)
            return name
        if found is None:
            severity = Severity.WARNING if target == "rooms" else Severity.ERROR
            values: dict[str, str | int] = {"value": name, "listed": register.title, "near": self._near(register, name)}
            self._tell(f"{_UNKNOWN[target]}-unknown", severity, place, sheet, attribute, values)
            return name
        if found != name and latin(name) and target == "klasses":
            self._note("klass-latin", place, attribute, sheet, name, found)
        return found

    def _near(self, register: Register, name: str) -> str:
        self._suggested += 1
        return register.near(name) if self._suggested <= _SUGGESTIONS else ""

    def _note(self, code: str, place: Place, attribute: str, sheet: str, written: str, taken: str) -> None:
        """Tell how something was understood, once per sheet and spelling."""
        if (sheet, code, written) not in self._noted:
            self._noted.add((sheet, code, written))
            values: dict[str, str | int] = {"value": written, "taken": taken}
            self._tell(code, Severity.WARNING, place, sheet, attribute, values)

    def _tell(
        self, code: str, severity: Severity, place: Place, sheet: str, attribute: str, values: dict[str, str | int]
    ) -> None:
        title = column_title(sheet, attribute)
        self.problems.append(Problem(code, severity, place.sheet, place.row, title, values))


_UNKNOWN = {
    "staff": "staff",
    "students": "student",
    "subjects": "subject",
    "klasses": "klass",
    "bells": "bell-set",
    "rooms": "room",
}
_REFERENCES: dict[str, dict[str, str]] = {
    "klasses": {"teacher": "staff", "bell_set": "bells"},
    "students": {"klass": "klasses"},
    "groups": {"klass": "klasses", "subject": "subjects"},
    "loads": {"klass": "klasses", "subject": "subjects", "teacher": "staff", "room": "rooms"},
    "timetable": {"klass": "klasses", "subject": "subjects", "teacher": "staff", "room": "rooms"},
    "plans": {"klass": "klasses", "subject": "subjects"},
}
_LISTS: dict[str, dict[str, str]] = {
    "guardians": {"children": "students"},
    "events": {"klasses": "klasses"},
    "groups": {"students": "students"},
}


def resolve(book: Workbook, broken: Mapping[str, frozenset[str]], unusable: frozenset[str]) -> Workbook:
    """Give the workbook with every reference in its listed spelling, and with the problems of references added."""
    resolver = Resolver(book, broken, unusable)
    book = resolver.list_keys()
    parts: dict[str, Any] = {}
    for sheet in _REFERENCES.keys() | _LISTS.keys():
        lines = getattr(book, sheet)
        for attribute, target in _REFERENCES.get(sheet, {}).items():
            lines = tuple(resolver.one(sheet, line, attribute, target) for line in lines)
        for attribute, target in _LISTS.get(sheet, {}).items():
            lines = tuple(resolver.many(sheet, line, attribute, target) for line in lines)
        parts[sheet] = lines
    guardians = parts["guardians"]
    parts["guardians"] = tuple(line if line.code else replace(line, code=derived_code(line)) for line in guardians)
    return replace(book, **parts, problems=(*book.problems, *resolver.problems))


def derived_code(line: GuardianLine) -> str:
    """Give a code made of full name and children, the same whenever these are the same."""
    known_by = "\n".join((key(line.name.full), *sorted(code_key(child) for child in line.children)))
    return DERIVED + sha256(known_by.encode()).hexdigest()[:24]
