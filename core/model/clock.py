"""The only place where the program asks what time it is."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is: the machine's in life, a movable one in the sandbox and in tests."""

    def now(self) -> datetime:
        """Give the present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Give the present instant, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the clock
