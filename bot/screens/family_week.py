"""The diary's week in one message (DIA-2)."""

from collections.abc import Iterator
from datetime import timedelta

from bot.callbacks import number_of
from bot.callbacks.family import DayPress, HomeworkPress, WeekPress
from bot.screen import Button, Screen
from bot.screens.family_day import around_lines
from bot.screens.family_frame import heading, menu_row, weeks_row
from bot.screens.family_lesson import away_text, mark_text, subject_text
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows
from core.model.attendance import Presence
from core.model.diary import Day, DiaryWeek, Entry
from locales import Translator
from locales.dates import day_range, day_short

# Homework is told by its beginning: the day's page has all of it.
_CLIPS = (60, 36, 20, 12)
_SUNDAY = timedelta(days=6)


def week_screen(tr: Translator, diary: DiaryWeek) -> Screen:
    """Give a week: subjects with marks, absences and the beginning of the homework."""
    text, _ = fitted(lambda limit: tuple(_blocks(tr, diary, limit)), tr("diary-cut"), _CLIPS)
    child = diary.child.id
    days = [
        Button(day_short(tr, page.day), DayPress(child=child, day=number_of(page.day)))
        for page in diary.days
        if page.entries
    ]
    here = diary.monday <= diary.today <= diary.monday + _SUNDAY
    around = (diary.days[0].previous, diary.days[0].next) if diary.days else (None, None)
    turning = weeks_row(
        tr,
        around,
        lambda day: WeekPress(child=child, day=number_of(day)),
        None if here else WeekPress(child=child),
    )
    return Screen(text, (*in_rows(days, 3), turning, _homework_row(tr, diary), menu_row(tr)))


def _homework_row(tr: Translator, diary: DiaryWeek) -> tuple[Button, ...]:
    if diary.child.unmarked(diary.monday):
        return ()
    press = HomeworkPress(child=diary.child.id, day=number_of(diary.monday), week=True)
    return (Button(tr.plain("diary-button-homework"), press),)


def _blocks(tr: Translator, diary: DiaryWeek, limit: int) -> Iterator[str]:
    title = tr("diary-week-title", span=day_range(tr, diary.monday, diary.monday + _SUNDAY))
    yield f"{heading(tr, diary.child, diary.monday)}\n{title}"
    shown = [page for page in diary.days if page.entries or page.loose or page.events]
    for page in shown:
        yield "\n".join(_day(tr, page, limit))
    if not any(page.entries for page in diary.days):
        yield "\n".join((tr("diary-week-empty"), *_holidays(tr, diary, limit)))


def _holidays(tr: Translator, diary: DiaryWeek, limit: int) -> tuple[str, ...]:
    lines = (line for page in diary.days for line in around_lines(tr, page, limit) if page.holidays)
    return tuple(dict.fromkeys(lines))


def _day(tr: Translator, page: Day, limit: int) -> Iterator[str]:
    yield tr("diary-week-day", day=day_short(tr, page.day))
    yield from around_lines(tr, page, limit)
    for entry in page.entries:
        yield _lesson(tr, entry, limit)


def _lesson(tr: Translator, entry: Entry, limit: int) -> str:
    lesson = entry.lesson
    name = "diary-week-lesson-cancelled" if lesson.cancelled else "diary-week-lesson"
    parts: list[str] = [tr(name, number=lesson.number, subject=subject_text(tr, lesson, limit))]
    parts += [tr("diary-week-mark", mark=mark_text(tr, mark)) for mark in entry.marks]
    if entry.presence is not Presence.PRESENT:
        parts.append(tr(f"presence-{entry.presence}"))
    if lesson.substitute and not lesson.cancelled:
        parts.append(tr("diary-week-substitute"))
    if lesson.moved_to or lesson.moved_from:
        parts.append(tr("diary-week-moved", place=away_text(tr, lesson)))
    parts += [tr("diary-week-work", work=tr(f"work-kind-{work.kind}")) for work in entry.unmarked]
    texts = "; ".join(" ".join(item.text.split()) for item in entry.homework)
    if texts:
        parts.append(tr("diary-week-homework", text=clip(texts, limit)))
    return " ".join(parts)
