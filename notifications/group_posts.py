"""Groups of classes: what concerns a whole class is noted when it happens, and told in one post (NTF-0).

Never anything that is of one child: only events whose kind stands here, and of these only what is everybody's.
"""

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import time, timedelta
from functools import partial

from core.model.events import Event, EventKind
from core.model.ids import KlassId
from core.model.preferences import Quiet
from core.rules.preferences import awake
from core.rules.school_events import concerns
from core.storage.gateways import group_chats as gateway
from core.storage.gateways.group_chats import Note
from core.storage.queries import group_posts as query
from core.storage.queries import school_events
from core.storage.queries.group_posts import BoundKlass, DueGroup
from core.storage.work import Work, Works
from core.usecases.duties import SchoolYear, school_years
from locales import LANGUAGES, Translators
from notifications.compose.group_post import GroupPost, compose_post, read
from notifications.letter import LetterKind
from notifications.policy import MANNERS, ready_at
from notifications.post import Broken, ChatGone, Outcome, Outgoing, Post, Sent

log = logging.getLogger(__name__)

TOLD = frozenset({EventKind.LESSON_CHANGE, EventKind.HOMEWORK, EventKind.SCHOOL_EVENT})
REST = timedelta(minutes=15)
"""A group is told at most so often; whatever happens meanwhile is one post."""
UNBOUND = timedelta(minutes=10)
"""How long the bot stays in a group that nobody binds."""
_QUIET = Quiet(time(21), time(7))
_UPGRADED = "upgraded"

Turn = Callable[[Callable[[], Awaitable[Outcome]]], Awaitable[Outcome | None]]
"""Lets something leave at the sender's pace; gives None when nothing may leave just now."""


async def note_for_groups(work: Work, events: Sequence[Event], year: SchoolYear) -> None:
    """Note what groups of a school are to be told of; one statement where no class has a group.

    A school that keeps contents out of the messenger keeps them out of its groups, too (PLT-7).
    """
    if year.school.reserved:
        return
    told = [event for event in events if event.kind in TOLD and event.student is None]
    klasses = await work.run(query.bound, year.school.id) if told else []
    if not klasses:
        return
    of_event = await _klasses(work, told, klasses)
    notes = []
    for event in told:
        ready = ready_at(MANNERS[LetterKind(event.kind)], event.at, year.school)
        due = awake(ready, _QUIET, year.school.zone)
        for klass in klasses:
            if klass.klass in of_event.get((event.kind, event.subject), ()):
                notes += [Note(group, event.kind.value, event.subject, event.at, due) for group in klass.groups]
    await work.run(gateway.note, notes)


async def _klasses(
    work: Work, events: Iterable[Event], bound: Sequence[BoundKlass]
) -> Mapping[tuple[EventKind, int], frozenset[KlassId]]:
    ids = {kind: {event.subject for event in events if event.kind is kind} for kind in TOLD}
    lessons = await work.run(query.klasses_of_lessons, ids[EventKind.LESSON_CHANGE])
    homework = await work.run(query.klasses_of_homework, ids[EventKind.HOMEWORK])
    planned = await work.run(school_events.some, ids[EventKind.SCHOOL_EVENT])
    return {
        **{(EventKind.LESSON_CHANGE, key): frozenset({klass}) for key, klass in lessons.items()},
        **{(EventKind.HOMEWORK, key): frozenset({klass}) for key, klass in homework.items()},
        **{
            (EventKind.SCHOOL_EVENT, key): frozenset(
                each.klass for each in bound if concerns(event.plan, each.klass, each.grade)
            )
            for key, event in planned.items()
        },
    }


class GroupPoster:
    """Posts what is due, leaves groups that nobody bound."""

    def __init__(self, works: Works, translators: Translators, post: Post, turn: Turn) -> None:
        """`turn` lets a post leave among the letters."""
        self._works, self._translators, self._post, self._turn = works, translators, post, turn

    async def run(self) -> int:
        """Do what is due; what fails is tried again in the next run. Gives how many posts arrived."""
        await self._leave_unbound()
        groups = await self._works.read(_due, None)
        if not groups:
            return 0
        posts = await self._works.read(self._composed, groups)
        return sum([await self._tell(group, post) for group, post in zip(groups, posts, strict=True)])

    async def _composed(self, work: Work, groups: Sequence[DueGroup]) -> list[GroupPost]:
        facts = await read(work, groups)
        years = await school_years(work, {group.school for group in groups})
        tr = self._translators[LANGUAGES[0]]
        return [compose_post(group, facts, tr, years[group.school].today(work.now), work.now) for group in groups]

    async def _tell(self, group: DueGroup, post: GroupPost) -> bool:
        text = post.text
        if text is None:
            await self._works.change(_settle, post.told)
            return False
        outcome = await self._turn(partial(self._post.send, Outgoing(group.chat, text, silent=True)))
        match outcome:
            case Sent():
                await self._works.change(_settle, post.told)
            case ChatGone():
                await self._works.change(_end, group)
            case Broken(reason) if _UPGRADED not in reason.lower():
                log.warning("a group refuses a post")
                await self._works.change(_settle, [(key, None) for key, _ in post.told])
        return isinstance(outcome, Sent)

    async def _leave_unbound(self) -> None:
        for chat in await self._works.read(_unbound, None):
            outcome = await self._turn(partial(self._post.leave, chat))
            if isinstance(outcome, Sent | ChatGone | Broken):
                await self._works.change(_depart, chat)


async def _due(work: Work, _nothing: None) -> list[DueGroup]:
    return await work.run(query.due, work.now, work.now - REST)


async def _unbound(work: Work, _nothing: None) -> list[int]:
    return await work.run(gateway.unbound, work.now - UNBOUND)


async def _settle(work: Work, told: Sequence[tuple[int, str | None]]) -> None:
    await work.run(gateway.settle, told, work.now)


async def _end(work: Work, group: DueGroup) -> None:
    await work.run(gateway.end, group.chat, work.now)
    await work.run(gateway.drop_posts, [group.id], work.now)


async def _depart(work: Work, chat: int) -> None:
    await work.run(gateway.end, chat, work.now)
