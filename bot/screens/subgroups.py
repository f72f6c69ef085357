"""A class divided for a subject: which subgroup each student is in, and from which day on (CLS-4)."""

from collections.abc import Sequence
from datetime import date

from bot.callbacks import number_of
from bot.callbacks.subgroups import (
    DividedKlassesPress,
    DivisionPress,
    DivisionsPress,
    DropMovesPress,
    MoveDaysPress,
    MoveFromPress,
    MovePupilPress,
    SaveMovesPress,
)
from bot.screen import Button, Screen
from bot.screens.home import Row, back
from bot.screens.teacher_words import NAME_LIMIT, labels, name_text, some_names
from bot.widgets.date_picker import DatePicker
from bot.widgets.fitting import clip
from bot.widgets.pager import in_rows, page_of, pager_row
from bot.widgets.toggle import class_grid
from core.model.ids import GroupId, KlassId, SchoolId
from core.model.journal import Pupil
from core.model.people import Role
from core.model.subgroup import DividedSubject, Division, DivisionDraft, KlassDivisions, Subgroup
from core.rules.subgroups import next_monday
from locales import Markup, Translator, dates

KLASSES_A_PAGE = 21
MOVES_SHOWN = 12


def klasses(school: SchoolId, found: Sequence[tuple[KlassId, str]], page: int, tr: Translator) -> Screen:
    """Show the divided classes of a school."""
    shown = page_of(found, page, KLASSES_A_PAGE)
    buttons = [
        Button(tr.plain("subgroup-klass", klass=name), DivisionsPress(klass=klass)) for klass, name in shown.items
    ]
    turning = pager_row(tr, shown, lambda to: DividedKlassesPress(school=school, page=to))
    text = tr("subgroup-klasses") if found else tr("subgroup-klasses-none")
    return Screen(text, (*in_rows(buttons, 3), turning, back(tr)))


def divisions(value: KlassDivisions, tr: Translator) -> Screen:
    """Show the subjects a class is divided for, and whether everybody has a place."""
    lines = [_subject(each, tr) for each in value.subjects] or [tr("subgroup-list-none")]
    rows = [
        (Button(tr.plain("subgroup-subject", subject=each.subject), DivisionPress(group=each.group)),)
        for each in value.subjects
    ]
    up = (Button(tr.plain("subgroup-back-klasses"), DividedKlassesPress(school=value.school)),)
    way = up if value.whole_school else back(tr, Role.CLASS_TEACHER)
    return Screen("\n\n".join((tr("subgroup-list-title", klass=value.name), "\n".join(lines))), (*rows, way))


def _subject(one: DividedSubject, tr: Translator) -> Markup:
    return tr("subgroup-line", subject=one.subject, groups=one.groups, nowhere=one.nowhere, several=one.several)


def division(draft: DivisionDraft, tr: Translator, *, toast: str = "") -> Screen:
    """Show a division as it will stand, each student as a button that moves them on."""
    value, opened = draft.division, draft.opened
    places = {group.id: number for number, group in enumerate(value.groups, 1)}
    short = labels(value.pupils)

    def label(pupil: Pupil) -> str:
        where = draft.places_of(pupil.id)
        sign = tr.plain("subgroup-sign", number=places[where[0]] if len(where) == 1 else 0, several=len(where))
        known = "subgroup-pupil-moved" if pupil.id in draft.moves else "subgroup-pupil"
        return tr.plain(known, sign=sign, name=short[pupil.id])

    grid = class_grid(value.pupils, label, lambda student: MovePupilPress(group=opened, student=student))
    return Screen("\n\n".join(_text(draft, places, tr)), (*grid, *_deeds(draft, tr), _way(draft, tr)), toast=toast)


def _text(draft: DivisionDraft, places: dict[GroupId, int], tr: Translator) -> list[Markup]:
    value = draft.division
    title = tr("subgroup-title", klass=value.klass_name, subject=value.subject)
    heads = [title, tr("subgroup-on", day=dates.day_and_month(tr, value.day))]
    heads += [_group(draft, group, places[group.id], tr) for group in value.groups]
    if value.changes_on is not None:
        heads.append(tr("subgroup-ahead", day=dates.day_and_month(tr, value.changes_on)))
    blocks = [Markup("\n".join((*heads, *_slips(draft, tr))))]
    if draft.moves:
        blocks.append(Markup("\n".join(_moves(draft, places, tr))))
    blocks.append(tr("subgroup-how", day=dates.day_and_month(tr, value.day)))
    return blocks


def _group(draft: DivisionDraft, group: Subgroup, number: int, tr: Translator) -> Markup:
    count = sum(group.id in draft.places_of(pupil.id) for pupil in draft.division.pupils)
    teachers = some_names(group.teachers)
    sign = tr.plain("subgroup-sign", number=number, several=1)
    return tr("subgroup-group", sign=sign, name=clip(group.name, NAME_LIMIT), teachers=teachers or "none", count=count)


def _slips(draft: DivisionDraft, tr: Translator) -> list[Markup]:
    places = [(pupil.name, len(draft.places_of(pupil.id))) for pupil in draft.division.pupils]
    nowhere = [name for name, count in places if not count]
    several = [name for name, count in places if count > 1]
    found = []
    if nowhere:
        found.append(tr("subgroup-nowhere", names=some_names(nowhere)))
    if several:
        found.append(tr("subgroup-several", names=some_names(several)))
    return found


def _moves(draft: DivisionDraft, places: dict[GroupId, int], tr: Translator) -> list[Markup]:
    names = {group.id: clip(group.name, NAME_LIMIT) for group in draft.division.groups}
    moved = [pupil for pupil in draft.division.pupils if pupil.id in draft.moves]
    lines = [tr("subgroup-moves", count=len(moved))]
    for pupil in moved[:MOVES_SHOWN]:
        target = draft.moves[pupil.id]
        sign = tr.plain("subgroup-sign", number=places[target], several=1)
        lines.append(tr("subgroup-move", name=name_text(pupil.name), sign=sign, group=names[target]))
    if len(moved) > MOVES_SHOWN:
        lines.append(tr("subgroup-moves-more", count=len(moved) - MOVES_SHOWN))
    return lines


def _deeds(draft: DivisionDraft, tr: Translator) -> tuple[Row, ...]:
    value, opened = draft.division, draft.opened
    day = tr.plain("subgroup-day", day=dates.day_short(tr, value.day))
    choose: Row = (Button(day, MoveDaysPress(group=opened, month=number_of(value.day))),)
    if not draft.moves:
        return (choose,)
    save = Button(tr.plain("subgroup-save", count=len(draft.moves)), SaveMovesPress(group=opened))
    return (choose, (save, Button(tr.plain("subgroup-drop"), DropMovesPress(group=opened))))


def _way(draft: DivisionDraft, tr: Translator) -> Row:
    if not draft.whole_klass:
        return back(tr)
    return (Button(tr.plain("subgroup-back-list"), DivisionsPress(klass=draft.division.klass)),)


def days(draft: DivisionDraft, month: date, tr: Translator) -> Screen:
    """Offer the day from which the moves hold."""
    value, opened = draft.division, draft.opened
    picker = DatePicker(
        pick=lambda day: MoveFromPress(group=opened, day=number_of(day)),
        turn=lambda day: MoveDaysPress(group=opened, month=number_of(day)),
        first=draft.today,
        last=draft.last,
    )
    monday = next_monday(draft.today)
    near = [Button(tr.plain("subgroup-today"), MoveFromPress(group=opened, day=number_of(draft.today)))]
    if monday <= draft.last:
        label = tr.plain("subgroup-monday", day=dates.day_numbers(tr, monday))
        near.append(Button(label, MoveFromPress(group=opened, day=number_of(monday))))
    leave = (Button(tr.plain("home-cancel"), DivisionPress(group=opened)),)
    return Screen(_days_text(value, tr), (tuple(near), *picker.keyboard(tr, month, draft.today), leave))


def _days_text(value: Division, tr: Translator) -> Markup:
    title = tr("subgroup-title", klass=value.klass_name, subject=value.subject)
    return Markup("\n\n".join((title, tr("subgroup-days"))))
