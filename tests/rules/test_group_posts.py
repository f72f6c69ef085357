"""Texts that name a child never come into a group."""

import pytest

from core.rules.group_posts import names_somebody

NAMES = ("Орлов", "Михаил", "Ёлкина", "Вера", "Ли", "Сидоренко-Юрьева", "Щец")


@pytest.mark.parametrize(
    "text",
    [
        "Орлову – доклад",
        "доклад (ОРЛОВ)",
        "Для Михаила и остальных",
        "Ёлкиной принести карту",
        "елкина, №3",
        "поздравим Веру!",
        "Ли Анна читает",
        "Сидоренко отвечает",
        "Юрьевой повторить",
        "Щецем",
    ],
)
def test_somebody_is_named(text: str) -> None:
    assert names_somebody(text, NAMES)


@pytest.mark.parametrize("text", ["§15 № 101, 102", "Прочитать главу 3, выписать слова", "Контурная карта", ""])
def test_nobody_is_named(text: str) -> None:
    assert not names_somebody(text, NAMES)
