"""Changes of lessons by the deputy and the administrator: the day, a class, an absent teacher (ADM-4)."""

from bot.callbacks import day_of
from bot.callbacks.lesson_changes import (
    AwayDayPress,
    AwayPress,
    ChangeKlassesPress,
    ChangesPress,
    ChangeTeachersPress,
    KlassDayPress,
)
from bot.desk import Answer, Desk
from bot.routers import lesson_changing, substitution
from bot.screen import Screen
from bot.screens import lesson_changes as screens
from bot.screens import lesson_changing as one
from bot.turn import Turn
from core.model.ids import KlassId, LessonId, PersonId, SchoolId
from core.model.lesson_change import ChangeReason
from core.usecases.lesson_changes import (
    ShowAwayDay,
    ShowChanges,
    ShowKlassDay,
    list_klasses,
    list_teachers,
    show_away_day,
    show_changes,
    show_klass_day,
)
from core.usecases.lesson_changing import Substitute, substitute

desk = Desk()
desk.include(lesson_changing.desk, substitution.desk)


@desk.press(ChangesPress)
async def show_day(turn: Turn, press: ChangesPress) -> Answer:
    """Show what is changed on a day."""
    day = day_of(press.day) if press.day else None
    return screens.changes(await turn.read(show_changes, ShowChanges(SchoolId(press.school), day)), turn.tr)


@desk.press(ChangeKlassesPress)
async def choose_klass(turn: Turn, press: ChangeKlassesPress) -> Answer:
    """Ask for a class."""
    school, day = SchoolId(press.school), day_of(press.day)
    found = await turn.read(list_klasses, ShowChanges(school, day))
    return screens.klasses(school, day, found, press.page, turn.tr)


@desk.press(KlassDayPress)
async def klass_day(turn: Turn, press: KlassDayPress) -> Answer:
    """Show the lessons of a class."""
    found = await turn.read(show_klass_day, ShowKlassDay(KlassId(press.klass), day_of(press.day)))
    return screens.klass_day(found, turn.tr)


@desk.press(ChangeTeachersPress)
async def choose_teacher(turn: Turn, press: ChangeTeachersPress) -> Answer:
    """Ask who is away."""
    school, day = SchoolId(press.school), day_of(press.day)
    found = await turn.read(list_teachers, ShowChanges(school, day))
    return screens.teachers(school, day, found, press.page, turn.tr)


@desk.press(AwayDayPress)
async def away_day(turn: Turn, press: AwayDayPress) -> Answer:
    """Show an absent teacher's lessons with substitutes."""
    return await _away(turn, ShowAwayDay(SchoolId(press.school), PersonId(press.teacher), day_of(press.day)))


async def _away(turn: Turn, command: ShowAwayDay, toast: str = "") -> Screen:
    return screens.away_day(await turn.read(show_away_day, command), turn.tr, toast)


@desk.press(AwayPress)
async def give_away(turn: Turn, press: AwayPress) -> Answer:
    """Give a lesson of the absent teacher to somebody, and show what is left."""
    command = Substitute(LessonId(press.lesson), PersonId(press.teacher), press.sure, ChangeReason.ABSENCE)
    outcome = await turn.change(substitute, command)
    facts = outcome.facts
    if outcome.conflicts:
        sure = AwayPress(lesson=press.lesson, teacher=press.teacher, sure=True)
        return one.conflicts(facts, outcome.conflicts, turn.tr, sure)
    back = ShowAwayDay(facts.lesson.school, outcome.freed, facts.lesson.day)
    return await _away(turn, back, turn.tr.plain("changes-done"))
