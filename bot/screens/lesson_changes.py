"""Changes of a school's day: the list, choosing a class or an absent teacher, and their lessons (ADM-4)."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from bot.callbacks import Press, number_of
from bot.callbacks.lesson_changes import (
    AwayDayPress,
    AwayPress,
    ChangeKlassesPress,
    ChangePress,
    ChangesPress,
    ChangeTeachersPress,
    KlassDayPress,
)
from bot.callbacks.plan import PlansPress
from bot.screen import Button, Screen
from bot.screens.home import Row, back
from bot.screens.teacher_words import LABEL_LIMIT, NAME_LIMIT
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.ids import SchoolId
from core.model.journal import LessonFacts
from core.model.lesson import LessonState
from core.model.lesson_change import AwayDay, BusyLesson, ChangesDay, KlassDay, KlassName, Teacher, TeacherLesson
from locales import Markup, Translator
from locales.dates import day_short, day_title

_DAY = timedelta(days=1)
_SUNDAY = 6
KLASSES_SHOWN, KLASSES_IN_ROW = 24, 4
TEACHERS_SHOWN = 12


def klass_text(klass: str, subgroup: str, tr: Translator) -> str:
    """«7Б», for a subgroup «7Б (1)»; plain."""
    return tr.plain("changes-klass", klass=klass, subgroup=clip(subgroup, LABEL_LIMIT)) if subgroup else klass


def changes(value: ChangesDay, tr: Translator) -> Screen:
    """Show what is changed on a day; who may change lessons gets the ways to them."""
    text, _ = fitted(lambda limit: _changes(value, tr, limit), tr("diary-cut"), gap="\n")
    rows: list[Row] = []
    if value.changeable:
        klass = ChangeKlassesPress(school=value.school, day=number_of(value.day))
        away = ChangeTeachersPress(school=value.school, day=number_of(value.day))
        rows.append((Button(tr.plain("changes-button-klass"), klass), Button(tr.plain("changes-button-away"), away)))
    rows.append(_turning(value.day, lambda day: ChangesPress(school=value.school, day=number_of(day)), tr))
    return Screen(text, (*rows, back(tr)))


def _changes(value: ChangesDay, tr: Translator, limit: int) -> list[str]:
    lines: list[str] = [tr("changes-title", day=day_title(tr, value.day)), ""]
    if not value.lessons:
        lines.append(tr("changes-none"))
    lines += [_change_line(facts, value.day, tr, limit) for facts in value.lessons]
    if value.changeable:
        lines += ["", tr("changes-how")]
    return lines


def _change_line(facts: LessonFacts, day: date, tr: Translator, limit: int) -> Markup:
    lesson = facts.lesson
    names = {"klass": klass_text(facts.klass, facts.subgroup, tr), "subject": clip(facts.subject, limit)}
    if lesson.day != day and lesson.planned:
        to = day_short(tr, lesson.day)
        return tr("changes-away-line", number=lesson.planned[1], day=to, to=lesson.number, **names)
    return tr("changes-line", number=lesson.number, what=Markup("; ".join(_what(facts, tr))), **names)


def _what(facts: LessonFacts, tr: Translator) -> list[Markup]:
    lesson = facts.lesson
    if lesson.state is LessonState.CANCELLED:
        return [tr("changes-what-cancelled")]
    said = []
    if lesson.planned:
        day, number = lesson.planned
        said.append(tr("changes-what-moved", day=day_short(tr, day), number=number))
    if facts.substitute is not None:
        names = {"substitute": facts.substitute.initials, "teacher": facts.teacher.initials}
        said.append(tr("changes-what-substituted", **names))
    if not said:
        room = tr("changes-what-room", room=lesson.room)
        said.append(room if lesson.room else tr("changes-what-as-planned"))
    return said


def _turning(day: date, press: Callable[[date], Press], tr: Translator) -> Row:
    """Give the row that turns to the days beside; nobody changes lessons on Sundays."""
    before, after = _beside(day, -_DAY), _beside(day, _DAY)
    return (
        Button(tr.plain("changes-button-previous", day=day_short(tr, before)), press(before)),
        Button(tr.plain("changes-button-next", day=day_short(tr, after)), press(after)),
    )


def _beside(day: date, step: timedelta) -> date:
    day += step
    return day + step if day.weekday() == _SUNDAY else day


def to_changes(school: SchoolId, day: date, tr: Translator) -> Row:
    """Give the row that leads back to the day's changes."""
    return (Button(tr.plain("changes-button-back"), ChangesPress(school=school, day=number_of(day))),)


def klasses(school: SchoolId, day: date, found: Sequence[KlassName], page: int, tr: Translator) -> Screen:
    """Show the classes to choose from."""
    shown = page_of(found, page, KLASSES_SHOWN)
    title = tr("changes-choose-klass", day=day_title(tr, day))
    text = title if found else "\n\n".join((title, tr("changes-no-klasses")))
    buttons = [Button(klass.name, KlassDayPress(klass=klass.id, day=number_of(day))) for klass in shown.items]
    turning = pager_row(tr, shown, lambda to: ChangeKlassesPress(school=school, day=number_of(day), page=to))
    return Screen(text, (*in_rows(buttons, KLASSES_IN_ROW), turning, to_changes(school, day, tr)))


def teachers(school: SchoolId, day: date, found: Sequence[Teacher], page: int, tr: Translator) -> Screen:
    """Show the teachers to choose from."""
    shown = page_of(found, page, TEACHERS_SHOWN)
    title = tr("changes-choose-teacher", day=day_title(tr, day))
    text = title if found else "\n\n".join((title, tr("changes-nobody")))
    buttons = [
        Button(
            clip(teacher.name.initials, NAME_LIMIT),
            AwayDayPress(school=school, teacher=teacher.id, day=number_of(day)),
        )
        for teacher in shown.items
    ]
    turning = pager_row(tr, shown, lambda to: ChangeTeachersPress(school=school, day=number_of(day), page=to))
    return Screen(text, (*in_rows(buttons, 2), turning, to_changes(school, day, tr)))


def klass_day(value: KlassDay, tr: Translator) -> Screen:
    """Show the lessons of a class, each a button."""
    title = tr("changes-klass-day", klass=value.klass.name, day=day_title(tr, value.day))
    text = "\n\n".join((title, tr("changes-choose-lesson" if value.lessons else "changes-no-lessons")))
    buttons = [Button(_lesson_label(facts, tr), ChangePress(lesson=facts.lesson.id)) for facts in value.lessons]
    turning = _turning(value.day, lambda day: KlassDayPress(klass=value.klass.id, day=number_of(day)), tr)
    rows = [*in_rows(buttons, 2), turning]
    if value.plans:
        rows.append((Button(tr.plain("plan-klasses-button"), PlansPress(klass=value.klass.id)),))
    return Screen(text, (*rows, to_changes(value.school, value.day, tr)))


def _lesson_label(facts: LessonFacts, tr: Translator) -> str:
    lesson = facts.lesson
    name = "changes-lesson-button"
    if lesson.state is LessonState.CANCELLED:
        name = "changes-lesson-button-cancelled"
    elif facts.substitute is not None or lesson.planned:
        name = "changes-lesson-button-changed"
    subject = klass_text(clip(facts.subject, LABEL_LIMIT), facts.subgroup, tr)
    return tr.plain(name, number=lesson.number, subject=subject)


def away_day(value: AwayDay, tr: Translator, toast: str = "") -> Screen:
    """Show an absent teacher's lessons: a tap gives one to a free colleague, «…» opens everything else."""
    text, _ = fitted(lambda limit: _away_blocks(value, tr, limit), tr("diary-cut"))
    rows = [_away_row(each, value, tr) for each in value.lessons if _is_open(each.lesson, value)]
    settled = [
        Button(_away_other(each.lesson, tr), ChangePress(lesson=each.lesson.id))
        for each in value.lessons
        if not _is_open(each.lesson, value)
    ]

    def press(day: date) -> AwayDayPress:
        return AwayDayPress(school=value.school, teacher=value.teacher.id, day=number_of(day))

    turning = _turning(value.day, press, tr)
    return Screen(text, (*rows, *in_rows(settled, 4), turning, to_changes(value.school, value.day, tr)), toast)


def _is_open(lesson: BusyLesson, value: AwayDay) -> bool:
    return lesson.keeper == value.teacher.id and lesson.state is not LessonState.CANCELLED


def _away_blocks(value: AwayDay, tr: Translator, limit: int) -> list[str]:
    title = tr("changes-away-day", teacher=value.teacher.name.initials, day=day_title(tr, value.day))
    if not value.lessons:
        return [title, tr("changes-away-none")]
    lines = "\n".join(_away_line(each.lesson, value, tr, limit) for each in value.lessons)
    open_ones = any(_is_open(each.lesson, value) for each in value.lessons)
    return [title, lines, tr("changes-away-how" if open_ones else "changes-away-all")]


def _away_line(lesson: BusyLesson, value: AwayDay, tr: Translator, limit: int) -> Markup:
    names: dict[str, str | int] = {
        "number": lesson.number,
        "klass": klass_text(lesson.klass_name, lesson.subgroup, tr),
        "subject": clip(lesson.subject, limit),
    }
    if lesson.state is LessonState.CANCELLED:
        return tr("changes-away-cancelled", **names)
    if lesson.keeper != value.teacher.id:
        return tr("changes-away-given", substitute=lesson.keeper_name.initials, **names)
    return tr("changes-away-open" if lesson.teacher == value.teacher.id else "changes-away-lent", **names)


def _away_row(each: TeacherLesson, value: AwayDay, tr: Translator) -> Row:
    lesson = each.lesson
    row = [Button(_away_other(lesson, tr), ChangePress(lesson=lesson.id))]
    best = next((candidate for candidate in each.suggested if candidate.free), None)
    if best is not None:
        label = tr.plain(
            "changes-away-button",
            number=lesson.number,
            klass=klass_text(lesson.klass_name, lesson.subgroup, tr),
            name=clip(best.teacher.name.initials, LABEL_LIMIT),
        )
        row.insert(0, Button(label, AwayPress(lesson=lesson.id, teacher=best.teacher.id)))
    return tuple(row)


def _away_other(lesson: BusyLesson, tr: Translator) -> str:
    return tr.plain("changes-away-other-button", number=lesson.number)
