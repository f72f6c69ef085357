"""Two schools of one shape, lived in, with a canary in every name and text, so that a leak is seen as a leak."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

from core.model.absence_note import AbsenceReason
from core.model.appeal import AppealReason
from core.model.attendance import Presence
from core.model.final_mark import FinalKind, PermissionKind
from core.model.homework import FileKind, SentFile
from core.model.ids import LessonId, PersonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonKind, Role
from core.storage.rows import (
    AbsenceNoteFileRow,
    AbsenceNoteRow,
    AppealRow,
    FinalMarkRow,
    GroupRow,
    GuardianshipRow,
    InvitationRow,
    LatePermissionRow,
    LostReportRow,
    OperationReviewRow,
    PeriodRow,
    ThreadMessageRow,
    ThreadRow,
)
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.homework import SetHomework, set_homework
from core.usecases.marks import CorrectMark, SetMark, correct_mark, set_mark
from core.usecases.remarks import WriteRemark, write_remark
from core.usecases.topics import SetTopic, set_topic
from core.usecases.works import DeclareWork, declare_work
from tests.world import TODAY, KlassOf, World

NEXT = date(2026, 10, 22)
_SIGNS = "абвгдежзиклмнопрстуфхцчшэюя"


@dataclass(frozen=True, slots=True)
class Canary:
    """A sign that stands nowhere else: of which school, class, teaching group and child it tells, and what it is."""

    sign: str
    school: str
    what: str
    klass: str = ""
    group: str = ""
    child: int = 0
    person: int = 0


@dataclass(slots=True)
class Canaries:
    """All canaries; `new` makes one more."""

    all: list[Canary] = field(default_factory=list)

    def sign(self) -> str:
        number = len(self.all)
        return f"Ъъ{_SIGNS[number // 27 % 27]}{_SIGNS[number % 27]}ъ"

    def new(self, school: str, what: str, **more: Any) -> str:
        sign = self.sign()
        self.all.append(Canary(sign, school, what, **more))
        return sign

    def name(self, school: str, what: str, **more: Any) -> str:
        return " ".join(self.new(school, what, **more) for _ in range(3))

    def of_person(self, names: str, person: int, child: int = 0) -> int:
        """Remember whose names these were."""
        for at, known in enumerate(self.all):
            if known.sign in names.split():
                self.all[at] = Canary(known.sign, known.school, known.what, known.klass, known.group, child, person)
        return person


@dataclass(slots=True)
class Klass:
    """A class: ids by the names of the fields that buttons carry them in, and who belongs to it."""

    school: str
    known: KlassOf
    ids: dict[str, int]
    guardians: dict[int, int]
    groups: dict[str, int]
    lessons: dict[str, int]
    members: dict[str, tuple[int, ...]]
    sheet: dict[str, dict[str, int]]


@dataclass(slots=True)
class School:
    """A school: its staff by what they do, and its classes."""

    name: str
    id: int
    staff: dict[str, int]
    klasses: dict[str, Klass]


class Builder:
    """Builds schools of one shape into a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.canaries = Canaries()

    async def person(self, school: str, what: str, kind: PersonKind, klass: str = "", child: int = 0) -> int:
        names = self.canaries.name(school, what, klass=klass)
        person = await self.world.person(names, kind)
        return self.canaries.of_person(names, person, child or (person if kind is PersonKind.STUDENT else 0))

    async def staff(self, school: str, what: str, *roles: Role) -> int:
        names = self.canaries.name(school, "staff")
        return self.canaries.of_person(names, await self.world.staff(names, *roles))

    async def school(self, name: str, classes: tuple[str, str]) -> School:
        """Found a school with two classes, all roles, and a day of lessons that were given."""
        await self.world.found(name=f"Школа {self.canaries.new(name, 'school')}", short_name=name)
        staff = {role.value: await self.staff(name, role.value, role) for role in OFFICE}
        for what in ("first", "second", "substitute", "elsewhere", "supervisor", "pending"):
            roles = (Role.ADMINISTRATOR,) if what == "pending" else (Role.TEACHER,)
            staff[what] = await self.staff(name, what, *roles)
        school = School(name, self.world.school, staff, {})
        for at, klass in enumerate(classes):
            teachers = ("first", "second", "supervisor") if at == 0 else ("elsewhere", "elsewhere", "")
            school.klasses[klass] = await self._klass(school, klass, *teachers)
        return school

    async def _klass(self, school: School, name: str, first: str, second: str, supervisor: str) -> Klass:
        world, staff, sign = self.world, school.staff, self.canaries.new
        names = [self.canaries.name(school.name, "student", klass=name) for _ in range(4)]
        made = await world.klass(name, names, class_teacher=staff.get(supervisor))
        for each, student in zip(names, made.students, strict=True):
            self.canaries.of_person(each, student, student)
        guardians = {
            await self.person(school.name, "guardian", PersonKind.GUARDIAN, name, child): child
            for child in made.students
        }
        for guardian, child in guardians.items():
            await world.insert(
                GuardianshipRow, guardian_id=guardian, student_id=child, relation="мать", electronic=True
            )
        whole, half = sign(school.name, "subject", klass=name), sign(school.name, "subject", klass=name)
        members = {"whole": made.students, "one": made.students[:2], "two": made.students[2:]}
        groups = {
            "whole": await world.group(made, whole, staff[first]),
            "one": await world.group(made, half, staff[first], "1", made.students[:2]),
            "two": await world.group(made, half, staff[second], "2", made.students[2:]),
        }
        teacher = {"whole": staff[first], "one": staff[first], "two": staff[second]}
        lessons = {}
        for number, group in enumerate(groups, 1):
            lessons[group] = await world.lesson(made, groups[group], teacher[group], TODAY, number)
            await world.lesson(made, groups[group], teacher[group], NEXT, number)
        lessons["replaced"] = await world.lesson(
            made, groups["whole"], staff[first], TODAY, 4, substitute_id=staff["substitute"] if supervisor else None
        )
        klass = Klass(school.name, made, {}, guardians, groups, lessons, members, {})
        klass.ids = {"klass": made.id, "school": school.id, "subject": await world.subject(whole)}
        klass.ids["group"] = groups["whole"]
        klass.ids["topic"] = await world.topic(whole, made, 1, sign(school.name, "topic", klass=name, group="whole"))
        return klass

    async def live(self, school: School, accounts: dict[int, int]) -> None:
        """Fill the lessons as their teachers: marks, absences, homework, remarks, each with its canaries."""
        for name, klass in school.klasses.items():
            first, second = ("first", "second") if "first" in school.staff and name[0] in "75" else ("elsewhere",) * 2
            for group, who in (("whole", first), ("one", first), ("two", second)):
                klass.sheet[group] = await self._filled(school, name, group, accounts[school.staff[who]])
            sheet = klass.sheet["whole"]
            child = klass.known.students[0]
            invitation = await self.world.insert(
                InvitationRow,
                school_id=school.id,
                person_id=klass.known.students[3],
                code_hash=f"{klass.known.id:064d}",
                issued_at=self.world.clock.now(),
                expires_at=self.world.clock.now().replace(month=12),
            )
            klass.ids |= sheet | {"child": child, "student": child, "person": child, "invitation": invitation}
            klass.ids["note"] = await self._absence(school, name, child)
            klass.ids["thread"] = await self._thread(school, name, child, school.staff[first])

    async def _thread(self, school: School, name: str, child: int, teacher: int) -> int:
        """What a guardian and a teacher wrote to each other."""
        klass, at = school.klasses[name], self.world.clock.now()
        guardian = next(iter(klass.guardians))
        sides = {"family_id": guardian, "staff_id": teacher, "role": Role.TEACHER}
        thread = await self.world.insert(ThreadRow, school_id=school.id, student_id=child, last_at=at, **sides)
        for author in (guardian, teacher):
            written = {"author_id": author, "written_at": at, "file_kind": FileKind.DOCUMENT}
            words = [self.canaries.new(school.name, "message", klass=name, child=child) for _ in range(3)]
            names = dict(zip(("text", "file_id", "file_name"), words, strict=True))
            await self.world.insert(ThreadMessageRow, thread_id=thread, **written, **names)
        return thread

    async def _absence(self, school: School, name: str, child: int) -> int:
        """What a guardian said of an absence, with a paper."""
        klass, at = school.klasses[name], self.world.clock.now()
        note = await self.world.insert(
            AbsenceNoteRow,
            school_id=school.id,
            student_id=child,
            filed_by=next(iter(klass.guardians)),
            filed_at=at,
            first=TODAY,
            last=TODAY,
            said=AbsenceReason.DOCTOR,
            words=self.canaries.new(school.name, "absence", klass=name, child=child),
        )
        paper = self.canaries.new(school.name, "paper", klass=name, child=child)
        await self.world.insert(AbsenceNoteFileRow, note_id=note, kind=FileKind.DOCUMENT, file_id=paper, received_at=at)
        return note

    async def _filled(self, school: School, name: str, group: str, telegram: int) -> dict[str, int]:
        klass, do = school.klasses[name], self.world.do
        lesson = LessonId(klass.lessons[group])

        def sign(what: str, child: int = 0) -> str:
            return self.canaries.new(school.name, what, klass=name, group=group, child=child)

        children = [PersonId(child) for child in klass.members[group]]
        work = (await do(declare_work, DeclareWork(lesson, WorkKind.ANSWER), telegram)).work.id
        roots = {}
        for child in children:
            made = await do(set_mark, SetMark(work, child, MarkValue.FIVE, comment=sign("comment", child)), telegram)
            remark = await do(write_remark, WriteRemark(lesson, child, sign("remark", child)), telegram)
            own = await do(set_homework, SetHomework(lesson, sign("task", child), student=child), telegram)
            roots[child] = made.corrections[0].id
            mended = CorrectMark(made.corrections[0].id, MarkValue.FOUR, reason=sign("reason", child))
            mark = (await do(correct_mark, mended, telegram)).corrections[0].id
        noted = tuple((child, Presence.ILL, 0) for child in children[:1])
        await do(take_attendance, TakeAttendance(lesson, noted), telegram)
        files = (SentFile(FileKind.DOCUMENT, sign("file"), sign("file")),)
        common = await do(set_homework, SetHomework(lesson, sign("homework"), files=files), telegram)
        await do(set_topic, SetTopic(lesson, text=sign("topic")), telegram)
        return {
            "lesson": lesson, "work": work, "mark": mark, "remark": remark, "task": common.id, "homework": common.id,
            "own_task": own.id, "group": klass.groups[group],
            **await self._closing(school, klass, group, children[-1]),
            **await self._asked(school, lesson, children[-1 if group == "two" else 0], roots),
        }  # fmt: skip

    async def _asked(self, school: School, lesson: int, child: int, roots: dict[Any, Any]) -> dict[str, int]:
        """A question about a child's mark, and a lost access."""
        world, at = self.world, self.world.clock.now()
        appeal = await world.insert(
            AppealRow,
            school_id=school.id,
            mark_id=roots[child],
            lesson_id=lesson,
            student_id=child,
            filed_by=child,
            filed_at=at,
            due_at=at.replace(day=at.day + 3),
            value=MarkValue.FOUR,
            reason=AppealReason.NOT_MINE,
        )
        report = await world.insert(
            LostReportRow, school_id=school.id, person_id=school.staff["elsewhere"], reported_at=at
        )
        operation = await world.insert(OperationReviewRow, report_id=report, seq=1)
        period = select(PeriodRow.id).where(PeriodRow.school_id == school.id).order_by(PeriodRow.starts_on)
        return {
            "root": roots[child],
            "appeal": appeal,
            "report": report,
            "operation": operation,
            "period": (await world.rows(period))[0][0],
        }

    async def _closing(self, school: School, klass: Klass, group: str, child: int) -> dict[str, int]:
        """A final mark of the quarter to come, and a request to open today's lesson."""
        world, at, of = self.world, self.world.clock.now(), klass.groups[group]
        subject = (await world.rows(select(GroupRow.subject_id).where(GroupRow.id == of)))[0][0]
        period = select(PeriodRow.id).where(PeriodRow.school_id == school.id).order_by(PeriodRow.starts_on.desc())
        final = await world.insert(
            FinalMarkRow,
            school_id=school.id,
            kind=FinalKind.PERIOD,
            student_id=child,
            klass_id=klass.known.id,
            subject_id=subject,
            group_id=of,
            year=TODAY.year,
            period_id=(await world.rows(period))[0][0],
            value=MarkValue.FIVE,
            recorded_at=at,
            recorded_by=school.staff["elsewhere"],
        )
        permission = await world.insert(
            LatePermissionRow,
            school_id=school.id,
            kind=PermissionKind.LESSON,
            group_id=of,
            lesson_id=klass.lessons[group],
            asked_by=school.staff["elsewhere"],
            asked_at=at,
            reason=self.canaries.new(school.name, "late", klass=klass.known.name, group=group),
        )
        return {"final": final, "permission": permission}


OFFICE = (
    Role.DEPUTY,
    Role.HEAD,
    Role.ADMINISTRATOR,
    Role.INSPECTOR,
    Role.PSYCHOLOGIST,
    Role.SECRETARY,
    Role.WORKING_GROUP,
)
