"""Buttons of what a person chooses of being told (NTF-3)."""

from typing import Annotated

from pydantic import Field

from bot.callbacks import Id, Press
from core.model.preferences import Telling, Topic

Hour = Annotated[int, Field(ge=0, le=23)]


class NotificationsPress(Press, prefix="un"):
    """What can be chosen: children, quiet hours, the digest's hour."""


class TopicsPress(Press, prefix="ut"):
    """How one is told of a child."""

    child: Id


class TopicPress(Press, prefix="uc"):
    """How one is told of one topic."""

    child: Id
    about: Topic


class TellingPress(Press, prefix="us"):
    """Be told of a topic like this."""

    child: Id
    about: Topic
    telling: Telling


class CopyTellingsPress(Press, prefix="uk"):
    """Be told of one's other children in the same way."""

    child: Id


class QuietPress(Press, prefix="uq"):
    """The quiet hours."""


class SetQuietPress(Press, prefix="uw"):
    """These are the quiet hours."""

    begins: Hour
    ends: Hour


class NoQuietPress(Press, prefix="ux"):
    """No quiet hours."""


class DigestPress(Press, prefix="ud"):
    """The hour of the evening's digest."""


class SetDigestPress(Press, prefix="ue"):
    """The digest comes at this hour."""

    hour: Hour
