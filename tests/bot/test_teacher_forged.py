"""Every button of the journal, pressed by those it is not for: refused, nothing shown, nothing written (E1, ACC-6)."""

from typing import Any

import pytest
from sqlalchemy import func, select

from bot.callbacks import Press, marks, number_of, prefix_of, teacher
from core.model.attendance import Presence
from core.model.homework import HomeworkKind
from core.model.ids import ID_LIMIT
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.storage.rows import (
    AttendanceRow,
    AuditRow,
    EventRow,
    HomeworkRow,
    KeyValueRow,
    LessonRow,
    MarkRow,
    RemarkRow,
    WorkRow,
)
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.homework import SetHomework, set_homework
from core.usecases.marks import SetMark, set_mark
from core.usecases.remarks import WriteRemark, write_remark
from tests.chats.stage import staged
from tests.classroom import NEXT_WEEK, Classroom, classroom
from tests.world import World

WRITTEN = (AttendanceRow, AuditRow, EventRow, HomeworkRow, MarkRow, RemarkRow, WorkRow, LessonRow)
PRESSES = sorted(
    (
        kind
        for module in (teacher, marks)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Press) and kind is not Press
    ),
    key=prefix_of,
)
# These show the presser's own lessons, whoever presses.
OWN = (teacher.TeacherDayPress, teacher.OverduePress)
WORST = {
    "day": 766_645,
    "value": MarkValue.EXEMPT,
    "kind": WorkKind.INDEPENDENT,
    "reason": "retake",
    "minutes": 9999,
    "seen": 9999,
    "standing": 9999,
    "place": 9999,
    "weight": 9999,
    "days": 9999,
}


async def _known(room: Classroom) -> dict[str, Any]:
    """Real ids of a filled lesson."""
    work = await room.work()
    student = room.students[0]
    done = await room.do(set_mark, SetMark(work, student, MarkValue.FIVE))
    await room.do(take_attendance, TakeAttendance(room.lesson, ((room.students[1], Presence.ABSENT, 0),)))
    task = await room.do(set_homework, SetHomework(room.lesson, "§14"))
    remark = await room.do(write_remark, WriteRemark(room.lesson, student, "Молодец"))
    topic = await room.world.topic("Алгебра", room.klass, 1, "Степени", "§15")
    return {
        "lesson": room.lesson,
        "student": student,
        "work": work,
        "mark": done.corrections[0].id,
        "task": task.id,
        "remark": remark,
        "topic": topic,
        "day": number_of(NEXT_WEEK),
        "value": MarkValue.FOUR,
        "minutes": 10,
        "standing": 1,
        "place": 0,
        "weight": 5,
        "days": 7,
        "sure": True,
    }


def _made(kind: type[Press], known: dict[str, Any]) -> Press:
    values = {name: known[name] for name in kind.model_fields if name in known}
    if "kind" in kind.model_fields:
        values["kind"] = HomeworkKind.ORAL if kind is teacher.TaskKindPress else WorkKind.CONTROL
    return kind(**values)


async def _counts(world: World) -> list[Any]:
    counts = [(await world.rows(select(func.count()).select_from(row)))[0][0] for row in WRITTEN]
    columns = (LessonRow.topic, LessonRow.attendance_at, LessonRow.topic_at, LessonRow.homework_at, LessonRow.marks_at)
    state = [tuple(row) for row in await world.rows(select(*columns).order_by(LessonRow.id))]
    changed = [tuple(row) for row in await world.rows(select(HomeworkRow.text, HomeworkRow.withdrawn_at))]
    works = [tuple(row) for row in await world.rows(select(WorkRow.weight, WorkRow.title))]
    return [*counts, state, changed, works]


async def test_nobody_else_reaches_a_lesson_by_its_buttons(world: World) -> None:
    room = await classroom(world)
    known = await _known(room)
    colleague = await world.enter(await world.staff("Белова Ольга Юрьевна"))
    parent = await world.enter(await world.guardian("Волкова Нина", room.students[0]))
    student = await world.enter(room.students[0])
    before = await _counts(world)
    async with staged(world) as stage:
        for who in (colleague, parent, student, 987_654):
            await stage.say(who, "/start")
            for kind in PRESSES:
                if kind in OWN:
                    continue
                said = await stage.press_data(who, _made(kind, known).pack())
                told = "\n".join(one.text for one in said)
                assert said, kind
                assert not any(word in told for word in ("Алгебра", "7Б", "Ёлкин", "Орлов", "§14")), (kind, told)
        assert await _counts(world) == before
        forms = await world.rows(select(KeyValueRow.key).where(KeyValueRow.key.startswith("form:")))
        assert not [key for (key,) in forms if key == f"form:{colleague}"]


async def test_ids_of_nothing_are_answered_too(world: World) -> None:
    room = await classroom(world)
    async with staged(world) as stage:
        await stage.say(room.telegram, "/start")
        before = await _counts(world)
        for kind in PRESSES:
            known = dict.fromkeys(await _known_names(), ID_LIMIT) | {**WORST, "sure": True}
            known.pop("reason")
            assert await stage.press_data(room.telegram, _made(kind, known).pack()), kind
        assert await _counts(world) == before


async def _known_names() -> tuple[str, ...]:
    return ("lesson", "student", "work", "mark", "task", "remark", "topic")


@pytest.mark.parametrize("kind", PRESSES, ids=prefix_of)
def test_a_button_fits_into_sixty_four_bytes_and_reads_back(kind: type[Press]) -> None:
    longest = {
        name: WORST.get(name, True if name in ("sure", "more", "alone", "another", "leave") else ID_LIMIT)
        for name in kind.model_fields
    }
    if kind is teacher.TaskKindPress:
        longest["kind"] = HomeworkKind.PRACTICAL
    packed = kind(**longest).pack()
    assert len(packed.encode()) <= 64, packed
    assert kind.read(packed) == kind(**longest)
