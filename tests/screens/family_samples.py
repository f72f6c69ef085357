"""A child's diary by hand, ordinary and at its worst, for the screens of a family."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from core.model.attendance import Presence
from core.model.calendar import CalendarKind, Period, PeriodKind
from core.model.diary import (
    Child,
    Day,
    DiaryDay,
    DiaryEntry,
    DiaryLesson,
    DiaryWeek,
    Enrolment,
    Entry,
    Files,
    GivenMark,
    Holiday,
    HomeworkItem,
    HomeworkList,
    HomeworkSubjects,
    SchoolEvent,
    SubjectHomework,
    SubjectName,
    Timetable,
)
from core.model.homework import Attachment, FileKind, HomeworkKind
from core.model.ids import (
    ID_LIMIT,
    AttachmentId,
    GroupId,
    HomeworkId,
    KlassId,
    LessonId,
    MarkId,
    PeriodId,
    PersonId,
    SchoolId,
    SubjectId,
)
from core.model.lesson import LessonState, WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonName
from core.model.progress import Absences, Glance, Missed, MissedTotals, Neighbours, Progress, SubjectProgress

TODAY = date(2026, 10, 15)
NOW = datetime(2026, 10, 15, 7, tzinfo=UTC)
HOSTILE = '<b>&"</i> &amp; ' * 70


class Sample:
    """Values of one mood: `plain` as a school writes them, `hostile` as long and as ugly as columns allow."""

    def __init__(self, *, hostile: bool = False, grade: int = 7) -> None:
        self.hostile = hostile
        self.key = ID_LIMIT if hostile else 100
        stay = Enrolment(KlassId(1), "7Б<&" if hostile else f"{grade}Б", grade, date(2026, 9, 1), None)
        name = PersonName(self.text("Орлов", 100), self.text("Илья", 100))
        self.child = Child(PersonId(self.key), SchoolId(1), name, ZoneInfo("Europe/Moscow"), (stay,))

    def text(self, plain: str, limit: int = 1000) -> str:
        return HOSTILE[:limit] if self.hostile else plain

    def lesson(self, number: int = 1, day: date = TODAY, **more: object) -> DiaryLesson:
        values: dict[str, object] = {
            "id": LessonId(self.key - number if self.hostile else number),
            "group": GroupId(1),
            "day": day,
            "number": number,
            "starts": time(7 + number, 30),
            "ends": time(8 + number, 15),
            "subject": self.text("Алгебра", 100),
            "subject_short": self.text("Алг", 40),
            "teacher": self.text("Зимина А.П.", 100),
            "group_name": self.text("", 100),
            "room": self.text("21", 50),
            "topic": self.text("Дроби", 500),
        }
        return DiaryLesson(**(values | more))  # type: ignore[arg-type]

    def mark(self, value: MarkValue = MarkValue.FIVE, weight: int = 1, **more: object) -> GivenMark:
        values: dict[str, object] = {
            "id": MarkId(1), "lesson": LessonId(1), "day": TODAY, "value": value, "kind": WorkKind.CONTROL,
            "weight": weight, "title": self.text("Дроби", 200), "comment": self.text("Молодец", 500),
        }  # fmt: skip
        return GivenMark(**(values | more))  # type: ignore[arg-type]

    def homework(self, **more: object) -> HomeworkItem:
        values: dict[str, object] = {
            "id": HomeworkId(self.key), "group": GroupId(1), "subject": self.text("Алгебра", 100), "due_on": TODAY,
            "kind": HomeworkKind.WRITTEN, "text": self.text("§ 14, № 3–5"), "given_on": TODAY - timedelta(days=2),
        }  # fmt: skip
        return HomeworkItem(**(values | more))  # type: ignore[arg-type]

    def entry(self, number: int = 1, day: date = TODAY) -> Entry:
        return Entry(
            self.lesson(number, day, substitute=self.text("Петрова В.А.", 100) if number == 2 or self.hostile else ""),
            homework=(self.homework(files=2), self.homework(individual=True, done=True), self.homework(due_on=None)),
            marks=(self.mark(), self.mark(MarkValue.NOT_ASSESSED, weight=10), self.mark(MarkValue.PASSED, comment="")),
            remarks=(self.text("Забыл тетрадь"),),
            presence=Presence.LATE,
            minutes=5,
        )

    def page(self, lessons: int = 8, day: date = TODAY) -> Day:
        cancelled = Entry(self.lesson(1, day, state=LessonState.CANCELLED))
        return Day(
            day,
            entries=(cancelled, *(self.entry(number, day) for number in range(2, lessons + 1))),
            loose=(self.homework(),),
            events=(
                SchoolEvent(self.text("Ярмарка", 300), day, time(12, 30), self.text("актовый зал", 200)),
                SchoolEvent(self.text("Субботник", 300), day),
            ),
            holidays=(Holiday(self.text("Учимся за понедельник", 200), CalendarKind.MOVED, day, day),),
            previous=day - timedelta(days=1),
            next=day + timedelta(days=1),
        )

    def day(self, lessons: int = 8) -> DiaryDay:
        return DiaryDay(self.child, TODAY, self.page(lessons))

    def day_off(self) -> DiaryDay:
        off = date(2026, 10, 26)
        vacation = Holiday(self.text("Осенние каникулы", 200), CalendarKind.VACATION, off, date(2026, 11, 1))
        return DiaryDay(self.child, TODAY, Day(off, holidays=(vacation,), previous=TODAY, next=date(2026, 11, 2)))

    def week(self) -> DiaryWeek:
        monday = date(2026, 10, 12)
        days = tuple(self.page(day=monday + timedelta(days=step)) for step in range(6))
        return DiaryWeek(self.child, TODAY, monday, days)

    def one(self) -> DiaryEntry:
        return DiaryEntry(self.child, TODAY, self.entry())

    def timetable(self, *, week: bool = False) -> Timetable:
        first, last = (date(2026, 10, 12), date(2026, 10, 18)) if week else (TODAY, TODAY)
        page = self.page()
        lessons = tuple(entry.lesson for entry in page.entries) * (6 if week else 1)
        return Timetable(self.child, TODAY, first, last, lessons, page.holidays, page.events * 9, page.previous)

    def tasks(self, *, week: bool = False, ticking: bool = True) -> HomeworkList:
        first, last = (date(2026, 10, 12), date(2026, 10, 18)) if week else (TODAY, TODAY)
        items = (self.homework(files=1), self.homework(done=True, individual=True)) * (20 if self.hostile else 1)
        return HomeworkList(self.child, TODAY, first, last, items, ticking, TODAY - timedelta(days=1))

    def name(self, number: int = 1) -> SubjectName:
        return SubjectName(SubjectId(self.key - number), self.text("Алгебра", 100), self.text("Алг", 40))

    def subjects(self) -> HomeworkSubjects:
        return HomeworkSubjects(self.child, TODAY, tuple(self.name(number) for number in range(17)))

    def subject_tasks(self) -> SubjectHomework:
        items = (self.homework(files=1), self.homework(due_on=None, done=True)) * 15
        return SubjectHomework(self.child, TODAY, self.name(), items)

    def files(self) -> Files:
        attached = Attachment(AttachmentId(1), FileKind.PHOTO, "file", "")
        return Files(self.child, TODAY, self.homework(files=1), (attached,))

    def span(self) -> Neighbours:
        quarters = [
            Period(
                PeriodId(self.key - number), self.text(f"{number} четверть", 100), PeriodKind.QUARTER, frozenset({7}),
                date(2026, 9, 1), date(2026, 10, 24),
            )
            for number in (1, 2, 3)
        ]  # fmt: skip
        return Neighbours(quarters[1], quarters[0], quarters[2])

    def progress(self, subjects: int = 17, marks: int = 3) -> Progress:
        row = tuple(self.mark(fresh=number == 0, weight=number + 1) for number in range(marks))
        each = [SubjectProgress(self.name(number), row, Decimal("4.33"), Decimal("4.50")) for number in range(subjects)]
        return Progress(self.child, TODAY, self.span(), (*each, SubjectProgress(self.name(subjects))))

    def absences(self, lessons: int = 60) -> Absences:
        records = tuple(
            Missed(
                LessonId(number + 1), TODAY - timedelta(days=number // 3), 3 - number % 3, self.text("Алгебра", 100),
                (Presence.ILL, Presence.ABSENT, Presence.LATE)[number % 3], 5,
            )
            for number in range(lessons)
        )  # fmt: skip
        totals = MissedTotals(absent=2, ill=8, excused=1, late=3, minutes=15)
        subjects = tuple((self.text(f"Предмет {number}", 100), totals) for number in range(17))
        return Absences(self.child, TODAY, self.span(), records, totals, subjects, days=2)

    def glance(self, children: int = 2) -> Glance:
        return Glance(
            self.child, TODAY, (self.child,) * children, 6, time(10, 20), self.text("Физика", 100), TODAY,
            TODAY + timedelta(days=1), 3, 2,
        )  # fmt: skip
