"""The board of duties and what it leads to (CTL-1)."""

from bot.callbacks.board import (
    BoardKlassPress,
    BoardPress,
    BoardRulePress,
    BoardTeacherPress,
    KlassDutiesPress,
    TeacherDutiesPress,
)
from bot.desk import Answer, Desk
from bot.screens import board as screens
from bot.turn import Turn
from core.model.ids import KlassId, PersonId, SchoolId
from core.usecases.board import (
    ShowBoard,
    ShowKlassBoard,
    ShowKlassDuties,
    ShowRuleBoard,
    ShowTeacherBoard,
    ShowTeacherDuties,
    show_board,
    show_klass_board,
    show_klass_duties,
    show_rule_board,
    show_teacher_board,
    show_teacher_duties,
)

desk = Desk()


@desk.press(BoardPress)
async def school_board(turn: Turn, press: BoardPress) -> Answer:
    """Show the board of a school."""
    value = await turn.read(show_board, ShowBoard(SchoolId(press.school), press.span, press.by, press.of))
    return screens.board(value, press.page, turn.tr)


@desk.press(BoardTeacherPress)
async def teacher_board(turn: Turn, press: BoardTeacherPress) -> Answer:
    """Show a teacher's duties by rule."""
    if press.leave:
        await turn.forget()
    value = await turn.read(show_teacher_board, ShowTeacherBoard(PersonId(press.teacher), press.span, press.of))
    return screens.part(value, press.page, turn.tr)


@desk.press(BoardKlassPress)
async def klass_board(turn: Turn, press: BoardKlassPress) -> Answer:
    """Show a class's duties by rule."""
    value = await turn.read(show_klass_board, ShowKlassBoard(KlassId(press.klass), press.span, press.of))
    return screens.part(value, press.page, turn.tr)


@desk.press(BoardRulePress)
async def rule_board(turn: Turn, press: BoardRulePress) -> Answer:
    """Show a rule's duties by teacher."""
    value = await turn.read(show_rule_board, ShowRuleBoard(SchoolId(press.school), press.rule, press.span))
    return screens.part(value, press.page, turn.tr)


@desk.press(TeacherDutiesPress)
async def teacher_duties(turn: Turn, press: TeacherDutiesPress) -> Answer:
    """Show a teacher's duties by one rule."""
    command = ShowTeacherDuties(PersonId(press.teacher), press.rule, press.span)
    return screens.duties(await turn.read(show_teacher_duties, command), press.page, turn.tr)


@desk.press(KlassDutiesPress)
async def klass_duties(turn: Turn, press: KlassDutiesPress) -> Answer:
    """Show a class's duties by one rule."""
    command = ShowKlassDuties(KlassId(press.klass), press.rule, press.span)
    return screens.duties(await turn.read(show_klass_duties, command), press.page, turn.tr)
