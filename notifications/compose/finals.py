"""Final marks: «Итоги 1 четверти», all subjects of a child in one letter; «was 4, now 5» (NTF-1, NTF-6, DIA-9)."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from core.storage.gateways.outbox import Draft
from core.storage.queries.final_marks import FinalFact
from locales import Markup, Translator
from notifications.compose.context import Context, Section
from notifications.compose.told_marks import MarkLine, answered, changed, settled
from notifications.letter import Act, LetterButton, LetterKind

_Line = MarkLine[FinalFact]


def section(ctx: Context, draft: Draft, facts: Mapping[int, FinalFact]) -> Section | None:
    """Give what is new, None when nothing is: withdrawn before it was told, or told already."""
    lines = sorted(
        changed(ctx, draft, LetterKind.PERIOD_MARK, facts), key=lambda line: (_term(line), line.fact.subject)
    )
    if not lines or draft.student is None:
        return None
    return Section(
        lines=tuple(_texts(ctx.words(draft), lines)),
        told=settled(lines),
        buttons=(LetterButton("final-button-results", Act.OPEN_RESULTS, (draft.student,)),),
        reply_to=answered(lines),
    )


def _term(line: _Line) -> tuple[str, str]:
    return line.fact.kind.value, line.fact.term


def _texts(tr: Translator, lines: Iterable[_Line]) -> Iterable[Markup]:
    for (kind, name), some in groupby(lines, key=_term):
        yield tr("final-letter-title", term=tr(f"final-term-{kind}", name=name))
        for line in some:
            yield _text(tr, line)


def _text(tr: Translator, line: _Line) -> Markup:
    if line.fact.value is None:
        return tr("final-letter-withdrawn", subject=line.fact.subject, old=line.old(tr))
    new = tr(f"mark-{line.fact.value.value}-full")
    if line.corrects:
        return tr("final-letter-corrected", subject=line.fact.subject, old=line.old(tr), new=new)
    return tr("final-letter-line", subject=line.fact.subject, new=new)
