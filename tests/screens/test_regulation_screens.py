"""The regulation's screens, in both languages, for every preset, row and value."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.callbacks.regulation import RowPress, SetTermPress
from bot.screens import regulation, regulation_editing
from bot.widgets.setting_values import number_of_value, value_of_number
from bot.widgets.terms import term_text
from core.model.ids import SchoolId
from core.model.lived import Lived, Proposal, Switch, settings_of
from core.model.overlay import Change, Field, Override, Setting
from core.model.people import PersonName, Role
from core.model.school import EditWindow, Preset, School
from core.model.term import TermKind
from core.regulation.families import kinds_for
from core.regulation.loader import preset
from core.regulation.overlay import checked, effective, given_by_text, row_number
from core.regulation.term_text import parameters
from locales import LANGUAGES, Translator, Translators
from tests.screens.test_entry_screens import HOSTILE, sound

WORDS = Translators.load(strict=True)
each_language = pytest.mark.parametrize("tr", [WORDS[code] for code in LANGUAGES], ids=LANGUAGES)
each_preset = pytest.mark.parametrize("which", list(Preset))
NOW = datetime(2026, 10, 15, 7, tzinfo=UTC)


def lived(which: Preset, *overrides: Override, may_edit: bool = True) -> Lived:
    school = School(
        SchoolId(2**62),
        "Школа № 5",
        "Школа № 5",
        ZoneInfo("Europe/Moscow"),
        date(2026, 9, 1),
        date(2027, 5, 31),
        which,
        preset(which).default_window,
        5,
        Decimal("0.5"),
        timedelta(minutes=5),
        overrides=overrides,
    )
    return Lived(school, preset(which), effective(which, overrides), may_edit)


@each_language
@each_preset
def test_every_row_has_its_place_and_card(which: Preset, tr: Translator) -> None:
    known = lived(which)
    sound(regulation.glance(known, tr))
    sound(regulation.conventions(known, tr))
    shown = regulation.shown(known)
    for role in {row.rule.holders[0] for row in shown}:
        for page in range(1 + len(shown) // regulation.ROWS_A_PAGE):
            sound(regulation.rows_of(known, role, page, tr))
    for row in shown:
        card = regulation.card(known, row, (), tr)
        sound(card)
        assert tr(f"rule-{row.rule.title}") in card.text
        sound(regulation_editing.term_kinds(known, row, tr))
        for kind in kinds_for(row.text):
            if parameters(kind) - {"event"}:
                sound(regulation_editing.term_numbers(known, row, kind, tr, "<b>" * 40))


@each_language
@each_preset
def test_permissions_and_their_cards(which: Preset, tr: Translator) -> None:
    known = lived(which, Override(f"{which.value}.backdating", Field.ALLOWED, "no"))
    for page in range(5):
        sound(regulation.permissions(known, page, tr))
    for target in (known.text.permissions[0].id, f"{which.value}.backdating"):
        sound(regulation.permission_card(known, target, (), tr))


@each_language
def test_a_changed_row_says_what_the_text_says_and_who_changed_it(tr: Translator) -> None:
    name = "moscow-region.marks"
    known = lived(
        Preset.MOSCOW_REGION,
        Override(name, Field.DUE, "days-after-lesson days=7"),
        Override(name, Field.HOLDERS, "class_teacher"),
        Override(name, Field.BINDING, "no"),
        Override(name, Field.ACTIVE, "no"),
    )
    row = next(row for row in regulation.shown(known) if row.text.id == name)
    card = regulation.card(known, row, (Change(name, "due", None, NOW, HOSTILE),), tr)
    sound(card)
    for part in ("overlay-card-changed", "overlay-card-off"):
        assert tr(part) in card.text
    assert "ъъъ" in card.text
    assert regulation.card(replace(known, may_edit=False), row, (), tr).keyboard[:-1] == ()
    undone = "↩"
    assert undone not in card.text
    text = replace(row, rule=row.text, on=True, changed=False)
    assert undone in regulation.card(known, text, (Change(name, "due", None, NOW, HOSTILE),), tr).text
    sound(regulation.rows_of(known, Role.CLASS_TEACHER, 0, tr))


@each_language
@each_preset
def test_proposals_of_every_kind_and_their_history(which: Preset, tr: Translator) -> None:
    known = lived(which)
    sure = RowPress(school=2**62, row=1)
    changes = []
    for row in known.text.rows:
        for kind in kinds_for(row):
            text = checked(which, row.id, Field.DUE, term_text(row, kind, 915 if "month" in parameters(kind) else 12))
            found = Proposal(known, row.id, {Field.DUE: given_by_text(which, row.id, Field.DUE)}, {Field.DUE: text})
            sound(regulation_editing.proposal(found, sure, tr))
            changes.append(Change(row.id, "due", text, NOW, PersonName("Тихонов", "Максим", "Олегович")))
    changes.append(Change("gone.row", "binding", "no", NOW, None))
    changes.append(Change("preset", "", "sgo", NOW, None))
    for at in range(0, len(changes), 15):
        sound(regulation_editing.history(known, changes[at : at + 15], tr))
    sound(regulation_editing.history(known, (), tr))
    sound(regulation_editing.proposal(Proposal(known, known.text.rows[0].id, {}, {}), sure, tr))


@each_language
def test_settings_and_what_switching_does(tr: Translator) -> None:
    known = lived(Preset.ANTSIR)
    sound(regulation_editing.settings(known, tr))
    before = settings_of(known.school)
    for setting in Setting:
        sound(regulation_editing.setting_values(known, setting, tr))
    after = {**before, Setting.PRESET: "sgo", Setting.EDIT_WINDOW: EditWindow.WEEK.value}
    found = Switch(known, Setting.PRESET, before, after, effective(Preset.SGO))
    sure = SetTermPress(school=2**62, row=2**24, kind=TermKind.WORKING_DAYS_BEFORE_EVENT, n=9999)
    screen = regulation_editing.switching(found, sure, tr)
    sound(screen)
    assert len(screen.keyboard) == 2
    sound(regulation_editing.switching(replace(found, after=before), sure, tr))


@pytest.mark.parametrize(
    ("kind", "text", "n"),
    [
        (TermKind.DAYS_AFTER_LESSON, " 3 ", 3),
        (TermKind.DAYS_AFTER_LESSON, "three", None),
        (TermKind.DAYS_AFTER_LESSON, "3.5", None),
        (TermKind.DAYS_AFTER_LESSON, "٣", None),
        (TermKind.LESSON_DAY_AT, "18:30", 1830),
        (TermKind.LESSON_DAY_AT, "9.05", 905),
        (TermKind.LESSON_DAY_AT, "18", None),
        (TermKind.FIXED_DATE, "15.09", 915),
        (TermKind.FIXED_DATE, "15.09.2026", None),
        (TermKind.FIXED_DATE, "", None),
    ],
)
def test_typed_numbers(kind: TermKind, text: str, n: int | None) -> None:
    assert regulation_editing.number_typed(kind, text) == n


def test_numbers_of_values_come_back() -> None:
    for setting, values in (
        (Setting.PRESET, [which.value for which in Preset]),
        (Setting.EDIT_WINDOW, [window.value for window in EditWindow]),
        (Setting.ROUNDING, ["0.5", "0.65", "0.999"]),
        (Setting.ESCALATION, ["0", "30"]),
    ):
        assert [value_of_number(setting, number_of_value(setting, value)) for value in values] == values
    assert value_of_number(Setting.PRESET, 9999) == ""
    assert row_number("sgo.marks") < 2**24
