"""Buttons of a class's group chats."""

from bot.callbacks import Id, Press


class KlassChatsPress(Press, prefix="ig"):
    """The groups of a class."""

    klass: Id


class GroupCodePress(Press, prefix="igc"):
    """A code that binds a group to the class."""

    klass: Id


class BindGroupPress(Press, prefix="igb"):
    """Bind the group in which the code was given."""

    group: Id


class ReleaseGroupPress(Press, prefix="igr"):
    """End it, and leave the group; asked once more before."""

    group: Id
    sure: bool = False
