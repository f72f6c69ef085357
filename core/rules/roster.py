"""Finding the students whom a typed name may mean: exactly, else by slips of typing; never a guess (JRN-4)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from core.model.ids import PersonId
from core.model.people import PersonName
from core.rules.names import name_key

_FAMILY, _GIVEN, _PATRONYMIC, _FIRST_PIECE = range(4)
_MOST_WORDS = 4
# Longer words are not searched for slips: no name is so long, and the work would grow with the square.
_LONGEST_SLIP = 20


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a typed name; `short` is an initial or another beginning ("П.", "Ал.")."""

    key: str
    short: bool = False


def slips_allowed(length: int) -> int:
    """Give how many slips a word of so many letters may have and still be known: none, one from 4, two from 8."""
    return 0 if length < 4 else 1 if length < 8 else 2


class Roster:
    """The students of a group by every part of their names. Asking costs the same whatever the size of the class."""

    def __init__(self, people: Sequence[tuple[PersonId, PersonName]], short_forms: Mapping[str, Sequence[str]]) -> None:
        """Take the students, and the given names behind short forms (key → keys: саша → александр, александра)."""
        self._ids = [person for person, _ in people]
        self._parts = [list(_parts_of(name)) for _, name in people]
        self._short_forms = short_forms
        self._exact: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._near: dict[str, set[str]] = defaultdict(set)
        for student, parts in enumerate(self._parts):
            for part, key in parts:
                self._exact[key].append((student, part))
        for key in self._exact:
            for shorter in _shortened(key):
                self._near[shorter].add(key)
        self._slips: dict[str, set[tuple[int, int]]] = {}
        self._found: dict[tuple[NameWord, ...], tuple[PersonId, ...]] = {}

    def knows(self, key: str) -> bool:
        """Tell whether some student's name has exactly this part."""
        return key in self._exact

    def has_initial(self, family: str, letter: str) -> bool:
        """Tell whether somebody of this family name has a given name or patronymic with this letter."""
        bearers = {student for student, part in self._exact.get(family, ()) if part not in (_GIVEN, _PATRONYMIC)}
        return any(student in bearers for student, _ in self._beginning(letter))

    def find(self, words: Sequence[NameWord]) -> tuple[PersonId, ...]:
        """Give all students whom the words may mean, in the order of the roster.

        Every word must be another part of the name. Slips of typing are considered only where nobody fits exactly.
        """
        if not words or len(words) > _MOST_WORDS or all(word.short and not self.knows(word.key) for word in words):
            return ()
        if (asked := tuple(words)) not in self._found:
            self._found[asked] = self._search(words)
        return self._found[asked]

    def _search(self, words: Sequence[NameWord]) -> tuple[PersonId, ...]:
        exactly = self._fitting([self._plain(word) for word in words])
        found = exactly or self._fitting([self._plain(word) | self._with_slips(word) for word in words])
        return tuple(self._ids[student] for student in sorted(found))

    def _fitting(self, options: Sequence[set[tuple[int, int]]]) -> set[int]:
        by_word = [_by_student(each) for each in options]
        everywhere = set(by_word[0]).intersection(*by_word[1:])
        return {student for student in everywhere if _assignable([parts[student] for parts in by_word])}

    def _plain(self, word: NameWord) -> set[tuple[int, int]]:
        found = set(self._exact.get(word.key, ()))
        if word.short:
            return found | self._beginning(word.key)
        for full in self._short_forms.get(word.key, ()):
            found.update(each for each in self._exact.get(full, ()) if each[1] == _GIVEN)
        return found

    def _beginning(self, letters: str) -> set[tuple[int, int]]:
        return {
            (student, part)
            for student, parts in enumerate(self._parts)
            for part, key in parts
            if part in (_GIVEN, _PATRONYMIC) and key.startswith(letters)
        }

    def _with_slips(self, word: NameWord) -> set[tuple[int, int]]:
        if word.short:
            return set()
        if word.key not in self._slips:
            near = {key for shorter in _shortened(word.key) for key in self._near.get(shorter, ())}
            meant = (key for key in near if _within(word.key, key))
            self._slips[word.key] = {each for key in meant for each in self._exact[key]}
        return self._slips[word.key]


def _parts_of(name: PersonName) -> Iterator[tuple[int, str]]:
    for part, text in ((_FAMILY, name.family), (_GIVEN, name.given), (_PATRONYMIC, name.patronymic)):
        if key := name_key(text):
            yield part, key
    pieces = name_key(name.family).split("-")
    if len(pieces) > 1:
        yield from enumerate(pieces, start=_FIRST_PIECE)


def _by_student(options: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    parts: dict[int, set[int]] = defaultdict(set)
    for student, part in options:
        parts[student].add(part)
    return parts


def _assignable(choices: Sequence[set[int]], taken: frozenset[int] = frozenset()) -> bool:
    """Tell whether every word can be a part of its own."""
    if not choices:
        return True
    return any(_assignable(choices[1:], taken | {part}) for part in choices[0] - taken)


def _shortened(key: str) -> set[str]:
    """Give the word without as many letters as it may have slips: two words near to each other share one of these."""
    slips = slips_allowed(len(key)) if len(key) <= _LONGEST_SLIP else 0
    found = {key}
    for count in range(1, slips + 1):
        found.update("".join(kept) for kept in combinations(key, len(key) - count))
    return found


def _within(one: str, other: str) -> bool:
    return _distance(one, other) <= slips_allowed(min(len(one), len(other)))


def _distance(one: str, other: str) -> int:
    """Count the letters to insert, drop, change, or swap with the next one."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, other_letter in enumerate(other, start=1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != other_letter))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == other_letter:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]
