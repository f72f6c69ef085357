"""The project speaks of the product alone and is finished where it stands."""

import re

from tests.house.sources import text_files

# The pieces are put together here, so that this file may be read by its own test.
PLACES = re.compile(r"(?<![\w.])/(?:home|Users|root|work|tmp)/\w")
INDEXES = re.compile(
    r"(?<![\w-])--(?:extra-index-url|index-url|find-links|trusted-host)|python" + r"hosted|file:" + "///(?!etc/)"
)
NUMBERS = re.compile(r"(?i)\bissue\s*[#№]?\s*\d")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + "XX)\\b")

ALLOWED: dict[str, str] = {}


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}: {match[0]!r}"
        for path, text in text_files()
        if path not in ALLOWED
        for match in [pattern.search(text)]
        if match is not None
    ]


def test_no_places_of_a_developers_machine() -> None:
    assert not _found(PLACES)


def test_no_addresses_of_package_indexes() -> None:
    assert not _found(INDEXES)


def test_no_issue_numbers() -> None:
    assert not _found(NUMBERS)


def test_nothing_is_left_to_do_in_comments() -> None:
    assert not _found(UNFINISHED)
