"""Forged presses: every kind of button with ids of one's own, of others, of nothing; data that no button has."""

from collections.abc import Iterator
from enum import EnumType
from random import Random
from typing import Any, get_args

from sqlalchemy import select

from bot.callbacks import Press, number_of, prefix_of
from bot.callbacks.entry import LostPress, WithdrawPress
from bot.callbacks.lost import ReportLostPress
from core.model.ids import ID_LIMIT
from core.storage.rows import BindingRow, PeriodRow
from tests.security.scene import Scene
from tests.world import TODAY

# Pressed with «sure» they end the presser's own access, which has tests of its own.
GENTLE = (LostPress, ReportLostPress, WithdrawPress)
IDS = ("own", "child", "group", "klass", "school", "nothing", "limit")
NOTHING = 987_654_321
NAMED = {"binding", "child", "digest", "group", "homework", "invitation", "klass", "lesson", "mark", "period", "person"}
NAMED |= {"remark", "school", "student", "subject", "task", "topic", "work", "final", "permission"}
NAMED |= {"thread", "complaint"}
NAMED |= {"appeal", "report", "operation", "letter", "note"}


class Pools:
    """Ids for the fields of buttons, by how far away what they name is."""

    def __init__(self, scene: Scene, periods: tuple[int, int], bindings: tuple[int, int]) -> None:
        home, away = scene.schools
        near, beside = home.klasses["7Ю"], home.klasses["8Я"]
        far = away.klasses["5Э"]
        other = near.known.students[1]
        shared = {"period": periods[0], "binding": bindings[0]}
        person = {"child": other, "student": other, "person": other}
        half = near.sheet["two"] | dict.fromkeys(("child", "student", "person"), near.known.students[3])
        self.ids: dict[str, dict[str, int]] = {
            "own": near.ids | shared,
            "child": near.ids | person | shared | {"homework": near.ids["own_task"], "task": near.ids["own_task"]},
            "group": near.ids | half | shared,
            "klass": beside.ids | shared,
            "school": far.ids | {"period": periods[1], "binding": bindings[1]},
        }

    def id(self, name: str, where: str) -> int:
        if where == "limit":
            return ID_LIMIT
        return self.ids.get(where, {}).get(name, NOTHING)


async def pools_of(scene: Scene) -> Pools:
    """Look up the ids that only the database knows; the bindings are nobody's of those who press."""
    schools = [school.id for school in scene.schools]
    found = [
        (await scene.world.rows(select(PeriodRow.id).where(PeriodRow.school_id == school)))[0][0] for school in schools
    ]
    staff = [school.staff["elsewhere"] for school in scene.schools]
    rows = [
        (await scene.world.rows(select(BindingRow.id).where(BindingRow.person_id == person)))[0][0] for person in staff
    ]
    return Pools(scene, (found[0], found[1]), (rows[0], rows[1]))


def data_of(kind: type[Press], pools: Pools, where: str, random: Random, *, mixed: bool = False) -> str:
    """Give the data of a press of a kind, its ids from one place, or each from another."""
    values: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        place = random.choice(IDS) if mixed else where
        values[name] = _value(kind, name, field.annotation, pools, place, random)
    return kind.model_construct(**values).pack()


def _value(kind: type[Press], name: str, wanted: Any, pools: Pools, where: str, random: Random) -> Any:
    special = None if wanted is bool else _special(name, pools, where, random)
    if special is not None:
        return special
    options = get_args(wanted)
    if type(None) in options and random.random() < 0.4:
        return None
    if options and isinstance(options[0], str):
        return random.choice(options)
    plain = options[0] if options else wanted
    if name == "sure" and kind in GENTLE:
        return False
    if name in NAMED:
        return pools.id(name, where)
    return _plain(plain, random)


def _special(name: str, pools: Pools, where: str, random: Random) -> int | str | None:
    """Give days, terms and reasons of final marks, as their buttons carry them."""
    if name in ("day", "month", "first", "last"):
        return number_of(TODAY) + random.choice((-7, -1, 0, 1, 7, 40))
    if name == "term":
        # With three ids at their limit it would be no button: those of today have two.
        return random.choice(("y", "e", "o", str(pools.id("period", "nothing" if where == "limit" else where))))
    return random.choice("05az") if name == "grounds" else None


def _plain(wanted: Any, random: Random) -> Any:
    if isinstance(wanted, EnumType):
        return random.choice(list(wanted))
    return random.random() < 0.6 if wanted is bool else random.choice((0, 1, 2, 5, 10, 9999))


def broken(data: str, random: Random) -> str:
    """Give data that is no button's: aliases of numbers, too few or many parts, wrong types, other alphabets."""
    parts = data.split(":")
    at = random.randrange(len(parts))
    part = parts[at]
    forms = (
        *("0" + part, "+" + part, " " + part, part + " ", "-" + part, part + ".0", part + "e0", "1_0", "", "0x1"),
        *("١٢", "１", "None", "null", "true", "NaN", "9" * 30, str(2**63), str(2**64 + 1), "-1", "0", "'; --", "\x00"),
        *("\u202e1", "1\u200b", "<b>", "😀", part + "\n"),
    )
    match random.randrange(6):
        case 0:
            return data[: random.randrange(len(data) + 1)]
        case 1:
            return data + ":" + random.choice(forms)
        case 2:
            return ("+" * random.randrange(1, 4)) + data
        case 3:
            return (data + ":") * 20
    return ":".join((*parts[:at], random.choice(forms), *parts[at + 1 :]))


def enumerated(scene: Scene, pools: Pools, random: Random, places: int) -> Iterator[str]:
    """Every kind of button with ids from so many places, in turn."""
    for kind in sorted((kind for kind, _ in scene.desk.presses.values()), key=prefix_of):
        for where in random.sample(IDS, places):
            yield data_of(kind, pools, where, random)


def endless(scene: Scene, pools: Pools, random: Random) -> Iterator[str]:
    """Mixed ids, and one in three broken."""
    kinds = sorted((kind for kind, _ in scene.desk.presses.values()), key=prefix_of)
    while True:
        data = data_of(random.choice(kinds), pools, random.choice(IDS), random, mixed=True)
        yield broken(data, random) if random.random() < 0.35 else data
