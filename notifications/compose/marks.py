"""Marks: new ones, «was 4, now 5», and withdrawn ones (NTF-1, NTF-2)."""

from collections.abc import Mapping

from core.storage.gateways.outbox import Draft
from core.storage.queries.letters import MarkFact
from locales import Markup, Translator
from notifications.compose.context import Context, Section, when
from notifications.compose.told_marks import MarkLine, answered, changed, settled
from notifications.letter import Act, LetterButton, LetterKind

_Line = MarkLine[MarkFact]


def section(ctx: Context, draft: Draft, facts: Mapping[int, MarkFact]) -> Section | None:
    """Give what is new, None when nothing is: withdrawn before it was told, or told already."""
    found = changed(ctx, draft, LetterKind.MARK, facts)
    lines = sorted(found, key=lambda line: (line.fact.lesson.day, line.fact.lesson.number))
    if not lines or draft.student is None:
        return None
    tr, today = ctx.words(draft), ctx.today(draft)
    day = lines[-1].fact.lesson.day
    return Section(
        lines=tuple(_text(tr, line, when(tr, line.fact.lesson.day, today)) for line in lines),
        told=settled(lines),
        buttons=(
            LetterButton("notice-button-marks", Act.OPEN_MARKS, (draft.student,)),
            LetterButton("notice-button-day", Act.OPEN_DAY, (draft.student, day.toordinal())),
        ),
        reply_to=answered(lines),
    )


def _text(tr: Translator, line: _Line, of_day: Markup) -> Markup:
    fact = line.fact
    about = {"subject": fact.lesson.subject, "work": _work(tr, fact), "of_day": of_day}
    if fact.value is None:
        return tr("notice-mark-withdrawn", old=line.old(tr), **about)
    new = tr(f"mark-{fact.value.value}-full")
    if line.corrects:
        text = tr("notice-mark-corrected", old=line.old(tr), new=new, **about)
    else:
        text = tr("notice-mark", new=new, **about)
    return Markup(f"{text}\n{tr('notice-comment', text=fact.comment)}") if fact.comment else text


def _work(tr: Translator, fact: MarkFact) -> Markup:
    name = tr(f"work-kind-{fact.kind.value}")
    titled = tr("notice-work-titled", work=name, title=fact.title) if fact.title else name
    return titled if fact.weight == 1 else tr("notice-work-weighed", work=titled, weight=fact.weight)
