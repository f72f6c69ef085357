"""A process that is told to stop while its libraries are still being imported ends as a wish fulfilled."""

import asyncio
import os
import sys
from pathlib import Path

SLOW = "import time\nprint('importing', flush=True)\ntime.sleep(60)\n"


async def test_a_stop_during_the_imports_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "slow" / "aiogram").mkdir(parents=True)
    (tmp_path / "slow" / "aiogram" / "__init__.py").write_text(SLOW)
    path = os.pathsep.join([str(tmp_path / "slow"), *filter(None, sys.path)])
    own = {"PYTHONPATH": path, "BOT_TOKEN": "42:" + "A" * 35}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=tmp_path, env=os.environ | own, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    async with asyncio.timeout(60):
        while b"importing" not in await process.stdout.readline():
            pass
        process.terminate()
        await process.stdout.read()
        assert await process.wait() == 0
