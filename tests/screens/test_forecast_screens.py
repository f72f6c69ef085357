"""Forecast, radar and the words of charts, in both languages, with ordinary values and with the ugliest ones."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from bot.callbacks import Press
from bot.callbacks.forecast import ForecastPress, GoalPress, RadarPress, WishPress
from bot.callbacks.home import HomePress
from bot.callbacks.teacher import LessonPress
from bot.screen import Alert, Picture, Screen
from bot.screens import charts
from bot.screens.forecast import forecast_screen, subject_screen
from bot.screens.radar import ask_screen, radar_screen
from bot.widgets.fitting import MESSAGE_LIMIT, units
from core.documents.charts import AttendanceChart, Overview, Trend
from core.model.forecast import Forecast, Offer, Outlook, Prospect, SubjectForecast, Way, YearForecast
from core.model.ids import GroupId, PersonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonName
from core.model.radar import Ask, AskReason, Count, Evidence, Least, Need, Radar, RadarLine, Risk, TaughtGroup
from locales import LANGUAGES, Translator, Translators
from tests.screens import teacher_samples
from tests.screens.family_samples import TODAY, Sample

CAPTION_LIMIT = 1024
translators = Translators.load(strict=True)
RU = translators["ru"]
CONTROL, ANSWER = Offer(WorkKind.CONTROL, 3), Offer(WorkKind.ANSWER, 1)
INDEPENDENT = Offer(WorkKind.INDEPENDENT, 2)
WAYS = (Way(1, 5, CONTROL), Way(2, 4, INDEPENDENT), Way(5, 4, ANSWER), Way(21, 3, ANSWER))
EVIDENCE = Evidence(tuple(Count(need, 1, 2 + at) for at, need in enumerate(Need)))


def outlooks(better: Prospect = Prospect.OPEN) -> tuple[Outlook, ...]:
    return (
        Outlook(MarkValue.THREE, Prospect.HELD, (Way(3, 2, CONTROL),)),
        Outlook(MarkValue.FOUR, better, WAYS if better is Prospect.OPEN else ()),
        Outlook(MarkValue.FIVE, Prospect.LATE),
    )


def subject(sample: Sample, number: int = 1, **more: object) -> SubjectForecast:
    values: dict[str, object] = {
        "weighted": Decimal("3.33"), "expected": MarkValue.THREE, "lessons_left": 21, "evidence": EVIDENCE,
        "risk": Risk.URGENT, "outlooks": outlooks(),
        "year": YearForecast(((sample.text("1 четверть", 100), MarkValue.FOUR),), MarkValue.FOUR),
    }  # fmt: skip
    return SubjectForecast(sample.name(number), **(values | more))  # type: ignore[arg-type]


def forecast(sample: Sample, *subjects: SubjectForecast) -> Forecast:
    many = (
        subject(sample),
        subject(sample, 2, expected=MarkValue.FIVE, outlooks=()),
        subject(sample, 3, final=MarkValue.NOT_ASSESSED, outlooks=()),
        subject(sample, 4, weighted=None, expected=None),
    )
    shown = subjects or tuple(replace(each, subject=sample.name(at)) for at, each in enumerate(many * 5))
    goals = {shown[0].subject.id: MarkValue.FOUR}
    return Forecast(sample.child, TODAY, sample.span().period, shown, goals, watching=True)


def radar(sample: Sample, lines: int = 40) -> Radar:
    made = tuple(
        RadarLine(
            PersonId(sample.key - at), PersonName(sample.text("Орлов", 100), sample.text("Илья", 100)), EVIDENCE,
            list(Risk)[at % 4], Decimal("2.33") if at % 3 else None, MarkValue.TWO if at % 3 else None, TODAY,
            final=MarkValue.FOUR if at % 7 == 6 else None,
        )
        for at in range(lines)
    )  # fmt: skip
    group = TaughtGroup(GroupId(sample.key), sample.text("7Б", 20), sample.text("Алгебра", 100), sample.text("", 100))
    return Radar(group, TODAY, sample.span().period, Least(3, 2, 1, 1), 21, made)


def ask(tr: Translator, sample: Sample) -> Screen:
    found = radar(sample)
    asks = tuple(Ask(line, tuple(AskReason)) for line in found.lines[:5])
    return ask_screen(tr, teacher_samples.Sample(hostile=sample.hostile).facts(), found, asks)


Draw = Callable[[Translator, Sample], Screen]
SCREENS: dict[str, Draw] = {
    "all subjects": lambda tr, sample: forecast_screen(tr, forecast(sample), 1),
    "one subject": lambda tr, sample: subject_screen(tr, forecast(sample, subject(sample)), 4),
    "held": lambda tr, sample: subject_screen(tr, forecast(sample, subject(sample)), 3),
    "late": lambda tr, sample: subject_screen(tr, forecast(sample, subject(sample)), 5),
    "next wish": lambda tr, sample: subject_screen(tr, forecast(sample, subject(sample)), 0),
    "set": lambda tr, sample: subject_screen(
        tr, forecast(sample, subject(sample, final=MarkValue.FOUR, outlooks=())), 0
    ),
    "no marks": lambda tr, sample: subject_screen(
        tr, forecast(sample, subject(sample, weighted=None, expected=None, lessons_left=0)), 0
    ),
    "radar": lambda tr, sample: radar_screen(tr, radar(sample), 2),
    "ask": ask,
}
each_screen = pytest.mark.parametrize("name", SCREENS)
each_language = pytest.mark.parametrize("language", LANGUAGES)
each_mood = pytest.mark.parametrize("hostile", [False, True], ids=["plain", "hostile"])


class Tags(HTMLParser):
    """Notes tags that are not Telegram's or are not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def fits(text: str, limit: int) -> None:
    tags = Tags()
    tags.feed(text)
    assert not tags.open
    assert not tags.wrong
    assert units(re.sub(r"<[^>]+>", "", text)) <= limit


@each_screen
@each_language
@each_mood
def test_it_fits_into_a_message_and_one_hand(name: str, language: str, hostile: bool) -> None:
    screen = SCREENS[name](translators[language], Sample(hostile=hostile))
    fits(screen.text, MESSAGE_LIMIT)
    assert sum(map(bool, screen.keyboard)) <= 8
    for row in screen.keyboard:
        for button in row:
            assert 0 < len(button.label) <= 64
            assert isinstance(button.press, Press)
            packed = button.press.pack()
            assert len(packed.encode()) <= 64
            assert type(button.press).read(packed) == button.press


def test_the_forecast_in_words() -> None:
    shown = forecast_screen(RU, forecast(Sample(), subject(Sample())), 0)
    assert shown.text.split("\n\n")[1] == (
        "<b>Алгебра</b> · 3,33 → <b>3</b>\n"
        "↳ до 4: 1 пятёрка за контрольную (вес 3) или 2 четвёрки за самостоятельные (вес 2)\n"
        "❗️ Для аттестации ещё нужно: 1 отметка, 2 письменные работы, 3 лабораторные, 4 практические"
    )
    assert shown.keyboard[0][0].press == WishPress(child=100, subject=99)


def test_a_wish_in_words() -> None:
    sample = Sample()
    text = subject_screen(RU, forecast(sample, subject(sample)), 4).text
    assert "До конца периода 21 урок." in text
    assert "🎯 Чтобы вышло <b>4</b>, хватит одного из этого:\n• 1 пятёрка за контрольную (вес 3)" in text
    assert "• 21 тройка за ответы" in text
    assert "📅 За год пока выходит <b>4</b> (1 четверть – 4)." in text
    held = subject_screen(RU, forecast(sample, subject(sample)), 3).text
    assert "Ниже опустит любое из этого:\n• 3 двойки за контрольные (вес 3)" in held
    assert (
        "Остался 21 урок – для <b>5</b> этого уже мало."
        in subject_screen(RU, forecast(sample, subject(sample)), 5).text
    )
    safe = replace(subject(sample), outlooks=(Outlook(MarkValue.FOUR, Prospect.HELD),))
    assert "ничто этого не изменит" in subject_screen(RU, forecast(sample, safe), 4).text


def test_the_next_better_mark_is_offered_first() -> None:
    sample = Sample()
    screen = subject_screen(RU, forecast(sample, subject(sample)), 0)
    assert [button.label for button in screen.keyboard[0]] == ["на 3", "• на 4", "на 5"]
    set_one = subject_screen(RU, forecast(sample, subject(sample, final=MarkValue.FOUR, outlooks=())), 5)
    assert "За период выставлено: <b>4</b>." in set_one.text
    assert not set_one.keyboard[0]


def test_one_may_watch_for_a_mark() -> None:
    sample = Sample()
    found = forecast(sample, subject(sample))
    watched, other = (subject_screen(RU, found, wanted) for wanted in (4, 5))
    assert "🔔 Вы следите за <b>4</b>" in watched.text
    assert [screen.keyboard[1][0].label for screen in (watched, other)] == ["🔕 Не следить за 4", "🔔 Следить за 5"]
    assert watched.keyboard[1][0].press == GoalPress(child=100, subject=99, wanted=0)
    assert not subject_screen(RU, replace(found, watching=False), 4).keyboard[1]


def test_nothing_to_forecast_is_said() -> None:
    sample = Sample()
    empty = Forecast(sample.child, TODAY, sample.span().period)
    assert "Предметов с отметками пока нет" in forecast_screen(RU, empty, 0).text
    assert "В первом классе" in forecast_screen(RU, replace(empty, child=Sample(grade=1).child), 0).text
    assert "Учебные периоды ещё не заведены" in forecast_screen(RU, replace(empty, period=None), 0).text


def test_the_radar_in_words() -> None:
    lines = radar_screen(RU, radar(Sample(), 7), 0).text.split("\n\n")[2].splitlines()
    assert lines[1] == "🟡 <b>Орлов И.</b> · отм. 1/2, письм. 1/3, лаб. 1/4, практ. 1/5 · 2,33 → 2"
    assert lines[0] == "🟢 <b>Орлов И.</b> · отм. 1/2, письм. 1/3, лаб. 1/4, практ. 1/5"
    assert lines[6] == "☑️ <b>Орлов И.</b> · выставлено 4"
    assert [sign.partition(" ")[0] for sign in lines[2:6]] == ["🔴", "⛔️", "🟠", "🟡"]


def test_a_radar_without_marks() -> None:
    shown = radar_screen(RU, replace(radar(Sample(), 0), assessed=False), 0)
    assert "Здесь отметок за период не ставят." in shown.text
    assert "В группе никого нет." in radar_screen(RU, radar(Sample(), 0), 0).text
    everybody = replace(
        radar(Sample(), 1), lines=(RadarLine(PersonId(1), PersonName("А", "Б"), Evidence(), Risk.NONE),)
    )
    shown = radar_screen(RU, everybody, 0)
    assert "✅ Отметок хватает у всех" in shown.text
    assert "🟢 <b>А Б.</b> · отметок нет" in shown.text


def test_the_radar_of_a_lesson_leads_back_to_it() -> None:
    shown = radar_screen(RU, radar(Sample()), 0, 7)
    assert [each.press for each in shown.keyboard[-1]] == [LessonPress(lesson=7), HomePress()]
    assert [each.press for each in radar_screen(RU, radar(Sample()), 0).keyboard[-1]] == [HomePress()]


def test_nobody_to_ask() -> None:
    facts = teacher_samples.Sample(hostile=False).facts()
    found = ask_screen(RU, facts, radar(Sample()), ())
    assert "Спросите, кого хочется." in found.text
    assert RadarPress(group=100, lesson=facts.lesson.id) == found.keyboard[0][0].press


def pictures(tr: Translator, sample: Sample) -> list[Picture | Alert]:
    return [
        charts.trend(tr, sample.progress(1, 40)),
        charts.overview(tr, forecast(sample)),
        charts.attendance(tr, sample.absences()),
    ]


@each_language
@each_mood
def test_a_charts_words_fit_below_it(language: str, hostile: bool) -> None:
    for picture in pictures(translators[language], Sample(hostile=hostile)):
        assert isinstance(picture, Picture)
        fits(picture.caption, CAPTION_LIMIT)
        assert picture.caption.startswith("<b>")
        assert len(picture.place) < 80
        assert picture.place.endswith(language)
        assert picture.keyboard


def test_a_trend_has_the_running_mean_and_leaves_words_out() -> None:
    sample = Sample()
    progress = sample.progress(1, 0)
    marks = [sample.mark(MarkValue.FIVE), sample.mark(MarkValue.PASSED), sample.mark(MarkValue.TWO, 2)]
    each = replace(progress.subjects[0], marks=tuple(marks))
    picture = charts.trend(RU, replace(progress, subjects=(each,)))
    assert isinstance(picture, Picture)
    assert isinstance(picture.chart, Trend)
    assert [(dot.points, dot.mean) for dot in picture.chart.dots] == [(5, Decimal("5.00")), (2, Decimal("3.00"))]
    assert picture.chart.last == "3,00"


def test_an_overview_has_the_best_first_and_the_marks_that_were_set() -> None:
    sample = Sample()
    low = subject(sample, weighted=Decimal("2.50"))
    done = subject(sample, 2, weighted=Decimal("4.50"), final=MarkValue.FIVE)
    picture = charts.overview(RU, forecast(sample, low, done, subject(sample, 3, weighted=None)))
    assert isinstance(picture, Picture)
    assert isinstance(picture.chart, Overview)
    assert [(bar.written, bar.mark) for bar in picture.chart.bars] == [("4,50", "5"), ("2,50", "")]
    assert "в рамке" in picture.chart.note


def test_weeks_without_absences_are_shown_as_such() -> None:
    sample = Sample()
    picture = charts.attendance(RU, sample.absences(1))
    assert isinstance(picture, Picture)
    assert isinstance(picture.chart, AttendanceChart)
    weeks = picture.chart.weeks
    assert weeks[0].label == "01.09"
    assert weeks[-1].label == "12.10"
    assert [week.counts for week in weeks[:-1]] == [(0, 0, 0, 0)] * 6
    assert weeks[-1].counts == (1, 0, 0, 0)


def test_nothing_to_draw_is_an_alert() -> None:
    sample = Sample()
    assert isinstance(charts.trend(RU, sample.progress(1, 0)), Alert)
    assert isinstance(charts.overview(RU, forecast(sample, subject(sample, weighted=None))), Alert)
    assert isinstance(charts.attendance(RU, sample.absences(0)), Alert)


def test_pages_turn() -> None:
    screen = forecast_screen(RU, forecast(Sample()), 1)
    turning = [button.press for row in screen.keyboard for button in row if isinstance(button.press, ForecastPress)]
    assert turning[0] == ForecastPress(child=100, page=0)
