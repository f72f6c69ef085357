"""Terms are the school's own days and hours, wherever it is, summer time included (REG-6)."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from tests.intake.workbooks import small_book, write_book

# 7Б has algebra as the third lesson of Thursday 15.10, 10:20–11:00; autumn vacations begin on Monday 26.10
DUTIES = {
    "moscow-region.homework": ("lesson", "2026-10-15T11:00:00{}", "2026-10-15T18:00:00{}"),
    "moscow-region.marks": ("lesson", "2026-10-15T11:00:00{}", "2026-10-18T00:00:00{}"),
    "moscow-region.absences": ("klass", "2026-10-15T00:00:00{}", "2026-10-16T00:00:00{}"),
    "sgo.homework-hour": ("lesson", "2026-10-15T11:00:00{}", "2026-10-15T12:00:00{}"),
    "antsir.topic": ("lesson", "2026-10-15T11:00:00{}", "2026-10-16T00:00:00{}"),
}


def load(folder: Path, monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    """A deployment with one school of a zone."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{folder}/diary.db")
    monkeypatch.setenv("INVITE_PEPPER", "p" * 32)
    monkeypatch.setenv("DIARY_LANGUAGE", "ru")
    book = small_book()
    book["Школа"][3][1] = zone
    book["Школа"].append(["Дата запуска", "01.09.2026"])
    assert main(["school", "import", str(write_book(book, folder / "school.xlsx"))]) == 0


def duties(capsys: pytest.CaptureFixture[str], rule: str, at: str, first: str, last: str) -> list[dict[str, Any]]:
    """What is said of a row of 7Б and some days at an instant."""
    capsys.readouterr()
    days = ("--from", first, "--to", last)
    preset = rule.partition(".")[0]
    assert main(["duties", "--json", "--preset", preset, "--rule", rule, "--class", "7Б", "--at", at, *days]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("Asia/Vladivostok", "+10:00"), ("Europe/Kaliningrad", "+02:00"), ("Asia/Kamchatka", "+12:00")],
)
def test_days_and_hours_are_the_schools(
    zone: str, offset: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, monkeypatch, zone)
    for rule, (kind, *instants) in DUTIES.items():
        opened, due = (instant.format(offset) for instant in instants)
        found = {}
        for at in (opened, due, due.replace("00:00" + offset, "00:01" + offset)):
            (duty,) = (
                each
                for each in duties(capsys, rule, at, "2026-10-15", "2026-10-17")
                if each["opened"] == opened and each["subject"]["kind"] == kind
            )
            assert duty["due"] == due
            found[at] = duty["state"]
        assert list(found.values()) == ["open", "open", "overdue"], rule


def test_a_week_in_which_clocks_go_back_ends_with_its_sunday(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, monkeypatch, "Europe/Berlin")
    states = {}
    for at in ("2026-10-26T00:00", "2026-10-25T23:00:01+00:00"):
        (duty,) = (
            each
            for each in duties(capsys, "moscow-region.weekly-notice", at, "2026-10-19", "2026-10-25")
            if each["subject"]["day"] == "2026-10-19"
        )
        assert (duty["opened"], duty["due"]) == ("2026-10-19T00:00:00+02:00", "2026-10-26T00:00:00+01:00")
        states[at] = duty["state"]
    assert list(states.values()) == ["open", "overdue"]
