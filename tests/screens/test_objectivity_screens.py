"""Screens of the grounds of period marks: a running period says so, groups of a subject are told apart."""

from datetime import date, timedelta

import pytest

from bot.screens import objectivity
from core.model.calendar import Period, PeriodKind
from core.model.ids import GroupId, KlassId, PeriodId, PersonId, SchoolId
from core.model.objectivity import (
    Concern,
    ConcernKind,
    GroupBook,
    Judged,
    KlassObjectivity,
    ObjectivityFrame,
)
from core.model.people import PersonName
from core.model.radar import Least
from core.model.school import ALL_GRADES
from locales import LANGUAGES, Translator, Translators
from tests.screens.test_entry_screens import sound

WORDS = Translators.load(strict=True)
each_language = pytest.mark.parametrize("tr", [WORDS[code] for code in LANGUAGES], ids=LANGUAGES)
FIRST, LAST = date(2026, 9, 1), date(2026, 10, 25)
PERIOD = Period(PeriodId(1), "1 четверть", PeriodKind.QUARTER, ALL_GRADES, FIRST, LAST)
PUPIL = PersonId(7)
RUNNING = {1: "Период ещё идёт, до конца 1 день:", 31: "до конца 31 день:", 3: "до конца 3 дня:"}


def judged(number: int, subgroup: str) -> Judged:
    book = GroupBook(GroupId(number), "9А", subgroup, "Английский язык", "Дьякова Е.И.", Least(3, 0, 0, 0), (), (), ())
    return Judged(book, (Concern(ConcernKind.FEW, PUPIL, 1, 3),))


def of_klass(today: date) -> KlassObjectivity:
    groups = (judged(1, "1 группа"), judged(2, "2 группа"))
    names = {PUPIL: PersonName("Панин", "Илья", "")}
    return KlassObjectivity(SchoolId(1), KlassId(2), "9А", today, PERIOD, groups, names)


def of_school(today: date) -> ObjectivityFrame:
    return ObjectivityFrame("Школа № 12", today, PERIOD, None, None, ((KlassId(2), "9А"),))


@pytest.mark.parametrize(("left", "words"), RUNNING.items())
def test_a_running_period_says_how_long_it_goes_on(left: int, words: str) -> None:
    tr, today = WORDS["ru"], LAST - timedelta(days=left)
    assert words in objectivity.klass(tr, of_klass(today)).text
    assert words in objectivity.classes(tr, SchoolId(1), of_school(today), 0).text


@each_language
@pytest.mark.parametrize("today", [FIRST - timedelta(days=1), LAST, LAST + timedelta(days=1)])
def test_a_period_that_is_over_or_ahead_says_nothing(tr: Translator, today: date) -> None:
    for screen in (objectivity.klass(tr, of_klass(today)), objectivity.classes(tr, SchoolId(1), of_school(today), 0)):
        sound(screen)
        assert "<i>" not in screen.text


@each_language
def test_buttons_of_two_groups_of_a_subject_differ(tr: Translator) -> None:
    first, second = objectivity.klass(tr, of_klass(FIRST)).keyboard[0]
    assert "1 группа" in first.label
    assert "2 группа" in second.label
