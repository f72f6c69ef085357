"""The translator is strict, escapes, and shows numbers as a school writes them."""

import logging
from collections.abc import Callable
from decimal import Decimal

import pytest
from fluent.runtime import FluentResource

from locales import Markup, MissingText, Translator, Translators
from locales.catalogue import Bundle

RUSSIAN = """
hello = Здравствуйте, <b>{ $name }</b>!
lessons = { $n ->
    [one] { $n } урок
    [few] { $n } урока
   *[many] { $n } уроков
}
late = { $late ->
    [yes] поздно
   *[no] вовремя
}
value = { $value }
grouped = { NUMBER($value, useGrouping: 1, maximumFractionDigits: 1) }
framed = «{ $inside }»
only-russian = только здесь
"""
ENGLISH = "hello = Hello, <b>{ $name }</b>!"


def _bundle(language: str, source: str) -> Bundle:
    bundle = Bundle(language)
    bundle.add_resource(FluentResource(source))
    return bundle


@pytest.fixture
def tr() -> Translator:
    return Translator("ru", _bundle("ru", RUSSIAN), None, strict=True)


@pytest.fixture
def lenient_english() -> Translator:
    russian = Translator("ru", _bundle("ru", RUSSIAN), None, strict=False)
    return Translator("en", _bundle("en", ENGLISH), russian, strict=False)


def test_what_people_typed_is_escaped(tr: Translator) -> None:
    assert tr("hello", name='<i>&"') == "Здравствуйте, <b>&lt;i&gt;&amp;&quot;</b>!"


def test_markup_is_put_in_as_it_is(tr: Translator) -> None:
    assert tr("hello", name=Markup("<i>Аня</i>")) == "Здравствуйте, <b><i>Аня</i></b>!"


def test_texts_can_be_put_into_texts(tr: Translator) -> None:
    assert tr("framed", inside=tr("hello", name="<")) == "«Здравствуйте, <b>&lt;</b>!»"


def test_plain_has_neither_tags_nor_entities(tr: Translator) -> None:
    assert tr.plain("hello", name="Tom & <Jerry>") == "Здравствуйте, Tom & <Jerry>!"
    assert tr.plain("framed", inside=tr("hello", name="&amp;")) == "«Здравствуйте, &amp;!»"


@pytest.mark.parametrize(
    ("n", "words"), [(1, "1 урок"), (3, "3 урока"), (11, "11 уроков"), (21, "21 урок"), (0, "0 уроков")]
)
def test_plurals(tr: Translator, n: int, words: str) -> None:
    assert tr("lessons", n=n) == words


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2026, "2026"),
        (-3, "-3"),
        (Decimal("4.60"), "4,60"),
        (Decimal(5), "5"),
        (Decimal("12345.5"), "12345,5"),
        (Decimal("0.125"), "0,125"),
    ],
)
def test_numbers_are_shown_as_they_are(tr: Translator, value: int | Decimal, shown: str) -> None:
    assert tr("value", value=value) == shown


def test_a_text_can_ask_for_another_form(tr: Translator) -> None:
    assert tr("grouped", value=12345) == "12\u00a0345"
    assert tr("grouped", value=Decimal("4.56")) == "4,6"


def test_flags_choose(tr: Translator) -> None:
    assert [tr("late", late=late) for late in (True, False)] == ["поздно", "вовремя"]


@pytest.mark.parametrize("length", [1999, 2000, 2001, 2500, 2501, 40_000])
def test_long_values_are_whole(tr: Translator, length: int) -> None:
    assert tr("framed", inside="ы" * length) == "«" + "ы" * length + "»"
    assert tr("framed", inside="<" * length) == "«" + "&lt;" * length + "»"


def test_private_letters_cannot_fetch_other_values(tr: Translator) -> None:
    assert "ыы" not in tr("framed", inside="\ue0000\ue001") + tr.plain("value", value="\ue0000\ue001")


@pytest.mark.parametrize("value", [4.5, None, object(), Decimal("NaN")])
def test_other_values_are_refused(tr: Translator, value: object) -> None:
    with pytest.raises(TypeError):
        tr("value", value=value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "ask",
    [lambda tr: tr("nothing"), lambda tr: tr("hello"), lambda tr: tr.plain("nothing"), lambda tr: tr.plain("hello")],
)
def test_missing_is_an_exception_in_strict_mode(tr: Translator, ask: Callable[[Translator], str]) -> None:
    with pytest.raises(MissingText):
        ask(tr)


def test_missing_falls_back_loudly(lenient_english: Translator, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert lenient_english("only-russian") == "только здесь"
        assert lenient_english("nowhere") == "nowhere"
    assert "en: no text only-russian" in caplog.text
    assert "ru: no text nowhere" in caplog.text


def test_unknown_language_speaks_russian() -> None:
    translators = Translators.load(strict=True)
    assert translators["de"] is translators["ru"]
    assert translators["de"].language == "ru"
