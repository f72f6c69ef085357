"""Screens of a class's own affairs: subgroups and the check of its data, in both languages, with the worst names."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.screens import data_check, subgroups
from core.model.data_check import FAULT_LIMIT, DataCard, DataCheck, DataFault, DataFaultId, DataFaults, KnownGuardian
from core.model.ids import GroupId, KlassId, PersonId, SchoolId
from core.model.journal import Pupil
from core.model.people import PersonName
from core.model.subgroup import DividedSubject, Division, DivisionDraft, KlassDivisions, Subgroup
from locales import LANGUAGES, Translator, Translators
from tests.screens.contract import check_buttons, check_message

WORST = PersonName("<b>Орлов</b> & «Ко»" + "ъ" * 80, "Ил</i>ья" + "х" * 90, "&amp;Пав" + "ш" * 90)
SCHOOL, KLASS, BIG = SchoolId(2**62), KlassId(2**62), 2**62
DAY, YEAR_END = date(2026, 10, 19), date(2027, 5, 31)
WORDS = Translators.load(strict=True)
each_language = pytest.mark.parametrize("tr", [WORDS[code] for code in LANGUAGES], ids=LANGUAGES)


def _draft(groups: int, moved: int) -> DivisionDraft:
    some = tuple(Subgroup(GroupId(BIG + at), "<i>&" + "г" * 96, (WORST,) * 4) for at in range(groups))
    pupils = tuple(Pupil(PersonId(BIG + at), WORST) for at in range(35))
    # One in none, one in two, the others in the first.
    places = {pupil.id: (some[0].id,) for pupil in pupils[1:]} | {pupils[1].id: (some[0].id, some[-1].id)}
    division = Division(KLASS, "11Б&", "<Иностранный" + "я" * 60, DAY, some, pupils, places, YEAR_END)
    moves = {pupil.id: some[-1].id for pupil in pupils[2 : 2 + moved]}
    return DivisionDraft(some[0].id, division, moves, DAY, YEAR_END, whole_klass=True)


@each_language
@pytest.mark.parametrize(("groups", "moved"), [(2, 0), (2, 1), (6, 33)])
def test_a_division_fits_at_its_worst(groups: int, moved: int, tr: Translator) -> None:
    draft = _draft(groups, moved)
    for screen in (subgroups.division(draft, tr), subgroups.days(draft, DAY, tr)):
        check_message(screen)
        check_buttons(screen)


@each_language
def test_lists_of_divisions_say_who_is_left_out(tr: Translator) -> None:
    slips = DividedSubject(GroupId(BIG), "<Физика>", 2, 3, 1)
    value = KlassDivisions(SCHOOL, KLASS, "11Б&", (slips, DividedSubject(GroupId(1), "ИКТ", 3, 0, 0)), True)
    screen = subgroups.divisions(value, tr)
    said = check_message(screen)
    check_buttons(screen)
    assert ("⚠️" in said, "✅" in said) == (True, True)
    for found in ([], [(KlassId(BIG + at), "11Б&") for at in range(60)]):
        check_message(subgroups.klasses(SCHOOL, found, 1, tr))


def _check(looked: int, *, done: bool = False) -> DataCheck:
    guardians = tuple(KnownGuardian(WORST, "м<а>ть" if at else "", bool(at % 2)) for at in range(4))
    cards = tuple(DataCard(PersonId(BIG + at), WORST, DAY if at else None, DAY, guardians) for at in range(35))
    seen = frozenset(card.student for card in cards[:looked])
    return DataCheck(KLASS, "11Б&", DAY.replace(day=1), cards, seen, seen, done)


@each_language
def test_the_check_of_data_fits_at_its_worst(tr: Translator) -> None:
    for value in (_check(0), _check(34), _check(35), _check(35, done=True)):
        check_message(data_check.check(value, tr))
        check_buttons(data_check.check(value, tr))
    check_message(data_check.ask_fault(_check(0), PersonId(BIG), tr))


@each_language
@pytest.mark.parametrize("count", [0, 1, 12])
def test_errors_fit_at_their_worst(count: int, tr: Translator) -> None:
    at = datetime(2026, 10, 15, 7, tzinfo=UTC)
    some = [
        DataFault(DataFaultId(BIG + number), SCHOOL, "11Б&", WORST, "<&" * (FAULT_LIMIT // 2), WORST, at)
        for number in range(count)
    ]
    screen = data_check.faults(DataFaults(SCHOOL, ZoneInfo("Europe/Moscow"), tuple(some)), 0, tr)
    check_message(screen)
    check_buttons(screen)
