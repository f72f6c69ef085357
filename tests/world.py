"""A small school in readable steps: `world.klass("7Б")`, `world.lesson(group, day, 1)`, `world.enter(person)`.

Built straight into a migrated SQLite file, below the use cases, so that use cases are what is tested.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, create_engine, event, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from core.model.calendar import CalendarKind, PeriodKind
from core.model.lesson import LessonState
from core.model.people import PersonKind, Role, Sex
from core.model.school import ALL_GRADES, EditWindow, Preset
from core.rules.consent import CONSENT_VERSION
from core.storage.engine import Engines, open_engines
from core.storage.local import LocalEngine
from core.storage.rows import (
    AccountRow,
    AssignmentRow,
    BellRow,
    BindingRow,
    CalendarRow,
    ConsentRow,
    EnrolmentRow,
    GroupMemberRow,
    GroupRow,
    GuardianshipRow,
    KlassRow,
    LessonRow,
    PeriodRow,
    PersonRow,
    PlanTopicRow,
    SchoolRow,
    StaffRoleRow,
    SubjectRow,
)
from core.storage.schema import migrate_url
from core.storage.work import Work, Works

C = TypeVar("C")
R = TypeVar("R")

MOSCOW = ZoneInfo("Europe/Moscow")
_DIALECT = create_engine("sqlite://").dialect
_COMPILED: dict[Any, Any] = {}
# A Thursday in the middle of the first quarter.
TODAY = date(2026, 10, 15)
BELLS = ((8, 30), (9, 25), (10, 20), (11, 30), (12, 30), (13, 30), (14, 25))


def local(day: date, hour: int, minute: int = 0) -> datetime:
    """The UTC instant of a local time of the school."""
    return datetime.combine(day, time(hour, minute), MOSCOW).astimezone(UTC)


@dataclass(slots=True)
class MovingClock:
    """A clock that stands still until a test moves it."""

    instant: datetime = field(default_factory=lambda: local(TODAY, 10))

    def now(self) -> datetime:
        return self.instant

    def to(self, day: date, hour: int, minute: int = 0) -> None:
        self.instant = local(day, hour, minute)

    def shift(self, **delta: float) -> None:
        self.instant += timedelta(**delta)


@dataclass(frozen=True, slots=True)
class KlassOf:
    id: int
    name: str
    grade: int
    students: tuple[int, ...]


class World:
    """A school under construction; every id it gives is a plain int."""

    def __init__(self, engines: Engines, clock: MovingClock) -> None:
        self.engines = engines
        self.clock = clock
        self.works = Works(engines, clock)
        self.school = 0
        self._telegram = 5000
        self._codes = 0
        self._groups: dict[tuple[int, str, str], int] = {}

    async def insert(self, table: Any, **values: Any) -> int:
        """Insert one row, give its id."""

        def go(db: Connection) -> int:
            key: int = db.execute(insert(table.__table__), values).inserted_primary_key[0]
            db.commit()
            return key

        return await _at_once(self.engines.writer, go)

    async def rows(self, query: Any) -> list[Any]:
        """Read through a second connection: only what is committed counts."""
        return await _at_once(self.engines.reader, lambda db: list(db.execute(query)))

    async def do(self, usecase: Callable[[Work, C], Awaitable[R]], command: C, telegram: int | None = None) -> R:
        """Run a writing use case as the account of a Telegram id, in a transaction of its own."""
        async with self.works.changing(telegram) as work:
            return await usecase(work, command)

    async def see(self, usecase: Callable[[Work, C], Awaitable[R]], command: C, telegram: int | None = None) -> R:
        """Run a reading use case as the account of a Telegram id."""
        async with self.works.reading(telegram) as work:
            return await usecase(work, command)

    async def found(self, **settings: Any) -> "World":
        """Found the school: Moscow time, five days a week, two quarters and the autumn holidays."""
        defaults: dict[str, Any] = {
            "name": "Школа № 5 города Северска",
            "short_name": "Школа № 5",
            "zone": "Europe/Moscow",
            "year_start": date(2026, 9, 1),
            "year_end": date(2027, 5, 31),
            "preset": Preset.MOSCOW_REGION,
            "edit_window": EditWindow.TWO_WEEKS,
        }
        self.school = await self.insert(SchoolRow, **(defaults | settings))
        quarters = [
            ("1 четверть", date(2026, 9, 1), date(2026, 10, 24)),
            ("2 четверть", date(2026, 11, 2), date(2026, 12, 27)),
        ]
        for name, starts, ends in quarters:
            await self.insert(
                PeriodRow,
                school_id=self.school,
                name=name,
                kind=PeriodKind.QUARTER,
                grades=ALL_GRADES,
                starts_on=starts,
                ends_on=ends,
            )
        await self.insert(
            CalendarRow,
            school_id=self.school,
            name="Осенние каникулы",
            kind=CalendarKind.VACATION,
            starts_on=date(2026, 10, 25),
            ends_on=date(2026, 11, 1),
            grades=ALL_GRADES,
        )
        for number, (hour, minute) in enumerate(BELLS, 1):
            ends_at = (datetime.combine(TODAY, time(hour, minute)) + timedelta(minutes=45)).time()
            await self.insert(
                BellRow,
                school_id=self.school,
                bell_set="Основной",
                number=number,
                starts=time(hour, minute),
                ends=ends_at,
                weekdays=0b111111,
                grades=ALL_GRADES,
            )
        return self

    async def change_school(self, **settings: Any) -> None:
        """Change settings of the school."""
        async with self.works.changing() as work:
            await work.run(lambda db: db.execute(update(SchoolRow).values(**settings)))

    async def person(
        self, name: str, kind: PersonKind = PersonKind.STUDENT, sex: Sex = Sex.UNKNOWN, **more: Any
    ) -> int:
        """Add a person by «Фамилия Имя Отчество»."""
        family, given, *rest = name.split()
        self._codes += 1
        values = {"code": f"C{self._codes}", "patronymic": " ".join(rest), "sex": sex} | more
        return await self.insert(PersonRow, school_id=self.school, kind=kind, family=family, given=given, **values)

    async def staff(self, name: str, *roles: Role, **more: Any) -> int:
        """Add a member of staff; a teacher where no roles are named."""
        person = await self.person(name, PersonKind.STAFF, **more)
        for role in roles or (Role.TEACHER,):
            await self.insert(StaffRoleRow, person_id=person, role=role, grades=ALL_GRADES)
        return person

    async def klass(self, name: str, students: Sequence[str] = (), class_teacher: int | None = None) -> KlassOf:
        """Add a class and enrol its students by name."""
        grade = int("".join(sign for sign in name if sign.isdigit()))
        key = await self.insert(
            KlassRow,
            school_id=self.school,
            name=name,
            grade=grade,
            class_teacher_id=class_teacher,
            bell_set="Основной",
        )
        ids = []
        for student in students:
            person = await self.person(student)
            await self.insert(EnrolmentRow, student_id=person, klass_id=key, since=date(2026, 9, 1))
            ids.append(person)
        return KlassOf(key, name, grade, tuple(ids))

    async def guardian(self, name: str, *children: int, electronic: bool = True, **more: Any) -> int:
        """Add a guardian of children."""
        person = await self.person(name, PersonKind.GUARDIAN, **more)
        for child in children:
            await self.insert(
                GuardianshipRow, guardian_id=person, student_id=child, relation="мать", electronic=electronic
            )
        return person

    async def subject(self, name: str, short: str = "") -> int:
        """Add a subject, or give the one of that name."""
        known = await self.rows(select(SubjectRow.id).where(SubjectRow.name == name))
        if known:
            return int(known[0][0])
        return await self.insert(SubjectRow, school_id=self.school, name=name, short=short or name)

    async def group(
        self, klass: KlassOf, subject: str, teacher: int, name: str = "", members: Sequence[int] = ()
    ) -> int:
        """Add a teaching group with its teacher; members only for subgroups."""
        key = await self.insert(
            GroupRow, school_id=self.school, klass_id=klass.id, subject_id=await self.subject(subject), name=name
        )
        await self.insert(AssignmentRow, group_id=key, teacher_id=teacher, hours=200, room="21")
        for member in members:
            await self.insert(GroupMemberRow, group_id=key, student_id=member, since=date(2026, 9, 1))
        self._groups[(klass.id, subject, name)] = key
        return key

    async def lesson(self, klass: KlassOf, group: int, teacher: int, day: date, number: int, **more: Any) -> int:
        """Add a concrete lesson at the bell of its number."""
        hour, minute = BELLS[number - 1]
        starts = local(day, hour, minute)
        subject = (await self.rows(select(GroupRow.subject_id).where(GroupRow.id == group)))[0][0]
        values = {"state": LessonState.PLANNED, "room": "21"} | more
        return await self.insert(
            LessonRow,
            school_id=self.school,
            group_id=group,
            klass_id=klass.id,
            subject_id=subject,
            grade=klass.grade,
            day=day,
            number=number,
            starts_at=starts,
            ends_at=starts + timedelta(minutes=45),
            teacher_id=teacher,
            **values,
        )

    async def topic(self, subject: str, klass: KlassOf, number: int, topic: str, task: str = "") -> int:
        """Add a topic of the class's thematic plan."""
        return await self.insert(
            PlanTopicRow,
            school_id=self.school,
            subject_id=await self.subject(subject),
            klass_id=klass.id,
            number=number,
            topic=topic,
            task=task,
        )

    async def enter(self, *people: int, consented: bool = True, confirmed: bool = True, language: str = "ru") -> int:
        """Give an account bound to these people; the answer is its Telegram id."""
        self._telegram += 1
        now = self.clock.now()
        account = await self.insert(
            AccountRow, telegram_id=self._telegram, language=language, created_at=now, focus_person_id=people[0]
        )
        for person in people:
            await self.insert(
                BindingRow, account_id=account, person_id=person, since=now, confirmed_at=now if confirmed else None
            )
        if consented:
            await self.insert(ConsentRow, account_id=account, version=CONSENT_VERSION, text_hash="0" * 64, given_at=now)
        return self._telegram


def migrated_copy(folder: Path, template: Path) -> str:
    """Give the URL of a fresh copy of the migrated database; `template` is made once a session."""
    if not template.exists():
        asyncio.run(migrate_url(f"sqlite+aiosqlite:///{template}"))
    copy = folder / "school.db"
    shutil.copyfile(template, copy)
    return f"sqlite+aiosqlite:///{copy}"


def open_world(url: str, *, durable: bool = False) -> World:
    """Open an empty world over a migrated database; `durable` where a commit must reach the disk, as the program's do.

    A test has a database of its own and so engines of its own. That each of them need not compile the same statements
    anew – most of a small test's time –, they share these and the dialect by which they are known.
    """
    engines = open_engines(url)
    for engine in (engines.writer, engines.reader):
        engine.sync_engine.dialect = _DIALECT
        engine.sync_engine.update_execution_options(compiled_cache=_COMPILED)
        if not durable:
            event.listen(engine.sync_engine, "connect", _never_wait)
    return World(engines, MovingClock())


async def _at_once(engine: AsyncEngine | LocalEngine, act: Callable[[Connection], R]) -> R:
    """Run something over a connection, where it can be in this thread: a small school is hundreds of tiny steps."""
    async with engine.connect() as connection:
        if not isinstance(engine, LocalEngine):
            return await connection.run_sync(act)
        with engine.sync_engine.connect() as here:
            return act(here)


def _never_wait(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")
