"""The page in a real browser, against a small echo bot that speaks raw HTTP."""

import asyncio
import warnings
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox import Sandbox, Upload
from tests.sandbox.browser import Browser, browser, chromium
from tests.sandbox.conftest import CAST, MOTHER, STRANGER, TEACHER, Bot, MakeSandbox
from tests.sandbox.test_files import png

LOUD = "NOT TESTED: no Chromium on this machine, the sandbox's page has not been looked at"
pytestmark = [pytest.mark.slow, pytest.mark.skipif(chromium() is None, reason=LOUD)]

SECOND_PANE = ".pane + .pane"
HOSTILE = "<img src=x onerror=alert(1)> & <b>не жирный</b>"


async def echo(bot: Bot) -> None:
    """A bot: repeats what is said with buttons, edits when pressed, alerts, toasts."""
    offset = 0
    while True:
        for update in await bot.do("getUpdates", offset=offset, timeout=30):
            offset = update["update_id"] + 1
            if "message" in update:
                await greet(bot, update["message"])
            elif "callback_query" in update:
                await react(bot, update["callback_query"])


async def greet(bot: Bot, message: dict[str, Any]) -> None:
    chat = message["chat"]["id"]
    buttons = [
        [{"text": text, "callback_data": data}]
        for text, data in (("Правка", "edit"), ("Тост", "toast"), ("Окно", "alert"))
    ]
    text = f"Эхо: {message.get('text', 'файл')}"
    await bot.do("sendMessage", chat_id=chat, text=text, reply_markup={"inline_keyboard": buttons})


async def react(bot: Bot, query: dict[str, Any]) -> None:
    message = query["message"]
    where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
    if query["data"] == "edit":
        text = f"Исправлено {len(message['text'])}"
        await bot.do("editMessageText", **where, text=text, reply_markup=message["reply_markup"])
        await bot.do("answerCallbackQuery", callback_query_id=query["id"])
        return
    alert = query["data"] == "alert"
    words = "Отметка сохранена" if alert else "Готово"
    await bot.do("answerCallbackQuery", callback_query_id=query["id"], text=words, show_alert=alert)


@pytest.fixture
async def echo_bot(bot: Bot) -> AsyncIterator[None]:
    """The echo bot at work."""
    task = asyncio.create_task(echo(bot))
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@pytest.fixture
async def page() -> AsyncIterator[Browser]:
    """A desktop window; at the end the page must not have complained of anything."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        async with browser() as page:
            await page.size(1280, 800)
            await page.dark(False)
            yield page
            assert page.errors == []


async def test_from_waking_to_the_first_answer(make_sandbox: MakeSandbox, page: Browser, http: Any) -> None:
    sandbox = make_sandbox()
    await page.open(await sandbox.start("127.0.0.1", 0))
    await page.wait_text("Бот просыпается", ".status")
    sandbox.open(CAST)
    await page.wait_text("Кем вы будете?")
    await page.wait_text("Бот просыпается", ".status")
    task = asyncio.create_task(echo(Bot(http, sandbox.api_base)))
    await page.wait("document.querySelector('.status').hidden")
    await page.click("Олег Озёрный")
    await page.click("Войти по приглашению")
    await page.wait_text("Эхо: /start K7Q2-MPX4", ".theirs")
    await page.wait("!document.querySelector('.composer .line').hidden")
    assert sandbox.person(STRANGER).messages[0]["text"] == "/start K7Q2-MPX4"
    task.cancel()
    await page.open("about:blank")
    await sandbox.stop()


async def test_talking_pressing_editing(sandbox: Sandbox, echo_bot: None, page: Browser) -> None:
    await page.open(sandbox.page_url)
    await page.click("Анна Лугова")
    await page.type(HOSTILE)
    await page.press("Enter")
    await page.wait_text(f"Эхо: {HOSTILE}", ".theirs .text")
    assert await page.run("document.querySelectorAll('.text img, .text b').length") == 0
    await page.click("Тост")
    await page.wait_text("Готово", "#notices")
    await page.click("Окно")
    await page.wait_text("Отметка сохранена", "dialog.alert")
    await page.click("Понятно")
    await page.wait("!document.querySelector('dialog')")
    await page.click("Правка")
    await page.wait_text("Исправлено", ".theirs .text")
    await page.wait_text("изменено", ".theirs")
    await page.wait("!document.querySelector('[aria-busy]')")
    assert sandbox.unanswered == 0


async def test_edits_do_not_move_what_is_read(sandbox: Sandbox, bot: Bot, page: Browser) -> None:
    first = await bot.do("sendMessage", chat_id=MOTHER, text="first")
    for number in range(40):
        await bot.do("sendMessage", chat_id=MOTHER, text=f"line {number}")
    await page.open(sandbox.page_url)
    await page.click("Анна Лугова")
    await page.wait_text("line 39", ".list")
    end = "(l => l.scrollHeight - l.scrollTop - l.clientHeight)(document.querySelector('.list'))"
    await page.wait(f"{end} < 2")
    top = "document.querySelector('[data-id=\"30\"]').getBoundingClientRect().top"
    await page.run("document.querySelector('[data-id=\"30\"]').scrollIntoView({block: 'center'})")
    before = await page.run(top)
    await bot.do("editMessageText", chat_id=MOTHER, message_id=first["message_id"], text="\n".join("first" * 9))
    await page.wait_text("изменено", ".list")
    assert abs(await page.run(top) - before) < 2
    await bot.do("sendMessage", chat_id=MOTHER, text="news below")
    await page.wait_text("news below", ".list")
    assert abs(await page.run(top) - before) < 2
    await page.click("К последним сообщениям")
    await page.wait(f"{end} < 2")
    await page.wait("!document.querySelector('.person .badge')")


async def test_two_people_side_by_side(sandbox: Sandbox, bot: Bot, page: Browser) -> None:
    await page.open(sandbox.page_url)
    await page.click("Анна Лугова")
    await page.click(f"[data-person='{TEACHER}'] ~ .aside")
    await page.wait_text("Вера Степнова", f"{SECOND_PANE} h2")
    await bot.do("sendMessage", chat_id=TEACHER, text="Осталось 50 минут")
    await page.wait_text("Осталось 50 минут", f"{SECOND_PANE} .text")
    await page.wait(f"!document.querySelector('[data-person=\"{TEACHER}\"] .badge')")
    assert sandbox.person(TEACHER).chat.unread == 0
    sandbox.person(STRANGER).start()
    await bot.do("sendMessage", chat_id=STRANGER, text="Новая отметка")
    await page.wait_text("1", f"[data-person='{STRANGER}'] .badge")
    await page.wait_text("Новая отметка", "#pushes")
    await page.wait("document.title.startsWith('(1)')")
    await page.open(f"{sandbox.page_url}#{MOTHER}+{TEACHER}")
    await page.wait_text("Осталось 50 минут", f"{SECOND_PANE} .text")


async def test_phone_from_list_to_chat_and_back(sandbox: Sandbox, bot: Bot, page: Browser) -> None:
    await page.size(390, 844)
    await page.dark(True)
    await page.open(sandbox.page_url)
    await page.click("Анна Лугова")
    await page.wait("getComputedStyle(document.querySelector('.column')).display === 'none'")
    await bot.do("sendMessage", chat_id=TEACHER, text="Нет домашнего задания")
    await page.wait_text("1", ".back .badge")
    await page.click(".pane .chip")
    await page.click("К 17:00")
    await page.wait_text("17:00", ".pane .chip")
    markup = {
        "inline_keyboard": [
            [{"text": str(n), "callback_data": "x"} for n in range(8)],
            [{"text": "н", "callback_data": "n"}],
        ]
    }
    await bot.do("sendMessage", chat_id=MOTHER, text="?", reply_markup=markup)
    await page.wait_text("н", ".key")
    heights = await page.run("[...document.querySelectorAll('.key')].map(k => k.offsetHeight)")
    assert min(heights) >= 40
    assert await page.run("document.documentElement.scrollWidth <= innerWidth")
    assert await page.run("getComputedStyle(document.body).backgroundColor") == "rgb(20, 25, 28)"
    await page.click(".back")
    await page.wait_text("Нет домашнего задания", ".column")
    await page.run("history.back()")
    await page.wait("document.body.classList.contains('chatting')")


async def test_files_blocking_and_keyboards(sandbox: Sandbox, bot: Bot, page: Browser, tmp_path: Path) -> None:
    photo = tmp_path / "note.png"
    photo.write_bytes(png(300, 200))
    await page.open(sandbox.page_url)
    await page.click("Анна Лугова")
    await page.wait("!document.querySelector('.composer .line').hidden")
    await page.choose_file(".composer input[type=file]", photo)
    await page.click("Подпись")
    await page.type("Справка")
    await page.click("Как фото")
    await page.wait_text("Справка", ".mine .text")
    await page.wait("document.querySelector('.photo img').naturalWidth === 300")
    await page.click(".photo")
    await page.wait("document.querySelector('dialog.zoom img').naturalWidth === 300")
    await page.press("Escape")
    await bot.do("sendMessage", chat_id=MOTHER, text="?", reply_markup={"keyboard": [["Да", "Нет"]]})
    await page.click("Нет")
    await page.wait_text("Нет", ".mine .text")
    await page.click(".pane > header [aria-haspopup=menu]")
    await page.click("Заблокировать бота")
    await page.wait_text("Бот заблокирован", ".composer")
    assert (await bot.refused("sendMessage", chat_id=MOTHER, text="x"))[0] == 403
    await page.click("Разблокировать")
    await page.wait_no_text("Бот заблокирован", ".composer")
    kinds = [next(key for key in update if key != "update_id") for update in await bot.do("getUpdates")]
    assert kinds == ["message", "message", "my_chat_member", "my_chat_member"]


async def test_keyboard_alone_and_the_line_breaking(make_sandbox: MakeSandbox, page: Browser, http: Any) -> None:
    sandbox = make_sandbox()
    url = await sandbox.start("127.0.0.1", 0)
    sandbox.open(CAST)
    bot = Bot(http, sandbox.api_base)
    await bot.do("setMyCommands", commands=[{"command": "today", "description": "Дневник"}])
    await page.open(url)
    await page.wait_text("Анна Лугова")
    await page.run("document.querySelector('.search input').focus()")
    await page.type("степнова")
    await page.wait_no_text("Анна Лугова", ".people")
    await page.press("Tab")
    await page.press("Enter")
    await page.wait("document.activeElement.tagName === 'TEXTAREA'")
    await page.click("Команды")
    await page.press("Enter")
    await page.wait_text("/today", ".mine .text")
    await page.click("Светлая или тёмная тема")
    assert await page.run("document.documentElement.dataset.theme") == "dark"
    await sandbox.stop()
    await page.wait_text("Связь прервалась", ".status")
    again = make_sandbox()
    await again.start("127.0.0.1", int(url.rsplit(":", 1)[1].rstrip("/")))
    again.open(CAST)
    again.person(TEACHER).upload("document", Upload("после.txt", "text/plain", b"x"))
    await page.wait_text("после.txt", ".mine")
    await page.wait_no_text("Связь прервалась", "body")
    await page.click("Switch to English")
    await page.wait_text("The bot is waking up", ".status")
    await page.open("about:blank")
    page.errors = [error for error in page.errors if "ERR_CONNECTION_REFUSED" not in error]
    await again.stop()
