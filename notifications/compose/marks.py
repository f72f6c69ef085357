"""Marks: new ones, «was 4, now 5», and withdrawn ones (NTF-1, NTF-2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.storage.gateways.outbox import Draft, Item
from core.storage.queries.letters import MarkFact, Told
from locales import Markup, Translator
from notifications.compose.context import Context, Section, when
from notifications.letter import Act, LetterButton, LetterKind

WITHDRAWN = "-"


@dataclass(frozen=True, slots=True)
class _Line:
    """A mark that is worth a line: the item, the mark as it stands, and what was told of it before."""

    item: Item
    fact: MarkFact
    before: Told | None

    @property
    def code(self) -> str:
        return self.fact.value.value if self.fact.value else WITHDRAWN

    @property
    def corrects(self) -> bool:
        return self.before is not None and self.before.value != WITHDRAWN


def section(ctx: Context, draft: Draft, facts: Mapping[int, MarkFact]) -> Section | None:
    """Give what is new, None when nothing is: withdrawn before it was told, or told already."""
    lines = sorted(_lines(ctx, draft, facts), key=lambda line: (line.fact.lesson.day, line.fact.lesson.number))
    if not lines or draft.student is None:
        return None
    tr, today = ctx.words(draft), ctx.today(draft)
    answered = (line.before.message_id for line in lines if line.corrects and line.before)
    day = lines[-1].fact.lesson.day
    return Section(
        lines=tuple(_text(tr, line, when(tr, line.fact.lesson.day, today)) for line in lines),
        told=tuple((line.item.id, line.code) for line in lines),
        buttons=(
            LetterButton("notice-button-marks", Act.OPEN_MARKS, (draft.student,)),
            LetterButton("notice-button-day", Act.OPEN_DAY, (draft.student, day.toordinal())),
        ),
        reply_to=next((message for message in answered if message), None),
    )


def _lines(ctx: Context, draft: Draft, facts: Mapping[int, MarkFact]) -> Iterable[_Line]:
    for item in ctx.items(draft, LetterKind.MARK):
        fact = facts.get(item.subject)
        if fact is None:
            continue
        line = _Line(item, fact, ctx.before(draft, item))
        known = line.before.value if line.before else WITHDRAWN
        if line.code != known:
            yield line


def _text(tr: Translator, line: _Line, of_day: Markup) -> Markup:
    fact = line.fact
    about = {"subject": fact.lesson.subject, "work": _work(tr, fact), "of_day": of_day}
    if fact.value is None:
        return tr("notice-mark-withdrawn", old=_value(tr, line.before), **about)
    new = tr(f"mark-{fact.value.value}-full")
    if line.corrects:
        text = tr("notice-mark-corrected", old=_value(tr, line.before), new=new, **about)
    else:
        text = tr("notice-mark", new=new, **about)
    return Markup(f"{text}\n{tr('notice-comment', text=fact.comment)}") if fact.comment else text


def _value(tr: Translator, told: Told | None) -> Markup:
    return tr(f"mark-{told.value}-full") if told else Markup("")


def _work(tr: Translator, fact: MarkFact) -> Markup:
    name = tr(f"work-kind-{fact.kind.value}")
    titled = tr("notice-work-titled", work=name, title=fact.title) if fact.title else name
    return titled if fact.weight == 1 else tr("notice-work-weighed", work=titled, weight=fact.weight)
