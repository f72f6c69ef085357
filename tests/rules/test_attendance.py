"""The cycle of presence."""

from core.model.attendance import Presence
from core.rules.attendance import next_presence


def test_taps_go_through_every_state_and_back() -> None:
    """JRN-2: present → н → б → у → о → present."""
    seen, presence = [], Presence.PRESENT
    for _ in Presence:
        presence = next_presence(presence)
        seen.append(presence)
    assert seen == [Presence.ABSENT, Presence.ILL, Presence.EXCUSED, Presence.LATE, Presence.PRESENT]
