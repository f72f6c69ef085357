"""Letters with files: in which messages they leave, and what becomes of files that the messenger refuses (CLS-3)."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace

from core.model.homework import FileKind
from core.model.ids import LetterId
from locales import Markup
from notifications.letter import LetterFile
from notifications.post import Broken, ChatGone, Outcome, Outgoing, Sent

CAPTION_UNITS = 1024
ALBUM = 10
"""Telegram's limits: UTF-16 units of a caption after the tags are parsed, files in an album."""

Files = tuple[LetterFile, ...]
_SEEN = frozenset({FileKind.PHOTO, FileKind.VIDEO})


def units(text: str) -> int:
    """Count UTF-16 units of HTML as the messenger counts them: without tags."""
    return len(Markup(text).plain.encode("utf-16-le")) // 2


def is_caption(message: Outgoing) -> bool:
    """Tell whether a message with files leaves as one: a single file with the words below it."""
    return len(message.files) == 1 and units(message.text) <= CAPTION_UNITS


def albums(files: Files) -> Iterator[Files]:
    """Give the files in the messages they leave in: pictures and videos together, documents together, voices alone."""
    seen = tuple(file for file in files if file.kind in _SEEN)
    documents = tuple(file for file in files if file.kind is FileKind.DOCUMENT)
    for alike in (seen, documents):
        yield from (alike[start : start + ALBUM] for start in range(0, len(alike), ALBUM))
    yield from ((file,) for file in files if file.kind is FileKind.VOICE)


class Parcels:
    """Sends letters message by message. What has arrived of a letter is kept in memory until all of it has: a ban in
    the middle brings nothing twice.
    """

    def __init__(self, send: Callable[[Outgoing], Awaitable[Outcome]]) -> None:
        """`send` lets one message leave, and waits for its turn before."""
        self._send = send
        self._arrived: dict[LetterId, dict[Files, tuple[int, ...]]] = {}

    async def send(self, letter: LetterId, message: Outgoing) -> Outcome:
        """Send a letter with its files. Gives Sent once all of it is there, else what became of the part that isn't.

        Files that are refused are left out, and the text says so.
        """
        arrived = self._arrived.setdefault(letter, {})
        outcome = await (self._captioned(message) if is_caption(message) else self._apart(message, arrived))
        if isinstance(outcome, Sent | ChatGone | Broken):
            del self._arrived[letter]
        return outcome

    async def _captioned(self, message: Outgoing) -> Outcome:
        outcome = await self._send(message)
        return await self._words(message, refused=True) if isinstance(outcome, Broken) else outcome

    async def _apart(self, message: Outgoing, arrived: dict[Files, tuple[int, ...]]) -> Outcome:
        # A list that grows: an album that is refused is tried file by file.
        waiting = list(albums(message.files))
        while waiting:
            batch = waiting.pop(0)
            if batch in arrived:
                continue
            match await self._send(Outgoing(message.chat, "", silent=True, files=batch)):
                case Sent(_, ids):
                    arrived[batch] = ids
                case Broken() if len(batch) > 1:
                    waiting[:0] = [(file,) for file in batch]
                case Broken():
                    arrived[batch] = ()
                case outcome:
                    return outcome
        outcome = await self._words(message, refused=() in arrived.values())
        ids = tuple(key for some in arrived.values() for key in some)
        return replace(outcome, files=ids) if isinstance(outcome, Sent) else outcome

    async def _words(self, message: Outgoing, *, refused: bool) -> Outcome:
        note = f"\n\n{message.without_files}" if refused else ""
        return await self._send(replace(message, text=f"{message.text}{note}", files=()))
