"""Letters of duties besides lessons' records: pardons, and what the deputy hears of (BEY-9, NTF-5)."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from core.model.duty import Cycle, Duty, DutyState, DutySubject, SubjectKind
from core.model.duty_sheet import DutyNames
from core.model.ids import PersonId, SchoolId
from core.model.own_duties import PARDON_CODE, Line, ToldPardon
from core.model.school import Grades
from core.regulation.overlay import row_number
from core.rules.duty_numbers import numbers_of
from core.rules.duty_reminding import concerns_deputy, is_escalated, last_day
from core.storage.gateways.outbox import Draft
from core.storage.queries import duty_names, duty_places
from core.storage.work import Work
from core.usecases.duties import SchoolYear
from core.usecases.duty_list import DutiesAt, read_duties
from locales import Markup, Translator
from locales.clauses import cited
from locales.dates import clock_time, day_and_month, day_range, day_short, month_title, relative_day
from notifications.compose.context import Context, fitted
from notifications.letter import Act, Letter, LetterButton, LetterKind

TOLD = "1"
SHOWN = 8
WITH_BUTTONS = 4
_BEFORE = timedelta(days=30)
"""No number of working days that a school may choose makes the deputy hear of anything older for the first time."""
_WEEK = timedelta(days=6)
_THINGS = (SubjectKind.EVENT, SubjectKind.CALENDAR, SubjectKind.REMARK)

_Make = Callable[[Context, Draft], Letter | None]
_Reader = Callable[[Work, Context, Sequence[Draft]], Awaitable[_Make]]


def about(tr: Translator, subject: DutySubject, names: DutyNames) -> Markup:
    """Say what a duty is about: «7Б · Алгебра · 1 четверть»; the whole school where it names nothing."""
    klass, person = names.klasses.get(subject.klass or 0), names.people.get(subject.person or 0)
    parts = [
        klass.name if klass else "",
        names.subjects.get(subject.subject or 0, ""),
        names.groups.get(subject.group or 0, ""),
        person.name.short if person else "",
        names.things.get((subject.kind.value, subject.number or 0), "") if subject.kind in _THINGS else "",
        _stretch(tr, subject, names),
    ]
    said = " · ".join(part for part in parts if part)
    return tr("notice-about", about=said) if said else tr("duty-sheet-school")


def _stretch(tr: Translator, subject: DutySubject, names: DutyNames) -> str:
    day = subject.day
    if subject.cycle is Cycle.PERIOD:
        return names.periods.get(subject.period or 0, "")
    if day is None or subject.cycle is Cycle.YEAR:
        return ""
    if subject.cycle is Cycle.WEEK:
        return day_range(tr, day, day + _WEEK)
    return month_title(tr, day) if subject.cycle is Cycle.MONTH else day_and_month(tr, day)


def until(tr: Translator, due_at: datetime, zone: tzinfo, today: date) -> Markup:
    """Say a due time: «сегодня», «пт 16.10, 18:00»."""
    local, day = due_at.astimezone(zone), last_day(due_at, zone)
    named = relative_day(tr, day, today) if abs((day - today).days) <= 1 else day_short(tr, day)
    if local.time() == time():
        return tr("notice-until-day-end", day=named)
    return tr("notice-until-time", day=named, time=clock_time(tr, local))


def line_of(tr: Translator, line: Line, today: date) -> Markup:
    """Give a line of a list: what, about whom, until when, by which clause."""
    return tr(
        "notice-own-line",
        title=tr(f"rule-{line.title}"),
        about=about(tr, line.subject, line.names),
        until=until(tr, line.due_at, line.zone, today),
        clause=cited(tr, (line.clause,)),
    )


async def _pardons(work: Work, ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await work.run(duty_places.pardons, {item.subject for draft in drafts for item in draft.items})
    return lambda ctx, draft: pardon(ctx, draft, facts)


def pardon(ctx: Context, draft: Draft, facts: Mapping[int, ToldPardon]) -> Letter | None:
    """Tell somebody that duties wait, or that they do no longer."""
    told = facts.get(draft.items[0].subject) if draft.items else None
    if told is None:
        return None
    tr, year = ctx.words(draft), ctx.year(draft)
    given, by = told.pardon, told.by.initials
    if told.ended or given.until is None:
        text = tr("notice-pardon-ended", by=by)
    else:
        last = day_and_month(tr, last_day(given.until, year.school.zone))
        text = tr("notice-pardon", until=last, reason=_reason(tr, given.reason), by=by)
    rule = next((rule for rule in year.regulation.rows if rule.id == given.rule), None)
    if rule is not None:
        what = tr("notice-pardon-what", title=tr(f"rule-{rule.title}"), clause=cited(tr, (rule.clause,)))
        text = Markup(f"{text}\n{what}")
    elif not told.ended and given.person is not None:
        text = Markup(f"{text}\n{tr('notice-pardon-all')}")
    button = LetterButton("notice-button-my-duties", Act.MY_DUTIES)
    return Letter(text, ((button,),), told=((draft.items[0].id, TOLD),))


def _reason(tr: Translator, reason: str) -> Markup:
    if reason.startswith(PARDON_CODE):
        return tr(f"duties-reason-{reason.removeprefix(PARDON_CODE)}")
    return tr("duties-reason-own", words=reason)


@dataclass(frozen=True, slots=True)
class _Late:
    """What the deputies of a school hear of today for the first time."""

    duties: Sequence[Duty]
    names: DutyNames
    deputies: Mapping[PersonId, Grades]

    def of(self, deputy: PersonId) -> list[Duty]:
        """Give those of a deputy's parallels, and those of no class; one's own one knows of."""
        grades = self.deputies.get(deputy, frozenset())
        return [duty for duty in self.duties if self._within(duty, grades) and deputy not in duty.holders]

    def _within(self, duty: Duty, grades: Grades) -> bool:
        klass = self.names.klasses.get(duty.subject.klass or 0)
        return klass is None or klass.grade in grades


async def _overdue_of_others(work: Work, ctx: Context, drafts: Sequence[Draft]) -> _Make:
    schools = {draft.school for draft in drafts if draft.school}
    found = {school: await _late(work, ctx.years[school], school, ctx.now) for school in schools}
    return lambda ctx, draft: overdue_of_others(ctx, draft, found)


async def _late(work: Work, year: SchoolYear, school: SchoolId, now: datetime) -> _Late:
    today = year.today(now)
    days = year.school.escalation_days
    duties = [
        duty
        for duty in await read_duties(work, year, DutiesAt(school, first=today - _BEFORE - timedelta(days=2 * days)))
        if duty.state is DutyState.OVERDUE
        and concerns_deputy(duty)
        and is_escalated(duty.due_at, year.school.zone, today, days, year.calendar)
    ]
    names = await work.run(duty_names.names, school, duties)
    return _Late(duties, names, await work.run(duty_places.deputies, school))


def overdue_of_others(ctx: Context, draft: Draft, found: Mapping[SchoolId, _Late]) -> Letter | None:
    """Tell a deputy what has been overdue for so many working days, once, by whom it is; with what may be done."""
    if draft.person is None or draft.school is None:
        return None
    tr, year = ctx.words(draft), ctx.year(draft)
    late = found[draft.school]
    duties = late.of(draft.person)
    if not duties:
        return None
    groups = _grouped(tr, duties, late.names)
    today = ctx.today(draft)
    lines = [_late_line(tr, group, late.names, year, today) for group in groups[:SHOWN]]
    if len(groups) > SHOWN:
        lines.append(tr("notice-late-more", count=len(groups) - SHOWN))
    head = tr("notice-late-of-others", days=year.school.escalation_days, count=len(duties))
    return Letter(
        fitted(tr, head, lines), tuple(_late_buttons(tr, group, late.names) for group in groups[:WITH_BUTTONS])
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """What one person owes for one thing: the parts of a lesson's record are one line."""

    name: str
    duties: tuple[Duty, ...]


def _grouped(tr: Translator, duties: Sequence[Duty], names: DutyNames) -> list[_Group]:
    found: dict[tuple[str, object], list[Duty]] = defaultdict(list)
    for duty in duties:
        thing = duty.subject.key if duty.subject.lesson is None else duty.subject.lesson
        found[(_holder(tr, duty, names), thing)].append(duty)
    return sorted((_Group(name, tuple(some)) for (name, _), some in found.items()), key=lambda group: group.name)


def _holder(tr: Translator, duty: Duty, names: DutyNames) -> str:
    person = names.people.get(duty.holder or 0)
    return person.name.initials if person else tr("notice-late-nobody")


def _late_line(tr: Translator, group: _Group, names: DutyNames, year: SchoolYear, today: date) -> Markup:
    first = min(group.duties, key=lambda duty: duty.due_at)
    return tr(
        "notice-late-line",
        name=group.name,
        about=about(tr, first.subject, names),
        titles=Markup("; ".join(tr(f"rule-{duty.rule.title}") for duty in group.duties)),
        until=until(tr, first.due_at, year.school.zone, today),
        clause=cited(tr, (duty.rule.clause for duty in group.duties)),
    )


def _late_buttons(tr: Translator, group: _Group, names: DutyNames) -> tuple[LetterButton, ...]:
    first = group.duties[0]
    ids = (row_number(first.rule.id), *numbers_of(first.subject.key))
    label: dict[str, str | int] = {"name": group.name, "about": about(tr, first.subject, names).plain}
    return (
        LetterButton("notice-button-late-open", Act.OPEN_DUTY, ids, label),
        LetterButton("notice-button-late-pardon", Act.PARDON_DUTY, ids),
    )


READERS: Mapping[LetterKind, _Reader] = {
    LetterKind.PARDON: _pardons,
    LetterKind.OVERDUE_OF_OTHERS: _overdue_of_others,
}
