"""One process sends at a time (NTF-1, PLT-2): the others wait for its lease to end, or to be given back."""

import logging
import os
import socket
import uuid
from collections.abc import Callable
from datetime import timedelta

from core.storage.gateways import leases, outbox
from core.storage.gateways.leases import Lease
from core.storage.work import Works

log = logging.getLogger(__name__)

NAME = "notifications"
LEASE = timedelta(seconds=30)
RENEW_SECONDS = 10.0
"""A third of the lease: two renewals may fail before somebody else takes over."""


def this_process() -> str:
    """Give a name for this run of this process: machine, number, and a part that is never twice the same."""
    return f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:12]}"


def is_dead(owner: str) -> bool:
    """Tell whether an owner certainly sends no more: a process of this machine that is gone, or this number's earlier
    run (containers are born again under the same name and number).
    """
    host, _, rest = owner.partition(":")
    number = rest.partition(":")[0]
    if host != socket.gethostname() or not number.isdigit():
        return False
    return int(number) == os.getpid() or not _runs(int(number))


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


class Leadership:
    """Whether this process may send just now. Asked by the loop's own clock: a school's clock may be moved."""

    def __init__(
        self, works: Works, owner: str, time: Callable[[], float], dead: Callable[[str], bool] = is_dead
    ) -> None:
        """`owner` is this run's own name; `dead` tells whether another owner certainly sends no more."""
        self._works = works
        self._owner = owner
        self._time = time
        self._dead = dead
        self._good_until = 0.0
        self._renew_at = 0.0

    @property
    def held(self) -> bool:
        """Tell whether the lease is ours beyond doubt."""
        return self._time() < self._good_until

    async def hold(self) -> bool:
        """Take the lease, or prolong it when a third of it is over; tell whether it is ours.

        When it changes hands, what the former owner had claimed is put back.
        """
        if self.held and self._time() < self._renew_at:
            return True
        began, had = self._time(), self.held
        if (not had and await self._is_taken()) or not await self._take(had):
            self._good_until = 0.0
            return False
        self._renew_at = began + RENEW_SECONDS
        self._good_until = began + LEASE.total_seconds()
        return True

    async def _is_taken(self) -> bool:
        # Only read: a process that waits its turn must not write every second.
        async with self._works.reading() as work:
            lease = await work.run(leases.holder, NAME)
            return lease is not None and lease.until > work.now and self._gone(lease) is None and not self._mine(lease)

    def _mine(self, lease: Lease | None) -> bool:
        return lease is not None and lease.owner == self._owner

    def _gone(self, lease: Lease | None) -> str | None:
        return lease.owner if lease and not self._mine(lease) and self._dead(lease.owner) else None

    async def _take(self, had: bool) -> bool:
        async with self._works.changing() as work:
            gone = self._gone(await work.run(leases.holder, NAME))
            lease = Lease(self._owner, work.now + LEASE)
            taken = await work.run(leases.take, NAME, lease, work.now, instead_of=gone)
            if taken and not had:
                await work.run(outbox.release_all)
                log.info("this process sends now")
            return taken

    async def give_back(self) -> None:
        """Let another process send at once."""
        self._good_until = 0.0
        async with self._works.changing() as work:
            await work.run(leases.give_back, NAME, self._owner)
