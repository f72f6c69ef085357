"""Buttons of coming in and of leaving: consent, names to be confirmed, access to be cut."""

from typing import Literal

from bot.callbacks import Id, Press, Small


class AcceptPress(Press, prefix="ec"):
    """«I agree» to a version of the consent text, as shown in a language."""

    version: Small
    language: Literal["ru", "en"]


class DeclinePress(Press, prefix="ed"):
    """«I do not agree»."""


class ConsentPress(Press, prefix="ei"):
    """Read the consent again."""


class WithdrawPress(Press, prefix="ew"):
    """Withdraw the consent; the second tap is `sure`."""

    sure: bool = False


class LostPress(Press, prefix="el"):
    """Cut one's own access; the second tap is `sure`."""

    sure: bool = False


class ClaimPress(Press, prefix="ey"):
    """«Yes, that is me», or not, to the name behind a staff invitation."""

    invitation: Id
    mine: bool


class CutPress(Press, prefix="ex"):
    """Cut an access off."""

    binding: Id


class ConfirmStaffPress(Press, prefix="en"):
    """Let a waiting member of staff in."""

    binding: Id


class RefuseStaffPress(Press, prefix="er"):
    """Turn a waiting member of staff away."""

    binding: Id
