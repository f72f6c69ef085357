"""`diary duties`: every duty of a school at an instant, for people and for machines."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from tests.intake.workbooks import small_book, write_book


@pytest.fixture(autouse=True)
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A deployment with one school."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/diary.db")
    monkeypatch.setenv("INVITE_PEPPER", "p" * 32)
    monkeypatch.setenv("DIARY_LANGUAGE", "ru")
    book = small_book()
    book["Школа"].append(["Дата запуска", "01.09.2026"])
    assert main(["school", "import", str(write_book(book, tmp_path / "school.xlsx"))]) == 0
    capsys.readouterr()


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """The duties as data."""
    assert main(["duties", "--json", *arguments]) == 0
    duties: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return duties


def test_data_says_all_that_a_duty_is(capsys: pytest.CaptureFixture[str]) -> None:
    (duty,) = found(capsys, "--at", "2026-10-15T12:00", "--preset", "antsir", "--rule", "antsir.curriculum")
    assert duty["clause"] == "002 VI"
    assert duty["roles"] == ["deputy"]
    assert duty["subject"]["key"] == "school/year:2026-09-01"
    assert duty["due"] == "2026-09-16T00:00:00+03:00"
    assert (duty["state"], duty["done"], duty["done_at"], duty["pardon"]) == ("overdue", None, None, None)
    assert set(duty) == {
        *("rule", "title", "clause", "about", "binding", "each", "roles", "holders", "subject"),
        *("opened", "aim", "due", "done", "done_at", "state", "pardon"),
    }


def test_an_instant_with_an_offset_is_the_same_instant(capsys: pytest.CaptureFixture[str]) -> None:
    local = found(capsys, "--at", "2026-09-16T00:00", "--preset", "antsir", "--rule", "antsir.curriculum")
    other = found(capsys, "--at", "2026-09-15T21:00:00+00:00", "--preset", "antsir", "--rule", "antsir.curriculum")
    late = found(capsys, "--at", "2026-09-15T21:00:01+00:00", "--preset", "antsir", "--rule", "antsir.curriculum")
    assert [duty["state"] for duty in (*local, *other, *late)] == ["open", "open", "overdue"]


def test_lines_are_for_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duties", "--at", "2026-10-15T12:00", "--preset", "sgo", "--rule", "sgo.control-month"]) == 0
    heading, *lines = capsys.readouterr().out.splitlines()
    assert heading.endswith("15.10.2026 12:00: 2 обязанности")
    assert lines[0].startswith("– просрочена, срок 30.09.2026 24:00: ")
    assert "вся школа" not in lines[0]
    assert "[Положение о журнале, п. 2]" in lines[0]


def test_only_what_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    every = found(capsys, "--at", "2026-10-15T12:00", "--preset", "sgo")
    some = found(capsys, "--at", "2026-10-15T12:00", "--preset", "sgo", "--state", "overdue", "--from", "2026-10-01")
    assert some
    assert {duty["state"] for duty in some} == {"overdue"}
    assert len(some) < len(every)


@pytest.mark.parametrize("arguments", [["--person", "nobody"], ["--class", "12Ж"]])
def test_who_is_not_there_is_said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duties", *arguments]) == 1
    assert "Не нахожу" in capsys.readouterr().err
