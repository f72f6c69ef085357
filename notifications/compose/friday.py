"""The Friday letter: a child's week in twelve lines at the most, what went well first (BEY-3)."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from core.model.calendar import Period
from core.model.forecast import SubjectForecast
from core.model.friday import Absences, Learnt, Rise, StudentsWeek, WeekMark, WeekWork
from core.model.ids import AccountId, PeriodId, PersonId, SchoolId, SubjectId
from core.model.journal import FIRST_GRADE
from core.model.lesson import WorkKind
from core.rules.averages import Tally
from core.rules.calendar import at_local, period_of
from core.rules.evidence import heaped
from core.rules.fridays import below, best, rises, to_ask, wanted
from core.storage.gateways import goals
from core.storage.gateways.outbox import Draft
from core.storage.queries import forecast as standing
from core.storage.queries import foretelling, fridays
from core.storage.queries.forecast import Goals, Span, Standings
from core.storage.queries.fridays import Week
from core.storage.work import Work
from core.usecases.duties import SchoolYear
from core.usecases.forecast import foreseen
from locales import Markup, Translator
from locales.dates import day_range, day_short
from notifications.compose.context import Context, head_line
from notifications.letter import Act, Buttons, Letter, LetterButton

SHOWN = 3
NAME, TOPIC = 60, 160
"""So many characters of a school's own words: the whole letter has to fit into a message."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Facts:
    """Weeks by student and day; of each the running period, and what stands in it; what readers watch for."""

    weeks: Mapping[tuple[PersonId, date], StudentsWeek]
    periods: Mapping[tuple[PersonId, date], Period]
    standings: Mapping[PeriodId, Standings]
    watched: Mapping[tuple[AccountId, PersonId], Goals]


async def read(work: Work, ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read weeks and what stands in the running periods: a statement for each school's day and for each period."""
    asked: dict[tuple[SchoolId, date], set[PersonId]] = defaultdict(set)
    for draft in drafts:
        if draft.student is not None and draft.school is not None:
            asked[draft.school, _day(draft)].add(draft.student)
    weeks: dict[tuple[PersonId, date], StudentsWeek] = {}
    for (school, day), students in asked.items():
        found = await work.run(fridays.of_students, students, _week(ctx, ctx.years[school], day))
        weeks |= {(student, day): week for student, week in found.items()}
    periods = await _periods(work, weeks)
    standings = await _standings(work, ctx, weeks, periods)
    watched = await work.run(goals.some, [(draft.account, draft.student) for draft in drafts if draft.student])
    facts = Facts(weeks, periods, standings, watched)
    return lambda ctx, draft: letter(ctx, draft, facts)


def _day(draft: Draft) -> date:
    return date.fromisoformat(draft.payload["day"])


def _week(ctx: Context, year: SchoolYear, last: date) -> Week:
    """What families were not told of yet is not told here: it may still be corrected, or waits for its hours."""
    known, window = ctx.now, year.school.publication
    if window is not None:
        known = min(known, at_local(last, window.closes, year.school.zone))
    return Week(last - timedelta(days=last.weekday()), last, year.school.year_start, known - year.school.grace)


async def _periods(
    work: Work, weeks: Mapping[tuple[PersonId, date], StudentsWeek]
) -> dict[tuple[PersonId, date], Period]:
    of_school = await work.run(foretelling.periods, {week.school for week in weeks.values()})
    found = {place: period_of(of_school.get(week.school, ()), place[1], week.grade) for place, week in weeks.items()}
    return {
        place: period for place, period in found.items() if period is not None and weeks[place].grade != FIRST_GRADE
    }


async def _standings(
    work: Work,
    ctx: Context,
    weeks: Mapping[tuple[PersonId, date], StudentsWeek],
    periods: Mapping[tuple[PersonId, date], Period],
) -> dict[PeriodId, Standings]:
    students: dict[PeriodId, set[PersonId]] = defaultdict(set)
    spans: dict[PeriodId, Span] = {}
    for place, period in periods.items():
        school = weeks[place].school
        students[period.id].add(place[0])
        spans[period.id] = Span(school, period, ctx.years[school].today(ctx.now), ctx.now)
    return {key: await work.run(standing.of_students, some, spans[key]) for key, some in students.items()}


def letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Give the letter, None where nothing was recorded and nothing lies ahead."""
    day = _day(draft)
    week = facts.weeks.get((draft.student or PersonId(0), day))
    if week is None or draft.student is None:
        return None
    tr = ctx.words(draft)
    lines = list(_lines(tr, week, draft, facts))
    if not lines:
        return None
    span = day_range(tr, day - timedelta(days=day.weekday()), day)
    title = tr("friday-title", span=span)
    text = Markup("\n".join((head_line(tr, ctx.heads.get(draft.student)), title, *lines)))
    return Letter(text, _buttons(draft.student, day, marked=week.grade != FIRST_GRADE), silent=draft.silent)


def _lines(tr: Translator, week: StudentsWeek, draft: Draft, facts: Facts) -> Iterator[Markup]:
    period = facts.periods.get((week.student, _day(draft)))
    found = facts.standings.get(period.id) if period else None
    yield from _praise(tr, week, found)
    yield from _absent(tr, week.absences)
    if week.lacking:
        yield tr("friday-lacking", works=_listed(tr, week.lacking, _lacking))
    if period is not None and found is not None:
        yield from _below(tr, week.student, found, period, facts.watched.get((draft.account, week.student), {}))
    if week.ahead:
        yield tr("friday-ahead", works=_listed(tr, week.ahead, _ahead))
    topic = to_ask(week.learnt, week.student, _day(draft))
    if topic is not None and draft.person != week.student:
        yield _question(tr, topic)


def _praise(tr: Translator, week: StudentsWeek, found: Standings | None) -> Iterator[Markup]:
    good = best(week.marks)
    if good:
        yield tr("friday-best", marks=_listed(tr, good, _mark))
    if found is not None:
        rose = rises(week.marks, _sums(found, week.student))
        if rose:
            yield tr("friday-rises", subjects=_listed(tr, rose, _rise))
    if week.attended and not week.absences.of_week:
        yield tr("friday-present")


def _sums(found: Standings, student: PersonId) -> dict[SubjectId, Tally]:
    return {subject: heaped(piles) for (each, subject), piles in found.piles.items() if each == student}


def _absent(tr: Translator, absences: Absences) -> Iterator[Markup]:
    if absences.missed or absences.late:
        yield tr("friday-absences", missed=absences.missed, unexplained=absences.unexplained, late=absences.late)


def _below(tr: Translator, student: PersonId, found: Standings, period: Period, watched: Goals) -> Iterator[Markup]:
    subjects = sorted(found.marked(student), key=lambda subject: subject.name)
    low = below(foreseen(found, student, subjects, period, ()), watched)

    def say(tr: Translator, each: SubjectForecast) -> Markup:
        mark = each.expected.value if each.expected else ""
        said = {"mark": tr(f"mark-{mark}"), "wanted": tr(f"mark-{wanted(each, watched).value}")}
        return tr("friday-low", subject=_clip(each.subject.name), **said)

    if low:
        yield tr("friday-below", subjects=_listed(tr, low, say))


def _question(tr: Translator, topic: Learnt) -> Markup:
    """Whatever the topic's words are, they stand in quotation marks of their own and take no case."""
    inner = " ".join(topic.topic.split()).rstrip(" .").replace("«", "„").replace("»", "“")
    return tr("friday-question", topic=_clip(inner, TOPIC), subject=_clip(topic.subject))


def _listed(tr: Translator, things: Sequence[T], say: Callable[[Translator, T], Markup]) -> Markup:
    said = [say(tr, thing) for thing in things[:SHOWN]]
    if len(things) > SHOWN:
        said.append(tr("friday-more", count=len(things) - SHOWN))
    return Markup("; ".join(said))


def _mark(tr: Translator, mark: WeekMark) -> Markup:
    said = {"subject": _clip(mark.name), "mark": tr(f"mark-{mark.value.value}")}
    if mark.kind is WorkKind.ANSWER:
        return tr("friday-mark", **said)
    return tr("friday-mark-work", work=_kind(tr, mark.kind, mark.title), **said)


def _rise(tr: Translator, rise: Rise) -> Markup:
    return tr("friday-rise", subject=_clip(rise.subject), before=rise.before, after=rise.after)


def _lacking(tr: Translator, work: WeekWork) -> Markup:
    name = "friday-work-refused" if work.refused else "friday-work"
    return tr(name, subject=_clip(work.subject), work=_kind(tr, work.kind, work.title))


def _ahead(tr: Translator, work: WeekWork) -> Markup:
    kind = _kind(tr, work.kind, work.title)
    return tr("friday-work-ahead", day=day_short(tr, work.day), subject=_clip(work.subject), work=kind)


def _kind(tr: Translator, kind: WorkKind, title: str) -> Markup:
    said = tr(f"work-kind-{kind.value}")
    return tr("notice-work-titled", work=said, title=_clip(title)) if title else said


def _clip(text: str, limit: int = NAME) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _buttons(student: PersonId, day: date, *, marked: bool) -> Buttons:
    if not marked:
        return ((LetterButton("notice-button-day", Act.OPEN_DAY, (student, day.toordinal())),),)
    marks = LetterButton("notice-button-marks", Act.OPEN_MARKS, (student,))
    return ((marks, LetterButton("forecast-button", Act.OPEN_FORECAST, (student,))),)
