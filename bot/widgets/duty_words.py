"""What a duty is about, in words: «7Б · Алгебра · 15 октября, 2-й урок»."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from core.model.duty import Cycle, DutySubject, SubjectKind
from core.model.duty_sheet import DutyNames
from locales import Translator
from locales.dates import day_and_month, day_range, month_title

_SEPARATOR = " · "
_WEEK = timedelta(days=6)
_THINGS = (SubjectKind.EVENT, SubjectKind.CALENDAR, SubjectKind.REMARK)


def subject_in_words(tr: Translator, subject: DutySubject, names: DutyNames) -> str:
    """Name a duty's subject, plain text: class, school subject and group, whom, which day, week or period."""
    parts = [*_whose(tr, subject, names), *_what(tr, subject, names), *_when(tr, subject, names)]
    return _SEPARATOR.join(part for part in parts if part) or tr.plain("duty-sheet-school")


def _whose(tr: Translator, subject: DutySubject, names: DutyNames) -> list[str]:
    klass = names.klasses.get(subject.klass) if subject.klass is not None else None
    person = names.people.get(subject.person) if subject.person is not None else None
    lesson = names.subjects.get(subject.subject, "") if subject.subject is not None else ""
    group = names.groups.get(subject.group, "") if subject.group is not None else ""
    return [klass.name if klass else "", lesson, group, person.name.short if person else ""]


def _what(tr: Translator, subject: DutySubject, names: DutyNames) -> list[str]:
    if subject.kind is SubjectKind.WORK and subject.work is not None:
        return [names.works.get(subject.work, "")]
    if subject.kind in _THINGS and subject.number is not None:
        return [names.things.get((subject.kind.value, subject.number), "")]
    return [tr.plain("duty-sheet-exam")] if subject.kind is SubjectKind.EXAM else []


def _when(tr: Translator, subject: DutySubject, names: DutyNames) -> list[str]:
    day = subject.day
    if day is None:
        return []
    if subject.lesson is not None:
        number = names.lessons.get(subject.lesson, 0)
        return [tr.plain("duty-sheet-lesson", day=day_and_month(tr, day), number=number)]
    said = _CYCLES.get(subject.cycle) if subject.cycle else None
    return [said(tr, subject, names, day) if said else day_and_month(tr, day)]


_CYCLES: Mapping[Cycle, Callable[[Translator, DutySubject, DutyNames, date], str]] = {
    Cycle.WEEK: lambda tr, subject, names, day: day_range(tr, day, day + _WEEK),
    Cycle.MONTH: lambda tr, subject, names, day: month_title(tr, day),
    Cycle.PERIOD: lambda tr, subject, names, day: names.periods.get(subject.period or 0, ""),
    Cycle.YEAR: lambda tr, subject, names, day: tr.plain(
        "duty-sheet-year", first=str(day.year), second=str(day.year + 1)
    ),
}
