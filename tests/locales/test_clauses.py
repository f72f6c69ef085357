"""Clauses are told in words, each text and place once."""

import pytest

from core.model.school import Preset
from core.regulation.loader import preset
from locales import Translators
from locales.clauses import cited


@pytest.mark.parametrize(
    ("clauses", "words"),
    [
        (("003 Д-9",), "Порядок использования, прил. Д п. 9"),
        (("003 §4.5, Д-6; 000 §8",), "Порядок использования, п. 4.5, прил. Д п. 6; Порядок ведения, п. 8"),
        (("003 Д-6, §4.6", "003 §4.5, Д-6"), "Порядок использования, прил. Д п. 6, п. 4.6, 4.5"),
        (("003 Д.2-1, §4.3",), "Порядок использования, прил. Д.2 п. 1, п. 4.3"),
        (("002 VIII, §4а-1",), "Положение школы, разд. VIII, п. 4а-1"),
        (("001 3.1, §9",), "Порядок школы, п. 3.1, 9"),
        (("",), "правило школы"),
    ],
)
def test_a_clause_in_words(clauses: tuple[str, ...], words: str) -> None:
    assert cited(Translators.load(strict=True)["ru"], clauses).plain == words


@pytest.mark.parametrize("which", list(Preset))
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_clause_of_every_preset_has_words(which: Preset, language: str) -> None:
    tr = Translators.load(strict=True)[language]
    regulation = preset(which)
    clauses = [row.clause for row in regulation.duties] + [choice.clause for choice in regulation.edit_choices]
    for clause in clauses:
        assert "§" not in cited(tr, (clause,)) or language == "en"
