"""Screens of final marks, in both languages, with an ordinary class and with the ugliest a school may have."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from bot.screen import Screen
from bot.screens import final_card as cards
from bot.screens import final_sheet as sheets
from bot.screens import late
from bot.screens.family_results import results_screen
from core.model.diary import Child, Enrolment, GivenMark, SubjectName
from core.model.final_mark import Doubt, FinalKind, FinalMark, Proposal
from core.model.final_sheet import (
    FinalCard,
    FinalFacts,
    FinalLine,
    FinalRules,
    FinalSheet,
    FinalsOverview,
    FinalTerm,
    GroupProgress,
    Results,
    ResultTerm,
    TermProgress,
)
from core.model.ids import (
    ID_LIMIT,
    FinalMarkId,
    GroupId,
    KlassId,
    LessonId,
    MarkId,
    PeriodId,
    PersonId,
    SchoolId,
    SubjectId,
)
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonName
from core.model.radar import Count, Evidence, Least, Need
from core.model.school import EditWindow, Preset
from locales import LANGUAGES, Translator, Translators
from tests.screens.contract import buttons, check_buttons, check_message
from tests.screens.teacher_samples import Sample as Lesson

UGLY = '<b>&"</i> &amp;'
ZONE = ZoneInfo("Europe/Moscow")
TODAY = date(2026, 10, 22)
V = MarkValue


class Sample:
    """A quarter of a class: 25 students, or 60 with names of a hundred signs and as many marks."""

    def __init__(self, *, hostile: bool) -> None:
        self.hostile = hostile
        self.size = 60 if hostile else 25
        self.base = ID_LIMIT - 1000 if hostile else 100

    def text(self, plain: str, length: int) -> str:
        return (UGLY * length)[:length] if self.hostile else plain

    def name(self, at: int) -> PersonName:
        if self.hostile:
            return PersonName(f"{at}{UGLY}" + "я" * 80, UGLY * 6, "ё" * 100)
        return PersonName(("Волкова", "Ёлкин", "Жуков", "Орлов", "Панина")[at % 5], "Лев")

    def term(self, kind: FinalKind = FinalKind.PERIOD) -> FinalTerm:
        if kind is not FinalKind.PERIOD:
            return FinalTerm(kind, date(2026, 9, 1), date(2027, 5, 31))
        name = self.text("1 четверть", 100)
        return FinalTerm(kind, date(2026, 9, 1), date(2026, 10, 24), PeriodId(self.base), name)

    def facts(self) -> FinalFacts:
        rules = FinalRules(
            ZONE,
            Preset.MOSCOW_REGION,
            EditWindow.TWO_WEEKS,
            date(2026, 9, 1),
            date(2027, 5, 31),
            Decimal("0.5"),
            timedelta(minutes=5),
        )
        return FinalFacts(
            SchoolId(1),
            GroupId(self.base),
            KlassId(1),
            7,
            self.text("7Б", 20),
            self.text("", 100),
            SubjectName(SubjectId(1), self.text("Алгебра", 100), self.text("Алг", 40)),
            Least(marks=3),
            rules,
            terms=(self.term(), self.term(FinalKind.YEAR), self.term(FinalKind.EXAM)),
        )

    def mark(self, at: int, value: MarkValue | None = V.FOUR, kind: FinalKind = FinalKind.PERIOD) -> FinalMark:
        term = self.term(kind)
        return FinalMark(
            FinalMarkId(self.base + at),
            kind,
            PersonId(self.base + at),
            KlassId(1),
            SubjectId(1),
            GroupId(self.base),
            2026,
            term.period,
            value,
            V.FIVE,
            "14/3",
            FinalMarkId(self.base + at),
            datetime(2026, 10, 22, 7, tzinfo=UTC),
            PersonId(900),
            reason=self.text("control-works", 300),
        )

    def line(self, at: int) -> FinalLine:
        lacks = Evidence((Count(Need.MARKS, 2, 3), Count(Need.WRITTEN, 0, 2), Count(Need.LABS, 1, 1)))
        proposals = (
            Proposal(V.FIVE, Fraction(14, 3), 12),
            Proposal(V.FIVE, Fraction(14, 3), 12, doubts=(Doubt.CONTROL_WORKS,), controls=(V.THREE,) * 4),
            Proposal(V.FOUR, Fraction(4), 2, lacks, (Doubt.NOT_ASSESSED,)),
            Proposal(None),
            Proposal(V.PASSED, None, 3),
        )
        stands = self.mark(at) if at % 7 == 6 else None
        return FinalLine(PersonId(self.base + at), self.name(at), proposals[at % 5], stands)

    def sheet(self, kind: FinalKind = FinalKind.PERIOD, **more: object) -> FinalSheet:
        values: dict[str, object] = {"sets": True, "undoable": 3, "opens": date(2026, 10, 17)}
        return FinalSheet(
            facts=self.facts(),
            term=self.term(kind),
            today=TODAY,
            lines=tuple(map(self.line, range(self.size))),
            due=date(2026, 10, 31),
            clause="003 §4.13, Д-8, Г-8; 000 §13",
            **(values | more),  # type: ignore[arg-type]
        )

    def given(self, at: int) -> GivenMark:
        title = self.text("Степени", 200)
        day = date(2026, 9, 1) + timedelta(days=at % 50)
        return GivenMark(MarkId(at + 1), LessonId(1), day, V.FIVE, WorkKind.CONTROL, 3, title)

    def card(self, at: int, kind: FinalKind = FinalKind.PERIOD, **more: object) -> FinalCard:
        sheet = self.sheet(kind, **more)
        others = (self.mark(at, V.FIVE), self.mark(at, V.FOUR, FinalKind.EXAM))
        line = replace(sheet.lines[at], others=others)
        marks = tuple(map(self.given, range(150 if self.hostile else 12))) if kind is FinalKind.PERIOD else ()
        return FinalCard(sheet, line, marks)

    def overview(self) -> FinalsOverview:
        def group(at: int) -> TermProgress:
            progress = GroupProgress(
                GroupId(self.base + at),
                KlassId(1),
                7,
                self.text("7Б", 20),
                self.text("", 100),
                self.text("Алгебра", 100),
                None,
                25,
                {(FinalKind.PERIOD, PeriodId(self.base)): 25 if at % 3 else 4},
            )
            return TermProgress(progress, self.term(), date(2026, 10, 31))

        return FinalsOverview(TODAY, tuple(map(group, range(30 if self.hostile else 6))))

    def results(self) -> Results:
        stay = Enrolment(KlassId(1), self.text("7Б", 20), 7, date(2026, 9, 1), None)
        child = Child(PersonId(self.base), SchoolId(1), self.name(0), ZONE, (stay,))
        terms = (ResultTerm(FinalKind.PERIOD, self.text("1 четверть", 100)), ResultTerm(FinalKind.YEAR))
        subjects = tuple(
            (SubjectName(SubjectId(at), self.text("Алгебра", 100), ""), dict.fromkeys(terms, V.NOT_ASSESSED))
            for at in range(40 if self.hostile else 12)
        )
        return Results(child, TODAY, 2026, terms, subjects, (2025, 2026))


Draw = Callable[[Translator, Sample], Screen]
SCREENS: dict[str, Draw] = {
    "overview": lambda tr, sample: sheets.overview(sample.overview(), tr),
    "overview, nothing": lambda tr, _: sheets.overview(FinalsOverview(TODAY, (), "7Б", date(2026, 12, 19)), tr),
    "sheet": lambda tr, sample: sheets.sheet_screen(sample.sheet(), tr),
    "sheet of the year": lambda tr, sample: sheets.sheet_screen(sample.sheet(FinalKind.YEAR), tr),
    "sheet to read": lambda tr, sample: sheets.sheet_screen(sample.sheet(sets=False, undoable=0), tr),
    "sheet too early": lambda tr, sample: sheets.sheet_screen(sample.sheet(opens=date(2026, 12, 19), undoable=0), tr),
    "card": lambda tr, sample: cards.card_screen(sample.card(1), tr),
    "card, lacking": lambda tr, sample: cards.card_screen(sample.card(2), tr),
    "card, nothing": lambda tr, sample: cards.card_screen(sample.card(3), tr),
    "card, words": lambda tr, sample: cards.card_screen(sample.card(4), tr),
    "card, set": lambda tr, sample: cards.card_screen(sample.card(6), tr),
    "card of the year": lambda tr, sample: cards.card_screen(sample.card(0, FinalKind.YEAR), tr),
    "card to read": lambda tr, sample: cards.card_screen(sample.card(6, sets=False), tr),
    "why": lambda tr, sample: cards.why_set(sample.card(1), V.THREE, tr),
    "why changed": lambda tr, sample: cards.why_changed(sample.card(6), sample.mark(6), V.NOT_ASSESSED, tr),
    "why taken back": lambda tr, sample: cards.why_changed(sample.card(6), sample.mark(6), None, tr),
    "reason": lambda tr, sample: cards.type_reason(sample.card(1), tr),
    "results": lambda tr, sample: results_screen(tr, sample.results()),
    "ask": lambda tr, sample: late.ask_lesson(
        Lesson(hostile=sample.hostile).facts(), PersonId(sample.base), sample.name(1).short, tr
    ),
    "ask for all": lambda tr, sample: late.ask_lesson(Lesson(hostile=sample.hostile).facts(), None, "", tr),
    "ask for final marks": lambda tr, sample: late.ask_final(sample.facts(), sample.term(), tr),
}
translators = Translators.load(strict=True)
each_screen = pytest.mark.parametrize("name", SCREENS)
each_mood = pytest.mark.parametrize("hostile", [False, True], ids=["plain", "hostile"])


def drawn(name: str, language: str = "ru", *, hostile: bool = False) -> Screen:
    return SCREENS[name](translators[language], Sample(hostile=hostile))


@each_screen
@pytest.mark.parametrize("language", LANGUAGES)
@each_mood
def test_it_is_one_message_that_telegram_takes(name: str, language: str, hostile: bool) -> None:
    check_message(drawn(name, language, hostile=hostile))


@each_screen
@each_mood
def test_its_buttons_fit_and_say_exactly_what_they_hold(name: str, hostile: bool) -> None:
    check_buttons(drawn(name, hostile=hostile))


def test_the_first_line_names_the_group_and_the_term() -> None:
    for name in ("sheet", "card", "why", "reason", "ask for final marks"):
        assert drawn(name).text.split("\n")[0] == "<b>7Б · Алгебра</b> · 🏁 1 четверть", name


def test_the_year_is_a_plain_mean_in_words_too() -> None:
    assert "Предлагается <b>5</b>: среднее 4,67" in drawn("card of the year").text
    assert "Предлагается <b>5</b>: средневзвешенное 4,67" in drawn("card").text


def test_terms_are_listed_as_they_fall_due_the_year_last() -> None:
    value = Sample(hostile=False).overview()
    last = replace(value.groups[0].term, name="4 четверть", starts_on=date(2027, 3, 29), ends_on=date(2027, 5, 31))
    due = date(2027, 6, 7)
    year = replace(value.groups[0], term=Sample(hostile=False).term(FinalKind.YEAR), due=due)
    shown = sheets.overview(
        replace(value, groups=(year, replace(value.groups[0], term=last, due=due), value.groups[0])), translators["ru"]
    )
    assert [line.split(":")[0] for line in shown.text.split("\n\n")[1].splitlines()] == [
        "1 четверть",
        "4 четверть",
        "год",
    ]


def test_buttons_of_a_class_leave_the_class_out_and_never_cut_the_term() -> None:
    value = Sample(hostile=False).overview()
    one = value.groups[0]
    long = replace(one, group=replace(one.group, subgroup="1 группа", subject="Английский язык углублённо"))
    second = replace(long, term=replace(long.term, name="2 четверть"), due=date(2027, 1, 6))
    shown = sheets.overview(replace(value, klass="7Б", groups=(one, long, second)), translators["ru"], 1)
    assert [button.label for button in buttons(shown)][:3] == [
        "Алгебра · 1 четверть · 4/25",
        "Английский язык углублённо… · 1 четверть · 4/25",
        "Английский язык углублённо… · 2 четверть · 4/25",
    ]


def test_groups_of_two_schools_are_told_apart() -> None:
    value = Sample(hostile=False).overview()
    two = tuple(replace(each, school=school) for school in ("Школа № 12", "Лицей") for each in value.groups[:1])
    shown = sheets.overview(replace(value, groups=two), translators["ru"])
    assert "Школа № 12 · 1 четверть: срок" in shown.text
    assert "Лицей · 1 четверть: срок" in shown.text
    labels = [button.label for button in buttons(shown)]
    assert labels[:2] == ["7Б · Алгебра · Школа № 12 · 4/25", "7Б · Алгебра · Лицей · 4/25"]


def test_who_wants_a_look_is_named_with_the_reason() -> None:
    text = drawn("sheet").text
    assert "⚠️ Ёлкин Л.: контрольные работы говорят о другом: 3, 3, 3, 3" in text
    assert "⚠️ Жуков Л.: отметок 2 из 3; письменных работ 0 из 2; много «н/а»: предложение держится на немногом" in text


def test_a_label_says_what_stands_or_what_is_proposed() -> None:
    labels = [button.label for button in buttons(drawn("sheet"))]
    assert {"4,67→5 Волкова Лев", "4,67? Ёлкин Лев", "? Орлов Лев", "→зач Панина Лев", "4 ✓ Ёлкин Лев"} <= set(labels)
    assert labels[:2] == ["✅ Принять предложенные: 9", "↩️ Отменить последние: 3"]


def test_a_label_has_as_much_of_a_name_as_tells_it_apart() -> None:
    names = (
        PersonName("Волкова", "Зоя", "Львовна"),
        PersonName("Орлов", "Лев", "Ильич"),
        PersonName("Орлов", "Иван", "Ильич"),
        PersonName("Панин", "Лев", "Ильич"),
        PersonName("Панин", "Лука", "Савич"),
    )
    sheet = Sample(hostile=False).sheet()
    lines = tuple(replace(line, name=name) for line, name in zip(sheet.lines, names, strict=False))
    shown = sheets.sheet_screen(replace(sheet, lines=lines), translators["ru"])
    labels = [button.label for button in buttons(shown)]
    assert labels[2:7] == ["4,67→5 Волкова", "4,67? Орлов Л.", "4,00? Орлов И.", "? Панин Л.И.", "→зач Панин Л.С."]


def test_a_card_names_the_proposal_once() -> None:
    text = drawn("card, set").text
    assert text.count("предлаг") + text.count("Предлаг") == 1, text
    assert "Стоит <b>4</b>, по среднему предлагалось 5" in text
    assert "Средневзвешенное 4,67" in text


def test_a_card_says_once_that_nothing_is_proposed() -> None:
    bare = drawn("card, nothing").text
    assert "предлож" in bare.lower()
    assert "предложения нет" not in bare
    sample = Sample(hostile=False)
    card = replace(sample.card(3), marks=())
    text = cards.card_screen(card, translators["ru"]).text
    assert "предлож" not in text.lower()
    assert "Отметок пока нет." in text


@pytest.mark.parametrize("name", ["sheet to read", "card to read", "sheet too early"])
def test_who_may_not_set_gets_nothing_that_sets(name: str) -> None:
    kinds = {type(button.press).__name__ for button in buttons(drawn(name))}
    assert kinds <= {"FinalCardPress", "FinalSheetPress", "FinalsPress"}
