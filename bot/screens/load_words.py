"""Homework's load in words: for a teacher who gives it, for who watches over a class (BEY-7)."""

from datetime import timedelta

from core.model.homework_load import DayLoad
from locales import Markup, Translator
from locales.dates import duration


def minutes_text(tr: Translator, minutes: int) -> str:
    """«1 ч 50 мин»."""
    return duration(tr, timedelta(minutes=minutes))


def load_line(tr: Translator, day: DayLoad) -> Markup:
    """«⏱ ДЗ: 1 ч 50 мин из 2 ч 30 мин», with a sign where it is more than the norm."""
    name = "load-homework-over" if day.over else "load-homework"
    return tr(name, minutes=minutes_text(tr, day.minutes), norm=minutes_text(tr, day.norm))
