"""Every group of commands is registered, has words in both languages, and starts without heavy libraries."""

import logging
import subprocess
import sys
from importlib import import_module
from pkgutil import iter_modules

import pytest

import bot.cli
from bot.cli import GROUPS, main

HEAVY = ("aiogram", "matplotlib", "openpyxl", "reportlab", "xlsxwriter", "numpy")


def test_every_group_is_in_the_list() -> None:
    modules = {module.name for module in iter_modules(bot.cli.__path__)}
    registering = {name for name in modules if hasattr(import_module(f"bot.cli.{name}"), "register")}
    assert registering == set(GROUPS.values())


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("command", GROUPS)
def test_help_is_there(
    command: str, language: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DIARY_LANGUAGE", language)
    with caplog.at_level(logging.ERROR), pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert not caplog.records


def test_nothing_heavy_is_imported_to_start() -> None:
    code = (
        "import sys; from bot.cli import main\n"
        "try: main(['--help'])\n"
        f"except SystemExit: print(sorted(set({HEAVY}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_may_stop_reading() -> None:
    command = [sys.executable, "-m", "bot", "regulation", "show", "moscow-region", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 0
