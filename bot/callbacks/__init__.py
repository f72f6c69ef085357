"""Every button's data: a short prefix and ids, nothing else. Authorised again at each press (ACC-3).

One module per screen family; a prefix is used once in the whole bot.
"""

from datetime import date
from typing import Annotated, Any, Self

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from core.model.ids import ID_LIMIT

Id = Annotated[int, Field(ge=1, le=ID_LIMIT)]
# The lesson that a screen was opened from, to lead back there; 0 when it was opened from elsewhere.
LessonOrNone = Annotated[int, Field(ge=0, le=ID_LIMIT)]
# Days travel as ordinals: seven characters at the most, no separators.
DayNumber = Annotated[int, Field(ge=date(2000, 1, 1).toordinal(), le=date(2100, 1, 1).toordinal())]
# Before a button's data: the message stays as it is, what the button opens comes below it.
BELOW = "+"
Small = Annotated[int, Field(ge=0, le=9999)]


class Press(CallbackData, prefix="-"):
    """A button's data. Anything that is not its one canonical form is refused: «01», «+1» and «1.0» are not 1."""

    @classmethod
    def read(cls, raw: str) -> Self:
        """Give the press packed in `raw`. Raises ValueError for anything but the canonical form."""
        try:
            press = cls.unpack(raw)
        except (TypeError, ValueError) as error:
            raise ValueError("not a button of ours") from error
        if press.pack() != raw:
            raise ValueError("not canonical")
        return press


def number_of(day: date) -> int:
    """Give the number under which a day travels in buttons."""
    return day.toordinal()


def day_of(number: int) -> date:
    """Give the day of a number."""
    return date.fromordinal(number)


def prefix_of(kind: type[Press]) -> str:
    """Give the prefix of a kind of press."""
    prefix: Any = kind.__prefix__
    return str(prefix)
