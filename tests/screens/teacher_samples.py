"""Values that the teacher's screens show: an ordinary lesson, and the ugliest that a school may have."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.model.attendance import Presence
from core.model.dictation import Line
from core.model.duty import Duty, DutyState, DutySubject, SubjectKind
from core.model.homework import Attachment, FileKind, Homework, HomeworkKind
from core.model.ids import (
    ID_LIMIT,
    AttachmentId,
    AttendanceId,
    GroupId,
    HomeworkId,
    KlassId,
    LessonId,
    MarkId,
    PersonId,
    SchoolId,
    SubjectId,
    WorkId,
)
from core.model.journal import (
    AttendanceDraft,
    AttendanceSheet,
    Correction,
    HomeworkSheet,
    LessonCard,
    LessonFacts,
    ListProposal,
    MarkSheet,
    PlanTopic,
    Pupil,
    Remark,
    SchoolRules,
    TeacherDay,
    TopicSheet,
    WorkSummary,
)
from core.model.lesson import Lesson, LessonState, Work, WorkKind
from core.model.mark import Mark, MarkValue
from core.model.people import PersonName
from core.model.regulation import Matter
from core.model.school import EditWindow, Preset
from core.regulation.loader import preset

ZONE = ZoneInfo("Europe/Moscow")
TODAY = date(2026, 10, 15)
NOW = datetime(2026, 10, 15, 7, 30, tzinfo=UTC)
RULES = SchoolRules(ZONE, Preset.MOSCOW_REGION, EditWindow.TWO_WEEKS, date(2027, 5, 31), timedelta(minutes=5))
UGLY = '<b>&"</i> &amp;'
TEACHER = PersonId(900)


class Sample:
    """One lesson of a class: 5 students, or 40 with names of a hundred signs."""

    def __init__(self, *, hostile: bool) -> None:
        self.hostile = hostile
        self.size = 40 if hostile else 5
        self.base = ID_LIMIT - 1000 if hostile else 100

    def text(self, plain: str, length: int) -> str:
        return (UGLY * length)[:length] if self.hostile else plain

    def name(self, n: int) -> PersonName:
        if self.hostile:
            return PersonName(f"{n}{UGLY}" + "я" * 80, UGLY * 6, "ё" * 100)
        return PersonName(("Волкова", "Ёлкин", "Жуков", "Орлов", "Панина")[n % 5], "Лев")

    def lesson(self, number: int = 3, **more: object) -> Lesson:
        starts = datetime(2026, 10, 15, 7, 20, tzinfo=UTC) + timedelta(hours=number - 3)
        values: dict[str, object] = {
            "id": LessonId(self.base + number),
            "school": SchoolId(1),
            "group": GroupId(1),
            "klass": KlassId(1),
            "grade": 7,
            "subject": SubjectId(1),
            "day": TODAY,
            "number": number,
            "starts_at": starts,
            "ends_at": starts + timedelta(minutes=45),
            "teacher": TEACHER,
            "substitute": None,
            "state": LessonState.PLANNED,
            "room": self.text("21", 50),
            "topic": self.text("Степени", 500),
        }
        return Lesson(**(values | more))  # type: ignore[arg-type]

    def facts(self, number: int = 3, **more: object) -> LessonFacts:
        substitute = PersonName("Белова", "Ольга", "Юрьевна") if more.get("substitute") else None
        return LessonFacts(
            self.lesson(number, **more),
            klass=self.text("7Б", 20),
            subgroup=self.text("", 100),
            subject=self.text("Алгебра", 100),
            teacher=self.name(0),
            substitute=substitute,
            rules=RULES,
            task=self.text("§14 № 3–5", 500),
        )

    def pupils(self) -> tuple[Pupil, ...]:
        states = (Presence.PRESENT, Presence.ABSENT, Presence.LATE)
        return tuple(
            Pupil(
                PersonId(self.base + n),
                self.name(n),
                states[n % 3],
                10 if n % 3 == 2 else 0,
                AttendanceId(n + 1),
                missed_before=self.hostile or n == 2,
            )
            for n in range(self.size)
        )

    def draft(self) -> AttendanceDraft:
        sheet = AttendanceSheet(self.facts(), self.pupils())
        noted = {pupil.id: (pupil.presence, pupil.minutes) for pupil in sheet.pupils if pupil.presence != "present"}
        return AttendanceDraft(sheet, noted, touched=True, last=sheet.pupils[2].id)

    def sheet(self, *, works: int = 1) -> MarkSheet:
        kinds = tuple(WorkKind)
        made = tuple(self.work(n, kinds[n % len(kinds)]) for n in range(works))
        marks = tuple(self.mark(n, work) for work in made for n in range(0, self.size, 2))
        return MarkSheet(self.facts(), self.pupils(), made, marks)

    def work(self, n: int = 0, kind: WorkKind = WorkKind.CONTROL) -> Work:
        return Work(WorkId(self.base + n), LessonId(self.base), kind, 10, self.text("Степени", 200), TODAY)

    def mark(self, n: int, work: Work) -> Mark:
        value = tuple(MarkValue)[n % 9]
        key = MarkId(self.base + n)
        comment = self.text("молодец", 500)
        return Mark(key, LessonId(self.base), work.id, PersonId(self.base + n), value, key, comment, NOW, TEACHER)

    def correction(self) -> Correction:
        mark = self.mark(0, self.work())
        return Correction(mark.student, MarkValue.TWO, mark)

    def task(self, n: int = 0) -> Homework:
        files = tuple(Attachment(AttachmentId(k + 1), FileKind.PHOTO, f"F{k}", "") for k in range(10))
        student = PersonId(self.base) if n else None
        text = self.text("§14 № 3–5", 1000)
        key = HomeworkId(self.base + n)
        return Homework(key, LessonId(self.base), TODAY, HomeworkKind.WRITTEN, text, student, NOW, files)

    def tasks(self) -> HomeworkSheet:
        given = tuple(self.task(n) for n in range(12 if self.hostile else 2))
        days = tuple(TODAY + timedelta(days=7 * n) for n in range(1, 6))
        return HomeworkSheet(self.facts(), given, days, {PersonId(self.base): self.name(0)})

    def card(self, **more: object) -> LessonCard:
        sheet = self.tasks()
        remarks = tuple(Remark(n + 1, PersonId(1), self.name(n), self.text("Помогал", 1000)) for n in range(self.size))
        absentees = tuple(pupil for pupil in self.pupils() if pupil.presence is not Presence.PRESENT)
        works = tuple(WorkSummary(self.work(n), 3) for n in range(self.size // 4))
        return LessonCard(self.facts(**more), self.size, absentees, works, sheet.homework, remarks, sheet.named)

    def topics(self) -> TopicSheet:
        rows = tuple(PlanTopic(self.base + n, n + 1, self.text("Степени", 500), 1, 0) for n in range(6))
        return TopicSheet(self.facts(), rows)

    def day(self, lessons: int = 8) -> TeacherDay:
        shown = [self.facts(n + 1) for n in range(lessons)]
        shown[0] = self.facts(1, substitute=PersonId(901))
        shown[-1] = self.facts(lessons, state=LessonState.CANCELLED)
        return TeacherDay(TODAY, TODAY, ZONE, tuple(shown), tuple(shown), frozenset({TEACHER}))

    def owed(self) -> list[tuple[LessonFacts, tuple[Duty, ...]]]:
        duties = tuple(
            Duty(
                row,
                (TEACHER,),
                DutySubject(SubjectKind.LESSON, LessonId(1), klass=KlassId(1), group=GroupId(1), subject=SubjectId(1)),
                NOW,
                NOW + timedelta(hours=7),
                None,
                DutyState.OVERDUE if row.about is Matter.HOMEWORK else DutyState.OPEN,
            )
            for row in preset(Preset.MOSCOW_REGION).duties
        )
        return [(self.facts(), duties)] * (30 if self.hostile else 2)

    def proposal(self, *, question: bool = False) -> ListProposal:
        sheet = self.sheet()
        written = self.text("Орлов", 300)
        clear = [
            Line(written, (pupil.id,), (MarkValue.FIVE, MarkValue.FOUR), Presence.LATE if n % 2 else None, 7)
            for n, pupil in enumerate(sheet.pupils)
        ]
        unknown = [Line(written, ()), Line(written, (PersonId(1),)), Line(written, (), unread=(written,))]
        asked = [Line(written, tuple(p.id for p in sheet.pupils), (MarkValue.FIVE,))] if question else []
        return ListProposal(sheet, sheet.works[0].id, (*clear, *unknown * 5, *asked))
