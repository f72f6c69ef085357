"""A simulated school year of each preset against duties worked out by hand from its text (REG-2, REG-3, REG-7).

`year.txt` says at chosen instants everything that a row asks for around then: what is missing from it is as wrong as
what is different.
"""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core.model.duty import Cycle, Duty, DutySubject, SubjectKind
from core.usecases.duty_list import DutiesAt, duties_at
from tests.regulation.year import Year, begin
from tests.world import World, open_world

TABLE = Path(__file__).parent / "year.txt"
# «выставление отметок «задним числом» запрещено» [002 §4а-2]; the other texts let come late what comes late.
FORBIDDEN = {("Рус", "backdating-forbidden"), ("Рус", "final-late"), ("Ист", "final-late")}
BEFORE, AFTER = timedelta(days=7), timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Line:
    """What a row asks for at an instant: all subjects with this term and state, or how many of the year («*»)."""

    at: str
    row: str
    clause: str
    due: str
    state: str
    about: str


def sections() -> dict[str, tuple[str, list[Line]]]:
    """Read the table: by preset, the zone and the lines."""
    found: dict[str, tuple[str, list[Line]]] = {}
    lines: list[Line] = []
    before: list[str] = []
    for text in TABLE.read_text("utf-8").splitlines():
        if text.startswith("@"):
            preset, zone = text[1:].split()
            lines, before = [], []
            found[preset] = (zone, lines)
        elif text and not text.startswith("#"):
            cells = [cell.strip() for cell in text.split("|")]
            before = [old if cell == '"' else cell for cell, old in zip(cells, before or cells, strict=True)]
            lines.append(Line(*before))
    return found


SECTIONS = sections()


def instant(text: str, year: Year) -> datetime:
    """Read «15.10 18:00» of the school year in the school's zone."""
    day, clock = text.split()
    number, month = day.split(".")
    moment = datetime.fromisoformat(f"{2026 if int(month) > 7 else 2027}-{month}-{number}T{clock}")
    return moment.replace(tzinfo=year.zone)


class Names:
    """What duties are about, as the table names it."""

    def __init__(self, year: Year) -> None:
        self._klasses = {key: name for name, key in year.klasses.items()}
        self._groups = {key: name for name, key in year.groups.items()}
        self._periods = {key: name for name, (key, _) in year.periods.items()}
        self._calendar = {key: name for name, key in year.calendar.items()}
        self._people = {key: name for name, key in year.people.items()}
        self._lessons = {each.id: f"{each.subject} {each.day:%d.%m}" for each in year.lessons}

    def of(self, subject: DutySubject) -> str:
        thing = self._thing(subject)
        match subject.cycle:
            case None:
                return thing
            case Cycle.PERIOD:
                return f"{thing}/{self._periods[subject.period or 0]}"  # type: ignore[index]
            case Cycle.YEAR:
                return f"{thing}/year"
            case _:
                return f"{thing}/{subject.cycle.value}:{subject.day:%d.%m}"

    def _thing(self, subject: DutySubject) -> str:
        match subject.kind:
            case SubjectKind.LESSON:
                return self._lessons[subject.lesson or 0]  # type: ignore[index]
            case SubjectKind.GROUP:
                return self._groups[subject.group or 0]  # type: ignore[index]
            case SubjectKind.KLASS:
                return self._klasses[subject.klass or 0]
            case SubjectKind.PERSON:
                return self._people[subject.person or 0]  # type: ignore[index]
            case SubjectKind.CALENDAR:
                return self._calendar[subject.number or 0]
            case kind:
                return kind.value


Known = set[tuple[str, str, str]]


def wanted(lines: Iterable[Line]) -> Known:
    """Give the lines of an instant and a row as single duties."""
    return {
        (line.due, line.state, about.strip()) for line in lines if line.about != "-" for about in line.about.split(";")
    }


def near(duties: Iterable[Duty], at: datetime, year: Year, names: Names, *, offset: bool) -> Known:
    """Give the duties whose terms lie around an instant as the table writes them."""
    form = "%d.%m %H:%M%z" if offset else "%d.%m %H:%M"
    return {
        (each.due_at.astimezone(year.zone).strftime(form), each.state.value, names.of(each.subject))
        for each in duties
        if at - BEFORE < each.due_at <= at + AFTER
    }


@pytest.fixture
async def empty(database_url: str) -> AsyncIterator[World]:
    """A migrated database without any school."""
    world = open_world(database_url)
    yield world
    await world.engines.dispose()


@pytest.mark.slow
@pytest.mark.parametrize("preset", SECTIONS)
async def test_a_year_that_was_lived_owes_what_the_texts_say(empty: World, tmp_path: Path, preset: str) -> None:
    zone, lines = SECTIONS[preset]
    year = await begin(empty, preset, zone, tmp_path)
    asked: dict[tuple[datetime, str], list[Line]] = defaultdict(list)
    for line in lines:
        asked[instant(line.at, year), line.row].append(line)
    deeds, wrong = year.deeds(), list[str]()
    for (at, row), some in sorted(asked.items(), key=lambda each: each[0]):
        while deeds and deeds[0][0] <= at:
            empty.clock.instant, deed = deeds[0][0], deeds.pop(0)[1]
            await deed()
        empty.clock.instant = at
        wrong += await _compare(year, f"{preset}.{row}", at, some)
    assert not wrong, "\n".join(wrong)
    assert year.refused == (FORBIDDEN if preset == "antsir" else set())


async def _compare(year: Year, row: str, at: datetime, lines: list[Line]) -> list[str]:
    command = DutiesAt(year.school, rules=(row,))
    if lines[0].due == "*":
        duties = await year.world.see(duties_at, command)
        counted = Counter(each.state.value for each in duties)
        return [f"{row}: {line} but {counted}" for line in lines if counted[line.state] != int(line.about)]
    duties = await year.world.see(duties_at, replace(command, first=(at - BEFORE).date(), last=(at + AFTER).date()))
    cited = [each.rule.clause for each in duties if lines[0].clause not in each.rule.clause]
    expected = wanted(lines)
    found = near(duties, at, year, Names(year), offset=any("+" in line.due for line in lines))
    return [
        *(f"{at:%d.%m %H:%M} {row}: not found {each}" for each in sorted(expected - found)),
        *(f"{at:%d.%m %H:%M} {row}: not wanted {each}" for each in sorted(found - expected)),
        *(f"{row}: {lines[0].clause} is not {clause}" for clause in sorted(set(cited))),
    ]
