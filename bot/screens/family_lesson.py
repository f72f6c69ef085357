"""A lesson of the diary as a block of lines, on the day's page and by itself (DIA-1)."""

from collections.abc import Callable, Iterator

from bot.callbacks import number_of
from bot.callbacks.appeals import MarkCardPress
from bot.callbacks.family import DayPress, FilesPress
from bot.screen import Button, Keyboard, Screen
from bot.screens.family_frame import heading, label, menu_row, safe
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows
from core.model.attendance import Presence
from core.model.diary import Child, DeclaredWork, DiaryEntry, DiaryLesson, Entry, GivenMark, HomeworkItem
from locales import Markup, Translator
from locales.dates import clock_range, day_short

_FILE_BUTTONS = 6
_MARK_BUTTONS = 4
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def mark_text(tr: Translator, mark: GivenMark) -> Markup:
    """Give a mark as it stands in a row of marks, its weight raised where it is not one: «5²»."""
    weight = str(mark.weight).translate(_SUPERSCRIPT) if mark.weight != 1 else ""
    return Markup(tr(f"mark-{mark.value}") + weight)


def presence_text(tr: Translator, presence: Presence, minutes: int) -> Markup:
    """Give an absence or lateness in words."""
    if presence is Presence.LATE:
        return tr("presence-late-full", minutes=minutes)
    return tr(f"presence-{presence}-full")


def subject_text(tr: Translator, lesson: DiaryLesson, limit: int) -> str:
    """Give the subject with the subgroup's name, to be put into another text: that one escapes it."""
    subject = clip(lesson.subject, limit)
    if not lesson.group_name:
        return subject
    return tr("diary-subject-group", subject=subject, group=clip(lesson.group_name, limit))


def lesson_block(tr: Translator, entry: Entry, limit: int) -> str:
    """Give all that stands in the diary for a lesson, no single text longer than `limit` characters (DIA-1)."""
    return "\n".join((_title(tr, entry.lesson, limit), *_facts(tr, entry, limit)))


def _title(tr: Translator, lesson: DiaryLesson, limit: int) -> Markup:
    if lesson.moved_to is not None:
        return tr(
            "diary-lesson-away", number=lesson.number, subject=subject_text(tr, lesson, limit), to=away_text(tr, lesson)
        )
    name = "diary-lesson-cancelled" if lesson.cancelled else "diary-lesson"
    time = clock_range(tr, lesson.starts, lesson.ends)
    return tr(name, number=lesson.number, subject=subject_text(tr, lesson, limit), time=time)


def away_text(tr: Translator, lesson: DiaryLesson) -> Markup:
    """Give where a lesson was moved from here, or from where it was moved here; empty for one in its own place."""
    if lesson.moved_to is not None:
        day, number = lesson.moved_to
        return tr("diary-moved-to", day=day_short(tr, day), number=number)
    if lesson.moved_from is not None:
        day, number = lesson.moved_from
        return tr("diary-moved-from", day=day_short(tr, day), number=number)
    return Markup("")


def _facts(tr: Translator, entry: Entry, limit: int) -> Iterator[str]:
    lesson = entry.lesson
    if not lesson.cancelled:
        yield place_text(tr, lesson, limit)
    if lesson.moved_from is not None and not lesson.cancelled:
        yield tr("diary-lesson-moved", place=away_text(tr, lesson))
    if lesson.topic:
        yield tr("diary-lesson-topic", topic=clip(lesson.topic, limit))
    for work in entry.unmarked:
        yield _declared(tr, work, limit)
    for item in entry.homework:
        yield homework_text(tr, item, limit)
    for mark in entry.marks:
        yield mark_line(tr, mark, limit)
    if entry.presence is not Presence.PRESENT:
        name = "diary-lesson-missed" if entry.presence.missed else "diary-lesson-late"
        yield tr(name, presence=presence_text(tr, entry.presence, entry.minutes))
    for remark in entry.remarks:
        yield tr("diary-lesson-remark", text=clip(remark, limit))


def _declared(tr: Translator, work: DeclaredWork, limit: int) -> Markup:
    said = tr(f"work-kind-{work.kind}")
    if not work.title:
        return tr("diary-lesson-work", work=said)
    return tr("diary-lesson-work-titled", work=said, title=clip(work.title, limit))


def place_text(tr: Translator, lesson: DiaryLesson, limit: int) -> Markup:
    """Give who teaches and where; a substitute in the teacher's place [000 §6; 003 §4.11]."""
    teacher = safe(tr, clip(lesson.teacher, limit))
    if lesson.substitute:
        teacher = tr("diary-lesson-substitute", teacher=clip(lesson.substitute, limit))
    if not lesson.room:
        return teacher
    return tr("diary-lesson-place", teacher=teacher, room=room_text(tr, lesson.room, limit))


def room_text(tr: Translator, room: str, limit: int) -> str:
    """Give a room: a number needs the word «room» before it, a name does not."""
    short = clip(room, limit)
    return tr("diary-room", room=short) if room[0].isdigit() else short


def homework_text(tr: Translator, item: HomeworkItem, limit: int) -> Markup:
    """Give homework under its lesson: what it is, whether it is done, how many files came with it."""
    text = clip(item.text, limit)
    if item.done:
        text = tr("diary-done", text=text)
    if item.files:
        text = tr("diary-with-files", text=text, count=item.files)
    if item.individual:
        return tr("diary-lesson-homework-individual", text=text)
    return tr("diary-lesson-homework" if item.due_on else "diary-lesson-homework-undated", text=text)


def mark_line(tr: Translator, mark: GivenMark, limit: int) -> Markup:
    """Give a mark with its work's kind, weight and title and the teacher's comment."""
    said = tr("diary-lesson-mark", mark=tr(f"mark-{mark.value}"), kind=work_text(tr, mark, limit))
    if not mark.comment:
        return said
    return Markup(f"{said} {tr('diary-mark-comment', comment=clip(mark.comment, limit))}")


def work_text(tr: Translator, mark: GivenMark, limit: int) -> Markup:
    """Give what a mark was given for: kind, weight where it is not one, title."""
    parts = [tr(f"work-kind-{mark.kind}")]
    if mark.weight != 1:
        parts.append(tr("mark-weight", weight=mark.weight))
    if mark.title:
        parts.append(tr("diary-mark-title", title=clip(mark.title, limit)))
    return Markup(", ".join(parts))


def file_rows(
    tr: Translator,
    child: Child,
    items: tuple[HomeworkItem, ...],
    name: Callable[[HomeworkItem], str] = lambda item: item.subject,
) -> Keyboard:
    """Give a 📎 button for each homework with files, under its subject or another `name`."""
    buttons = [
        Button(tr.plain("diary-button-files", name=label(name(item))), FilesPress(child=child.id, homework=item.id))
        for item in items
        if item.files
    ]
    return in_rows(buttons[:_FILE_BUTTONS], 3)


def lesson_screen(tr: Translator, page: DiaryEntry) -> Screen:
    """Give one lesson in full."""
    lesson = page.entry.lesson
    top = heading(tr, page.child, lesson.day)
    text, _ = fitted(lambda limit: (top, lesson_block(tr, page.entry, limit)), tr("diary-cut"))
    back = Button(
        tr.plain("diary-back-to-day", day=day_short(tr, lesson.day)),
        DayPress(child=page.child.id, day=number_of(lesson.day)),
    )
    asking = [_ask_button(tr, page.child, mark) for mark in page.entry.marks[:_MARK_BUTTONS]]
    rows = (*in_rows(asking, 2), *file_rows(tr, page.child, page.entry.homework), (back,), menu_row(tr))
    return Screen(text, rows)


def _ask_button(tr: Translator, child: Child, mark: GivenMark) -> Button:
    """Give the button under a mark that asks whether it is wrong (DIA-11)."""
    shown = tr.plain("appeal-button-ask", mark=tr(f"mark-{mark.value}"))
    return Button(shown, MarkCardPress(child=child.id, mark=mark.id))
