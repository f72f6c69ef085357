"""The first weeks of the demo school: teachers fill lesson after lesson, as diligently as each of them is."""

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.sandbox.demo.data import school, words
from core.model.attendance import Presence
from core.model.errors import Refusal
from core.model.ids import LessonId, PersonId
from core.model.journal import LessonFacts
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.storage.work import Work, Works
from core.usecases.attendance import OpenAttendance, TakeAttendance, attendance_sheet, take_attendance
from core.usecases.homework import NoHomework, PlanHomework, SetHomework, no_homework, plan_homework, set_homework
from core.usecases.lesson_reading import MyDay, my_day
from core.usecases.marks import NoMarks, SetMarks, no_marks, set_marks
from core.usecases.remarks import WriteRemark, write_remark
from core.usecases.topics import OpenTopics, SetTopic, set_topic, topic_sheet
from core.usecases.works import DeclareWork, declare_work

FIRST_GRADE = 1
CONTROL_DAY = date(2026, 9, 17)


class DemoClock:
    """A clock that the life of the demo school sets from lesson to lesson."""

    def __init__(self, instant: datetime) -> None:
        """Begin at `instant`."""
        self.instant = instant

    def now(self) -> datetime:
        """Give the instant it was set to."""
        return self.instant


@dataclass(frozen=True, slots=True)
class Teacher:
    """A teacher's account and habits."""

    telegram: int
    forgetful: bool = False
    late: bool = False


class Life:
    """Lives school days one after the other."""

    def __init__(self, works: Works, clock: DemoClock, teachers: Sequence[Teacher]) -> None:
        """Everything is decided by one fixed sequence of chances: the same school on every machine."""
        self._works = works
        self._clock = clock
        self._teachers = teachers
        self._chance = random.Random(12)  # noqa: S311 - a story, not a secret

    async def live(self, first: date, until: datetime) -> None:
        """Fill all lessons that ended from the first day until an instant."""
        day = first
        while day <= until.date():
            for teacher in self._teachers:
                await self._fill_day(teacher, day, until)
            day += timedelta(days=1)

    async def _fill_day(self, teacher: Teacher, day: date, until: datetime) -> None:
        async with self._works.reading(teacher.telegram) as work:
            shown = await my_day(work, MyDay(day))
        for facts in shown.lessons:
            if facts.lesson.ends_at > until or shown.handed_over(facts):
                continue
            self._clock.instant = facts.lesson.ends_at - timedelta(minutes=2)
            async with self._works.changing(teacher.telegram) as work:
                await self._fill(work, facts, teacher, recent=(until.date() - day).days < 2)

    async def _fill(self, work: Work, facts: LessonFacts, teacher: Teacher, *, recent: bool) -> None:
        lesson = facts.lesson.id
        missing = await self._attendance(work, lesson)
        await self._topic(work, lesson)
        if facts.lesson.grade == FIRST_GRADE:
            return
        if not (recent and teacher.forgetful):
            await self._homework(work, lesson)
        if not (recent and teacher.late):
            await self._marks(work, facts, missing)

    async def _attendance(self, work: Work, lesson: LessonId) -> dict[PersonId, Presence]:
        sheet = await attendance_sheet(work, OpenAttendance(lesson))
        noted = {}
        for at, pupil in enumerate(sheet.pupils):
            # An illness lasts for days: it is decided by the week, not by the lesson.
            week = self._clock.instant.isocalendar().week
            if (at * 7 + week * 5) % 23 == 0:
                noted[pupil.id] = Presence.ILL
            elif self._chance.random() < 0.012:
                noted[pupil.id] = self._chance.choice((Presence.ABSENT, Presence.EXCUSED, Presence.LATE))
        marks = tuple((student, presence, 7) for student, presence in noted.items())
        await take_attendance(work, TakeAttendance(lesson, marks))
        return noted

    async def _topic(self, work: Work, lesson: LessonId) -> None:
        sheet = await topic_sheet(work, OpenTopics(lesson))
        if sheet.topics:
            await set_topic(work, SetTopic(lesson, plan_topic=sheet.topics[0].id))

    async def _homework(self, work: Work, lesson: LessonId) -> None:
        if self._chance.random() < 0.2:
            await no_homework(work, NoHomework(lesson))
            return
        if not await _accepted(plan_homework, work, PlanHomework(lesson)):
            text = self._chance.choice(words()["life"]["homework"])
            await _accepted(set_homework, work, SetHomework(lesson, text))

    async def _marks(self, work: Work, facts: LessonFacts, missing: dict[PersonId, Presence]) -> None:
        sheet = await attendance_sheet(work, OpenAttendance(facts.lesson.id))
        present = [pupil.id for pupil in sheet.pupils if not missing.get(pupil.id, Presence.PRESENT).missed]
        control = facts.lesson.day == CONTROL_DAY and facts.lesson.number in (2, 3)
        chosen = present if control else self._chance.sample(present, k=min(len(present), self._chance.randint(0, 5)))
        if not chosen:
            await no_marks(work, NoMarks(facts.lesson.id))
            return
        title = words()["life"]["control"] if control else ""
        kind = WorkKind.CONTROL if control else self._chance.choice(_EVERYDAY)
        declared = await declare_work(work, DeclareWork(facts.lesson.id, kind, title=title))
        entries = tuple((student, (self._value(student),)) for student in chosen)
        await set_marks(work, SetMarks(declared.work.id, entries))
        if self._chance.random() < 0.08:
            text = self._chance.choice(words()["life"]["remarks"])
            await write_remark(work, WriteRemark(facts.lesson.id, chosen[0], text))

    def _value(self, student: PersonId) -> MarkValue:
        # Some are strong, some are not: the student's number leans the chances.
        lean = (student * 37 % 10) / 10
        points = round(min(5, max(2, self._chance.gauss(3.3 + 1.4 * lean, 0.7))))
        return MarkValue(str(points))


_EVERYDAY = (WorkKind.ANSWER, WorkKind.ANSWER, WorkKind.HOMEWORK, WorkKind.INDEPENDENT)


async def _accepted(usecase: Callable[[Work, Any], Awaitable[Any]], work: Work, command: object) -> bool:
    """Tell whether the school's rules let it pass: a plan without a task, a group without a next lesson."""
    try:
        await usecase(work, command)
    except Refusal:
        return False
    return True


def habits() -> tuple[set[str], set[str]]:
    """Give the codes of the forgetful and of the late teachers."""
    diligence = school()["diligence"]
    return set(diligence["forgetful"]), set(diligence["late"])
