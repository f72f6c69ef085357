"""What people owe, as it was reckoned last: kept so that a home screen costs one statement, forgotten when it changes.

Only a cache: whoever finds nothing here does without, and it is reckoned anew in the background.
"""

import json
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, ScalarSelect, and_, cast, delete, exists, func, or_, select
from sqlalchemy import String as Text

from core.model.duty import Cycle, DutySubject, SubjectKind
from core.model.duty_sheet import DutyNames, NamedKlass, NamedPerson
from core.model.ids import LessonId, PersonId, SchoolId
from core.model.own_duties import Line
from core.model.people import PersonKind, PersonName
from core.model.regulation import Matter
from core.storage.gateways import keyvalue
from core.storage.rows import BindingRow, KeyValueRow, LessonRow, PersonRow

FRESH = timedelta(minutes=20)
_PREFIX = "duties:"
_STALE = datetime(2000, 1, 1, tzinfo=UTC)


def _key(person: int) -> str:
    return f"{_PREFIX}{person}"


def read(db: Connection, people: Collection[PersonId]) -> dict[PersonId, tuple[Line, ...]]:
    """Give what is kept of some people."""
    found = keyvalue.some(db, [_key(person) for person in people])
    return {person: tuple(map(_line, found[_key(person)]["lines"])) for person in people if _key(person) in found}


def of_school(db: Connection, school: SchoolId) -> dict[PersonId, tuple[Line, ...]]:
    """Give what is kept of everybody of a school."""
    mine = KeyValueRow.key == _PREFIX + cast(PersonRow.id, Text)
    query = select(PersonRow.id, KeyValueRow.value).join(KeyValueRow, mine).where(PersonRow.school_id == school)
    staff = query.where(PersonRow.kind == PersonKind.STAFF)
    return {PersonId(row.id): tuple(map(_line, json.loads(row.value)["lines"])) for row in db.execute(staff)}


def keep(db: Connection, person: PersonId, lines: Collection[Line], at: datetime) -> None:
    """Keep what somebody owes."""
    keyvalue.put(db, _key(person), {"lines": [_written(line) for line in lines]}, at)


def forget(db: Connection, people: Collection[PersonId] | None) -> None:
    """Forget what some people owe, or everybody."""
    if people is None:
        db.execute(delete(KeyValueRow).where(KeyValueRow.key.like(f"{_PREFIX}%")))
    else:
        db.execute(delete(KeyValueRow).where(KeyValueRow.key.in_([_key(person) for person in people])))


def closed(db: Connection, people: Collection[PersonId], title: str, subject: str) -> None:
    """Take a duty, by the title of its row and the key of its subject, out of what is kept until it is reckoned."""
    for key, draft in keyvalue.some(db, [_key(person) for person in people]).items():
        _without(db, key, draft, lambda line: line.title == title and line.subject.key == subject)


def closed_part(db: Connection, lesson: LessonId, about: Matter) -> None:
    """Take a part of a lesson's record out of what is kept of who keeps it; it is reckoned anew soon."""
    kept = select(KeyValueRow.key, KeyValueRow.value).where(KeyValueRow.key == _of_keeper(lesson))
    for row in db.execute(kept).all():
        _without(db, row.key, json.loads(row.value), lambda line: line.about is about and line.subject.lesson == lesson)


def _without(db: Connection, key: str, draft: Mapping[str, Any], gone: Callable[[Line], bool]) -> None:
    left = [kept for kept in draft["lines"] if not gone(_line(kept))]
    keyvalue.put(db, key, {"lines": left}, _STALE)


def forget_keeper(db: Connection, lesson: LessonId) -> None:
    """Forget what whoever keeps a lesson's record owes: a part of it was opened again."""
    db.execute(delete(KeyValueRow).where(KeyValueRow.key == _of_keeper(lesson)))


def _of_keeper(lesson: LessonId) -> ScalarSelect[str]:
    keeper = func.coalesce(LessonRow.substitute_id, LessonRow.teacher_id)
    return select(_PREFIX + cast(keeper, Text)).where(LessonRow.id == lesson).scalar_subquery()


def stale(db: Connection, school: SchoolId, now: datetime, limit: int) -> list[PersonId]:
    """Give members of staff with an open access of whom nothing fresh is kept."""
    bound = exists().where(
        BindingRow.person_id == PersonRow.id, BindingRow.ended_at.is_(None), BindingRow.confirmed_at.is_not(None)
    )
    kept = and_(KeyValueRow.key == _PREFIX + cast(PersonRow.id, Text), KeyValueRow.updated_at > now - FRESH)
    query = select(PersonRow.id).where(
        PersonRow.school_id == school,
        PersonRow.kind == PersonKind.STAFF,
        or_(PersonRow.until.is_(None), PersonRow.until >= now.date()),
        bound,
        ~exists().where(kept, KeyValueRow.updated_at <= now),
    )
    return [PersonId(person) for person in db.execute(query.order_by(PersonRow.id).limit(limit)).scalars()]


_IDS = ("lesson", "work", "klass", "group", "subject", "person", "period", "number")


def _written(line: Line) -> dict[str, Any]:
    subject = line.subject
    return {
        "title": line.title,
        "about": line.about.value,
        "clause": line.clause,
        "binding": line.binding,
        "due": line.due_at.isoformat(),
        "zone": line.zone.key,
        "reason": line.reason,
        "kind": subject.kind.value,
        "cycle": None if subject.cycle is None else subject.cycle.value,
        "day": None if subject.day is None else subject.day.isoformat(),
        **{name: getattr(subject, name) for name in _IDS},
        "names": _names_written(subject, line.names),
    }


def _names_written(subject: DutySubject, names: DutyNames) -> dict[str, Any]:
    klass = names.klasses.get(subject.klass or 0)
    person = names.people.get(subject.person or 0)
    found = {
        "klass": None if klass is None else [klass.name, klass.grade],
        "person": None if person is None else [person.name.family, person.name.given, person.name.patronymic],
        "subject": names.subjects.get(subject.subject or 0),
        "group": names.groups.get(subject.group or 0),
        "period": names.periods.get(subject.period or 0),
        "lesson": names.lessons.get(subject.lesson or 0),
        "work": names.works.get(subject.work or 0),
        "thing": names.things.get((subject.kind.value, subject.number or 0)),
    }
    return {name: value for name, value in found.items() if value is not None}


def _line(kept: Mapping[str, Any]) -> Line:
    subject = DutySubject(
        SubjectKind(kept["kind"]),
        **{name: kept[name] for name in _IDS},
        cycle=None if kept["cycle"] is None else Cycle(kept["cycle"]),
        day=None if kept["day"] is None else date.fromisoformat(kept["day"]),
    )
    return Line(
        title=kept["title"],
        about=Matter(kept["about"]),
        clause=kept["clause"],
        binding=kept["binding"],
        subject=subject,
        names=_names(subject, kept["names"]),
        due_at=datetime.fromisoformat(kept["due"]),
        zone=ZoneInfo(kept["zone"]),
        reason=kept["reason"],
    )


def _names(subject: DutySubject, kept: Mapping[str, Any]) -> DutyNames:
    def one(name: str, key: int | None) -> dict[int, Any]:
        return {key: kept[name]} if key is not None and name in kept else {}

    person, klass = one("person", subject.person), one("klass", subject.klass)
    return DutyNames(
        people={key: NamedPerson("", PersonName(*parts)) for key, parts in person.items()},
        klasses={key: NamedKlass(*parts) for key, parts in klass.items()},
        subjects=one("subject", subject.subject),
        groups=one("group", subject.group),
        periods=one("period", subject.period),
        lessons=one("lesson", subject.lesson),
        works=one("work", subject.work),
        things={(subject.kind.value, key): name for key, name in one("thing", subject.number).items()},
    )
