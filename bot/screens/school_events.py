"""Events ahead, for families and for the school; one event (CLS-6, DIA-8)."""

from collections.abc import Iterable, Iterator

from bot.callbacks.day_moves import MoveSourcePress
from bot.callbacks.events import (
    CancelEventPress,
    ChangeEventPress,
    EventPress,
    EventsPress,
    NewEventPress,
)
from bot.callbacks.family import TimetablePress
from bot.callbacks.group_chats import KlassChatsPress
from bot.screen import Button, Screen
from bot.screens.family_frame import heading, menu_row
from bot.screens.home import Row, back
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import page_of, pager_row
from core.model.calendar import CalendarKind
from core.model.diary import Holiday
from core.model.school_event import ChildEvents, EventCard, EventList, EventPlan, PlannedEvent
from locales import Markup, Translator
from locales.clauses import cited
from locales.dates import day_range, moment
from locales.occasions import details, occasion, occasion_short, whom

PAGE = 6
_SHOWN = 12
# A year's public holidays are no news.
_DAYS_OFF = 3
_LABEL = 30


def child_events(value: ChildEvents, tr: Translator) -> Screen:
    """Show a family what lies ahead: events, days off, moved days."""
    text, _ = fitted(lambda limit: tuple(_ahead(value, tr, limit)), tr("diary-cut"))
    timetable = Button(tr.plain("events-button-timetable"), TimetablePress(child=value.child.id))
    return Screen(text, ((timetable, *menu_row(tr)),))


def _ahead(value: ChildEvents, tr: Translator, limit: int) -> Iterator[str]:
    yield f"{heading(tr, value.child, value.today)}\n{tr('events-child-title')}"
    both: list[Holiday | PlannedEvent] = [*value.holidays[:_DAYS_OFF], *value.events]
    if not both:
        yield tr("events-child-none")
    both.sort(key=lambda one: one.starts_on if isinstance(one, Holiday) else one.plan.day)
    for one in both[:_SHOWN]:
        yield _day_off(one, tr) if isinstance(one, Holiday) else _event(one, tr, limit)
    if len(both) > _SHOWN:
        yield tr("events-more", count=len(both) - _SHOWN)


def _day_off(one: Holiday, tr: Translator) -> Markup:
    name = "events-child-moved" if one.kind is CalendarKind.MOVED else "events-child-holiday"
    return tr(name, name=clip(one.name, _LABEL * 2), span=day_range(tr, one.starts_on, one.ends_on))


def _event(event: PlannedEvent, tr: Translator, limit: int) -> str:
    plan = event.plan
    first = tr("events-child-event", name=clip(plan.name, limit), when=occasion(tr, plan.day, plan.last, plan.at))
    return "\n".join((first, *details(tr, plan.place, clip(plan.words, limit), clip(plan.bring, limit))))


def events(value: EventList, page: int, tr: Translator, toast: str = "") -> Screen:
    """Show the staff what lies ahead of the school, or of a class."""
    shown = page_of(value.events, page, PAGE)
    here = EventsPress(school=value.school, klass=value.klass or 0)
    lines = [_line(event, tr, klass=value.klass is not None) for event in shown.items]
    text = "\n\n".join((tr("events-title", name=value.name), "\n".join(lines) if lines else tr("events-none")))
    rows: list[Row] = [(Button(_label(event, tr), EventPress(event=event.id)),) for event in shown.items]
    turning = pager_row(tr, shown, lambda number: here.model_copy(update={"page": number}))
    if turning:
        rows.append(turning)
    if value.may_add:
        new = NewEventPress(school=value.school, klass=value.klass or 0)
        rows.append((Button(tr.plain("events-add-button"), new),))
    if value.may_move:
        rows.append((Button(tr.plain("day-move-button"), MoveSourcePress(school=value.school)),))
    if value.may_bind and value.klass is not None:
        rows.append((Button(tr.plain("group-button"), KlassChatsPress(klass=value.klass)),))
    return Screen(text, (*rows, back(tr)), toast)


def _line(event: PlannedEvent, tr: Translator, *, klass: bool) -> str:
    plan = event.plan
    when, name = occasion_short(tr, plan.day, plan.last), clip(plan.name, _LABEL * 2)
    if klass and event.klass_name:
        return tr("events-line-klass", when=when, name=name)
    return tr("events-line", when=when, name=name, whom=whom(tr, event.klass_name, plan.grades))


def _label(event: PlannedEvent, tr: Translator) -> str:
    plan = event.plan
    when = occasion_short(tr, plan.day, plan.last)
    return clip(tr.plain("events-event-button", when=when, name=plan.name), _LABEL + 4)


def event_card(value: EventCard, tr: Translator, toast: str = "") -> Screen:
    """Show the staff an event with what can be done about it."""
    event, plan = value.event, value.event.plan
    text, _ = fitted(lambda limit: tuple(_card(value, tr, limit)), tr("diary-cut"), gap="\n")
    rows: list[Row] = []
    if value.may_edit and plan.last >= value.today:
        rows.append(
            (
                Button(tr.plain("events-change-button"), ChangeEventPress(event=event.id)),
                Button(tr.plain("events-cancel-button"), CancelEventPress(event=event.id)),
            )
        )
    return Screen(text, (*rows, _to_list(event, tr), back(tr)), toast)


def _card(value: EventCard, tr: Translator, limit: int) -> Iterator[str]:
    plan = value.event.plan
    concerned = whom(tr, value.event.klass_name, plan.grades)
    yield tr("events-card-title", name=clip(plan.name, limit), whom=concerned)
    yield from described(plan, tr, limit)
    yield from _term(value, tr)


def described(plan: EventPlan, tr: Translator, limit: int) -> Iterator[str]:
    """Give when, where, what about and what to bring, each clipped to so many signs."""
    yield tr("events-card-when", when=occasion(tr, plan.day, plan.last, plan.at))
    yield from details(tr, clip(plan.place, limit), clip(plan.words, limit), clip(plan.bring, limit))


def _term(value: EventCard, tr: Translator) -> Iterable[Markup]:
    if value.term is None or value.event.entered_at is None:
        return
    name = "events-card-late" if value.late else "events-card-in-time"
    yield tr(
        name, moment=moment(tr, value.term.due_at, value.zone, value.today), clause=cited(tr, (value.term.clause,))
    )


def _to_list(event: PlannedEvent, tr: Translator) -> tuple[Button, ...]:
    return (Button(tr.plain("events-back-button"), EventsPress(school=event.school, klass=event.plan.klass or 0)),)


def ask_cancel(value: EventCard, tr: Translator) -> Screen:
    """Ask once more before an event is cancelled."""
    event, plan = value.event, value.event.plan
    text = tr("events-cancel-sure", name=plan.name, when=occasion(tr, plan.day, plan.last, plan.at))
    sure = Button(tr.plain("events-cancel-sure-button"), CancelEventPress(event=event.id, sure=True))
    keep = Button(tr.plain("events-cancel-keep-button"), EventPress(event=event.id))
    return Screen(text, ((sure,), (keep,)))
