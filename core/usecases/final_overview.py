"""Which groups are to be closed now, and how far they are: one's own, or those of a class (BEY-13)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.model.access import Action, Capacity, Subject
from core.model.errors import Stranger
from core.model.final_sheet import FinalsOverview, FinalTerm, GroupProgress, TermProgress
from core.model.ids import GroupId, KlassId, SchoolId
from core.model.regulation import Regulation
from core.regulation.overlay import effective
from core.rules.access import require
from core.rules.calendar import local_day
from core.rules.final_windows import last_day, opens_on
from core.storage.queries import final_marks as query
from core.storage.queries import final_progress as progress
from core.storage.queries.final_marks import SchoolTerms
from core.storage.work import Work
from core.usecases.lesson_reading import TEACHING
from core.usecases.reaching import reach_klass

# A finished term is shown so long, so that a slip is found again without a search.
_KEPT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class ShowFinals:
    """One's own groups, or all of a class."""

    klass: KlassId | None = None


async def finals_overview(work: Work, command: ShowFinals) -> FinalsOverview:
    """Give groups with the terms that are open, one's own in all schools.

    Raises Forbidden, Stranger "no-lessons" for those who do not teach.
    """
    if command.klass is not None:
        subject, name, _ = await reach_klass(work, command.klass, Action.JOURNAL_READ)
        return await _overview(work, subject.school, name, klasses=[command.klass])
    of_school: dict[SchoolId, list[GroupId]] = {}
    for capacity in _teaching(work):
        of_school.setdefault(capacity.school, []).extend(capacity.groups)
    return _joined([await _overview(work, school, "", groups=groups) for school, groups in of_school.items()])


def _teaching(work: Work) -> list[Capacity]:
    held = [capacity for capacity in work.actor.capacities if capacity.role in TEACHING]
    # The school that the reader looks at comes first.
    held.sort(key=lambda capacity: capacity.person != work.actor.focus)
    if not held:
        raise Stranger("no-lessons")
    # Whoever has not consented sees nothing [ACC-4].
    require(work.actor, Action.DUTY_BOARD_READ, Subject(school=held[0].school, person=held[0].person))
    return held


def _joined(found: Sequence[FinalsOverview]) -> FinalsOverview:
    ahead = [each.next_opens for each in found if each.next_opens]
    groups = tuple(group for each in found for group in each.groups)
    return FinalsOverview(found[0].today, groups, next_opens=min(ahead, default=None))


async def _overview(
    work: Work,
    school: SchoolId,
    name: str,
    groups: Collection[GroupId] | None = None,
    klasses: Collection[KlassId] | None = None,
) -> FinalsOverview:
    terms = await work.run(query.school_terms, school)
    today = local_day(work.now, terms.rules.zone)
    year = terms.rules.year_start.year
    found = await work.run(progress.final_progress, school, today, year, groups, klasses)
    shown = tuple(open_terms(found, terms, today))
    ahead = [day for group in found for day in _ahead(group, terms, today)]
    return FinalsOverview(today, shown, name, min(ahead, default=None))


def open_terms(groups: Iterable[GroupProgress], school: SchoolTerms, today: date) -> Iterator[TermProgress]:
    """Give each group with the terms that may be set and are not complete, or were complete a little while ago.

    What ended before the school began to work here is nobody's (NTF-10).
    """
    regulation = effective(school.rules.preset, school.rules.overrides)
    for group in groups:
        for term in school.terms(group.grade):
            begun = opens_on(regulation, term.kind, term.ends_on) <= today and term.ends_on >= school.kept_from
            each = TermProgress(group, term, last_day(regulation, term.kind, term.ends_on), school.name)
            if begun and group.students and (not each.complete or today <= max(each.due, term.ends_on) + _KEPT):
                yield each


def _ahead(group: GroupProgress, school: SchoolTerms, today: date) -> Iterator[date]:
    regulation = effective(school.rules.preset, school.rules.overrides)
    days = (_opens(regulation, term) for term in school.terms(group.grade))
    return (day for day in days if day > today)


def _opens(regulation: Regulation, term: FinalTerm) -> date:
    return opens_on(regulation, term.kind, term.ends_on)
