"""A deployment of the program in a folder of its own: commands, and the process that serves, all real ones."""

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
TOKEN = "1000001:WHOLE-is-not-a-secret"
PATIENCE = 60.0


class Deployment:
    """Where the program lives, and how it is started and ended there."""

    def __init__(self, folder: Path, api: str = "http://127.0.0.1:9", *, clock_file: Path | None = None) -> None:
        """`clock_file`: by how many seconds the program's clock is ahead of the machine's."""
        self.folder = folder
        self._module = "bot" if clock_file is None else "tests.whole.moved_clock"
        known = {name.upper() for name in Settings.model_fields}
        clean = {name: value for name, value in os.environ.items() if name not in known}
        own = {"BOT_TOKEN": TOKEN, "BOT_API_URL": api, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self.env = clean | own | ({"CLOCK_FILE": str(clock_file)} if clock_file else {})
        self.log = folder / "log"
        self._running: list[Running] = []

    def command(self, *words: str) -> str:
        """Run a command to its end and give what it printed. Raises AssertionError when it failed."""
        line = [sys.executable, "-m", self._module, *words]
        done = subprocess.run(line, cwd=self.folder, env=self.env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    async def start(self, *words: str) -> "Running":
        """Start a process that serves, and give it at once."""
        with self.log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", self._module, *words, cwd=self.folder, env=self.env, stdout=log, stderr=log
            )
        self._running.append(Running(process))
        return self._running[-1]

    async def end(self) -> None:
        """Leave no process behind."""
        for running in self._running:
            await running.kill()

    def logged(self) -> str:
        """Give what the processes have written so far."""
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""


class Running:
    """A process that serves."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def kill(self) -> None:
        """End it as a power cut does."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

    async def stop(self) -> tuple[int, float]:
        """Ask it to end; give the exit code and the seconds that it took."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        self._process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            code = await self._process.wait()
        return code, loop.time() - begun
