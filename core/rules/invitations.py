"""Invitation codes: made, read as people type them, hashed, expiring, slowed down (ACC-1)."""

import hmac
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, tzinfo

from core.model.regulation import InvitationTerm
from core.rules.calendar import day_end, local_day
from core.rules.letters import latin_look

# 32 signs of 5 bits; 0 and O, 1 and I are not among them, so that none can be taken for another on paper.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_BYTES = 10
CODE_SIGNS = CODE_BYTES * 8 // 5
_GROUP = 4
# A typed I, 1 or | can only have been an L.
_SLIPS = str.maketrans({"I": "L", "1": "L", "|": "L"})

ATTEMPTS_WITHIN = timedelta(hours=1)
OWN_ATTEMPTS = 5
ALL_ATTEMPTS = 100
OWN_ATTEMPTS_UNDER_ATTACK = 1


def new_code(random: bytes) -> str:
    """Give a code of 80 bits as XXXX-XXXX-XXXX-XXXX from `CODE_BYTES` random bytes.

    Raises ValueError when there are not exactly so many.
    """
    if len(random) != CODE_BYTES:
        raise ValueError("a code needs exactly its bytes of randomness")
    number = int.from_bytes(random, "big")
    signs = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(CODE_SIGNS)))
    return "-".join(signs[at : at + _GROUP] for at in range(0, CODE_SIGNS, _GROUP))


def normalise(typed: str) -> str:
    """Give what was typed as it would stand on paper: capitals, without dashes and spaces, Cyrillic look-alikes read
    as Latin. What is no code at all comes out as something that no code is.
    """
    signs = latin_look(typed.upper()).translate(_SLIPS)
    return "".join(sign for sign in signs if sign.isalnum())


def hash_code(code: str, pepper: bytes) -> str:
    """Give the keyed hash (HMAC-SHA-256, 64 hex digits) by which alone a code is stored and looked up.

    The code may be as issued or as typed; `pepper` is the secret kept outside the database.
    """
    return hmac.digest(pepper, normalise(code).encode(), "sha256").hex()


def _weekday(day: date) -> bool:
    return day.weekday() < 5


def expires_at(
    term: InvitationTerm, issued_at: datetime, zone: tzinfo, works: Callable[[date], bool] = _weekday
) -> datetime:
    """Give the instant at which a code dies: the end of the last day of its term (ACC-1, REG-7).

    `works` tells working days (`SchoolCalendar.is_working_day`); without it weekdays count, holidays unknown
    [003 А-10, Г-4, Д-1, Е-2].
    """
    issued = local_day(issued_at, zone)
    last, left = issued, term.working_days
    while left:
        last += timedelta(days=1)
        left -= works(last)
    return day_end(max(last, issued + timedelta(days=term.days)), zone)


def retry_at(own: Sequence[datetime], in_all: int, now: datetime) -> datetime | None:
    """Give when an account may try again, None when it may now.

    `own` are the instants of its wrong codes within `ATTEMPTS_WITHIN`, oldest first, `in_all` how many everybody typed.
    Five are free; while everybody together typed a hundred, one: guessing by many accounts is slowed down, and who
    types the code off the paper still gets in.
    """
    free = OWN_ATTEMPTS if in_all < ALL_ATTEMPTS else OWN_ATTEMPTS_UNDER_ATTACK
    if len(own) < free:
        return None
    until = own[len(own) - free] + ATTEMPTS_WITHIN
    return until if until > now else None
