"""Buttons of thematic plans: a group's plan, its topics, its file, the week ahead."""

from bot.callbacks import DayNumber, Id, Press, Small


class PlansPress(Press, prefix="lpk"):
    """The plans of a class."""

    klass: Id


class PlanPress(Press, prefix="lp"):
    """A group's plan; the page with what comes next where none is named. `leave` stops waiting for text or file.

    `lesson` is the one from which it was opened: its topic is shown, and the way back leads to it.
    """

    group: Id
    page: Small | None = None
    leave: bool = False
    lesson: Id | None = None


class PlanTopicPress(Press, prefix="lpt"):
    """One topic."""

    group: Id
    topic: Id
    leave: bool = False


class AddTopicPress(Press, prefix="lpa"):
    """Type one topic more."""

    group: Id


class EditTopicPress(Press, prefix="lpe"):
    """Type another text."""

    group: Id
    topic: Id


class TopicHoursPress(Press, prefix="lph"):
    """So many hours."""

    group: Id
    topic: Id
    hours: Small


class MoveTopicPress(Press, prefix="lpm"):
    """Change places with the neighbour."""

    group: Id
    topic: Id
    up: bool


class DeleteTopicPress(Press, prefix="lpd"):
    """Delete it; asked once more before."""

    group: Id
    topic: Id
    sure: bool = False


class PlanFilePress(Press, prefix="lpf"):
    """How to send a plan as a file."""

    group: Id


class LoadPlanPress(Press, prefix="lpl"):
    """Load the file just looked through, known by the beginning of its digest."""

    digest: Id


class PlanWeekPress(Press, prefix="lpw"):
    """Write the plan's topics into the lessons of a week, by its Monday."""

    group: Id
    monday: DayNumber


class OwnPlanPress(Press, prefix="lpo"):
    """A plan of the group's own, copied from its class's or grade's."""

    group: Id
