"""When something takes place, in words: for screens, letters and groups alike."""

from collections.abc import Collection
from datetime import date, time

from locales.dates import clock_time, day_range, day_short, day_title
from locales.translator import Markup, Translator


def occasion(tr: Translator, first: date, last: date, at: time | None) -> Markup:
    """«четверг, 15 октября, 14:00», «12–16 октября»."""
    days = day_title(tr, first) if first == last else day_range(tr, first, last)
    return tr("events-when", day=days) if at is None else tr("events-when-at", day=days, time=clock_time(tr, at))


def occasion_short(tr: Translator, first: date, last: date) -> str:
    """«чт 15.10», «12–16 октября»: for narrow lists and buttons."""
    return day_short(tr, first) if first == last else day_range(tr, first, last)


def details(tr: Translator, place: str, words: str, bring: str) -> list[Markup]:
    """Give the lines below an event's first one: where, what about, what to bring."""
    lines = []
    if place:
        lines.append(tr("events-place", place=place))
    if words:
        lines.append(tr("events-words", words=words))
    if bring:
        lines.append(tr("events-bring", bring=bring))
    return lines


def whom(tr: Translator, klass: str, grades: Collection[int] | None) -> str:
    """«7Б», «5, 6 классы», «вся школа»: for whom something is."""
    if klass:
        return klass
    if grades is None:
        return tr.plain("events-whom-school")
    named = ", ".join(str(grade) for grade in sorted(grades))
    return tr.plain("events-whom-grades", grades=named, count=len(grades))
