"""The audit chain: every entry's hash covers the entry and the hash before it (CTL-7)."""

import hashlib
import json
from collections.abc import Mapping

GENESIS = bytes(32)


def canonical(record: Mapping[str, str | int | None]) -> bytes:
    """Give the one byte form of a record: sorted keys, no spaces, UTF-8."""
    return json.dumps(dict(record), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def link(previous: bytes, record: Mapping[str, str | int | None]) -> bytes:
    """Give the hash of a record that follows `previous` (32 bytes; `GENESIS` for the first) [CTL-7]."""
    return hashlib.sha256(previous + canonical(record)).digest()
