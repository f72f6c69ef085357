"""A duty as buttons: to its card, and to where it is done."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from bot.callbacks import Press, number_of
from bot.callbacks.absence import NotePress
from bot.callbacks.board import KlassDutiesPress, TeacherDutiesPress
from bot.callbacks.control import RemarkPress
from bot.callbacks.data_check import DataCheckPress, DataNowPress
from bot.callbacks.duties import (
    DealPress,
    DonePress,
    DutyPress,
    EndPardonPress,
    PardonPress,
    PardonUntilPress,
)
from bot.callbacks.finals import FinalSheetPress, FinalsPress, code_of
from bot.callbacks.lesson_changes import ChangePress, SubstitutionPress
from bot.callbacks.marks import MarksPress
from bot.callbacks.notices import NewNoticePress
from bot.callbacks.plan import PlanPress, PlansPress
from bot.callbacks.signals import KlassTodayPress
from bot.callbacks.teacher import AttendancePress, HomeworkPress, LessonPress, TopicsPress
from core.model.board import BoardSpan, rule_number
from core.model.duty import Duty, DutySubject
from core.model.final_mark import FinalKind, TermKey
from core.model.ids import KlassId, LessonId
from core.model.notice import NoticeKind
from core.model.own_duties import DutyOf
from core.model.people import Role
from core.model.regulation import Matter
from core.regulation.overlay import row_number
from core.rules.duty_numbers import DutyNumbers, key_of, numbers_of

AnyDutyPress = DutyPress | DonePress | PardonPress | DealPress | PardonUntilPress | EndPardonPress
K = TypeVar("K", DutyPress, DonePress, PardonPress, DealPress, PardonUntilPress, EndPardonPress)


def about(kind: type[K], duty: Duty, **more: object) -> K:
    """Give a button's data of a kind for a duty."""
    numbers = numbers_of(duty.subject.key)
    return kind(row=row_number(duty.rule.id), **numbers._asdict(), **more)


def same(kind: type[K], press: AnyDutyPress, **more: object) -> K:
    """Give a button's data of another kind for the duty of one that was pressed."""
    return kind(row=press.row, kind=press.kind, number=press.number, cycle=press.cycle, at=press.at, **more)


def duty_of(press: AnyDutyPress) -> DutyOf:
    """Give the duty that was pressed."""
    return DutyOf(press.row, key_of(DutyNumbers(press.kind, press.number, press.cycle, press.at)))


_SPANS = tuple(BoardSpan)


def board_place(span: BoardSpan, *, by_klass: bool) -> int:
    """Give the number of a place on the board: duties of a teacher or of a class, in a span of days."""
    return 1 + _SPANS.index(span) + len(_SPANS) * by_klass


def back_to_board(duty: Duty, place: int) -> Press | None:
    """Give the button's data that leads back to a place on the board, that of the whole period where none is named.

    None for what stands on the board under no teacher and no class.
    """
    by_klass, at = divmod(place - 1, len(_SPANS)) if place else (0, _SPANS.index(BoardSpan.PERIOD))
    rule, span, klass = rule_number(duty.rule.id), _SPANS[at], duty.subject.klass
    if klass is not None and (by_klass or duty.holder is None):
        return KlassDutiesPress(klass=klass, rule=rule, span=span)
    return None if duty.holder is None else TeacherDutiesPress(teacher=duty.holder, rule=rule, span=span)


_LESSON: Mapping[Matter, Callable[[LessonId], Press]] = {
    Matter.HOMEWORK: lambda lesson: HomeworkPress(lesson=lesson),
    Matter.MARKS: lambda lesson: MarksPress(lesson=lesson),
    Matter.LONG_CHECK: lambda lesson: MarksPress(lesson=lesson),
    Matter.ATTENDANCE: lambda lesson: AttendancePress(lesson=lesson),
    Matter.TOPIC: lambda lesson: TopicsPress(lesson=lesson),
}
_BY_NUMBER: Mapping[Matter, Callable[[int], Press]] = {
    Matter.REMARK: lambda number: RemarkPress(remark=number),
    Matter.ABSENCE_REASON: lambda number: NotePress(note=number),
}
_FINALS = {
    Matter.PERIOD_MARK: FinalKind.PERIOD,
    Matter.YEAR_MARK: FinalKind.YEAR,
    Matter.EXAM_MARK: FinalKind.EXAM,
}


_NOTICES = (Matter.NOTICE_WEEK, Matter.NOTICE_PERIOD)
_PLANS = (Matter.PLAN, Matter.LESSON_PLAN)
_BY_KLASS: Mapping[Matter, Callable[[KlassId, date | None], Press]] = {
    Matter.ABSENCE_WEEK: lambda klass, _: KlassTodayPress(klass=klass),
    Matter.DATA_CHECK: lambda klass, day: (
        DataCheckPress(klass=klass, day=number_of(day)) if day else DataNowPress(klass=klass)
    ),
}


def place_of_work(duty: Duty) -> Press | None:
    """Give the button's data that leads to where a duty is done, None where that is not in the chat."""
    matter, subject = duty.rule.about, duty.subject
    if matter is Matter.SUBSTITUTION and subject.lesson is not None:
        keeps = Role.TEACHER in duty.rule.holders
        return SubstitutionPress(lesson=subject.lesson) if keeps else ChangePress(lesson=subject.lesson)
    if subject.lesson is not None:
        way = _LESSON.get(matter)
        return LessonPress(lesson=subject.lesson) if way is None else way(subject.lesson)
    if matter in _BY_NUMBER and subject.number:
        return _BY_NUMBER[matter](subject.number)
    if matter in _BY_KLASS and subject.klass is not None:
        return _BY_KLASS[matter](subject.klass, subject.day)
    if matter in _FINALS:
        return _finals(_FINALS[matter], subject)
    return _notice(duty) if matter in _NOTICES else _plan(subject) if matter in _PLANS else None


def _notice(duty: Duty) -> Press | None:
    kind = NoticeKind.WEEK if duty.rule.about is Matter.NOTICE_WEEK else NoticeKind.PLAIN
    klass, day = duty.subject.klass, duty.subject.day
    week = number_of(day) if kind is NoticeKind.WEEK and day is not None else 0
    return None if klass is None else NewNoticePress(klass=klass, kind=kind, week=week)


def _plan(subject: DutySubject) -> Press | None:
    if subject.group is not None:
        return PlanPress(group=subject.group)
    return PlansPress(klass=subject.klass) if subject.klass is not None else None


def place_to_look(duty: Duty) -> Press | None:
    """Give the button's data that shows what a duty is about to who may not do it: the lesson's card, not its forms."""
    lesson = duty.subject.lesson
    if lesson is not None:
        return LessonPress(lesson=lesson)
    # What is composed is nobody else's to look at.
    return None if duty.rule.about in (*_NOTICES, Matter.DATA_CHECK) else place_of_work(duty)


def _finals(kind: FinalKind, subject: DutySubject) -> Press:
    if subject.group is None:
        return FinalsPress(klass=subject.klass)
    period = subject.period if kind is FinalKind.PERIOD else None
    return FinalSheetPress(group=subject.group, term=code_of(TermKey(kind, period)))
