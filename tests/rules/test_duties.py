"""Duties of a lesson: what is owed, until when, and when it is reminded of."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.model.calendar import CalendarEntry, CalendarKind
from core.model.duty import Duty, DutyState, LessonRecord, NudgeStage
from core.model.ids import GroupId, KlassId, LessonId, PersonId, SchoolId, SubjectId, WorkId
from core.model.lesson import Lesson, LessonState, Work, WorkKind
from core.model.people import Role
from core.model.regulation import Matter, Rule
from core.model.school import Preset
from core.model.term import Term, TermKind
from core.regulation.loader import preset
from core.rules.calendar import SchoolCalendar
from core.rules.duties import lesson_duties, nudge_stages
from core.rules.terms import Anchors, due_of

MOSCOW = ZoneInfo("Europe/Moscow")
THURSDAY = date(2026, 10, 15)
FRIDAY = date(2026, 10, 16)
TEACHER, SUBSTITUTE = PersonId(3), PersonId(4)
CALENDAR = SchoolCalendar(
    [
        CalendarEntry("Каникулы", CalendarKind.VACATION, date(2026, 10, 24), date(2026, 11, 1)),
        CalendarEntry("Праздник", CalendarKind.PUBLIC_HOLIDAY, date(2026, 11, 4), date(2026, 11, 4)),
    ],
    5,
    date(2026, 9, 1),
    date(2027, 5, 31),
)


def at(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """A local time as an instant."""
    return datetime.combine(day, time(hour, minute, second), MOSCOW).astimezone(UTC)


def lesson(day: date = THURSDAY, starts: int = 9, **changes: object) -> Lesson:
    """A lesson of 45 minutes with nothing recorded."""
    blank = Lesson(
        id=LessonId(1),
        school=SchoolId(1),
        group=GroupId(1),
        klass=KlassId(1),
        grade=7,
        subject=SubjectId(1),
        day=day,
        number=2,
        starts_at=at(day, starts),
        ends_at=at(day, starts, 45),
        teacher=TEACHER,
        substitute=None,
        state=LessonState.PLANNED,
    )
    return replace(blank, **changes)  # type: ignore[arg-type]


def work(check_until: date | None, done_at: datetime | None = None, number: int = 8) -> Work:
    """A control work of the lesson."""
    return Work(WorkId(number), LessonId(1), WorkKind.CONTROL, 3, check_until=check_until, done_at=done_at)


def duties(record: LessonRecord | Lesson, now: datetime, which: Preset = Preset.MOSCOW_REGION) -> dict[Matter, Duty]:
    """The duties of a lesson by what they are about."""
    if isinstance(record, Lesson):
        record = LessonRecord(record, students=25)
    return {duty.rule.about: duty for duty in lesson_duties(preset(which).duties, record, CALENDAR, MOSCOW, now)}


LATER = at(THURSDAY, 15)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Term(TermKind.LESSON_DAY_AT, at=time(18)), at(THURSDAY, 18)),
        (Term(TermKind.LESSON_DAY_END), at(FRIDAY, 0)),
        (Term(TermKind.DAYS_AFTER_LESSON, days=2), at(date(2026, 10, 18), 0)),
        (Term(TermKind.HOURS_AFTER_CLASSES, hours=1), at(THURSDAY, 15, 10)),
        (Term(TermKind.CHECK_DAY_END), at(date(2026, 10, 23), 0)),
    ],
)
def test_due_terms(term: Term, expected: datetime) -> None:
    """REG-7: the lesson's day is not counted, the last day counts to its end."""
    known = Anchors(MOSCOW, THURSDAY, classes_end=at(THURSDAY, 14, 10), check_day=date(2026, 10, 22))
    assert due_of(term, known, CALENDAR) == expected


@pytest.mark.parametrize("kind", [TermKind.CHECK_DAY_END, TermKind.HOURS_AFTER_CLASSES])
def test_a_term_without_its_anchor_is_unknown(kind: TermKind) -> None:
    """Nothing is guessed where the day of checking or the end of classes isn't known."""
    assert due_of(Term(kind, hours=1), Anchors(MOSCOW, THURSDAY), CALENDAR) is None


def test_the_terms_of_the_moscow_region() -> None:
    """Homework till 18:00, the rest by the end of the second day [003 Д-9, Д-6]."""
    found = duties(lesson(), LATER)
    assert set(found) == {Matter.HOMEWORK, Matter.MARKS, Matter.ATTENDANCE, Matter.TOPIC}
    assert found[Matter.HOMEWORK].due_at == at(THURSDAY, 18)
    assert found[Matter.HOMEWORK].rule.clause == "003 Д-9"
    for about in (Matter.MARKS, Matter.ATTENDANCE, Matter.TOPIC):
        assert found[about].due_at == at(date(2026, 10, 18), 0)
    assert {duty.state for duty in found.values()} == {DutyState.OPEN}
    assert {duty.holder for duty in found.values()} == {TEACHER}


@pytest.mark.parametrize(
    ("done", "state"),
    [
        (at(THURSDAY, 9, 10), DutyState.DONE),  # in the lesson
        (at(THURSDAY, 18), DutyState.DONE),  # sharp
        (at(THURSDAY, 18, 0, 1), DutyState.DONE_LATE),
    ],
)
def test_done_and_done_late(done: datetime, state: DutyState) -> None:
    """«Не позднее 18:00» includes 18:00:00."""
    found = duties(lesson(homework_at=done), at(FRIDAY, 9))
    assert (found[Matter.HOMEWORK].state, found[Matter.HOMEWORK].done_at) == (state, done)


def test_open_until_the_last_instant() -> None:
    """At 18:00 sharp still open, a moment later overdue."""
    assert duties(lesson(), at(THURSDAY, 18))[Matter.HOMEWORK].state is DutyState.OPEN
    moment = at(THURSDAY, 18) + timedelta(microseconds=1)
    assert duties(lesson(), moment)[Matter.HOMEWORK].state is DutyState.OVERDUE


def test_when_a_duty_opens() -> None:
    """Attendance as the lesson begins, the rest when it is over; what was done ahead is done."""
    assert not duties(lesson(), at(THURSDAY, 8, 59))
    assert set(duties(lesson(), at(THURSDAY, 9))) == {Matter.ATTENDANCE}
    assert len(duties(lesson(), at(THURSDAY, 9, 45))) == 4
    ahead = duties(lesson(topic_at=at(THURSDAY, 8)), at(THURSDAY, 8, 30))
    assert {about: duty.state for about, duty in ahead.items()} == {Matter.TOPIC: DutyState.DONE}


def test_no_duties_where_there_was_no_lesson() -> None:
    """Cancelled lessons and empty groups owe nothing."""
    assert not duties(lesson(state=LessonState.CANCELLED), LATER)
    assert not duties(LessonRecord(lesson(), students=0), LATER)


def test_grade_one_owes_attendance_and_topic() -> None:
    """DIA-13 [004 §1], a control work by mistake included."""
    record = LessonRecord(lesson(grade=1), 25, (work(FRIDAY),))
    assert set(duties(record, LATER)) == {Matter.ATTENDANCE, Matter.TOPIC}


def test_the_substitute_holds_the_duty() -> None:
    """[003 §4.11]."""
    found = duties(lesson(substitute=SUBSTITUTE), LATER)
    assert {duty.holder for duty in found.values()} == {SUBSTITUTE}


def test_a_lesson_that_ends_at_18_or_later_has_till_midnight() -> None:
    """A term that is over when the lesson is can't be meant: the second clause binds [003 §4.7]."""
    for ends in (at(THURSDAY, 18), at(THURSDAY, 18, 45)):
        found = duties(lesson(starts=17, ends_at=ends), at(THURSDAY, 19))[Matter.HOMEWORK]
        assert (found.due_at, found.rule.clause) == (at(FRIDAY, 0), "000 §10; 003 §4.7")


def test_a_long_check_stands_for_the_marks() -> None:
    """[000 §8; 003 §4.12]: no overdue marks while a written work is being checked; the work itself is due."""
    until = date(2026, 10, 22)
    record = LessonRecord(lesson(), 25, (work(until),))
    found = duties(record, at(date(2026, 10, 20), 9))
    assert Matter.MARKS not in found
    checked = found[Matter.LONG_CHECK]
    assert (checked.due_at, checked.state, checked.subject.work) == (at(date(2026, 10, 23), 0), DutyState.OPEN, 8)
    assert duties(record, at(date(2026, 10, 23), 1))[Matter.LONG_CHECK].state is DutyState.OVERDUE


def test_marks_of_a_long_check_are_in_time() -> None:
    """Marks given a week later within the check's term are not late; without a term they are."""
    done = at(date(2026, 10, 21), 12)
    given = lesson(marks_at=done)
    found = duties(LessonRecord(given, 25, (work(date(2026, 10, 22), done),)), at(date(2026, 10, 30), 9))
    assert (found[Matter.MARKS].state, found[Matter.LONG_CHECK].state) == (DutyState.DONE, DutyState.DONE)
    without = duties(LessonRecord(given, 25, (work(None),)), at(date(2026, 10, 30), 9))
    assert without[Matter.MARKS].state is DutyState.DONE_LATE


def test_the_earliest_clause_binds() -> None:
    """004: an hour after the class's last lesson, or 18:00, whichever comes first (REG-7)."""
    early = LessonRecord(lesson(), 25, classes_end=at(THURSDAY, 14))
    late = LessonRecord(lesson(), 25, classes_end=at(THURSDAY, 17, 30))
    assert duties(early, LATER, Preset.SGO)[Matter.HOMEWORK].due_at == at(THURSDAY, 15)
    assert duties(late, LATER, Preset.SGO)[Matter.HOMEWORK].due_at == at(THURSDAY, 18)
    assert duties(lesson(), LATER, Preset.SGO)[Matter.HOMEWORK].due_at == at(THURSDAY, 18)


def test_a_recommended_row_yields_to_a_binding_one() -> None:
    """The earlier term of a recommendation does not bind."""
    soon = Rule("a", "a", Matter.TOPIC, (Role.TEACHER,), Term(TermKind.LESSON_DAY_END), "x", binding=False)
    firm = Rule("b", "b", Matter.TOPIC, (Role.TEACHER,), Term(TermKind.DAYS_AFTER_LESSON, days=2), "y")
    record = LessonRecord(lesson(), 25)
    assert [duty.rule for duty in lesson_duties([soon, firm], record, CALENDAR, MOSCOW, LATER)] == [firm]
    assert [duty.rule for duty in lesson_duties([soon], record, CALENDAR, MOSCOW, LATER)] == [soon]


def stages(duty: Duty) -> list[tuple[NudgeStage, datetime]]:
    """The stages of a duty in this calendar."""
    return [(nudge.stage, nudge.at) for nudge in nudge_stages(duty, MOSCOW, CALENDAR)]


def test_homework_is_reminded_of_twice() -> None:
    """NTF-5: at the lesson's end and an hour before 18:00."""
    homework = duties(lesson(), LATER)[Matter.HOMEWORK]
    assert stages(homework) == [
        (NudgeStage.LESSON_END, at(THURSDAY, 9, 45)),
        (NudgeStage.BEFORE_DUE, at(THURSDAY, 17)),
    ]


def test_no_two_reminders_at_once() -> None:
    """A lesson that ends after 17:00 brings one reminder, at its end."""
    homework = duties(lesson(starts=17), at(THURSDAY, 17, 50))[Matter.HOMEWORK]
    assert stages(homework) == [(NudgeStage.LESSON_END, at(THURSDAY, 17, 45))]


@pytest.mark.parametrize(
    ("day", "stage", "instant"),
    [
        # Tuesday, due on Thursday
        (date(2026, 10, 13), NudgeStage.LAST_DAY, at(THURSDAY, 8)),
        # Thursday, due on Saturday: on Friday
        (THURSDAY, NudgeStage.LAST_DAY, at(FRIDAY, 8)),
        # Friday, due on Sunday: the same afternoon
        (FRIDAY, NudgeStage.BEFORE_DUE, at(FRIDAY, 17)),
        # the last day before vacations, in which the staff works, is a Friday too
        (date(2026, 10, 22), NudgeStage.LAST_DAY, at(date(2026, 10, 23), 8)),
        # Monday, due on the holiday of Wednesday: on Tuesday
        (date(2026, 11, 2), NudgeStage.LAST_DAY, at(date(2026, 11, 3), 8)),
    ],
)
def test_marks_are_reminded_of_on_the_last_working_morning(day: date, stage: NudgeStage, instant: datetime) -> None:
    """NTF-5, NTF-6: never on days off, but of what falls due then."""
    marks = duties(lesson(day), at(day, 12))[Matter.MARKS]
    assert stages(marks) == [(stage, instant)]


def test_a_duty_of_the_same_day_is_reminded_of_in_the_evening() -> None:
    """002: due at midnight, reminded of before the quiet hours; 004: an hour before 18:00."""
    assert stages(duties(lesson(), LATER, Preset.ANTSIR)[Matter.MARKS]) == [(NudgeStage.BEFORE_DUE, at(THURSDAY, 20))]
    assert stages(duties(lesson(), LATER, Preset.SGO)[Matter.TOPIC]) == [(NudgeStage.BEFORE_DUE, at(THURSDAY, 17))]


def test_what_is_done_is_not_reminded_of() -> None:
    """NTF-6."""
    done = duties(lesson(homework_at=LATER), LATER)[Matter.HOMEWORK]
    assert stages(done) == []


def test_marks_of_an_external_work_are_asked_when_its_results_came() -> None:
    """[004 §2]: nobody can mark before; then the work has a day of its own, and the lesson's marks after it."""
    external = replace(work(None), kind=WorkKind.DIAGNOSTIC)
    asked = {Matter.HOMEWORK, Matter.ATTENDANCE, Matter.TOPIC}
    later = at(date(2026, 10, 20), 12)
    assert set(duties(LessonRecord(lesson(), 25, (external,)), later, Preset.SGO)) == asked
    came = replace(external, received_at=later, check_until=date(2026, 10, 21))
    assert set(duties(LessonRecord(lesson(), 25, (came,)), later, Preset.SGO)) == {*asked, Matter.LONG_CHECK}
    entered = replace(came, done_at=at(date(2026, 10, 21), 10))
    record = LessonRecord(lesson(marks_at=entered.done_at), 25, (entered,))
    assert duties(record, at(date(2026, 10, 22), 9), Preset.SGO)[Matter.MARKS].state is DutyState.DONE
    other = LessonRecord(lesson(), 25, (external, work(None, number=9)))
    assert Matter.MARKS not in duties(other, later, Preset.SGO)
