"""One text about an absence is understood, and nothing is guessed."""

from datetime import date

import pytest

from core.model.absence_note import AbsenceReason
from core.rules.absence_words import Understood, understand

# A Tuesday.
TODAY = date(2026, 10, 13)
R = AbsenceReason


@pytest.mark.parametrize(
    ("text", "reason", "first", "last"),
    [
        ("Миша заболел", R.ILL, None, None),
        ("Заболел, до пятницы не придёт", R.ILL, 13, 16),
        ("Завтра идём к врачу", R.DOCTOR, 14, 14),
        ("сегодня у стоматолога", R.DOCTOR, 13, 13),
        ("Послезавтра уезжаем, вернёмся позже", R.FAMILY, 15, 15),
        ("Завтра и по субботу на соревнованиях", R.FAMILY, 14, 17),
        ("температура, до конца недели дома", R.ILL, 13, 16),
        ("По семейным обстоятельствам завтра", R.FAMILY, 14, 14),
        ("до понедельника болеет", R.ILL, 13, 19),
        ("He is ill till Friday", R.ILL, 13, 16),
        ("Здравствуйте!", None, None, None),
        ("Не придёт", None, None, None),
        ("", None, None, None),
        ("🤒", None, None, None),
    ],
)
def test_a_text_is_understood(text: str, reason: AbsenceReason | None, first: int | None, last: int | None) -> None:
    days = [None if day is None else date(2026, 10, day) for day in (first, last)]
    assert understand(text, TODAY) == Understood(reason, *days)


def test_the_first_reason_named_counts() -> None:
    assert understand("Были у врача, болеет", TODAY).reason is R.DOCTOR
    assert understand("Болеет, были у врача", TODAY).reason is R.ILL
