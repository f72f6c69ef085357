"""The evening's digest of a child: one message, what is new by topic, as it stands when it leaves (NTF-3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.model.preferences import Topic
from core.storage.gateways.outbox import Draft
from locales import Markup, Translator
from locales.dates import day_and_month
from notifications.compose.context import BUTTONS_IN_ROW, TEXT_LIMIT, Context, Section, head_line, units
from notifications.letter import Act, Letter, LetterButton, LetterKind
from notifications.policy import TOPICS

_BUTTONS = 4
"""With the diary's own: two rows."""
_FIRST_LINES = 3
"""So many lines of each topic find room before any topic gets more: a long one does not push out the others."""

_TopicSection = tuple[Topic | None, Section]


def letter(ctx: Context, draft: Draft, sections: Mapping[LetterKind, Section]) -> Letter | None:
    """Give the digest, below the line that names child and class; None when nothing of it is left to tell.

    What doesn't fit is counted in words; the diary has it all, and a button leads there.
    """
    if not sections or draft.student is None:
        return None
    tr, today = ctx.words(draft), ctx.today(draft)
    head = head_line(tr, ctx.heads.get(draft.student))
    title = tr("digest-title", day=day_and_month(tr, today))
    in_order = sorted(((TOPICS.get(kind), section) for kind, section in sections.items()), key=_place)
    diary = LetterButton("notice-button-day", Act.OPEN_DAY, (draft.student, today.toordinal()))
    row = _buttons(sections.values(), diary)
    forms = (line for section in sections.values() for line in section.forms)
    return Letter(
        text=Markup("\n".join((head, title, *_blocks(tr, in_order)))),
        buttons=(*forms, *(tuple(row[at : at + BUTTONS_IN_ROW]) for at in range(0, len(row), BUTTONS_IN_ROW))),
        told=tuple(pair for section in sections.values() for pair in section.told),
        reply_to=next((section.reply_to for section in sections.values() if section.reply_to), None),
    )


def _place(pair: _TopicSection) -> int:
    """As topics are listed; first what nobody can choose of, and what came in after a long silence."""
    return -1 if pair[0] is None else list(Topic).index(pair[0])


def _blocks(tr: Translator, sections: Sequence[_TopicSection]) -> Iterator[Markup]:
    kept = _fitting([section.lines for _, section in sections])
    before: Topic | None = None
    for (topic, section), places in zip(sections, kept, strict=True):
        if topic is not None and topic is not before:
            title = tr("digest-section", topic=topic.value)
            yield Markup(f"\n{title}")
        before = topic
        yield from (section.lines[place] for place in sorted(places))
        left = len(section.lines) - len(places)
        if left:
            yield tr("notice-more", count=left)
        if section.closing:
            yield section.closing


def _fitting(texts: Sequence[Sequence[Markup]]) -> list[set[int]]:
    """Give the places of the lines of each section that a message has room for."""
    room, kept = TEXT_LIMIT, [set[int]() for _ in texts]
    for first in (True, False):
        for lines, places in zip(texts, kept, strict=True):
            for place, line in enumerate(lines):
                if (place < _FIRST_LINES) is first and units(line) <= room:
                    room -= units(line)
                    places.add(place)
    return kept


def _buttons(sections: Iterable[Section], diary: LetterButton) -> list[LetterButton]:
    wanted = {(each.act, each.ids[0]): each for section in sections for each in section.buttons}
    others = [button for button in wanted.values() if button.act is not Act.OPEN_DAY]
    return [*others[: _BUTTONS - 1], diary]
