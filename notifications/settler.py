"""Settling: what became of letters, written down together, so that a send costs a share of a transaction."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from core.model.ids import AccountId
from core.storage.gateways import outbox
from core.storage.gateways.outbox import Draft, Settlement
from core.storage.work import Work, Works

log = logging.getLogger(__name__)

GATHER_SECONDS = 0.02
RETRY_SECONDS = 1.0


@dataclass(slots=True)
class _Batch:
    """What is to be written, and who waits for it."""

    settlements: list[Settlement] = field(default_factory=list)
    released: list[tuple[Draft, int]] = field(default_factory=list)
    gone: list[AccountId] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)

    def __bool__(self) -> bool:
        return bool(self.settlements or self.released or self.gone)


class Settler:
    """Writes settlements as they gather. Everybody waits for their own to be on disk: a worker that has sent takes no
    other letter before, so that after a crash no more letters come twice than were being sent.
    """

    def __init__(self, works: Works, on_release: Callable[[], None]) -> None:
        """`on_release` is called when letters were put back."""
        self._works = works
        self._on_release = on_release
        self._batch = _Batch()
        self._wake = asyncio.Event()

    async def settle(self, settlement: Settlement) -> None:
        """Write how a letter ended; returns when it is on disk."""
        batch = self._batch
        batch.settlements.append(settlement)
        await self._written(batch)

    async def gone(self, settlement: Settlement, account: AccountId) -> None:
        """Write that a letter found no chat, and close the chat (NTF-4)."""
        batch = self._batch
        batch.settlements.append(settlement)
        batch.gone.append(account)
        await self._written(batch)

    async def release(self, *drafts: Draft, attempts: int = 0) -> None:
        """Put claimed letters back, with so many attempts more."""
        batch = self._batch
        batch.released.extend((draft, attempts) for draft in drafts)
        await self._written(batch)

    async def _written(self, batch: _Batch) -> None:
        self._wake.set()
        await batch.done.wait()

    async def run(self) -> None:
        """Write batches until cancelled; a storage that fails is tried again, and nothing is sent meanwhile."""
        while True:
            await self._wake.wait()
            await asyncio.sleep(GATHER_SECONDS)
            self._wake.clear()
            batch, self._batch = self._batch, _Batch()
            if batch:
                await self._write_surely(batch)
            batch.done.set()
            if batch.released:
                self._on_release()

    async def _write_surely(self, batch: _Batch) -> None:
        while True:
            try:
                await self._write(batch)
            except Exception:  # disk full, database locked: what was sent must be noted
                log.exception("letters could not be settled")
                await asyncio.sleep(RETRY_SECONDS)
            else:
                return

    async def _write(self, batch: _Batch) -> None:
        await self._works.change(_store, batch)


async def _store(work: Work, batch: _Batch) -> None:
    if batch.settlements:
        await work.run(outbox.settle, batch.settlements, work.now)
    if batch.released:
        back = [(draft.id, draft.token, draft.attempts + more) for draft, more in batch.released]
        await work.run(outbox.release, back)
    for account in batch.gone:
        await work.run(outbox.close_chat, account, work.now)
