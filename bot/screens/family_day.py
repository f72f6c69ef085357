"""The diary's page of a day, and the month to pick another day from (DIA-1)."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from bot.callbacks import number_of
from bot.callbacks.appeals import DayMarksPress, MarkCardPress
from bot.callbacks.family import DayPress, HomeworkPress, LessonPress, MarksPress, PickDayPress, WeekPress
from bot.callbacks.messages import ContactsPress
from bot.screen import Button, Keyboard, Screen
from bot.screens.family_frame import day_line, days_row, heading, menu_row, safe
from bot.screens.family_lesson import file_rows, lesson_block
from bot.widgets.date_picker import DatePicker
from bot.widgets.fitting import CLIPS, clip, fitted
from bot.widgets.pager import in_rows
from core.model.calendar import CalendarKind
from core.model.diary import Child, Day, DiaryDay, Holiday, HomeworkItem, SchoolEvent
from locales import Markup, Translator
from locales.dates import clock_time, day_range, relative_day

# Telegram shows eight buttons in a row at the most.
_ROW = 8
_YEARS = (date(2000, 1, 1), date(2099, 12, 31))


def day_screen(tr: Translator, diary: DiaryDay) -> Screen:
    """Give the page of a day: lessons, homework due on it, marks, attendance, remarks, events; always one message."""
    text, shortened = fitted(lambda limit: tuple(_blocks(tr, diary, limit)), tr("diary-cut"))
    return Screen(text, tuple(_keyboard(tr, diary, shortened)))


def _blocks(tr: Translator, diary: DiaryDay, limit: int) -> Iterator[str]:
    page = diary.page
    yield f"{heading(tr, diary.child, page.day)}\n{day_line(tr, page.day, diary.today)}"
    around = tuple(around_lines(tr, page, limit))
    if around:
        yield "\n".join(around)
    for entry in page.entries:
        yield lesson_block(tr, entry, limit)
    for item in page.loose:
        yield loose_line(tr, item, limit)
    notes = tuple(_notes(tr, diary, limit))
    if notes:
        yield "\n".join(notes)


def around_lines(tr: Translator, page: Day, limit: int) -> Iterator[Markup]:
    """Give holidays and events of a day."""
    for holiday in page.holidays:
        yield holiday_line(tr, holiday, limit)
    for event in page.events:
        yield event_line(tr, event, limit)


def holiday_line(tr: Translator, holiday: Holiday, limit: int) -> Markup:
    """Give the name of a holiday or a moved day, with its span where it is longer than a day."""
    name = clip(holiday.name, limit)
    if holiday.kind is CalendarKind.MOVED:
        return tr("diary-moved", name=name)
    if holiday.starts_on == holiday.ends_on:
        return tr("diary-holiday", name=name)
    return tr("diary-holiday-span", name=name, span=day_range(tr, holiday.starts_on, holiday.ends_on))


def event_line(tr: Translator, event: SchoolEvent, limit: int) -> Markup:
    """Give an event with its time and place."""
    name = clip(event.name, limit)
    if event.at is None:
        said = tr("diary-event", name=name)
    else:
        said = tr("diary-event-at", name=name, time=clock_time(tr, event.at))
    return tr("diary-event-place", event=said, place=clip(event.place, limit)) if event.place else said


def loose_line(tr: Translator, item: HomeworkItem, limit: int) -> Markup:
    """Give homework due on a day on which its group has no lesson."""
    text = safe(tr, clip(item.text, limit))
    return tr("diary-homework-loose", subject=clip(item.subject, limit), text=text)


def _notes(tr: Translator, diary: DiaryDay, limit: int) -> Iterator[Markup]:
    page = diary.page
    if not page.entries:
        yield tr("diary-no-lessons")
        if page.next is not None:
            yield tr("diary-next-school-day", day=relative_day(tr, page.next, diary.today))
    if any(item.due_on for entry in page.entries for item in entry.homework):
        yield tr("diary-legend-homework")
    if limit < CLIPS[0] and page.entries:
        yield tr("diary-shortened")


def _keyboard(tr: Translator, diary: DiaryDay, shortened: bool) -> Iterator[tuple[Button, ...]]:
    child, page = diary.child, diary.page
    if shortened:
        yield from _lesson_rows(tr, diary)
    homework = tuple(item for entry in page.entries for item in entry.homework) + page.loose
    yield from file_rows(tr, child, homework)
    marks = [mark for entry in page.entries for mark in entry.marks]
    if marks:
        alone = MarkCardPress(child=child.id, mark=marks[0].id)
        wrong = alone if len(marks) == 1 else DayMarksPress(child=child.id, day=number_of(page.day))
        yield (Button(tr.plain("appeal-button-choose"), wrong),)
    now = None if page.day == diary.today else DayPress(child=child.id)
    yield days_row(tr, (page.previous, page.next), diary.today, partial(_day_press, child), now)
    yield (
        Button(tr.plain("diary-button-week"), WeekPress(child=child.id, day=number_of(page.day))),
        Button(tr.plain("diary-button-pick"), PickDayPress(child=child.id, month=number_of(page.day))),
    )
    if not child.unmarked(page.day):
        yield (
            Button(tr.plain("diary-button-homework"), HomeworkPress(child=child.id)),
            Button(tr.plain("diary-button-marks"), MarksPress(child=child.id)),
        )
    write = Button(tr.plain("message-button-write-teacher"), ContactsPress(child=child.id))
    yield (write, *menu_row(tr))


def _lesson_rows(tr: Translator, diary: DiaryDay) -> Keyboard:
    buttons = [
        Button(
            tr.plain("diary-button-lesson", number=entry.lesson.number),
            LessonPress(child=diary.child.id, lesson=entry.lesson.id),
        )
        for entry in diary.page.entries
    ]
    return in_rows(buttons, _ROW)


def _day_press(child: Child, day: date) -> DayPress:
    return DayPress(child=child.id, day=number_of(day))


def pick_day_screen(tr: Translator, child: Child, shown: date, today: date) -> Screen:
    """Give a month of the diary to pick a day from."""
    picker = DatePicker(
        pick=partial(_day_press, child),
        turn=lambda month: PickDayPress(child=child.id, month=number_of(month)),
        first=_YEARS[0],
        last=_YEARS[1],
    )
    text = f"{heading(tr, child, shown)}\n{tr('diary-pick-title')}"
    back = Button(tr.plain("diary-button-today"), DayPress(child=child.id))
    return Screen(text, (*picker.keyboard(tr, shown, today), (back, *menu_row(tr))))
