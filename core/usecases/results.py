"""A child's final marks of a school year, visible as soon as they are set (DIA-4, DIA-9) [002 прил.3 §4; 004 §7]."""

from collections import defaultdict
from dataclasses import dataclass

from core.model.diary import SubjectName
from core.model.final_mark import FinalKind
from core.model.final_sheet import Results, ResultTerm
from core.model.ids import PersonId
from core.model.mark import MarkValue
from core.storage.queries import results as query
from core.storage.work import Work
from core.usecases.children import open_diary

_ORDER = {kind: at for at, kind in enumerate(FinalKind)}


@dataclass(frozen=True, slots=True)
class ShowResults:
    """A child's final marks of the school year that began in `year`; None: the latest there are."""

    child: PersonId
    year: int | None = None


async def show_results(work: Work, wanted: ShowResults) -> Results:
    """Give the marks by subject, the terms in their order, and the years there are any of. Raises Forbidden."""
    opened = await open_diary(work, wanted.child)
    found = await work.run(query.results, opened.child.id)
    years = tuple(sorted({each.year for each in found}))
    year = wanted.year if wanted.year in years else max(years, default=opened.today.year)
    terms: dict[ResultTerm, None] = {}
    subjects: dict[SubjectName, dict[ResultTerm, MarkValue]] = defaultdict(dict)
    shown = [each for each in found if each.year == year]
    shown.sort(key=lambda each: (each.subject.name, _ORDER[each.term.kind], each.begins))
    for each in shown:
        terms[each.term] = None
        subjects[each.subject][each.term] = each.value
    return Results(opened.child, opened.today, year, tuple(terms), tuple(subjects.items()), years)
