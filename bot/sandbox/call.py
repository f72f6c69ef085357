"""A call of the bot as it came over the wire: GET or POST, query, form, multipart or JSON, all the same in the end."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.sandbox.errors import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Call:
    """A method's name and its arguments: `values` by name, uploaded files apart."""

    method: str
    values: dict[str, Any]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Give a string argument, "" when absent."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """Give a whole number, `default` when absent."""
        value = self.values.get(name)
        return value if isinstance(value, int) else default

    def flag(self, name: str) -> bool:
        """Give a truth value, False when absent."""
        return self.values.get(name) is True

    def mapping(self, name: str) -> dict[str, Any] | None:
        """Give an object, None when absent."""
        value = self.values.get(name)
        return value if isinstance(value, dict) else None

    def sequence(self, name: str) -> list[Any] | None:
        """Give an array, None when absent."""
        value = self.values.get(name)
        return value if isinstance(value, list) else None


async def read_call(request: web.Request) -> Call:
    """Read method and arguments of a request. Raises ApiError 400 when the body is no JSON object."""
    method = request.match_info["method"]
    values: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json" and request.can_read_body:
        values |= await _read_json(request)
    elif request.can_read_body:
        for name, part in (await request.post()).items():
            if isinstance(part, web.FileField):
                uploads[name] = Upload(part.filename, part.content_type, part.file.read())
            else:
                values[name] = part if isinstance(part, str) else bytes(part).decode(errors="replace")
    return Call(method, values, uploads)


async def _read_json(request: web.Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(body, dict):
        raise bad_request("JSON object expected in the request")
    return body
