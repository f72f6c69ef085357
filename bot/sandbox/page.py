"""The chat page over HTTP: its files, its news by WebSocket, what its buttons do by POST."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

from aiohttp import WSMsgType, web

from bot.sandbox.call import Upload
from bot.sandbox.dictionary import dictionary
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.guard import HEADERS, require_own_page
from bot.sandbox.people import Person
from bot.sandbox.world import World
from locales import LANGUAGES

Wire = dict[str, Any]

_WEB: Final = files("bot.sandbox").joinpath("web")
_TYPES: Final = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
_SHOWN: Final = frozenset(
    {
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "audio/ogg",
        "audio/mpeg",
        "audio/wav",
        "video/mp4",
        "video/webm",
    }
)
"""Types that the browser may show in place; anything else is only handed out as a download."""


def add_page(app: web.Application, world: World, *, loopback_only: bool) -> None:
    """Add the page's routes to the application."""
    page = _Page(world, loopback_only=loopback_only)
    app.router.add_get("/", page.index)
    app.router.add_get("/web/{name:[a-z_]+\\.(?:js|css|svg)}", page.asset)
    app.router.add_get("/page/live", page.live)
    app.router.add_get("/page/chat/{chat:\\d+}", page.history)
    app.router.add_get("/page/file/{unique_id}", page.file)
    app.router.add_post("/page/act", page.act)
    app.router.add_post("/page/upload", page.upload)


class _Page:
    """The page's entrances."""

    def __init__(self, world: World, *, loopback_only: bool) -> None:
        self._world = world
        self._loopback_only = loopback_only

    def _guard(self, request: web.Request) -> None:
        require_own_page(request, loopback_only=self._loopback_only)

    async def index(self, request: web.Request) -> web.Response:
        """Give the page itself in the wanted language; it answers at once, whatever the bot is doing."""
        wanted = request.query.get("lang", "")
        language = wanted if wanted in LANGUAGES else LANGUAGES[0]
        words = json.dumps(dictionary(self._world.words[language]), ensure_ascii=False).replace("<", "\\u003c")
        source = _WEB.joinpath("index.html").read_text(encoding="utf-8")
        text = source.replace("%LANGUAGE%", language).replace("%WORDS%", words)
        return web.Response(text=text, content_type="text/html", headers=HEADERS)

    async def asset(self, request: web.Request) -> web.Response:
        """Give a script or a style."""
        name = request.match_info["name"]
        path = _WEB.joinpath(name)
        if not path.is_file():
            raise web.HTTPNotFound
        kind = _TYPES[name.rpartition(".")[2]]
        return web.Response(text=path.read_text(encoding="utf-8"), content_type=kind, headers=HEADERS)

    async def live(self, request: web.Request) -> web.WebSocketResponse:
        """Tell the page how everything stands, then every change, until it goes."""
        self._guard(request)
        socket = web.WebSocketResponse(heartbeat=20)
        await socket.prepare(request)
        with self._world.hub.listen() as news:
            await socket.send_json(self._hello())
            reader = asyncio.create_task(_drain(socket, lambda: news.put_nowait(None)))
            while (event := await news.get()) is not None and not socket.closed:
                await socket.send_json(self._hello() if event["type"] == "people" else event)
            reader.cancel()
        await socket.close()
        return socket

    async def history(self, request: web.Request) -> web.Response:
        """Give a chat's messages and what stands around them."""
        self._guard(request)
        try:
            chat = self._world.chats.find(int(request.match_info["chat"]))
        except ApiError as error:
            return web.json_response({"error": error.description}, status=404)
        language = chat.user.get("language_code", "")
        profile = self._world.profile
        body = {
            "chat": chat.summary(),
            "messages": [entry.shown() for entry in chat.entries.values()],
            "commands": profile.commands_for(chat.id, language),
            "menu": profile.menu(chat.id),
            "description": profile.text("description", language),
        }
        return web.json_response(body, headers=HEADERS)

    async def file(self, request: web.Request) -> web.Response:
        """Give a file of a chat: pictures, voices and videos to be shown, all else as a download that nothing runs."""
        stored = self._world.files.by_unique_id(request.match_info["unique_id"])
        content = None if stored is None else self._world.files.content(stored)
        if stored is None or content is None:
            raise web.HTTPNotFound
        shown = stored.mime in _SHOWN and "download" not in request.query
        response = web.Response(
            body=content, headers=HEADERS | {"Content-Security-Policy": "default-src 'none'; sandbox"}
        )
        response.content_type = stored.mime if shown else "application/octet-stream"
        if not shown:
            response.headers["Content-Disposition"] = _attachment(stored.name)
        return response

    async def act(self, request: web.Request) -> web.Response:
        """Do what a button of the page asks for."""
        self._guard(request)
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        try:
            result = self._act(await request.json())
        except ApiError as error:
            return web.json_response({"error": error.description}, status=400)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            return web.json_response({"error": f"bad request: {type(error).__name__}"}, status=400)
        return web.json_response({"result": result})

    async def upload(self, request: web.Request) -> web.Response:
        """Take a file that a person sends."""
        self._guard(request)
        form = await request.post()
        part = form.get("file")
        try:
            if not isinstance(part, web.FileField):
                raise bad_request("there is no file in the request")
            upload = Upload(part.filename, part.content_type, part.file.read())
            person = Person(self._world, int(str(form["chat"])))
            reply_to = int(str(form["reply_to"])) if form.get("reply_to") else None
            person.upload(str(form["kind"]), upload, caption=str(form.get("caption", "")), reply_to=reply_to)
        except ApiError as error:
            return web.json_response({"error": error.description}, status=400)
        except (KeyError, ValueError):
            return web.json_response({"error": "bad request"}, status=400)
        return web.json_response({"result": True})

    def _hello(self) -> Wire:
        people = [
            {
                "id": member.user_id,
                "name": member.name,
                "caption": member.caption,
                "group": member.group,
                "start": member.start,
                "chat": self._world.chats.find(member.user_id).summary(),
            }
            for member in self._world.cast.values()
        ]
        bot = self._world.bot_user()
        return self._world.state() | {"type": "hello", "people": people, "bot": bot, "clock": self._world.clock_state()}

    def _act(self, body: Wire) -> object:
        if body["op"] == "clock":
            return self._move_clock(body)
        person = Person(self._world, int(body["chat"]))
        acts: dict[str, Callable[[], object]] = {
            "say": lambda: person.say(str(body["text"]), reply_to=body.get("reply_to"))["message_id"],
            "press": lambda: person.press(int(body["message"]), int(body["row"]), int(body["column"])),
            "block": person.block,
            "unblock": person.unblock,
            "seen": person.seen,
        }
        return acts[body["op"]]()

    def _move_clock(self, body: Wire) -> bool:
        """Move by minutes, by days (the same time of the day), to the next hh:mm, or to a local date and time."""
        if not self._world.opened:
            raise bad_request("the school is still being prepared")
        clock, zone = self._world.clock, self._world.zone
        local = clock.now().astimezone(zone).replace(tzinfo=None)
        if "minutes" in body:
            clock.shift(timedelta(minutes=int(body["minutes"])))
            return True
        if "days" in body:
            wanted = local + timedelta(days=int(body["days"]))
        elif "time" in body:
            at = datetime.strptime(body["time"], "%H:%M").time()  # noqa: DTZ007 - a time of the day has no zone
            wanted = datetime.combine(local.date(), at)
            wanted += timedelta(days=1 if wanted <= local else 0)
        else:
            wanted = datetime.fromisoformat(body["set"]).replace(tzinfo=None)
        clock.set(wanted.replace(tzinfo=zone).astimezone(UTC))
        return True


async def _drain(socket: web.WebSocketResponse, ended: Callable[[], None]) -> None:
    """Read what the page sends (nothing of meaning) until it closes the socket."""
    async for message in socket:
        if message.type is WSMsgType.ERROR:
            break
    ended()


def _attachment(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"
