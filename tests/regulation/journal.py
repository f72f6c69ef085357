"""A small written journal: one autumn of three classes, in which every kind of term comes round (REG-3).

    Classes     1А (class teacher Первова), 7Б (Седова), 10А (Десятова); the second English group of 7Б is empty
    Periods     quarters till Sunday 25.10 and Sunday 27.12 for 1–9, a half-year till 27.12 for 10–11, the others after
    Days off    autumn vacations 26.10–01.11, holiday 04.11 (Wednesday), winter vacations 28.12–10.01
    Saturdays   14.11 moved, entered on Monday 09.11 at 12:00; 21.11 moved, entered on Thursday 19.11 at 12:00
    Events      «Ярмарка» of the school on 30.10, entered 16.10 23:59; «Поход» of 7Б on 17.10, entered 11.10 at 09:00
    Entered     all else on 21.08.2026 at 10:00, the launch is on 20.08
    Newcomer    Новиков, 7Б, in the order of Friday 09.10, entered that day at 10:00, given access on 14.10 at 12:00

Instants are Moscow's.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, update

from core.model.calendar import CalendarKind, PeriodKind
from core.model.control import AnalysisSpan
from core.model.final_mark import FinalKind
from core.model.lesson import WorkKind
from core.model.lesson_change import ChangeKind
from core.model.mark import MarkValue
from core.model.people import PersonKind, Role
from core.model.school import ALL_GRADES
from core.storage.rows import (
    AnalysisRow,
    CalendarRow,
    ControlRemarkRow,
    DutyConfirmationRow,
    DutyPardonRow,
    EnrolmentRow,
    FinalMarkRow,
    GroupRow,
    GuardianshipRow,
    InvitationRow,
    KlassRow,
    LessonChangeRow,
    LessonRow,
    PeriodClosingRow,
    PeriodRow,
    PersonRow,
    PlanTopicRow,
    SchoolEventRow,
    TimetableRow,
    WorkRow,
)
from tests.regulation.journal_lessons import LESSONS, at
from tests.world import KlassOf, World, local

ENTERED = local(date(2026, 8, 21), 10)
_OLDER, _ELDEST = frozenset(range(1, 10)), frozenset({10, 11})


@dataclass(slots=True)
class Journal:
    """The written journal in a world; names lead to ids and back."""

    world: World
    people: dict[str, int] = field(default_factory=dict)
    klasses: dict[str, KlassOf] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    lessons: dict[str, int] = field(default_factory=dict)
    works: dict[str, int] = field(default_factory=dict)
    entries: dict[str, int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)
    periods: dict[str, int] = field(default_factory=dict)


async def write(world: World) -> Journal:
    """Write it into a founded school."""
    journal = Journal(world)
    await world.change_school(launched_on=date(2026, 8, 20))
    await _calendar(journal)
    await _people(journal)
    await _groups(journal)
    await _lessons(journal)
    await _deeds(journal)
    return journal


async def _calendar(journal: Journal) -> None:
    world = journal.world
    await _do(journal, lambda db: db.execute(update(PeriodRow).values(grades=_OLDER, entered_at=ENTERED)))
    await _do(
        journal,
        lambda db: db.execute(
            update(PeriodRow).where(PeriodRow.name == "1 четверть").values(ends_on=date(2026, 10, 25))
        ),
    )
    for name, kind, grades, starts, ends in (
        ("3 четверть", PeriodKind.QUARTER, _OLDER, date(2027, 1, 11), date(2027, 3, 21)),
        ("4 четверть", PeriodKind.QUARTER, _OLDER, date(2027, 3, 29), date(2027, 5, 31)),
        ("1 полугодие", PeriodKind.HALF_YEAR, _ELDEST, date(2026, 9, 1), date(2026, 12, 27)),
        ("2 полугодие", PeriodKind.HALF_YEAR, _ELDEST, date(2027, 1, 11), date(2027, 5, 31)),
    ):
        await world.insert(
            PeriodRow,
            school_id=world.school,
            name=name,
            kind=kind,
            grades=grades,
            starts_on=starts,
            ends_on=ends,
            entered_at=ENTERED,
        )
    for row in await world.rows(PeriodRow.__table__.select()):
        journal.periods[row.name] = row.id
    autumn = {"starts_on": date(2026, 10, 26), "entered_at": ENTERED}
    await _do(journal, lambda db: db.execute(update(CalendarRow).values(**autumn)))
    for name, what, first, last, entered in (
        ("День единства", CalendarKind.PUBLIC_HOLIDAY, date(2026, 11, 4), date(2026, 11, 4), ENTERED),
        ("Суббота 14.11", CalendarKind.MOVED, date(2026, 11, 14), date(2026, 11, 14), at("09.11 12:00")),
        ("Суббота 21.11", CalendarKind.MOVED, date(2026, 11, 21), date(2026, 11, 21), at("19.11 12:00")),
        ("Зимние каникулы", CalendarKind.VACATION, date(2026, 12, 28), date(2027, 1, 10), at("14.12 00:00:01")),
    ):
        await world.insert(
            CalendarRow,
            school_id=world.school,
            name=name,
            kind=what,
            starts_on=first,
            ends_on=last,
            grades=ALL_GRADES,
            entered_at=entered,
        )
    for row in await world.rows(CalendarRow.__table__.select()):
        journal.entries[row.name] = row.id


async def _people(journal: Journal) -> None:
    world, people = journal.world, journal.people
    for name, *roles in (
        ("Алгебров", Role.TEACHER),
        ("Англицкая", Role.TEACHER),
        ("Заменов", Role.TEACHER),
        ("Первова", Role.TEACHER),
        ("Седова", Role.TEACHER),
        ("Десятова", Role.TEACHER),
        ("Завучева", Role.DEPUTY),
        ("Директоров", Role.HEAD),
        ("Админов", Role.ADMINISTRATOR),
    ):
        people[name] = await world.staff(f"{name} Имя", *roles, entered_at=ENTERED, since=date(2020, 9, 1))
    for klass, head, students in (
        ("1А", "Первова", ["Азов Имя"]),
        ("7Б", "Седова", ["Белов Имя", "Волков Имя"]),
        ("10А", "Десятова", ["Громов Имя"]),
    ):
        journal.klasses[klass] = found = await world.klass(klass, students, people[head])
        people.update(zip((name.split()[0] for name in students), found.students, strict=True))
    for row in (KlassRow, PersonRow):
        await _do(journal, lambda db, row=row: db.execute(update(row).values(entered_at=ENTERED)))
    await _do(journal, lambda db: db.execute(update(EnrolmentRow).values(since=date(2026, 9, 1))))
    entered = at("09.10 10:00")
    people["Новиков"] = newcomer = await world.person("Новиков Имя", entered_at=entered)
    await world.insert(
        EnrolmentRow,
        student_id=newcomer,
        klass_id=journal.klasses["7Б"].id,
        since=date(2026, 10, 9),
        order_no="15",
    )
    await world.insert(
        InvitationRow,
        school_id=world.school,
        person_id=newcomer,
        code_hash="0" * 64,
        issued_at=at("14.10 12:00"),
        expires_at=at("28.10 12:00"),
    )
    people["Отказов"] = declined = await world.person("Отказов Имя", PersonKind.GUARDIAN, entered_at=ENTERED)
    await world.insert(
        GuardianshipRow,
        guardian_id=declined,
        student_id=people["Белов"],
        electronic=False,
        applied_on=date(2026, 10, 12),
    )


async def _groups(journal: Journal) -> None:
    world, people, klasses = journal.world, journal.people, journal.klasses
    for name, klass, subject, teacher, subgroup, members in (
        ("7Б Алгебра", "7Б", "Алгебра", "Алгебров", "", []),
        ("7Б Английский 1", "7Б", "Английский", "Англицкая", "1", [people["Белов"], people["Волков"]]),
        ("7Б Английский 2", "7Б", "Английский", "Англицкая", "2", []),
        ("7Б Музыка", "7Б", "Музыка", "Седова", "", []),
        ("1А Чтение", "1А", "Чтение", "Первова", "", []),
        ("10А История", "10А", "История", "Десятова", "", []),
    ):
        journal.groups[name] = await world.group(klasses[klass], subject, people[teacher], subgroup, members)
    await _do(journal, lambda db: db.execute(update(GroupRow).values(entered_at=ENTERED)))
    for name, entered in (
        ("7Б Алгебра", ENTERED),
        ("1А Чтение", at("02.09 09:00")),
        ("10А История", at("16.09 00:00:01")),
    ):
        await world.insert(
            TimetableRow,
            school_id=world.school,
            group_id=journal.groups[name],
            weekday=0,
            number=1,
            teacher_id=people["Алгебров"],
            since=date(2026, 9, 1),
            until=date(2027, 5, 31),
            entered_at=entered,
        )
    for subject, klass, entered, topics in (
        ("Алгебра", "7Б", at("14.10 23:59"), 4),
        ("История", "10А", at("15.10 12:00"), 60),
        ("Чтение", "1А", at("16.10 00:00:01"), 60),
    ):
        for number in range(1, topics + 1):
            await world.insert(
                PlanTopicRow,
                school_id=world.school,
                subject_id=await world.subject(subject),
                klass_id=klasses[klass].id,
                number=number,
                topic=f"Тема {number}",
                entered_at=entered,
            )


async def _lessons(journal: Journal) -> None:
    world = journal.world
    for name, klass, group, teacher, day, number, more in LESSONS:
        recorded = {key: more[key] for key in more if key not in {"starts_at", "ends_at"}}
        key = await world.lesson(
            journal.klasses[klass], journal.groups[group], journal.people[teacher], day, number, **recorded
        )
        journal.lessons[name] = key
    evening = {key: value for key, value in LESSONS[9][6].items() if key in {"starts_at", "ends_at"}}
    await _lesson(journal, "J", **evening)
    await _lesson(journal, "E", substitute_id=journal.people["Заменов"])
    await world.insert(
        LessonChangeRow,
        school_id=world.school,
        lesson_id=journal.lessons["E"],
        kind=ChangeKind.SUBSTITUTED,
        before="",
        after="",
        changed_at=at("20.10 07:00"),
        changed_by=journal.people["Админов"],
    )
    journal.works["H-control"] = await world.insert(
        WorkRow,
        lesson_id=journal.lessons["H"],
        kind=WorkKind.CONTROL,
        weight=3,
        title="Контрольная",
        check_until=date(2026, 10, 22),
        done_at=at("23.10 10:00"),
    )
    journal.works["B-external"] = await world.insert(
        WorkRow,
        lesson_id=journal.lessons["B"],
        kind=WorkKind.DIAGNOSTIC,
        weight=3,
        received_at=at("19.10 10:00"),
        done_at=at("20.10 10:00"),
    )


async def _lesson(journal: Journal, name: str, **values: Any) -> None:
    key = journal.lessons[name]
    await _do(journal, lambda db: db.execute(update(LessonRow).where(LessonRow.id == key).values(**values)))


async def _deeds(journal: Journal) -> None:
    world, people = journal.world, journal.people
    for name, klass, day, entered in (
        ("Ярмарка", None, date(2026, 10, 30), at("16.10 23:59")),
        ("Концерт", None, date(2026, 11, 20), at("07.11 00:00")),
        ("Поход", "7Б", date(2026, 10, 17), at("11.10 09:00")),
    ):
        journal.events[name] = await world.insert(
            SchoolEventRow,
            school_id=world.school,
            name=name,
            kind="klass" if klass else "school",
            day=day,
            klass_id=journal.klasses[klass].id if klass else None,
            entered_at=entered,
        )
    await world.insert(
        PeriodClosingRow,
        group_id=journal.groups["7Б Алгебра"],
        period_id=journal.periods["1 четверть"],
        starts_on=date(2026, 9, 1),
        ends_on=date(2026, 10, 25),
        completed_at=at("26.10 00:00"),
    )
    for student in ("Белов", "Волков", "Новиков"):
        await world.insert(
            FinalMarkRow,
            school_id=world.school,
            kind=FinalKind.YEAR,
            student_id=people[student],
            klass_id=journal.klasses["7Б"].id,
            subject_id=await world.subject("Алгебра"),
            group_id=journal.groups["7Б Алгебра"],
            year=2026,
            value=MarkValue.FOUR,
            recorded_at=at("31.05 23:59"),
            recorded_by=people["Алгебров"],
        )
    await world.insert(
        ControlRemarkRow,
        school_id=world.school,
        teacher_id=people["Алгебров"],
        text="Нет тем",
        due_on=date(2026, 10, 20),
        written_at=at("16.10 12:00"),
        written_by=people["Завучева"],
        resolved_at=at("21.10 00:00:01"),
    )
    await world.insert(
        AnalysisRow,
        school_id=world.school,
        span=AnalysisSpan.WEEK,
        first=date(2026, 10, 12),
        text="Всё в порядке",
        posted_at=at("16.10 16:00"),
        posted_by=people["Админов"],
    )
    for preset, name, key, said in CONFIRMED:
        await world.insert(
            DutyConfirmationRow,
            school_id=world.school,
            rule_id=f"{preset}.{name}",
            subject_key=key,
            person_id=people["Директоров"],
            at=said,
        )
    await world.insert(
        DutyPardonRow,
        school_id=world.school,
        person_id=people["Англицкая"],
        since=at("21.10 08:00"),
        until=at("27.10 00:00"),
        reason="больничный",
        by=people["Завучева"],
        at=at("21.10 09:00"),
    )


CONFIRMED = (
    ("moscow-region", "control-daily", "school/day:2026-10-15", at("15.10 16:00")),
    ("moscow-region", "control-daily", "school/day:2026-10-16", at("17.10 00:00:01")),
    ("school-14", "control-week", "school/week:2026-10-12", at("19.10 00:00")),
    ("antsir", "report-month", "school/month:2026-09-01", at("01.10 00:00:01")),
    ("sgo", "control-month", "school/month:2026-09-01", at("30.09 23:59")),
)


async def _do(journal: Journal, change: Any) -> None:
    async with journal.world.works.changing() as work:
        await work.run(lambda db: _nothing(change(db)))


def _nothing(result: Connection) -> None:
    """Forget a result that ends with its transaction."""
