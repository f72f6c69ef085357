"""Logs without personal data: one JSON object a line, secrets blotted out, talkative libraries silenced (PLT-4)."""

import json
import logging
import re
import sys
import warnings
from typing import Final, TextIO

from bot.settings import Settings

# These print parameters, whole updates or addresses with the token when they are in the mood.
TALKATIVE: Final = (
    "aiosqlite",
    "aiogram",
    "aiohttp",
    "apscheduler",
    "asyncio",
    "sqlalchemy",
    "fontTools",
    "matplotlib",
)
log = logging.getLogger(__name__)

_TOKEN: Final = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")


class JsonLines(logging.Formatter):
    """A record as one line of JSON; of an exception only its kind and where it came from, never its words."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        line: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"),
            "level": record.levelname,
            "from": record.name,
            "message": _TOKEN.sub("[token]", _words(record)),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _where(record)
        return json.dumps(line, ensure_ascii=False)


def _words(record: logging.LogRecord) -> str:
    # The event loop says in its first line what happened, and in the others with what: exceptions' words, arguments.
    words = record.getMessage()
    return words.partition("\n")[0] if record.name == "asyncio" else words


def _warned(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Log a warning without its words: aiogram's about an unknown kind of update holds the whole update."""
    log.warning("%s at %s:%s", category.__name__, filename.rpartition("/")[2], lineno)


def _where(record: logging.LogRecord) -> list[str]:
    places = []
    trace = record.exc_info[2] if record.exc_info else None
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places[-8:]


def set_up_logs(settings: Settings) -> None:
    """Send logs to the standard error stream at the level of the settings."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    warnings.showwarning = _warned
