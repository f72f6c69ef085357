"""Names cleaned and compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.names import clean_name, name_key


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Иванов\n Иван ", "Иванов Иван"),
        ("Иванов\u202e\u200b", "Иванов"),
        ("Римский – Корсаков", "Римский-Корсаков"),
        ("Семе\u0308н", "Семён"),
        ("Иванов\u00a0П.", "Иванов П."),
    ],
)
def test_a_clean_name_is_one_plain_line(typed: str, clean: str) -> None:
    """No directions, no zero-width signs, composed letters, single spaces."""
    assert clean_name(typed) == clean


@pytest.mark.parametrize("other", ["ПЁТР", "петр", "Пётр ", "Петр.", "Пe\u0442р", "П\u200bётр"])
def test_names_that_are_the_same(other: str) -> None:
    """Case, ё, Latin letters, dots and invisible signs make no difference."""
    assert name_key(other) == name_key("Пётр")


def test_a_hyphen_makes_a_difference() -> None:
    """A double name is not the two run together."""
    assert name_key("Римский-Корсаков") == name_key("римский‑корсаков") != name_key("Римскийкорсаков")


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Both forms are settled."""
    assert clean_name(clean_name(text)) == clean_name(text)
    assert name_key(name_key(text)) == name_key(text)
    assert "\n" not in clean_name(text)
