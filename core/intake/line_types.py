"""Which line each sheet is made of; apart, so that our own process knows it without the spreadsheet library."""

from collections.abc import Mapping

from core.model.workbook import (
    BellLine,
    CalendarLine,
    EventLine,
    GroupLine,
    GuardianLine,
    KlassLine,
    Line,
    LoadLine,
    PeriodLine,
    PlanLine,
    RoomLine,
    SchoolLine,
    StaffLine,
    StudentLine,
    SubjectLine,
    TimetableLine,
)

LINES: Mapping[str, type[Line]] = {
    "school": SchoolLine,
    "periods": PeriodLine,
    "calendar": CalendarLine,
    "bells": BellLine,
    "rooms": RoomLine,
    "subjects": SubjectLine,
    "staff": StaffLine,
    "klasses": KlassLine,
    "students": StudentLine,
    "guardians": GuardianLine,
    "events": EventLine,
    "groups": GroupLine,
    "loads": LoadLine,
    "timetable": TimetableLine,
    "plans": PlanLine,
}
