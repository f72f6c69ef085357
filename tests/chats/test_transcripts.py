"""Every transcript comes out as it is written. `make golden` writes them anew: read the difference."""

import os
from pathlib import Path

import pytest

from tests.chats.transcript import replay
from tests.world import World

SCRIPTS = sorted(Path(__file__).parent.glob("transcripts/*.chat"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
async def test_a_conversation_goes_as_it_is_written(script: Path, world: World) -> None:
    came_out = await replay(script, world)
    if os.environ.get("DIARY_GOLDEN") == "write":
        script.write_text(came_out, "utf-8")
    assert came_out == script.read_text("utf-8")
