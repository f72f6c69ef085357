"""A school year of three classes against dates worked out by hand: each preset's terms that need no deeds (REG-3)."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from bot.cli import main
from core.model.school import Preset
from tests.intake.workbooks import small_book, write_book

CASES: dict[str, list[list[str]]] = defaultdict(list)
for line in (Path(__file__).parent / "duties_year.txt").read_text("utf-8").splitlines():
    if not line.startswith("#"):
        CASES[line.split()[0]].append(line.split())


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deployment with the small workbook's school, launched on 1 September."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/diary.db")
    monkeypatch.setenv("INVITE_PEPPER", "p" * 32)
    monkeypatch.setenv("DIARY_LANGUAGE", "ru")
    book = small_book()
    book["Школа"].append(["Дата запуска", "01.09.2026"])
    assert main(["school", "import", str(write_book(book, tmp_path / "school.xlsx"))]) == 0


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize("which", Preset)
def test_a_year_by_the_texts(which: Preset, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["duties", "--json", "--at", "2027-06-20T12:00", "--preset", which]) == 0
    duties = json.loads(capsys.readouterr().out)
    known = {(each["rule"], each["subject"]["key"]): [each["opened"][:16], each["due"][:16]] for each in duties}
    for preset, row, subject, *wanted in CASES[which]:
        found = known.get((f"{preset}.{row}", subject), ["-"])
        assert found == wanted, f"{row} {subject}"
