"""What duties of periods, plans and events are reckoned from: each a statement of its own, made where rows need it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Executable, and_, exists, func, or_, select, type_coerce

from core.model.calendar import Period, PeriodKind
from core.model.control import AnalysisSpan
from core.model.duty_facts import (
    AppealFact,
    CalendarFact,
    Declined,
    DocumentFact,
    DutyFacts,
    EventFact,
    FinalFact,
    LostFact,
    NoticeFact,
    PlanFact,
    RemarkFact,
    ResultFact,
    TimetableFact,
)
from core.model.final_mark import FinalKind
from core.model.ids import GroupId, KlassId, LessonId, PeriodId
from core.model.lesson import LessonState
from core.model.lesson_change import ChangeKind
from core.model.notice import TOLD, NoticeAim, NoticeReaders
from core.storage.queries.children import enrolled_on
from core.storage.queries.duty_asked import MARGIN, AskedFacts
from core.storage.rows import (
    AbsenceNoteFileRow,
    AbsenceNoteRow,
    AnalysisRow,
    AppealRow,
    BellRow,
    CalendarRow,
    ControlRemarkRow,
    EnrolmentRow,
    FinalMarkRow,
    GroupRow,
    GuardianshipRow,
    LessonChangeRow,
    LessonRow,
    LostReportRow,
    NoticeRow,
    PeriodClosingRow,
    PeriodRow,
    PlanTopicRow,
    SchoolEventRow,
    TimetableRow,
    WorkRow,
)
from core.storage.types import Instant


def rows(db: Connection, query: Executable) -> Iterable[Any]:
    """Give the rows of a statement."""
    return db.execute(query)


def periods(db: Connection, asked: AskedFacts) -> tuple[tuple[Period, datetime | None], ...]:
    """Give the reporting periods of the school year, each with when it was entered."""
    query = (
        select(*PeriodRow.__table__.c)
        .where(
            PeriodRow.school_id == asked.school,
            PeriodRow.ends_on >= asked.year_start,
            PeriodRow.starts_on <= asked.year_end,
        )
        .order_by(PeriodRow.starts_on, PeriodRow.id)
    )
    return tuple(
        (Period(PeriodId(row.id), row.name, row.kind, row.grades, row.starts_on, row.ends_on), row.entered_at)
        for row in rows(db, query)
    )


def given(db: Connection, asked: AskedFacts, found: DutyFacts) -> dict[GroupId, int]:
    """Give how many lessons each group was given before those that are loaded."""
    before = asked.first - timedelta(days=asked.days_back)
    query = select(LessonRow.group_id, func.count()).where(
        LessonRow.group_id.in_(found.groups),
        LessonRow.day >= asked.year_start,
        LessonRow.day < before,
        LessonRow.state == LessonState.PLANNED,
    )
    return {GroupId(group): count for group, count in rows(db, query.group_by(LessonRow.group_id))}


def taught(db: Connection, asked: AskedFacts, found: DutyFacts) -> frozenset[tuple[GroupId, PeriodId]]:
    """Give in which periods each group has lessons."""
    periods = [period.id for period, _ in found.periods if period.kind is not PeriodKind.YEAR]
    held = exists().where(
        LessonRow.group_id == GroupRow.id,
        LessonRow.day.between(PeriodRow.starts_on, PeriodRow.ends_on),
        LessonRow.state == LessonState.PLANNED,
    )
    query = (
        select(GroupRow.id, PeriodRow.id)
        .join(PeriodRow, PeriodRow.school_id == GroupRow.school_id)
        .where(GroupRow.klass_id.in_(found.klasses), PeriodRow.id.in_(periods), held)
    )
    return frozenset((GroupId(group), PeriodId(period)) for group, period in rows(db, query))


def closings(db: Connection, asked: AskedFacts, found: DutyFacts) -> dict[tuple[GroupId, PeriodId], datetime]:
    """Give when a group's marks of a period were complete for the first time."""
    periods = [period.id for period, _ in found.periods]
    query = select(PeriodClosingRow.group_id, PeriodClosingRow.period_id, PeriodClosingRow.completed_at)
    found_rows = rows(db, query.where(PeriodClosingRow.period_id.in_(periods)))
    return {(GroupId(group), PeriodId(period)): at for group, period, at in found_rows}


def finals(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[FinalFact, ...]:
    """Give who first got a mark of the year or of an examination, when."""
    query = select(
        FinalMarkRow.group_id,
        FinalMarkRow.klass_id,
        FinalMarkRow.student_id,
        FinalMarkRow.kind,
        FinalMarkRow.year,
        FinalMarkRow.recorded_at,
        FinalMarkRow.held_on,
    ).where(
        FinalMarkRow.school_id == asked.school,
        FinalMarkRow.kind.in_([FinalKind.YEAR, FinalKind.EXAM]),
        FinalMarkRow.year == asked.year_start.year,
        FinalMarkRow.replaces.is_(None),
    )
    return tuple(
        FinalFact(row[0], row[1], row[2], row.kind is FinalKind.EXAM, row.year, row.recorded_at, row.held_on)
        for row in rows(db, query)
    )


def timetables(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[TimetableFact, ...]:
    """Give when each class's timetable was first entered."""
    query = (
        select(GroupRow.klass_id, TimetableRow.since, TimetableRow.until, func.min(TimetableRow.entered_at))
        .join(GroupRow, GroupRow.id == TimetableRow.group_id)
        .where(TimetableRow.school_id == asked.school, TimetableRow.until >= asked.year_start)
        .group_by(GroupRow.klass_id, TimetableRow.since, TimetableRow.until)
    )
    return tuple(TimetableFact(*row) for row in rows(db, query))


def plans(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[PlanFact, ...]:
    """Give the topics of all thematic plans."""
    query = select(
        PlanTopicRow.subject_id,
        PlanTopicRow.grade,
        PlanTopicRow.klass_id,
        PlanTopicRow.group_id,
        PlanTopicRow.number,
        PlanTopicRow.hours,
        PlanTopicRow.entered_at,
    ).where(PlanTopicRow.school_id == asked.school)
    return tuple(PlanFact(*row) for row in rows(db, query))


def bells(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[datetime | None, ...]:
    """Give when the bells were entered."""
    return tuple(row[0] for row in rows(db, select(BellRow.entered_at).where(BellRow.school_id == asked.school)))


def declined(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[Declined, ...]:
    """Give who gets a summary on paper."""
    query = (
        select(EnrolmentRow.klass_id, GuardianshipRow.applied_on, GuardianshipRow.until)
        .join(EnrolmentRow, EnrolmentRow.student_id == GuardianshipRow.student_id)
        .where(
            EnrolmentRow.klass_id.in_(found.klasses),
            GuardianshipRow.electronic.is_(False),
            or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= asked.first),
        )
    )
    return tuple(Declined(*row) for row in rows(db, query))


def changes(db: Connection, asked: AskedFacts, found: DutyFacts) -> dict[LessonId, datetime]:
    """Give when the substitutions of the loaded lessons were entered."""
    wanted = [record.lesson.id for record in found.lessons if record.lesson.substitute is not None]
    query = select(LessonChangeRow.lesson_id, func.max(LessonChangeRow.changed_at)).where(
        LessonChangeRow.lesson_id.in_(wanted),
        LessonChangeRow.kind == ChangeKind.SUBSTITUTED,
        LessonChangeRow.changed_at <= asked.now,
    )
    return {LessonId(lesson): at for lesson, at in rows(db, query.group_by(LessonChangeRow.lesson_id))}


def events(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[EventFact, ...]:
    """Give the events of the school year's plan."""
    query = select(
        SchoolEventRow.id, SchoolEventRow.kind, SchoolEventRow.day, SchoolEventRow.klass_id, SchoolEventRow.entered_at
    ).where(
        SchoolEventRow.school_id == asked.school,
        SchoolEventRow.day.between(asked.year_start, asked.year_end + MARGIN),
        SchoolEventRow.cancelled_at.is_(None),
    )
    return tuple(EventFact(*row) for row in rows(db, query) if row.klass_id is None or row.klass_id in found.klasses)


def entries(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[CalendarFact, ...]:
    """Give the calendar as it was entered."""
    columns = (CalendarRow.id, CalendarRow.kind, CalendarRow.starts_on, CalendarRow.ends_on, CalendarRow.entered_at)
    query = select(*columns).where(
        CalendarRow.school_id == asked.school, CalendarRow.starts_on.between(asked.year_start, asked.year_end)
    )
    return tuple(CalendarFact(*row) for row in rows(db, query))


def results(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[ResultFact, ...]:
    """Give external works whose results have come."""
    today = asked.now.astimezone(asked.zone).date()
    query = (
        select(
            WorkRow.id,
            LessonRow.id,
            LessonRow.klass_id,
            LessonRow.group_id,
            LessonRow.subject_id,
            LessonRow.day,
            func.coalesce(LessonRow.substitute_id, LessonRow.teacher_id),
            WorkRow.received_at,
            WorkRow.done_at,
        )
        .join(LessonRow, LessonRow.id == WorkRow.lesson_id)
        .where(
            LessonRow.klass_id.in_(found.klasses),
            LessonRow.day.between(asked.first - 2 * MARGIN, today),
            WorkRow.received_at <= asked.now,
        )
    )
    return tuple(ResultFact(*row) for row in rows(db, query))


def remarks(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[RemarkFact, ...]:
    """Give control remarks."""
    query = select(
        ControlRemarkRow.id,
        ControlRemarkRow.teacher_id,
        ControlRemarkRow.due_on,
        ControlRemarkRow.written_at,
        ControlRemarkRow.resolved_at,
    ).where(
        ControlRemarkRow.school_id == asked.school,
        ControlRemarkRow.written_at <= asked.now,
        ControlRemarkRow.due_on >= asked.first,
    )
    return tuple(RemarkFact(*row) for row in rows(db, query))


def lost(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[LostFact, ...]:
    """Give reports of lost access."""
    query = select(LostReportRow.id, LostReportRow.person_id, LostReportRow.reported_at, LostReportRow.since).where(
        LostReportRow.school_id == asked.school,
        LostReportRow.reported_at.between(asked.since - MARGIN, asked.now),
    )
    return tuple(LostFact(*row) for row in rows(db, query))


def appeals(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[AppealFact, ...]:
    """Give appeals against marks."""
    query = (
        select(AppealRow.id, AppealRow.student_id, LessonRow.klass_id, AppealRow.lesson_id, AppealRow.filed_at)
        .join(LessonRow, LessonRow.id == AppealRow.lesson_id)
        .where(AppealRow.school_id == asked.school, AppealRow.filed_at.between(asked.since - MARGIN, asked.now))
    )
    return tuple(AppealFact(*row) for row in rows(db, query))


def documents(db: Connection, asked: AskedFacts, found: DutyFacts) -> tuple[DocumentFact, ...]:
    """Give the documents on absences: when the first of a note came, and when the class teacher answered the note."""
    note, paper = AbsenceNoteRow, AbsenceNoteFileRow
    query = (
        select(
            note.id,
            note.student_id,
            EnrolmentRow.klass_id,
            note.filed_at,
            type_coerce(func.min(paper.received_at), Instant()),
            note.ended_at,
        )
        .join(paper, paper.note_id == note.id)
        .join(EnrolmentRow, and_(EnrolmentRow.student_id == note.student_id, enrolled_on(note.last)))
        .where(EnrolmentRow.klass_id.in_(found.klasses))
        .where(paper.received_at.between(asked.since - MARGIN, asked.now))
        .group_by(note.id, EnrolmentRow.klass_id)
    )
    return tuple(_document(row) for row in rows(db, query))


def _document(row: Any) -> DocumentFact:
    note, student, klass, filed_at, received_at, ended_at = row
    # A note that was prolonged waits from then on, whenever its paper came.
    since = max(filed_at, received_at)
    return DocumentFact(note, student, klass, since, max(since, ended_at) if ended_at else None)


def analyses(db: Connection, asked: AskedFacts, found: DutyFacts) -> dict[tuple[AnalysisSpan, date], datetime]:
    """Give when analyses were posted to the staff."""
    query = select(AnalysisRow.span, AnalysisRow.first, AnalysisRow.posted_at).where(
        AnalysisRow.school_id == asked.school, AnalysisRow.first >= asked.first - timedelta(days=31)
    )
    return {(span, first): at for span, first, at in rows(db, query)}


def notices(db: Connection, asked: AskedFacts, found: DutyFacts) -> dict[KlassId, tuple[NoticeFact, ...]]:
    """Give when notices to the parents of whole classes were sent, the oldest first; recalled ones don't count."""
    query = select(NoticeRow.klass_id, NoticeRow.sent_at, NoticeRow.week).where(
        NoticeRow.klass_id.in_(found.klasses),
        NoticeRow.aim == NoticeAim.KLASS,
        NoticeRow.readers != NoticeReaders.STUDENTS,
        NoticeRow.state.in_(TOLD),
        NoticeRow.sent_at.between(asked.since - 2 * MARGIN, asked.now),
    )
    sent: dict[KlassId, list[NoticeFact]] = defaultdict(list)
    for klass, at, week in rows(db, query.order_by(NoticeRow.sent_at)):
        sent[KlassId(klass)].append(NoticeFact(at, week))
    return {klass: tuple(some) for klass, some in sent.items()}
