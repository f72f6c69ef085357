"""`python -m tests.whole.moved_clock run`: the program as it is, on a machine whose clock stands otherwise.

The file named by CLOCK_FILE says by how many seconds; it may change while the program runs.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.model.clock import SystemClock

FILE = Path(os.environ.get("CLOCK_FILE", "clock"))


def _now(_clock: SystemClock) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=float(FILE.read_text() or 0))  # noqa: TID251 - this is a clock


if __name__ == "__main__":
    SystemClock.now = _now  # type: ignore[method-assign,assignment]
    from bot.__main__ import main

    sys.exit(main())
