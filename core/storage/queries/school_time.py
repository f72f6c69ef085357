"""When a school holds lessons: what is told of absences then is told at once (NTF-3)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from sqlalchemy import Connection, func, select

from core.model.ids import LessonId, SchoolId
from core.storage.rows import BellRow, LessonRow


@dataclass(frozen=True, slots=True)
class Held:
    """The days of lessons, and between which local times any lesson of the school lies; None without bells."""

    days: Mapping[int, date]
    begins: time | None
    ends: time | None

    def covers(self, lesson: int, at: datetime, zone: tzinfo) -> bool:
        """Tell whether an instant is of the lesson's own day, while lessons are held."""
        here = at.astimezone(zone)
        if self.days.get(lesson) != here.date() or self.begins is None or self.ends is None:
            return False
        return self.begins <= here.time() <= self.ends


def held(db: Connection, school: SchoolId, lessons: Collection[LessonId]) -> Held:
    """Give when these lessons are held, and when any are."""
    rows = db.execute(select(LessonRow.id, LessonRow.day).where(LessonRow.id.in_(lessons)))
    days = {row.id: row.day for row in rows}
    bells = select(func.min(BellRow.starts), func.max(BellRow.ends)).where(BellRow.school_id == school)
    begins, ends = db.execute(bells).one()
    return Held(days, begins, ends)
