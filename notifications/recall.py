"""Letters that have left already: edited to what is true now, or taken back, at least once (CLS-3).

A use case asks by `core.storage.gateways.recalls`: `edit_sent(db, kind, subject, now)` or `take_back(…)`, in its own
transaction. Telegram lets a bot edit its messages at any time, but delete them for 48 hours only: later their words are
replaced. A message that its reader deleted counts as done.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from core.model.ids import LetterId
from core.storage.gateways import outbox, recalls
from core.storage.gateways.outbox import Draft
from core.storage.gateways.recalls import DELETED, EDITED, FAILED, NOTHING, REPLACED, Recall, Recalled
from core.storage.work import Work, Works
from locales import Markup, Translators
from notifications.compose import Composed, compose
from notifications.letter import Letter
from notifications.outgoing import outgoing
from notifications.parcels import CAPTION_UNITS, units
from notifications.post import Broken, ChatGone, Down, Outcome, Outgoing, Post, Sent, TooFast, Unclear

log = logging.getLogger(__name__)

TOGETHER = 8
ATTEMPTS = 5
DELETABLE = timedelta(hours=48)

Turn = Callable[[Draft, Callable[[], Awaitable[Outcome]]], Awaitable[Outcome | None]]
"""Lets something leave at the sender's pace; gives None when nothing may leave just now."""


class Recaller:
    """Edits and takes back what was asked for, as long as there is something."""

    def __init__(self, works: Works, translators: Translators, post: Post, turn: Turn) -> None:
        """`turn` lets an edit or a deletion leave among the letters."""
        self._works, self._translators, self._post, self._turn = works, translators, post, turn

    async def run(self) -> int:
        """Do what is due, each once; what fails is tried again in the next run. Gives how many were settled."""
        settled, tried = 0, set[int]()
        while batch := await self._works.read(_due, tried):
            tried.update(each.id for each in batch)
            drafts, letters = await self._works.read(self._composed, batch)
            tries = (self._recall(each, drafts.get(each.letter), letters.get(each.letter)) for each in batch)
            done = [each for each in await asyncio.gather(*tries) if each is not None]
            await self._works.change(_settle, (done, letters))
            settled += sum(bool(each.outcome) for each in done)
            if len(done) < len(batch):
                break
        return settled

    async def _composed(self, work: Work, batch: list[Recall]) -> tuple[dict[LetterId, Draft], Composed]:
        sent = [each.letter for each in batch if each.message_id is not None]
        drafts = {draft.id: draft for draft in await work.run(outbox.drafts, sent)}
        edited = {each.letter for each in batch if not each.taken_back}
        entitled = [draft for draft in drafts.values() if draft.entitled and draft.id in edited]
        return drafts, await compose(work, self._translators, entitled) if entitled else {}

    async def _recall(self, asked: Recall, draft: Draft | None, letter: object) -> Recalled | None:
        """Give what became of it, None when the messenger is out of reach."""
        if draft is None or asked.message_id is None or not (asked.taken_back or draft.entitled):
            return Recalled(asked.id, NOTHING)
        try:
            outcome, done = await self._act(asked, draft, asked.message_id, letter)
        except Exception:  # one letter's fault must not hold up the others
            log.exception("letter %s could not be recalled", asked.letter)
            outcome, done = Unclear("unforeseen"), ""
        match outcome:
            case None | TooFast() | Down():
                return None
            case Unclear():
                given_up = asked.attempts + 1 >= ATTEMPTS
                return Recalled(asked.id, FAILED if given_up else "", asked.attempts + 1)
            case _:
                return Recalled(asked.id, _ENDS.get(type(outcome), done))

    async def _act(self, asked: Recall, draft: Draft, message_id: int, letter: object) -> tuple[Outcome | None, str]:
        if letter is None:
            return await self._take_back(asked, draft, message_id)
        if not isinstance(letter, Letter):
            return Unclear("spoilt"), ""
        caption = message_id in asked.files
        message = outgoing(self._translators, draft, letter)
        message = captioned(message) if caption else message
        return await self._turn(draft, lambda: self._post.edit(message_id, message, caption)), EDITED

    async def _take_back(self, asked: Recall, draft: Draft, message_id: int) -> tuple[Outcome | None, str]:
        if asked.sent_at is None or self._works.clock.now() - asked.sent_at >= DELETABLE:
            return await self._replace(asked, draft, message_id)
        outcome: Outcome | None = None
        for number in sorted({message_id, *asked.files}):
            outcome = await self._turn(draft, partial(self._post.delete, draft.chat, number))
            if isinstance(outcome, Broken):
                return await self._replace(asked, draft, message_id)
            if not isinstance(outcome, Sent):
                break
        return outcome, DELETED

    async def _replace(self, asked: Recall, draft: Draft, message_id: int) -> tuple[Outcome | None, str]:
        words = Outgoing(draft.chat, self._translators[draft.language]("notice-taken-back"))
        caption = message_id in asked.files
        return await self._turn(draft, lambda: self._post.edit(message_id, words, caption)), REPLACED


_ENDS = {ChatGone: NOTHING, Broken: FAILED}


def captioned(message: Outgoing) -> Outgoing:
    """A caption holds less than a message: what is too long for it is cut, without its tags."""
    if units(message.text) <= CAPTION_UNITS:
        return message
    plain = Markup(message.text).plain.encode("utf-16-le")[: (CAPTION_UNITS - 1) * 2].decode("utf-16-le", "ignore")
    return replace(message, text=f"{plain}…", html=False)


async def _due(work: Work, tried: Iterable[int]) -> list[Recall]:
    return await work.run(recalls.due, TOGETHER, tuple(tried))


async def _settle(work: Work, ended: tuple[list[Recalled], Composed]) -> None:
    done, letters = ended
    await work.run(recalls.settle, done, work.now)
    told = [pair for letter in letters.values() if isinstance(letter, Letter) for pair in letter.told]
    if told:
        await work.run(outbox.tell, told)
