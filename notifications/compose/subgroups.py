"""Letters to teachers: who comes into a subgroup and who leaves it, from which day on (CLS-4)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from core.model.subgroup import MemberFact
from core.storage.gateways.outbox import Draft, Item
from core.storage.queries import subgroups as query
from core.storage.work import Work
from locales import Markup, Translator
from locales.dates import day_and_month
from notifications.compose.context import Context, fitted
from notifications.letter import Act, Letter, LetterButton

_A_DAY = timedelta(days=1)

Facts = Mapping[int, MemberFact]


async def read(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read the memberships that letters tell of; one statement."""
    facts = await work.run(query.facts, {item.subject for draft in drafts for item in draft.items})
    return lambda ctx, draft: _letter(ctx, draft, facts)


def _letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    fresh = [(item, facts[item.subject]) for item in draft.items if _news(ctx, draft, item, facts)]
    if not fresh:
        return None
    tr = ctx.words(draft)
    ordered = sorted(
        fresh, key=lambda pair: (pair[1].klass, pair[1].subject, pair[1].group_name, pair[1].student.short)
    )
    return Letter(
        text=fitted(tr, tr("subgroup-letter"), (_line(tr, fact) for _, fact in ordered)),
        buttons=((LetterButton("subgroup-letter-open", Act.OPEN_DIVISION, (ordered[0][1].group,)),),),
        told=tuple((item.id, _print(fact)) for item, fact in fresh),
    )


def _news(ctx: Context, draft: Draft, item: Item, facts: Facts) -> bool:
    fact, before = facts.get(item.subject), ctx.before(draft, item)
    return fact is not None and (before is None or before.value != _print(fact))


def _print(fact: MemberFact) -> str:
    return f"{fact.since}:{fact.until or ''}"


def _line(tr: Translator, fact: MemberFact) -> Markup:
    where = {"klass": fact.klass, "subject": fact.subject, "group": fact.group_name, "name": fact.student.short}
    if fact.until is None:
        return tr("subgroup-letter-joins", day=day_and_month(tr, fact.since), **where)
    if fact.until < fact.since:
        return tr("subgroup-letter-called-off", day=day_and_month(tr, fact.since), **where)
    return tr("subgroup-letter-leaves", day=day_and_month(tr, fact.until + _A_DAY), **where)
