"""Within one lesson, too, a word to one family is for that family, its author and readers of the diary (E9, JRN-7)."""

import pytest

from core.model.ids import LessonId, PersonId
from core.usecases.lesson_reading import OpenLesson, lesson_card
from core.usecases.remarks import WriteRemark, write_remark
from tests.security.scene import scene_of
from tests.world import World

READERS = ("substitute", "supervisor", "deputy", "head", "inspector")
OTHERS = ("first", "administrator", "working_group")


@pytest.mark.parametrize("who", READERS + OTHERS)
async def test_a_colleagues_remark_is_for_those_who_may_read_the_diary(world: World, who: str) -> None:
    async with scene_of(world) as scene:
        klass, sign = scene.schools[0].klasses["7Ю"], scene.canaries.new("a", "remark", klass="7Ю")
        lesson = LessonId(klass.lessons["replaced"])
        note = WriteRemark(lesson, PersonId(klass.known.students[0]), sign)
        await world.do(write_remark, note, scene.people["substitute"])
        view = await world.see(lesson_card, OpenLesson(lesson), scene.people[who])
        assert (sign in str(view.card.remarks)) == (who in READERS)
        assert (sign in await scene.press(scene.people[who], f"tl:{lesson}:0")) == (who in READERS)
