"""Due times as short canonical texts, as «days-after-lesson days=2»: in the overlay, in audit, on the command line."""

from datetime import date, time

from core.model.term import Happening, Term, TermKind

_DAYS = {
    TermKind.DAYS_AFTER_LESSON,
    TermKind.WORKING_DAYS_AFTER_LESSON,
    TermKind.DAYS_BEFORE_LESSON,
    TermKind.DAYS_AFTER_PERIOD_END,
    TermKind.DAYS_BEFORE_PERIOD_END,
    TermKind.DAYS_BEFORE_PERIOD_START,
    TermKind.DAYS_BEFORE_YEAR_START,
    TermKind.DAYS_AFTER_YEAR_START,
    TermKind.DAYS_BEFORE_YEAR_END,
    TermKind.DAYS_AFTER_YEAR_END,
    TermKind.DAYS_AFTER_LAUNCH,
    TermKind.WORKING_DAYS_AFTER_LAUNCH,
    TermKind.DAYS_AFTER_EVENT,
    TermKind.WORKING_DAYS_AFTER_EVENT,
    TermKind.DAYS_BEFORE_EVENT,
    TermKind.WORKING_DAYS_BEFORE_EVENT,
}
_OF_EVENTS = {
    TermKind.HOURS_AFTER_EVENT,
    TermKind.DAYS_AFTER_EVENT,
    TermKind.WORKING_DAYS_AFTER_EVENT,
    TermKind.ON_EVENT_DAY,
    TermKind.BEFORE_EVENT,
    TermKind.DAYS_BEFORE_EVENT,
    TermKind.WORKING_DAYS_BEFORE_EVENT,
}
_LEAP_YEAR = 2000
DAYS_LIMIT = 366
HOURS_LIMIT = 240


def parameters(kind: TermKind) -> frozenset[str]:
    """Give the parameters that terms of a kind have; of a fixed date besides, perhaps, `year`."""
    found = set()
    if kind in _DAYS:
        found.add("days")
    if kind in (TermKind.HOURS_AFTER_CLASSES, TermKind.HOURS_AFTER_EVENT):
        found.add("hours")
    if kind is TermKind.LESSON_DAY_AT:
        found.add("at")
    if kind is TermKind.FIXED_DATE:
        found |= {"month", "day"}
    if kind in _OF_EVENTS:
        found.add("event")
    return frozenset(found)


def write_term(term: Term) -> str:
    """Give a term as text: its kind and its parameters, always in one order."""
    values = {
        "at": "" if term.at is None else term.at.isoformat("minutes"),
        "days": str(term.days),
        "hours": str(term.hours),
        "event": "" if term.event is None else term.event.value,
        "month": str(term.month),
        "day": str(term.day),
    }
    kept = parameters(term.kind)
    parts = [f"{name}={value}" for name, value in values.items() if name in kept]
    if term.year:
        parts.append(f"year={term.year}")
    return " ".join((term.kind.value, *parts))


def read_term(text: str) -> Term:
    """Give the term that a text says. Raises ValueError for anything that isn't one."""
    kind_word, *parts = text.split()
    kind = TermKind(kind_word)
    given = dict(_pair(part) for part in parts)
    expected = parameters(kind)
    if len(given) != len(parts) or given.keys() - {"year"} != expected or ("year" in given and "month" not in given):
        raise ValueError(text)
    term = Term(
        kind,
        at=time.fromisoformat(given["at"]) if "at" in given else None,
        days=_number(given, "days", DAYS_LIMIT),
        hours=_number(given, "hours", HOURS_LIMIT),
        event=Happening(given["event"]) if "event" in given else None,
        month=_number(given, "month", 12),
        day=_number(given, "day", 31),
        year=_number(given, "year", 9999),
    )
    if term.month:
        date(term.year or _LEAP_YEAR, term.month, term.day)
    if term.at is not None and (term.at.tzinfo is not None or term.at.second or term.at.microsecond):
        raise ValueError(text)
    return term


def _pair(part: str) -> tuple[str, str]:
    name, sign, value = part.partition("=")
    if not sign:
        raise ValueError(part)
    return name, value


def _number(given: dict[str, str], name: str, limit: int) -> int:
    written = given.get(name, "0")
    if not (written.isascii() and written.isdigit()) or int(written) > limit or (name in given and len(written) > 4):
        raise ValueError(written)
    if name in ("month", "day", "hours", "year") and name in given and int(written) == 0:
        raise ValueError(written)
    return int(written)
