"""Families that no letter reaches: the class teacher's list, one family, the deputy's counts, the paper (NTF-9)."""

from bot.callbacks.reach import FamilyReachPress, PaperPress, ReachStepPress, SchoolReachPress, UnreachedPress
from bot.desk import Answer, Desk
from bot.screens import reach as screens
from bot.turn import Turn
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.reach import ReachStepKind
from core.usecases import unreached

desk = Desk()


@desk.press(UnreachedPress)
async def of_klass(turn: Turn, press: UnreachedPress) -> Answer:
    """Show whom of a class no letter reaches."""
    found = await turn.read(unreached.list_unreached, unreached.ListUnreached(KlassId(press.klass)))
    return screens.klass(found, press.page, turn.tr)


@desk.press(FamilyReachPress)
async def of_family(turn: Turn, press: FamilyReachPress) -> Answer:
    """Show one family."""
    found = await turn.read(unreached.open_family, unreached.OpenFamily(PersonId(press.student)))
    return screens.family(found, turn.tr)


@desk.press(ReachStepPress)
async def step(turn: Turn, press: ReachStepPress) -> Answer:
    """Record what was done for a family."""
    kind = ReachStepKind.PAPER if press.paper else ReachStepKind.CALLED
    found = await turn.change(unreached.note_step, unreached.NoteStep(PersonId(press.student), kind))
    return screens.family(found, turn.tr, noted=True)


@desk.press(SchoolReachPress)
async def of_school(turn: Turn, press: SchoolReachPress) -> Answer:
    """Show how many families of each class aren't reached."""
    school = SchoolId(press.school)
    counts = await turn.read(unreached.count_unreached, unreached.CountUnreached(school))
    return screens.school(school, counts, press.page, turn.tr)


@desk.press(PaperPress)
async def paper(turn: Turn, press: PaperPress) -> Answer:
    """Show who of a class gets this week on paper."""
    batch = await turn.read(unreached.paper_batch, unreached.PaperWeek(KlassId(press.klass)))
    return screens.paper(batch, turn.tr)
