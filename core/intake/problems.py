"""Making problems of lines, and keeping their number readable."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from core.intake.shapes import load_shapes
from core.model.workbook import Problem, Severity

_PER_KIND = 100


def sheet_problem(
    code: str, severity: Severity, sheet: str, line: Any, attribute: str = "", **values: str | int
) -> Problem:
    """Make a problem of a line: its place, and the title of the column that holds `attribute`."""
    return Problem(code, severity, line.place.sheet, line.place.row, column_title(sheet, attribute), values)


def taught(line: Any) -> str:
    """Name what a line of load, timetable or groups speaks of: class, subject and group."""
    return ", ".join(part for part in (line.klass, line.subject, line.group) if part)


def column_title(sheet: str, attribute: str) -> str:
    """Give the title of a column, empty when no single column is meant."""
    if not attribute:
        return ""
    return next(column.title for column in load_shapes().sheet(sheet).columns if column.key == attribute)


def readable(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order problems by sheet and row; of each kind on each sheet keep a hundred, and tell how many more there are."""
    order = {sheet.title: at for at, sheet in enumerate(load_shapes().sheets)}
    ranked = sorted(problems, key=lambda problem: (order.get(problem.sheet, len(order)), problem.sheet, problem.row))
    seen: Counter[tuple[str, str, Severity]] = Counter()
    kept: list[Problem] = []
    for problem in ranked:
        kind = (problem.sheet, problem.code, problem.severity)
        seen[kind] += 1
        if seen[kind] <= _PER_KIND:
            kept.append(problem)
    for (sheet, code, severity), count in seen.items():
        if count > _PER_KIND:
            kept.append(Problem("and-more", severity, sheet, values={"kind": code, "count": count - _PER_KIND}))
    return tuple(kept)
