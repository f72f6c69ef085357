"""A notice as its readers see it: in letters, and in the preview of whoever writes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from locales.dates import day_short
from locales.translator import Markup, Translator


def notice_title(tr: Translator, look: str, days: str, role: str, name: str) -> Markup:
    """«📣 Объявление · классный руководитель Белова И. Н.»; `look` is plain, urgent or week, `days` of a week."""
    return tr("announce-title", look=look, days=days, author=tr("announce-author", role=role, name=name))


def notice_body(tr: Translator, title: Markup, text: str, week: Iterable[Markup], files: int, edited: str) -> Markup:
    """Put a notice below its title: text, a child's week, how many files go with it, when it was changed."""
    parts = [title]
    if text:
        parts.append(tr("announce-words", text=text))
    parts.extend(week)
    if files:
        parts.append(tr("announce-files", count=files))
    if edited:
        parts.append(tr("announce-edited", moment=edited))
    return Markup("\n\n".join(parts))


def child_week(
    tr: Translator,
    marks: Sequence[tuple[str, Sequence[str]]],
    missed: Sequence[tuple[date, str, Sequence[int]]],
    remarks: Sequence[tuple[str, str]],
    word: str,
    *,
    unmarked: bool,
) -> list[Markup]:
    """Give the blocks of a child's week: marks by subject, lessons missed by day, remarks, the class teacher's word."""
    blocks = []
    if marks:
        lines = [tr("announce-week-marks-line", subject=subject, marks=_marks(tr, values)) for subject, values in marks]
        blocks.append(_block(tr("announce-week-marks"), lines))
    elif not unmarked:
        blocks.append(tr("announce-week-no-marks"))
    if missed:
        blocks.append(_block(tr("announce-week-missed"), [_missed(tr, *each) for each in missed]))
    else:
        blocks.append(tr("announce-week-none-missed"))
    if remarks:
        lines = [tr("announce-week-remark", subject=subject, text=text) for subject, text in remarks]
        blocks.append(_block(tr("announce-week-remarks"), lines))
    if word:
        blocks.append(tr("announce-week-word", text=word))
    return blocks


def _marks(tr: Translator, values: Iterable[str]) -> Markup:
    return Markup(", ".join(tr(f"mark-{value}") for value in values))


def _missed(tr: Translator, day: date, presence: str, numbers: Sequence[int]) -> Markup:
    listed = ", ".join(map(str, numbers))
    return tr(
        "announce-week-missed-line", day=day_short(tr, day), presence=presence, count=len(numbers), numbers=listed
    )


def _block(title: Markup, lines: Iterable[Markup]) -> Markup:
    return Markup("\n".join((title, *lines)))
