"""Short codes by which somebody proves later that a record of the audit trail is unchanged (BEY-4)."""

import re

from core.rules.invitations import ALPHABET
from core.rules.letters import latin_look

_SIGNS = 6
_CODE = re.compile(rf"#?(\d{{1,12}})[-–—\s]*([{ALPHABET}]{{{_SIGNS}}})")


def proof_code(seq: int, digest: bytes) -> str:
    """Give the code of an entry: its number, and six signs of its hash (thirty bits), as «412-K7QM4X»."""
    rest = int.from_bytes(digest[:4], "big")
    signs = []
    for _ in range(_SIGNS):
        rest, at = divmod(rest, len(ALPHABET))
        signs.append(ALPHABET[at])
    return f"{seq}-{''.join(signs)}"


def read_code(typed: str) -> int | None:
    """Give the number of the entry that a typed code names, however carelessly typed; None for anything else."""
    found = _read(typed)
    return int(found[1]) if found else None


def same_code(typed: str, seq: int, digest: bytes) -> bool:
    """Tell whether a typed code is the one of an entry."""
    found = _read(typed)
    return found is not None and f"{int(found[1])}-{found[2]}" == proof_code(seq, digest)


def _read(typed: str) -> re.Match[str] | None:
    return _CODE.fullmatch(latin_look(typed.strip().upper()))


def kind_code(kind: str) -> str:
    """Give a kind of entry as texts choose by it: they know neither dots nor underscores."""
    return kind.replace(".", "-").replace("_", "-")
