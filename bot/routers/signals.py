"""Signals to the subject teacher; the class today; gaps told to the deputy (JRN-15, CLS-1, CLS-8)."""

from bot.callbacks.signals import GapPress, KlassTodayPress, SignalPress, SignalsPress, TellSignalPress
from bot.desk import Answer, Desk
from bot.screen import Alert
from bot.screens import klass_today as klass_screens
from bot.screens import signals as screens
from bot.turn import Turn
from core.model.errors import Stale
from core.model.ids import GroupId, KlassId, PersonId
from core.model.signal import Signal, SignalGroup
from core.usecases.klass_today import ShowKlassToday, TellGap, show_klass_today, tell_gap
from core.usecases.signals import ShowSignals, TellSignal, show_signals, tell_signal

desk = Desk()


@desk.press(SignalsPress)
async def group_signals(turn: Turn, press: SignalsPress) -> Answer:
    """Show the signals of a group."""
    return screens.group_signals(await _group(turn, press.group), press.page, turn.tr, press.lesson)


@desk.press(SignalPress)
async def one_signal(turn: Turn, press: SignalPress) -> Answer:
    """Show a student's signal."""
    group = await _group(turn, press.group)
    return screens.signal(group, _of(group, press.student), turn.tr, press.lesson)


@desk.press(TellSignalPress)
async def tell(turn: Turn, press: TellSignalPress) -> Answer:
    """Show how a signal will be told, or tell it."""
    if not press.sure:
        group = await _group(turn, press.group)
        return screens.preview(group, _of(group, press.student), press.audience, turn.tr)
    command = TellSignal(GroupId(press.group), PersonId(press.student), press.audience)
    group = await turn.change(tell_signal, command)
    return screens.signal(group, _of(group, press.student), turn.tr, toast=turn.tr.plain("signals-sent"))


async def _group(turn: Turn, key: int) -> SignalGroup:
    return await turn.read(show_signals, ShowSignals(GroupId(key)))


def _of(group: SignalGroup, student: int) -> Signal:
    found = group.signal(PersonId(student))
    if found is None:
        raise Stale
    return found


@desk.press(KlassTodayPress)
async def klass_today(turn: Turn, press: KlassTodayPress) -> Answer:
    """Show a class today."""
    value = await turn.read(show_klass_today, ShowKlassToday(KlassId(press.klass)))
    return klass_screens.klass_today(value, turn.now, turn.tr)


@desk.press(GapPress)
async def gap(turn: Turn, press: GapPress) -> Answer:
    """Tell the deputies of a colleague's gaps."""
    count = await turn.change(tell_gap, TellGap(KlassId(press.klass), PersonId(press.teacher)))
    return Alert(turn.tr.plain("gap-sent", count=count))
