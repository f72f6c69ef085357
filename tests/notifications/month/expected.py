"""What every chat should show after the month, worked out from SPEC chapter 8 and the decisions, not from the program.

An item is one thing of one child: a mark's place, a lesson's attendance, a task. It is told as it stands when its
letter leaves, compared with what this chat was told of it before.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from tests.notifications.month.cast import DIGEST, NOW, OFF, PUPILS, Chat, Pupil
from tests.notifications.month.script import (
    DAY,
    SCHOOL_TIME,
    STARTS,
    Happening,
    days,
    ends_week,
    is_school_day,
    next_school_day,
)

GRACE = timedelta(minutes=5)
# Slips are corrected within the grace time, absences are told at once (NTF-2); changes of lessons gather for a minute,
# messages, which are written in pieces, for ten seconds.
WAITS = {
    "marks": GRACE,
    "homework": GRACE,
    "remarks": GRACE,
    "timetable": timedelta(minutes=1),
    "messages": timedelta(seconds=10),
}
EVENING, FRIDAY = time(18, 30), time(18)
NOTHING = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The school's hours of publication: marks of school days only come within them."""

    opens: time = time(16, 30)
    closes: time = time(19)


@dataclass(frozen=True, slots=True)
class Expected:
    """A message: when, where, about whom, its lines; `answers` are the places of messages in the list, any of them."""

    at: datetime
    chat: str
    pupil: int
    lines: frozenset[str]
    answers: frozenset[int] = frozenset()


@dataclass(slots=True, eq=False)
class _Letter:
    due: datetime
    since: datetime
    items: dict[str, Happening] = field(default_factory=dict)


def expected(chats: Sequence[Chat], month: Sequence[Happening], window: Window | None) -> dict[str, list[Expected]]:
    """Give the messages of every chat in order."""
    found = {chat.name: _Reader(chat, month, window).messages() for chat in chats}
    return {name: sorted(told, key=lambda each: each.at) for name, told in found.items()}


class _Reader:
    def __init__(self, chat: Chat, month: Sequence[Happening], window: Window | None) -> None:
        self._chat, self._window = chat, window
        self._letters: list[tuple[Pupil, _Letter]] = []
        self._open: dict[tuple[int, str], list[_Letter]] = defaultdict(list)
        self._history: dict[str, list[Happening]] = defaultdict(list)
        self._told: dict[str, str] = {}
        self._announced: set[tuple[int, date]] = set()
        self._where: dict[str, int] = {}
        for happening in month:
            for pupil in chat.pupils:
                if self._concerns(happening, pupil):
                    self._add(happening, pupil)

    def _concerns(self, happening: Happening, pupil: Pupil) -> bool:
        if happening.klass != pupil.klass or (happening.what == "notices" and self._chat.own):
            return False
        if happening.what == "messages" and not self._chat.name.startswith("Папа"):
            return False
        return pupil.place in (happening.places or range(PUPILS))

    def _add(self, happening: Happening, pupil: Pupil) -> None:
        if happening.what == "announced":
            self._announced.add((pupil.code, happening.lesson[0]))
            return
        if happening.what == "attendance" and (pupil.code, happening.lesson[0]) in self._announced:
            # Nobody is alarmed of what the family has said (NTF-10).
            return
        item = f"{happening.what}:{happening.name}:{pupil.code}"
        self._history[item].append(happening)
        manner = self._chat.manner(pupil, happening.what)
        if manner == OFF:
            return
        due = self._due(happening, manner)
        letters = self._open[pupil.code, DIGEST if manner == DIGEST else happening.what]
        letter = next((one for one in reversed(letters) if self._joins(one, happening, due, manner)), None)
        if letter is None:
            letter = _Letter(due, happening.at)
            letters.append(letter)
            self._letters.append((pupil, letter))
        letter.due = max(letter.due, due)
        if happening.what in ("marks", "homework"):
            # A correction within the grace time has a grace time of its own: the earlier letter leaves it out.
            for other in letters:
                if other is not letter and other.due > happening.at:
                    other.items.pop(item, None)
        letter.items.setdefault(item, happening)

    def _joins(self, letter: _Letter, happening: Happening, due: datetime, manner: str) -> bool:
        if letter.due <= happening.at:
            return False
        if manner == DIGEST:
            return letter.due == due
        if happening.what == "notices":
            return False
        return due <= letter.due or happening.at <= letter.since + WAITS.get(happening.what, timedelta())

    def _due(self, happening: Happening, manner: str) -> datetime:
        ready = happening.at + WAITS.get(happening.what, timedelta())
        windowed = self._window if happening.what == "marks" else None
        if manner == DIGEST:
            return self._digest(ready, windowed)
        if happening.what == "attendance" and _at_school(happening):
            return ready
        return self._awake(ready, windowed)

    def _digest(self, ready: datetime, windowed: Window | None) -> datetime:
        day = ready.date()
        while True:
            at = datetime.combine(day, self._evening(day))
            if at >= ready and (windowed is None or is_school_day(day)):
                return at
            day += DAY

    def _evening(self, day: date) -> time:
        hour = time(self._chat.digest_hour)
        if self._window is None or not is_school_day(day):
            return hour
        return min(max(hour, self._window.opens), self._window.closes)

    def _awake(self, ready: datetime, window: Window | None) -> datetime:
        at = first = _published(ready, window)
        for _ in range(3):
            if not self._chat.sleeps(at.time()):
                break
            at = _published(self._woken(at), window)
        else:
            return self._woken(first)
        return at

    def _woken(self, at: datetime) -> datetime:
        assert self._chat.quiet
        ends = time(self._chat.quiet[1])
        return datetime.combine(at.date() if at.time() < ends else at.date() + DAY, ends)

    def messages(self) -> list[Expected]:
        """Give what comes, in order."""
        found: list[Expected] = []
        letters = [(letter.due, pupil, letter) for pupil, letter in self._letters]
        clock = [(at, pupil, None) for pupil in self._chat.pupils for at in self._evenings(pupil)]
        for at, pupil, letter in sorted([*clock, *letters], key=lambda each: each[0]):
            answers: frozenset[int] = frozenset()
            lines = self._by_clock(pupil, at) if letter is None else frozenset()
            if letter is not None:
                lines, answers = self._lines(letter, len(found))
            if lines:
                found.append(Expected(at, self._chat.name, pupil.code, lines, answers))
        return found

    def _lines(self, letter: _Letter, place: int) -> tuple[frozenset[str], frozenset[int]]:
        answers, lines = set(), set()
        for item in letter.items:
            before, now = self._told.get(item, NOTHING), self._stands(item, letter.due)
            if before == now or _is_stale(self._history[item][0], letter.due):
                continue
            lines.add(_line(item, before, now, self._where))
            if item.startswith("marks") and before:
                answers.add(self._where[item])
            self._told[item] = now
            self._where.setdefault(item, place)
        return frozenset(lines), frozenset(answers)

    def _evenings(self, pupil: Pupil) -> Iterator[datetime]:
        """On the eve of a school day the evening's message, on the last one of a week the week's (NTF-8, BEY-3)."""
        for day in days():
            if is_school_day(day + DAY) and self._chat.manner(pupil, "evening") == NOW:
                yield datetime.combine(day, EVENING)
            if ends_week(day) and self._chat.manner(pupil, "friday") == NOW:
                yield datetime.combine(day, FRIDAY)

    def _by_clock(self, pupil: Pupil, at: datetime) -> frozenset[str]:
        """What is given for the next day, and its cancelled lessons, as they stand in the evening."""
        if at.time() == FRIDAY:
            return frozenset({"friday"})
        lines = set()
        for item, history in self._history.items():
            what, name, code = item.split(":")
            if int(code) != pupil.code or history[0].at > at or not self._stands(item, at):
                continue
            day = history[0].lesson[0]
            if what == "homework" and next_school_day(day) == at.date() + DAY:
                lines.add(f"evening {name}")
                # What the evening has told is no news afterwards.
                self._told[item] = self._stands(item, at)
            elif what == "timetable" and day == at.date() + DAY:
                lines.add("evening cancelled")
        return frozenset(lines)

    def _stands(self, item: str, at: datetime) -> str:
        return [each.value for each in self._history[item] if each.at <= at][-1]


def _at_school(happening: Happening) -> bool:
    begins, ends = SCHOOL_TIME
    return happening.at.date() == happening.lesson[0] and begins <= happening.at.time() <= ends


def _is_stale(happening: Happening, at: datetime) -> bool:
    """A change of a lesson that is over is no news (NTF-7)."""
    day, number = happening.lesson
    return happening.what == "timetable" and at > datetime.combine(day, STARTS[number])


def _published(at: datetime, window: Window | None) -> datetime:
    if window is None:
        return at
    day = at.date()
    if is_school_day(day) and at < datetime.combine(day, window.closes):
        return max(at, datetime.combine(day, window.opens))
    day += DAY
    while not is_school_day(day):
        day += DAY
    return datetime.combine(day, window.opens)


def _line(item: str, before: str, now: str, told: Iterable[str]) -> str:
    what, name, _ = item.split(":")
    match what:
        case "marks":
            return f"{name} {before}>{now}"
        case "attendance":
            return f"{'corrected ' if item in told else ''}{now or 'present'}"
        case "homework":
            return f"{name} {'changed' if before else 'new'}" if now else "withdrawn"
        case "timetable":
            return "cancelled"
    return name
