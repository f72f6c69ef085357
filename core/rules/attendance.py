"""The one tap that goes through all states of presence (JRN-2)."""

from core.model.attendance import Presence

_CYCLE = (Presence.PRESENT, Presence.ABSENT, Presence.ILL, Presence.EXCUSED, Presence.LATE)


def next_presence(presence: Presence) -> Presence:
    """Give what a tap turns a presence into: present → н → б → у → о → present."""
    return _CYCLE[(_CYCLE.index(presence) + 1) % len(_CYCLE)]
