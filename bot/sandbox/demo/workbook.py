"""The demo school as the workbook that an administrator would fill in."""

import io
from itertools import count
from typing import Any

import xlsxwriter

from bot.sandbox.demo.data import plans, school, words
from bot.sandbox.demo.people import Population
from bot.sandbox.demo.timetable import lay_out

FIRST_DAY = "01.09.2026"
ENGLISH_DIVIDED = 3
SECOND_GROUP_ROOM = "35"

Rows = list[list[Any]]


def write_workbook(people: Population) -> bytes:
    """Give the XLSX file of the whole school."""
    sheets = {
        "school": [list(pair) for pair in school()["settings"].items()],
        "periods": [[p["name"], p["kind"], p["grades"], p["starts"], p["ends"]] for p in school()["periods"]],
        "calendar": [[c["name"], c["kind"], c["starts"], c["ends"], c.get("grades")] for c in school()["calendar"]],
        "bells": _bells(),
        "subjects": [[name, short, _flag(un), written, least] for name, short, un, written, least in _subjects()],
        "staff": [[*person, FIRST_DAY, FIRST_DAY] for person in school()["staff"]["people"]],
        "klasses": [[k["name"], k["grade"], k["class_teacher"], school()["bells"]["set"]] for k in school()["klasses"]],
        "students": [
            [s.code, s.family, s.given, s.patronymic, _sex(s.female), s.klass, FIRST_DAY, FIRST_DAY]
            for s in people.students
        ],
        "guardians": _guardians(people),
        "events": [[e["name"], e["kind"], e["day"], e["time"], e["klasses"], e["place"]] for e in school()["events"]],
        "groups": _groups(people),
        "load": _load(),
        "timetable": _timetable(),
        "plan": _plan(),
    }
    return _write(sheets)


def _write(sheets: dict[str, Rows]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        for key, rows in sheets.items():
            title, *headings = words()["sheets"][key]
            sheet = book.add_worksheet(title)
            for number, row in enumerate([headings, *rows]):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def _flag(value: bool) -> str:
    return str(words()["cells"]["yes" if value else "no"])


def _sex(female: bool) -> str:
    return str(words()["cells"]["female" if female else "male"])


def _subjects() -> list[list[Any]]:
    listed: list[list[Any]] = school()["subjects"]["list"]
    return listed


def _bells() -> Rows:
    bells = school()["bells"]
    times = [span.split("-") for span in bells["lessons"]]
    days = words()["cells"]["bell_days"]
    return [[bells["set"], number, starts, ends, days] for number, (starts, ends) in enumerate(times, 1)]


def _guardians(people: Population) -> Rows:
    cells = words()["cells"]
    return [
        [
            g.code,
            g.family,
            g.given,
            g.patronymic,
            _sex(g.female),
            "; ".join(g.children),
            cells["mother" if g.female else "father"],
            FIRST_DAY,
            _flag(g.electronic),
            None if g.electronic else FIRST_DAY,
        ]
        for g in people.guardians
    ]


def _divided(load: list[Any]) -> bool:
    return len(load) == ENGLISH_DIVIDED


def _groups(people: Population) -> Rows:
    rows: Rows = []
    for klass in school()["klasses"]:
        students = [student.code for student in people.of(klass["name"])]
        halves = (students[: len(students) // 2], students[len(students) // 2 :])
        for subject, load in klass["load"].items():
            if _divided(load):
                for name, half in zip(words()["cells"]["group_names"], halves, strict=True):
                    rows.append([klass["name"], subject, name, "; ".join(half)])
    return rows


def _parts(load: list[Any]) -> list[tuple[str | None, str]]:
    if not _divided(load):
        return [(None, load[0])]
    return list(zip(words()["cells"]["group_names"], (load[0], load[2]), strict=True))


def _load() -> Rows:
    return [
        [klass["name"], group, subject, teacher, load[1], SECOND_GROUP_ROOM if second else klass["room"]]
        for klass in school()["klasses"]
        for subject, load in klass["load"].items()
        for second, (group, teacher) in enumerate(_parts(load))
    ]


def _timetable() -> Rows:
    loads = {klass["name"]: klass["load"] for klass in school()["klasses"]}
    days = words()["cells"]["days"]
    return [
        [slot.klass, days[slot.weekday], slot.number, slot.subject, group, teacher, None]
        for slot in lay_out()
        for group, teacher in _parts(loads[slot.klass][slot.subject])
    ]


def _topics(subject: str, grade: int) -> list[str]:
    first: dict[str, list[str]] = plans()["first"]
    if grade == 1 and subject in first:
        return first[subject]
    return list(plans().get(subject, plans()["default"])["topics"])


def _plan() -> Rows:
    rows: Rows = []
    for klass in school()["klasses"]:
        for subject in klass["load"]:
            numbers = count(1)
            for topic in _topics(subject, klass["grade"]):
                title, _, task = topic.partition(" → ")
                rows.append([subject, klass["name"], next(numbers), title, 1, task or None])
    return rows
