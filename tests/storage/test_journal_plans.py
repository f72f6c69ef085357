"""No screen or tap of the journal reads a whole table: what a school writes for years must not slow a lesson down."""

from core.model.attendance import Presence
from core.model.homework import FileKind, SentFile
from core.model.mark import MarkValue
from core.usecases.attendance import OpenAttendance, TakeAttendance, attendance_sheet, take_attendance
from core.usecases.dictation import Dictate, StoreList, dictate, store_list
from core.usecases.homework import OpenHomework, SetHomework, homework_sheet, set_homework
from core.usecases.lesson_reading import MyDay, MyDebts, OpenLesson, lesson_card, my_day, my_debts
from core.usecases.marks import OpenMarks, SetMark, UndoMark, mark_sheet, set_mark, undo_mark
from core.usecases.remarks import WriteRemark, write_remark
from core.usecases.topics import OpenTopics, SetTopic, set_topic, topic_sheet
from tests.classroom import Classroom, classroom
from tests.storage.scanning import asked, scans
from tests.world import World

GROWING = "mark|attendance|lesson|work|homework|attachment|remark|enrolment|person|audit|event|letter|inbox|keyvalue"


async def _live(room: Classroom) -> None:
    """Do everything that a teacher does in a lesson, and look at it."""
    work = await room.work()
    done = await room.do(set_mark, SetMark(work, room.students[0], MarkValue.FIVE))
    await room.do(undo_mark, UndoMark(done.corrections[0].id))
    await room.do(take_attendance, TakeAttendance(room.lesson, ((room.students[1], Presence.ABSENT, 0),)))
    await room.do(dictate, Dictate(work, "Жуков 5, Орлов н"))
    await room.do(store_list, StoreList(work))
    await room.do(set_topic, SetTopic(room.lesson, "Степени"))
    await room.do(set_homework, SetHomework(room.lesson, "§14", files=(SentFile(FileKind.PHOTO, "F"),)))
    await room.do(write_remark, WriteRemark(room.lesson, room.students[0], "Молодец"))
    await room.see(my_day, MyDay())
    await room.see(my_debts, MyDebts())
    await room.see(lesson_card, OpenLesson(room.lesson))
    await room.see(mark_sheet, OpenMarks(room.lesson))
    await room.see(attendance_sheet, OpenAttendance(room.lesson))
    await room.see(homework_sheet, OpenHomework(room.lesson))
    await room.see(topic_sheet, OpenTopics(room.lesson))


async def test_no_statement_scans_a_growing_table(world: World) -> None:
    room = await classroom(world)
    with asked(world) as statements:
        await _live(room)
    assert len(statements) > 15
    assert not await scans(world, statements, rf"{GROWING}|newer_\w+|earlier\w*|given")
