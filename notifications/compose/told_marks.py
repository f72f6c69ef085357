"""Marks of both sorts as letters tell of them: what is new since this reader was told last (NTF-1, NTF-2)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from core.model.mark import MarkValue
from core.storage.gateways.outbox import Draft, Item
from core.storage.queries.letters import Told
from locales import Markup, Translator
from notifications.compose.context import Context
from notifications.letter import LetterKind

WITHDRAWN = "-"


class Valued(Protocol):
    """A mark of a lesson, or a final one."""

    @property
    def value(self) -> MarkValue | None:
        """The mark as it stands, None when it was withdrawn."""


Fact = TypeVar("Fact", bound=Valued)


@dataclass(frozen=True, slots=True)
class MarkLine(Generic[Fact]):
    """A mark that is worth a line: the item, the mark as it stands, and what was told of it before."""

    item: Item
    fact: Fact
    before: Told | None

    @property
    def code(self) -> str:
        """Give how it is kept what was told."""
        return self.fact.value.value if self.fact.value else WITHDRAWN

    @property
    def corrects(self) -> bool:
        """Tell whether the reader knows an earlier mark."""
        return self.before is not None and self.before.value != WITHDRAWN

    def old(self, tr: Translator) -> Markup:
        """Give the mark that the reader knows, in words; nothing where there is none."""
        return tr(f"mark-{self.before.value}-full") if self.before and self.corrects else Markup("")


def changed(ctx: Context, draft: Draft, kind: LetterKind, facts: Mapping[int, Fact]) -> Iterator[MarkLine[Fact]]:
    """Give what differs from what was told; withdrawn before it was told is nothing."""
    for item in ctx.items(draft, kind):
        fact = facts.get(item.subject)
        if fact is None:
            continue
        line = MarkLine(item, fact, ctx.before(draft, item))
        if line.code != (line.before.value if line.before else WITHDRAWN):
            yield line


def settled(lines: Iterable[MarkLine[Fact]]) -> tuple[tuple[int, str], ...]:
    """Give what is to be kept as told."""
    return tuple((line.item.id, line.code) for line in lines)


def answered(lines: Iterable[MarkLine[Fact]]) -> int | None:
    """Give the message that a correction answers, None where nothing is corrected."""
    told = (line.before.message_id for line in lines if line.corrects and line.before)
    return next((message for message in told if message), None)
