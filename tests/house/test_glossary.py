"""The glossary and the code speak of the same things."""

import re

from tests.house.sources import ROOT, sources

ROW = re.compile(r"^\| (?P<russian>[^|]+) \| (?P<english>[^|]+) \| (?P<code>[^|]+) \|$", re.MULTILINE)
NAME = re.compile(r"`([\w.]+)`")


def _rows() -> list[re.Match[str]]:
    return [row for row in ROW.finditer((ROOT / "GLOSSARY.md").read_text("utf-8")) if row["english"] != "---"]


def test_every_name_is_in_the_code() -> None:
    words = set(re.findall(r"\w+", "\n".join(file.text + " " + file.path for file in sources())))
    known = words | {"class"}
    missing = {
        name for row in _rows() for found in NAME.findall(row["code"]) for name in found.split(".") if name not in known
    }
    assert not missing


def test_one_word_for_one_thing() -> None:
    russian = [row["russian"] for row in _rows() if row["russian"] != "Русский"]
    assert len(russian) > 100
    assert len(russian) == len(set(russian))
