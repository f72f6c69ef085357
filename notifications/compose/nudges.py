"""Nudges are forms (NTF-5): what a lesson's record lacks, with the buttons that close the duty, and its clause."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from core.model.duty import Duty, DutyState, NudgeStage
from core.model.ids import LessonId, PersonId
from core.model.journal import LessonFacts
from core.model.own_duties import Line
from core.model.regulation import Matter
from core.rules.calendar import local_day
from core.rules.duties import nudge_stages
from core.rules.duty_reminding import is_overdue, is_reminded
from core.storage.gateways.outbox import Draft
from core.usecases.duties import LessonDuties, SchoolYear
from locales import Markup, Translator
from locales.clauses import cited
from locales.dates import clock_time, day_numbers, day_short, duration, relative_day
from notifications.compose.context import Context, fitted
from notifications.compose.duties import line_of
from notifications.letter import Act, Buttons, Letter, LetterButton

WITH_BUTTONS = 5
LISTED = 8
"""Lessons of a section that are named: a list to act on, not a wall; the journal shows all of them."""
TASK_SHOWN = 40
_MINUTES_SHOWN = 90
_A_MOMENT = timedelta(microseconds=1)
_NEAR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed now: of the lessons that forms are about, with the plan's tasks; of people who get lists, and what
    these owe besides lessons' records.
    """

    lessons: Mapping[LessonId, LessonDuties]
    tasks: Mapping[LessonId, str]
    people: Mapping[PersonId, Sequence[LessonDuties]]
    others: Mapping[PersonId, Sequence[Line]] = field(default_factory=dict)


def lesson_form(ctx: Context, draft: Draft, owed: Owed) -> Letter | None:
    """Give the form at a lesson's end: all that it lacks; None once its homework was given."""
    lesson = _mine(draft, owed)
    homework = lesson.about(Matter.HOMEWORK) if lesson else None
    if lesson is None or homework is None or homework.state is DutyState.OVERDUE:
        return None
    tr, year = ctx.words(draft), ctx.year(draft)
    parts = ", ".join(tr(f"notice-part-{duty.rule.about.value.replace('.', '-')}") for duty in lesson.duties)
    lines = (
        tr("notice-lesson-lacks", parts=Markup(parts)),
        tr("notice-homework-due", until=_until(tr, homework, year.school.zone, ctx.now)),
        tr("notice-clause", clause=cited(tr, (homework.rule.clause,))),
    )
    rows = (row for duty in lesson.duties for row in _rows(duty, lesson.facts, owed.tasks))
    return Letter(fitted(tr, tr("notice-lesson", **_lesson(tr, lesson.facts)), lines), tuple(rows), silent=True)


def homework_form(ctx: Context, draft: Draft, owed: Owed) -> Letter | None:
    """Give the form an hour before homework is due; None once it was given, or when the hour is over."""
    lesson = _mine(draft, owed)
    duty = lesson.about(Matter.HOMEWORK) if lesson else None
    if lesson is None or duty is None or duty.state is DutyState.OVERDUE:
        return None
    tr, year = ctx.words(draft), ctx.year(draft)
    first = tr("notice-homework-missing", left=_left(tr, duty.due_at - ctx.now), **_lesson(tr, lesson.facts))
    lines = (
        tr("notice-homework-due", until=_until(tr, duty, year.school.zone, ctx.now)),
        tr("notice-clause", clause=cited(tr, (duty.rule.clause,))),
    )
    return Letter(fitted(tr, first, lines), _homework_rows(lesson.facts, owed.tasks), silent=draft.silent)


def duty_list(ctx: Context, draft: Draft, owed: Owed) -> Letter | None:
    """Give everything that falls due today, or before the days off, and in the morning all that is overdue."""
    if draft.person is None:
        return None
    tr, year = ctx.words(draft), ctx.year(draft)
    morning = draft.payload["stage"] == NudgeStage.LAST_DAY.value
    mine = owed.people.get(draft.person, ())
    late = [each for each in (_only(lesson, lesson.overdue) for lesson in mine) if each.duties] if morning else []
    soon = [each for each in (_only(lesson, _falling(lesson, year, ctx.now)) for lesson in mine) if each.duties]
    others = owed.others.get(draft.person, ()) if morning else ()
    due, over = _others(others, year, ctx.now)
    if not (late or soon or due or over):
        return None
    lines = [
        *_section(tr, "notice-soon", soon, ctx, year),
        *_section(tr, "notice-overdue", late, ctx, year),
        *_other_section(tr, "notice-others-soon", due, year.today(ctx.now)),
        *_other_section(tr, "notice-others-overdue", over, year.today(ctx.now)),
    ]
    clauses = [duty.rule.clause for lesson in (*soon, *late) for duty in lesson.duties]
    cites = tr("notice-clause", clause=cited(tr, clauses)) if clauses else None
    buttons = _list_buttons(tr, (*soon, *late)) if soon or late else ()
    more = ((LetterButton("notice-button-my-duties", Act.MY_DUTIES),),) if due or over else ()
    title = tr("notice-duties") if soon or late else tr("notice-own-duties")
    return Letter(text=fitted(tr, title, lines, cites), buttons=(*buttons, *more))


def _others(lines: Sequence[Line], year: SchoolYear, now: datetime) -> tuple[list[Line], list[Line]]:
    """What besides lessons' records falls due today, and what is overdue; the latter on days with lessons only."""
    today = year.today(now)
    due = [line for line in lines if is_reminded(line, today, now, year.calendar)]
    over = [line for line in lines if is_overdue(line, now)] if year.calendar.is_reminding_day(today) else []
    return due, over


def _other_section(tr: Translator, title: str, lines: Sequence[Line], today: date) -> list[Markup]:
    if not lines:
        return []
    more = [tr("notice-others-more", count=len(lines) - LISTED)] if len(lines) > LISTED else []
    return [Markup(""), tr(title, count=len(lines)), *(line_of(tr, line, today) for line in lines[:LISTED]), *more]


def _mine(draft: Draft, owed: Owed) -> LessonDuties | None:
    """What is owed for the form's lesson, unless a substitute owes it by now (JRN-13)."""
    lesson = owed.lessons.get(LessonId(draft.items[0].subject)) if draft.items else None
    return lesson if lesson and lesson.facts.lesson.keeper == draft.person else None


def _only(lesson: LessonDuties, duties: Iterable[Duty]) -> LessonDuties:
    return LessonDuties(lesson.facts, tuple(duties))


def _falling(lesson: LessonDuties, year: SchoolYear, now: datetime) -> Iterable[Duty]:
    """Open duties reminded of today for the last time; homework has its form an hour before."""
    zone = year.school.zone
    for duty in lesson.duties:
        stages = nudge_stages(duty, zone, year.calendar) if duty.state is DutyState.OPEN else []
        by_form = {NudgeStage.BEFORE_DUE} if duty.rule.about is Matter.HOMEWORK else set()
        last = {NudgeStage.LAST_DAY, NudgeStage.BEFORE_DUE} - by_form
        if any(
            each.stage in last and each.at <= now and local_day(each.at, zone) == year.today(now) for each in stages
        ):
            yield duty


def _section(
    tr: Translator, title: str, lessons: Sequence[LessonDuties], ctx: Context, year: SchoolYear
) -> list[Markup]:
    if not lessons:
        return []
    head = tr(title, count=sum(len(lesson.duties) for lesson in lessons))
    lines = [_list_line(tr, lesson, ctx.now, year.school.zone) for lesson in lessons[:LISTED]]
    more = [tr("notice-lessons-more", count=len(lessons) - LISTED)] if len(lessons) > LISTED else []
    return [Markup(""), head, *lines, *more]


def _list_line(tr: Translator, lesson: LessonDuties, now: datetime, zone: tzinfo) -> Markup:
    """What a lesson lacks, by terms: homework's is hours, the others' are days."""
    terms: dict[Markup, list[Markup]] = {}
    for duty in sorted(lesson.duties, key=lambda duty: duty.due_at):
        part = tr(f"notice-part-{duty.rule.about.value.replace('.', '-')}")
        terms.setdefault(_until(tr, duty, zone, now), []).append(part)
    parts = "; ".join(
        tr("notice-duty-parts", parts=Markup(", ".join(parts)), until=until) for until, parts in terms.items()
    )
    day = day_short(tr, lesson.facts.lesson.day)
    return tr("notice-duty-line", day=day, parts=Markup(parts), **_lesson(tr, lesson.facts))


def _lesson(tr: Translator, facts: LessonFacts) -> dict[str, str | int]:
    klass = tr("notice-subgroup", klass=facts.klass, name=facts.subgroup) if facts.subgroup else facts.klass
    return {"klass": klass, "subject": facts.subject, "number": facts.lesson.number}


def _until(tr: Translator, duty: Duty, zone: tzinfo, now: datetime) -> Markup:
    due, today = duty.due_at.astimezone(zone), local_day(now, zone)
    day = local_day(duty.due_at - _A_MOMENT, zone)
    named = relative_day(tr, day, today) if abs(day - today) <= _NEAR else day_short(tr, day)
    if day != due.date():
        return tr("notice-until-day-end", day=named)
    return tr("notice-until-time", day=named, time=clock_time(tr, due))


def _left(tr: Translator, span: timedelta) -> Markup:
    minutes = -(-int(span.total_seconds()) // 60)
    if minutes <= _MINUTES_SHOWN:
        return tr("notice-minutes-left", minutes=minutes)
    return tr("notice-time-left", time=duration(tr, span))


def _homework_rows(facts: LessonFacts, tasks: Mapping[LessonId, str]) -> Buttons:
    lesson = (facts.lesson.id,)
    plain = (
        LetterButton("notice-button-no-homework", Act.HOMEWORK_NONE, lesson),
        LetterButton("notice-button-write-homework", Act.HOMEWORK_WRITE, lesson),
    )
    return (*_plan_row(facts, tasks), plain)


def _plan_row(facts: LessonFacts, tasks: Mapping[LessonId, str]) -> Buttons:
    task = tasks.get(facts.lesson.id, "")
    if not task:
        return ()
    shown = task if len(task) <= TASK_SHOWN else f"{task[: TASK_SHOWN - 1]}…"
    return ((LetterButton("notice-button-plan", Act.HOMEWORK_PLAN, (facts.lesson.id,), {"task": shown}),),)


def _rows(duty: Duty, facts: LessonFacts, tasks: Mapping[LessonId, str]) -> Buttons:
    lesson = (facts.lesson.id,)
    match duty.rule.about:
        case Matter.ATTENDANCE:
            take = LetterButton("notice-button-attendance", Act.TAKE_ATTENDANCE, lesson)
            return ((take, LetterButton("notice-button-all-present", Act.ALL_PRESENT, lesson)),)
        case Matter.TOPIC:
            return ((LetterButton("notice-button-topic", Act.SET_TOPIC, lesson),),)
        case Matter.HOMEWORK:
            nothing = LetterButton("notice-button-homework-none", Act.HOMEWORK_NONE, lesson)
            write = LetterButton("notice-button-homework-write", Act.HOMEWORK_WRITE, lesson)
            return (*_plan_row(facts, tasks), (nothing, write))
        case Matter.MARKS:
            nobody = LetterButton("notice-button-no-marks", Act.NO_MARKS, lesson)
            return ((LetterButton("notice-button-set-marks", Act.SET_MARKS, lesson), nobody),)
        case Matter.LONG_CHECK:
            return ((LetterButton("notice-button-set-marks", Act.SET_MARKS, lesson),),)
        case _:
            return ()


_STRAIGHT_TO = {
    Matter.ATTENDANCE: Act.TAKE_ATTENDANCE,
    Matter.TOPIC: Act.SET_TOPIC,
    Matter.HOMEWORK: Act.HOMEWORK_WRITE,
    Matter.MARKS: Act.SET_MARKS,
    Matter.LONG_CHECK: Act.SET_MARKS,
}


def _list_buttons(tr: Translator, lessons: Iterable[LessonDuties]) -> Buttons:
    """The first lessons, each straight to what it lacks; then the way to all the rest."""
    lacking: dict[LessonId, list[LessonDuties]] = {}
    for lesson in lessons:
        lacking.setdefault(lesson.facts.lesson.id, []).append(lesson)
    shown = list(lacking.values())[:WITH_BUTTONS]
    rows = [(_list_button(tr, parts[0].facts, [duty for part in parts for duty in part.duties]),) for parts in shown]
    return (*rows, (LetterButton("notice-button-today", Act.TODAY),))


def _list_button(tr: Translator, facts: LessonFacts, duties: Sequence[Duty]) -> LetterButton:
    act = _STRAIGHT_TO[duties[0].rule.about] if len(duties) == 1 else Act.OPEN_LESSON
    named = _lesson(tr, facts)
    args = {"klass": named["klass"], "subject": facts.subject, "day": day_numbers(tr, facts.lesson.day)}
    return LetterButton("notice-button-lesson", act, (facts.lesson.id,), args)
