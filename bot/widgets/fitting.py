"""Fitting a text into one message: Telegram counts UTF-16 units, and nothing may be cut inside a tag."""

from collections.abc import Callable, Sequence

MESSAGE_LIMIT = 4096
# What a single text of a school's is clipped to, step by step, until everything fits.
CLIPS = (1000, 400, 160, 80, 40)


def units(text: str) -> int:
    """Count UTF-16 units, as Telegram does. Tags and entities are counted too: rather too much than too little."""
    return len(text.encode("utf-16-le")) // 2


def clip(text: str, limit: int) -> str:
    """Give one text shortened to `limit` characters, with … where something is missing."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def fitted(
    build: Callable[[int], Sequence[str]], more: str, clips: Sequence[int] = CLIPS, gap: str = "\n\n"
) -> tuple[str, bool]:
    """Give the blocks that `build(clip)` makes as one text within the limit, and whether anything was shortened.

    `build` is asked with ever smaller numbers; where the smallest is too much, whole blocks are left out at the end
    and `more` says so.
    """
    for step, limit in enumerate(clips):
        text = gap.join(build(limit))
        if units(text) <= MESSAGE_LIMIT:
            return text, step > 0
    return _shortened(build(clips[-1]), more, gap), True


def _shortened(blocks: Sequence[str], more: str, gap: str) -> str:
    kept: list[str] = []
    room = MESSAGE_LIMIT - units(more) - units(gap)
    for block in blocks:
        room -= units(block) + units(gap)
        if room < 0:
            break
        kept.append(block)
    return gap.join((*kept, more))
