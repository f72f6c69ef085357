"""The regulation a school lives by: read by everybody, changed by its administrator (REG-1, ADM-7)."""

from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import NotFound, Refusal
from core.model.ids import PersonId, SchoolId
from core.model.lived import NO_WINDOW, Lived, Proposal, Switch, publication_text, settings_of
from core.model.overlay import Change, Field, Setting
from core.model.school import EditWindow, Preset, PublicationWindow, School
from core.regulation.loader import preset
from core.regulation.overlay import checked, effective, fields_of, given_by_text
from core.rules.access import allowed, is_system
from core.storage.gateways import regulation as gateway
from core.storage.gateways.regulation import Chosen, Hand, Line
from core.storage.queries import duties, regulation
from core.storage.work import Work
from core.usecases.reaching import reach_school, sign

ESCALATION_LIMIT = 30


@dataclass(frozen=True, slots=True)
class ReadRegulation:
    """The regulation of a school."""

    school: SchoolId


async def read_regulation(work: Work, command: ReadRegulation) -> Lived:
    """Give it with the school's deviations. Raises Forbidden."""
    reach_school(work, command.school, Action.REGULATION_READ)
    return await _lived(work, command.school)


async def _lived(work: Work, school: SchoolId) -> Lived:
    found = await work.run(duties.schools, [school])
    if not found:
        raise NotFound
    one = found[0]
    may_edit = allowed(work.actor, Action.REGULATION_EDIT, Subject(school=school)) is not None
    return Lived(one, preset(one.preset), effective(one.preset, one.overrides), may_edit)


@dataclass(frozen=True, slots=True)
class ReadHistory:
    """Who changed the regulation, or one `target` of it, and when."""

    school: SchoolId
    target: str | None = None


async def read_history(work: Work, command: ReadHistory) -> tuple[Lived, tuple[Change, ...]]:
    """Give the regulation with its changes, the newest first. Raises Forbidden."""
    reach_school(work, command.school, Action.REGULATION_READ)
    changes = await work.run(regulation.history, command.school, command.target)
    return await _lived(work, command.school), changes


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A target's field gets a `value` (canonical text), or goes back to the text where there is none.

    Without a field everything of the target goes back to the text.
    """

    school: SchoolId
    target: str
    field: Field | None = None
    value: str | None = None


async def propose_row(work: Work, command: ChangeRow) -> Proposal:
    """Give what a change would do, without doing it. Raises as `change_row` does."""
    reach_school(work, command.school, Action.REGULATION_EDIT)
    known = await _lived(work, command.school)
    which, wanted = known.school.preset, _wanted(known, command)
    text = {field: given_by_text(which, command.target, field) for field in wanted}
    before = {field: known.deviations(command.target).get(field, text[field]) for field in wanted}
    after = {field: value or text[field] for field, value in wanted.items()}
    changed = [field for field in wanted if before[field] != after[field]]
    return Proposal(
        known,
        command.target,
        {field: before[field] for field in changed},
        {field: after[field] for field in changed},
    )


async def change_row(work: Work, command: ChangeRow) -> Lived:
    """Change a row, or take changes back; gives the regulation as it is now.

    What the text says anyway is no deviation. Raises Forbidden, and Refusal as `core.regulation.overlay.checked` does.
    """
    permit = reach_school(work, command.school, Action.REGULATION_EDIT)
    known = await _lived(work, command.school)
    wanted = _wanted(known, command)
    before = known.deviations(command.target)
    lines = [Line(command.target, field.value, value) for field, value in wanted.items() if value != before.get(field)]
    if lines:
        await work.run(gateway.change, _hand(work, permit, command.school), lines)
        entries = (_entry(known, line) for line in lines)
        await sign(work, permit, *entries)
    return await _lived(work, command.school)


def _wanted(known: Lived, command: ChangeRow) -> dict[Field, str | None]:
    which = known.school.preset
    fields = fields_of(which, command.target)
    if command.field is None:
        return dict.fromkeys(fields)
    text = given_by_text(which, command.target, command.field)
    value = None if command.value is None else checked(which, command.target, command.field, command.value)
    return {command.field: None if value == text else value}


def _entry(known: Lived, line: Line) -> AuditEntry:
    field = Field(line.field)
    before = known.deviations(line.target).get(field)
    where: dict[str, str | int | None] = {"target": line.target, "field": line.field}
    return AuditEntry(AuditKind.REGULATION_CHANGED, known.school.id, before=before, after=line.value, extra=where)


def _hand(work: Work, permit: Permit, school: SchoolId) -> Hand:
    by: PersonId | None = None if is_system(work.actor) else permit.capacity.person
    return Hand(school, by, work.now)


@dataclass(frozen=True, slots=True)
class ChooseSetting:
    """A setting of the school gets a value: a preset, an edit window, a rounding threshold as 0.6, working days."""

    school: SchoolId
    setting: Setting
    value: str


async def choose_setting(work: Work, command: ChooseSetting) -> Lived:
    """Write a setting; gives the regulation as it is now. Deviations from another preset wait until it is chosen again.

    Where the new preset's text doesn't know the school's edit window, its own first one is set. Raises Forbidden,
    Refusal "setting-value" (`setting`, `value`), "setting-window" (`value`) for a window that the text doesn't know.
    """
    permit = reach_school(work, command.school, Action.SCHOOL_SETTINGS)
    known = await _lived(work, command.school)
    chosen = _chosen(known, command)
    before, after = settings_of(known.school), _after(known.school, chosen)
    lines = [Line(name.value, "", after[name]) for name in Setting if before[name] != after[name]]
    if lines:
        await work.run(gateway.choose, command.school, chosen)
        await work.run(gateway.change, _hand(work, permit, command.school), lines)
        entries = (
            AuditEntry(
                AuditKind.SETTING_CHANGED,
                known.school.id,
                before=before[Setting(line.target)],
                after=line.value,
                extra={"setting": line.target},
            )
            for line in lines
        )
        await sign(work, permit, *entries)
    return await _lived(work, command.school)


async def propose_setting(work: Work, command: ChooseSetting) -> Switch:
    """Give what a setting would do, without writing it. Raises as `choose_setting` does."""
    reach_school(work, command.school, Action.SCHOOL_SETTINGS)
    known = await _lived(work, command.school)
    chosen = _chosen(known, command)
    lived = effective(chosen.preset or known.school.preset, known.school.overrides)
    return Switch(known, command.setting, settings_of(known.school), _after(known.school, chosen), lived)


def _chosen(known: Lived, command: ChooseSetting) -> Chosen:
    try:
        match command.setting:
            case Setting.PRESET:
                return _switched(known.school, Preset(command.value))
            case Setting.EDIT_WINDOW:
                return Chosen(edit_window=_window(known, EditWindow(command.value)))
            case Setting.ROUNDING:
                return Chosen(round_up_from=_threshold(command.value))
            case Setting.ESCALATION:
                return Chosen(escalation_days=_days(command.value))
            case Setting.PUBLICATION:
                return Chosen(publication=(_publication(command.value),))
    except ValueError:
        raise Refusal("setting-value", setting=command.setting.value, value=command.value) from None


def _switched(school: School, which: Preset) -> Chosen:
    there = preset(which)
    known = school.edit_window in there.edit_windows
    return Chosen(preset=which, edit_window=None if known else there.default_window)


def _window(known: Lived, window: EditWindow) -> EditWindow:
    if window not in known.text.edit_windows:
        raise Refusal("setting-window", value=window.value)
    return window


def _threshold(text: str) -> Decimal:
    if not (text.startswith("0.") and text[2:].isascii() and text[2:].isdigit() and len(text) <= len("0.999")):
        raise ValueError(text)
    value = Decimal(text)
    if not value:
        raise ValueError(text)
    return value


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 2 and int(text) <= ESCALATION_LIMIT):
        raise ValueError(text)
    return int(text)


def _publication(text: str) -> PublicationWindow | None:
    if text == NO_WINDOW:
        return None
    opens, _, closes = text.partition("-")
    window = PublicationWindow(time.fromisoformat(opens), time.fromisoformat(closes))
    if window.opens >= window.closes or publication_text(window) != text:
        raise ValueError(text)
    return window


def _after(school: School, chosen: Chosen) -> dict[Setting, str]:
    after = settings_of(school)
    if chosen.preset is not None:
        after[Setting.PRESET] = chosen.preset.value
    if chosen.edit_window is not None:
        after[Setting.EDIT_WINDOW] = chosen.edit_window.value
    if chosen.round_up_from is not None:
        after[Setting.ROUNDING] = f"{chosen.round_up_from.normalize():f}"
    if chosen.escalation_days is not None:
        after[Setting.ESCALATION] = str(chosen.escalation_days)
    for window in chosen.publication:
        after[Setting.PUBLICATION] = publication_text(window)
    return after
