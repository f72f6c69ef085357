"""Fill rates over a small school (CTL-2): what is counted, by whom it may be read."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert, select, update

from bot.screens.fill import fill_tables
from core.documents.tables import write_tables
from core.model.errors import Forbidden
from core.model.fill import Fill, FillBy, percent
from core.model.ids import KlassId, SchoolId
from core.model.people import PersonKind, Role
from core.storage.gateways import inbox
from core.storage.rows import AccountRow, InboxRow, KlassRow, LessonRow
from core.usecases.fill_rates import ShowFill, ShowKlassFill, show_fill, show_klass_fill
from locales import Translators
from tests.chats.control_school import controlled
from tests.world import TODAY, World, local


async def _klass(world: World) -> KlassId:
    return KlassId((await world.rows(select(KlassRow.id)))[0][0])


async def test_a_month_is_counted_by_class_and_teacher(world: World) -> None:
    chats = await controlled(world)
    await world.topic("Алгебра", type("K", (), {"id": await _klass(world)})(), 1, "Степени")
    found = await world.see(show_fill, ShowFill(SchoolId(world.school)), chats["Седова"])
    assert (found.first, found.last) == (date(2026, 10, 1), TODAY)
    assert found.total == Fill(
        lessons=4, attendance=4, topics=0, graded=4, homework=0, marks=3, seats=3, planned=1, given=0
    )
    assert found.total.marks_each == Decimal("1.0")
    assert [line.name for line in found.lines(FillBy.KLASS)] == ["7Б"]
    assert [line.name for line in found.lines(FillBy.TEACHER)] == ["Зимина А.П."]
    assert [line.name for line in found.subjects()] == ["Алгебра · Зимина А.П."]
    counts = {one.kind: (one.people, one.linked, one.seen) for one in found.activity}
    assert counts == {
        PersonKind.STAFF: (3, 3, 0),
        PersonKind.GUARDIAN: (1, 1, 0),
        PersonKind.STUDENT: (3, 1, 0),
    }


async def test_a_substituted_lesson_counts_for_who_kept_it_and_the_class_once(world: World) -> None:
    chats = await controlled(world)
    belova = (await world.rows(select(KlassRow.class_teacher_id)))[0][0]
    one = select(LessonRow.id).limit(1)
    async with world.works.changing() as work:
        chosen = update(LessonRow).where(LessonRow.id.in_(one)).values(substitute_id=belova)
        await work.run(lambda db: db.execute(chosen))
    found = await world.see(show_fill, ShowFill(SchoolId(world.school)), chats["Седова"])
    assert {line.name: line.fill.lessons for line in found.lines(FillBy.TEACHER)} == {
        "Зимина А.П.": 3,
        "Белова И.Н.": 1,
    }
    assert (found.total.seats, found.total.marks) == (3, 3)


async def test_who_wrote_to_the_bot_this_week_was_here(world: World) -> None:
    chats = await controlled(world)
    school, now = SchoolId(world.school), world.clock.now()
    arrived = {"update_id": 1, "user_id": chats["Панина"], "body": "", "received_at": now, "done_at": now}
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(insert(InboxRow).values(attempts=0, error="", **arrived)))
    for swept in (False, True):
        if swept:
            async with world.works.changing() as work:
                await work.run(inbox.sweep, now + timedelta(hours=1))
            seen = await world.rows(select(AccountRow.seen_at).where(AccountRow.telegram_id == chats["Панина"]))
            assert seen[0][0] == now
        found = await world.see(show_fill, ShowFill(school), chats["Седова"])
        assert {one.kind: one.seen for one in found.activity}[PersonKind.GUARDIAN] == 1
        assert {one.kind: one.seen for one in found.klasses}[PersonKind.GUARDIAN] == 1
    world.clock.to(TODAY + timedelta(days=8), 12)
    found = await world.see(show_fill, ShowFill(school), chats["Седова"])
    assert {one.kind: one.seen for one in found.activity}[PersonKind.GUARDIAN] == 0


async def test_lessons_to_come_are_not_counted_and_months_have_bounds(world: World) -> None:
    chats = await controlled(world)
    school = SchoolId(world.school)
    world.clock.instant = local(TODAY, 8, 40)
    found = await world.see(show_fill, ShowFill(school), chats["Седова"])
    assert found.total.lessons == 3
    early = await world.see(show_fill, ShowFill(school, date(2020, 1, 1)), chats["Седова"])
    assert (early.first, early.last) == (date(2026, 9, 1), date(2026, 9, 30))
    assert early.rows == ()
    late = await world.see(show_fill, ShowFill(school, date(2030, 1, 1)), chats["Седова"])
    assert late.first == date(2026, 10, 1)


async def test_a_class_teacher_reads_the_own_class(world: World) -> None:
    chats = await controlled(world)
    klass = await _klass(world)
    found = await world.see(show_klass_fill, ShowKlassFill(klass), chats["Белова"])
    assert found.total.lessons == 4
    assert {one.kind: one.people for one in found.klasses} == {PersonKind.STUDENT: 3, PersonKind.GUARDIAN: 1}
    for who in ("Зимина", "Панина", "Белова"):
        with pytest.raises(Forbidden):
            await world.see(show_fill, ShowFill(SchoolId(world.school)), chats[who])
    with pytest.raises(Forbidden):
        await world.see(show_klass_fill, ShowKlassFill(klass), chats["Зимина"])


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_workbook_holds_the_same_figures(world: World, language: str) -> None:
    await controlled(world)
    head = await world.enter(await world.staff("Громов Павел Ильич", Role.HEAD))
    found = await world.see(show_fill, ShowFill(SchoolId(world.school)), head)
    tr = Translators.load(strict=True)[language]
    book = load_workbook(BytesIO(write_tables(fill_tables(found, tr))))
    subjects, teachers, activity = book.worksheets
    klass, subject, _, teacher, *figures = (cell.value for cell in subjects[4])
    assert (klass, subject, teacher, figures[:4]) == ("7Б", "Алгебра", "Зимина А.П.", [4, 100, 0, 0])
    assert teachers.max_row == 4
    assert activity.max_row == 8


@pytest.mark.parametrize(("part", "whole", "expected"), [(0, 0, None), (0, 3, 0), (2, 3, 66), (3, 3, 100)])
def test_a_hundred_per_cent_means_all(part: int, whole: int, expected: int | None) -> None:
    assert percent(part, whole) == expected
