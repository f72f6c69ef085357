"""Who may enter a thread, and as which side: two persons, each as what they are to the child today (DIA-12, ACC-7)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from core.model.access import Action, Capacity, Permit, Subject
from core.model.diary import Child
from core.model.errors import Forbidden
from core.model.ids import PersonId, ThreadId
from core.model.people import Role
from core.model.thread import Contact, Talk, Thread, ThreadSide
from core.rules.access import allowed, require
from core.rules.threads import subject_of
from core.storage.queries import children, threads
from core.storage.queries.contacts import contacts
from core.storage.work import Work
from core.usecases.reaching import NOWHERE

_FAMILY = (Role.GUARDIAN, Role.STUDENT)


@dataclass(frozen=True, slots=True)
class Entered:
    """A child as somebody may write about it: by which permit, on which side, and who of the staff is around it."""

    child: Child
    today: date
    side: ThreadSide
    permit: Permit
    contacts: tuple[Contact, ...]

    @property
    def me(self) -> PersonId:
        """Give who writes."""
        return self.permit.capacity.person

    def contact(self, person: PersonId) -> Contact | None:
        """Give what somebody of the staff is to the child, None for whoever is nothing to it."""
        return next((each for each in self.contacts if each.person == person), None)


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a thread, entered."""

    talk: Talk
    where: Entered

    @property
    def thread(self) -> Thread:
        """Give the thread itself."""
        return self.talk.thread

    @property
    def side(self) -> ThreadSide:
        """Give which side it is."""
        return self.where.side


async def enter_child(
    work: Work, student: PersonId, side: ThreadSide, action: Action = Action.MESSAGE_WRITE
) -> Entered:
    """Let somebody write about a child, as its family or as somebody of the staff who is to do with it.

    Raises Forbidden, also for a child that does not exist; Stranger, ConsentNeeded.
    """
    child = await work.run(children.child, student)
    if child is None:
        raise _refused(work, action)
    today = child.today(work.now)
    around = (await work.run(contacts, [student], today)).get(student, ())
    if side is ThreadSide.FAMILY:
        permit = _permit(work, action, child.subject(today), lambda one: one.role in _FAMILY)
    else:
        permit = _of_staff(work, action, child, around)
    if permit is None:
        raise _refused(work, action)
    return Entered(child, today, side, permit, around)


def _of_staff(work: Work, action: Action, child: Child, around: tuple[Contact, ...]) -> Permit | None:
    for contact in around:
        permit = _permit(work, action, subject_of(child, contact, work.now), _is_staff(contact.person))
        if permit is not None:
            return permit
    return None


def _is_staff(person: PersonId) -> Callable[[Capacity], bool]:
    return lambda one: one.person == person and one.role not in _FAMILY


def _permit(work: Work, action: Action, subject: Subject, mine: Callable[[Capacity], bool]) -> Permit | None:
    """Give the permit of some capacities of the actor alone: an account may be several persons."""
    actor = replace(work.actor, capacities=tuple(one for one in work.actor.capacities if mine(one)))
    return allowed(actor, action, subject) if actor.capacities and actor.consented else None


def _refused(work: Work, action: Action) -> Forbidden:
    # Somebody without consent or without any access hears of that first, as with an id that exists.
    require(work.actor, action, Subject(school=NOWHERE))
    return Forbidden(action)


async def enter_talk(work: Work, key: ThreadId, action: Action = Action.MESSAGE_WRITE) -> Party:
    """Let one of a thread's two persons in, whoever else may write about the child.

    Raises Forbidden for everybody else, and for whoever of the staff is not to do with the child any more (ACC-7).
    """
    thread = await work.run(threads.thread, key)
    child = await work.run(children.child, thread.student) if thread else None
    if thread is None or child is None:
        raise _refused(work, action)
    today = child.today(work.now)
    talk = (await work.run(threads.talks, [key], today))[key]
    around = (await work.run(contacts, [thread.student], today)).get(thread.student, ())
    family = _permit(work, action, child.subject(today), lambda one: one.person == thread.family)
    if family is not None:
        return Party(talk, Entered(child, today, ThreadSide.FAMILY, family, around))
    about = subject_of(child, talk.contact, work.now)
    staff = _permit(work, action, about, _is_staff(thread.staff)) if talk.contact else None
    if staff is None:
        raise _refused(work, action)
    return Party(talk, Entered(child, today, ThreadSide.STAFF, staff, around))
