"""The school from a workbook: what an import would do, and doing it (ADM-1..3)."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from core.documents.template import write_template
from core.intake.shapes import load_shapes
from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Refusal
from core.model.ids import SchoolId
from core.model.importing import Fate, ImportDone, ImportPreview, KindChange
from core.model.people import Role
from core.model.workbook import Problem, SchoolLine, Severity, Workbook
from core.rules import access
from core.rules.calendar import local_day
from core.rules.school_targets import FIRST_WINDOW, school_record
from core.storage.gateways import school_import
from core.storage.queries import importing
from core.storage.work import Work
from core.usecases.import_lessons import LessonRun
from core.usecases.import_run import Run

_NOBODY = SchoolId(0)


def make_template(language: str) -> bytes:
    """Give the empty workbook as an XLSX file, its notes in that language."""
    return write_template(load_shapes(), language)


class ImportRefused(Refusal):
    """The workbook has errors; `problems` are all it has. Nothing was written."""

    code = "import-has-errors"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems."""
        super().__init__(count=sum(problem.severity is Severity.ERROR for problem in problems))
        self.problems = problems


async def plan_import(work: Work, book: Workbook, school: SchoolId | None = None) -> ImportPreview:
    """Tell what importing the workbook would do, without doing it: the dry run of ADM-1.

    `school` None means the administrator's own school; the command line means the school of that name, or a new one.
    Raises Forbidden for anybody but an administrator of the school and the command line.
    """
    target, _ = await _authorised(work, book, school)
    line = book.school
    if line is None or book.errors:
        return ImportPreview(target, line.name if line else "", (), book.problems)
    before = await work.run(importing.school_settings, target) if target else {}
    settings, _ = _settings(book, before, _today(work, book))
    run, changes = await _settled(work, book, line, target, before, writing=False)
    problems = (*book.problems, *_doubts(line, before), *_own_roles(work, run))
    return ImportPreview(target, line.name, (settings, *changes), problems)


async def apply_import(work: Work, book: Workbook, school: SchoolId | None = None) -> ImportDone:
    """Import the workbook in this transaction; the same workbook again changes nothing. Nobody is pushed (NTF-10).

    Raises ImportRefused when there is an error, Forbidden as `plan_import` does.
    """
    target, permit = await _authorised(work, book, school)
    line = book.school
    if line is None or book.errors:
        raise ImportRefused(book.problems)
    before = await work.run(importing.school_settings, target) if target else {}
    settings, target = await _write_settings(work, book, before, target)
    run, changes = await _settled(work, book, line, target, before, writing=True)
    own = tuple(_own_roles(work, run))
    if own:
        raise ImportRefused((*book.problems, *own))
    changes = (settings, *changes)
    await _audit(work, permit, target, run, changes)
    return ImportDone(target, line.name, changes, (*book.warnings, *_doubts(line, before)))


async def _authorised(work: Work, book: Workbook, school: SchoolId | None) -> tuple[SchoolId | None, Permit]:
    if access.is_system(work.actor):
        name = book.school.name if book.school else ""
        target = school or await work.run(importing.find_school, name)
        return target, access.require(work.actor, Action.SCHOOL_IMPORT, Subject(school=target or _NOBODY))
    own = [each.school for each in work.actor.capacities if each.role is Role.ADMINISTRATOR]
    target = school or (own[0] if own else _NOBODY)
    return target, access.require(work.actor, Action.SCHOOL_IMPORT, Subject(school=target))


async def _settled(
    work: Work, book: Workbook, line: SchoolLine, school: SchoolId | None, before: dict[str, Any], writing: bool
) -> tuple[Run, tuple[KindChange, ...]]:
    run = Run(work, book, school, local_day(work.now, ZoneInfo(line.zone)), writing)
    changes = await run.settle()
    lessons = await LessonRun(run, before).settle()
    return run, (*changes, lessons)


def _settings(book: Workbook, before: dict[str, Any], today: date) -> tuple[KindChange, dict[str, Any]]:
    """Give what happens to the settings, and the columns to write. A school begins on the day it is imported."""
    record = dict(school_record(book))
    if not before:
        first = {"edit_window": FIRST_WINDOW[record["preset"]], "launched_on": today}
        return KindChange("school", {Fate.CREATED: 1}), first | record
    differs = {name: value for name, value in record.items() if before.get(name) != value}
    return KindChange("school", {Fate.CHANGED: 1} if differs else {}), differs


def _today(work: Work, book: Workbook) -> date:
    return local_day(work.now, ZoneInfo(school_record(book)["zone"]))


async def _write_settings(
    work: Work, book: Workbook, before: dict[str, Any], school: SchoolId | None
) -> tuple[KindChange, SchoolId]:
    change, columns = _settings(book, before, _today(work, book))
    if school is None:
        return change, await work.run(school_import.found_school, columns)
    if columns:
        await work.run(school_import.change_school, school, columns)
    return change, school


def _doubts(line: SchoolLine, before: dict[str, Any]) -> Iterator[Problem]:
    """Tell when the file looks like another school's or another year's."""
    if before and before["name"] != line.name:
        values: dict[str, str | int] = {"value": line.name, "stored": before["name"]}
        yield Problem("school-renamed", Severity.WARNING, line.place.sheet, values=values)
    if before and before["year_start"] != line.year.starts_on:
        years: dict[str, str | int] = {"value": line.year.starts_on.year, "stored": before["year_start"].year}
        yield Problem("year-changed", Severity.WARNING, line.place.sheet, values=years)


def _self(work: Work, run: Run) -> set[int]:
    return {each.person for each in work.actor.capacities if each.school == run.school}


def _own_roles(work: Work, run: Run) -> Iterator[Problem]:
    """Refuse a file in which its sender takes a role that they do not have: somebody else has to give it."""
    me = _self(work, run)
    rows = {line.code: line.place for line in run.book.staff}
    for record in run.differences["roles"].created:
        code = record["person_id"]
        if run.ids["staff"].get(code) in me:
            place = rows[code]
            yield Problem("own-roles", Severity.ERROR, place.sheet, place.row, values={"value": record["role"].value})


async def _audit(work: Work, permit: Permit, school: SchoolId, run: Run, changes: tuple[KindChange, ...]) -> None:
    """Leave one entry with the counts, every role given or taken, and children that the sender got by it.

    Ids, no names (CTL-7).
    """
    counts: dict[str, str | int | None] = {
        change.kind: "/".join(str(change.count(fate)) for fate in Fate) for change in changes if not change.quiet
    }
    if not counts:
        return
    difference, staff = run.differences["roles"], run.ids["staff"]
    given = [f"+{staff[record['person_id']]}:{record['role'].value}" for record in difference.created]
    taken = [f"-{staff.get(each.record['person_id'], 0)}:{each.record['role'].value}" for each in run.ended["roles"]]
    told: dict[str, str | int | None] = {
        "roles_told": " ".join(given + taken),
        "own_children": " ".join(_own_children(work, run)),
    }
    entry = AuditEntry(AuditKind.SCHOOL_IMPORTED, school, extra=counts | told)
    if access.is_system(work.actor):
        await work.audit_system(school, entry)
    else:
        await work.audit(permit, entry)


def _own_children(work: Work, run: Run) -> Iterator[str]:
    difference = run.differences.get("guardianships")
    links = [*difference.created, *(change.after for change in difference.changed)] if difference else []
    me = _self(work, run)
    for link in links:
        guardian = run.ids["guardians"].get(link["guardian_id"])
        if guardian in me:
            yield f"+{guardian}:{run.ids['students'][link['student_id']]}"
