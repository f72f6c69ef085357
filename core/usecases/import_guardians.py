"""Recognising guardians: by the school's code, else by full name and a child (ADM-1)."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from core.model.workbook import DERIVED, GuardianLine, Workbook
from core.rules.difference import Stored

_YO = {0x451: 0x435}


@dataclass(frozen=True, slots=True)
class GuardianCodes:
    """`taken` leads a derived code of the workbook to the stored one, `given` a stored derived code to a real one."""

    taken: Mapping[str, str]
    given: Mapping[str, str]

    def renamed(self, stored: Mapping[Hashable, Stored]) -> dict[Hashable, Stored]:
        """Give the stored guardians under the codes that the workbook now gives them."""
        return {self.given.get(str(code), code): guardian for code, guardian in stored.items()}

    def relinked(self, links: Mapping[Hashable, Stored]) -> dict[Hashable, Stored]:
        """Give the stored links of guardians to children under those codes, too."""
        led: dict[Hashable, Stored] = {}
        for link in links.values():
            code = link.record["guardian_id"]
            record = {**link.record, "guardian_id": self.given.get(code, code)}
            led[record["guardian_id"], record["student_id"]] = Stored(link.id, record)
        return led


def stored_codes(
    book: Workbook, guardians: Mapping[Hashable, Stored], links: Mapping[Hashable, Stored]
) -> GuardianCodes:
    """Find who of the workbook is stored under another code, because one of the two codes is only derived."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for stored in guardians.values():
        record = stored.record
        full = " ".join(part for part in (record["family"], record["given"], record["patronymic"]) if part)
        by_name[_folded(full)].append(record["code"])
    children: dict[str, set[str]] = defaultdict(set)
    for link in links.values():
        children[link.record["guardian_id"]].add(link.record["student_id"])
    taken: dict[str, str] = {}
    given: dict[str, str] = {}
    for line in book.guardians:
        if line.code in guardians:
            continue
        code = _match(line, by_name, children)
        if code and line.codeless:
            taken[line.code] = code
        elif code and code.startswith(DERIVED):
            given[code] = line.code
    return GuardianCodes(taken, given)


def _match(line: GuardianLine, by_name: Mapping[str, list[str]], children: Mapping[str, set[str]]) -> str | None:
    namesakes = by_name.get(_folded(line.name.full), ())
    return next((code for code in namesakes if children.get(code, set()) & set(line.children)), None)


def _folded(name: str) -> str:
    return name.casefold().translate(_YO)
