"""The Bot API over HTTP: token, method, arguments, script of faults, answer as Telegram gives it."""

import asyncio
import inspect
from typing import Any, Final

from aiohttp import web

from bot.sandbox.call import Call, read_call
from bot.sandbox.errors import ApiError
from bot.sandbox.methods import METHODS
from bot.sandbox.wire import NAMES, check
from bot.sandbox.world import World

_BODY_LIMIT: Final = 64 * 1024 * 1024
_UNAUTHORIZED: Final = ApiError(401, "Unauthorized")
_NOT_FOUND: Final = ApiError(404, "Not Found")


def make_app(world: World) -> web.Application:
    """Make the HTTP application with the Bot API's routes; the page adds its own."""
    app = web.Application(client_max_size=_BODY_LIMIT)
    gate = _Gate(world)
    app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", gate.method)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", gate.file)
    return app


def _refusal(error: ApiError) -> web.Response:
    headers = {"Retry-After": str(error.parameters["retry_after"])} if "retry_after" in error.parameters else {}
    return web.json_response(error.body(), status=error.code, headers=headers)


class _Gate:
    """The two entrances of a bot: methods and files."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def method(self, request: web.Request) -> web.StreamResponse:
        """Answer one call."""
        try:
            self._authorise(request)
            call = await read_call(request)
            call.method = NAMES.get(call.method.lower(), "")
            if not call.method:
                return _refusal(_NOT_FOUND)
            return await self._carry_out(request, call)
        except ApiError as error:
            return _refusal(error)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Give a file's bytes."""
        try:
            self._authorise(request)
        except ApiError as error:
            return _refusal(error)
        stored = self._world.files.by_path(request.match_info["path"])
        content = None if stored is None else self._world.files.content(stored)
        return (
            _refusal(_NOT_FOUND)
            if content is None
            else web.Response(body=content, content_type="application/octet-stream")
        )

    def _authorise(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if ":" not in token:
            raise _NOT_FOUND
        if token != self._world.token:
            raise _UNAUTHORIZED

    async def _carry_out(self, request: web.Request, call: Call) -> web.StreamResponse:
        world = self._world
        world.violations.extend(check(call))
        world.calls.append(Call(call.method, dict(call.values)))
        fault = world.faults.take(call.method, call.values.get("chat_id"))
        if fault is not None:
            await asyncio.sleep(fault.delay)
            if fault.cut == "before":
                return _cut(request)
            if fault.error is not None:
                raise fault.error
        world.faults.check_flood(call.method)
        result = await self._result(call)
        return (
            _cut(request)
            if fault is not None and fault.cut == "after"
            else web.json_response({"ok": True, "result": result})
        )

    async def _result(self, call: Call) -> Any:
        result = METHODS[call.method](self._world, call)
        return await result if inspect.isawaitable(result) else result


def _cut(request: web.Request) -> web.Response:
    """Close the connection under the caller's feet."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
