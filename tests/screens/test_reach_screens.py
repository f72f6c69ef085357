"""Families out of reach, letters that nobody got: whatever the names, a screen fits and leads only where one may."""

from datetime import UTC, date, datetime
from itertools import product

import pytest

from bot.callbacks.admin import PersonEntryPress
from bot.callbacks.reach import ReachStepPress
from bot.screen import Screen
from bot.screens import dead_letters, reach
from core.model.dead_letter import DeadLetter, DeadLetters
from core.model.ids import KlassId, LetterId, PersonId, SchoolId
from core.model.people import PersonName
from core.model.reach import (
    Contact,
    Family,
    Hindered,
    Hindrance,
    KlassCount,
    KlassReach,
    PaperBatch,
    ReachStepKind,
    Rung,
    Step,
)
from locales import Markup, Translators
from tests.world import MOSCOW

TRANSLATORS = Translators.load(strict=True)
HOSTILE = PersonName("<b>&" + "Ж" * 96, "𝔊" * 50, "Ы" * 100)
BIG = 2**62
TODAY, MONDAY = date(2026, 10, 15), date(2026, 10, 12)
NOW = datetime(2026, 10, 15, 6, tzinfo=UTC)


def _family(rung: Rung, number: int, *steps: Step) -> Family:
    contacts = [Contact(PersonId(BIG + each), HOSTILE, "мать" * 12, True, MONDAY) for each in range(3)]
    lost = tuple(Hindered(contact, why, MONDAY) for contact, why in zip(contacts, Hindrance, strict=False))
    return Family(PersonId(BIG + number), HOSTILE, KlassId(BIG), rung, lost, steps)


def _klass(*families: Family, may_act: bool = True) -> KlassReach:
    return KlassReach(SchoolId(BIG), KlassId(BIG), "11Ъ", MONDAY, TODAY, families, may_act)


def _fits(screen: Screen) -> None:
    assert len(Markup(screen.text).plain.encode("utf-16-le")) // 2 <= 4096
    assert len(screen.keyboard) <= 10
    for row in screen.keyboard:
        for button in row:
            assert button.press is None or len(button.press.pack().encode()) <= 64
            assert len(button.label) <= 64


@pytest.mark.parametrize("language", ["ru", "en"])
def test_whatever_the_names_every_screen_fits(language: str) -> None:
    tr = TRANSLATORS[language]
    families = [_family(rung, number) for number, rung in enumerate(list(Rung) * 9)]
    _fits(reach.klass(_klass(*families), 1, tr))
    _fits(reach.klass(_klass(), 0, tr))
    steps = tuple(Step(kind, MONDAY.replace(day=number)) for number, kind in product(range(1, 13), ReachStepKind))
    for rung in Rung:
        _fits(reach.family(_klass(_family(rung, 1, *steps)), tr))
    counts = [
        KlassCount(KlassId(BIG + number), f"{number}Ъ", {Rung.LISTED: number, Rung.PAPER: 1}) for number in range(60)
    ]
    _fits(reach.school(SchoolId(BIG), counts, 2, tr))
    students = tuple((PersonId(number), HOSTILE) for number in range(35))
    _fits(reach.paper(PaperBatch(KlassId(BIG), "11Ъ", MONDAY, students, frozenset()), tr))
    letters = tuple(DeadLetter(LetterId(BIG), "mark", NOW, "refused", HOSTILE) for _ in range(30))
    _fits(dead_letters.dead_letters(DeadLetters(SchoolId(BIG), MOSCOW, letters), 1, NOW, tr))


def _presses(screen: Screen) -> list[object]:
    return [button.press for row in screen.keyboard for button in row]


def test_what_is_done_is_not_offered_again() -> None:
    tr = TRANSLATORS["ru"]
    done = (Step(ReachStepKind.CALLED, TODAY), Step(ReachStepKind.PAPER, MONDAY))
    first = _presses(reach.family(_klass(_family(Rung.LISTED, 1)), tr))
    assert sum(isinstance(press, ReachStepPress) for press in first) == 2
    later = _presses(reach.family(_klass(_family(Rung.LISTED, 1, *done)), tr))
    assert not any(isinstance(press, ReachStepPress) for press in later)


def test_who_only_looks_on_is_offered_nothing_to_do() -> None:
    shown = _presses(reach.family(_klass(_family(Rung.LISTED, 1), may_act=False), TRANSLATORS["ru"]))
    assert not any(isinstance(press, ReachStepPress | PersonEntryPress) for press in shown)


def test_a_new_code_is_for_who_never_came_or_is_gone() -> None:
    shown = _presses(reach.family(_klass(_family(Rung.LISTED, 1)), TRANSLATORS["ru"]))
    assert [press.person for press in shown if isinstance(press, PersonEntryPress)] == [BIG, BIG + 1]
