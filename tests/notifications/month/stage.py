"""The month played on the program: a school as the cast says, happenings by use cases, and what arrived as lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.model.absence_note import AbsenceReason
from core.model.attendance import Presence
from core.model.calendar import CalendarKind
from core.model.ids import HomeworkId, KlassId, LessonId, MarkId, PersonId, WorkId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.preferences import Telling, Topic
from core.model.school import ALL_GRADES
from core.model.thread import ThreadSide
from core.storage.gateways import keyvalue
from core.storage.rows import CalendarRow
from core.storage.work import Work
from core.usecases import notice_sending, notices
from core.usecases.absence_notes import Announce, announce
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.homework import (
    ChangeHomework,
    SetHomework,
    WithdrawHomework,
    change_homework,
    set_homework,
    withdraw_homework,
)
from core.usecases.lesson_changing import CancelLesson, cancel_lesson
from core.usecases.marks import CorrectMark, SetMark, WithdrawMark, correct_mark, set_mark, withdraw_mark
from core.usecases.messages import Address, WriteFirst, write_first
from core.usecases.preferences import (
    ChooseDigest,
    ChooseQuiet,
    ChooseTelling,
    choose_digest,
    choose_quiet,
    choose_telling,
)
from core.usecases.remarks import WriteRemark, write_remark
from core.usecases.works import DeclareWork, declare_work
from tests.notifications.month.cast import KLASSES, USUAL_QUIET, Chat
from tests.notifications.month.expected import Window
from tests.notifications.month.script import FIRST, FREED, HOLIDAY, MOVED, STARTS, Happening, days, is_school_day
from tests.world import KlassOf, World

PRESENCES = {value.value: value for value in Presence}


Ids = dict[str, int | None]
_PLAYED = "tests:month"


@dataclass
class Stage:
    """A school that plays the month; ids of what the script names."""

    world: World
    klasses: list[KlassOf] = field(default_factory=list)
    teachers: list[int] = field(default_factory=list)
    deputy: int = 0
    groups: list[int] = field(default_factory=list)
    chats: dict[str, int] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)
    lessons: dict[tuple[int, date, int], LessonId] = field(default_factory=dict)
    ids: Ids = field(default_factory=dict)
    played: int = 0

    async def play(self, happening: Happening) -> None:
        """Let it happen in one transaction, which keeps how far the month has come; the clock shows its instant."""
        actor = self._actor(happening)
        ids = dict(self.ids)
        async with self.world.works.changing(actor) as work:
            ids |= await getattr(self, f"_{happening.what}")(work, happening)
            await work.run(keyvalue.put, _PLAYED, {"played": self.played + 1, "ids": ids}, work.now)
        self.ids, self.played = ids, self.played + 1

    def _actor(self, happening: Happening) -> int:
        match happening.what:
            case "timetable":
                return self.deputy
            case "announced":
                return self.chats[_father(happening)]
        return self.teachers[happening.klass]

    async def resume(self) -> None:
        """Remember how far the month has come."""
        async with self.world.works.reading() as work:
            kept = await work.run(keyvalue.get, _PLAYED) or {"played": 0, "ids": {}}
        self.played, self.ids = kept["played"], kept["ids"]

    def _pupil(self, happening: Happening, place: int) -> PersonId:
        return PersonId(self.klasses[happening.klass].students[place])

    def _lesson(self, happening: Happening) -> LessonId:
        return self.lessons[happening.klass, *happening.lesson]

    async def _marks(self, work: Work, happening: Happening) -> Ids:
        (place,) = happening.places
        key = f"{happening.name}:{place}"
        known = self.ids.get(key)
        if known is None:
            return await self._first(work, happening, place)
        if happening.value:
            command = CorrectMark(MarkId(known), MarkValue(happening.value), reason="Описка")
            return {key: (await correct_mark(work, command)).corrections[0].id}
        await withdraw_mark(work, WithdrawMark(MarkId(known), reason="Описка"))
        return {key: None}

    async def _first(self, work: Work, happening: Happening, place: int) -> Ids:
        declared = self.ids.get(happening.name)
        if declared is None:
            command = DeclareWork(self._lesson(happening), WorkKind.ANSWER, title=happening.name)
            declared = (await declare_work(work, command)).work.id
        pupil, value = self._pupil(happening, place), MarkValue(happening.value)
        given = SetMark(WorkId(declared), pupil, value, despite_absence=True, reason="Описка")
        marked = await set_mark(work, given)
        return {happening.name: declared, f"{happening.name}:{place}": marked.corrections[0].id}

    async def _attendance(self, work: Work, happening: Happening) -> Ids:
        presence = PRESENCES[happening.value or "present"]
        minutes = 7 if presence is Presence.LATE else 0
        noted = tuple((self._pupil(happening, place), presence, minutes) for place in happening.places)
        await take_attendance(work, TakeAttendance(self._lesson(happening), noted))
        return {}

    async def _homework(self, work: Work, happening: Happening) -> Ids:
        known = self.ids.get(happening.name)
        if known is None:
            given = await set_homework(work, SetHomework(self._lesson(happening), happening.name))
            return {happening.name: given.id}
        if happening.value:
            await change_homework(work, ChangeHomework(HomeworkId(known), f"{happening.value} {happening.name}"))
        else:
            await withdraw_homework(work, WithdrawHomework(HomeworkId(known)))
        return {}

    async def _remarks(self, work: Work, happening: Happening) -> Ids:
        pupil = self._pupil(happening, happening.places[0])
        await write_remark(work, WriteRemark(self._lesson(happening), pupil, happening.name))
        return {}

    async def _timetable(self, work: Work, happening: Happening) -> Ids:
        await cancel_lesson(work, CancelLesson(self._lesson(happening)))
        return {}

    async def _messages(self, work: Work, happening: Happening) -> Ids:
        pupil, father = self._pupil(happening, happening.places[0]), PersonId(self.persons[_father(happening)])
        await write_first(work, WriteFirst(Address(pupil, father, ThreadSide.STAFF), happening.name))
        return {}

    async def _announced(self, work: Work, happening: Happening) -> Ids:
        pupil, day = self._pupil(happening, happening.places[0]), happening.lesson[0]
        await announce(work, Announce(pupil, day, day, AbsenceReason.ILL))
        return {}

    async def _notices(self, work: Work, happening: Happening) -> Ids:
        klass = KlassId(self.klasses[happening.klass].id)
        key = await notices.begin_notice(work, notices.BeginNotice(klass=klass))
        await notices.write_notice(work, notices.WriteNotice(key, happening.name))
        await notice_sending.send_notice(work, notice_sending.OfNotice(key))
        return {}


def _father(happening: Happening) -> str:
    return f"Папа{100 * (happening.klass + 1) + happening.places[0]}"


async def build(world: World, cast: Sequence[Chat], window: Window | None) -> Stage:
    """Found the school on the evening before the month, and let every chat choose what the cast says."""
    stage = Stage(world)
    world.clock.to(FIRST - timedelta(days=1), 12)
    if window:
        await world.change_school(publication_opens=window.opens, publication_closes=window.closes)
    await _calendar(world)
    deputy = await world.staff("Завуч Нина", Role.DEPUTY)
    stage.deputy = await world.enter(deputy)
    people = await _classes(stage)
    for chat in cast:
        children = [people[pupil.family] for pupil in chat.pupils]
        person = children[0] if chat.own else await world.guardian(f"{chat.name} Анна", *children)
        stage.persons[chat.name] = person
        stage.chats[chat.name] = await world.enter(person)
        await _choose(stage, chat, children)
    return stage


async def _calendar(world: World) -> None:
    entries = [
        ("День народного единства", CalendarKind.PUBLIC_HOLIDAY, HOLIDAY, {}),
        ("За понедельник", CalendarKind.MOVED, MOVED, {"taught_as_weekday": 0}),
        ("Выходной за субботу", CalendarKind.DAY_OFF, FREED, {}),
    ]
    for name, kind, day, more in entries:
        values = {"name": name, "kind": kind, "starts_on": day, "ends_on": day, "grades": ALL_GRADES}
        await world.insert(CalendarRow, school_id=world.school, **values, **more)


async def _classes(stage: Stage) -> dict[str, int]:
    world = stage.world
    people: dict[str, int] = {}
    for number, name in enumerate(KLASSES):
        teacher = await world.staff(f"Учитель{number} Анна")
        names = [f"Ученик{100 * (number + 1) + place}" for place in range(16)]
        klass = await world.klass(name, [f"{family} Лев" for family in names], class_teacher=teacher)
        people.update(zip(names, klass.students, strict=True))
        group = await world.group(klass, "Алгебра", teacher)
        stage.klasses.append(klass)
        stage.teachers.append(await world.enter(teacher))
        for day in filter(is_school_day, days()):
            for lesson in STARTS:
                key = number, day, lesson
                stage.lessons[key] = LessonId(await world.lesson(klass, group, teacher, day, lesson))
    return people


async def _choose(stage: Stage, chat: Chat, children: Sequence[int]) -> None:
    ids = {pupil.code: PersonId(child) for pupil, child in zip(chat.pupils, children, strict=True)}
    async with stage.world.works.changing(stage.chats[chat.name]) as work:
        if chat.quiet != USUAL_QUIET:
            await choose_quiet(work, ChooseQuiet(*(chat.quiet or (None, None))))
        if chat.digest:
            await choose_digest(work, ChooseDigest(chat.digest))
        for (code, topic), manner in chat.chosen.items():
            await choose_telling(work, ChooseTelling(ids[code], Topic(topic), Telling(manner)))
