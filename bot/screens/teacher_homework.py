"""Homework of a lesson: nothing, by the plan, typed or sent as files; kind, day, for whom (JRN-6)."""

from collections.abc import Sequence

from bot.callbacks import Press, number_of
from bot.callbacks.teacher import (
    HomeworkForPress,
    HomeworkPress,
    LessonPress,
    NoHomeworkPress,
    NothingBackPress,
    PlanHomeworkPress,
    RewriteTaskPress,
    TaskDaysPress,
    TaskDuePress,
    TaskKindPress,
    TaskPress,
    WithdrawTaskPress,
    WriteHomeworkPress,
)
from bot.screen import Button, Media, Screen
from bot.screens.load_giving import day_label, given_before, given_with, minute_rows
from bot.screens.teacher_lesson import task_line, to_lesson
from bot.screens.teacher_words import heading, labels
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows
from bot.widgets.toggle import class_grid
from core.model.homework import Homework, HomeworkKind
from core.model.journal import AttendanceSheet, HomeworkSheet, Pupil
from locales import Markup, Translator, dates

Row = tuple[Button, ...]

TASK_LABEL = 40
TASKS_SHOWN = 6


def homework(sheet: HomeworkSheet, tr: Translator, *, toast: str = "") -> Screen:
    """Show what is given, and the ways to give something."""
    lesson = sheet.facts.lesson.id
    text, _ = fitted(lambda limit: _blocks(sheet, tr, limit), tr("teacher-fitting-more"))
    rows: list[Row] = [
        (Button(_task_label(task, tr), TaskPress(task=task.id)),) for task in sheet.homework[:TASKS_SHOWN]
    ]
    if not sheet.homework and sheet.facts.lesson.homework_at is None:
        rows.append((Button(tr.plain("giving-none"), NoHomeworkPress(lesson=lesson)),))
    elif not sheet.homework:
        rows.append((Button(tr.plain("giving-none-back"), NothingBackPress(lesson=lesson)),))
    if sheet.facts.task and all(task.text != sheet.facts.task for task in sheet.homework):
        label = tr.plain("giving-plan", task=clip(sheet.facts.task, TASK_LABEL))
        rows.append((Button(label, PlanHomeworkPress(lesson=lesson)),))
    rows.append((Button(tr.plain("giving-write"), WriteHomeworkPress(lesson=lesson)),))
    rows.append((Button(tr.plain("giving-personal"), HomeworkForPress(lesson=lesson)),))
    return Screen(text, (*rows, to_lesson(lesson, tr)), toast)


def _blocks(sheet: HomeworkSheet, tr: Translator, limit: int) -> list[Markup]:
    blocks = [heading(sheet.facts, tr)]
    if sheet.homework:
        blocks += [task_line(task, sheet.named, tr, limit) for task in sheet.homework]
    elif sheet.facts.lesson.homework_at is not None:
        blocks.append(tr("teacher-lesson-homework-nothing"))
    else:
        blocks.append(tr("giving-ask"))
    if sheet.due_days:
        blocks.append(tr("giving-due-default", day=dates.day_short(tr, sheet.due_days[0])))
        blocks += given_before(sheet, tr)
    return blocks


def _task_label(task: Homework, tr: Translator) -> str:
    return tr.plain("giving-task", text=clip(task.text.replace("\n", " "), TASK_LABEL) or tr.plain("giving-files-only"))


def write(facts_line: Markup, back: Press, tr: Translator, *, name: str = "", before: Sequence[Markup] = ()) -> Screen:
    """Ask for the text or the files, for one student where `name` is given; `before`: what the class has already."""
    ask = tr("giving-how-personal", name=name) if name else tr("giving-how")
    return Screen("\n\n".join((facts_line, *before, ask)), ((Button(tr.plain("teacher-button-cancel"), back),),))


def for_whom(sheet: AttendanceSheet, tr: Translator) -> Screen:
    """Ask whom an individual task is for."""
    lesson = sheet.facts.lesson.id
    short = labels(sheet.pupils)
    grid = class_grid(
        sheet.pupils,
        lambda pupil: short[pupil.id],
        lambda student: WriteHomeworkPress(lesson=lesson, student=student),
    )
    back = (Button(tr.plain("teacher-button-cancel"), HomeworkPress(lesson=lesson)),)
    return Screen("\n\n".join((heading(sheet.facts, tr), tr("giving-for-whom"))), (*grid, back))


def task(value: Homework, sheet: HomeworkSheet, tr: Translator, *, toast: str = "", files: bool = False) -> Screen:
    """Show a homework with what may be changed; `files` sends its attachments along."""
    text, _ = fitted(lambda limit: _task_blocks(value, sheet, tr, limit), tr("teacher-fitting-more"))
    kinds = [_kind(value, kind, tr) for kind in HomeworkKind if kind is not HomeworkKind.UNSPECIFIED]
    due = dates.day_short(tr, value.due_on) if value.due_on else tr.plain("giving-no-day")
    rows = (
        *in_rows(kinds, 3),
        *minute_rows(value, tr),
        (Button(tr.plain("giving-due", day=due), TaskDaysPress(task=value.id)),),
        (
            Button(tr.plain("giving-rewrite"), RewriteTaskPress(task=value.id)),
            Button(tr.plain("giving-withdraw"), WithdrawTaskPress(task=value.id)),
        ),
        (Button(tr.plain("giving-done"), LessonPress(lesson=value.lesson, leave=True)),),
    )
    media = tuple(Media(each.kind, each.file_id, name=each.name) for each in value.attachments) if files else ()
    return Screen(text, rows, toast, media)


def _task_blocks(value: Homework, sheet: HomeworkSheet, tr: Translator, limit: int) -> list[Markup]:
    line = task_line(value, sheet.named, tr, limit)
    kind = tr("giving-kind", kind=tr.plain(f"homework-kind-{value.kind.value}"))
    blocks = [heading(sheet.facts, tr), Markup(f"{line}\n{kind}")]
    return [*blocks, *given_with(value, sheet, tr), tr("giving-more-files")]


def _kind(value: Homework, kind: HomeworkKind, tr: Translator) -> Button:
    label = tr.plain(f"homework-kind-{kind.value}")
    if kind is value.kind:
        label = tr.plain("giving-kind-chosen", kind=label)
    return Button(label, TaskKindPress(task=value.id, kind=kind))


def days(value: Homework, sheet: HomeworkSheet, tr: Translator) -> Screen:
    """Ask for the day: the group's next lessons."""
    buttons = [
        Button(day_label(sheet, day, tr), TaskDuePress(task=value.id, day=number_of(day))) for day in sheet.due_days
    ]
    ask = tr("giving-which-day") if buttons else tr("giving-no-lessons")
    back = (Button(tr.plain("teacher-button-cancel"), TaskPress(task=value.id)),)
    return Screen("\n\n".join((heading(sheet.facts, tr), ask)), (*in_rows(buttons, 1), back))


def rewrite(value: Homework, sheet: HomeworkSheet, tr: Translator) -> Screen:
    """Ask for another text."""
    blocks = [heading(sheet.facts, tr), tr("giving-how-rewrite")]
    if value.text:
        blocks.append(tr("giving-now", text=value.text))
    back = (Button(tr.plain("teacher-button-cancel"), TaskPress(task=value.id, leave=True)),)
    return Screen("\n\n".join(blocks), (back,))


def withdraw(value: Homework, sheet: HomeworkSheet, tr: Translator) -> Screen:
    """Ask once more before a homework is taken back."""
    text = "\n\n".join((heading(sheet.facts, tr), task_line(value, sheet.named, tr, 400), tr("giving-withdraw-ask")))
    rows = (
        (Button(tr.plain("giving-withdraw-yes"), WithdrawTaskPress(task=value.id, sure=True)),),
        (Button(tr.plain("teacher-button-cancel"), TaskPress(task=value.id)),),
    )
    return Screen(text, rows)


def chosen(pupils: tuple[Pupil, ...], student: int) -> str:
    """Give the name of a student of a list, empty for nobody of it; plain."""
    return next((pupil.name.short for pupil in pupils if pupil.id == student), "")
