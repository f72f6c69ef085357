"""Use cases of pushes and talk for the executed matrix: what they are done to, the command for a place, who may."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from core.model.access import Action
from core.model.preferences import Telling, Topic
from core.model.reach import ReachStepKind
from core.model.school_event import EventPlan
from core.usecases import (
    calendar_files,
    day_moves,
    dead_letters,
    evening,
    event_drafts,
    group_chats,
    preferences,
    school_events,
    unreached,
)
from tests.security.klass_uses import OF_GROUP, OF_KLASS, OF_SCHOOL
from tests.world import TODAY

A = Action
Case = tuple[Any, Callable[[dict[str, Any]], Any], Action]

MUSEUM = EventPlan("Музей", TODAY)

TALK: dict[str, tuple[Case, ...]] = {
    "child": (
        (calendar_files.child_calendar, lambda at: calendar_files.TakeCalendar(at["pupil"]), A.DIARY_EXPORT),
        (school_events.show_events, lambda at: school_events.ShowEvents(at["pupil"]), A.DIARY_READ),
        (evening.show_evening, lambda at: evening.ShowEvening(at["pupil"], TODAY), A.DIARY_READ),
        (preferences.show_topics, lambda at: preferences.ShowTopics(at["pupil"]), A.PREFERENCES_SET),
        (
            preferences.choose_telling,
            lambda at: preferences.ChooseTelling(at["pupil"], Topic.HOMEWORK, Telling.OFF),
            A.PREFERENCES_SET,
        ),
        (preferences.copy_tellings, lambda at: preferences.CopyTellings(at["pupil"]), A.PREFERENCES_SET),
        (unreached.open_family, lambda at: unreached.OpenFamily(at["pupil"]), A.KLASS_OVERVIEW),
        (
            unreached.note_step,
            lambda at: unreached.NoteStep(at["pupil"], ReachStepKind.CALLED),
            A.REACH_NOTE,
        ),
    ),
    "record": OF_GROUP,
    "klass": (
        (
            group_chats.open_klass_chats,
            lambda at: group_chats.OpenKlassChats(at["klass"]),
            A.GROUP_CHAT_BIND,
        ),
        (
            group_chats.issue_group_code,
            lambda at: group_chats.OpenKlassChats(at["klass"]),
            A.GROUP_CHAT_BIND,
        ),
        (group_chats.read_group, lambda at: group_chats.OpenGroup(at["chat"]), A.GROUP_CHAT_BIND),
        (group_chats.release_group, lambda at: group_chats.OpenGroup(at["chat"]), A.GROUP_CHAT_BIND),
        *OF_KLASS,
        (
            school_events.plan_event,
            lambda at: school_events.PlanEvent(at["school"], replace(MUSEUM, klass=at["klass"])),
            A.EVENT_EDIT_KLASS,
        ),
        (
            school_events.change_event,
            lambda at: school_events.ChangeEvent(at["event"], replace(MUSEUM, klass=at["klass"])),
            A.EVENT_EDIT_KLASS,
        ),
        (school_events.cancel_event, lambda at: school_events.OpenEvent(at["event"]), A.EVENT_EDIT_KLASS),
        (event_drafts.begin_change, lambda at: school_events.OpenEvent(at["event"]), A.EVENT_EDIT_KLASS),
        (
            event_drafts.begin_event,
            lambda at: event_drafts.BeginEvent(at["school"], at["klass"], TODAY),
            A.EVENT_EDIT_KLASS,
        ),
        (unreached.list_unreached, lambda at: unreached.ListUnreached(at["klass"]), A.KLASS_OVERVIEW),
        (unreached.paper_batch, lambda at: unreached.PaperWeek(at["klass"]), A.PARENT_SHEET_PRINT),
    ),
    "school": (
        *OF_SCHOOL,
        (day_moves.choose_days, lambda at: day_moves.ChooseDays(at["school"]), A.CALENDAR_EDIT),
        (day_moves.preview_day_move, lambda at: day_moves.MoveDay(at["school"], TODAY, TODAY), A.CALENDAR_EDIT),
        (day_moves.move_day, lambda at: day_moves.MoveDay(at["school"], TODAY, TODAY), A.CALENDAR_EDIT),
        (school_events.list_events, lambda at: school_events.ListEvents(None, at["klass"]), A.TIMETABLE_READ),
        (school_events.read_event, lambda at: school_events.OpenEvent(at["event"]), A.TIMETABLE_READ),
        (school_events.plan_event, lambda at: school_events.PlanEvent(at["school"], MUSEUM), A.EVENT_EDIT_SCHOOL),
        (unreached.count_unreached, lambda at: unreached.CountUnreached(at["school"]), A.INVITATION_BOARD),
        (dead_letters.list_dead, lambda at: dead_letters.ListDead(at["school"]), A.DEAD_LETTERS_TEND),
        (dead_letters.revive_dead, lambda at: dead_letters.TendDead(at["letter"]), A.DEAD_LETTERS_TEND),
        (dead_letters.close_dead, lambda at: dead_letters.TendDead(at["letter"]), A.DEAD_LETTERS_TEND),
    ),
}
