"""7Б with its class teacher, two guardians of its first student and a stranger: where tests of absences start."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select, update

from core.model.absence_note import AbsenceReason, NoteCase, NoteState
from core.model.attendance import Presence
from core.model.events import EventKind
from core.model.homework import FileKind, SentFile
from core.model.ids import AbsenceNoteId, PersonId
from core.model.people import Role
from core.storage.queries.journal import CURRENT_ATTENDANCE
from core.storage.rows import AbsenceNoteRow, AttendanceRow, AuditRow, EventRow, KlassRow
from core.usecases.absence_notes import Announce, announce
from core.usecases.attendance import TakeAttendance, take_attendance
from tests.classroom import Classroom, classroom
from tests.world import TODAY, World

DAY = timedelta(days=1)
PAPER = SentFile(FileKind.PHOTO, "paper")


@dataclass(frozen=True, slots=True)
class Family:
    """Telegram ids of everybody, and what has become of the first student's absence."""

    world: World
    room: Classroom
    mother: int
    father: int
    stranger: int
    teacher: int
    """The class teacher: not who gives the lesson."""
    deputy: int
    student: int
    leader: PersonId

    @property
    def child(self) -> PersonId:
        return self.room.students[0]

    async def say(
        self,
        who: int,
        reason: AbsenceReason = AbsenceReason.ILL,
        first: date = TODAY,
        last: date = TODAY,
        **more: Any,
    ) -> NoteCase:
        return await self.world.do(announce, Announce(self.child, first, last, reason, **more), who)

    async def miss(self, presence: Presence = Presence.ABSENT) -> None:
        """The teacher notes the child's absence in the present lesson."""
        await self.room.do(take_attendance, TakeAttendance(self.room.lesson, ((self.child, presence, 0),)))

    async def presence(self) -> tuple[Presence, str]:
        query = select(AttendanceRow.presence, AttendanceRow.reason).where(
            AttendanceRow.student_id == self.child, AttendanceRow.lesson_id == self.room.lesson, CURRENT_ATTENDANCE
        )
        found = (await self.world.rows(query))[0]
        return found[0], found[1]

    async def state(self, note: AbsenceNoteId) -> NoteState:
        state: NoteState = (await self.world.rows(select(AbsenceNoteRow.state).where(AbsenceNoteRow.id == note)))[0][0]
        return state

    async def told(self) -> list[tuple[EventKind, int | None]]:
        """Events of absences with whom they are for, in order; news of attendance too."""
        kinds = [kind for kind in EventKind if kind.value.startswith(("absence", "attendance"))]
        query = select(EventRow.kind, EventRow.person_id).where(EventRow.kind.in_(kinds)).order_by(EventRow.id)
        return [(row[0], row[1]) for row in await self.world.rows(query)]

    async def audited(self) -> list[str]:
        query = select(AuditRow.kind).where(AuditRow.kind.like("absence.%")).order_by(AuditRow.seq)
        return [row[0] for row in await self.world.rows(query)]


async def family(world: World) -> Family:
    """Build it; the lesson goes on, nobody has taken attendance yet."""
    room = await classroom(world)
    leader = await world.staff("Белова Ирина Николаевна")
    child, other = room.students[:2]
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=leader)))
    return Family(
        world,
        room,
        mother=await world.enter(await world.guardian("Волкова Инна Сергеевна", child)),
        father=await world.enter(await world.guardian("Волков Олег Игоревич", child)),
        stranger=await world.enter(await world.guardian("Ёлкина Ольга Петровна", other)),
        teacher=await world.enter(leader),
        deputy=await world.enter(await world.staff("Сафонова Нина Игоревна", Role.DEPUTY)),
        student=await world.enter(child),
        leader=PersonId(leader),
    )
