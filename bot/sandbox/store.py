"""What outlives the process: one JSON file, written whole beside the old one and put in its place."""

import asyncio
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

log = logging.getLogger(__name__)

_PAUSE: Final = 0.5
VERSION: Final = 1


class Store:
    """Saves what `snapshot` gives, half a second after the first change. Without a path it does nothing."""

    def __init__(self, path: Path | None, snapshot: Callable[[], dict[str, Any]]) -> None:
        self._path = path
        self._snapshot = snapshot
        self._timer: asyncio.TimerHandle | None = None

    def load(self) -> dict[str, Any] | None:
        """Give what was saved last; None when there is nothing, or nothing that can be read (it is put aside then)."""
        if self._path is None or not self._path.is_file():
            return None
        try:
            state: dict[str, Any] = json.loads(self._path.read_text(encoding="utf-8"))
        except ValueError:
            log.warning(
                "sandbox: the saved chats can't be read; starting anew, the file is kept with the ending .broken"
            )
            self._path.replace(self._path.with_name(f"{self._path.name}.broken"))
            return None
        return state if state.get("version") == VERSION else None

    def touch(self) -> None:
        """Something changed: save soon. Needs a running event loop; without one the change waits for the next."""
        if self._path is None or self._timer is not None:
            return
        try:
            self._timer = asyncio.get_running_loop().call_later(_PAUSE, self.save)
        except RuntimeError:
            self._timer = None

    def save(self) -> None:
        """Save now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_name(f"{self._path.name}.new")
        beside.write_text(json.dumps({"version": VERSION} | self._snapshot(), ensure_ascii=False), encoding="utf-8")
        beside.replace(self._path)
