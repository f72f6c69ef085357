"""An external work from its lesson to its marks, as duties tell it (JRN-14) [004 §2]."""

from datetime import timedelta

from core.model.ids import SchoolId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.school import Preset
from core.usecases.duty_list import DutiesAt, duties_at
from core.usecases.marks import SetMark, set_mark
from core.usecases.works import ReceiveResults, receive_results
from tests.classroom import Classroom, classroom
from tests.world import World


async def states(room: Classroom) -> dict[str, tuple[str, timedelta]]:
    """The states of what is asked of the lesson's marks, each with the time that is left."""
    world = room.world
    found = await world.see(duties_at, DutiesAt(SchoolId(world.school)))
    rows = ("sgo.diagnostics", "sgo.marks", "sgo.long-check")
    return {
        duty.rule.id: (duty.state.value, duty.due_at - world.clock.now())
        for duty in found
        if duty.rule.id in rows and duty.subject.lesson == room.lesson
    }


async def test_an_external_work_has_a_day_from_its_results(world: World) -> None:
    room = await classroom(world)
    await world.change_school(preset=Preset.SGO)
    work = await room.work(WorkKind.DIAGNOSTIC)
    world.clock.shift(days=10)
    assert await states(room) == {}
    await room.do(receive_results, ReceiveResults(work))
    assert (await states(room))["sgo.diagnostics"] == ("open", timedelta(days=1))
    assert "sgo.marks" not in await states(room)
    world.clock.shift(days=1)
    assert (await states(room))["sgo.diagnostics"][0] == "open"
    world.clock.shift(seconds=1)
    assert (await states(room))["sgo.diagnostics"][0] == "overdue"
    for student in room.students:
        await room.do(set_mark, SetMark(work, student, MarkValue.FOUR))
    found = await states(room)
    assert (found["sgo.diagnostics"][0], found["sgo.long-check"][0]) == ("done_late", "done")
    assert found["sgo.marks"][0] == "done"
