"""Groups of classes: their listed names, their students, and references to them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from core.intake.letters import key
from core.intake.problems import sheet_problem, taught
from core.model.workbook import GroupLine, Problem, Severity, Workbook

GroupKey = tuple[str, str, str]


def settle_groups(book: Workbook) -> Workbook:
    """Give the workbook with group names in their first listed spelling, one line per group, unknown ones told."""
    names: dict[GroupKey, str] = {}
    for line in book.groups:
        names.setdefault((line.klass, line.subject, key(line.group)), line.group)
    divided = {(klass, subject) for klass, subject, _ in names}
    problems: list[Problem] = []
    parts: dict[str, Any] = {}
    for sheet in ("groups", "loads", "timetable", "plans"):
        settled = []
        for line in getattr(book, sheet):
            listed = names.get((line.klass, line.subject, key(line.group))) if line.group else ""
            if listed is None and line.klass:
                problems.append(_unknown(sheet, line, (line.klass, line.subject) in divided))
                names[line.klass, line.subject, key(line.group)] = line.group
            settled.append(replace(line, group=listed) if listed and listed != line.group else line)
        parts[sheet] = tuple(settled)
    parts["groups"] = tuple(_merged(parts["groups"]))
    return replace(book, **parts, problems=(*book.problems, *problems))


def _unknown(sheet: str, line: Any, divided: bool) -> Problem:
    """A class that is divided otherwise makes it an error; one that is not divided yet may be divided later (CLS-4)."""
    code, severity = ("group-unknown", Severity.ERROR) if divided else ("group-without-students", Severity.WARNING)
    return sheet_problem(code, severity, sheet, line, "group", value=line.group, what=f"{line.klass}, {line.subject}")


def _merged(lines: tuple[GroupLine, ...]) -> Iterator[GroupLine]:
    """Put the rows of one group together: students may stand one a row."""
    by_group: dict[GroupKey, list[GroupLine]] = defaultdict(list)
    for line in lines:
        by_group[line.klass, line.subject, line.group].append(line)
    for first, *others in by_group.values():
        students = dict.fromkeys(code for line in (first, *others) for code in line.students)
        yield replace(first, students=tuple(students))


def check_groups(book: Workbook) -> Iterator[Problem]:
    """Tell of students of other classes, of students in two groups of a subject, and of students in none."""
    klass_of = {student.code: student.klass for student in book.students}
    size: dict[str, int] = defaultdict(int)
    for klass in klass_of.values():
        size[klass] += 1
    taken: dict[tuple[str, str], dict[str, GroupLine]] = defaultdict(dict)
    for line in book.groups:
        members = taken[line.klass, line.subject]
        for code in line.students:
            if klass_of.get(code, line.klass) != line.klass:
                yield _of_student("group-other-klass", Severity.WARNING, line, code, klass=klass_of[code])
            first = members.setdefault(code, line)
            if first is not line:
                yield _of_student("group-two", Severity.ERROR, line, code, other_row=first.place.row, group=first.group)
    for (klass, subject), members in taken.items():
        inside = sum(klass_of.get(code) == klass for code in members)
        if inside < size[klass]:
            line = next(iter(members.values()))
            values: dict[str, str | int] = {"what": f"{klass}, {subject}", "count": size[klass] - inside}
            yield sheet_problem("group-none", Severity.WARNING, "groups", line, "", **values)


def _of_student(code: str, severity: Severity, line: GroupLine, student: str, **values: str | int) -> Problem:
    return sheet_problem(code, severity, "groups", line, "students", value=student, what=taught(line), **values)
