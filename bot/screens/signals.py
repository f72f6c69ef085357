"""Signals of a group, one of them, how it will be told (JRN-15)."""

from dataclasses import replace

from bot.callbacks.signals import SignalPress, SignalsPress, TellSignalPress
from bot.callbacks.teacher import LessonPress, TeacherDayPress
from bot.screen import Button, Screen
from bot.screens.home import Row
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.lesson import Lesson
from core.model.signal import Signal, SignalAudience, SignalGroup, SignalKind
from locales import Markup, Translator, dates

PAGE = 12
SHOWN = 12


def group_signals(value: SignalGroup, number: int, tr: Translator, lesson: int = 0) -> Screen:
    """Show the students of a group about whom something is the matter; the way back is to `lesson`."""
    page = page_of(value.signals, number, PAGE)
    lines = [_line(each, tr) for each in page.items] or [tr("signals-none")]
    text = "\n\n".join((_title(value, tr), "\n".join(lines), tr("signals-hint")))
    buttons = [
        Button(tr.plain("signals-student", name=each.lately.name.short), _press(value, each, lesson))
        for each in page.items
    ]
    turning = pager_row(tr, page, lambda to: SignalsPress(group=value.group, page=to, lesson=lesson))
    back = (_back(lesson, tr),)
    return Screen(text, (*in_rows(buttons, 2), *((turning,) if turning else ()), back))


def _back(lesson: int, tr: Translator) -> Button:
    if lesson:
        return Button(tr.plain("teacher-button-lesson"), LessonPress(lesson=lesson))
    return Button(tr.plain("signals-back-day"), TeacherDayPress())


def with_signals(screen: Screen, lesson: Lesson, tr: Translator) -> Screen:
    """Add the way to the group's signals to a lesson's card."""
    *rows, last = screen.keyboard
    button = Button(tr.plain("signals-button"), SignalsPress(group=lesson.group, lesson=lesson.id))
    return replace(screen, keyboard=(*rows, (button,), last))


def _press(value: SignalGroup, one: Signal, lesson: int = 0) -> SignalPress:
    return SignalPress(group=value.group, student=one.student, lesson=lesson)


def _title(value: SignalGroup, tr: Translator) -> Markup:
    klass = f"{value.klass} ({value.subgroup})" if value.subgroup else value.klass
    return tr("signals-title", klass=klass, subject=value.subject)


def _line(one: Signal, tr: Translator) -> Markup:
    return tr(
        "signals-line", name=one.lately.name.short, what=Markup("; ".join(_what(one, kind, tr) for kind in one.kinds))
    )


def _what(one: Signal, kind: SignalKind, tr: Translator) -> Markup:
    lately = one.lately
    if kind is SignalKind.FAILING:
        return tr("signals-failing", marks=_marks(one), mean=one.mean or 0)
    return tr("signals-absent", missed=lately.missed, lessons=lately.lessons)


def _marks(one: Signal) -> str:
    return ", ".join(str(mark.points) for mark in one.lately.marks[-SHOWN:])


def signal(value: SignalGroup, one: Signal, tr: Translator, lesson: int = 0, *, toast: str = "") -> Screen:
    """Show what is the matter with a student, and whom to tell."""
    lines = [_title(value, tr), tr("signals-name", name=one.lately.name.short), ""]
    lines += [_what(one, kind, tr) for kind in one.kinds]
    told = [_told(one, audience, tr) for audience in SignalAudience if one.told_on(audience) is not None]
    if told:
        lines += ["", *told]
    rows = [(_tell(value, one, audience, tr),) for audience in _audiences(value, one)]
    back = (Button(tr.plain("signals-back"), SignalsPress(group=value.group, lesson=lesson)),)
    return Screen("\n".join(lines), (*rows, back), toast)


def _audiences(value: SignalGroup, one: Signal) -> list[SignalAudience]:
    colleague = value.class_teacher is not None and not value.own_klass
    open_to = [SignalAudience.PARENTS, *([SignalAudience.CLASS_TEACHER] if colleague else [])]
    return [audience for audience in open_to if one.untold(audience)]


def _told(one: Signal, audience: SignalAudience, tr: Translator) -> Markup:
    day = one.told_on(audience)
    return tr(f"signals-told-{audience.value}", day=dates.day_numbers(tr, day) if day else "")


def _tell(value: SignalGroup, one: Signal, audience: SignalAudience, tr: Translator) -> Button:
    press = TellSignalPress(group=value.group, student=one.student, audience=audience)
    return Button(tr.plain(f"signals-tell-{audience.value}"), press)


def preview(value: SignalGroup, one: Signal, audience: SignalAudience, tr: Translator) -> Screen:
    """Show how a signal will be told before it is."""
    told = "\n".join(_told_text(value, one, kind, audience, tr) for kind in one.untold(audience))
    text = tr(f"signals-preview-{audience.value}", name=one.lately.name.spoken, klass=value.klass, text=Markup(told))
    sure = TellSignalPress(group=value.group, student=one.student, audience=audience, sure=True)
    rows: tuple[Row, ...] = (
        (Button(tr.plain("signals-send"), sure),),
        (Button(tr.plain("home-cancel"), _press(value, one)),),
    )
    return Screen(text, rows)


def _told_text(value: SignalGroup, one: Signal, kind: SignalKind, audience: SignalAudience, tr: Translator) -> Markup:
    return tr(
        f"signal-letter-{kind.value}-{audience.value}",
        subject=value.subject,
        teacher=value.teacher.full,
        marks=_marks(one),
        missed=one.lately.missed,
        lessons=one.lately.lessons,
    )
