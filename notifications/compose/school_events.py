"""Events: planned, changed, cancelled, and on the evening before (CLS-6, DIA-8, NTF-1) [002 VII]."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.model.school_event import EventPlan, PlannedEvent
from core.rules.school_events import CANCELLED, is_meant_for, is_over, pack, unpack_days
from core.storage.gateways.outbox import Draft, Item
from core.storage.queries import school_events as query
from core.storage.queries.letters import Told
from core.storage.work import Work
from locales import Markup, Translator
from locales.occasions import details, occasion, whom
from notifications.compose.context import Context, Section, fitted, head_line
from notifications.letter import Act, Letter, LetterButton, LetterKind

BUTTONS_SHOWN = 4

Facts = Mapping[int, PlannedEvent]
_Make = Callable[[Context, Draft], Letter | None]


@dataclass(frozen=True, slots=True)
class _Line:
    """An event that is worth a line, and what the reader knows of it."""

    item: Item
    event: PlannedEvent
    before: Told | None

    @property
    def code(self) -> str:
        return code_of(self.event)


def code_of(event: PlannedEvent) -> str:
    """Give what is told of an event, without anybody's words."""
    return pack(None if event.cancelled else event.plan)


async def section_of(work: Work, _drafts: Sequence[Draft], ids: set[int]) -> Callable[[Context, Draft], Section | None]:
    """Read the events that letters to families tell of; one statement."""
    facts = await work.run(query.some, ids) if ids else {}
    return lambda ctx, draft: _section(ctx, draft, facts)


def _section(ctx: Context, draft: Draft, facts: Facts) -> Section | None:
    own = draft.person == draft.student
    found = _lines(ctx, draft, facts, LetterKind.SCHOOL_EVENT)
    lines = [line for line in found if is_meant_for(line.event.audience, own=own)]
    if not lines or draft.student is None:
        return None
    tr = ctx.words(draft)
    return Section(
        lines=tuple(news(tr, line.event, line.before.value if line.before else None) for line in lines),
        told=tuple((line.item.id, line.code) for line in lines),
        buttons=(LetterButton("events-letter-button", Act.OPEN_EVENTS, (draft.student,)),),
    )


def _lines(ctx: Context, draft: Draft, facts: Facts, kind: LetterKind) -> list[_Line]:
    """Give what is new to the reader: nothing that has passed, nothing cancelled that they never heard of."""
    found = []
    for item in ctx.items(draft, kind):
        event = facts.get(item.subject)
        if event is None or is_over(event.plan, ctx.today(draft)):
            continue
        line = _Line(item, event, ctx.before(draft, item))
        if line.code != (line.before.value if line.before else CANCELLED):
            found.append(line)
    return sorted(found, key=lambda line: (line.event.plan.day, line.event.id))


def news(tr: Translator, event: PlannedEvent, known: str | None) -> Markup:
    """Say what is new of an event to who knows it as `known`: planned, otherwise than planned, cancelled."""
    plan = event.plan
    when = occasion(tr, plan.day, plan.last, plan.at)
    if event.cancelled:
        return tr("events-letter-cancelled", name=plan.name, when=when)
    below = _details(tr, plan)
    if known is None or known == CANCELLED:
        return Markup("\n".join((tr("events-letter-new", name=plan.name, when=when), *below)))
    before = unpack_days(known)
    moved = before != (plan.day, plan.last, plan.at)
    first = tr("events-letter-moved", name=plan.name, when=when, before=occasion(tr, *before)) if moved else None
    return Markup("\n".join((first or tr("events-letter-changed", name=plan.name, when=when), *below)))


async def staff_reader(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    """Read the events that letters to the staff tell of; one statement."""
    facts = await work.run(query.some, {item.subject for draft in drafts for item in draft.items})
    return lambda ctx, draft: _staff_letter(ctx, draft, facts)


def _staff_letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    lines = _lines(ctx, draft, facts, LetterKind.SCHOOL_EVENT_STAFF)
    if not lines:
        return None
    tr = ctx.words(draft)
    said = (_for_staff(tr, line) for line in lines)
    buttons = tuple(
        (LetterButton("events-letter-open", Act.OPEN_EVENT, (line.event.id,), {"name": _short(line.event.plan.name)}),)
        for line in lines[:BUTTONS_SHOWN]
        if not line.event.cancelled
    )
    told = tuple((line.item.id, line.code) for line in lines)
    return Letter(text=fitted(tr, tr("events-letter-staff"), said), buttons=buttons, told=told)


def _for_staff(tr: Translator, line: _Line) -> Markup:
    said = news(tr, line.event, line.before.value if line.before else None)
    return tr("events-letter-whom", whom=whom(tr, line.event.klass_name, line.event.plan.grades), said=said)


def _details(tr: Translator, plan: EventPlan) -> list[Markup]:
    return details(tr, plan.place, plan.words, plan.bring)


def _short(name: str) -> str:
    return name if len(name) <= 28 else name[:27].rstrip() + "…"


async def soon_reader(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    """Read tomorrow's events; one statement."""
    facts = await work.run(query.some, {item.subject for draft in drafts for item in draft.items})
    return lambda ctx, draft: _soon_letter(ctx, draft, facts)


def _soon_letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Give what a family is reminded of on the evening before; nothing of what was cancelled or moved meanwhile."""
    day = draft.payload["day"]
    events = [facts[item.subject] for item in draft.items if item.subject in facts]
    events = [each for each in events if not each.cancelled and each.plan.day.isoformat() == day]
    if not events or draft.student is None:
        return None
    tr = ctx.words(draft)
    return Letter(
        text=fitted(tr, head_line(tr, ctx.heads.get(draft.student)), _tomorrow(tr, events)),
        buttons=((LetterButton("events-letter-button", Act.OPEN_EVENTS, (draft.student,)),),),
        told=tuple((item.id, day) for item in draft.items),
    )


def _tomorrow(tr: Translator, events: Iterable[PlannedEvent]) -> Iterable[Markup]:
    for event in events:
        plan = event.plan
        when = occasion(tr, plan.day, plan.last, plan.at)
        yield Markup("\n".join((tr("events-letter-soon", name=plan.name, when=when), *_details(tr, plan))))
