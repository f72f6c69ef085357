"""The alarm clock: it rings, and knows nothing. Due times are rows; whoever is rung looks at them (C1–C5)."""

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler


class Ticker:
    """Calls each bell every so many seconds of real time."""

    def __init__(self, bells: Mapping[Callable[[], None], float]) -> None:
        """Take the bells with their intervals in seconds."""
        # A run that comes late must not be dropped (the default grace is one second), nor made up for twice.
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._scheduler = AsyncIOScheduler(timezone=ZoneInfo("UTC"), job_defaults=defaults)
        for bell, seconds in bells.items():
            self._scheduler.add_job(bell, "interval", seconds=seconds)

    def start(self) -> None:
        """Begin to ring."""
        self._scheduler.start()

    def stop(self) -> None:
        """Ring no more."""
        self._scheduler.shutdown(wait=False)
