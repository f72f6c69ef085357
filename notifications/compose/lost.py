"""An access was reported as lost: the administrator is asked since when, on the spot (ACC-5) [003 §5.3]."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from core.model.ids import LostReportId
from core.model.regulation import Matter
from core.model.scrutiny import LostReport
from core.model.term import TermKind
from core.regulation.overlay import effective
from core.storage.gateways.outbox import Draft
from core.storage.queries import lost as query
from core.storage.work import Work
from locales.clauses import cited
from locales.dates import moment
from notifications.compose.context import Context
from notifications.letter import Act, Letter, LetterButton


async def read(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read the reports of a batch; gives what makes a letter of each draft."""
    found = await work.run(query.reports, {item.subject for draft in drafts for item in draft.items})
    return lambda ctx, draft: letter(ctx, draft, found)


def letter(ctx: Context, draft: Draft, reports: Mapping[LostReportId, LostReport]) -> Letter | None:
    """Give the form, None once somebody has answered it."""
    item = next(iter(draft.items), None)
    report = reports.get(LostReportId(item.subject)) if item else None
    if item is None or report is None or report.since is not None or report.closed_at is not None:
        return None
    tr, today = ctx.words(draft), ctx.today(draft)
    at = moment(tr, report.reported_at, report.zone, today)
    clause = cited(tr, _clauses(ctx, draft))
    text = tr("notice-lost", name=report.name.full, kind=report.kind.value, moment=at, clause=clause)
    days = (("lost-button-today", today), ("lost-button-yesterday", today - timedelta(days=1)))
    since = [LetterButton(name, Act.LOST_SINCE, (report.id, day.toordinal())) for name, day in days]
    rows = (
        (LetterButton("lost-button-now", Act.LOST_SINCE, (report.id,)), since[0]),
        (since[1], LetterButton("lost-button-other", Act.OPEN_LOST, (report.id,))),
    )
    return Letter(text, rows, told=((item.id, "1"),))


def _clauses(ctx: Context, draft: Draft) -> tuple[str, ...]:
    """Where the school's text says that what is done after the report is void; nothing where it is silent."""
    school = ctx.year(draft).school
    rows = effective(school.preset, school.overrides).rows
    return tuple(row.clause for row in rows if row.about is Matter.BREACH and row.due.kind is TermKind.STANDING)
