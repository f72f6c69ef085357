"""From a refusal's code to what the person reads: an alert over the button, or a message with the next step."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.callbacks import finals
from bot.outlet import ALERT_LIMIT
from bot.screen import Alert, Button, Screen
from bot.screens import entry, home
from bot.turn import Turn
from core.model.errors import ConsentNeeded, Refusal
from core.model.final_mark import FinalKind, TermKey
from core.model.ids import PeriodId
from core.rules.consent import CONSENT_VERSION
from locales import Markup, Translator, dates
from locales.clauses import cited
from locales.translator import Value


def explain(turn: Turn, refusal: Refusal) -> Screen | Alert:
    """Give the answer for a refusal: the sentence of its code, with the next step.

    Whoever has not consented gets the consent text, whoever is not in yet the way in; neither is told what was refused.
    """
    if isinstance(refusal, ConsentNeeded):
        return entry.consent_ask(CONSENT_VERSION, turn.tr)
    if refusal.code == "stranger":
        return replace(home.welcome(turn.tr), anew=True)
    if refusal.code == "pending":
        return replace(home.pending(turn.tr), anew=True)
    words, asking = _sentence(refusal, turn.tr), _asking(refusal, turn.tr)
    if asking is not None:
        return Screen(words, ((asking,), home.back(turn.tr)), anew=True)
    return _told(turn, words)


def _asking(refusal: Refusal, tr: Translator) -> Button | None:
    """Give the button to whoever can help: the deputy opens what is closed (JRN-10, JRN-11)."""
    values, label = refusal.values, tr.plain("late-ask-button")
    if "ask_lesson" in values:
        student = int(str(values["ask_student"])) or None
        return Button(label, finals.AskLatePress(lesson=int(str(values["ask_lesson"])), student=student))
    if "ask_group" in values:
        period = int(str(values["ask_period"])) or None
        key = TermKey(FinalKind(str(values["ask_kind"])), PeriodId(period) if period else None)
        return Button(label, finals.AskFinalLatePress(group=int(str(values["ask_group"])), term=finals.code_of(key)))
    return None


def stale(turn: Turn) -> Alert:
    """Give the answer for a button that is none of ours any more."""
    return Alert(turn.tr.plain("error-stale"), modal=True)


def _told(turn: Turn, words: Markup) -> Screen | Alert:
    """Over the pressed button where it fits: the screen behind it stays; as a message of its own otherwise."""
    if turn.outlet.query is not None and len(words.plain) <= ALERT_LIMIT:
        return Alert(words.plain, modal=True)
    return Screen(words, (home.back(turn.tr),), anew=True)


def _sentence(refusal: Refusal, tr: Translator) -> Markup:
    text = f"error-{refusal.code}"
    if text not in tr:
        return tr("error-refused")
    return tr(text, **{name: _word(name, value, tr) for name, value in refusal.values.items()})


def _word(name: str, value: object, tr: Translator) -> Value:
    if name == "clause":
        return cited(tr, (str(value),))
    if isinstance(value, date):
        return dates.day_and_month(tr, value)
    if isinstance(value, StrEnum):
        return value.value
    return value if isinstance(value, str | int | Decimal) else str(value)
