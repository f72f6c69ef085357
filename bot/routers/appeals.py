"""«Is this mark right?»: the family asks, the teacher answers, the deputy decides (DIA-11)."""

from datetime import datetime, timedelta

from bot.callbacks import day_of
from bot.callbacks.appeals import (
    AppealPress,
    AppealsPress,
    ChooseMarkPress,
    DayMarksPress,
    ExplainPress,
    FilePress,
    FileWordsPress,
    ForwardPress,
    MarkCardPress,
    PermitPress,
)
from bot.callbacks.family import NOW
from bot.desk import Answer, Desk
from bot.routers.home import unasked
from bot.screen import Screen
from bot.screens import appeals as screens
from bot.turn import Form, Turn, Typed
from core.model.appeal import AppealReason
from core.model.errors import Refusal
from core.model.ids import AppealId, MarkId, PeriodId, PersonId, SchoolId, SubjectId
from core.usecases import appeals
from core.usecases.diary import ShowDay, show_day
from core.usecases.progress import ShowProgress, show_progress

desk = Desk()
# A card that was left for another screen must not take what is typed there for words about its mark.
_LISTENS = timedelta(minutes=10)


@desk.press(ChooseMarkPress)
async def choose(turn: Turn, press: ChooseMarkPress) -> Answer:
    """Show the marks of a subject, to choose one."""
    period = None if press.period == NOW else PeriodId(press.period)
    wanted = ShowProgress(PersonId(press.child), period, SubjectId(press.subject))
    found = await turn.read(show_progress, wanted)
    return screens.choose_mark(turn.tr, found)


@desk.press(DayMarksPress)
async def choose_of_day(turn: Turn, press: DayMarksPress) -> Answer:
    """Show the marks of a day, to choose one."""
    wanted = ShowDay(PersonId(press.child), day_of(press.day))
    found = await turn.read(show_day, wanted)
    return screens.choose_of_day(turn.tr, found)


@desk.press(MarkCardPress)
async def card(turn: Turn, press: MarkCardPress) -> Answer:
    """Show a mark with what may be said of it."""
    return await _card(turn, press.child, press.mark)


async def _card(turn: Turn, child: int, mark: int, toast: str = "") -> Screen:
    wanted = appeals.OpenMarkCard(PersonId(child), MarkId(mark))
    found = await turn.read(appeals.mark_card, wanted)
    if found.may_file and not found.refused:
        await turn.expect("appeal-card", child=child, mark=mark, until=(turn.now + _LISTENS).isoformat())
    return screens.mark_card(turn.tr, found, toast=toast)


@desk.press(FilePress)
async def file(turn: Turn, press: FilePress) -> Answer:
    """Pass on what is wrong."""
    command = appeals.FileAppeal(PersonId(press.child), MarkId(press.mark), press.reason)
    screen = await _filed(turn, command)
    await turn.forget()
    return screen


async def _filed(turn: Turn, command: appeals.FileAppeal) -> Screen:
    case = await turn.change(appeals.file_appeal, command)
    return await _show(turn, case.appeal.id, turn.tr.plain("appeal-filed"))


async def _show(turn: Turn, key: AppealId, toast: str = "") -> Screen:
    view = await turn.read(appeals.open_appeal, appeals.OpenAppeal(key))
    return screens.appeal(turn.tr, view, toast=toast)


@desk.press(FileWordsPress)
async def ask_words(turn: Turn, press: FileWordsPress) -> Answer:
    """Ask what is wrong, in words."""
    card = await turn.read(appeals.mark_card, appeals.OpenMarkCard(PersonId(press.child), MarkId(press.mark)))
    await turn.expect("appeal-words", child=press.child, mark=press.mark)
    text = turn.tr("appeal-words-how", mark=turn.tr(f"mark-{card.mark.value}"))
    return screens.prompt(turn.tr, text, MarkCardPress(child=press.child, mark=press.mark))


@desk.form("appeal-words")
async def typed_words(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Pass on what was typed."""
    if not typed.text.strip():
        raise Refusal("text-empty")
    child, mark = PersonId(form.data["child"]), MarkId(form.data["mark"])
    screen = await _filed(turn, appeals.FileAppeal(child, mark, AppealReason.OTHER, typed.text))
    await turn.forget()
    return screen


@desk.form("appeal-card")
async def typed_at_card(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Pass on what was typed below «what is wrong?»; what comes much later is about something else."""
    if turn.sent_at < datetime.fromisoformat(form.data["until"]) and typed.text.strip():
        return await typed_words(turn, form, typed)
    await turn.forget()
    return await unasked(turn, form, typed)


@desk.press(AppealPress)
async def show(turn: Turn, press: AppealPress) -> Answer:
    """Show an appeal."""
    return await _show(turn, AppealId(press.appeal))


@desk.press(ExplainPress)
async def ask_explanation(turn: Turn, press: ExplainPress) -> Answer:
    """Ask why the mark stands."""
    await turn.read(appeals.open_appeal, appeals.OpenAppeal(AppealId(press.appeal)))
    await turn.expect("appeal-explanation", appeal=press.appeal)
    return screens.prompt(turn.tr, turn.tr("appeal-explain-how"), AppealPress(appeal=press.appeal))


@desk.form("appeal-explanation")
async def typed_explanation(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Give the family the explanation."""
    if not typed.text.strip():
        raise Refusal("text-empty")
    key = AppealId(form.data["appeal"])
    await turn.change(appeals.explain_mark, appeals.ExplainMark(key, typed.text))
    await turn.forget()
    return await _show(turn, key, turn.tr.plain("appeal-explained"))


@desk.press(ForwardPress)
async def forward(turn: Turn, press: ForwardPress) -> Answer:
    """Ask the deputy."""
    await turn.change(appeals.forward_appeal, appeals.ForwardAppeal(AppealId(press.appeal)))
    return await _show(turn, AppealId(press.appeal), turn.tr.plain("appeal-forwarded"))


@desk.press(PermitPress)
async def permit(turn: Turn, press: PermitPress) -> Answer:
    """Let the teacher correct the mark."""
    await turn.change(appeals.permit_correction, appeals.PermitCorrection(AppealId(press.appeal)))
    return await _show(turn, AppealId(press.appeal), turn.tr.plain("appeal-permitted"))


@desk.press(AppealsPress)
async def waiting(turn: Turn, press: AppealsPress) -> Answer:
    """Show a deputy what waits."""
    school = SchoolId(press.school)
    cases = await turn.read(appeals.list_appeals, appeals.ListAppeals(school))
    return screens.open_appeals(turn.tr, school, cases, press.page)
