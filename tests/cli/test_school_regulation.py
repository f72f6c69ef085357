"""`diary regulation` for a school: its deviations shown, changed, taken back; another regulation tried (BEY-1)."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from tests.intake.workbooks import small_book, write_book

MARKS = "moscow-region.marks"


@pytest.fixture(autouse=True)
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A deployment with one school."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/diary.db")
    monkeypatch.setenv("INVITE_PEPPER", "p" * 32)
    monkeypatch.setenv("DIARY_LANGUAGE", "ru")
    assert main(["school", "import", str(write_book(small_book(), tmp_path / "school.xlsx"))]) == 0
    capsys.readouterr()


def test_a_change_is_shown_and_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regulation", "set", MARKS, "due", "days-after-lesson days=7"]) == 0
    assert main(["regulation", "set", MARKS, "binding", "no"]) == 0
    assert main(["regulation", "set", "moscow-region.topic", "active", "no"]) == 0
    capsys.readouterr()
    assert main(["regulation", "show"]) == 0
    shown = capsys.readouterr().out
    (line,) = (line for line in shown.splitlines() if line.startswith("– Выставить отметки за урок:"))
    assert "в течение 7 дней после урока" in line
    assert "Рекомендация" in line
    assert "Изменено школой: обязательность, срок" in line
    (line,) = (line for line in shown.splitlines() if line.startswith("– Записать тему урока"))
    assert line.endswith("Отключено школой")
    assert "2 недели после урока" in shown.splitlines()[0]

    assert main(["regulation", "show", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["duties"]}
    assert rows[MARKS]["due"] == {"kind": "days-after-lesson", "days": 7}
    assert "moscow-region.topic" not in rows

    assert main(["regulation", "unset", MARKS, "due"]) == 0
    assert f"{MARKS}: binding = no" in capsys.readouterr().out
    assert main(["regulation", "unset", MARKS]) == 0
    assert f"{MARKS}: как в тексте" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["set", "moscow-region.no", "due", "daily"], "нет строки «moscow-region.no»"),
        (["set", MARKS, "due", "daily"], "отсчитывается не от того"),
        (["set", MARKS, "due", "tomorrow"], "не срок"),
        (["set", MARKS, "holders", "boss"], "не список исполнителей"),
        (["choose", "edit-window", "forbidden"], "не знает такого срока правки"),
        (["choose", "rounding", "2"], "не подходит"),
        (["show", "--school", "77"], "Назовите школу"),
    ],
)
def test_nonsense_is_refused_in_words(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regulation", *arguments]) == 1
    assert words in capsys.readouterr().err


def test_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regulation", "choose", "edit-window", "month"]) == 0
    assert main(["regulation", "choose", "preset", "sgo"]) == 0
    capsys.readouterr()
    main(["regulation", "show"])
    shown = capsys.readouterr().out
    assert "месяц после урока" in shown
    assert "Положение о журнале" in shown


def test_another_regulation_is_tried_and_nothing_is_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regulation", "try", "antsir", "--date", "2027-01-20"]) == 0
    tried = capsys.readouterr().out
    assert tried.splitlines()[0].startswith("21.01.2027 00:00")
    assert "Положение и регламенты сельской школы: было бы просрочено" in tried
    assert main(["regulation", "try", "antsir", "--date", "2027-01-20", "--json"]) == 0
    overdue = json.loads(capsys.readouterr().out)
    assert all(row["rule"].startswith("antsir.") for row in overdue)
    assert len(overdue) == int(tried.splitlines()[2].rsplit(" ", 1)[1])
    main(["regulation", "show"])
    assert "Московская область" in capsys.readouterr().out
