"""A file with the thematic plan of one group: the first sheet that has topics (JRN-12)."""

from pathlib import Path

from core.intake.headings import find_heading
from core.intake.lines import SheetReader
from core.intake.package import open_package
from core.intake.problems import readable
from core.intake.reading import sheets_of
from core.intake.shapes import plan_shape
from core.intake.sheets import RawSheet
from core.model.workbook import IntakeRefused, PlanLine, Workbook


def read_plan_here(path: Path) -> Workbook:
    """Read a plan without the protection of a child process; `read_plan` is what others call.

    Raises IntakeRefused when the file as a whole can't be read, or has no sheet.
    """
    with open_package(path) as package:
        sheets = list(sheets_of(package))
    if not sheets:
        raise IntakeRefused("file-damaged")
    reader = SheetReader(plan_shape(), next(filter(_has_topics, sheets), sheets[0]))
    reader.read()
    lines = tuple(line for line in reader.lines if isinstance(line, PlanLine))
    return Workbook(school=None, plans=lines, problems=readable(reader.problems))


def _has_topics(sheet: RawSheet) -> bool:
    return not find_heading(plan_shape(), sheet.rows).missing
