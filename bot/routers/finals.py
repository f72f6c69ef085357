"""Final marks in the chat: groups, a group on one screen, one student, one tap for all clear proposals (JRN-11)."""

from bot.callbacks.finals import (
    AcceptPress,
    CorrectFinalPress,
    FinalCardPress,
    FinalReasonPress,
    FinalSheetPress,
    FinalsPress,
    OwnFinalReasonPress,
    ResultsPress,
    SetFinalPress,
    TypeReasonPress,
    UndoFinalsPress,
    grounds_of,
    term_of,
    value_of,
)
from bot.desk import Answer, Desk
from bot.screen import Screen
from bot.screens import final_card as cards
from bot.screens import final_sheet as sheets
from bot.screens.family_results import results_screen
from bot.turn import Form, Turn, Typed
from core.model.errors import Refusal
from core.model.final_mark import FinalMark
from core.model.final_sheet import FinalCard
from core.model.ids import FinalMarkId, GroupId, KlassId, PersonId
from core.model.mark import MarkValue
from core.usecases.final_marks import (
    CorrectFinal,
    FinalSet,
    OpenFinalMark,
    SetFinal,
    accept_finals,
    card_of_mark,
    correct_final,
    set_final,
    undo_finals,
)
from core.usecases.final_overview import ShowFinals, finals_overview
from core.usecases.final_sheets import OpenFinal, OpenFinals, final_card, final_sheet
from core.usecases.results import ShowResults, show_results

desk = Desk()


@desk.press(FinalsPress)
async def show_finals(turn: Turn, press: FinalsPress) -> Answer:
    """Show groups with what is to be closed."""
    klass = KlassId(press.klass) if press.klass else None
    value = await turn.read(finals_overview, ShowFinals(klass))
    return sheets.overview(value, turn.tr, press.klass, press.page)


@desk.press(FinalSheetPress)
async def show_sheet(turn: Turn, press: FinalSheetPress) -> Answer:
    """Show a group."""
    value = await turn.read(final_sheet, OpenFinals(GroupId(press.group), term_of(press.term)))
    return sheets.sheet_screen(value, turn.tr)


@desk.press(AcceptPress)
async def accept(turn: Turn, press: AcceptPress) -> Answer:
    """Accept all clear proposals."""
    done = await turn.change(accept_finals, OpenFinals(GroupId(press.group), term_of(press.term)))
    key = "final-accepted" if done.marks else "final-accept-nothing"
    said = turn.tr.plain(key, count=len(done.marks)) if done.marks else turn.tr.plain(key)
    return sheets.sheet_screen(done.sheet, turn.tr, toast=said)


@desk.press(UndoFinalsPress)
async def undo(turn: Turn, press: UndoFinalsPress) -> Answer:
    """Take back what was set last."""
    done = await turn.change(undo_finals, OpenFinals(GroupId(press.group), term_of(press.term)))
    return sheets.sheet_screen(done.sheet, turn.tr, toast=turn.tr.plain("final-undone"))


@desk.press(FinalCardPress)
async def show_card(turn: Turn, press: FinalCardPress) -> Answer:
    """Show one student."""
    return cards.card_screen(await _card(turn, press), turn.tr)


async def _card(turn: Turn, press: FinalCardPress | SetFinalPress | TypeReasonPress) -> FinalCard:
    opened = OpenFinal(GroupId(press.group), PersonId(press.student), term_of(press.term))
    return await turn.read(final_card, opened)


@desk.press(SetFinalPress)
async def set_mark(turn: Turn, press: SetFinalPress) -> Answer:
    """Set a mark; a reason is asked where it is not the one proposed."""
    value = value_of(press.choice)
    command = SetFinal(GroupId(press.group), PersonId(press.student), term_of(press.term), value)
    try:
        done = await turn.change(set_final, command)
    except Refusal as refusal:
        if refusal.code != "final-reason":
            raise
        return cards.why_set(await _card(turn, press), value, turn.tr)
    return _shown(turn, done)


@desk.press(FinalReasonPress)
async def set_with_reason(turn: Turn, press: FinalReasonPress) -> Answer:
    """Set a mark for a reason."""
    value, reason = grounds_of(press.grounds)
    place = (GroupId(press.group), PersonId(press.student), term_of(press.term))
    return _shown(turn, await turn.change(set_final, SetFinal(*place, value, reason.value)))


@desk.press(TypeReasonPress)
async def ask_reason(turn: Turn, press: TypeReasonPress) -> Answer:
    """Ask for the reason in words."""
    card = await _card(turn, press)
    place = {"group": press.group, "student": press.student, "term": press.term}
    await turn.expect("final-reason", **place, value=value_of(press.choice).value)
    return cards.type_reason(card, turn.tr)


@desk.form("final-reason")
async def typed_reason(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Set a mark for the typed reason."""
    data = form.data
    place = (GroupId(data["group"]), PersonId(data["student"]), term_of(data["term"]))
    done = await turn.change(set_final, SetFinal(*place, MarkValue(data["value"]), _said(typed)))
    await turn.forget()
    return _shown(turn, done)


def _said(typed: Typed) -> str:
    if not typed.text.strip():
        raise Refusal("text-empty")
    return typed.text


@desk.press(CorrectFinalPress)
async def correct(turn: Turn, press: CorrectFinalPress) -> Answer:
    """Change a mark, or take it back before a retake."""
    reason = press.reason.value if press.reason else ""
    return await _correct(turn, CorrectFinal(FinalMarkId(press.final), press.value, reason))


async def _correct(turn: Turn, command: CorrectFinal) -> Screen:
    try:
        return _shown(turn, await turn.change(correct_final, command))
    except Refusal as refusal:
        if refusal.code != "final-reason":
            raise
        card, mark = await _of_mark(turn, command.mark)
        return cards.why_changed(card, mark, command.value, turn.tr)


async def _of_mark(turn: Turn, mark: FinalMarkId) -> tuple[FinalCard, FinalMark]:
    card = await turn.read(card_of_mark, OpenFinalMark(mark))
    assert card.line.record is not None  # noqa: S101 - the card of a mark that stands
    return card, card.line.record


@desk.press(OwnFinalReasonPress)
async def ask_own_reason(turn: Turn, press: OwnFinalReasonPress) -> Answer:
    """Ask for the reason of a change in words."""
    card, _ = await _of_mark(turn, FinalMarkId(press.final))
    await turn.expect("final-change", final=press.final, value=press.value)
    return cards.type_reason(card, turn.tr)


@desk.form("final-change")
async def typed_change(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Change a mark for the typed reason."""
    value = MarkValue(form.data["value"]) if form.data["value"] else None
    screen = await _correct(turn, CorrectFinal(FinalMarkId(form.data["final"]), value, _said(typed)))
    await turn.forget()
    return screen


@desk.press(ResultsPress)
async def show_family(turn: Turn, press: ResultsPress) -> Answer:
    """Show a child's final marks."""
    found = await turn.read(show_results, ShowResults(PersonId(press.child), press.year or None))
    return results_screen(turn.tr, found)


def _shown(turn: Turn, done: FinalSet) -> Screen:
    assert done.card is not None  # noqa: S101 - a single student's mark comes with the card
    if not done.marks:
        value = done.card.line.value
        said = turn.tr.plain("final-same", mark=turn.tr.plain(f"mark-{value.value}") if value else "")
    else:
        said = cards.said(done.marks[0], done.before, done.card, turn.tr)
    return cards.card_screen(done.card, turn.tr, toast=said)
