"""Subgroups: moved in a draft, saved from a day on; lessons follow, the past stays, teachers are told (CLS-4)."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from core.model.errors import Forbidden, Refusal
from core.model.ids import GroupId, KlassId, LessonId, PersonId
from core.model.people import Role
from core.storage.rows import AuditRow, EventRow, GroupMemberRow
from core.usecases.attendance import OpenAttendance, TakeAttendance, attendance_sheet, take_attendance
from core.usecases.diary import ShowDay, show_day
from core.usecases.subgroups import (
    ListDivisions,
    MoveFrom,
    MovePupil,
    OpenDivision,
    drop_moves,
    list_divisions,
    move_from,
    move_pupil,
    open_division,
    save_moves,
)
from tests.world import TODAY, World

MONDAY = date(2026, 10, 19)


class School:
    """7Б learns English in two groups; a third student is in none; both groups have lessons today and on Monday."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def build(self) -> "School":
        world = self.world
        self.belova = await world.staff("Белова Ирина Николаевна")
        self.zimina = await world.staff("Зимина Анна Петровна")
        self.frost = await world.staff("Морозова Дарья Ильинична")
        deputy = await world.staff("Сафонова Нина Игоревна", Role.DEPUTY)
        klass = await world.klass("7Б", ["Орлов Михаил", "Панина Вера", "Ракитин Лев"], class_teacher=self.belova)
        other = await world.klass("7А", ["Седов Илья"])
        self.klass = KlassId(klass.id)
        self.orlov, self.panina, self.rakitin = (PersonId(student) for student in klass.students)
        self.stranger = PersonId(other.students[0])
        one = await world.group(klass, "Английский язык", self.zimina, "группа 1", [self.orlov, self.panina])
        two = await world.group(klass, "Английский язык", self.frost, "группа 2", [])
        await world.group(klass, "Алгебра", self.zimina)
        self.one, self.two = GroupId(one), GroupId(two)
        self.lessons = {
            (group, day): LessonId(await world.lesson(klass, group, teacher, day, 2))
            for group, teacher in ((one, self.zimina), (two, self.frost))
            for day in (TODAY, MONDAY)
        }
        entered = (self.belova, self.zimina, self.frost, deputy, self.orlov)
        self.chats = {person: await world.enter(person) for person in entered}
        self.mine = self.chats[self.belova]
        self.deputy = deputy
        return self

    async def roll(self, group: GroupId, teacher: int, day: date) -> set[PersonId]:
        command, now = OpenAttendance(self.lessons[group, day]), self.world.clock.now()
        self.world.clock.to(day, 12)
        sheet = await self.world.see(attendance_sheet, command, self.chats[teacher])
        self.world.clock.instant = now
        return {pupil.id for pupil in sheet.pupils}

    async def move(self, student: PersonId, day: date = MONDAY) -> None:
        await self.world.do(move_from, MoveFrom(self.one, day), self.mine)
        await self.world.do(move_pupil, MovePupil(self.one, student), self.mine)
        await self.world.do(save_moves, OpenDivision(self.one), self.mine)


@pytest.fixture
async def school(world: World) -> School:
    await world.found()
    return await School(world).build()


async def test_the_class_s_teacher_sees_who_has_no_group(world: World, school: School) -> None:
    found = await world.see(list_divisions, ListDivisions(school.klass), school.mine)
    (english,) = found.subjects
    assert (english.subject, english.groups, english.nowhere, english.several) == ("Английский язык", 2, 1, 0)
    assert not found.whole_school
    await world.insert(GroupMemberRow, group_id=school.two, student_id=school.orlov, since=TODAY)
    again = await world.see(list_divisions, ListDivisions(school.klass), school.mine)
    assert (again.subjects[0].nowhere, again.subjects[0].several) == (1, 1)


async def test_lessons_follow_from_the_day_on_and_the_past_stays(world: World, school: School) -> None:
    await school.move(school.orlov)
    assert await school.roll(school.one, school.zimina, TODAY) == {school.orlov, school.panina}
    assert await school.roll(school.one, school.zimina, MONDAY) == {school.panina}
    assert await school.roll(school.two, school.frost, MONDAY) == {school.orlov}
    for day, group in ((TODAY, school.one), (MONDAY, school.two)):
        shown = await world.see(show_day, ShowDay(school.orlov, day), school.chats[school.orlov])
        assert [entry.lesson.id for entry in shown.page.entries] == [school.lessons[group, day]]


async def test_nothing_moves_before_it_is_saved(world: World, school: School) -> None:
    draft = await world.do(move_pupil, MovePupil(school.one, school.rakitin), school.mine)
    assert draft.moves == {school.rakitin: school.one}
    kept = await world.see(open_division, OpenDivision(school.two), school.mine)
    assert kept.moves == draft.moves
    assert await school.roll(school.one, school.zimina, MONDAY) == {school.orlov, school.panina}
    dropped = await world.do(drop_moves, OpenDivision(school.one), school.mine)
    assert not dropped.moves
    with pytest.raises(Refusal) as refused:
        await world.do(save_moves, OpenDivision(school.one), school.mine)
    assert refused.value.code == "subgroup-unchanged"


async def test_a_second_tap_takes_the_move_back(world: World, school: School) -> None:
    await world.do(move_pupil, MovePupil(school.one, school.orlov), school.mine)
    draft = await world.do(move_pupil, MovePupil(school.one, school.orlov), school.mine)
    assert not draft.moves


async def test_teachers_of_both_groups_are_told_and_it_is_recorded(world: World, school: School) -> None:
    await world.do(move_from, MoveFrom(school.one, MONDAY), school.chats[school.deputy])
    await world.do(move_pupil, MovePupil(school.one, school.orlov), school.chats[school.deputy])
    await world.do(save_moves, OpenDivision(school.one), school.chats[school.deputy])
    told = await world.rows(select(EventRow.person_id, EventRow.subject_id).where(EventRow.kind == "subgroup"))
    members = {row.id: row.group_id for row in await world.rows(select(GroupMemberRow.id, GroupMemberRow.group_id))}
    assert sorted((person, members[subject]) for person, subject in told) == sorted(
        [
            (school.zimina, school.one),
            (school.frost, school.two),
            (school.belova, school.one),
            (school.belova, school.two),
        ]
    )
    kept = await world.rows(select(AuditRow.before, AuditRow.after).where(AuditRow.kind == "subgroup.changed"))
    assert kept == [(str(school.one), f"{school.two} {MONDAY.isoformat()}")]


async def test_what_is_recorded_stays_in_its_group(world: World, school: School) -> None:
    lesson = school.lessons[school.one, TODAY]
    await world.do(take_attendance, TakeAttendance(lesson), school.chats[school.zimina])
    with pytest.raises(Refusal) as refused:
        await school.move(school.orlov, TODAY)
    assert (refused.value.code, refused.value.values["day"]) == ("subgroup-recorded", TODAY)
    await school.move(school.panina, TODAY + timedelta(days=1))
    assert await school.roll(school.two, school.frost, MONDAY) == {school.orlov, school.panina}


async def test_nobody_moves_in_the_past_or_from_another_class(world: World, school: School) -> None:
    with pytest.raises(Refusal) as refused:
        await world.do(move_from, MoveFrom(school.one, TODAY - timedelta(days=1)), school.mine)
    assert refused.value.code == "subgroup-day"
    with pytest.raises(Forbidden):
        await world.do(move_pupil, MovePupil(school.one, school.stranger), school.mine)
    with pytest.raises(Forbidden):
        await world.see(open_division, OpenDivision(school.two), school.chats[school.zimina])


async def test_a_subject_learnt_together_has_no_subgroups(world: World, school: School) -> None:
    whole = GroupId(school.two + 1)
    with pytest.raises(Refusal) as refused:
        await world.see(open_division, OpenDivision(whole), school.mine)
    assert refused.value.code == "subgroup-none"
