"""Coming in: codes, consent, staff who say who they are; access cut off."""

from bot.callbacks.entry import (
    AcceptPress,
    ClaimPress,
    ConfirmStaffPress,
    ConsentPress,
    CutPress,
    DeclinePress,
    LostPress,
    RefuseStaffPress,
    WithdrawPress,
)
from bot.desk import Answer, Desk
from bot.routers.menu import show_menu
from bot.screen import Screen
from bot.screens import entry as screens
from bot.turn import Form, Turn, Typed
from core.model.errors import ConsentNeeded
from core.model.ids import BindingId, InvitationId
from core.rules.consent import CONSENT_VERSION, text_hash
from core.rules.invitations import ALPHABET, CODE_SIGNS, hash_code, normalise
from core.usecases import access, consent, entry

desk = Desk()
CONSENT_FORM = "consent"
# So many signs more or fewer than a code has, and it is still taken for a misread one.
_SLIPPED = 5


def looks_like_code(typed: str) -> bool:
    """Tell whether a text can be an invitation code, however carelessly typed."""
    signs = normalise(typed)
    return len(signs) == CODE_SIGNS and set(signs) <= set(ALPHABET)


def resembles_code(typed: str) -> bool:
    """Tell whether a text that is no code was most likely meant as one: a sign lost, one too many, 0 for O."""
    signs = normalise(typed)
    mixed = any(sign.isdigit() for sign in signs) and any(sign.isalpha() for sign in signs)
    return signs.isascii() and mixed and abs(len(signs) - CODE_SIGNS) <= _SLIPPED


async def take_code(turn: Turn, typed: str) -> Screen:
    """Redeem a code; whoever has not consented is asked first, and the code's hash waits for the answer."""
    code_hash = hash_code(typed, turn.services.pepper)
    try:
        return await _redeem(turn, code_hash)
    except ConsentNeeded:
        await turn.expect(CONSENT_FORM, code_hash=code_hash)
        return screens.consent_ask(CONSENT_VERSION, turn.tr)


async def _redeem(turn: Turn, code_hash: str) -> Screen:
    outcome = await turn.change(entry.redeem, entry.Redeem(code_hash))
    return screens.entrance(outcome, turn.now, turn.tr)


@desk.form(CONSENT_FORM)
async def typed_instead_of_consent(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Take another code instead of the first; anything else gets the question again."""
    if looks_like_code(typed.text):
        return await take_code(turn, typed.text)
    return screens.consent_ask(CONSENT_VERSION, turn.tr)


@desk.press(AcceptPress)
async def accept(turn: Turn, press: AcceptPress) -> Answer:
    """Record the consent, then use the code that was kept for it."""
    shown = turn.services.translators[press.language]("consent-text")
    command = consent.AcceptConsent(press.version, text_hash(shown), press.language)
    await turn.change(consent.accept_consent, command)
    form = await turn.expected()
    if form is None or form.name != CONSENT_FORM:
        return await show_menu(turn)
    screen = await _redeem(turn, str(form.data["code_hash"]))
    await turn.forget()
    return screen


@desk.press(DeclinePress)
async def decline(turn: Turn, _press: DeclinePress) -> Answer:
    """Forget the code and leave the person in peace."""
    await turn.read(entry.arrive, entry.Arrive())
    await turn.forget()
    return screens.consent_declined(turn.tr)


@desk.press(ConsentPress)
async def read_consent(turn: Turn, _press: ConsentPress) -> Answer:
    """Show the text that was accepted, and when."""
    record = await turn.read(consent.read_consent, consent.ReadConsent())
    return screens.consent_given(record, CONSENT_VERSION, turn.tr)


@desk.press(WithdrawPress)
async def withdraw(turn: Turn, press: WithdrawPress) -> Answer:
    """Ask once, then end everything."""
    if not press.sure:
        await turn.read(entry.arrive, entry.Arrive())
        return screens.withdraw_ask(turn.tr)
    await turn.change(consent.withdraw_consent, consent.WithdrawConsent())
    await turn.forget()
    return screens.withdrawn(turn.tr)


@desk.command("lost")
async def lost(turn: Turn, _argument: str) -> Answer:
    """Ask whether one's own access shall be closed."""
    return await _ask_lost(turn)


async def _ask_lost(turn: Turn) -> Screen:
    here = await turn.read(entry.arrive, entry.Arrive())
    known = here.actor.capacities or here.actor.pending
    return screens.lost_ask(turn.tr) if known else screens.lost_elsewhere(turn.tr)


@desk.press(LostPress)
async def close_own(turn: Turn, press: LostPress) -> Answer:
    """Ask once, then close one's own access."""
    if not press.sure:
        return await _ask_lost(turn)
    await turn.change(access.report_own_lost, access.ReportOwnLost())
    await turn.forget()
    return screens.lost_done(turn.tr)


@desk.press(ClaimPress)
async def claim(turn: Turn, press: ClaimPress) -> Answer:
    """Take the answer to «are you …?»."""
    command = entry.ClaimStaff(InvitationId(press.invitation), press.mine)
    outcome = await turn.change(entry.claim_staff, command)
    return screens.entrance(outcome, turn.now, turn.tr)


@desk.press(ConfirmStaffPress)
async def confirm(turn: Turn, press: ConfirmStaffPress) -> Answer:
    """Let a waiting member of staff in."""
    who = await turn.change(entry.confirm_staff, entry.ConfirmStaff(BindingId(press.binding)))
    return screens.staff_answered(who.name, confirmed=True, tr=turn.tr)


@desk.press(RefuseStaffPress)
async def refuse(turn: Turn, press: RefuseStaffPress) -> Answer:
    """Turn a waiting member of staff away."""
    who = await turn.change(entry.refuse_staff, entry.RefuseStaff(BindingId(press.binding)))
    return screens.staff_answered(who.name, confirmed=False, tr=turn.tr)


@desk.press(CutPress)
async def cut(turn: Turn, press: CutPress) -> Answer:
    """Close an access."""
    who = await turn.change(access.cut_access, access.CutAccess(BindingId(press.binding)))
    return screens.access_cut(who.name, turn.tr)
