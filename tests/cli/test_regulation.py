"""`diary regulation`: the rows for people and for programs."""

import json

import pytest

from bot.cli import main
from core.model.school import Preset
from core.regulation.loader import preset

each_preset = pytest.mark.parametrize("which", list(Preset))


@each_preset
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_row_is_shown_with_term_and_clause(
    which: Preset, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DIARY_LANGUAGE", language)
    assert main(["regulation", "show", which]) == 0
    shown = capsys.readouterr().out
    regulation = preset(which)
    rows = len(regulation.rows) + len(regulation.permissions) + len(regulation.rights)
    assert len([line for line in shown.splitlines() if line.startswith("– ") and "[" in line]) == rows
    assert "rule-" not in shown
    assert "regulation-" not in shown


def test_words_of_a_row(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARY_LANGUAGE", "ru")
    main(["regulation", "show", "moscow-region"])
    shown = capsys.readouterr().out
    for line in (
        "– Проверить и исправить внесённые данные: каждую неделю [Порядок использования, прил. А п. 23]\n",
        "лучше до конца дня урока, предел – в течение 2 дней после урока",
        "Каждый сам: администратор, классный руководитель, учитель",
        "Не нужно, если школа раньше работала в «Дневник.ру»",
        "до 5 сентября включительно",
        "«до N-го числа» – включая этот день",
    ):
        assert line in shown
    assert shown.index("\nУчитель\n") < shown.index("\nДиректор\n") < shown.index("\nМожно\n")


@pytest.mark.parametrize(
    ("which", "words"),
    [
        ("antsir", "не позднее чем за 3 рабочих дня до перенесённого учебного дня [Положение школы, разд. VII]"),
        ("antsir", "в течение 24 часов после получения результатов [Положение школы, прил. 3 п. 4]"),
        ("school-14", "за 1 день до урока [Порядок школы, п. 3.3]"),
        ("school-14", "– Разделить класс на подгруппы: до начала учебного года [Порядок школы, п. 3]"),
        ("school-14", "до 20 сентября 2015 включительно"),
        ("sgo", "[Положение о журнале, вступление]"),
    ],
)
def test_terms_in_words(
    which: str, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIARY_LANGUAGE", "ru")
    main(["regulation", "show", which])
    assert words in capsys.readouterr().out


def test_rows_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regulation", "show", "antsir", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in shown["duties"]] == [rule.id for rule in preset(Preset.ANTSIR).rows]
    moved = next(row for row in shown["duties"] if row["id"] == "antsir.moved-days")
    assert moved["due"] == {"kind": "working-days-before-event", "days": 3, "event": "moved-day"}
    assert moved["places"] == [{"text": "002", "paragraph": "VII"}]
    assert {row["allowed"] for row in shown["permissions"]} == {True, False}


def test_two_regulations_side_by_side(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARY_LANGUAGE", "ru")
    assert main(["regulation", "diff", "school-14", "antsir"]) == 0
    shown = capsys.readouterr().out
    assert "– Записать домашнее задание\n    Порядок школы № 14: в день урока, не позднее 18:00; учитель" in shown
    assert "Есть только здесь: Порядок школы № 14" in shown
    main(["regulation", "diff", "sgo", "sgo"])
    assert capsys.readouterr().out == "Различий нет.\n"


def test_an_unknown_regulation_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["regulation", "show", "unknown"])
    assert ended.value.code == 2
    assert "antsir" in capsys.readouterr().err
