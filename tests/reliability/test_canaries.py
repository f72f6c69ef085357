"""Whatever fails, the log holds neither names nor texts, codes or the token (PLT-4)."""

import json
import os
import subprocess
import sys

import pytest

from tests.house.sources import ROOT

# As in tests.reliability.canaries, which imports aiogram: seconds that this process need not spend.
PLANTED = ("Канарейкин", "секретное слово", "CANARY")


@pytest.mark.slow
def test_nothing_planted_is_ever_written_down() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-m", "tests.reliability.canaries"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (run.stdout + run.stderr).splitlines()
    assert run.returncode == 0, lines[-5:]
    assert not [line for line in lines if any(word in line for word in PLANTED)]
    assert len(lines) > 100
    assert all(json.loads(line)["level"] for line in lines), "something was written past the log"
