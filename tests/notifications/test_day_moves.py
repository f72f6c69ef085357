"""A moved school day is told once to families and teachers, as one message (ADM-2)."""

from datetime import date

from core.model.ids import SchoolId
from core.model.people import Role
from core.usecases.day_moves import MoveDay, move_day
from tests.classroom import NEXT_WEEK
from tests.notifications.conftest import Office

SATURDAY = date(2026, 10, 24)


async def test_it_is_one_message_and_one_when_it_is_taken_back(office: Office) -> None:
    world, names = office.world, ("Выходной", "Учебный день")
    deputy = await world.enter(await world.staff("Тихонова Мария Олеговна", Role.DEPUTY))
    there = MoveDay(SchoolId(world.school), NEXT_WEEK, SATURDAY, names)
    back = MoveDay(SchoolId(world.school), SATURDAY, NEXT_WEEK, names)
    async with office.running():
        await world.do(move_day, there, deputy)
        await office.later(minutes=3)
        first = office.post.texts(office.mother)
        told = "четверг, 22 октября – выходной, его уроки: суббота, 24 октября."
        assert first == [f"<b>Дарья Волкова</b> · 7Б\n🔁 <b>Учебный день переносится</b>\n{told}"]
        assert len(office.post.texts(office.neighbour)) == len(office.post.texts(office.room.telegram)) == 1
        await world.do(move_day, back, deputy)
        await office.later(minutes=3)
        assert "Перенос учебного дня отменён" in office.post.texts(office.mother)[-1]
        await world.do(move_day, there, deputy)
        await office.later(seconds=20)
        await world.do(move_day, back, deputy)
        await office.later(minutes=5)
    assert len(office.post.texts(office.mother)) == 2
    assert office.post.texts(deputy) == []
