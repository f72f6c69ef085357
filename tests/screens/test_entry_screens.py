"""Screens of coming in, of the menu and of invitations, in both languages, with hostile names and at their longest."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.screen import Screen
from bot.screens import admin, entry, home, importing, invitations
from core.model.access import Actor, Capacity
from core.model.entry import (
    Board,
    Bound,
    Claim,
    ConsentRecord,
    Entrance,
    EntranceKind,
    EntryState,
    Invitee,
    Issued,
    KlassEntries,
    OwnKlass,
    PersonEntry,
    Placement,
    SchoolCard,
    Sheet,
    Standing,
    Waiting,
    WaitingList,
)
from core.model.ids import AccountId, BindingId, InvitationId, KlassId, PersonId, SchoolId
from core.model.importing import Fate, ImportDone, ImportPreview, KindChange
from core.model.people import PersonKind, PersonName, Role
from core.model.workbook import Problem, Severity
from locales import LANGUAGES, Translator, Translators
from tests.screens.contract import buttons, check_buttons, check_message

HOSTILE = PersonName("<b>Орлов</b> & «Ко»" + "ъ" * 80, "Ил</i>ья" + "х" * 90, "&amp;Пав" + "ш" * 90)
ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 15, 7, tzinfo=UTC)
SCHOOL, KLASS, PERSON = SchoolId(2**62), KlassId(2**62), PersonId(2**62)

WORDS = Translators.load(strict=True)
each_language = pytest.mark.parametrize("tr", [WORDS[code] for code in LANGUAGES], ids=LANGUAGES)


def sound(screen: Screen) -> None:
    """Telegram would take it; something to press or to read."""
    check_message(screen)
    if buttons(screen):
        check_buttons(screen)


def capacity(role: Role, person: int = 1) -> Capacity:
    return Capacity(PersonId(person), SCHOOL, role, HOSTILE.full)


def invitee(kind: PersonKind, state: EntryState, number: int = 1) -> Invitee:
    return Invitee(PersonId(number), kind, HOSTILE, state, (HOSTILE,), HOSTILE.full, NOW + timedelta(days=14))


CARD = SchoolCard(SCHOOL, HOSTILE.full, ZONE, date(2026, 9, 1), date(2027, 5, 31), 60, 1500, 3, 2800, 5, 90, 7, 2, 1, 1)


@each_language
def test_consent_and_its_end(tr: Translator) -> None:
    record = ConsentRecord(1, NOW, ZONE)
    for screen in (
        entry.consent_ask(1, tr),
        entry.consent_declined(tr),
        entry.consent_given(record, 1, tr),
        entry.consent_given(None, 1, tr),
        entry.withdraw_ask(tr),
        entry.withdrawn(tr),
        entry.lost_ask(tr),
        entry.lost_done(tr),
        home.welcome(tr),
        home.pending(tr),
        entry.access_cut(HOSTILE, tr),
        entry.staff_answered(HOSTILE, confirmed=True, tr=tr),
        entry.staff_answered(HOSTILE, confirmed=False, tr=tr),
    ):
        sound(screen)


@each_language
@pytest.mark.parametrize("kind", EntranceKind)
def test_every_outcome_of_a_code(kind: EntranceKind, tr: Translator) -> None:
    claim = Claim(InvitationId(2**62), HOSTILE, HOSTILE.full)
    for person_kind, children in ((PersonKind.GUARDIAN, (HOSTILE, HOSTILE)), (PersonKind.STUDENT, ()), (None, ())):
        outcome = Entrance(kind, HOSTILE, person_kind, children, HOSTILE.full, claim, NOW + timedelta(minutes=50))
        sound(entry.entrance(outcome, NOW, tr))


@each_language
def test_tabs_settings_and_help(tr: Translator) -> None:
    roles = [role for role in Role if role is not Role.SYSTEM]
    actor = Actor(AccountId(1), 1, capacities=(*map(capacity, roles), capacity(Role.TEACHER, 2)))
    screen = home.with_tabs(Screen("text"), actor, actor.capacities[0], tr)
    sound(screen)
    labels = [button.label for row in screen.keyboard for button in row]
    assert len(labels) == len(set(labels)) == len(roles) + 2
    assert sum(label.startswith("•") for label in labels) == 1
    sound(home.settings(actor, {"ru": "Русский", "en": "English"}, tr))
    sound(home.help_page(actor, tr))
    sound(home.help_page(Actor(None, 1), tr))
    for teaches in (True, False):
        for text in ("", "<b>" * 2000):
            assert "<b>" not in home.not_understood(text, teaches=teaches, tr=tr)


def test_one_role_has_no_tabs() -> None:
    actor = Actor(AccountId(1), 1, capacities=(capacity(Role.STUDENT),))
    assert len(home.with_tabs(Screen(""), actor, actor.capacities[0], WORDS["ru"]).keyboard) == 1


@each_language
def test_the_school_at_a_glance(tr: Translator) -> None:
    for screen in (admin.school_card(CARD, tr), admin.administrator_home(CARD, tr)):
        sound(screen)
    waiting = tuple(Waiting(BindingId(2**62), HOSTILE, "", (Role.TEACHER,), NOW) for _ in range(30))
    screen = admin.waiting_list(WaitingList(ZONE, waiting), NOW, tr)
    sound(screen)
    assert len(screen.keyboard) <= 8
    sound(admin.waiting_list(WaitingList(ZONE, ()), NOW, tr))


@each_language
def test_the_class_teacher_s_class(tr: Translator) -> None:
    name = PersonName("Орлов<", "Илья&")
    entries = KlassEntries(KLASS, "7Б<", 30, 4, 55, 20)
    own = OwnKlass(KLASS, "7Б<", date(2026, 10, 15), (name,) * 30, entries, 2)
    sound(admin.klass_home([own], tr))
    sound(admin.klass_home([own, own], tr))
    sound(admin.klass_list(1, "7Б<", [name] * 40, tr))


@each_language
@pytest.mark.parametrize("may_issue", [True, False])
def test_boards_fit_a_thumb(may_issue: bool, tr: Translator) -> None:
    people = tuple(
        invitee(kind, state, number)
        for number, (kind, state) in enumerate(
            ((kind, state) for kind in PersonKind for state in EntryState for _ in range(5)), 1
        )
    )
    board = Board(SCHOOL, "7Б", people, may_issue, may_issue)
    for page in (0, 3, 99):
        for screen in (invitations.klass_entries(KLASS, board, page, tr), invitations.staff_entries(board, page, tr)):
            sound(screen)
            assert len([row for row in screen.keyboard if row]) <= 10
    printing = [button for row in screen.keyboard for button in row if "🖨" in button.label]
    assert bool(printing) is may_issue
    many = [KlassEntries(KlassId(number), f"{number}Б", 25, 3, 45, 9) for number in range(1, 61)]
    for page in (0, 2, 7):
        sound(invitations.klasses(SCHOOL, many, page, tr))


@each_language
@pytest.mark.parametrize("state", EntryState)
def test_one_person(state: EntryState, tr: Translator) -> None:
    places = (Placement(PERSON, KLASS, "7Б<", 7), Placement(PERSON, KLASS, "5А", 5))
    bound = Bound(BindingId(2**62), AccountId(1), PERSON, SCHOOL, NOW)
    for kind, placed, children in (
        (PersonKind.GUARDIAN, places, (HOSTILE, HOSTILE)),
        (PersonKind.STUDENT, places[:1], ()),
        (PersonKind.STUDENT, (), ()),
        (PersonKind.STAFF, (), ()),
    ):
        who = Standing(PERSON, kind, SCHOOL, HOSTILE, placements=placed, children=children)
        found = PersonEntry(who, state, NOW, (bound,), ZONE, HOSTILE.full, electronic=True, may_act=True)
        sound(invitations.person_card(found, tr))
    paper = PersonEntry(who, state, None, (), ZONE, electronic=False)
    assert len(invitations.person_card(paper, tr).keyboard) == 1


@each_language
def test_codes_come_with_what_to_do(tr: Translator) -> None:
    one = Issued(invitee(PersonKind.STUDENT, EntryState.UNINVITED), "CODE", datetime(2026, 10, 29, 21, tzinfo=UTC))
    for name in ("7Б", ""):
        screen = invitations.issued(Sheet("Школа", ZONE, name, (one,)), b"%PDF", tr)
        sound(screen)
        assert "CODE" not in screen.text
        assert "29" in screen.text
        assert screen.media[0].name.endswith(".pdf")
    sound(invitations.revoked(PERSON, 1, tr))
    sound(invitations.revoked(PERSON, 0, tr))


@each_language
def test_a_workbook_s_answer_fits_one_message(tr: Translator) -> None:
    problems = tuple(
        Problem("value-missing", severity, "Ученики<" * 9, row, "Класс&" * 9)
        for row in range(900)
        for severity in Severity
    )
    found = ImportPreview(SCHOOL, HOSTILE.full, (), problems)
    screen = importing.preview(found, "book<.xlsx", 1, tr)
    sound(screen)
    assert len((screen.media[0].data or b"").decode().splitlines()) == len(problems)
    changes = tuple(KindChange(kind, dict.fromkeys(Fate, 1500)) for kind in ("school", "students", "lessons", "plans"))
    sound(importing.preview(ImportPreview(SCHOOL, "Школа", changes), "book.xlsx", 2**48, tr))
    sound(importing.preview(ImportPreview(SCHOOL, "Школа"), "book.xlsx", 1, tr))
    sound(importing.done(ImportDone(SCHOOL, "Школа", changes), tr))
    for screen in (
        importing.cancelled(tr),
        importing.how_to(b"x", tr),
        importing.reading("<", tr),
        importing.writing(tr),
    ):
        sound(screen)
