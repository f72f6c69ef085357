"""The teacher's day: lessons by time, each with what is still missing; what earlier days left open (JRN-1)."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.callbacks import number_of
from bot.callbacks.calendar_files import OwnCalendarPress
from bot.callbacks.finals import FinalsPress
from bot.callbacks.home import HomePress
from bot.callbacks.marks import MarksPress
from bot.callbacks.teacher import AttendancePress, LessonPress, OverduePress, TeacherDayPress
from bot.screen import Button, Screen
from bot.screens.teacher_words import klass_name
from bot.widgets.duty_lines import reason_in_words
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows
from core.model.duty import Duty, DutyState
from core.model.journal import LessonFacts, LessonPart, TeacherDay
from core.model.lesson import LessonState
from core.model.regulation import Matter
from locales import Markup, Translator, dates
from locales.clauses import cited

Row = tuple[Button, ...]

# Recording may begin in the break before the lesson.
_BREAK = timedelta(minutes=15)
_WEEK = timedelta(days=7)
OWED_SHOWN = 6
# Buttons carry days of this century.
# Names of subjects are shortened, step by step, until a day fits into a message.
CLIPS = (60, 30, 12)
DAYS = (date(2000, 1, 1), date(2100, 1, 1))
_ABOUT = {
    Matter.ATTENDANCE: LessonPart.ATTENDANCE,
    Matter.TOPIC: LessonPart.TOPIC,
    Matter.HOMEWORK: LessonPart.HOMEWORK,
    Matter.MARKS: LessonPart.MARKS,
    Matter.LONG_CHECK: LessonPart.MARKS,
}


def day(value: TeacherDay, now: datetime, tr: Translator, *, home: bool = False) -> Screen:
    """Show a day; as the home screen without the way back to itself, nor what its duties say above it."""
    text, _ = fitted(
        lambda limit: _lines(value, now, tr, limit, home=home), tr("teacher-fitting-more"), CLIPS, gap="\n"
    )
    rows = [*_at_hand(value, now, tr), *_lesson_buttons(value, tr), _turning(value, tr)]
    if value.overdue and not home:
        rows.insert(0, (Button(tr.plain("teacher-day-overdue-button", count=len(value.overdue)), OverduePress()),))
    if home:
        rows.append((Button(tr.plain("final-button-home"), FinalsPress()),))
    else:
        file = Button(tr.plain("calendar-button"), OwnCalendarPress())
        rows += [_by_weeks(value, tr), (file, Button(tr.plain("home-back"), HomePress()))]
    return Screen(text, tuple(rows))


def _lines(value: TeacherDay, now: datetime, tr: Translator, limit: int, *, home: bool) -> list[str]:
    lines: list[str] = [tr("teacher-day-title", day=dates.day_title(tr, value.day)), ""]
    if value.overdue and not home:
        lines += [tr("teacher-day-overdue", count=len(value.overdue)), ""]
    if not value.lessons:
        return [*lines, tr("teacher-day-empty")]
    lines += [_line(value, facts, now, tr, limit) for facts in value.lessons]
    lacking = [part for part in LessonPart if any(part in _missing(value, facts, now) for facts in value.lessons)]
    if lacking:
        lines += ["", tr("teacher-day-legend", parts=", ".join(_part(part, tr) for part in lacking))]
    return lines


def _part(part: LessonPart, tr: Translator) -> str:
    return f"{tr.plain(f'teacher-part-{part.value}')} {tr.plain(f'teacher-part-{part.value}-word')}"


def _begun(facts: LessonFacts, now: datetime) -> bool:
    return facts.lesson.starts_at - _BREAK <= now


def _missing(value: TeacherDay, facts: LessonFacts, now: datetime) -> tuple[LessonPart, ...]:
    if value.handed_over(facts) or facts.lesson.state is LessonState.CANCELLED or not _begun(facts, now):
        return ()
    return facts.missing


def _line(value: TeacherDay, facts: LessonFacts, now: datetime, tr: Translator, limit: int) -> Markup:
    lesson = facts.lesson
    values: dict[str, str | int] = {
        "number": lesson.number,
        "time": dates.clock_time(tr, lesson.starts_at.astimezone(facts.rules.zone)),
        "klass": klass_name(facts, tr),
        "subject": clip(facts.subject, limit),
    }
    if lesson.state is LessonState.CANCELLED:
        return tr("teacher-day-line-cancelled", **values)
    line = tr("teacher-day-line", **values)
    if lesson.room:
        line = tr("teacher-day-line-room", line=line, room=lesson.room)
    return _state(value, facts, now, line, tr)


def _state(value: TeacherDay, facts: LessonFacts, now: datetime, line: Markup, tr: Translator) -> Markup:
    if facts.substitute is not None:
        if value.handed_over(facts):
            return tr("teacher-day-line-handed-over", line=line, substitute=facts.substitute.initials)
        line = tr("teacher-day-line-substitution", line=line, teacher=facts.teacher.initials)
    if not _begun(facts, now):
        return line
    missing = _missing(value, facts, now)
    if not missing:
        return tr("teacher-day-line-done", line=line)
    return tr(
        "teacher-day-line-missing", line=line, parts=" ".join(tr(f"teacher-part-{part.value}") for part in missing)
    )


def _at_hand(value: TeacherDay, now: datetime, tr: Translator) -> list[Row]:
    """The lesson that goes on, or the one before it in the breaks: attendance in three taps (JRN-2)."""
    facts = _current(value, now)
    if facts is None:
        return []
    lesson = facts.lesson
    label = tr.plain("teacher-now-attendance", number=lesson.number, klass=klass_name(facts, tr))
    row = [Button(label, AttendancePress(lesson=lesson.id))]
    if LessonPart.MARKS in facts.parts:
        row.append(Button(tr.plain("teacher-now-marks"), MarksPress(lesson=lesson.id)))
    return [tuple(row)]


def _current(value: TeacherDay, now: datetime) -> LessonFacts | None:
    if value.day != value.today:
        return None
    mine = [
        facts
        for facts in value.lessons
        if not value.handed_over(facts) and facts.lesson.state is not LessonState.CANCELLED
    ]
    begun = [facts for facts in mine if _begun(facts, now)]
    return begun[-1] if begun else None


def _lesson_buttons(value: TeacherDay, tr: Translator) -> tuple[Row, ...]:
    buttons = [
        Button(
            clip(
                tr.plain(
                    "teacher-day-lesson-button",
                    number=facts.lesson.number,
                    klass=klass_name(facts, tr),
                    subject=facts.subject,
                ),
                40,
            ),
            LessonPress(lesson=facts.lesson.id),
        )
        for facts in value.lessons
    ]
    return in_rows(buttons, 2)


def _turning(value: TeacherDay, tr: Translator) -> Row:
    today = Button(tr.plain("teacher-day-today"), TeacherDayPress())
    if not DAYS[0] < value.day < DAYS[1]:
        return (today,)
    before, after = value.day - timedelta(days=1), value.day + timedelta(days=1)
    row = [
        Button(
            tr.plain("teacher-day-previous", day=dates.day_short(tr, before)), TeacherDayPress(day=number_of(before))
        ),
        Button(tr.plain("teacher-day-next", day=dates.day_short(tr, after)), TeacherDayPress(day=number_of(after))),
    ]
    if value.day != value.today:
        row.insert(1, today)
    return tuple(row)


def _by_weeks(value: TeacherDay, tr: Translator) -> Row:
    """A correction of two weeks ago is found without fourteen taps."""
    turns = {"teacher-day-week-back": value.day - _WEEK, "teacher-day-week-on": value.day + _WEEK}
    return tuple(
        Button(tr.plain(text, day=dates.day_short(tr, to)), TeacherDayPress(day=number_of(to)))
        for text, to in turns.items()
        if DAYS[0] < to < DAYS[1]
    )


Owed = Sequence[tuple[LessonFacts, Sequence[Duty]]]


def owed(value: Owed, tr: Translator) -> Screen:
    """Show what is still owed, the oldest first, each with its term and clause (BEY-1)."""
    shown = value[:OWED_SHOWN]
    text, _ = fitted(lambda limit: _owed(value, tr, limit), tr("teacher-fitting-more"), CLIPS)
    rows = [(_owed_button(facts, tr),) for facts, _ in shown]
    return Screen(text, (*rows, (Button(tr.plain("teacher-button-day"), TeacherDayPress()),)))


def _owed(value: Owed, tr: Translator, limit: int) -> list[str]:
    blocks: list[str] = [tr("teacher-overdue-title")]
    if not value:
        blocks.append(tr("teacher-overdue-none"))
    blocks += ["\n".join(_owed_lines(facts, duties, tr, limit)) for facts, duties in value[:OWED_SHOWN]]
    if len(value) > OWED_SHOWN:
        blocks.append(tr("teacher-overdue-more", count=len(value) - OWED_SHOWN))
    return blocks


def _owed_button(facts: LessonFacts, tr: Translator) -> Button:
    label = tr.plain(
        "teacher-overdue-button",
        day=dates.day_short(tr, facts.lesson.day),
        klass=klass_name(facts, tr),
        subject=facts.subject,
    )
    return Button(clip(label, 50), LessonPress(lesson=facts.lesson.id))


def _owed_lines(facts: LessonFacts, duties: Sequence[Duty], tr: Translator, limit: int) -> list[Markup]:
    lesson = facts.lesson
    first = tr(
        "teacher-overdue-line",
        day=dates.day_short(tr, lesson.day),
        klass=klass_name(facts, tr),
        subject=clip(facts.subject, limit),
        number=lesson.number,
    )
    return [first, *(_duty(facts, duty, tr) for duty in duties)]


def _duty(facts: LessonFacts, duty: Duty, tr: Translator) -> Markup:
    late = duty.state is DutyState.OVERDUE
    if duty.state is DutyState.PAUSED and duty.pardon is not None:
        return tr(
            "teacher-overdue-duty-paused",
            what=tr.plain(f"teacher-part-{_ABOUT[duty.rule.about].value}-word"),
            until=_until(duty.due_at.astimezone(facts.rules.zone), tr),
            reason=reason_in_words(tr, duty.pardon.reason),
        )
    return tr(
        "teacher-overdue-duty-late" if late else "teacher-overdue-duty",
        what=tr.plain(f"teacher-part-{_ABOUT[duty.rule.about].value}-word"),
        until=_until(duty.due_at.astimezone(facts.rules.zone), tr),
        clause=cited(tr, (duty.rule.clause,)),
    )


def _until(due: datetime, tr: Translator) -> str:
    # The end of a day is the midnight after it: people say the day itself.
    if due.time() == time():
        return dates.day_numbers(tr, due.date() - timedelta(days=1))
    return tr("time-moment", day=dates.day_numbers(tr, due.date()), time=dates.clock_time(tr, due))
