"""A document on an absence gives the class teacher two working days [002 VIII]."""

from datetime import timedelta

import pytest

from core.model.absence_note import AbsenceReason
from core.model.duty import DutyState
from core.model.ids import AbsenceNoteId, SchoolId
from core.model.school import Preset
from core.usecases.absence_answers import AcceptNote, RefuseNote, SetReason, accept_note, refuse_note, set_reason
from core.usecases.absence_notes import AddPapers, ChangeLast, OpenNote, add_papers, change_last, withdraw_note
from core.usecases.duty_list import DutiesAt, duties_at
from tests.usecases.absences import DAY, PAPER, Family, family
from tests.world import TODAY, World, local

ROW = "antsir.absence-reasons"


@pytest.fixture
async def home(world: World) -> Family:
    """A school that follows 002; today is a Thursday."""
    built = await family(world)
    await world.change_school(preset=Preset.ANTSIR)
    return built


async def _duties(home: Family) -> list[DutyState]:
    found = await home.world.see(duties_at, DutiesAt(SchoolId(home.world.school)))
    return [duty.state for duty in found if duty.rule.id == ROW]


async def _with_paper(home: Family) -> AbsenceNoteId:
    return (await home.say(home.mother, files=(PAPER,))).note.id


async def test_a_word_without_a_document_opens_nothing(home: Family) -> None:
    await home.say(home.mother)
    assert await _duties(home) == []


async def test_a_document_is_due_on_the_second_working_day(home: Family) -> None:
    await _with_paper(home)
    found = await home.world.see(duties_at, DutiesAt(SchoolId(home.world.school)))
    (duty,) = [duty for duty in found if duty.rule.id == ROW]
    # Thursday, then Friday and Monday to its end.
    assert duty.due_at == local(TODAY + 5 * DAY, 0)
    assert (duty.holders, duty.state) == ((home.leader,), DutyState.OPEN)
    home.world.clock.instant = duty.due_at + timedelta(seconds=1)
    assert await _duties(home) == [DutyState.OVERDUE]


async def test_a_document_that_comes_later_counts_from_its_day(home: Family) -> None:
    note = (await home.say(home.mother)).note.id
    home.world.clock.shift(days=4)
    await home.world.do(add_papers, AddPapers(note, (PAPER,)), home.mother)
    assert await _duties(home) == [DutyState.OPEN]


async def test_accepting_is_the_doing(home: Family) -> None:
    note = await _with_paper(home)
    await home.world.do(accept_note, AcceptNote(note), home.teacher)
    assert await _duties(home) == [DutyState.DONE]


async def test_refusing_is_too(home: Family) -> None:
    note = await _with_paper(home)
    await home.world.do(refuse_note, RefuseNote(note, "Справка чужая"), home.teacher)
    assert await _duties(home) == [DutyState.DONE]


async def test_and_setting_the_reasons_oneself(home: Family) -> None:
    await _with_paper(home)
    await home.world.do(set_reason, SetReason(home.child, TODAY, TODAY, AbsenceReason.DOCTOR), home.teacher)
    assert await _duties(home) == [DutyState.DONE]


async def test_what_the_family_took_back_is_owed_no_more(home: Family) -> None:
    note = await _with_paper(home)
    await home.world.do(withdraw_note, OpenNote(note), home.mother)
    assert await _duties(home) == [DutyState.DONE]


async def test_a_prolonged_note_has_its_term_from_then_on(home: Family) -> None:
    note = await _with_paper(home)
    await home.world.do(accept_note, AcceptNote(note), home.teacher)
    home.world.clock.shift(days=7)
    await home.world.do(change_last, ChangeLast(note, TODAY + 9 * DAY), home.mother)
    assert await _duties(home) == [DutyState.OPEN]


async def test_another_regulation_does_not_ask(home: Family) -> None:
    await _with_paper(home)
    await home.world.change_school(preset=Preset.MOSCOW_REGION)
    assert await _duties(home) == []
