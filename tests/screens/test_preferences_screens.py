"""Screens of what is chosen of being told: both languages, ordinary and at the worst, every choice (NTF-3)."""

from dataclasses import replace
from datetime import time

import pytest

from bot.callbacks.preferences import SetDigestPress, SetQuietPress, TellingPress, TopicPress
from bot.screen import Screen
from bot.screens import preferences as screens
from core.model.preferences import ChildTopics, Hours, Overview, Quiet, Telling, Topic
from core.model.school import PublicationWindow
from core.rules.preferences import CHOICES, DIGEST_HOURS, QUIET_BEGINS, QUIET_ENDS, with_quiet
from locales import Translator
from tests.screens.family_samples import NOW, TODAY, Sample
from tests.screens.test_control_screens import each_language, sound

WINDOW = PublicationWindow(time(16, 30), time(19))


def _found(sample: Sample, telling: Telling = Telling.NOW, **more: object) -> ChildTopics:
    tellings = {topic: telling if telling in CHOICES[topic] else Telling.NOW for topic in Topic}
    clauses = {topic: "003 §1.10, Г-2; 000 §7" for topic in Topic if Telling.OFF not in CHOICES[topic]}
    found = ChildTopics(sample.child, tellings, clauses, Hours(), own=False, others=2, publication=WINDOW)
    return replace(found, **more)  # type: ignore[arg-type]


@each_language
@pytest.mark.parametrize("hostile", [False, True])
@pytest.mark.parametrize("telling", Telling)
def test_a_childs_list_and_every_choice(tr: Translator, hostile: bool, telling: Telling) -> None:
    found = _found(Sample(hostile=hostile), telling)
    listed = screens.topics(found, TODAY, tr)
    sound(listed)
    assert len(listed.keyboard) <= 8
    for topic in Topic:
        screen = screens.topic(found, topic, TODAY, tr)
        sound(screen)
        pressed = [
            each.press.telling for row in screen.keyboard for each in row if isinstance(each.press, TellingPress)
        ]
        assert tuple(pressed) == CHOICES[topic]
        assert screens.kept(topic, telling, tr)
    sound(screens.overview(Overview((found.child,) * 3, found.hours), NOW, tr))
    assert screens.copied(found, tr) != screens.copied(replace(found, others=1), tr)


def _labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.keyboard for button in row]


@each_language
def test_two_beside_each_other_are_short(tr: Translator) -> None:
    for row in screens.topics(_found(Sample()), TODAY, tr).keyboard:
        assert len(row) == 1 or all(len(button.label) <= 16 for button in row)


@each_language
def test_first_graders_choose_of_no_marks(tr: Translator) -> None:
    found = _found(Sample(grade=1))
    pressed = [each.press for row in screens.topics(found, TODAY, tr).keyboard for each in row]
    offered = {each.about for each in pressed if isinstance(each, TopicPress)}
    assert set(Topic) - offered == {Topic.MARKS, Topic.RESULTS, Topic.HOMEWORK, Topic.FORECAST}


@each_language
def test_the_digest_says_the_hour_at_which_it_comes(tr: Translator) -> None:
    found = _found(Sample(), Telling.DIGEST, hours=Hours(digest=time(20)))
    assert "19:00" in screens.topics(found, TODAY, tr).text
    assert "20:00" in screens.topics(replace(found, publication=None), TODAY, tr).text


@each_language
@pytest.mark.parametrize("begins", QUIET_BEGINS)
def test_hours_to_choose_from(tr: Translator, begins: int) -> None:
    for ends in QUIET_ENDS:
        hours = with_quiet(Hours(), Quiet(time(begins), time(ends)))
        screen = screens.quiet(hours, tr)
        sound(screen)
        offered = [each.press for row in screen.keyboard for each in row if isinstance(each.press, SetQuietPress)]
        assert {press.begins for press in offered} == set(QUIET_BEGINS)
        assert {press.ends for press in offered} == set(QUIET_ENDS)
        assert sum(label.startswith("✓") for label in _labels(screen)) == 2
        sound(screens.digest(hours, tr))
    assert [label.startswith("✓") for label in _labels(screens.quiet(Hours(quiet=None), tr))].count(True) == 1


@each_language
def test_only_hours_in_which_a_digest_can_come_are_offered(tr: Translator) -> None:
    screen = screens.digest(Hours(Quiet(time(19), time(7)), time(18)), tr)
    offered = [each.press.hour for row in screen.keyboard for each in row if isinstance(each.press, SetDigestPress)]
    assert offered == [17, 18]
    everything = screens.digest(Hours(quiet=None), tr)
    assert len(_labels(everything)) == len(DIGEST_HOURS) + 1


@each_language
def test_the_staff_is_asked_for_hours_alone(tr: Translator) -> None:
    screen = screens.overview(Overview((), Hours()), NOW, tr)
    sound(screen)
    assert len(_labels(screen)) == 2
