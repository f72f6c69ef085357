"""What leads to a mark, and what a period mark still asks for, in words: for screens and letters alike."""

from __future__ import annotations

from collections.abc import Iterable

from locales.translator import Markup, Translator


def way_in_words(tr: Translator, count: int, points: int, kind: str, weight: int) -> Markup:
    """«2 пятёрки за контрольные (вес 3)»; `kind` is the code of an answer, an independent or a control work."""
    marks = tr(f"forecast-marks-{points}", count=count)
    work = tr(f"forecast-for-{kind}", count=count)
    if weight == 1:
        return tr("forecast-way", marks=marks, work=work)
    return tr("forecast-way-weighted", marks=marks, work=work, weight=weight)


def either(tr: Translator, ways: Iterable[Markup]) -> Markup:
    """«1 пятёрка за ответ или 2 четвёрки за ответы»."""
    return Markup(tr("forecast-or").join(ways))


def needed(tr: Translator, missing: Iterable[tuple[str, int]]) -> Markup | None:
    """«2 отметки, 1 письменная работа» for pairs of what is needed and how many are missing; None where none is."""
    lacking = [tr(f"needs-{need}", count=count) for need, count in missing if count]
    return Markup(", ".join(lacking)) if lacking else None
