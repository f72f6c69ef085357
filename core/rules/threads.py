"""Talk between families and the school: working hours, floods, who may decide a complaint (DIA-12) [004]."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta, tzinfo

from core.model.access import Subject
from core.model.appeal import Official
from core.model.diary import Child
from core.model.errors import Refusal
from core.model.ids import PersonId
from core.model.people import Role
from core.model.thread import Contact, Message, Thread
from core.rules.calendar import SchoolCalendar, at_local, local_day

OPENS, CLOSES = time(8), time(19)
"""Local hours of school days in which a family may expect an answer."""
PER_HOUR = 30
AN_HOUR = timedelta(hours=1)
PAGE_CHARACTERS = 1800
PAGE_MESSAGES = 12


def answer_at(now: datetime, calendar: SchoolCalendar, zone: tzinfo) -> datetime | None:
    """Give the instant at which the school works again; None within working hours, and when no school day is known."""
    day = local_day(now, zone)
    if calendar.is_school_day(day):
        if now < at_local(day, OPENS, zone):
            return at_local(day, OPENS, zone)
        if now < at_local(day, CLOSES, zone):
            return None
    following = calendar.next_school_day(day)
    return at_local(following, OPENS, zone) if following else None


def check_flood(written: int) -> None:
    """Refuse more than a thread takes of one writer within an hour. Raises Refusal "messages-many"."""
    if written >= PER_HOUR:
        raise Refusal("messages-many", limit=PER_HOUR)


def subject_of(child: Child, contact: Contact | None, now: datetime) -> Subject:
    """Give the child as the access matrix sees it from the staff's side: through a group that they teach."""
    about = child.subject(child.today(now))
    group = contact.groups[0] if contact and contact.groups else None
    return Subject(about.school, about.student, about.klass, about.grade, group)


def others(contacts: Iterable[Contact], left: PersonId) -> tuple[Contact, ...]:
    """Give whom to write to instead of somebody: who can be reached, the closest first."""
    return tuple(each for each in contacts if each.person != left and each.entered)


def hears_complaint(officials: Sequence[Official], grade: int | None, thread: Thread) -> list[PersonId]:
    """Give the deputies of a grade and the heads, whoever of them is no side of the thread."""
    found = [
        each.person
        for each in officials
        if each.role is Role.HEAD or (each.role is Role.DEPUTY and grade in each.grades)
    ]
    return [person for person in dict.fromkeys(found) if person not in (thread.staff, thread.family)]


def fitting(newest_first: Sequence[Message]) -> tuple[Message, ...]:
    """Give as many of the newest messages as a screen takes, one at the least, in the order in which they came."""
    kept: list[Message] = []
    room = PAGE_CHARACTERS
    for message in newest_first[:PAGE_MESSAGES]:
        room -= len(message.text)
        if room < 0 and kept:
            break
        kept.append(message)
    return tuple(reversed(kept))
