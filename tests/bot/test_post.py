"""Letters with files over real HTTP: what reaches the chat of a server that refuses what Telegram refuses (CLS-3)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.post import TelegramPost
from bot.sandbox import ApiError, CastMember, Fault, MovableClock, Sandbox, Upload, too_many_requests
from core.model.homework import FileKind
from core.model.ids import LetterId
from locales import Translators
from notifications.letter import Act, LetterFile
from notifications.parcels import Parcels
from notifications.post import Broken, ChatGone, Down, Outgoing, OutgoingButton, Sent, TooFast, Unclear
from tests.sandbox.test_files import png

TOKEN = "1000001:SANDBOX-test"
MOTHER, STRANGER = 501, 503
CAST = (
    CastMember(MOTHER, "Анна Лугова", "мама Миши, 7Б", "Семьи"),
    CastMember(STRANGER, "Олег Озёрный", "папа", "Семьи", start="K7Q2-MPX4"),
)
BUTTON = ((OutgoingButton("Открыть", Act.TODAY),),)
NOTE = "📎 Вложение показать не удалось."


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A server with one mother who talks to the bot."""
    words = Translators.load(strict=True)
    clock = MovableClock(datetime(2026, 10, 15, 6, 5, tzinfo=UTC))
    sandbox = Sandbox(clock=clock, token=TOKEN, timezone=ZoneInfo("Europe/Moscow"), translators=words)
    await sandbox.start("127.0.0.1", 0)
    sandbox.open(CAST)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def post(sandbox: Sandbox) -> AsyncIterator[TelegramPost]:
    """The bot's post, talking to that server."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.api_base))
    bot = Bot(TOKEN, session=session)
    yield TelegramPost(bot)
    await session.close()


def _file(sandbox: Sandbox, kind: FileKind, name: str = "a.pdf") -> LetterFile:
    content = png() if kind is FileKind.PHOTO else b"content"
    message = sandbox.person(MOTHER).upload(kind.value, Upload(name, "application/octet-stream", content))
    described = message[kind.value]
    return LetterFile(kind, described[-1]["file_id"] if isinstance(described, list) else described["file_id"])


def _told(sandbox: Sandbox) -> list[dict[str, Any]]:
    return [message for message in sandbox.person(MOTHER).messages if message["from"]["is_bot"]]


@pytest.mark.parametrize("kind", list(FileKind))
async def test_a_file_goes_with_its_words_and_buttons(sandbox: Sandbox, post: TelegramPost, kind: FileKind) -> None:
    file = _file(sandbox, kind)
    sent = await Parcels(post.send).send(LetterId(1), Outgoing(MOTHER, "<b>Лугов</b>", BUTTON, files=(file,)))
    [message] = _told(sandbox)
    assert sent == Sent(message["message_id"], (message["message_id"],))
    assert (message["caption"], kind.value in message, "reply_markup" in message) == ("Лугов", True, True)
    assert sandbox.violations == []


async def test_long_words_come_below_their_file(sandbox: Sandbox, post: TelegramPost) -> None:
    letter = Outgoing(MOTHER, f"<b>{'😀' * 513}</b>", BUTTON, files=(_file(sandbox, FileKind.PHOTO),))
    sent = await Parcels(post.send).send(LetterId(1), letter)
    photo, words = _told(sandbox)
    assert "caption" not in photo
    assert words["text"] == "😀" * 513
    assert "reply_markup" in words
    assert sent == Sent(words["message_id"], (photo["message_id"],))


async def test_many_files_are_albums_of_their_kind_and_the_words_come_last(
    sandbox: Sandbox, post: TelegramPost
) -> None:
    kinds = [FileKind.DOCUMENT, FileKind.PHOTO, FileKind.VOICE, FileKind.VIDEO, *[FileKind.PHOTO] * 10]
    letter = Outgoing(MOTHER, "words", BUTTON, files=tuple(_file(sandbox, kind) for kind in kinds))
    sent = await Parcels(post.send).send(LetterId(1), letter)
    told = _told(sandbox)
    albums = [message.get("media_group_id") for message in told]
    assert len(set(albums[:10])) == 1
    assert len(set(albums[10:12])) == 1
    assert albums[12:] == [None] * 3
    assert [next(key for key in message if key in {*FileKind, "text"}) for message in told[12:]] == [
        "document",
        "voice",
        "text",
    ]
    assert isinstance(sent, Sent)
    assert len(sent.files) == 14
    assert sent.message_id == told[-1]["message_id"]
    assert sandbox.violations == []


async def test_a_refused_file_leaves_the_words_and_says_so(sandbox: Sandbox, post: TelegramPost) -> None:
    lost = LetterFile(FileKind.PHOTO, "of-another-bot")
    letter = Outgoing(MOTHER, "words", BUTTON, files=(lost,), without_files=NOTE)
    assert isinstance(await Parcels(post.send).send(LetterId(1), letter), Sent)
    [message] = _told(sandbox)
    assert message["text"] == f"words\n\n{NOTE}"
    assert "reply_markup" in message


async def test_of_an_album_only_what_is_refused_is_missing(sandbox: Sandbox, post: TelegramPost) -> None:
    files = (
        _file(sandbox, FileKind.PHOTO),
        LetterFile(FileKind.PHOTO, "of-another-bot"),
        _file(sandbox, FileKind.PHOTO),
    )
    sent = await Parcels(post.send).send(LetterId(1), Outgoing(MOTHER, "words", files=files, without_files=NOTE))
    *photos, words = _told(sandbox)
    assert len(photos) == 2
    assert str(words["text"]).endswith(NOTE)
    assert isinstance(sent, Sent)
    assert len(sent.files) == 2


async def test_a_caption_is_edited_and_its_file_stays(sandbox: Sandbox, post: TelegramPost) -> None:
    file = _file(sandbox, FileKind.DOCUMENT)
    letter = Outgoing(MOTHER, "before", BUTTON, files=(file,))
    sent = await post.send(letter)
    assert isinstance(sent, Sent)
    after = Outgoing(MOTHER, "after")
    assert await post.edit(sent.message_id, after, caption=True) == Sent(sent.message_id, (sent.message_id,))
    assert isinstance(await post.edit(sent.message_id, after, caption=True), Sent)
    [message] = _told(sandbox)
    assert message["caption"] == "after"
    assert "document" in message


async def test_what_is_gone_counts_as_done_and_what_is_old_stays(sandbox: Sandbox, post: TelegramPost) -> None:
    sent = await post.send(Outgoing(MOTHER, "words"))
    assert isinstance(sent, Sent)
    sandbox.clock.set(sandbox.clock.now().replace(day=18))
    assert isinstance(await post.delete(MOTHER, sent.message_id), Broken)
    assert isinstance(await post.delete(MOTHER, 99), Sent)
    assert isinstance(await post.edit(99, Outgoing(MOTHER, "words")), Sent)


async def test_a_person_who_never_came_has_no_chat_for_files_either(sandbox: Sandbox, post: TelegramPost) -> None:
    file = _file(sandbox, FileKind.PHOTO)
    assert isinstance(await post.send(Outgoing(STRANGER, "words", files=(file,))), ChatGone)
    assert isinstance(await post.send(Outgoing(STRANGER, "words", files=(file, file))), ChatGone)


@pytest.mark.parametrize(
    ("fault", "outcome", "arrives"),
    [
        (Fault(error=too_many_requests(7)), TooFast, False),
        (Fault(error=ApiError(500, "Internal Server Error")), Down, False),
        (Fault(error=ApiError(502, "Bad Gateway")), Down, False),
        (Fault(error=ApiError(403, "Forbidden: bot was blocked by the user")), ChatGone, False),
        (Fault(error=ApiError(403, "Forbidden: user is deactivated")), ChatGone, False),
        (Fault(error=ApiError(400, "Bad Request: PEER_ID_INVALID")), ChatGone, False),
        (Fault(error=ApiError(400, "Bad Request: message is too long")), Broken, False),
        (Fault(cut="before"), Unclear, False),
        (Fault(cut="after"), Unclear, True),
    ],
)
@pytest.mark.parametrize("files", [0, 1, 2])
async def test_every_answer_is_an_outcome(
    sandbox: Sandbox, post: TelegramPost, fault: Fault, outcome: type, arrives: bool, files: int
) -> None:
    photos = tuple(_file(sandbox, FileKind.PHOTO) for _ in range(files))
    sandbox.faults.add(replace(fault))
    found = await post.send(Outgoing(MOTHER, "words" if files < 2 else "", files=photos))
    assert isinstance(found, outcome)
    assert not isinstance(found, TooFast) or found.retry_after == 7
    assert len(_told(sandbox)) == (max(files, 1) if arrives else 0)
