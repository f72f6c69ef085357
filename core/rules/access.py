"""Who may do what to what (ACC-3): the matrix applied to an actor and a subject."""

from collections.abc import Iterator

from core.model.access import Action, Actor, Capacity, Permit, Relation, Subject
from core.model.errors import ConsentNeeded, Forbidden, Stranger
from core.model.ids import PersonId
from core.model.people import Role
from core.model.school import ALL_GRADES
from core.rules.matrix import MATRIX

__all__ = ["MATRIX", "NO_PERSON", "allowed", "is_system", "relations", "require"]

# The program acts as no person; its deeds are audited without one.
NO_PERSON = PersonId(0)

# Audit keeps the closest relation that permits.
_CLOSEST_FIRST = {relation: rank for rank, relation in enumerate(Relation)}


def is_system(actor: Actor) -> bool:
    """Tell whether the program itself or the command line acts: no account, and nobody's Telegram either."""
    return actor.account is None and actor.telegram is None


def relations(capacity: Capacity, subject: Subject) -> frozenset[Relation]:
    """Give every way in which a capacity stands to a subject; what is of another school is OUTSIDE and nothing else.

    While somebody else substitutes a lesson, its planned teacher and the group's teachers only see it (HANDED_OVER):
    the record is filled by who gave the lesson, and the substitution shows in it [003 §4.11; 004 §2; 002 §4а].
    """
    if capacity.role is Role.SYSTEM:
        return frozenset({Relation.OWN_SCHOOL})
    if capacity.school != subject.school:
        return frozenset({Relation.OUTSIDE})
    return frozenset(_near(capacity, subject)) or frozenset({Relation.OUTSIDE})


def _near(capacity: Capacity, subject: Subject) -> Iterator[Relation]:
    me = capacity.person
    if me in (subject.student, subject.person):
        yield Relation.SELF
    if subject.student is not None and subject.student in capacity.children:
        yield Relation.OWN_CHILD
    yield from _teaching(capacity, subject)
    if subject.klass is not None and subject.klass in capacity.klasses:
        yield Relation.OWN_KLASS
    if _within_grades(capacity, subject):
        yield Relation.OWN_SCHOOL


def _teaching(capacity: Capacity, subject: Subject) -> Iterator[Relation]:
    me = capacity.person
    planned = subject.teacher == me
    group = subject.group is not None and subject.group in capacity.groups
    if subject.substitute == me:
        yield Relation.SUBSTITUTED
    elif subject.substitute is not None:
        if planned or group:
            yield Relation.HANDED_OVER
        return
    if planned and subject.substitute is None:
        yield Relation.OWN_LESSON
    if group:
        yield Relation.OWN_GROUP


def _within_grades(capacity: Capacity, subject: Subject) -> bool:
    """A deputy of some parallels [001 §5] is outside of the others, and of anything whose grade was not told."""
    if capacity.grades == ALL_GRADES:
        return True
    if subject.grade is not None:
        return subject.grade in capacity.grades
    return subject.klass is None and subject.group is None and subject.student is None


def allowed(actor: Actor, action: Action, subject: Subject) -> Permit | None:
    """Give the permit by the closest relation of all the actor's capacities, or None.

    A button lives for weeks, so it does not matter which child or role is chosen just now; the chosen one only wins
    among equals. Consent is not asked here: see `require`.
    """
    best: tuple[int, bool] | None = None
    permit: Permit | None = None
    for capacity in _capacities(actor, subject):
        for relation in relations(capacity, subject) & MATRIX[capacity.role][action]:
            rank = (_CLOSEST_FIRST[relation], capacity.person != actor.focus)
            if best is None or rank < best:
                best, permit = rank, Permit(action, capacity, relation)
    return permit


def _capacities(actor: Actor, subject: Subject) -> tuple[Capacity, ...]:
    if is_system(actor):
        return (Capacity(person=NO_PERSON, school=subject.school, role=Role.SYSTEM),)
    return actor.capacities


def require(actor: Actor, action: Action, subject: Subject) -> Permit:
    """Give the permit, or refuse [ACC-3, ACC-4].

    Raises Stranger when the account is nobody here (code "pending" while a staff entry waits for the administrator),
    ConsentNeeded before the present consent text was accepted, Forbidden when the matrix denies.
    """
    if not is_system(actor):
        if not actor.capacities and not actor.pending:
            raise Stranger
        if not actor.consented:
            raise ConsentNeeded
        if not actor.capacities:
            raise Stranger("pending")
    permit = allowed(actor, action, subject)
    if permit is None:
        raise Forbidden(action)
    return permit
