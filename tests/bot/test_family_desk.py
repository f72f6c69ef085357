"""Every button of a family's screens, pressed: each leads to a screen whose buttons lead on, and never to others."""

from typing import Any, cast

import pytest

from bot.callbacks import Press, number_of
from bot.callbacks.family import (
    AbsencesPress,
    ChildPress,
    DayPress,
    FilesPress,
    HomeworkPress,
    HomeworkSubjectsPress,
    LessonPress,
    MarksPress,
    PickDayPress,
    SubjectHomeworkPress,
    SubjectMarksPress,
    TickPress,
    TimetablePress,
    WeekPress,
)
from bot.routers import family
from bot.screen import Screen
from bot.services import Services
from bot.turn import Turn
from core.model.errors import Forbidden
from locales import Translators
from tests.usecases.family import TOMORROW, Families, families
from tests.world import TODAY, World

translators = Translators.load(strict=True)


def turn_of(world: World, telegram: int, update: int = 1) -> Turn:
    services = Services(world.works, translators, b"pepper of the tests, long enough")
    return Turn(services, cast("Any", None), telegram, update, world.clock.now())


async def press(school: Families, pressed: Press, reader: int, update: int = 1) -> Screen:
    _, handler = family.desk.presses[pressed.pack().partition(":")[0]]
    shown = await handler(turn_of(school.world, reader, update), pressed)
    assert isinstance(shown, Screen)
    return shown


async def lived(world: World) -> tuple[Families, list[Press]]:
    """A school with a lesson, a mark and homework with a file; and a button of each kind for the first child."""
    school = await families(world)
    lesson = await school.lesson()
    await school.lesson(TOMORROW)
    await school.mark(lesson)
    homework = await school.homework(lesson)
    await school.attach(homework)
    algebra = await world.subject("Алгебра")
    child, day = school.ilya, number_of(TODAY)
    return school, [
        ChildPress(child=child),
        DayPress(child=child),
        DayPress(child=child, day=day),
        WeekPress(child=child),
        PickDayPress(child=child, month=day),
        LessonPress(child=child, lesson=lesson),
        TimetablePress(child=child),
        TimetablePress(child=child, week=True),
        HomeworkPress(child=child),
        HomeworkPress(child=child, week=True),
        HomeworkSubjectsPress(child=child),
        SubjectHomeworkPress(child=child, subject=algebra),
        FilesPress(child=child, homework=homework),
        TickPress(child=child, homework=homework, done=True, day=day),
        MarksPress(child=child),
        SubjectMarksPress(child=child, subject=algebra),
        AbsencesPress(child=child),
    ]


async def test_the_student_can_press_everything(world: World) -> None:
    school, pressed = await lived(world)
    for update, each in enumerate(pressed):
        shown = await press(school, each, school.student, update)
        assert "Илья Орлов" in shown.text


async def test_all_kinds_of_buttons_are_tried_here(world: World) -> None:
    _, pressed = await lived(world)
    assert {type(each) for each in pressed} == {kind for kind, _ in family.desk.presses.values()}


async def test_another_familys_father_gets_nothing_from_any_button(world: World) -> None:
    school, pressed = await lived(world)
    for update, each in enumerate(pressed):
        with pytest.raises(Forbidden):
            await press(school, each, school.father, update)


async def test_every_way_from_the_home_leads_to_a_screen(world: World) -> None:
    school, _ = await lived(world)
    waiting = [await home(school, school.mother)]
    seen: set[str] = set()
    while waiting:
        for row in waiting.pop().keyboard:
            for button in row:
                assert button.press is not None
                packed = button.press.pack()
                prefix = packed.partition(":")[0]
                if prefix in family.desk.presses and packed not in seen and len(seen) < 150:
                    seen.add(packed)
                    waiting.append(await press(school, button.press, school.mother, len(seen)))
    kinds = {packed.partition(":")[0] for packed in seen}
    # A single child has no switch, a parent no ticks, a short day no lesson to unfold.
    assert set(family.desk.presses) - kinds == {"fc", "ft", "fl"}


async def home(school: Families, reader: int) -> Screen:
    async with school.world.works.reading(reader) as work:
        capacity = work.actor.capacities[0]
    return await family.home(turn_of(school.world, reader), capacity)


async def test_a_tick_is_seen_at_once(world: World) -> None:
    school, pressed = await lived(world)
    homework = next(each for each in pressed if isinstance(each, TickPress)).homework
    tick = TickPress(child=school.ilya, homework=homework, done=True, day=number_of(TOMORROW))
    shown = await press(school, tick, school.student)
    assert "✅ 1. <b>Алгебра</b>" in shown.text


async def test_files_come_as_they_were_sent(world: World) -> None:
    school, pressed = await lived(world)
    files = next(each for each in pressed if isinstance(each, FilesPress))
    shown = await press(school, files, school.mother)
    assert [item.file_id for item in shown.media] == [f"file-{files.homework}"]
    assert shown.anew


async def test_looking_at_the_marks_makes_them_old_on_the_next_visit(world: World) -> None:
    school, _ = await lived(world)
    marks = MarksPress(child=school.ilya)
    assert "<u>5</u>" in (await press(school, marks, school.mother, 1)).text
    world.clock.shift(hours=2)
    assert "<u>5</u>" not in (await press(school, marks, school.mother, 2)).text


async def test_a_mother_of_two_switches_and_stays(world: World) -> None:
    klass = await world.klass("7Б", ["Орлова Анна", "Орлов Борис"])
    reader = await world.enter(await world.guardian("Орлова Ольга", *klass.students))
    _, handler = family.desk.presses["fc"]
    for update, child in enumerate(klass.students):
        shown = await handler(turn_of(world, reader, update), ChildPress(child=child))
        assert isinstance(shown, Screen)
        assert ["Анна" in shown.text, "Борис" in shown.text] == [update == 0, update == 1]
        assert "⚙️ Настройки" in [button.label for row in shown.keyboard for button in row]
