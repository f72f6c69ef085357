"""Every kind of term of each preset over a written journal: what is owed at an instant, by whom, until when (REG-3).

The tables `duties_<preset>.txt` were worked out by hand from the texts; each line cites its clause.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from core.model.duty import Cycle, Duty, DutySubject, SubjectKind
from core.model.ids import SchoolId
from core.model.school import Preset
from core.usecases.duty_list import DutiesAt, duties_at
from tests.regulation.journal import Journal, write
from tests.regulation.journal_lessons import at
from tests.world import MOSCOW, World

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """A line: at an instant a row's duty about a subject opened then, is due then, stands so, and is held by these."""

    at: str
    rule: str
    subject: str
    opened: str
    due: str
    state: str
    holders: str
    clause: str


def cases(which: Preset) -> Iterator[Case]:
    """Read the table of a preset; a cell of `"` repeats the one above."""
    before: list[str] = []
    for line in (HERE / f"duties_{which.value.replace('-', '_')}.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            before = [old if cell == '"' else cell for cell, old in zip(cells, before or cells, strict=True)]
            yield Case(*before)


class Named:
    """Ids back into the names of the journal."""

    def __init__(self, journal: Journal) -> None:
        self.people = {key: name for name, key in journal.people.items()}
        self.klasses = {klass.id: name for name, klass in journal.klasses.items()}
        self.groups = {key: name for name, key in journal.groups.items()}
        self.lessons = {key: name for name, key in journal.lessons.items()}
        self.works = {key: name for name, key in journal.works.items()}
        self.periods = {key: name for name, key in journal.periods.items()}
        self.calendar = {key: name for name, key in journal.entries.items()}
        self.events = {key: name for name, key in journal.events.items()}

    def subject(self, subject: DutySubject) -> str:
        """«klass:7Б/day:15.10»."""
        found = self._thing(subject)
        match subject.cycle:
            case None:
                return found
            case Cycle.PERIOD:
                return f"{found}/{self.periods[subject.period or 0]}"
            case Cycle.YEAR:
                return f"{found}/year"
            case _:
                return f"{found}/{subject.cycle.value}:{subject.day:%d.%m}"

    def _thing(self, subject: DutySubject) -> str:
        kind = subject.kind
        by_kind: Mapping[SubjectKind, tuple[Mapping[int, str], int | None]] = {
            SubjectKind.LESSON: (self.lessons, subject.lesson),
            SubjectKind.WORK: (self.works, subject.work),
            SubjectKind.GROUP: (self.groups, subject.group),
            SubjectKind.KLASS: (self.klasses, subject.klass),
            SubjectKind.PERSON: (self.people, subject.person),
        }
        if kind in by_kind:
            names, key = by_kind[kind]
            return f"{kind.value}:{names[key or 0]}"
        things = {SubjectKind.EVENT: self.events, SubjectKind.CALENDAR: self.calendar}.get(kind)
        return kind.value if things is None else f"{kind.value}:{things[subject.number or 0]}"


def _said(instant: datetime) -> str:
    return f"{instant.astimezone(MOSCOW):%d.%m %H:%M}"


def _line(duty: Duty, named: Named) -> tuple[str, ...]:
    holders = ", ".join(named.people[person] for person in duty.holders)
    return (_said(duty.opened_at), _said(duty.due_at), duty.state.value, holders, duty.rule.clause)


@pytest.mark.parametrize("which", Preset)
async def test_duties_are_what_the_texts_say(world: World, which: Preset) -> None:
    journal = await write(world)
    named = Named(journal)
    known: dict[str, dict[tuple[str, str], tuple[str, ...]]] = {}
    wrong = []
    for case in cases(which):
        if case.at not in known:
            command = DutiesAt(SchoolId(world.school), at(case.at), which)
            duties = await world.see(duties_at, command)
            known[case.at] = {(duty.rule.id, named.subject(duty.subject)): _line(duty, named) for duty in duties}
        found = known[case.at].get((f"{which.value}.{case.rule}", case.subject))
        none = case.state == "-"
        wanted = None if none else (case.opened, case.due, case.state, case.holders, case.clause)
        if found != wanted:
            wrong.append(f"{case.at} {case.rule} {case.subject}: {wanted} is wanted, {found} found")
    assert not wrong, "\n".join(wrong)
