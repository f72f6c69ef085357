"""What a text leaves to the school's order is a duty once the school says until when (REG-1) [004 §2]."""

from datetime import date

import pytest

from core.model.duty import Duty, SubjectKind
from core.model.ids import SchoolId
from core.model.overlay import Field, Override
from core.model.school import Preset
from core.regulation.overlay import checked, deviations_text
from core.storage.rows import SchoolEventRow
from core.usecases.duty_list import DutiesAt, duties_at
from tests.regulation.journal import Journal, write
from tests.regulation.journal_lessons import at
from tests.world import MOSCOW, World


@pytest.fixture
async def journal(world: World) -> Journal:
    """The written journal."""
    return await write(world)


async def ordered(journal: Journal, which: Preset, instant: str, *said: tuple[str, Field, str]) -> list[Duty]:
    """The duties at an instant of a school that lives by a preset with deviations."""
    found = [Override(f"{which.value}.{row}", field, value) for row, field, value in said]
    for each in found:
        assert checked(which, each.target, each.field, each.value) == each.value
    await journal.world.change_school(preset=which, deviations=deviations_text(found))
    return list(await journal.world.see(duties_at, DutiesAt(SchoolId(journal.world.school), at(instant))))


def of(duties: list[Duty], *rows: str) -> list[tuple[str, str, str]]:
    """Rows, ends and states of the duties of some rows; all have somebody who holds them."""
    found = [duty for duty in duties if duty.rule.id.partition(".")[2] in rows]
    assert all(duty.holders for duty in found)
    return [(duty.rule.id, f"{duty.due_at.astimezone(MOSCOW):%d.%m %H:%M}", duty.state.value) for duty in found]


AFTER = ("period-marks-order", Field.DUE, "days-after-period-end days=3")


async def test_period_marks_by_order(journal: Journal) -> None:
    without = ("period-marks", Field.ACTIVE, "no")
    for instant, state in (("28.10 23:59", "open"), ("29.10 00:01", "overdue")):
        found = await ordered(journal, Preset.SGO, instant, AFTER, without)
        music = [duty for duty in found if duty.subject.group == journal.groups["7Б Музыка"]]
        assert of(music, "period-marks-order", "period-marks") == [("sgo.period-marks-order", "29.10 00:00", state)]


async def test_of_two_terms_for_period_marks_the_earlier_binds(journal: Journal) -> None:
    """REG-7; a recommended one never does."""
    found = await ordered(journal, Preset.SGO, "27.10 12:00", AFTER)
    music = [duty for duty in found if duty.subject.group == journal.groups["7Б Музыка"]]
    assert of(music, AFTER[0], "period-marks") == [("sgo.period-marks", "24.10 00:00", "overdue")]
    found = await ordered(journal, Preset.SGO, "27.10 12:00", AFTER, ("period-marks", Field.BINDING, "no"))
    music = [duty for duty in found if duty.subject.group == journal.groups["7Б Музыка"]]
    assert of(music, AFTER[0], "period-marks") == [("sgo.period-marks-order", "29.10 00:00", "open")]


async def test_year_and_examination_marks_by_order(journal: Journal) -> None:
    await journal.world.insert(
        SchoolEventRow,
        school_id=journal.world.school,
        name="Экзамен",
        kind="exam",
        day=date(2027, 5, 20),
        klass_id=journal.klasses["7Б"].id,
        entered_at=at("01.03 10:00"),
    )
    said = (
        ("year-marks", Field.DUE, "fixed-date month=5 day=25"),
        ("exam-marks", Field.DUE, "days-after-event days=2 event=exam"),
    )
    found = await ordered(journal, Preset.SGO, "26.05 00:01", *said)
    algebra = [duty for duty in found if duty.subject.group in (None, journal.groups["7Б Алгебра"])]
    assert of(algebra, "year-marks", "exam-marks") == [
        ("sgo.exam-marks", "23.05 00:00", "overdue"),
        ("sgo.year-marks", "26.05 00:00", "overdue"),
    ]


async def test_papers_by_order_and_constant_tasks_with_a_term(journal: Journal) -> None:
    found = await ordered(
        journal,
        Preset.ANTSIR,
        "22.10 12:00",
        ("appointment", Field.DUE, "fixed-date month=9 day=10"),
        ("control-periodic", Field.DUE, "monthly"),
        ("staff-access", Field.DUE, "working-days-after-event days=3 event=data-entered"),
    )
    assert of(found, "appointment") == [("antsir.appointment", "11.09 00:00", "overdue")]
    assert [due for _, due, _ in of(found, "control-periodic")] == ["01.10 00:00", "01.11 00:00"]
    access = [duty for duty in found if duty.rule.id == "antsir.staff-access"]
    assert {duty.subject.kind for duty in access} == {SubjectKind.PERSON}
    assert {duty.subject.person for duty in access} == set(await _staff(journal))


async def _staff(journal: Journal) -> list[int]:
    names = ("Алгебров", "Англицкая", "Заменов", "Первова", "Седова", "Десятова", "Завучева", "Директоров", "Админов")
    return [journal.people[name] for name in names]
