"""Days and times in words, through the texts of `common.ftl`: no library's own locales.

Every function takes the translator first. School days are `date`, instants are aware and come with the school's zone.
All results may stand in messages and in buttons alike.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from locales.translator import Translator

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def weekday_name(tr: Translator, day: date) -> str:
    """«четверг»."""
    return tr("date-weekday", weekday=_weekday(day))


def on_weekday(tr: Translator, day: date) -> str:
    """«в четверг», «во вторник»."""
    return tr("date-on-weekday", weekday=_weekday(day))


def day_title(tr: Translator, day: date) -> str:
    """«четверг, 15 октября»: the heading of a day."""
    return tr("date-title", weekday=_weekday(day), day=day.day, month=day.month)


def day_title_year(tr: Translator, day: date) -> str:
    """«четверг, 15 октября 2026 г.»: where the year matters."""
    return tr("date-title-year", weekday=_weekday(day), day=day.day, month=day.month, year=day.year)


def on_day(tr: Translator, day: date) -> str:
    """«в четверг, 15 октября»: when something happens."""
    return tr("date-on-day", weekday=_weekday(day), day=day.day, month=day.month)


def day_and_month(tr: Translator, day: date) -> str:
    """«15 октября»."""
    return tr("date-day", day=day.day, month=day.month)


def day_month_year(tr: Translator, day: date) -> str:
    """«15 октября 2026»."""
    return tr("date-day-year", day=day.day, month=day.month, year=day.year)


def day_short(tr: Translator, day: date) -> str:
    """«чт 15.10»: for buttons and narrow lists."""
    return tr("date-short", weekday=_weekday(day), numbers=day_numbers(tr, day))


def day_numbers(tr: Translator, day: date) -> str:
    """«15.10»."""
    return tr("date-numbers", dd=f"{day.day:02}", mm=f"{day.month:02}")


def day_numbers_year(tr: Translator, day: date) -> str:
    """«15.10.2026»: for papers and tables."""
    return tr("date-numbers-year", dd=f"{day.day:02}", mm=f"{day.month:02}", year=day.year)


def month_title(tr: Translator, day: date) -> str:
    """«октябрь 2026»: the month that the day is in."""
    return tr("date-month-title", month=day.month, year=day.year)


def day_range(tr: Translator, first: date, last: date) -> str:
    """«12–16 октября», «28 сентября – 2 октября», «28 декабря 2026 – 8 января 2027»; a single day as itself."""
    if first == last:
        return day_and_month(tr, first)
    if (first.year, first.month) == (last.year, last.month):
        return tr("date-range-days", first=first.day, last=last.day, month=last.month)
    words = day_and_month if first.year == last.year else day_month_year
    return tr("date-range", first=words(tr, first), last=words(tr, last))


def relative_day(tr: Translator, day: date, today: date) -> str:
    """«сегодня», «завтра», «вчера», otherwise «четверг, 15 октября»."""
    return _near(tr, day, today) or day_title(tr, day)


def on_relative_day(tr: Translator, day: date, today: date) -> str:
    """«сегодня», «завтра», «вчера», otherwise «в четверг, 15 октября»."""
    return _near(tr, day, today) or on_day(tr, day)


def clock_time(tr: Translator, at: time | datetime) -> str:
    """«09:25», by the wall clock of what is given; instants go through `moment` or are brought into the zone before."""
    return tr("time-of-day", hh=f"{at.hour:02}", mm=f"{at.minute:02}")


def clock_range(tr: Translator, first: time, last: time) -> str:
    """«09:25–10:10»."""
    return tr("time-range", first=clock_time(tr, first), last=clock_time(tr, last))


def moment(tr: Translator, at: datetime, zone: tzinfo, today: date) -> str:
    """«сегодня в 17:20», «15 октября в 17:20» for an instant, told by the school's clock.

    Raises ValueError for a naive instant.
    """
    if at.tzinfo is None:
        raise ValueError("an instant has a zone")
    local = at.astimezone(zone)
    day = _near(tr, local.date(), today) or day_and_month(tr, local.date())
    return tr("time-moment", day=day, time=clock_time(tr, local))


def duration(tr: Translator, span: timedelta) -> str:
    """«50 мин», «2 ч 10 мин», from two days on «3 дня»; rounded down to minutes, never negative."""
    minutes = max(0, int(span.total_seconds()) // 60)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return tr("time-days", days=hours // 24)
    if not hours:
        return tr("time-minutes", minutes=minutes)
    return tr("time-hours-minutes", hours=hours, minutes=rest) if rest else tr("time-hours", hours=hours)


def _near(tr: Translator, day: date, today: date) -> str | None:
    names = {0: "date-today", 1: "date-tomorrow", -1: "date-yesterday"}
    name = names.get((day - today).days)
    return None if name is None else tr(name)


def _weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]
