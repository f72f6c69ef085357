"""The words in a calendar file, and the message it comes with (DIA-8)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from bot.callbacks.family import TimetablePress
from bot.callbacks.teacher import TeacherDayPress
from bot.screen import Button, Media, Screen
from bot.screens.family_frame import heading, menu_row
from bot.screens.home import back
from core.documents.ics import CalendarFile, CalendarLine
from core.model.calendar import CalendarKind
from core.model.calendar_file import ChildCalendar, OwnCalendar
from core.model.diary import DiaryLesson, Holiday
from core.model.homework import FileKind
from core.model.journal import LessonFacts
from core.model.lesson import LessonState
from core.model.people import Role
from core.model.school_event import PlannedEvent
from core.rules.calendar import at_local
from locales import Translator
from locales.dates import day_range
from locales.occasions import whom

_HOUR = timedelta(hours=1)


def of_child(value: ChildCalendar, made_at: datetime, tr: Translator) -> CalendarFile:
    """Give a child's calendar in words."""
    child = value.child
    lines = (
        *(_lesson(lesson, value, tr) for lesson in value.lessons if lesson.moved_to is None),
        *(_event(event, child.zone.key, tr, whose="") for event in value.events),
        *_days_off(value, tr),
    )
    name = tr.plain("calendar-name-child", name=child.name.given, klass=child.klass_name(value.first))
    return CalendarFile(name, child.zone.key, made_at, lines)


def _lesson(lesson: DiaryLesson, value: ChildCalendar, tr: Translator) -> CalendarLine:
    zone = value.child.zone
    notes = [tr.plain("calendar-lesson", number=lesson.number, teacher=lesson.substitute or lesson.teacher)]
    if lesson.substitute:
        notes.append(tr.plain("calendar-substituted", teacher=lesson.teacher))
    return CalendarLine(
        uid=_uid("lesson", lesson.id),
        title=tr.plain("calendar-cancelled", title=lesson.subject) if lesson.cancelled else lesson.subject,
        starts=at_local(lesson.day, lesson.starts, zone),
        ends=at_local(lesson.day, lesson.ends, zone),
        place=tr.plain("calendar-room", room=lesson.room) if lesson.room else "",
        note="\n".join(notes),
        cancelled=lesson.cancelled,
    )


def _event(event: PlannedEvent, zone: str, tr: Translator, *, whose: str) -> CalendarLine:
    plan = event.plan
    notes = [whose, plan.words, tr.plain("events-bring", bring=plan.bring) if plan.bring else ""]
    span = (plan.day, plan.last)
    if plan.at is not None:
        starts = at_local(plan.day, plan.at, ZoneInfo(zone))
        # Nobody says how long it takes; over several days it is there every day.
        span = (starts, starts + _HOUR) if plan.until is None else span
    return CalendarLine(
        uid=_uid("event", event.id),
        title=tr.plain("calendar-event", name=plan.name),
        starts=span[0],
        ends=span[1],
        place=plan.place,
        note="\n".join(note for note in notes if note),
    )


def _days_off(value: ChildCalendar, tr: Translator) -> Iterator[CalendarLine]:
    for holiday in value.holidays:
        moved = holiday.kind is CalendarKind.MOVED
        name = "calendar-moved-day" if moved else "calendar-day-off"
        yield CalendarLine(_day_uid(holiday), tr.plain(name, name=holiday.name), holiday.starts_on, holiday.ends_on)


def of_teacher(value: OwnCalendar, made_at: datetime, tr: Translator) -> CalendarFile:
    """Give a teacher's calendar in words."""
    zone = value.lessons[0].rules.zone.key if value.lessons else "UTC"
    lines = (
        *(_own_lesson(facts, tr) for facts in value.lessons),
        *(_event(event, zone, tr, whose=whom(tr, event.klass_name, event.plan.grades)) for event in value.events),
    )
    return CalendarFile(tr.plain("calendar-name-own"), zone, made_at, lines)


def _own_lesson(facts: LessonFacts, tr: Translator) -> CalendarLine:
    lesson = facts.lesson
    cancelled = lesson.state is LessonState.CANCELLED
    klass = f"{facts.klass} ({facts.subgroup})" if facts.subgroup else facts.klass
    title = tr.plain("calendar-own-lesson", klass=klass, subject=facts.subject)
    note = tr.plain("calendar-own-number", number=lesson.number)
    if facts.substitute is not None:
        note = "\n".join((note, tr.plain("calendar-own-substitution", teacher=facts.teacher.initials)))
    return CalendarLine(
        uid=_uid("lesson", lesson.id),
        title=tr.plain("calendar-cancelled", title=title) if cancelled else title,
        starts=lesson.starts_at,
        ends=lesson.ends_at,
        place=tr.plain("calendar-room", room=lesson.room) if lesson.room else "",
        note=note,
        cancelled=cancelled,
    )


def _uid(kind: str, key: int) -> str:
    return f"{kind}-{key}@school-diary"


def _day_uid(holiday: Holiday) -> str:
    known = sha256(f"{holiday.name}\n{holiday.starts_on}".encode()).hexdigest()[:20]
    return f"day-{known}@school-diary"


def child_file(value: ChildCalendar, content: bytes, tr: Translator) -> Screen:
    """Give a child's file with how it is used."""
    span = day_range(tr, value.first, value.last)
    text = f"{heading(tr, value.child, value.first)}\n{tr('calendar-done', span=span)}"
    timetable = Button(tr.plain("events-button-timetable"), TimetablePress(child=value.child.id))
    return Screen(text, ((timetable, *menu_row(tr)),), media=(_file(content, tr),))


def own_file(value: OwnCalendar, content: bytes, tr: Translator) -> Screen:
    """Give a teacher's file with how it is used."""
    text = tr("calendar-own-done", span=day_range(tr, value.first, value.last))
    lessons = Button(tr.plain("calendar-button-lessons"), TeacherDayPress())
    return Screen(text, ((lessons,), back(tr, Role.TEACHER)), media=(_file(content, tr),))


def _file(content: bytes, tr: Translator) -> Media:
    return Media(FileKind.DOCUMENT, data=content, name=f"{tr.plain('calendar-file-name')}.ics")
