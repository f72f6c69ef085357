"""What is delivered: one wheel with everything in it, whose command runs from anywhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.sources import ROOMS, ROOT

pytestmark = pytest.mark.slow


def _run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    done = subprocess.run(command, cwd=cwd, env=kept | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place)
    (built,) = place.glob("*.whl")
    return built


def test_everything_is_in_it(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    ours = {
        file.relative_to(ROOT).as_posix()
        for room in ROOMS
        for file in (ROOT / room).rglob("*")
        if file.is_file() and file.suffix != ".pyc"
    }
    assert inside == ours


def test_the_command_runs_from_the_root_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    _run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", site, wheel)
    database = f"sqlite:///{tmp_path}/diary.db"
    done = _run(
        site / "bin" / "diary", "check", cwd=Path("/"), PYTHONPATH=str(site), PYTHONDONTWRITEBYTECODE="1",
        DATABASE_URL=database, PEPPER_FILE=str(tmp_path / "pepper"), DIARY_LANGUAGE="en",
    )  # fmt: skip
    assert "Everything is ready" in done.stdout
    assert (
        str(site)
        in _run(sys.executable, "-c", "import bot; print(bot.__file__)", cwd=Path("/"), PYTHONPATH=str(site)).stdout
    )
