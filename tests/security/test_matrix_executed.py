"""The matrix, executed: every use case of a router, by every role, on what is one's own, beside it and outside."""

import ast
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from core.model.absence_note import AbsenceReason
from core.model.access import Relation
from core.model.errors import ConsentNeeded, Forbidden, Refusal, Stranger
from core.model.people import Role
from core.rules.matrix import MATRIX
from core.storage.rows import (
    AbsenceNoteRow,
    BindingRow,
    ControlRemarkRow,
    DataFaultRow,
    GroupChatRow,
    LetterRow,
    SchoolEventRow,
)
from core.storage.work import Work
from tests.house.sources import sources
from tests.security.elsewhere import ELSEWHERE
from tests.security.notice_uses import notice_of
from tests.security.scene import Scene, scene_of
from tests.security.usecases import USES, Use
from tests.world import TODAY, World

R = Relation
RUNS = {"read", "change", "read_at_length", "change_at_length"}
ROLES: dict[str, tuple[Role, ...]] = {
    **{role.value: (role,) for role in Role if role not in (Role.SYSTEM, Role.TEACHER, Role.CLASS_TEACHER)},
    "first": (Role.TEACHER,),
    "second": (Role.TEACHER,),
    "substitute": (Role.TEACHER,),
    "supervisor": (Role.TEACHER, Role.CLASS_TEACHER),
    "other school": (Role.TEACHER,),
    "ended": (Role.GUARDIAN,),
    "no consent": (),
    "pending": (),
    "stranger": (),
}
# How people stand to a lesson, by whose it is; besides, everybody is of their school.
LESSONS: dict[tuple[str, str], set[Relation]] = {
    ("first", "whole"): {R.OWN_LESSON, R.OWN_GROUP},
    ("first", "replaced"): {R.HANDED_OVER},
    ("second", "two"): {R.OWN_LESSON, R.OWN_GROUP},
    ("substitute", "replaced"): {R.SUBSTITUTED},
    ("other school", "away"): {R.OWN_LESSON, R.OWN_GROUP},
}
OWN_CHILD = {("guardian", "whole"): {R.OWN_CHILD}, ("student", "whole"): {R.SELF}}
NEAR = ("whole", "two", "replaced")
# Of the other school; whose access to this one ended still has theirs to that one.
AWAY = ("other school", "ended")


async def _binding(world: World, person: int) -> int:
    found: int = (await world.rows(select(BindingRow.id).where(BindingRow.person_id == person)))[0][0]
    return found


async def _remark_to(world: World, school: int, teacher: int) -> int:
    written = {"text": "Нет тем", "due_on": TODAY, "written_at": world.clock.now(), "written_by": teacher}
    return await world.insert(ControlRemarkRow, school_id=school, teacher_id=teacher, **written)


async def _dead_letter(world: World, school: int) -> int:
    now = world.clock.now()
    times = {"created_at": now, "due_at": now, "settled_at": now}
    key = f"dead:{school}:{len(await world.rows(select(LetterRow.id)))}"
    return await world.insert(
        LetterRow, account_id=1, school_id=school, kind="mark", unique_key=key, outcome="dead", **times
    )


async def _fault_of(world: World, school: int, klass: int, pupil: int) -> int:
    told = {"told_by": pupil, "told_at": world.clock.now(), "words": "Другая дата"}
    return await world.insert(DataFaultRow, school_id=school, klass_id=klass, student_id=pupil, **told)


async def _event_of(world: World, school: int, klass: int) -> int:
    return await world.insert(SchoolEventRow, school_id=school, name="Музей", kind="klass", day=TODAY, klass_id=klass)


async def _absence_of(world: World, school: int, pupil: int, author: int) -> int:
    """Told by the guardian of the scene: whoever else is no author."""
    said = {"filed_by": author, "filed_at": world.clock.now(), "first": TODAY, "last": TODAY, "said": AbsenceReason.ILL}
    return await world.insert(AbsenceNoteRow, school_id=school, student_id=pupil, **said)


async def _group_of(world: World, klass: int) -> int:
    chat = -1 - len(await world.rows(select(GroupChatRow.id)))
    return await world.insert(
        GroupChatRow,
        chat_id=chat,
        title="Чат",
        arrived_at=world.clock.now(),
        klass_id=klass,
        bound_at=world.clock.now(),
    )


async def _places(scene: Scene) -> dict[str, dict[str, Any]]:
    home, away = scene.schools
    near, beside, far = home.klasses["7Ю"], home.klasses["8Я"], away.klasses["5Э"]
    first = {"pupil": near.known.students[0]}
    places = {
        "whole": near.ids | first,
        "replaced": near.ids | first | {"lesson": near.lessons["replaced"]},
        "two": near.ids | near.sheet["two"] | {"pupil": near.known.students[3]},
        "beside": beside.ids | {"pupil": beside.known.students[0]},
        "away": far.ids | {"pupil": far.known.students[0]},
    }
    for name, place in places.items():
        school = away if name == "away" else home
        place["absence"] = await _absence_of(scene.world, school.id, place["pupil"], scene.persons["guardian"])
        place["waiting"] = await _binding(scene.world, school.staff["pending"])
        place["teacher"] = school.staff["elsewhere"]
        place["letter"] = await _dead_letter(scene.world, school.id)
        place["chat"] = await _group_of(scene.world, place["klass"])
        place["data_fault"] = await _fault_of(scene.world, school.id, place["klass"], place["pupil"])
        place["event"] = await _event_of(scene.world, school.id, place["klass"])
        author = school.staff["elsewhere"]
        place["notice"] = await notice_of(scene.world, school.id, place["klass"], author)
        place["office_notice"] = await notice_of(scene.world, school.id, None, author)
        place["note"] = await _remark_to(scene.world, school.id, school.staff["elsewhere"])
        place["binding"] = await _binding(scene.world, school.staff["elsewhere"])
    return places


def _relations(who: str, role: Role, about: str, place: str) -> set[Relation]:
    """Give how somebody stands to what a use case is about, as one would say it; not by the code under test."""
    if (who in AWAY) != (place == "away"):
        return {R.OUTSIDE}
    found = {R.OWN_SCHOOL}
    if about in ("lesson", "record") and role is Role.TEACHER:
        found |= LESSONS.get((who, place), set())
    if about == "child":
        found |= OWN_CHILD.get((who, place), set())
    if about != "school" and role is Role.CLASS_TEACHER and place in NEAR:
        found.add(R.OWN_KLASS)
    return found


def _expected(who: str, use: Use, place: str) -> bool:
    return all(
        any(_relations(who, role, use.about, place) & MATRIX[role][action] for role in ROLES[who])
        for action in use.actions
    )


class _Undone(Exception):
    """Rolls back what was only tried."""


async def _allowed(world: World, telegram: int, use: Use, place: dict[str, Any]) -> bool:
    async def tried(work: Work, command: Any) -> None:
        await use.usecase(work, command)
        raise _Undone

    try:
        await world.works.change(tried, use.command(place), telegram)
    except (Forbidden, Stranger, ConsentNeeded):
        return False
    except (Refusal, _Undone):
        return True
    raise AssertionError("neither refused nor tried")


def _cells() -> Iterator[tuple[str, Use, str]]:
    for use in USES:
        for place in ("whole", "two", "beside", "away", *(("replaced",) if use.about == "lesson" else ())):
            for who in ROLES:
                yield who, use, place


async def test_who_may_is_exactly_who_the_matrix_lets(world: World) -> None:
    wrong, allowed = [], 0
    async with scene_of(world) as scene:
        places = await _places(scene)
        for who, use, place in _cells():
            may = await _allowed(world, scene.people[who], use, places[place])
            allowed += may
            if may != _expected(who, use, place):
                wrong.append(f"{who} {'does' if may else 'is refused'} {use.usecase.__name__} at {place}")
    assert not wrong, "\n".join([f"{len(wrong)} cells", *wrong[:40]])
    assert allowed > 300


def test_every_use_case_of_a_router_is_tried() -> None:
    called = set()
    for file in sources():
        if file.path.startswith("bot/routers/"):
            called |= set(_used(file.tree))
    tried = {use.usecase.__name__ for use in USES}
    assert called - tried == ELSEWHERE.keys()


def _used(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in RUNS:
            case = node.args[0] if node.args else None
            if isinstance(case, ast.Name | ast.Attribute):
                yield case.id if isinstance(case, ast.Name) else case.attr
