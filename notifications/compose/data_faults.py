"""Letters to the administrators: what is wrong with the data of a student (CLS-7)."""

from collections.abc import Callable, Mapping, Sequence

from core.model.data_check import DataFault
from core.storage.gateways.outbox import Draft
from core.storage.queries import data_check as query
from core.storage.work import Work
from notifications.compose.context import Context
from notifications.letter import Act, Letter, LetterButton

TOLD = "1"


async def read(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read the errors that letters tell of; one statement."""
    faults = await work.run(query.faults, {item.subject for draft in drafts for item in draft.items})
    return lambda ctx, draft: _letter(ctx, draft, faults)


def _letter(ctx: Context, draft: Draft, faults: Mapping[int, DataFault]) -> Letter | None:
    item = next(iter(draft.items), None)
    fault = faults.get(item.subject) if item else None
    if item is None or fault is None or fault.settled_at is not None:
        return None
    who = {"klass": fault.klass_name, "name": fault.student.short, "teller": fault.told_by.initials}
    text = ctx.words(draft)("data-fault-letter", words=fault.words, **who)
    button = LetterButton("data-fault-settled", Act.SETTLE_FAULT, (fault.id,))
    return Letter(text, ((button,),), told=((item.id, TOLD),))
