"""What a messenger does to a month: bans, errors, answers that are lost, people who stop the bot."""

import random
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from notifications.post import ChatGone, Down, Outcome, Outgoing, TooFast, Unclear
from tests.fakes.post import FakePost


@dataclass
class Weather:
    """Answers for `post`: one in twelve messages meets something; `stopped` chats are gone."""

    post: FakePost
    dice: random.Random
    stopped: Collection[int] = ()
    lost: Counter[int] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    tried: Counter[int] = field(default_factory=Counter)

    def answer(self, message: Outgoing) -> Outcome | None:
        """Do to a message what the dice say."""
        if message.chat in self.stopped:
            self.tried[message.chat] += 1
            return ChatGone("Forbidden: bot was blocked by the user")
        if self.dice.random() > 1 / 12:
            return None
        what = self.dice.choice(["banned", "down", "reset", "timeout", "half"])
        self.met[what] += 1
        match what:
            case "banned":
                return TooFast(0.02)
            case "down":
                return Down("500")
            case "reset":
                return Unclear("connection reset")
            case "timeout":
                # It arrived, only the answer did not: it will come once more.
                self.post.accept(message)
                self.lost[message.chat] += 1
                return Unclear("timeout")
        raise RuntimeError("half an answer")
