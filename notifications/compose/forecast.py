"""What can still be mended before the period's end, as it stands when the letter leaves (DIA-6, BEY-2)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.model.calendar import Period
from core.model.forecast import SubjectForecast, Way
from core.model.ids import AccountId, PeriodId, PersonId
from core.model.radar import Risk
from core.rules.radar import to_reach
from core.storage.gateways import goals
from core.storage.gateways.outbox import Draft
from core.storage.queries import forecast, foretelling
from core.storage.queries.forecast import Goals, Span, Standings
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
    """The periods that letters are about, what stands in each of them, and the marks that readers watch for."""

    periods: Mapping[int, Period]
    standings: Mapping[int, Standings]
    watched: Mapping[tuple[AccountId, PersonId], Goals]


async def read(work: Work, ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read how the students stand now; one statement a period."""
    periods = await work.run(foretelling.periods, {draft.school for draft in drafts if draft.school})
    known = {period.id: (school, period) for school, some in periods.items() for period in some}
    students: dict[PeriodId, set[PersonId]] = defaultdict(set)
    for draft in drafts:
        if draft.student is not None and draft.payload["period"] in known:
            students[PeriodId(draft.payload["period"])].add(draft.student)
    standings: dict[int, Standings] = {}
    for key, some in students.items():
        school, period = known[key]
        span = Span(school, period, ctx.years[school].today(ctx.now), ctx.now)
        standings[key] = await work.run(forecast.of_students, some, span)
    watched = await work.run(goals.some, [(draft.account, draft.student) for draft in drafts if draft.student])
    facts = Facts({key: period for key, (_, period) in known.items()}, standings, watched)
    return lambda ctx, draft: letter(ctx, draft, facts)


def letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Give the letter, None when all has been mended meanwhile, or can't be any more."""
    period = facts.periods.get(draft.payload["period"])
    if draft.student is None or period is None:
        return None
    watched = facts.watched.get((draft.account, draft.student), {})
    worrying = worries(facts.standings[period.id], draft.student, period, watched)
    if not worrying:
        return None
    tr = ctx.words(draft)
    title = tr("forecast-letter-title", period=period.name, until=day_and_month(tr, period.ends_on))
    button = LetterButton("forecast-button", Act.OPEN_FORECAST, (draft.student,))
    lines = [title, *_to_reach(tr, worrying, watched), *_short(tr, worrying)]
    last = Markup(f"\n{tr('forecast-letter-hint')}")
    return Letter(
        fitted(tr, head_line(tr, ctx.heads.get(draft.student)), lines, last), ((button,),), silent=draft.silent
    )


def _to_reach(tr: Translator, worrying: Iterable[SubjectForecast], watched: Goals) -> Iterable[Markup]:
    """Where a two is coming, or less than is watched for, and what leads to more."""
    for each in worrying:
        outlook = to_reach(each, watched.get(each.subject.id))
        if outlook is None or each.weighted is None or each.expected is None:
            continue
        mark = tr(f"mark-{each.expected.value}")
        line = tr("forecast-line", subject=each.subject.name, mean=each.weighted, mark=mark)
        yield Markup(f"\n{line}")
        ways = either(tr, [_way(tr, way) for way in outlook.ways[:_WAYS]])
        yield tr("forecast-to", mark=tr(f"mark-{outlook.wanted.value}"), ways=ways)


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
