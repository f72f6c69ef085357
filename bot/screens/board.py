"""The board of duties: lines by teacher, class or rule, the worst first; each leads on to the lessons (CTL-1)."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from bot.callbacks import Press
from bot.callbacks.board import (
    BoardKlassPress,
    BoardPress,
    BoardRulePress,
    BoardTeacherPress,
    KlassDutiesPress,
    TeacherDutiesPress,
)
from bot.callbacks.control import RemarksPress, WriteRemarkPress
from bot.callbacks.duties import DutyPress
from bot.callbacks.home import HomePress
from bot.callbacks.signals import GapPress
from bot.callbacks.teacher import LessonPress
from bot.screen import Button, Screen
from bot.screens.home import Row
from bot.widgets.duty_buttons import about, board_place
from bot.widgets.duty_words import subject_in_words
from bot.widgets.pager import in_rows, page_of, pager_row
from bot.widgets.terms import holder_in_words
from core.model.board import Board, BoardBy, BoardDuties, BoardLesson, BoardLine, BoardOf, BoardPart, BoardSpan, Tally
from core.model.board import rule_number as number
from core.model.duty import Duty, DutyState
from core.model.regulation import LESSON_PARTS, Rule
from locales import Markup, Translator, dates
from locales.clauses import cited

PAGE = 8
RULES_PAGE = 6
PART_PAGE = 5
DUTIES_PAGE = 6
# A class teacher tells of the colleagues furthest behind; of a class's many not all are listed.
TOLD_OF = 3
PEOPLE = 12


def board(value: Board, at: int, tr: Translator) -> Screen:
    """Show a school's board."""
    page = page_of(value.lines, at, RULES_PAGE if value.by is BoardBy.RULE else PAGE)
    head = [
        tr("board-title", school=value.name),
        _span(value.span, value.first, value.last, tr),
        tr(f"board-counted-{value.of.name.lower()}"),
    ]
    lines = [_line(one, tr) for one in page.items] or [tr("board-empty")]
    text = "\n".join([*head, _total(value.total, tr), "", *lines, *(["", tr("board-legend")] if value.lines else [])])
    buttons = [Button(_label(one, tr), _press(value, one)) for one in page.items]
    turning = pager_row(
        tr, page, lambda to: BoardPress(school=value.school, span=value.span, by=value.by, of=value.of, page=to)
    )
    rows = [
        *in_rows(buttons, 1 if value.by is BoardBy.RULE else 2),
        *((turning,) if turning else ()),
        _views(value, tr),
        _kinds(value.of, lambda of: BoardPress(school=value.school, span=value.span, by=value.by, of=of), tr),
        _spans(value.span, lambda span: BoardPress(school=value.school, span=span, by=value.by, of=value.of), tr),
        (Button(tr.plain("home-back"), HomePress()),),
    ]
    return Screen(text, tuple(rows))


def _press(value: Board, one: BoardLine) -> Press:
    if isinstance(one.key, str):
        return BoardRulePress(school=value.school, rule=number(one.key), span=value.span)
    if value.by is BoardBy.KLASS:
        return BoardKlassPress(klass=one.key, span=value.span, of=value.of)
    return BoardTeacherPress(teacher=one.key, span=value.span, of=value.of)


def _views(value: Board, tr: Translator) -> Row:
    return tuple(
        Button(
            _chosen(tr.plain(f"board-by-{by.name.lower()}"), value.by is by, tr),
            BoardPress(school=value.school, span=value.span, by=by, of=value.of),
        )
        for by in BoardBy
    )


def _kinds(here: BoardOf, press: Callable[[BoardOf], Press], tr: Translator) -> Row:
    return tuple(Button(_chosen(tr.plain(f"board-of-{of.name.lower()}"), of is here, tr), press(of)) for of in BoardOf)


def _spans(here: BoardSpan, press: Callable[[BoardSpan], Press], tr: Translator) -> Row:
    return tuple(
        Button(_chosen(tr.plain(f"board-span-{span.name.lower()}"), span is here, tr), press(span))
        for span in BoardSpan
    )


def _chosen(label: str, chosen: bool, tr: Translator) -> str:
    return tr.plain("home-tab-chosen", tab=label) if chosen else label


def _span(span: BoardSpan, first: date, last: date, tr: Translator) -> Markup:
    return tr(
        "board-days", span=tr.plain(f"board-span-{span.name.lower()}-words"), days=dates.day_range(tr, first, last)
    )


def _total(tally: Tally, tr: Translator) -> Markup:
    if tally.in_time is None:
        return tr("board-total-none", open=tally.open)
    return tr("board-total", percent=tally.in_time, counts=_counts(tally, tr))


def _counts(tally: Tally, tr: Translator) -> Markup:
    shown = (
        ("overdue", tally.overdue),
        ("open", tally.open),
        ("late", tally.late),
        ("paused", tally.paused),
        ("done", tally.done),
    )
    return Markup(" ".join(tr(f"board-count-{name}", count=count) for name, count in shown if count))


def _line(one: BoardLine, tr: Translator) -> Markup:
    return tr("board-line", name=_name(one, tr), counts=_counts(one.tally, tr))


def _name(one: BoardLine, tr: Translator) -> str:
    if one.rule is None:
        return one.name
    title = rule_title(one.rule, tr)
    if one.rule.about in LESSON_PARTS:
        return title
    # Several roles may be asked for the same, each by a rule of its own.
    return tr.plain("board-rule-of", rule=title, holder=holder_in_words(tr, one.rule.holders[0]))


def rule_title(rule: Rule, tr: Translator) -> str:
    """Give what a rule asks for in words."""
    return tr.plain(f"rule-{rule.title}")


def _label(one: BoardLine, tr: Translator) -> str:
    sign = "overdue" if one.tally.overdue else "open" if one.tally.open else "done"
    return tr.plain(f"board-label-{sign}", name=_name(one, tr), count=one.tally.overdue or one.tally.open)


def part(value: BoardPart, at: int, tr: Translator) -> Screen:
    """Show what the board has of one teacher, class or rule."""
    page = page_of(value.lines, at, PART_PAGE)
    lines: list[str] = [_part_title(value, tr), _span(value.span, value.first, value.last, tr)]
    if value.rule is None:
        lines.append(tr(f"board-counted-{value.of.name.lower()}"))
    lines.append(_total(value.total, tr))
    if value.remarks:
        lines.append(tr("board-remarks", count=value.remarks))
    lines += ["", *(_line(one, tr) for one in page.items)] if page.items else ["", tr("board-empty")]
    if value.people:
        lines += ["", tr("board-people"), *(_line(one, tr) for one in value.people[:PEOPLE])]
    buttons = tuple(((Button(_label(one, tr), _part_press(value, one))),) for one in page.items)
    turning = pager_row(tr, page, lambda to: _again(value, value.span, value.of, to))
    rows = [*buttons, *((turning,) if turning else ()), *_part_acts(value, tr)]
    if value.rule is None:
        rows.append(_kinds(value.of, lambda of: _again(value, value.span, of), tr))
    rows.append(_spans(value.span, lambda span: _again(value, span, value.of), tr))
    rows.append(_back(value, tr))
    return Screen("\n".join(lines), tuple(rows))


def _part_title(value: BoardPart, tr: Translator) -> Markup:
    if value.rule is not None:
        clause = cited(tr, (value.rule.clause,))
        return tr("board-rule-title", rule=rule_title(value.rule, tr), clause=clause, school=value.name)
    return tr("board-part-title", name=value.name)


def _part_press(value: BoardPart, one: BoardLine) -> Press:
    rule = number(one.key) if isinstance(one.key, str) else number(str(value.key))
    if value.by is BoardBy.KLASS and isinstance(value.key, int):
        return KlassDutiesPress(klass=value.key, rule=rule, span=value.span)
    teacher = value.key if isinstance(value.key, int) else one.key
    assert isinstance(teacher, int)  # noqa: S101 - lines about a rule are teachers
    return TeacherDutiesPress(teacher=teacher, rule=rule, span=value.span)


def _again(value: BoardPart, span: BoardSpan, of: BoardOf, page: int = 0) -> Press:
    if isinstance(value.key, str):
        return BoardRulePress(school=value.school, rule=number(value.key), span=span, page=page)
    if value.by is BoardBy.KLASS:
        return BoardKlassPress(klass=value.key, span=span, page=page, of=of)
    return BoardTeacherPress(teacher=value.key, span=span, page=page, of=of)


def _part_acts(value: BoardPart, tr: Translator) -> list[Row]:
    if value.may_tell and isinstance(value.key, int):
        late = [one for one in value.people if one.tally.overdue and isinstance(one.key, int)][:TOLD_OF]
        return [
            (Button(tr.plain("gap-button", name=one.name), GapPress(klass=value.key, teacher=int(one.key))),)
            for one in late
        ]
    if value.by is not BoardBy.TEACHER or not isinstance(value.key, int):
        return []
    row = []
    if value.may_remark:
        row.append(Button(tr.plain("board-remark-button"), WriteRemarkPress(teacher=value.key)))
    if value.remarks and value.may_remark:
        row.append(Button(tr.plain("control-remarks-button"), RemarksPress(school=value.school)))
    return [tuple(row)] if row else []


def _back(value: BoardPart, tr: Translator) -> Row:
    if not value.whole_school:
        return (Button(tr.plain("home-back"), HomePress()),)
    return (
        Button(tr.plain("board-back"), BoardPress(school=value.school, span=value.span, by=value.by, of=_kind(value))),
    )


def _kind(value: BoardPart) -> BoardOf:
    if value.rule is None:
        return value.of
    return BoardOf.LESSONS if value.rule.about in LESSON_PARTS else BoardOf.OTHERS


def duties(value: BoardDuties, at: int, tr: Translator) -> Screen:
    """Show the duties of a teacher or a class by one rule, the worst first, with ways to the lessons."""
    page = page_of(value.duties, at, DUTIES_PAGE)
    lines = [
        _part_title(value.part, tr),
        tr("board-duties-rule", rule=rule_title(value.rule, tr), clause=cited(tr, (value.rule.clause,))),
        _span(value.part.span, value.part.first, value.part.last, tr),
        "",
        *([_duty(one, value, tr) for one in page.items] or [tr("board-empty")]),
    ]
    turning = pager_row(tr, page, lambda to: _same(value, to))
    rows = [
        *(row for row in (_ways(one, value, tr) for one in page.items) if row),
        *((turning,) if turning else ()),
        (
            Button(
                tr.plain("board-part-back", name=value.part.name), _again(value.part, value.part.span, value.part.of)
            ),
        ),
    ]
    return Screen("\n".join(lines), tuple(rows))


def _same(value: BoardDuties, page: int) -> Press:
    rule, key = number(value.rule.id), value.part.key
    assert isinstance(key, int)  # noqa: S101 - duties are shown of a teacher or of a class
    if value.part.by is BoardBy.KLASS:
        return KlassDutiesPress(klass=key, rule=rule, span=value.part.span, page=page)
    return TeacherDutiesPress(teacher=key, rule=rule, span=value.part.span, page=page)


def _lesson(one: Duty, value: BoardDuties) -> BoardLesson | None:
    return value.lessons.get(one.subject.lesson) if one.subject.lesson else None


def _duty(one: Duty, value: BoardDuties, tr: Translator) -> Markup:
    lesson = _lesson(one, value)
    what = _subject(lesson, one, value, tr)
    late = one.done_at if one.state is DutyState.DONE_LATE else None
    moment = _moment(late.astimezone(value.zone), tr) if late else _until(one.due_at.astimezone(value.zone), tr)
    return tr(f"board-duty-{one.state.value.replace('_', '-')}", what=what, moment=moment)


def _subject(lesson: BoardLesson | None, one: Duty, value: BoardDuties, tr: Translator) -> str:
    if lesson is None:
        return subject_in_words(tr, one.subject, value.names) if value.names else ""
    day = dates.day_short(tr, lesson.day)
    return tr.plain("board-lesson", day=day, number=lesson.number, klass=lesson.klass, subject=lesson.subject)


def _until(due: datetime, tr: Translator) -> str:
    # The end of a day is the midnight after it: people say the day itself.
    return dates.day_numbers(tr, due.date() - timedelta(days=1)) if due.time() == time() else _moment(due, tr)


def _moment(at: datetime, tr: Translator) -> str:
    return tr("time-moment", day=dates.day_numbers(tr, at.date()), time=dates.clock_time(tr, at))


def _ways(one: Duty, value: BoardDuties, tr: Translator) -> Row:
    """To the lesson, and to the duty itself where it may be pardoned; what no lesson shows leads to its card."""
    lesson, pardons = _lesson(one, value), value.part.may_pardon and one.done_at is None
    card = about(DutyPress, one, board=board_place(value.part.span, by_klass=value.part.by is BoardBy.KLASS))
    if lesson is None or one.subject.lesson is None:
        label = tr.plain("board-duty-button", what=_subject(lesson, one, value, tr))
        return (Button(label, card),) if pardons else ()
    day = dates.day_short(tr, lesson.day)
    label = tr.plain("board-lesson-button", day=day, klass=lesson.klass, subject=lesson.subject)
    row = [Button(label, LessonPress(lesson=one.subject.lesson), below=True)]
    if pardons:
        row.append(Button(tr.plain("board-pardon-button"), card))
    return tuple(row)
