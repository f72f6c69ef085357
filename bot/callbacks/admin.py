"""Buttons of the administrator and the class teacher: the school, its import, its invitations."""

from bot.callbacks import Id, Press, Small


class ImportPress(Press, prefix="ea"):
    """How to load a school by sending its workbook."""

    school: Id


class ApplyPress(Press, prefix="eb"):
    """Load the workbook just looked through, known by the beginning of its digest."""

    digest: Id


class CancelImportPress(Press, prefix="ez"):
    """Leave the workbook alone."""


class KlassesPress(Press, prefix="ek"):
    """Classes of a school and how many of each have entered, page by page."""

    school: Id
    page: Small = 0


class KlassEntriesPress(Press, prefix="eg"):
    """Who of a class has entered."""

    klass: Id
    page: Small = 0


class MissingEntriesPress(Press, prefix="sn"):
    """Who of a class has not entered yet."""

    klass: Id
    page: Small = 0


class StaffEntriesPress(Press, prefix="es"):
    """Who of the staff has entered."""

    school: Id
    page: Small = 0


class PersonEntryPress(Press, prefix="ep"):
    """One person's way in."""

    person: Id


class IssueKlassPress(Press, prefix="eq"):
    """Print codes of a class; `again` revokes the unused ones given out before."""

    klass: Id
    again: bool = False


class IssueStaffPress(Press, prefix="et"):
    """Print codes of the staff."""

    school: Id
    again: bool = False


class IssuePersonPress(Press, prefix="eu"):
    """Print one person's new code."""

    person: Id


class RevokePress(Press, prefix="ev"):
    """Revoke one person's unused code."""

    person: Id


class WaitingPress(Press, prefix="eo"):
    """Staff entries that wait."""

    school: Id


class KlassListPress(Press, prefix="ej"):
    """The list of a class."""

    klass: Id
