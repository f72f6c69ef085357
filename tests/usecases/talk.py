"""A class whose families and teachers may write to each other: where tests of messages and complaints start."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from core.model.ids import PersonId, SchoolId, ThreadId
from core.model.people import Role
from core.model.thread import ThreadSide
from core.storage.rows import AuditRow, EventRow
from core.usecases.messages import Address, WriteFirst, write_first
from tests.world import KlassOf, World


@dataclass(frozen=True, slots=True)
class Talkers:
    """7Б: a teacher of algebra, its class teacher, the office; Ilya with mother, father and an own account; Vera's."""

    world: World
    klass: KlassOf
    people: dict[str, int]
    accounts: dict[str, int]

    @property
    def school(self) -> SchoolId:
        return SchoolId(self.world.school)

    @property
    def child(self) -> PersonId:
        return PersonId(self.klass.students[0])

    def person(self, who: str) -> PersonId:
        return PersonId(self.people[who])

    async def write(self, text: str = "Здравствуйте", who: str = "mother", to: str = "teacher") -> ThreadId:
        """A family writes to somebody of the staff; gives the thread."""
        address = Address(self.child, self.person(to), ThreadSide.FAMILY)
        page = await self.world.do(write_first, WriteFirst(address, text), self.accounts[who])
        return page.talk.thread.id

    async def told(self, kind: str) -> list[int]:
        """To whom events of a kind are told."""
        query = select(EventRow.person_id).where(EventRow.kind == kind).order_by(EventRow.id)
        return [row[0] for row in await self.world.rows(query)]

    async def audited(self, kind: str) -> list[Any]:
        """Entries of a kind in the trail."""
        return await self.world.rows(select(AuditRow.__table__).where(AuditRow.kind == kind).order_by(AuditRow.seq))


async def talkers(world: World) -> Talkers:
    """Found the school."""
    staff = {
        "teacher": await world.staff("Зимина Анна Петровна"),
        "supervisor": await world.staff("Белова Ирина Николаевна"),
        "colleague": await world.staff("Юдина Ольга Сергеевна"),
        "deputy": await world.staff("Кравцова Нина Львовна", Role.DEPUTY),
        "head": await world.staff("Соболев Павел Ильич", Role.HEAD),
        "administrator": await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR),
    }
    klass = await world.klass("7Б", ["Орлов Илья", "Панина Вера"], class_teacher=staff["supervisor"])
    other = await world.klass("8А", ["Юрьев Глеб"])
    await world.group(klass, "Алгебра", staff["teacher"])
    await world.group(other, "Физика", staff["colleague"])
    ilya, vera = klass.students
    families = {
        "mother": await world.guardian("Орлова Мария Ивановна", ilya),
        "father": await world.guardian("Орлов Степан Ильич", ilya),
        "stranger": await world.guardian("Панина Ольга Юрьевна", vera),
        "student": ilya,
        "classmate": vera,
    }
    people = staff | families
    accounts = {who: await world.enter(person) for who, person in people.items()}
    return Talkers(world, klass, people, accounts)
