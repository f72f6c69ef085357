"""SQLite behind threads: one hop a piece of work, fair waiting, and nothing going on behind a cancelled task's back."""

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import Connection, text

from core.storage.engine import READERS, Engines, open_engines


@pytest.fixture
async def engines(database_url: str) -> AsyncIterator[Engines]:
    opened = open_engines(database_url)
    yield opened
    await opened.dispose()


def put(db: Connection, key: str) -> None:
    db.execute(text("INSERT INTO keyvalue (key, value, updated_at) VALUES (:key, '', '')"), {"key": key})


async def keys(engines: Engines) -> set[str]:
    async with engines.reader.connect() as connection:
        return await connection.run_sync(lambda db: set(db.execute(text("SELECT key FROM keyvalue")).scalars()))


async def test_leaving_the_block_commits_and_an_exception_takes_back(engines: Engines) -> None:
    async with engines.writer.begin() as connection:
        await connection.run_sync(put, "kept")

    async def fail() -> None:
        async with engines.writer.begin() as connection:
            await connection.run_sync(put, "lost")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await keys(engines) == {"kept"}


async def test_the_loop_goes_on_while_a_statement_runs(engines: Engines) -> None:
    go_on = threading.Event()
    async with engines.reader.connect() as connection:
        waiting = asyncio.create_task(connection.run_sync(lambda _: go_on.wait(30)))
        await asyncio.sleep(0)
        assert not waiting.done()
        go_on.set()
        assert await waiting


async def test_a_cancelled_writer_is_over_before_the_next_one_begins(engines: Engines) -> None:
    entered, go_on = threading.Event(), threading.Event()

    def slowly(db: Connection) -> None:
        entered.set()
        go_on.wait(30)
        put(db, "cancelled")

    async def write() -> None:
        async with engines.writer.begin() as connection:
            await connection.run_sync(slowly)

    first = asyncio.create_task(write())
    await asyncio.to_thread(entered.wait)
    first.cancel()
    await asyncio.sleep(0)
    first.cancel()
    assert not (await asyncio.wait([first], timeout=0.05))[0]
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await first
    async with engines.writer.begin() as connection:
        await connection.run_sync(put, "next")
    assert await keys(engines) == {"next"}


async def test_more_readers_than_connections_wait_their_turn(engines: Engines) -> None:
    async def read() -> int:
        async with engines.reader.connect() as connection:
            await asyncio.sleep(0)
            return await connection.run_sync(lambda db: int(db.execute(text("SELECT 1")).scalar_one()))

    assert sum(await asyncio.gather(*(read() for _ in range(READERS * 5)))) == READERS * 5


async def test_a_reader_cannot_write(engines: Engines) -> None:
    async with engines.reader.connect() as connection:
        with pytest.raises(Exception, match="readonly"):
            await connection.run_sync(put, "x")


async def test_closing_twice_is_fine(engines: Engines) -> None:
    assert await keys(engines) == set()
    await engines.dispose()
    await engines.dispose()
