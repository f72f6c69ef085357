"""Forged presses as every role: answered, nothing of others shown, nothing written without a right (E1, E4, E12)."""

import os
from collections.abc import Iterable
from itertools import islice
from random import Random
from typing import Any

from sqlalchemy import Table, select

from bot.callbacks import prefix_of
from bot.callbacks.calendar_files import OwnCalendarPress
from core.model.attendance import Presence
from core.model.audit import AuditKind
from core.storage.rows import (
    AbsenceNoteRow,
    AttachmentRow,
    AttendanceRow,
    AuditRow,
    BindingRow,
    EventRow,
    HomeworkRow,
    HomeworkTickRow,
    InvitationRow,
    LessonRow,
    MarkRow,
    RemarkRow,
    WorkRow,
)
from tests.security.presses import IDS, endless, enumerated, pools_of
from tests.security.scene import Scene, loud_logs, scene_of
from tests.world import World

PRESSES = int(os.environ.get("DIARY_FORGED_PRESSES", "5000"))
JOURNAL = (MarkRow, AttendanceRow, HomeworkRow, AttachmentRow, LessonRow, WorkRow, RemarkRow)
OTHERS = (AbsenceNoteRow, BindingRow, InvitationRow, AuditRow, EventRow, HomeworkTickRow)

# Those who write nothing come first; last the deputy, who may give lessons to others, and the administrator, who may
# close the others' accesses, too.
READERS = (
    *("stranger", "no consent", "pending", "ended", "guardian", "head", "inspector"),
    *("psychologist", "secretary", "working_group"),
)
WRITERS = ("student", "other school", "second", "substitute", "first", "supervisor", "deputy", "administrator")

# Where and by whom a lesson is given is the office's; what a coming one will be about stands in its group's plan.
PLACEMENT = {"substitute_id", "state", "day", "number", "planned_day", "planned_number", "starts_at", "ends_at", "room"}
TOPIC = {"topic", "plan_topic_id", "topic_at"}
PLACES = {"deputy": PLACEMENT | TOPIC, "administrator": PLACEMENT | TOPIC, "supervisor": TOPIC, "first": TOPIC}
PLACES |= {"second": TOPIC, "other school": TOPIC}

# Of these some presses leave a trace: a question about a mark, a word about an absence, a report taken as a file.
NOTED = {"guardian": ("absence_note", "audit", "event"), "head": ("audit",), "inspector": ("audit",)}

SEEING = ("guardian", "student", "first", "second", "substitute", "supervisor", "administrator", "head", "inspector")

# These may take sheets, reports and plans away as files; who teaches takes the calendar of the own lessons.
FILED = (
    *("supervisor", "administrator", "deputy", "head", "inspector", "working_group"),
    *("first", "second", "other school"),
)
OWN_LESSONS = (*FILED, "psychologist", "substitute")
OWN_CALENDAR = prefix_of(OwnCalendarPress)

Rows = dict[str, dict[int, tuple[Any, ...]]]


async def stored(world: World) -> Rows:
    """Give every row of the journal and of access."""
    found: Rows = {}
    for row in (*JOURNAL, *OTHERS):
        table: Table = row.__table__  # type: ignore[assignment]
        found[table.name] = {each.id: tuple(each) for each in await world.rows(select(table))}
    return found


def changed(before: Rows, after: Rows) -> dict[str, set[int]]:
    """Give the ids of the rows that differ, by table."""
    return {
        name: {key for key in before[name].keys() | rows.keys() if before[name].get(key) != rows.get(key)}
        for name, rows in after.items()
        if rows != before[name]
    }


async def _attack(scene: Scene, who: str, presses: Iterable[str]) -> list[str]:
    """Press everything as somebody; gives what went wrong."""
    faults = []
    for data in presses:
        if who == "no consent" and data.lstrip("+").startswith("ec:"):
            continue  # with it they would have consented
        try:
            heard = await scene.press(scene.people[who], data)
        except Exception as error:  # noqa: BLE001 - any one is a fault to tell of
            faults.append(f"{who} {data!r}: {error!r}")
            continue
        scene.read[who] += "Ъъ" in heard
        faults.extend(f"{who} {data!r} shows {each}" for each in scene.leaks(who, heard)[:1])
        if "[made file]" in heard and who not in (OWN_LESSONS if data.lstrip("+") == OWN_CALENDAR else FILED):
            faults.append(f"{who} {data!r} gives a file")
    return faults


async def test_forged_presses_do_and_show_nothing(world: World) -> None:
    random = Random(os.environ.get("DIARY_FORGED_SEED", "15 October"))
    faults: list[str] = []
    async with scene_of(world) as scene:
        pools = await pools_of(scene)
        share, kinds = PRESSES // len(READERS + WRITERS), len(scene.desk.presses)
        places = min(len(IDS), max(1, share // kinds - 1))
        with loud_logs() as logs:
            for who in READERS + WRITERS:
                before = await stored(world)
                faults += await _attack(scene, who, enumerated(scene, pools, random, places))
                rest = islice(endless(scene, pools, random), max(0, share - places * kinds))
                faults += await _attack(scene, who, rest)
                faults += [f"{who} changed {what}" for what in await _wrongs(scene, who, before)]
    assert not faults, "\n".join([f"{len(faults)} faults", *faults[:40]])
    assert all(scene.read[who] for who in SEEING), "who may see something saw nothing: the presses miss"
    assert "refused" in logs.getvalue()
    assert not [known for known in scene.canaries.all if known.sign in logs.getvalue()]


async def _wrongs(scene: Scene, who: str, before: Rows) -> list[str]:
    """Give which tables somebody changed that they may not."""
    after = _without_own_hours(scene, who, await stored(scene.world))
    touched = changed(before, after)
    if who in READERS:
        noted = NOTED.get(who, ())
        return [f"{name} {sorted(keys)[:5]}" for name, keys in touched.items() if name not in noted]
    if who == "student":
        for noted in ("homework_tick", "audit", "event"):
            touched.pop(noted, None)
        return [f"{name} {sorted(keys)[:5]}" for name, keys in touched.items()]
    return [
        f"{row.__tablename__} {key}"
        for row in JOURNAL
        for key in touched.get(row.__tablename__, ())
        if not _own(scene, who, row, key, before, after)
    ]


def _without_own_hours(scene: Scene, who: str, rows: Rows) -> Rows:
    """Leave out the traces of what anybody may choose for themselves: when the own letters come."""
    columns = [column.name for column in AuditRow.__table__.columns]
    kind, person = columns.index("kind"), columns.index("person_id")
    own = (AuditKind.PREFERENCE_CHOSEN, scene.persons.get(who) or scene.schools[0].staff.get(who))
    return {**rows, "audit": {key: row for key, row in rows["audit"].items() if (row[kind], row[person]) != own}}


def _own(scene: Scene, who: str, row: Any, key: int, before: Rows, after: Rows) -> bool:
    """Tell whether a changed row of the journal stands in a lesson that somebody fills."""
    near, far = scene.schools[0].klasses["7Ю"], scene.schools[1].klasses
    filled = {
        "second": {near.lessons["two"]},
        "substitute": {near.lessons["replaced"]},
        "first": {near.lessons["whole"], near.lessons["one"]},
        "other school": {lesson for klass in far.values() for lesson in klass.lessons.values()},
    }.get(who, set())
    found = after[row.__tablename__].get(key) or before[row.__tablename__][key]
    columns = dict(zip((column.name for column in row.__table__.columns), found, strict=True))
    if row is AttachmentRow:
        return bool(filled)
    if row is AttendanceRow and who == "supervisor":
        # The class teacher corrects the reasons of absences in every lesson of the own class.
        return columns["lesson_id"] in near.lessons.values() and columns["presence"] is not Presence.PRESENT
    if row is LessonRow and _is_placed(scene, who, columns, before[row.__tablename__].get(key)):
        return True
    return (columns["id"] if row is LessonRow else columns["lesson_id"]) in filled


def _is_placed(scene: Scene, who: str, after: dict[str, Any], before: tuple[Any, ...] | None) -> bool:
    """Tell whether a lesson of one's own school, class or group was only given another place or a topic ahead."""
    if before is None:
        return False
    home, away = scene.schools
    near = home.klasses["7Ю"]
    groups = {"first": ("whole", "one"), "second": ("two",), "supervisor": tuple(near.groups)}.get(who, ())
    mine = after["school_id"] == (away if who == "other school" else home).id
    if groups:
        mine = after["group_id"] in {near.groups[group] for group in groups}
    differ = {name for (name, now), then in zip(after.items(), before, strict=True) if now != then}
    return mine and differ <= PLACES.get(who, set())
