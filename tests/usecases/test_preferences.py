"""What a person chooses of being told: kept for the account alone, refused with a reason, in the trail (NTF-3)."""

from datetime import time
from typing import Any

import pytest
from sqlalchemy import event, select

from core.model.audit import AuditKind
from core.model.errors import Forbidden, Refusal, Stranger
from core.model.ids import PersonId
from core.model.preferences import Hours, Quiet, Telling, Topic
from core.storage.rows import AuditRow
from core.usecases.preferences import (
    ChooseDigest,
    ChooseQuiet,
    ChooseTelling,
    CopyTellings,
    ShowPreferences,
    ShowTopics,
    choose_digest,
    choose_quiet,
    choose_telling,
    copy_tellings,
    show_preferences,
    show_topics,
)
from tests.world import World


@pytest.fixture
async def family(world: World) -> dict[str, Any]:
    """A mother and a father of two children of one name in two classes; a neighbour; a teacher."""
    seven = await world.klass("7Б", ["Орлова Анна", "Панина Вера"])
    four = await world.klass("4А", ["Орлова Анна"])
    children = (PersonId(seven.students[0]), PersonId(four.students[0]))
    mother = await world.guardian("Орлова Екатерина Павловна", *children)
    father = await world.guardian("Орлов Пётр Ильич", *children)
    return {
        "older": children[0],
        "younger": children[1],
        "mother": await world.enter(mother),
        "father": await world.enter(father),
        "anna": await world.enter(children[0]),
        "neighbour": await world.enter(await world.guardian("Панина Нина Марковна", seven.students[1])),
        "teacher": await world.enter(await world.staff("Зимина Анна Петровна")),
        "world": world,
    }


async def _choose(family: dict[str, Any], who: str, topic: Topic, telling: Telling, child: str = "older") -> Any:
    return await family["world"].do(choose_telling, ChooseTelling(family[child], topic, telling), family[who])


async def _tellings(family: dict[str, Any], who: str, child: str = "older") -> Any:
    return (await family["world"].see(show_topics, ShowTopics(family[child]), family[who])).tellings


async def test_each_reader_and_each_child_stand_alone(family: dict[str, Any]) -> None:
    await _choose(family, "mother", Topic.HOMEWORK, Telling.OFF)
    assert (await _tellings(family, "mother"))[Topic.HOMEWORK] is Telling.OFF
    for who, child in (("mother", "younger"), ("father", "older"), ("anna", "older")):
        assert (await _tellings(family, who, child))[Topic.HOMEWORK] is Telling.NOW


async def test_students_and_parents_begin_differently(family: dict[str, Any]) -> None:
    parents, own = await _tellings(family, "mother"), await _tellings(family, "anna")
    assert (parents[Topic.EVENING], parents[Topic.FRIDAY]) == (Telling.OFF, Telling.NOW)
    assert (own[Topic.EVENING], own[Topic.FRIDAY]) == (Telling.NOW, Telling.OFF)


@pytest.mark.parametrize("topic", [Topic.MARKS, Topic.RESULTS, Topic.ATTENDANCE, Topic.NOTICES, Topic.MESSAGES])
async def test_what_the_school_has_to_tell_is_not_switched_off(family: dict[str, Any], topic: Topic) -> None:
    with pytest.raises(Refusal) as refused:
        await _choose(family, "mother", topic, Telling.OFF)
    assert refused.value.code == "telling-mandatory"
    if topic is Topic.MARKS:
        assert refused.value.values["clause"] == "003 §1.10"
    assert (await _choose(family, "mother", topic, Telling.DIGEST)).tellings[topic] is Telling.DIGEST


async def test_a_letter_of_the_clock_is_in_no_digest(family: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        await _choose(family, "mother", Topic.FRIDAY, Telling.DIGEST)


async def test_nobody_chooses_of_another_child(family: dict[str, Any]) -> None:
    for who in ("neighbour", "teacher"):
        with pytest.raises(Forbidden):
            await _choose(family, who, Topic.HOMEWORK, Telling.OFF)
        with pytest.raises(Forbidden):
            await family["world"].see(show_topics, ShowTopics(family["older"]), family[who])
    with pytest.raises(Stranger):
        await family["world"].do(choose_quiet, ChooseQuiet(22, 7), 4)


async def test_the_other_children_as_this_one(family: dict[str, Any]) -> None:
    await _choose(family, "mother", Topic.HOMEWORK, Telling.DIGEST)
    await _choose(family, "mother", Topic.FORECAST, Telling.OFF, "younger")
    await family["world"].do(copy_tellings, CopyTellings(family["older"]), family["mother"])
    assert await _tellings(family, "mother", "younger") == await _tellings(family, "mother")
    assert (await _tellings(family, "mother", "younger"))[Topic.FORECAST] is Telling.NOW
    assert (await _tellings(family, "father", "younger"))[Topic.HOMEWORK] is Telling.NOW


async def test_quiet_hours_move_the_digest_before_them(family: dict[str, Any]) -> None:
    world, mother = family["world"], family["mother"]
    found = await world.do(choose_quiet, ChooseQuiet(19, 6), mother)
    assert found.hours == Hours(Quiet(time(19), time(6)), time(18))
    with pytest.raises(Refusal) as refused:
        await world.do(choose_digest, ChooseDigest(19), mother)
    assert refused.value.code == "digest-hour"
    assert (await world.do(choose_quiet, ChooseQuiet(None, None), mother)).hours == Hours(None, time(18))
    assert (await world.do(choose_digest, ChooseDigest(21), mother)).hours == Hours(None, time(21))
    assert (await world.see(show_preferences, ShowPreferences(), family["father"])).hours == Hours()


@pytest.mark.parametrize("hours", [(7, 21), (21, 21), (21, 12), (18, 7), (None, 7), (21, None), (3, 5)])
async def test_nobody_is_silent_all_day(family: dict[str, Any], hours: tuple[int | None, int | None]) -> None:
    with pytest.raises(Refusal) as refused:
        await family["world"].do(choose_quiet, ChooseQuiet(*hours), family["mother"])
    assert refused.value.code == "quiet-hours"


@pytest.mark.parametrize("hour", [0, 7, 16, 22, 23])
async def test_a_digest_comes_in_the_evening(family: dict[str, Any], hour: int) -> None:
    with pytest.raises(Refusal):
        await family["world"].do(choose_digest, ChooseDigest(hour), family["mother"])


async def test_the_staff_has_hours_and_no_children(family: dict[str, Any]) -> None:
    found = await family["world"].see(show_preferences, ShowPreferences(), family["teacher"])
    assert (found.children, found.hours) == ((), Hours())
    found = await family["world"].do(choose_quiet, ChooseQuiet(20, 7), family["teacher"])
    assert found.hours.quiet == Quiet(time(20), time(7))


async def test_choices_stand_in_the_trail_once_each(family: dict[str, Any]) -> None:
    for _ in range(2):
        await _choose(family, "mother", Topic.HOMEWORK, Telling.OFF)
        await family["world"].do(choose_quiet, ChooseQuiet(22, 6), family["mother"])
    chosen = select(AuditRow.before, AuditRow.after, AuditRow.student_id).order_by(AuditRow.seq)
    rows = await family["world"].rows(chosen.where(AuditRow.kind == AuditKind.PREFERENCE_CHOSEN))
    assert [tuple(row) for row in rows] == [
        ("homework:now", "homework:off", family["older"]),
        ("quiet:21-07,digest:19", "quiet:22-06,digest:19", None),
    ]


async def test_screens_cost_four_statements(family: dict[str, Any]) -> None:
    world = family["world"]
    await _choose(family, "mother", Topic.HOMEWORK, Telling.OFF)
    statements: list[str] = []
    event.listen(world.engines.reader.sync_engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    await world.works.read(show_topics, ShowTopics(family["older"]), family["mother"])
    assert len(statements) <= 4
    statements.clear()
    await world.works.read(show_preferences, ShowPreferences(), family["mother"])
    assert len(statements) <= 4
