"""A lesson's card: the whole record, and a button to each part of it (JRN-1, JRN-16)."""

from collections.abc import Mapping

from bot.callbacks import Press, number_of
from bot.callbacks.finals import FinalsPress
from bot.callbacks.home import HomePress
from bot.callbacks.lesson_changes import SubstitutionPress
from bot.callbacks.marks import MarksPress
from bot.callbacks.messages import PupilsPress
from bot.callbacks.plan import PlanPress
from bot.callbacks.teacher import (
    AttendancePress,
    HomeworkPress,
    LessonPress,
    RemarkForPress,
    TeacherDayPress,
    TopicsPress,
)
from bot.screen import Button, Screen
from bot.screens.teacher_words import heading, name_text, presence_text, work_name
from bot.widgets.fitting import clip, fitted
from core.model.attendance import Presence
from core.model.homework import Homework
from core.model.ids import LessonId, PersonId
from core.model.journal import LessonCard, LessonFacts, LessonPart, Pupil
from core.model.lesson import LessonState
from core.model.people import PersonName
from locales import Markup, Translator, dates

Row = tuple[Button, ...]


def card(value: LessonCard, tr: Translator, *, fills: bool, toast: str = "", teaches: bool = True) -> Screen:
    """Show a lesson; only those who keep its record get the buttons that change it, only teachers have a day."""
    text, _ = fitted(lambda limit: _lines(value, tr, limit, fills=fills), tr("teacher-fitting-more"), gap="\n")
    open_to = fills and value.facts.lesson.state is not LessonState.CANCELLED
    rows = _buttons(value.facts, tr) if open_to else ()
    finals = (Button(tr.plain("final-button-home"), FinalsPress()),) if _has_finals(value.facts, fills=fills) else ()
    way_back = _day_button(value.facts, tr) if teaches else Button(tr.plain("home-back"), HomePress())
    write = _write_button(value.facts, tr) if fills and value.facts.substitute is None else ()
    return Screen(text, (*rows, *(((*finals, *write),) if write else ()), (way_back,)), toast)


def _write_button(facts: LessonFacts, tr: Translator) -> Row:
    """Whoever only substitutes tells the family by the lesson's record, and leaves talk to its teachers."""
    return (Button(tr.plain("message-button-write-family"), PupilsPress(klass=facts.lesson.klass)),)


def _has_finals(facts: LessonFacts, *, fills: bool) -> bool:
    """A substitute gives one lesson, not the marks of a period; the first grade has none."""
    return fills and facts.substitute is None and LessonPart.MARKS in facts.parts


def _day_button(facts: LessonFacts, tr: Translator) -> Button:
    return Button(tr.plain("teacher-button-day"), TeacherDayPress(day=number_of(facts.lesson.day)))


def to_lesson(lesson: LessonId, tr: Translator, *, leave: bool = False) -> Row:
    """Give the row that leads back to a lesson; `leave` where something may be typed meanwhile."""
    return (Button(tr.plain("teacher-button-lesson"), LessonPress(lesson=lesson, leave=leave)),)


def cancel(lesson: LessonId, tr: Translator) -> Row:
    """Give the row that leads back to a lesson without what was to be typed."""
    return (Button(tr.plain("teacher-button-cancel"), LessonPress(lesson=lesson, leave=True)),)


def _lines(value: LessonCard, tr: Translator, limit: int, *, fills: bool) -> list[str]:
    facts = value.facts
    head = [heading(facts, tr), _when(facts, tr)]
    if facts.lesson.state is LessonState.CANCELLED:
        return [*head, "", tr("teacher-lesson-cancelled")]
    if facts.lesson.planned is not None:
        day, number = facts.lesson.planned
        head.append(tr("changes-lesson-moved", day=dates.day_short(tr, day), number=number))
    if facts.substitute is not None:
        head.append(
            tr("teacher-lesson-substitution", substitute=facts.substitute.initials, teacher=facts.teacher.initials)
        )
    record = [_topic(facts, tr, limit), _attendance(value, tr)]
    if LessonPart.MARKS in facts.parts:
        record += [*_homework(value, tr, limit), *_marks(value, tr)]
    record += [
        tr("teacher-lesson-remark", name=name_text(remark.name), text=clip(remark.text, limit))
        for remark in value.remarks
    ]
    lines = [*head, "", *record]
    if not fills:
        lines += ["", tr("teacher-lesson-read-only", keeper=(facts.substitute or facts.teacher).initials)]
    return lines


def _when(facts: LessonFacts, tr: Translator) -> Markup:
    lesson, zone = facts.lesson, facts.rules.zone
    time = dates.clock_range(tr, lesson.starts_at.astimezone(zone).time(), lesson.ends_at.astimezone(zone).time())
    if not lesson.room:
        return tr("teacher-lesson-time", time=time)
    return tr("teacher-lesson-time-room", time=time, room=lesson.room)


def _topic(facts: LessonFacts, tr: Translator, limit: int) -> Markup:
    topic = facts.lesson.topic
    return tr("teacher-lesson-topic", topic=clip(topic, limit)) if topic else tr("teacher-lesson-topic-none")


def _attendance(value: LessonCard, tr: Translator) -> Markup:
    missed = [pupil for pupil in value.absentees if pupil.presence.missed]
    if value.facts.lesson.attendance_at is None and not value.absentees:
        return tr("teacher-lesson-attendance-none")
    if not value.absentees:
        return tr("teacher-lesson-attendance-all", students=value.students)
    names = ", ".join(_absentee(pupil, tr) for pupil in value.absentees)
    if not missed:
        return tr("teacher-lesson-attendance-late", students=value.students, names=Markup(names))
    return tr("teacher-lesson-attendance", absent=len(missed), students=value.students, names=Markup(names))


def _absentee(pupil: Pupil, tr: Translator) -> Markup:
    values = {"name": name_text(pupil.name), "sign": presence_text(pupil.presence, tr)}
    if pupil.presence is Presence.LATE:
        return tr("teacher-lesson-absentee-late", minutes=pupil.minutes, **values)
    return tr("teacher-lesson-absentee", **values)


def _homework(value: LessonCard, tr: Translator, limit: int) -> list[Markup]:
    if value.homework:
        return [task_line(task, value.named, tr, limit) for task in value.homework]
    given = value.facts.lesson.homework_at is not None
    return [tr("teacher-lesson-homework-nothing" if given else "teacher-lesson-homework-none")]


def task_line(task: Homework, named: Mapping[PersonId, PersonName], tr: Translator, limit: int) -> Markup:
    """Give a homework in a line: «🎒 На чт 22.10: §14 📎2 (индивидуально: Жуков Л.)»."""
    text = clip(task.text, limit) or tr.plain("giving-files-only")
    if task.due_on is None:
        line = tr("teacher-lesson-homework", text=text)
    else:
        line = tr("teacher-lesson-homework-due", day=dates.day_short(tr, task.due_on), text=text)
    if task.attachments:
        line = tr("teacher-lesson-homework-files", line=line, count=len(task.attachments))
    if task.student is None:
        return line
    name = name_text(named[task.student]) if task.student in named else ""
    return tr("teacher-lesson-homework-personal", line=line, name=name)


def _marks(value: LessonCard, tr: Translator) -> list[Markup]:
    if value.works:
        return [
            tr(
                "teacher-lesson-work",
                work=work_name(summary.work, tr),
                marked=summary.marked,
                students=value.students,
            )
            for summary in value.works
        ]
    closed = value.facts.lesson.marks_at is not None
    return [tr("teacher-lesson-marks-nothing" if closed else "teacher-lesson-marks-none")]


def _buttons(facts: LessonFacts, tr: Translator) -> tuple[Row, ...]:
    lesson = facts.lesson.id

    def button(part: LessonPart, press: Press) -> Button:
        done = "" if part in facts.missing else "-done"
        return Button(tr.plain(f"teacher-button-{part.value}{done}"), press)

    first = [button(LessonPart.ATTENDANCE, AttendancePress(lesson=lesson))]
    second = [button(LessonPart.TOPIC, TopicsPress(lesson=lesson))]
    if LessonPart.MARKS in facts.parts:
        first.append(button(LessonPart.MARKS, MarksPress(lesson=lesson)))
        second.append(button(LessonPart.HOMEWORK, HomeworkPress(lesson=lesson)))
    third = [Button(tr.plain("teacher-button-remark"), RemarkForPress(lesson=lesson))]
    if facts.substitute is None:
        third.append(Button(tr.plain("plan-button"), PlanPress(group=facts.lesson.group, lesson=lesson)))
    else:
        third.append(Button(tr.plain("substitution-button"), SubstitutionPress(lesson=lesson)))
    return (tuple(first), tuple(second), tuple(third))
