"""Buttons of the school's regulation: its rows, what the school changes of them, its settings (REG-1, ADM-7).

A row travels as the number that `row_number` gives it: the same in every version of the program.
"""

from typing import Annotated

from pydantic import Field as Bounded

from bot.callbacks import Id, Press, Small
from core.model.overlay import Setting
from core.model.people import Role
from core.model.term import TermKind

RowNumber = Annotated[int, Bounded(ge=1, le=2**24)]


class RegulationPress(Press, prefix="ga"):
    """The regulation at a glance."""

    school: Id


class RowsPress(Press, prefix="gb"):
    """Rows that a role is reminded of first."""

    school: Id
    role: Role
    page: Small = 0


class RowPress(Press, prefix="gc"):
    """One row, permission or term of its own."""

    school: Id
    row: RowNumber


class TermKindsPress(Press, prefix="gd"):
    """Choose another kind of term."""

    school: Id
    row: RowNumber


class TermNumbersPress(Press, prefix="ge"):
    """Choose how many days or hours, or which time or date."""

    school: Id
    row: RowNumber
    kind: TermKind


class TermPress(Press, prefix="gf"):
    """This term, looked at before it holds."""

    school: Id
    row: RowNumber
    kind: TermKind
    n: Small = 0


class SetTermPress(Press, prefix="gg"):
    """This term from now on."""

    school: Id
    row: RowNumber
    kind: TermKind
    n: Small = 0


class SwitchPress(Press, prefix="gh"):
    """Switch a row off or on, or allow or forbid; asked once more before."""

    school: Id
    row: RowNumber
    on: bool
    sure: bool = False


class BindingPress(Press, prefix="gi"):
    """Make a row binding, or a recommendation; asked once more before."""

    school: Id
    row: RowNumber
    on: bool
    sure: bool = False


class ResetPress(Press, prefix="gj"):
    """As the text has it; asked once more before."""

    school: Id
    row: RowNumber
    sure: bool = False


class PermissionsPress(Press, prefix="gk"):
    """What is allowed and forbidden."""

    school: Id
    page: Small = 0


class ConventionsPress(Press, prefix="gl"):
    """How terms are reckoned."""

    school: Id


class ChangesPress(Press, prefix="gm"):
    """Who changed what, and when."""

    school: Id


class SchoolSettingsPress(Press, prefix="gn"):
    """The school's settings."""

    school: Id


class SettingPress(Press, prefix="go"):
    """One setting's values to choose from."""

    school: Id
    setting: Setting


class ValuePress(Press, prefix="gp"):
    """This value; asked once more before."""

    school: Id
    setting: Setting
    value: Small
    sure: bool = False
