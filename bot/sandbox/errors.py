"""How the Bot API says no: a code, a sentence in English, sometimes parameters."""

from typing import Any


class ApiError(Exception):
    """A refusal with Telegram's code and words, turned into the answer's body by `body`."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """Give the JSON body as Telegram sends it."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(text: str) -> ApiError:
    """Make a 400 of the words after «Bad Request: »."""
    return ApiError(400, f"Bad Request: {text}")


def forbidden(text: str) -> ApiError:
    """Make a 403 of the words after «Forbidden: »."""
    return ApiError(403, f"Forbidden: {text}")


def too_many_requests(seconds: int) -> ApiError:
    """Make a 429 that asks for a pause in seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
