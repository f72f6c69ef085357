"""The month played on the program: a school as the cast says, happenings by use cases, and what arrived as lines."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from core.model.attendance import Presence
from core.model.calendar import CalendarKind
from core.model.ids import KlassId, LessonId, PersonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.preferences import Telling, Topic
from core.model.school import ALL_GRADES
from core.storage.rows import CalendarRow
from core.usecases import notice_sending, notices
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


@dataclass
class Stage:
    """A school that plays the month; ids of what the script names."""

    world: World
    klasses: list[KlassOf] = field(default_factory=list)
    teachers: list[int] = field(default_factory=list)
    deputy: int = 0
    groups: list[int] = field(default_factory=list)
    chats: dict[str, int] = field(default_factory=dict)
    lessons: dict[tuple[int, date, int], LessonId] = field(default_factory=dict)
    ids: dict[tuple[str, int], Any] = field(default_factory=dict)

    async def play(self, happening: Happening) -> None:
        """Let it happen; the clock shows its instant."""
        await getattr(self, f"_{happening.what}")(happening)

    def _pupil(self, happening: Happening, place: int) -> PersonId:
        return PersonId(self.klasses[happening.klass].students[place])

    def _lesson(self, happening: Happening) -> LessonId:
        return self.lessons[happening.klass, *happening.lesson]

    async def _do(self, happening: Happening, usecase: Callable[[Any, Any], Awaitable[Any]], command: Any) -> Any:
        return await self.world.do(usecase, command, self.teachers[happening.klass])

    async def _marks(self, happening: Happening) -> None:
        (place,) = happening.places
        key = happening.name, place
        known = self.ids.get(key)
        if known is None:
            marked = await self._first(happening, place)
        elif happening.value:
            value = MarkValue(happening.value)
            marked = await self._do(happening, correct_mark, CorrectMark(known, value, reason="Описка"))
        else:
            marked = await self._do(happening, withdraw_mark, WithdrawMark(known, reason="Описка"))
        self.ids[key] = marked.corrections[0].id if happening.value else None

    async def _first(self, happening: Happening, place: int) -> Any:
        if (happening.name, -1) not in self.ids:
            declare = DeclareWork(self._lesson(happening), WorkKind.ANSWER, title=happening.name)
            self.ids[happening.name, -1] = (await self._do(happening, declare_work, declare)).work.id
        work, pupil = self.ids[happening.name, -1], self._pupil(happening, place)
        command = SetMark(work, pupil, MarkValue(happening.value), despite_absence=True, reason="Описка")
        return await self._do(happening, set_mark, command)

    async def _attendance(self, happening: Happening) -> None:
        presence = PRESENCES[happening.value or "present"]
        minutes = 7 if presence is Presence.LATE else 0
        noted = tuple((self._pupil(happening, place), presence, minutes) for place in happening.places)
        await self._do(happening, take_attendance, TakeAttendance(self._lesson(happening), noted))

    async def _homework(self, happening: Happening) -> None:
        key = happening.name, 0
        if key not in self.ids:
            given = await self._do(happening, set_homework, SetHomework(self._lesson(happening), happening.name))
            self.ids[key] = given.id
        elif happening.value:
            command = ChangeHomework(self.ids[key], f"{happening.value} {happening.name}")
            await self._do(happening, change_homework, command)
        else:
            await self._do(happening, withdraw_homework, WithdrawHomework(self.ids[key]))

    async def _remarks(self, happening: Happening) -> None:
        pupil = self._pupil(happening, happening.places[0])
        await self._do(happening, write_remark, WriteRemark(self._lesson(happening), pupil, happening.name))

    async def _timetable(self, happening: Happening) -> None:
        await self.world.do(cancel_lesson, CancelLesson(self._lesson(happening)), self.deputy)

    async def _notices(self, happening: Happening) -> None:
        klass = KlassId(self.klasses[happening.klass].id)
        key = await self._do(happening, notices.begin_notice, notices.BeginNotice(klass=klass))
        await self._do(happening, notices.write_notice, notices.WriteNotice(key, happening.name))
        await self._do(happening, notice_sending.send_notice, notice_sending.OfNotice(key))


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
