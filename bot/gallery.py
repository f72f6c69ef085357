"""Showing charts: drawn once in the studio, and sent by Telegram's own id while they stay the same (DIA-5)."""

from typing import Any

from bot.screen import Picture
from bot.turn import Turn
from core.documents.charts import key_of
from core.documents.studio import NotDrawn
from core.model.errors import Refusal
from core.storage.gateways import keyvalue


async def show(turn: Turn, picture: Picture) -> None:
    """Send a chart below. Raises Refusal "chart-not-drawn"."""
    # A press lives 150 seconds only, and the first chart begins with starting a process.
    await turn.outlet.answer_press()
    key = key_of(picture.chart)
    if not await _sent_again(turn, picture, key):
        await _send(turn, picture, key)


async def _sent_again(turn: Turn, picture: Picture, key: str) -> bool:
    async with turn.services.works.reading() as work:
        known = await work.run(keyvalue.get, _place(picture))
    if known is None or known["key"] != key:
        return False
    return await turn.outlet.resend_photo(known["file"], picture.caption, picture.keyboard)


async def _send(turn: Turn, picture: Picture, key: str) -> None:
    try:
        drawn = await turn.services.studio.draw(picture.chart)
    except NotDrawn as error:
        raise Refusal("chart-not-drawn") from error
    file = await turn.outlet.send_photo(drawn, picture.caption, picture.keyboard)
    if file:
        kept: dict[str, Any] = {"key": key, "file": file}
        async with turn.services.works.changing() as work:
            await work.run(keyvalue.put, _place(picture), kept, work.now)


def _place(picture: Picture) -> str:
    return f"picture:{picture.place}"
