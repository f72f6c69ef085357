"""Consent, codes, names to be confirmed, access cut off."""

from datetime import datetime

from bot.callbacks.entry import (
    AcceptPress,
    ClaimPress,
    ConfirmStaffPress,
    DeclinePress,
    LostPress,
    RefuseStaffPress,
    WithdrawPress,
)
from bot.callbacks.home import SettingsPress
from bot.screen import Button, Screen
from bot.screens.home import back
from core.model.entry import Claim, ConsentRecord, Entrance, EntranceKind, Waiting
from core.model.people import PersonKind, PersonName, Role
from locales import Markup, Translator, dates

_PLAINLY = {EntranceKind.DISOWNED: "entry-claim-disowned", EntranceKind.ALREADY: "entry-code-already"}


def consent_ask(version: int, tr: Translator) -> Screen:
    """Show the consent text before anything else (ACC-4)."""
    text = "\n\n".join((tr("consent-title", version=version), tr("consent-text"), tr("consent-ask")))
    language = "en" if tr.language == "en" else "ru"
    accept = Button(tr.plain("consent-accept"), AcceptPress(version=version, language=language))
    return Screen(text, ((accept,), (Button(tr.plain("consent-decline"), DeclinePress()),)), anew=True)


def consent_declined(tr: Translator) -> Screen:
    """Take a no for a no."""
    return Screen(tr("consent-declined"))


def consent_given(record: ConsentRecord | None, version: int, tr: Translator) -> Screen:
    """Show the text again, with when it was accepted and the way to withdraw."""
    parts = [tr("consent-title", version=version), tr("consent-text")]
    rows: tuple[tuple[Button, ...], ...] = ()
    if record is not None:
        day = dates.day_month_year(tr, record.given_at.astimezone(record.zone).date())
        parts.append(tr("consent-given", day=day, version=record.version))
        rows = ((Button(tr.plain("consent-withdraw"), WithdrawPress()),),)
    return Screen("\n\n".join(parts), (*rows, back(tr)))


def withdraw_ask(tr: Translator) -> Screen:
    """Ask once more."""
    sure = Button(tr.plain("consent-withdraw-sure"), WithdrawPress(sure=True))
    return Screen(tr("consent-withdraw-ask"), ((sure,), (Button(tr.plain("home-cancel"), SettingsPress()),)))


def withdrawn(tr: Translator) -> Screen:
    """Tell that it is done."""
    return Screen(tr("consent-withdrawn"))


def lost_ask(tr: Translator) -> Screen:
    """Ask once more."""
    sure = Button(tr.plain("lost-sure"), LostPress(sure=True))
    return Screen(tr("lost-ask"), ((sure,), (Button(tr.plain("home-cancel"), SettingsPress()),)))


def lost_elsewhere(tr: Translator) -> Screen:
    """Tell somebody who has no access here whom to turn to, should another telephone be lost."""
    return Screen(tr("lost-elsewhere"))


def lost_done(tr: Translator) -> Screen:
    """Tell that it is done."""
    return Screen(tr("lost-done"))


def code_unread(tr: Translator) -> Screen:
    """Tell what a code looks like to somebody who seems to have mistyped one; says nothing of any code there is."""
    return Screen(tr("entry-code-unread"))


def entrance(outcome: Entrance, now: datetime, tr: Translator) -> Screen:
    """Tell what came of a code or of a claim."""
    if outcome.kind is EntranceKind.TO_CLAIM and outcome.claim is not None:
        return claim_ask(outcome.claim, tr)
    let_in = outcome.kind in (EntranceKind.ENTERED, EntranceKind.ALREADY)
    return Screen(_told(outcome, now, tr), (back(tr),) if let_in else ())


def _told(outcome: Entrance, now: datetime, tr: Translator) -> Markup:
    match outcome.kind:
        case EntranceKind.ENTERED:
            return _entered(outcome, tr)
        case EntranceKind.WAITING:
            return tr("entry-claim-waiting", name=outcome.name.polite if outcome.name else "")
        case EntranceKind.SLOW_DOWN if outcome.retry_at is not None:
            return tr("entry-code-slow", wait=dates.duration(tr, outcome.retry_at - now))
    return tr(_PLAINLY.get(outcome.kind, "entry-code-wrong"))


def _entered(outcome: Entrance, tr: Translator) -> Markup:
    name = outcome.name or PersonName("", "")
    if outcome.children:
        children = ", ".join(child.short for child in outcome.children)
        return tr("entry-entered-family", school=outcome.school_name, name=name.polite, children=children)
    if outcome.person_kind is PersonKind.STUDENT:
        return tr("entry-entered-student", school=outcome.school_name, name=name.given)
    return tr("entry-entered-staff", school=outcome.school_name, name=name.polite)


def claim_ask(claim: Claim, tr: Translator) -> Screen:
    """Ask a member of staff whether the name is theirs."""
    yes = Button(tr.plain("entry-claim-yes"), ClaimPress(invitation=claim.invitation, mine=True))
    no = Button(tr.plain("entry-claim-no"), ClaimPress(invitation=claim.invitation, mine=False))
    return Screen(tr("entry-claim", school=claim.school_name, name=claim.name.full), ((yes,), (no,)))


def waiting_rows(waiting: tuple[Waiting, ...], tr: Translator) -> tuple[tuple[Button, ...], ...]:
    """Give for each waiting member of staff the two answers."""
    return tuple(
        (
            Button(tr.plain("admin-waiting-confirm", name=one.name.initials), ConfirmStaffPress(binding=one.binding)),
            Button(tr.plain("admin-waiting-refuse"), RefuseStaffPress(binding=one.binding)),
        )
        for one in waiting
    )


def staff_answered(name: PersonName, *, confirmed: bool, tr: Translator) -> Screen:
    """Tell the administrator what became of a staff entry."""
    text = "entry-staff-confirmed" if confirmed else "entry-staff-refused"
    return Screen(tr(text, name=name.full), (back(tr, Role.ADMINISTRATOR),))


def access_cut(name: PersonName, tr: Translator) -> Screen:
    """Tell that an access is closed."""
    return Screen(tr("entry-cut", name=name.full), (back(tr),))
