"""Use cases of control for the executed matrix: what they are done to, the command for a place, who may."""

from collections.abc import Callable
from typing import Any

from core.model.access import Action
from core.model.board import rule_number
from core.model.control import AnalysisSpan
from core.model.signal import SignalAudience
from core.usecases import analysis, board, fill_rates, klass_today, office, pardon_list, signals
from core.usecases import control_remarks as remarks
from tests.world import TODAY

A = Action
Case = tuple[Any, Callable[[dict[str, Any]], Any], Action]
RULE = rule_number("moscow-region.homework")
WEEK = AnalysisSpan.WEEK

CONTROL: dict[str, tuple[Case, ...]] = {
    "record": (
        (signals.show_signals, lambda at: signals.ShowSignals(at["group"]), A.SIGNAL_TELL),
        (
            signals.tell_signal,
            lambda at: signals.TellSignal(at["group"], at["pupil"], SignalAudience.PARENTS),
            A.SIGNAL_TELL,
        ),
    ),
    "klass": (
        (board.show_klass_board, lambda at: board.ShowKlassBoard(at["klass"]), A.DUTY_BOARD_READ),
        (board.show_klass_duties, lambda at: board.ShowKlassDuties(at["klass"], RULE), A.DUTY_BOARD_READ),
        (fill_rates.show_klass_fill, lambda at: fill_rates.ShowKlassFill(at["klass"]), A.FILL_RATES_READ),
        (klass_today.show_klass_today, lambda at: klass_today.ShowKlassToday(at["klass"]), A.KLASS_OVERVIEW),
        (klass_today.tell_gap, lambda at: klass_today.TellGap(at["klass"], at["teacher"]), A.GAP_TELL),
    ),
    "school": (
        (office.read_office, lambda at: office.ReadOffice(at["school"]), A.TIMETABLE_READ),
        (board.show_board, lambda at: board.ShowBoard(at["school"]), A.DUTY_BOARD_READ),
        (board.show_rule_board, lambda at: board.ShowRuleBoard(at["school"], RULE), A.DUTY_BOARD_READ),
        (board.show_teacher_board, lambda at: board.ShowTeacherBoard(at["teacher"]), A.DUTY_BOARD_READ),
        (board.show_teacher_duties, lambda at: board.ShowTeacherDuties(at["teacher"], RULE), A.DUTY_BOARD_READ),
        (pardon_list.list_pardons, lambda at: pardon_list.ListPardons(at["school"]), A.DUTY_BOARD_READ),
        (pardon_list.end_given, lambda at: pardon_list.EndGiven(at["school"], 1), A.DUTY_PARDON),
        (fill_rates.show_fill, lambda at: fill_rates.ShowFill(at["school"]), A.FILL_RATES_READ),
        (remarks.list_control_remarks, lambda at: remarks.ListControlRemarks(at["school"]), A.DUTY_BOARD_READ),
        (remarks.start_remark, lambda at: remarks.StartRemark(at["teacher"]), A.CONTROL_REMARK_WRITE),
        (
            remarks.write_control_remark,
            lambda at: remarks.WriteControlRemark(at["teacher"], "Нет тем", TODAY),
            A.CONTROL_REMARK_WRITE,
        ),
        (
            remarks.confirm_control_remark,
            lambda at: remarks.OpenControlRemark(at["note"]),
            A.CONTROL_REMARK_WRITE,
        ),
        (
            remarks.return_control_remark,
            lambda at: remarks.ReturnControlRemark(at["note"], TODAY),
            A.CONTROL_REMARK_WRITE,
        ),
        (analysis.show_analysis, lambda at: analysis.ShowAnalysis(at["school"], WEEK), A.DUTY_BOARD_READ),
        (
            analysis.post_analysis,
            lambda at: analysis.PostAnalysis(at["school"], WEEK, TODAY, "Неделя"),
            A.ANALYSIS_POST,
        ),
        (analysis.month_report, lambda at: analysis.ShowMonthReport(at["school"]), A.SCHOOL_REPORT),
    ),
}
