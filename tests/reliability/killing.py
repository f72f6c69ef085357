"""A fork server: everything is imported once, each round runs in a child that may be killed at any instant.

The parent opens no loop, thread or connection, so that a child begins as a fresh process would.
"""

import asyncio
import json
import os
import select
import signal
import socket
import sys
import time
import traceback
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from typing import Any

PATIENCE = 120.0


class ChildFailed(Exception):
    """A child ended by itself, and not well; its traceback is on the standard error stream."""


class Line:
    """A child's line to the parent: JSON values, one a line. What was told is not lost by a kill."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    def tell(self, value: Any) -> None:
        """Report something; it is in the parent's hands when this returns."""
        self._end.sendall(json.dumps(value).encode() + b"\n")

    async def ask(self, value: Any) -> Any:
        """Ask the parent and wait for its answer."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(sock=self._end.dup(), limit=2**20)
        reader, writer = self._streams
        writer.write(json.dumps(value).encode() + b"\n")
        return json.loads(await reader.readline())


Act = Callable[[Line], Awaitable[None]]
Answer = Callable[[Any], Any]
"""What the parent says to something told; None is silence."""


class _Child:
    def __init__(self, act: Act, answer: Answer | None) -> None:
        self._answer = answer
        self._end, theirs = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            self._end.close()
            _live(act, theirs)
        theirs.close()
        self._rest = b""
        self.until: float | None = None

    def heard(self) -> Iterator[Any]:
        """Yield and answer what the child tells, till it ends or the monotonic clock shows `until`."""
        while True:
            wait = PATIENCE if self.until is None else self.until - time.monotonic()
            if wait <= 0 or not select.select([self._end], [], [], wait)[0]:
                return
            chunk = self._received()
            if not chunk:
                return
            *whole, self._rest = (self._rest + chunk).split(b"\n")
            for value in map(json.loads, whole):
                if self._answer is not None and (answer := self._answer(value)) is not None:
                    self._send(answer)
                yield value

    def _received(self) -> bytes:
        try:
            return self._end.recv(2**16)
        except ConnectionResetError:
            return b""

    def _send(self, value: Any) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):
            self._end.sendall(json.dumps(value).encode() + b"\n")

    def ended(self) -> int:
        """Reap; gives the exit code, negative for the signal that ended it."""
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self._end.close()
        return code


def _live(act: Act, end: socket.socket) -> None:
    code = 1
    try:
        asyncio.run(act(Line(end)))  # type: ignore[arg-type]
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must hear of it
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def finish(act: Act, answer: Answer | None = None) -> list[Any]:
    """Run in a child to its end; gives what it told. Raises ChildFailed."""
    child = _Child(act, answer)
    told = list(child.heard())
    if code := child.ended():
        raise ChildFailed(code)
    return told


def kill(act: Act, seconds: float, answer: Answer | None = None, *, after: int = 1) -> list[Any]:
    """Run in a child and kill it so long after the `after`th thing it tells; gives all that it told.

    A child may kill itself before. Raises ChildFailed for one that ends otherwise.
    """
    child = _Child(act, answer)
    told = []
    for value in child.heard():
        told.append(value)
        if len(told) == after:
            child.until = time.monotonic() + seconds
    with suppress(ProcessLookupError):
        os.kill(child.pid, signal.SIGKILL)
    child.until = None
    told += child.heard()
    if (code := child.ended()) != -signal.SIGKILL:
        raise ChildFailed(code)
    return told
