"""What happens in a month of school, from the twelfth of October to the thirteenth of November."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from tests.notifications.month.cast import KLASSES, PUPILS

FIRST, LAST = date(2026, 10, 12), date(2026, 11, 13)
VACATION = (date(2026, 10, 25), date(2026, 11, 1))
HOLIDAY = date(2026, 11, 4)
# Saturday is taught in place of the Monday after it.
MOVED, FREED = date(2026, 11, 7), date(2026, 11, 9)
QUARTER_ENDS = date(2026, 10, 24)
STARTS = {2: time(9, 25), 5: time(12, 30), 6: time(13, 30)}
SCHOOL_TIME = (time(8, 30), time(15, 10))
DAY = timedelta(days=1)


def is_school_day(day: date) -> bool:
    """Tell whether lessons are held."""
    if day == MOVED:
        return True
    return day.weekday() < 5 and day not in (HOLIDAY, FREED) and not VACATION[0] <= day <= VACATION[1]


def next_school_day(day: date) -> date:
    """Give the first school day after a day."""
    day += DAY
    while not is_school_day(day):
        day += DAY
    return day


def ends_week(day: date) -> bool:
    """Tell whether no school day of the same week follows."""
    monday = day - day.weekday() * DAY
    return is_school_day(day) and not any(is_school_day(monday + n * DAY) for n in range(day.weekday() + 1, 7))


def days() -> Iterator[date]:
    """Give every day of the month."""
    day = FIRST
    while day <= LAST:
        yield day
        day += DAY


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that somebody does at a local instant.

    `name` is what it is about – a mark's work, a task –, the same in corrections; `places` are the students concerned,
    empty: the whole class; `value` is what is there afterwards, empty where it is taken back. `lesson`: day and number.
    """

    at: datetime
    what: str
    klass: int
    name: str
    places: tuple[int, ...] = ()
    value: str = ""
    lesson: tuple[date, int] = (FIRST, 2)


class _Month:
    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._number = 0
        self.found: list[Happening] = []

    def name(self, short: str) -> str:
        self._number += 1
        return f"{short}{self._number}"

    def _some(self, most: int) -> tuple[int, ...]:
        return tuple(sorted(self._dice.sample(range(PUPILS), self._dice.randint(1, most))))

    def add(self, at: datetime, what: str, klass: int, name: str, **more: object) -> Happening:
        self.found.append(Happening(at, what, klass, name, **more))  # type: ignore[arg-type]
        return self.found[-1]

    def _later(self, at: datetime, day: date) -> datetime:
        """Within the grace time, after it, in the evening, in the night, or in the next morning."""
        dice = self._dice
        return dice.choice(
            [
                at + timedelta(minutes=2, seconds=11),
                at + timedelta(minutes=3, seconds=43),
                at + timedelta(minutes=47),
                datetime.combine(day, time(16, 27, dice.randint(0, 59))),
                datetime.combine(day, time(18, 57, dice.randint(0, 59))),
                datetime.combine(day, time(21, 40, dice.randint(0, 59))),
                datetime.combine(day + DAY, time(7, 50, dice.randint(0, 59))),
            ]
        )

    def marks(self, day: date, klass: int) -> None:
        """A burst of marks of one or two works; some are corrected or withdrawn."""
        dice, number = self._dice, dice_number(self._dice)
        lesson = (day, number)
        begins = datetime.combine(day, STARTS[number]) + timedelta(minutes=20)
        evening = datetime.combine(day, time(dice.randint(14, 22), dice.randint(0, 59)))
        at = dice.choice([begins, begins, evening]) + timedelta(seconds=dice.randint(0, 59))
        for _ in range(dice.randint(1, 2)):
            name = self.name("mk")
            for place in self._some(3):
                at += timedelta(seconds=dice.randint(5, 40))
                value = dice.choice("2345")
                self._mend(self.add(at, "marks", klass, name, places=(place,), value=value, lesson=lesson))

    def _mend(self, first: Happening) -> None:
        day, last = first.lesson[0], first
        for _ in range(2):
            at = self._later(last.at, day)
            if self._dice.random() > 0.3 or at <= last.at + timedelta(minutes=1) or at.date() > QUARTER_ENDS > day:
                return
            others = sorted(set("2345") - {last.value})
            last = replace(last, at=at, value=self._dice.choice(["", *others] if last.value else others))
            self.found.append(last)

    def attendance(self, day: date, klass: int) -> None:
        """Somebody is away or late; perhaps it was a mistake, perhaps it is entered in the evening."""
        dice, number = self._dice, dice_number(self._dice)
        name, places = self.name("at"), self._some(2)
        begins = datetime.combine(day, STARTS[number]) + timedelta(minutes=10, seconds=dice.randint(0, 59))
        at = dice.choice([begins, begins, begins, datetime.combine(day, time(21, 20, dice.randint(0, 59)))])
        value = dice.choice(["absent", "absent", "ill", "late"])
        self.add(at, "attendance", klass, name, places=places, value=value, lesson=(day, number))
        if dice.random() < 0.4:
            later = at + dice.choice([timedelta(minutes=7), timedelta(minutes=95)])
            other = dice.choice(sorted({"late", "excused", ""} - {value}))
            self.add(later, "attendance", klass, name, places=places, value=other, lesson=(day, number))

    def announced(self, day: date, klass: int) -> None:
        """A father says in the morning that his child is ill; another child is away without a word."""
        begins = datetime.combine(day, STARTS[2]) + timedelta(minutes=8, seconds=self._dice.randint(0, 59))
        ill, other = self._dice.sample(range(PUPILS), 2)
        self.add(
            datetime.combine(day, time(7, 45)), "announced", klass, self.name("an"), places=(ill,), lesson=(day, 2)
        )
        places = tuple(sorted((ill, other)))
        self.add(begins, "attendance", klass, self.name("at"), places=places, value="absent", lesson=(day, 2))

    def homework(self, day: date, klass: int) -> None:
        """A task, perhaps changed or taken back."""
        dice, number = self._dice, dice_number(self._dice)
        at = datetime.combine(day, time(dice.choice([10, 13, 17, 20]), dice.randint(0, 59), dice.randint(0, 59)))
        at = max(at, datetime.combine(day, STARTS[number]) + timedelta(minutes=5))
        name = self.name("hw")
        self.add(at, "homework", klass, name, value="first", lesson=(day, number))
        if dice.random() < 0.5:
            later = at + dice.choice([timedelta(minutes=2), timedelta(minutes=33)])
            self.add(later, "homework", klass, name, value=dice.choice(["", "second"]), lesson=(day, number))

    def rest(self, day: date, klass: int) -> None:
        """A remark, a cancelled lesson of the next day, a notice."""
        dice = self._dice
        at = datetime.combine(day, time(dice.randint(13, 21), dice.randint(0, 59), dice.randint(0, 59)))
        if dice.random() < 0.4:
            self.add(at, "remarks", klass, self.name("rm"), places=self._some(1), value="said", lesson=(day, 2))
        if dice.random() < 0.25 and is_school_day(day + DAY) and day < LAST:
            at += timedelta(minutes=dice.randint(6, 20))
            self.add(at, "timetable", klass, self.name("lc"), value="cancelled", lesson=(day + DAY, 6))
        if dice.random() < 0.4:
            at += timedelta(minutes=dice.randint(6, 20))
            self.add(at, "messages", klass, self.name("ms"), places=self._some(1), value="said")
            self.add(at + timedelta(seconds=70), "messages", klass, self.name("ms"), places=self._some(1), value="said")
        if dice.random() < 0.15:
            at += timedelta(minutes=dice.randint(6, 20))
            self.add(at, "notices", klass, self.name("nt"), value="said")


def dice_number(dice: random.Random) -> int:
    """Give which of the day's lessons."""
    return dice.choice([2, 5])


def month(dice: random.Random) -> tuple[Happening, ...]:
    """Give the month in order; no two things happen within one second."""
    made = _Month(dice)
    for day in days():
        for klass in range(len(KLASSES)):
            if is_school_day(day):
                made.marks(day, klass)
                if dice.random() < 0.2:
                    made.announced(day, klass)
                else:
                    made.attendance(day, klass)
                if dice.random() < 0.35:
                    made.homework(day, klass)
                made.rest(day, klass)
            elif dice.random() < 0.2:
                at = datetime.combine(day, time(dice.randint(9, 22), dice.randint(0, 59)))
                made.add(at, "notices", klass, made.name("nt"), value="said")
    return tuple(sorted(_apart(made.found), key=lambda each: each.at))


def _apart(found: list[Happening]) -> Iterator[Happening]:
    taken: set[datetime] = set()
    for each in sorted(found, key=lambda one: one.at):
        at = each.at
        while at in taken:
            at += timedelta(seconds=1)
        taken.add(at)
        yield replace(each, at=at)
