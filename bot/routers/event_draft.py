"""Writing an event: its day, its parts, for whom it is; one tap enters it (CLS-6)."""

from bot.callbacks import day_of
from bot.callbacks.events import (
    DraftDayPress,
    DraftDropPress,
    DraftFieldPress,
    DraftGradePress,
    DraftKlassPress,
    DraftMonthPress,
    DraftPress,
    DraftSavePress,
    DraftSchoolPress,
    DraftWhomPress,
    NewEventDayPress,
)
from bot.desk import Answer, Desk
from bot.screens import event_draft as screens
from bot.screens.school_events import event_card, events
from bot.turn import Form, Turn, Typed
from core.model.ids import KlassId, SchoolId
from core.model.school_event import EventField
from core.usecases.event_drafts import (
    BeginEvent,
    ChooseDay,
    ChooseWhom,
    OpenDraft,
    WriteField,
    begin_event,
    choose_event_day,
    choose_whom,
    drop_event_draft,
    open_event_draft,
    save_event_draft,
    write_field,
)
from core.usecases.school_events import ListEvents, list_events

desk = Desk()
FORM = "event-field"


@desk.press(NewEventDayPress)
async def begin(turn: Turn, press: NewEventDayPress) -> Answer:
    """Begin an event of a day: ask for its name."""
    klass = KlassId(press.klass) if press.klass else None
    draft = await turn.change(begin_event, BeginEvent(SchoolId(press.school), klass, day_of(press.day)))
    await turn.expect(FORM, draft=draft.number, field=EventField.NAME.value)
    return screens.ask_field(draft, EventField.NAME, turn.tr)


@desk.press(DraftPress)
async def show(turn: Turn, press: DraftPress) -> Answer:
    """Show the draft; what was asked for is not waited for any more."""
    draft = await turn.read(open_event_draft, OpenDraft(press.draft))
    await turn.forget()
    return screens.draft_screen(draft, turn.tr)


@desk.press(DraftFieldPress)
async def ask(turn: Turn, press: DraftFieldPress) -> Answer:
    """Ask to type a part, or leave it empty."""
    if press.clear:
        draft = await turn.change(write_field, WriteField(press.draft, press.field))
        await turn.forget()
        return screens.draft_screen(draft, turn.tr)
    draft = await turn.read(open_event_draft, OpenDraft(press.draft))
    await turn.expect(FORM, draft=press.draft, field=press.field.value)
    return screens.ask_field(draft, press.field, turn.tr)


@desk.form(FORM)
async def typed_field(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Take what was typed; a refusal goes on waiting for a better text."""
    command = WriteField(form.data["draft"], EventField(form.data["field"]), typed.text or " ")
    draft = await turn.change(write_field, command)
    await turn.forget()
    return screens.draft_screen(draft, turn.tr)


@desk.press(DraftMonthPress)
async def pick(turn: Turn, press: DraftMonthPress) -> Answer:
    """Ask for another first day, or the last one."""
    draft = await turn.read(open_event_draft, OpenDraft(press.draft))
    return screens.pick_other_day(draft, day_of(press.month), turn.tr, last=press.last)


@desk.press(DraftDayPress)
async def day(turn: Turn, press: DraftDayPress) -> Answer:
    """Take a day."""
    draft = await turn.change(choose_event_day, ChooseDay(press.draft, day_of(press.day), press.last))
    return screens.draft_screen(draft, turn.tr)


@desk.press(DraftWhomPress)
async def for_whom(turn: Turn, press: DraftWhomPress) -> Answer:
    """Ask for whom it is."""
    return screens.choose_whom(await turn.read(open_event_draft, OpenDraft(press.draft)), press.page, turn.tr)


@desk.press(DraftSchoolPress)
async def for_school(turn: Turn, press: DraftSchoolPress) -> Answer:
    """For the whole school."""
    return screens.draft_screen(await turn.change(choose_whom, ChooseWhom(press.draft)), turn.tr)


@desk.press(DraftGradePress)
async def for_grade(turn: Turn, press: DraftGradePress) -> Answer:
    """With or without a grade; several may be chosen, one after the other."""
    return screens.choose_whom(await turn.change(choose_whom, ChooseWhom(press.draft, grade=press.grade)), 0, turn.tr)


@desk.press(DraftKlassPress)
async def for_klass(turn: Turn, press: DraftKlassPress) -> Answer:
    """For a class."""
    draft = await turn.change(choose_whom, ChooseWhom(press.draft, KlassId(press.klass)))
    return screens.draft_screen(draft, turn.tr)


@desk.press(DraftSavePress)
async def save(turn: Turn, press: DraftSavePress) -> Answer:
    """Enter the event, or what was changed of it."""
    new = (await turn.read(open_event_draft, OpenDraft(press.draft))).event is None
    card = await turn.change(save_event_draft, OpenDraft(press.draft))
    return event_card(card, turn.tr, turn.tr.plain("events-saved" if new else "events-changed"))


@desk.press(DraftDropPress)
async def drop(turn: Turn, press: DraftDropPress) -> Answer:
    """Leave the draft."""
    draft = await turn.change(drop_event_draft, OpenDraft(press.draft))
    value = await turn.read(list_events, ListEvents(draft.school, draft.home))
    return events(value, 0, turn.tr, turn.tr.plain("events-draft-dropped"))
