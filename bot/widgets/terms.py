"""Rows of a regulation in words: terms, holders, clauses."""

from collections.abc import Iterable
from datetime import date

from core.model.people import Role
from core.model.regulation import Rule
from core.model.term import Term, TermKind
from core.regulation.families import event_for
from core.regulation.term_text import parameters
from locales import Markup, Translator
from locales.dates import clock_time, day_and_month, day_month_year

_LEAP_YEAR = 2000


def term_in_words(tr: Translator, term: Term) -> Markup:
    """Say a term as «в течение 2 дней после урока»."""
    return tr(
        f"regulation-term-{term.kind}",
        at="" if term.at is None else clock_time(tr, term.at),
        days=term.days,
        hours=term.hours,
        event="" if term.event is None else tr(f"regulation-event-{term.event}"),
        date=_fixed_date(tr, term) if term.month else "",
    )


def due_in_words(tr: Translator, rule: Rule) -> Markup:
    """Say when a rule is due, its aim first where the text has one."""
    limit = term_in_words(tr, rule.due)
    return limit if rule.aim is None else tr("regulation-aim", aim=term_in_words(tr, rule.aim), limit=limit)


def holders_in_words(tr: Translator, holders: Iterable[Role]) -> Markup:
    """Name the holders in the order they are reminded."""
    return Markup(", ".join(holder_in_words(tr, role) for role in holders))


def holder_in_words(tr: Translator, role: Role) -> Markup:
    """Name a holder as «классный руководитель»."""
    return tr(f"regulation-holder-{role.replace('_', '-')}")


def term_text(rule: Rule, kind: TermKind, n: int) -> str:
    """Give the canonical text of a term whose one number a button carries: days, hours, 1830 for 18:30, 915 for 15.09.

    Numbers that are no time or date make a text that is refused as no term.
    """
    names = parameters(kind)
    parts = [kind.value]
    if "at" in names:
        parts.append(f"at={n // 100:02}:{n % 100:02}")
    parts += [f"{name}={n}" for name in ("days", "hours") if name in names]
    if "month" in names:
        parts += [f"month={n // 100}", f"day={n % 100}"]
    event = event_for(rule)
    if "event" in names and event is not None:
        parts.append(f"event={event.value}")
    return " ".join(parts)


def _fixed_date(tr: Translator, term: Term) -> str:
    if term.year:
        return day_month_year(tr, date(term.year, term.month, term.day))
    return day_and_month(tr, date(_LEAP_YEAR, term.month, term.day))
