"""The evening's letter to a class teacher: who has entered since the one before, each with a tap to cut it (CLS-5)."""

from collections.abc import Callable, Sequence

from core.model.entry import Arrival
from core.storage.gateways.outbox import Draft
from core.storage.queries import invitations
from core.storage.work import Work
from locales import Markup, Translator
from notifications.compose.context import BUTTONS_IN_ROW, Context, fitted
from notifications.letter import Act, Buttons, Letter, LetterButton

TOLD = "1"
CUTS_SHOWN = 6


async def read(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> Callable[[Context, Draft], Letter | None]:
    """Read the entries that letters tell of; one statement."""
    arrivals = await work.run(invitations.arrivals, {item.subject for draft in drafts for item in draft.items})
    return lambda ctx, draft: _letter(ctx, draft, arrivals)


def _letter(ctx: Context, draft: Draft, arrivals: Sequence[Arrival]) -> Letter | None:
    fresh = {item.subject: item.id for item in draft.items if ctx.before(draft, item) is None}
    mine = [
        each for each in arrivals if each.binding in fresh and each.class_teacher == draft.person and not each.ended
    ]
    if not mine:
        return None
    tr = ctx.words(draft)
    people = {each.binding: each for each in mine}
    first, last = tr("notice-klass-entries", count=len(people)), tr("notice-klass-entries-hint")
    told = tuple((fresh[binding], TOLD) for binding in people)
    return Letter(fitted(tr, first, (_line(tr, each) for each in mine), last), _buttons(list(people.values())), told)


def _line(tr: Translator, one: Arrival) -> Markup:
    where = {"child": one.child.short, "klass": one.klass_name}
    return tr("notice-klass-entry", name=one.name.full, kind=one.kind.value, **where)


def _buttons(people: Sequence[Arrival]) -> Buttons:
    """Give a tap for each where they are few; where they are many, each stands on the board."""
    cuts = [
        LetterButton("notice-button-cut-one", Act.CUT_ACCESS, (each.binding,), {"name": each.name.initials})
        for each in people
        if len(people) <= CUTS_SHOWN
    ]
    klasses = {each.klass: each.klass_name for each in people}
    boards = [
        LetterButton("notice-button-entries", Act.OPEN_ENTRIES, (klass,), {"klass": name})
        for klass, name in klasses.items()
    ]
    rows = [tuple(cuts[at : at + BUTTONS_IN_ROW]) for at in range(0, len(cuts), BUTTONS_IN_ROW)]
    return (*rows, *((board,) for board in boards))
