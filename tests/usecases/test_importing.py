"""Importing a school: founded, repeated, changed; what has a record stays; who may, and what is left in the audit."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from core.intake.reading import read_here
from core.model.errors import Forbidden, Stranger
from core.model.ids import SchoolId
from core.model.importing import Fate, ImportDone, ImportPreview
from core.model.people import PersonKind, Role
from core.model.workbook import Workbook
from core.storage.rows import (
    AssignmentRow,
    AuditRow,
    EnrolmentRow,
    EventRow,
    GroupMemberRow,
    GroupRow,
    GuardianshipRow,
    KlassRow,
    LessonRow,
    LetterRow,
    PersonRow,
    SchoolRow,
    StaffRoleRow,
    TimetableRow,
    WorkRow,
)
from core.usecases.importing import ImportRefused, apply_import, plan_import
from tests.intake.workbooks import Book, small_book, write_book
from tests.world import World, local, open_world

TODAY = date(2026, 10, 15)


@pytest.fixture
async def empty(database_url: str) -> Any:
    """A migrated database without any school."""
    world = open_world(database_url)
    yield world
    await world.engines.dispose()


@pytest.fixture
def book_of(tmp_path: Path) -> Callable[[Book], Workbook]:
    return lambda book: read_here(write_book(book, tmp_path / "book.xlsx"))


async def load(world: World, book: Workbook, telegram: int | None = None) -> ImportDone:
    async with world.works.changing(telegram) as work:
        return await apply_import(work, book)


async def plan(world: World, book: Workbook, telegram: int | None = None) -> ImportPreview:
    async with world.works.reading(telegram) as work:
        return await plan_import(work, book)


def counts(done: ImportDone | ImportPreview) -> dict[str, dict[str, int]]:
    """What happened, without what did not."""
    told = {change.kind: {fate.value: n for fate, n in change.counts.items() if n} for change in done.changes}
    return {kind: fates for kind, fates in told.items() if fates}


async def count(world: World, table: Any) -> int:
    return int((await world.rows(select(func.count()).select_from(table)))[0][0])


async def test_a_school_is_founded_as_the_dry_run_told(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    book = book_of(small_book())
    preview = await plan(empty, book)
    assert await count(empty, SchoolRow) == 0
    done = await load(empty, book)
    assert preview.possible
    assert counts(preview) == counts(done)
    assert await count(empty, LessonRow) == counts(done)["lessons"]["created"]
    assert await count(empty, PersonRow) == 6 + 12 + 2
    assert (await empty.rows(select(KlassRow.name).order_by(KlassRow.id))) == [("7А",), ("7Б",), ("10А",)]


async def test_the_same_file_twice_changes_nothing(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    book = book_of(small_book())
    await load(empty, book)
    before = {table: await count(empty, table) for table in (LessonRow, PersonRow, TimetableRow, AuditRow)}
    assert counts(await plan(empty, book)) == {}
    assert counts(await load(empty, book)) == {}
    assert before == {table: await count(empty, table) for table in before}


async def test_nothing_is_pushed_and_one_audit_entry_is_left(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    assert await count(empty, EventRow) == 0
    assert await count(empty, LetterRow) == 0
    (entry,) = await empty.rows(select(AuditRow.kind, AuditRow.role, AuditRow.extra))
    assert (entry.kind, entry.role) == ("school.imported", "system")
    extra = json.loads(entry.extra)
    assert extra["students"] == "12/0/0/0"
    assert ":head" in extra["roles_told"]


async def test_nothing_is_written_while_there_is_an_error(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    book = small_book()
    book["Ученики"][3][6] = "7Ж"
    with pytest.raises(ImportRefused) as refused:
        await load(empty, book_of(book))
    assert refused.value.values["count"] == 1
    assert await count(empty, SchoolRow) == 0


async def test_an_import_that_breaks_leaves_nothing(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    async def broken() -> None:
        async with empty.works.changing() as work:
            await apply_import(work, book_of(small_book()))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await broken()
    assert await count(empty, SchoolRow) == 0
    assert await count(empty, PersonRow) == 0


async def test_a_transfer_closes_the_old_enrolment(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    book = small_book()
    book["Ученики"][7][6] = "7А"
    done = await load(empty, book_of(book))
    assert counts(done)["enrolments"] == {"changed": 1}
    query = (
        select(KlassRow.name, EnrolmentRow.since, EnrolmentRow.until)
        .join(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .join(PersonRow, PersonRow.id == EnrolmentRow.student_id)
        .where(PersonRow.code == "Д-007")
        .order_by(EnrolmentRow.id)
    )
    assert await empty.rows(query) == [
        ("7Б", date(2026, 9, 1), date(2026, 10, 14)),
        ("7А", TODAY, None),
    ]


async def test_a_student_who_left_the_sheet_is_listed_and_stays(
    empty: World, book_of: Callable[[Book], Workbook]
) -> None:
    await load(empty, book_of(small_book()))
    book = small_book()
    gone = book["Ученики"].pop(12)
    preview = await plan(empty, book_of(book))
    (students,) = [change for change in preview.changes if change.kind == "students"]
    assert students.samples[Fate.MISSING] == (f"{gone[1]} {gone[2]}",)
    await load(empty, book_of(book))
    assert await count(empty, EnrolmentRow) == 12


async def test_a_new_name_is_a_change_and_no_new_person(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    book = small_book()
    book["Ученики"][1][1] = "Соснов"
    assert counts(await load(empty, book_of(book))) == {"students": {"changed": 1}}


async def test_a_guardian_without_a_code_is_recognised(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    book = small_book()
    book["Родители"][2][5] = "Д-002; Д-003"
    assert counts(await load(empty, book_of(book))) == {"guardianships": {"created": 1}}
    book["Родители"][2][0] = "Р2"
    assert counts(await load(empty, book_of(book))) == {"guardians": {"changed": 1}}
    people = await empty.rows(select(PersonRow.code).where(PersonRow.kind == PersonKind.GUARDIAN))
    assert sorted(code for (code,) in people) == ["Р1", "Р2"]


async def test_a_child_taken_from_a_guardian_ends_that_link_only(
    empty: World, book_of: Callable[[Book], Workbook]
) -> None:
    await load(empty, book_of(small_book()))
    book = small_book()
    book["Родители"][1][5] = "Д-001"
    assert counts(await load(empty, book_of(book))) == {"guardianships": {"ended": 1}}
    assert sorted(until is not None for (until,) in await empty.rows(select(GuardianshipRow.until))) == [0, 0, 1]
    assert counts(await load(empty, book_of(small_book()))) == {"guardianships": {"changed": 1}}


async def test_a_missing_optional_sheet_ends_nothing(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    book = small_book()
    for sheet in ("Родители", "События", "КТП", "Кабинеты", "Календарь"):
        del book[sheet]
    assert counts(await load(empty, book_of(book))) == {}


async def test_a_changed_timetable_changes_what_is_to_come(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    book = small_book()
    book["Расписание"][2][1] = "чт"
    done = await load(empty, book_of(book))
    assert counts(done)["timetable"] == {"created": 1, "ended": 1}
    query = (
        select(LessonRow.day, LessonRow.starts_at)
        .join(GroupRow)
        .join(KlassRow)
        .where(KlassRow.name == "7А", LessonRow.number == 2)
    )
    days = [day for day, _ in await empty.rows(query)]
    assert not [day for day in days if day.weekday() == 2 and day > TODAY]
    assert [day for day in days if day.weekday() == 2 and day < TODAY]
    assert not [day for day in days if day.weekday() == 3 and day < TODAY]
    assert counts(await load(empty, book_of(book))) == {}


async def test_a_recorded_lesson_outlives_its_timetable(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    coming = (
        select(LessonRow.id)
        .join(KlassRow, KlassRow.id == LessonRow.klass_id)
        .where(KlassRow.name == "7А", LessonRow.number == 2, LessonRow.starts_at > local(TODAY, 10))
    )
    lessons = [key for (key,) in await empty.rows(coming.order_by(LessonRow.starts_at))]
    recorded, declared = lessons[0], lessons[1]

    def record(db: Connection) -> None:
        db.execute(update(LessonRow).where(LessonRow.id == recorded).values(topic="Дроби", topic_at=local(TODAY, 9)))

    async with empty.works.changing() as work:
        await work.run(record)
    await empty.insert(WorkRow, lesson_id=declared, kind="control", weight=3)
    book = small_book()
    book["Расписание"] = [row for row in book["Расписание"] if row[0] != "7А" or row[2] != 2]
    done = await load(empty, book_of(book))
    assert counts(done)["lessons"]["missing"] == 2
    left = {key for (key,) in await empty.rows(coming)}
    assert left == {recorded, declared}


async def test_a_substitution_outlives_a_new_room(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    coming = (
        select(LessonRow.id, LessonRow.room)
        .join(KlassRow, KlassRow.id == LessonRow.klass_id)
        .where(KlassRow.name == "10А", LessonRow.number == 1, LessonRow.starts_at > local(TODAY, 10))
        .order_by(LessonRow.starts_at)
    )
    by_hand = (await empty.rows(coming))[0][0]
    async with empty.works.changing() as work:
        await work.run(lambda db: db.execute(update(LessonRow).where(LessonRow.id == by_hand).values(room="Актовый")))
    book = small_book()
    book["Нагрузка"][7][5] = "103"
    done = await load(empty, book_of(book))
    rooms = dict(list(row) for row in await empty.rows(coming))
    assert rooms.pop(by_hand) == "Актовый"
    assert set(rooms.values()) == {"103"}
    assert counts(done)["lessons"] == {"changed": len(rooms)}


async def test_groups_change_their_members(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    book = small_book()
    book["Группы"][1][3], book["Группы"][2][3] = "Д-001", "Д-003; Д-002"
    assert counts(await load(empty, book_of(book)))["members"] == {"created": 1, "ended": 1}
    rows = await empty.rows(
        select(GroupMemberRow.since, GroupMemberRow.until).join(PersonRow).where(PersonRow.code == "Д-002")
    )
    assert sorted(rows) == [(date(2026, 9, 1), date(2026, 10, 14)), (TODAY, None)]
    assert counts(await load(empty, book_of(small_book())))["members"] == {"created": 1, "ended": 1}
    assert await count(empty, GroupMemberRow) == 5


async def test_a_new_teacher_takes_over_from_now(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    book = small_book()
    book["Нагрузка"][6][3] = "С4"
    done = await load(empty, book_of(book))
    assert counts(done)["loads"] == {"created": 1, "ended": 1}
    teachers = await empty.rows(
        select(PersonRow.code, func.min(LessonRow.day), func.max(LessonRow.day))
        .join(LessonRow, LessonRow.teacher_id == PersonRow.id)
        .join(KlassRow, KlassRow.id == LessonRow.klass_id)
        .where(KlassRow.name == "7Б", LessonRow.number == 1)
        .group_by(PersonRow.code)
        .order_by(PersonRow.code)
    )
    assert [(code, first < TODAY, last < TODAY) for code, first, last in teachers] == [
        ("С3", True, True),
        ("С4", False, False),
    ]
    assert sorted(until for (until,) in await empty.rows(select(AssignmentRow.until)) if until) == [TODAY]


async def test_the_administrator_imports_into_the_own_school(world: World, book_of: Callable[[Book], Workbook]) -> None:
    admin = await world.enter(await world.staff("Осинов Пётр Львович", Role.ADMINISTRATOR, code="С2"))
    book = small_book()
    book["Сотрудники"][2][5] = "администратор"
    preview = await plan(world, book_of(book), admin)
    assert preview.school == world.school
    assert "school-renamed" in {problem.code for problem in preview.problems}
    done = await load(world, book_of(book), admin)
    assert done.school == world.school
    assert await count(world, SchoolRow) == 1
    (entry,) = await world.rows(select(AuditRow.role, AuditRow.person_id))
    assert entry.role == "administrator"


async def test_nobody_gives_themselves_a_role_by_a_file(world: World, book_of: Callable[[Book], Workbook]) -> None:
    admin = await world.enter(await world.staff("Осинов Пётр Львович", Role.ADMINISTRATOR, code="С2"))
    book = small_book()
    book["Сотрудники"][2][5] = "администратор; директор"
    preview = await plan(world, book_of(book), admin)
    assert not preview.possible
    with pytest.raises(ImportRefused) as refused:
        await load(world, book_of(book), admin)
    assert refused.value.problems[-1].code == "own-roles"
    assert await count(world, StaffRoleRow) == 1


async def test_children_that_the_sender_gets_stand_in_the_audit(
    world: World, book_of: Callable[[Book], Workbook]
) -> None:
    staff = await world.staff("Осинов Пётр Львович", Role.ADMINISTRATOR, code="С2")
    parent = await world.person("Берёзкина Инна Романовна", PersonKind.GUARDIAN, code="Р1")
    admin = await world.enter(staff, parent)
    book = small_book()
    book["Сотрудники"][2][5] = "администратор"
    await load(world, book_of(book), admin)
    (entry,) = await world.rows(select(AuditRow.extra))
    own = json.loads(entry.extra)["own_children"].split()
    assert [link.partition(":")[0] for link in own] == [f"+{parent}"] * 2


@pytest.mark.parametrize("role", [Role.HEAD, Role.DEPUTY, Role.TEACHER, Role.SECRETARY])
async def test_nobody_else_imports(role: Role, world: World, book_of: Callable[[Book], Workbook]) -> None:
    other = await world.enter(await world.staff("Липина Ольга Юрьевна", role))
    book = book_of(small_book())
    with pytest.raises(Forbidden):
        await plan(world, book, other)
    with pytest.raises(Forbidden):
        await load(world, book, other)
    with pytest.raises(Stranger):
        await load(world, book, 77)


async def test_an_administrator_does_not_reach_another_school(
    world: World, book_of: Callable[[Book], Workbook]
) -> None:
    admin = await world.enter(await world.staff("Осинов Пётр Львович", Role.ADMINISTRATOR))
    async with world.works.changing() as work:
        other = (await apply_import(work, book_of(small_book()))).school
    assert other != world.school
    async with world.works.changing(admin) as work:
        with pytest.raises(Forbidden):
            await apply_import(work, book_of(small_book()), SchoolId(other))


async def test_two_schools_do_not_mix(empty: World, book_of: Callable[[Book], Workbook]) -> None:
    await load(empty, book_of(small_book()))
    book = small_book()
    book["Школа"][1][1] = "МБОУ «Вторая школа»"
    done = await load(empty, book_of(book))
    assert counts(done)["students"] == {"created": 12}
    assert await count(empty, SchoolRow) == 2
    assert counts(await load(empty, book_of(small_book()))) == {}
