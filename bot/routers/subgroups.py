"""Subgroups of a class: looked at, moved about, saved (CLS-4)."""

from bot.callbacks import day_of
from bot.callbacks.subgroups import (
    DividedKlassesPress,
    DivisionPress,
    DivisionsPress,
    DropMovesPress,
    MoveDaysPress,
    MoveFromPress,
    MovePupilPress,
    SaveMovesPress,
)
from bot.desk import Answer, Desk
from bot.screens import subgroups as screens
from bot.turn import Turn
from core.model.ids import GroupId, KlassId, PersonId, SchoolId
from core.usecases import subgroups
from core.usecases.subgroups import OpenDivision

desk = Desk()


@desk.press(DividedKlassesPress)
async def klasses(turn: Turn, press: DividedKlassesPress) -> Answer:
    """Show the divided classes."""
    school = SchoolId(press.school)
    found = await turn.read(subgroups.list_divided_klasses, subgroups.ListDividedKlasses(school))
    return screens.klasses(school, found, press.page, turn.tr)


@desk.press(DivisionsPress)
async def divisions(turn: Turn, press: DivisionsPress) -> Answer:
    """Show the subjects a class is divided for."""
    found = await turn.read(subgroups.list_divisions, subgroups.ListDivisions(KlassId(press.klass)))
    return screens.divisions(found, turn.tr)


@desk.press(DivisionPress)
async def division(turn: Turn, press: DivisionPress) -> Answer:
    """Show a division."""
    draft = await turn.read(subgroups.open_division, OpenDivision(GroupId(press.group)))
    return screens.division(draft, turn.tr)


@desk.press(MovePupilPress)
async def move(turn: Turn, press: MovePupilPress) -> Answer:
    """Move a student to the next subgroup, in the draft."""
    command = subgroups.MovePupil(GroupId(press.group), PersonId(press.student))
    draft = await turn.change(subgroups.move_pupil, command)
    return screens.division(draft, turn.tr)


@desk.press(MoveDaysPress)
async def days(turn: Turn, press: MoveDaysPress) -> Answer:
    """Offer the days from which the moves may hold."""
    draft = await turn.read(subgroups.open_division, OpenDivision(GroupId(press.group)))
    return screens.days(draft, day_of(press.month), turn.tr)


@desk.press(MoveFromPress)
async def move_from(turn: Turn, press: MoveFromPress) -> Answer:
    """Let the moves hold from a day on, in the draft."""
    command = subgroups.MoveFrom(GroupId(press.group), day_of(press.day))
    draft = await turn.change(subgroups.move_from, command)
    return screens.division(draft, turn.tr)


@desk.press(SaveMovesPress)
async def save(turn: Turn, press: SaveMovesPress) -> Answer:
    """Save the moves."""
    draft = await turn.change(subgroups.save_moves, OpenDivision(GroupId(press.group)))
    return screens.division(draft, turn.tr, toast=turn.tr.plain("subgroup-saved"))


@desk.press(DropMovesPress)
async def drop(turn: Turn, press: DropMovesPress) -> Answer:
    """Forget the moves."""
    draft = await turn.change(subgroups.drop_moves, OpenDivision(GroupId(press.group)))
    return screens.division(draft, turn.tr)
