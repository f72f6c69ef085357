"""The process that reads one workbook within limits and prints what it read; started by `read_workbook` only."""

import gc
import resource
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

MEMORY_LIMIT = 512 * 2**20
SECONDS_LIMIT = 10
OPEN_FILES_LIMIT = 32
_NEEDLESS = ("numpy", "PIL", "lxml", "pandas")


def main() -> int:
    """Read the file of the first argument, as what the second one says; print lines of JSON; give the exit code."""
    # openpyxl would load them if they are there: a third of a second and two hundred megabytes for nothing.
    absent: dict[str, Any] = dict.fromkeys(_NEEDLESS)
    sys.modules.update(absent)
    # The process is short, its memory limited: looking for cycles among a million cells takes a third of its time.
    gc.disable()
    _limit()
    from core.intake import plan_reading, reading, wire  # only after the limits stand
    from core.model.workbook import IntakeRefused

    out = sys.stdout
    try:
        read = plan_reading.read_plan_here if wire.PLAN in sys.argv[2:] else reading.read_here
        book = read(Path(sys.argv[1]))
        out.writelines(line + "\n" for line in wire.pack(book))
    except IntakeRefused as refusal:
        out.write(wire.pack_refusal(refusal) + "\n")
    except (MemoryError, RecursionError):
        out.write(wire.pack_refusal(IntakeRefused("file-too-heavy")) + "\n")
    out.flush()
    return 0


def _limit() -> None:
    limits = {
        resource.RLIMIT_AS: MEMORY_LIMIT,
        resource.RLIMIT_CPU: SECONDS_LIMIT,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES_LIMIT,
        resource.RLIMIT_CORE: 0,
    }
    for name, limit in limits.items():
        with suppress(ValueError, OSError):  # some systems know a limit by name only
            resource.setrlimit(name, (limit, limit))


if __name__ == "__main__":
    sys.exit(main())
