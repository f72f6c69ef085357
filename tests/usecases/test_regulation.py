"""A school changes its regulation: who may, what then holds, what is kept of it (REG-1, ADM-7)."""

import sqlite3
from contextlib import closing
from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import select

from core.model.errors import Forbidden, Refusal
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.mark import MarkValue
from core.model.overlay import Field, Setting
from core.model.people import Role
from core.model.school import EditWindow, Preset
from core.storage.rows import AuditRow, RegulationOverrideRow, SchoolRow
from core.usecases.duties import MyDuties, my_duties
from core.usecases.invitations import IssueInvitations, issue_invitations
from core.usecases.marks import SetMark, set_mark
from core.usecases.regulation import (
    ChangeRow,
    ChooseSetting,
    ReadHistory,
    ReadRegulation,
    change_row,
    choose_setting,
    read_history,
    read_regulation,
)
from tests.chats.stage import PEPPER
from tests.classroom import classroom
from tests.world import TODAY, World, local

MARKS = "moscow-region.marks"
WEEK_LATER = "days-after-lesson days=7"


@pytest.fixture
async def admin(world: World) -> int:
    return await world.enter(await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR))


def school(world: World) -> SchoolId:
    return SchoolId(world.school)


async def change(world: World, admin: int | None, field: Field | None, value: str | None, target: str = MARKS) -> None:
    await world.do(change_row, ChangeRow(school(world), target, field, value), admin)


async def terms(world: World, person: int, telegram: int) -> dict[str, datetime]:
    """Until when somebody's duties are due, by rule."""
    owed = await world.see(my_duties, MyDuties(school(world), PersonId(person)), telegram)
    return {duty.rule.id: duty.due_at for lesson in owed for duty in lesson.duties}


async def test_a_changed_term_is_the_term_of_duties(world: World, admin: int) -> None:
    room = await classroom(world)
    world.clock.instant = local(TODAY, 20)
    before = await terms(world, room.teacher, room.telegram)
    await change(world, admin, Field.DUE, WEEK_LATER)
    after = await terms(world, room.teacher, room.telegram)
    assert after == before | {MARKS: before[MARKS] + timedelta(days=5)}

    await change(world, admin, Field.ACTIVE, "no")
    assert (await terms(world, room.teacher, room.telegram)).keys() == before.keys() - {MARKS}

    await change(world, admin, None, None)
    assert await terms(world, room.teacher, room.telegram) == before


async def test_history_says_who_and_when_and_nothing_is_lost(world: World, admin: int) -> None:
    await change(world, admin, Field.DUE, WEEK_LATER)
    world.clock.shift(hours=1)
    await change(world, None, Field.BINDING, "no")
    await change(world, admin, Field.BINDING, "no")
    await change(world, admin, Field.DUE, "days-after-lesson days=2")
    lived, changes = await world.see(read_history, ReadHistory(school(world), MARKS), admin)
    assert [(one.field, one.value, one.by and one.by.family) for one in changes] == [
        ("due", None, "Тихонов"),
        ("binding", "no", None),
        ("due", WEEK_LATER, "Тихонов"),
    ]
    assert lived.deviations(MARKS) == {Field.BINDING: "no"}
    audited = await world.rows(
        select(AuditRow.before, AuditRow.after).where(AuditRow.kind == "regulation.changed").order_by(AuditRow.seq)
    )
    assert audited == [(None, WEEK_LATER), (None, "no"), (WEEK_LATER, None)]


async def test_only_the_administrator_changes_and_everybody_reads(world: World, admin: int) -> None:
    for role in (Role.TEACHER, Role.DEPUTY, Role.HEAD, Role.SECRETARY):
        who = await world.enter(await world.staff("Зимина Анна Петровна", role))
        assert not (await world.see(read_regulation, ReadRegulation(school(world)), who)).may_edit
        with pytest.raises(Forbidden):
            await change(world, who, Field.DUE, WEEK_LATER)
        with pytest.raises(Forbidden):
            await world.do(choose_setting, ChooseSetting(school(world), Setting.ROUNDING, "0.6"), who)
    assert (await world.see(read_regulation, ReadRegulation(school(world)), admin)).may_edit
    with pytest.raises(Forbidden):
        await world.see(read_regulation, ReadRegulation(SchoolId(999)), admin)
    assert await world.rows(select(RegulationOverrideRow.id)) == []


async def test_nonsense_leaves_everything_as_it_was(world: World, admin: int) -> None:
    for field, value in ((Field.DUE, "weekly"), (Field.HOLDERS, "system"), (Field.ALLOWED, "yes")):
        with pytest.raises(Refusal):
            await change(world, admin, field, value)
    assert await world.rows(select(SchoolRow.deviations)) == [("",)]
    assert await world.rows(select(AuditRow.id)) == []


async def test_backdating_forbidden_by_the_school_itself(world: World, admin: int) -> None:
    room = await classroom(world)
    work = await room.work()
    world.clock.instant = local(TODAY + timedelta(days=1), 9)
    await change(world, admin, Field.ALLOWED, "no", "moscow-region.backdating")
    with pytest.raises(Refusal) as refused:
        await room.do(set_mark, SetMark(work, room.students[0], MarkValue.FOUR))
    assert refused.value.code == "backdating-forbidden"
    await change(world, admin, None, None, "moscow-region.backdating")
    await room.do(set_mark, SetMark(work, room.students[0], MarkValue.FOUR))


async def test_invitations_live_as_long_as_the_school_says(world: World, admin: int) -> None:
    klass = await world.klass("7Б", ["Орлов Илья"])
    await change(world, admin, Field.DAYS, "40", "moscow-region.invitation")
    sheet = await world.do(issue_invitations, IssueInvitations(PEPPER, klass=KlassId(klass.id)), admin)
    assert sheet.issued[0].expires_at == local(TODAY + timedelta(days=41), 0)


@pytest.mark.parametrize(
    ("setting", "value", "kept"),
    [
        (Setting.EDIT_WINDOW, "month", {"edit_window": EditWindow.MONTH}),
        (Setting.ROUNDING, "0.65", {"round_up_from": 650}),
        (Setting.ESCALATION, "5", {"escalation_days": 5}),
        (Setting.PUBLICATION, "16:30-19:00", {"publication_opens": time(16, 30), "publication_closes": time(19)}),
        (Setting.PRESET, "school-14", {"preset": Preset.SCHOOL_14, "edit_window": EditWindow.TWO_WEEKS}),
        (Setting.PRESET, "antsir", {"preset": Preset.ANTSIR, "edit_window": EditWindow.FORBIDDEN}),
    ],
)
async def test_settings(world: World, admin: int, setting: Setting, value: str, kept: dict[str, object]) -> None:
    await world.do(choose_setting, ChooseSetting(school(world), setting, value), admin)
    (row,) = await world.rows(select(SchoolRow.__table__))
    assert {name: row._mapping[name] for name in kept} == kept
    _, changes = await world.see(read_history, ReadHistory(school(world)), admin)
    assert (changes[-1].target, changes[-1].value) == (setting.value, value)
    told = len(changes)
    await world.do(choose_setting, ChooseSetting(school(world), setting, value), admin)
    assert len((await world.see(read_history, ReadHistory(school(world)), admin))[1]) == told


@pytest.mark.parametrize(
    ("setting", "value", "code"),
    [
        (Setting.EDIT_WINDOW, "forbidden", "setting-window"),
        (Setting.EDIT_WINDOW, "year", "setting-value"),
        (Setting.ROUNDING, "1.5", "setting-value"),
        (Setting.ROUNDING, "0.0", "setting-value"),
        (Setting.ROUNDING, "0.6000", "setting-value"),
        (Setting.ESCALATION, "31", "setting-value"),
        (Setting.ESCALATION, "-1", "setting-value"),
        (Setting.PRESET, "mine", "setting-value"),
        (Setting.PUBLICATION, "19:00-16:30", "setting-value"),
        (Setting.PUBLICATION, "16:30-19:00:00", "setting-value"),
        (Setting.PUBLICATION, "16:30", "setting-value"),
        (Setting.PUBLICATION, "", "setting-value"),
    ],
)
async def test_settings_that_are_none(world: World, admin: int, setting: Setting, value: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        await world.do(choose_setting, ChooseSetting(school(world), setting, value), admin)
    assert refused.value.code == code


async def test_deviations_wait_for_their_preset(world: World, admin: int) -> None:
    await change(world, admin, Field.BINDING, "no")
    for which, marks in (("sgo", None), ("moscow-region", False)):
        lived = await world.do(choose_setting, ChooseSetting(school(world), Setting.PRESET, which), admin)
        found = [rule.binding for rule in lived.lived.rows if rule.id == MARKS]
        assert found == ([] if marks is None else [marks])


async def test_another_schools_regulation_stays(world: World, admin: int) -> None:
    first = school(world)
    await world.found()
    await world.do(change_row, ChangeRow(first, MARKS, Field.BINDING, "no"), admin)
    texts = dict(await world.rows(select(SchoolRow.id, SchoolRow.deviations)))
    assert texts[first]
    assert texts[world.school] == ""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE regulation_override SET value = 'no'",
        "DELETE FROM regulation_override",
        "INSERT OR REPLACE INTO regulation_override SELECT * FROM regulation_override",
    ],
)
async def test_history_is_never_rewritten(world: World, admin: int, statement: str) -> None:
    await change(world, admin, Field.DUE, WEEK_LATER)
    file = world.engines.writer.sync_engine.url.database or ""
    with closing(sqlite3.connect(file)) as db, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(statement)


async def test_hours_of_publication_are_taken_back(world: World, admin: int) -> None:
    for value, opens in (("16:30-19:00", time(16, 30)), ("none", None)):
        lived = await world.do(choose_setting, ChooseSetting(school(world), Setting.PUBLICATION, value), admin)
        assert await world.rows(select(SchoolRow.publication_opens)) == [(opens,)]
        assert (lived.school.publication is None) is (opens is None)
