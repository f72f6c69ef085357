"""Students and guardians of the demo school, made by counting through the name lists."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.demo.data import school


@dataclass(frozen=True, slots=True)
class DemoStudent:
    """A student: stable code, names, gender, class."""

    code: str
    family: str
    given: str
    patronymic: str
    female: bool
    klass: str


@dataclass(frozen=True, slots=True)
class DemoGuardian:
    """A guardian and the codes of the children; `electronic` is false where paper was asked for."""

    code: str
    family: str
    given: str
    patronymic: str
    female: bool
    children: tuple[str, ...]
    electronic: bool = True


@dataclass(slots=True)
class Population:
    """Everybody who is not staff."""

    students: list[DemoStudent] = field(default_factory=list)
    guardians: list[DemoGuardian] = field(default_factory=list)

    def of(self, klass: str) -> list[DemoStudent]:
        """Give the students of a class in the order of the list."""
        return [student for student in self.students if student.klass == klass]


def _turn(forms: str, female: bool) -> str:
    masculine, _, feminine = forms.partition("/")
    return feminine if female else masculine


def populate() -> Population:
    """Give all students with their guardians. Siblings and the teacher's own child are named in `school.toml`."""
    people = Population()
    data = school()
    for at, klass in enumerate(data["klasses"]):
        for number in range(klass["students"]):
            people.students.append(_student(klass["name"], at, number))
    named = {(one["klass"], one["number"]): one for one in data["families"]}
    people.students = [_renamed(student, named) for student in people.students]
    _add_guardians(people)
    return people


def _student(klass: str, at: int, number: int) -> DemoStudent:
    names = school()["names"]
    index = at * 11 + number
    female = (number * 5 + at) % 9 < 4
    given = names["girls" if female else "boys"]
    return DemoStudent(
        code=f"{klass}-{number + 1:02}",
        family=_turn(names["families"][(index * 7 + at * 3) % len(names["families"])], female),
        given=given[(index * 4 + at) % len(given)],
        patronymic=_turn(names["patronymics"][(index * 3 + at) % len(names["patronymics"])], female),
        female=female,
        klass=klass,
    )


def _renamed(student: DemoStudent, named: dict[tuple[str, int], dict[str, Any]]) -> DemoStudent:
    klass, _, number = student.code.partition("-")
    known = named.get((klass, int(number)))
    if known is None:
        return student
    female = known["female"]
    return DemoStudent(student.code, known["family"], known["given"], known["patronymic"], female, klass)


def _add_guardians(people: Population) -> None:
    named = school()["guardians"]
    kept = {child for guardian in named for child in guardian["children"]}
    for guardian in named:
        people.guardians.append(
            DemoGuardian(
                guardian["code"],
                guardian["family"],
                guardian["given"],
                guardian["patronymic"],
                guardian["female"],
                tuple(guardian["children"]),
                guardian.get("electronic", True),
            )
        )
    for number, student in enumerate(people.students):
        if student.code not in kept:
            people.guardians.append(_mother(student, number))


def _mother(student: DemoStudent, number: int) -> DemoGuardian:
    names = school()["names"]
    forms = {form for pair in names["families"] for form in [pair] if student.family in pair.split("/")}
    family = _turn(forms.pop(), female=True) if forms else student.family
    patronymic = _turn(names["patronymics"][(number * 5 + number // 8 + 1) % len(names["patronymics"])], female=True)
    given = names["mothers"][number * 3 % len(names["mothers"])]
    return DemoGuardian(f"P-{student.code}", family, given, patronymic, True, (student.code,))
