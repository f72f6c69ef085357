"""The week and the month in figures, posted to the staff; the month's report (CTL-4) [002 §4б, §5]."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.screens import analysis as screens
from core.documents.mark_changes import draw_changes
from core.documents.tables import write_tables
from core.model.analysis import Missed, RemarkCounts
from core.model.control import AnalysisSpan
from core.model.duty import DutyState
from core.model.errors import Forbidden, Refusal
from core.model.ids import PersonId, SchoolId
from core.model.people import Role
from core.model.school import EditWindow, Preset
from core.storage.rows import AnalysisRow, AuditRow, EventRow, PersonRow
from core.usecases.analysis import (
    PostAnalysis,
    ShowAnalysis,
    ShowMonthReport,
    month_report,
    post_analysis,
    show_analysis,
)
from core.usecases.control_remarks import WriteControlRemark, write_control_remark
from core.usecases.duty_list import DutiesAt, duties_at
from locales import Translators
from tests.chats.control_school import MONDAY, controlled
from tests.world import TODAY, World

WEEK, MONTH = AnalysisSpan.WEEK, AnalysisSpan.MONTH


async def test_a_week_is_told_without_names(world: World) -> None:
    chats = await controlled(world)
    school = SchoolId(world.school)
    teacher = (await world.rows(select(PersonRow.id).where(PersonRow.family == "Зимина")))[0][0]
    await world.do(write_control_remark, WriteControlRemark(PersonId(teacher), "Нет тем", TODAY), chats["Седова"])
    found = await world.see(show_analysis, ShowAnalysis(school, WEEK), chats["Седова"])
    assert (found.first, found.last) == (MONDAY, MONDAY + timedelta(days=6))
    assert (found.tally.overdue, found.tally.open, found.tally.done) == (4, 5, 7)
    assert (found.klasses, found.complete) == (1, 0)
    assert [line.key for line in found.late] == ["moscow-region.homework", "moscow-region.topic"]
    assert found.missed == Missed(lessons=1, students=1, ill=0)
    assert found.remarks == RemarkCounts(written=1, confirmed=0, open=1)
    assert (found.fill.lessons, found.fill.topics, found.may_post) == (4, 0, True)
    for language in ("ru", "en"):
        text = screens.words(found, Translators.load(strict=True)[language])
        assert "Зимина" not in text
        assert "<" not in text


async def test_it_is_posted_once_and_everybody_of_the_staff_is_told(world: World) -> None:
    chats = await controlled(world)
    school = SchoolId(world.school)
    gone = await world.staff("Рогов Пётр Ильич", until=TODAY - timedelta(days=1))
    command = PostAnalysis(school, WEEK, TODAY, "Всё в порядке")
    after = await world.do(post_analysis, command, chats["Седова"])
    assert after.posted is not None
    assert (after.posted.text, after.may_post) == ("Всё в порядке", False)
    told = await world.rows(select(EventRow.person_id).where(EventRow.kind == "analysis"))
    assert len(told) == 3
    assert gone not in {row[0] for row in told}
    kept = await world.rows(select(AuditRow.after).where(AuditRow.kind == "analysis.posted"))
    assert "в порядке" not in kept[0][0]
    with pytest.raises(Refusal) as refused:
        await world.do(post_analysis, command, chats["Седова"])
    assert refused.value.code == "analysis-posted"
    await world.do(post_analysis, PostAnalysis(school, MONTH, TODAY, "И месяц"), chats["Седова"])
    rows = await world.rows(select(AnalysisRow.span, AnalysisRow.first).order_by(AnalysisRow.id))
    assert [tuple(row) for row in rows] == [(WEEK, MONDAY), (MONTH, date(2026, 10, 1))]


async def test_posting_it_closes_the_duty(world: World) -> None:
    await world.change_school(preset=Preset.ANTSIR, edit_window=EditWindow.FORBIDDEN)
    await controlled(world)
    boss = await world.enter(await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR))
    school = SchoolId(world.school)
    asked = DutiesAt(school, rules=["antsir.analysis-week"], first=MONDAY, last=TODAY)
    for state in (DutyState.OPEN, DutyState.DONE):
        (duty,) = [each for each in await world.see(duties_at, asked, boss) if each.subject.day == MONDAY]
        assert duty.state is state
        if state is DutyState.OPEN:
            await world.do(post_analysis, PostAnalysis(school, WEEK, TODAY, "Неделя"), boss)


async def test_who_may_read_and_who_may_post(world: World) -> None:
    chats = await controlled(world)
    school = SchoolId(world.school)
    head = await world.enter(await world.staff("Громов Павел Ильич", Role.HEAD))
    assert (await world.see(show_analysis, ShowAnalysis(school, WEEK), head)).may_post is False
    with pytest.raises(Forbidden):
        await world.do(post_analysis, PostAnalysis(school, WEEK, TODAY, "…"), head)
    for who in ("Зимина", "Белова", "Панина"):
        with pytest.raises(Forbidden):
            await world.see(show_analysis, ShowAnalysis(school, WEEK), chats[who])
        with pytest.raises(Forbidden):
            await world.see(month_report, ShowMonthReport(school), chats[who])


async def test_days_before_the_launch_and_to_come_are_out_of_reach(world: World) -> None:
    chats = await controlled(world)
    school = SchoolId(world.school)
    early = await world.see(show_analysis, ShowAnalysis(school, MONTH, date(2020, 1, 1)), chats["Седова"])
    assert (early.first, early.tally.total) == (date(2026, 9, 1), 0)
    late = await world.see(show_analysis, ShowAnalysis(school, WEEK, date(2030, 1, 1)), chats["Седова"])
    assert late.first == MONDAY


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_month_s_report_names_teachers_in_its_files(world: World, language: str) -> None:
    chats = await controlled(world)
    value = await world.see(month_report, ShowMonthReport(SchoolId(world.school)), chats["Седова"])
    tr = Translators.load(strict=True)[language]
    book = load_workbook(BytesIO(write_tables(screens.report_tables(value, tr))))
    assert len(book.worksheets) == 7
    teachers = book.worksheets[0]
    assert [cell.value for cell in teachers[4]] == ["Зимина А.П.", 63, 7, 0, 4, 5, 0]
    assert draw_changes(screens.report_paper(value, tr)).startswith(b"%PDF")
