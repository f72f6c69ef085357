"""Every screen of the journal, in both languages, with an ordinary lesson and with the ugliest a school may have."""

from collections.abc import Callable

import pytest

from bot.callbacks.marks import AddPress, GivePress, PupilPress
from bot.callbacks.teacher import HomeworkPress
from bot.screen import Screen
from bot.screens import teacher_attendance as attendance
from bot.screens import teacher_day as days
from bot.screens import teacher_homework as giving
from bot.screens import teacher_lesson as lessons
from bot.screens import teacher_list as lists
from bot.screens import teacher_marks as marks
from bot.screens import teacher_pupil as single
from bot.screens import teacher_topic as topics
from bot.screens.teacher_words import heading
from core.model.lesson import LessonState
from core.model.mark import MarkValue
from locales import LANGUAGES, Translator, Translators
from tests.screens.contract import buttons, check_buttons, check_message
from tests.screens.teacher_samples import NOW, Sample

Draw = Callable[[Translator, Sample], Screen]


def _list(tr: Translator, sample: Sample, value: MarkValue | None) -> Screen:
    sheet = sample.sheet()
    return marks.work_list(sheet, marks.ListView(sheet.works[0], value, more=True, done=sample.correction()), tr)


def _pupil(tr: Translator, sample: Sample, *, another: bool = False) -> Screen:
    sheet = sample.sheet()
    return single.pupil_marks(sheet, sheet.works[0], sheet.pupils[2], tr, another=another)


def _absent(tr: Translator, sample: Sample) -> Screen:
    sheet = sample.sheet()
    work, student = sheet.works[0].id, sheet.pupils[1].id
    return marks.absent_question(sheet, GivePress(work=work, student=student, value=MarkValue.EXEMPT, seen=9999), tr)


def _absent_added(tr: Translator, sample: Sample) -> Screen:
    sheet = sample.sheet()
    work, student = sheet.works[0].id, sheet.pupils[1].id
    return marks.absent_question(sheet, AddPress(work=work, student=student, value=MarkValue.FIVE, standing=1), tr)


def _prompt(tr: Translator, sample: Sample) -> Screen:
    sheet = sample.sheet()
    back = PupilPress(work=sheet.works[0].id, student=sheet.pupils[0].id)
    return single.prompt(sheet, "grading-comment-how", back, tr)


def _write(tr: Translator, sample: Sample) -> Screen:
    facts = sample.facts()
    return giving.write(heading(facts, tr), HomeworkPress(lesson=facts.lesson.id), tr, name=sample.name(0).short)


SCREENS: dict[str, Draw] = {
    "day": lambda tr, sample: days.day(sample.day(), NOW, tr),
    "home": lambda tr, sample: days.day(sample.day(), NOW, tr, home=True),
    "owed": lambda tr, sample: days.owed(sample.owed(), tr),
    "nothing owed": lambda tr, _: days.owed([], tr),
    "card": lambda tr, sample: lessons.card(sample.card(), tr, fills=True),
    "card of another's": lambda tr, sample: lessons.card(sample.card(substitute=901), tr, fills=False),
    "card of a cancelled": lambda tr, sample: lessons.card(sample.card(state=LessonState.CANCELLED), tr, fills=True),
    "attendance": lambda tr, sample: attendance.attendance(sample.draft(), tr, note="roll-changed"),
    "works": lambda tr, sample: marks.works(sample.sheet(works=4), tr),
    "kinds": lambda tr, sample: marks.kinds(sample.sheet(works=0), tr),
    "list": lambda tr, sample: _list(tr, sample, MarkValue.FIVE),
    "list by student": lambda tr, sample: _list(tr, sample, None),
    "absent": _absent,
    "absent, one more": _absent_added,
    "pupil": _pupil,
    "pupil's next": lambda tr, sample: _pupil(tr, sample, another=True),
    "reason": lambda tr, sample: single.reason(sample.sheet(), sample.correction().id, MarkValue.FAILED, tr),
    "work": lambda tr, sample: single.work_settings(sample.sheet(), sample.work(), tr),
    "prompt": _prompt,
    "list how": lambda tr, sample: lists.how(sample.sheet(), sample.work().id, tr),
    "preview": lambda tr, sample: lists.preview(sample.proposal(), tr),
    "question": lambda tr, sample: lists.preview(sample.proposal(question=True), tr),
    "list absent": lambda tr, sample: lists.absent(sample.proposal(), sample.name(0).short, tr),
    "homework": lambda tr, sample: giving.homework(sample.tasks(), tr),
    "for whom": lambda tr, sample: giving.for_whom(sample.draft().sheet, tr),
    "task": lambda tr, sample: giving.task(sample.task(1), sample.tasks(), tr),
    "days": lambda tr, sample: giving.days(sample.task(), sample.tasks(), tr),
    "rewrite": lambda tr, sample: giving.rewrite(sample.task(), sample.tasks(), tr),
    "withdraw": lambda tr, sample: giving.withdraw(sample.task(), sample.tasks(), tr),
    "write": _write,
    "topics": lambda tr, sample: topics.topics(sample.topics(), tr),
    "remark for": lambda tr, sample: topics.remark_for(sample.draft().sheet, sample.card(), tr),
    "remark": lambda tr, sample: topics.write_remark(sample.draft().sheet, sample.pupils()[0].id, tr),
}
translators = Translators.load(strict=True)
each_screen = pytest.mark.parametrize("name", SCREENS)
each_language = pytest.mark.parametrize("language", LANGUAGES)
each_mood = pytest.mark.parametrize("hostile", [False, True], ids=["plain", "hostile"])


def drawn(name: str, language: str, *, hostile: bool) -> Screen:
    return SCREENS[name](translators[language], Sample(hostile=hostile))


@each_screen
@each_language
@each_mood
def test_it_is_one_message_that_telegram_takes(name: str, language: str, hostile: bool) -> None:
    check_message(drawn(name, language, hostile=hostile))


@each_screen
@each_mood
def test_its_buttons_fit_and_say_exactly_what_they_hold(name: str, hostile: bool) -> None:
    screen = drawn(name, "ru", hostile=hostile)
    check_buttons(screen)
    assert all(screen.keyboard)


@each_screen
def test_an_ordinary_screen_stays_under_one_thumb(name: str) -> None:
    screen = drawn(name, "ru", hostile=False)
    assert len(screen.keyboard) <= 11
    assert all(len(button.label) <= 48 for button in buttons(screen))


def test_the_first_line_names_class_subject_and_lesson() -> None:
    for name in SCREENS:
        if name in ("day", "home", "owed", "nothing owed"):
            continue
        first = drawn(name, "ru", hostile=False).text.split("\n")[0]
        assert first == "<b>7Б · Алгебра</b> · 3-й урок, чт 15.10", name


def test_a_lesson_given_by_somebody_else_has_no_buttons_that_write() -> None:
    labels = [button.label for button in buttons(drawn("card of another's", "ru", hostile=False))]
    assert labels == ["‹ Уроки дня"]


def test_a_cancelled_lesson_is_struck_out_and_a_substitute_named() -> None:
    text = drawn("day", "ru", hostile=False).text
    assert "<s>8. 15:20 7Б · Алгебра</s>" in text
    assert "Белова О.Ю." in text


def test_lessons_that_have_not_begun_lack_nothing() -> None:
    lines = drawn("day", "ru", hostile=False).text.split("\n")
    assert "нет 👥" in next(line for line in lines if line.startswith("<b>3."))
    assert "нет" not in next(line for line in lines if line.startswith("<b>5."))
