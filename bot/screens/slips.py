"""What is worth a look in a week: the list and each of its lines in full (BEY-5). Nobody is accused here."""

from collections.abc import Iterator
from datetime import timedelta

from bot.callbacks import number_of
from bot.callbacks.oversight import SlipPress, SlipsPress
from bot.callbacks.teacher import LessonPress
from bot.screen import Button, Screen
from bot.screens.home import back
from bot.screens.trail import lesson_line
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import page_of, pager_row
from core.model.ids import SchoolId
from core.model.slip import Slip, SlipKind, SlipList
from locales import Markup, Translator
from locales.dates import day_numbers, day_range, moment

_ON_PAGE = 6
_STUDENTS = 30
_LESSONS = 4
_NAME = 40
_WEEK = timedelta(days=7)


def slip_list(tr: Translator, school: SchoolId, found: SlipList, number: int) -> Screen:
    """Give what is worth a look, the most telling first."""
    page = page_of(found.slips, number, _ON_PAGE)
    day = number_of(found.monday)
    first = page.number * _ON_PAGE
    rows = [
        (Button(_label(tr, found, each), SlipPress(school=school, day=day, number=at)),)
        for at, each in enumerate(page.items, first)
    ]
    turning = pager_row(tr, page, lambda at: SlipsPress(school=school, day=day, page=at))
    span = day_range(tr, found.monday, found.monday + _WEEK - timedelta(days=1))
    counted = tr("slips-count", count=len(found.slips)) if found.slips else tr("slips-none")
    blocks = [tr("slips-title", school=found.school, span=span), counted]
    if found.slips:
        blocks.append(tr("slips-hint"))
    return Screen(
        "\n\n".join(blocks), tuple(row for row in (*rows, turning, _weeks(tr, school, found), back(tr)) if row)
    )


def _weeks(tr: Translator, school: SchoolId, found: SlipList) -> tuple[Button, ...]:
    earlier = SlipsPress(school=school, day=number_of(found.monday - _WEEK))
    row = [Button(tr.plain("diary-button-earlier"), earlier)]
    if found.monday + _WEEK <= found.today:
        row.append(
            Button(tr.plain("diary-button-later"), SlipsPress(school=school, day=number_of(found.monday + _WEEK)))
        )
    return tuple(row)


def _label(tr: Translator, found: SlipList, slip: Slip) -> str:
    # Of a slip of attendance one asks about the student, of the others about who wrote.
    about = slip.students[0] if slip.kind is SlipKind.ON_AND_OFF else slip.person
    name = found.names.get(about)
    short = tr.plain(f"slip-short-{slip.kind}", count=slip.count)
    initials = clip(name.initials if name else "", _NAME)
    lesson = next((found.lessons[key] for key in slip.lessons if key in found.lessons), None)
    if slip.kind is SlipKind.ON_AND_OFF and lesson is not None:
        # One student may have several in a week.
        return tr.plain("slips-button-lesson", what=short, name=initials, day=day_numbers(tr, lesson.day))
    return tr.plain("slips-button", what=short, name=initials)


def slip_card(tr: Translator, school: SchoolId, found: SlipList, slip: Slip) -> Screen:
    """Give one of them with lessons and students."""
    text, _ = fitted(lambda limit: tuple(_blocks(tr, found, slip, limit)), tr("diary-cut"), (_STUDENTS, 12, 4))
    lessons = [
        (Button(clip(lesson_line(tr, found.lessons[key]).plain, 60), LessonPress(lesson=key)),)
        for key in slip.lessons[:_LESSONS]
        if key in found.lessons
    ]
    leave = (Button(tr.plain("slips-back"), SlipsPress(school=school, day=number_of(found.monday))), *back(tr))
    return Screen(text, (*lessons, leave))


def _blocks(tr: Translator, found: SlipList, slip: Slip, limit: int) -> Iterator[Markup]:
    name = found.names.get(slip.person)
    yield tr("slip-title", what=tr(f"slip-short-{slip.kind}", count=slip.count), name=name.full if name else "")
    yield tr(f"slip-about-{slip.kind}")
    if slip.at is not None:
        yield tr("slip-began", moment=moment(tr, slip.at, found.zone, found.today))
    lines = [lesson_line(tr, found.lessons[key]) for key in slip.lessons[:_LESSONS] if key in found.lessons]
    if lines:
        yield Markup("\n".join(lines))
    students = [found.names[key].short for key in slip.students if key in found.names]
    more = len(students) - limit
    shown = ", ".join(students[:limit])
    yield tr("slip-students-more", names=shown, count=more) if more > 0 else tr("slip-students", names=shown)
