"""Screens of one's own duties and of pardons, in both languages, for every kind of subject and state."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.callbacks import Press
from bot.callbacks.board import BoardPress, KlassDutiesPress, TeacherDutiesPress
from bot.callbacks.duties import DealPress, DutyPress
from bot.screen import Screen
from bot.screens import duties as screens
from bot.widgets.duty_buttons import about, board_place, duty_of
from bot.widgets.duty_lines import reason_in_words
from core.model.board import BoardSpan, rule_number
from core.model.duty import Cycle, Duty, DutyState, DutySubject, Pardon, SubjectKind
from core.model.duty_sheet import DutyNames, NamedKlass, NamedPerson
from core.model.ids import GroupId, KlassId, LessonId, PeriodId, PersonId, SchoolId, SubjectId
from core.model.own_duties import PARDON_CODE, Deal, DutyCard, Owed
from core.model.school import Preset
from core.regulation.loader import preset
from locales import LANGUAGES, Translator, Translators
from tests.screens.test_entry_screens import HOSTILE, sound

WORDS = Translators.load(strict=True)
each_language = pytest.mark.parametrize("tr", [WORDS[code] for code in LANGUAGES], ids=LANGUAGES)
ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 15, 7, tzinfo=UTC)
BIG = 2**63 - 1
NAMES = DutyNames(
    people={BIG: NamedPerson("С1", HOSTILE)},
    klasses={BIG: NamedKlass("7<Б>", 7)},
    subjects={BIG: "Алгебра и начала <анализа>" * 3},
    groups={BIG: "1 подгруппа"},
    periods={BIG: "1 четверть"},
    lessons={BIG: 3},
    works={BIG: "Контрольная & работа"},
    things={("event", BIG): "Ярмарка <b>"},
)
WEEK = date(2026, 10, 12)
SUBJECTS = (
    DutySubject(
        SubjectKind.LESSON,
        lesson=LessonId(BIG),
        klass=KlassId(BIG),
        group=GroupId(BIG),
        subject=SubjectId(BIG),
        day=WEEK,
    ),
    DutySubject(SubjectKind.WORK, lesson=LessonId(BIG), work=BIG, klass=KlassId(BIG), subject=SubjectId(BIG), day=WEEK),
    DutySubject(
        SubjectKind.GROUP, group=GroupId(BIG), klass=KlassId(BIG), cycle=Cycle.PERIOD, period=PeriodId(BIG), day=WEEK
    ),
    DutySubject(SubjectKind.KLASS, klass=KlassId(BIG), cycle=Cycle.WEEK, day=WEEK),
    DutySubject(SubjectKind.PERSON, person=PersonId(BIG), cycle=Cycle.DAY, day=WEEK),
    DutySubject(SubjectKind.EVENT, number=BIG, day=WEEK),
    DutySubject(SubjectKind.EXAM, group=GroupId(BIG), klass=KlassId(BIG), day=WEEK),
    DutySubject(SubjectKind.SCHOOL, cycle=Cycle.MONTH, day=WEEK),
    DutySubject(SubjectKind.SCHOOL),
)
DUE = {
    DutyState.OPEN: NOW + timedelta(hours=8),
    DutyState.OVERDUE: NOW - timedelta(days=3),
    DutyState.PAUSED: NOW + timedelta(days=9),
    DutyState.DONE: NOW + timedelta(days=1),
    DutyState.DONE_LATE: NOW - timedelta(days=3),
}
REASONS = (*(f"{PARDON_CODE}{deal.value}" for deal in Deal if deal is not Deal.OWN_WORDS), "<Командировка> & " * 18)


def duty(subject: DutySubject, state: DutyState, number: int = 0) -> Duty:
    rules = preset(Preset.MOSCOW_REGION).rows
    waits = state is DutyState.PAUSED
    pardon = Pardon(1, NOW, DUE[state], REASONS[number % len(REASONS)], PersonId(BIG), NOW) if waits else None
    return Duty(
        rules[number % len(rules)],
        (PersonId(BIG),),
        subject,
        NOW - timedelta(days=5),
        DUE[state],
        NOW if state in (DutyState.DONE, DutyState.DONE_LATE) else None,
        state,
        NOW + timedelta(hours=4),
        pardon,
    )


def everything(*states: DutyState) -> list[Owed]:
    pairs = [(subject, state) for subject in SUBJECTS for state in states]
    return [Owed(duty(subject, state, number), NAMES, ZONE) for number, (subject, state) in enumerate(pairs)]


UNDONE = (DutyState.OVERDUE, DutyState.OPEN, DutyState.PAUSED)


@each_language
def test_the_list_page_by_page(tr: Translator) -> None:
    owed = everything(*UNDONE)
    for page in range(len(owed) // screens.A_PAGE + 1):
        sound(screens.my_list(owed, page, NOW, tr))
    sound(screens.my_list([], 0, NOW, tr))


@each_language
def test_a_card_of_each_kind_in_each_state(tr: Translator) -> None:
    for owed in everything(*DutyState):
        for mine in (True, False):
            value = DutyCard(SchoolId(BIG), owed, mine, mine, mine, not mine)
            screen = screens.card(value, NOW, tr)
            sound(screen)
            assert tr(f"rule-{owed.duty.rule.title}") in screen.text


@each_language
def test_buttons_of_a_list_are_never_alike(tr: Translator) -> None:
    alike = everything(DutyState.OVERDUE)[:1] * screens.A_PAGE
    labels = [row[0].label for row in screens.my_list(alike, 0, NOW, tr).keyboard]
    assert len(set(labels)) == len(labels)


@each_language
def test_a_colleagues_duty_leads_back_to_its_place_on_the_board(tr: Translator) -> None:
    for owed in everything(DutyState.OVERDUE):
        rule = rule_number(owed.duty.rule.id)
        teacher = TeacherDutiesPress(teacher=BIG, rule=rule, span=BoardSpan.MONTH)
        assert _leads_back(owed, board_place(BoardSpan.MONTH, by_klass=False), tr) == teacher
        assert _leads_back(owed, 0, tr) == teacher.model_copy(update={"span": BoardSpan.PERIOD})
        klass = owed.duty.subject.klass
        if klass is not None:
            back = KlassDutiesPress(klass=klass, rule=rule, span=BoardSpan.DAY)
            assert _leads_back(owed, board_place(BoardSpan.DAY, by_klass=True), tr) == back
        nobody = replace(owed, duty=replace(owed.duty, holders=(), subject=replace(owed.duty.subject, klass=None)))
        assert isinstance(_leads_back(nobody, 3, tr), BoardPress)


def _leads_back(owed: Owed, place: int, tr: Translator) -> Press | None:
    screen = screens.card(DutyCard(SchoolId(BIG), owed, False, may_pardon=True), NOW, tr, place)
    sound(screen)
    return screen.keyboard[-1][0].press


@each_language
def test_pardons_are_offered_for_what_there_is(tr: Translator) -> None:
    for owed in everything(DutyState.OVERDUE):
        value = DutyCard(SchoolId(BIG), owed, False, may_pardon=True)
        screen = screens.deals(value, tr)
        sound(screen)
        asked = [button.press for row in screen.keyboard for button in row if isinstance(button.press, DealPress)]
        klass = {Deal.POWER_CUT_KLASS} if owed.duty.subject.klass is None else set()
        assert {press.deal for press in asked} == set(Deal) - klass
        for press in asked:
            for again in (False, True):
                sound(screens.words_asked(press, value, tr, again=again))
            if press.deal is Deal.OWN_WORDS:
                continue
            until = screens.until(press, value, WEEK, tr)
            sound(until)
            assert tr(f"rule-{owed.duty.rule.title}") in until.text
            assert reason_in_words(tr, f"{PARDON_CODE}{press.deal.value}") in until.text
    nobody = replace(everything(DutyState.OPEN)[0].duty, holders=())
    sound(screens.deals(DutyCard(SchoolId(BIG), Owed(nobody, NAMES, ZONE), False), tr))


@each_language
def test_above_a_home_three_lines_at_the_most(tr: Translator) -> None:
    home = Screen("🏫", ())
    lines = [owed.line for owed in everything(*UNDONE)]
    shown = screens.with_duties(home, lines, NOW, tr)
    sound(shown)
    assert shown.text.endswith("\n\n🏫")
    assert len(shown.text.splitlines()) == 1 + screens.LINES_AT_HOME + 2
    for nothing in (None, ()):
        quiet = screens.with_duties(home, nothing, NOW, tr)
        assert quiet.text == "🏫"
        assert len(quiet.keyboard) == 1


def test_a_button_names_its_duty() -> None:
    for owed in everything(DutyState.OPEN):
        press = about(DutyPress, owed.duty)
        assert duty_of(press).key == owed.duty.subject.key
