"""Who may read which canary: written down here by hand, not asked of the code under test."""

from collections.abc import Callable

from tests.security.town import Canary, School

Eyes = Callable[[School, Canary], bool]
# The class, and the halves of it, that the people of the scene belong to.
KLASS = "7Ю"
# What stands between a teacher and one family (JRN-7).
PRIVATE = ("comment", "reason", "remark")
# The two sides of a thread in the scene; nobody else reads it (DIA-12).
TALKING = ("guardian", "first", "other school")
# What a family says of an absence, and a doctor's paper: not for the student, nor for subject teachers.
MEDICAL = ("absence", "paper")


def _nothing(_home: School, _known: Canary) -> bool:
    return False


def _everything(_home: School, _known: Canary) -> bool:
    return True


def _timetable(_home: School, known: Canary) -> bool:
    """Who teaches what, which the whole staff may see."""
    return known.what in ("staff", "school", "subject")


def _journal(_home: School, known: Canary) -> bool:
    """Lessons as they are kept, without what is between a teacher and one family."""
    return known.what not in (*PRIVATE, *MEDICAL)


def _klass(_home: School, known: Canary) -> bool:
    return known.klass in ("", KLASS)


def _guardian(home: School, known: Canary) -> bool:
    child = home.klasses[KLASS].known.students[0]
    return _klass(home, known) and (known.child == child if known.child else known.group != "two")


def _student(home: School, known: Canary) -> bool:
    return known.what not in ("guardian", *MEDICAL) and _guardian(home, known)


def _teacher(*groups: str) -> Eyes:
    def sees(home: School, known: Canary) -> bool:
        if known.what in ("staff", "school"):
            return True
        if known.klass != KLASS or known.what in MEDICAL:
            return False
        klass = home.klasses[KLASS]
        taught = {student for group in groups for student in klass.members[group]}
        return known.child in {0, *taught} and known.group in ("", *groups)

    return sees


def _substitute(home: School, known: Canary) -> bool:
    """The class, but not what the planned teacher wrote to families in other lessons."""
    return known.what not in (*PRIVATE, "task", "guardian") and _teacher("whole", "one")(home, known)


# Whatever is of another school is for nobody; one's own name is for everybody who has consented.
EYES: dict[str, Eyes] = {
    "stranger": _nothing,
    "no consent": _nothing,
    "ended": _nothing,
    "pending": _nothing,
    "guardian": _guardian,
    "student": _student,
    "first": _teacher("whole", "one"),
    "substitute": _substitute,
    "second": _teacher("two"),
    "supervisor": _klass,
    "psychologist": _timetable,
    "secretary": _timetable,
    "administrator": _journal,
    "working_group": _journal,
    "deputy": _everything,
    "head": _everything,
    "inspector": _everything,
    "other school": _everything,
}
