"""What a chat had no room for within the hour: one message per child that counts it (NTF-10)."""

from collections.abc import Mapping

from core.storage.gateways.outbox import Draft
from locales import Markup
from notifications.compose.context import Context, Section, head_line
from notifications.compose.notices import openings
from notifications.letter import Act, Letter, LetterButton, LetterKind

_NOTICES = 4


def letter(ctx: Context, draft: Draft, sections: Mapping[LetterKind, Section]) -> Letter | None:
    """Give the counts by kind, of what is still true; None when nothing is left to tell.

    Values aren't told: a correction of one of them will be news of its own.
    """
    counts = {kind: len(section.told) for kind, section in sections.items() if section.told}
    if not counts or draft.student is None:
        return None
    tr = ctx.words(draft)
    parts = (tr(f"rollup-part-{kind.value.replace('_', '-')}", count=count) for kind, count in counts.items())
    news = tr("rollup-news", count=sum(counts.values()), parts=Markup(", ".join(parts)))
    # Notices stand in no diary: their own buttons open them.
    wanted = tuple((button,) for button in openings(draft)[:_NOTICES])
    diary = LetterButton("rollup-button-diary", Act.OPEN_DAY, (draft.student, ctx.today(draft).toordinal()))
    return Letter(Markup(f"{head_line(tr, ctx.heads.get(draft.student))}\n{news}"), buttons=(*wanted, (diary,)))
