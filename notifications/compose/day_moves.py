"""A school day that is held on another one, told to families and to who gives its lessons (ADM-2) [002 VII]."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from core.model.ids import SchoolId
from core.rules.day_moves import days_of
from core.storage.gateways import day_moves as gateway
from core.storage.gateways.outbox import Draft, Item
from core.storage.work import Work
from locales import Markup, Translator
from locales.dates import day_title
from notifications.compose.context import Context, Section, fitted
from notifications.letter import Act, Letter, LetterButton, LetterKind

MOVED, NOT_MOVED = "moved", "-"

_Moves = frozenset[tuple[SchoolId, date, date]]


async def section_of(work: Work, drafts: Sequence[Draft], ids: set[int]) -> Callable[[Context, Draft], Section | None]:
    """Read which days are moved now; one statement."""
    moves = await _moves(work, drafts) if ids else frozenset()
    return lambda ctx, draft: _section(ctx, draft, moves)


async def staff_reader(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read which days are moved now; one statement."""
    moves = await _moves(work, drafts)
    return lambda ctx, draft: _staff_letter(ctx, draft, moves)


async def _moves(work: Work, drafts: Sequence[Draft]) -> _Moves:
    return await work.run(gateway.moves, sorted({draft.school for draft in drafts if draft.school}))


def _section(ctx: Context, draft: Draft, moves: _Moves) -> Section | None:
    lines = list(_lines(ctx, draft, moves, LetterKind.DAY_MOVED))
    if not lines or draft.student is None:
        return None
    tr, days = ctx.words(draft), [max(days_of(item.subject)) for item, _ in lines]
    return Section(
        lines=tuple(_text(tr, item, code) for item, code in lines),
        told=tuple((item.id, code) for item, code in lines),
        buttons=(LetterButton("notice-button-day", Act.OPEN_DAY, (draft.student, days[0].toordinal())),),
    )


def _staff_letter(ctx: Context, draft: Draft, moves: _Moves) -> Letter | None:
    lines = list(_lines(ctx, draft, moves, LetterKind.DAY_MOVED_STAFF))
    if not lines:
        return None
    tr = ctx.words(draft)
    text = fitted(tr, tr("changes-letter-title"), (_text(tr, item, code) for item, code in lines))
    return Letter(text=text, told=tuple((item.id, code) for item, code in lines))


def _lines(ctx: Context, draft: Draft, moves: _Moves, kind: LetterKind) -> Iterator[tuple[Item, str]]:
    """Give what is news: nothing that was undone before it was told, nothing that has passed."""
    for item in ctx.items(draft, kind):
        source, target = days_of(item.subject)
        code = MOVED if (draft.school, source, target) in moves else NOT_MOVED
        known = ctx.before(draft, item)
        if code != (known.value if known else NOT_MOVED) and max(source, target) >= ctx.today(draft):
            yield item, code


def _text(tr: Translator, item: Item, code: str) -> Markup:
    source, target = days_of(item.subject)
    name = "day-move-letter" if code == MOVED else "day-move-letter-back"
    return tr(name, source=day_title(tr, source), target=day_title(tr, target))
