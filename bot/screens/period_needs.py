"""What a period mark still asks for, in words: for families and for teachers."""

from core.model.radar import Evidence
from locales import Markup, Translator


def needs(tr: Translator, evidence: Evidence) -> Markup | None:
    """Give «2 отметки, 1 письменная работа»; None where nothing is missing."""
    lacking = [count for count in evidence.counts if count.missing]
    if not lacking:
        return None
    return Markup(", ".join(tr(f"needs-{count.need.value}", count=count.missing) for count in lacking))
