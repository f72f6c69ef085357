"""The way into this room: a workbook file is read in a process of its own, which may be killed without harm."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path

import core
from core.intake.package import check_size
from core.intake.wire import PLAN, Unpacker
from core.model.workbook import IntakeRefused, Workbook

SECONDS_LIMIT = 30
_LINE_LIMIT = 8 * 2**20
_KILLED_BY_LIMIT = frozenset({-9, -24})


async def read_plan(path: Path) -> Workbook:
    """Read the thematic plan of one group at `path` (JRN-12): a workbook of nothing but `plans`, and its problems.

    Under the same limits, raises the same, as `read_workbook`.
    """
    return await _read(path, PLAN)


async def read_workbook(path: Path) -> Workbook:
    """Read and check the workbook at `path` (ADM-1); its problems are in `Workbook.problems`.

    The child process gets 512 MB, ten seconds of processor time and thirty in all, no secrets and no right to write.
    Raises IntakeRefused for a file that is not a harmless XLSX workbook of a sane size.
    """
    return await _read(path)


async def _read(path: Path, *what: str) -> Workbook:
    check_size(path)
    child = await asyncio.create_subprocess_exec(
        *_command(path), *what, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, env=_environment(), limit=_LINE_LIMIT
    )
    unpacker = Unpacker()
    try:
        async with asyncio.timeout(SECONDS_LIMIT):
            await _receive(child, unpacker)
            code = await child.wait()
    except TimeoutError:
        raise IntakeRefused("file-too-slow") from None
    finally:
        await _end(child)
    if not unpacker.complete:
        raise IntakeRefused("file-too-slow" if code in _KILLED_BY_LIMIT else "file-damaged")
    return unpacker.workbook()


def _command(path: Path) -> tuple[str, ...]:
    return sys.executable, "-P", "-s", "-m", "core.intake.child", str(path.resolve())


def _environment() -> dict[str, str]:
    """Give the child where our code is, and nothing of what we know (tokens, addresses)."""
    source = str(Path(core.__file__).parent.parent)
    return {"PYTHONPATH": source, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


async def _receive(child: Process, unpacker: Unpacker) -> None:
    if child.stdout is None:
        return
    while line := await child.stdout.readline():
        unpacker.take(line)
        # A buffer full of lines would be unpacked in one go; others come first.
        await asyncio.sleep(0)


async def _end(child: Process) -> None:
    if child.returncode is None:
        with suppress(ProcessLookupError):
            child.kill()
        await child.wait()
