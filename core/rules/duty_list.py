"""Every duty of a school at an instant: each row of its regulation with each of its occasions (REG-2, CTL-1)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from core.model.duty import Duty, LessonRecord
from core.model.ids import PersonId
from core.model.lesson import Lesson, LessonState
from core.model.people import Role
from core.model.regulation import LESSON_PARTS, Exemption, Matter, Rule
from core.model.term import TermKind
from core.rules.duties import LessonRows, lesson_subject
from core.rules.duty_cycles import Taught, cyclic
from core.rules.duty_frame import OF_THE_YEAR, Frame, Occasion, at, pardoned, settled
from core.rules.duty_happenings import happening, remarks, substitutions
from core.rules.duty_periods import exam_marks, final_results, periodic, year_marks
from core.rules.duty_setup import Setup, yearly

CYCLES = frozenset({TermKind.DAILY, TermKind.WEEKLY, TermKind.WEEKLY_AHEAD, TermKind.MONTHLY})
OF_LESSONS = frozenset(
    {
        TermKind.LESSON_DAY_AT,
        TermKind.LESSON_DAY_END,
        TermKind.HOURS_AFTER_CLASSES,
        TermKind.DAYS_AFTER_LESSON,
        TermKind.WORKING_DAYS_AFTER_LESSON,
        TermKind.DAYS_BEFORE_LESSON,
    }
)
OF_PERIODS = frozenset(
    {
        TermKind.DAYS_AFTER_PERIOD_END,
        TermKind.DAYS_BEFORE_PERIOD_END,
        TermKind.ON_PERIOD_END,
        TermKind.DAYS_BEFORE_PERIOD_START,
        TermKind.ONCE_PER_PERIOD,
    }
)
ONE_THING = frozenset({*LESSON_PARTS, Matter.ACCOUNT, Matter.OWN_ACCOUNT, Matter.PERIOD_MARK})
"""Matters of which several rows ask one holder for the same thing: the earlier binds (REG-7)."""


def every_duty(rules: Iterable[Rule], exempt: bool, frame: Frame) -> list[Duty]:
    """Give every duty of the frame by when it falls due; `exempt`: the school was in «Дневник.ру» before."""
    asked = [rule for rule in rules if not (exempt and rule.exempt_if is Exemption.DNEVNIK)]
    others = [rule for rule in asked if rule.about not in LESSON_PARTS]
    found = [*_of_lessons([rule for rule in asked if rule.about in LESSON_PARTS], frame), *_of_others(others, frame)]
    pardons = frame.facts.pardons
    if pardons:
        found = [pardoned(duty, pardons, frame.now) for duty in found]
    return sorted(found, key=lambda duty: (duty.due_at, duty.rule.id))


def _of_lessons(rows: Sequence[Rule], frame: Frame) -> Iterator[Duty]:
    if not rows:
        return
    reckoned = LessonRows(rows, frame.calendar, frame.zone)
    for record in frame.facts.lessons:
        lesson = record.lesson
        if lesson.day < frame.kept_from or (lesson.starts_at > frame.now and not _begun(lesson)):
            continue
        for duty in reckoned.duties(record, frame.now):
            if frame.touches(duty):
                yield duty


def _begun(lesson: Lesson) -> bool:
    return any((lesson.attendance_at, lesson.topic_at, lesson.homework_at, lesson.marks_at))


def _of_others(rules: Sequence[Rule], frame: Frame) -> Iterator[Duty]:
    setup, taught = Setup(frame.facts), Taught(frame)
    one: dict[tuple[object, ...], Duty] = {}
    for rule in rules:
        for occasion in _occasions(rule, frame, setup, taught):
            duty = settled(occasion, frame)
            if duty is None:
                continue
            if rule.about not in ONE_THING:
                if frame.touches(duty):
                    yield duty
                continue
            key = (rule.about, duty.subject.key, rule.holders[0] if rule.about is Matter.ACCOUNT else None)
            if key not in one or _binds_before(duty, one[key]):
                one[key] = duty
    yield from filter(frame.touches, one.values())


def _binds_before(duty: Duty, other: Duty) -> bool:
    return (not duty.rule.binding, duty.due_at) < (not other.rule.binding, other.due_at)


def _occasions(rule: Rule, frame: Frame, setup: Setup, taught: Taught) -> Iterator[Occasion]:
    kind, about = rule.due.kind, rule.about
    if about in _BY_MATTER:
        return (
            _BY_MATTER[about](rule, frame) if about is not Matter.REMARK or Role.TEACHER in rule.holders else iter(())
        )
    if kind in CYCLES:
        return cyclic(rule, frame, taught)
    if kind in OF_PERIODS:
        return periodic(rule, frame, setup)
    if kind in OF_LESSONS:
        return _planned(rule, frame, taught)
    return yearly(rule, frame, setup) if kind in OF_THE_YEAR else happening(rule, frame)


_BY_MATTER: Mapping[Matter, Callable[[Rule, Frame], Iterator[Occasion]]] = {
    Matter.REMARK: remarks,
    Matter.SUBSTITUTION: substitutions,
    Matter.YEAR_MARK: year_marks,
    Matter.EXAM_MARK: exam_marks,
    Matter.RESULT: final_results,
}
"""Matters that are always about the same things, whatever the term."""


def _planned(rule: Rule, frame: Frame, taught: Taught) -> Iterator[Occasion]:
    """Give lessons whose topics are to be in the plan before they are given [001 3.3]."""
    plans = taught.plans(frame)
    for record in frame.facts.lessons:
        lesson = record.lesson
        if lesson.state is LessonState.PLANNED and record.students and lesson.day >= frame.kept_from:
            done_at = plans.planned_at(lesson, frame.start(frame.calendar.year_start))
            anchors = replace(frame.anchors(), lesson_day=lesson.day, classes_end=record.classes_end)
            yield Occasion(rule, lesson_subject(lesson), _keepers(rule, record, frame), anchors, record=at(done_at))


def _keepers(rule: Rule, record: LessonRecord, frame: Frame) -> tuple[PersonId, ...]:
    klass = frame.facts.klasses.get(record.lesson.klass)
    own = klass.teacher if klass and Role.CLASS_TEACHER in rule.holders else None
    return tuple(dict.fromkeys(person for person in (record.lesson.keeper, own) if person is not None))
