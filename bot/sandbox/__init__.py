"""A local Bot API server and a web chat, to try the bot without a token: it knows the wire, not the bot's inside."""

from bot.sandbox.call import Call, Upload
from bot.sandbox.cast import CastMember
from bot.sandbox.clock import MovableClock
from bot.sandbox.errors import ApiError, too_many_requests
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.people import Person
from bot.sandbox.sandbox import Sandbox

__all__ = [
    "ApiError",
    "Call",
    "CastMember",
    "Fault",
    "Faults",
    "MovableClock",
    "Person",
    "Sandbox",
    "Upload",
    "too_many_requests",
]
