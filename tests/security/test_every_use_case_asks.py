"""Every use case reaches the access check, or stands here with its reason (ACC-3, E8)."""

import ast
from collections.abc import Iterator

from tests.house.sources import sources

CHECKS = {"require", "enter", "enter_by_work", "enter_by_mark", "admit", "open_diary", "reach_person", "reach_klass"}
CHECKS |= {"reach_school", "_consented", "_through_any"}
ROOM = "core/usecases/"

# What acts on the account itself, or is a part of use cases that have asked.
WITHOUT = {
    "own_duties.card_of": "of a duty that was found for the actor",
    "own_duties.subject_of": "what is asked about a duty that was found",
    "absence_notes.tell_class_teacher": "the part of use cases that have asked: it takes their permit",
    "access.cut_bindings": "the part of use cases that have asked: it takes their permit",
    "access.report_own_lost": "one's own persons only, each by `allowed`; safety does not wait for a signature",
    "account.choose": "a language is the account's own; the person to come first is asked about",
    "appeal_closing.answer_by_correction": "the part of use cases that have entered the lesson: it takes their permit",
    "family_home.only_first_graders": "of one's own capacities only, for the help that a newcomer reads too",
    "board_view.open_duties": "the part of use cases that have asked",
    "board_view.open_tally": "the part of a use case that has asked: it takes its permit",
    "board_view.read": "the part of use cases that have asked: it takes their View",
    "board_view.view_of": "the part of use cases that have asked: it takes their permit",
    "board_view.view_of_days": "the part of use cases that have asked: it takes their permit",
    "attendance.write": "the part of two use cases that have entered the lesson: it takes their Visit",
    "consent.accept_consent": "how an account begins",
    "consent.read_consent": "one's own record",
    "consent.withdraw_consent": "a right, whatever else is the matter",
    "duties.school_years": "settings of schools for what computes duties; shows nobody anything",
    "entry.arrive": "where somebody stands oneself; no name before the consent",
    "entry.note_blocked": "an account's own block",
    "fill_rates.days_fill": "the part of use cases that have asked",
    "fill_rates.fill_of": "the part of use cases that have asked",
    "final_sheets.sheet_of": "the part of use cases that have entered the group: it takes their FinalVisit",
    "invitations.list_schools": "gives the schools that `allowed` lets through, and nothing of others",
    "late_opening.final_opened_by_deputy": "the part of use cases that have entered the group",
    "late_opening.lesson_stays_open": "the part of use cases that have entered the lesson",
    "late_opening.opened_by_deputy": "the part of use cases that have entered the lesson",
    "lost_telling.keep_report": "the part of use cases that have asked: it takes their permit",
    "unreached.with_somebody_lost": "whom letters go to at once; the program asks, and shows nobody anything",
    "notices.sheet_of": "the part of use cases that have asked: it takes their permit",
    "notices.weeks_of": "the part of use cases that have asked: weeks of the notice that they reached",
    "notice_sending.is_anything_due": "whether the program has to send something; shows nobody anything",
    "notice_sending.result_of": "the part of use cases that have asked: it takes their permit",
    "notice_sending.send_due": "the program at its hour; whether the author still may is asked by `allowed`",
    "plan_shift.plan_of": "the part of a use case that has entered the lesson",
    "group_chats.arrive_in_group": "a group's own coming; shows nobody anything",
    "group_chats.depart_from_group": "a group's own going",
    "group_chats.know_group": "for the program itself, which answers nothing personal in groups",
    "group_chats.may_answer": "how often a group is answered",
    "group_chats.move_group": "a group's own new id",
    "homework_follow.follow": "a step of changing a lesson, with its permit",
    "plan_shift.shift_plan": "the part of a use case that has entered the lesson: it takes its permit",
    "plans.own_topics": "the part of use cases that have reached the plan",
    "plans.write_topic": "the part of use cases that have entered the lesson or reached the plan: takes their permit",
    "reaching.school_today": "a day",
    "reaching.school_zone": "a zone",
    "reaching.sign": "the record of a permit that was given",
    "reversal.reverse": "the part of a use case that has asked: its run holds the permit",
    "settling.settle_after_attendance": "the part of use cases that have entered the lesson",
    "settling.settle_marks": "the part of use cases that have entered the lesson",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions() -> dict[str, Function]:
    """Every function of the use cases by `module.name`."""
    return {
        f"{file.path.removeprefix(ROOM).removesuffix('.py')}.{node.name}": node
        for file in sources()
        if file.path.startswith(ROOM)
        for node in file.tree.body
        if isinstance(node, Function)
    }


def _called(function: Function) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            yield node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _asking(functions: dict[str, Function]) -> set[str]:
    """Names of the functions that reach a check, directly or through others of the room."""
    asking = {name for name, node in functions.items() if CHECKS & {node.name, *_called(node)}}
    while True:
        known = {name.partition(".")[2] for name in asking}
        more = {name for name, node in functions.items() if known & set(_called(node))} - asking
        if not more:
            return asking
        asking |= more


def test_every_use_case_asks() -> None:
    functions = _functions()
    public = {
        name
        for name, node in functions.items()
        if isinstance(node, ast.AsyncFunctionDef) and not node.name.startswith("_")
    }
    silent = public - _asking(functions)
    assert silent <= WITHOUT.keys(), f"without an access check: {sorted(silent - WITHOUT.keys())}"
    assert WITHOUT.keys() <= public, f"reasons for what is not there: {sorted(WITHOUT.keys() - public)}"
    assert WITHOUT.keys() - silent <= {"account.choose"}, f"these ask: {sorted(WITHOUT.keys() - silent)}"
