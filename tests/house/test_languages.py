"""Languages are complete, alike and well written, and no text is there for nothing."""

import re
from collections import Counter

import pytest

from locales import LANGUAGES
from locales.catalogue import sources
from tests.house.texts import TAG, Text, choices, language, literal
from tests.house.usage import REFUSAL, asked, codes, may_be_used

PLURALS = {"ru": {"one", "few", "many"}, "en": {"one", "other"}}
TELEGRAM_TAGS = {"a", "b", "blockquote", "code", "i", "pre", "s", "tg-spoiler", "u"}
# What a language may ask for to inflect its words, while another does without it.
GRAMMAR = {"gender"}

CYRILLIC = re.compile("[А-Яа-яЁё]")
CYRILLIC_IN_ENGLISH = {
    "sandbox-language": "a language is offered under its own name",
    "account-language-ru": "a language is offered under its own name",
    "account-languages": "who cannot read English finds it, too",
}
SLOPPY = re.compile(r'"|\.\.\.|(?<=\S) - (?=\S)|  +(?=\S)')

each_language = pytest.mark.parametrize("code", LANGUAGES)


@each_language
def test_every_text_can_be_read(code: str) -> None:
    assert not language(code).junk


@each_language
def test_no_text_is_there_twice(code: str) -> None:
    counted = Counter(text.name for text in language(code).texts)
    assert not [name for name, times in counted.items() if times > 1]


@each_language
def test_references_lead_somewhere(code: str) -> None:
    assert language(code).referred() <= set(language(code).by_name)


def test_languages_have_the_same_files() -> None:
    assert {code: list(sources(code)) for code in LANGUAGES} == {code: list(sources("ru")) for code in LANGUAGES}


def test_languages_have_the_same_texts() -> None:
    russian, english = ({text.name for text in language(code).texts if text.name[0] != "-"} for code in ("ru", "en"))
    assert russian - english == set(), "not in English"
    assert english - russian == set(), "not in Russian"


def test_texts_take_the_same_arguments() -> None:
    both = set(language("ru").by_name) & set(language("en").by_name)
    taken = {name: [language(code).arguments(name) - GRAMMAR for code in ("ru", "en")] for name in both}
    assert not {name: pair for name, pair in taken.items() if pair[0] != pair[1]}


@each_language
def test_plurals_are_complete(code: str) -> None:
    # Fluent falls back silently to the default variant: «5 урока».
    wanted = PLURALS[code]
    halves = [
        text.name
        for text in language(code).texts
        for keys in choices(text)
        if keys & {"one", "few", "many"} and not wanted <= keys
    ]
    assert not halves


@each_language
def test_markup_is_telegrams_and_balanced(code: str) -> None:
    assert not [
        text.name for text in language(code).texts for pattern in text.patterns if not _balanced(literal(pattern))
    ]


def _balanced(text: str) -> bool:
    open_tags: list[str] = []
    for found in TAG.finditer(text):
        if found["name"] not in TELEGRAM_TAGS:
            return False
        if not found["close"]:
            open_tags.append(found["name"])
        elif not open_tags or open_tags.pop() != found["name"]:
            return False
    return not open_tags


def test_english_is_english() -> None:
    texts = (text for text in language("en").texts if text.name not in CYRILLIC_IN_ENGLISH)
    assert not [text.name for text in texts if CYRILLIC.search(text.words)]


def test_russian_is_set_as_in_print() -> None:
    # «…» and –, never straight quotes, three dots, or a hyphen for a dash.
    assert not [text.name for text in language("ru").texts if SLOPPY.search(_outside_tags(text))]


def _outside_tags(text: Text) -> str:
    return TAG.sub("", text.words)


def test_every_text_is_used() -> None:
    referred = language("ru").referred()
    assert not [name for name in language("ru").by_name if name not in referred and not may_be_used(name)]


def test_every_text_that_is_asked_for_is_there() -> None:
    names = set(language("ru").by_name)
    assert not [asking.place for asking in asked() if not any(map(re.compile(asking.pattern).fullmatch, names))]


def test_every_text_is_given_what_it_takes() -> None:
    known = {re.escape(name): name for name in language("ru").by_name}
    short = {
        asking.place: missing
        for asking in asked()
        if asking.pattern in known and asking.given is not None
        for code in LANGUAGES
        if (missing := language(code).arguments(known[asking.pattern]) - asking.given)
    }
    assert not short


def test_every_refusal_has_its_sentence() -> None:
    assert not [code for code in codes() if f"{REFUSAL}{code}" not in language("ru").by_name]


def test_an_exception_is_still_needed() -> None:
    texts = language("en").by_name
    assert not [name for name in CYRILLIC_IN_ENGLISH if name in texts and not CYRILLIC.search(texts[name].words)]
