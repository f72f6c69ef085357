"""Every screen of changes and plans, in both languages, with an ordinary school and with the ugliest there may be."""

from collections.abc import Callable

import pytest

from bot.callbacks.lesson_changes import SubstitutePress
from bot.screen import Screen
from bot.screens import lesson_changes as days
from bot.screens import lesson_changing as lessons
from bot.screens import plan as plans
from bot.screens import plan_file as files
from bot.screens import substitution
from core.model.ids import LessonId
from core.model.lesson import LessonState
from core.model.plan import PlanLevel
from locales import LANGUAGES, Translator, Translators
from tests.screens.contract import buttons, check_buttons, check_message
from tests.screens.lesson_change_samples import ChangeSample
from tests.screens.teacher_samples import NOW, TODAY

Draw = Callable[[Translator, ChangeSample], Screen]


def _conflicts(tr: Translator, sample: ChangeSample, *, insist: bool) -> Screen:
    facts = sample.of.facts()
    sure = SubstitutePress(lesson=facts.lesson.id, teacher=sample.id(1), sure=True) if insist else None
    return lessons.conflicts(facts, sample.conflicts(), tr, sure)


def _room_again(tr: Translator, sample: ChangeSample) -> Screen:
    return lessons.conflicts(sample.of.facts(), sample.conflicts(), tr, None, "changes-room-again")


SCREENS: dict[str, Draw] = {
    "changes": lambda tr, sample: days.changes(sample.changes(), tr),
    "changes for readers": lambda tr, sample: days.changes(sample.changes(changeable=False), tr),
    "classes": lambda tr, sample: days.klasses(sample.school, TODAY, sample.klasses(), 1, tr),
    "no classes": lambda tr, sample: days.klasses(sample.school, TODAY, (), 0, tr),
    "teachers": lambda tr, sample: days.teachers(sample.school, TODAY, [sample.teacher(n) for n in range(60)], 1, tr),
    "class's day": lambda tr, sample: days.klass_day(sample.klass_day(), tr),
    "absent teacher": lambda tr, sample: days.away_day(sample.away(), tr),
    "lesson": lambda tr, sample: lessons.lesson(sample.changed(), NOW, tr),
    "lesson with a record": lambda tr, sample: lessons.lesson(sample.changed(held=True), NOW, tr),
    "cancelled": lambda tr, sample: lessons.lesson(sample.changed(state=LessonState.CANCELLED), NOW, tr),
    "ask to cancel": lambda tr, sample: lessons.ask_cancel(sample.changed(), tr),
    "substitutes": lambda tr, sample: lessons.substitutes(sample.substitutes(), 0, tr),
    "move to a day": lambda tr, sample: lessons.move_days(sample.move_days(), tr),
    "move to a number": lambda tr, sample: lessons.move_numbers(sample.move_numbers(), tr),
    "rooms": lambda tr, sample: lessons.rooms(sample.rooms(), 0, tr),
    "conflicts": lambda tr, sample: _conflicts(tr, sample, insist=True),
    "conflicts of students": lambda tr, sample: _conflicts(tr, sample, insist=False),
    "room again": _room_again,
    "card": lambda tr, sample: substitution.card(sample.card(), tr),
    "empty card": lambda tr, sample: substitution.card(sample.card(full=False), tr),
    "class's plans": lambda tr, sample: plans.plans(sample.klass_plans(), tr),
    "plan": lambda tr, sample: plans.plan(sample.plan(), None, tr),
    "plan from a lesson": lambda tr, sample: plans.plan(sample.plan(), None, tr, lesson=LessonId(sample.id(7))),
    "own plan": lambda tr, sample: plans.plan(sample.plan(PlanLevel.GROUP), 0, tr),
    "no plan": lambda tr, sample: plans.plan(sample.plan(None), None, tr),
    "topic": lambda tr, sample: plans.topic(sample.topic_view(), tr),
    "ask to delete": lambda tr, sample: plans.ask_delete(sample.topic_view(), tr),
    "new topic": lambda tr, sample: plans.write_new(sample.plan(), tr),
    "topic again": lambda tr, sample: plans.write_again(sample.topic_view(), tr),
    "file": lambda tr, sample: files.how_to(sample.group(), b"xlsx", tr),
    "preview": lambda tr, sample: files.preview(sample.preview(), "план.xlsx", 2**47, tr),
    "preview of a wrong one": lambda tr, sample: files.preview(sample.preview(wrong=True), "план.xlsx", 1, tr),
}
translators = Translators.load(strict=True)
each_screen = pytest.mark.parametrize("name", SCREENS)
each_mood = pytest.mark.parametrize("hostile", [False, True], ids=["plain", "hostile"])


def drawn(name: str, language: str = "ru", *, hostile: bool = False) -> Screen:
    return SCREENS[name](translators[language], ChangeSample(hostile=hostile))


@each_screen
@pytest.mark.parametrize("language", LANGUAGES)
@each_mood
def test_it_is_one_message_that_telegram_takes(name: str, language: str, hostile: bool) -> None:
    check_message(drawn(name, language, hostile=hostile))


@each_screen
@each_mood
def test_its_buttons_fit_and_say_exactly_what_they_hold(name: str, hostile: bool) -> None:
    assert all(packed[0] in "lht" for packed in check_buttons(drawn(name, hostile=hostile)))


@each_screen
def test_an_ordinary_screen_stays_under_one_thumb(name: str) -> None:
    screen = drawn(name)
    assert len(screen.keyboard) <= 9
    assert all(len(button.label) <= 48 for button in buttons(screen))


def test_the_day_says_of_each_lesson_what_is_changed() -> None:
    assert drawn("changes").text.split("\n")[2:7] == [
        "• 7Б · Алгебра, 3-й урок: ведёт Белова О.Ю. (по расписанию – Волкова Л.)",
        "• 7Б · Алгебра, 4-й урок: отменён",
        "• 7Б · Алгебра, 5-й урок: перенесён с ср 14.10, 2-й урок",
        "• 7Б · Алгебра, 6-й урок: перенесён на пн 19.10, 2-й урок",
        "• 7Б · Алгебра, 7-й урок: каб. 21",
    ]
    assert not any("Нет учителя" in button.label for button in buttons(drawn("changes for readers")))


def test_a_suggested_substitute_is_one_tap_and_a_settled_lesson_is_none() -> None:
    labels = [button.label for button in buttons(drawn("absent teacher"))]
    assert labels[:5] == ["1 · 7Б → Ёлкин Л.", "1 · …", "2 · …", "5 · 7Б → Ёлкин Л.", "5 · …"]


def test_what_was_recorded_is_not_offered_to_be_lost() -> None:
    labels = [button.label for button in buttons(drawn("lesson with a record"))]
    assert not [label for label in labels if "Отменить" in label or "Перенести" in label]


def test_who_is_busy_is_marked() -> None:
    labels = [button.label for button in buttons(drawn("substitutes"))]
    assert labels[:5] == ["★ Волкова Л.", "• Ёлкин Л.", "Жуков Л.", "⛔ Орлов Л. · 7Б", "🤒 Панина Л."]


def test_students_in_two_places_are_nothing_to_insist_on() -> None:
    assert "Всё равно сохранить" in [button.label for button in buttons(drawn("conflicts"))]
    assert "Всё равно сохранить" not in [button.label for button in buttons(drawn("conflicts of students"))]


def test_a_wrong_file_can_not_be_loaded() -> None:
    assert [button.label for button in buttons(drawn("preview of a wrong one"))] == ["‹ К плану"]
