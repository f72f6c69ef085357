"""What should have gone earlier, and would now come at a bad time: it waits again (NTF-2, NTF-3, NTF-7)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.model.ids import AccountId, LetterId
from core.model.preferences import Hours, Quiet
from core.rules.preferences import awake
from core.storage.gateways import outbox_times, preferences
from core.storage.gateways.outbox import Draft
from core.storage.work import Work
from core.usecases.duties import school_years
from notifications.letter import LetterKind
from notifications.policy import MANNERS, WAKING_KINDS
from notifications.timing import at_once


async def hold_back(work: Work, drafts: Sequence[Draft]) -> list[Draft]:
    """Give those of claimed letters that may go now; the others wait for the morning, or for the hours of publication.

    A letter's due time never lies in its reader's quiet hours, but it may be late, or the hours may have been changed
    since it was written. Two statements, however many letters, and two more where there are marks among them.
    """
    held = [draft for draft in drafts if not _wakes(draft) and draft.school]
    if not held:
        return list(drafts)
    hours = await work.run(preferences.hours, {draft.account for draft in held})
    zones = await work.run(outbox_times.zones, {draft.school for draft in held if draft.school})
    dues = {draft.id: awake(work.now, _quiet(hours, draft), zones[draft.school]) for draft in held if draft.school}
    dues |= await _marks(work, [draft for draft in held if _has_marks(draft)], hours)
    later = {letter: due for letter, due in dues.items() if due > work.now}
    await work.run(outbox_times.put_off, list(later.items()))
    return [draft for draft in drafts if draft.id not in later]


def _quiet(hours: Mapping[AccountId, Hours], draft: Draft) -> Quiet | None:
    return hours.get(draft.account, Hours()).quiet


async def _marks(work: Work, drafts: Sequence[Draft], hours: Mapping[AccountId, Hours]) -> dict[LetterId, datetime]:
    """Give when letters with marks may go by their schools' hours of publication, too."""
    if not drafts:
        return {}
    years = await school_years(work, {draft.school for draft in drafts if draft.school})
    return {
        draft.id: at_once(work.now, _quiet(hours, draft), years[draft.school], windowed=True)
        for draft in drafts
        if draft.school
    }


def _wakes(draft: Draft) -> bool:
    """An absence that could not leave on its own day wakes nobody any more."""
    kind = LetterKind(draft.kind)
    return kind in WAKING_KINDS and (draft.urgent or not MANNERS[kind].urgent)


def _has_marks(draft: Draft) -> bool:
    """A digest comes at the end of the hours of publication at the latest: a minute more must not cost it a day."""
    marks = any(item.kind == LetterKind.MARK.value for item in draft.items)
    return marks and draft.kind != LetterKind.DIGEST.value
