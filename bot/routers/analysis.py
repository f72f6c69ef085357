"""The weekly and monthly analysis, posted to the staff; the month's report as a file (CTL-4)."""

import asyncio
from datetime import date

from bot.callbacks import day_of
from bot.callbacks.analysis import AnalysisPress, AnalysisWordsPress, MonthReportPress, PostAnalysisPress
from bot.desk import Answer, Desk
from bot.screens import analysis as screens
from bot.turn import Form, Turn, Typed
from core.documents.mark_changes import draw_changes
from core.documents.tables import write_tables
from core.model.analysis import Analysis
from core.model.control import ANALYSIS_LIMIT, AnalysisSpan
from core.model.ids import SchoolId
from core.rules.texts import clean_text
from core.usecases.analysis import (
    PostAnalysis,
    ShowAnalysis,
    ShowMonthReport,
    month_report,
    post_analysis,
    show_analysis,
)

desk = Desk()

WORDS = "analysis"


@desk.press(AnalysisPress)
async def show(turn: Turn, press: AnalysisPress) -> Answer:
    """Show the analysis of a week or month."""
    if press.leave:
        await turn.forget()
    day = day_of(press.day) if press.day else None
    return screens.analysis(await _read(turn, press.school, press.span, day), turn.tr)


async def _read(turn: Turn, school: int, span: AnalysisSpan, day: date | None) -> Analysis:
    return await turn.read(show_analysis, ShowAnalysis(SchoolId(school), span, day))


@desk.press(AnalysisWordsPress)
async def begin_words(turn: Turn, press: AnalysisWordsPress) -> Answer:
    """Ask for words of one's own."""
    value = await _read(turn, press.school, press.span, day_of(press.day))
    await turn.expect(WORDS, school=press.school, span=press.span.value, day=press.day)
    return screens.ask_words(value, turn.tr)


@desk.form(WORDS)
async def typed_words(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Show what was typed as the staff will get it; typed again, the new words stand."""
    data = form.data
    value = await _read(turn, data["school"], AnalysisSpan(data["span"]), day_of(data["day"]))
    text = clean_text(typed.text, ANALYSIS_LIMIT)
    await turn.expect(WORDS, school=data["school"], span=data["span"], day=data["day"], text=text)
    return screens.preview(value, text, turn.tr)


@desk.press(PostAnalysisPress)
async def post(turn: Turn, press: PostAnalysisPress) -> Answer:
    """Show how it goes out, or tell it to all staff."""
    value = await _read(turn, press.school, press.span, day_of(press.day))
    text = await _own_words(turn, press) or screens.words(value, turn.tr)
    if not press.sure:
        return screens.preview(value, text, turn.tr)
    command = PostAnalysis(SchoolId(press.school), press.span, day_of(press.day), text)
    done = await turn.change(post_analysis, command)
    await turn.forget()
    return screens.analysis(done, turn.tr, toast=turn.tr.plain("analysis-sent"))


async def _own_words(turn: Turn, press: PostAnalysisPress) -> str:
    """Give what was typed for this very analysis."""
    form = await turn.expected() if press.sure else None
    if form is None or form.name != WORDS:
        return ""
    about = (form.data["school"], form.data["span"], form.data["day"])
    return str(form.data.get("text", "")) if about == (press.school, press.span.value, press.day) else ""


@desk.press(MonthReportPress)
async def report(turn: Turn, press: MonthReportPress) -> Answer:
    """Give the report of a month as a workbook or a paper."""
    value = await turn.read(month_report, ShowMonthReport(SchoolId(press.school), day_of(press.day)))
    if press.paper:
        data = await asyncio.to_thread(draw_changes, screens.report_paper(value, turn.tr))
    else:
        data = await asyncio.to_thread(write_tables, screens.report_tables(value, turn.tr))
    return screens.with_report(screens.analysis(value.analysis, turn.tr), value, data, turn.tr, paper=press.paper)
