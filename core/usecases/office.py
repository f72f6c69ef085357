"""The school today, for its leadership (CTL-1) [003 Б-10, Б-11, В-3]."""

from dataclasses import dataclass, replace

from core.model.access import Action, Subject
from core.model.ids import SchoolId
from core.model.office import Situation
from core.rules.access import allowed, require
from core.storage.queries import office as query
from core.storage.work import Work
from core.usecases.board_view import open_tally
from core.usecases.duties import school_years


@dataclass(frozen=True, slots=True)
class ReadOffice:
    """Which school."""

    school: SchoolId


async def read_office(work: Work, command: ReadOffice) -> Situation:
    """Give the school today to a member of its staff; records that lack something to who reads the board of duties.

    Raises Forbidden.
    """
    subject = Subject(command.school)
    permit = require(work.actor, Action.TIMETABLE_READ, subject)
    year = (await school_years(work, [command.school]))[command.school]
    board = allowed(work.actor, Action.DUTY_BOARD_READ, subject)
    grades = (board or permit).capacity.grades
    found = await work.run(query.situation, command.school, year.today(work.now), grades)
    if board is None:
        return found
    return replace(found, records=await open_tally(work, year, board))
