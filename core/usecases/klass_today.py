"""The class today, and a colleague's gaps told to the deputy with one tap (CLS-1, CLS-8) [003 Г-10; 004 §2]."""

from dataclasses import dataclass
from datetime import timedelta

from core.model.access import Action
from core.model.audit import AuditEntry, AuditKind
from core.model.duty import DutyState
from core.model.errors import Refusal, Stale
from core.model.events import Event, EventKind
from core.model.ids import KlassId, PersonId
from core.model.klass_today import KlassToday
from core.storage.gateways import signals as gateway
from core.storage.gateways.signals import Telling
from core.storage.queries import absence_notes
from core.storage.queries import klass_today as query
from core.storage.work import Work
from core.usecases.board_view import open_duties
from core.usecases.duties import school_years
from core.usecases.reaching import reach_klass, school_zone

DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ShowKlassToday:
    """Which class."""

    klass: KlassId


async def show_klass_today(work: Work, command: ShowKlassToday) -> KlassToday:
    """Give a class today: lessons taken and not, who is missing where and why. Raises Forbidden."""
    subject, name, _ = await reach_klass(work, command.klass, Action.KLASS_OVERVIEW)
    zone = await school_zone(work, subject.school)
    today = work.now.astimezone(zone).date()
    absentees = await work.run(query.absentees, command.klass, today)
    return KlassToday(
        klass=command.klass,
        name=name,
        day=today,
        zone=zone,
        lessons=await work.run(query.lessons, command.klass, today),
        absentees=absentees,
        notes=tuple(await work.run(absence_notes.of_klass, command.klass, today)),
        unexplained=await work.run(absence_notes.unexplained, command.klass, today - WEEK, today - DAY),
        asked=await work.run(absence_notes.asked_on, [one.student for one in absentees], today),
    )


@dataclass(frozen=True, slots=True)
class TellGap:
    """A colleague's records of a class that are overdue."""

    klass: KlassId
    teacher: PersonId


async def tell_gap(work: Work, command: TellGap) -> int:
    """Tell the deputies of lessons of the class that lack a colleague's record; give how many lessons.

    Raises Forbidden, Stale when nothing is overdue any more, Refusal "gap-told" on the same day, "gap-nobody".
    """
    subject, _, permit = await reach_klass(work, command.klass, Action.GAP_TELL)
    year = (await school_years(work, [subject.school]))[subject.school]
    duties = await open_duties(work, year, command.klass, command.teacher)
    late = {duty.subject.lesson for duty in duties if duty.state is DutyState.OVERDUE}
    if not late:
        raise Stale
    today, me = year.today(work.now), permit.capacity.person
    readers = await work.run(query.deputies, subject.school, subject.grade or 0, today)
    if not readers:
        raise Refusal("gap-nobody")
    telling = Telling(subject.school, me, today, work.now)
    key = await work.run(gateway.keep_gap, telling, command.klass, command.teacher, len(late))
    if key is None:
        raise Refusal("gap-told")
    await work.audit(permit, AuditEntry(AuditKind.GAP_TOLD, key, after=str(len(late))))
    events = [Event(EventKind.GAP, subject.school, key, work.now, person=reader, actor=me) for reader in readers]
    await work.tell(*events)
    return len(late)
