"""Homework by day, week and subject, ticks, files (DIA-3)."""

from datetime import date, timedelta

from core.usecases.homework_reading import (
    OpenFiles,
    ShowHomework,
    ShowHomeworkSubjects,
    ShowSubjectHomework,
    Tick,
    open_files,
    show_homework,
    show_homework_subjects,
    show_subject_homework,
    tick,
)
from tests.usecases.family import TOMORROW, Families, families
from tests.world import TODAY, World

MONDAY = date(2026, 10, 19)


async def test_tomorrow_is_the_next_day_with_lessons(world: World) -> None:
    school = await families(world)
    given = await school.lesson()
    await school.lesson(MONDAY)
    await school.homework(given, MONDAY, "§ 14")
    await school.homework(given, TOMORROW, "в день без уроков")
    shown = await school.see(show_homework, ShowHomework(school.ilya))
    assert (shown.first, [item.text for item in shown.items]) == (MONDAY, ["§ 14"])


async def test_without_lessons_ahead_tomorrow_is_tomorrow(world: World) -> None:
    school = await families(world)
    shown = await school.see(show_homework, ShowHomework(school.ilya))
    assert (shown.first, shown.items, shown.next) == (TOMORROW, (), None)


async def test_a_week_has_its_days_in_order(world: World) -> None:
    school = await families(world)
    given = await school.lesson()
    for day in (date(2026, 10, 17), TOMORROW, MONDAY):
        await school.homework(given, day, day.isoformat())
    shown = await school.see(show_homework, ShowHomework(school.ilya, week=True))
    assert [item.text for item in shown.items] == ["2026-10-16", "2026-10-17"]


async def test_a_subject_shows_the_latest_first_dated_or_not(world: World) -> None:
    school = await families(world)
    given, before = await school.lesson(), await school.lesson(TODAY - timedelta(days=7))
    await school.homework(before, TODAY, "старое")
    await school.homework(given, None, "без срока")
    await school.homework(given, TOMORROW, "новое")
    await school.homework(before, TODAY - timedelta(days=40), "давнее")
    algebra = await world.subject("Алгебра")
    shown = await school.see(show_subject_homework, ShowSubjectHomework(school.ilya, algebra))  # type: ignore[arg-type]
    assert [item.text for item in shown.items] == ["новое", "без срока", "старое"]


async def test_the_subjects_are_the_childs_own(world: World) -> None:
    school = await families(world)
    await world.group(school.klass, "Музыка", school.teacher, "хор", [school.vera])
    shown = await school.see(show_homework_subjects, ShowHomeworkSubjects(school.ilya))
    assert [subject.name for subject in shown.subjects] == ["Алгебра", "Английский язык"]


async def done(school: Families, reader: int) -> list[bool]:
    shown = await school.see(show_homework, ShowHomework(school.ilya), reader)
    return [item.done for item in shown.items]


async def test_a_student_ticks_and_the_parent_sees_it(world: World) -> None:
    school = await families(world)
    await school.lesson(TOMORROW)
    homework = await school.homework(await school.lesson())
    assert await done(school, school.mother) == [False]
    for wanted in (True, True, False, False, True):
        await world.do(tick, Tick(school.ilya, homework, wanted), school.student)
        assert await done(school, school.mother) == [wanted]
    assert (await school.see(show_homework, ShowHomework(school.ilya), school.student)).ticking
    assert not (await school.see(show_homework, ShowHomework(school.ilya), school.mother)).ticking


async def test_a_tick_is_one_students_own(world: World) -> None:
    school = await families(world)
    await school.lesson(TOMORROW)
    homework = await school.homework(await school.lesson())
    await world.do(tick, Tick(school.ilya, homework, done=True), school.student)
    shown = await school.see(show_homework, ShowHomework(school.vera), school.father)
    assert [item.done for item in shown.items] == [False]


async def test_files_come_through_in_their_order(world: World) -> None:
    school = await families(world)
    await school.lesson(TOMORROW)
    homework = await school.homework(await school.lesson())
    await school.attach(homework, "первый.jpg")
    await school.attach(homework, "второй.jpg")
    shown = await school.see(show_homework, ShowHomework(school.ilya))
    assert [item.files for item in shown.items] == [2]
    files = await school.see(open_files, OpenFiles(school.ilya, homework))
    assert [file.name for file in files.attachments] == ["первый.jpg", "второй.jpg"]
    assert files.item.id == homework


async def test_homework_given_before_a_transfer_is_the_new_classmates_too(world: World) -> None:
    school = await families(world)
    other = await world.klass("8А", ["Волкова Дарья"])
    group = await world.group(other, "Физика", school.teacher)
    given = await world.lesson(other, group, school.teacher, TODAY - timedelta(days=7), 1)
    await school.homework(given, TODAY, "до перехода", group_id=group)
    await school.homework(given, MONDAY, "после перехода", group_id=group)
    await school.transfer(school.ilya, other, TOMORROW)
    texts = []
    for day in (TODAY, MONDAY):
        shown = await school.see(show_homework, ShowHomework(school.ilya, day))
        texts.append([item.text for item in shown.items])
    assert texts == [[], ["после перехода"]]
