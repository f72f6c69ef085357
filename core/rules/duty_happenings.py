"""Duties that something brings: a person entered, an event planned, a substitution, a remark, a breach (REG-3)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from core.model.calendar import CalendarKind
from core.model.duty import DutySubject, SubjectKind
from core.model.duty_facts import CalendarFact, EventFact, PersonFact
from core.model.ids import PersonId
from core.model.lesson import LessonState
from core.model.people import PersonKind, Role
from core.model.regulation import Matter, Rule
from core.model.term import Happening
from core.rules.calendar import local_day
from core.rules.duties import lesson_subject
from core.rules.duty_cycles import recorded
from core.rules.duty_frame import Frame, Occasion, at, person_subject
from core.rules.duty_setup import handed_out

LAUNCH = timedelta(days=30)
_EVERYBODY = tuple(PersonKind)
_PARTS = (Matter.ATTENDANCE, Matter.TOPIC, Matter.HOMEWORK, Matter.MARKS)
_HOLIDAYS = (CalendarKind.VACATION, CalendarKind.PUBLIC_HOLIDAY)
_EXAM = "exam"


def happening(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    """Give the occasions of a row whose term is reckoned from an event."""
    found = _BY_EVENT.get(rule.due.event) if rule.due.event else None
    return found(rule, frame) if found else iter(())


def _entered_people(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    for person in _people(rule, frame):
        entered = person.entered_at
        if entered is None or (rule.about is Matter.CONSENT and not _is_new(person, frame)):
            continue
        done = person.consented_at if rule.about is Matter.CONSENT else handed_out(person)
        yield _of_person(rule, person, entered, done, frame)


def _is_new(person: PersonFact, frame: Frame) -> bool:
    """The consents of those entered while the school was launched come in the same 30 days [003 А-1; 001 1.4]."""
    day = None if person.entered_at is None else local_day(person.entered_at, frame.zone)
    return day is not None and day > (frame.launch or frame.calendar.year_start) + LAUNCH


def _enrolled(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    for person in _people(rule, frame):
        if person.since is not None:
            yield _of_person(rule, person, frame.start(person.since), handed_out(person), frame)


def _people(rule: Rule, frame: Frame) -> Iterator[PersonFact]:
    """Give those whom a row is about; who declined the service or has left is owed no access."""
    staff = rule.due.event is Happening.EMPLOYMENT
    families = rule.due.event is Happening.ENROLMENT
    kinds = rule.people or ((PersonKind.STAFF,) if staff else _EVERYBODY[1:] if families else _EVERYBODY)
    for person in frame.facts.people:
        gone = person.until is not None and person.until < frame.today and handed_out(person) is None
        declined = rule.about is Matter.ACCOUNT and not person.electronic
        if person.kind in kinds and not gone and not declined:
            yield person


def _of_person(rule: Rule, person: PersonFact, event: datetime, done: datetime | None, frame: Frame) -> Occasion:
    holders = frame.holders.of_klasses(rule, person.klasses)
    anchors = replace(frame.anchors(), event=event)
    subject = replace(person_subject(person.id), klass=person.klasses[0] if len(person.klasses) == 1 else None)
    return Occasion(rule, subject, holders, anchors, event, at(done))


def _access_data(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    """Whoever got access data uses them: each on their own [003 А-10, Г-4, Д-1, Е-2]."""
    acting = set(frame.holders.everybody(rule))
    for person in frame.facts.people:
        holds = person.id in acting or (Role.STUDENT in rule.holders and person.kind is PersonKind.STUDENT)
        if holds and person.issued_at is not None:
            anchors = replace(frame.anchors(), event=person.issued_at)
            done = at(person.bound_at)
            yield Occasion(rule, person_subject(person.id), (person.id,), anchors, person.issued_at, done)


def _school_events(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    planned = (event for event in frame.facts.events if event.klass is None and event.kind != _EXAM)
    return (_event(rule, event, frame) for event in planned)


def _klass_events(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    planned = (event for event in frame.facts.events if event.klass is not None and event.kind != _EXAM)
    return (_event(rule, event, frame) for event in planned)


def _event(rule: Rule, event: EventFact, frame: Frame) -> Occasion:
    klass = frame.facts.klasses.get(event.klass) if event.klass else None
    holders = frame.holders.of_klass(rule, klass) if klass else frame.holders.of_school(rule)
    subject = DutySubject(SubjectKind.EVENT, number=event.id, klass=event.klass, day=event.day)
    return _entered(rule, subject, holders, frame.start(event.day), event.entered_at, frame)


def _holidays(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    return (_entry(rule, entry, frame) for entry in frame.facts.entries if entry.kind in _HOLIDAYS)


def _moved_days(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    return (_entry(rule, entry, frame) for entry in frame.facts.entries if entry.kind is CalendarKind.MOVED)


def _entry(rule: Rule, entry: CalendarFact, frame: Frame) -> Occasion:
    subject = DutySubject(SubjectKind.CALENDAR, number=entry.id, day=entry.starts_on)
    holders = frame.holders.of_school(rule)
    return _entered(rule, subject, holders, frame.start(entry.starts_on), entry.entered_at, frame)


def _entered(
    rule: Rule,
    subject: DutySubject,
    holders: tuple[PersonId, ...],
    event: datetime,
    entered_at: datetime | None,
    frame: Frame,
) -> Occasion:
    """What is to be entered some days ahead is known from when it was entered, and done by that."""
    return Occasion(
        rule,
        subject,
        holders,
        replace(frame.anchors(), event=event),
        entered_at,
        lambda opened_at, due_at: entered_at or opened_at,
    )


def _results(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    """External works, from when their results came [004 §2]."""
    kept = (each for each in frame.facts.results if each.day >= frame.kept_from)
    for result in kept:
        subject = DutySubject(
            SubjectKind.WORK,
            lesson=result.lesson,
            work=result.work,
            klass=result.klass,
            group=result.group,
            subject=result.subject,
            day=result.day,
        )
        anchors = replace(frame.anchors(), event=result.received_at)
        yield Occasion(rule, subject, (result.keeper,), anchors, result.received_at, at(result.done_at))


def _breaches(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    acting = set(frame.holders.everybody(rule))
    for report in frame.facts.lost:
        if report.person in acting:
            known = report.since or report.reported_at
            anchors = replace(frame.anchors(), event=known)
            subject = replace(person_subject(report.person), kind=SubjectKind.HAPPENING, number=report.id)
            yield Occasion(rule, subject, (report.person,), anchors, known, at(report.reported_at))


def _appeals(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    """When somebody noticed a wrong mark nobody knows before they say so."""
    for appeal in frame.facts.appeals:
        anchors = replace(frame.anchors(), event=appeal.filed_at)
        subject = DutySubject(
            SubjectKind.HAPPENING, lesson=appeal.lesson, klass=appeal.klass, person=appeal.student, number=appeal.id
        )
        yield Occasion(rule, subject, (appeal.student,), anchors, appeal.filed_at, at(appeal.filed_at))


def _documents(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    """Reasons are corrected so many days after a document came: accepted, refused or set by the class teacher."""
    for document in frame.facts.documents:
        klass = frame.facts.klasses.get(document.klass)
        if klass is None:
            continue
        anchors = replace(frame.anchors(), event=document.received_at)
        subject = DutySubject(
            SubjectKind.HAPPENING, klass=document.klass, person=document.student, number=document.note
        )
        holders = frame.holders.of_klass(rule, klass)
        yield Occasion(rule, subject, holders, anchors, document.received_at, at(document.settled_at))


_BY_EVENT: Mapping[Happening, Callable[[Rule, Frame], Iterator[Occasion]]] = {
    Happening.DATA_ENTERED: _entered_people,
    Happening.ENROLMENT: _enrolled,
    Happening.EMPLOYMENT: _enrolled,
    Happening.ACCESS_DATA: _access_data,
    Happening.SCHOOL_EVENT: _school_events,
    Happening.CLASS_EVENT: _klass_events,
    Happening.HOLIDAYS: _holidays,
    Happening.MOVED_DAY: _moved_days,
    Happening.RESULT: _results,
    Happening.BREACH: _breaches,
    Happening.DISCOVERY: _appeals,
    Happening.ABSENCE_DOCUMENT: _documents,
}


def substitutions(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    """Give lessons that somebody gives in another's place: to be entered by the office, recorded by who gives them."""
    keeps = Role.TEACHER in rule.holders
    for record in frame.facts.lessons:
        lesson = record.lesson
        held = lesson.state is LessonState.PLANNED and record.students and lesson.day >= frame.kept_from
        if lesson.substitute is None or not held:
            continue
        entered = frame.facts.substituted.get(lesson.id)
        day = frame.start(lesson.day)
        opened_at = lesson.ends_at if keeps else min(entered or day, day)
        instants = recorded(record, _PARTS)
        whole = max((each for each in instants if each is not None), default=None) if None not in instants else None
        klass = frame.facts.klasses.get(lesson.klass)
        others = frame.holders.of_klass(rule, klass) if klass else ()
        yield Occasion(
            rule,
            lesson_subject(lesson),
            (lesson.keeper,) if keeps else others,
            replace(frame.anchors(), lesson_day=lesson.day, classes_end=record.classes_end),
            opened_at,
            at(whole if keeps else entered or opened_at),
        )


def remarks(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    """Give control remarks with the end of the day that each names [002 §4а-6]."""
    for remark in frame.facts.remarks:
        subject = DutySubject(SubjectKind.REMARK, number=remark.id, person=remark.teacher)
        record = at(remark.resolved_at)
        due_at = frame.end(remark.due_on)
        yield Occasion(rule, subject, (remark.teacher,), frame.anchors(), remark.written_at, record, due_at)
