"""Text → proposed marks (JRN-4): "Иванов 5, Петрова 4 4, Сидоров н", or by mark: "5: Иванов, Петрова; н: Орлов".

Nothing is guessed: what may mean two students, or nothing, comes back as such, to be asked or shown.
"""

from collections.abc import Sequence
from itertools import dropwhile, pairwise

from core.model.attendance import Presence
from core.model.dictation import Dictation, Line
from core.model.ids import PersonId
from core.model.mark import MarkValue
from core.model.people import PersonName
from core.rules.dictation_words import Kind, Word, plain, vocabulary, words_of
from core.rules.roster import NameWord, Roster

_VALUES = (Kind.VALUE, Kind.MINUTES)


def parse(text: str, roster: Sequence[tuple[PersonId, PersonName]]) -> Dictation:
    """Read a dictated text against the students of a group; takes time in proportion to the text."""
    readable = plain(text)
    students = Roster(roster, vocabulary().short_forms)
    lines: list[Line] = []
    for segment in _segments(words_of(readable, students)):
        lines.extend(_Segment(readable, students, segment).read())
    return Dictation(tuple(lines))


def _segments(words: Sequence[Word]) -> list[list[Word]]:
    segments: list[list[Word]] = [[]]
    for word in words:
        if word.kind is Kind.BREAK:
            segments.append([])
        else:
            segments[-1].append(word)
    trimmed = (list(dropwhile(lambda word: word.kind is Kind.COMMA, segment)) for segment in segments)
    return [segment for segment in trimmed if segment]


class _Segment:
    """A stretch without a semicolon or line end: names with their values, or a value with its names ("header")."""

    def __init__(self, text: str, roster: Roster, words: Sequence[Word]) -> None:
        self._text = text
        self._roster = roster
        self._words = words
        self._unmarked_headers = _is_values_first(words)
        self._header: list[Word] = []
        self._names: list[Word] = []
        self._values: list[Word] = []
        self._unread: list[Word] = []
        self._parted = False
        self._lines: list[Line] = []

    def read(self) -> list[Line]:
        if self._words[0].kind in _VALUES and self._header_end(0) == 0:
            # "5 Иванов 4 Петров 3": whose the 5 is, nobody can say, and so whose the others are.
            return [Line(self._written(self._words), (), unread=tuple(word.text for word in self._words))]
        at = 0
        while at < len(self._words):
            end = self._header_end(at)
            if end > at:
                self._close()
                self._header = [word for word in self._words[at:end] if word.kind in _VALUES]
                at = end
            else:
                self._take(self._words[at])
                at += 1
        self._close()
        return self._lines

    def _header_end(self, at: int) -> int:
        """Give the place after a header that begins here ("5:", "4 4:", "5 –"), or `at` where none does."""
        after_comma = at == 0 or self._words[at - 1].kind is Kind.COMMA
        if self._words[at].kind is not Kind.VALUE or not (after_comma or self._header):
            return at
        end = at
        while end < len(self._words) and self._words[end].kind in _VALUES:
            end += 1
        mark = self._words[end].kind if end < len(self._words) else None
        if mark is Kind.COLON or (mark is Kind.DASH and at == 0):
            return end + 1
        return end if self._unmarked_headers and mark is Kind.NAME else at

    def _take(self, word: Word) -> None:
        match word.kind:
            case Kind.NAME:
                if self._names and (self._values or self._unread or self._parted):
                    self._close()
                self._names.append(word)
                self._parted = False
            case Kind.COMMA:
                self._parted = True
            case Kind.VALUE | Kind.MINUTES:
                # In a list by mark a second value contradicts the header.
                (self._unread if self._header or not self._names else self._values).append(word)
            case Kind.OTHER:
                self._unread.append(word)

    def _close(self) -> None:
        if self._names or self._unread:
            self._lines.append(self._line())
        self._names, self._values, self._unread, self._parted = [], [], [], False

    def _line(self) -> Line:
        said = [*self._header, *self._values]
        marks = tuple(word.value for word in said if isinstance(word.value, MarkValue))
        presences = [(word.value, word) for word in said if isinstance(word.value, Presence)]
        presence = presences[0][0] if presences else None
        # Two states of presence contradict each other, and so do a mark and an absence.
        contradicting = presences[1:] if not (marks and presence and presence.missed) else presences
        unread = [*self._unread, *(word for _, word in contradicting)]
        return Line(
            written=self._written(self._names),
            candidates=self._roster.find([NameWord(word.key, word.short) for word in self._names]),
            marks=marks,
            presence=presence,
            minutes=next((word.minutes for word in said if word.kind is Kind.MINUTES), 0),
            unread=tuple(word.text for word in unread),
        )

    def _written(self, words: Sequence[Word]) -> str:
        return self._text[words[0].start : words[-1].end] if words else ""


def _is_values_first(words: Sequence[Word]) -> bool:
    """Tell "5 Иванов, Петрова, 4 Сидоров": begins with a value, ends with a name, every value after a comma."""
    if words[0].kind is not Kind.VALUE or words[-1].kind is not Kind.NAME:
        return False
    return all(before.kind is not Kind.NAME for before, word in pairwise(words) if word.kind in _VALUES)
