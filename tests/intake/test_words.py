"""Every problem and refusal of an import has its sentence, and the sentence gets every argument it asks for."""

import ast
from pathlib import Path

import pytest

import core.intake
from bot.screens.import_report import change_lines, problem_line
from core.intake.reading import read_here
from core.model.importing import Fate, KindChange
from core.model.workbook import Problem, Severity
from core.usecases.import_kinds import KINDS
from locales import LANGUAGES, Translators
from tests.intake.test_reading import FAULTS
from tests.intake.workbooks import careless_book, small_book, write_book

TELLERS = {"Doubtful", "Problem", "Wrong", "_clash", "_note", "_of_student", "_tell", "sheet_problem"}
TARGETS = ("staff", "student", "subject", "klass", "bell-set", "room")

each_language = pytest.mark.parametrize("language", LANGUAGES)


def codes() -> set[str]:
    """The codes that the intake names as literals."""
    found: set[str] = set()
    for file in Path(next(iter(core.intake.__path__))).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in TELLERS:
                found |= {
                    argument.value
                    for argument in node.args
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and "-" in argument.value
                }
    return found


@each_language
def test_every_code_has_its_sentence(language: str) -> None:
    tr = Translators.load(strict=True)[language]
    every = codes() | {f"{target}-unknown" for target in TARGETS}
    assert len(every) > 40
    assert not [code for code in every if f"import-problem-{code}" not in tr]


def test_every_fault_can_be_said(tmp_path: Path) -> None:
    translators = Translators.load(strict=True)
    books = [careless_book()]
    for change, *_ in FAULTS:
        books.append(small_book())
        change(books[-1])
    for at, book in enumerate(books):
        for problem in read_here(write_book(book, tmp_path / f"{at}.xlsx")).problems:
            assert all(problem.sheet in problem_line(translators[language], problem).plain for language in LANGUAGES)


def test_a_problem_says_where_what_and_what_to_do() -> None:
    tr = Translators.load(strict=True)["ru"]
    values: dict[str, str | int] = {"value": "7Ж", "listed": "Классы", "near": ""}
    problem = Problem("klass-unknown", Severity.ERROR, "Ученики", 14, "Класс", values)
    assert problem_line(tr, problem).plain == (
        "Лист «Ученики», строка 14, столбец «Класс»: нет класса «7Ж» на листе «Классы». "
        "Добавьте класс или исправьте букву."
    )


def test_what_a_file_says_is_escaped() -> None:
    tr = Translators.load(strict=True)["ru"]
    problem = Problem("not-a-date", Severity.ERROR, "<b>Лист</b>", 2, "<i>", {"value": "<script>&"})
    line = problem_line(tr, problem)
    assert "<" not in line
    assert "<script>&" in line.plain


@each_language
def test_every_kind_of_change_can_be_said(language: str) -> None:
    tr = Translators.load(strict=True)[language]
    names = ["school", "lessons", *(kind.name for kind in KINDS)]
    changes = [KindChange(name, dict.fromkeys(Fate, 3)) for name in names]
    assert len(list(change_lines(tr, changes))) == len(names)
    assert not list(change_lines(tr, [KindChange("rooms", {Fate.CREATED: 0})]))
