"""Nobody's diary but one's own children's: every read and write of a family, by every id that may be forged (ACC-3)."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from core.model.errors import ConsentNeeded, Forbidden, Stranger
from core.model.people import Role
from core.storage.work import Work
from core.usecases import diary, family_home, forecast, homework_reading, progress
from tests.usecases.family import TOMORROW, Families, families
from tests.world import TODAY, World

UseCase = Callable[[Work, Any], Awaitable[Any]]

# Everything a family may do with a child's id alone.
OF_A_CHILD: dict[str, tuple[UseCase, Callable[[Any], Any]]] = {
    "day": (diary.show_day, diary.ShowDay),
    "week": (diary.show_week, diary.ShowWeek),
    "pick": (diary.pick_day, diary.PickDay),
    "timetable": (diary.show_timetable, diary.ShowTimetable),
    "homework": (homework_reading.show_homework, homework_reading.ShowHomework),
    "subjects": (homework_reading.show_homework_subjects, homework_reading.ShowHomeworkSubjects),
    "marks": (progress.show_progress, progress.ShowProgress),
    "absences": (progress.show_absences, progress.ShowAbsences),
    "forecast": (forecast.show_forecast, forecast.ShowForecast),
    "visit": (progress.note_visit, progress.NoteVisit),
    "choice": (family_home.choose_child, family_home.ChooseChild),
}
each = pytest.mark.parametrize("name", OF_A_CHILD)


async def attempt(school: Families, name: str, child: Any, reader: int) -> Any:
    usecase, command = OF_A_CHILD[name]
    return await school.world.do(usecase, command(child), reader)


@each
async def test_parents_and_students_open_their_own(world: World, name: str) -> None:
    school = await families(world)
    await attempt(school, name, school.ilya, school.mother)
    await attempt(school, name, school.ilya, school.student)
    await attempt(school, name, school.vera, school.father)


@each
async def test_another_familys_child_is_refused(world: World, name: str) -> None:
    school = await families(world)
    for child, reader in ((school.vera, school.mother), (school.ilya, school.father), (school.vera, school.student)):
        with pytest.raises(Forbidden):
            await attempt(school, name, child, reader)


@each
async def test_what_is_no_student_is_refused_in_the_same_way(world: World, name: str) -> None:
    school = await families(world)
    for child in (school.teacher, 2**62):
        with pytest.raises(Forbidden):
            await attempt(school, name, child, school.mother)


@each
async def test_a_subject_teacher_reads_no_diaries(world: World, name: str) -> None:
    school = await families(world)
    teacher = await world.enter(school.teacher)
    with pytest.raises(Forbidden):
        await attempt(school, name, school.ilya, teacher)


@each
async def test_nothing_is_shown_to_strangers_or_before_consent(world: World, name: str) -> None:
    school = await families(world)
    eager = await world.enter(await world.guardian("Орлов Пётр", school.ilya), consented=False)
    for child in (school.ilya, 2**62):
        with pytest.raises(Stranger):
            await attempt(school, name, child, 77)
        with pytest.raises(ConsentNeeded):
            await attempt(school, name, child, eager)


@each
async def test_access_ends_with_the_child_leaving_school(world: World, name: str) -> None:
    school = await families(world)
    gone = await world.person("Орлов Глеб", until=TODAY - timedelta(days=1))
    reader = await world.enter(await world.guardian("Орлова Инна", gone, school.ilya))
    with pytest.raises(Forbidden):
        await attempt(school, name, gone, reader)


async def test_those_who_watch_over_a_class_read_its_diaries(world: World) -> None:
    class_teacher = await world.staff("Белова Нина Ивановна")
    klass = await world.klass("9А", ["Орлов Илья"], class_teacher)
    deputy = await world.staff("Громова Раиса Львовна", Role.DEPUTY)
    for person in (class_teacher, deputy):
        reader = await world.enter(person)
        opened = await world.see(diary.show_day, diary.ShowDay(klass.students[0]), reader)  # type: ignore[arg-type]
        assert opened.child.name.family == "Орлов"


async def test_lessons_homework_and_files_of_others_are_refused(world: World) -> None:
    school = await families(world)
    own = await school.lesson(group=school.english)
    others = await school.lesson(group=school.other_english, number=2)
    await school.see(diary.show_lesson, diary.ShowLesson(school.ilya, own))  # type: ignore[arg-type]
    foreign = {
        "other half": await school.homework(others, group_id=school.other_english),
        "other child": await school.homework(own, group_id=school.english, student_id=school.vera),
        "withdrawn": await school.homework(own, group_id=school.english, withdrawn_at=world.clock.now()),
    }
    with pytest.raises(Forbidden):
        await school.see(diary.show_lesson, diary.ShowLesson(school.ilya, others))  # type: ignore[arg-type]
    for homework in foreign.values():
        await school.attach(homework)
        with pytest.raises(Forbidden):
            await school.see(homework_reading.open_files, homework_reading.OpenFiles(school.ilya, homework))
        command = homework_reading.Tick(school.ilya, homework, done=True)
        with pytest.raises(Forbidden):
            await world.do(homework_reading.tick, command, school.student)


async def test_a_subject_the_child_is_not_taught_is_refused(world: World) -> None:
    school = await families(world)
    other = await world.subject("Астрономия")
    for usecase, command in (
        (homework_reading.show_subject_homework, homework_reading.ShowSubjectHomework(school.ilya, other)),  # type: ignore[arg-type]
        (progress.show_progress, progress.ShowProgress(school.ilya, subject=other)),  # type: ignore[arg-type]
    ):
        with pytest.raises(Forbidden):
            await school.see(usecase, command)


async def test_only_the_student_ticks(world: World) -> None:
    school = await families(world)
    await school.lesson(TOMORROW)
    homework = await school.homework(await school.lesson())
    command = homework_reading.Tick(school.ilya, homework, done=True)
    for reader in (school.mother, school.father, await world.enter(school.teacher)):
        with pytest.raises(Forbidden):
            await world.do(homework_reading.tick, command, reader)
    await world.do(homework_reading.tick, command, school.student)


async def test_a_home_shows_nobody_elses_children(world: World) -> None:
    school = await families(world)
    async with world.works.reading(school.father) as work:
        foreign = work.actor.capacities[0]
    with pytest.raises(Forbidden):
        await school.see(family_home.show_home, family_home.ShowHome(foreign))
