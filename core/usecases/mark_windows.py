"""Whether a mark may be written now: edit windows, back-dating, reasons (JRN-9, JRN-10) [003 §4.13; 002 §4а-2]."""

from datetime import datetime

from core.model.access import Action
from core.model.errors import Refusal
from core.model.mark import Mark
from core.rules.access import require
from core.storage.gateways.marks import MarkRecord
from core.storage.work import Work
from core.usecases.journal import Visit


def within_grace(visit: Visit, mark: Mark, at: datetime) -> bool:
    """Tell whether a record is one's own and so fresh that no family was told of it: mending it is no correction."""
    return mark.recorded_by == visit.me and at <= mark.recorded_at + visit.facts.rules.grace


def may_change(work: Work, visit: Visit, entry: MarkRecord) -> None:
    """Refuse what the school's window forbids; deadlines are judged by when the person acted (NTF-0).

    Raises Refusal "window-closed" or "backdating-forbidden" with rule, day and clause, Refusal "reason-needed" for a
    correction after the lesson's day without a reason.
    """
    before = entry.replaces
    if before is None:
        return
    require(work.actor, Action.MARK_CORRECT, visit.facts.scope)
    if within_grace(visit, before, work.sent_at):
        return
    if not entry.reason and visit.facts.local_day(work.sent_at) > visit.facts.lesson.day:
        raise Refusal("reason-needed")
