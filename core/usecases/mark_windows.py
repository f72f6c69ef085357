"""Whether a mark may be written now: edit windows, back-dating, reasons (JRN-9, JRN-10) [003 §4.13; 002 §4а-2]."""

from datetime import date, datetime

from core.model.access import Action
from core.model.errors import Refusal
from core.model.journal import Pupil
from core.model.mark import Mark
from core.regulation.overlay import effective
from core.rules.access import require
from core.rules.windows import mark_window, may_correct, may_enter
from core.storage.gateways.marks import MarkRecord
from core.storage.work import Work
from core.usecases.journal import Visit
from core.usecases.late_opening import marks_stay_open, opened_by_deputy


def within_grace(visit: Visit, mark: Mark, at: datetime) -> bool:
    """Tell whether a record is one's own and so fresh that no family was told of it: mending it is no correction."""
    return mark.recorded_by == visit.me and at <= mark.recorded_at + visit.facts.rules.grace


async def stay_within(
    work: Work, visit: Visit, pupil: Pupil, entry: MarkRecord, check_until: date | None = None, *, undo: bool = False
) -> None:
    """Let a mark be written inside its windows, or where the deputy's recorded permission opens this place (JRN-10).

    Every path to a mark passes here. Raises as `may_write` and `marks_stay_open` do.
    """
    before, at = entry.replaces, work.sent_at
    try:
        # What was written by a permission after the period mark is one's own slip while nobody was told of it.
        late = before is not None and pupil.settled_at is not None and before.recorded_at > pupil.settled_at
        if not (late and before is not None and within_grace(visit, before, at)):
            marks_stay_open(work, visit.facts, pupil)
        may_write(work, visit, entry, check_until, undo=undo)
    except Refusal as refusal:
        await opened_by_deputy(work, visit.facts, pupil.id, refusal)
        if before is not None and before.value is not None and not entry.reason:
            raise Refusal("reason-needed", mark=before.id) from refusal


def may_write(work: Work, visit: Visit, entry: MarkRecord, check_until: date | None, *, undo: bool = False) -> None:
    """Refuse what the school's regulation forbids; judged by when the person acted (NTF-0).

    `check_until` is the last day of the work's long check. In the time before families are told a slip of a first entry
    may be mended, and anything undone, whatever the window; other corrections not, or they could prolong themselves.
    Raises Refusal "backdating-forbidden", "correction-forbidden" or "window-closed" with day and clause; for a
    correction after the lesson's day without a reason "reason-needed" with the `mark` it is about.
    """
    facts, sent_at = visit.facts, work.sent_at
    rules, day = facts.rules, facts.lesson.day
    regulation = effective(rules.preset, rules.overrides)
    before = entry.replaces
    fresh = before is not None and within_grace(visit, before, sent_at)
    if before is None or (fresh and before.value is None):
        may_enter(regulation, day, rules.zone, sent_at, check_until)
        return
    require(work.actor, Action.MARK_CORRECT, facts.scope)
    if not (fresh and (undo or before.id == before.root)):
        may_correct(regulation, mark_window(rules.edit_window, day, rules.year_end, rules.zone), sent_at)
    if not (fresh or entry.reason) and facts.local_day(sent_at) > day:
        raise Refusal("reason-needed", mark=before.id)
