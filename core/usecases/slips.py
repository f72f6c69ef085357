"""The deputy's and the head's list of what is worth a look in a week (BEY-5)."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from core.model.access import Action
from core.model.errors import Forbidden
from core.model.ids import SchoolId
from core.model.slip import SlipList
from core.rules.calendar import at_local
from core.rules.slips import slips
from core.storage.gateways import anchors
from core.storage.queries import mark_changes, trail
from core.storage.queries import slips as query
from core.storage.work import Work
from core.usecases.reaching import reach_school

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ReadSlips:
    """A school's week, named by any day of it; None: the present one."""

    school: SchoolId
    day: date | None = None


async def read_slips(work: Work, command: ReadSlips) -> SlipList:
    """Give what is worth a look in the week, of a deputy's own parallels only [001 §5]. Raises Forbidden."""
    permit = reach_school(work, command.school, Action.FRAUD_LIST_READ)
    school = await work.run(mark_changes.school, command.school)
    if school is None:
        raise Forbidden(Action.FRAUD_LIST_READ)
    zone, grades = ZoneInfo(school.zone), permit.capacity.grades
    today = work.now.astimezone(zone).date()
    day = command.day or today
    monday = day - timedelta(days=day.weekday())
    span = (at_local(monday, time.min, zone), at_local(monday + _WEEK, time.min, zone))
    before = await work.run(anchors.before, command.school, monday)
    deeds = await work.run(query.deeds, command.school, before, *span, grades)
    seats = await work.run(query.seats, command.school, monday, monday + _WEEK - timedelta(days=1), grades)
    found = slips(deeds, seats, zone)
    people = {slip.person for slip in found} | {student for slip in found for student in slip.students}
    lessons = {lesson for slip in found for lesson in slip.lessons}
    return SlipList(
        school=school.short_name,
        monday=monday,
        today=today,
        zone=zone,
        slips=tuple(found),
        names=await work.run(trail.names, people),
        lessons=await work.run(trail.lessons, lessons),
    )
