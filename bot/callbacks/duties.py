"""Buttons of duties: one's own list, a duty's card, «сделано», pardons.

A duty travels as the number of its row and the four numbers of its subject (`core.rules.duty_numbers`).
"""

from typing import Annotated

from pydantic import Field

from bot.callbacks import DayNumber, Id, Press, Small
from bot.callbacks.regulation import RowNumber
from core.model.board import BoardSpan
from core.model.ids import ID_LIMIT
from core.model.own_duties import Deal

Place = Annotated[int, Field(ge=0, le=99)]
Number = Annotated[int, Field(ge=0, le=ID_LIMIT)]


BoardPlace = Annotated[int, Field(ge=0, le=2 * len(BoardSpan))]
"""From where on the board a card was opened: 0 from elsewhere (`bot.widgets.duty_buttons`)."""


class MyDutiesPress(Press, prefix="da"):
    """What I owe, page by page."""

    page: Small = 0


class DutyPress(Press, prefix="db"):
    """A duty's card; `leave` stops waiting for what was to be typed."""

    row: RowNumber
    kind: Place
    number: Number
    cycle: Place
    at: Number
    leave: bool = False
    board: BoardPlace = 0


class DonePress(Press, prefix="dc"):
    """It is done; or not after all."""

    row: RowNumber
    kind: Place
    number: Number
    cycle: Place
    at: Number
    done: bool = True


class PardonPress(Press, prefix="de"):
    """Choose why a duty is pardoned."""

    row: RowNumber
    kind: Place
    number: Number
    cycle: Place
    at: Number
    board: BoardPlace = 0


class DealPress(Press, prefix="df"):
    """For this reason; choose until when."""

    row: RowNumber
    kind: Place
    number: Number
    cycle: Place
    at: Number
    deal: Deal


class PardonUntilPress(Press, prefix="dg"):
    """Pardon, for this reason, until the end of this day."""

    row: RowNumber
    kind: Place
    number: Number
    cycle: Place
    at: Number
    deal: Deal
    day: DayNumber


class PardonsPress(Press, prefix="di"):
    """The pardons of a school that hold, page by page."""

    school: Id
    page: Small = 0


class EndGivenPress(Press, prefix="dj"):
    """End a pardon of the list; `sure` once it was asked."""

    school: Id
    pardon: Id
    sure: bool = False


class EndPardonPress(Press, prefix="dh"):
    """The pardon is over."""

    row: RowNumber
    kind: Place
    number: Number
    cycle: Place
    at: Number
