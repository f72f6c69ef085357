"""Hostile texts, files and updates from everybody: no exception, nothing shown, nothing written (E6, E7, D10)."""

import os
from datetime import datetime
from random import Random
from typing import Any

import pytest
from aiogram.types import Update

from bot.callbacks import marks, teacher
from bot.dispatcher import is_ours
from bot.intake import Intake
from core.model.mark import MarkValue
from locales import Translators
from tests.security.messages import ORIGIN, TEXTS, contents, foreign_updates, random_text, wrappings
from tests.security.scene import Scene, scene_of
from tests.security.test_presses import changed, stored
from tests.world import World

# Messages of each person; the known ones come first when there is room for all.
SHARE = int(os.environ.get("DIARY_HOSTILE_TEXTS", "900")) // 9
PEOPLE = ("stranger", "no consent", "pending", "ended", "guardian", "student", "first", "head", "administrator")


def _messages(random: Random) -> list[dict[str, Any]]:
    around = list(wrappings())
    texts = [*TEXTS, *(random_text(random) for _ in range(max(20, SHARE - 120)))]
    plain: list[dict[str, Any]] = [{"text": text} for text in texts]
    return [
        *plain,
        *contents(),
        *({"text": random.choice(texts)} | each for each in around),
        *(content | random.choice(around) for content in contents()),
    ]


def _some(random: Random, count: int) -> list[dict[str, Any]]:
    every = _messages(random)
    return random.sample(every, min(count, len(every)))


async def _told(scene: Scene, who: str, messages: list[dict[str, Any]]) -> list[str]:
    faults = []
    for content in messages:
        try:
            heard = await scene.say(scene.people[who], **content)
        except Exception as error:  # noqa: BLE001 - any one is a fault to tell of
            faults.append(f"{who} {str(content)[:120]!r}: {error!r}")
            continue
        faults += [f"{who} {str(content)[:120]!r} shows {each}" for each in scene.leaks(who, heard)]
        if not heard:
            faults.append(f"{who} {str(content)[:120]!r} is not answered")
    return faults


async def test_whatever_is_typed_or_sent_does_nothing(world: World) -> None:
    random = Random("typed")
    faults: list[str] = []
    async with scene_of(world) as scene:
        before = await stored(world)
        for who in PEOPLE:
            faults += await _told(scene, who, _some(random, SHARE))
        assert not faults, "\n".join([f"{len(faults)} faults", *faults[:30]])
        assert not changed(before, await stored(world))


FORMS = (
    lambda ids: teacher.WriteHomeworkPress(lesson=ids["lesson"]),
    lambda ids: teacher.WriteRemarkPress(lesson=ids["lesson"], student=ids["student"]),
    lambda ids: teacher.TopicsPress(lesson=ids["lesson"]),
    lambda ids: teacher.RewriteTaskPress(task=ids["task"]),
    lambda ids: marks.DictatePress(work=ids["work"]),
    lambda ids: marks.WorkTitlePress(work=ids["work"]),
    lambda ids: marks.CommentPress(mark=ids["mark"]),
    lambda ids: marks.OwnReasonPress(mark=ids["mark"], value=MarkValue.THREE),
)


@pytest.mark.parametrize("form", range(len(FORMS)))
async def test_whatever_is_typed_into_a_form_is_answered(world: World, form: int) -> None:
    random = Random(f"form {form}")
    faults: list[str] = []
    async with scene_of(world) as scene:
        data = FORMS[form](scene.schools[0].klasses["7Ю"].ids).pack()
        for content in _some(random, 40):
            await scene.press(scene.people["first"], data)
            faults += await _told(scene, "first", [content])
    assert not faults, "\n".join([f"{len(faults)} faults", *faults[:30]])


def _is_for_strangers(heard: str) -> bool:
    """Tell whether it is one of the two things that a group may hear that is bound to no class."""
    tr = Translators.load(strict=True)["ru"]
    return any(heard.startswith(f"{tr.plain(text)} ") for text in ("group-in-private", "group-hello"))


async def test_updates_of_other_kinds_have_no_effect(world: World) -> None:
    async with scene_of(world) as scene:
        before = await stored(world)
        for who in PEOPLE:
            for content in foreign_updates(scene.people[who], scene.at):
                if not content.keys() <= Update.model_fields.keys() or not content:
                    assert not is_ours(content), content
                    continue
                heard = await scene.update(**content)
                assert not heard.strip("None \n") or _is_for_strangers(heard), (content, heard)
        assert not changed(before, await stored(world))


async def test_a_press_from_elsewhere_is_answered_in_the_private_chat(world: World) -> None:
    async with scene_of(world) as scene:
        group = {"id": -100500, "type": "supergroup", "title": "7Ю"}
        child = scene.schools[0].klasses["7Ю"].ids["child"]
        for message in (
            {"message_id": 7, "date": scene.at, "chat": group, "text": "…"},
            {"message_id": 7, "date": 0, "chat": {"id": scene.people["guardian"], "type": "private"}},
            None,
        ):
            scene.ears.chatted.clear()
            await scene.press(scene.people["guardian"], f"fd:{child}:0", message=message, inline_message_id="i")
            assert scene.ears.chatted == {scene.people["guardian"]}
            assert not scene.ears.edited


async def test_half_a_sign_does_not_stop_the_intake(world: World) -> None:
    handled = []

    async def handle(raw: dict[str, Any], update_id: int, received_at: datetime) -> None:
        handled.append(update_id)

    async def give_up(raw: dict[str, Any]) -> None:
        raise AssertionError(raw)

    intake = Intake(world.works, handle, give_up)
    await intake.keep([{"update_id": 1, "message": {"text": "\ud83d"}}, {"update_id": 2, "message": {"text": "x"}}])
    await intake.drained()
    await intake.stop(1)
    assert sorted(handled) == [1, 2]


async def test_a_forwarded_command_is_none(world: World) -> None:
    async with scene_of(world) as scene:
        before = await stored(world)
        for text in ("/start ABCD-EFGH-JKLM-NPQR", "/lost", "/menu"):
            await scene.say(scene.people["guardian"], text, forward_origin=ORIGIN)
        assert not changed(before, await stored(world))
