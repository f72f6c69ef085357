"""One line for somebody who stopped the bot and is back: what came meanwhile is not poured out (NTF-4, NTF-7)."""

from collections.abc import Callable, Sequence

from core.storage.gateways.outbox import Draft
from core.storage.work import Work
from notifications.compose.context import Context
from notifications.letter import Letter

_Make = Callable[[Context, Draft], Letter | None]


async def read(_work: Work, _ctx: Context, _drafts: Sequence[Draft]) -> _Make:
    """Read nothing: the line is the same for everybody."""
    return lambda ctx, draft: Letter(ctx.words(draft)("notice-returned"))
