"""An event while it is being written (CLS-6)."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.callbacks import number_of
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
    EventPress,
    EventsPress,
    NewEventDayPress,
    NewEventPress,
)
from bot.screen import Button, Keyboard, Screen
from bot.screens.school_events import described
from bot.widgets.date_picker import DatePicker
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.school import GRADES
from core.model.school_event import EventDraft, EventField, EventList
from locales import Markup, Translator
from locales.clauses import cited
from locales.dates import day_numbers, moment
from locales.occasions import occasion, whom

_FAR = timedelta(days=460)
_KLASSES = 12
_OPTIONAL = (EventField.TIME, EventField.PLACE, EventField.WORDS, EventField.BRING)


def pick_day(value: EventList, month: date | None, tr: Translator) -> Screen:
    """Ask for the day of a new event."""
    klass = value.klass or 0
    picker = DatePicker(
        pick=lambda day: NewEventDayPress(school=value.school, klass=klass, day=number_of(day)),
        turn=lambda shown: NewEventPress(school=value.school, klass=klass, month=number_of(shown)),
        first=value.today,
        last=value.today + _FAR,
    )
    back = Button(tr.plain("events-back-button"), EventsPress(school=value.school, klass=klass))
    text = tr("events-pick-day", name=value.name)
    return Screen(text, (*picker.keyboard(tr, month or value.today, value.today), (back,)))


def pick_other_day(draft: EventDraft, month: date, tr: Translator, *, last: bool) -> Screen:
    """Ask for another first day, or for the last one."""
    picker = DatePicker(
        pick=lambda day: DraftDayPress(draft=draft.number, day=number_of(day), last=last),
        turn=lambda shown: DraftMonthPress(draft=draft.number, month=number_of(shown), last=last),
        first=draft.plan.day if last else draft.today,
        last=draft.today + _FAR,
    )
    day = day_numbers(tr, draft.plan.day)
    text = tr("events-pick-last", day=day) if last else tr("events-pick-other")
    return Screen(text, (*picker.keyboard(tr, month, draft.today), (_to_draft(draft, tr),)))


def _to_draft(draft: EventDraft, tr: Translator) -> Button:
    return Button(tr.plain("events-draft-back-button"), DraftPress(draft=draft.number))


def draft_screen(draft: EventDraft, tr: Translator) -> Screen:
    """Show a draft as it will be told, with everything that can be filled in."""
    text, _ = fitted(lambda limit: tuple(_blocks(draft, tr, limit)), tr("diary-cut"))
    return Screen(text, tuple(_rows(draft, tr)))


def _blocks(draft: EventDraft, tr: Translator, limit: int) -> Iterator[str]:
    title, plan = "events-draft-change" if draft.event else "events-draft-new", draft.plan
    name = tr("events-draft-name", name=clip(plan.name, limit)) if plan.name else tr("events-draft-nameless")
    head = tr(title, whom=whom(tr, draft.klass_name, plan.grades))
    yield "\n".join((head, name, *described(plan, tr, limit)))
    yield from _term(draft, tr)
    yield tr("events-draft-hint")


def _term(draft: EventDraft, tr: Translator) -> Iterator[Markup]:
    if draft.term is not None and draft.event is None:
        name = "events-draft-late" if draft.late else "events-draft-term"
        until = moment(tr, draft.term.due_at, draft.zone, draft.today)
        yield tr(name, moment=until, clause=cited(tr, (draft.term.clause,)))


def _rows(draft: EventDraft, tr: Translator) -> Iterator[tuple[Button, ...]]:
    month = number_of(draft.plan.day)
    fields = [_field(draft, field, tr) for field in EventField]
    days = Button(tr.plain("events-draft-day-button"), DraftMonthPress(draft=draft.number, month=month))
    last = Button(tr.plain("events-draft-last-button"), DraftMonthPress(draft=draft.number, month=month, last=True))
    yield fields[0], fields[1]
    yield days, last
    yield fields[2], fields[3]
    if draft.event is None:
        yield fields[4], Button(tr.plain("events-draft-whom-button"), DraftWhomPress(draft=draft.number))
    else:
        yield (fields[4],)
    name = "events-draft-change-button" if draft.event else "events-draft-save-button"
    yield (Button(tr.plain(name), DraftSavePress(draft=draft.number)),)
    if draft.event:
        yield (Button(tr.plain("events-draft-back-button"), EventPress(event=draft.event)),)
    else:
        yield (Button(tr.plain("events-draft-drop-button"), DraftDropPress(draft=draft.number)),)


def _field(draft: EventDraft, field: EventField, tr: Translator) -> Button:
    return Button(tr.plain(f"events-field-{field.value}-button"), DraftFieldPress(draft=draft.number, field=field))


def ask_field(draft: EventDraft, field: EventField, tr: Translator) -> Screen:
    """Ask to type a part of the event."""
    plan = draft.plan
    if field is EventField.NAME:
        text = tr("events-ask-name", when=occasion(tr, plan.day, plan.last, plan.at))
    else:
        text = tr(f"events-ask-{field.value}")
    row = [_to_draft(draft, tr)]
    if field in _OPTIONAL:
        clear = DraftFieldPress(draft=draft.number, field=field, clear=True)
        row.append(Button(tr.plain("events-field-clear-button"), clear))
    return Screen(text, (tuple(row),))


def choose_whom(draft: EventDraft, page: int, tr: Translator) -> Screen:
    """Ask for whom it is: the whole school, grades, a class; who plans for classes alone sees these alone."""
    plan = draft.plan
    text = tr("events-whom-title", whom=whom(tr, draft.klass_name, plan.grades))
    rows: list[tuple[Button, ...]] = []
    if draft.school_wide:
        rows.append((Button(tr.plain("events-whom-school-button"), DraftSchoolPress(draft=draft.number)),))
        rows.extend(_grades(draft, tr))
    shown = page_of(draft.klasses, page, _KLASSES)
    rows.extend(in_rows([_klass(draft, klass.id, klass.name, tr) for klass in shown.items], 4))
    turning = pager_row(tr, shown, lambda number: DraftWhomPress(draft=draft.number, page=number))
    return Screen(text, (*rows, *((turning,) if turning else ()), (_to_draft(draft, tr),)))


def _grades(draft: EventDraft, tr: Translator) -> Keyboard:
    chosen = draft.plan.grades or frozenset()
    buttons = [
        Button(
            tr.plain("events-whom-grade-chosen-button" if grade in chosen else "events-whom-grade-button", grade=grade),
            DraftGradePress(draft=draft.number, grade=grade),
        )
        for grade in sorted(GRADES)
    ]
    return in_rows(buttons, 4)


def _klass(draft: EventDraft, klass: int, name: str, tr: Translator) -> Button:
    label = tr.plain("events-whom-klass-chosen-button", klass=name) if draft.plan.klass == klass else name
    return Button(label, DraftKlassPress(draft=draft.number, klass=klass))
