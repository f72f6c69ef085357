"""Access: who entered, who waits, who was let in, whose access was cut (ACC-1, ACC-5)."""

from collections.abc import Callable, Mapping

from core.model.ids import BindingId, PersonId
from core.storage.gateways.outbox import Draft
from core.storage.queries.letters import EntryFact
from locales import Markup
from notifications.compose.context import Context, head_line
from notifications.letter import Act, Buttons, Letter, LetterButton, LetterKind

TOLD = "1"

Facts = Mapping[BindingId, EntryFact]


def letter(ctx: Context, draft: Draft, facts: Facts) -> Letter | None:
    """Give the letter, None when the binding has moved on meanwhile."""
    if not draft.items:
        return None
    item = draft.items[0]
    binding = BindingId(item.subject)
    fact = facts.get(binding)
    made = _MAKERS[LetterKind(draft.kind)](ctx, draft, binding, fact) if fact else None
    if made is None:
        return None
    return Letter(text=made.text, buttons=made.buttons, told=((item.id, TOLD),))


def _entered(ctx: Context, draft: Draft, binding: BindingId, fact: EntryFact) -> Letter | None:
    if fact.ended_at is not None:
        return None
    tr = ctx.words(draft)
    text = tr("notice-entry", name=fact.name.full, kind=fact.kind.value)
    children = (ctx.heads.get(PersonId(student)) for student in draft.payload.get("students", ()))
    lines = [*(head_line(tr, child) for child in children if child), text]
    return Letter(Markup("\n".join(lines)), _row(LetterButton("notice-button-cut", Act.CUT_ACCESS, (binding,))))


def _waits(ctx: Context, draft: Draft, binding: BindingId, fact: EntryFact) -> Letter | None:
    if fact.ended_at is not None or fact.confirmed_at is not None:
        return None
    tr = ctx.words(draft)
    text = tr("notice-entry-to-confirm", name=fact.name.full, position=fact.position, has_position=bool(fact.position))
    return Letter(
        text,
        _row(
            LetterButton("notice-button-confirm", Act.CONFIRM_STAFF, (binding,)),
            LetterButton("notice-button-refuse", Act.REFUSE_STAFF, (binding,)),
        ),
    )


def _confirmed(ctx: Context, draft: Draft, _binding: BindingId, fact: EntryFact) -> Letter | None:
    if fact.ended_at is not None:
        return None
    tr = ctx.words(draft)
    return Letter(tr("notice-entry-confirmed"), _row(LetterButton("notice-button-open", Act.TODAY)))


def _cut(ctx: Context, draft: Draft, _binding: BindingId, fact: EntryFact) -> Letter | None:
    tr = ctx.words(draft)
    # Without a person the reader is the account that was cut off: nothing personal goes there.
    if draft.person is None:
        return Letter(tr("notice-own-access-cut"))
    text = "notice-access-reported" if draft.payload.get("by_themselves") else "notice-access-cut"
    return Letter(tr(text, name=fact.name.full, kind=fact.kind.value))


def _row(*buttons: LetterButton) -> Buttons:
    return (buttons,)


_Maker = Callable[[Context, Draft, BindingId, EntryFact], Letter | None]
_MAKERS: Mapping[LetterKind, _Maker] = {
    LetterKind.ENTRY: _entered,
    LetterKind.ENTRY_TO_CONFIRM: _waits,
    LetterKind.ENTRY_CONFIRMED: _confirmed,
    LetterKind.ACCESS_CUT: _cut,
}
