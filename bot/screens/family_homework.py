"""Homework for a day, for a week, by subject, with the student's ticks; and its files (DIA-3)."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from bot.callbacks import number_of
from bot.callbacks.family import (
    DayPress,
    HomeworkPress,
    HomeworkSubjectsPress,
    SubjectHomeworkPress,
    TickPress,
)
from bot.screen import Button, Keyboard, Media, Screen
from bot.screens.family_frame import days_row, heading, label, menu_row, safe, weeks_row
from bot.screens.family_lesson import file_rows
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import Page, in_rows, page_of, pager_row
from core.model.diary import Child, Files, HomeworkItem, HomeworkList, HomeworkSubjects, SubjectHomework
from core.model.homework import HomeworkKind
from locales import Markup, Translator
from locales.dates import day_range, day_short, day_title, relative_day

_TICKS = 10
_SUBJECTS = 12
_ITEMS = 8
_SUBJECT_LIMIT = 100


def homework_screen(tr: Translator, homework: HomeworkList) -> Screen:
    """Give what is due on a day or in a week; on a day's list the student ticks what is done."""
    week = homework.first != homework.last
    text, _ = fitted(lambda limit: tuple(_blocks(tr, homework, limit)), tr("diary-cut"))
    ticks = () if week else _tick_rows(tr, homework)
    files = file_rows(tr, homework.child, homework.items)
    return Screen(text, (*ticks, *files, _turning_row(tr, homework), _other_row(tr, homework), menu_row(tr)))


def _blocks(tr: Translator, homework: HomeworkList, limit: int) -> Iterator[str]:
    week = homework.first != homework.last
    day = day_range(tr, homework.first, homework.last) if week else _day(tr, homework)
    yield f"{heading(tr, homework.child, homework.first)}\n{tr('diary-homework-title', day=day)}"
    if homework.child.unmarked(homework.first):
        yield tr("diary-unmarked")
    elif not homework.items:
        yield tr("diary-homework-none-week" if week else "diary-homework-none")
    numbered = enumerate(homework.items, 1)
    for due_on, items in groupby(numbered, key=lambda pair: pair[1].due_on):
        if week and due_on is not None:
            yield tr("diary-week-day", day=day_short(tr, due_on))
        for number, item in items:
            yield _item(tr, item, number, limit)
    if homework.items and homework.ticking and not week:
        yield tr("diary-homework-ticking")
    elif any(item.done for item in homework.items):
        yield tr("diary-homework-ticks")


def _day(tr: Translator, homework: HomeworkList) -> str:
    title, near = day_title(tr, homework.first), relative_day(tr, homework.first, homework.today)
    return title if near == title else tr("diary-homework-near", day=title, near=near)


def _item(tr: Translator, item: HomeworkItem, number: int, limit: int) -> str:
    name = "diary-homework-item-done" if item.done else "diary-homework-item"
    title = tr(name, number=number, subject=clip(item.subject, limit), kind=_kind(tr, item))
    return f"{title}\n{safe(tr, clip(item.text, limit))}"


def _kind(tr: Translator, item: HomeworkItem) -> Markup:
    parts = [tr(f"homework-kind-{item.kind}")] if item.kind is not HomeworkKind.UNSPECIFIED else []
    if item.individual:
        parts.append(tr("diary-homework-individual"))
    if item.files:
        parts.append(tr("diary-files", count=item.files))
    return tr("diary-homework-kind", kind=Markup(", ".join(parts))) if parts else Markup()


def _tick_rows(tr: Translator, homework: HomeworkList) -> Keyboard:
    if not homework.ticking:
        return ()
    day = number_of(homework.first)
    buttons = [
        Button(
            tr.plain(
                "diary-button-ticked" if item.done else "diary-button-tick", number=number, subject=label(item.subject)
            ),
            TickPress(child=homework.child.id, homework=item.id, done=not item.done, day=day),
        )
        for number, item in enumerate(homework.items[:_TICKS], 1)
    ]
    return in_rows(buttons, 2)


def _turning_row(tr: Translator, homework: HomeworkList) -> tuple[Button, ...]:
    child, week = homework.child.id, homework.first != homework.last
    days = (homework.previous, homework.next)

    def press(day: date) -> HomeworkPress:
        return HomeworkPress(child=child, day=number_of(day), week=week)

    if not week:
        return days_row(tr, days, homework.today, press, None)
    here = homework.first <= homework.today <= homework.last
    return weeks_row(tr, days, press, None if here else HomeworkPress(child=child, week=True))


def _other_row(tr: Translator, homework: HomeworkList) -> tuple[Button, ...]:
    child, week = homework.child.id, homework.first != homework.last
    if week:
        other = Button(tr.plain("diary-button-homework-day"), HomeworkPress(child=child))
    else:
        press = HomeworkPress(child=child, day=number_of(homework.first), week=True)
        other = Button(tr.plain("diary-button-homework-week"), press)
    return other, Button(tr.plain("diary-button-homework-subjects"), HomeworkSubjectsPress(child=child))


def subjects_screen(tr: Translator, found: HomeworkSubjects, number: int) -> Screen:
    """Give the subjects to choose from."""
    child = found.child.id
    page = page_of(found.subjects, number, _SUBJECTS)
    buttons = [
        Button(label(subject.name), SubjectHomeworkPress(child=child, subject=subject.id)) for subject in page.items
    ]
    turning = pager_row(tr, page, lambda at: HomeworkSubjectsPress(child=child, page=at))
    text = f"{heading(tr, found.child, found.today)}\n{tr('diary-homework-choose')}"
    return Screen(text, (*in_rows(buttons, 2), turning, _back_row(tr, found.child)))


def subject_homework_screen(tr: Translator, found: SubjectHomework, number: int) -> Screen:
    """Give one subject's homework, the latest first."""
    page = page_of(found.items, number, _ITEMS)
    text, _ = fitted(lambda limit: tuple(_subject_blocks(tr, found, page, limit)), tr("diary-cut"))
    turning = pager_row(
        tr, page, lambda at: SubjectHomeworkPress(child=found.child.id, subject=found.subject.id, page=at)
    )
    files = file_rows(
        tr, found.child, page.items, lambda item: day_short(tr, item.due_on) if item.due_on else item.subject
    )
    return Screen(text, (*files, turning, _back_row(tr, found.child)))


def _subject_blocks(tr: Translator, found: SubjectHomework, page: Page[HomeworkItem], limit: int) -> Iterator[str]:
    title = tr("diary-homework-subject-title", subject=clip(found.subject.name, limit))
    yield f"{heading(tr, found.child, found.today)}\n{title}"
    if not page.items:
        yield tr("diary-homework-none-subject")
    for item in page.items:
        name = "diary-homework-dated-done" if item.done else "diary-homework-dated"
        day = day_title(tr, item.due_on) if item.due_on else tr("diary-homework-undated")
        yield f"{tr(name, day=day, kind=_kind(tr, item))}\n{safe(tr, clip(item.text, limit))}"


def _back_row(tr: Translator, child: Child) -> tuple[Button, ...]:
    return (Button(tr.plain("diary-back-to-homework"), HomeworkPress(child=child.id)), *menu_row(tr))


def files_screen(tr: Translator, files: Files) -> Screen:
    """Give the files of a homework as messages of their own, below a line that says whose and what they are."""
    child, item = files.child, files.item
    day = item.due_on or item.given_on or files.today
    title = tr("diary-files-title", subject=clip(item.subject, _SUBJECT_LIMIT), day=day_title(tr, day))
    lines = [heading(tr, child, day), title]
    if not files.attachments:
        lines.append(tr("diary-files-none"))
    media = tuple(Media(file.kind, file.file_id, name=file.name) for file in files.attachments)
    back = (
        Button(tr.plain("diary-button-homework"), HomeworkPress(child=child.id)),
        Button(tr.plain("diary-button-day"), DayPress(child=child.id, day=number_of(day))),
    )
    return Screen("\n".join(lines), (back, menu_row(tr)), media=media, anew=True)
