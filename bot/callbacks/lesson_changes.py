"""Buttons of changes: the school's day, a class, an absent teacher, a lesson with what can be changed about it."""

from bot.callbacks import DayNumber, Id, Press, Small


class ChangesPress(Press, prefix="l"):
    """The changes of a school's day; today where none is named."""

    school: Id
    day: DayNumber | None = None


class ChangeKlassesPress(Press, prefix="lk"):
    """Choose a class."""

    school: Id
    day: DayNumber
    page: Small = 0


class KlassDayPress(Press, prefix="lkd"):
    """The lessons of a class on a day."""

    klass: Id
    day: DayNumber


class ChangeTeachersPress(Press, prefix="lt"):
    """Choose the teacher who is away."""

    school: Id
    day: DayNumber
    page: Small = 0


class AwayDayPress(Press, prefix="ltd"):
    """The lessons of a teacher who is away, with substitutes."""

    school: Id
    teacher: Id
    day: DayNumber


class AwayPress(Press, prefix="lts"):
    """A substitute for a lesson, chosen on the absent teacher's day."""

    lesson: Id
    teacher: Id
    sure: bool = False


class ChangePress(Press, prefix="ll"):
    """A lesson with what can be changed about it; `leave` stops waiting for a typed room."""

    lesson: Id
    leave: bool = False


class SubstitutesPress(Press, prefix="ls"):
    """Who could give a lesson."""

    lesson: Id
    page: Small = 0


class SubstitutePress(Press, prefix="lss"):
    """This substitute, or the lesson's own teacher again where none is named."""

    lesson: Id
    teacher: Id | None = None
    sure: bool = False


class CancelPress(Press, prefix="lx"):
    """The lesson does not take place; asked once more before."""

    lesson: Id
    sure: bool = False


class ReturnPress(Press, prefix="lr"):
    """The lesson takes place after all."""

    lesson: Id
    sure: bool = False


class MoveDaysPress(Press, prefix="lm"):
    """Choose a day to move to."""

    lesson: Id


class MoveNumbersPress(Press, prefix="lmn"):
    """Choose a lesson number of that day."""

    lesson: Id
    day: DayNumber


class MovePress(Press, prefix="lmm"):
    """Move to this place."""

    lesson: Id
    day: DayNumber
    number: Small
    sure: bool = False


class RoomsPress(Press, prefix="lo"):
    """Choose a room, or type one."""

    lesson: Id
    page: Small = 0


class RoomPress(Press, prefix="lor"):
    """This room."""

    lesson: Id
    room: Id
    sure: bool = False


class SubstitutionPress(Press, prefix="lc"):
    """The card of a substituted lesson."""

    lesson: Id
