"""Who is told of a new access, of one that waits, of one that was cut (ACC-1, ACC-5)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from sqlalchemy import select, update

from core.model.events import Event, EventKind
from core.model.ids import BindingId, PersonId, SchoolId
from core.model.people import Role
from core.storage.rows import AccountRow, BindingRow, GuardianshipRow, KlassRow, PersonRow
from core.usecases.access import CutAccess, cut_access
from notifications.letter import Act
from notifications.post import Outgoing
from tests.notifications.conftest import Office
from tests.world import TODAY


async def _binding(office: Office, telegram: int) -> tuple[int, int]:
    query = (
        select(BindingRow.id, BindingRow.person_id)
        .join(AccountRow, AccountRow.id == BindingRow.account_id)
        .where(AccountRow.telegram_id == telegram)
    )
    row = (await office.world.rows(query))[0]
    return row.id, row.person_id


async def _happened(office: Office, kind: EventKind, telegram: int, *, students: bool = True) -> int:
    binding, person = await _binding(office, telegram)
    now = office.world.clock.now()
    about: list[PersonId | None] = [office.child] if students else [None]
    events = [
        Event(kind, SchoolId(office.world.school), binding, now, student=student, person=PersonId(person))
        for student in about
    ]
    async with office.world.works.changing() as work:
        await work.tell(*events)
    return binding


@asynccontextmanager
async def _staffed(office: Office) -> AsyncIterator[tuple[int, int]]:
    """A class teacher and an administrator who have entered; gives their chats."""
    world = office.world
    class_teacher = await world.staff("Новикова Ольга Сергеевна")
    administrator = await world.staff("Громова Инна Павловна", Role.ADMINISTRATOR)
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=class_teacher)))
    chats = await world.enter(class_teacher), await world.enter(administrator)
    async with office.running():
        yield chats


async def test_a_new_access_is_told_at_once_to_guardians_before(office: Office) -> None:
    world = office.world
    async with _staffed(office):
        world.clock.shift(minutes=1)
        aunt = await world.enter(await world.guardian("Волкова Нина Ильинична", office.child))
        binding = await _happened(office, EventKind.ENTRY, aunt)
        await office.told()
    assert set(office.post.by_chat()) == {office.mother, office.father}
    assert office.post.texts(office.mother) == [
        (
            "<b>Дарья Волкова</b> · 7Б\nНовый доступ к дневнику: <b>Волкова Нина Ильинична</b> (родитель). "
            "Если так быть не должно, закройте доступ."
        )
    ]
    button = office.post.messages(office.mother)[0].buttons[0][0]
    assert (button.act, button.ids) == (Act.CUT_ACCESS, (binding,))


async def _enter(office: Office, *names: str) -> list[int]:
    """Let guardians of the child enter, one after the other, each told to the class teacher; gives the bindings."""
    found = []
    for name in names:
        chat = await office.world.enter(await office.world.guardian(name, office.child))
        found.append(await _happened(office, EventKind.KLASS_ENTRY, chat))
    return found


def _evenings(office: Office, chat: int) -> list[Outgoing]:
    return [each for each in office.post.messages(chat) if "вошли" in each.text]


async def test_the_class_teacher_has_one_letter_of_an_evening(office: Office) -> None:
    clock = office.world.clock
    async with _staffed(office) as (class_teacher, _):
        clock.to(TODAY, 12)
        aunt, uncle = await _enter(office, "Волкова Нина Ильинична", "Волков Олег Юрьевич")
        await office.told()
        assert not office.post.by_chat()
        clock.to(TODAY, 16)
        (friend,) = await _enter(office, "Белова Анна")
        await office.world.do(cut_access, CutAccess(BindingId(uncle)))
        await office.told()
        clock.to(TODAY, 19)
        await office.told()
    (letter,) = _evenings(office, class_teacher)
    assert letter.text.splitlines() == [
        "🚪 <b>За день вошли: 2</b>",
        "Волкова Нина Ильинична (родитель) · Волкова Дарья, 7Б",
        "Белова Анна (родитель) · Волкова Дарья, 7Б",
        "Кого-то здесь быть не должно? Закройте доступ и напечатайте новый код.",
    ]
    cuts, boards = letter.buttons
    assert [(button.act, button.ids) for button in cuts] == [(Act.CUT_ACCESS, (aunt,)), (Act.CUT_ACCESS, (friend,))]
    assert boards[0].act is Act.OPEN_ENTRIES


async def test_who_enters_after_the_evening_letter_stands_in_tomorrow_s(office: Office) -> None:
    clock = office.world.clock
    async with _staffed(office) as (class_teacher, _):
        for day, hour in ((TODAY, 18), (TODAY, 20)):
            clock.to(day, hour)
            await _enter(office, f"Волкова Нина{hour}")
            await office.told()
            clock.to(day, hour + 1)
            await office.told()
        assert len(_evenings(office, class_teacher)) == 1
        clock.to(TODAY + timedelta(days=1), 19)
        await office.told()
    assert len(_evenings(office, class_teacher)) == 2


async def test_a_day_on_which_thirty_enter_is_one_letter_without_thirty_buttons(office: Office) -> None:
    async with _staffed(office) as (class_teacher, _):
        office.world.clock.to(TODAY, 12)
        await _enter(office, *(f"Волкова Нина{number}" for number in range(9)))
        await office.told()
        office.world.clock.to(TODAY, 19)
        await office.told()
    (letter,) = _evenings(office, class_teacher)
    assert [[button.act for button in row] for row in letter.buttons] == [[Act.OPEN_ENTRIES]]


async def test_a_guardian_of_two_children_is_announced_once_to_each(office: Office) -> None:
    world = office.world
    brother = await world.person("Волков Лев")
    mother = (await world.rows(select(PersonRow.id).where(PersonRow.given == "Ирина")))[0][0]
    await world.insert(GuardianshipRow, guardian_id=mother, student_id=brother, relation="мать")
    aunt_id = await world.guardian("Волкова Нина Ильинична", office.child, brother)
    world.clock.shift(minutes=1)
    aunt = await world.enter(aunt_id)
    binding, person = await _binding(office, aunt)
    async with office.running():
        async with world.works.changing() as work:
            await work.tell(
                *(
                    Event(
                        EventKind.ENTRY,
                        SchoolId(world.school),
                        binding,
                        work.now,
                        student=PersonId(student),
                        person=PersonId(person),
                    )
                    for student in (office.child, brother)
                )
            )
        await office.told()
    assert len(office.post.texts(office.mother)) == 1
    assert office.post.texts(office.mother)[0].startswith("<b>Дарья Волкова</b> · 7Б\n<b>Лев Волков</b>\n")


async def test_staff_who_wait_are_shown_to_the_administrators(office: Office) -> None:
    world = office.world
    async with _staffed(office) as (_, administrator):
        newcomer = await world.enter(await world.staff("Белова Анна", position="учитель химии"), confirmed=False)
        binding = await _happened(office, EventKind.ENTRY_TO_CONFIRM, newcomer, students=False)
        await office.told()
    assert set(office.post.by_chat()) == {administrator}
    assert "<b>Белова Анна</b>, учитель химии." in office.post.texts(administrator)[0]
    assert [(b.act, b.ids) for b in office.post.messages(administrator)[0].buttons[0]] == [
        (Act.CONFIRM_STAFF, (binding,)),
        (Act.REFUSE_STAFF, (binding,)),
    ]


async def test_a_confirmation_is_told_to_whom_it_concerns(office: Office) -> None:
    async with office.running():
        await _happened(office, EventKind.ENTRY_CONFIRMED, office.room.telegram, students=False)
        await office.told()
    assert office.post.texts(office.room.telegram) == ["Администратор подтвердил ваш доступ. Журнал открыт."]
    assert len(office.post.arrived) == 1


async def test_a_cut_access_is_told_to_staff_by_name_and_to_the_account_without_any(office: Office) -> None:
    world = office.world
    async with _staffed(office) as (class_teacher, administrator):
        binding, _ = await _binding(office, office.father)
        async with world.works.changing() as work:
            ended = update(BindingRow).where(BindingRow.id == binding).values(ended_at=work.now)
            await work.run(lambda db: db.execute(ended))
        await _happened(office, EventKind.ACCESS_CUT, office.father, students=False)
        await office.told()
    assert set(office.post.by_chat()) == {class_teacher, administrator, office.father}
    assert "<b>Волков Олег Ильич</b> (родитель)" in office.post.texts(class_teacher)[0]
    assert "Волков" not in office.post.texts(office.father)[0]
