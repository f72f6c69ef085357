"""Duties with names, for those who read them outside of the chat (REG-2) [003 В-3, В-4]."""

from core.model.duty_sheet import DutySheet
from core.model.errors import NotFound
from core.storage.queries import duties as schools
from core.storage.queries import duty_names
from core.storage.work import Work
from core.usecases.duty_list import DutiesAt, duties_at


async def duty_sheet(work: Work, command: DutiesAt) -> DutySheet:
    """Give duties as `duties_at` does, with the names of all they speak of. Raises Forbidden, NotFound."""
    duties = await duties_at(work, command)
    found = await work.run(schools.schools, [command.school])
    if not found:
        raise NotFound
    names = await work.run(duty_names.names, command.school, duties)
    return DutySheet(found[0], command.at or work.now, duties, names)
