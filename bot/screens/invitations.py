"""Who has come in, and the codes to be printed (CLS-5)."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.callbacks import Press
from bot.callbacks.admin import (
    IssueKlassPress,
    IssuePersonPress,
    IssueStaffPress,
    KlassEntriesPress,
    KlassesPress,
    MissingEntriesPress,
    PersonEntryPress,
    RevokePress,
    StaffEntriesPress,
)
from bot.callbacks.entry import CutPress
from bot.callbacks.lost import ReportLostPress
from bot.screen import Button, Media, Screen
from bot.screens.home import Row, back
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.entry import Board, EntryState, Invitee, KlassEntries, PersonEntry, Sheet, last_day
from core.model.homework import FileKind
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import PersonKind, Role
from locales import Translator, dates

KLASSES_A_PAGE = 21
PEOPLE_A_PAGE = 6
_NEEDING = (EntryState.UNINVITED, EntryState.EXPIRED)
_CODED = (EntryState.INVITED, EntryState.EXPIRED)


def klasses(school: SchoolId, entries: Sequence[KlassEntries], page: int, tr: Translator) -> Screen:
    """Show the classes with how many of each have come in."""
    shown = page_of(entries, page, KLASSES_A_PAGE)
    buttons = [
        Button(
            tr.plain(
                "admin-klass-short",
                klass=one.name,
                entered=one.students_entered + one.guardians_entered,
                all=one.students + one.guardians,
            ),
            KlassEntriesPress(klass=one.klass),
        )
        for one in shown.items
    ]
    turning = pager_row(tr, shown, lambda to: KlassesPress(school=school, page=to))
    return Screen(tr("admin-klasses-title"), (*in_rows(buttons, 3), turning, back(tr, Role.ADMINISTRATOR)))


def klass_entries(klass: KlassId, board: Board, page: int, tr: Translator, *, missing: bool = False) -> Screen:
    """Show who of a class has come in, or of the `missing` only, and offer the codes."""
    counts: dict[str, int] = {}
    for kind in (PersonKind.STUDENT, PersonKind.GUARDIAN):
        of_kind = [one for one in board.people if one.kind is kind]
        counts[f"{kind.value}s"] = len(of_kind)
        counts[f"{kind.value}s_entered"] = _entered(of_kind)
    heads = (tr("admin-klass-title", klass=board.klass_name), tr("admin-counts-klass", **counts))
    printing = (IssueKlassPress(klass=klass), IssueKlassPress(klass=klass, again=True))
    away = [one for one in board.people if one.state is not EntryState.ENTERED]
    here, there = (MissingEntriesPress, KlassEntriesPress) if missing else (KlassEntriesPress, MissingEntriesPress)
    shown = replace(board, people=tuple(away)) if missing else board
    rows = _people(shown, page, printing, lambda to: here(klass=klass, page=to), tr)
    narrower: Row = ()
    if missing or 0 < len(away) < len(board.people):
        label = tr.plain("admin-show-all") if missing else tr.plain("admin-show-missing", count=len(away))
        narrower = (Button(label, there(klass=klass)),)
    klasses_back = (Button(tr.plain("admin-klasses-back"), KlassesPress(school=board.school)),)
    leaving = klasses_back if board.whole_school else back(tr, Role.CLASS_TEACHER)
    return Screen(_board_text(heads, board, tr), (*rows, (*narrower, *leaving)))


def staff_entries(board: Board, page: int, tr: Translator) -> Screen:
    """Show who of the staff has come in, and offer the codes."""
    school = board.school
    counts = tr("admin-counts", entered=_entered(board.people), all=len(board.people))
    printing = (IssueStaffPress(school=school), IssueStaffPress(school=school, again=True))
    rows = _people(board, page, printing, lambda to: StaffEntriesPress(school=school, page=to), tr)
    return Screen(_board_text((tr("admin-staff-title"), counts), board, tr), (*rows, back(tr, Role.ADMINISTRATOR)))


def _entered(people: Sequence[Invitee]) -> int:
    return sum(one.state is EntryState.ENTERED for one in people)


def _board_text(heads: Sequence[str], board: Board, tr: Translator) -> str:
    codes = tr("admin-counts-codes", invited=_invited(board.people), needing=_needing(board.people))
    return "\n\n".join((heads[0], f"{heads[1]}\n{codes}", tr("admin-legend")))


def _needing(people: Sequence[Invitee]) -> int:
    return sum(one.state in _NEEDING for one in people)


def _invited(people: Sequence[Invitee]) -> int:
    return sum(one.state is EntryState.INVITED for one in people)


def _people(
    board: Board, page: int, printing: tuple[Press, Press], turn_to: Callable[[int], Press], tr: Translator
) -> list[Row]:
    needing, invited = _needing(board.people), _invited(board.people)
    rows: list[Row] = []
    if needing and board.may_issue:
        rows.append((Button(tr.plain("admin-print-new", count=needing), printing[0]),))
    if invited and board.may_issue:
        rows.append((Button(tr.plain("admin-print-again", count=needing + invited), printing[1]),))
    shown = page_of(board.people, page, PEOPLE_A_PAGE)
    rows.extend((Button(_person_label(one, tr), PersonEntryPress(person=one.person)),) for one in shown.items)
    return [*rows, pager_row(tr, shown, turn_to)]


def _person_label(one: Invitee, tr: Translator) -> str:
    name = one.name.short if one.kind is PersonKind.STUDENT else one.name.full
    if one.kind is PersonKind.GUARDIAN:
        name = tr.plain("admin-person-guardian", name=name)
    return tr.plain(f"admin-person-{one.state.value}", name=name)


def person_card(entry: PersonEntry, tr: Translator) -> Screen:
    """Show one person's way in; whoever may act gets the buttons."""
    parts = [tr("admin-card-name", name=entry.standing.name.full), *_belonging(entry, tr), _state(entry, tr)]
    rows = _deeds(entry, tr) if entry.may_act else []
    return Screen("\n".join(parts), (*rows, (_way_back(entry, tr),)))


def _belonging(entry: PersonEntry, tr: Translator) -> list[str]:
    who = entry.standing
    if who.kind is PersonKind.STAFF:
        return [tr("admin-card-staff", position=entry.position)] if entry.position else []
    if who.kind is PersonKind.STUDENT:
        return [tr("admin-card-student", klass=place.klass_name) for place in who.placements]
    pairs = zip(who.children, who.placements, strict=True)
    children = ", ".join(f"{child.short} ({place.klass_name})" for child, place in pairs)
    return [tr("admin-card-guardian", children=children)] if children else []


def _state(entry: PersonEntry, tr: Translator) -> str:
    if not entry.electronic:
        return tr("admin-card-paper")
    if entry.state in _CODED and entry.expires_at is not None:
        day = dates.day_and_month(tr, last_day(entry.expires_at, entry.zone))
        state = tr(f"admin-card-{entry.state.value}", day=day)
        if entry.issued_at is None:
            return state
        issued = dates.day_and_month(tr, entry.issued_at.astimezone(entry.zone).date())
        return "\n".join((state, tr("admin-card-issued", day=issued)))
    return tr(f"admin-card-{entry.state.value}")


def _deeds(entry: PersonEntry, tr: Translator) -> list[Row]:
    person = entry.standing.person
    rows: list[Row] = []
    if entry.electronic:
        rows.append((Button(tr.plain("admin-card-code"), IssuePersonPress(person=person)),))
    if entry.state is EntryState.INVITED:
        rows.append((Button(tr.plain("admin-card-revoke"), RevokePress(person=person)),))
    for bound in entry.bindings:
        day = dates.day_numbers(tr, bound.since.astimezone(entry.zone).date())
        rows.append((Button(tr.plain("admin-card-cut", day=day), CutPress(binding=bound.id)),))
    if entry.bindings:
        rows.append((Button(tr.plain("lost-card-button"), ReportLostPress(person=person)),))
    return rows


def _way_back(entry: PersonEntry, tr: Translator) -> Button:
    who = entry.standing
    if who.kind is PersonKind.STAFF:
        return Button(tr.plain("admin-staff-back"), StaffEntriesPress(school=who.school))
    if not who.placements:
        return back(tr)[0]
    place = who.placements[0]
    return Button(tr.plain("admin-klass-back", klass=place.klass_name), KlassEntriesPress(klass=place.klass))


def issued(sheet: Sheet, pdf: bytes, tr: Translator) -> Screen:
    """Hand the sheets over, with what to do with them."""
    name = tr.plain("admin-sheet-file", klass=sheet.klass_name) if sheet.klass_name else ""
    media = Media(FileKind.DOCUMENT, data=pdf, name=name or tr.plain("admin-sheet-file-staff"))
    day = dates.day_and_month(tr, sheet.last_day(sheet.issued[0]))
    role = Role.ADMINISTRATOR if not sheet.klass_name else None
    return Screen(tr("admin-issued", count=len(sheet.issued), day=day), (back(tr, role),), media=(media,))


def revoked(person: PersonId, count: int, tr: Translator) -> Screen:
    """Tell that a code is dead, with the way back to its person."""
    card = Button(tr.plain("admin-person-back"), PersonEntryPress(person=person))
    return Screen(tr("admin-revoked" if count else "admin-revoked-none"), ((card,), back(tr)))
