"""The regulation in the chat: read by the staff, changed by the administrator (REG-1, REG-7, ADM-7)."""

from bot.callbacks import Press
from bot.callbacks.regulation import (
    BindingPress,
    ChangesPress,
    ConventionsPress,
    PermissionsPress,
    RegulationPress,
    ResetPress,
    RowPress,
    RowsPress,
    SchoolSettingsPress,
    SetTermPress,
    SettingPress,
    SwitchPress,
    TermKindsPress,
    TermNumbersPress,
    TermPress,
    ValuePress,
)
from bot.desk import Answer, Desk
from bot.screen import Screen
from bot.screens import regulation as screens
from bot.screens import regulation_editing as editing
from bot.turn import Form, Turn, Typed
from bot.widgets.setting_values import value_of_number
from bot.widgets.terms import term_text
from core.model.errors import NotFound
from core.model.ids import SchoolId
from core.model.lived import Lived
from core.model.overlay import Field
from core.model.term import TermKind
from core.regulation.overlay import NO, YES, fields_of, targets
from core.usecases import regulation as cases

desk = Desk()
FORM = "regulation-term"


async def _known(turn: Turn, school: int) -> Lived:
    return await turn.read(cases.read_regulation, cases.ReadRegulation(SchoolId(school)))


@desk.press(RegulationPress)
async def glance(turn: Turn, press: RegulationPress) -> Answer:
    """Show the regulation at a glance."""
    return screens.glance(await _known(turn, press.school), turn.tr)


@desk.press(RowsPress)
async def rows(turn: Turn, press: RowsPress) -> Answer:
    """Show a role's rows."""
    return screens.rows_of(await _known(turn, press.school), press.role, press.page, turn.tr)


@desk.press(PermissionsPress)
async def permissions(turn: Turn, press: PermissionsPress) -> Answer:
    """Show what is allowed and forbidden."""
    return screens.permissions(await _known(turn, press.school), press.page, turn.tr)


@desk.press(ConventionsPress)
async def conventions(turn: Turn, press: ConventionsPress) -> Answer:
    """Show how terms are reckoned."""
    return screens.conventions(await _known(turn, press.school), turn.tr)


@desk.press(ChangesPress)
async def changes(turn: Turn, press: ChangesPress) -> Answer:
    """Show who changed what."""
    known, found = await turn.read(cases.read_history, cases.ReadHistory(SchoolId(press.school)))
    return editing.history(known, found, turn.tr)


@desk.press(RowPress)
async def row(turn: Turn, press: RowPress) -> Answer:
    """Show one row."""
    return await _card(turn, press.school, press.row)


async def _card(turn: Turn, school: int, number: int) -> Screen:
    target = _target(await _known(turn, school), number)
    known, found = await turn.read(cases.read_history, cases.ReadHistory(SchoolId(school), target))
    shown = next((each for each in screens.shown(known) if each.text.id == target), None)
    if shown is None:
        return screens.permission_card(known, target, found, turn.tr)
    return screens.card(known, shown, found, turn.tr)


def _target(known: Lived, number: int) -> str:
    """Give the target of a number. Raises NotFound for a row that the school's present regulation doesn't have."""
    found = targets(known.school.preset).get(number)
    if found is None:
        raise NotFound
    return found


def _row(known: Lived, number: int) -> screens.Shown:
    target = _target(known, number)
    found = next((each for each in screens.shown(known) if each.text.id == target), None)
    if found is None:
        raise NotFound
    return found


@desk.press(TermKindsPress)
async def term_kinds(turn: Turn, press: TermKindsPress) -> Answer:
    """Offer other kinds of term."""
    known = await _known(turn, press.school)
    await turn.forget()
    return editing.term_kinds(known, _row(known, press.row), turn.tr)


@desk.press(TermNumbersPress)
async def term_numbers(turn: Turn, press: TermNumbersPress) -> Answer:
    """Offer numbers, and wait for one that is typed."""
    known = await _known(turn, press.school)
    screen = editing.term_numbers(known, _row(known, press.row), press.kind, turn.tr)
    await turn.expect(FORM, school=press.school, row=press.row, kind=press.kind.value)
    return screen


@desk.form(FORM)
async def typed_number(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Take a typed number, time or date."""
    school, number, kind = int(form.data["school"]), int(form.data["row"]), TermKind(form.data["kind"])
    n = editing.number_typed(kind, typed.text)
    if n is None:
        known = await _known(turn, school)
        return editing.term_numbers(known, _row(known, number), kind, turn.tr, typed.text or "…")
    return await _propose_term(turn, TermPress(school=school, row=number, kind=kind, n=n))


@desk.press(TermPress)
async def term(turn: Turn, press: TermPress) -> Answer:
    """Show what another term would do."""
    return await _propose_term(turn, press)


async def _propose_term(turn: Turn, press: TermPress) -> Screen:
    await turn.forget()
    sure = SetTermPress(school=press.school, row=press.row, kind=press.kind, n=press.n)
    return await _proposed(turn, await _term_change(turn, press), sure)


async def _term_change(turn: Turn, press: TermPress | SetTermPress) -> cases.ChangeRow:
    known = await _known(turn, press.school)
    rule = _row(known, press.row).text
    return cases.ChangeRow(known.school.id, rule.id, Field.DUE, term_text(rule, press.kind, press.n))


async def _proposed(turn: Turn, command: cases.ChangeRow, sure: Press) -> Screen:
    return editing.proposal(await turn.read(cases.propose_row, command), sure, turn.tr)


@desk.press(SetTermPress)
async def set_term(turn: Turn, press: SetTermPress) -> Answer:
    """Let another term hold."""
    return await _changed(turn, await _term_change(turn, press), press.row)


async def _changed(turn: Turn, command: cases.ChangeRow, number: int) -> Screen:
    await turn.change(cases.change_row, command)
    return await _card(turn, command.school, number)


@desk.press(SwitchPress)
async def switch(turn: Turn, press: SwitchPress) -> Answer:
    """Switch a row, or allow or forbid."""
    known = await _known(turn, press.school)
    target = _target(known, press.row)
    field = Field.ACTIVE if Field.ACTIVE in fields_of(known.school.preset, target) else Field.ALLOWED
    return await _flag(turn, press, cases.ChangeRow(known.school.id, target, field, YES if press.on else NO))


@desk.press(BindingPress)
async def binding(turn: Turn, press: BindingPress) -> Answer:
    """Make a row binding, or a recommendation."""
    known = await _known(turn, press.school)
    target = _target(known, press.row)
    return await _flag(turn, press, cases.ChangeRow(known.school.id, target, Field.BINDING, YES if press.on else NO))


@desk.press(ResetPress)
async def reset(turn: Turn, press: ResetPress) -> Answer:
    """Take every change of a row back."""
    known = await _known(turn, press.school)
    return await _flag(turn, press, cases.ChangeRow(known.school.id, _target(known, press.row)))


async def _flag(turn: Turn, press: SwitchPress | BindingPress | ResetPress, command: cases.ChangeRow) -> Screen:
    if press.sure:
        return await _changed(turn, command, press.row)
    return await _proposed(turn, command, press.model_copy(update={"sure": True}))


@desk.press(SchoolSettingsPress)
async def settings(turn: Turn, press: SchoolSettingsPress) -> Answer:
    """Show the school's settings."""
    return editing.settings(await _known(turn, press.school), turn.tr)


@desk.press(SettingPress)
async def setting(turn: Turn, press: SettingPress) -> Answer:
    """Offer a setting's values."""
    return editing.setting_values(await _known(turn, press.school), press.setting, turn.tr)


@desk.press(ValuePress)
async def value(turn: Turn, press: ValuePress) -> Answer:
    """Show what a value would change; once more, and it holds."""
    chosen = value_of_number(press.setting, press.value)
    command = cases.ChooseSetting(SchoolId(press.school), press.setting, chosen)
    if press.sure:
        return editing.settings(await turn.change(cases.choose_setting, command), turn.tr)
    found = await turn.read(cases.propose_setting, command)
    return editing.switching(found, press.model_copy(update={"sure": True}), turn.tr)
