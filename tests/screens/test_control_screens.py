"""Screens of control in both languages, with hostile names and at their longest (CTL-1 … CTL-4, JRN-15, CLS-1)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.callbacks.teacher import LessonPress
from bot.screen import Screen
from bot.screens import analysis, board, control_home, control_remarks, fill, klass_today, signals
from core.documents.tables import write_tables
from core.model.analysis import Analysis, Missed, MonthReport, Posted, RemarkCounts
from core.model.attendance import Presence
from core.model.board import Board, BoardBy, BoardDuties, BoardLesson, BoardLine, BoardOf, BoardPart, BoardSpan, Tally
from core.model.control import AnalysisSpan, ControlRemark, RemarkForm, RemarkList, RemarkView
from core.model.duty import Duty, DutyState, DutySubject, SubjectKind
from core.model.fill import Activity, Fill, FillBy, FillRates, FillRow, KlassActivity
from core.model.ids import GroupId, KlassId, LessonId, PersonId, SchoolId
from core.model.klass_today import Absence, Absentee, KlassLesson, KlassToday
from core.model.office import Situation
from core.model.people import PersonKind, PersonName, Role
from core.model.school import Preset
from core.model.signal import Lately, LatelyMark, Signal, SignalAudience, SignalGroup, SignalKind, Told
from core.regulation.loader import preset
from locales import LANGUAGES, Translator, Translators
from tests.screens.contract import check_buttons, check_message

BIG = 2**62
HOSTILE = PersonName("<b>Орлов</b> & «Ко»" + "ъ" * 80, "Ил</i>ья" + "х" * 90, "&amp;Пав" + "ш" * 90)
LONG = "<script>" + "ш" * 980 + "&<>"
ZONE = ZoneInfo("Europe/Moscow")
TODAY = date(2026, 10, 15)
NOW = datetime(2026, 10, 15, 12, tzinfo=UTC)
RULES = preset(Preset.MOSCOW_REGION).rows
TALLY = Tally(120, 45, 1200, 30, 7)
SCHOOL, KLASS, PERSON = SchoolId(BIG), KlassId(BIG), PersonId(BIG)

WORDS = Translators.load(strict=True)
each_language = pytest.mark.parametrize("tr", [WORDS[code] for code in LANGUAGES], ids=LANGUAGES)


def sound(screen: Screen) -> None:
    """Telegram would take it, and one thumb."""
    check_message(screen, frozenset({"blockquote"}))
    check_buttons(screen)
    assert len(screen.keyboard) <= 12
    assert all(screen.keyboard)


def _remark(**more: object) -> ControlRemark:
    values = {
        "id": BIG,
        "school": SCHOOL,
        "zone": ZONE,
        "teacher": PERSON,
        "teacher_name": HOSTILE,
        "text": LONG,
        "due_on": TODAY,
        "written_at": NOW,
        "writer": PERSON,
        "writer_name": HOSTILE,
        "answer": LONG,
    }
    return ControlRemark(**(values | more))  # type: ignore[arg-type]


DAYS = tuple(TODAY + timedelta(days=count) for count in (1, 5, 7))


@each_language
@pytest.mark.parametrize("roles", [(True, False), (False, True), (True, True), (False, False)])
def test_remarks(tr: Translator, roles: tuple[bool, bool]) -> None:
    for state in ({}, {"resolved_at": NOW}, {"returned_at": NOW}, {"confirmed_at": NOW}, {"due_on": date(2026, 9, 1)}):
        view = RemarkView(_remark(**state), TODAY, *roles, DAYS)
        sound(control_remarks.remark(view, tr))
        sound(control_remarks.ask_answer(view, tr))
        sound(control_remarks.ask_return(view, tr))
    form = RemarkForm(PERSON, HOSTILE, DAYS)
    sound(control_remarks.ask_text(form, tr))
    sound(control_remarks.ask_due(form, LONG, tr))
    for count in (0, 1, 40):
        sound(control_remarks.remark_list(RemarkList(SCHOOL, TODAY, (_remark(),) * count), 1, tr))


def _lines(by: BoardBy, count: int = 70) -> tuple[BoardLine, ...]:
    if by is BoardBy.RULE:
        return tuple(BoardLine(rule.id, "", TALLY, rule) for rule in RULES[:count])
    return tuple(BoardLine(BIG + at, HOSTILE.initials, TALLY) for at in range(count))


@each_language
@pytest.mark.parametrize("by", list(BoardBy))
@pytest.mark.parametrize("span", list(BoardSpan))
def test_boards(tr: Translator, by: BoardBy, span: BoardSpan) -> None:
    for of in BoardOf:
        full = Board(SCHOOL, HOSTILE.family, span, by, of, date(2026, 9, 1), TODAY, _lines(by), TALLY)
        sound(board.board(full, 2, tr))
        sound(board.board(Board(SCHOOL, "", span, by, of, TODAY, TODAY, (), Tally()), 0, tr))
    key: int | str = RULES[0].id if by is BoardBy.RULE else BIG
    lines = _lines(BoardBy.TEACHER if by is BoardBy.RULE else BoardBy.RULE)
    people = _lines(BoardBy.TEACHER, 20) if by is BoardBy.KLASS else ()
    for may in (True, False):
        part = BoardPart(
            *(SCHOOL, by, key, HOSTILE.family, span, date(2026, 9, 1), TODAY, lines, TALLY, people),
            rule=RULES[0] if by is BoardBy.RULE else None,
            remarks=3,
            may_remark=may,
            may_tell=may and by is BoardBy.KLASS,
            may_pardon=may,
            whole_school=may,
        )
        sound(board.part(part, 1, tr))


@each_language
def test_the_duties_behind_a_cell(tr: Translator) -> None:
    days = (TODAY, TODAY)
    part = BoardPart(SCHOOL, BoardBy.TEACHER, BIG, HOSTILE.full, BoardSpan.WEEK, *days, (), TALLY, may_pardon=True)
    duties, lessons = [], {}
    for at, state in enumerate(DutyState):
        key = LessonId(BIG + at)
        done = NOW if state in (DutyState.DONE, DutyState.DONE_LATE) else None
        subject = DutySubject(SubjectKind.LESSON, lesson=key, klass=KLASS)
        duties.append(Duty(RULES[0], (PERSON,), subject, NOW, NOW, done, state))
        lessons[key] = BoardLesson(TODAY, 3, "7Б<", LONG[:40])
    screen = board.duties(BoardDuties(part, RULES[0], ZONE, tuple(duties * 5), lessons), 1, tr)
    sound(screen)
    assert len(screen.keyboard) <= 8


@each_language
@pytest.mark.parametrize("role", [Role.DEPUTY, Role.HEAD, Role.ADMINISTRATOR, Role.WORKING_GROUP, Role.INSPECTOR])
def test_the_school_today(tr: Translator, role: Role) -> None:
    full = Situation(*(SCHOOL, HOSTILE.family, TODAY, 120, 2, 3, 14, 9, 3, 1, "1 четверть", date(2026, 10, 24), TALLY))
    for value in (full, Situation(SCHOOL, "Школа", TODAY), Situation(SCHOOL, "Школа", TODAY, 5, records=Tally())):
        sound(control_home.office(value, role, tr))
        assert len(control_home.situation(value, tr)) <= 6


FILL = Fill(1000, 998, 912, 900, 700, 4321, 1500, 68, 21)


def _fill(klass: bool = False) -> FillRates:
    rows = tuple(
        FillRow(KlassId(BIG + at), f"{at}Б<", GroupId(at), LONG[:100], "группа & 1", PERSON, HOSTILE.initials, FILL)
        for at in range(60)
    )
    return FillRates(
        *(SCHOOL, HOSTILE.family, date(2026, 10, 1), TODAY, date(2026, 9, 1), TODAY, rows),
        activity=() if klass else tuple(Activity(kind, 60, 55, 40) for kind in PersonKind),
        klasses=(KlassActivity(KLASS, PersonKind.STUDENT, 25, 20, 10),),
        klass=KLASS if klass else None,
    )


@each_language
def test_fill_rates(tr: Translator) -> None:
    for by in FillBy:
        sound(fill.school_fill(_fill(), by, 3, tr))
    sound(fill.klass_fill(_fill(klass=True), 2, tr))
    empty = FillRates(SCHOOL, "Школа", TODAY, TODAY, TODAY, TODAY, ())
    sound(fill.school_fill(empty, FillBy.KLASS, 0, tr))
    sound(fill.klass_fill(empty, 0, tr))
    assert write_tables(fill.fill_tables(_fill(), tr))


def _analysis(span: AnalysisSpan, **more: object) -> Analysis:
    days = (TODAY - timedelta(days=3), TODAY + timedelta(days=3))
    values = {
        "tally": TALLY,
        "fill": FILL,
        "late": _lines(BoardBy.RULE, 3),
        "klasses": 60,
        "complete": 21,
        "missed": Missed(120, 33, 40),
        "remarks": RemarkCounts(3, 2, 1),
        "may_post": True,
    }
    start = (SCHOOL, HOSTILE.family, ZONE, TODAY, span, *days, date(2026, 9, 1))
    return Analysis(*start, **(values | more))  # type: ignore[arg-type]


@each_language
@pytest.mark.parametrize("span", list(AnalysisSpan))
def test_analyses(tr: Translator, span: AnalysisSpan) -> None:
    whole = _analysis(span)
    sound(analysis.analysis(whole, tr))
    sound(analysis.analysis(_analysis(span, posted=Posted(LONG * 2, NOW), may_post=False), tr))
    sound(analysis.analysis(_analysis(span, tally=Tally(), fill=Fill(), missed=Missed(), remarks=RemarkCounts()), tr))
    sound(analysis.preview(whole, LONG * 2, tr))
    sound(analysis.ask_words(whole, tr))
    running = tr(f"analysis-unfinished-{span.value}", days=analysis.days_in_words(whole, tr))
    over = replace(whole, last=TODAY)
    for shown in (analysis.analysis, lambda value, tr: analysis.preview(value, "…", tr)):
        assert running in shown(whole, tr).text
        assert running not in shown(over, tr).text
    report = MonthReport(whole, *(_lines(by) for by in BoardBy), _fill(), (_remark(),))
    assert len(write_tables(analysis.report_tables(report, tr))) > 1000
    assert analysis.report_paper(report, tr).rows


@each_language
def test_signals(tr: Translator) -> None:
    lately = Lately(PERSON, HOSTILE, tuple(LatelyMark(2) for _ in range(30)), 20, 9, 3)
    told = tuple(Told(PERSON, SignalKind.FAILING, audience, TODAY) for audience in SignalAudience)
    for some in ((), told):
        one = Signal(lately, tuple(SignalKind), Decimal("2.05"), some)
        for own in (True, False):
            group = SignalGroup(GroupId(BIG), "7Б<", LONG[:100], "1 & 2", HOSTILE, PERSON, own, (one,) * 25)
            sound(signals.group_signals(group, 1, tr, BIG))
            sound(signals.signal(group, one, tr, BIG))
            for audience in SignalAudience:
                sound(signals.preview(group, one, audience, tr))
    sound(signals.group_signals(SignalGroup(GroupId(1), "7Б", "", "", HOSTILE, None, False, ()), 0, tr))
    back = signals.group_signals(group, 0, tr, 7).keyboard[-1][0]
    assert back.press == LessonPress(lesson=7)


@each_language
def test_the_class_today(tr: Translator) -> None:
    lessons = tuple(
        KlassLesson(number, LONG[:100], "1", HOSTILE, NOW, number == 3, number == 1) for number in range(1, 8)
    )
    missed = tuple(Absence(number, presence, 10, LONG[:300]) for number, presence in enumerate(Presence, 1))
    people = tuple(Absentee(PERSON, HOSTILE, missed) for _ in range(30))
    for absentees in ((), people):
        sound(klass_today.klass_today(KlassToday(KLASS, "7Б<", TODAY, ZONE, lessons, absentees), NOW, tr))
    sound(klass_today.klass_today(KlassToday(KLASS, "7Б", TODAY, ZONE, (), ()), NOW, tr))
