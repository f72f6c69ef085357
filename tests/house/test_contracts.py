"""Who may know whom: the import contracts, and that no room stands outside of them."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import ROOMS, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.slow
def test_contracts_are_kept() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_every_room_is_in_the_contracts_and_in_the_wheel() -> None:
    rooms = {init.parent.name for init in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks"}
    assert rooms == set(ROOMS)
    assert set(PROJECT["tool"]["importlinter"]["root_packages"]) == rooms
    assert set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == rooms


def test_every_room_of_the_bot_is_in_a_contract() -> None:
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    named = {module for contract in contracts for module in contract.get("source_modules", [])}
    rooms = {f"bot.{init.parent.name}" for init in (ROOT / "bot").glob("*/__init__.py")}
    assert rooms <= named, "say whom a new room may know"


def test_every_folder_with_code_is_a_package() -> None:
    bare = {
        file.parent.relative_to(ROOT).as_posix()
        for room in ROOMS
        for file in (ROOT / room).rglob("*.py")
        if not file.with_name("__init__.py").exists()
    }
    assert not bare, "folders without __init__.py are invisible to the contracts"


def test_names_that_say_nothing_are_not_there() -> None:
    empty_names = {"utils", "util", "helpers", "helper", "common", "misc", "base_service", "manager"}
    found = [file for room in ROOMS for file in (ROOT / room).rglob("*.py") if file.stem in empty_names]
    assert not found
