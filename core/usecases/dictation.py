"""Marks by text: read, unclear places asked, a preview confirmed, all stored at once (JRN-4)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.model.access import Action
from core.model.attendance import LATE_MINUTES_DEFAULT, Presence
from core.model.dictation import Line, LineState
from core.model.errors import Refusal, Stale
from core.model.ids import PersonId, WorkId
from core.model.journal import ListProposal, Marked, MarkSheet, Pupil
from core.model.mark import MarkValue
from core.rules.dictation import parse
from core.storage.gateways import keyvalue
from core.storage.queries import journal
from core.storage.work import Work
from core.usecases import attendance
from core.usecases.journal import Visit, enter_by_work, has_begun, has_marks
from core.usecases.marks import SetMarks, set_marks

TYPED_LIMIT = 4096


@dataclass(frozen=True, slots=True)
class Dictate:
    """A text typed for a work."""

    work: WorkId
    text: str


@dataclass(frozen=True, slots=True)
class OpenList:
    """The list that was typed for a work."""

    work: WorkId


@dataclass(frozen=True, slots=True)
class Resolve:
    """Who was meant at a place of the list; None: nobody, leave it out."""

    work: WorkId
    place: int
    student: PersonId | None


@dataclass(frozen=True, slots=True)
class StoreList:
    """The list confirmed; `despite_absence` after it was asked."""

    work: WorkId
    despite_absence: bool = False


async def dictate(work: Work, command: Dictate) -> ListProposal:
    """Read a typed list and keep it as a draft. Raises Refusal "text-long", Forbidden as for marks."""
    visit = await _visit(work, command.work)
    if len(command.text) > TYPED_LIMIT:
        raise Refusal("text-long", limit=TYPED_LIMIT, length=len(command.text))
    sheet = await work.run(journal.mark_sheet, visit.facts)
    found = parse(command.text, [(pupil.id, pupil.name) for pupil in sheet.pupils])
    proposal = ListProposal(sheet, command.work, found.lines)
    await _keep(work, proposal)
    return proposal


async def resolve(work: Work, command: Resolve) -> ListProposal:
    """Answer an unclear place. Raises Stale when there is no such question any more."""
    proposal = await proposed(work, OpenList(command.work))
    lines = list(proposal.lines)
    if command.place >= len(lines) or lines[command.place].state is not LineState.AMBIGUOUS:
        raise Stale
    if command.student is None:
        del lines[command.place]
    elif command.student in lines[command.place].candidates:
        lines[command.place] = replace(lines[command.place], candidates=(command.student,))
    else:
        raise Stale
    proposal = replace(proposal, lines=tuple(lines))
    await _keep(work, proposal)
    return proposal


async def proposed(work: Work, command: OpenList) -> ListProposal:
    """Give the list that was typed for a work. Raises Stale when there is none."""
    visit = await _visit(work, command.work)
    kept = await work.run(keyvalue.get, _key(work, command.work))
    if kept is None:
        raise Stale
    sheet = await work.run(journal.mark_sheet, visit.facts)
    return ListProposal(sheet, command.work, tuple(map(_line, kept["lines"])))


async def drop_list(work: Work, command: OpenList) -> MarkSheet:
    """Forget the list, give the sheet."""
    visit = await _visit(work, command.work)
    await work.run(keyvalue.drop, _key(work, command.work))
    return await work.run(journal.mark_sheet, visit.facts)


async def store_list(work: Work, command: StoreList) -> Marked:
    """Store presence and marks of the list in one transaction; all of it or nothing.

    Raises Refusal "list-unclear" while a question is open, and whatever setting a mark raises.
    """
    proposal = await proposed(work, OpenList(command.work))
    if proposal.question is not None:
        raise Refusal("list-unclear")
    visit = await _visit(work, command.work)
    await attendance.write(work, visit, _presences(proposal))
    marked = await set_marks(work, SetMarks(command.work, _entries(proposal), command.despite_absence))
    await work.run(keyvalue.drop, _key(work, command.work))
    return marked


def _presences(proposal: ListProposal) -> Sequence[tuple[Pupil, Presence, int]]:
    noted = {
        pupil.id: (pupil, line.presence, line.minutes or LATE_MINUTES_DEFAULT)
        for pupil, line in proposal.clear
        if line.presence is not None
    }
    return list(noted.values())


def _entries(proposal: ListProposal) -> tuple[tuple[PersonId, tuple[MarkValue, ...]], ...]:
    """Marks said of a student in several places are several marks."""
    said: dict[PersonId, list[MarkValue]] = defaultdict(list)
    for pupil, line in proposal.clear:
        said[pupil.id].extend(line.marks)
    return tuple((student, tuple(values)) for student, values in said.items() if values)


async def _visit(work: Work, key: WorkId) -> Visit:
    visit = await enter_by_work(work, key, Action.MARK_SET)
    has_marks(visit.facts)
    has_begun(visit.facts, work.sent_at)
    return visit


async def _keep(work: Work, proposal: ListProposal) -> None:
    kept = {"lines": [_kept(line) for line in proposal.lines]}
    await work.run(keyvalue.put, _key(work, proposal.work), kept, work.now)


def _kept(line: Line) -> dict[str, Any]:
    return {
        "written": line.written,
        "candidates": list(line.candidates),
        "marks": [value.value for value in line.marks],
        "presence": line.presence.value if line.presence else None,
        "minutes": line.minutes,
        "unread": list(line.unread),
    }


def _line(kept: dict[str, Any]) -> Line:
    return Line(
        written=kept["written"],
        candidates=tuple(PersonId(key) for key in kept["candidates"]),
        marks=tuple(map(MarkValue, kept["marks"])),
        presence=Presence(kept["presence"]) if kept["presence"] else None,
        minutes=kept["minutes"],
        unread=tuple(kept["unread"]),
    )


def _key(work: Work, key: WorkId) -> str:
    return f"dictation:{work.actor.telegram}:{key}"
