"""A plan for one group as a file: only topics must be there, mistakes come with their places (JRN-12) [003 А-18]."""

from pathlib import Path
from typing import Any

import pytest

from core.intake.plan_reading import read_plan_here
from core.intake.workbook import read_plan
from core.model.lesson import WorkKind
from core.model.workbook import IntakeRefused, Severity, Workbook
from core.usecases.plan_files import make_plan_template
from tests.intake.hostile import HOSTILE, valid_parts
from tests.intake.workbooks import write_book

HEADS = ["№", "Тема", "Часов", "Вид работы", "Задание"]


def _read(path: Path, *rows: list[Any], heads: list[str] = HEADS, title: str = "План") -> Workbook:
    return read_plan_here(write_book({title: [heads, *rows]}, path / "plan.xlsx"))


def test_topics_are_read_with_all_they_have(tmp_path: Path) -> None:
    book = _read(tmp_path, [1, "Степени", 2, "контрольная работа", "§5"], ["2.", "Корни", "", "", ""])
    first, second = book.plans
    assert (first.number, first.topic, first.hours, first.work, first.task) == (1, "Степени", 2, WorkKind.CONTROL, "§5")
    assert second.topic == "Корни"
    assert second.hours == 1


def test_only_topics_must_be_there(tmp_path: Path) -> None:
    book = _read(tmp_path, ["Степени"], ["Корни"], heads=["Тема урока"])
    assert [(line.number, line.topic) for line in book.plans] == [(0, "Степени"), (0, "Корни")]
    assert book.problems == ()


def test_a_sheet_with_topics_is_found_among_others(tmp_path: Path) -> None:
    path = write_book({"Обложка": [["Рабочая программа"]], "КТП 7": [HEADS, [1, "Степени"]]}, tmp_path / "plan.xlsx")
    assert [line.topic for line in read_plan_here(path).plans] == ["Степени"]


def test_mistakes_have_their_places(tmp_path: Path) -> None:
    book = _read(tmp_path, [1, "Степени", "два"], [2, "", 1], ["три", "Корни", 1])
    found = [(problem.row, problem.column) for problem in book.problems]
    assert found == [(2, "Часов"), (3, "Тема"), (4, "№")]
    assert {problem.severity for problem in book.problems} == {Severity.ERROR}


def test_a_file_without_topics_says_what_is_missing(tmp_path: Path) -> None:
    (problem,) = _read(tmp_path, ["Иванов"], heads=["Фамилия"]).problems
    assert (problem.code, problem.values) == ("heading-missing", {"columns": "Тема"})


async def test_the_template_is_read_back_as_an_empty_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(make_plan_template("ru"))
    book = await read_plan(path)
    assert book.plans == ()
    assert [problem.code for problem in book.problems] == ["sheet-empty"]


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_file_is_refused_here_as_everywhere(name: str, tmp_path: Path) -> None:
    make, code = HOSTILE[name]
    path = tmp_path / "book.xlsx"
    path.write_bytes(make(valid_parts(tmp_path)))
    with pytest.raises(IntakeRefused) as refused:
        await read_plan(path)
    assert refused.value.code == code
