"""One's own duties: the list, «сделано», pardons, what a home shows of them (NTF-5, BEY-9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import event, select, update

from bot.screens.pardons import ending, pardons
from bot.screens.teacher_day import owed
from core.model.duty import DutyState
from core.model.errors import Forbidden, NotFound, Refusal, Stale
from core.model.events import EventKind
from core.model.ids import SchoolId
from core.model.own_duties import PARDON_CODE, Deal, DutyCard, DutyOf, Owed
from core.model.people import Role
from core.model.regulation import Matter, Proof
from core.regulation.overlay import row_number
from core.rules.duty_numbers import key_of, numbers_of
from core.storage.rows import AuditRow, DutyConfirmationRow, DutyPardonRow, EventRow, KlassRow
from core.usecases.lesson_reading import MyDebts, my_debts
from core.usecases.own_duties import (
    MyGlance,
    MyList,
    confirm_duty,
    duty_card,
    my_glance,
    my_list,
    reopen_duty,
)
from core.usecases.pardon_list import EndGiven, ListPardons, end_given, list_pardons
from core.usecases.pardons import PardonDuty, end_pardon, pardon_duty, pardon_form
from core.usecases.topics import SetTopic, set_topic
from locales import LANGUAGES, Translators
from notifications.glances import refresh
from tests.classroom import Classroom, classroom
from tests.screens.test_entry_screens import sound
from tests.world import TODAY, World, local

WORDS = Translators.load(strict=True)
TOMORROW = TODAY + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Staff:
    """A class at algebra with its teacher, a class teacher, a deputy; three days after the lesson."""

    world: World
    room: Classroom
    head: int
    deputy: int

    async def owed(self, telegram: int) -> tuple[Owed, ...]:
        return await self.world.see(my_list, MyList(), telegram)

    async def card(self, duty: DutyOf, telegram: int) -> DutyCard:
        return await self.world.see(duty_card, duty, telegram)


@pytest.fixture
async def staff(world: World) -> Staff:
    head = await world.staff("Белова Ирина Николаевна")
    room = await classroom(world)
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=head)))
    deputy = await world.staff("Громова Ольга Павловна", Role.DEPUTY)
    world.clock.instant = local(TODAY + timedelta(days=3), 9)
    return Staff(world, room, await world.enter(head), await world.enter(deputy))


def named(owed: Owed) -> DutyOf:
    return DutyOf(row_number(owed.duty.rule.id), owed.duty.subject.key)


def about(owed: Sequence[Owed], matter: Matter) -> Owed:
    return next(each for each in owed if each.duty.rule.about is matter)


async def test_the_list_begins_with_what_is_overdue(staff: Staff) -> None:
    owed = await staff.owed(staff.room.telegram)
    states = [each.duty.state for each in owed]
    assert states[0] is DutyState.OVERDUE
    assert states == sorted(states, key=[DutyState.OVERDUE, DutyState.OPEN, DutyState.PAUSED].index)
    assert {Matter.HOMEWORK, Matter.MARKS, Matter.TOPIC, Matter.ATTENDANCE} <= {each.duty.rule.about for each in owed}
    assert all(staff.room.teacher in each.duty.holders for each in owed)


async def test_every_duty_is_found_again_by_its_numbers(staff: Staff) -> None:
    for who in (staff.room.telegram, staff.head, staff.deputy):
        owed = await staff.owed(who)
        assert owed
        for each in owed:
            key = each.duty.subject.key
            assert key_of(numbers_of(key)) == key
            card = await staff.card(named(each), who)
            assert (card.owed.duty.rule, card.owed.duty.due_at) == (each.duty.rule, each.duty.due_at)
            assert card.mine


async def test_done_by_word_and_taken_back_the_same_day(staff: Staff) -> None:
    mine = next(each for each in await staff.owed(staff.head) if each.duty.rule.proof is Proof.CONFIRMATION)
    duty, world = named(mine), staff.world
    card = await world.do(confirm_duty, duty, staff.head)
    assert (card.owed.duty.done_at, card.may_confirm, card.may_reopen) == (world.clock.instant, False, True)
    await world.do(confirm_duty, duty, staff.head)
    assert len(await world.rows(select(DutyConfirmationRow.id))) == 1
    assert duty not in {named(each) for each in await staff.owed(staff.head)}

    card = await world.do(reopen_duty, duty, staff.head)
    assert card.owed.duty.done_at is None
    assert card.may_confirm
    await world.do(confirm_duty, duty, staff.head)
    world.clock.shift(days=1)
    with pytest.raises(Refusal) as refused:
        await world.do(reopen_duty, duty, staff.head)
    assert refused.value.code == "duty-not-today"
    kinds = await world.rows(select(AuditRow.kind).order_by(AuditRow.seq))
    assert [row[0] for row in kinds] == ["duty.confirmed", "duty.reopened", "duty.confirmed"]


async def test_what_the_journal_shows_nobody_confirms(staff: Staff) -> None:
    topic = named(about(await staff.owed(staff.room.telegram), Matter.TOPIC))
    with pytest.raises(Refusal) as refused:
        await staff.world.do(confirm_duty, topic, staff.room.telegram)
    assert refused.value.code == "duty-by-record"


async def test_others_duties_are_for_those_who_control(staff: Staff, world: World) -> None:
    topic = named(about(await staff.owed(staff.room.telegram), Matter.TOPIC))
    card = await staff.card(topic, staff.deputy)
    assert (card.mine, card.may_confirm, card.may_pardon) == (False, False, True)
    with pytest.raises(NotFound):
        await world.do(confirm_duty, topic, staff.deputy)
    colleague = await world.enter(await world.staff("Другова Яна Олеговна"))
    administrator = await world.enter(await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR))
    guardian = await world.enter(await world.guardian("Волкова Анна", staff.room.students[0]))
    for who in (colleague, guardian):
        with pytest.raises(Forbidden if who == colleague else Exception):
            await staff.card(topic, who)
    for who in (colleague, staff.head, administrator, staff.room.telegram):
        with pytest.raises(Forbidden):
            await world.do(pardon_duty, PardonDuty(topic, Deal.LONG_CHECK, TOMORROW + timedelta(days=9)), who)
    assert await world.rows(select(DutyPardonRow.id)) == []


@pytest.mark.parametrize(
    ("deal", "paused"),
    [
        (Deal.LONG_CHECK, {Matter.MARKS}),
        (Deal.POWER_CUT, {Matter.MARKS}),
        (Deal.POWER_CUT_RULE, {Matter.MARKS}),
        (Deal.ILLNESS, {Matter.MARKS, Matter.TOPIC, Matter.ATTENDANCE}),
        (Deal.POWER_CUT_KLASS, {Matter.MARKS, Matter.TOPIC, Matter.ATTENDANCE}),
    ],
)
async def test_a_pardon_pauses_what_its_deal_covers(staff: Staff, deal: Deal, paused: set[Matter]) -> None:
    world, teacher = staff.world, staff.room.telegram
    world.clock.instant = local(TOMORROW, 9)
    marks = named(about(await staff.owed(teacher), Matter.MARKS))
    until = TODAY + timedelta(days=9)
    card = await world.do(pardon_duty, PardonDuty(marks, deal, until), staff.deputy)
    assert card.owed.duty.state is DutyState.PAUSED
    assert card.owed.duty.due_at == local(until + timedelta(days=1), 0)
    assert card.owed.duty.pardon is not None
    assert card.owed.duty.pardon.reason == f"{PARDON_CODE}{deal.value}"
    owed = await staff.owed(teacher)
    parts = {Matter.MARKS, Matter.TOPIC, Matter.ATTENDANCE}
    waiting = {each.duty.rule.about for each in owed if each.duty.state is DutyState.PAUSED}
    assert waiting & parts == paused
    told = await world.rows(select(EventRow.person_id).where(EventRow.kind == "pardon"))
    assert told == [(staff.room.teacher,)]

    card = await world.do(end_pardon, marks, staff.deputy)
    assert card.owed.duty.state is DutyState.OPEN
    with pytest.raises(Stale):
        await world.do(end_pardon, marks, staff.deputy)
    assert not [each for each in await staff.owed(teacher) if each.duty.state is DutyState.PAUSED]
    kinds = await world.rows(select(AuditRow.kind).order_by(AuditRow.seq))
    assert [row[0] for row in kinds] == ["duty.pardoned", "pardon.ended"]


async def test_what_is_overdue_is_pardoned_too_and_comes_back(staff: Staff) -> None:
    world, teacher = staff.world, staff.room.telegram
    late = about(await staff.owed(teacher), Matter.MARKS)
    assert late.duty.state is DutyState.OVERDUE
    day = TODAY + timedelta(days=5)
    command = PardonDuty(named(late), Deal.OWN_WORDS, day, "  Командировка  ")
    card = await world.do(pardon_duty, command, staff.deputy)
    assert card.owed.duty.state is DutyState.PAUSED
    assert card.owed.duty.pardon is not None
    assert card.owed.duty.pardon.reason == "Командировка"
    world.clock.instant = local(day + timedelta(days=1), 8)
    assert about(await staff.owed(teacher), Matter.MARKS).duty.state is DutyState.OVERDUE


async def test_the_list_of_open_records_says_why_one_waits(staff: Staff) -> None:
    world, room = staff.world, staff.room
    marks = named(about(await staff.owed(room.telegram), Matter.MARKS))
    await world.do(pardon_duty, PardonDuty(marks, Deal.LONG_CHECK, TODAY + timedelta(days=9)), staff.deputy)
    (lesson,) = await room.see(my_debts, MyDebts())
    states = {duty.rule.about: duty.state for duty in lesson.duties}
    assert states.pop(Matter.MARKS) is DutyState.PAUSED
    assert set(states.values()) == {DutyState.OVERDUE}
    screen = owed([(lesson.facts, lesson.duties)], Translators.load(strict=True)["ru"])
    assert "⏸ отметки – отложено до 24.10: долгая проверка работ" in screen.text


async def test_after_an_ended_pardon_there_may_be_another(staff: Staff) -> None:
    world, teacher = staff.world, staff.room.telegram
    marks = named(about(await staff.owed(teacher), Matter.MARKS))
    day = TODAY + timedelta(days=9)
    await world.do(pardon_duty, PardonDuty(marks, Deal.ILLNESS, day), staff.deputy)
    world.clock.shift(hours=1)
    await world.do(end_pardon, marks, staff.deputy)
    world.clock.shift(hours=1)
    card = await world.do(pardon_duty, PardonDuty(marks, Deal.LONG_CHECK, day), staff.deputy)
    assert card.owed.duty.state is DutyState.PAUSED


@pytest.mark.parametrize("deal", [deal for deal in Deal if deal is not Deal.POWER_CUT_KLASS])
async def test_a_pardon_stands_in_the_list_until_it_is_ended(staff: Staff, deal: Deal) -> None:
    world, teacher = staff.world, staff.room.telegram
    late = about(await staff.owed(teacher), Matter.MARKS)
    day = TODAY + timedelta(days=9)
    await world.do(pardon_duty, PardonDuty(named(late), deal, day, "Командировка"), staff.deputy)
    asked = ListPardons(SchoolId(world.school))
    listed = await world.see(list_pardons, asked, staff.deputy)
    (given,) = listed.pardons
    assert given.may_end
    alone = deal in (Deal.LONG_CHECK, Deal.POWER_CUT, Deal.OWN_WORDS)
    assert given.subject == (late.duty.subject if alone else None)
    assert given.rule == (None if deal is Deal.ILLNESS else late.duty.rule)
    for tr in (WORDS[code] for code in LANGUAGES):
        shown = pardons(listed, 0, tr)
        sound(shown)
        assert "Громова" in shown.text
        assert ("Командировка" in shown.text) is (deal is Deal.OWN_WORDS)
        assert (tr(f"rule-{late.duty.rule.title}") in shown.text) is (deal is not Deal.ILLNESS)
        asking = ending(listed, given.pardon.id, tr)
        assert asking is not None
        sound(asking)
    for refused in (teacher, staff.head):
        with pytest.raises(Forbidden):
            await world.do(end_given, EndGiven(SchoolId(world.school), given.pardon.id), refused)
    left = await world.do(end_given, EndGiven(SchoolId(world.school), given.pardon.id), staff.deputy)
    assert not left.pardons
    sound(pardons(left, 0, WORDS["ru"]))
    world.clock.shift(hours=1)
    assert about(await staff.owed(teacher), Matter.MARKS).duty.state is DutyState.OVERDUE
    told = await world.rows(select(EventRow.person_id).where(EventRow.kind == EventKind.PARDON).order_by(EventRow.id))
    assert len(told) == (1 if deal is Deal.POWER_CUT_RULE else 2)
    with pytest.raises(Stale):
        await world.do(end_given, EndGiven(SchoolId(world.school), given.pardon.id), staff.deputy)


async def test_a_class_waits_in_the_list_by_its_name(staff: Staff) -> None:
    world = staff.world
    marks = named(about(await staff.owed(staff.room.telegram), Matter.MARKS))
    await world.do(pardon_duty, PardonDuty(marks, Deal.POWER_CUT_KLASS, TODAY + timedelta(days=9)), staff.deputy)
    listed = await world.see(list_pardons, ListPardons(SchoolId(world.school)), staff.deputy)
    (klass,) = {names.name for names in listed.names.klasses.values()}
    assert klass in pardons(listed, 0, WORDS["ru"]).text


async def test_a_pardon_has_bounds(staff: Staff) -> None:
    marks = named(about(await staff.owed(staff.room.telegram), Matter.MARKS))
    for day in (TODAY, TODAY + timedelta(days=200)):
        with pytest.raises(Refusal) as refused:
            await staff.world.do(pardon_duty, PardonDuty(marks, Deal.LONG_CHECK, day), staff.deputy)
        assert refused.value.code == "pardon-until"
    assert (await staff.world.see(pardon_form, marks, staff.deputy)).may_pardon


async def test_a_home_reads_what_was_reckoned_and_without_what_closes(staff: Staff) -> None:
    world, teacher = staff.world, staff.room.telegram
    assert await world.see(my_glance, MyGlance(), teacher) is None
    assert await refresh(world.works) == 3
    assert await refresh(world.works) == 0
    kept = await world.see(my_glance, MyGlance(), teacher)
    assert kept is not None
    lines = [each.line for each in await staff.owed(teacher)]
    assert [(line.title, line.due_at, line.subject) for line in kept] == [
        (line.title, line.due_at, line.subject) for line in lines
    ]
    await staff.room.do(set_topic, SetTopic(staff.room.lesson, "Линейная функция"))
    at_once = await world.see(my_glance, MyGlance(), teacher)
    assert at_once is not None
    assert [line for line in kept if line not in at_once] == [line for line in kept if line.about is Matter.TOPIC]
    assert await refresh(world.works) == 1
    again = await world.see(my_glance, MyGlance(), teacher)
    assert again == at_once
    world.clock.shift(minutes=30)
    assert await refresh(world.works) == 3


async def test_another_schools_duties_are_nobodys(staff: Staff, world: World) -> None:
    topic = named(about(await staff.owed(staff.room.telegram), Matter.TOPIC))
    home = world.school
    await world.found()
    stranger = await world.enter(await world.staff("Другова Яна Олеговна", Role.DEPUTY))
    with pytest.raises(Forbidden):
        await staff.card(topic, stranger)
    assert SchoolId(home) != SchoolId(world.school)


async def test_a_home_costs_one_statement_whatever_is_owed(staff: Staff) -> None:
    world, counted = staff.world, list[str]()
    await refresh(world.works)
    engine = world.engines.reader.sync_engine

    def count(*arguments: object) -> None:
        counted.append(str(arguments[2]))

    event.listen(engine, "before_cursor_execute", count)
    await world.see(my_glance, MyGlance(), staff.deputy)
    event.remove(engine, "before_cursor_execute", count)
    # The first one is who asks, which a turn looks up once.
    assert len(counted) == 2
