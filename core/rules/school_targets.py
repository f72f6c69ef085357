"""What the records of a school become by a workbook: one list of records per kind, references as natural keys (ADM-1).

A natural key is a class name, a subject name, a staff or student code, or (class, subject, group name) for a group.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from core.model.calendar import CalendarKind
from core.model.people import PersonKind, Role
from core.model.school import ALL_GRADES, EditWindow, Preset
from core.model.workbook import GuardianLine, LoadLine, StaffLine, StudentLine, Workbook, YearSpan
from core.rules.difference import Record

# Where the school names no window: the regulation of 002 knows no corrections [002 §4а-2], the others leave a choice.
FIRST_WINDOW = {Preset.ANTSIR: EditWindow.FORBIDDEN} | dict.fromkeys(
    (Preset.MOSCOW_REGION, Preset.SCHOOL_14, Preset.SGO), EditWindow.TWO_WEEKS
)
_EVERYBODY = "all"


def targets(book: Workbook, guardian_codes: Mapping[str, str]) -> Mapping[str, Iterator[Record]]:
    """Give the wanted records of each kind, lazily, in an order in which parents come before what refers to them.

    `guardian_codes` leads a code derived from the workbook to the one that the same guardian is stored under.
    """
    return {kind: make(book, guardian_codes) for kind, make in _TARGETS.items()}


def school_record(book: Workbook) -> Record:
    """Give the settings of the school; edit window and launch only where the workbook names them: a school that has
    them keeps its own, a new one gets `FIRST_WINDOW` and the day of the import.

    The workbook must have its school line.
    """
    line = book.school
    if line is None:
        raise ValueError("a workbook without a school")
    named = {"edit_window": line.edit_window, "launched_on": line.launched_on}
    return {name: value for name, value in named.items() if value is not None} | {
        "name": line.name,
        "short_name": line.short_name or line.name[:60],
        "zone": line.zone,
        "year_start": line.year.starts_on,
        "year_end": line.year.ends_on,
        "preset": line.preset,
        "week_days": line.week_days,
        "round_up_from": int(line.round_up_from * 1000),
        "grace_minutes": line.mark_delay,
        "publication_opens": line.publication.opens if line.publication else None,
        "publication_closes": line.publication.closes if line.publication else None,
        "was_in_dnevnik": line.used_dnevnik,
        "address": line.address,
        "phone": line.phone,
        "site": line.site,
        "license": line.licence,
        "accreditation": line.accreditation,
    }


def year_of(book: Workbook) -> YearSpan:
    """Give the school year of the workbook. The workbook must have its school line."""
    if book.school is None:
        raise ValueError("a workbook without a school")
    return book.school.year


def weekdays_to_mask(weekdays: frozenset[int]) -> int:
    """Pack weekdays (0 = Monday) into bits, Monday lowest."""
    return sum(1 << weekday for weekday in weekdays)


def weekdays_from_mask(mask: int) -> frozenset[int]:
    """Unpack what `weekdays_to_mask` packed."""
    return frozenset(weekday for weekday in range(7) if mask >> weekday & 1)


Codes = Mapping[str, str]


def _periods(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.periods:
        span = {"starts_on": line.starts_on, "ends_on": line.ends_on}
        yield {"name": line.name, "kind": line.kind, "grades": line.grades, **span}


def _calendar(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.calendar:
        taught = line.taught_as if line.kind is CalendarKind.MOVED else None
        yield {
            "name": line.name,
            "kind": line.kind,
            "starts_on": line.starts_on,
            "ends_on": line.last_day,
            "grades": line.grades,
            "taught_as_day": taught if isinstance(taught, date) else None,
            "taught_as_weekday": taught if isinstance(taught, int) else None,
        }


def _bells(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.bells:
        yield {
            "bell_set": line.bell_set,
            "number": line.number,
            "starts": line.starts,
            "ends": line.ends,
            "weekdays": weekdays_to_mask(line.weekdays),
            "grades": line.grades,
        }


def _rooms(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.rooms:
        yield {"building": line.building, "name": line.room, "seats": line.seats}


def _subjects(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.subjects:
        yield {
            "name": line.name,
            "short": line.short or line.name[:40],
            "area": line.area,
            "unassessed": line.unassessed,
            "written_least": line.least_written,
            "marks_least": line.least_marks,
            "labs_least": line.least_labs,
            "practicals_least": line.least_practicals,
        }


def _person(kind: PersonKind, line: StaffLine | StudentLine | GuardianLine) -> dict[str, Any]:
    return {
        "kind": kind,
        "code": line.code,
        "family": line.family,
        "given": line.given,
        "patronymic": line.patronymic,
        "sex": line.sex,
        "born_on": line.born_on,
        "paper_consent_on": line.consented_on,
    }


def _staff(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.staff:
        yield _person(PersonKind.STAFF, line) | {
            "position": line.position,
            "document": line.document,
            "category": line.category,
            "speciality": line.speciality,
            "email": line.email,
            "since": line.hired_on,
            "until": line.dismissed_on,
        }


def _roles(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.staff:
        for role in sorted(line.roles):
            grades = line.grades if role is Role.DEPUTY else ALL_GRADES
            yield {"person_id": line.code, "role": role, "grades": grades}


def _klasses(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.klasses:
        yield {
            "name": line.name,
            "grade": line.grade,
            "class_teacher_id": line.teacher or None,
            "bell_set": line.bell_set,
            "building": line.building,
        }


def _students(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.students:
        yield _person(PersonKind.STUDENT, line)


def _enrolments(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.students:
        yield {"student_id": line.code, "klass_id": line.klass, "order_no": line.order}


def _guardians(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.guardians:
        yield _person(PersonKind.GUARDIAN, line) | {"code": codes.get(line.code, line.code)}


def _guardianships(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.guardians:
        for child in line.children:
            yield {
                "guardian_id": codes.get(line.code, line.code),
                "student_id": child,
                "relation": line.kinship,
                "electronic": line.electronic,
                "applied_on": line.applied_on,
                "until": None,
            }


def _groups(book: Workbook, codes: Codes) -> Iterator[Record]:
    lines: list[Any] = [*book.loads, *book.groups, *book.timetable, *(line for line in book.plans if line.group)]
    for line in lines:
        yield {"klass_id": line.klass, "subject_id": line.subject, "name": line.group}


def _members(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.groups:
        for code in line.students:
            yield {"group_id": (line.klass, line.subject, line.group), "student_id": code}


def _loads(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.loads:
        group = (line.klass, line.subject, line.group)
        hours = int(line.hours * 100)
        yield {"group_id": group, "teacher_id": line.teacher, "hours": hours, "room": line.room, "until": None}


def _events(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.events:
        audience = ",".join(sorted(line.audience)) or _EVERYBODY
        for klass in line.klasses or (None,):
            yield {
                "name": line.name,
                "kind": line.kind.value,
                "day": line.day,
                "at": line.starts,
                "klass_id": klass,
                "place": line.where,
                "audience": audience,
            }


def _timetable(book: Workbook, codes: Codes) -> Iterator[Record]:
    year = year_of(book)
    loads: dict[tuple[str, str, str], Any] = {}
    for load in book.loads:
        loads.setdefault((load.klass, load.subject, load.group), load)
    by_teacher = {(load.klass, load.subject, load.group, load.teacher): load for load in book.loads}
    for line in book.timetable:
        group = (line.klass, line.subject, line.group)
        taught: LoadLine | None = by_teacher.get((*group, line.teacher)) or loads.get(group)
        yield {
            "group_id": group,
            "weekday": line.weekday,
            "number": line.number,
            "teacher_id": line.teacher or (taught.teacher if taught else None),
            "room": line.room or (taught.room if taught else ""),
            "parity": line.parity,
            "since": max(line.since or year.starts_on, year.starts_on),
            "until": min(line.until or year.ends_on, year.ends_on),
        }


def _plans(book: Workbook, codes: Codes) -> Iterator[Record]:
    for line in book.plans:
        yield {
            "subject_id": line.subject,
            "grade": None if line.klass else line.grade,
            "klass_id": line.klass or None,
            "group_id": (line.klass, line.subject, line.group) if line.group else None,
            "number": line.number,
            "topic": line.topic,
            "hours": line.hours,
            "work_kind": line.work.value if line.work else None,
            "task": line.task,
        }


_TARGETS: Mapping[str, Callable[[Workbook, Codes], Iterator[Record]]] = {
    "periods": _periods,
    "calendar": _calendar,
    "bells": _bells,
    "rooms": _rooms,
    "subjects": _subjects,
    "staff": _staff,
    "roles": _roles,
    "klasses": _klasses,
    "students": _students,
    "enrolments": _enrolments,
    "guardians": _guardians,
    "guardianships": _guardianships,
    "groups": _groups,
    "members": _members,
    "loads": _loads,
    "events": _events,
    "timetable": _timetable,
    "plans": _plans,
}
