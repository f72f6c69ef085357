"""Kills, rivals and tampering in small counts; `make prove` runs them a thousand times."""

import json
import os
import subprocess
import sys

import pytest

from tests.house.sources import ROOT
from tests.reliability.__main__ import COUNT

FEW = "20"


@pytest.mark.slow
def test_nothing_is_lost_whenever_the_program_dies() -> None:
    environment = {**os.environ, COUNT: os.environ.get(COUNT, FEW)}
    run = subprocess.run(
        [sys.executable, "-m", "tests.reliability"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout, run.stderr
    proofs = json.loads(run.stdout)
    assert len(proofs) == 7
    assert not [proof for proof in proofs if any(proof["bad"].values()) or proof["faults"]], run.stderr
    assert run.returncode == 0
