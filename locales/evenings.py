"""The coming day in words: for the evening's letter and for the same message drawn anew after a tick (NTF-8).

What it is told of is the room `core`'s; here only its shape is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from typing import Protocol

from locales.dates import clock_time, day_short, day_title, relative_day
from locales.translator import Markup, Translator

ROOM = 2200
"""So many characters all tasks may take together: then the longer ones are cut, and stand in the diary in full."""


LABEL = 18
"""So many characters of a subject stand on a tick button, of which there are two in a row."""


class Lesson(Protocol):
    """A lesson of the coming day."""

    @property
    def number(self) -> int: ...
    @property
    def starts(self) -> time: ...
    @property
    def subject(self) -> str: ...
    @property
    def room(self) -> str: ...
    @property
    def substitute(self) -> str: ...
    @property
    def cancelled(self) -> bool: ...
    @property
    def moved_from(self) -> tuple[date, int] | None: ...
    @property
    def moved_to(self) -> tuple[date, int] | None: ...


class Task(Protocol):
    """Homework for the coming day."""

    @property
    def subject(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def individual(self) -> bool: ...
    @property
    def files(self) -> int: ...
    @property
    def done(self) -> bool: ...


class Work(Protocol):
    """A work that was declared ahead; `kind` is its code."""

    @property
    def number(self) -> int: ...
    @property
    def subject(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...


class Happening(Protocol):
    """An event, and what to take along."""

    @property
    def name(self) -> str: ...
    @property
    def at(self) -> time | None: ...
    @property
    def place(self) -> str: ...
    @property
    def bring(self) -> str: ...


class ComingDay(Protocol):
    """All of it."""

    @property
    def day(self) -> date: ...
    @property
    def first(self) -> Lesson | None: ...
    @property
    def changes(self) -> Sequence[Lesson]: ...
    @property
    def homework(self) -> Sequence[Task]: ...
    @property
    def works(self) -> Sequence[Work]: ...
    @property
    def events(self) -> Sequence[Happening]: ...


def evening_lines(tr: Translator, evening: ComingDay, today: date, *, ticking: bool) -> tuple[Markup, ...]:
    """Give the lines below the one that names the child; `ticking`: the reader is the student, with buttons."""
    return (_title(tr, evening.day, today), *_blocks(tr, evening), *_tasks(tr, evening.homework, ticking=ticking))


def tick_label(subject: str) -> str:
    """Give a subject short enough for a tick button."""
    return subject if len(subject) <= LABEL else subject[: LABEL - 1].rstrip() + "…"


def _title(tr: Translator, day: date, today: date) -> Markup:
    title, near = day_title(tr, day), relative_day(tr, day, today)
    return tr("evening-day", day=title) if near == title else tr("evening-day-near", day=title, near=near)


def _blocks(tr: Translator, evening: ComingDay) -> Iterator[Markup]:
    if evening.first is not None:
        yield _first(tr, evening.first)
    for lesson in evening.changes:
        yield _change(tr, lesson)
    for work in evening.works:
        kind = tr(f"work-kind-{work.kind}")
        name = "evening-work-titled" if work.title else "evening-work"
        yield tr(name, number=work.number, subject=work.subject, kind=kind, title=work.title)
    for event in evening.events:
        yield from _event(tr, event)


def _first(tr: Translator, lesson: Lesson) -> Markup:
    at = clock_time(tr, lesson.starts)
    if not lesson.room:
        return tr("evening-first", time=at, subject=lesson.subject)
    room = tr("diary-room", room=lesson.room) if lesson.room[0].isdigit() else lesson.room
    return tr("evening-first-room", time=at, subject=lesson.subject, room=room)


def _change(tr: Translator, lesson: Lesson) -> Markup:
    about: dict[str, str | int] = {"number": lesson.number, "subject": lesson.subject}
    if lesson.moved_to is not None:
        day, number = lesson.moved_to
        return tr("evening-moved-away", day=day_short(tr, day), other=number, **about)
    if lesson.cancelled:
        return tr("evening-cancelled", **about)
    if lesson.moved_from is not None:
        day, number = lesson.moved_from
        return tr("evening-moved-here", day=day_short(tr, day), other=number, **about)
    return tr("evening-substitute", teacher=lesson.substitute, **about)


def _event(tr: Translator, event: Happening) -> Iterator[Markup]:
    name = tr("diary-event", name=event.name)
    if event.at is not None:
        name = tr("diary-event-at", name=event.name, time=clock_time(tr, event.at))
    yield tr("diary-event-place", event=name, place=event.place) if event.place else name
    if event.bring:
        yield tr("evening-bring", things=event.bring)


def _tasks(tr: Translator, tasks: Sequence[Task], *, ticking: bool) -> Iterator[Markup]:
    if not tasks:
        return
    limit = max(80, ROOM // len(tasks))
    yield Markup(f"\n{tr('evening-homework')}")
    for number, task in enumerate(tasks, 1):
        yield _task(tr, number, task, limit)
    hint = _hint(tr, tasks, ticking=ticking)
    if hint:
        yield Markup(f"\n{hint}")


def _task(tr: Translator, number: int, task: Task, limit: int) -> Markup:
    text = task.text if len(task.text) <= limit else task.text[: limit - 1].rstrip() + "…"
    return tr(
        "evening-task-done" if task.done else "evening-task",
        number=number,
        subject=task.subject,
        personal="yes" if task.individual else "no",
        text=text,
        files=task.files,
    )


def _hint(tr: Translator, tasks: Iterable[Task], *, ticking: bool) -> Markup | None:
    if all(task.done for task in tasks):
        return tr("evening-all-done")
    return tr("evening-hint") if ticking else None
