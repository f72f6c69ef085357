"""Buttons of families that no letter reaches (NTF-9)."""

from bot.callbacks import Id, Press, Small


class UnreachedPress(Press, prefix="ra"):
    """The families of a class that aren't reached."""

    klass: Id
    page: Small = 0


class FamilyReachPress(Press, prefix="rb"):
    """One family: why, since when, what to do."""

    student: Id


class ReachStepPress(Press, prefix="rc"):
    """Record that a family was called, or got this week on paper."""

    student: Id
    paper: bool = False


class SchoolReachPress(Press, prefix="rd"):
    """Families that aren't reached, by class."""

    school: Id
    page: Small = 0


class PaperPress(Press, prefix="re"):
    """Who of a class gets this week on paper."""

    klass: Id
