"""What can still be mended before the period's end, as it stands when the letter leaves (DIA-6, BEY-2)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.model.calendar import Period
from core.model.forecast import Prospect, SubjectForecast, Way
from core.model.ids import PeriodId, PersonId, SchoolId
from core.model.mark import MarkValue
from core.model.radar import Risk
from core.storage.gateways.outbox import Draft
from core.storage.queries import forecast, foretelling
from core.storage.queries.forecast import Span
from core.storage.work import Work
from locales import Markup, Translator
from locales.dates import day_and_month
from locales.forecasts import either, needed, way_in_words
from notifications.compose.context import Context, fitted, head_line
from notifications.forecasts import worries
from notifications.letter import Act, Letter, LetterButton

_WAYS = 2


@dataclass(frozen=True, slots=True)
class Facts:
    """The periods that letters are about, and the worrying subjects of each student in them."""

    periods: Mapping[int, Period]
    worries: Mapping[tuple[PersonId, int], Sequence[SubjectForecast]]


async def read(work: Work, ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read how the students stand now; one statement a period."""
    periods = await work.run(foretelling.periods, {draft.school for draft in drafts if draft.school})
    known = {period.id: (school, period) for school, some in periods.items() for period in some}
    students: dict[PeriodId, set[PersonId]] = defaultdict(set)
    for draft in drafts:
        if draft.student is not None and draft.payload["period"] in known:
            students[PeriodId(draft.payload["period"])].add(draft.student)
    found: dict[tuple[PersonId, int], Sequence[SubjectForecast]] = {}
    for key, some in students.items():
        school, period = known[key]
        found |= await _worries(work, ctx, school, period, some)
    facts = Facts({key: period for key, (_, period) in known.items()}, found)
    return lambda ctx, draft: letter(ctx, draft, facts)


async def _worries(
    work: Work, ctx: Context, school: SchoolId, period: Period, students: set[PersonId]
) -> dict[tuple[PersonId, int], Sequence[SubjectForecast]]:
    span = Span(school, period, ctx.years[school].today(ctx.now), ctx.now)
    standings = await work.run(forecast.of_students, students, span)
    return {(student, period.id): worries(standings, student, period) for student in students}


def letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Give the letter, None when all has been mended meanwhile, or can't be any more."""
    period = facts.periods.get(draft.payload["period"])
    if draft.student is None or period is None:
        return None
    worrying = facts.worries.get((draft.student, period.id), ())
    if not worrying:
        return None
    tr = ctx.words(draft)
    title = tr("forecast-letter-title", period=period.name, until=day_and_month(tr, period.ends_on))
    button = LetterButton("forecast-button", Act.OPEN_FORECAST, (draft.student,))
    lines = [title, *_failing(tr, worrying), *_short(tr, worrying)]
    last = Markup(f"\n{tr('forecast-letter-hint')}")
    return Letter(
        fitted(tr, head_line(tr, ctx.heads.get(draft.student)), lines, last), ((button,),), silent=draft.silent
    )


def _failing(tr: Translator, worrying: Iterable[SubjectForecast]) -> Iterable[Markup]:
    """Where a two is coming, and what leads to a three."""
    for each in worrying:
        three = each.outlook(MarkValue.THREE)
        if each.weighted is None or each.expected is None or three is None or three.prospect is not Prospect.OPEN:
            continue
        mark = tr(f"mark-{each.expected.value}")
        line = tr("forecast-line", subject=each.subject.name, mean=each.weighted, mark=mark)
        yield Markup(f"\n{line}")
        yield tr("forecast-to", mark=tr("mark-3"), ways=either(tr, [_way(tr, way) for way in three.ways[:_WAYS]]))


def _short(tr: Translator, worrying: Iterable[SubjectForecast]) -> Iterable[Markup]:
    """Where marks are too few for any mark of the period."""
    pairs = ((each.subject.name, _lacking(tr, each)) for each in worrying if each.risk is Risk.URGENT)
    said = [tr("forecast-letter-lacks", subject=name, needs=lacking) for name, lacking in pairs if lacking]
    if said:
        short = tr("forecast-letter-short", subjects=Markup("; ".join(said)))
        yield Markup(f"\n{short}")


def _lacking(tr: Translator, each: SubjectForecast) -> Markup | None:
    return needed(tr, ((count.need.value, count.missing) for count in each.evidence.counts))


def _way(tr: Translator, way: Way) -> Markup:
    return way_in_words(tr, way.count, way.points, way.offer.kind.value, way.offer.weight)
