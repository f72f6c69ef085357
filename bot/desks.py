"""All screen families of the bot, on one desk."""

from bot.desk import Desk
from bot.routers import (
    absence,
    admin,
    appeals,
    calendar_files,
    control,
    dead_letters,
    duties,
    entry,
    evening,
    family,
    finals,
    forecast,
    home,
    late,
    lesson_changes,
    lost,
    mark_changes,
    messages,
    notices,
    oversight,
    plan,
    preferences,
    reach,
    regulation,
    school_events,
    teacher,
    trail,
    work_calendar,
)


def all_desks() -> Desk:
    """Give the bot's one desk with the handlers of all families. Raises Taken where two want the same button."""
    desk = Desk()
    desk.include(
        absence.desk,
        home.desk,
        entry.desk,
        admin.desk,
        lesson_changes.desk,
        plan.desk,
        lost.desk,
        mark_changes.desk,
        messages.desk,
        notices.desk,
        oversight.desk,
        appeals.desk,
        calendar_files.desk,
        control.desk,
        dead_letters.desk,
        duties.desk,
        evening.desk,
        family.desk,
        finals.desk,
        late.desk,
        forecast.desk,
        preferences.desk,
        reach.desk,
        regulation.desk,
        school_events.desk,
        teacher.desk,
        trail.desk,
        work_calendar.desk,
    )
    return desk
