"""The school at a glance, and a class teacher's class (ADM-1, CLS-1, CLS-5)."""

from dataclasses import dataclass

from core.model.access import Action
from core.model.entry import OwnKlass, SchoolCard
from core.model.errors import NotFound
from core.model.ids import KlassId, SchoolId
from core.model.people import PersonName
from core.storage.queries import entry
from core.storage.work import Work
from core.usecases.reaching import reach_klass, reach_school, school_today


@dataclass(frozen=True, slots=True)
class ReadSchool:
    """The card of a school."""

    school: SchoolId


async def read_school(work: Work, command: ReadSchool) -> SchoolCard:
    """Give the card of a school to any member of its staff: the same that may see its timetable. Raises Forbidden."""
    reach_school(work, command.school, Action.TIMETABLE_READ)
    card = await work.run(entry.school_card, command.school, await school_today(work, command.school))
    if card is None:
        raise NotFound
    return card


@dataclass(frozen=True, slots=True)
class Ask:
    """Whether something may be done in a school, before somebody is led through it."""

    school: SchoolId
    action: Action


async def ask(work: Work, command: Ask) -> None:
    """Raise Forbidden when it may not."""
    reach_school(work, command.school, command.action)


@dataclass(frozen=True, slots=True)
class ReadKlasses:
    """Classes as their class teacher sees them today."""

    klasses: tuple[KlassId, ...]


async def read_klasses(work: Work, command: ReadKlasses) -> list[OwnKlass]:
    """Give classes today: who misses lessons, who has entered, who cannot be reached. Raises Forbidden."""
    own = []
    for klass in command.klasses:
        subject, _, _ = await reach_klass(work, klass, Action.KLASS_OVERVIEW)
        today = await school_today(work, subject.school)
        own.append(await work.run(entry.own_klass, subject.school, klass, today))
    return own


@dataclass(frozen=True, slots=True)
class ListKlass:
    """The list of a class."""

    klass: KlassId


async def list_klass(work: Work, command: ListKlass) -> tuple[str, tuple[PersonName, ...]]:
    """Give the name of a class and its students in order. Raises Forbidden."""
    _, name, _ = await reach_klass(work, command.klass, Action.KLASS_OVERVIEW)
    return name, await work.run(entry.klass_students, command.klass)
