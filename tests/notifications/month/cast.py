"""Three classes and their chats: who reads of whom, what they chose, when their phones are silent."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

KLASSES = ("5А", "7Б", "9В")
PUPILS = 16
NOW, DIGEST, OFF = "now", "digest", "off"
MANDATORY, ANY = (NOW, DIGEST), (NOW, DIGEST, OFF)
# NTF-3; what a school has to tell is never off (decision 11).
TOPICS: Mapping[str, tuple[str, ...]] = {
    "attendance": MANDATORY,
    "marks": MANDATORY,
    "notices": MANDATORY,
    "messages": MANDATORY,
    "homework": ANY,
    "remarks": ANY,
    "timetable": ANY,
}
BY_CLOCK = ("evening", "friday")
USUAL_QUIET = (21, 7)
USUAL_DIGEST = 19


@dataclass(frozen=True, slots=True)
class Pupil:
    """A student: `code` is part of the name, `klass` and `place` say where they sit."""

    code: int
    klass: int
    place: int

    @property
    def family(self) -> str:
        return f"Ученик{self.code}"


@dataclass(slots=True)
class Chat:
    """A phone: of whom, about which children, with which hours. `digest` None: the usual hour."""

    name: str
    pupils: tuple[Pupil, ...]
    own: bool
    quiet: tuple[int, int] | None = USUAL_QUIET
    digest: int | None = None
    chosen: dict[tuple[int, str], str] = field(default_factory=dict)

    def manner(self, pupil: Pupil, topic: str) -> str:
        """Give how this chat is told; at first everything comes at once, but the evening's message for students
        only, the week's for guardians only (decision 11)."""
        first = OFF if topic in BY_CLOCK and self.own is (topic == "friday") else NOW
        return self.chosen.get((pupil.code, topic), first)

    def sleeps(self, at: time) -> bool:
        """Tell whether a local time lies in the quiet hours."""
        if self.quiet is None:
            return False
        begins, ends = self.quiet
        return at.hour < ends or (at.hour >= begins if begins else False)

    @property
    def digest_hour(self) -> int:
        """Give the hour of the digest, which is never in the quiet hours: it comes before they begin."""
        hour = self.digest or USUAL_DIGEST
        begins = self.quiet[0] or 24 if self.quiet else 24
        return hour if hour < begins else min(begins - 1, 21)


def pupils() -> tuple[Pupil, ...]:
    """Give everybody who learns."""
    return tuple(
        Pupil(100 * (klass + 1) + place, klass, place) for klass in range(len(KLASSES)) for place in range(PUPILS)
    )


def chats(dice: random.Random) -> tuple[Chat, ...]:
    """Give all families' chats; four mothers have children in two classes."""
    everybody = pupils()
    by_code = {pupil.code: pupil for pupil in everybody}
    found = []
    for pupil in everybody:
        if pupil.klass < 2 or pupil.place >= 4:
            twin = [by_code[pupil.code + 200]] if pupil.klass == 0 and pupil.place < 4 else []
            found.append(Chat(f"Мама{pupil.code}", (pupil, *twin), own=False))
        found.append(Chat(f"Папа{pupil.code}", (pupil,), own=False))
        found.append(Chat(pupil.family, (pupil,), own=True))
        if pupil.place == 5:
            found.append(Chat(f"Бабушка{pupil.code}", (pupil,), own=False))
    for chat in found:
        _choose(chat, dice)
    return tuple(found)


def _choose(chat: Chat, dice: random.Random) -> None:
    if dice.random() < 0.4:
        chat.quiet = dice.choice([None, (19, 10), (22, 6), (0, 5), (20, 8), (23, 9)])
    free = [hour for hour in range(17, 22) if not chat.sleeps(time(hour))]
    if dice.random() < 0.4:
        chat.digest = dice.choice(free)
    for pupil in chat.pupils:
        for topic, manners in TOPICS.items():
            if dice.random() < 0.35:
                chat.chosen[pupil.code, topic] = dice.choice(manners)
        for topic in BY_CLOCK:
            if dice.random() < 0.2:
                chat.chosen[pupil.code, topic] = dice.choice((NOW, OFF))
