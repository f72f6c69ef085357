"""What is worth a look, for deputy and head: slips of a week (BEY-5), grounds of period marks (CTL-6)."""

from bot.callbacks.family import NOW, day_or_none
from bot.callbacks.oversight import (
    GroupObjectivityPress,
    KlassObjectivityPress,
    ObjectivityPress,
    SlipPress,
    SlipsPress,
)
from bot.desk import Answer, Desk
from bot.screens import objectivity as grounds
from bot.screens import slips as screens
from bot.turn import Turn
from core.model.errors import Stale
from core.model.ids import GroupId, KlassId, PeriodId, SchoolId
from core.usecases.objectivity import (
    JudgeGroup,
    JudgeKlass,
    ReadObjectivity,
    judge_group,
    judge_klass,
    read_objectivity,
)
from core.usecases.slips import ReadSlips, read_slips

desk = Desk()


@desk.press(SlipsPress)
async def slips(turn: Turn, press: SlipsPress) -> Answer:
    """Show what is worth a look in a week."""
    school = SchoolId(press.school)
    found = await turn.read(read_slips, ReadSlips(school, day_or_none(press.day)))
    return screens.slip_list(turn.tr, school, found, press.page)


@desk.press(SlipPress)
async def slip(turn: Turn, press: SlipPress) -> Answer:
    """Show one of them."""
    school = SchoolId(press.school)
    found = await turn.read(read_slips, ReadSlips(school, day_or_none(press.day)))
    if press.number >= len(found.slips):
        raise Stale
    return screens.slip_card(turn.tr, school, found, found.slips[press.number])


@desk.press(ObjectivityPress)
async def periods(turn: Turn, press: ObjectivityPress) -> Answer:
    """Show the classes of a period."""
    school = SchoolId(press.school)
    period = None if press.period == NOW else PeriodId(press.period)
    frame = await turn.read(read_objectivity, ReadObjectivity(school, period))
    return grounds.classes(turn.tr, school, frame, press.page)


@desk.press(KlassObjectivityPress)
async def klass(turn: Turn, press: KlassObjectivityPress) -> Answer:
    """Show the groups of a class."""
    wanted = JudgeKlass(KlassId(press.klass), PeriodId(press.period))
    found = await turn.read(judge_klass, wanted)
    return grounds.klass(turn.tr, found)


@desk.press(GroupObjectivityPress)
async def group(turn: Turn, press: GroupObjectivityPress) -> Answer:
    """Show the students of a group."""
    wanted = JudgeGroup(GroupId(press.group), PeriodId(press.period))
    found = await turn.read(judge_group, wanted)
    return grounds.group(turn.tr, found, press.page)
