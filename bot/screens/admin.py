"""The school at a glance; the class teacher's class."""

from collections.abc import Sequence
from datetime import datetime

from bot.callbacks.admin import (
    ImportPress,
    KlassEntriesPress,
    KlassesPress,
    KlassListPress,
    StaffEntriesPress,
    WaitingPress,
)
from bot.callbacks.control import OfficePress
from bot.callbacks.data_check import DataNowPress
from bot.callbacks.dead_letters import DeadLettersPress
from bot.callbacks.events import EventsPress
from bot.callbacks.finals import FinalsPress
from bot.callbacks.lesson_changes import ChangesPress
from bot.callbacks.messages import PupilsPress
from bot.callbacks.notices import KlassNoticesPress
from bot.callbacks.plan import PlansPress
from bot.callbacks.reach import UnreachedPress
from bot.callbacks.regulation import RegulationPress
from bot.callbacks.signals import KlassTodayPress
from bot.callbacks.subgroups import DivisionsPress
from bot.callbacks.work_calendar import KlassWeekPress
from bot.screen import Button, Screen
from bot.screens.entry import waiting_rows
from bot.screens.home import Row, back
from core.model.entry import OwnKlass, SchoolCard, WaitingList
from core.model.people import PersonName, Role
from locales import Translator, dates

WAITING_SHOWN = 6


def school_card(card: SchoolCard, tr: Translator) -> Screen:
    """Show a school to a member of its staff who has no other home."""
    return Screen(_card(card, tr))


def administrator_home(card: SchoolCard, tr: Translator) -> Screen:
    """Show a school to its administrator, with what asks for them."""
    parts = [_card(card, tr)]
    if not card.klasses:
        parts.append(tr("admin-empty"))
    if card.dead_letters:
        parts.append(tr("admin-dead-letters", count=card.dead_letters))
    if card.dead_updates:
        parts.append(tr("admin-dead-updates", count=card.dead_updates))
    rows: list[Row] = []
    if card.waiting:
        label = tr.plain("admin-waiting-button", count=card.waiting)
        rows.append((Button(label, WaitingPress(school=card.school)),))
    if card.dead_letters:
        label = tr.plain("dead-home-button", count=card.dead_letters)
        rows.append((Button(label, DeadLettersPress(school=card.school)),))
    rows.extend(_ways(card, tr))
    rows.append((Button(tr.plain("admin-import-button"), ImportPress(school=card.school)),))
    rows.append((Button(tr.plain("overlay-button"), RegulationPress(school=card.school)),))
    return Screen("\n\n".join(parts), tuple(rows))


def _ways(card: SchoolCard, tr: Translator) -> tuple[Row, ...]:
    return (
        (
            Button(tr.plain("office-button"), OfficePress(school=card.school)),
            Button(tr.plain("changes-home-button"), ChangesPress(school=card.school)),
        ),
        (Button(tr.plain("events-home-button"), EventsPress(school=card.school)),),
        (Button(tr.plain("admin-klasses-button"), KlassesPress(school=card.school)),),
        (Button(tr.plain("admin-staff-button"), StaffEntriesPress(school=card.school)),),
    )


def _card(card: SchoolCard, tr: Translator) -> str:
    return tr(
        "admin-card",
        name=card.name,
        year=dates.day_range(tr, card.year_start, card.year_end),
        klasses=card.klasses,
        students=card.students,
        staff=card.staff,
        guardians=card.guardians,
        guardians_entered=card.guardians_entered,
        students_entered=card.students_entered,
        staff_entered=card.staff_entered,
    )


def waiting_list(waiting: WaitingList, now: datetime, tr: Translator) -> Screen:
    """Show who waits for the administrator, each with the two answers."""
    shown = waiting.entries[:WAITING_SHOWN]
    if not shown:
        return Screen(tr("admin-waiting-none"), (back(tr, Role.ADMINISTRATOR),))
    today = now.astimezone(waiting.zone).date()
    lines = [
        tr(
            "admin-waiting-line",
            name=one.name.full,
            position=one.position or "none",
            moment=dates.moment(tr, one.since, waiting.zone, today),
        )
        for one in shown
    ]
    text = "\n\n".join((tr("admin-waiting-title"), "\n".join(lines), tr("admin-waiting-hint")))
    return Screen(text, (*waiting_rows(shown, tr), back(tr, Role.ADMINISTRATOR)))


def klass_home(own: Sequence[OwnKlass], tr: Translator) -> Screen:
    """Show a class teacher their class, or classes."""
    blocks = ["\n".join(_klass_lines(one, tr)) for one in own]
    rows = [row for one in own for row in _klass_rows(one, tr, several=len(own) > 1)]
    return Screen("\n\n".join(blocks), tuple(rows))


def _klass_rows(one: OwnKlass, tr: Translator, *, several: bool) -> tuple[Row, ...]:
    """Give a class's buttons; with several classes each button names its own."""
    today = "klass-today-named-button" if several else "klass-today-button"
    plans = "plan-klasses-named-button" if several else "plan-klasses-button"
    lists = "klass-list-named-button" if several else "klass-list-button"
    finals = "final-button-klass-named" if several else "final-button-klass"
    reach = "reach-home-named-button" if several else "reach-home-button"
    notices = "announce-home-named-button" if several else "announce-home-button"
    events = "events-home-named-button" if several else "events-home-button"
    load = "load-klass-named-button" if several else "load-klass-button"
    subgroups = "subgroups-home-named-button" if several else "subgroups-home-button"
    codes = "klass-invitations-named-button" if several else "klass-invitations-button"
    return (
        (
            Button(tr.plain(today, klass=one.name), KlassTodayPress(klass=one.klass)),
            Button(tr.plain(plans, klass=one.name), PlansPress(klass=one.klass)),
        ),
        (
            Button(tr.plain(lists, klass=one.name), KlassListPress(klass=one.klass)),
            Button(tr.plain(codes, klass=one.name), KlassEntriesPress(klass=one.klass)),
        ),
        (
            Button(tr.plain(finals, klass=one.name), FinalsPress(klass=one.klass)),
            Button(tr.plain(reach, klass=one.name), UnreachedPress(klass=one.klass)),
        ),
        (
            Button(tr.plain(events, klass=one.name), EventsPress(klass=one.klass)),
            Button(tr.plain(notices, klass=one.name), KlassNoticesPress(klass=one.klass)),
        ),
        (
            Button(tr.plain(load, klass=one.name), KlassWeekPress(klass=one.klass)),
            Button(tr.plain(subgroups, klass=one.name), DivisionsPress(klass=one.klass)),
        ),
    )


def _klass_lines(one: OwnKlass, tr: Translator) -> list[str]:
    absent = ", ".join(name.short for name in one.absent)
    entries = one.entries
    lines: list[str] = [
        tr("klass-title", klass=one.name, day=dates.day_title(tr, one.day)),
        tr("klass-absent", names=absent) if absent else tr("klass-nobody-absent"),
        tr(
            "admin-counts-klass",
            students=entries.students,
            students_entered=entries.students_entered,
            guardians=entries.guardians,
            guardians_entered=entries.guardians_entered,
        ),
    ]
    if one.unreached:
        lines.append(tr("klass-unreached", count=one.unreached))
    return lines


def klass_list(klass: int, name: str, students: Sequence[PersonName], tr: Translator) -> Screen:
    """Show the list of a class, with the way to write to a family of it."""
    lines = [tr("klass-list-line", number=number, name=one.short) for number, one in enumerate(students, 1)]
    text = "\n\n".join((tr("klass-list-title", klass=name, count=len(students)), "\n".join(lines)))
    write = Button(tr.plain("message-button-write-family"), PupilsPress(klass=klass))
    check = Button(tr.plain("data-check-button"), DataNowPress(klass=klass))
    return Screen(text, ((write, check), back(tr, Role.CLASS_TEACHER)))
