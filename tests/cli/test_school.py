"""`diary school`: template, dry run, import, and what an operator is told."""

from pathlib import Path

import pytest

from bot.cli import main
from tests.intake.workbooks import small_book, write_book


@pytest.fixture(autouse=True)
def deployment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder with a database to be made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/diary.db")
    monkeypatch.setenv("INVITE_PEPPER", "p" * 32)


def test_a_template_is_written_and_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "school.xlsx"
    assert main(["school", "template", str(file)]) == 0
    made = file.read_bytes()
    assert main(["school", "template", str(file)]) == 1
    assert file.read_bytes() == made
    assert "уже есть" in capsys.readouterr().err


def test_a_school_is_checked_and_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(write_book(small_book(), tmp_path / "school.xlsx"))
    assert main(["school", "import", file, "--dry-run"]) == 0
    assert "ничего не записано" in capsys.readouterr().out
    assert main(["school", "import", file]) == 0
    assert "Ученики: новых: 12" in capsys.readouterr().out
    assert main(["school", "import", file]) == 0
    assert "менять нечего" in capsys.readouterr().out


def test_errors_are_told_with_their_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = small_book()
    book["Ученики"][3][6] = "7Ж"
    file = str(write_book(book, tmp_path / "school.xlsx"))
    for arguments in (["school", "import", file, "--dry-run"], ["school", "import", file]):
        assert main(arguments) == 1
        told = capsys.readouterr().err
        assert "Лист «Ученики», строка 4, столбец «Класс»: нет класса «7Ж»" in told


def test_another_file_is_refused_kindly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "school.xlsx"
    file.write_text("это не книга")
    assert main(["school", "import", str(file)]) == 1
    assert "Это не книга Excel" in capsys.readouterr().err
