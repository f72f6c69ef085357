"""What an import found, would do or did, as sentences: for the chat and for the command line."""

from collections.abc import Iterable, Iterator

from core.model.importing import Fate, KindChange
from core.model.workbook import Problem
from locales import Markup, Translator


def problem_line(tr: Translator, problem: Problem) -> Markup:
    """Give one problem with its place and what to do about it."""
    text = tr(f"import-problem-{problem.code}", **problem.values)
    near = problem.values.get("near")
    if near:
        text = Markup(f"{text} {tr('import-problem-near', near=near)}")
    return tr("import-problem-line", place=_place(tr, problem), text=text) if problem.sheet else text


def _place(tr: Translator, problem: Problem) -> Markup:
    if problem.row and problem.column:
        return tr("import-place-cell", sheet=problem.sheet, row=problem.row, column=problem.column)
    if problem.row:
        return tr("import-place-row", sheet=problem.sheet, row=problem.row)
    if problem.column:
        return tr("import-place-column", sheet=problem.sheet, column=problem.column)
    return tr("import-place-sheet", sheet=problem.sheet)


def change_lines(tr: Translator, changes: Iterable[KindChange]) -> Iterator[Markup]:
    """Give a line for each kind to which anything happens."""
    for change in changes:
        fates = [tr(f"import-fate-{fate.value}", count=change.count(fate)) for fate in Fate if change.count(fate)]
        if fates:
            kind = tr(f"import-kind-{change.kind}")
            yield tr("import-change-line", kind=kind, fates=Markup(", ".join(fates)))
