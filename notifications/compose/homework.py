"""Homework: new, changed, taken back (NTF-1); without a sound, merged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from core.model.diary import HomeworkItem
from core.model.ids import HomeworkId
from core.storage.gateways.outbox import Draft, Item
from core.storage.queries.letters import HomeworkFact, Told
from locales import Markup, Translator
from locales.dates import relative_day
from notifications.compose.context import Context, Section
from notifications.letter import Act, LetterButton, LetterKind
from notifications.policy import is_over

WITHDRAWN = "-"


@dataclass(frozen=True, slots=True)
class _Line:
    """Homework that is worth a line."""

    item: Item
    fact: HomeworkFact
    before: Told | None

    @property
    def code(self) -> str:
        return WITHDRAWN if self.fact.withdrawn else print_of(self.fact)


def print_of(fact: HomeworkFact | HomeworkItem) -> str:
    """Give a short print of what a family was told, without the text itself."""
    content = f"{fact.due_on}\n{fact.kind.value}\n{fact.files}\n{fact.text}"
    return sha256(content.encode()).hexdigest()[:32]


def section(ctx: Context, draft: Draft, facts: Mapping[HomeworkId, HomeworkFact]) -> Section | None:
    """Give what is new, None when nothing is, or it was for a day that has passed."""
    today = ctx.today(draft)
    lines = sorted(_lines(ctx, draft, facts, today), key=lambda line: (line.fact.due_on or today, line.fact.subject))
    if not lines or draft.student is None:
        return None
    return Section(
        lines=tuple(_text(ctx.words(draft), line, today) for line in lines),
        told=tuple((line.item.id, line.code) for line in lines),
        buttons=(LetterButton("notice-button-homework", Act.OPEN_HOMEWORK, (draft.student, *_first_day(lines))),),
        silent=True,
    )


def _lines(ctx: Context, draft: Draft, facts: Mapping[HomeworkId, HomeworkFact], today: date) -> Iterable[_Line]:
    for item in ctx.items(draft, LetterKind.HOMEWORK):
        fact = facts.get(HomeworkId(item.subject))
        if fact is None or is_over(fact.due_on, today):
            continue
        line = _Line(item, fact, ctx.before(draft, item))
        if line.code != (line.before.value if line.before else WITHDRAWN):
            yield line


def _first_day(lines: Iterable[_Line]) -> tuple[int, ...]:
    days = [line.fact.due_on for line in lines if line.fact.due_on and not line.fact.withdrawn]
    return (min(days).toordinal(),) if days else ()


def _text(tr: Translator, line: _Line, today: date) -> Markup:
    fact = line.fact
    until = tr("notice-homework-until", day=relative_day(tr, fact.due_on, today)) if fact.due_on else Markup("")
    about = {"subject": fact.subject, "until": until}
    if fact.withdrawn:
        return tr("notice-homework-withdrawn", **about)
    return tr(
        "notice-homework-changed" if line.before else "notice-homework",
        text=fact.text,
        files=fact.files,
        personal=fact.personal,
        **about,
    )
