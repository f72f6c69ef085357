"""Every transcript comes out as it is written. `make golden` writes them anew: read the difference."""

import asyncio
import os
from pathlib import Path

import pytest

from tests.chats.transcript import replay
from tests.world import World

SCRIPTS = sorted(Path(__file__).parent.glob("transcripts/*.chat"))


@pytest.fixture(params=SCRIPTS, ids=lambda script: script.stem)
def script(request: pytest.FixtureRequest) -> Path:
    """One transcript after the other."""
    path: Path = request.param
    return path


@pytest.fixture
def written(script: Path) -> str:
    """What stands in it."""
    return script.read_text("utf-8")


async def test_a_conversation_goes_as_it_is_written(script: Path, written: str, world: World) -> None:
    came_out = await replay(written, world)
    if os.environ.get("DIARY_GOLDEN") == "write":
        await asyncio.to_thread(script.write_text, came_out, "utf-8")
        return
    assert came_out == written
