"""The monthly check of a class's data, and the errors it brings (CLS-7)."""

from bot.callbacks import day_of
from bot.callbacks.data_check import (
    DataCheckPress,
    DataDonePress,
    DataFaultPress,
    DataFaultsPress,
    DataNowPress,
    DataRightPress,
    SettleFaultPress,
)
from bot.desk import Answer, Desk
from bot.screens import data_check as screens
from bot.turn import Form, Turn, Typed
from core.model.data_check import DataFaultId
from core.model.errors import Refusal, Stale
from core.model.ids import KlassId, PersonId, SchoolId
from core.usecases import data_check
from core.usecases.data_check import CheckPupil, OpenCheck

desk = Desk()


@desk.press(DataNowPress)
async def this_month(turn: Turn, press: DataNowPress) -> Answer:
    """Show this month's check where it stands."""
    found = await turn.read(data_check.open_check, OpenCheck(KlassId(press.klass)))
    return screens.check(found, turn.tr)


@desk.press(DataCheckPress)
async def check(turn: Turn, press: DataCheckPress) -> Answer:
    """Show a month's check where it stands."""
    found = await turn.read(data_check.open_check, OpenCheck(KlassId(press.klass), day_of(press.day)))
    await turn.forget()
    return screens.check(found, turn.tr)


@desk.press(DataRightPress)
async def right(turn: Turn, press: DataRightPress) -> Answer:
    """Note that a student's data are right."""
    command = CheckPupil(KlassId(press.klass), day_of(press.day), PersonId(press.student))
    found = await turn.change(data_check.check_pupil, command)
    return screens.check(found, turn.tr)


@desk.press(DataFaultPress)
async def fault(turn: Turn, press: DataFaultPress) -> Answer:
    """Ask what is wrong."""
    found = await turn.read(data_check.open_check, OpenCheck(KlassId(press.klass), day_of(press.day)))
    if press.student not in {card.student for card in found.cards}:
        raise Stale
    await turn.expect("data-fault", klass=press.klass, day=press.day, student=press.student)
    return screens.ask_fault(found, PersonId(press.student), turn.tr)


@desk.form("data-fault")
async def typed_fault(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Pass on what is wrong."""
    if not typed.text.strip():
        raise Refusal("text-empty")
    klass, student = KlassId(form.data["klass"]), PersonId(form.data["student"])
    command = CheckPupil(klass, day_of(form.data["day"]), student, typed.text)
    found = await turn.change(data_check.check_pupil, command)
    await turn.forget()
    return screens.check(found, turn.tr, toast=turn.tr.plain("data-fault-told"))


@desk.press(DataDonePress)
async def done(turn: Turn, press: DataDonePress) -> Answer:
    """End the check."""
    command = OpenCheck(KlassId(press.klass), day_of(press.day))
    found = await turn.change(data_check.close_check, command)
    return screens.check(found, turn.tr)


@desk.press(DataFaultsPress)
async def faults(turn: Turn, press: DataFaultsPress) -> Answer:
    """Show the errors that wait."""
    found = await turn.read(data_check.list_faults, data_check.ListFaults(SchoolId(press.school)))
    return screens.faults(found, press.page, turn.tr)


@desk.press(SettleFaultPress)
async def settle(turn: Turn, press: SettleFaultPress) -> Answer:
    """Note that an error is put right."""
    command = data_check.SettleFault(DataFaultId(press.fault))
    found = await turn.change(data_check.settle_fault, command)
    return screens.faults(found, 0, turn.tr, toast=turn.tr.plain("data-settled"))
