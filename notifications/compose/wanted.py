"""What a reader has switched off since a letter was written is not told any more (NTF-3)."""

from collections.abc import Sequence
from dataclasses import replace

from core.model.ids import PersonId
from core.model.preferences import Telling, Tellings
from core.rules.preferences import CHOICES
from core.storage.gateways import preferences
from core.storage.gateways.outbox import Draft
from core.storage.work import Work
from notifications.letter import LetterKind
from notifications.policy import FOLDED_KINDS, TOPICS


async def still_wanted(work: Work, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the letters that are still wanted, each with those of its items that are; one statement."""
    accounts = {draft.account for draft in drafts if draft.student}
    chosen = await work.run(preferences.tellings, accounts) if accounts else {}
    found = []
    for draft in drafts:
        tellings = chosen.get((draft.account, PersonId(draft.student or 0)), {})
        wanted = _wanted(draft, tellings) if tellings else draft
        if wanted is not None:
            found.append(wanted)
    return found


def _wanted(draft: Draft, tellings: Tellings) -> Draft | None:
    if LetterKind(draft.kind) not in FOLDED_KINDS:
        return None if _is_off(LetterKind(draft.kind), tellings) else draft
    items = tuple(item for item in draft.items if not _is_off(LetterKind(item.kind), tellings))
    return replace(draft, items=items) if items else None


def _is_off(kind: LetterKind, tellings: Tellings) -> bool:
    topic = TOPICS.get(kind)
    return topic is not None and Telling.OFF in CHOICES[topic] and tellings.get(topic) is Telling.OFF
