"""Homework: by day, by week, by subject; ticks and files (DIA-3)."""

from bot.callbacks import day_of
from bot.callbacks.family import (
    FilesPress,
    HomeworkPress,
    HomeworkSubjectsPress,
    SubjectHomeworkPress,
    TickPress,
    day_or_none,
)
from bot.desk import Desk
from bot.screen import Screen
from bot.screens.family_homework import files_screen, homework_screen, subject_homework_screen, subjects_screen
from bot.turn import Turn
from core.model.ids import HomeworkId, PersonId, SubjectId
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

desk = Desk()


@desk.press(HomeworkPress)
async def homework(turn: Turn, press: HomeworkPress) -> Screen:
    """Show homework for a day or a week."""
    wanted = ShowHomework(PersonId(press.child), day_or_none(press.day), week=press.week)
    found = await turn.read(show_homework, wanted)
    return homework_screen(turn.tr, found)


@desk.press(TickPress)
async def tick_homework(turn: Turn, press: TickPress) -> Screen:
    """Keep a student's tick and show the list again."""
    child = PersonId(press.child)
    await turn.change(tick, Tick(child, HomeworkId(press.homework), press.done))
    found = await turn.read(show_homework, ShowHomework(child, day_of(press.day)))
    return homework_screen(turn.tr, found)


@desk.press(HomeworkSubjectsPress)
async def subjects(turn: Turn, press: HomeworkSubjectsPress) -> Screen:
    """Show the subjects to choose from."""
    found = await turn.read(show_homework_subjects, ShowHomeworkSubjects(PersonId(press.child)))
    return subjects_screen(turn.tr, found, press.page)


@desk.press(SubjectHomeworkPress)
async def of_subject(turn: Turn, press: SubjectHomeworkPress) -> Screen:
    """Show the homework of one subject."""
    wanted = ShowSubjectHomework(PersonId(press.child), SubjectId(press.subject))
    found = await turn.read(show_subject_homework, wanted)
    return subject_homework_screen(turn.tr, found, press.page)


@desk.press(FilesPress)
async def files(turn: Turn, press: FilesPress) -> Screen:
    """Send the files of a homework."""
    found = await turn.read(open_files, OpenFiles(PersonId(press.child), HomeworkId(press.homework)))
    return files_screen(turn.tr, found)
