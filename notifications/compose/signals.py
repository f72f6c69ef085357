"""Signals: to the parents as a section of their letter, to the class teacher as a letter; a colleague's gaps to the
deputies (JRN-15, CLS-8).
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from core.storage.gateways.outbox import Draft
from core.storage.queries import klass_today
from core.storage.queries import signals as query
from core.storage.queries.klass_today import GapFact
from core.storage.queries.signals import ToldSignal
from core.storage.work import Work
from locales import Markup, Translator
from notifications.compose.context import Context, Section, head_line
from notifications.letter import Act, Letter, LetterButton, LetterKind

TOLD = "1"

Part = Callable[[Context, Draft], Section | None]
_Make = Callable[[Context, Draft], Letter | None]
_Reader = Callable[[Work, Context, Sequence[Draft]], Awaitable[_Make]]


async def section_of(work: Work, _drafts: Sequence[Draft], ids: set[int]) -> Part:
    """Read signals, give what says them in a family's letter."""
    facts = await work.run(query.told_signals, ids) if ids else {}
    return lambda ctx, draft: section(ctx, draft, facts)


def section(ctx: Context, draft: Draft, facts: Mapping[int, ToldSignal]) -> Section | None:
    """Give what a teacher lets the parents know; None where it was told before."""
    asked = ctx.items(draft, LetterKind.SIGNAL)
    fresh = [item for item in asked if item.subject in facts and ctx.before(draft, item) is None]
    if not fresh or draft.student is None:
        return None
    tr = ctx.words(draft)
    return Section(
        lines=tuple(_text(tr, facts[item.subject]) for item in fresh),
        told=tuple((item.id, TOLD) for item in fresh),
        buttons=(_marks(draft.student),),
    )


def _text(tr: Translator, fact: ToldSignal) -> Markup:
    return tr(
        f"signal-letter-{fact.kind.value}-{fact.audience.value}",
        subject=fact.subject,
        teacher=fact.teacher.full,
        marks=fact.marks,
        missed=fact.missed,
        lessons=fact.lessons,
    )


def _marks(student: int) -> LetterButton:
    return LetterButton("signal-letter-marks-button", Act.OPEN_MARKS, (student,))


async def _klass_signals(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await work.run(query.told_signals, _subjects(drafts))
    return lambda ctx, draft: _klass_signal(ctx, draft, facts)


def _klass_signal(ctx: Context, draft: Draft, facts: Mapping[int, ToldSignal]) -> Letter | None:
    item = draft.items[0] if draft.items else None
    fact = facts.get(item.subject) if item else None
    if item is None or fact is None:
        return None
    tr = ctx.words(draft)
    text = Markup("\n".join((head_line(tr, ctx.heads.get(fact.student)), _text(tr, fact))))
    return Letter(text, ((_marks(fact.student),),), told=((item.id, TOLD),))


async def _gaps(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    facts = await work.run(klass_today.gaps, _subjects(drafts))
    return lambda ctx, draft: _gap(ctx, draft, facts)


def _gap(ctx: Context, draft: Draft, facts: Mapping[int, GapFact]) -> Letter | None:
    item = draft.items[0] if draft.items else None
    fact = facts.get(item.subject) if item else None
    if item is None or fact is None:
        return None
    names = {"teacher": fact.teacher_name.full, "teller": fact.teller.full}
    text = ctx.words(draft)("gap-letter", klass=fact.klass, count=fact.lessons, **names)
    button = LetterButton("gap-letter-button", Act.OPEN_BOARD_TEACHER, (fact.teacher,))
    return Letter(text, ((button,),), told=((item.id, TOLD),))


def _subjects(drafts: Sequence[Draft]) -> set[int]:
    return {item.subject for draft in drafts for item in draft.items}


READERS: Mapping[LetterKind, _Reader] = {
    LetterKind.KLASS_SIGNAL: _klass_signals,
    LetterKind.GAP: _gaps,
}
