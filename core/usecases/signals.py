"""Signals of a group to its teacher, who tells the class teacher and the parents with one tap (JRN-15) [004]."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.access import Action, Permit
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal, Stale
from core.model.events import Event, EventKind
from core.model.ids import GroupId, PersonId
from core.model.signal import Signal, SignalAudience, SignalGroup, SignalKind
from core.rules.access import require
from core.rules.signals import QUIET, WINDOW, signals
from core.storage.gateways import signals as gateway
from core.storage.gateways.signals import NewSignal, Telling
from core.storage.queries import board
from core.storage.queries import signals as query
from core.storage.queries.signals import GroupPlace
from core.storage.work import Work
from core.usecases.duties import SchoolYear, school_years


@dataclass(frozen=True, slots=True)
class ShowSignals:
    """The signals of a group."""

    group: GroupId


@dataclass(frozen=True, slots=True)
class TellSignal:
    """A student's signals are told to somebody."""

    group: GroupId
    student: PersonId
    audience: SignalAudience


@dataclass(frozen=True, slots=True)
class _Opened:
    place: GroupPlace
    permit: Permit
    year: SchoolYear
    group: SignalGroup


async def show_signals(work: Work, command: ShowSignals) -> SignalGroup:
    """Give the students of a group who are failing or often absent. Raises Forbidden."""
    return (await _open(work, command.group)).group


async def tell_signal(work: Work, command: TellSignal) -> SignalGroup:
    """Tell the parents or the class teacher what they were not told in the last two weeks; record it.

    Raises Forbidden, Stale when nothing is the matter any more, Refusal "signal-told" or "signal-nobody".
    """
    opened = await _open(work, command.group)
    signal = opened.group.signal(command.student)
    if signal is None:
        raise Stale
    kinds = signal.untold(command.audience)
    if not kinds:
        raise Refusal("signal-told")
    reader = _reader(opened, command.audience)
    for kind in kinds:
        await _tell(work, opened, (signal, kind, command.audience), reader)
    return (await _open(work, command.group)).group


async def _open(work: Work, key: GroupId) -> _Opened:
    place = await work.run(query.group, key)
    if place is None:
        raise Forbidden(Action.SIGNAL_TELL)
    permit = require(work.actor, Action.SIGNAL_TELL, place.subject)
    year = (await school_years(work, [place.subject.school]))[place.subject.school]
    today = year.today(work.now)
    told = await work.run(query.told, place.subject_id, today - QUIET)
    everybody = await work.run(query.lately, place, max(today - WINDOW, year.school.kept_from), today)
    me = permit.capacity.person
    names = await work.run(board.names, place.subject.school, [me])
    group = SignalGroup(
        group=key,
        klass=place.klass,
        subject=place.subject_name,
        subgroup=place.subgroup,
        teacher=names.people[me],
        class_teacher=place.class_teacher,
        own_klass=place.class_teacher == me,
        signals=signals(everybody, told, year.school.round_up_from),
    )
    return _Opened(place, permit, year, group)


def _reader(opened: _Opened, audience: SignalAudience) -> PersonId | None:
    if audience is SignalAudience.PARENTS:
        return None
    if opened.group.class_teacher is None or opened.group.own_klass:
        raise Refusal("signal-nobody")
    return opened.group.class_teacher


async def _tell(
    work: Work, opened: _Opened, what: tuple[Signal, SignalKind, SignalAudience], reader: PersonId | None
) -> None:
    signal, kind, audience = what
    me, school = opened.permit.capacity.person, opened.place.subject.school
    lately = signal.lately
    failing = kind is SignalKind.FAILING
    new = NewSignal(
        student=signal.student,
        subject=opened.place.subject_id,
        kind=kind,
        audience=audience,
        marks=_marks([mark.points for mark in lately.marks]) if failing else "",
        missed=0 if failing else lately.missed,
        lessons=0 if failing else lately.lessons,
    )
    key = await work.run(gateway.keep, Telling(school, me, opened.year.today(work.now), work.now), new)
    entry = AuditEntry(AuditKind.SIGNAL_TOLD, key, after=f"{kind.value} {audience.value}", student=signal.student)
    await work.audit(opened.permit, entry)
    told = EventKind.SIGNAL if reader is None else EventKind.KLASS_SIGNAL
    await work.tell(Event(told, school, key, work.now, student=signal.student, person=reader, actor=me))


# As many as a line of a letter takes.
_SHOWN = 12


def _marks(points: Sequence[int]) -> str:
    return ", ".join(str(each) for each in points[-_SHOWN:])
