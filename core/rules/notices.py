"""What may be done with a notice, and when: pure rules (CLS-3) [003 Г-2]."""

from datetime import date, datetime, time, timedelta, tzinfo

from core.model.events import EventKind
from core.model.notice import NOTICE_LIMIT, WEEK_LIMIT, ChildWeek, Notice, NoticeAim, NoticeKind, NoticeState
from core.rules.calendar import at_local, local_day

EVENING = time(18)
HOURS = tuple(range(7, 22))
"""Local hours at which a notice may be sent later."""
AHEAD = timedelta(days=60)
REMARKS, REMARK_CLIP = 4, 160
"""So many teachers' remarks of a week are told, in so many characters each."""
_DAY = timedelta(days=1)


def event_kind(notice: Notice) -> EventKind:
    """Give as what a notice is told: urgent ones wait for nothing, those of the staff are about no child."""
    if notice.urgent:
        return EventKind.NOTICE_URGENT
    return EventKind.NOTICE_STAFF if notice.aim is NoticeAim.STAFF else EventKind.NOTICE


def text_limit(notice: Notice) -> int:
    """Give how long the text may be, in UTF-16 units: above a child's week there is less room."""
    return WEEK_LIMIT if notice.kind is NoticeKind.WEEK else NOTICE_LIMIT


def units(text: str) -> int:
    """Count UTF-16 units, as Telegram does."""
    return len(text.encode("utf-16-le")) // 2


def next_evening(now: datetime, zone: tzinfo) -> datetime:
    """Give the next local 18:00 after an instant."""
    today = local_day(now, zone)
    at = at_local(today, EVENING, zone)
    return at if at > now else at_local(today + _DAY, EVENING, zone)


def may_be_at(at: datetime, now: datetime) -> bool:
    """Tell whether a notice may be put off until an instant: one to come, within two months."""
    return now < at <= now + AHEAD


def may_remind(notice: Notice, now: datetime, zone: tzinfo) -> bool:
    """Tell whether those who have not read may be reminded: once a day, and not on the day of sending."""
    last = notice.reminded_at or notice.sent_at
    return notice.state is NoticeState.SENT and last is not None and local_day(last, zone) < local_day(now, zone)


def week_of(day: date, *, earlier: bool = False) -> date:
    """Give the Monday of a day's week, or of the one before."""
    return day - timedelta(days=day.weekday() + 7 * earlier)


def week_days(monday: date) -> tuple[date, date]:
    """Give the first and the last day that a week's notice tells of."""
    return monday, monday + timedelta(days=6)


def marks_by_subject(week: ChildWeek) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the marks of a week by subject, in the order in which the subjects came."""
    found: dict[str, list[str]] = {}
    for mark in week.marks:
        found.setdefault(mark.subject, []).append(mark.value.value)
    return tuple((subject, tuple(values)) for subject, values in found.items())


def missed_by_day(week: ChildWeek) -> tuple[tuple[date, str, tuple[int, ...]], ...]:
    """Give the lessons missed or begun late by day and reason."""
    found: dict[tuple[date, str], list[int]] = {}
    for each in week.missed:
        found.setdefault((each.day, each.presence.value), []).append(each.number)
    return tuple((day, presence, tuple(numbers)) for (day, presence), numbers in found.items())


def remarks_told(week: ChildWeek) -> tuple[tuple[str, str], ...]:
    """Give as many remarks as a message has room for, long ones shortened; the diary has them whole."""
    return tuple((subject, _clipped(text)) for subject, text in week.remarks[:REMARKS])


def _clipped(text: str) -> str:
    return text if len(text) <= REMARK_CLIP else f"{text[: REMARK_CLIP - 1].rstrip()}…"


def look(notice: Notice) -> str:
    """Give what a notice looks like: urgent, a week's, or plain."""
    if notice.urgent:
        return "urgent"
    return "week" if notice.kind is NoticeKind.WEEK else "plain"
