"""Files up and down, by upload, attach:// and id; what outlives the process."""

import struct
import zlib
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.sandbox import Sandbox, Upload
from tests.sandbox.conftest import CAST, MOTHER, STRANGER, Bot, MakeSandbox


def png(width: int = 40, height: int = 30) -> bytes:
    """A real picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x30\x90\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


async def test_a_photo_goes_up_and_again_by_its_id(sandbox: Sandbox, bot: Bot) -> None:
    body = await bot.send_form(
        "sendPhoto", {"photo": ("p.png", png())}, chat_id=str(MOTHER), caption="<b>5</b>", parse_mode="HTML"
    )
    photo = body["result"]["photo"][-1]
    assert (photo["width"], photo["height"], body["result"]["caption"]) == (40, 30, "5")
    again = await bot.do("sendPhoto", chat_id=MOTHER, photo=photo["file_id"])
    assert again["photo"][-1]["file_unique_id"] == photo["file_unique_id"]
    assert sandbox.violations == []


async def test_a_document_comes_down_as_it_went_up(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.person(MOTHER).upload(
        "document", Upload("Справка.pdf", "application/pdf", b"%PDF-content"), caption="справка"
    )
    [update] = await bot.do("getUpdates")
    document = update["message"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("Справка.pdf", "application/pdf")
    told = await bot.do("getFile", file_id=document["file_id"])
    async with bot.http.get(f"{bot.base}/file/bot{bot.token}/{told['file_path']}") as answer:
        assert await answer.read() == b"%PDF-content"
    async with bot.http.get(f"{bot.base}/file/bot{bot.token}/documents/none.pdf") as answer:
        assert (answer.status, (await answer.json())["description"]) == (404, "Not Found")
    async with bot.http.get(f"{bot.base}/file/bot1:x/{told['file_path']}") as answer:
        assert answer.status == 401


async def test_album_and_media_edit_by_attach(sandbox: Sandbox, bot: Bot) -> None:
    album = '[{"type":"photo","media":"attach://a","caption":"first"},{"type":"photo","media":"attach://b"}]'
    files = {"a": ("a.png", png()), "b": ("b.png", png(50, 50))}
    body = await bot.send_form("sendMediaGroup", files, chat_id=str(MOTHER), media=album)
    first, second = body["result"]
    assert first["media_group_id"] == second["media_group_id"]
    media = '{"type":"document","media":"attach://c","caption":"table"}'
    where = {"chat_id": str(MOTHER), "message_id": str(first["message_id"])}
    edited = await bot.send_form("editMessageMedia", {"c": ("marks.xlsx", b"PK-sheet")}, media=media, **where)
    assert edited["result"]["document"]["file_name"] == "marks.xlsx"
    assert "photo" not in edited["result"]
    caption = await bot.do("editMessageCaption", chat_id=MOTHER, message_id=first["message_id"], caption="other")
    assert caption["caption"] == "other"
    assert sandbox.violations == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (png(10_000, 1), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_what_is_no_photo_is_refused(bot: Bot, content: bytes, words: str) -> None:
    body = await bot.send_form("sendPhoto", {"photo": ("p.png", content)}, chat_id=str(MOTHER))
    assert body["description"] == f"Bad Request: {words}"


async def test_wrong_ids_are_refused(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.person(MOTHER).upload("document", Upload("a.txt", "text/plain", b"x"))
    document = sandbox.person(MOTHER).messages[0]["document"]["file_id"]
    unknown = await bot.refused("sendDocument", chat_id=MOTHER, document="BQAC-unknown")
    assert unknown == (400, "Bad Request: wrong file identifier/HTTP URL specified")
    kind = await bot.refused("sendPhoto", chat_id=MOTHER, photo=document)
    assert kind == (400, "Bad Request: can't use file of type Document as Photo")
    assert await bot.refused("getFile", file_id="x") == (400, "Bad Request: invalid file_id")
    long = await bot.refused("sendDocument", chat_id=MOTHER, document=document, caption="x" * 1025)
    assert long == (400, "Bad Request: message caption is too long")


async def test_chats_outlive_the_process(make_sandbox: MakeSandbox, http: ClientSession, tmp_path: Path) -> None:
    store = tmp_path / "chats.json"
    first = make_sandbox(store)
    await first.start("127.0.0.1", 0)
    first.open(CAST)
    bot = Bot(http, first.api_base)
    said = first.person(MOTHER).say("Здравствуйте")
    first.person(MOTHER).upload("photo", Upload("p.png", "image/png", png()))
    first.person(STRANGER).start("K7Q2-MPX4")
    await bot.do("sendMessage", chat_id=MOTHER, text="Добрый день")
    await bot.do("setMyCommands", commands=[{"command": "day", "description": "День"}])
    updates = await bot.do("getUpdates")
    first.clock.set(first.clock.now().replace(hour=14))
    await first.stop()

    second = make_sandbox(store)
    await second.start("127.0.0.1", 0)
    bot = Bot(http, second.api_base)
    assert await bot.do("sendMessage", chat_id=STRANGER, text="ещё до выбора людей")
    second.open(CAST)
    messages = second.person(MOTHER).messages
    assert [message.get("text") for message in messages] == ["Здравствуйте", None, "Добрый день"]
    photo = messages[1]["photo"][-1]["file_id"]
    assert await bot.do("sendPhoto", chat_id=MOTHER, photo=photo)
    assert await bot.do("getUpdates") == updates
    after = second.person(MOTHER).say("после")
    assert after["message_id"] > said["message_id"] + 4
    assert (await bot.do("getUpdates"))[-1]["update_id"] > updates[-1]["update_id"]
    assert second.clock.now().hour == 14
    assert await bot.do("getMyCommands") == [{"command": "day", "description": "День"}]
    await second.stop()


async def test_an_unreadable_store_is_put_aside(make_sandbox: MakeSandbox, tmp_path: Path) -> None:
    store = tmp_path / "chats.json"
    store.write_text("{ torn", encoding="utf-8")
    sandbox = make_sandbox(store)
    await sandbox.start("127.0.0.1", 0)
    sandbox.open(CAST)
    await sandbox.stop()
    assert (tmp_path / "chats.json.broken").read_text(encoding="utf-8") == "{ torn"
    assert store.is_file()
