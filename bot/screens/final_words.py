"""Words that screens of final marks share: the group, the term, means, what wants a look."""

from collections.abc import Iterator
from decimal import Decimal

from bot.screens.teacher_words import LABEL_LIMIT, mark_text
from bot.widgets.fitting import clip
from core.model.final_mark import Doubt, FinalReason, Proposal
from core.model.final_sheet import FinalFacts, FinalTerm
from core.rules.averages import two_decimals
from locales import Markup, Translator

NAME_LIMIT = 60


def group_name(klass: str, subgroup: str, subject: str, tr: Translator) -> str:
    """«7Б · Алгебра», for a subgroup «7Б (1) · Английский»; plain."""
    if subgroup:
        klass = tr.plain("teacher-klass-subgroup", klass=klass, subgroup=clip(subgroup, LABEL_LIMIT))
    return f"{klass} · {clip(subject, NAME_LIMIT)}"


def term_name(term: FinalTerm, tr: Translator) -> str:
    """«1 четверть», «год»; plain."""
    return tr.plain(f"final-term-{term.kind.value}", name=clip(term.name, NAME_LIMIT))


def heading(facts: FinalFacts, term: FinalTerm, tr: Translator) -> Markup:
    """«7Б · Алгебра · 🏁 1 четверть»: the first line of every screen of a group's marks."""
    group = group_name(facts.klass_name, facts.subgroup, facts.subject.name, tr)
    return tr("final-heading", group=group, term=term_name(term, tr))


def mean_text(proposal: Proposal) -> Decimal | str:
    """«4,66» as the language writes it, «–» without a number."""
    return two_decimals(proposal.exact) if proposal.exact is not None else "–"


def concerns(proposal: Proposal, tr: Translator) -> Iterator[str]:
    """Give what is missing and what speaks against a proposal; plain."""
    for count in proposal.lacks:
        yield tr.plain(f"final-need-{count.need.value}", have=count.have, least=count.least)
    for doubt in proposal.doubts:
        marks = ", ".join(mark_text(value, tr) for value in proposal.controls)
        given = {"marks": marks} if doubt is Doubt.CONTROL_WORKS else {}
        yield tr.plain(f"final-doubt-{doubt.value}", **given)


def reason_text(reason: str, tr: Translator) -> str:
    """Give a reason in words: one of ours, or as it was typed; plain."""
    return tr.plain(f"final-reason-{reason}") if reason in set(FinalReason) else reason
