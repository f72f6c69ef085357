"""Events ahead, one event, and the draft of one (CLS-6, DIA-8)."""

from bot.callbacks import day_of
from bot.callbacks.events import (
    CancelEventPress,
    ChangeEventPress,
    ChildEventsPress,
    EventPress,
    EventsPress,
    NewEventPress,
)
from bot.desk import Answer, Desk
from bot.routers import event_draft
from bot.screens import event_draft as drafts
from bot.screens import school_events as screens
from bot.turn import Turn
from core.model.ids import KlassId, PersonId, SchoolEventId, SchoolId
from core.usecases.event_drafts import begin_change
from core.usecases.school_events import (
    ListEvents,
    OpenEvent,
    ShowEvents,
    cancel_event,
    list_events,
    read_event,
    show_events,
)

desk = Desk()
desk.include(event_draft.desk)


@desk.press(ChildEventsPress)
async def of_child(turn: Turn, press: ChildEventsPress) -> Answer:
    """Show a family what lies ahead."""
    return screens.child_events(await turn.read(show_events, ShowEvents(PersonId(press.child))), turn.tr)


@desk.press(EventsPress)
async def ahead(turn: Turn, press: EventsPress) -> Answer:
    """Show the staff what lies ahead."""
    school = SchoolId(press.school) if press.school else None
    asked = ListEvents(school, KlassId(press.klass) if press.klass else None)
    return screens.events(await turn.read(list_events, asked), press.page, turn.tr)


@desk.press(EventPress)
async def one(turn: Turn, press: EventPress) -> Answer:
    """Show an event."""
    return screens.event_card(await turn.read(read_event, OpenEvent(SchoolEventId(press.event))), turn.tr)


@desk.press(NewEventPress)
async def new(turn: Turn, press: NewEventPress) -> Answer:
    """Ask for the day of a new event."""
    asked = ListEvents(SchoolId(press.school), KlassId(press.klass) if press.klass else None)
    value = await turn.read(list_events, asked)
    return drafts.pick_day(value, day_of(press.month) if press.month else None, turn.tr)


@desk.press(ChangeEventPress)
async def change(turn: Turn, press: ChangeEventPress) -> Answer:
    """Begin to change an event."""
    draft = await turn.change(begin_change, OpenEvent(SchoolEventId(press.event)))
    return drafts.draft_screen(draft, turn.tr)


@desk.press(CancelEventPress)
async def cancel(turn: Turn, press: CancelEventPress) -> Answer:
    """Cancel an event, after a question."""
    command = OpenEvent(SchoolEventId(press.event))
    if not press.sure:
        return screens.ask_cancel(await turn.read(read_event, command), turn.tr)
    event = await turn.change(cancel_event, command)
    value = await turn.read(list_events, ListEvents(event.school, event.plan.klass))
    return screens.events(value, 0, turn.tr, turn.tr.plain("events-cancelled"))
