"""Reminders of all rows, pardons told, what reaches the deputy: a school over days (NTF-5, NTF-6, BEY-9)."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from core.model.own_duties import Deal, DutyOf
from core.model.people import Role
from core.regulation.overlay import row_number
from core.storage.rows import KlassRow, StaffRoleRow
from core.usecases.own_duties import MyList, confirm_duty, my_list
from core.usecases.pardons import PardonDuty, end_pardon, pardon_duty
from notifications.letter import Act
from tests.notifications.conftest import Office
from tests.world import TODAY

FRIDAY = TODAY + timedelta(days=1)
MONDAY = TODAY + timedelta(days=4)
NOTICE = "Рассказать родителям об успехах"


@dataclass(frozen=True, slots=True)
class Control:
    """The office with a class teacher and a deputy, both of whom have come in."""

    office: Office
    head: int
    deputy: int
    deputy_person: int

    async def to(self, day: date, hour: int, minute: int = 0) -> None:
        self.office.world.clock.to(day, hour, minute)
        await self.office.told()

    def texts(self, who: int) -> list[str]:
        return self.office.post.texts(who)


@pytest.fixture
async def control(office: Office) -> Control:
    world = office.world
    head = await world.staff("Белова Ирина Николаевна")
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=head)))
    deputy = await world.staff("Громова Ольга Павловна", Role.DEPUTY)
    await world.change_school(launched_on=TODAY)
    return Control(office, await world.enter(head), await world.enter(deputy), deputy)


async def test_a_weekly_duty_is_reminded_of_on_its_last_working_morning_and_when_overdue(control: Control) -> None:
    async with control.office.running():
        await control.to(TODAY, 8)
        assert not [text for text in control.texts(control.head) if NOTICE in text]
        await control.to(FRIDAY, 8)
        (friday,) = [text for text in control.texts(control.head) if NOTICE in text]
        assert "Скоро срок" in friday
        assert "прил. Г п. 2" in friday
        await control.to(FRIDAY, 12)
        await control.to(FRIDAY + timedelta(days=1), 9)
        await control.to(FRIDAY + timedelta(days=2), 9)
        assert len([text for text in control.texts(control.head) if NOTICE in text]) == 1
        await control.to(MONDAY, 8)
        assert "Просрочен" in control.texts(control.head)[-1]
        assert NOTICE in control.texts(control.head)[-1]

        owed = await control.office.world.see(my_list, MyList(), control.head)
        late = next(each for each in owed if each.duty.rule.id.endswith("weekly-notice"))
        duty = DutyOf(row_number(late.duty.rule.id), late.duty.subject.key)
        await control.office.world.do(confirm_duty, duty, control.head)
        await control.to(MONDAY + timedelta(days=1), 8)
        assert NOTICE not in "".join(control.texts(control.head)[2:])


async def test_the_deputy_hears_once_and_has_buttons(control: Control) -> None:
    async with control.office.running():
        heard: dict[date, list[str]] = {}
        for number in range(12):
            day, before = TODAY + timedelta(days=number), len(control.texts(control.deputy))
            await control.to(day, 8)
            await control.to(day, 14)
            heard[day] = [text for text in control.texts(control.deputy)[before:] if "Зимина" in text]
        told = {day: texts for day, texts in heard.items() if texts}
        # Homework was due on Thursday, the other records on Saturday: three working days on, each once.
        assert list(told) == [date(2026, 10, 21), date(2026, 10, 22)]
        assert all(len(texts) == 1 for texts in told.values())
        first = told[date(2026, 10, 21)][0]
        assert "Просрочено дольше 3 рабочих дней" in first
        assert "7Б · Алгебра · 15 октября: Записать домашнее задание" in first
        assert "Отметить отсутствующих" in told[date(2026, 10, 22)][0]
    letters = [each for each in control.office.post.messages(control.deputy) if "Просрочено дольше" in each.text]
    acts = {button.act for letter in letters for row in letter.buttons for button in row}
    assert acts == {Act.OPEN_DUTY, Act.PARDON_DUTY}


async def test_a_deputy_of_other_parallels_hears_nothing(control: Control) -> None:
    async with control.office.world.works.changing() as work:
        chosen = update(StaffRoleRow).where(StaffRoleRow.person_id == control.deputy_person)
        await work.run(lambda db: db.execute(chosen.values(grades=frozenset({9}))))
    async with control.office.running():
        for number in range(9):
            await control.to(TODAY + timedelta(days=number), 8)
    assert not [text for text in control.texts(control.deputy) if "Зимина" in text]


async def test_a_school_may_choose_the_days_or_silence(control: Control) -> None:
    await control.office.world.change_school(escalation_days=0)
    async with control.office.running():
        for number in range(9):
            await control.to(TODAY + timedelta(days=number), 8)
    assert not [text for text in control.texts(control.deputy) if "Просрочено дольше" in text]


async def test_a_pardon_is_told_and_nobody_is_reminded_of_what_waits(control: Control) -> None:
    office, teacher = control.office, control.office.room.telegram
    duty = DutyOf(row_number("moscow-region.marks"), f"lesson:{office.lesson}")
    async with office.running():
        await control.to(TODAY, 12)
        before = len(control.texts(teacher))
        illness = PardonDuty(duty, Deal.ILLNESS, TODAY + timedelta(days=8))
        await office.world.do(pardon_duty, illness, control.deputy)
        await office.told()
        (told,) = control.texts(teacher)[before:]
        assert "Дела отложены</b> до 23 октября включительно: больничный" in told
        assert "Громова О.П." in told
        for number in range(8):
            for hour in (8, 17, 19):
                await control.to(TODAY + timedelta(days=number), hour)
        assert control.texts(teacher)[before + 1 :] == []

        await office.world.do(end_pardon, duty, control.deputy)
        await office.told()
        assert "Отсрочка закончена" in control.texts(teacher)[-1]


async def test_a_pardoned_form_stays_away(control: Control) -> None:
    """The homework's own reminder an hour before its term is dropped where the network was down."""
    office, teacher = control.office, control.office.room.telegram
    duty = DutyOf(row_number("moscow-region.homework"), f"lesson:{office.lesson}")
    async with office.running():
        await control.to(TODAY, 12)
        await office.world.do(pardon_duty, PardonDuty(duty, Deal.POWER_CUT, FRIDAY), control.deputy)
        before = len(control.texts(teacher))
        await control.to(TODAY, 17, 1)
        later = control.texts(teacher)[before:]
    assert ["не было света или связи" in text for text in later] == [True]
