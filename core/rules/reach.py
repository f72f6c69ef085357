"""The ladder «nobody left out» (NTF-9): first guardian, another one, the class teacher's list, paper [000 §14]."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from core.model.reach import Contact, Hindered, Hindrance, Rung
from core.rules.calendar import local_day

SILENCE = timedelta(days=3)
MUST_BE_READ = frozenset({"attendance", "period_mark", "notice", "notice_urgent"})
"""Kinds of letters that a household must have read: absences, results, notices."""


def hindrance(contact: Contact, now: datetime, zone: tzinfo) -> Hindered | None:
    """Give why a guardian isn't reached and since which day of the school, None for one who is."""
    if not contact.electronic:
        return Hindered(contact, Hindrance.DECLINED, contact.declined_on or contact.since)
    if contact.entered_at is None:
        return Hindered(contact, Hindrance.NEVER, contact.since)
    if contact.blocked_at is not None:
        return Hindered(contact, Hindrance.BLOCKED, local_day(contact.blocked_at, zone))
    if contact.unanswered_at is not None and now - contact.unanswered_at >= SILENCE:
        return Hindered(contact, Hindrance.SILENT, local_day(contact.unanswered_at, zone))
    return None


def hindered(contacts: Sequence[Contact], now: datetime, zone: tzinfo) -> tuple[Hindered, ...]:
    """Give those of a household that aren't reached."""
    return tuple(found for contact in contacts if (found := hindrance(contact, now, zone)) is not None)


def rung(contacts: Sequence[Contact], lost: Sequence[Hindered]) -> Rung:
    """Give where a household stands; `contacts` in the school's order, `lost` as `hindered` gives them.

    Who declined the electronic service is served on paper and leaves the others their place; a household without
    anybody is the class teacher's to look after.
    """
    willing = [contact.guardian for contact in contacts if contact.electronic]
    if contacts and not willing:
        return Rung.PAPER
    out_of_reach = {each.contact.guardian for each in lost}
    reached = [guardian for guardian in willing if guardian not in out_of_reach]
    if not reached:
        return Rung.LISTED
    return Rung.REACHED if reached[0] == willing[0] else Rung.SECOND


def reaches_at_once(lost: Sequence[Hindered]) -> bool:
    """Tell whether letters that must be read go to whoever of a household is reached at once, whatever they chose:
    another guardian of the child gets none, or has left them unread for three days (NTF-9).
    """
    return any(each.why is not Hindrance.DECLINED for each in lost)


def gets_paper(place: Rung) -> bool:
    """Tell whether a family gets its week on paper: it declined the rest, or nothing else reaches it."""
    return place in (Rung.PAPER, Rung.LISTED)


def week_of(day: date) -> date:
    """Give the Monday of a day's week."""
    return day - timedelta(days=day.weekday())
