"""The topic of a lesson, and comments for one student's lesson (JRN-5, JRN-7)."""

from bot.callbacks.teacher import SetTopicPress, WithdrawRemarkPress, WriteRemarkPress
from bot.screen import Button, Screen
from bot.screens.teacher_lesson import cancel, to_lesson
from bot.screens.teacher_words import heading, labels
from bot.widgets.fitting import clip
from bot.widgets.toggle import class_grid
from core.model.ids import PersonId
from core.model.journal import AttendanceSheet, LessonCard, TopicSheet
from locales import Markup, Translator

Row = tuple[Button, ...]

TOPIC_LABEL = 60
REMARKS_SHOWN = 4


def topics(sheet: TopicSheet, tr: Translator) -> Screen:
    """Show the plan's next topic and its neighbours; a typed one is taken as well."""
    lesson = sheet.facts.lesson
    blocks: list[Markup] = [heading(sheet.facts, tr)]
    if lesson.topic:
        blocks.append(tr("topic-now", topic=lesson.topic))
    if sheet.topics:
        first = sheet.topics[0]
        blocks.append(tr("topic-next", number=first.number, topic=first.topic))
    blocks.append(tr("topic-how" if sheet.topics else "topic-how-no-plan"))
    rows = [
        (
            Button(
                tr.plain("topic-button", number=each.number, topic=clip(each.topic, TOPIC_LABEL)),
                SetTopicPress(lesson=lesson.id, topic=each.id),
            ),
        )
        for each in sheet.topics
    ]
    return Screen("\n\n".join(blocks), (*rows, cancel(lesson.id, tr)))


def remark_for(sheet: AttendanceSheet, card: LessonCard, tr: Translator) -> Screen:
    """Ask whom to comment; comments that stand can be taken back."""
    lesson = sheet.facts.lesson.id
    short = labels(sheet.pupils)
    grid = class_grid(
        sheet.pupils,
        lambda pupil: short[pupil.id],
        lambda student: WriteRemarkPress(lesson=lesson, student=student),
    )
    rows = [
        (
            Button(
                tr.plain("remarking-withdraw", name=remark.name.initials, text=clip(remark.text, 30)),
                WithdrawRemarkPress(remark=remark.id),
            ),
        )
        for remark in card.remarks[:REMARKS_SHOWN]
    ]
    text = "\n\n".join((heading(sheet.facts, tr), tr("remarking-for-whom")))
    return Screen(text, (*grid, *rows, to_lesson(lesson, tr)))


def write_remark(sheet: AttendanceSheet, student: PersonId, tr: Translator) -> Screen:
    """Ask for the comment."""
    name = next((pupil.name.short for pupil in sheet.pupils if pupil.id == student), "")
    text = "\n\n".join((heading(sheet.facts, tr), tr("remarking-how", name=name)))
    rows: tuple[Row, ...] = (cancel(sheet.facts.lesson.id, tr),)
    return Screen(text, rows)
