"""A mark to ask about, an appeal as each side sees it, and the deputy's list of those that wait (DIA-11)."""

from collections.abc import Iterator

from bot.callbacks import number_of
from bot.callbacks.appeals import (
    AppealPress,
    AppealsPress,
    ExplainPress,
    FilePress,
    FileWordsPress,
    ForwardPress,
    MarkCardPress,
    PermitPress,
)
from bot.callbacks.family import NOW, DayPress, LessonPress, SubjectMarksPress
from bot.callbacks.marks import PupilPress
from bot.screen import Button, Screen
from bot.screens.family_frame import heading as child_heading
from bot.screens.family_frame import label, menu_row
from bot.screens.family_lesson import work_text
from bot.screens.family_marks import day_within
from bot.screens.home import back
from bot.screens.teacher_words import heading, mark_text
from bot.widgets.fitting import clip
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.appeal import AppealCase, AppealReason, AppealSide, AppealState, AppealView, MarkCard
from core.model.diary import DiaryDay, GivenMark
from core.model.ids import SchoolId
from core.model.journal import LessonFacts
from core.model.people import Role
from core.model.progress import Progress
from locales import Markup, Translator
from locales.clauses import cited
from locales.dates import day_and_month, day_short, moment

Row = tuple[Button, ...]

_MARKS, _DAY_MARKS, _CASES = 18, 20, 6
_LABEL = 40
# What needs no typing; anything else is said in words.
_READY = tuple(reason for reason in AppealReason if reason is not AppealReason.OTHER)


def choose_mark(tr: Translator, progress: Progress) -> Screen:
    """Give the latest marks of a subject as buttons: older ones are past asking about."""
    span, each = progress.span, progress.subjects[0]
    child, period = progress.child.id, span.period.id if span else NOW
    buttons = [_choice(tr, child, mark) for mark in tuple(reversed(each.marks))[:_MARKS]]
    back_to = SubjectMarksPress(child=child, subject=each.subject.id, period=period)
    leave = (Button(tr.plain("appeal-back-to-marks"), back_to), *menu_row(tr))
    day = day_within(span, progress.today) if span else progress.today
    text = f"{child_heading(tr, progress.child, day)}\n{tr('appeal-choose', subject=each.subject.name)}"
    return Screen(text, (*in_rows(buttons, 2), leave))


def choose_of_day(tr: Translator, diary: DiaryDay) -> Screen:
    """Give the marks of a day as buttons, in the order of its lessons."""
    child, day = diary.child, diary.page.day
    buttons = [
        Button(
            tr.plain("appeal-choice-of-day", subject=label(entry.lesson.subject), mark=tr(f"mark-{mark.value}")),
            MarkCardPress(child=child.id, mark=mark.id),
        )
        for entry in diary.page.entries
        for mark in entry.marks
    ]
    back_to = Button(
        tr.plain("diary-back-to-day", day=day_short(tr, day)), DayPress(child=child.id, day=number_of(day))
    )
    text = f"{child_heading(tr, child, day)}\n{tr('appeal-choose-of-day', day=day_short(tr, day))}"
    return Screen(text, (*in_rows(buttons[:_DAY_MARKS], 2), (back_to, *menu_row(tr))))


def _choice(tr: Translator, child: int, mark: GivenMark) -> Button:
    shown = tr.plain("appeal-choice", day=day_short(tr, mark.day), mark=tr(f"mark-{mark.value}"))
    return Button(shown, MarkCardPress(child=child, mark=mark.id))


def mark_card(tr: Translator, card: MarkCard, *, toast: str = "") -> Screen:
    """Give a mark with what the family may say of it."""
    child, mark = card.child.id, card.mark.id
    rows: list[Row] = []
    if card.may_file and not card.refused:
        rows += [(Button(tr.plain(f"appeal-reason-{each}"), _file(child, mark, each)),) for each in _READY]
        rows.append((Button(tr.plain("appeal-button-words"), FileWordsPress(child=child, mark=mark)),))
    if card.appeal is not None and card.may_file:
        rows.append((Button(tr.plain("appeal-button-open"), AppealPress(appeal=card.appeal.id)),))
    lesson = Button(tr.plain("appeal-button-lesson"), LessonPress(child=child, lesson=card.mark.lesson))
    ways = (_to_marks(tr, child, card.lesson.lesson.subject), lesson)
    return Screen("\n\n".join(_card_text(tr, card)), (*rows, ways, menu_row(tr)), toast)


def _to_marks(tr: Translator, child: int, subject: int) -> Button:
    return Button(tr.plain("appeal-back-to-marks"), SubjectMarksPress(child=child, subject=subject, period=NOW))


def _file(child: int, mark: int, reason: AppealReason) -> FilePress:
    return FilePress(child=child, mark=mark, reason=reason)


def _card_text(tr: Translator, card: MarkCard) -> Iterator[Markup]:
    facts, mark = card.lesson, card.mark
    title = tr("appeal-mark", mark=tr(f"mark-{mark.value}-full"), kind=work_text(tr, mark, _LABEL))
    yield Markup("\n".join((child_heading(tr, card.child, mark.day), _lesson_line(tr, facts), title)))
    written = moment(tr, card.written_at, facts.rules.zone, card.today)
    yield (
        tr("appeal-written", moment=written, code=card.code) if card.code else tr("appeal-written-only", moment=written)
    )
    if not card.may_file:
        return
    values = {"until": day_and_month(tr, card.until), "clause": cited(tr, (card.clause,))}
    if card.refused:
        yield tr(f"appeal-note-{card.refused.removeprefix('appeal-')}", **values)
    else:
        yield tr("appeal-what-is-wrong", **values)


def _lesson_line(tr: Translator, facts: LessonFacts) -> Markup:
    """The lesson as a family knows it: whose class it is, they have read in the line above."""
    lesson, teacher = facts.lesson, (facts.substitute or facts.teacher).full
    day = day_short(tr, lesson.day)
    return tr("appeal-lesson", subject=facts.subject, day=day, number=lesson.number, teacher=teacher)


def appeal(tr: Translator, view: AppealView, *, toast: str = "") -> Screen:
    """Give an appeal as its family, its teacher or a deputy sees it, with what that side may do."""
    case, side = view.case, view.side
    if side is AppealSide.FAMILY:
        marks = _to_marks(tr, case.appeal.student, case.facts.lesson.subject)
        rows: list[Row] = [(marks, *menu_row(tr))]
    elif side is AppealSide.TEACHER:
        rows = [*_actions(tr, view), back(tr, Role.TEACHER)]
    else:
        waiting = Button(tr.plain("appeal-button-list"), AppealsPress(school=case.appeal.school))
        rows = [*_actions(tr, view), (waiting,), back(tr, Role.DEPUTY)]
    return Screen("\n\n".join(_case_text(tr, case, side)), tuple(rows), toast)


def _actions(tr: Translator, view: AppealView) -> Iterator[Row]:
    case = view.case
    if case.appeal.state.ended:
        return
    key = case.appeal.id
    explain = Button(tr.plain("appeal-button-explain"), ExplainPress(appeal=key))
    if view.side is AppealSide.DEPUTY:
        if case.appeal.state is not AppealState.PERMITTED:
            yield (Button(tr.plain("appeal-button-permit"), PermitPress(appeal=key)),)
        yield (explain,)
        return
    if view.corrigible:
        correct = PupilPress(work=case.work, student=case.appeal.student)
        yield (Button(tr.plain("appeal-button-correct"), correct),)
    yield (explain,)
    if case.appeal.state is AppealState.OPEN:
        yield (Button(tr.plain("appeal-button-forward"), ForwardPress(appeal=key)),)


def _case_text(tr: Translator, case: AppealCase, side: AppealSide) -> Iterator[Markup]:
    appeal, facts = case.appeal, case.facts
    mark, kind = tr(f"mark-{appeal.value}"), _kind(tr, case)
    if side is AppealSide.FAMILY:
        child = tr("diary-heading", child=case.student.spoken, klass=facts.klass)
        yield Markup("\n".join((child, _lesson_line(tr, facts), tr("appeal-mark", mark=mark, kind=kind))))
    else:
        given = tr("appeal-given", student=case.student.short, mark=mark, kind=kind)
        yield Markup("\n".join((heading(facts, tr), given)))
    yield said(tr, case, "own" if side is AppealSide.FAMILY else case.appeal.side)
    yield state_line(tr, case)
    if side is AppealSide.TEACHER and appeal.state is AppealState.OPEN:
        yield tr("appeal-teacher-how")


def _kind(tr: Translator, case: AppealCase) -> str:
    name = tr(f"work-kind-{case.kind}")
    return tr("grading-work-titled", kind=name, title=clip(case.title, _LABEL)) if case.title else name


def said(tr: Translator, case: AppealCase, by: str) -> Markup:
    """Give what is said to be wrong, by a student or a guardian; to whoever may be `own`."""
    words = case.appeal.words or tr(f"appeal-reason-{case.appeal.reason}")
    return tr("appeal-said", by=by, words=words)


def state_line(tr: Translator, case: AppealCase) -> Markup:
    """Give where an appeal stands, with the answer where there is one."""
    appeal = case.appeal
    now = mark_text(case.now_value, tr)
    return tr(
        f"appeal-state-{appeal.state}", until=day_and_month(tr, case.due_on), mark=now, words=appeal.answer or now
    )


def prompt(tr: Translator, text: Markup, cancel: MarkCardPress | AppealPress) -> Screen:
    """Ask for something typed."""
    return Screen(text, ((Button(tr.plain("teacher-button-cancel"), cancel),),))


def open_appeals(tr: Translator, school: SchoolId, cases: tuple[AppealCase, ...], number: int) -> Screen:
    """Give a deputy the appeals that wait."""
    page = page_of(cases, number, _CASES)
    rows = [(_case_button(tr, case),) for case in page.items]
    turning = pager_row(tr, page, lambda at: AppealsPress(school=school, page=at))
    text = tr("appeal-list", count=len(cases)) if cases else tr("appeal-list-none")
    return Screen(text, tuple(row for row in (*rows, turning, back(tr, Role.DEPUTY)) if row))


def _case_button(tr: Translator, case: AppealCase) -> Button:
    lesson = case.facts
    shown = tr.plain(
        "appeal-list-button",
        klass=lesson.klass,
        subject=clip(lesson.subject, 16),
        student=case.student.initials,
        until=day_short(tr, case.due_on),
    )
    return Button(shown, AppealPress(appeal=case.appeal.id))
