"""The access matrix (ACC-3): action × role × relation. What does not stand here is denied.

Where the regulation texts differ, the table is their sum: a row that only some presets give says so beside it.
Class teacher also stands for the preschool educator, whose group is kept as a class [004 §2].
"""

from collections.abc import Mapping
from types import MappingProxyType

from core.model.access import Action, Relation
from core.model.people import Role

Relations = frozenset[Relation]
Row = Mapping[Role, Relations]

_NOBODY: Relations = frozenset()
_SELF: Relations = frozenset({Relation.SELF})
_CHILD: Relations = frozenset({Relation.OWN_CHILD})
_KLASS: Relations = frozenset({Relation.OWN_KLASS})
_SCHOOL: Relations = frozenset({Relation.OWN_SCHOOL})
_GROUP: Relations = frozenset({Relation.OWN_GROUP})
# Who teaches a group fills its lessons [003 Д.2]; a substituted one is filled by who gives it [003 §4.11; 004 §2].
_FILLS: Relations = frozenset({Relation.OWN_LESSON, Relation.SUBSTITUTED, Relation.OWN_GROUP})
_SEES_LESSON: Relations = _FILLS | {Relation.HANDED_OVER}
_SEES_JOURNAL: Relations = _SEES_LESSON - {Relation.SUBSTITUTED}

_HUMANS = tuple(role for role in Role if role is not Role.SYSTEM)
_STAFF = tuple(role for role in _HUMANS if role not in (Role.GUARDIAN, Role.STUDENT))
_TEACHING = (Role.TEACHER, Role.PSYCHOLOGIST)


def _each(roles: tuple[Role, ...], relations: Relations) -> dict[Role, Relations]:
    return dict.fromkeys(roles, relations)


def _teachers(relations: Relations) -> dict[Role, Relations]:
    return _each(_TEACHING, relations)


def _school(*roles: Role) -> dict[Role, Relations]:
    return _each(roles, _SCHOOL)


_G, _S, _CT, _D, _H = Role.GUARDIAN, Role.STUDENT, Role.CLASS_TEACHER, Role.DEPUTY, Role.HEAD
_A, _I, _W, _SYS = Role.ADMINISTRATOR, Role.INSPECTOR, Role.WORKING_GROUP, Role.SYSTEM

_ACCESS: dict[Action, Row] = {
    Action.ACCOUNT_MANAGE_OWN: _each(_HUMANS, _SELF),
    Action.INVITATION_ISSUE: {_CT: _KLASS, **_school(_A, _SYS)},  # [003 А-5, А-22, Г-1; 001 2.2; 002 XII]
    Action.INVITATION_REVOKE: {_CT: _KLASS, **_school(_A, _SYS)},
    Action.INVITATION_BOARD: {_CT: _KLASS, **_school(_D, _H, _A, _SYS)},
    Action.ENTRY_CONFIRM_STAFF: _school(_A, _SYS),
    Action.ACCESS_CUT: {_G: _SELF | _CHILD, _CT: _KLASS, **_school(_A, _SYS)},  # guardians who entered before: ACC-1
    Action.ACCESS_REPORT_OWN_LOST: _each(_HUMANS, _SELF),  # [003 §5.3]
    Action.ACCESS_REPORT_LOST: {_CT: _KLASS, **_school(_A)},
    Action.OPERATIONS_REVIEW: _school(_A),  # [003 §5.4]
    Action.CONSENT_RECORD_PAPER: _school(_A),  # [003 А-1, А-2; 001 1.4]
    Action.CONSENT_LIST: {_CT: _KLASS, **_school(_H, _A)},
}

_DIARY: dict[Action, Row] = {
    # [003 Е.2, Ж.1, Г.2, В.2, Б.2, §1.12]
    Action.DIARY_READ: {_G: _CHILD, _S: _SELF, _CT: _KLASS, **_school(_D, _H, _I)},
    Action.DIARY_TICK_HOMEWORK: {_S: _SELF},
    Action.DIARY_EXPORT: {_G: _CHILD, _S: _SELF, _CT: _KLASS, **_school(_D, _H)},
    Action.ATTACHMENT_READ: {
        _G: _CHILD,
        _S: _SELF,
        **_teachers(_SEES_LESSON),
        _CT: _KLASS,
        **_school(_D, _H, _I, _W),
    },
    Action.FORECAST_READ: {_G: _CHILD, _S: _SELF, **_teachers(_GROUP), _CT: _KLASS, **_school(_D, _H)},
    Action.ABSENCE_ANNOUNCE: {_G: _CHILD},
    Action.APPEAL_FILE: {_G: _CHILD, _S: _SELF},  # [003 Е.1]
    Action.MESSAGE_WRITE: {
        _G: _CHILD,
        _S: _SELF,
        **_teachers(frozenset({Relation.OWN_LESSON, Relation.OWN_GROUP})),
        _CT: _KLASS,
        **_school(_D, _A),
    },
    Action.MESSAGE_COMPLAIN: {
        _G: _CHILD,
        _S: _SELF,
        **_teachers(frozenset({Relation.OWN_LESSON, Relation.OWN_GROUP})),
        _CT: _KLASS,
        **_school(_D, _A),
    },
    Action.NOTICE_CONFIRM_READ: {**_each(_HUMANS, _SELF), _G: _SELF | _CHILD},
    Action.PREFERENCES_SET: {**_each(_HUMANS, _SELF), _G: _SELF | _CHILD},
}

_JOURNAL: dict[Action, Row] = {
    Action.LESSON_READ: {**_teachers(_SEES_LESSON), _CT: _KLASS, **_school(_D, _H, _A, _I, _W)},
    # the administrator analyses how the journals are kept [002 §4б]
    Action.JOURNAL_READ: {**_teachers(_SEES_JOURNAL), _CT: _KLASS, **_school(_D, _H, _A, _I, _W)},
    Action.ATTENDANCE_TAKE: _teachers(_FILLS),
    Action.MARK_SET: _teachers(_FILLS),
    Action.MARK_CORRECT: _teachers(_FILLS),
    Action.WORK_DECLARE: _teachers(_FILLS),
    Action.TOPIC_SET: _teachers(_FILLS),
    Action.HOMEWORK_SET: _teachers(_FILLS),
    Action.REMARK_WRITE: _teachers(_FILLS),
    Action.NOTHING_RECORD: _teachers(_FILLS),
    # class teacher: presets 001 and 003 [003 Г-9; 001 3.3]; administrator: [003 А-18; 001 2.10]
    Action.PLAN_EDIT: {**_teachers(_GROUP), _CT: _KLASS, **_school(_A)},
    # class teacher in every subject of the class: presets 001, 002, 003 [003 Г-8; 001 3.2; 002 VIII]
    Action.PERIOD_MARK_SET: {**_teachers(_GROUP), _CT: _KLASS},
    Action.PERIOD_MARK_REOPEN: _teachers(_GROUP),  # retake [000 §13; 003 §4.13]
    Action.EXAM_MARK_SET: {**_teachers(_GROUP), _CT: _KLASS},  # class teacher: preset 002 [002 VIII]
    Action.DIAGNOSTIC_ENTER: _teachers(_GROUP),
    Action.SIGNAL_TELL: _teachers(_GROUP),
    Action.APPEAL_ANSWER: _teachers(_FILLS),
    Action.APPEAL_DECIDE: _school(_D),
    Action.THREAD_MUTE: _each((*_TEACHING, _CT), _SELF),
}

_KLASS_LIFE: dict[Action, Row] = {
    Action.KLASS_OVERVIEW: {_CT: _KLASS, **_school(_D, _H)},
    Action.ABSENCE_REASON_CORRECT: {_CT: _KLASS},  # [002 VIII; 004 §2]
    Action.ABSENCE_NOTE_ACCEPT: {_CT: _KLASS},
    Action.NOTICE_SEND_KLASS: {_CT: _KLASS},  # [003 Г-2]
    Action.NOTICE_SEND_SCHOOL: _school(_D, _A),
    # with the class teacher [000 §3; 003 Г-6, Д-2], by the deputy [002 VI], by the administrator [003 А-17; 001 2.8]
    Action.SUBGROUP_EDIT: {**_teachers(_GROUP), _CT: _KLASS, **_school(_D, _A)},
    Action.EVENT_EDIT_KLASS: {_CT: _KLASS, **_school(_D)},
    Action.EVENT_EDIT_SCHOOL: _school(_D, _A),  # [002 VII]
    Action.KLASS_REPORT: {**_teachers(_GROUP), _CT: _KLASS, **_school(_D, _H, _A, _W)},  # [002 XI; 004 §2]
    Action.KLASS_TIMETABLE_EDIT: {_CT: _KLASS, **_school(_D, _A)},  # class teacher: 001, 003 [003 Г-7; 001 2.9]
    Action.DATA_CHECK: {_CT: _KLASS, **_school(_A)},  # [004 §2; 003 А-23]
    Action.GAP_TELL: {_CT: _KLASS},
    Action.GROUP_CHAT_BIND: {_CT: _KLASS},
    Action.REACH_NOTE: {_CT: _KLASS},  # [000 §14]
}

_CONTROL: dict[Action, Row] = {
    # a class teacher watches the subject teachers' marks in the class [004 §2]
    Action.DUTY_BOARD_READ: {
        **_each((*_TEACHING, Role.SECRETARY), _SELF),
        _CT: _SELF | _KLASS,
        _D: _SELF | _SCHOOL,
        **_school(_H, _A, _W, _SYS),
    },
    Action.FILL_RATES_READ: {_CT: _KLASS, **_school(_D, _H, _A, _W)},
    Action.CONTROL_REMARK_WRITE: _school(_D),
    Action.CONTROL_REMARK_RESOLVE: _each((*_TEACHING, _CT), _SELF),  # [002 §4а]
    Action.ANALYSIS_POST: _school(_D, _A),  # [002 §4б, §5]
    Action.MARK_CHANGES_READ: _school(_D, _H, _A, _I, _SYS),  # [000 §13]
    Action.OBJECTIVITY_READ: _school(_D, _H),
    Action.AUDIT_VERIFY: _school(_D, _H, _A, _I, _SYS),
    Action.FRAUD_LIST_READ: _school(_D, _H),
    Action.DUTY_PARDON: _school(_D),
    Action.DUTY_CONFIRM: _each(tuple(role for role in _STAFF if role is not _I), _SELF),
    Action.BACKDATING_PERMIT: _school(_D),
    Action.THREAD_READ_COMPLAINED: _school(_D, _H),
}

_SETTING_UP: dict[Action, Row] = {
    Action.SCHOOL_IMPORT: _school(_A, _SYS),
    Action.SCHOOL_SETTINGS: _school(_A, _SYS),
    Action.REGULATION_READ: _school(*Role),
    Action.REGULATION_EDIT: _school(_A, _SYS),
    Action.TIMETABLE_READ: {_G: _CHILD, _S: _SELF, **_school(*_STAFF)},
    Action.TIMETABLE_EDIT: _school(_D, _A),  # [002 VII; 003 В-5, А-21]
    Action.LESSON_CHANGE: _school(_D, _A),  # [000 §6; 003 В-6, А-28]
    Action.CURRICULUM_EDIT: _school(_D, _A),  # [002 VI]
    Action.CALENDAR_EDIT: _school(_D, _A),  # [002 II, VII]
    Action.MOVEMENT_RECORD: _school(_A, Role.SECRETARY),  # [002 X]
    Action.YEAR_CLOSE: _school(_A),  # [002 III]
    Action.ARCHIVE_MAKE: _school(_A, _SYS),  # [001 3.5; 003 А-25]
    Action.BACKUP_MAKE: _school(_A, _SYS),
    Action.INTERCHANGE_EXPORT: _school(_A, _SYS),
    Action.DEAD_LETTERS_TEND: _school(_A),
    Action.INSPECTION_PASS_ISSUE: _school(_A),  # [003 §1.12]
}

_REPORTS: dict[Action, Row] = {
    # [000 §14: "для педагогов имеется возможность"]
    Action.PARENT_SHEET_PRINT: {_G: _CHILD, **_teachers(_GROUP), _CT: _KLASS, **_school(_D, _H, _A)},
    Action.JOURNAL_PRINT: {_CT: _KLASS, **_school(_D, _H, _A, _I)},  # [003 Б.2, В.2; 002 §4в]
    Action.SCHOOL_REPORT: _school(_D, _H, _A, _W),
    Action.PERIOD_SHEET_PRINT: {**_teachers(_GROUP), _CT: _KLASS, **_school(_D, _H, _A)},  # [000 §4; 004 §2]
    Action.INSPECTION_PACK: _school(_D, _H, _I),
}

ROWS: Mapping[Action, Row] = MappingProxyType(
    {**_ACCESS, **_DIARY, **_JOURNAL, **_KLASS_LIFE, **_CONTROL, **_SETTING_UP, **_REPORTS}
)

# Every role has every action, so that a hole is a KeyError at import and not a silent refusal.
MATRIX: Mapping[Role, Mapping[Action, Relations]] = MappingProxyType(
    {role: MappingProxyType({action: ROWS[action].get(role, _NOBODY) for action in Action}) for role in Role}
)
