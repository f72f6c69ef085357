"""Buttons of events: what lies ahead, one event, and the draft of one; a draft is told from others by its number."""

from typing import Annotated

from pydantic import Field

from bot.callbacks import DayNumber, Id, Press, Small
from core.model.ids import ID_LIMIT
from core.model.school_event import EventField

KlassOrNone = Annotated[int, Field(ge=0, le=ID_LIMIT)]
Grade = Annotated[int, Field(ge=1, le=11)]


class EventsPress(Press, prefix="i"):
    """The events ahead of a school, or of a class, which names its school by itself."""

    school: KlassOrNone = 0
    klass: KlassOrNone = 0
    page: Small = 0


class ChildEventsPress(Press, prefix="ic"):
    """The events ahead of a child."""

    child: Id


class EventPress(Press, prefix="io"):
    """One event."""

    event: Id


class NewEventPress(Press, prefix="in"):
    """A new event: a month to pick its day from, this one where none is named."""

    school: Id
    klass: KlassOrNone = 0
    month: DayNumber | None = None


class NewEventDayPress(Press, prefix="ind"):
    """A new event on this day."""

    school: Id
    day: DayNumber
    klass: KlassOrNone = 0


class ChangeEventPress(Press, prefix="ie"):
    """Change an event."""

    event: Id


class CancelEventPress(Press, prefix="ix"):
    """Cancel an event; asked once more before."""

    event: Id
    sure: bool = False


class DraftPress(Press, prefix="id"):
    """The draft as it stands."""

    draft: Id


class DraftFieldPress(Press, prefix="if"):
    """Type a part of the event; `clear`: leave it empty."""

    draft: Id
    field: EventField
    clear: bool = False


class DraftMonthPress(Press, prefix="im"):
    """A month to pick the first or the last day from."""

    draft: Id
    month: DayNumber
    last: bool = False


class DraftDayPress(Press, prefix="imd"):
    """This first or last day."""

    draft: Id
    day: DayNumber
    last: bool = False


class DraftWhomPress(Press, prefix="iw"):
    """Choose for whom it is."""

    draft: Id
    page: Small = 0


class DraftSchoolPress(Press, prefix="iws"):
    """For the whole school."""

    draft: Id


class DraftGradePress(Press, prefix="iwg"):
    """With or without this grade."""

    draft: Id
    grade: Grade


class DraftKlassPress(Press, prefix="iwk"):
    """For this class."""

    draft: Id
    klass: Id


class DraftSavePress(Press, prefix="iv"):
    """Enter it, and tell."""

    draft: Id


class DraftDropPress(Press, prefix="iq"):
    """Leave it."""

    draft: Id
