"""The bot in groups: it greets, waits for its class teacher, says nothing personal, and leaves (NTF-0)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select, update

from core.model.ids import KlassId
from core.model.people import Role
from core.storage.rows import AuditRow, GroupChatRow, KlassRow
from core.usecases.group_chats import OpenKlassChats, issue_group_code
from tests.chats.stage import Stage, staged
from tests.classroom import classroom
from tests.fakes.telegram import Said
from tests.world import World

GROUP = -100_500


@dataclass
class Scene:
    """7Б with its class teacher and a mother, and the stage they talk on."""

    stage: Stage
    klass: KlassId
    supervisor: int
    mother: int
    deputy: int

    async def member(self, status: str, chat: int = GROUP, kind: str = "supergroup") -> list[Said]:
        bot = {"id": 42, "is_bot": True, "first_name": "Diary"}
        more = {"until_date": 0} if status == "kicked" else {}
        changed = {
            "chat": {"id": chat, "type": kind, "title": "Родители <7Б>"},
            "from": {"id": self.mother, "is_bot": False, "first_name": "X"},
            "date": 1,
            "old_chat_member": {"user": bot, "status": "left"},
            "new_chat_member": {
                "user": bot,
                "status": status,
                **more,
                **(_RIGHTS if status == "administrator" else {}),
            },
        }
        return await self.stage._update(my_chat_member=changed)

    async def write(self, who: int, text: str = "", chat: int = GROUP, **more: Any) -> list[Said]:
        message = {
            "message_id": 5,
            "date": int(self.stage.world.clock.now().timestamp()),
            "chat": {"id": chat, "type": "supergroup", "title": "Родители <7Б>"},
            "from": {"id": who, "is_bot": False, "first_name": "X"},
            **({"text": text} if text else {}),
            **more,
        }
        return await self.stage._update(message=message)

    async def code(self) -> str:
        return (await self.stage.world.do(issue_group_code, OpenKlassChats(self.klass), self.supervisor)).code

    async def rows(self) -> list[Any]:
        columns = (GroupChatRow.chat_id, GroupChatRow.klass_id, GroupChatRow.bound_at, GroupChatRow.ended_at)
        return await self.stage.world.rows(select(*columns).order_by(GroupChatRow.id))


_RIGHTS = dict.fromkeys(
    (
        "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
        "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
        "can_edit_stories", "can_delete_stories", "can_send_welcome_messages",
    ),
    False,
)  # fmt: skip


@pytest.fixture
async def scene(world: World) -> AsyncIterator[Scene]:
    room = await classroom(world)
    supervisor = await world.staff("Сомова Нина Павловна")
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=supervisor)))
    mother = await world.enter(await world.guardian("Волкова Ирина Львовна", room.students[0]))
    deputy = await world.enter(await world.staff("Тихонова Мария Олеговна", Role.DEPUTY))
    chat = await world.enter(supervisor)
    async with staged(world) as stage:
        yield Scene(stage, KlassId(room.klass.id), chat, mother, deputy)


def _chats(said: list[Said]) -> list[tuple[int, str]]:
    return [(each.chat, each.how) for each in said]


async def test_a_group_is_bound_by_code_and_by_a_tap_in_private(scene: Scene) -> None:
    (hello,) = await scene.member("member")
    assert "классный руководитель" in hello.text
    asked = await scene.write(scene.supervisor, f"/start@school_diary_bot {await scene.code()}")
    assert _chats(asked) == [(scene.supervisor, "sent"), (GROUP, "sent")]
    assert "Родители &lt;7Б&gt;" in asked[0].text
    assert (await scene.rows())[0].bound_at is None
    told = await scene.stage.press(scene.supervisor, "Да, подключить")
    assert (GROUP, "sent") in _chats(told)
    assert (await scene.rows())[0].bound_at is not None
    kinds = [row[0] for row in await scene.stage.world.rows(select(AuditRow.kind))]
    assert kinds == ["group_chat.bound"]
    await scene.stage.press(scene.supervisor, "Выйти из")
    left = await scene.stage.press(scene.supervisor, "Да, выйти")
    assert (GROUP, "left") in _chats(left)
    assert (await scene.rows())[0].ended_at is not None


async def test_the_class_teacher_finds_the_way_in_private(scene: Scene) -> None:
    for step in ("/start", "[Мой класс]", "[События]", "[Чат класса]", "[Подключить группу]"):
        said = (
            await scene.stage.press(scene.supervisor, step[1:-1])
            if step[0] == "["
            else await scene.stage.say(scene.supervisor, step)
        )
    shown = said[-1].message
    assert shown is not None
    address = shown.data_of("Выбрать группу") or ""
    assert address.startswith("https://t.me/school_diary_bot?startgroup=")
    code = address.partition("startgroup=")[2]
    assert len(address) < 200
    assert code in shown.text
    await scene.member("member")
    assert (scene.supervisor, "sent") in _chats(await scene.write(scene.supervisor, f"/start {code}"))


@pytest.mark.parametrize("who", ["mother", "deputy", "stranger"])
async def test_a_code_is_worth_nothing_to_others(scene: Scene, who: str) -> None:
    await scene.member("member")
    other = 4_000_000 if who == "stranger" else getattr(scene, who)
    said = await scene.write(other, f"/start {await scene.code()}")
    assert _chats(said) == [(GROUP, "sent"), (GROUP, "left")]
    assert (await scene.rows())[0].ended_at is not None


async def test_an_old_or_wrong_code_ends_it(scene: Scene) -> None:
    await scene.member("member")
    code = await scene.code()
    scene.stage.world.clock.shift(minutes=31)
    assert (GROUP, "left") in _chats(await scene.write(scene.supervisor, f"/start {code}"))
    await scene.member("member")
    assert (GROUP, "left") in _chats(await scene.write(scene.supervisor, "/start 2345-ABCD-EFGH-JKLM"))


async def test_a_code_counts_once_and_not_forwarded_nor_anonymous(scene: Scene) -> None:
    await scene.member("member")
    code = await scene.code()
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "X"}
    assert await scene.write(scene.supervisor, f"/start {code}", forward_origin=origin) == []
    sender = {"id": GROUP, "type": "supergroup", "title": "Родители"}
    said = await scene.write(1087968824, f"/start {code}", sender_chat=sender)
    assert [each.how for each in said] == ["sent"]
    await scene.write(scene.supervisor, f"/start {code}")
    again = await scene.write(scene.supervisor, f"/start {code}", chat=GROUP)
    assert (GROUP, "left") in _chats(again)


async def test_commands_and_presses_in_a_group_show_nothing_personal(scene: Scene) -> None:
    await scene.member("member")
    await scene.write(scene.supervisor, f"/start {await scene.code()}")
    await scene.stage.press(scene.supervisor, "Да, подключить")
    (said,) = await scene.write(scene.mother, "/start")
    assert (said.chat, said.text) == (GROUP, "Личное – только в личном чате.")
    assert await scene.write(scene.mother, "/menu") == []
    assert await scene.write(scene.mother, "Дарья сегодня болеет") == []
    scene.stage.world.clock.shift(minutes=6)
    assert len(await scene.write(scene.mother, "/help")) == 1
    group = {"message_id": 9, "date": 1, "chat": {"id": GROUP, "type": "supergroup"}, "text": "…"}
    query = {
        "id": "q-group",
        "from": {"id": scene.mother, "is_bot": False, "first_name": "X"},
        "chat_instance": "1",
        "data": "h",
        "message": group,
    }
    said_there = [each for each in await scene.stage._update(callback_query=query) if each.chat == GROUP]
    assert said_there == []


async def test_nobody_else_binds_or_reads_the_groups_of_a_class(scene: Scene) -> None:
    await scene.member("member")
    await scene.write(scene.supervisor, f"/start {await scene.code()}")
    for who in (scene.mother, scene.deputy):
        for data in (f"ig:{scene.klass}", f"igc:{scene.klass}", "igb:1", "igr:1:1"):
            await scene.stage.say(who, "/start")
            await scene.stage.press_data(who, data)
    row = (await scene.rows())[0]
    assert (row.bound_at, row.ended_at) == (None, None)


async def test_it_is_noted_when_the_bot_is_taken_out_and_comes_again(scene: Scene) -> None:
    await scene.member("member")
    assert await scene.member("administrator") == []
    assert await scene.member("left") == []
    assert (await scene.rows())[0].ended_at is not None
    assert len(await scene.member("member")) == 1
    assert (await scene.rows())[0].ended_at is None


async def test_a_group_that_becomes_a_supergroup_is_followed(scene: Scene) -> None:
    await scene.member("member", chat=-77, kind="group")
    await scene.write(scene.mother, chat=-77, migrate_to_chat_id=-100_77)
    assert [row.chat_id for row in await scene.rows()] == [-100_77]


async def test_a_channel_is_left(scene: Scene) -> None:
    assert _chats(await scene.member("administrator", chat=-9, kind="channel")) == [(-9, "left")]
    assert await scene.rows() == []
