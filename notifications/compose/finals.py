"""Final marks: «Итоги 1 четверти», all subjects of a child in one letter; «was 4, now 5» (NTF-1, NTF-6, DIA-9)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from core.storage.gateways.outbox import Draft, Item
from core.storage.queries.final_marks import FinalFact
from core.storage.queries.letters import Told
from locales import Markup, Translator
from notifications.compose.context import Context, Section
from notifications.compose.marks import WITHDRAWN
from notifications.letter import Act, LetterButton, LetterKind


@dataclass(frozen=True, slots=True)
class _Line:
    """A mark that is worth a line: the item, the mark as it stands, and what was told of it before."""

    item: Item
    fact: FinalFact
    before: Told | None

    @property
    def code(self) -> str:
        return self.fact.value.value if self.fact.value else WITHDRAWN

    @property
    def corrects(self) -> bool:
        return self.before is not None and self.before.value != WITHDRAWN

    @property
    def term(self) -> tuple[str, str]:
        return self.fact.kind.value, self.fact.term


def section(ctx: Context, draft: Draft, facts: Mapping[int, FinalFact]) -> Section | None:
    """Give what is new, None when nothing is: withdrawn before it was told, or told already."""
    lines = sorted(_lines(ctx, draft, facts), key=lambda line: (line.term, line.fact.subject))
    if not lines or draft.student is None:
        return None
    tr = ctx.words(draft)
    answered = (line.before.message_id for line in lines if line.corrects and line.before)
    return Section(
        lines=tuple(_texts(tr, lines)),
        told=tuple((line.item.id, line.code) for line in lines),
        buttons=(LetterButton("final-button-results", Act.OPEN_RESULTS, (draft.student,)),),
        reply_to=next((message for message in answered if message), None),
    )


def _lines(ctx: Context, draft: Draft, facts: Mapping[int, FinalFact]) -> Iterable[_Line]:
    for item in ctx.items(draft, LetterKind.PERIOD_MARK):
        fact = facts.get(item.subject)
        if fact is None:
            continue
        line = _Line(item, fact, ctx.before(draft, item))
        if line.code != (line.before.value if line.before else WITHDRAWN):
            yield line


def _texts(tr: Translator, lines: Iterable[_Line]) -> Iterable[Markup]:
    for (kind, name), some in groupby(lines, key=lambda line: line.term):
        yield tr("final-letter-title", term=tr(f"final-term-{kind}", name=name))
        for line in some:
            yield _text(tr, line)


def _text(tr: Translator, line: _Line) -> Markup:
    old = tr(f"mark-{line.before.value}-full") if line.before and line.corrects else Markup("")
    if line.fact.value is None:
        return tr("final-letter-withdrawn", subject=line.fact.subject, old=old)
    new = tr(f"mark-{line.fact.value.value}-full")
    if line.corrects:
        return tr("final-letter-corrected", subject=line.fact.subject, old=old, new=new)
    return tr("final-letter-line", subject=line.fact.subject, new=new)
