"""A message as somebody reads it who knows only what its lines look like."""

import re
from dataclasses import dataclass
from datetime import datetime

from notifications.post import Outgoing
from tests.notifications.month.cast import KLASSES

HEAD = re.compile(r"<b>Лев Ученик(\d+)</b> · (\S+)\n")
MARK = re.compile(r"(?:было <b>(\d)</b> → стало <b>(\d)</b>|отметка <b>(\d)</b> снята|<b>(\d)</b>) – .*«(mk\d+)»")
HOMEWORK = re.compile(r"🎒 .*?(, изменено)?: .*(hw\d+)")
TASK = re.compile(r"\bhw\d+\b")
TOKEN = re.compile(r"\b(?:rm|nt|ms)\d+\b")
PRESENCE_WORDS = {
    "отмечено отсутствие": "absent",
    "по болезни": "ill",
    "уважительной": "excused",
    "опоздание": "late",
    "присутствие": "present",
}


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message as a chat shows it: the local instant, about whom, its lines, its number and what it answers."""

    at: datetime
    pupil: int
    lines: frozenset[str]
    number: int
    answers: int | None
    silent: bool


def read(message: Outgoing, at: datetime, number: int) -> Arrived:
    """Read a message as somebody would who knows only what its lines look like."""
    head = HEAD.match(message.text)
    lines = _by_clock(message.text) or {line for text in message.text.split("\n")[1:] if (line := _line(text))}
    pupil = int(head[1]) if head and KLASSES[int(head[1]) // 100 - 1] == head[2] else 0
    return Arrived(at, pupil, frozenset(lines), number, message.reply_to, message.silent)


def _by_clock(text: str) -> set[str]:
    if "🗓 <b>Неделя" in text:
        return {"friday"}
    if "🌙" not in text:
        return set()
    return {f"evening {name}" for name in TASK.findall(text)} | ({"evening cancelled"} if "отменён" in text else set())


def _line(text: str) -> str:
    if found := MARK.search(text):
        old, new, withdrawn, first, name = found.groups()
        return f"{name} {old or withdrawn or ''}>{new or first or ''}"
    if "урок" in text and (words := next((code for word, code in PRESENCE_WORDS.items() if word in text), "")):
        return f"{'corrected ' if 'Исправлено' in text else ''}{words}"
    if found := HOMEWORK.search(text):
        return f"{found[2]} {'changed' if found[1] else 'new'}"
    if "задание отменено" in text:
        return "withdrawn"
    if "6-й урок" in text:
        return "cancelled"
    found = TOKEN.search(text)
    return found[0] if found else ""
