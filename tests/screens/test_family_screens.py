"""Every screen of a family, in both languages, with ordinary values and with the ugliest a school may have."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.callbacks import Press, prefix_of
from bot.callbacks.family import DayPress, HomeworkPress, LessonPress, MarksPress, TickPress
from bot.callbacks.home import HomePress
from bot.screen import Screen
from bot.screens.family_absences import absences_screen
from bot.screens.family_day import day_screen, pick_day_screen
from bot.screens.family_home import home_screen
from bot.screens.family_homework import files_screen, homework_screen, subject_homework_screen, subjects_screen
from bot.screens.family_lesson import lesson_screen
from bot.screens.family_marks import marks_screen, subject_screen
from bot.screens.family_timetable import timetable_screen
from bot.screens.family_week import week_screen
from core.model.calendar import CalendarKind
from core.model.diary import Holiday
from locales import LANGUAGES, Translator, Translators
from tests.screens.contract import Tags, buttons, check_buttons, check_message
from tests.screens.family_samples import TODAY, Sample

Draw = Callable[[Translator, Sample], Screen]

SCREENS: dict[str, Draw] = {
    "home": lambda tr, sample: home_screen(tr, sample.glance()),
    "day": lambda tr, sample: day_screen(tr, sample.day()),
    "day of fifteen lessons": lambda tr, sample: day_screen(tr, sample.day(15)),
    "day off": lambda tr, sample: day_screen(tr, sample.day_off()),
    "pick": lambda tr, sample: pick_day_screen(tr, sample.child, TODAY, TODAY),
    "week": lambda tr, sample: week_screen(tr, sample.week()),
    "lesson": lambda tr, sample: lesson_screen(tr, sample.one()),
    "timetable": lambda tr, sample: timetable_screen(tr, sample.timetable()),
    "timetable of a week": lambda tr, sample: timetable_screen(tr, sample.timetable(week=True)),
    "homework": lambda tr, sample: homework_screen(tr, sample.tasks()),
    "homework of a week": lambda tr, sample: homework_screen(tr, sample.tasks(week=True)),
    "subjects": lambda tr, sample: subjects_screen(tr, sample.subjects(), 0),
    "subject's homework": lambda tr, sample: subject_homework_screen(tr, sample.subject_tasks(), 1),
    "files": lambda tr, sample: files_screen(tr, sample.files()),
    "marks": lambda tr, sample: marks_screen(tr, sample.progress(marks=60), 1),
    "subject's marks": lambda tr, sample: subject_screen(tr, sample.progress(marks=80)),
    "absences": lambda tr, sample: absences_screen(tr, sample.absences(), 1),
    "absences' first page": lambda tr, sample: absences_screen(tr, sample.absences(200), 0),
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
    screen = drawn(name, language, hostile=hostile)
    check_message(screen)
    assert "<code>" not in screen.text


@each_screen
@each_mood
def test_its_buttons_fit_and_say_exactly_what_they_hold(name: str, hostile: bool) -> None:
    screen = drawn(name, "ru", hostile=hostile)
    check_buttons(screen)
    assert sum(map(bool, screen.keyboard)) <= 10
    for button in buttons(screen):
        assert len(button.label) <= 64
        assert isinstance(button.press, Press)
        assert prefix_of(type(button.press))[0] in "bcfhimpv"


@each_screen
def test_it_names_the_child_and_the_class_first_and_leads_back(name: str) -> None:
    screen = drawn(name, "ru", hostile=False)
    assert screen.text.split("\n")[0] == "<b>Илья Орлов</b> · 7Б"
    assert name == "home" or any(isinstance(button.press, HomePress) for button in buttons(screen))


def test_a_hostile_name_is_shown_as_it_is() -> None:
    reader = Tags()
    reader.feed(drawn("homework", "ru", hostile=True).text)
    assert '<b>&"</i> &amp;' in reader.said


def test_a_long_day_is_shortened_and_each_lesson_can_be_read_in_full() -> None:
    screen = drawn("day", "ru", hostile=True)
    assert any(isinstance(button.press, LessonPress) for button in buttons(screen))
    plain = drawn("day", "ru", hostile=False)
    assert not any(isinstance(button.press, LessonPress) for button in buttons(plain))
    assert "…" not in plain.text


@each_language
def test_a_cancelled_lesson_is_struck_out_and_a_substitute_named(language: str) -> None:
    text = drawn("day", language, hostile=False).text
    assert "<s>1. Алгебра</s>" in text
    assert "Петрова В.А." in text
    assert text.count("Зимина А.П.") == 6


def test_a_day_off_says_which_and_offers_the_next_school_day() -> None:
    screen = drawn("day off", "ru", hostile=False)
    assert "Осенние каникулы: 26 октября – 1 ноября" in screen.text
    assert "Ближайший учебный день – понедельник, 2 ноября." in screen.text
    assert "пн 02.11 ▶" in [button.label for button in buttons(screen)]


def test_a_mark_shows_its_work_weight_and_comment() -> None:
    text = drawn("day", "ru", hostile=False).text
    assert "✏️ <b>5</b> контрольная работа, «Дроби» – Молодец" in text
    assert "✏️ <b>н/а</b> контрольная работа, вес 10" in text


def test_new_marks_are_underlined_and_weights_raised() -> None:
    text = drawn("marks", "ru", hostile=False).text
    assert "<u>5</u>" in text or "…" in text
    few = marks_screen(translators["ru"], Sample().progress(2), 0)
    assert "<u>5</u> 5² 5³" in few.text
    assert "4,33 (с учётом веса 4,50)" in few.text


def test_two_equal_means_are_shown_once_among_many_subjects() -> None:
    progress = Sample().progress(1)
    equal = replace(progress, subjects=tuple(replace(each, weighted=each.mean) for each in progress.subjects))
    text = marks_screen(translators["ru"], equal, 0).text
    assert "4,33" in text
    assert "с учётом веса" not in text


def test_only_a_student_gets_buttons_to_tick() -> None:
    tr, sample = translators["ru"], Sample()
    student = homework_screen(tr, sample.tasks(ticking=True))
    parent = homework_screen(tr, sample.tasks(ticking=False))
    assert [button.press.done for button in buttons(student) if isinstance(button.press, TickPress)] == [True, False]
    assert not any(isinstance(button.press, TickPress) for button in buttons(parent))
    assert "✅ 2." in parent.text


def test_the_first_grade_has_neither_marks_nor_homework_and_is_told_why() -> None:
    tr, sample = translators["ru"], Sample(grade=1)
    for screen in (home_screen(tr, sample.glance()), marks_screen(tr, sample.progress(), 0)):
        assert "В первом классе отметок и домашних заданий нет" in screen.text
    for screen in (home_screen(tr, sample.glance()), day_screen(tr, sample.day_off())):
        assert not any(isinstance(button.press, MarksPress | HomeworkPress) for button in buttons(screen))


def test_the_home_names_the_holidays_in_place_of_no_lessons() -> None:
    tr, sample = translators["ru"], Sample()
    vacation = Holiday("Осенние каникулы", CalendarKind.VACATION, TODAY, TODAY + timedelta(days=6))
    text = home_screen(tr, replace(sample.glance(), lessons=0, holidays=(vacation,))).text
    assert "🏖 Осенние каникулы" in text
    assert "уроков нет" not in text


def test_one_child_has_no_switch_and_nobody_a_kind_word() -> None:
    tr = translators["ru"]
    several, one = home_screen(tr, Sample().glance(2)), home_screen(tr, Sample().glance(1))
    assert len(several.keyboard) == len(one.keyboard) + 1
    assert "классному руководителю" in home_screen(tr, None).text


@pytest.mark.parametrize("raw", ["fd:7:5", "fd:7:-1", "fd:0:0", "fd:7:+739539", "fd:7:999999", "fd:7:0:1", "fd:7"])
def test_forged_days_are_no_buttons_of_ours(raw: str) -> None:
    with pytest.raises(ValueError, match=r"not"):
        DayPress.read(raw)


def test_today_is_the_day_of_the_press_not_of_the_drawing() -> None:
    screen = home_screen(translators["ru"], Sample().glance())
    days = [button.press for button in buttons(screen) if isinstance(button.press, DayPress)]
    assert [press.day for press in days] == [0]
