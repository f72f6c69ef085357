"""Duties in words: what, about whom, until when, by which clause; why one is pardoned. Knows no buttons."""

from datetime import datetime, time, timedelta, tzinfo

from bot.widgets.duty_words import subject_in_words
from bot.widgets.fitting import clip
from core.model.duty import DutyState
from core.model.own_duties import PARDON_CODE, Line
from locales import Markup, Translator
from locales.clauses import cited
from locales.dates import clock_time, day_short, relative_day

_A_MOMENT = timedelta(microseconds=1)
_NEAR = 1


def duty_line(tr: Translator, line: Line, now: datetime, number: int, limit: int = 200) -> Markup:
    """Give a line of a list: «2. 🔴 Отметить отсутствующих: 7Б · Алгебра …», below it its term and its clause."""
    return tr(
        f"duties-line-{line.state(now).value}",
        number=number,
        title=clip(tr(f"rule-{line.title}").plain, limit),
        about=clip(subject_in_words(tr, line.subject, line.names), limit),
        until=until_in_words(tr, line.due_at, line.zone, now),
        clause=cited(tr, (line.clause,)),
        reason=reason_in_words(tr, line.reason),
        binding="yes" if line.binding else "no",
    )


def brief_line(tr: Translator, line: Line, now: datetime, limit: int = 100) -> Markup:
    """Give a line for the top of a home: «🔴 Записать домашнее задание: 9А · История · срок был вчера, 18:00»."""
    return tr(
        "duties-brief",
        mark=tr(f"duties-mark-{line.state(now).value}"),
        title=clip(tr(f"rule-{line.title}").plain, limit),
        about=clip(subject_in_words(tr, line.subject, line.names), limit),
        until=until_in_words(tr, line.due_at, line.zone, now),
        late="yes" if line.state(now) is DutyState.OVERDUE else "no",
    )


def until_in_words(tr: Translator, due_at: datetime, zone: tzinfo, now: datetime) -> Markup:
    """Say a due time: «сегодня, 18:00», «пт 16.10»; the end of a day is the day itself, as people say it."""
    local = due_at.astimezone(zone)
    today = now.astimezone(zone).date()
    day = (local - _A_MOMENT).date()
    named = relative_day(tr, day, today) if abs((day - today).days) <= _NEAR else day_short(tr, day)
    if local.time() == time():
        return tr("duties-until-day", day=named)
    return tr("duties-until-time", day=named, time=clock_time(tr, local))


def reason_in_words(tr: Translator, reason: str | None) -> Markup:
    """Say why duties are pardoned: in somebody's own words, or those of the deal's code; empty without a reason."""
    if reason is None:
        return Markup("")
    if reason.startswith(PARDON_CODE):
        return tr(f"duties-reason-{reason.removeprefix(PARDON_CODE)}")
    return tr("duties-reason-own", words=reason)


def is_late(line: Line, now: datetime) -> bool:
    """Tell whether a duty that binds is overdue."""
    return line.binding and line.state(now) is DutyState.OVERDUE
