"""Every screen of events, groups, calendars and moved days, in both languages, ordinary and at its worst."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.screen import Screen
from bot.screens import calendar_files, day_moves, event_draft, group_chats, school_events
from core.model.calendar import CalendarKind
from core.model.calendar_file import ChildCalendar
from core.model.day_move import DayChoice, DayMove
from core.model.diary import Child, Enrolment, Holiday
from core.model.group_chat import GroupChat, GroupCode, KlassChats
from core.model.ids import ID_LIMIT, GroupChatId, KlassId, PersonId, SchoolEventId, SchoolId
from core.model.lesson_change import KlassName
from core.model.people import PersonName
from core.model.school_event import (
    ChildEvents,
    EventCard,
    EventDraft,
    EventField,
    EventList,
    EventPlan,
    EventTerm,
    PlannedEvent,
)
from locales import LANGUAGES, Translator, Translators
from tests.screens.contract import buttons, check_buttons, check_message
from tests.screens.teacher_samples import NOW, TODAY
from tests.world import MOSCOW

TERM = EventTerm(NOW, "002 VII")
DAY = timedelta(days=1)


class Sample:
    """What screens show: as it is at most schools, or as ugly as it may be."""

    def __init__(self, hostile: bool) -> None:
        self.hostile = hostile
        self.school, self.klass = SchoolId(self.id(1)), KlassId(self.id(2))

    def id(self, key: int) -> int:
        return ID_LIMIT - key if self.hostile else key

    def text(self, plain: str, limit: int) -> str:
        return ("<b>&😀" * limit)[:limit] if self.hostile else plain

    def plan(self, **more: object) -> EventPlan:
        plan = EventPlan(
            self.text("Поездка в музей", 300), TODAY + DAY, TODAY + 3 * DAY, time(14, 30), self.text("двор", 200),
            self.text("Сбор у входа", 700), self.text("воду", 300), self.klass,
        )  # fmt: skip
        return replace(plan, **more)  # type: ignore[arg-type]

    def event(self, key: int = 7, **more: object) -> PlannedEvent:
        name = self.text("7Б", 20)
        return PlannedEvent(SchoolEventId(self.id(key)), self.school, self.plan(**more), name, "all", NOW)

    def events(self) -> tuple[PlannedEvent, ...]:
        return tuple(self.event(key) for key in range(7, 60 if self.hostile else 9))

    def list(self) -> EventList:
        return EventList(self.school, self.klass, self.text("7Б", 20), TODAY, self.events(), True, True, True)

    def card(self, *, late: bool) -> EventCard:
        return EventCard(self.event(), self.text("Школа", 100), MOSCOW, TODAY, True, TERM, late)

    def draft(self, *, event: bool = False, late: bool = False, name: bool = True) -> EventDraft:
        klasses = tuple(
            KlassName(KlassId(self.id(key)), self.text(f"{key}А", 20), 5) for key in range(2, 90 if self.hostile else 4)
        )
        plan = self.plan() if name else self.plan(name="", klass=None, grades=frozenset(range(1, 11)))
        key = SchoolEventId(self.id(7)) if event else None
        return EventDraft(
            1_800_000_000, self.school, self.text("Школа", 100), MOSCOW, TODAY, plan, key, self.klass, TERM, late, True,
            klasses,
        )  # fmt: skip

    def child(self) -> Child:
        stay = Enrolment(self.klass, self.text("7Б", 20), 7, date(2026, 9, 1), None)
        name = PersonName(self.text("Орлов", 100), self.text("Михаил", 100), "")
        return Child(PersonId(self.id(9)), self.school, name, MOSCOW, (stay,))

    def holidays(self) -> tuple[Holiday, ...]:
        name = self.text("Каникулы", 200)
        return tuple(Holiday(name, kind, TODAY, TODAY + 9 * DAY) for kind in CalendarKind)

    def group(self, *, bound: bool) -> GroupChat:
        key = GroupChatId(self.id(4))
        title, klass = self.text("Родители", 128), self.text("7Б", 20)
        return GroupChat(key, -5, title, self.klass, klass, asked=not bound, bound=bound)

    def move(self, *, back: bool) -> DayMove:
        name = self.text("Школа", 100)
        return DayMove(
            self.school, name, MOSCOW, TODAY, TODAY + DAY, TODAY + 2 * DAY, 412, 21, back, None if back else TERM, True
        )

    def choice(self) -> DayChoice:
        return DayChoice(self.school, self.text("Школа", 100), TODAY, date(2027, 5, 31))


Draw = Callable[[Translator, Sample], Screen]
SCREENS: dict[str, Draw] = {
    "family": lambda tr, s: school_events.child_events(ChildEvents(s.child(), TODAY, s.events(), s.holidays()), tr),
    "family, nothing": lambda tr, s: school_events.child_events(ChildEvents(s.child(), TODAY, (), ()), tr),
    "list": lambda tr, s: school_events.events(s.list(), 1, tr),
    "empty list": lambda tr, s: school_events.events(replace(s.list(), events=()), 0, tr),
    "card in time": lambda tr, s: school_events.event_card(s.card(late=False), tr),
    "late card": lambda tr, s: school_events.event_card(s.card(late=True), tr),
    "ask to cancel": lambda tr, s: school_events.ask_cancel(s.card(late=False), tr),
    "new day": lambda tr, s: event_draft.pick_day(s.list(), None, tr),
    "other day": lambda tr, s: event_draft.pick_other_day(s.draft(), TODAY, tr, last=False),
    "last day": lambda tr, s: event_draft.pick_other_day(s.draft(), TODAY, tr, last=True),
    "draft": lambda tr, s: event_draft.draft_screen(s.draft(), tr),
    "late draft": lambda tr, s: event_draft.draft_screen(s.draft(late=True, name=False), tr),
    "change": lambda tr, s: event_draft.draft_screen(s.draft(event=True), tr),
    "whom": lambda tr, s: event_draft.choose_whom(s.draft(name=False), 0, tr),
    **{
        f"ask {field.value}": lambda tr, s, field=field: event_draft.ask_field(s.draft(), field, tr)  # type: ignore[misc]
        for field in EventField
    },
    "groups": lambda tr, s: group_chats.klass_chats(
        KlassChats(s.klass, s.text("7Б", 20), (s.group(bound=True), s.group(bound=False))), tr
    ),
    "no groups": lambda tr, s: group_chats.klass_chats(KlassChats(s.klass, "7Б", ()), tr),
    "code": lambda tr, s: group_chats.code(GroupCode(s.klass, s.text("7Б", 20), "2345-ABCD-EFGH-JKLM"), "bot", tr),
    "ask to bind": lambda tr, s: group_chats.ask_bind(s.group(bound=False), tr),
    "ask to leave": lambda tr, s: group_chats.ask_release(s.group(bound=True), tr),
    "calendar": lambda tr, s: calendar_files.child_file(
        ChildCalendar(s.child(), TODAY, TODAY + DAY, (), (), ()), b"BEGIN", tr
    ),
    "move from": lambda tr, s: day_moves.pick_source(s.choice(), None, tr),
    "move to": lambda tr, s: day_moves.pick_target(s.choice(), TODAY + DAY, None, tr),
    "move": lambda tr, s: day_moves.preview(s.move(back=False), tr),
    "move back": lambda tr, s: day_moves.preview(s.move(back=True), tr),
    "moved": lambda tr, s: day_moves.done(s.move(back=False), tr),
}
WORDS = Translators.load(strict=True)


@pytest.mark.parametrize("hostile", [False, True], ids=["plain", "hostile"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_fits_and_its_buttons_say_what_they_hold(name: str, language: str, hostile: bool) -> None:
    screen = SCREENS[name](WORDS[language], Sample(hostile))
    check_message(screen)
    ours = tuple(tuple(button for button in row if button.url is None) for row in screen.keyboard)
    check_buttons(replace(screen, keyboard=ours))
    assert all(len(button.label) <= 64 for button in buttons(screen))


@pytest.mark.parametrize("name", SCREENS)
def test_labels_fit_a_phone(name: str) -> None:
    screen = SCREENS[name](WORDS["ru"], Sample(hostile=False))
    for row in screen.keyboard:
        assert all(len(button.label) <= {1: 34, 2: 17, 3: 12}.get(len(row), 10) for button in row), row
    assert len(screen.keyboard) <= 9
