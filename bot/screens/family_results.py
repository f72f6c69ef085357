"""A child's final marks of a school year, subject by subject (DIA-4, DIA-9)."""

from collections.abc import Iterator, Mapping

from bot.callbacks.family import MarksPress
from bot.callbacks.finals import ResultsPress
from bot.screen import Button, Screen
from bot.screens.family_frame import heading, menu_row
from bot.widgets.fitting import clip, fitted
from core.model.diary import SubjectName
from core.model.final_sheet import Results, ResultTerm
from core.model.mark import MarkValue
from locales import Markup, Translator

_CLIPS = (60, 30, 12)


def results_screen(tr: Translator, value: Results) -> Screen:
    """Give every subject with its marks of periods, year, examination and course."""
    text, _ = fitted(lambda limit: tuple(_blocks(tr, value, limit)), tr("final-results-cut"), _CLIPS)
    marks = Button(tr.plain("notice-button-marks"), MarksPress(child=value.child.id))
    return Screen(text, tuple(row for row in (_years(tr, value), (marks, *menu_row(tr))) if row))


def _blocks(tr: Translator, value: Results, limit: int) -> Iterator[str]:
    title = tr("final-results-title", first=_whole(value.year), last=_whole(value.year + 1))
    yield f"{heading(tr, value.child, value.today)}\n{title}"
    if not value.subjects:
        yield tr("final-results-none")
    else:
        yield "\n".join(_subject(tr, value, subject, marks, limit) for subject, marks in value.subjects)


def _subject(
    tr: Translator, value: Results, subject: SubjectName, marks: Mapping[ResultTerm, MarkValue], limit: int
) -> Markup:
    told = (
        tr(
            "final-results-mark",
            term=tr.plain(f"final-term-{term.kind.value}", name=clip(term.name, limit)),
            mark=tr.plain(f"mark-{marks[term].value}"),
        )
        for term in value.terms
        if term in marks
    )
    return tr("final-results-subject", subject=clip(subject.name, limit), marks=Markup(", ".join(told)))


def _whole(year: int) -> str:
    """A year is a name, not an amount: no thousands are set apart in it."""
    return str(year)


def _years(tr: Translator, value: Results) -> tuple[Button, ...]:
    row = []
    for text, year in (("final-results-previous", value.year - 1), ("final-results-next", value.year + 1)):
        if year in value.years:
            label = tr.plain(text, first=_whole(year), last=_whole(year + 1))
            row.append(Button(label, ResultsPress(child=value.child.id, year=year)))
    return tuple(row)
