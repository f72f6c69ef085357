"""When and how each kind of letter goes out: pure rules of grace, windows, merging and quiet hours (NTF-2, NTF-3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from types import MappingProxyType

from core.model.preferences import Topic
from core.model.school import PublicationWindow, School
from core.rules.calendar import SchoolCalendar, at_local, local_day
from notifications.letter import LetterKind

A_MINUTE = timedelta(minutes=1)
EVENING = time(19)
NO_ALARM = timedelta(hours=12)
"""An absence is told as an alarm on its own day; what could not leave for so long joins the rest (NTF-7)."""
STUCK = A_MINUTE
"""A letter that is overdue by this much waits for the messenger, not for its time: it may take more items."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind of letter is told.

    `grace`: only after the school's time for corrections; `gather`: after so long, in which more of its kind may come;
    `urgent`: overtakes others; `merged`: takes more items while it waits; `lifetime`: after it nobody wants to hear of
    it; `wakes`: told in quiet hours too: a warning of one's own access, a child whom nobody knows to be anywhere;
    `evening`: an evening has one letter of all of them.
    """

    lifetime: timedelta
    grace: bool = False
    gather: timedelta = timedelta()
    urgent: bool = False
    silent: bool = False
    merged: bool = True
    wakes: bool = False
    evening: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """When something happened, and when it may be told."""

    since: datetime
    due: datetime


_TALK = Manner(timedelta(days=14), gather=timedelta(seconds=10), merged=False)
"""Albums come photo by photo, and people write in pieces: ten seconds make one letter of them, thread by thread."""
_FAMILY = {
    LetterKind.MARK: Manner(timedelta(days=7), grace=True),
    LetterKind.ATTENDANCE: Manner(timedelta(days=3), urgent=True),
    LetterKind.HOMEWORK: Manner(timedelta(days=3), grace=True, silent=True),
    LetterKind.REMARK: Manner(timedelta(days=14), grace=True),
    LetterKind.LESSON_CHANGE: Manner(timedelta(days=2), gather=A_MINUTE),
    LetterKind.SIGNAL: Manner(timedelta(days=7)),
    LetterKind.MESSAGE: _TALK,
    # Results are told within a day of being set, whatever the hours of publication [002 прил.3 §4; 004 §7] (DIA-9).
    LetterKind.PERIOD_MARK: Manner(timedelta(days=14), grace=True),
    LetterKind.NOTICE: Manner(timedelta(days=14), merged=False),
    # Somebody may still be writing at it: corrections within the grace time are told as one.
    LetterKind.SCHOOL_EVENT: Manner(timedelta(days=3), grace=True),
    LetterKind.DAY_MOVED: Manner(timedelta(days=3), gather=A_MINUTE),
}
_ACCESS = {
    **dict.fromkeys(
        (LetterKind.ENTRY, LetterKind.ENTRY_CONFIRMED, LetterKind.ACCESS_CUT, LetterKind.ACCESS_LOST),
        Manner(timedelta(days=14), merged=False, wakes=True),
    ),
    LetterKind.ENTRY_TO_CONFIRM: Manner(timedelta(days=14), merged=False),
    # When codes are handed out, thirty families enter in a day: their class teacher reads of it once (CLS-5).
    LetterKind.KLASS_ENTRY: Manner(timedelta(days=14), evening=True),
}
_ABSENCE = {
    # Nobody knows where a child is: that overtakes everything, and wakes who sleeps (BEY-6).
    LetterKind.ABSENCE_UNKNOWN: Manner(timedelta(days=2), urgent=True, merged=False, wakes=True),
    LetterKind.ABSENCE_ASKED: Manner(timedelta(hours=12), urgent=True, merged=False, wakes=True),
    LetterKind.ABSENCE_NOTE: Manner(timedelta(days=14), merged=False),
    LetterKind.ABSENCE_ANSWER: Manner(timedelta(days=14), merged=False),
}
_STAFF = dict.fromkeys(
    (
        LetterKind.CONTROL_REMARK,
        LetterKind.CONTROL_ANSWER,
        LetterKind.ANALYSIS,
        LetterKind.KLASS_SIGNAL,
        LetterKind.GAP,
        LetterKind.DATA_FAULT,
        LetterKind.APPEAL,
        LetterKind.COMPLAINT,
        LetterKind.LATE_ASKED,
        LetterKind.LATE_ANSWERED,
        LetterKind.PARDON,
        LetterKind.RETURNED,
    ),
    Manner(timedelta(days=14), merged=False),
)
_NOTICES = {
    # The school closes tomorrow: nobody may learn of it the day after, whatever they chose.
    LetterKind.NOTICE_URGENT: Manner(timedelta(days=2), urgent=True, merged=False, wakes=True),
    LetterKind.NOTICE_STAFF: Manner(timedelta(days=14), merged=False),
    LetterKind.NOTICE_REMINDER: Manner(timedelta(days=2), merged=False),
}
_MESSAGES = {LetterKind.MESSAGE_STAFF: _TALK}
_TIMETABLE = {
    LetterKind.LESSON_CHANGE_STAFF: Manner(timedelta(days=2), gather=A_MINUTE),
    LetterKind.SUBGROUP: Manner(timedelta(days=14), gather=A_MINUTE),
    LetterKind.SCHOOL_EVENT_STAFF: Manner(timedelta(days=3), grace=True),
    LetterKind.DAY_MOVED_STAFF: Manner(timedelta(days=3), gather=A_MINUTE),
}
MANNERS: Mapping[LetterKind, Manner] = MappingProxyType(
    {**_FAMILY, **_ACCESS, **_STAFF, **_MESSAGES, **_ABSENCE, **_TIMETABLE, **_NOTICES}
)
_DIGEST = Manner(timedelta(days=7))
FAMILY_KINDS = frozenset(_FAMILY)
"""Letters to families that are made of sections: an evening's digest, or a letter after a long silence, has several."""
FOLDED_KINDS = FAMILY_KINDS | {LetterKind.DIGEST, LetterKind.ROLL_UP}
WAKING_KINDS = frozenset(kind for kind, manner in MANNERS.items() if manner.wakes or manner.urgent)

TOPICS: Mapping[LetterKind, Topic] = MappingProxyType(
    {
        LetterKind.MARK: Topic.MARKS,
        LetterKind.ATTENDANCE: Topic.ATTENDANCE,
        LetterKind.HOMEWORK: Topic.HOMEWORK,
        LetterKind.REMARK: Topic.REMARKS,
        LetterKind.LESSON_CHANGE: Topic.TIMETABLE,
        LetterKind.PERIOD_MARK: Topic.RESULTS,
        # The school tells parents that their child fails; they can't choose not to know [004 §2].
        LetterKind.SIGNAL: Topic.NOTICES,
        LetterKind.MESSAGE: Topic.MESSAGES,
        LetterKind.FORECAST: Topic.FORECAST,
        LetterKind.NOTICE: Topic.NOTICES,
        LetterKind.NOTICE_REMINDER: Topic.NOTICES,
        LetterKind.SCHOOL_EVENT: Topic.EVENTS,
        LetterKind.DAY_MOVED: Topic.TIMETABLE,
        LetterKind.EVENT_SOON: Topic.EVENTS,
        LetterKind.EVENING: Topic.EVENING,
        LetterKind.FRIDAY: Topic.FRIDAY,
    }
)
"""What a family chooses of: letters to families by what they are about. All others go to whoever they are for."""


def manner_of(kind: LetterKind) -> Manner:
    """Give how letters of a kind are told; only kinds of events and the digest have a manner."""
    return _DIGEST if kind in (LetterKind.DIGEST, LetterKind.ROLL_UP) else MANNERS[kind]


def ready_at(manner: Manner, happened_at: datetime, school: School) -> datetime:
    """Give the instant from which something may be told at all, whoever is told."""
    if manner.evening:
        today = local_day(happened_at, school.zone)
        evening = at_local(today, EVENING, school.zone)
        return evening if happened_at <= evening else at_local(today + timedelta(days=1), EVENING, school.zone)
    return happened_at + (school.grace if manner.grace else manner.gather)


def opening(instant: datetime, window: PublicationWindow, calendar: SchoolCalendar, zone: tzinfo) -> datetime:
    """Give the instant itself within the hours of publication on a school day, else the next opening.

    Over the summer, when there is no next school day, nothing is held back.
    """
    day = local_day(instant, zone)
    if calendar.is_school_day(day):
        if instant < at_local(day, window.opens, zone):
            return at_local(day, window.opens, zone)
        if instant < at_local(day, window.closes, zone):
            return instant
    following = calendar.next_school_day(day)
    return at_local(following, window.opens, zone) if following else instant


def takes_more(letter: Terms, own: Terms, grace: timedelta) -> bool:
    """Tell whether a waiting letter may take one thing more: what happened and is due as in `own`.

    It may while it waits anyway, within its first grace time, or when the messenger is out of reach. What comes later
    begins a letter of its own: a day full of marks must not hold back the first of them.
    """
    waits_anyway = own.due <= letter.due
    return waits_anyway or own.since <= letter.since + grace or own.since - letter.due > STUCK


def is_over(due_on: date | None, today: date) -> bool:
    """Tell whether homework is for a day that has passed."""
    return due_on is not None and due_on < today
