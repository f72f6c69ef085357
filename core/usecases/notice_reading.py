"""A notice as those read it whom it is for, and «прочитано» (CLS-3)."""

from dataclasses import dataclass

from core.model.access import Action, Permit, Subject
from core.model.errors import Forbidden, Refusal
from core.model.ids import NoticeId, PersonId
from core.model.notice import TOLD, Notice, ReceivedNotice
from core.rules.access import require
from core.rules.calendar import local_day
from core.storage.gateways import notices as gateway
from core.storage.queries import letters
from core.storage.queries import notices as query
from core.storage.work import Work
from core.usecases.notices import weeks_of
from core.usecases.reaching import NOWHERE, school_zone


@dataclass(frozen=True, slots=True)
class ReceivedOf:
    """Which notice."""

    notice: NoticeId


async def open_received(work: Work, command: ReceivedOf) -> ReceivedNotice:
    """Give a notice as the reader has it. Raises Forbidden, Refusal "notice-recalled"."""
    notice, person, student, _ = await _admit(work, command.notice)
    zone = await school_zone(work, notice.school)
    head = (await work.run(letters.heads, [student])).get(student) if student else None
    times = await work.run(query.read_times, [notice.id])
    return ReceivedNotice(
        notice=notice,
        author=await work.run(query.author, notice.author, notice.role),
        zone=zone,
        today=local_day(work.now, zone),
        student=student,
        child=head.name if head else None,
        klass=head.klass if head else "",
        week=(await weeks_of(work, notice, [student])).get(student) if student else None,
        read_at=times.get((notice.id, student or person)),
    )


async def read_notice(work: Work, command: ReceivedOf) -> ReceivedNotice:
    """Note that a notice was read; twice is once. Either guardian settles the household (NTF-9).

    Raises Forbidden, Refusal "notice-recalled".
    """
    notice, _, _, _ = await _admit(work, command.notice)
    await work.run(gateway.read, notice.id, _people(work), work.now)
    return await open_received(work, command)


def _people(work: Work) -> list[PersonId]:
    return [capacity.person for capacity in work.actor.capacities]


async def _admit(work: Work, key: NoticeId) -> tuple[Notice, PersonId, PersonId | None, Permit]:
    notice = await work.run(query.notice, key)
    places = await work.run(query.received, key, _people(work)) if notice else []
    if notice is None or not places:
        require(work.actor, Action.NOTICE_CONFIRM_READ, Subject(school=NOWHERE))
        raise Forbidden(Action.NOTICE_CONFIRM_READ)
    person, student = next(((person, student) for person, student, read in places if read is None), places[0][:2])
    asked = Subject(notice.school, student=student) if student else Subject(notice.school, person=person)
    permit = require(work.actor, Action.NOTICE_CONFIRM_READ, asked)
    if notice.state not in TOLD:
        raise Refusal("notice-recalled")
    return notice, person, student, permit
