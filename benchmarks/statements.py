"""How many statements each screen sends, the inbox left out: it is the same for all."""

from collections.abc import AsyncIterator
from pathlib import Path

from benchmarks import school
from benchmarks.measure import Figure
from benchmarks.running import Running, running
from benchmarks.school import FAMILY, TEACHER
from bot.callbacks import Press, family, forecast, marks, teacher
from bot.callbacks.home import HomePress, SettingsPress

MENU, SCREEN = 2, 4


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """Press once for each screen, twice for the mark: the first tap also completes the lesson's record."""
    async with running(await school.build(folder / "statements", school.TENTH)) as run:
        for name, who, press, goal in _screens(run):
            await run.press(who, press.pack())
            yield await _count(run, name, who, press.pack(), goal)
        await run.press(TEACHER, marks.WorkPress(work=run.places.work, value="5").pack())
        await run.press(TEACHER, run.button(TEACHER, "tg"))
        yield await _count(run, "statements: mark tap", TEACHER, run.button(TEACHER, "tg", 1), None)


def _screens(run: Running) -> list[tuple[str, int, Press, int]]:
    child, lesson, work = run.places.children[0], run.places.lesson, run.places.work
    return [
        ("statements: family's menu", FAMILY, HomePress(), MENU),
        ("statements: teacher's menu", TEACHER, HomePress(), MENU),
        ("statements: settings", FAMILY, SettingsPress(), MENU),
        ("statements: diary day", FAMILY, family.DayPress(child=child), SCREEN),
        ("statements: diary week", FAMILY, family.WeekPress(child=child), SCREEN),
        ("statements: homework", FAMILY, family.HomeworkPress(child=child), SCREEN),
        ("statements: marks", FAMILY, family.MarksPress(child=child), SCREEN),
        ("statements: forecast", FAMILY, forecast.ForecastPress(child=child), SCREEN),
        ("statements: absences", FAMILY, family.AbsencesPress(child=child), SCREEN),
        ("statements: timetable", FAMILY, family.TimetablePress(child=child), SCREEN),
        ("statements: lesson of a teacher", TEACHER, teacher.LessonPress(lesson=lesson), SCREEN),
        ("statements: whom to ask", TEACHER, forecast.AskPress(lesson=lesson), SCREEN),
        ("statements: attendance", TEACHER, teacher.AttendancePress(lesson=lesson), SCREEN),
        ("statements: works", TEACHER, marks.MarksPress(lesson=lesson), SCREEN),
        ("statements: list of a work", TEACHER, marks.WorkPress(work=work), SCREEN),
        ("statements: topics", TEACHER, teacher.TopicsPress(lesson=lesson), SCREEN),
        ("statements: homework of a lesson", TEACHER, teacher.HomeworkPress(lesson=lesson), SCREEN),
    ]


async def _count(run: Running, name: str, who: int, data: str, goal: int | None) -> Figure:
    run.statements.clear()
    await run.press(who, data)
    count = sum("inbox" not in statement for statement in run.statements)
    return Figure(name, str(count), "", count, goal, unit="")
